"""A source or an origin of a case that is too large to be held whole: what its record and its statements tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sayso.app.desk.deeds import Telling
from sayso.app.desk.shell import opened, page
from sayso.model.keeping import Wanted
from sayso.showing.words import count

#: Statements, names and roles that are shown.
_SAID, _FEW = 20, 12


def slight(request: Request, kind: str, id_: str) -> Response:
    """The page of a source or an origin from its record alone."""
    with opened(request) as repository:
        record = repository.part(kind, id_)
        if record is None:
            raise HTTPException(404, f"No {kind} of this case has this id as of the last update.")
        wanted = Wanted(source=id_, limit=_SAID) if kind == "source" else Wanted(origin=id_, limit=_SAID)
        lines = repository.lines(wanted, counts=False)
        ruled = Telling(repository).deeds(repository.journal(about=id_)[::-1])
        name = str(record.get("name") or record.get("root"))
        return page(
            request, "slight.html", title=name, kind=kind, id=id_, name=name, facts=_facts(kind, record),
            lines=lines, ruled=ruled,
        )  # fmt: skip


def _facts(kind: str, record: Mapping[str, Any]) -> list[str]:
    """What a record tells, a line each."""
    if kind == "source":
        roles = dict.fromkeys(f"“{role['text']}”" for role in record["roles"])
        told = [record["kind"], f"named in {count(record['articles'], 'article')}"]
        told += [f"also {name}" for name in record["aliases"][:_FEW]] + list(roles)[:_FEW]
        return [str(one) for one in told]
    told = [f"in {count(len(record['articles']), 'article')}", *record["why"][:_FEW]]
    flags = ["circular: it rests on itself"] * bool(record["circular"]) + ["taken back"] * bool(record["retracted"])
    return [str(one) for one in (*flags, *told)]
