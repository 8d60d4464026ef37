"""What each source has said of a hypothesis, turn by turn."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.prose import day
from sayso.model.stances import Turn
from sayso.showing.catalogue import Catalogue, Link

_LEANS = {"support": "for it", "deny": "against it", "open": "leaves it open", "unrelated": "says nothing of it"}


@dataclass(frozen=True, slots=True)
class Saying:
    """One turn: the day, which way it leans, how that differs from the turn before, the statement."""

    when: str
    lean: str
    change: str
    place: Link


@dataclass(frozen=True, slots=True)
class Course:
    """A source and what it has said; `about` names the hypothesis where there are several."""

    name: str
    about: str
    turns: tuple[Saying, ...]


def courses(made: Catalogue) -> tuple[Course, ...]:
    """The positions of the case in the order of sources' names, without turns that the dossier does not show."""
    names = {one: f"H{number}" for number, one in enumerate(made.hypotheses, 1)}
    several = len({one.hypothesis for one in made.case.positions}) > 1
    out = []
    for one in made.case.positions:
        source = made.sources.get(one.source)
        turns = tuple(saying for turn in one.turns if (saying := _saying(made, turn)))
        if source and len(turns) > 1:
            out.append(Course(source.name, names.get(one.hypothesis, "") if several else "", turns))
    return tuple(sorted(out, key=lambda course: (course.about, course.name.casefold())))


def _saying(made: Catalogue, turn: Turn) -> Saying | None:
    place = made.statement(turn.statement)
    if place is None:
        return None
    return Saying(day(turn.day) if turn.day else "no day known", _LEANS[turn.lean], turn.change, place)
