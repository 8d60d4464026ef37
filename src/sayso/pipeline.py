"""The hallway: read -> annotate -> link -> weigh -> show, in this order and once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Unpack

from sayso.annotating.annotate import annotate
from sayso.brain.brains import BRAINS, Brain, load_brain
from sayso.errors import SaysoError
from sayso.linking.capitals import mended
from sayso.linking.overreads import compared
from sayso.linking.times import dated
from sayso.model.answers import Answers
from sayso.model.article import Article
from sayso.model.case import Case, Page
from sayso.model.notes import Note
from sayso.model.settings import Settings
from sayso.model.span import content_id

if TYPE_CHECKING:
    from sayso.linking.questions import Terms

__all__ = ["BRAINS", "Brain", "Question", "annotated", "build", "linked", "load_brain", "page_of"]


def page_of(article: Article, brain: Brain) -> Page:
    """One article annotated and, where no date is given, dated from its own text."""
    return dated(annotated(article, brain))


def annotated(article: Article, brain: Brain) -> Page:
    """The article annotated and held against its headings; where that breaks down, it alone with a note."""
    try:
        return compared(annotate(article, brain.tagger, brain.gauge))
    except SaysoError:
        raise
    except Exception as fault:  # ours, in one odd text; the note names it
        told = f"Nothing could be read in this article ({type(fault).__name__}: {fault}); please report it."
        return Page(article, notes=(Note("A299", told),))


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the question, further hypotheses, the day as of which to answer (None: the last article).

    `terms` are its first and last day and who settles it, where a person says so beside its words.
    """

    text: str
    hypotheses: tuple[str, ...] = ()
    as_of: date | None = None
    terms: Terms | None = None


def build(
    articles: Iterable[Article], question: Question, brain: Brain, **settings: Unpack[Settings]
) -> tuple[Case, Answers]:
    """The case of `articles` on `question`, and its answers; SettingError where the question cannot be asked."""
    progress = settings.get("progress", _quiet)
    pages = []
    for article in articles:
        progress(f"reading {article.path}")
        pages.append(annotated(article, brain))
    return linked(pages, question, brain, **settings)


def linked(
    pages: Iterable[Page], question: Question, brain: Brain, **settings: Unpack[Settings]
) -> tuple[Case, Answers]:
    """The same from pages that are annotated already, so that an article of a lasting case is read once."""
    from sayso.linking.link import link  # noqa: PLC0415 - who only adds to a case does without both
    from sayso.weighing.likelihood import DEFAULT_YARDSTICK  # noqa: PLC0415 - as above
    from sayso.weighing.weigh import weigh  # noqa: PLC0415 - as above

    progress = settings.get("progress", _quiet)
    asked, *others = (_asked(text, brain) for text in (question.text, *question.hypotheses))
    progress("linking")
    case = link(
        pages, asked, hypotheses=others, as_of=question.as_of, entailer=brain.entailer, terms=question.terms,
        rulings=settings.get("rulings", ()), families=settings.get("families", ()),
    )  # fmt: skip
    progress("weighing")
    return case, weigh(
        case, prior=settings.get("prior"), prior_why=settings.get("prior_why", ""),
        yardstick=settings.get("yardstick", DEFAULT_YARDSTICK), records=settings.get("records", ()),
    )  # fmt: skip


def _quiet(_: str) -> None:
    """Where nobody wants to know."""


def _asked(text: str, brain: Brain) -> Page:
    """A question or hypothesis read like any text, so that its times and bounds are found by the same rules."""
    text = mended(text)
    return annotate(Article(content_id("q", text), "--ask", text, content_id("raw", text)), brain.tagger)
