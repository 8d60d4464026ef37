"""A case in a PostgreSQL database, for a team: one schema a case, named "case_" and the case's name.

A place is the database's address, "#" and the name: "postgresql://ada@db.example/news#harbour". A password in it,
or one from the environment or ~/.pgpass, is given to PostgreSQL and never printed.

Writers of one case come one after the other, by an advisory lock, so that the journal has no gaps and no entry is
chained to one that was undone; readers wait for nobody. Text columns cannot hold the character NUL: U+0001 and four
hexadecimal digits stand for it, and for U+0001 itself, in the database, and are taken back on the way out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import count, islice
from typing import TYPE_CHECKING, Any, Final

from sayso.errors import StoreError
from sayso.store.database import Found, Row, Searched, Value
from sayso.store.lexemes import query, snippet, vector
from sayso.store.migrations import VERSION, after, commands
from sayso.store.pgschema import translated
from sayso.store.pgtrouble import missing, telling
from sayso.store.schema import DERIVED

if TYPE_CHECKING:
    import psycopg

#: How an address of PostgreSQL's begins.
SCHEMES: Final = ("postgresql://", "postgres://")
#: Seconds to wait for another writer, and for a server to answer.
PATIENCE: Final = 10

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,48}")
_ODD: Final = re.compile("[\0\x01]")
_HELD: Final = re.compile("\x01([0-9a-f]{4})")
#: Where the words of what can be searched stand.
_SEARCHED: Final[Mapping[Searched, str]] = {"articles": "articles_words", "statements": "statements"}
#: Rows that are fetched, and written, at once.
_FETCHED_AT_ONCE: Final = 200
_WRITTEN_AT_ONCE: Final = 20_000


class PostgresqlDatabase:
    """One connection to one case, made by `connected`."""

    def __init__(self, place: str, connection: psycopg.Connection[Row]) -> None:
        """Take a connection that is set up; `place` is what messages call it."""
        self.place = place
        self._connection = connection
        self._cursors = count(1)
        self._depth = 0

    def execute(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run one statement; how many rows it changed."""
        with telling(self.place):
            return self._run(sql, values).rowcount

    def query(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows that a query gives."""
        with telling(self.place):
            return self._run(sql, values).fetchall()

    def each(self, sql: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """The rows that a query gives, some at a time; what is written in the meantime does not change them."""
        name = f"rows_{next(self._cursors)}"
        with telling(self.place):
            self._run(f"DECLARE {name} CURSOR WITH HOLD FOR {sql}", values)
        try:
            while rows := self.query(f"FETCH {_FETCHED_AT_ONCE} FROM {name}"):
                yield from rows
        finally:
            if not self._connection.closed and not self._connection.broken:
                self.execute(f"CLOSE {name}")

    def many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one statement for each row of values."""
        with telling(self.place):
            self._connection.cursor().executemany(_marked(sql), [_held(row) for row in rows])

    def load(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
        """Add many rows to a table; statements with the words they are found by."""
        place = columns.index("words") if table == "statements" else None
        sql = f"COPY {table} ({', '.join(columns if place is None else [*columns, 'found'])}) FROM STDIN"
        waiting = iter(rows)
        while some := list(islice(waiting, _WRITTEN_AT_ONCE)):  # making a row may take a query of its own
            with telling(self.place), self._connection.cursor() as cursor, cursor.copy(sql) as copy:
                for row in some:
                    copy.write_row(_held(row) if place is None else (*_held(row), vector(str(row[place]))))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Writing, all or nothing: durable when it ends, undone by an error. One inside another joins it."""
        with self._during("BEGIN"):
            if self._depth == 1:
                self.execute("SELECT pg_advisory_xact_lock(19283, hashtext(current_schema()::text))")
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Reading: all queries inside see one state."""
        with self._during("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"):
            yield

    @contextmanager
    def _during(self, begin: str) -> Iterator[None]:
        if not self._depth:
            self.execute(begin)
        self._depth += 1
        try:
            yield
            if self._depth == 1:
                self.execute("COMMIT")
        except BaseException:
            if self._depth == 1 and not self._connection.closed and not self._connection.broken:
                self.execute("ROLLBACK")
            raise
        finally:
            self._depth -= 1

    @contextmanager
    def emptied(self) -> Iterator[None]:
        """All derived tables empty for filling them anew; readers see them as they were until it is done."""
        for table in DERIVED:
            self.execute(f"DELETE FROM {table}")
        yield
        self.execute(f"ANALYZE {', '.join(DERIVED)}")

    def index(self, article: int) -> None:
        """Make the words of a new article findable."""
        title, text = self.query("SELECT title, text FROM articles WHERE number = ?", (article,))[0]
        words = vector(f"{title or ''}\n{text}")
        self.execute("INSERT INTO articles_words (number, found) VALUES (?, ?::tsvector)", (article, words))

    def found(self, table: Searched, words: Sequence[str]) -> Found:
        """The rows of a table that have all of `words`, the last one as a beginning."""
        told = query(words)
        sql = f"""(SELECT number, -ts_rank(found, ?::tsquery) AS rank FROM {_SEARCHED[table]}
            WHERE found @@ ?::tsquery)"""
        return Found(sql, (told, told))

    def snippets(self, words: Sequence[str], limit: int) -> list[tuple[int, str]]:
        """The articles that have all of `words`, best first, with a piece of their text."""
        found = self.found("articles", words)
        sql = f"""SELECT a.number, a.text FROM {found.sql} AS f JOIN articles a ON a.number = f.number
            ORDER BY f.rank, a.number LIMIT ?"""
        return [(row[0], snippet(row[1], words)) for row in self.query(sql, (*found.values, limit))]

    def close(self) -> None:
        """Let go of the server."""
        self._connection.close()

    def _run(self, sql: str, values: Sequence[Value]) -> psycopg.Cursor[Row]:
        if not values:
            return self._connection.execute(sql)
        return self._connection.execute(_marked(sql), _held(values))


def split(place: str) -> tuple[str, str]:
    """Address and name of a case "postgresql://…#name"; StoreError where one of them is none."""
    address, _, name = place.rpartition("#")
    if not _NAME.fullmatch(name):
        raise StoreError(
            f"{shown(place)}: it does not end in the name of a case; give small letters, digits, - and _, at "
            f"most 49, as in postgresql://…#harbour"
        )
    host = re.split("[/?]", address.partition("://")[2], maxsplit=1)[0]
    if host.count("@") > 1 or ("@" in address and "@" not in host):  # a part of it would be taken for a host
        raise StoreError(f"{shown(place)}: its password has an @, / or ? in it; write them as %40, %2F and %3F")
    if "#" in address:
        raise StoreError(f"{shown(place)}: it has more than one #; give one, before the name, and %23 for others")
    return address, name


def shown(place: str) -> str:
    """A place as it may be printed: without a password."""
    scheme, _, rest = place.partition("://")
    who, at, host = rest.rpartition("@")
    return re.sub(r"(?i)([?&](?:ssl)?password=)[^&#]*", r"\1…", f"{scheme}://{who.partition(':')[0]}{at}{host}")


def is_case(place: str) -> bool:
    """Whether there is a case of that name in the database; False where nobody can tell."""
    try:
        connected(place, writing=False).close()
    except StoreError:
        return False
    return True


def connected(place: str, *, writing: bool) -> PostgresqlDatabase:
    """A connection to the case at `place`, its tables brought up to this version; StoreError if there is none."""
    address, name = split(place)
    database = _connected(address, name, shown(place))
    try:
        if _checked(database, writing=writing) != VERSION:
            _bring_up(database)
        if not writing:
            database.execute("SET default_transaction_read_only = on")
    except BaseException:
        database.close()
        raise
    return database


@contextmanager
def making(place: str) -> Iterator[PostgresqlDatabase]:
    """An empty case to be filled inside: it is there when all of that is done, else not at all."""
    address, name = split(place)
    database = _connected(address, name, shown(place))
    try:
        with database.transaction():
            if database.query("SELECT 1 FROM pg_namespace WHERE nspname = ?", (f"case_{name}",)):
                raise StoreError(f"{database.place}: there is a case already; give another name")
            _check_encoding(database)
            database.execute(f'CREATE SCHEMA "case_{name}"')
            _step(database, 0)
            yield database
    finally:
        database.close()


def _connected(address: str, name: str, place: str) -> PostgresqlDatabase:
    """A connection that looks into the schema of the case, whether it is there or not."""
    try:
        import psycopg  # noqa: PLC0415 - an extra, and slow to load
        from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415
    except ImportError as error:
        raise missing(place) from error
    with telling(place):
        given: dict[str, Any] = {
            "connect_timeout": PATIENCE,
            "application_name": "sayso",
            **conninfo_to_dict(address),
        }
        options = f'-c search_path="case_{name}" -c lock_timeout={PATIENCE}s {given.pop("options", "") or ""}'
        connection = psycopg.connect(
            **given, client_encoding="utf8", options=options, autocommit=True, cursor_factory=psycopg.ClientCursor
        )
        _register(connection)
    return PostgresqlDatabase(place, connection)


def _register(connection: psycopg.Connection[Row]) -> None:
    """Texts come back as they were given."""
    from psycopg.adapt import Loader  # noqa: PLC0415 - an extra, and slow to load

    class _Text(Loader):
        """Loads a text, with what stands for NUL taken back."""

        def load(self, data: Any) -> str:  # noqa: ANN401 - a buffer of any kind
            """The text of a column."""
            text = str(data, "utf-8")
            return _HELD.sub(lambda found: chr(int(found[1], 16)), text) if "\x01" in text else text

    connection.adapters.register_loader("text", _Text)


def _checked(database: PostgresqlDatabase, *, writing: bool) -> int:
    """The version of the case's tables; StoreError where there is no case, or one that may only be read."""
    version = _version(database)
    if version is None:
        raise StoreError(f"{database.place}: there is no such case; make one with sayso new … --ask …")
    if writing and not database.query("SELECT has_table_privilege('journal', 'INSERT')")[0][0]:
        raise StoreError(f"{database.place}: you may only read it; ask its owner for the right to write (GRANT)")
    return version


def _version(database: PostgresqlDatabase) -> int | None:
    """The version of the case's tables; None where there is no case."""
    if not database.query("SELECT to_regclass('about')")[0][0]:
        return None
    rows = database.query("SELECT value FROM about WHERE key = 'tables'")
    return int(rows[0][0]) if rows else None


def _bring_up(database: PostgresqlDatabase) -> None:
    """The tables as this version knows them, in one transaction."""
    with database.transaction():
        version = _version(database) or 0
        if version > VERSION:
            raise StoreError(
                f"{database.place}: was written by a newer Sayso (tables of version {version}; this one knows up "
                f"to {VERSION}); install the newer version"
            )
        _step(database, version)


def _step(database: PostgresqlDatabase, version: int) -> None:
    """The steps from `version` to this version's tables."""
    for step in after(version):
        for command in commands(step.tables):
            database.execute(translated(command))
        if step.postgresql:
            database.execute(step.postgresql)
        database.execute("DELETE FROM about WHERE key = 'tables'")
        database.execute("INSERT INTO about (key, value) VALUES ('tables', ?)", (str(step.version),))


def _check_encoding(database: PostgresqlDatabase) -> None:
    """StoreError where the database cannot hold every letter."""
    found = database.query("SHOW server_encoding")[0][0]
    if found != "UTF8":
        raise StoreError(f"{database.place}: the database is encoded in {found}; make one with createdb -E UTF8")


@lru_cache(maxsize=512)
def _marked(sql: str) -> str:
    """Our own SQL with psycopg's marks for values."""
    return sql.replace("%", "%%").replace("?", "%s")


def _held(row: Sequence[Value]) -> list[Value]:
    """Values as the database can hold them."""
    return [_escaped(one) if isinstance(one, str) and ("\0" in one or "\x01" in one) else one for one in row]


def _escaped(text: str) -> str:
    return _ODD.sub(lambda found: f"\x01{ord(found[0]):04x}", text)
