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
    gives ("drafted in September"), `additive` the word that puts it on top of another amount ("another").
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

    def apart(self, other: Amount) -> bool:
        """Whether the two share no value; an open end excludes nothing."""
        low = max((value for value in (self.low, other.low) if value is not None), default=None)
        high = min((value for value in (self.high, other.high) if value is not None), default=None)
        return low is not None and high is not None and low > high


@dataclass(frozen=True, slots=True)
class Quantity:
    """The same thing counted in several places: `of` names it, low and high span what was said.

    `mentions` pairs the place of each Amount with the Amount's id, oldest article first; `grown` says in words
    how the number changed on the way, or None where it did not.
    """

    of: str
    low: float | None
    high: float | None
    as_of: Interval | None
    mentions: tuple[tuple[Ref, str], ...]
    grown: str | None = None
