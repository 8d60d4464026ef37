"""How sure a pattern is: its share of right findings."""

from __future__ import annotations

from sayso.brain.findings import Finding

SCORES: dict[str, float] = {}


def score(finding: Finding) -> float:
    """The precision of the finding's pattern."""
    return SCORES.get(finding.pattern, 0.5)
