"""Lists: which statements, parts and days a person sees, page by page, with counts for each filter."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any, Final

from sayso.errors import StoreError
from sayso.model.keeping import Day, Line, Lines, Wanted
from sayso.store.database import Database, Row, Value, searched, single

_LINE: Final = """s.id, a.id, a.outlet, n.id, n.name, n.kind, o.id, s.said, s.force, s.mode, s.polarity, s.low,
  s.high, s.lean, s.strength, s.effect, s.state, s.locked, s.words, s.begins, s.ends, s.changed"""
_JOINED: Final = """JOIN articles a ON a.number = s.article
LEFT JOIN sources n ON n.number = s.source
LEFT JOIN origins o ON o.number = s.origin"""
_CERTAINTY: Final = "CASE WHEN s.high < 0.5 THEN 'unlikely' WHEN s.low >= 0.5 THEN 'likely' ELSE 'open' END"
_FACETS: Final = {
    "source": ("n.id", "n.name"), "role": ("n.kind", "n.kind"), "lean": ("s.lean", "s.lean"),
    "origin": ("o.id", "o.root"), "article": ("a.id", "coalesce(a.title, a.path)"),
    "outlet": ("a.outlet", "a.outlet"),
    "certainty": (_CERTAINTY, _CERTAINTY), "state": ("s.state", "s.state"),
}  # fmt: skip
_WHERE: Final = {
    "source": "s.source = (SELECT number FROM sources WHERE id = ?)",
    "role": "s.source IN (SELECT number FROM sources WHERE kind = ?)",
    "lean": "s.lean = ?",
    "origin": "s.origin = (SELECT number FROM origins WHERE id = ?)",
    "article": "s.article = (SELECT number FROM articles WHERE id = ?)",
    "outlet": "s.article IN (SELECT number FROM articles WHERE outlet = ?)",
    "certainty": f"{_CERTAINTY} = ?",
    "state": "s.state = ?",
    "since": "s.said >= ?",
    "until": "s.said <= ?",
}
#: How many values of one filter are counted out.
_VALUES: Final = 50


def lines(database: Database, wanted: Wanted, *, counts: bool = True) -> Lines:
    """The statements wanted, in order, with how many there are and, where `counts`, how many by each filter."""
    words = searched(wanted.search) if wanted.search else ()
    if wanted.search and not words:
        return Lines((), 0)
    with database.snapshot():
        source, given = _from(database, words)
        where, values = _filters(wanted)
        total = int(single(database.query(f"SELECT count(*) FROM {source} WHERE {where}", (*given, *values))))
        rows, after = _rows(database, wanted, words)
        counted = {name: _counted(database, wanted, words, name) for name in _FACETS} if counts else {}
    return Lines(tuple(_line(row) for row in rows), total, after, counted)


def line(database: Database, id_: str) -> Line | None:
    """The statement of that id; None where the lists have none."""
    rows = database.query(f"SELECT {_LINE} FROM statements s {_JOINED} WHERE s.id = ?", (id_,))
    return _line(rows[0]) if rows else None


def parts(
    database: Database, kind: str, *, search: str | None = None, after: int = 0, limit: int = 50
) -> tuple[tuple[Mapping[str, Any], ...], int]:
    """The records of a kind with all words of `search`, those after the first `after`, and how many there are."""
    where, values = "kind = ?", [kind]
    for word in (search or "").casefold().split():
        where += " AND words LIKE ? ESCAPE '!'"
        values.append("%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
    total = int(single(database.query(f"SELECT count(*) FROM parts WHERE {where}", values)))
    rows = database.query(
        f"SELECT record FROM parts WHERE {where} ORDER BY place LIMIT ? OFFSET ?", (*values, limit, after)
    )
    return tuple(json.loads(row[0]) for row in rows), total


def part(database: Database, kind: str, id_: str) -> Mapping[str, Any] | None:
    """The record of that kind and id; None where there is none."""
    rows = database.query("SELECT record FROM parts WHERE kind = ? AND id = ? ORDER BY place LIMIT 1", (kind, id_))
    return json.loads(rows[0][0]) if rows else None


def days(database: Database) -> tuple[Day, ...]:
    """How many statements lean which way, by hypothesis and day; those without a day last."""
    rows = database.query(
        """SELECT s.said, h.hypothesis, sum(CASE WHEN t.lean = 'support' THEN 1 ELSE 0 END),
        sum(CASE WHEN t.lean = 'deny' THEN 1 ELSE 0 END), sum(CASE WHEN t.lean = 'open' THEN 1 ELSE 0 END), count(*)
        FROM statements s CROSS JOIN answers h
        LEFT JOIN stances t ON t.hypothesis = h.hypothesis AND t.statement = s.number
        GROUP BY s.said, h.hypothesis, h.place ORDER BY s.said NULLS LAST, h.place"""
    )
    return tuple(Day(*row) for row in rows)


def search_articles(database: Database, words: str, *, limit: int = 20) -> tuple[tuple[str, str], ...]:
    """Articles that have all words, best first: id, and a piece of text with HIT around each hit."""
    told = searched(words)
    if not told:
        return ()
    ids: dict[int, str] = dict(database.query("SELECT number, id FROM articles")) if limit > 500 else {}
    out = []
    for number, snippet in database.snippets(told, limit):
        id_ = ids.get(number) or single(database.query("SELECT id FROM articles WHERE number = ?", (number,)))
        out.append((str(id_), snippet))
    return tuple(out)


def _from(database: Database, words: tuple[str, ...]) -> tuple[str, tuple[Value, ...]]:
    """The tables of a list, and the values of a search among them."""
    if not words:
        return f"statements s {_JOINED}", ()
    found = database.found("statements", words)
    return f"{found.sql} hit JOIN statements s ON s.number = hit.number {_JOINED}", found.values


def _filters(wanted: Wanted, *, but: str = "") -> tuple[str, tuple[Value, ...]]:
    """The condition that all filters but one make."""
    chosen = {name: getattr(wanted, name) for name in _WHERE if name != but and getattr(wanted, name) is not None}
    return " AND ".join(["1 = 1", *(_WHERE[name] for name in chosen)]), tuple(chosen.values())


def _rows(database: Database, wanted: Wanted, words: tuple[str, ...]) -> tuple[list[Row], str | None]:
    """The rows of one page, and where the next one begins."""
    source, given = _from(database, words)
    where, values = _filters(wanted)
    place = _read_token(wanted.after)
    order = {
        "text": "s.number", "effect": "s.effect DESC NULLS LAST, s.number", "said": "s.said NULLS LAST, s.number",
        "rank": "hit.rank, s.number" if words else "s.number",
    }[wanted.order]  # fmt: skip
    rows = database.query(
        f"SELECT {_LINE} FROM {source} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?",
        (*given, *values, wanted.limit + 1, place),
    )
    more = len(rows) > wanted.limit
    return rows[: wanted.limit], _token(place + wanted.limit) if more else None


def _counted(
    database: Database, wanted: Wanted, words: tuple[str, ...], name: str
) -> tuple[tuple[str, str, int], ...]:
    """How many statements each value of one filter would show beside the other filters, the most first."""
    source, given = _from(database, words)
    where, values = _filters(wanted, but=name)
    key, label = _FACETS[name]
    rows = database.query(
        f"""SELECT {key}, {label}, count(*) FROM {source} WHERE {where} AND {key} IS NOT NULL
        GROUP BY {key}, {label} ORDER BY count(*) DESC, {label} LIMIT ?""",
        (*given, *values, _VALUES),
    )
    return tuple((row[0], row[1], row[2]) for row in rows)


def _token(place: Any) -> str:  # noqa: ANN401 - any JSON value
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def _read_token(token: str | None) -> Any:  # noqa: ANN401 - what _token was given
    """What a token holds; StoreError where somebody made one up."""
    if token is None:
        return 0
    try:
        found = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
    except ValueError as error:
        raise StoreError("the place in the list cannot be read; begin the list anew") from error
    if not isinstance(found, int) or found < 0:
        raise StoreError("the place in the list cannot be read; begin the list anew")
    return found


def _line(row: Row) -> Line:
    """The line of a row with the columns _LINE."""
    said = list(row)
    said[5] = said[5] or ""
    said[17] = bool(said[17])
    return Line(*said)
