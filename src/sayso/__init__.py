"""Sayso: who says what in the news, on whose word, how sure, by when, and what that does to the answer.

    from sayso import Question, build, load_brain, read, show

    reading = read(["articles/"], manifest="articles/manifest.csv")
    case, answers = build(reading.articles, Question("Will the port close by 31 May 2031?"), load_brain())
    page = show(case, answers)

The five verbs in order are read, annotate, link, weigh, show; build does the three in the middle. Names are loaded
when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.annotating.annotate import annotate
    from sayso.errors import SaysoError
    from sayso.linking.link import link
    from sayso.model.answers import Answer, Answers, Reason
    from sayso.model.article import Article
    from sayso.model.case import Case, Page
    from sayso.model.origins import Origin
    from sayso.model.rulings import Ruling
    from sayso.model.sources import Source
    from sayso.model.span import Ref, Span
    from sayso.model.stances import Hypothesis, Stance
    from sayso.model.statements import Hop, Statement
    from sayso.pipeline import Brain, Question, build, load_brain
    from sayso.reading.read import Reading, read
    from sayso.showing.records import case_record, page_record
    from sayso.showing.show import show
    from sayso.weighing.weigh import weigh

__version__ = "0.1.0"

_HOMES = {
    "annotating.annotate": ("annotate",),
    "errors": ("SaysoError",),
    "linking.link": ("link",),
    "model.answers": ("Answer", "Answers", "Reason"),
    "model.article": ("Article",),
    "model.case": ("Case", "Page"),
    "model.origins": ("Origin",),
    "model.rulings": ("Ruling",),
    "model.sources": ("Source",),
    "model.span": ("Ref", "Span"),
    "model.stances": ("Hypothesis", "Stance"),
    "model.statements": ("Hop", "Statement"),
    "pipeline": ("Brain", "Question", "build", "load_brain"),
    "reading.read": ("Reading", "read"),
    "showing.records": ("case_record", "page_record"),
    "showing.show": ("show",),
    "weighing.weigh": ("weigh",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Answer",
    "Answers",
    "Article",
    "Brain",
    "Case",
    "Hop",
    "Hypothesis",
    "Origin",
    "Page",
    "Question",
    "Reading",
    "Reason",
    "Ref",
    "Ruling",
    "SaysoError",
    "Source",
    "Span",
    "Stance",
    "Statement",
    "annotate",
    "build",
    "case_record",
    "link",
    "load_brain",
    "page_record",
    "read",
    "show",
    "weigh",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any of the names above
    """The thing called `name`, from the file it lives in."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    """All public names."""
    return [*__all__, "__version__"]
