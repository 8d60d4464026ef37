"""An article: its text with marks beside its statements, in pieces where it is long."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk.marking import Shown, pieces, shown, tags_of
from sayso.app.desk.shell import opened, page
from sayso.errors import StoreError
from sayso.linking.edits import edited
from sayso.model.case import Page
from sayso.model.keeping import Item, Line, Wanted
from sayso.model.prose import called, shortened
from sayso.model.rulings import Ruling, standing
from sayso.model.span import Span, cover
from sayso.model.statements import Statement
from sayso.showing.escapes import link
from sayso.showing.words import LEANS, likelihood

if TYPE_CHECKING:
    from sayso.store.repository import Repository

#: Statements of one article that are shown beside its text.
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Beside:
    """A statement beside its text: its number on the page, its chain, its words, and what was read in it."""

    id: str
    number: int
    chain: tuple[tuple[str, str], ...]
    words: str
    certainty: str
    lean: str
    sign: str
    state: str
    locked: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of the text and the statements that begin in it."""

    pieces: tuple[Shown, ...]
    cards: tuple[Beside, ...]


def article(request: Request) -> Response:
    """One article's text with marks, and its statements beside it."""
    id_, chosen = request.path_params["id"], request.query_params.get("on", "")
    with opened(request) as repository:
        item = _item(repository, id_)
        lines = repository.lines(Wanted(article=id_, order="text", limit=_MOST), counts=False)
        read = _read(repository, id_, lines.rows)
        at = _at(request, read, chosen)
        span, before, after = pieces(len(read.article.text), at)
        values: dict[str, Any] = {
            "item": item,
            "article": read.article,
            "name": called(read.article),
            "url": link(read.article.url),
            "rows": _rows(read, lines.rows, span, chosen),
            "span": span,
            "before": before,
            "after": after,
            "length": len(read.article.text),
            "total": lines.total,
            "on": chosen,
            "notes": tuple(dict.fromkeys(note.message for note in (*read.article.notes, *read.notes)))[:40],
        }
        return page(request, "article.html", title=shortened(called(read.article), 60), **values)


def _item(repository: Repository, id_: str) -> Item:
    """The article as lists have it; 404 where the case has none."""
    found = next((one for one in repository.articles() if one.id == id_), None)
    if found is None:
        raise HTTPException(404, "The case has no such article.")
    return found


def _read(repository: Repository, id_: str, lines: Iterable[Line]) -> Page:
    """The article's page with what people changed in its statements; unread, it is its text alone."""
    try:
        read = repository.page(id_)
    except StoreError:
        return Page(repository.article(id_))
    text = read.article.text
    made: list[Ruling] = []
    for line in lines:
        if line.changed:
            entries = repository.journal(about=line.id)
            made += [one.ruling for one in entries if not one.ruling.anchor or one.ruling.anchor.holds(text)]
    return edited((read,), standing(made))[0] if made else read


def _at(request: Request, read: Page, chosen: str) -> int:
    """The code point that the page is asked to show: that of the address, else the statement's, else the first."""
    given = request.query_params.get("at", "")
    if given.isascii() and given.isdecimal() and len(given) < 12:
        return int(given)
    one = next((one for one in (*read.statements, *read.own_voice) if one.id == chosen), None)
    return one.content[0].start if one else 0


def _rows(read: Page, lines: Sequence[Line], span: Span, chosen: str) -> tuple[Row, ...]:
    """The text of `span` in rows: each block in which a statement begins, and what follows it."""
    by_id = {one.id: one for one in (*read.statements, *read.own_voice)}
    placed = [(line, by_id.get(line.id)) for line in lines]
    here = [(line, said, place) for line, said in placed if span.overlaps(place := _place(line, said))]
    known = [said for _, said, _ in here if said is not None]
    ids: dict[int, str] = {}
    for line, _, place in here:
        ids.setdefault(max(place.start, span.start), f"t-{line.id}")
    tags = tags_of(read, known, chosen=chosen)
    parts = shown(read.article.text, read.blocks, tags, (span,), ids=ids) if read.article.text else ()
    parts = tuple(replace(part, gap=0) for part in parts)
    names = {source.id: source.name for source in read.sources}
    cards: dict[int, list[Beside]] = {}
    for number, (line, said, place) in enumerate(here, 1):
        at = max((index for index, part in enumerate(parts) if part.start <= place.start), default=0)
        cards.setdefault(at, []).append(_beside(line, said, names, number, chosen=chosen == line.id))
    return tuple(_grouped(parts, cards))


def _grouped(parts: Sequence[Shown], cards: Mapping[int, Sequence[Beside]]) -> list[Row]:
    """Parts of the text, a new row at each that has cards."""
    out: list[Row] = []
    for at, part in enumerate(parts):
        mine = tuple(cards.get(at, ()))
        if out and not mine:
            out[-1] = Row((*out[-1].pieces, part), out[-1].cards)
        else:
            out.append(Row((part,), mine))
    return out


def _place(line: Line, said: Statement | None) -> Span:
    """Where a statement stands: as people set it, else as last updated."""
    return cover(said.content) if said else Span(line.start, max(line.end, line.start + 1))


def _beside(
    line: Line, said: Statement | None, names: Mapping[str, str], number: int, *, chosen: bool
) -> Beside:  # fmt: skip
    """A statement's card."""
    hops: tuple[tuple[str, str], ...] = ()
    if said:
        hops = tuple((names.get(hop.source.id) or hop.source.text or "unnamed", hop.cue.text) for hop in said.chain)
    low, high = (said.commitment.low, said.commitment.high) if said else (line.low, line.high)
    return Beside(
        line.id, number, hops or ((line.name or "the article itself", ""),), shortened(line.words, 240),
        likelihood(low, high), line.lean, LEANS[line.lean][0], line.state, line.locked, chosen,
    )  # fmt: skip


ROUTES = [Route("/articles/{id}", article)]
