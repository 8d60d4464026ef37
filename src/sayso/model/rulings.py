"""Rulings: what a person decided. Data passed in, never overwritten by a re-run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["accept", "reject", "merge", "split", "date", "outcome"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision in the append-only journal; for the same target the last one stands.

    `target` is the id of a statement ("accept", "reject"), two source ids joined by "+" ("merge", "split"), an
    article's id ("date", with `value` an ISO day or "earliest/latest") or a hypothesis' id ("outcome", with
    `value` "yes DAY" or "no DAY"). `at` is an ISO date-time.
    """

    target: str
    verdict: Verdict
    by: str
    at: str
    why: str
    value: str | None = None
