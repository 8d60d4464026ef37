"""Statements: what is said, by whom, on whose word, and how far the innermost holder commits to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.article import BlockKind
from sayso.model.span import Span
from sayso.model.times import Dating

Force = Literal["assert", "deny", "decline-to-rule-out", "question", "order", "predict", "plan", "believe"]
Mode = Literal["direct", "indirect", "mixed"]
Polarity = Literal["affirmed", "negated", "open"]


@dataclass(frozen=True, slots=True)
class Voice:
    """A source as one hop names it: the words at their place, or None where the text leaves it out."""

    span: Span | None
    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute ("said", "according to"), or None where layout alone does ("— X")."""

    span: Span | None
    text: str


@dataclass(frozen=True, slots=True)
class Hop:
    """One mouth in a chain. `via` names the medium or carrier it went through ("Telegram", "TASS")."""

    source: Voice
    cue: Cue
    force: Force
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event in a content, at its place, and how far the holder commits to it: bounds of a probability."""

    span: Span
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Commitment:
    """How far the innermost holder stands by the content.

    `low` and `high` bound the probability that the holder gives the content as worded (a bare assertion is
    high; "may" is wide). `hedges` and `negations` are the words that moved it. `non_denial` marks a reply that
    sounds like a denial and rules nothing out; `denial` names the kind ("denial", "denial of discussion",
    "denial of knowledge", "not ruled out", "dismissal of rumours", "denial for now"), None where none is made.
    `events` are the events in the content, each with its own bounds, where a gauge has read it.
    """

    polarity: Polarity
    low: float
    high: float
    hedges: tuple[Span, ...] = ()
    negations: tuple[Span, ...] = ()
    non_denial: bool = False
    denial: str | None = None
    events: tuple[Event, ...] = ()

    @property
    def words(self) -> tuple[Span, ...]:
        """The places of all words that moved the commitment, in text order."""
        return tuple(sorted({*self.hedges, *self.negations}))


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said, at its place.

    `content` are one or more spans of the article's text, quotation marks left out. `chain` runs from the
    outermost to the innermost hop: chain[-1] is the one whose words or thoughts the content gives; it is empty
    where the article speaks in its own voice. `parent` is the id of the statement whose content this one stands
    in. `times` and `amounts` are ids of mentions inside the content. `confidence` in [0, 1] is the tagger's.
    `told` is the id of the mention that tells when it was said ("said on Friday"), None where the text does not;
    `said` is when it was said, with its evidence, once the article has a date.
    """

    id: str
    article: str
    content: tuple[Span, ...]
    chain: tuple[Hop, ...]
    parent: str | None
    mode: Mode
    commitment: Commitment
    times: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    block: BlockKind = "paragraph"
    confidence: float = 1.0
    told: str | None = None
    said: Dating | None = None

    def words(self, text: str) -> str:
        """The content as one line; pieces of a discontinuous content are joined by " … "."""
        return " … ".join(" ".join(span.of(text).split()) for span in self.content)
