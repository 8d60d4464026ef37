"""`sayso new`, `add`, `update`, `show` and `ask`: a case that lasts, from its first question to its next answer."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sayso.app.exits import FAILED, OK, PARTIAL
from sayso.app.output import json_line
from sayso.app.places import now, opened, parted, person, place_of
from sayso.app.talk import progress, say
from sayso.errors import SettingError
from sayso.model.keeping import Asked, Line, Moment, Stand, Wanted
from sayso.model.rulings import Ruling
from sayso.showing.caserecords import hypotheses_of, standing_record
from sayso.showing.casetext import added, behind, moved, plural, standing
from sayso.store.repository import Repository

if TYPE_CHECKING:
    from sayso.app.casework import Added, Known

#: Statements that `show` tells are next to review.
_NEXT = 3
#: Inputs that a case had already and that are each told of.
_FEW = 3
#: What a case holds beside articles and statements, by kind of part.
_HOLDS = ("source", "origin", "forecast", "clash")


def new(arguments: argparse.Namespace) -> int:
    """Begin a case: check the question, make the file, answer it before any article."""
    from sayso.app.casework import create_case  # noqa: PLC0415 - loads all rooms

    asked = _asked(arguments, None)
    place = place_of(arguments.case, arguments)
    progress("reading the question")
    with create_case(place, asked, by=person(arguments), at=now()) as repository:
        progress("")
        stand = repository.stand()
        say(f"{arguments.case}: begun; put articles into it with: sayso add {arguments.case} INPUT…")
        return _tell(arguments, repository, stand)


def ask(arguments: argparse.Namespace) -> int:
    """Change what a case asks; what is not given stays as it is."""
    from sayso.app.rebuilding import unfounded  # noqa: PLC0415 - as above

    with opened(arguments, writing=True) as repository:
        before = repository.asked()
        asked = _asked(arguments, before)
        if asked == before:
            say(f"{arguments.case}: this is asked already; nothing was changed")
            return OK
        unfounded(asked)
        ruling = Ruling("question", "ask", person(arguments), now(), arguments.why, encoded(asked))
        (entry,) = repository.rule([ruling])
        say(f"{arguments.case}: #{entry.number} asks anew; sayso update {arguments.case} answers it")
    return OK


def encoded(asked: Asked) -> str:
    """What is asked as the value of an "ask" ruling."""
    import msgspec  # noqa: PLC0415 - only here

    return msgspec.json.encode(asked).decode()


def _asked(arguments: argparse.Namespace, before: Asked | None) -> Asked:
    """What the options ask for, on top of what was asked `before`; SettingError where they cannot be used."""
    from sayso.app.asking import question_of  # noqa: PLC0415 - as above

    text = arguments.ask or (before.question if before else "")
    if not text.strip():
        raise SettingError('--ask: say what the case is to answer: --ask "Will … by 31 May 2031?"')
    prior = arguments.prior if arguments.prior is not None else before.prior if before else None
    if arguments.prior_why and prior is None:
        raise SettingError("--prior-why tells the ground of --prior; give both, e.g. --prior 0.2")
    arguments.ask = text
    question_of(arguments)
    given: dict[str, Any] = {
        "question": " ".join(text.split()),
        "hypotheses": tuple(arguments.hypothesis),
        "as_of": arguments.as_of,
        "opens": arguments.opens,
        "closes": arguments.closes,
        "resolver": arguments.resolver,
        "prior": arguments.prior,
        "prior_why": arguments.prior_why,
        "yardstick": arguments.yardstick,
        "families": _families(arguments.outlets),
        "brain": getattr(arguments, "brain", None),
    }
    told = {name: value for name, value in given.items() if value not in (None, (), "")}
    return replace(before, **told) if before else Asked(**told)


def _families(path: str | None) -> tuple[tuple[str, str], ...]:
    if path is None:
        return ()
    from sayso.reading.outlets import read_outlets  # noqa: PLC0415 - as above

    return tuple((outlet, family) for outlet, family in read_outlets(path))


def add(arguments: argparse.Namespace) -> int:
    """Put articles into a case: each is kept and read before the next; then the answer, if that is quick."""
    from sayso.app.casework import add_inputs, due  # noqa: PLC0415 - as above
    from sayso.reading.gather import gather  # noqa: PLC0415 - as above
    from sayso.reading.read import take_each  # noqa: PLC0415 - as above

    with opened(arguments, writing=True) as repository:
        taken = take_each(
            arguments.inputs,
            manifest=arguments.manifest,
            published=arguments.published,
            outlet=arguments.outlet,
            stdin=sys.stdin.buffer if "-" in arguments.inputs else None,
        )
        expected = gather(arguments.inputs).count
        found = add_inputs(repository, taken, by=person(arguments), clock=now, progress=progress, expected=expected)
        progress("")
        for line in told_known(found.known):
            say(line)
        for trouble in (*map(str, found.failures), *found.faults):
            say(trouble)
        stand = repository.stand()
        if not arguments.later and (arguments.update or (found.new and due(stand))):
            stand = _update(repository)
        if arguments.json:
            print(json_line(added_record(arguments.case, found, stand)))
        else:
            print(added(len(found.new), sum(found.statements.values())))
            print(behind(stand, arguments.case))
    if found.failures or found.faults:
        return PARTIAL if found.new or found.known else FAILED
    return OK


def told_known(known: Sequence[Known]) -> list[str]:
    """A line for each input that the case had; many under their own paths are told in one."""
    again = [one for one in known if one.path == one.kept]
    lines = [f"{one.path}: already in the case as {one.kept}; it counts once" for one in known if one not in again]
    if len(again) > _FEW:
        return [*lines, f"{len(again)} articles are already in the case; each counts once"]
    return [*lines, *(f"{one.path}: already in the case; it counts once" for one in again)]


def added_record(place: str, found: Added, stand: Stand) -> dict[str, Any]:
    """What became of the inputs of `sayso add`, as `sayso schema added` says."""
    return {
        "schema": "sayso/1",
        "case": place,
        "added": [
            {"id": one.id, "path": one.path, "outlet": one.outlet, "title": one.title,
             "statements": found.statements.get(one.id, 0)}
            for one in found.new
        ],
        "known": [{"path": one.path, "kept": one.kept} for one in found.known],
        "failed": [{"path": one.path, "reason": one.reason} for one in found.failures],
        "faults": list(found.faults),
        "number": stand.number,
        "behind": {"rulings": stand.behind, "unread": stand.unread},
    }  # fmt: skip


def update(arguments: argparse.Namespace) -> int:
    """Bring the answer of a case up to date."""
    with opened(arguments, writing=True) as repository:
        stand = repository.stand()
        if stand.updated and not stand.behind and not stand.unread:
            say(f"{arguments.case}: is up to date already")
        else:
            stand = _update(repository)
        return _tell(arguments, repository, stand)


def _update(repository: Repository) -> Stand:
    from sayso.app import casework  # noqa: PLC0415 - as above

    before = repository.moments()
    casework.update(repository, clock=now, progress=progress)
    told = moved(before, repository.moments())
    if told:
        say(told)
    return repository.stand()


def show(arguments: argparse.Namespace) -> int:
    """Print how a case stands."""
    name, number = parted(arguments.case)
    with opened(arguments, name=name) as repository:
        if number is None:
            return _tell(arguments, repository, repository.stand())
        return _tell_past(arguments, repository, number)


#: Notes on rulings that change nothing now: what they name is not there, or their words stand elsewhere.
_IDLE: Final = frozenset({"L305", "L315"})


def _tell(arguments: argparse.Namespace, repository: Repository, stand: Stand) -> int:
    """Print how a case stands, from what the last update kept."""
    hypotheses, _ = repository.parts("hypothesis", limit=1_000)
    holds = {kind: repository.parts(kind, limit=1)[1] for kind in _HOLDS}
    review: tuple[Line, ...] = ()
    if stand.updated:
        review = repository.lines(Wanted(state="open", order="effect", limit=_NEXT), counts=False).rows
    _print(arguments, stand, hypotheses, holds=holds, moments=repository.moments(), review=review)
    for note in repository.parts("note", limit=100_000)[0]:
        if note["code"] in _IDLE:
            say(f"{note['message']}")
    return OK


def _tell_past(arguments: argparse.Namespace, repository: Repository, number: int) -> int:
    """Print how a case stood at a journal entry, built anew."""
    from sayso.app.rebuilding import built_at  # noqa: PLC0415 - as above

    case, answers = built_at(repository, number, progress=progress)
    progress("")
    moments = tuple(one for one in repository.moments() if one.number <= number)
    size = sum(len(page.statements) + len(page.own_voice) for page in case.pages)
    stand = Stand(case.question, len(case.pages), size, 0, number, 0, 0, repository.journal()[number - 1].ruling.at)
    holds = {
        "source": len(case.sources),
        "origin": len(case.origins),
        "forecast": len(answers.forecasts),
        "clash": len(case.clashes),
    }
    _print(arguments, stand, hypotheses_of(case, answers), holds=holds, moments=moments, review=())
    return OK


def _print(
    arguments: argparse.Namespace,
    stand: Stand,
    hypotheses: Sequence[Any],
    *,
    holds: dict[str, int],
    moments: Sequence[Moment],
    review: Sequence[Line],
) -> None:
    if arguments.json:
        record = standing_record(
            arguments.case, stand, hypotheses, moments=moments, holds={plural(key): n for key, n in holds.items()},
            review=review,
        )  # fmt: skip
        print(json_line(record))
        return
    shown = [one for one in hypotheses if not one.get("negates")] or list(hypotheses)
    print(standing(stand, shown, moments, holds=holds, review=review, place=arguments.case))
