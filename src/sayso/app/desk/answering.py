"""The answer as the front page shows it, from what the last update kept for lists: quick, however large the case.

The whole case takes seconds to decode at 500 articles; its hypotheses with their answers are a few records. They
are made into the nouns again and laid out as the dossier does, in a case of nothing but hypotheses and stubs of
origins. What the first reasons rest on is looked up, a reason at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sayso.linking.rulings import outcomes
from sayso.model.answers import Answer, Answers, Reason, Step, Without
from sayso.model.case import Case
from sayso.model.keeping import Line
from sayso.model.notes import CODES
from sayso.model.origins import Origin
from sayso.model.rulings import counting
from sayso.model.span import Ref, Span
from sayso.model.stances import Hypothesis
from sayso.showing import near
from sayso.showing.answers import NOTHING, Rung, Verdict, verdicts
from sayso.showing.catalogue import catalogue
from sayso.showing.course import Turn
from sayso.showing.notes import PLAIN
from sayso.showing.words import count
from sayso.store.repository import Repository

#: Reasons that stand open to view with their places; statements shown of each, and of a step of the course; steps.
REASONS: Final = 6
_PLACES, _LOOKED, _STEPS = 6, 60, 40

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason as a line of the sum; the id of its origin, `lines` it rests on, and on how many it `rests`."""

    rung: Rung
    origin: str | None
    lines: tuple[Line, ...] = ()
    rests: int = 0


@dataclass(frozen=True, slots=True)
class Move:
    """One step of the answer over time, with the statements that moved it."""

    turn: Turn
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Standpoint:
    """The answer to one hypothesis, as the dossier lays it out, its reasons in the order of the sum.

    `moves` are the last steps of the answer over time, the newest first; `confidence` is a word or None.
    """

    hypothesis: str
    verdict: Verdict
    confidence: str | None
    why: tuple[str, ...]
    grounds: tuple[Ground, ...]
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer as the front page shows it; `gaps` are what could not be established across articles, in words."""

    all: tuple[Standpoint, ...]
    origins: int
    gaps: tuple[tuple[str, str, tuple[str, ...]], ...]
    asked_as: tuple[near.Reading, ...]

    @property
    def asked(self) -> tuple[Standpoint, ...]:
        """The answers but those that are another's mirror image."""
        return tuple(one for one in self.all if not one.verdict.opposite)


def standing(repository: Repository) -> Standing:
    """The answer as of the last update."""
    records, _ = repository.parts("hypothesis", limit=1000)
    answers = Answers(tuple(_answer(one) for one in records if one["answer"]))
    hypotheses = tuple(_hypothesis(one) for one in records)
    made = catalogue(_bare(repository, hypotheses, answers), answers)
    laid = zip(answers.answers, verdicts(made), strict=True)
    return Standing(
        all=tuple(_standpoint(repository, answer, verdict) for answer, verdict in laid),
        origins=repository.parts("origin", limit=1)[1],
        gaps=_gaps(repository.parts("note", limit=10_000)[0]),
        asked_as=near.readings(made),
    )


def _bare(repository: Repository, hypotheses: tuple[Hypothesis, ...], answers: Answers) -> Case:
    """A case of hypotheses, what became of them, and stubs of the origins that the answers name."""
    question = repository.asked().question
    rulings = counting(entry.ruling for entry in repository.journal())
    stubs = {reason.origin for one in answers.answers for reason in one.reasons if reason.origin}
    heavy = {max(one.without, key=lambda each: (abs(each.probability - one.probability), each.origin)).origin
             for one in answers.answers if one.without}  # fmt: skip
    names = {id_: (repository.part("origin", id_) or {}).get("name", "one origin") for id_ in heavy}
    origins = tuple(Origin(id_, str(names.get(id_, "")), "unknown", (), ()) for id_ in sorted(stubs | heavy))
    return Case(question, None, hypotheses, (), origins=origins, outcomes=outcomes(rulings, hypotheses, question))


