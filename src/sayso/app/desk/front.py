"""The front page: the question, the answer with its reasons and its history, and what to do next.

What comes from the answer is laid out once an update, as the dossier lays it out; the rest (how far people are,
what to review next, rulings that lost their place) is asked for with each visit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk.addresses import addressed
from sayso.app.desk.deeds import Telling
from sayso.app.desk.shell import desk_of, made, opened, page
from sayso.app.desk.updates import Update, course_of_updates, updates
from sayso.model.answers import Answers
from sayso.model.case import Case
from sayso.model.keeping import Moment, Wanted
from sayso.model.origins import independent
from sayso.showing import near, notes
from sayso.showing.answers import Verdict, verdicts
from sayso.showing.catalogue import catalogue
from sayso.showing.summary import counted, taking_sides

#: Statements that the page proposes to review.
NEXT: Final = 5
#: Reasons that stand open to view; the others are folded away.
REASONS: Final = 6


@dataclass(frozen=True, slots=True)
class Standpoint:
    """The answer to one hypothesis, by its id, as the dossier lays it out; `confidence` is a word or None."""

    hypothesis: str
    verdict: Verdict
    confidence: str | None
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """The history of one answer by update: the hypothesis' name, a drawing where there is a course, and rows."""

    name: str
    drawing: Markup | None
    rows: tuple[Update, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer as the page shows it; `to` has the desk's address for each anchor that it links to."""

    all: tuple[Standpoint, ...]
    basis: str
    origins: int
    independent: int
    taking: int
    gaps: tuple[notes.Gap, ...]
    asked_as: tuple[near.Reading, ...]
    to: Mapping[str, str]

    @property
    def asked(self) -> tuple[Standpoint, ...]:
        """The answers but those that are another's mirror image."""
        return tuple(one for one in self.all if not one.verdict.opposite)


def laid_out(case: Case, answers: Answers) -> Standing:
    """The answer as the page shows it."""
    known = catalogue(case, answers)
    taking = taking_sides(answers)
    sides = [origin for origin in case.origins if origin.id in taking]
    return Standing(
        all=tuple(
            Standpoint(answer.hypothesis, verdict, answer.confidence, answer.confidence_why)
            for answer, verdict in zip(answers.answers, verdicts(known), strict=True)
        ),
        basis=counted(case, answers),
        origins=len(case.origins),
        independent=independent(case.origins),
        taking=independent(sides),
        gaps=notes.gaps(known),
        asked_as=near.readings(known),
        to=addressed(known),
    )


def front(request: Request) -> Response:
    """The front page."""
    with opened(request) as repository:
        standing = made(request, laid_out)
        moments = repository.moments()
        review = repository.lines(Wanted(state="open", order="effect", limit=NEXT), counts=False).rows
        orphans = Telling(repository).orphans()
        return page(
            request,
            "front.html",
            title="Answer",
            standing=standing,
            courses=_course(standing, moments),
            review=[line for line in review if line.effect] or review,
            orphans=orphans,
            reasons=REASONS,
            all_reasons=request.query_params.get("reasons") == "all",
            served=frozenset(tab.path for tab in desk_of(request).tabs),
        )


def _course(standing: Standing, moments: Sequence[Moment]) -> tuple[Course, ...]:
    """The history by update of each hypothesis that was asked for."""
    found = []
    for number, one in enumerate(standing.asked, 1):
        rows = updates(moments, one.hypothesis)
        found.append(Course(one.verdict.name, course_of_updates(moments, one.hypothesis, f"updates{number}"), rows))
    return tuple(found)


ROUTES = [Route("/", front)]
