"""The entries of the journal, as rows: written one after the other, each chained to the one before, and read.

An entry's hash is SHA-256 over the hash before it and the entry's own fields, so that whoever edits the file by
hand leaves a journal that no longer fits itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import msgspec

from sayso.errors import StoreError
from sayso.model.keeping import Entry
from sayso.model.rulings import FAMILY, Anchor, Ruling, named, subject
from sayso.store.database import Database, Row, Value, single

#: What an entry's hash begins with where there is none before it.
FIRST: Final = "0" * 64

_FIELDS: Final = "target, verdict, person, made, why, value, on_word_of, happened, id, anchor"


def entries(
    database: Database,
    *,
    after: int = 0,
    about: str | None = None,
    limit: int | None = None,
    verdicts: Sequence[str] = (),
) -> tuple[Entry, ...]:
    """The entries in order: those `after` a number, `about` a subject or a ruling, of some `verdicts`."""
    where = ["number > ?"]
    values: list[Value] = [after]
    if about is not None:
        one = subject(Ruling(about, "comment", "", "", ""))
        where.append("(subject = ? OR id = ?)")
        values += [one, one]
    if verdicts:
        where.append(f"verdict IN ({', '.join('?' * len(verdicts))})")
        values += verdicts
    rows = database.query(
        f"SELECT number, {_FIELDS} FROM journal WHERE {' AND '.join(where)} ORDER BY number LIMIT ?",
        (*values, 2**62 if limit is None else limit),
    )
    undone = undone_by(database)
    found = (_entry(database, row[0], row[1:]) for row in rows)
    return tuple(replace(entry, undone=undone.get(entry.ruling.id)) for entry in found)


def append(database: Database, ruling: Ruling) -> Entry:
    """The ruling as the next entry, as it is but for its id; in a transaction."""
    last = database.query("SELECT number, chained FROM journal ORDER BY number DESC LIMIT 1")
    number, before = last[0] if last else (0, FIRST)
    ruling = replace(ruling, id=named(ruling, number + 1))
    fields = _values(ruling)
    database.execute(
        f"INSERT INTO journal (number, subject, chained, {_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (number + 1, about(database, ruling), chained(before, number + 1, fields), *fields),
    )
    return Entry(number + 1, ruling)


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of the chain: its `fields` as they are kept, and the hash that is `told` beside them."""

    entry: Entry
    fields: tuple[str | None, ...]
    told: str


def chained(before: str, number: int, fields: tuple[str | None, ...]) -> str:
    """The hash of an entry, from the hash of the entry before it and its own fields as they are kept."""
    return hashlib.sha256(msgspec.json.encode((before, number, *fields))).hexdigest()


def chain(database: Database) -> Iterator[Link]:
    """Each entry with the hash that stands beside it, in order."""
    for row in database.each(f"SELECT number, chained, {_FIELDS} FROM journal ORDER BY number"):
        yield Link(_entry(database, row[0], row[2:]), tuple(row[2:]), row[1])


def subjects(database: Database) -> Iterator[tuple[str, Entry]]:
    """Each entry with what it is about, in order; whether it was undone is not told."""
    for row in database.each(f"SELECT number, subject, {_FIELDS} FROM journal ORDER BY number"):
        yield row[1], _entry(database, row[0], row[2:])


def about(database: Database, ruling: Ruling) -> str:
    """What a ruling is about in the end: for an undo, what the ruling that it takes back is about."""
    if ruling.verdict != "undo":
        return subject(ruling)
    return str(
        single(database.query("SELECT subject FROM journal WHERE id = ?", (ruling.target,))) or ruling.target
    )


def undone_by(database: Database) -> dict[str, int]:
    """The number of the entry that undid it, by the id of each ruling that does not count."""
    rows = database.query("SELECT number, id, target FROM journal WHERE verdict = 'undo' ORDER BY number DESC")
    out: dict[str, int] = {}
    for number, own, target in rows:
        if own not in out:
            out[target] = number
    return out


def _entry(database: Database, number: int, row: Row) -> Entry:
    """The entry of a number with the columns _FIELDS; StoreError where somebody has changed it by hand."""
    try:
        anchor = msgspec.json.decode(row[9], type=Anchor) if row[9] else None
    except (msgspec.MsgspecError, ValueError) as error:
        raise _damaged(database, number, f"its anchor cannot be read ({error})") from error
    if row[1] not in FAMILY:
        raise _damaged(database, number, f"{row[1]!r} is no verdict")
    return Entry(number, replace(Ruling(*row[:9]), anchor=anchor))


def _damaged(database: Database, number: int, what: str) -> StoreError:
    return StoreError(
        f"{database.place}: journal entry {number} was changed by hand: {what}; "
        f"go on with a copy of the case from before"
    )


def _values(ruling: Ruling) -> tuple[str | None, ...]:
    """The columns _FIELDS of a ruling."""
    anchor = msgspec.json.encode(ruling.anchor).decode() if ruling.anchor else None
    return (
        ruling.target, ruling.verdict, ruling.by, ruling.at, ruling.why, ruling.value, ruling.source, ruling.on,
        ruling.id, anchor,
    )  # fmt: skip
