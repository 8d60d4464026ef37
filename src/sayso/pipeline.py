"""The hallway: read -> annotate -> link -> weigh -> show, in this order and once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.annotating.annotate import annotate
from sayso.brain.brains import BRAINS, Brain, load_brain
from sayso.errors import SaysoError
from sayso.linking.capitals import mended
from sayso.linking.link import link
from sayso.linking.overreads import compared
from sayso.linking.questions import Terms
from sayso.linking.times import dated
from sayso.model.answers import Answers
from sayso.model.article import Article
from sayso.model.case import Case, Page
from sayso.model.forecasts import Resolved
from sayso.model.notes import Note
from sayso.model.rulings import Ruling
from sayso.model.span import content_id
from sayso.weighing.likelihood import DEFAULT_YARDSTICK
from sayso.weighing.weigh import weigh

__all__ = ["BRAINS", "Brain", "Question", "build", "load_brain", "page_of"]


def page_of(article: Article, brain: Brain) -> Page:
    """One article annotated and, where no date is given, dated from its own text."""
    return dated(_annotated(article, brain))


def _annotated(article: Article, brain: Brain) -> Page:
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


def build(  # noqa: PLR0913 - the settings of a run, each with its default
    articles: Iterable[Article],
    question: Question,
    brain: Brain,
    *,
    rulings: Sequence[Ruling] = (),
    families: Sequence[tuple[str, str]] = (),
    prior: float | None = None,
    prior_why: str = "",
    yardstick: str = DEFAULT_YARDSTICK,
    records: Sequence[Resolved] = (),
    progress: Callable[[str], None] = lambda _: None,
) -> tuple[Case, Answers]:
    """The case of `articles` on `question`, and its answers; SettingError where the question cannot be asked.

    `families` are rows of (outlet or domain, family) that overrule the table of houses. `prior` is a probability
    in (0, 1), `prior_why` its ground; without one each kind of question has its own.
    `records` are forecasts of past cases whose outcome is known; their sources' words weigh by them.
    `progress` is told each step in a few words.
    """
    pages = []
    for article in articles:
        progress(f"reading {article.path}")
        pages.append(_annotated(article, brain))
    asked, *others = (_asked(text, brain) for text in (question.text, *question.hypotheses))
    progress("linking")
    case = link(
        pages, asked, hypotheses=others, as_of=question.as_of, entailer=brain.entailer, rulings=rulings,
        families=families, terms=question.terms,
    )  # fmt: skip
    progress("weighing")
    return case, weigh(case, prior=prior, prior_why=prior_why, yardstick=yardstick, records=records)


def _asked(text: str, brain: Brain) -> Page:
    """A question or hypothesis read like any text, so that its times and bounds are found by the same rules."""
    text = mended(text)
    return annotate(Article(content_id("q", text), "--ask", text, content_id("raw", text)), brain.tagger)
