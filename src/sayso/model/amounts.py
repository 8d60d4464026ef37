"""Amounts: a number at its place with what it counts, and one quantity as it travels across articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Ref, Span
from sayso.model.times import Interval

Bound = Literal["exact", "about", "at-least", "at-most", "range"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as the text gives it.

    `low` and `high` are normalised ("5 to 7 million" is 5e6 to 7e6), None where the bound leaves an end open.
    `unit` is the head of what is counted ("troops", "%", "$"), `of` the whole or qualification that the text
    gives ("drafted in September"), `additive` the word that puts it on top of another amount ("another"). `approx`
    is whether the text calls the number a rough one: always with the bound "about", and beside another bound or a
    range too ("about 5 to 7 million").
    """

    id: str
    span: Span
    text: str
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None = None
    of: str | None = None
    additive: str | None = None
    approx: bool = False

    def apart(self, other: Amount) -> bool:
        """Whether the two share no value; an open end excludes nothing."""
        low = max((value for value in (self.low, other.low) if value is not None), default=None)
        high = min((value for value in (self.high, other.high) if value is not None), default=None)
        return low is not None and high is not None and low > high


#: What a mention is of its quantity: the number itself, a part of a larger one, or an addition to one.
Part = Literal["total", "part", "addition"]
#: What became of a number since an earlier mention, or in a heading over its own text.
Kind = Literal["grew", "fell", "rounded", "lost bound", "lost end", "lost addition", "gained bound", "gained end"]


@dataclass(frozen=True, slots=True)
class Change:
    """How a mention differs from another one of its quantity.

    `words` are those lost or gained ("up to"), empty where a number grew, fell or was rounded. `since` is the place
    of the other mention: an earlier one, or, where `heading`, one in the text below the heading that holds it.
    """

    kind: Kind
    words: str
    since: Ref
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that gives a quantity: the id of the Amount, and that of the statement whose words it is in.

    `statement` is None where the article gives the number in its own voice. A part or an addition is told as such
    by its own sentence.
    """

    ref: Ref
    amount: str
    statement: str | None = None
    role: Part = "total"
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """The same thing counted in several places: `of` names it, low and high span what was said.

    `mentions` run from the oldest article to the latest, undated articles last; `grown` says in words how the
    number changed on the way, or None where it did not. `beside` are parts of this quantity and additions to it,
    which are never compared with it; one that is given more than once is a quantity of its own, too.
    """

    of: str
    low: float | None
    high: float | None
    as_of: Interval | None
    mentions: tuple[Mention, ...]
    grown: str | None = None
    beside: tuple[Mention, ...] = ()
