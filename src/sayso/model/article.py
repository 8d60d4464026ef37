"""An article as it was read: its text unchanged, what is known about it, and the layout of its blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from sayso.model.notes import Note
from sayso.model.span import Span
from sayso.model.times import Dating

BlockKind = Literal["title", "teaser", "heading", "paragraph", "caption", "furniture"]

#: Blocks that announce the text below them: they shorten it, and often say more than it does.
HEADS: Final[frozenset[str]] = frozenset({"title", "teaser", "heading"})


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A stretch of the text and what it is on the page; "furniture" is what no article says."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value found for a field of the article ("title", "published", …), and where it was found.

    `where` names the place in words a person can check ("meta property og:title", "front matter",
    "manifest cases.csv"); `chosen` marks the one the article carries.
    """

    field: str
    value: str
    where: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `text` is never cut or normalised; junk is labelled, not deleted.

    `raw_digest` is the SHA-256 (hexadecimal) of the bytes as read. `layout` holds the blocks that the format
    itself states (HTML); it is empty where the text must be segmented (plain text). `retrieved` is an ISO
    date-time as given, or None. `notes` are the reader's.
    """

    id: str
    path: str
    text: str
    raw_digest: str
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    published: Dating | None = None
    retrieved: str | None = None
    layout: tuple[Block, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    notes: tuple[Note, ...] = ()
