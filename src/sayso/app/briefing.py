"""`sayso brief CASE`: the dossier, the JSON or the grid of a case as it is, or as it was at a journal entry."""

from __future__ import annotations

import argparse
import gc

from sayso.app import files, records
from sayso.app.asking import as_of
from sayso.app.commands import SWEEPS, deliver, output_of, table_of
from sayso.app.exits import NOTHING, OK
from sayso.app.places import opened, parted
from sayso.app.rebuilding import Otherwise, built_at, current
from sayso.app.talk import progress, say
from sayso.errors import SettingError
from sayso.showing.gridtable import grid_table

#: Options that say what the case says already, each with what says it.
_OF_THE_CASE = {
    "ask": "sayso ask CASE", "hypothesis": "sayso ask CASE", "closes": "sayso ask CASE", "opens": "sayso ask CASE",
    "resolver": "sayso ask CASE", "prior": "sayso ask CASE", "prior_why": "sayso ask CASE",
    "yardstick": "sayso ask CASE", "outlets": "sayso ask CASE", "rulings": "sayso rule CASE",
    "manifest": "sayso add CASE", "published": "sayso add CASE", "outlet": "sayso add CASE",
}  # fmt: skip


def brief(arguments: argparse.Namespace) -> int:
    """Write the dossier of a case and print a summary, or print the case as JSON."""
    gc.set_threshold(*SWEEPS)
    for option, instead in _OF_THE_CASE.items():
        if getattr(arguments, option, None):
            told = f"--{option.replace('_', '-')}"
            raise SettingError(
                f"{told}: {arguments.inputs[0]} is a case, which says so itself; change it with {instead}"
            )
    output = output_of(arguments)
    table = table_of(arguments.grid, output)
    day = as_of(arguments)
    past, kept = records.given(arguments.records), records.checked(arguments.save_record)
    name, number = parted(arguments.inputs[0])
    with opened(arguments, name=name) as repository:
        stand = repository.stand()
        if stand.unread:
            say(f"{stand.unread} of {stand.articles} articles are not read yet and left out; sayso update {name}")
        if number is None and day is None and not past:
            case, answers = current(repository, progress=progress)
        else:
            case, answers = built_at(repository, number, Otherwise(day, past), progress=progress)
        arguments.brain = repository.asked().brain
    progress("")
    if table is not None:
        files.write("--grid", table, grid_table(case, answers))
    deliver(case, answers, arguments, output)
    records.keep(case, answers, kept)
    if not any(page.statements for page in case.pages):
        say("no statement was found in any article")
        return NOTHING
    return OK
