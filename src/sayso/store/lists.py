"""Lists of statements: which of them a person sees, page by page, with counts for each filter.

Two ways lead to a page. Where nothing is counted and one index has the rows in order (all in the order of the
texts; one source, origin or article), SQL walks along it. Else the filters are laid over arrays (columns.py): they
give the numbers of the statements, and SQL fetches those of one page. A search is answered by the index of words;
what is found in more than RANKED statements stands in the order of the texts: weighing each would take seconds.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np

from sayso.errors import SettingError
from sayso.model.keeping import Line, Lines, Wanted
from sayso.store.columns import LISTED, Column, Mask, Numbers, counted, gone, places, read, size
from sayso.store.database import Database, Row, Value, marks, searched, single

#: How many statements of a search are put in the order of how well they fit.
RANKED: Final = 500
#: How many values of one filter are counted out.
VALUES: Final = 50
#: The most rows of one page.
MOST: Final = 1000

_LINE: Final = """SELECT s.id, a.id, a.outlet, n.id, n.name, n.kind, o.id, s.said, s.force, s.mode, s.polarity,
  s.low, s.high, s.lean, s.strength, s.effect, s.state, s.locked, s.words, s.begins, s.ends, s.changed,
  CASE WHEN d.latest = s.said AND (d.earliest IS NULL OR d.earliest < d.latest) THEN coalesce(d.earliest, '') END,
  s.number
FROM statements s JOIN articles a ON a.number = s.article
LEFT JOIN sources n ON n.number = s.source
LEFT JOIN origins o ON o.number = s.origin
LEFT JOIN dates d ON d.article = s.article"""
#: Filters by a row of another table: the table, and what its rows are called in a list.
_TABLES: Final = {
    "source": ("sources", "name"), "origin": ("origins", "root"), "article": ("articles", "coalesce(title, path)"),
}  # fmt: skip
_FILTERS: Final = (*_TABLES, *LISTED, "state", "since", "until")
_FACETS: Final = ("source", "role", "lean", "origin", "article", "outlet", "certainty", "state")


def lines(database: Database, wanted: Wanted, *, counts: bool = True) -> Lines:
    """The statements wanted, in order, with how many there are and, where `counts`, how many by each filter."""
    words = searched(wanted.search or "")
    if wanted.search and wanted.search.strip() and not words:
        return Lines((), 0)
    chosen = {name: value for name in _FILTERS if (value := getattr(wanted, name)) is not None}
    limit = max(1, min(wanted.limit, MOST))
    with database.snapshot():
        if not counts and not words and _walkable(chosen, wanted.order):
            return _walked(database, wanted, chosen, limit)
        if not counts and words and not chosen and wanted.order in {"text", "rank"}:
            return _found(database, wanted, words, limit)
        sieve = _Sieve(database, wanted, chosen, words, counts=counts)
        rows, after = sieve.page(limit)
        return Lines(_shown(database, rows), sieve.total(), after, sieve.counts() if counts else {})


def line(database: Database, id_: str) -> Line | None:
    """The statement of that id; None where the lists have none."""
    rows = database.query(f"{_LINE} WHERE s.id = ?", (id_,))
    return _line(rows[0]) if rows else None


def _walkable(chosen: Mapping[str, str], order: str) -> bool:
    """Whether an index has these statements in this order."""
    return order in {"text", "rank"} if not chosen else len(chosen) == 1 and _TABLES.keys() >= chosen.keys() and (
        order != "effect"
    )  # fmt: skip


def _walked(database: Database, wanted: Wanted, chosen: Mapping[str, str], limit: int) -> Lines:
    """A page along one index."""
    where: list[str] = []
    values: list[Value] = []
    for name, id_ in chosen.items():
        where.append(f"s.{name} = (SELECT number FROM {_TABLES[name][0]} WHERE id = ?)")
        values.append(id_)
    total = size(database)
    if where:
        total = int(single(database.query(f"SELECT count(*) FROM statements s WHERE {where[0]}", values)))
    order = "s.number"
    after = _place(wanted.after)
    if wanted.order == "said":
        order = "s.said NULLS LAST, s.number"
        if after and after[0]:
            where.append("(s.said > ? OR (s.said = ? AND s.number > ?) OR s.said IS NULL)")
            values += [_iso(after[0]), _iso(after[0]), after[1]]
        elif after:
            where.append("s.said IS NULL AND s.number > ?")
            values.append(after[1])
    elif after:
        where.append("s.number > ?")
        values.append(after[1])
    told = f"WHERE {' AND '.join(where)}" if where else ""
    rows = database.query(f"{_LINE} {told} ORDER BY {order} LIMIT ?", (*values, limit + 1))
    last = rows[limit - 1] if len(rows) > limit else None
    said = date.fromisoformat(last[7]).toordinal() if last and last[7] and wanted.order == "said" else 0
    return Lines(tuple(map(_line, rows[:limit])), total, _token((said, last[-1])) if last else None)


def _found(database: Database, wanted: Wanted, words: Sequence[str], limit: int) -> Lines:
    """A page of a search without filters."""
    hit = database.found("statements", words)
    total = int(single(database.query(f"SELECT count(*) FROM {hit.sql} hit", hit.values)))
    ranked = wanted.order == "rank" and total <= RANKED
    after = _place(wanted.after) or (0, 0)
    where, order, values = "hit.number > ?", "hit.number", (after[1], limit + 1, 0)
    if ranked:
        where, order, values = "1 = ?", "hit.rank, hit.number", (1, limit + 1, after[0])
    rows = database.query(
        f"SELECT hit.number FROM {hit.sql} hit WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?",
        (*hit.values, *values),
    )
    numbers = [row[0] for row in rows[:limit]]
    token = _token((after[0] + limit if ranked else 0, numbers[-1])) if len(rows) > limit else None
    return Lines(_shown(database, numbers), total, token)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A filter laid over all statements."""

    name: str
    mask: Mask


