"""An article's text as the desk shows it: pieces of it with flat marks, each of which knows where it stands.

A statement is judged beside its text, and its place is mended by selecting words there. So the page must carry the
text exactly, and must be able to tell for every point of it which code point of the article that is. Three rules
bring this about:

- The text is cut into segments at every end of every mark (showing/marks.py). Each segment, marked or not, is an
  element with the code point at which it starts (`data-s`). A browser counts UTF-16 units; the script counts code
  points from the start of the segment, so that characters beyond the basic plane shift nothing.
- Nothing is normalised. A carriage return is written as a reference, since a browser would drop it otherwise. Two
  things cannot stand in HTML at all, NUL and lone surrogates; each becomes one U+FFFD, which keeps all counts.
- What is left out is left out in whole stretches. A paragraph of ten million characters is shown around the
  statement, and its two ends are shown where the statement itself is that long. Each gap says how much it leaves
  out, and the article's own page shows the whole in pieces.

Everything is linear in the text that is shown, n log n in the marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from sayso.errors import SettingError
from sayso.model.article import Block
from sayso.model.case import Page
from sayso.model.span import Span
from sayso.model.statements import Statement
from sayso.showing.daywords import meant
from sayso.showing.escapes import LOST, inert, visible
from sayso.showing.marks import Segment, Tag, segments

#: Code points shown on either side of a statement at most, and of a statement from either end.
ROOM = 2400

#: Code points of an article's own page: about forty screens.
PIECE = 60_000

#: Places of one statement that are shown, the first ones.
PLACES = 8

_WORD = re.compile(r"\s\S", re.ASCII)
_LOST = dict.fromkeys(LOST, "�")


@dataclass(frozen=True, slots=True)
class Shown:
    """A block, or a piece of one, as HTML: its kind, where it stands, and how much is left out right before it.

    `kind` is that of the block, "between" for what stands between two.
    """

    kind: str
    start: int
    end: int
    html: Markup
    gap: int = 0


def windows(
    text: str, blocks: Sequence[Block], places: Sequence[Span], *, around: int = 2, room: int = ROOM
) -> tuple[Span, ...]:
    """The stretches of `text` to show for a statement at `places`: their blocks and `around` more on either side.

    On no side more than `room` code points are shown, cut at a word where one ends nearby. In order, apart.
    """
    spans = [block.span for block in blocks] or [Span(0, max(1, len(text)))]
    starts = [span.start for span in spans]
    wanted: list[tuple[int, int]] = []
    for place in places[:PLACES]:
        for piece in _ends(place, room):
            first = max(0, bisect_right(starts, piece.start) - 1 - around)
            last = min(len(spans) - 1, max(0, bisect_right(starts, piece.end - 1) - 1) + around)
            low = max(min(spans[first].start, piece.start), piece.start - room)
            high = min(max(spans[last].end, piece.end), piece.end + room, len(text))
            wanted.append((_word_from(text, low, piece.start), _word_to(text, high, piece.end)))
    return _joined(wanted)


def pieces(length: int, at: int = 0, size: int = PIECE) -> tuple[Span, int | None, int | None]:
    """The stretch of a text of `length` that holds code point `at`, and where the one before and after begins."""
    start = min(max(0, at), max(0, length - 1)) // size * size
    end = min(length, start + size)
    return (
        Span(start, max(end, start + 1)),
        start - size if start else None,
        end if end < length else None,
    )


def shown(
    text: str, blocks: Sequence[Block], tags: Iterable[Tag], stretches: Sequence[Span], *,
    ids: Mapping[int, str] | None = None,
) -> tuple[Shown, ...]:  # fmt: skip
    """The `stretches` of `text` as blocks of segments; together they are the text, but for the gaps between.

    `ids` gives an element id for the segment that starts at a code point.
    """
    out: list[Shown] = []
    kept = [tag for tag in tags if any(tag.span.overlaps(one) for one in stretches)]
    at = 0
    for stretch in stretches:
        end = min(stretch.end, len(text))
        parts = list(_parts(blocks, stretch.start, end))
        cuts = [stretch.start, *(edge for start, stop, _ in parts for edge in (start, stop))]
        found = segments(kept, end=end, cuts=[*cuts, *(ids or ())])
        held = (one for one in found if one.start >= stretch.start)
        for start, stop, kind in parts:
            html = Markup("").join(_segment(text, one, ids or {}) for one in _until(held, stop))
            out.append(Shown(kind, start, stop, html, max(0, start - at)))
            at = stop
    return tuple(out)


def tags_of(page: Page, statements: Iterable[Statement], *, chosen: str | None = None) -> list[Tag]:
    """The marks of a page: contents, sources, cues, words that move a certainty, times and amounts.

    A content carries its statement's id, as "of-ID", beside "say". Those of the statement `chosen` are "at" as
    well, its sources "by", its cues "cued".
    """
    tags: list[Tag] = []
    for said in statements:
        mine = said.id == chosen
        label = f"of-{said.id}"
        for span in said.content:
            tags += [Tag(span, "say"), Tag(span, label)] + ([Tag(span, "at")] if mine else [])
        for hop in said.chain:
            tags += _voice(hop.source.span, "src", "by" if mine else "", label)
            tags += _voice(hop.cue.span, "cue", "cued" if mine else "", label)
        tags += [Tag(span, "hedge") for span in said.commitment.words]
    tags += [Tag(time.span, "when", meant(time)) for time in page.times]
    return tags + [Tag(amount.span, "num") for amount in page.amounts]


def _voice(span: Span | None, name: str, mine: str, label: str) -> list[Tag]:
    """The marks of a source or a cue, none where the text leaves it out."""
    if span is None:
        return []
    return [Tag(span, name)] + ([Tag(span, mine), Tag(span, label)] if mine else [])


def told(text: str) -> str:
    """`text` as a browser holds it: what HTML cannot carry as U+FFFD."""
    return text.translate(_LOST)


def located(text: str, words: str, near: Span, *, reach: int = 20_000) -> Span:
    """Where `words` stand in `text`, at or nearest to `near`; a form's line breaks fit any line break.

    SettingError where they do not stand within `reach` code points, or where two places are equally near.
    """
    wanted = words.strip()
    if not wanted:
        raise SettingError("no words were given")
    lines = re.split(r"\r\n|\r|\n", wanted)
    pattern = re.compile(r"(?:\r\n|\r|\n)".join(map(re.escape, lines)))
    low, high = max(0, near.start - reach), min(len(text), near.end + reach)
    found = [Span(one.start(), one.end()) for one in pattern.finditer(text, low, high)]
    ranked = sorted((_away(one, near), one) for one in found)
    if not ranked:
        raise SettingError("these words do not stand like this near the statement")
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
        raise SettingError("these words stand there twice, equally near; give the places as numbers")
    return ranked[0][1]


def _away(one: Span, near: Span) -> int:
    """How far the ends of two spans are apart where they share nothing; 0 or less, the more they share."""
    return max(one.start, near.start) - min(one.end, near.end)


def _ends(place: Span, room: int) -> Iterator[Span]:
    """A place, or its two ends where it is long."""
    if len(place) <= 2 * room:
        yield place
    else:
        yield Span(place.start, place.start + room)
        yield Span(place.end - room, place.end)


def _word_from(text: str, low: int, limit: int) -> int:
    """`low`, moved on to where a word begins, if one does within forty code points."""
    if low == 0 or text[low - 1].isspace():
        return low
    found = _WORD.search(text, low, min(limit, low + 40))
    return found.end() - 1 if found else low


def _word_to(text: str, high: int, limit: int) -> int:
    """`high`, moved back to where a word ends, if one does within forty code points."""
    if high >= len(text) or text[high].isspace():
        return high
    cut = max(limit, high - 40)
    at = max(text.rfind(sign, cut, high) for sign in " \n\t")
    return at if at > cut else high


def _joined(wanted: list[tuple[int, int]]) -> tuple[Span, ...]:
    """Stretches that overlap or touch as one, in order."""
    out: list[tuple[int, int]] = []
    for low, high in sorted(one for one in wanted if one[0] < one[1]):
        if out and low <= out[-1][1]:
            out[-1] = (out[-1][0], max(high, out[-1][1]))
        else:
            out.append((low, high))
    return tuple(Span(low, high) for low, high in out)


def _parts(blocks: Sequence[Block], low: int, high: int) -> Iterator[tuple[int, int, str]]:
    """Blocks and what stands between them, with their kinds, that cover [low, high)."""
    at = low
    for block in blocks[max(0, bisect_right(blocks, low, key=lambda one: one.span.start) - 1) :]:
        start, stop = max(at, block.span.start), min(block.span.end, high)
        if block.span.start >= high:
            break
        if stop <= start:
            continue
        if start > at:
            yield at, start, "between"
        yield start, stop, block.kind
        at = stop
    if at < high:
        yield at, high, "between" if blocks else "paragraph"


def _until(held: Iterator[Segment], stop: int) -> Iterator[Segment]:
    """The next of `held`, up to the one that ends at `stop`."""
    for one in held:
        yield one
        if one.end >= stop:
            return


def _segment(text: str, one: Segment, ids: Mapping[int, str]) -> Markup:
    """One segment as an element that knows where it starts."""
    names = f' class="{escape(" ".join(one.names))}"' if one.names else ""
    title = f' title="{escape(visible("; ".join(one.titles)))}"' if one.titles else ""
    place = f' id="{escape(ids[one.start])}"' if one.start in ids else ""
    element = "mark" if one.names else "span"
    words = inert(text[one.start : one.end])
    return Markup(f"<{element}{place}{names} data-s={one.start}{title}>{words}</{element}>")  # noqa: S704 (escaped)
