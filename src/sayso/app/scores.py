"""`sayso scores`: what sources' resolved forecasts amount to, and how well probabilities and outcomes agree."""

from __future__ import annotations

import argparse

from sayso.app import files
from sayso.app.exits import NOTHING, OK
from sayso.app.output import json_line
from sayso.app.records import given
from sayso.app.talk import say
from sayso.showing.calibration import drawing, file_text, too_few
from sayso.showing.scoring import calibration_record, source_record, table
from sayso.weighing.records import tallies
from sayso.weighing.scores import calibration


def scores(arguments: argparse.Namespace) -> int:
    """Print the tallies of the sources in records, as a table or as JSON Lines; draw the calibration if asked."""
    place = files.place("--plot", arguments.plot, "calibration.svg") if arguments.plot else None
    kept = [one for one in given(arguments.records, "") if one.happened is not None]
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
