"""Scores: what forecasts are worth once it is known what happened, and what a source's forecasts amount to.

Two proper rules, so that nobody does better by saying what they do not believe: Brier's (Monthly Weather Review 78,
1950), (p - o)^2, and the logarithmic one (Good 1952), -log(p given to what happened), in nats. A range has a score
at each end and at its middle. The logarithm is held back at FLOOR: who gives the impossible its due is wrong, and
not infinitely wrong.

A mean of n scores has bounds of 80 % by Wilson's interval (JASA 22, 1927), with every score taken for a share of
the largest one. Wilson's takes m (1 - m) for the variance, and no variable in [0, 1] with mean m has a larger one
(Bhatia and Davis 2000): the bounds are closed, those of a share for forecasts that are certain, wider than need be
for all others, inside the range and never of no width. Under LEAST forecasts no rate is given at all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from sayso.model.case import Case
from sayso.model.forecasts import Bin, Forecast, Outcome, Resolved, Score, Tally
from sayso.model.notes import Note
from sayso.model.prose import day
from sayso.weighing import weights

#: Least number of resolved forecasts of which a rate is given: with four, 80 % bounds span half the scale.
LEAST: Final = 5
#: The least probability that the logarithmic rule takes; commitments end at 0.01 and 0.99, too.
FLOOR: Final = 0.01
#: The largest logarithmic score.
WORST: Final = -math.log(FLOOR)


def brier(probability: float, *, happened: bool) -> float:
    """The squared distance between what was said and what happened, in [0, 1]; lower is better."""
    return (probability - (1.0 if happened else 0.0)) ** 2


def logarithmic(probability: float, *, happened: bool) -> float:
    """Minus the logarithm of the probability given to what happened, in (0, WORST] nats; lower is better.

    A probability outside [FLOOR, 1 - FLOOR] is taken for the nearer end, whatever happened, so that nobody gains by
    saying "never" for "hardly".
    """
    held = min(max(probability, FLOOR), 1.0 - FLOOR)
    return -math.log(held if happened else 1.0 - held)


_RULES = (("brier", brier), ("log", logarithmic))


def came(forecast: Forecast, outcome: Outcome, closes: date | None) -> bool | None:
    """Whether what `forecast` speaks of came by its own day; None where the outcome does not tell.

    `closes` is the last day of the hypothesis. What never came did not come earlier. What came may have come after
    an earlier day that the forecast names, and what did not come in time may have come by a later one.
    """
    by = forecast.by
    if by is None or closes is None or by == closes:
        return outcome.happened
    if not outcome.happened:
        return False if by < closes else None
    if outcome.on:
        return outcome.on <= by
    return True if by > closes or outcome.known <= by else None


def settled(case: Case, found: Sequence[Forecast]) -> tuple[tuple[Forecast, bool], ...]:
    """The forecasts that count and whose outcome is known, each with whether it came.

    One for each source, hypothesis and occasion, said before the outcome was known.
    """
    outcomes = {outcome.hypothesis: outcome for outcome in case.outcomes}
    closing = {hypothesis.id: hypothesis.closes for hypothesis in case.hypotheses}
    kept = []
    for one in found:
        outcome = outcomes.get(one.hypothesis or "")
        if outcome is None or one.repeats or not one.resolvable or one.implied is None:
            continue
        known = min(outcome.known, outcome.on or outcome.known)
        happened = came(one, outcome, closing.get(outcome.hypothesis))
        if happened is not None and (one.said is None or one.said <= known):
            kept.append((one, happened))
    return tuple(kept)


def misfits(case: Case) -> tuple[Note, ...]:
    """A note for each outcome known before any article came out, or for a "no" before the question was over."""
    dated = [page.article.published.interval.earliest for page in case.pages if page.article.published]
    first = min((found for found in dated if found), default=None)
    closing = {hypothesis.id: hypothesis.closes for hypothesis in case.hypotheses}
    made = []
    for outcome in case.outcomes:
        closes = closing.get(outcome.hypothesis)
        if first and outcome.known < first:
            told = f"known on {day(outcome.known)}, before any article came out: no forecast can be scored"
        elif closes and not outcome.happened and outcome.known < closes:
            told = f"“no”, known on {day(outcome.known)}, though it could come until {day(closes)}"
        else:
            continue
        made.append(Note("W404", f"The outcome is {told}. Check its day, or take it back with sayso resolve."))
    return tuple(made)


def scores(case: Case, found: Sequence[Forecast]) -> tuple[Score, ...]:
    """The scores of each forecast that counts and is settled: first Brier's, then the logarithmic one."""
    return tuple(
        score
        for one, happened in settled(case, found)
        if one.implied
        for score in scored(one.statement, one.implied, happened=happened)
    )


def scored(statement: str, given: tuple[float, float], *, happened: bool) -> tuple[Score, Score]:
    """Both scores of a range of probability: at its better end, its worse end, and its middle."""
    middle = sum(given) / 2
    made = []
    for name, rule in _RULES:
        ends = sorted(rule(share, happened=happened) for share in given)
        made.append(Score(statement, name, ends[0], ends[-1], rule(middle, happened=happened)))
    return made[0], made[1]


def bounds(values: Sequence[float], worst: float = 1.0) -> tuple[float, float, float] | None:
    """The lower bound, the mean and the upper bound (80 %) of scores in [0, `worst`]; None for fewer than LEAST."""
    count = len(values)
    if count < LEAST:
        return None
    mean = min(math.fsum(values) / count / worst, 1.0)
    low, high = _wilson(mean, count)
    return low * worst, mean * worst, high * worst


def _wilson(share: float, count: int) -> tuple[float, float]:
    """Wilson's bounds (80 %) of a share in `count` trials."""
    square = weights.REACH**2
    centre = (share + square / (2 * count)) / (1 + square / count)
    half = weights.REACH * math.sqrt(share * (1 - share) / count + square / (4 * count**2)) / (1 + square / count)
    return min(max(centre - half, 0.0), share), max(min(centre + half, 1.0), share)


def tally(source: str, names: tuple[str, ...], kept: Sequence[Resolved]) -> Tally:
    """What the resolved forecasts of one source amount to; those whose outcome was taken back are none."""
    given = [((one.low + one.high) / 2, one.happened) for one in kept if one.happened is not None]
    return Tally(
        source,
        names,
        len(given),
        bounds([brier(share, happened=came) for share, came in given]),
        bounds([logarithmic(share, happened=came) for share, came in given], WORST),
        tuple(sorted({one.case for one in kept if one.happened is not None})),
        sum(share != 0.5 and (share > 0.5) == came for share, came in given),
    )


def calibration(kept: Iterable[Resolved], size: int = 5) -> tuple[Bin, ...]:
    """Resolved forecasts in `size` equal classes by the middle of their range; classes without any are left out.

    Bounds of the share that came are Wilson's of 80 %, whatever the number in the class.
    """
    groups: dict[int, list[tuple[float, bool]]] = {}
    for one in kept:
        if one.happened is not None:
            middle = (one.low + one.high) / 2
            groups.setdefault(min(int(middle * size + 1e-9), size - 1), []).append((middle, one.happened))
    made = []
    for place in sorted(groups):
        group = groups[place]
        count = len(group)
        share = sum(happened for _, happened in group) / count
        mean = math.fsum(middle for middle, _ in group) / count
        made.append(Bin(place / size, (place + 1) / size, count, mean, share, _wilson(share, count)))
    return tuple(made)