class _Sieve:
    """The filters of one list, laid over the columns."""

    def __init__(
        self, database: Database, wanted: Wanted, chosen: Mapping[str, str], words: Sequence[str], *, counts: bool
    ) -> None:
        self._database, self._wanted, self._size = database, wanted, size(database)
        order = {wanted.order} & {"effect", "said"}
        dated = {"said"} if {"since", "until"} & chosen.keys() else set()
        needed = set(_FACETS) if counts else set(_FACETS) & chosen.keys()
        self._columns = read(database, (needed | order | dated) - {"state"})
        self._reviewed = self._states() if "state" in needed else {}
        self._hits = self._search(words) if words else None
        self._ranks: Numbers | None = None
        self._masks = [_Chosen(name, self._mask(name, value)) for name, value in chosen.items()]
        self._all = self._together("")
        if words and wanted.order == "rank" and self.total() <= RANKED:
            self._ranks = self._ranked(words)

    def total(self) -> int:
        """How many statements pass all filters."""
        return self._size if self._all is None else int(np.count_nonzero(self._all))

    def page(self, limit: int) -> tuple[list[int], str | None]:
        """The numbers of the statements on one page, and where the next one begins."""
        at = np.arange(self._size) if self._all is None else np.flatnonzero(self._all)
        after = _place(self._wanted.after)
        if self._ranks is not None:
            begin = after[0] if after else 0
            numbers = [int(one) + 1 for one in self._ranks[begin : begin + limit + 1]]
            more = len(numbers) > limit
            return numbers[:limit], _token((begin + limit, 0)) if more else None
        keys = self._keys(at)
        if after:
            beyond = (keys > after[0]) | ((keys == after[0]) & (at + 1 > after[1]))
            at, keys = at[beyond], keys[beyond]
        first = _least(keys, limit + 1)
        numbers = [int(one) + 1 for one in at[first][:limit]]
        token = _token((int(keys[first[limit - 1]]), numbers[-1])) if len(first) > limit else None
        return numbers, token

    def counts(self) -> dict[str, tuple[tuple[str, str, int], ...]]:
        """For each filter, how many statements each of its values would show beside the other filters."""
        return {name: self._counted(name, self._together(name)) for name in _FACETS}

    def _counted(self, name: str, mask: Mask | None) -> tuple[tuple[str, str, int], ...]:
        if name == "state":
            return self._counted_states(mask)
        column = self._columns[name]
        found = counted(column.array if mask is None else column.array[mask], VALUES)
        if name in LISTED:
            return tuple((column.values[one - 1], column.values[one - 1], times) for one, times in found)
        table, label = _TABLES[name]
        rows = self._database.query(
            f"SELECT number, id, {label} FROM {table} WHERE number IN ({marks(found)})", [one for one, _ in found]
        )
        told = {row[0]: (row[1], row[2]) for row in rows}
        return tuple((*told[one], times) for one, times in found)

    def _counted_states(self, mask: Mask | None) -> tuple[tuple[str, str, int], ...]:
        out = {state: int(np.count_nonzero(mask[at])) if mask is not None else len(at)
               for state, at in self._reviewed.items()}  # fmt: skip
        out["open"] = (self._size if mask is None else int(np.count_nonzero(mask))) - sum(out.values())
        return tuple((one, one, out[one]) for one in sorted(out, key=lambda state: -out[state]) if out[one])

    def _states(self) -> dict[str, Numbers]:
        """The places of the statements that are not open, by their state."""
        rows = self._database.query("SELECT number, state FROM statements WHERE state <> 'open'")
        return {state: places([row for row in rows if row[1] == state]) for state in {row[1] for row in rows}}

    def _mask(self, name: str, value: str) -> Mask:
        if name == "state":
            mask = np.full(self._size, value == "open")
            for state, at in self._reviewed.items():
                mask[at] = state == value
            return mask
        if name in {"since", "until"}:
            return self._dated(self._columns["said"], name, value)
        column = self._columns[name]
        if name in LISTED:
            return _where(column, column.number(value))
        rows = self._database.query(f"SELECT number FROM {_TABLES[name][0]} WHERE id = ?", (value,))
        return _where(column, rows[0][0] if rows else -1)

    @staticmethod
    def _dated(column: Column, name: str, value: str) -> Mask:
        """The statements said from a day on, or up to one."""
        try:
            day = date.fromisoformat(value).toordinal() - int(column.values[0])
        except ValueError as error:
            raise SettingError(f"{value}: not a day; give it as YYYY-MM-DD") from error
        if name == "since":
            return np.asarray(column.array >= max(day, 1))
        return np.asarray((column.array <= day) & (column.array > 0))

    def _together(self, but: str) -> Mask | None:
        """Which statements pass the search and all filters but one; None for all of them."""
        out = self._hits
        for one in self._masks:
            if one.name != but:
                out = one.mask if out is None else out & one.mask
        return out

    def _search(self, words: Sequence[str]) -> Mask:
        hit = self._database.found("statements", words)
        mask = np.zeros(self._size, np.bool_)
        mask[places(self._database.query(f"SELECT number FROM {hit.sql} hit", hit.values))] = True
        return mask

    def _ranked(self, words: Sequence[str]) -> Numbers:
        """The places of what was found and passes, the best first."""
        hit = self._database.found("statements", words)
        at = (np.flatnonzero(np.ones(self._size) if self._all is None else self._all) + 1).tolist()
        rows = self._database.query(
            f"SELECT number FROM {hit.sql} hit WHERE number IN ({marks(at)}) ORDER BY hit.rank, hit.number",
            (*hit.values, *at),
        )
        return places(rows)

    def _keys(self, at: Numbers) -> Numbers:
        """What the statements at these places are ordered by before their number; what is not known comes last."""
        if self._wanted.order not in {"effect", "said"}:
            return np.zeros(len(at), np.int64)
        keys = self._columns[self._wanted.order].array[at].astype(np.int64)
        return np.where(keys == 0, np.iinfo(np.int64).max, keys)


