"""The front page: the question, the answer with its reasons and its history, and what to do next.

What comes from the answer is laid out once an update (answering.py); the rest (how far people are, what to review
next, rulings that lost their place) is asked for with each visit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk.addresses import anchors
from sayso.app.desk.answering import REASONS, Standing, standing
from sayso.app.desk.deeds import Telling
from sayso.app.desk.shell import NotYetError, desk_of, made, opened, page
from sayso.app.desk.updates import Update, course_of_updates, updates
from sayso.model.keeping import Moment, Wanted
from sayso.showing import notes
from sayso.showing.catalogue import catalogue
from sayso.store.repository import Repository

#: Statements that the page proposes to review.
NEXT: Final = 5


@dataclass(frozen=True, slots=True)
class Course:
    """The history of one answer by update: the hypothesis' name, a drawing where there is a course, and rows."""

    name: str
    drawing: Markup | None
    rows: tuple[Update, ...]


def front(request: Request) -> Response:
    """The front page."""
    with opened(request) as repository:
        found = _standing(request, repository)
        moments = repository.moments()
        review = repository.lines(Wanted(state="open", order="effect", limit=NEXT), counts=False).rows
        orphans = Telling(repository).orphans()
        return page(
            request,
            "front.html",
            title="Answer",
            standing=found,
            courses=_course(found, moments),
            review=[line for line in review if line.effect] or review,
            orphans=orphans,
            reasons=REASONS,
            all_reasons=request.query_params.get("reasons") == "all",
            served=frozenset(tab.path for tab in desk_of(request).tabs),
        )


def _standing(request: Request, repository: Repository) -> Standing:
    """The answer, laid out once an update; NotYetError where there was none."""
    stand = repository.stand()
    if stand.updated is None:
        raise NotYetError
    memory = desk_of(request).memory
    held: tuple[str, Standing] | None = memory.get("standing")
    if held is None or held[0] != stand.updated:
        held = (stand.updated, standing(repository))
        memory["standing"] = held
    return held[1]


def gaps(request: Request) -> Response:
    """All that could not be established, in single articles, too."""
    known = made(request, catalogue)
    return page(
        request,
        "gaps.html",
        title="What could not be established",
        gaps=notes.gaps(known),
        to=made(request, anchors),
    )


def _course(known: Standing, moments: Sequence[Moment]) -> tuple[Course, ...]:
    """The history by update of each hypothesis that was asked for."""
    found = []
    for number, one in enumerate(known.asked, 1):
        rows = updates(moments, one.hypothesis)
        found.append(Course(one.verdict.name, course_of_updates(moments, one.hypothesis, f"updates{number}"), rows))
    return tuple(found)


ROUTES = [Route("/", front, methods=["GET"]), Route("/gaps", gaps, methods=["GET"])]
