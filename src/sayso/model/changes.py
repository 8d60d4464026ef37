"""Two readings of one question, as far as they can be compared, and what changed between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeVar

from sayso.model.answers import Answer
from sayso.model.forecasts import Forecast
from sayso.model.origins import Origin
from sayso.model.rulings import Ruling
from sayso.model.sources import Source
from sayso.model.span import Span
from sayso.model.stances import Clash, Hypothesis, Stance
from sayso.model.times import Interval

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Item:
    """An article of a reading, without its text; `digest` is that of its bytes, `how` how its days are known."""

    id: str
    path: str
    title: str
    outlet: str
    digest: str
    published: Interval | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement of a reading: who said it, in what words (cut where long), at which places of which article."""

    id: str
    article: str
    who: str
    words: str
    content: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """What a reading tells of one quantity."""

    of: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class CaseReading:
    """A case with its answers as it was printed, as far as it can be compared with another.

    `name` is what it is called for the reader: its file. `answers` are by the hypotheses' ids.
    """

    name: str
    question: str
    as_of: date | None
    hypotheses: tuple[Hypothesis, ...]
    answers: tuple[Answer, ...]
    articles: tuple[Item, ...] = ()
    statements: tuple[Utterance, ...] = ()
    sources: tuple[Source, ...] = ()
    origins: tuple[Origin, ...] = ()
    stances: tuple[Stance, ...] = ()
    clashes: tuple[Clash, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    amounts: tuple[Figure, ...] = ()
    rulings: tuple[Ruling, ...] = ()


#: What became of a reason. "turned": it now speaks for the other side; "same": its weight is what it was.
Turned = Literal["new", "gone", "heavier", "lighter", "turned", "same"]
#: What became of an origin. "regrouped": several became several others.
Regrouped = Literal["new", "gone", "merged", "split", "regrouped", "kept"]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of why an answer moved: a reason before and after, in log-odds; together they are the whole move.

    Where origins were merged or split `before` or `after` add up several reasons. `origins` pairs the ids before
    with those after, `statements` are the ids of those that came or went, `why` says in words what changed.
    """

    kind: str
    change: Turned
    text: str
    before: float | None
    after: float | None
    origins: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    statements: tuple[str, ...] = ()
    why: tuple[str, ...] = ()

    @property
    def move(self) -> float:
        """What it moved the answer by, in log-odds."""
        return (self.after or 0.0) - (self.before or 0.0)


@dataclass(frozen=True, slots=True)
class Shift:
    """How the answer to one hypothesis moved; None on the side on which it was not asked.

    `move` is in log-odds, the sum of the moves of `parts`, the heaviest first; None where one side has no answer.
    """

    text: str
    negation: bool
    before: Answer | None
    after: Answer | None
    move: float | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """One thing as it was and as it is; None where it was not or is no more."""

    before: T | None
    after: T | None


@dataclass(frozen=True, slots=True)
class Grouping:
    """Origins or sources that were `before` and are `after`, by ids, with their names."""

    change: Regrouped
    before: tuple[str, ...]
    after: tuple[str, ...]
    names: tuple[tuple[str, ...], tuple[str, ...]]
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between two readings of one question; empty tuples where nothing did.

    `reread` pairs statements that are the same words read with other bounds or as another's. `stances` pair what
    one statement says of one hypothesis (the ids are those of the reading after, where it is in both).
    """

    before: CaseReading
    after: CaseReading
    shifts: tuple[Shift, ...]
    articles: tuple[Pair[Item], ...] = ()
    statements: tuple[Pair[Utterance], ...] = ()
    reread: tuple[Pair[Utterance], ...] = ()
    origins: tuple[Grouping, ...] = ()
    sources: tuple[Grouping, ...] = ()
    stances: tuple[Pair[Stance], ...] = ()
    clashes: tuple[Pair[Clash], ...] = ()
    forecasts: tuple[Pair[Forecast], ...] = ()
    amounts: tuple[Pair[Figure], ...] = ()
    rulings: tuple[Pair[Ruling], ...] = ()

    @property
    def none(self) -> bool:
        """Whether nothing changed that is compared."""
        lists = (
            self.articles, self.statements, self.reread, self.origins, self.sources, self.stances, self.clashes,
            self.forecasts, self.amounts, self.rulings,
        )  # fmt: skip
        return not any(lists) and not any(_moved(shift) for shift in self.shifts)


def _moved(shift: Shift) -> bool:
    """Whether an answer differs in anything that is shown of it."""
    one, other = shift.before, shift.after
    if one is None or other is None:
        return True
    fields = ("probability", "low", "high", "words", "confidence")
    return any(getattr(one, name) != getattr(other, name) for name in fields) or any(
        part.change != "same" for part in shift.parts
    )
