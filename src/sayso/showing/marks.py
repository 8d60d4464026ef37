"""Flat marks: a text and spans that overlap become segments that do not, each with all its names.

HTML elements nest, spans of a text need not: a cue may stand inside one content and across the end of another.
So the text is cut at every start and end, and each piece becomes one `<mark>` that carries the names of all
spans that cover it. Nothing is added to or taken from the text: stripping the tags gives it back. What must be
seen beside the text (numbers, labels) comes from attributes through the style sheet.

One sweep over sorted boundaries: n log n in the number of spans, linear in the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from sayso.model.span import Span
from sayso.showing.escapes import inert, visible

#: Names that one piece carries at most. More than a dozen layers over one word is hostile, not informative.
LAYERS = 12


@dataclass(frozen=True, slots=True)
class Tag:
    """A span to mark: `name` becomes a class, `title` what a pointer shows over its first piece."""

    span: Span
    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the text, the names of all tags over it, sorted, and the titles of those that begin here."""

    start: int
    end: int
    names: tuple[str, ...]
    titles: tuple[str, ...] = ()


def segments(tags: Iterable[Tag], *, end: int, cuts: Iterable[int] = ()) -> Iterator[Segment]:
    """Segments that cover [0, end) in order without overlap, cut at every tag's ends and at `cuts`."""
    opens: dict[int, list[Tag]] = {}
    closes: dict[int, list[str]] = {}
    for tag in tags:
        if tag.span.start < end:
            opens.setdefault(tag.span.start, []).append(tag)
            closes.setdefault(min(tag.span.end, end), []).append(tag.name)
    points = sorted({0, end, *opens, *closes, *(cut for cut in cuts if 0 <= cut <= end)})
    active: Counter[str] = Counter()
    for start, stop in pairwise(points):
        for name in closes.get(start, ()):
            active[name] -= 1
            if not active[name]:
                del active[name]
        began = opens.get(start, [])
        active.update(tag.name for tag in began)
        titles = tuple(tag.title for tag in began if tag.title)
        yield Segment(start, stop, tuple(sorted(active)[:LAYERS]), titles)


def marked(text: str, pieces: Sequence[Segment], after: Mapping[int, Markup] | None = None) -> Markup:
    """HTML of `pieces` of `text`; `after` holds elements without text to put behind the piece that ends there."""
    out: list[str] = []
    for piece in pieces:
        words = inert(text[piece.start : piece.end])
        if piece.names:
            title = f' title="{escape(visible("; ".join(piece.titles)))}"' if piece.titles else ""
            names = piece.names[0] if len(piece.names) == 1 else f'"{" ".join(piece.names)}"'
            words = f"<mark class={names}{title}>{words}</mark>"
        out.append(words)
        if after and piece.end in after:
            out.append(str(after[piece.end]))
    return Markup("".join(out))  # noqa: S704 (each part is escaped where it is made)
