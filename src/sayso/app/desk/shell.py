"""The shell of the desk: how a view plugs in, and what it may use.

A view is a module of this folder that is listed in serve.VIEWS. It has

    ROUTES       its addresses, a list of Route; the functions are plain `def`, each request in a thread
    KEYS         optional: the keys it knows, for the help page: (("j", "the next statement"), …)

Its tab is in TABS. The functions use

    page(request, "statements.html", title="Statements", rows=…)
                 a whole page: the template says {% extends "base.html" %} and fills {% block main %}; {% block
                 head %} is for <link> and <script> of its own: {{ asset("review.js") }}
    fragment(request, "_rows.html", rows=…)
                 a part of a page for htmx, without the layout
    with opened(request) as repository:
                 the case (store.repository.Repository); a call inside another gives the same one, and so does
                 page()
    snapshot(request) -> (Case, Answers)
                 as of the last update, decoded once for all requests; NotYetError becomes a page that says so
    made(request, build) -> T
                 what build(case, answers) gives, made once an update and kept: made(request, catalogue),
                 made(request, anchors), a view's own function or class
    field(request, "why"), form(request)
                 a field of the form that was sent; the whole form, with its files
    ruling(request, target, verdict, value=…, why=…) -> Ruling
                 by the person at the desk, now
    rule(request, rulings, seen=seen(request)) -> entries
                 journals them, all or none. Where somebody else was faster it raises, and the person gets a
                 page or a part (409) with what the other did, and puts theirs on top or drops it: so the form
                 must carry {{ m.pledge() }} and {{ m.seen() }}, and sending it again must do the same again
    back(request, to, "Accepted.", undo=entries)
                 the answer of a POST: leads on, and the next page says so, with a button that undoes; `to` is a
                 path of the desk, or addresses.local(field(request, "back"), "/otherwise")

Templates: {% import "macros.html" as m with context %} for {{ m.pledge() }}, {{ m.seen() }}, {{ m.button(to,
label, fields) }}, {{ m.when(at) }}. What is printed is escaped and its control characters are made visible; an
article's own text goes through showing.escapes.inert. Every template has `stand` (model.keeping.Stand),
`person`, `here` (the path), `path` (with the query: `back` for a form), `desk`.

Links are plain <a href>, forms plain <form method="post">: every page works without JavaScript. htmx only swaps
parts (hx-get, hx-post with an hx-target; hx-push-url where the state changes). An answer of 4xx or 5xx to htmx
goes into #notice and takes the focus, whatever the target was. After a ruling by htmx `fragment(…, ruled=True)`
has the stand at the head of the page asked for anew; what say() or back() had to tell goes along. No inline
script, no style attribute, no hx-on, no filter in hx-trigger: the policy forbids them.

Addresses that views share are in addresses.py: /statements/ID, /articles/ID#STATEMENT, /sources/ID,
/origins/ID. A list takes its filters as query parameters. What people did, in words: deeds.py.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field as kept
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, TypeVar

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso.app.desk.addresses import path_of
from sayso.app.desk.rendering import render
from sayso.app.desk.working import Works
from sayso.errors import ConflictError
from sayso.model.answers import Answers
from sayso.model.case import Case
from sayso.model.keeping import Entry
from sayso.model.rulings import Ruling, Verdict

if TYPE_CHECKING:
    from sayso.store.repository import Repository

Made = TypeVar("Made")
#: Keys of a view and what they do, for the help page.
Keys = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Tab:
    """An entry of the navigation: its address, its name, and the letter that leads there after g."""

    path: str
    name: str
    letter: str


#: The navigation; a tab is shown where a view serves its address.
TABS: Final = (
    Tab("/", "Answer", "a"),
    Tab("/review", "Review", "r"),
    Tab("/statements", "Statements", "s"),
    Tab("/sources", "Sources", "w"),
    Tab("/origins", "Origins", "o"),
    Tab("/grid", "Grid", "g"),
    Tab("/timeline", "Timeline", "t"),
    Tab("/forecasts", "Forecasts", "f"),
    Tab("/times", "Times", "i"),
    Tab("/amounts", "Amounts", "m"),
    Tab("/articles", "Articles", "d"),
    Tab("/add", "Add", "n"),
    Tab("/history", "History", "h"),
)


class NotYetError(Exception):
    """The case has no answer yet: nothing was added to it, or it was never brought up to date."""


class OvertakenError(Exception):
    """Somebody else ruled on the same thing since the person looked: nothing was written."""

    def __init__(self, rulings: Sequence[Ruling], seen: int, number: int) -> None:
        """Keep what was to be written, the journal as the person knew it, and the entry that came in between."""
        super().__init__("overtaken")
        self.rulings = tuple(rulings)
        self.seen = seen
        self.number = number


@dataclass(frozen=True, slots=True)
class Said:
    """What the next page tells its reader, and the rulings that its button would undo."""

    text: str
    undo: tuple[str, ...] = ()


class Held:
    """The case as of its last update, decoded, and what was made of it; kept until the next update."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._lock = threading.RLock()
        self._stamp: tuple[str | None, int] | None = None
        self._case: tuple[Case, Answers] | None = None
        self._made: dict[object, object] = {}

    def snapshot(self, repository: Repository) -> tuple[Case, Answers] | None:
        """The case and its answers, None where it was never updated."""
        stand = repository.stand()
        stamp = (stand.updated, stand.number - stand.behind)
        with self._lock:
            if self._stamp != stamp or self._case is None:
                self._case, self._made, self._stamp = _unswept(repository.derived), {}, stamp
            return self._case

    def made(self, repository: Repository, build: Callable[[Case, Answers], Made]) -> Made | None:
        """What `build` makes of the case and its answers, made once an update; None where there was none."""
        with self._lock:
            case = self.snapshot(repository)
            if case is None:
                return None
            if build not in self._made:
                self._made[build] = build(*case)
            return self._made[build]  # type: ignore[return-value]  # it is what this very function made


