"""The door of the desk: who may come in, what may be sent, and what a page may do in a browser.

A desk listens on this machine alone. That is no protection by itself: every page of the web that is open in the
same browser can send requests to 127.0.0.1, and a hostile name server can make a name of its own point there. So

- the Host header must be an address of the desk (against names that point here);
- a request needs the cookie that a secret link was exchanged for; it is HttpOnly and SameSite=Strict;
- what changes something is a POST that carries a token of the person's own, and comes from a page of the desk as
  far as the browser says where it comes from (Sec-Fetch-Site, Origin);
- a body has bounds: its size, its fields, its files;
- a page may load scripts, styles and pictures from the desk alone, may not be framed, and is not kept by caches.

A link from elsewhere (a chat, a mail in the browser) leads to the desk without the cookie, as SameSite=Strict
wants. Such a visit is answered by a page that calls for the same address again, now from the desk itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode, urlsplit

from starlette.datastructures import FormData, Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.app.desk.people import Person, of_cookie, of_token
from sayso.app.desk.rendering import refusal

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final[Mapping[str, str]] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
#: Bounds of what one request may bring: bytes in all, bytes of a field (a pasted article), files, fields.
BODY, FIELD, FILES, FIELDS = 64 * 2**20, 16 * 2**20, 200, 2000


class _TooLargeError(Exception):
    """More bytes came than a request may bring."""


@dataclass(frozen=True, slots=True)
class Door:
    """What the guard goes by: the people, the Host headers that are the desk's, the name of its cookie."""

    people: tuple[Person, ...]
    hosts: tuple[str, ...]
    cookie: str = "sayso"


class Guard:
    """The application behind the door."""

    def __init__(self, app: ASGIApp, *, door: Door) -> None:
        """Stand before `app`."""
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, with who it is from in its state, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, _bounded(receive))

        async def sending(message: Message) -> None:
            await send(_furnished(message, scope["path"]))

        try:
            answer = await self._checked(request)
            if answer is None:
                await self._app(scope, request.receive, sending)
            else:
                await answer(scope, receive, sending)
        finally:
            form = getattr(request.state, "form", None)
            if form is not None:
                await form.close()

    async def _checked(self, request: Request) -> Response | None:
        """The answer of one who may not come in; None for one who may."""
        if request.headers.get("host", "").lower() not in self._door.hosts:
            return refusal(421, "This is not the address of the desk", "Open the link that sayso desk printed.")
        if request.method not in {"GET", "HEAD", "POST"}:
            return refusal(405, "The desk does not know this method", "It takes GET, HEAD and POST.")
        if request.url.path.startswith("/assets/"):
            return None
        return await self._known(request)

    async def _known(self, request: Request) -> Response | None:
        token = request.query_params.get("token")
        if token is not None:
            return self._exchanged(request, token)
        person = of_cookie(self._door.people, request.cookies.get(self._door.cookie, ""))
        if person is None:
            return self._stranger(request)
        request.state.person = person.name
        request.state.pledge = person.pledge
        return await _sent(request, person) if request.method == "POST" else None

    def _exchanged(self, request: Request, token: str) -> Response:
        """The cookie for the token, and the clean address."""
        person = of_token(self._door.people, token)
        if person is None:
            return refusal(403, "This link is not valid any more", *_HOW)
        kept = [(name, value) for name, value in request.query_params.multi_items() if name != "token"]
        path = "/" + request.url.path.lstrip("/\\")  # never "//host": that would lead elsewhere
        answer = RedirectResponse(f"{path}?{urlencode(kept)}" if kept else path, status_code=303)
        answer.set_cookie(self._door.cookie, person.cookie, httponly=True, samesite="strict", path="/")
        return answer

    def _stranger(self, request: Request) -> Response:
        """One without a cookie: asked to come again where a link from elsewhere kept it back, else refused."""
        elsewhere = request.headers.get("sec-fetch-site") in {"cross-site", "same-site"}
        if elsewhere and request.method == "GET" and request.headers.get("sec-fetch-mode") == "navigate":
            return refusal(200, "Opening the desk", "If nothing happens, reload this page.", again=True)
        return refusal(403, "The desk does not know you yet", *_HOW)


_HOW: Final = (
    "Open the link that sayso desk printed at its start; it is valid as long as the desk runs.",
    "A bookmark works again once this browser has opened that link.",
)


_UNCHANGED: Final = "Nothing was changed."
_BOUNDS: Final = f"At most {BODY // 2**20} MB can be sent at a time. {_UNCHANGED}"


async def _sent(request: Request, person: Person) -> Response | None:
    """Reads the form of a POST into the request's state; an answer where it may not be acted on."""
    if not _from_here(request.headers):
        return refusal(
            403, "This was not sent from the desk", f"{_UNCHANGED} Send the form from a page of the desk."
        )
    length = request.headers.get("content-length", "0")
    try:
        if not length.isdecimal() or int(length) > BODY:
            return refusal(413, "That is too much at once", _BOUNDS)
        form = await request.form(max_files=FILES, max_fields=FIELDS, max_part_size=FIELD)
    except _TooLargeError:
        return refusal(413, "That is too much at once", _BOUNDS)
    except (HTTPException, ValueError) as fault:
        told = fault.detail if isinstance(fault, HTTPException) else str(fault)
        return refusal(400, "The form cannot be read", f"{_UNCHANGED} {told}")
    request.state.form = form
    if not _pledged(form, request.headers, person):
        return refusal(
            403,
            "This form is from before the desk was started anew",
            f"{_UNCHANGED} Reload the page and send it again.",
        )
    return None


def _from_here(headers: Headers) -> bool:
    """Whether a request comes from a page of the desk, as far as the browser tells.

    A page with the policy no-referrer sends "null" as the Origin of a form, so that this alone says nothing.
    """
    site = headers.get("sec-fetch-site")
    if site is not None and site != "same-origin":
        return False
    origin = headers.get("origin")
    return origin in {None, "null"} or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _pledged(form: FormData, headers: Headers, person: Person) -> bool:
    """Whether a form carries what only a page of this person's desk knows."""
    given = headers.get("x-pledge") or form.get("pledge")
    return isinstance(given, str) and of_pledge(person, given)


def of_pledge(person: Person, given: str) -> bool:
    """Whether `given` is the person's own."""
    return of_token((Person(person.name, person.pledge),), given) is not None


def _bounded(receive: Receive) -> Receive:
    """`receive` that gives up once more bytes have come than a request may bring."""
    got = 0

    async def receiving() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        if got > BODY:
            raise _TooLargeError
        return message

    return receiving


def _furnished(message: Message, path: str) -> Message:
    """The start of an answer with the desk's headers."""
    if message["type"] == "http.response.start":
        headers = MutableHeaders(scope=message)
        for name, value in HEADERS.items():
            headers[name] = value
        if not (path.startswith("/assets/") and message["status"] == 200):
            headers["cache-control"] = "no-store"
    return message


def hosts(host: str, port: int, names: Sequence[str] = ()) -> tuple[str, ...]:
    """The Host headers of a desk: loopback names where it listens there, else its address and the names given."""
    loopback = host in {"127.0.0.1", "localhost", "::1"}
    found = ["127.0.0.1", "localhost", "[::1]"] if loopback else [f"[{host}]" if ":" in host else host]
    bare = [*found, *(name.lower() for name in names)]
    return tuple(f"{name}:{port}" for name in bare) + (tuple(bare) if port == 80 else ())
