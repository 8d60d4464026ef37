"""Options of the commands on a case that lasts."""

from __future__ import annotations

import argparse

from sayso.app.options import (
    about_options,
    brain_option,
    person_options,
    question_options,
    sources_options,
    store_option,
)


def case_option(parser: argparse.ArgumentParser, more: str = "") -> None:
    """The case itself, and where it lies."""
    parser.add_argument("case", metavar="CASE", help=f"the file of a case, such as harbour.sayso{more}")
    store_option(parser)


def _json(parser: argparse.ArgumentParser, schema: str) -> None:
    parser.add_argument("--json", action="store_true", help=f"one JSON object, as sayso schema {schema} says")


def _jsonl(parser: argparse.ArgumentParser, schema: str) -> None:
    parser.add_argument("--jsonl", action="store_true", help=f"a JSON object a row, as sayso schema {schema} says")


def _by(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", metavar="NAME", help="who does it (default: the user of this computer)")


def _page(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="rows to show at most (default: 50)")


def new_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso new`."""
    case_option(parser)
    question_options(parser, "what the case is to answer")
    brain_option(parser)
    _by(parser)
    _json(parser, "case")


def ask_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso ask`."""
    case_option(parser)
    question_options(parser, "other words for the question; what is left out stays as it is")
    person_options_without_store(parser)


def person_options_without_store(parser: argparse.ArgumentParser) -> None:
    """Who decides and why."""
    parser.add_argument("--why", default="", metavar="TEXT", help="the reason, for whoever reads it later")
    _by(parser)


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso add`."""
    case_option(parser)
    sources_options(parser)
    about_options(parser)
    when = parser.add_mutually_exclusive_group()
    when.add_argument("--update", action="store_true", help="bring the answer up to date afterwards, however long")
    when.add_argument("--later", action="store_true", help="leave the answer as it is for now")
    _by(parser)
    _json(parser, "added")


def update_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso update`."""
    case_option(parser)
    _json(parser, "case")


def show_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso show`."""
    case_option(parser, "; CASE@12 as it was at journal entry 12")
    _json(parser, "case")


def desk_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso desk`."""
    from sayso.app.desk import command  # noqa: PLC0415 - the desk's own door

    command.desk_options(parser)
    store_option(parser)


def statements_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso statements`."""
    case_option(parser)
    parser.add_argument("--search", metavar="WORDS", help="all of these words, the last one may be a beginning")
    parser.add_argument("--source", metavar="NAME|ID", help="of this source, by its id or a name")
    parser.add_argument("--role", metavar="KIND", help="of this kind of source: person, organisation, anonymous …")
    parser.add_argument(
        "--stance", choices=["support", "deny", "open", "unrelated"], help="what they say of the question"
    )
    parser.add_argument("--origin", metavar="ID", help="of this origin: o3")
    parser.add_argument("--article", metavar="ID|PATH", help="of this article, by its id or the end of its path")
    parser.add_argument("--outlet", metavar="NAME", help="in articles of this outlet")
    parser.add_argument("--certainty", choices=["likely", "open", "unlikely"], help="how sure its holder is")
    parser.add_argument(
        "--state",
        choices=["open", "accepted", "rejected", "edited"],
        help="what people made of it so far",
    )
    parser.add_argument("--since", metavar="DAY", help="said on this day or later")
    parser.add_argument("--until", metavar="DAY", help="said on this day or earlier")
    parser.add_argument(
        "--order",
        choices=["text", "effect", "said", "rank"],
        help="as in the texts (default), by what rejecting it would move, by day, or by how well it fits a search",
    )
    parser.add_argument("--after", metavar="MARK", help="the next page: what --json calls after")
    _page(parser)
    parser.add_argument("--counts", action="store_true", help="also tell how many each filter would show")
    _json(parser, "statements")
    _jsonl(parser, "statements")


def part_options(parser: argparse.ArgumentParser) -> None:
    """The options of the lists of sources, origins, times, amounts and forecasts."""
    case_option(parser)
    parser.add_argument("--search", metavar="WORDS", help="only those that hold these words")
    parser.add_argument("--skip", type=int, default=0, metavar="N", help="leave out the first N (default: 0)")
    _page(parser)
    _jsonl(parser, "parts")


def grid_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso ach`."""
    case_option(parser)
    parser.add_argument("--csv", action="store_true", help="the whole grid as CSV, for a spreadsheet")
    _json(parser, "grid")


def articles_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso articles`."""
    case_option(parser)
    parser.add_argument("--search", metavar="WORDS", help="articles whose text holds these words, best first")
    _page(parser)
    _jsonl(parser, "articles")


def comment_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso comment`."""
    parser.add_argument("case", metavar="CASE", help="the file of a case, such as harbour.sayso")
    parser.add_argument("target", metavar="TARGET", help="id of anything in the case, or question")
    parser.add_argument("--why", required=True, metavar="TEXT", help="the comment")
    person_options(parser)


def history_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso history`."""
    case_option(parser)
    parser.add_argument("--about", metavar="ID", help="only what concerns this statement, article or pair")
    parser.add_argument("--limit", type=int, metavar="N", help="only the last N entries")
    _jsonl(parser, "history")


def undo_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso undo`."""
    parser.add_argument("case", metavar="CASE", help="the file of a case, such as harbour.sayso")
    parser.add_argument(
        "entries",
        nargs="*",
        metavar="N",
        help="entries of the journal: 12 or 12-20 (default: the last that counts)",
    )
    parser.add_argument("--why", default="", metavar="TEXT", help="the reason, for whoever reads it later")
    person_options(parser)


def verify_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso verify`."""
    case_option(parser)
    _jsonl(parser, "verify")


def export_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso export`."""
    case_option(parser)
    parser.add_argument("-o", "--output", required=True, metavar="FOLDER", help="where it goes")


def import_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso import`."""
    parser.add_argument("folder", metavar="FOLDER", help="what sayso export wrote")
    case_option(parser)


def reread_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso reread`."""
    case_option(parser)
    brain_option(parser, default=None)
    parser.add_argument("--adopt", action="store_true", help="let the new reading count from now on")
    person_options_without_store(parser)
    _json(parser, "reread")
