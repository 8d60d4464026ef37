"""Forecasts that sources make, what happened, and the score."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.model.sources import SourceKind


@dataclass(frozen=True, slots=True)
class Forecast:
    """A statement that says how likely an event is by a day.

    `low` and `high` are the probabilities that the phrase stands for; `resolvable` is False where no day or no
    event that can be checked is given, and then `why` says so. Where it speaks of a hypothesis, that is
    `hypothesis`, and `implied` the range of probability that it gives the event of the hypothesis by the day `by`.
    `source` is the innermost source's id in the case, `said` the last day by which it was said. What a source
    forecasts on one occasion counts once: `repeats` is the statement that stands for it, None on that one itself.
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
    why: str = ""
    repeats: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a hypothesis came true, the day on which that was known, and on whose word (`source`).

    `on` is the day on which it happened, where it did and that day is known. `by` is who recorded it and `why` what
    they wrote. `earlier` holds in words what was recorded before and no longer stands, the oldest first.
    """

    hypothesis: str
    happened: bool
    known: date
    source: str | None = None
    on: date | None = None
    by: str | None = None
    why: str = ""
    earlier: tuple[str, ...] = ()


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
    """What a source's resolved forecasts amount to: one a hypothesis and occasion counts, however often quoted.

    `names` are those it goes by. `brier` and `log` are means over `n` forecasts with the bounds of 80 % (low, mean,
    high), None where n is under 5: no rate is shown for so few. `cases` names the cases they come from, `right` is
    how many lay on the side of what happened.
    """

    source: str
    names: tuple[str, ...]
    n: int
    brier: tuple[float, float, float] | None = None
    log: tuple[float, float, float] | None = None
    cases: tuple[str, ...] = ()
    right: int = 0


@dataclass(frozen=True, slots=True)
class Resolved:
    """One forecast of a source with what became of it, as it is kept from one case to the next.

    `names` are all names of the source, the fullest first; `case` is the question asked and `hypothesis` what was
    foretold, by the day `by`. `low` and `high` bound the probability that the source gave it. `happened` is None
    where the outcome was taken back. `place` is the id of the statement that stands for it.
    """

    case: str
    hypothesis: str
    names: tuple[str, ...]
    kind: SourceKind
    said: date | None
    by: date
    low: float
    high: float
    happened: bool | None
    known: date
    place: str = ""


@dataclass(frozen=True, slots=True)
class Bin:
    """Resolved forecasts from `low` to `high`: their number, their mean probability, and the share that came.

    `bounds` are those of 80 % for the share.
    """

    low: float
    high: float
    n: int
    mean: float
    share: float
    bounds: tuple[float, float]


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
    `days` are the steps of the answer before the outcome was known, each with its probability and Brier score, and
    `mean` the Brier score of an average day from the first to the last of them, None where there is none.
    """

    hypothesis: str
    outcome: Outcome
    probability: float
    brier: float
    log: float
    misled: tuple[Misled, ...]
    led: tuple[Misled, ...] = ()
    lessons: tuple[str, ...] = ()
    days: tuple[tuple[date, float, float], ...] = ()
    mean: float | None = None
