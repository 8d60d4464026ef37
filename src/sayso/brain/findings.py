"""What the rules pass around: a sentence of a passage, and an attribution found in it, in tokens."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.brain.tokens import Tokens

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens floor … ceiling-1 of `t`, the final stop left out."""

    t: Tokens
    floor: int
    ceiling: int


@dataclass(frozen=True, slots=True)
class Finding:
    """An attribution in tokens, with the name of the pattern that found it and the lemma of its cue.

    `content` is empty where a colon at the sentence's end announces what the next block says.
    """

    pattern: str
    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    lemma: str = ""
