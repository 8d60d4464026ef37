"""`sayso brief` without --ask: the propositions on which the sources differ, as questions ready for --ask."""

from __future__ import annotations

import argparse

from sayso import pipeline
from sayso.app import files
from sayso.app.asking import as_of
from sayso.app.commands import outcome, read_articles
from sayso.app.exits import OK
from sayso.app.output import json_line
from sayso.app.talk import progress, say
from sayso.errors import SettingError
from sayso.linking.proposals import proposals
from sayso.showing.proposals import proposal_listing, proposal_record

#: Options that say something of a question, and mean nothing without one.
_OF_A_QUESTION = (
    "hypothesis", "closes", "opens", "resolver", "prior", "prior_why", "grid", "rulings", "records", "save_record",
)  # fmt: skip


def propose(arguments: argparse.Namespace) -> int:
    """Print the contested propositions of the articles, for the eye or as one JSON object."""
    for name in _OF_A_QUESTION:
        if getattr(arguments, name, None):
            option = f"--{name.replace('_', '-')}"
            raise SettingError(f'{option} goes with a question; add --ask "Will … by 31 May 2031?"')
    if arguments.output and not arguments.json:
        raise SettingError(f'-o {arguments.output}: there is no dossier without a question; add --ask "Will …?"')
    place = files.place("-o", arguments.output, "proposals.json") if arguments.output not in {None, "-"} else None
    day = as_of(arguments)
    brain = pipeline.load_brain(arguments.brain)
    reading = read_articles(arguments)
    if not reading.articles:
        return outcome(reading, found=False, faults=())
    pages = []
    for article in reading.articles:
        progress(f"reading {article.path}")
        pages.append(pipeline.page_of(article, brain))
    progress("looking for what is contested")
    found = proposals(pages, brain.entailer, as_of=day)
    if arguments.json:
        told = json_line(proposal_record(found, pages))
        if place is None:
            print(told)
        else:
            files.write("-o", place, told + "\n")
    else:
        print(proposal_listing(found, pages), end="")
    if found:
        say("no question was asked: give one of these, or your own, with --ask")
    code = outcome(reading, found=True, faults=())
    return code or OK