def _standpoint(repository: Repository, answer: Answer, verdict: Verdict) -> Standpoint:
    if verdict.opposite:
        return Standpoint(answer.hypothesis, verdict, answer.confidence, answer.confidence_why, (), ())
    reasons = _counted(answer)
    grounds = tuple(
        _ground(repository, rung, reason, full=place < REASONS)
        for place, (rung, reason) in enumerate(zip((*verdict.rungs, *verdict.smaller), reasons, strict=True))
    )
    steps = list(zip(verdict.turns, answer.over_time, strict=True))[: -_STEPS - 1 : -1]
    moves = tuple(Move(turn, _lines(repository, step.moved_by[:3])) for turn, step in steps)
    return Standpoint(answer.hypothesis, verdict, answer.confidence, answer.confidence_why, grounds, moves)


def _counted(answer: Answer) -> list[Reason]:
    """The reasons that have a line in the sum, in its order."""
    return [one for place, one in enumerate(answer.reasons) if place == 0 or abs(one.weight) >= NOTHING]


def _ground(repository: Repository, rung: Rung, reason: Reason, *, full: bool) -> Ground:
    """A reason with the statements that it rests on, where it is to be shown in `full`."""
    if not (full and reason.origin):
        return Ground(rung, reason.origin)
    ids = (repository.part("origin", reason.origin) or {}).get("statements", ())
    lines = _lines(repository, ids[:_LOOKED])
    bearing = tuple(line for line in lines if any(_holds(line, ref) for ref in reason.refs)) or lines
    return Ground(rung, reason.origin, bearing[:_PLACES], len(ids))


def _holds(line: Line, ref: Ref) -> bool:
    return line.article == ref.article and line.start < ref.span.end and ref.span.start < line.end


def _lines(repository: Repository, ids: Iterable[str]) -> tuple[Line, ...]:
    return tuple(line for id_ in ids if (line := repository.line(id_)))


def _gaps(notes: Sequence[Record]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """What could not be established, by code: in words, the code, and the messages."""
    groups: dict[str, list[str]] = {}
    for one in notes:
        groups.setdefault(one["code"], []).append(one["message"])
    told = []
    for code in sorted(groups, key=lambda one: ("WLAR".find(one[0]), one)):
        size = len(groups[code])
        words = count(size, *PLAIN[code]) if code in PLAIN else f"{CODES.get(code, code)} ({count(size, 'place')})"
        told.append((words, code, tuple(dict.fromkeys(groups[code]))[:20]))
    return tuple(told)


def _hypothesis(one: Record) -> Hypothesis:
    return Hypothesis(
        one["id"], one["text"], _day(one["opens"]), _day(one["closes"]), one["resolver"], one["negates"],
        one["subject"], one["event"],
    )  # fmt: skip


def _answer(one: Record) -> Answer:
    """The answer of a hypothesis' record."""
    told = one["answer"]
    return Answer(
        one["id"],
        _day(one.get("as_of")),
        told["probability"],
        told["low"],
        told["high"],
        told["words"],
        tuple(_reason(each) for each in told["reasons"]),
        tuple(Without(each["origin"], each["probability"]) for each in told["without"]),
        tuple(_step(each) for each in told["over_time"]),
        tuple(told["would_change"]),
        told["confidence"],
        tuple(told["confidence_why"]),
        tuple(told["watch"]),
    )


def _reason(one: Record) -> Reason:
    refs = tuple(Ref(each["article"], Span(*each["span"])) for each in one["refs"])
    return Reason(one["kind"], one["text"], one["weight"], refs, one["origin"], tuple(one["parts"]))


def _step(one: Record) -> Step:
    return Step(
        date.fromisoformat(one["as_of"]), one["probability"], one["low"], one["high"], tuple(one["moved_by"]),
        tuple(one["why"]), one["kind"], one["by_said"], one["by_time"],
    )  # fmt: skip


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
