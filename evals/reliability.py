"""Reliability: whether statements with a confidence of 0.8 are right eight times in ten.

Statements are sorted into tenths by their confidence; in each, the mean confidence stands beside the share that
is right. The expected calibration error is the mean distance of the two, each tenth weighted by its statements
(Naeini, Cooper and Hauskrecht, AAAI 2015).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evals.attributions import Verdict

TENTHS = 10


@dataclass(frozen=True, slots=True)
class Judgement:
    """A statement's confidence in [0, 1], whether an annotator's copy holds it right, and the copy's weight."""

    confidence: float
    right: bool
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Tenth:
    """Statements of like confidence, from `low` up to `low` + 0.1: mean confidence, share right, and how many."""

    low: float
    confidence: float
    right: float
    weight: float


def judgements(confidences: Sequence[float], given: Iterable[Verdict]) -> Iterator[Judgement]:
    """One judgement for each statement a copy judges; `confidences` are in the order of what was found."""
    for verdict in given:
        right = set(verdict.matched.values())
        for j in verdict.judged:
            yield Judgement(confidences[j], j in right, verdict.weight)


def tenths(judged: Iterable[Judgement]) -> list[Tenth]:
    """The tenths that hold a statement, in order; a confidence of 1 belongs to the last."""
    groups: dict[int, list[Judgement]] = {}
    for one in judged:
        groups.setdefault(min(TENTHS - 1, int(one.confidence * TENTHS)), []).append(one)
    return [_tenth(number, groups[number]) for number in sorted(groups)]


def _tenth(number: int, judged: Sequence[Judgement]) -> Tenth:
    weight = sum(one.weight for one in judged)
    confidence = sum(one.weight * one.confidence for one in judged) / weight
    right = sum(one.weight * one.right for one in judged) / weight
    return Tenth(number / TENTHS, confidence, right, weight)


def calibration_error(rows: Sequence[Tenth]) -> float:
    """The expected calibration error in points (0 to 100); 0 where there is no statement."""
    weight = sum(row.weight for row in rows)
    return 100 * sum(row.weight * abs(row.confidence - row.right) for row in rows) / weight if weight else 0.0


def table(rows: Sequence[Tenth]) -> tuple[str, ...]:
    """The tenths as a Markdown table: confidence, statements, mean confidence and share right in percent."""
    return (
        "| confidence | statements | mean, % | right, % |",
        "| --- | ---: | ---: | ---: |",
        *(
            f"| {row.low:.1f} to {row.low + 1 / TENTHS:.1f} | {row.weight:.0f} | {100 * row.confidence:.0f} "
            f"| {100 * row.right:.0f} |"
            for row in rows
        ),
    )
