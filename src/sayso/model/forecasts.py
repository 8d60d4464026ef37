"""Forecasts that sources make, what happened, and the score."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Forecast:
    """A statement that says how likely an event is by a day.

    `low` and `high` are the probabilities that the phrase stands for; `resolvable` is False where no day or no
    event that can be checked is given.
    """

    statement: str
    event: str
    by: date | None
    low: float
    high: float
    phrase: str
    resolvable: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a hypothesis came true, the day on which that was known, and on whose word."""

    hypothesis: str
    happened: bool
    known: date
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A forecast's penalty under a proper rule ("brier": squared error in [0, 1], lower is better)."""

    statement: str
    rule: str
    low: float
    high: float
