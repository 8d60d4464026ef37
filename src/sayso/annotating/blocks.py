"""Blocks of an article: title, teaser, headings, paragraphs, captions and the furniture of its page.

What the format states (a saved page, front matter) comes with the article as its layout and stands. The rest of
the text is cut into units first and named afterwards.

Units. Lines between empty lines form a chunk. A chunk of several lines is one unit where it is hard-wrapped: the
first word of each next line would not have fitted into the line before it. Otherwise each line is a unit.

Names, in this order: a list of slide titles (a run of short lines at the top that come again further down);
captions; furniture by its wording (lang/en/furniture.py), which may open a box or a list of other stories that
goes on; the title; headings; and everything else is a paragraph. Where in doubt a unit is a paragraph: a
statement lost to furniture is lost, furniture read as a paragraph is seldom taken for a statement.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from sayso.lang.en import furniture as table
from sayso.model.article import Article, Block, BlockKind
from sayso.model.span import Span, trimmed

_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_LINE = re.compile(f"[^{_BREAKS}]+")
_TITLE = 200  # code points; longer first lines are paragraphs
_HEADING = 110
_WRAP = 100  # widest column that counts as hard-wrapped
_ENDS = ".,;:…"
_BY = re.compile(r"^(?:By|BY|Written by|Words by|Story by|Reported by) ")
_AND = re.compile(r", and | and |, ")
_CAPITALISED = 0.7  # share of long words with a capital that makes a line with a full stop a title


@dataclass(frozen=True, slots=True)
class _Unit:
    """One unit: its span, its bare wording, and whether empty lines (or the text's ends) stand around it."""

    span: Span
    raw: str
    bare: str
    opened: bool
    closed: bool


def blocks(article: Article) -> tuple[Block, ...]:
    """The blocks of `article` in text order, without overlap, covering all but white space."""
    text = article.text
    found = [_refined(text, given) for given in article.layout]
    at = 0
    for given in (*sorted(article.layout), None):
        end = given.span.start if given else len(text)
        if at < end:
            found += _segmented(text, at, end, article=article)
        at = given.span.end if given else end
    return tuple(sorted(found))


def _refined(text: str, given: Block) -> Block:
    """`given`, or where its markup says running text and its wording furniture or caption, the wording's kind."""
    if given.kind not in ("paragraph", "heading"):
        return given
    raw = given.span.of(text)
    bare = _bare(raw)
    if _is_furniture(raw, bare):
        return Block(given.span, "furniture")
    return Block(given.span, "caption") if _is_caption(raw, bare) else given


def _segmented(text: str, start: int, end: int, *, article: Article) -> list[Block]:
    """The blocks of a stretch of plain text or Markdown."""
    units = _units(text, start, end)
    kinds: list[BlockKind | None] = [None] * len(units)
    _mark_known_title(units, kinds, article.title)
    _mark_slides(units, kinds)
    _mark_furniture(units, kinds)
    _mark_writer(units, kinds, article.byline)
    _mark_first_title(units, kinds)
    for place in range(len(units)):
        if kinds[place] is None:
            kinds[place] = "heading" if _heads(units, kinds, place) else "paragraph"
    return [Block(unit.span, kind or "paragraph") for unit, kind in zip(units, kinds, strict=True)]


# ---- units


def _units(text: str, start: int, end: int) -> list[_Unit]:
    """The units of a stretch of text, in order."""
    lines = [span for found in _LINE.finditer(text, start, end) if (span := trimmed(text, *found.span()))]
    width = max((len(line) for line in lines), default=0)
    long = sum(len(line) > _WRAP for line in lines)
    wrapped = long <= len(lines) // 20
    chunks: list[list[Span]] = []
    for line in lines:
        if chunks and not _empty_between(text, chunks[-1][-1].end, line.start):
            chunks[-1].append(line)
        else:
            chunks.append([line])
    units: list[_Unit] = []
    for chunk in chunks:
        joined = len(chunk) > 1 and wrapped and _hard_wrapped(text, chunk, min(width, _WRAP))
        spans = [Span(chunk[0].start, chunk[-1].end)] if joined else chunk
        last = len(spans) - 1
        units += [_unit(text, span, opened=at == 0, closed=at == last) for at, span in enumerate(spans)]
    return [*_unglued(text, units[0]), *units[1:]] if units else []


def _unglued(text: str, first: _Unit) -> list[_Unit]:
    """A first unit cut in two where a reading aid is glued to the first sentence."""
    at = first.span.start
    for _ in range(4):
        glued = table.GLUED.match(text, at, first.span.end)
        at = glued.end() if glued else at
    aid = trimmed(text, first.span.start, at)
    rest = trimmed(text, at, first.span.end)
    if not aid or not rest:
        return [first]
    return [_unit(text, aid, opened=True, closed=False), _unit(text, rest, opened=False, closed=first.closed)]


def _unit(text: str, span: Span, *, opened: bool, closed: bool) -> _Unit:
    """The unit at `span`, with its wording made bare for comparison."""
    raw = span.of(text)
    return _Unit(span, raw, _bare(raw), opened, closed)


def _bare(raw: str) -> str:
    """Lower case, plain quotation marks, single spaces, no marks or symbols at the ends; "" for very long text."""
    if len(raw) > 2 * table.LONGEST:
        return ""
    low = raw.lower().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    low = " ".join(low.split())
    first = next((at for at, char in enumerate(low) if char.isalnum() or char in "([@©<"), len(low))
    last = next((at for at in range(len(low), first, -1) if low[at - 1].isalnum() or low[at - 1] in ")?"), first)
    return low[first:last]


def _empty_between(text: str, left: int, right: int) -> bool:
    """Whether an empty line stands between two places with only white space between them."""
    gap = text[left:right].replace("\r\n", "\n")
    return sum(char in _BREAKS for char in gap) > 1 or "\u2029" in gap


def _hard_wrapped(text: str, chunk: list[Span], width: int) -> bool:
    """Whether the lines of a chunk are one paragraph broken at a column."""
    full = 0
    for line, following in pairwise(chunk):
        word = following.of(text)[:_WRAP].split(None, 1)[0]
        full += len(line) + 1 + len(word) > width and len(line) >= 0.6 * width
    return width >= 40 and full >= 0.8 * (len(chunk) - 1)


# ---- names


def _mark_slides(units: list[_Unit], kinds: list[BlockKind | None]) -> None:
    """Mark a list of slide titles or contents near the top whose lines come again as lines of their own."""
    begin = 0
    while begin < min(len(units), 12):
        end = begin
        while end < len(units) and len(units[end].raw) <= _HEADING and (end == begin or not units[end].opened):
            end += 1
        if end - begin >= 3 and _mark_run(units, kinds, begin, end):
            return
        begin = max(end, begin + 1)


def _mark_run(units: list[_Unit], kinds: list[BlockKind | None], begin: int, end: int) -> bool:
    """Mark units[begin:end] as furniture if most of them come again; the last may be the first heading itself."""
    later = Counter(unit.bare for unit in units[end:] if len(unit.raw) <= _HEADING)
    own = Counter(unit.bare for unit in units[begin:end])
    heads = own[units[end - 1].bare] > 1 and units[end - 1].closed
    stop = end - 1 if heads else end
    known = [bool(later[unit.bare]) or own[unit.bare] > 1 for unit in units[begin:stop]]
    if sum(known) < max(2, 0.5 * len(known)):
        return False
    first = begin if known[0] or begin else begin + 1
    for place in range(first, stop):
        kinds[place] = kinds[place] or "furniture"
    if heads:
        kinds[end - 1] = "heading"
    slides = {unit.bare for unit in units[first:stop]}
    for place in range(end, len(units)):
        if units[place].bare in slides and units[place].opened and units[place].closed:
            kinds[place] = "heading"
    return True


def _mark_furniture(units: list[_Unit], kinds: list[BlockKind | None]) -> None:
    """Mark captions and furniture by their wording, and the boxes and lists that furniture opens."""
    box = 0
    listing = False
    for place, unit in enumerate(units):
        if kinds[place] is not None:
            continue
        if unit.bare in table.ABOUT:
            kinds[place], box, listing = "furniture", table.BOX, False
        elif unit.bare in table.LISTS and (unit.opened or unit.closed):
            kinds[place], box, listing = "furniture", 0, True
        elif _is_furniture(unit.raw, unit.bare):
            kinds[place] = "furniture"
        elif _is_caption(unit.raw, unit.bare):
            kinds[place] = "caption"
        elif box and place >= len(units) - table.BOX:
            kinds[place], box = "furniture", box - 1
        elif listing and _is_link(unit):
            kinds[place] = "furniture"
        else:
            box, listing = 0, False


def _is_furniture(raw: str, bare: str) -> bool:
    """Whether the wording alone says that a unit is furniture of the page."""
    if not bare:
        return not any(char.isalnum() for char in raw[: 2 * table.LONGEST]) and len(raw) <= 2 * table.LONGEST
    if len(bare) > table.LONGEST:
        return False
    if table.BYLINE.fullmatch(raw.strip(" *_")):
        return True
    return _only_phrases(bare) or (bare[0] in "([" and _only_phrases(bare.strip("()[] .")))


def _only_phrases(bare: str) -> bool:
    """Whether a unit is made of nothing but known phrases and notices, however they are strung together."""
    if bare in table.PHRASES or table.NOTICES.fullmatch(bare):
        return True
    pieces = [piece.strip(" \"'") for piece in re.split(r"[.|•·/»>\n]+ ?|(?: [-–—] )", bare)]
    pieces = [piece for piece in pieces if piece]
    if bare.count(" | ") >= 2 and len(bare) <= 80 * len(pieces):
        return True  # a row of links
    if pieces == [bare]:
        return False  # it was looked at already
    return bool(pieces) and all(piece in table.PHRASES or table.NOTICES.fullmatch(piece) for piece in pieces)


def _is_caption(raw: str, bare: str) -> bool:
    """Whether the wording alone says that a unit belongs to a picture."""
    if not bare or len(bare) > table.LONGEST:
        return False
    written = raw[0] not in '"“' and table.CAPTIONS.fullmatch(bare)
    return bool(written or table.CREDIT.search(bare))


def _is_link(unit: _Unit) -> bool:
    """Whether a unit looks like the title of another story: short, and no sentence."""
    return len(unit.raw) <= _HEADING and unit.raw[-1] not in '.”"' and not unit.raw.startswith(("“", '"'))


def _mark_writer(units: list[_Unit], kinds: list[BlockKind | None], byline: str | None) -> None:
    """Mark the last lines that say who the writer is, where the byline names the same person."""
    lines = [byline or "", *(unit.raw for unit in units[:20] if table.BYLINE.fullmatch(unit.raw.strip(" *_")))]
    names = [name.strip(" .*_") for line in lines for name in _AND.split(_BY.sub("", line))]
    for place in range(len(units) - 1, max(0, len(units) - 4), -1):
        raw = units[place].raw.strip("*_ ")
        if kinds[place] == "furniture":
            continue
        if len(raw) > table.LONGEST or any(char in raw for char in '"“'):
            return
        named = (len(name) for name in names if " " in name and raw.startswith(name))
        if not any(table.BIO.match(raw, length) for length in named):
            return
        kinds[place] = "furniture"


def _mark_known_title(units: list[_Unit], kinds: list[BlockKind | None], title: str | None) -> None:
    """Mark the unit that says what the article's title says, where it is near the top."""
    wanted = _bare(title) if title else ""
    for place, unit in enumerate(units[:40]):
        if wanted and unit.bare == wanted:
            kinds[place] = "title"
            return


def _mark_first_title(units: list[_Unit], kinds: list[BlockKind | None]) -> None:
    """Mark a fitting first unit as the title, where none is marked yet."""
    if "title" in kinds:
        return
    for place, unit in enumerate(units[:40]):
        if kinds[place] is None:
            if _titles(unit, alone=len(units) == 1):
                kinds[place] = "title"
            return


def _titles(unit: _Unit, *, alone: bool) -> bool:
    """Whether a first unit is a title: short, followed by an empty line, and no sentence of running text."""
    if unit.raw.startswith("# "):
        return True
    if not unit.closed or alone or len(unit.raw) > _TITLE or unit.raw[:1] in '"“':
        return False
    if unit.raw.rstrip("\"”’'*_")[-1:] not in tuple(_ENDS):
        return True
    long = [word for word in unit.raw.split() if len(word) > 3]
    capitals = sum(not word.lstrip("\"“‘'(")[:1].islower() for word in long)
    return len(long) > 3 and unit.raw[-1] == "." and capitals >= _CAPITALISED * len(long)


def _heads(units: list[_Unit], kinds: list[BlockKind | None], place: int) -> bool:
    """Whether a unit is a heading: a short line that stands alone, is no sentence, and has text under it."""
    unit = units[place]
    if re.match(r"#{1,6} ", unit.raw):
        return True
    if place + 1 >= len(units) or len(unit.raw) > _HEADING or any(char in unit.raw for char in _BREAKS):
        return False
    if kinds[place + 1] == "furniture" or (
        not unit.raw[0].isupper() and not unit.raw[0].isdigit() and unit.raw[0] not in '"“‘*'
    ):
        return False
    last = unit.raw.rstrip("\"”’'»)*_")[-1:]
    if not last or last in _ENDS or len(unit.raw.split()) > (8 if last == "!" else 16):
        return False
    if unit.opened and unit.closed:
        return unit.raw[-1] not in '"”' or unit.raw[0] not in '"“'
    return len(unit.raw) <= 60 and last.isalnum() and len(units[place + 1].raw) > 2 * len(unit.raw)
