"""From the tables of an older version to those of this one, step by step, all or nothing.

A case says its version in `PRAGMA user_version`, in PostgreSQL in the table `about`. A step is never changed once a
version with it is out: a new step is added. Derived tables may be dropped and made anew in a step, for an update
fills them again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sayso.store import pgschema
from sayso.store.schema import COUNTING, FIRST_INDEXES, GUARDS, HASHES, SEARCH, TABLES, VIEWS


@dataclass(frozen=True, slots=True)
class Step:
    """What leads to `version`: SQL for both databases, and what is each one's alone; `what` says it to people."""

    version: int
    what: str
    tables: str
    sqlite: str
    postgresql: str = ""


STEPS: Final = (
    Step(
        1,
        "evidence, journal and what is derived from them",
        TABLES + FIRST_INDEXES,
        GUARDS + SEARCH + VIEWS,
        pgschema.GUARDS + pgschema.SEARCH + VIEWS,
    ),
    Step(2, "the timeline by day, and columns by which lists are counted", COUNTING, ""),
    Step(3, "the hash of each article's text and what is known about it", HASHES, ""),
)

#: The version of the tables that this version of Sayso reads and writes.
VERSION: Final = STEPS[-1].version


def after(version: int) -> tuple[Step, ...]:
    """The steps that a case of `version` still needs, in order."""
    return tuple(step for step in STEPS if step.version > version)


def commands(sql: str) -> tuple[str, ...]:
    """The single commands of a text of SQL; a trigger's body, from BEGIN to END, is one with its head."""
    out: list[str] = []
    held = ""
    for piece in sql.split(";"):
        held += piece
        if held.lstrip().startswith("CREATE TRIGGER") and not held.rstrip().endswith("END"):
            held += ";"
        elif held.strip():
            out.append(held.strip())
            held = ""
        else:
            held = ""
    return tuple(out)
