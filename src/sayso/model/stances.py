"""Hypotheses, what statements say about them, and statements that cannot both hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Lean = Literal["support", "deny", "open", "unrelated"]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A proposition that will turn out true or false.

    `closes` is the last day on which it can come true; `resolver` names who would settle it, where the
    question says so. `negates` is the id of the hypothesis that this one is the negation of, else None.
    """

    id: str
    text: str
    opens: date | None = None
    closes: date | None = None
    resolver: str | None = None
    negates: str | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """What one statement says about one hypothesis; `strength` in [0, 1], 0 where it leaves it open."""

    statement: str
    hypothesis: str
    lean: Lean
    strength: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements that cannot both hold. `about` says on what, in words, `kind` how they come to clash.

    Where one origin was "changed on the way", the right statement is the later one.
    """

    left: str
    right: str
    about: str
    strength: Literal["strong", "weak"]
    kind: Literal["contradiction", "change of mind", "heading", "numbers", "changed on the way"] = "contradiction"
