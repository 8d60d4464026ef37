"""What `sayso diff` does: read two printed cases back, compare them, print what changed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sayso.app.exits import OK
from sayso.app.output import json_line
from sayso.errors import InputError, SettingError
from sayso.model.changes import CaseReading
from sayso.showing.changerecords import changes_record
from sayso.showing.changes import changes_text
from sayso.store.readings import read_reading
from sayso.weighing.changes import changes


def diff(arguments: argparse.Namespace) -> int:
    """Print what changed from one reading of a question to another, for the eye or as JSON."""
    if arguments.before == arguments.after == "-":
        raise SettingError("diff - -: standard input holds one reading; name a file for the other")
    found = changes(_reading(arguments.before), _reading(arguments.after))
    print(json_line(changes_record(found)) if arguments.json else changes_text(found))
    return OK


def _reading(path: str) -> CaseReading:
    if path == "-":
        return read_reading(sys.stdin.buffer, "standard input")
    try:
        with Path(path).open("rb") as file:
            return read_reading(file, path)
    except OSError as error:
        raise InputError(
            path, f"cannot be read ({error.strerror})", "give two files that sayso brief --json wrote"
        ) from error
