"""A case as one SQLite file: WAL, and each acknowledged write forced to the disk (synchronous = FULL)."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from sayso.errors import DamagedError, StoreError
from sayso.store.database import HIT, Found, Row, Searched, Value
from sayso.store.migrations import commands
from sayso.store.schema import APPLICATION, DERIVED, INDEXES

#: Seconds to wait for another writer before giving up.
PATIENCE: Final = 10.0
#: Of more articles than these the newest are shown first: weighing each would take long.
RANKED: Final = 2000
#: KiB of pages that a connection keeps in memory.
_MEMORY: Final = 65_536


class SqliteDatabase:
    """One connection to one file, made by `opened`."""

    def __init__(self, place: str, connection: sqlite3.Connection) -> None:
        """Take a connection that is set up."""
        self.place = place
        self._connection = connection
        self._depth = 0

    def execute(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run one statement; how many rows it changed."""
        with telling(self.place):
            return self._connection.execute(sql, values).rowcount

    def query(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows that a query gives."""
        with telling(self.place):
            return self._connection.execute(sql, values).fetchall()

    def each(self, sql: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """The rows that a query gives, some at a time."""
        with telling(self.place):
            yield from self._connection.execute(sql, values)

    def many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one statement for each row of values."""
        with telling(self.place):
            self._connection.executemany(sql, rows)

    def load(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
        """Add many rows to a table."""
        marks = ", ".join("?" * len(columns))
        self.many(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Writing, all or nothing: on the disk when it ends, undone by an error. One inside another joins it."""
        with self._during("BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Reading: all queries inside see one state."""
        with self._during("BEGIN"):
            yield

    @contextmanager
    def _during(self, begin: str) -> Iterator[None]:
        if self._depth:
            yield
            return
        self.execute(begin)
        self._depth = 1
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
            raise
        finally:
            self._depth = 0

    @contextmanager
    def emptied(self) -> Iterator[None]:
        """All derived tables empty for filling them anew; their indexes, and that of words, are made at the end."""
        made = commands(INDEXES)
        for command in made:
            name = command.partition(" INDEX ")[2].split()[0]
            self.execute(f"DROP INDEX {name}")
        self.execute("INSERT INTO statements_fts (statements_fts) VALUES ('delete-all')")
        for table in DERIVED:
            self.execute(f"DELETE FROM {table}")
        yield
        for command in made:
            self.execute(command)
        self.execute("INSERT INTO statements_fts (statements_fts) VALUES ('rebuild')")
        self.execute("ANALYZE")

    def index(self, article: int) -> None:
        """Make the words of a new article findable."""
        self.execute(
            """INSERT INTO articles_fts (rowid, title, text)
            SELECT number, title, text FROM articles WHERE number = ?""",
            (article,),
        )

    def found(self, table: Searched, words: Sequence[str]) -> Found:
        """The rows of a table that have all of `words`, the last one as a beginning."""
        sql = f"(SELECT rowid AS number, rank FROM {table}_fts WHERE {table}_fts MATCH ?)"
        return Found(sql, (_matching(words),))

    def snippets(self, words: Sequence[str], limit: int) -> list[tuple[int, str]]:
        """The articles that have all of `words`, best first (of very many: newest), with a piece of text."""
        match = _matching(words)
        some = "SELECT count(*) FROM (SELECT 1 FROM articles_fts WHERE articles_fts MATCH ? LIMIT ?)"
        order = "rank" if self.query(some, (match, RANKED + 1))[0][0] <= RANKED else "rowid DESC"
        sql = f"""SELECT rowid, snippet(articles_fts, 1, ?, ?, ' … ', 24) FROM articles_fts
            WHERE articles_fts MATCH ? ORDER BY {order} LIMIT ?"""
        return [(row[0], row[1]) for row in self.query(sql, (*HIT, match, limit))]

    def close(self) -> None:
        """Let go of the file."""
        with telling(self.place):
            self._connection.close()


def opened(place: str, *, writing: bool) -> SqliteDatabase:
    """A connection to the SQLite file at `place`, which is there; nothing in it is looked at yet."""
    path = Path(place)
    mode = "rw" if writable(path) else "ro"
    bare = mode == "ro" and not path.with_name(path.name + "-wal").exists()
    uri = f"{path.absolute().as_uri()}?mode={mode}{'&immutable=1' if bare else ''}"
    with telling(place):
        connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            settle(connection, writing=writing)
        except BaseException:
            connection.close()
            raise
    return SqliteDatabase(place, connection)


def settle(connection: sqlite3.Connection, *, writing: bool) -> None:
    """Set up a connection: durable, keys checked, and read-only where nothing is to be written."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = -{_MEMORY}")
    connection.execute("PRAGMA trusted_schema = OFF")
    if not writing:
        connection.execute("PRAGMA query_only = ON")


def ours(path: Path) -> bool:
    """Whether a file begins as a case of Sayso's does; False where it cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for somebody to write to it
            return False
        with path.open("rb") as file:
            head = file.read(100)
    except (OSError, ValueError):
        return False
    return head[:16] == b"SQLite format 3\0" and int.from_bytes(head[68:72], "big") == APPLICATION


def writable(path: Path) -> bool:
    """Whether a file may be changed: neither it nor its folder is marked read-only, also for an administrator.

    Of a folder: whether files may be made in it.
    """
    marked = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    both = (path,) if path.is_dir() else (path, path.absolute().parent)
    return all(os.access(one, os.W_OK) and one.stat().st_mode & marked for one in both)


_TROUBLE: Final = {
    sqlite3.SQLITE_BUSY: f"another program has been writing to it for {PATIENCE:.0f} s; try again when it is done",
    sqlite3.SQLITE_LOCKED: "another program is writing to it; try again when it is done",
    sqlite3.SQLITE_FULL: "the disk is full, and what was being written was not; make room and try again",
    sqlite3.SQLITE_READONLY: "it cannot be written to; make the file and its folder writable, or work on a copy",
    sqlite3.SQLITE_CORRUPT: "the file is damaged; keep it, and go on with a copy of it from before",
    sqlite3.SQLITE_NOTADB: "the file is no case, or its beginning is damaged; check the path",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check the path and the permissions of the file and its folder",
    sqlite3.SQLITE_IOERR: "the disk does not read or write it; check the disk, and that there is room",
    sqlite3.SQLITE_TOOBIG: "a text is larger than SQLite takes; split it",
}


@contextmanager
def telling(place: str) -> Iterator[None]:
    """What goes wrong in SQLite becomes a StoreError with place and remedy."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        told = _TROUBLE.get(code, f"{error}; sayso verify says what is wrong with it")
        kind = DamagedError if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB} else StoreError
        raise kind(f"{place}: {told}") from error
    except UnicodeEncodeError as error:
        raise StoreError(f"{place}: a text has half a character ({error.reason}); decode it again") from error


def _matching(words: Sequence[str]) -> str:
    """A search in the language of FTS5: each word quoted, the last one as a beginning."""
    quoted = ['"{}"'.format(word.replace('"', '""')) for word in words]
    return " ".join(quoted) + ("*" if quoted else "")
