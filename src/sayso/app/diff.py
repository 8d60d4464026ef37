"""What `sayso diff` does: read two readings of a question back, compare them, print what changed."""

from __future__ import annotations

import argparse

from sayso.app.exits import OK
from sayso.app.output import json_line
from sayso.app.readings import reading_of
from sayso.errors import SettingError
from sayso.showing.changerecords import changes_record
from sayso.showing.changes import changes_text
from sayso.weighing.changes import changes


def diff(arguments: argparse.Namespace) -> int:
    """Print what changed from one reading of a question to another, for the eye or as JSON."""
    if arguments.before == arguments.after == "-":
        raise SettingError("diff - -: standard input holds one reading; name a file for the other")
    found = changes(reading_of(arguments.before, arguments), reading_of(arguments.after, arguments))
    print(json_line(changes_record(found)) if arguments.json else changes_text(found))
    return OK
