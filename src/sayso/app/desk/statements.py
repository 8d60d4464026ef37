"""Statements: the list of all with filters and counts, and the page of each with its place, journal and forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk import ruling
from sayso.app.desk.filtering import ORDERS, Filters, chips, facets, filters, spoken
from sayso.app.desk.review import by_script, context
from sayso.app.desk.shell import by_htmx, fragment, opened, page
from sayso.app.desk.standing import Standing, look_up
from sayso.model.keeping import Lines
from sayso.model.prose import shortened

if TYPE_CHECKING:
    from sayso.store.repository import Repository

#: Rows of one page of the list.
ROWS = 50


def listed(request: Request) -> Response:
    """The list of statements that the filters of the address let through; to htmx the found part alone."""
    made = filters(request.query_params, order="rank" if request.query_params.get("search") else "effect")
    after = request.query_params.get("after") or None
    with opened(request) as repository:
        found = repository.lines(made.wanted(after=after, limit=ROWS))
        values = _found(repository, made, found) | {"after": after}
        if by_htmx(request):
            return fragment(request, "_found.html", **values)
        return page(request, "statements.html", title="Statements", **values)


def statement(request: Request) -> Response:
    """One statement: words, chain, certainty, stance, origin, effect, its place, its journal, and all actions."""
    id_ = request.path_params["id"]
    with opened(request) as repository:
        one = look_up(repository, id_, repository.stand().number)
        if one is None:
            return _gone(request, repository, id_)
        values = {**context(request, None, Filters()), "one": one, "items": [one]}
        if by_script(request):
            return fragment(request, "_items.html", **values)
        return page(request, "statement.html", title=shortened(one.quote, 60), **values, **_around(one))


def _found(repository: Repository, made: Filters, found: Lines) -> dict[str, Any]:
    """What the list shows."""
    return {
        "made": made,
        "found": found,
        "chips": chips(made, spoken(found, found.rows)),
        "facets": facets(made, found),
        "orders": {key: told for key, told in ORDERS.items() if key != "rank" or made.get("search")},
        "question": repository.asked().question,
    }


def _around(one: Standing) -> dict[str, Any]:
    """What a statement stands in, what stands in it, and how it was read where a person changed its place."""
    text = one.article.text
    known = {each.id: each for each in (*one.page.statements, *one.page.own_voice)}
    parent = known.get(one.said.parent or "") if one.said else None
    moved = one.read is not None and one.said is not None and one.read.content != one.said.content
    return {
        "parent": (parent.id, parent.words(text)) if parent else None,
        "inside": [(each.id, each.words(text)) for each in one.page.statements if each.parent == one.id],
        "was": shortened(one.read.words(text), 600) if moved and one.read else None,
        "was_at": ", ".join(f"{span.start}–{span.end}" for span in one.read.content) if moved and one.read else "",
    }


def _gone(request: Request, repository: Repository, id_: str) -> Response:
    """The page of a statement that the case has no more: what people ruled on it stays in plain sight."""
    entries = repository.journal(about=id_)
    if not entries:
        raise HTTPException(404, "The case has no such statement.")
    return page(request, "gone.html", title="A statement that is gone", status=404, id=id_, entries=entries)


ROUTES = [Route("/statements", listed), Route("/statements/{id}", statement), *ruling.ROUTES]
