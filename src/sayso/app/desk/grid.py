"""The grid of competing hypotheses: what each origin says of each, sorted, each field opened to its statements."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk.addresses import to_origin
from sayso.app.desk.listed import pager, query
from sayso.app.desk.lookups import Lookups, large, lookups
from sayso.app.desk.shell import by_htmx, fragment, opened, page
from sayso.model.answers import Answers, Cell
from sayso.model.case import Case
from sayso.model.keeping import Line
from sayso.model.prose import capital
from sayso.model.stances import Hypothesis, Stance
from sayso.showing.catalogue import catalogue
from sayso.showing.grid import Grid, grid
from sayso.showing.gridtable import grid_table
from sayso.showing.words import LEANS, strength
from sayso.store.repository import Repository

#: Lines of the grid on one page, and statements behind one field.
ROWS, SAID = 40, 60
#: What the lines can be sorted by, in words; a hypothesis' id sorts by what is said of it.
ORDERS: Final = (
    ("tells", "how well they tell apart"),
    ("counts", "what they count"),
    ("articles", "articles"),
    ("name", "name"),
)


@dataclass(frozen=True, slots=True)
class Laid:
    """A line of the grid with its origin: address, name, fields with the address of each, what it counts."""

    id: str
    to: str
    root: str
    articles: int | None
    fields: tuple[tuple[str, str, str, str], ...]
    tells: str
    apart: float
    counts: float
    same: bool


def shown(request: Request) -> Response:
    """The grid, a page of its lines."""
    if large(request):
        return _rows(request)
    look = lookups(request)
    whole, lines = _laid(look)
    order, same = query(request, "order") or "tells", bool(query(request, "same"))
    kept = [one for one in lines if same or not one.same]
    kept.sort(key=_key(look, order))
    turn = pager(request, ROWS).of(len(kept))
    return page(
        request, "grid.html", title="Grid", grid=whole, lines=kept[turn.after : turn.after + ROWS], turn=turn,
        order=order, orders=ORDERS, same=same, silent=sum(one.same for one in lines), href=look.href,
        names=list(look.made.hypotheses),
    )  # fmt: skip


def _rows(request: Request) -> Response:
    """The grid of a case that is too large to be laid out: its lines from their records, the most telling first."""
    with opened(request) as repository:
        records, _ = repository.parts("hypothesis", limit=200)
        hypotheses = tuple(Hypothesis(one["id"], one["text"]) for one in records)
        sums, _ = repository.parts("inconsistency", limit=200)
        turn = pager(request, ROWS)
        apart, total = repository.parts("diagnosticity", after=turn.after, limit=ROWS)
        lines = [_record_line(repository, one, hypotheses) for one in apart]
        bare = Answers(
            (),
            inconsistency=tuple((one["hypothesis"], one["value"]) for one in sums),
            unweighted=tuple((one["hypothesis"], one["unweighted"]) for one in sums),
        )
        whole = grid(catalogue(Case(repository.asked().question, None, hypotheses, ()), bare))
        return page(
            request, "grid.html", title="Grid", grid=whole, lines=lines, turn=turn.of(total), order="tells",
            orders=ORDERS[:1], same=True, silent=0, href=None, names=(),
        )  # fmt: skip


def _record_line(repository: Repository, one: Mapping[str, Any], hypotheses: Sequence[Hypothesis]) -> Laid:
    """A line of the grid from the records of its fields."""
    origin = one["origin"]
    cells = {key.id: repository.part("cell", f"{origin}@{key.id}") for key in hypotheses}
    held = {
        key: Cell(origin, key, cell["sign"], cell["word"], cell["weight"]) for key, cell in cells.items() if cell
    }
    names = [cell["name"] for cell in cells.values() if cell]
    return Laid(
        origin, to_origin(origin), names[0] if names else origin, None,
        tuple(_field(origin, key.id, held.get(key.id)) for key in hypotheses), _tells(one["value"]), one["value"],
        max((cell.weight for cell in held.values()), default=0.0), not one["value"],
    )  # fmt: skip


def _laid(look: Lookups) -> tuple[Grid, list[Laid]]:
    """The grid as the dossier tells it, and all its lines; kept until the next update."""
    if look.laid is None:
        whole, apart = grid(look.made), dict(look.answers.diagnosticity)
        ids = sorted(look.cells, key=lambda id_: (-apart.get(id_, 0.0), id_))
        look.laid = whole, [_line(look, id_, look.cells[id_], apart.get(id_, 0.0)) for id_ in ids]
    found: tuple[Grid, list[Laid]] = look.laid
    return found


def _line(look: Lookups, id_: str, row: dict[str, Cell], apart: float) -> Laid:
    origin = look.made.origins.get(id_)
    return Laid(
        id=id_,
        to=to_origin(id_),
        root=capital(look.made.root(origin)) if origin else id_,
        articles=len(origin.articles) if origin else 0,
        fields=tuple(_field(id_, key, row.get(key)) for key in look.made.hypotheses),
        tells=_tells(apart),
        apart=apart,
        counts=max(one.weight for one in row.values()),
        same=not apart,
    )


def _tells(apart: float) -> str:
    """How far a line tells the hypotheses apart, in words."""
    return "well" if apart >= 1 else "somewhat" if apart >= 0.4 else "hardly" if apart > 0 else "not at all"


def _field(origin: str, hypothesis: str, cell: Cell | None) -> tuple[str, str, str, str]:
    """A field: sign, word, a class that repeats them, and the address that opens it."""
    sign = cell.sign if cell else 0
    tone = "for" if sign > 0 else "against" if sign < 0 else "even"
    signs = {2: "+ +", 1: "+", 0: "·", -1: "−", -2: "− −"}
    to = f"/grid/{quote(origin, safe='')}/{quote(hypothesis, safe='')}"
    return signs[sign], cell.word if cell else "says nothing", tone, to


def _key(look: Lookups, order: str) -> Callable[[Laid], Any]:
    """How lines are sorted."""
    by_name = {
        "tells": lambda one: (-one.apart, -one.counts, one.root),
        "counts": lambda one: (-one.counts, -one.apart, one.root),
        "articles": lambda one: (-(one.articles or 0), one.root),
        "name": lambda one: (one.root.casefold(), one.id),
    }
    if order in look.made.hypotheses:
        signs = {id_: row[order].sign for id_, row in look.cells.items() if order in row}
        return lambda one: (-signs.get(one.id, 0), -one.counts, one.root)
    return by_name.get(order, by_name["tells"])


def cell(request: Request) -> Response:
    """The statements behind one field."""
    look = lookups(request)
    made = _cell(request, look, request.path_params["origin"], request.path_params["hypothesis"])
    if by_htmx(request):
        return fragment(request, "_cell.html", **made)
    return page(request, "cell.html", title="What an origin says of a hypothesis", **made)


def _cell(request: Request, look: Lookups, origin: str, hypothesis: str) -> dict[str, Any]:
    """What one field rests on: its origin, its hypothesis, and the statements that say something of it."""
    found, asked = look.made.origins.get(origin), look.made.hypotheses.get(hypothesis)
    if found is None or asked is None:
        raise HTTPException(404, "The grid has no such field as of the last update.")
    stances = {
        id_: one
        for id_ in found.statements
        for one in look.made.stances.get(id_, ())
        if one.hypothesis == hypothesis
    }
    said = [(id_, one) for id_, one in stances.items() if one.lean != "unrelated"]
    said.sort(key=lambda one: (one[1].lean == "open", -one[1].strength, one[0]))
    with opened(request) as repository:
        rows = [(repository.line(id_), one) for id_, one in said[:SAID]]
    held = look.cells.get(origin, {}).get(hypothesis)
    sign, word, tone, to = _field(origin, hypothesis, held)
    return {
        "origin": found, "root": capital(look.made.root(found)), "hypothesis": asked, "sign": sign, "word": word,
        "tone": tone, "to": to, "weight": held.weight if held else 0.0, "more": len(said) - len(rows),
        "silent": len(found.statements) - len(said), "rows": _told(rows),
    }  # fmt: skip


def _told(rows: Sequence[tuple[Line | None, Stance]]) -> list[dict[str, Any]]:
    """Statements with what each says of the hypothesis of a field, in words, and why it was read so."""
    return [
        {
            "line": line,
            "says": _says(one),
            "why": "; ".join(one.reasons),
        }
        for line, one in rows
        if line is not None
    ]


def _says(one: Stance) -> str:
    """What a statement says of a hypothesis: "+ strongly for"."""
    sign, word = LEANS[one.lean]
    return " ".join(filter(None, (sign, strength(one.strength) if one.lean != "open" else "", word)))


def table(request: Request) -> Response:
    """The grid as CSV, the same as --grid writes."""
    look = lookups(request)
    return Response(
        grid_table(look.case, look.answers),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": 'attachment; filename="grid.csv"'},
    )


ROUTES: Final = [
    Route("/grid", shown, methods=["GET"]),
    Route("/grid.csv", table, methods=["GET"]),
    Route("/grid/{origin}/{hypothesis}", cell, methods=["GET"]),
]
