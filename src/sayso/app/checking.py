"""`sayso verify`, `export` and `import`: a case checked from end to end, and as a folder that diffs well."""

from __future__ import annotations

import argparse
from pathlib import Path

from sayso.app.exits import DAMAGED, OK
from sayso.app.output import json_line
from sayso.app.places import opened, place_of
from sayso.app.talk import progress, say
from sayso.errors import DamagedError, StoreError
from sayso.model.keeping import Fault
from sayso.showing.caserecords import fault_record
from sayso.showing.escapes import visible


def verify(arguments: argparse.Namespace) -> int:
    """Check every text, place, sum and journal entry of a case; a line for each fault."""
    found, stand = 0, None
    try:
        with opened(arguments) as repository:
            from sayso.store.verifying import verify as faults_in  # noqa: PLC0415 - only here

            progress("checking")
            for fault in faults_in(repository):
                found += 1
                _tell(arguments, fault)
            stand = repository.stand()
    except DamagedError as error:
        found += 1
        _tell(arguments, Fault("file", str(error)))
    progress("")
    if found or stand is None:
        say(f"{arguments.case}: {found} fault{'' if found == 1 else 's'} found; nothing was changed")
        return DAMAGED
    size = f"{stand.articles} article{'' if stand.articles == 1 else 's'}, {stand.statements} statements"
    say(f"{arguments.case}: whole ({size}, {stand.number} journal entries)")
    return OK


def _tell(arguments: argparse.Namespace, fault: Fault) -> None:
    """Print one fault."""
    progress("")
    print(json_line(fault_record(fault)) if arguments.jsonl else visible(f"{fault.where}: {fault.what}"))


def export(arguments: argparse.Namespace) -> int:
    """Write a case as a folder of JSON Lines."""
    with opened(arguments) as repository:
        from sayso.store.folders import write  # noqa: PLC0415 - only here

        write(repository, Path(arguments.output))
    say(f"{arguments.case}: written to {arguments.output}; sayso import {arguments.output} CASE makes a case of it")
    return OK


def import_folder(arguments: argparse.Namespace) -> int:
    """Make a case of what was exported, and answer it."""
    from sayso.app import casework  # noqa: PLC0415 - loads all rooms
    from sayso.app.places import now  # noqa: PLC0415 - as above
    from sayso.store.folders import read  # noqa: PLC0415 - only here

    folder = Path(arguments.folder)
    if not folder.is_dir():
        raise StoreError(f"{arguments.folder}: there is no such folder; give what sayso export -o wrote")
    with read(folder, place_of(arguments.case, arguments)) as repository:
        stand = repository.stand()
        if stand.updated is None or stand.behind or stand.unread:
            casework.update(repository, clock=now, progress=progress)
            stand = repository.stand()
    say(f"{arguments.case}: {stand.articles} articles, {stand.number} journal entries; sayso show {arguments.case}")
    return OK
