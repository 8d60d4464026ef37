"""Places in a text: Span within one article, Ref across articles, and ids that come from content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch [start, end) of one article's text, in Unicode code points; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse what could not be sliced."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"no such span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        """Length in code points, at least 1."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` at this place."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same stretch, `by` code points further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A place in one of several articles: the article's id and a span of its text."""

    article: str
    span: Span


def trimmed(text: str, start: int, end: int, strip: str | None = None) -> Span | None:
    """The span of text[start:end] without the characters of `strip` (white space if None) at its ends.

    None where nothing is left.
    """
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(strip))
    right = len(piece.rstrip(strip))
    return Span(start + left, start + right) if left < right else None


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of `spans`; ValueError where there is none."""
    kept = tuple(spans)
    return Span(min(span.start for span in kept), max(span.end for span in kept))


def content_id(kind: str, *parts: object) -> str:
    """An id made of `kind` and 12 hexadecimal digits of the SHA-256 over `parts`.

    The same content has the same id in every run, so that re-runs, golden files and rulings line up.
    """
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"))
    return f"{kind}-{digest.hexdigest()[:12]}"
