"""Help: all keys on one page, for those without JavaScript."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk.shell import page


def keys(request: Request) -> Response:
    """All keys."""
    return page(request, "help.html", title="Keys")


ROUTES = [Route("/help", keys)]
