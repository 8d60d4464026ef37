"""Long work as it is seen: the stand of the case at the head of every page, and each job with what it has said."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk.addresses import local
from sayso.app.desk.shell import back, by_htmx, desk_of, field, fragment, opened, page, person


def stand(request: Request) -> Response:
    """How far the case is; says so to the page where the answer is newer than it."""
    known = request.query_params.get("as") or None
    with opened(request) as repository:
        newer = repository.stand().updated != known
        answer = fragment(request, "_stand.html", as_of=known, newer=newer)
    if newer:
        answer.headers["HX-Trigger"] = "updated"
    return answer


def update(request: Request) -> Response:
    """Has the answer brought up to date."""
    job = desk_of(request).works.update(by=person(request))
    return back(request, local(field(request, "back"), f"/jobs/{job.id}"))


def jobs(request: Request) -> Response:
    """All jobs since the desk was started."""
    return page(request, "jobs.html", title="Work", jobs=desk_of(request).works.jobs())


def job(request: Request) -> Response:
    """One job and what it has said so far; a part of the page where it is asked for again and again."""
    found = desk_of(request).works.job(request.path_params["number"])
    if found is None:
        raise HTTPException(
            404, "There is no such job; the desk forgets them when it is closed. What they did is in the history."
        )
    if by_htmx(request):
        answer = fragment(request, "_job.html", one=found)
        if found.over:
            answer.headers["HX-Trigger"] = "ruled"
        return answer
    return page(request, "job.html", title=found.label, one=found)


ROUTES = [
    Route("/stand", stand),
    Route("/update", update, methods=["POST"]),
    Route("/jobs", jobs),
    Route("/jobs/{number:int}", job),
]
