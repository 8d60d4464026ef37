"""The command line: parse, dispatch, and turn every trouble into one line and an exit code.

Data goes to stdout, talk to stderr. Commands import what they need when they run, so that --version and --help
stay quick.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from sayso import __version__
from sayso.app.exits import FAILED, INTERRUPTED, OK, USAGE
from sayso.app.talk import say
from sayso.errors import SaysoError, SettingError

EXAMPLES = """\
examples:
  sayso brief articles/*.txt --ask "Will the port close by 31 May 2031?" -o brief.html
  sayso read article.html --jsonl
  sayso read article.txt --published 2031-05-03 --outlet "The Harbour Post"
  sayso read articles/*.txt --only times,amounts --jsonl
  sayso copies articles/*.txt --families
  sayso diff monday.json friday.json

exit codes: 0 ok, 1 failed, 2 usage, 3 some inputs failed, 4 nothing found, 130 interrupted
"""


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code of the command in `argv` (without the program's name; sys.argv if None)."""
    arguments = _parser().parse_args(argv)
    _speak_utf8()
    try:
        code: int = _command(arguments)(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        say("interrupted")
        code = INTERRUPTED
    except BrokenPipeError:
        code = _leave_pipe()
    except SaysoError as error:
        if arguments.debug:
            raise
        say(str(error))
        code = USAGE if isinstance(error, SettingError) else FAILED
    except Exception as error:
        if arguments.debug:
            raise
        say(
            f"unexpected trouble: {type(error).__name__}: {error}; run again with --debug and report what it prints"
        )
        code = FAILED
    return code


def run() -> NoReturn:
    """Leave the process with main's exit code."""
    sys.exit(main())


def _speak_utf8() -> None:
    """JSON and dossiers are UTF-8, whatever the terminal's locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _leave_pipe() -> int:
    """The reader of stdout has gone: end without a traceback, as a good citizen of a pipe does."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OK


def _command(given: argparse.Namespace) -> Callable[[argparse.Namespace], int]:
    if given.command == "read" and given.only is not None:
        from sayso.app import only  # noqa: PLC0415 - it loads far less than the other commands

        return only.read
    if given.command in {"copies", "diff", "resolve", "scores"}:
        alone: Callable[[argparse.Namespace], int] = getattr(
            importlib.import_module(f"sayso.app.{given.command}"), given.command
        )
        return alone
    if given.command == "brief" and given.ask is None:
        from sayso.app import proposals  # noqa: PLC0415 - likewise

        return proposals.propose
    from sayso.app import commands, pairs  # noqa: PLC0415 - the commands load all rooms; --help and --version must not

    return {
        "read": commands.read,
        "brief": commands.brief,
        "stance": pairs.stance,
        "rule": commands.rule,
        "schema": commands.schema,
    }[given.command]


class _Parser(argparse.ArgumentParser):
    """A parser whose every subcommand takes --debug and shows its defaults."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # argparse's own arguments, passed through
        self.add_argument("--debug", action="store_true", help="show a traceback when something goes wrong")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sayso",
        description="Who says what in the news, on whose word, how sure, by when, and what it does to the answer.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"sayso {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    _add_read(commands.add_parser("read", help="list who says what in each article"))
    _add_brief(commands.add_parser("brief", help="answer a question from articles, as a dossier"))
    _add_copies(commands.add_parser("copies", help="tell which passages and articles are copies of which"))
    _add_diff(commands.add_parser("diff", help="tell what changed between two readings, and why the answer moved"))
    _add_stance(commands.add_parser("stance", help="say what statements mean for hypotheses"))
    _add_rule(commands.add_parser("rule", help="record what a person decided, for later runs"))
    _add_resolve(commands.add_parser("resolve", help="record what happened, so that forecasts are scored"))
    _add_scores(commands.add_parser("scores", help="print how sources' past forecasts turned out"))
    _add_schema(commands.add_parser("schema", help="print the JSON Schema of a command's output"))
    return parser


def _add_sources(parser: argparse.ArgumentParser, nargs: str = "+") -> None:
    parser.add_argument(
        "inputs", nargs=nargs, metavar="INPUT", help="a file, a folder, a glob, or - for standard input"
    )
    parser.add_argument(
        "--manifest",
        metavar="FILE",
        help="CSV with path and any of outlet, published, url, title, byline, language",
    )


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    _add_sources(parser)
    parser.add_argument("--published", metavar="DATE", help="when the article was published: DAY or DAY/DAY")
    parser.add_argument("--outlet", metavar="NAME", help="who published the article")
    parser.add_argument(
        "--brain", default="learned", metavar="NAME", help="how to read: learned (default) or rules"
    )
    parser.add_argument(
        "--own-voice", action="store_true", help="list what the articles say in their own voice, too"
    )


def _add_read(parser: argparse.ArgumentParser) -> None:
    _add_inputs(parser)
    parser.add_argument(
        "--jsonl", action="store_true", help="one JSON object an article, as sayso schema read says"
    )
    parser.add_argument(
        "--only",
        metavar="LAYERS",
        help="times, amounts or both (times,amounts): leave out who says what, load no model",
    )
    parser.add_argument(
        "--least-confidence",
        type=float,
        default=0.0,
        metavar="P",
        help="leave out statements read with less confidence, between 0 and 1, and what stands inside them",
    )


def _add_brief(parser: argparse.ArgumentParser) -> None:
    _add_inputs(parser)
    parser.add_argument(
        "--ask", metavar="QUESTION", help='"Will … by 31 May 2031?"; without it questions are proposed'
    )
    parser.add_argument(
        "--hypothesis", action="append", default=[], metavar="TEXT", help="a further hypothesis; may be repeated"
    )
    parser.add_argument("--as-of", metavar="DATE", help="answer as of this day (default: the last article's)")
    parser.add_argument("--closes", metavar="DATE", help="the last day on which it can come true, if read wrongly")
    parser.add_argument("--opens", metavar="DATE", help="the first day on which it can come true")
    parser.add_argument("--resolver", metavar="TEXT", help="who settles the question")
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="where the dossier goes (default: brief.html), or with --json the JSON",
    )
    parser.add_argument("--json", action="store_true", help="print the case as JSON, as sayso schema brief says")
    parser.add_argument("--grid", metavar="FILE", help="also write the grid of hypotheses and origins as CSV")
    parser.add_argument("--prior", type=float, metavar="P", help="probability before any article, between 0 and 1")
    parser.add_argument("--prior-why", metavar="TEXT", help="the ground of --prior, shown with it")
    parser.add_argument("--yardstick", metavar="NAME", help="whose words of likelihood to use (default: us-nic)")
    parser.add_argument("--rulings", metavar="FILE", help="journal of what people decided, written by sayso rule")
    parser.add_argument(
        "--outlets", metavar="FILE", help="CSV with outlet (a name or a domain) and family: which house owns it"
    )
    parser.add_argument(
        "--records",
        action="append",
        default=[],
        metavar="FILE",
        help="let sources' past forecasts weigh, as kept by --save-record; several times for several files",
    )
    parser.add_argument(
        "--save-record", metavar="FILE", help="keep the forecasts whose outcome is known, for --records and scores"
    )


def _add_copies(parser: argparse.ArgumentParser) -> None:
    _add_sources(parser, "*")
    parser.add_argument("--jsonl", action="store_true", help="one JSON object a find, as sayso schema copies says")
    parser.add_argument(
        "--save-index", metavar="FILE", help="also keep what the articles are compared by, without their texts"
    )
    parser.add_argument(
        "--with-index",
        action="append",
        default=[],
        metavar="FILE",
        help="compare the articles of such a file, too; several times for several files",
    )
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("--families", action="store_true", help="only groups of near copies, and who came first")
    kinds.add_argument(
        "--pairs", action="store_true", help="only pairs of articles, and the share of each in the other"
    )
    kinds.add_argument("--passages", action="store_true", help="only passages, with all articles they stand in")
    parser.add_argument(
        "--least-words",
        type=int,
        metavar="N",
        help="leave out what has fewer than N words in common",
    )


def _add_diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("before", metavar="A", help="a case that sayso brief --json printed, or -")
    parser.add_argument("after", metavar="B", help="another reading of the same question, or -")
    parser.add_argument("--json", action="store_true", help="print all that changed, as sayso schema diff says")


def _add_stance(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pairs", metavar="FILE", help='JSON Lines with "statement" and "hypothesis", or -')
    parser.add_argument("--jsonl", action="store_true", help="JSON Lines out (the only form; accepted for clarity)")
    parser.add_argument(
        "--brain",
        default="learned",
        metavar="NAME",
        help="how to judge: learned (default), a network and rules together, or rules",
    )


def _add_rule(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("journal", metavar="FILE", help="the journal; created where it does not exist")
    parser.add_argument(
        "target", metavar="TARGET", help="id of a statement, article or hypothesis, or two source ids joined by +"
    )
    parser.add_argument("verdict", choices=["accept", "reject", "merge", "split", "date", "outcome"])
    parser.add_argument("--why", required=True, metavar="TEXT", help="the reason, for whoever reads it later")
    parser.add_argument("--by", metavar="NAME", help="who decides (default: the user of this computer)")
    parser.add_argument(
        "--value", metavar="VALUE", help='for date: DAY or DAY/DAY; for outcome: "yes DAY" or "no DAY"'
    )


def _add_resolve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("journal", metavar="FILE", help="the journal of rulings; created where it does not exist")
    parser.add_argument("hypothesis", metavar="HYPOTHESIS", help="the question in words, or an id such as h1")
    parser.add_argument(
        "outcome", choices=["yes", "no", "open"], help="whether it happened; open takes back what was recorded"
    )
    parser.add_argument("day", nargs="?", metavar="DAY", help="the day on which that was known: 2031-05-31")
    parser.add_argument("--on", metavar="DAY", help="the day on which it happened, where that was earlier")
    parser.add_argument("--source", metavar="TEXT", help="on whose word it is known; needed for yes and no")
    parser.add_argument("--why", required=True, metavar="TEXT", help="what settles it, for whoever reads it later")
    parser.add_argument("--by", metavar="NAME", help="who records it (default: the user of this computer)")


def _add_scores(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("records", nargs="+", metavar="FILE", help="records kept by sayso brief --save-record")
    parser.add_argument(
        "--jsonl", action="store_true", help="one JSON object a source, as sayso schema scores says"
    )
    parser.add_argument("--plot", metavar="FILE.svg", help="draw how often it came by how likely it was called")


def _add_schema(parser: argparse.ArgumentParser) -> None:
    names = ["read", "brief", "copies", "diff", "scores", "proposals"]
    parser.add_argument("name", choices=names, help="whose output")
