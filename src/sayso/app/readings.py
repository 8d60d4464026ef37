"""Readings to compare: printed ones, cases as they are, and cases as they were at a journal entry."""

from __future__ import annotations

import argparse
import sys
from io import BytesIO
from pathlib import Path

from sayso.app.output import json_line
from sayso.app.places import names_a_case, opened, parted
from sayso.app.talk import progress
from sayso.errors import InputError
from sayso.model.answers import Answers
from sayso.model.case import Case
from sayso.model.changes import CaseReading
from sayso.store.readings import read_reading


def reading_of(name: str, arguments: argparse.Namespace) -> CaseReading:
    """The reading that `name` means: a file that sayso brief --json printed, a case, CASE@N, or - for stdin."""
    if name == "-":
        return read_reading(sys.stdin.buffer, "standard input")
    if names_a_case(name, arguments):
        return _of_case(name, arguments)
    try:
        with Path(name).open("rb") as file:
            return read_reading(file, name)
    except OSError as error:
        raise InputError(
            name, f"cannot be read ({error.strerror})", "give two cases, or files that sayso brief --json wrote"
        ) from error


def _of_case(name: str, arguments: argparse.Namespace) -> CaseReading:
    from sayso.app import rebuilding  # noqa: PLC0415 - loads all rooms

    bare, number = parted(name)
    with opened(arguments, name=bare) as repository:
        if number is None:
            found = rebuilding.current(repository, progress=progress)
        else:
            found = rebuilding.built_at(repository, number, progress=progress)
    progress("")
    return as_reading(*found, name=name)


def as_reading(case: Case, answers: Answers, *, name: str) -> CaseReading:
    """A case as it would be read back from its print."""
    from sayso.showing.records import case_record  # noqa: PLC0415 - only for cases

    return read_reading(BytesIO(json_line(case_record(case, answers)).encode()), name)
