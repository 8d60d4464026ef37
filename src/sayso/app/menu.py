"""What the program can do: its commands in groups, with the file that does each, and its help."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sayso import __version__
from sayso.app import caseoptions, options


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it is for, what adds its options, and the file and function of this room that do it."""

    name: str
    told: str
    options: Callable[[argparse.ArgumentParser], None]
    does: str


#: The groups of the help, each with its commands.
GROUPS: Final[tuple[tuple[str, tuple[Command, ...]], ...]] = (
    (
        "read articles",
        (
            Command("read", "list who says what in each article", options.read_options, "commands.read"),
            Command(
                "brief", "answer a question from articles or a case, as a dossier",
                options.brief_options, "commands.brief",
            ),
            Command(
                "copies", "tell which passages and articles are copies of which",
                options.copies_options, "copies.copies",
            ),
            Command("stance", "say what statements mean for hypotheses", options.stance_options, "pairs.stance"),
        ),
    ),
    (
        "keep a case",
        (
            Command(
                "new", "begin a case: one file that keeps a question, its articles and what people decide",
                caseoptions.new_options, "keeping.new",
            ),
            Command(
                "add", "put articles into a case; only what is new is read",
                caseoptions.add_options, "keeping.add",
            ),
            Command(
                "update", "bring the answer of a case up to date",
                caseoptions.update_options, "keeping.update",
            ),
            Command(
                "show", "the question of a case, its answer, and what is not in the answer yet",
                caseoptions.show_options, "keeping.show",
            ),
            Command(
                "ask", "change what a case asks: days, judge, prior, further hypotheses",
                caseoptions.ask_options, "keeping.ask",
            ),
            Command("desk", "work at a case in the browser", caseoptions.desk_options, "desk.command.desk"),
        ),
    ),
    (
        "look into a case",
        (
            Command(
                "statements", "list and search who says what",
                caseoptions.statements_options, "lists.statements",
            ),
            Command(
                "sources", "list who is quoted, under all their names",
                caseoptions.part_options, "lists.sources",
            ),
            Command("origins", "list where statements come from", caseoptions.part_options, "lists.origins"),
            Command("times", "list the times that the articles name", caseoptions.part_options, "lists.times"),
            Command(
                "amounts", "list figures, and what became of them on the way",
                caseoptions.part_options, "lists.amounts",
            ),
            Command(
                "forecasts", "list forecasts, and what became of them",
                caseoptions.part_options, "lists.forecasts",
            ),
            Command("articles", "list and search the articles", caseoptions.articles_options, "lists.articles"),
            Command("ach", "the grid of competing hypotheses", caseoptions.grid_options, "lists.ach"),
        ),
    ),
    (
        "correct",
        (
            Command(
                "rule", "record what a person decided, in a case or a journal",
                options.rule_options, "decisions.rule",
            ),
            Command(
                "comment", "write a comment to anything in a case",
                caseoptions.comment_options, "decisions.comment",
            ),
            Command(
                "resolve", "record what happened, so that forecasts are scored",
                options.resolve_options, "resolve.resolve",
            ),
            Command("history", "who decided what, when and why", caseoptions.history_options, "decisions.history"),
            Command(
                "undo", "take back what was decided; an undo can be undone",
                caseoptions.undo_options, "decisions.undo",
            ),
        ),
    ),
    (
        "check and share",
        (
            Command(
                "verify", "check every text, place and sum of a case",
                caseoptions.verify_options, "checking.verify",
            ),
            Command(
                "diff", "tell what changed between two readings, and why the answer moved",
                options.diff_options, "diff.diff",
            ),
            Command(
                "reread", "show what another model would change in a case",
                caseoptions.reread_options, "rereading.reread",
            ),
            Command(
                "export", "write a case as a folder of JSON Lines",
                caseoptions.export_options, "checking.export",
            ),
            Command("import", "make a case of such a folder", caseoptions.import_options, "checking.import_folder"),
            Command("scores", "how sources' past forecasts turned out", options.scores_options, "scores.scores"),
            Command(
                "schema", "print the JSON Schema of a command's output",
                options.schema_options, "commands.schema",
            ),
        ),
    ),
)  # fmt: skip

COMMANDS: Final = {command.name: command for _, group in GROUPS for command in group}

_EXAMPLES: Final = """\
examples:
  sayso brief articles/*.txt --ask "Will the port close by 31 May 2031?" -o brief.html
  sayso read article.html --jsonl
  sayso read article.txt --published 2031-05-03 --outlet "The Harbour Post"
  sayso read articles/*.txt --only times,amounts --jsonl
  sayso copies articles/*.txt --families
  sayso diff monday.json friday.json

  sayso new port.sayso --ask "Will the port close by 31 May 2031?"
  sayso add port.sayso articles/*.txt
  sayso show port.sayso
  sayso statements port.sayso --stance deny --order effect
  sayso rule port.sayso reject s-0123456789ab --why "a joke, not a report"
  sayso undo port.sayso

exit codes: 0 ok, 1 failed, 2 usage, 3 some inputs failed, 4 nothing found, 5 an integrity check failed,
130 interrupted
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose every subcommand takes --debug."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs["conflict_handler"] = "resolve"
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # argparse's own arguments, passed through
        self.add_argument("--debug", action="store_true", help="show a traceback when something goes wrong")


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    made = argparse.ArgumentParser(
        prog="sayso",
        usage="sayso [--version] COMMAND …",
        description="Who says what in the news, on whose word, how sure, by when, and what it does to the answer.",
        epilog=f"{_listed()}\n{_EXAMPLES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--version", action="version", version=f"sayso {__version__}")
    options.store_option(made)
    commands = made.add_subparsers(
        dest="command", required=True, metavar="COMMAND", parser_class=_Parser,
        help="one of those below; sayso COMMAND --help tells more",
    )  # fmt: skip
    for command in COMMANDS.values():
        one = commands.add_parser(
            command.name, prog=f"sayso {command.name}", description=f"{command.told[:1].upper()}{command.told[1:]}."
        )
        command.options(one)
    return made


def _listed() -> str:
    """The commands for the eye, group by group."""
    lines: list[str] = []
    for title, group in GROUPS:
        lines += [f"{title}:", *(f"  {command.name:<12}{command.told}" for command in group), ""]
    return "\n".join(lines)
