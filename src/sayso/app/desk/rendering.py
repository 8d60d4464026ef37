"""Templates and assets: what pages are printed through, and the files they load, each by a digest of its bytes."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from starlette.responses import HTMLResponse, Response

from sayso.model.prose import shortened
from sayso.showing.escapes import finalize
from sayso.showing.words import LEANS, count, hundred, likelihood

if TYPE_CHECKING:
    from jinja2 import Environment

#: Sheets of the dossier that pages use, too; all else that may be loaded lies in the folder assets.
_SHEETS: Final = ("dossier.css", "drawings.css")
_TYPES: Final = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}


@cache
def templates() -> Environment:
    """The templates, with escaping on and an error for every name that is not there."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 (slow to import)

    made = Environment(
        loader=PackageLoader("sayso.app.desk", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(hundred=hundred, shortened=shortened)
    made.globals.update(asset=asset, count=count, likelihood=likelihood, LEANS=LEANS)
    return made


def render(template: str, **values: object) -> str:
    """A template printed with `values`."""
    return templates().get_template(template).render(**values)


def refusal(status: int, heading: str, *lines: str, again: bool = False) -> Response:
    """A page of its own, without anything of the case; with `again` it calls for the same address anew."""
    return HTMLResponse(render("refusal.html", heading=heading, lines=lines, again=again), status_code=status)


def asset(name: str) -> str | None:
    """The address of an asset, None where it is not there (htmx before `make setup`)."""
    found = _held().get(name)
    return f"/assets/{found[0]}/{name}" if found else None


def sent(digest: str, name: str) -> Response:
    """An asset as an answer, to be kept for good: its address changes with its bytes."""
    found = _held().get(name)
    if found is None or found[0] != digest:
        return refusal(404, "There is no such file", "Reload the page that asked for it.")
    headers = {"cache-control": "public, max-age=31536000, immutable"}
    return Response(found[1], media_type=_TYPES[name.rpartition(".")[2]], headers=headers)


@cache
def _held() -> dict[str, tuple[str, bytes]]:
    """The digest and bytes of each asset that is there, by its name."""
    shown = resources.files("sayso.showing").joinpath("templates")
    ours = resources.files("sayso.app.desk").joinpath("assets")
    files = [*(shown.joinpath(name) for name in _SHEETS), *ours.iterdir()]
    found = {}
    for file in files:
        if file.is_file() and file.name.rpartition(".")[2] in _TYPES:
            held = file.read_bytes()
            found[file.name] = (hashlib.sha256(held).hexdigest()[:16], held)
    return found