def _unswept(decode: Callable[[], Made]) -> Made:
    """What `decode` gives, millions of records without a cycle, out of sight of the sweeps for cycles.

    At Python's own pace sweeps take three quarters of the time of decoding 500 articles, and slow every page after.
    """
    gc.disable()
    try:
        found = decode()
        gc.freeze()
    finally:
        gc.enable()
    return found


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk: the case it is for, its long work, the tabs that are there, what is kept between requests."""

    place: str
    name: str
    works: Works
    tabs: tuple[Tab, ...] = TABS
    keys: tuple[tuple[str, Keys], ...] = ()
    held: Held = kept(default_factory=Held)
    said: dict[str, list[Said]] = kept(default_factory=dict)
    memory: dict[str, Any] = kept(default_factory=dict)


def desk_of(request: Request) -> Desk:
    """The desk that a request is for."""
    found: Desk = request.app.state.desk
    return found


# The case


@contextmanager
def opened(request: Request) -> Iterator[Repository]:
    """The case; opened once a request, for writing where something was sent."""
    from sayso.store.opening import open_case  # noqa: PLC0415 - the store loads with the first page

    held = getattr(request.state, "repository", None)
    if held is not None:
        yield held
        return
    with open_case(desk_of(request).place, writing=request.method == "POST") as repository:
        request.state.repository = repository
        try:
            yield repository
        finally:
            request.state.repository = None


def snapshot(request: Request) -> tuple[Case, Answers]:
    """The case and its answers as of the last update; NotYetError where there was none."""
    with opened(request) as repository:
        made = desk_of(request).held.snapshot(repository)
    if made is None:
        raise NotYetError
    return made


def made(request: Request, build: Callable[[Case, Answers], Made]) -> Made:
    """What `build` makes of the case as of its last update, made once for all; NotYetError where there is none."""
    with opened(request) as repository:
        found = desk_of(request).held.made(repository, build)
    if found is None:
        raise NotYetError
    return found


# What a person sends


def form(request: Request) -> FormData:
    """The form that was sent; empty where none was."""
    found: FormData = getattr(request.state, "form", None) or FormData()
    return found


def field(request: Request, name: str, otherwise: str = "") -> str:
    """A field of the form that was sent, as text."""
    value = form(request).get(name, otherwise)
    return value if isinstance(value, str) else otherwise


def seen(request: Request) -> int | None:
    """The number of the journal entry up to which the person knew the case when the form was shown."""
    value = field(request, "seen")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 16 else None


def person(request: Request) -> str:
    """The name of the person at the desk."""
    return str(getattr(request.state, "person", ""))


def now() -> str:
    """The present moment as an ISO date-time."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def ruling(request: Request, target: str, verdict: Verdict, *, value: str | None = None, why: str = "") -> Ruling:
    """A ruling by the person at the desk, made now; `dataclasses.replace` sets what outcomes have beside."""
    return Ruling(target, verdict, person(request), now(), why, value=value)


