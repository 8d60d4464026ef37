"""Track records at the command line: read those that are given, keep those that a case leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sayso.app import files
from sayso.app.talk import say
from sayso.errors import SettingError
from sayso.model.answers import Answers
from sayso.model.case import Case
from sayso.model.forecasts import Resolved
from sayso.store import records
from sayso.weighing.records import plain, resolved


def given(paths: Sequence[str], option: str = "--records ") -> tuple[Resolved, ...]:
    """The resolved forecasts of all files; SettingError where there is no such file."""
    found: list[Resolved] = []
    for path in paths:
        if not Path(path).is_file():
            raise SettingError(f"{option}{path}: there is no such file; sayso brief --save-record writes one")
        kept = records.load(Path(path))
        if not kept:
            say(f"{option}{path}: holds no resolved forecast")
        found.extend(kept)
    return tuple(found)


def checked(path: str | None) -> Path | None:
    """Where records go, checked before the work begins; SettingError where that is no place for a file.

    StoreError where a file is there that holds something else.
    """
    if path is None:
        return None
    place = files.place("--save-record", path, "record.jsonl")
    if place.is_file():
        records.load(place)
    return place


def keep(case: Case, answers: Answers, path: Path | None) -> None:
    """Add what the resolved forecasts of a case leave to the file at `path`, and say how many were new.

    Where the outcome was taken back, what the file holds of this question is taken back, too.
    """
    if path is None:
        return
    left = [*resolved(case, answers.forecasts), *_taken_back(case, path)]
    if not left:
        say(f"{path}: {_why_nothing(case)}")
        return
    added = records.add(path, left)
    told = f"{added} resolved forecast{'' if added == 1 else 's'} added" if added else "nothing new"
    say(f"{path}: {told} ({len(left)} in this case)")


def _taken_back(case: Case, path: Path) -> list[Resolved]:
    """The records of this question in the file, with their outcomes taken back, where a ruling says so."""
    opened = any(r.verdict == "outcome" and (r.value or "").strip() == "open" for r in case.rulings)
    if case.outcomes or not opened or not path.is_file():
        return []
    held = records.load(path)
    return [replace(one, happened=None) for one in held if plain(one.case) == plain(case.question)]


def _why_nothing(case: Case) -> str:
    """Why a case leaves no record."""
    if not case.outcomes:
        return "nothing to keep: no outcome is recorded; record it with sayso resolve and give --rulings"
    return "nothing to keep: no named source forecast what was asked before the outcome was known"
