"""`sayso scores`: what sources' resolved forecasts amount to, and how well probabilities and outcomes agree."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from sayso.app import files
from sayso.app.exits import NOTHING, OK
from sayso.app.output import json_line
from sayso.app.places import names_a_case, opened
from sayso.app.records import given
from sayso.app.talk import say
from sayso.model.forecasts import Resolved
from sayso.showing.calibration import drawing, file_text, too_few
from sayso.showing.scoring import calibration_record, source_record, table
from sayso.weighing.records import resolved, tallies
from sayso.weighing.scores import calibration


def scores(arguments: argparse.Namespace) -> int:
    """Print the tallies of the sources in records, as a table or as JSON Lines; draw the calibration if asked."""
    place = files.place("--plot", arguments.plot, "calibration.svg") if arguments.plot else None
    kept = [one for one in _gathered(arguments) if one.happened is not None]
    made, bins = tallies(kept), calibration(kept)
    if arguments.jsonl:
        for one in made:
            print(json_line(source_record(one)))
        if kept:
            print(json_line(calibration_record(bins)))
    elif made:
        print(table(made, bins))
    if place:
        drawn = file_text(drawing(bins))
        if drawn is None:
            say(f"--plot {place}: not drawn. {too_few(bins)}")
        else:
            files.write("--plot", place, drawn)
    if not made:
        say("no resolved forecast was found; sayso brief --save-record keeps them")
        return NOTHING
    return OK


def _gathered(arguments: argparse.Namespace) -> Iterator[Resolved]:
    """The resolved forecasts of records and of cases; those of a case are as of its last update."""
    for name in arguments.records:
        if not names_a_case(name, arguments):
            yield from given([name], "")
            continue
        with opened(arguments, name=name) as repository:
            found = repository.derived()
            if repository.stand().behind:
                say(f"{name}: as of the last update; sayso update {name}")
        if found:
            case, answers = found
            yield from resolved(case, answers.forecasts)
