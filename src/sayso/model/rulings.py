"""Rulings: what a person decided. Data passed in, never overwritten by a re-run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["accept", "reject", "merge", "split", "date", "outcome"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision in the append-only journal; for the same target the last one stands.

    `target` is the id of a statement ("accept", "reject"), two source ids joined by "+" ("merge", "split"), an
    article's id ("date", with `value` an ISO day or "earliest/latest") or a hypothesis' id ("outcome", with
    `value` "yes DAY", "no DAY" or "open": nobody knows any longer). An outcome's target may also be the words of
    the hypothesis or of the question; `source` then says on whose word it is, and `on` the day on which it
    happened. `at` is an ISO date-time.
    """

    target: str
    verdict: Verdict
    by: str
    at: str
    why: str
    value: str | None = None
    source: str | None = None
    on: str | None = None


#: Verdicts that speak of the same thing: a later one of the family takes an earlier one's place.
_FAMILY: dict[Verdict, str] = {
    "accept": "statement",
    "reject": "statement",
    "merge": "identity",
    "split": "identity",
    "date": "date",
    "outcome": "outcome",
}


def standing(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The rulings that stand: for each target the last one, in the order in which they were made.

    "a+b" and "b+a" are one target.
    """
    kept: dict[tuple[str, str], Ruling] = {}
    for ruling in rulings:
        key = (_FAMILY[ruling.verdict], "+".join(sorted(ruling.target.split("+"))))
        kept.pop(key, None)
        kept[key] = ruling
    return tuple(kept.values())
