"""What statements are filtered and counted by, as arrays: one number a statement, in the order of the statements.

SQL finds one page of a list quickly where an index has it in order. Counting what each of eight filters would show,
beside any mixture of the others and among a million statements, takes SQL seconds; over arrays it takes some
hundredths of one. The arrays repeat what is in the tables, are written with them, and made anew where they miss.

| column | number |
| --- | --- |
| source, origin, article | that of the row in its table, 0 for none |
| role, outlet, lean, certainty | the place in the list of values, from 1; 0 for none |
| said | days since the first day anything was said, from 1; 0 for unknown |
| effect | the place in the order by effect, the greatest first, from 1; 0 where it is not known |

State is not among them, since rulings change it: the few that are not open are read from the table itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sayso.errors import StoreError
from sayso.store.database import Database, Row, marks, single

#: The columns that are kept, and those whose numbers are places in a list of values.
NAMES: Final = ("source", "origin", "article", "role", "outlet", "lean", "certainty", "said", "effect")
LISTED: Final = ("role", "outlet", "lean", "certainty")

#: Whole numbers, one a statement.
Numbers = npt.NDArray[np.int64]
#: Whether each statement is meant.
Mask = npt.NDArray[np.bool_]

_ROWS: Final = """SELECT s.source, s.origin, s.article, n.kind, a.outlet, s.lean,
CASE WHEN s.high < 0.5 THEN 'unlikely' WHEN s.low >= 0.5 THEN 'likely' ELSE 'open' END, s.said, s.effect
FROM statements s JOIN articles a ON a.number = s.article LEFT JOIN sources n ON n.number = s.source
ORDER BY s.number"""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the array, and the values that its numbers stand for (of `said`: the day before the first)."""

    array: npt.NDArray[Any]
    values: tuple[str, ...] = ()

    def number(self, value: str) -> int:
        """The number of a value of a listed column; -1, which no statement has, where there is none."""
        return self.values.index(value) + 1 if value in self.values else -1


def write(database: Database) -> None:
    """The columns as rows, from the statements that were just written; in a transaction."""
    rows = [
        (name, column.array.dtype.str, json.dumps(column.values), column.array.tobytes())
        for name, column in _made(database).items()
    ]
    database.load("columns", ("name", "type", "meanings", "packed"), rows)


def read(database: Database, names: Iterable[str]) -> Mapping[str, Column]:
    """The columns of those names; made from the statements where they were not written."""
    wanted = tuple(names)
    sql = f"SELECT name, type, meanings, packed FROM columns WHERE name IN ({marks(wanted)})"
    rows = database.query(sql, wanted)
    found = {row[0]: Column(np.frombuffer(row[3], row[1]), tuple(json.loads(row[2]))) for row in rows}
    most = size(database)
    if len(rows) < len(wanted) or any(len(column.array) != most for column in found.values()):
        found = {name: column for name, column in _made(database).items() if name in wanted}
    if any(len(column.array) != most for column in found.values()):
        raise gone(database)
    return found


def gone(database: Database) -> StoreError:
    """The error for rows of statements that somebody has deleted."""
    return StoreError(
        f"{database.place}: rows of statements are missing, deleted by hand; run sayso update {database.place}"
    )


def size(database: Database) -> int:
    """How many statements there are: they are numbered from 1 on without a gap."""
    return int(single(database.query("SELECT coalesce(max(number), 0) FROM statements")))


def _made(database: Database) -> dict[str, Column]:
    """All columns, from the tables."""
    lists: dict[str, dict[str, int]] = {name: {} for name in LISTED}
    coded: list[list[int]] = [[] for _ in range(8)]
    effects: list[float] = []
    for row in database.each(_ROWS):
        for place in range(3):
            coded[place].append(row[place] or 0)
        for place, name in enumerate(LISTED, start=3):
            coded[place].append(_code(lists[name], row[place]))
        coded[7].append(date.fromisoformat(row[7]).toordinal() if row[7] else 0)
        effects.append(-1.0 if row[8] is None else row[8])
    days = np.array(coded[7], np.int64)
    before = int(days[days > 0].min()) - 1 if (days > 0).any() else 0
    out = {name: Column(_packed(np.array(coded[place], np.int64))) for place, name in enumerate(NAMES[:3])}
    for place, name in enumerate(LISTED, start=3):
        out[name] = Column(_packed(np.array(coded[place], np.int64)), tuple(lists[name]))
    out["said"] = Column(_packed(np.maximum(days - before, 0)), (str(before),))
    out["effect"] = Column(_packed(_order(np.array(effects))))
    return out


def _code(known: dict[str, int], value: str | None) -> int:
    return 0 if value is None else known.setdefault(value, len(known) + 1)


def _order(effects: npt.NDArray[np.float64]) -> Numbers:
    """The place of each in the order by effect, the greatest first; 0 for those under 0, which are not known."""
    out = np.zeros(len(effects), np.int64)
    known = np.flatnonzero(effects >= 0)
    out[known[np.argsort(-effects[known], kind="stable")]] = np.arange(1, len(known) + 1)
    return out


def _packed(numbers: Numbers) -> npt.NDArray[np.unsignedinteger[Any]]:
    """The same numbers in as few bytes as they need, the least byte first."""
    most = int(numbers.max(initial=0))
    kind = "<u1" if most < 256 else "<u2" if most < 65_536 else "<u4"
    return numbers.astype(kind)


def counted(numbers: npt.NDArray[Any], most: int) -> list[tuple[int, int]]:
    """The numbers over 0 that occur most often, at most so many, with how often, the most frequent first."""
    times = np.bincount(numbers)
    times[:1] = 0
    found = np.flatnonzero(times)
    if len(found) > most:
        found = np.sort(found[np.argpartition(-times[found], most)[:most]])
    ordered = found[np.argsort(-times[found], kind="stable")]
    return [(int(one), int(times[one])) for one in ordered]


def places(rows: Sequence[Row]) -> Numbers:
    """The places in a column of statements, from rows that begin with their numbers."""
    return np.fromiter((row[0] for row in rows), np.int64, len(rows)) - 1
