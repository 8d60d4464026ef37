"""Two people at once: who was slower sees what the other did, and decides whether theirs goes on top."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from sayso.app.desk.addresses import path_of
from sayso.app.desk.deeds import Telling
from sayso.app.desk.shell import OvertakenError, by_htmx, field, form, fragment, opened, page
from sayso.model.keeping import Entry
from sayso.model.rulings import subject
from sayso.store.repository import Repository

#: Fields of a form that are not what the person decided.
_OURS = {"pledge", "seen"}


def overtaken(request: Request, fault: Exception) -> Response:
    """The page (or part) of a conflict: nothing was written, nothing is lost."""
    assert isinstance(fault, OvertakenError)  # noqa: S101 - the handler of this very error
    with opened(request) as repository:
        number = repository.stand().number
        telling = Telling(repository)
        theirs = telling.deeds(_between(repository, telling, fault))
        mine = telling.deeds([Entry(0, one) for one in fault.rulings])
    again = [
        (key, value) for key, value in form(request).multi_items() if isinstance(value, str) and key not in _OURS
    ]
    context: dict[str, Any] = {"theirs": theirs, "mine": mine, "number": number, "again": again}
    context |= {"to": _to(request), "away": _away(request)}
    if by_htmx(request):
        return fragment(request, "_conflict.html", status=409, **context)
    return page(request, "conflict.html", title="Somebody was faster", status=409, **context)


def _between(repository: Repository, telling: Telling, fault: OvertakenError) -> list[Entry]:
    """The entries since the person looked that are about the same things; at least the one that came in between."""
    found: dict[int, Entry] = {}
    for one in fault.rulings:
        inner = telling.entry_of(one.target) if one.verdict == "undo" else None
        about = subject(inner.ruling if inner else one)
        found |= {entry.number: entry for entry in repository.journal(after=fault.seen, about=about)}
    if fault.number not in found:
        found |= {entry.number: entry for entry in repository.journal(after=fault.number - 1, limit=1)}
    return [found[number] for number in sorted(found)]


def _to(request: Request) -> str:
    """Where the form was sent."""
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def _away(request: Request) -> str:
    """Where the person goes on who drops theirs: the page they came from."""
    came = request.headers.get("hx-current-url") or field(request, "back")
    return path_of(came) if came else "/history"
