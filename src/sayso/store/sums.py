"""Every number of an answer added up again from its reasons."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from sayso.model.answers import Answer, Answers
from sayso.model.keeping import Fault

#: How far two sums may lie apart, in log-odds and in probability; they are sums of a few hundred doubles.
SLACK: Final = 1e-9


def sum_faults(answers: Answers) -> Iterator[Fault]:
    """What does not add up in the answers."""
    for answer in answers.answers:
        where = f"answer to {answer.hypothesis}"
        told = logistic(math.fsum(reason.weight for reason in answer.reasons))
        if not abs(told - answer.probability) <= SLACK:
            yield Fault(where, f"it says {answer.probability:.9f}, and its reasons add up to {told:.9f}")
        yield from _bounds(where, answer.low, answer.probability, answer.high)
        yield from _steps(answer, where)
        for one in answer.without:
            yield from _bounds(f"{where}, without {one.origin}", 0.0, one.probability, 1.0)
    for cast in answers.forecasts:
        yield from _bounds(f"forecast {cast.statement}", cast.low, cast.low, cast.high)


def _steps(answer: Answer, where: str) -> Iterator[Fault]:
    """What does not add up over time."""
    for step in answer.over_time:
        yield from _bounds(f"{where} as of {step.as_of}", step.low, step.probability, step.high)
    for before, step in pairwise(answer.over_time):
        moved = log_odds(step.probability) - log_odds(before.probability)
        told = step.by_said + step.by_time
        if not abs(moved - told) <= SLACK * max(1.0, abs(moved)):
            what = f"it moved by {moved:.9f} in log-odds, and what moved it adds up to {told:.9f}"
            yield Fault(f"{where} as of {step.as_of}", what)
        if step.as_of < before.as_of:
            yield Fault(f"{where} as of {step.as_of}", f"it comes after the step of {before.as_of}")


def _bounds(where: str, low: float, value: float, high: float) -> Iterator[Fault]:
    """Whether a probability lies in its range, and the range in [0, 1]."""
    if not 0.0 <= low - SLACK + SLACK <= value + SLACK <= high + 2 * SLACK <= 1.0 + 2 * SLACK:
        yield Fault(where, f"{value} does not lie in its range of {low} to {high}")


def logistic(log_odds: float) -> float:
    """The probability of natural log-odds, for odds of any size."""
    if log_odds < 0:
        odds = math.exp(log_odds)
        return odds / (1.0 + odds)
    return 1.0 / (1.0 + math.exp(-log_odds))


def log_odds(probability: float) -> float:
    """The natural log-odds of a probability; infinite at 0 and 1, not a number outside."""
    if 0.0 < probability < 1.0:
        return math.log(probability) - math.log1p(-probability)
    return {0.0: -math.inf, 1.0: math.inf}.get(probability, math.nan)
