"""What each command does: gather, hand to the hallway, print."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from sayso import __version__, pipeline
from sayso.app import files, records
from sayso.app.asking import question_of
from sayso.app.exits import FAILED, NOTHING, OK, PARTIAL
from sayso.app.output import json_line
from sayso.app.talk import progress, say
from sayso.errors import SettingError
from sayso.model.answers import Answers
from sayso.model.case import Case, Page
from sayso.model.rulings import Ruling
from sayso.reading.outlets import read_outlets
from sayso.reading.read import Reading
from sayso.reading.read import read as read_inputs
from sayso.showing import schemas
from sayso.showing.gridtable import grid_table
from sayso.showing.listing import listing
from sayso.showing.records import case_record, page_record
from sayso.showing.show import show
from sayso.showing.summary import summary
from sayso.showing.sureness import surer
from sayso.store.journal import rulings as read_rulings
from sayso.weighing.likelihood import DEFAULT_YARDSTICK

#: How often memory is swept for cycles. A case is millions of records without any: at Python's own pace a fifth of
#: the time with 2,000 articles goes into looking at them again and again.
SWEEPS = (100_000, 50, 100)


def read(arguments: argparse.Namespace) -> int:
    """Print what is said in each article, as JSON Lines or for the eye."""
    least = _share("--least-confidence", arguments.least_confidence)
    brain = pipeline.load_brain(arguments.brain)
    reading = read_articles(arguments)
    found = False
    faults: list[str] = []
    for article in reading.articles:
        page = surer(pipeline.page_of(article, brain), least)
        found, faults = found or bool(page.statements), [*faults, *_faults(page)]
        if arguments.jsonl:
            print(json_line(page_record(page, own_voice=arguments.own_voice)))
        else:
            print(listing(page, own_voice=arguments.own_voice))
    return outcome(reading, found=found, faults=faults)


def brief(arguments: argparse.Namespace) -> int:
    """Answer a question: write the dossier and print a summary, or print the case as JSON."""
    gc.set_threshold(*SWEEPS)
    output = output_of(arguments)
    table = table_of(arguments.grid, output)
    if arguments.prior_why and arguments.prior is None:
        raise SettingError("--prior-why tells the ground of --prior; give both, e.g. --prior 0.2")
    question = question_of(arguments)
    brain = pipeline.load_brain(arguments.brain)
    rulings = _rulings(arguments.rulings)
    families = read_outlets(arguments.outlets) if arguments.outlets else ()
    past, kept = records.given(arguments.records), records.checked(arguments.save_record)
    reading = read_articles(arguments)
    if not reading.articles:
        return outcome(reading, found=False, faults=())
    case, answers = pipeline.build(
        reading.articles,
        question,
        brain,
        rulings=rulings,
        families=families,
        prior=arguments.prior,
        prior_why=arguments.prior_why or "",
        yardstick=arguments.yardstick or DEFAULT_YARDSTICK,
        records=past,
        progress=progress,
    )
    if table is not None:
        files.write("--grid", table, grid_table(case, answers))
    deliver(case, answers, arguments, output)
    records.keep(case, answers, kept)
    found = any(page.statements for page in case.pages)
    return outcome(reading, found=found, faults=[fault for page in case.pages for fault in _faults(page)])


def schema(arguments: argparse.Namespace) -> int:
    """Print the JSON Schema of a command's output."""
    print(json.dumps(schemas.schema(arguments.name), indent=2))
    return OK


def read_articles(arguments: argparse.Namespace) -> Reading:
    """The articles of all inputs, and what could not be read."""
    return read_inputs(
        arguments.inputs,
        manifest=arguments.manifest,
        published=arguments.published,
        outlet=arguments.outlet,
        stdin=sys.stdin.buffer if "-" in arguments.inputs else None,
    )


def _faults(page: Page) -> list[str]:
    """What went wrong inside Sayso on a page."""
    return [f"{page.article.path}: {note.message}" for note in page.notes if note.code == "A299"]


def outcome(reading: Reading, *, found: bool, faults: Sequence[str]) -> int:
    """Name every failed input on stderr, and the exit code that follows."""
    for failure in (*map(str, reading.failures), *faults):
        say(failure)
    if reading.failures or faults:
        return PARTIAL if reading.articles else FAILED
    if not found:
        say("no statement was found in any article")
        return NOTHING
    return OK


def _share(option: str, value: float) -> float:
    if not 0 <= value <= 1:
        raise SettingError(f"{option} {value}: give a number between 0 and 1, such as 0.5")
    return value


def output_of(arguments: argparse.Namespace) -> Path | None:
    """Where the dossier or the JSON goes; None for stdout. Checked before the work begins."""
    if arguments.output is None:
        return None if arguments.json else Path("brief.html")
    if arguments.output == "-":
        return None
    return files.place("-o", arguments.output, "brief.html")


def table_of(value: str | None, output: Path | None) -> Path | None:
    """Where the grid goes; None where it was not asked for."""
    if value is None:
        return None
    table = files.place("--grid", value, "grid.csv")
    if output is not None and table.resolve() == output.resolve():
        raise SettingError(f"--grid {value}: is where -o goes, too; name another file, such as grid.csv")
    return table


def _rulings(path: str | None) -> tuple[Ruling, ...]:

    if path is None:
        return ()
    if not Path(path).is_file():
        raise SettingError(f"--rulings {path}: there is no such journal; sayso rule writes one")
    return read_rulings(Path(path))


def deliver(case: Case, answers: Answers, arguments: argparse.Namespace, output: Path | None) -> None:
    """Write or print what was asked for: the dossier, the JSON, or both."""
    wants_page = not arguments.json or (output is not None and output.suffix.lower() in (".html", ".htm"))
    if arguments.json:
        record = json_line(case_record(case, answers, own_voice=arguments.own_voice))
        if output is None or wants_page:
            print(record)
        else:
            files.write("-o", output, record + "\n")
    if wants_page:
        page = show(case, answers, made_with=(f"sayso {__version__}", f"models: {arguments.brain}"))
        if output is None:
            sys.stdout.write(page)
        else:
            files.write("-o", output, page)
    if not arguments.json and output is not None:
        print(summary(case, answers, str(output)))