def _where(column: Column, number: int) -> Mask:
    """The statements that have a number in a column."""
    return np.asarray(column.array == number)


def _least(keys: Numbers, most: int) -> Numbers:
    """The places of the least keys, so many at most, in order; equal ones in the order in which they stand."""
    if len(keys) <= most:
        return np.argsort(keys, kind="stable")
    edge = np.partition(keys, most - 1)[most - 1]
    under = np.flatnonzero(keys < edge)
    level = np.flatnonzero(keys == edge)[: most - len(under)]
    near = np.sort(np.concatenate((under, level)))
    return near[np.argsort(keys[near], kind="stable")]


def _shown(database: Database, numbers: Sequence[int]) -> tuple[Line, ...]:
    """The lines of statements by their numbers, in that order."""
    rows = {row[-1]: row for row in database.query(f"{_LINE} WHERE s.number IN ({marks(numbers)})", numbers)}
    if len(rows) < len(numbers):
        raise gone(database)
    return tuple(_line(rows[number]) for number in numbers)


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _token(place: Sequence[int]) -> str:
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def _place(token: str | None) -> Sequence[int] | None:
    """What a token holds; SettingError where somebody made one up."""
    if token is None:
        return None
    try:
        found: Any = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
    except (ValueError, RecursionError):
        found = None
    whole = isinstance(found, list) and len(found) == 2 and all(type(one) is int and one >= 0 for one in found)
    if not whole:
        raise SettingError("the place in the list cannot be read; begin the list anew")
    return tuple(found)


def _line(row: Row) -> Line:
    """The line of a row of _LINE."""
    told = list(row[:-1])
    told[5] = told[5] or ""
    told[17] = bool(told[17])
    return Line(*told)