def rule(request: Request, rulings: Sequence[Ruling], *, seen: int | None) -> tuple[Entry, ...]:
    """The journal entries of `rulings`, all or none; OvertakenError where somebody ruled on the same since `seen`.

    The answer is brought up to date in the background once it is quiet.
    """
    with opened(request) as repository:
        try:
            entries = repository.rule(rulings, seen=seen)
        except ConflictError as fault:
            raise OvertakenError(rulings, seen or 0, fault.number) from fault
        desk_of(request).works.ruled(repository.stand().seconds)
    return entries


# What a person gets


def page(request: Request, template: str, *, title: str, status: int = 200, **context: object) -> HTMLResponse:
    """A whole page."""
    with opened(request) as repository:
        stand = repository.stand()
    said = tuple(desk_of(request).said.pop(person(request), ()))
    values = {**_given(request), "title": title, "stand": stand, "said": said, **context}
    return HTMLResponse(render(template, **values), status_code=status, headers=_aside(request, status))


def fragment(
    request: Request, template: str, *, status: int = 200, ruled: bool = False, **context: object
) -> HTMLResponse:
    """A part of a page for htmx; what there is to say goes along. `ruled` renews the stand at the head."""
    with opened(request) as repository:
        stand = repository.stand()
    values = {**_given(request), "stand": stand, **context}
    told = tuple(desk_of(request).said.pop(person(request), ())) if status < 400 else ()
    body = render(template, **values) + (
        render("_said.html", **{**values, "said": told, "aside": True}) if told else ""
    )
    headers = {**_aside(request, status), **({"HX-Trigger": "ruled"} if ruled else {})}
    return HTMLResponse(body, status_code=status, headers=headers)


def back(request: Request, to: str, text: str = "", *, undo: Sequence[Entry] = ()) -> Response:
    """Leads on after something was sent; the next page says `text`, with a button that undoes `undo`."""
    if text:
        say(request, text, undo=undo)
    return RedirectResponse(to, status_code=303)


def say(request: Request, text: str, *, undo: Sequence[Entry] = ()) -> None:
    """Has the next page say `text`."""
    waiting = desk_of(request).said.setdefault(person(request), [])
    waiting.append(Said(text, tuple(entry.ruling.id for entry in undo)))
    del waiting[:-5]


def by_htmx(request: Request) -> bool:
    """Whether a part of a page is wanted, not a whole one."""
    headers = request.headers
    return headers.get("hx-request") == "true" and headers.get("hx-history-restore-request") != "true"


def _given(request: Request) -> dict[str, Any]:
    """What every template gets."""
    desk = desk_of(request)
    return {
        "desk": desk,
        "here": request.url.path,
        "path": _path(request),
        "person": person(request),
        "pledged": getattr(request.state, "pledge", ""),
        "job": desk.works.current(),
        "expected": desk.works.expected,
    }


def _path(request: Request) -> str:
    """The address of the page a person sees, with its query."""
    asked = request.headers.get("hx-current-url") if by_htmx(request) else None
    return path_of(asked or f"{request.url.path}{f'?{request.url.query}' if request.url.query else ''}")


def _aside(request: Request, status: int) -> dict[str, str]:
    """Headers that put an error into the page's notice, where htmx asked."""
    if status < 400 or not by_htmx(request):
        return {}
    return {"HX-Retarget": "#notice", "HX-Reswap": "innerHTML", "HX-Reselect": "#trouble", "HX-Push-Url": "false"}
