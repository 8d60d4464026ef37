"""The tables of a case as PostgreSQL has them: the same as SQLite's, guards and indexes of words in its own way.

Texts sort by their bytes, as in SQLite, whatever the server's locale. Derived tables point at others without a
constraint: each update deletes and writes all of them, and a million checks would make it slow for no gain;
`verify` holds them against each other.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.store.schema import DERIVED, KEPT

_WORDS: Final = (
    (r"\bTEXT\b", 'TEXT COLLATE "C"'),
    (r"\bINTEGER\b", "BIGINT"),
    (r"\bREAL\b", "DOUBLE PRECISION"),
    (r"\bBLOB\b", "BYTEA"),
    (r"\) STRICT(?:, WITHOUT ROWID)?$", ")"),
)
_POINTS: Final = re.compile(r" REFERENCES \w+ \(\w+\)")
_MADE: Final = re.compile(r"CREATE TABLE (\w+)")

#: What SQLite's triggers do there: what is recorded is neither changed nor deleted.
GUARDS: Final = """
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%: what is recorded is never changed or deleted; add a ruling', TG_TABLE_NAME; END $$;
""" + "\n".join(
    f"""CREATE TRIGGER {table}_never_change BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER {table}_never_go BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse();"""
    for table in KEPT
)

#: The words of texts and statements (lexemes.vector), which the driver writes beside them.
SEARCH: Final = """
CREATE TABLE articles_words (number BIGINT PRIMARY KEY REFERENCES articles (number), found tsvector NOT NULL);
ALTER TABLE statements ADD COLUMN found tsvector;
CREATE INDEX articles_by_words ON articles_words USING gin (found);
CREATE INDEX statements_by_words ON statements USING gin (found);
"""


def translated(command: str) -> str:
    """One command that makes a table, an index or a view, in PostgreSQL's words."""
    made = _MADE.match(command.lstrip())
    if not made:
        return command
    if made[1] in DERIVED:
        command = _POINTS.sub("", command)
    for word, told in _WORDS:
        command = re.sub(word, told, command)
    return command
