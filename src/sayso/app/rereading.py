"""`sayso reread`: what another model would change in a case, before anybody lets it."""

from __future__ import annotations

import argparse

from sayso.app import casework
from sayso.app.exits import OK
from sayso.app.output import json_line
from sayso.app.places import now, opened, person
from sayso.app.readings import as_reading
from sayso.app.talk import progress, say
from sayso.showing.changerecords import changes_record
from sayso.showing.changes import changes_text
from sayso.showing.rereadings import difference_record, differences_text
from sayso.weighing.changes import changes


def reread(arguments: argparse.Namespace) -> int:
    """Read every article anew and tell what would change; with --adopt let it count."""
    place = arguments.case
    with opened(arguments, writing=True) as repository:
        found = casework.reread(repository, arguments.brain, clock=now, progress=progress)
        moved = changes(
            as_reading(*found.before, name=place), as_reading(*found.after, name=f"{place} by {found.brain}")
        )
        if arguments.json:
            record = {
                "schema": "sayso/1",
                "brain": found.brain,
                "articles": [{"article": one, "reading": name} for one, name in found.readings.items()],
                "differences": [difference_record(one) for one in found.differences],
                "changes": changes_record(moved),
                "adopted": bool(arguments.adopt),
            }
            print(json_line(record))
        else:
            print(changes_text(moved))
            print(differences_text(found.differences, found.after[0].pages))
        if not arguments.adopt:
            say(f"nothing was changed; sayso reread {place} --brain {found.brain} --adopt lets it count")
            return OK
        entries = casework.adopt(repository, found, by=person(arguments), at=now(), why=arguments.why)
        if not entries:
            say(f"{place}: this reading counts already")
            return OK
        told = f"{entries[0].number}" + (f"-{entries[-1].number}" if len(entries) > 1 else "")
        say(f"{place}: #{told}: the new reading counts; sayso undo {place} {told} takes it back")
        casework.update(repository, clock=now, progress=progress)
    return OK
