"""Hypotheses, what statements say about them, and statements that cannot both hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sayso.model.span import Ref

Lean = Literal["support", "deny", "open", "unrelated"]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A proposition that will turn out true or false.

    `closes` is the last day on which it can come true; `resolver` names who would settle it, where the
    question says so. `negates` is the id of the hypothesis that this one is the negation of, else None.
    `subject` and `event` are the words for who or what, and for what is to happen, in its base form, where
    the two could be told apart.
    """

    id: str
    text: str
    opens: date | None = None
    closes: date | None = None
    resolver: str | None = None
    negates: str | None = None
    subject: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """What one statement says about one hypothesis; `strength` in [0, 1], 0 where it leaves it open.

    `by` is the person who set it, None where it was read off the statement.
    """

    statement: str
    hypothesis: str
    lean: Lean
    strength: float
    reasons: tuple[str, ...] = ()
    by: str | None = None


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


@dataclass(frozen=True, slots=True)
class NearMiss:
    """What looks like the event of a hypothesis and is not it: `what` in a text's words, `why` in ours.

    `statements` are the ids of those that speak of it.
    """

    hypothesis: str
    what: str
    why: str
    statements: tuple[str, ...]
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A contested proposition that a case could be asked about: `question` is worded for `--ask`.

    `support`, `deny` and `open` count origins, `statements` are ids, the clearest first.
    """

    question: str
    closes: date | None
    support: int
    deny: int
    open: int
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """What a source has said of a hypothesis on one occasion: one statement stands for it.

    `day` is the last day by which it was said, None where nobody knows; `change` says in words how it differs from
    the turn before, empty where it does not.
    """

    statement: str
    day: date | None
    lean: Lean
    strength: float
    change: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """What one source of the case has said of one hypothesis, turn by turn in the order of days."""

    source: str
    hypothesis: str
    turns: tuple[Turn, ...]
