"""The front page: the question, the answer with its reasons and its history, and what to do next."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk.shell import made, page
from sayso.showing.answers import verdicts
from sayso.showing.catalogue import catalogue


def front(request: Request) -> Response:
    """The front page."""
    answer = verdicts(made(request, catalogue))[0]
    return page(request, "front.html", title="Answer", answer=answer)


ROUTES = [Route("/", front)]
