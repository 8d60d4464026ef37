"""Whether the database itself is sound: its pages, keys, tables and guards, and the indexes of words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from sayso.errors import StoreError
from sayso.model.keeping import Fault
from sayso.store.database import Database, Row
from sayso.store.lexemes import words
from sayso.store.migrations import after, commands
from sayso.store.postgresql import PostgresqlDatabase
from sayso.store.schema import KEPT
from sayso.store.sqlite import SqliteDatabase

_MOST: Final = 100


def sound(database: Database) -> Iterator[Fault]:
    """What is wrong with the database as one, whatever it holds."""
    if isinstance(database, SqliteDatabase):
        yield from _sqlite(database)
    elif isinstance(database, PostgresqlDatabase):
        yield from _postgresql(database)


def _sqlite(database: SqliteDatabase) -> Iterator[Fault]:
    """SQLite's own checks, and whether the tables are the ones that this version makes."""
    for row in database.query(f"PRAGMA integrity_check({_MOST})"):
        if row[0] != "ok":
            yield Fault("file", " ".join(str(row[0]).split()))
    for table, number, pointed, _ in database.query("PRAGMA foreign_key_check")[:_MOST]:
        yield Fault(f"table {table}, row {number}", f"it points at a row of {pointed} that is not there")
    there, wanted = _made(database.query(_SCHEMA)), _made(_expected())
    for name in sorted(wanted.keys() | there.keys()):
        if name not in there:
            yield Fault(f"schema, {name}", "it is missing; somebody took it away by hand")
        elif name not in wanted:
            yield Fault(f"schema, {name}", "it is none of Sayso's; somebody added it by hand")
        elif there[name] != wanted[name]:
            yield Fault(f"schema, {name}", "it is not as Sayso makes it; somebody changed it by hand")
    yield from _words_of_sqlite(database)


def _words_of_sqlite(database: SqliteDatabase) -> Iterator[Fault]:
    """Whether the indexes of words are those of the texts; in a transaction that is taken back."""
    for table in ("articles", "statements"):
        try:
            with database.transaction():
                database.execute(f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', 1)")
        except StoreError as error:
            if "read-only" in str(error) or "readonly" in str(error) or "cannot be written" in str(error):
                return
            yield Fault(
                f"search in {table}", "its index of words is not that of the texts; sayso update makes it anew"
            )


_SCHEMA: Final = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND sql IS NOT NULL"


def _expected() -> list[Row]:
    """The schema that this version makes."""
    connection = sqlite3.connect(":memory:")
    try:
        for step in after(0):
            for command in commands(step.tables + step.sqlite):
                connection.execute(command)
        return connection.execute(_SCHEMA).fetchall()
    finally:
        connection.close()


def _made(rows: list[Row]) -> dict[str, str]:
    """What makes each thing of a schema, on one line, by kind and name."""
    return {f"{kind} {name}": " ".join(sql.split()) for kind, name, sql in rows}


def _postgresql(database: PostgresqlDatabase) -> Iterator[Fault]:
    """Whether the guards are there and on, and the words that are searched are those of the texts."""
    guards = {
        row[0]
        for row in database.query(
            """SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled = 'O' AND NOT t.tgisinternal"""
        )
    }
    for table in KEPT:
        for name in (f"{table}_never_change", f"{table}_never_go"):
            if name not in guards:
                yield Fault(f"schema, trigger {name}", "it is missing or off; somebody took it away by hand")
    texts = """SELECT a.id, coalesce(a.title, '') || E'\\n' || a.text, tsvector_to_array(w.found) FROM articles a
        LEFT JOIN articles_words w ON w.number = a.number ORDER BY a.number"""
    yield from _words_of_postgresql(database, texts, "article")
    yield from _words_of_postgresql(
        database, "SELECT id, words, tsvector_to_array(found) FROM statements ORDER BY number", "statement"
    )


def _words_of_postgresql(database: PostgresqlDatabase, sql: str, kind: str) -> Iterator[Fault]:
    for id_, text, found in database.each(sql):
        if found is None or not set(found) <= (told := set(words(text))) or len(found) < min(len(told), 10_000):
            yield Fault(
                f"search, {kind} {id_}", "its words are not those of the text; sayso update makes them anew"
            )
