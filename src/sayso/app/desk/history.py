"""The history: everything that people decided, the newest first, with an undo for each.

Nothing is ever taken out of the journal: an undo is an entry of its own, which can be undone. What is undone
stays in the list, struck, with a link to what undid it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk.addresses import local
from sayso.app.desk.deeds import DID, Telling
from sayso.app.desk.shell import back, desk_of, field, opened, page, rule, ruling, seen
from sayso.model.keeping import Entry
from sayso.store.repository import Repository

#: Entries on a page, and how many are looked through at a time for those that are wanted.
ROWS: Final = 50
_WINDOW: Final = 500


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which entries are wanted: whose, about what, of which kind, up to which number."""

    by: str = ""
    about: str = ""
    what: str = ""
    upto: int = 0

    @classmethod
    def of(cls, request: Request) -> Chosen:
        """What the address asks for."""
        query = request.query_params
        upto = query.get("upto", "")
        number = int(upto) if upto.isascii() and upto.isdecimal() and len(upto) < 12 else 0
        return cls(query.get("by", ""), query.get("about", "").strip(), query.get("what", ""), number)

    def wants(self, entry: Entry) -> bool:
        """Whether an entry is wanted."""
        one = entry.ruling
        return self.by in {"", one.by} and self.what in {"", one.verdict}

    def address(self, **changes: object) -> str:
        """The address of these entries with some of it changed."""
        values = {"by": self.by, "about": self.about, "what": self.what, "upto": self.upto} | changes
        told = {key: value for key, value in values.items() if value}
        return f"/history?{urlencode(told)}" if told else "/history"


def history(request: Request) -> Response:
    """The entries wanted, a page of them."""
    chosen = Chosen.of(request)
    with opened(request) as repository:
        found: list[Entry] = []
        for entry in _backwards(repository, chosen):
            if len(found) == ROWS + 1:
                break
            if chosen.wants(entry):
                found.append(entry)
        telling = Telling(repository)
        return page(
            request,
            "history.html",
            title="History",
            chosen=chosen,
            deeds=telling.deeds(found[:ROWS]),
            older=chosen.address(upto=found[ROWS].number) if len(found) > ROWS else None,
            names=_names(request, repository),
            kinds=DID,
            orphans=telling.orphans(),
        )


def _backwards(repository: Repository, chosen: Chosen) -> Iterator[Entry]:
    """The entries about what is wanted, the newest first, a window at a time."""
    if chosen.about:
        yield from (
            one for one in reversed(repository.journal(about=chosen.about)) if not 0 < chosen.upto < one.number
        )
        return
    end = chosen.upto or repository.stand().number
    while end > 0:
        start = max(0, end - _WINDOW)
        yield from reversed(repository.journal(after=start, limit=end - start))
        end = start


def _names(request: Request, repository: Repository) -> list[str]:
    """Everybody who has an entry; of a journal that grew only the new entries are looked at."""
    memory = desk_of(request).memory
    number, names = memory.get("names", (0, frozenset()))
    fresh = repository.journal(after=number)
    if fresh:
        number, names = fresh[-1].number, names | {entry.ruling.by for entry in fresh}
        memory["names"] = (number, names)
    return sorted(names, key=str.casefold)


def undo(request: Request) -> Response:
    """Undoes the rulings that the form names, all or none."""
    ids = field(request, "id").split()
    if not ids or len(ids) > 1000:
        raise HTTPException(422, "Nothing was named that could be undone.")
    with opened(request) as repository:
        telling = Telling(repository)
        entries = [entry for id_ in ids if (entry := telling.entry_of(id_))]
        if len(entries) < len(ids):
            raise HTTPException(422, "The journal has no such entry; reload the page and look again.")
        already = [entry for entry in entries if entry.undone]
        if already:
            told: dict[str, Any] = {"entries": telling.deeds(already), "by": _undoers(repository, already)}
            return page(request, "undone.html", title="Undone already", status=409, **told)
        undos = [ruling(request, entry.ruling.id, "undo", why=field(request, "why")) for entry in reversed(entries)]
        done = rule(request, undos, seen=seen(request))
        first = telling.deed(entries[0])
    more = f" and {len(entries) - 1} more" if len(entries) > 1 else ""
    to = local(field(request, "back"), "/history")
    return back(request, to, f"Undone: {first.brief}{more}.", undo=done)


def _undoers(repository: Repository, entries: list[Entry]) -> list[Entry]:
    """The entries that undid these."""
    return [repository.journal(after=entry.undone - 1, limit=1)[0] for entry in entries if entry.undone]


ROUTES = [Route("/history", history, methods=["GET"]), Route("/undo", undo, methods=["POST"])]
