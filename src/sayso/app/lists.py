"""`sayso statements`, `sources`, `origins`, `times`, `amounts`, `forecasts`, `articles` and `ach`: into a case.

What is listed is as of the last update; rulings on statements since then are shown beside them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Literal

from sayso.app.decisions import article_named
from sayso.app.exits import NOTHING, OK
from sayso.app.output import json_line
from sayso.app.places import opened
from sayso.app.talk import progress, say
from sayso.errors import SettingError
from sayso.model.keeping import Stand, Wanted
from sayso.showing import casetables
from sayso.showing.caserecords import item_record, line_record, lines_record
from sayso.store.repository import Repository

Record = Mapping[str, Any]
Order = Literal["text", "effect", "said", "rank"]
#: The most rows that are printed at once.
_MOST = 1_000_000


def statements(arguments: argparse.Namespace) -> int:
    """List and search who says what."""
    with opened(arguments) as repository:
        _noted(arguments, repository.stand())
        wanted = _wanted(arguments, repository)
        found = repository.lines(wanted, counts=arguments.counts)
        if arguments.json:
            print(json_line(lines_record(found)))
        elif arguments.jsonl:
            for line in found.rows:
                print(json_line(line_record(line)))
        else:
            print(casetables.statements(found, first=wanted.after is None))
        if not found.total:
            say("no statement is like that")
            return NOTHING
    return OK


def _wanted(arguments: argparse.Namespace, repository: Repository) -> Wanted:
    """Which statements are asked for; a source may be named, an article by the end of its path."""
    article = arguments.article
    if article is not None:
        article = article_named(repository.articles(), article, repository.place).id
    order: Order = arguments.order or ("rank" if arguments.search else "text")
    if order == "rank" and not arguments.search:
        raise SettingError("--order rank: orders what was searched for; add --search WORDS")
    return Wanted(
        search=arguments.search,
        source=_source(arguments.source, repository),
        role=arguments.role,
        lean=arguments.stance,
        origin=arguments.origin,
        article=article,
        outlet=arguments.outlet,
        certainty=arguments.certainty,
        state=arguments.state,
        since=_day("--since", arguments.since),
        until=_day("--until", arguments.until),
        order=order,
        after=arguments.after,
        limit=_limit(arguments),
    )


def _source(name: str | None, repository: Repository) -> str | None:
    """The id of the source that a name means; SettingError where it means none, or several."""
    if name is None or name.startswith("source-"):
        return name
    found, _ = repository.parts("source", search=name, limit=200)
    plain = name.casefold()
    exact = [one for one in found if plain in {str(one["name"]).casefold(), *map(str.casefold, one["aliases"])}]
    meant = exact or [
        one for one in found if any(plain in told.casefold() for told in (one["name"], *one["aliases"]))
    ]
    if len(meant) == 1:
        return str(meant[0]["id"])
    if not meant:
        raise SettingError(f"--source {name}: no source has this name; sayso sources {repository.place} lists them")
    several = ", ".join(f"{one['name']} ({one['id']})" for one in meant[:4])
    raise SettingError(f"--source {name}: {len(meant)} sources have this name: {several}; give one's id")


def _day(option: str, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise SettingError(f"{option} {value}: not a day; give it as YYYY-MM-DD, such as 2031-05-03") from None


def _limit(arguments: argparse.Namespace) -> int:
    if not 1 <= arguments.limit <= _MOST:
        raise SettingError(f"--limit {arguments.limit}: give a number from 1 to {_MOST:,}")
    limit: int = arguments.limit
    return limit


def _noted(arguments: argparse.Namespace, stand: Stand) -> None:
    """Say that a list is not of today, where it is not."""
    if stand.updated is None:
        say(f"nothing was linked yet; run: sayso update {arguments.case}")
    elif stand.behind or stand.unread:
        say(f"as of the last update ({stand.behind + stand.unread} behind); sayso update {arguments.case}")


def sources(arguments: argparse.Namespace) -> int:
    """List who is quoted, under all their names."""
    return _listed(arguments, "source", casetables.source)


def origins(arguments: argparse.Namespace) -> int:
    """List where statements come from."""
    return _listed(arguments, "origin", casetables.origin)


def times(arguments: argparse.Namespace) -> int:
    """List the times that the articles name."""
    return _listed(arguments, "time", casetables.time)


def amounts(arguments: argparse.Namespace) -> int:
    """List figures, and what became of them on the way."""
    return _listed(arguments, "amount", casetables.amount)


def forecasts(arguments: argparse.Namespace) -> int:
    """List forecasts, and what became of them."""
    return _listed(arguments, "forecast", casetables.forecast)


def _listed(arguments: argparse.Namespace, kind: str, told: Callable[[Record], str]) -> int:
    """The records of a kind, for the eye or as JSON Lines."""
    if arguments.skip < 0:
        raise SettingError(f"--skip {arguments.skip}: give a number from 0 on")
    with opened(arguments) as repository:
        _noted(arguments, repository.stand())
        found, total = repository.parts(
            kind, search=arguments.search, after=arguments.skip, limit=_limit(arguments)
        )
    for record in found:
        if arguments.jsonl:
            print(json_line({"schema": "sayso/1", "kind": kind, **record}))
        else:
            print(told(record))
    shown = arguments.skip + len(found)
    if not found:
        say("nothing is like that" if arguments.search or arguments.skip else "there is none")
        return NOTHING
    if shown < total:
        say(f"{shown} of {total} shown; --skip {shown} shows the next")
    return OK


def articles(arguments: argparse.Namespace) -> int:
    """List the articles, or those that hold some words."""
    limit = _limit(arguments)
    with opened(arguments) as repository:
        items = repository.articles()
        if arguments.search:
            by_id = {item.id: item for item in items}
            hits = repository.search_articles(arguments.search, limit=limit)
            rows = [(by_id[id_], snippet) for id_, snippet in hits if id_ in by_id]
        else:
            rows = [(item, "") for item in items[:limit]]
    for item, snippet in rows:
        if arguments.jsonl:
            print(json_line(item_record(item, snippet or None)))
        else:
            print(casetables.article(item, snippet))
    if not rows:
        say(
            "no article holds these words"
            if arguments.search
            else f"there is none; sayso add {arguments.case} INPUT…"
        )
        return NOTHING
    if not arguments.search and len(items) > len(rows):
        say(f"{len(rows)} of {len(items)} shown; --limit {len(items)} shows all")
    return OK


def ach(arguments: argparse.Namespace) -> int:
    """Print the grid of competing hypotheses."""
    with opened(arguments) as repository:
        stand = repository.stand()
        _noted(arguments, stand)
        if arguments.csv:
            from sayso.app.rebuilding import current  # noqa: PLC0415 - loads all rooms
            from sayso.showing.gridtable import grid_table  # noqa: PLC0415 - only here

            sys.stdout.write(grid_table(*current(repository, progress=progress)))
            return OK
        grid = {
            kind: repository.parts(kind, limit=_MOST)[0]
            for kind in ("hypothesis", "cell", "diagnosticity", "inconsistency", "swap")
        }
    if arguments.json:
        print(json_line({"schema": "sayso/1", **{_PLURALS[kind]: list(held) for kind, held in grid.items()}}))
    else:
        print(casetables.grid(grid))
    if not grid["cell"]:
        say("no origin takes a side on any hypothesis yet")
        return NOTHING
    return OK


_PLURALS = {
    "hypothesis": "hypotheses", "cell": "cells", "diagnosticity": "diagnosticity", "inconsistency": "inconsistency",
    "swap": "swaps",
}  # fmt: skip
