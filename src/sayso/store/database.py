"""What a case needs of a database: run SQL, all or nothing, find words; SQLite and PostgreSQL each give it.

All SQL of the store is written once, with `?` for each value and in the words that both databases understand
(`on conflict`, `nulls last`, row values). What differs is here: the types and guards of the tables, how words are
found in texts, and how many rows are written at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Final, Literal, Protocol

#: A value of a row: SQLite's and PostgreSQL's plain types.
Value = str | int | float | bytes | None
#: One row as a database gives it; each reader knows what its columns are.
Row = tuple[Any, ...]
#: The tables whose words can be searched for.
Searched = Literal["articles", "statements"]

#: Characters that are put around a hit in a snippet; no text has them in plain sight.
HIT: Final = ("\x02", "\x03")
_WORD: Final = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Found:
    """A search as a table: `sql` gives the columns number and rank (the least first), `values` fill its marks."""

    sql: str
    values: tuple[Value, ...]


class Database(Protocol):
    """One connection to one case; every error is a StoreError that names the place and the remedy."""

    #: The case as the user named it: a path, or "postgresql://…#name".
    place: str

    def execute(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run one statement; how many rows it changed."""

    def query(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows that a query gives."""

    def each(self, sql: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """The rows that a query gives, some at a time, for what would not fit into memory."""

    def many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one statement for each row of values."""

    def load(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
        """Add many rows to a table in the fastest way there is."""

    def transaction(self) -> AbstractContextManager[None]:
        """Writing, all or nothing: durable when it ends, undone by an error. One inside another joins it."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Reading: all queries inside see one state."""

    def emptied(self) -> AbstractContextManager[None]:
        """In a transaction: all derived tables empty for filling them anew, what is indexed indexed at the end."""

    def index(self, article: int) -> None:
        """Make the words of the article with that number findable, which is new; in its transaction."""

    def found(self, table: Searched, words: Sequence[str]) -> Found:
        """The rows of a table that have all of `words`, the last one as a beginning."""

    def snippets(self, words: Sequence[str], limit: int) -> list[tuple[int, str]]:
        """The articles (by number) that have all of `words`, best first, with a piece of text, hits between HIT."""

    def close(self) -> None:
        """Let go of the case."""


def searched(search: str) -> tuple[str, ...]:
    """The words of what somebody searches for, without those that have neither letter nor digit."""
    return tuple(word for word in search.replace("\0", " ").split() if _WORD.search(word))


def marks(values: Sequence[object]) -> str:
    """The marks for a list of values after IN; for no values a list that nothing is in."""
    return ", ".join("?" * len(values)) or "NULL"


def single(rows: Sequence[Row]) -> Any:  # noqa: ANN401 - a column's value is what the query says
    """The one value of a query that gives one row and column; None where it gives none."""
    return rows[0][0] if rows else None


def shown(text: str) -> str:
    """A text as a column can hold it for people: the character NUL, which databases cut at, is U+FFFD."""
    return text.replace("\0", "\ufffd")
