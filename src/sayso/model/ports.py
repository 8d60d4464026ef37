"""Ports: what annotating and linking ask of a brain, so that rules and learned models are interchangeable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.model.article import BlockKind
from sayso.model.span import Span
from sayso.model.statements import Event


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text for a tagger: a block or, for nesting, one content, with its segmentation.

    `sentences` cover `span` in order without overlap. `quotations` are the outermost quoted stretches with
    their marks; a quotation that the next paragraph continues ends with the passage.
    `inner` marks a stretch of a content, read once more for what is told inside it.
    """

    span: Span
    kind: BlockKind
    sentences: tuple[Span, ...]
    quotations: tuple[Span, ...]
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """One raw finding of a tagger: source (None where the text names none), cue, content in text order.

    `content` may hold quotation marks at its ends; annotating trims them. `score` in [0, 1].
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Said:
    """What a gauge is asked about: the source (None where the text names none), the cue and the content."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Grade:
    """What a gauge makes of one thing said.

    `events` are the events in the content, in text order, each with the bounds of the probability that the holder
    gives it. `kinds` are the kinds of reply (model.statements.Commitment.denial, and "none") with their
    probabilities, which sum to 1.
    """

    events: tuple[Event, ...]
    kinds: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a text says about a hypothesis: `relevance` in [0, 1], and where relevant the shares of three leans.

    support + deny + open = 1. `reasons` are in words. `in_kind` marks a text that tells of the event in other words
    of its kind ("leaves office" for "resigns"), `pointed` one that only points to it ("that will happen").
    """

    relevance: float
    support: float
    deny: float
    open: float
    reasons: tuple[str, ...] = ()
    in_kind: bool = False
    pointed: bool = False


class Tagger(Protocol):
    """Finds who says what. Deterministic: the same text gives the same attributions, alone or in company."""

    name: str

    def tag(self, text: str, passages: Sequence[Passage]) -> tuple[Attribution, ...]:
        """Attributions with their cue in one of `passages` of `text`, in text order."""
        ...


class Gauge(Protocol):
    """Says how sure a holder is of what is said, and what kind of reply it is."""

    name: str

    def gauge(self, text: str, passages: Sequence[Passage], said: Sequence[Said]) -> tuple[Grade | None, ...]:
        """One Grade for each thing said, in order; None where the gauge has nothing to say."""
        ...


class Entailer(Protocol):
    """Says how a text bears on a hypothesis. `reads` tells whether more than the words of both is looked at."""

    name: str
    reads: bool

    def bear(self, pairs: Sequence[tuple[str, str]]) -> tuple[Bearing, ...]:
        """One Bearing for each (text, hypothesis), in order."""
        ...

    def by_words(self, pairs: Sequence[tuple[str, str]]) -> tuple[Bearing, ...]:
        """The same by words alone, with reasons that name them."""
        ...
