"""From a tagger's attributions to drafts of statements: clean content spans, mode, block."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.article import BlockKind
from sayso.model.span import Span
from sayso.model.statements import Mode


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before its sources are named and its chain is built.

    `content` has no quotation marks or white space at its ends; `parent` is the index of the draft whose
    content this one stands in, else None.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    mode: Mode
    block: BlockKind
    confidence: float
    parent: int | None = None
