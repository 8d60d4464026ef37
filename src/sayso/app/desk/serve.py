"""The application: the views that are there behind one door, and a page for everything that can go wrong."""

from __future__ import annotations

import importlib
import importlib.util
import threading
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk import conflicts
from sayso.app.desk.rendering import refusal, sent
from sayso.app.desk.security import Door, Guard
from sayso.app.desk.shell import TABS, Desk, NotYetError, OvertakenError, by_htmx, form, fragment, page
from sayso.app.desk.working import Works
from sayso.errors import SaysoError, SettingError

#: The views, each a file of this folder; the first that serves an address has it.
VIEWS: Final = (
    "front", "review", "statements", "belonging", "articles", "sources", "origins", "grid", "timeline", "forecasts",
    "times", "amounts", "adding", "history", "search", "jobs", "helping",
)  # fmt: skip


#: Seconds for which the first page has the desk to itself, before the whole case is decoded in the background.
_QUIET: Final = 1.5


@dataclass(frozen=True, slots=True)
class Opening:
    """What a desk is opened with: the place of the case, the door, and whether updates come by themselves."""

    place: str
    door: Door
    auto: bool = True


def application(opening: Opening) -> Starlette:
    """The desk as an application."""
    views = [importlib.import_module(f"sayso.app.desk.{name}") for name in VIEWS if _there(name)]
    routes = [route for view in views for route in view.ROUTES]
    served = {route.path for route in routes if isinstance(route, Route)}
    desk = Desk(
        place=opening.place,
        name=_name(opening.place),
        works=Works(
            opening.place, auto=opening.auto, after=lambda job: _after(desk) if job.state == "done" else None
        ),
        tabs=tuple(tab for tab in TABS if tab.path in served),
        keys=_keys(views),
    )
    made = Starlette(
        routes=[Route("/assets/{digest}/{name}", _asset), *routes],
        middleware=[Middleware(Guard, door=opening.door)],
        exception_handlers=_HANDLERS,
        lifespan=_life,
    )
    made.state.desk = desk
    return made


@asynccontextmanager
async def _life(app: Starlette) -> AsyncIterator[None]:
    """The time between start and end: what is behind is brought up to date, the jobs end with the desk."""
    desk: Desk = app.state.desk
    threading.Thread(target=_begun, args=(desk,), name="warming", daemon=True).start()
    yield
    left = desk.works.close()
    for job in left:
        print(f"sayso: stopped before it was done: {job.label}", flush=True)


def _begun(desk: Desk) -> None:
    """The case decoded before anybody asks for it, and an update where the answer is behind."""
    from sayso.store.opening import open_case  # noqa: PLC0415 - the desk answers before the store is loaded

    time.sleep(_QUIET)
    with suppress(SaysoError), open_case(desk.place, writing=False) as repository:
        desk.held.snapshot(repository)
        stand = repository.stand()
        if stand.articles and (stand.behind or stand.unread or stand.updated is None):
            desk.works.ruled(stand.seconds)


def _after(desk: Desk) -> None:
    """After a job: the new answer decoded before anybody asks for it, and an update where it is still behind."""
    from sayso.store.opening import open_case  # noqa: PLC0415 - as above

    with suppress(SaysoError), open_case(desk.place, writing=False) as repository:
        desk.held.snapshot(repository)
        stand = repository.stand()
        if stand.unread or stand.behind:
            desk.works.ruled(stand.seconds)


def _there(name: str) -> bool:
    return importlib.util.find_spec(f"sayso.app.desk.{name}") is not None


def _keys(views: Sequence[ModuleType]) -> tuple[tuple[str, Any], ...]:
    """The keys of each view that has some, under its name."""
    return tuple((view.__name__.rpartition(".")[2], view.KEYS) for view in views if getattr(view, "KEYS", ()))


def _name(place: str) -> str:
    """What a case is called: its file without the ending, or its name in the database."""
    return place.rpartition("#")[2] if "://" in place else Path(place).stem


def _asset(request: Request) -> Response:
    return sent(request.path_params["digest"], request.path_params["name"])


# What can go wrong


def _not_yet(request: Request, _: Exception) -> Response:
    return page(request, "notyet.html", title="No answer yet")


def _trouble(request: Request, status: int, heading: str, told: str) -> Response:
    """A page, or a part of one, that says what is wrong; without the case where it cannot be opened."""
    try:
        if by_htmx(request):
            return fragment(request, "_trouble.html", status=status, heading=heading, told=told)
        context = {"heading": heading, "told": told, "to": request.url.path, "given": _given(request, status)}
        return page(request, "error.html", title=heading, status=status, **context)
    except SaysoError as fault:
        return refusal(
            503, "The case cannot be opened", str(fault), "Nothing was changed. Mend it and reload this page."
        )


#: Fields that a form sends along and nobody types.
_SENT: Final = frozenset({"pledge", "seen", "back", "queue", "here", "tail", "id", "quote"})


def _given(request: Request, status: int) -> list[tuple[str, str, bool]]:
    """What was sent with a form that was refused, so that it is not lost: name, value, whether it was typed."""
    if request.method != "POST" or status != 422:
        return []
    sent = [(key, value) for key, value in form(request).multi_items() if isinstance(value, str)]
    return [(key, value, key not in _SENT and not key.endswith("_were")) for key, value in sent if key != "pledge"]


def _http(request: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    detail = fault.detail if isinstance(fault, HTTPException) else ""
    heading = {404: "There is nothing here", 405: "That cannot be done here"}.get(status, "That did not work")
    usual = {404: "The address leads nowhere: it may be of another case, or of an article that was left out."}
    plain = (
        detail
        if detail and detail not in {"Not Found", "Method Not Allowed"}
        else usual.get(status, "Nothing was changed.")
    )
    return _trouble(request, status, heading, plain)


def _store(request: Request, fault: Exception) -> Response:
    if request.method == "POST":
        return _trouble(request, 422, "Nothing was written", f"{fault}")
    return _trouble(request, 503, "The case cannot be used just now", f"{fault}")


def _asked(request: Request, fault: Exception) -> Response:
    return _trouble(request, 422 if request.method == "POST" else 400, "That cannot be shown", f"{fault}")


def _fault(request: Request, fault: Exception) -> Response:
    told = f"{type(fault).__name__}: {fault}. Please report it; the case is as it was, and the other pages work."
    return _trouble(request, 500, "Unexpected trouble", told)


_HANDLERS: Final[Mapping[Any, Any]] = {
    NotYetError: _not_yet,
    OvertakenError: conflicts.overtaken,
    HTTPException: _http,
    SettingError: _asked,
    SaysoError: _store,
    Exception: _fault,
}
