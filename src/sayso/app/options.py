"""Options of the commands that read articles and printed files; those of the commands on a case: caseoptions.py."""

from __future__ import annotations

import argparse
from typing import Final

#: What the commands on a case print, by the name of its schema.
CASE_SCHEMAS: Final = ("case", "statements", "parts", "grid", "articles", "history", "added", "verify", "reread")


def sources_options(parser: argparse.ArgumentParser, nargs: str = "+") -> None:
    """What is read, and a manifest of what is known of it."""
    parser.add_argument(
        "inputs", nargs=nargs, metavar="INPUT", help="a file, a folder, a glob, or - for standard input"
    )
    parser.add_argument(
        "--manifest",
        metavar="FILE",
        help="CSV with path and any of outlet, published, url, title, byline, language",
    )


def about_options(parser: argparse.ArgumentParser) -> None:
    """What is said of the one article that is read."""
    parser.add_argument("--published", metavar="DATE", help="when the article was published: DAY or DAY/DAY")
    parser.add_argument("--outlet", metavar="NAME", help="who published the article")


def brain_option(parser: argparse.ArgumentParser, default: str | None = "learned") -> None:
    """Which models read; None as `default` leaves it to the case."""
    told = "learned (default) or rules" if default else "learned or rules (default: as it was read so far)"
    parser.add_argument("--brain", default=default, metavar="NAME", help=f"how to read: {told}")


def inputs_options(parser: argparse.ArgumentParser) -> None:
    """What is read, and what is said of it on the command line."""
    sources_options(parser)
    about_options(parser)
    brain_option(parser)
    parser.add_argument(
        "--own-voice", action="store_true", help="list what the articles say in their own voice, too"
    )


def read_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso read`."""
    inputs_options(parser)
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


def question_options(parser: argparse.ArgumentParser, without: str) -> None:
    """What is asked, and what a person says of it; `without` tells what comes of it where it is left out."""
    parser.add_argument("--ask", metavar="QUESTION", help=f'"Will … by 31 May 2031?"; {without}')
    parser.add_argument(
        "--hypothesis", action="append", default=[], metavar="TEXT", help="a further hypothesis; may be repeated"
    )
    parser.add_argument("--as-of", metavar="DATE", help="answer as of this day (default: the last article's)")
    parser.add_argument("--closes", metavar="DATE", help="the last day on which it can come true, if read wrongly")
    parser.add_argument("--opens", metavar="DATE", help="the first day on which it can come true")
    parser.add_argument("--resolver", metavar="TEXT", help="who settles the question")
    parser.add_argument("--prior", type=float, metavar="P", help="probability before any article, between 0 and 1")
    parser.add_argument("--prior-why", metavar="TEXT", help="the ground of --prior, shown with it")
    parser.add_argument("--yardstick", metavar="NAME", help="whose words of likelihood to use (default: us-nic)")
    parser.add_argument(
        "--outlets", metavar="FILE", help="CSV with outlet (a name or a domain) and family: which house owns it"
    )


def brief_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso brief`."""
    inputs_options(parser)
    question_options(parser, "without it questions are proposed")
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="where the dossier goes (default: brief.html), or with --json the JSON",
    )
    parser.add_argument("--json", action="store_true", help="print the case as JSON, as sayso schema brief says")
    parser.add_argument("--grid", metavar="FILE", help="also write the grid of hypotheses and origins as CSV")
    parser.add_argument("--rulings", metavar="FILE", help="journal of what people decided, written by sayso rule")
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
    store_option(parser)


def copies_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso copies`."""
    sources_options(parser, "*")
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


def diff_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso diff`."""
    parser.add_argument("before", metavar="A", help="a case, CASE@N, what sayso brief --json printed, or -")
    parser.add_argument("after", metavar="B", help="another reading of the same question, or -")
    parser.add_argument("--json", action="store_true", help="print all that changed, as sayso schema diff says")
    store_option(parser)


def stance_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso stance`."""
    parser.add_argument("pairs", metavar="FILE", help='JSON Lines with "statement" and "hypothesis", or -')
    parser.add_argument("--jsonl", action="store_true", help="JSON Lines out (the only form; accepted for clarity)")
    parser.add_argument(
        "--brain",
        default="learned",
        metavar="NAME",
        help="how to judge: learned (default), a network and rules together, or rules",
    )


def rule_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso rule`."""
    parser.add_argument("journal", metavar="CASE|FILE", help="a case, or a journal (created where there is none)")
    parser.add_argument(
        "target",
        metavar="TARGET",
        help="id of a statement, article or hypothesis, s-…@h1 for a stance, or two ids joined by +",
    )
    parser.add_argument(
        "verdict",
        metavar="VERDICT",
        help="accept, reject, span, source, certainty, stance, lock, unlock, comment, merge, split, date …",
    )
    parser.add_argument("--why", metavar="TEXT", help="the reason, for whoever reads it later; a journal needs it")
    parser.add_argument(
        "--value", metavar="VALUE", help="what it is to be: for date DAY or DAY/DAY, for span 12-40 …"
    )
    person_options(parser)


def person_options(parser: argparse.ArgumentParser) -> None:
    """Who decides, and what they had before them; where the case lies."""
    parser.add_argument("--by", metavar="NAME", help="who decides (default: the user of this computer)")
    parser.add_argument(
        "--seen", type=int, metavar="N", help="refuse where somebody ruled on the same after journal entry N"
    )
    store_option(parser)


def store_option(parser: argparse.ArgumentParser) -> None:
    """Where cases lie that are no files."""
    parser.add_argument(
        "--store",
        metavar="URL",
        default=argparse.SUPPRESS,
        help="CASE is a name in this database: postgresql://user@host/db (or set SAYSO_STORE)",
    )


def resolve_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso resolve`."""
    parser.add_argument("journal", metavar="CASE|FILE", help="a case, or a journal (created where there is none)")
    parser.add_argument("hypothesis", metavar="HYPOTHESIS", help="the question in words, or an id such as h1")
    parser.add_argument(
        "outcome", choices=["yes", "no", "open"], help="whether it happened; open takes back what was recorded"
    )
    parser.add_argument("day", nargs="?", metavar="DAY", help="the day on which that was known: 2031-05-31")
    parser.add_argument("--on", metavar="DAY", help="the day on which it happened, where that was earlier")
    parser.add_argument("--source", metavar="TEXT", help="on whose word it is known; needed for yes and no")
    parser.add_argument("--why", required=True, metavar="TEXT", help="what settles it, for whoever reads it later")
    person_options(parser)


def scores_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso scores`."""
    parser.add_argument("records", nargs="+", metavar="FILE", help="cases, or records of brief --save-record")
    parser.add_argument(
        "--jsonl", action="store_true", help="one JSON object a source, as sayso schema scores says"
    )
    parser.add_argument("--plot", metavar="FILE.svg", help="draw how often it came by how likely it was called")
    store_option(parser)


def schema_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso schema`."""
    names = ["read", "brief", "copies", "diff", "scores", "proposals", *CASE_SCHEMAS]
    parser.add_argument("name", choices=names, help="whose output")
