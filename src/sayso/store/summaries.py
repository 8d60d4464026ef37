"""What lists show beside statements: records of sources, origins and more, the timeline by day, articles found."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from sayso.model.keeping import Day
from sayso.store import columns
from sayso.store.database import Database, Row, marks, searched, shown, single


def summarise(database: Database) -> None:
    """The timeline and the columns of the statements that were just written; in a transaction."""
    names = ("number", "day", "hypothesis", "support", "deny", "open", "statements")
    rows = ((number, *row) for number, row in enumerate(_days(database), start=1))
    database.load("timeline", names, rows)
    columns.write(database)


def days(database: Database) -> tuple[Day, ...]:
    """How many statements lean which way, by hypothesis and day; those without a day last."""
    rows = database.query("SELECT day, hypothesis, support, deny, open, statements FROM timeline ORDER BY number")
    return tuple(Day(*row) for row in rows or _days(database))


def write_parts(database: Database, parts: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
    """The records of lists, each with the words by which it is found; in a transaction."""
    rows: list[Row] = []
    for kind, records in parts.items():
        for place, record in enumerate(records):
            told = " ".join(_strings(record)).casefold()
            id_ = record.get("id") or f"{kind}-{place + 1}"
            rows.append((len(rows) + 1, kind, place, str(id_), shown(told), msgspec.json.encode(record).decode()))
    database.load("parts", ("number", "kind", "place", "id", "words", "record"), rows)


def parts(
    database: Database, kind: str, *, search: str | None = None, after: int = 0, limit: int = 50
) -> tuple[tuple[Mapping[str, Any], ...], int]:
    """The records of a kind with all words of `search`, those after the first `after`, and how many there are."""
    where, values = "kind = ?", [kind]
    for word in (search or "").replace("\0", " ").casefold().split():
        where += " AND words LIKE ? ESCAPE '!'"
        values.append("%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
    with database.snapshot():
        total = int(single(database.query(f"SELECT count(*) FROM parts WHERE {where}", values)))
        rows = database.query(
            f"SELECT record FROM parts WHERE {where} ORDER BY place LIMIT ? OFFSET ?",
            (*values, max(limit, 0), max(after, 0)),
        )
    return tuple(json.loads(row[0]) for row in rows), total


def part(database: Database, kind: str, id_: str) -> Mapping[str, Any] | None:
    """The record of that kind and id; None where there is none."""
    rows = database.query("SELECT record FROM parts WHERE kind = ? AND id = ? ORDER BY place LIMIT 1", (kind, id_))
    return json.loads(rows[0][0]) if rows else None


def search_articles(database: Database, words: str, *, limit: int = 20) -> tuple[tuple[str, str], ...]:
    """Articles that have all words, best first: id, and a piece of text with each hit between HIT."""
    told = searched(words)
    if not told:
        return ()
    with database.snapshot():
        found = database.snippets(told, max(1, min(limit, 1000)))
        ids: dict[int, str] = dict(
            database.query(
                f"SELECT number, id FROM articles WHERE number IN ({marks(found)})", [one for one, _ in found]
            )
        )
    return tuple((ids[number], snippet) for number, snippet in found)


def _days(database: Database) -> list[Row]:
    """The rows of the timeline from the statements: each day anything was said on, with each hypothesis."""
    every = database.query("SELECT said, count(*) FROM statements GROUP BY said")
    asked = [row[0] for row in database.query("SELECT hypothesis FROM answers ORDER BY place")]
    leans: dict[tuple[str | None, str], dict[str, int]] = {}
    rows = database.query(
        """SELECT s.said, t.hypothesis, t.lean, count(*) FROM stances t JOIN statements s ON s.number = t.statement
        GROUP BY s.said, t.hypothesis, t.lean"""
    )
    for said, hypothesis, lean, times in rows:
        leans.setdefault((said, hypothesis), {})[lean] = times
    out: list[Row] = []
    for said, times in sorted(every, key=lambda row: (row[0] is None, row[0])):
        for hypothesis in asked:
            told = leans.get((said, hypothesis), {})
            out.append((said, hypothesis, *(told.get(lean, 0) for lean in ("support", "deny", "open")), times))
    return out


def _strings(record: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """Every text of a record, however deep."""
    waiting = [record]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, Mapping):
            waiting += list(one.values())[::-1]
        elif isinstance(one, list | tuple):
            waiting += one[::-1]
