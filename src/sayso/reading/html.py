"""Saved web pages: the visible text in document order, the kind of every block, and what the page states.

The text is ours (tree.py walks the page), so that offsets are exact; which of it is the article is trafilatura's
word (Barbaresi 2021, "Trafilatura", ACL demo; fast mode, precision favoured): a block whose letters stand in its
extraction is main text, every other block is furniture. Three corrections, each for a loss seen on saved pages:

- markup that only furniture carries (nav, footer, aside, forms) outranks it;
- a running-text block that it dropped, standing beside main blocks in the same box, is main text;
- captions, the title and the teaser are told by the markup and by what the page states.

Wording that gives furniture away inside the main text ("Sign up for …") is left to annotating/blocks.py, which sees
all formats.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.errors import InputError
from sayso.model.article import Block, BlockKind, Candidate
from sayso.model.notes import Note
from sayso.model.times import Dating
from sayso.reading.markup import grow, tame
from sayso.reading.pubdate import settle_date
from sayso.reading.stated import stated
from sayso.reading.tree import Piece, linearise

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_RUNNING = 60  # code points from which a block that ends like a sentence is running text
_ITEM = 25  # the same of a list item
_LINKED = 0.5  # share of letters in links from which a block is a list of links
_ELEMENTS = 30_000  # real pages have hundreds to a few thousand; the extractor is quadratic in odd larger ones
_BUDGET = 400_000_000  # code points compared at most when blocks are looked up in the extraction
_NO_MAIN = "The main text could not be told from the page around it; blocks outside navigation were taken for text."


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved page: its visible text, all of it labelled, and what it states of itself."""

    text: str
    layout: tuple[Block, ...]
    candidates: tuple[Candidate, ...]
    published: Dating | None
    notes: tuple[Note, ...]


def parse(source: str, path: str) -> Saved:
    """The page in `source`; InputError where it shows no text."""
    source = tame(source)
    root = grow(source)
    if root is None:
        raise InputError(path, "the page has no content", "save it again, as a complete page")
    text, pieces = linearise(root)
    if not any(char.isalnum() for char in text):
        raise InputError(path, "the page shows no text", "open it in a browser and save it once it is loaded")
    said = stated(root, source)
    usual = sum(1 for _ in root.iter()) <= _ELEMENTS
    kinds, told = _kinds(text, pieces, _extraction(source) if usual else "", said)
    layout = tuple(Block(piece.span, kind) for piece, kind in zip(pieces, kinds, strict=True))
    candidates, published, notes = settle_date(text, pieces, kinds=kinds, said=said, root=root if usual else None)
    if not told:
        notes = (*notes, Note("R109", _NO_MAIN))
    return Saved(text, layout, candidates, published, notes)


