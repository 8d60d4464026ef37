"""Forecasts that sources make, what happened, and the score."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Forecast:
    """A statement that says how likely an event is by a day.

    `low` and `high` are the probabilities that the phrase stands for; `resolvable` is False where no day or no
    event that can be checked is given. Where it speaks of a hypothesis, that is `hypothesis`, and `implied` the
    range of probability that it gives the hypothesis. `source` is the innermost source's id in the case.
    """

    statement: str
    event: str
    by: date | None
    low: float
    high: float
    phrase: str
    resolvable: bool
    hypothesis: str | None = None
    implied: tuple[float, float] | None = None
    source: str | None = None
    said: date | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a hypothesis came true, the day on which that was known, and on whose word."""

    hypothesis: str
    happened: bool
    known: date
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A forecast's penalty under a proper rule, lower is better: "brier" in [0, 1], "log" in nats.

    `low` and `high` are those of the two ends of its interval, `middle` that of its middle.
    """

    statement: str
    rule: str
    low: float
    high: float
    middle: float = 0.0


@dataclass(frozen=True, slots=True)
class Tally:
    """What a source's resolved forecasts amount to: one a hypothesis and day counts, however often it is quoted.

    `names` are those it goes by. `brier` and `log` are means over `n` forecasts with the bounds of 80 % (low, mean,
    high), None where n is under 5: no rate is shown for so few. `cases` names the cases they come from.
    """

    source: str
    names: tuple[str, ...]
    n: int
    brier: tuple[float, float, float] | None = None
    log: tuple[float, float, float] | None = None
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Misled:
    """How far one origin pulled an answer away from what happened, or towards it.

    `weight` is in log-odds towards what happened, `without` the probability the answer would have had without it.
    """

    origin: str
    weight: float
    without: float
    text: str


@dataclass(frozen=True, slots=True)
class PostMortem:
    """A resolved answer looked at again: what was said, what happened, which origins misled, and by how much.

    `brier` and `log` are those of the answer as of its day; `misled` and `led` are origins, the heaviest first.
    """

    hypothesis: str
    outcome: Outcome
    probability: float
    brier: float
    log: float
    misled: tuple[Misled, ...]
    led: tuple[Misled, ...] = ()
    lessons: tuple[str, ...] = ()