def _extraction(source: str) -> str:
    """The main text as trafilatura gives it; "" where it finds none or fails."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - loads only where a page is read

    try:
        document = bare_extraction(grow(source), fast=True, favor_precision=True, include_comments=False)
    except Exception:  # a page must not be lost to whatever odd markup does to the extractor
        return ""
    return (getattr(document, "text", None) or "") if document else ""


def _key(words: str) -> str:
    """Letters and digits only, lower-cased: what two renderings of one passage share."""
    return "".join(char for char in words.lower() if char.isalnum())


# ---- kinds


def _kinds(
    text: str, pieces: Sequence[Piece], extraction: str, said: Sequence[Candidate]
) -> tuple[list[BlockKind], bool]:
    """The kind of each piece, and whether main text was found."""
    main = _in_extraction(text, pieces, extraction)
    told = any(main)
    if not told:
        main = [not piece.furniture and not piece.boxed and piece.linked < _LINKED for piece in pieces]
    _rescue(text, pieces, main)
    title = _title_place(text, pieces, said)
    first = next(
        (at for at, yes in enumerate(main) if yes and pieces[at].tag not in _HEADINGS and at > (title or 0)),
        len(pieces),
    )
    homes = Counter(piece.home for piece, yes in zip(pieces, main, strict=True) if yes)
    descriptions = {_key(one.value) for one in said if one.field == "description"}
    kinds: list[BlockKind] = []
    for at, piece in enumerate(pieces):
        if at == title:
            kinds.append("title")
        elif (
            title is not None and title < at <= first and _is_teaser(text, piece, homes, descriptions=descriptions)
        ):
            kinds.append("teaser")
        else:
            kinds.append(_kind(piece, homes, main=main[at]))
    return kinds, told


def _kind(piece: Piece, homes: Counter[int], *, main: bool) -> BlockKind:
    """The kind of a piece that is neither title nor teaser."""
    if piece.furniture:
        return "furniture"
    if piece.caption:
        return "furniture" if piece.boxed and not main else "caption"
    if piece.tag in _HEADINGS:
        return "heading" if (main or homes[piece.home] >= 2) and not piece.boxed else "furniture"
    return "paragraph" if main else "furniture"


def _in_extraction(text: str, pieces: Sequence[Piece], extraction: str) -> list[bool]:
    """For each piece whether its letters stand in the extraction: a short one as a line, a long one anywhere."""
    lines = {_key(line) for line in extraction.splitlines()}
    whole = _key(extraction)
    budget = _BUDGET
    found: list[bool] = []
    for piece in pieces:
        key = _key(piece.span.of(text))
        inside = key in lines
        if not inside and len(key) >= 25 and budget > 0:
            budget -= len(whole)
            inside = key in whole
        found.append(bool(key) and inside and not piece.furniture)
    return found


def _rescue(text: str, pieces: Sequence[Piece], main: list[bool]) -> None:
    """Take back running text and headings that the extraction dropped although they stand among main blocks.

    Among: in the same box as two main blocks, or with a main block of the same element right before and after,
    furniture passed over.
    """
    homes = Counter(piece.home for piece, yes in zip(pieces, main, strict=True) if yes)
    plain = [at for at, piece in enumerate(pieces) if not (piece.furniture or piece.boxed or piece.caption)]
    around = {at: (left, right) for left, at, right in zip(plain, plain[1:], plain[2:], strict=False)}
    found = []
    for at in plain:
        piece = pieces[at]
        if main[at] or not _running(piece.span.of(text), piece):
            continue
        beside = [other for other in around.get(at, ()) if main[other] and pieces[other].tag == piece.tag]
        if homes[piece.home] >= 2 or len(beside) == 2:
            found.append(at)
    for at in found:
        main[at] = True


def _running(words: str, piece: Piece) -> bool:
    """Whether a piece reads like running text: long enough, ending like a sentence, and no list of links."""
    if piece.tag not in ("p", "li", "blockquote", "div") or piece.linked >= _LINKED:
        return False
    ends = words.rstrip("\"”’')")[-1:] in tuple(".?!…:")
    return ends and len(words) >= (_ITEM if piece.tag == "li" else _RUNNING)


def _title_place(text: str, pieces: Sequence[Piece], said: Sequence[Candidate]) -> int | None:
    """Which piece is the title: the heading that the page's own title says, else the first <h1>."""
    wanted = {_key(one.value) for one in said if one.field == "title"} - {""}
    tops = [at for at, piece in enumerate(pieces) if piece.tag in ("h1", "h2")]
    keys = {at: _key(pieces[at].span.of(text)) for at in tops}
    for at in tops:
        if keys[at] in wanted:
            return at
    for at in tops:
        if len(keys[at]) > 15 and any(one.startswith(keys[at]) for one in wanted):
            return at
    return next((at for at in tops if pieces[at].tag == "h1" and not pieces[at].furniture), None)


def _is_teaser(text: str, piece: Piece, homes: Counter[int], *, descriptions: set[str]) -> bool:
    """Whether a piece between title and text sums the article up."""
    if piece.furniture or piece.caption or not 20 <= len(piece.span) <= 600:
        return False
    return piece.teaser or (homes[piece.home] < 2 and _key(piece.span.of(text)) in descriptions)
