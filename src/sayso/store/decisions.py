"""The journal of a case: what people decided, in the order in which they did, each entry chained to the one before.

An entry's hash is SHA-256 over the hash before it and the entry's own fields, so that whoever edits the file by
hand leaves a journal that no longer fits itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

import msgspec

from sayso.errors import ConflictError, StoreError
from sayso.model.keeping import Asked, Entry, Orphan, State
from sayso.model.rulings import TOUCHES, Ruling, standing
from sayso.store.checking import anchored, check
from sayso.store.database import Database, single
from sayso.store.ends import Ends
from sayso.store.entries import about, append, entries, subjects

#: The target of the ruling that holds the question.
QUESTION: Final = "question"


def ask(database: Database, asked: Asked, *, by: str, at: str) -> Entry:
    """The question as the first entry of a new case."""
    value = msgspec.json.encode(asked).decode()
    return append(database, Ruling(QUESTION, "ask", by, at, "", value))


def asked(database: Database) -> Asked:
    """The question as it stands."""
    made = [entry.ruling for entry in entries(database, verdicts=("ask", "undo"))]
    found = [ruling for ruling in standing(made) if ruling.verdict == "ask"]
    if not found:
        raise StoreError(f"{database.place}: no question stands in its journal; undo what took it back")
    try:
        return msgspec.json.decode(found[-1].value or "", type=Asked)
    except msgspec.MsgspecError as error:
        raise StoreError(
            f"{database.place}: the question in its journal cannot be read ({error}); sayso verify says where"
        ) from error


def rule(database: Database, rulings: Sequence[Ruling], *, seen: int | None = None) -> tuple[Entry, ...]:
    """Journal all of `rulings` or none; each entry with its number, id and anchor.

    ConflictError where the journal has an entry about the same subject after the number `seen`, StoreError where
    a ruling cannot be as it is given.
    """
    with database.transaction():
        if seen is not None:
            for ruling in rulings:
                _conflict(database, ruling, seen)
        made, ends = [], Ends(database)
        for ruling in rulings:
            check(database, ruling)
            filled = replace(ruling, anchor=anchored(database, ruling), value=ends.value(ruling))
            made.append(append(database, filled))
        state(database, {about(database, entry.ruling) for entry in made})
    return tuple(made)


def state(database: Database, subjects: Iterable[str]) -> None:
    """The columns state, locked and changed of those statements among `subjects`, anew from the journal."""
    for one in sorted(subjects):
        found = [entry for entry in entries(database, about=one) if entry.ruling.verdict != "ask"]
        made, locked = judged(entry.ruling for entry in found)
        changed = found[-1].number if found else 0
        database.execute(
            "UPDATE statements SET state = ?, locked = ?, changed = ? WHERE id = ?",
            (made, int(locked), changed, one),
        )


def judged(rulings: Iterable[Ruling]) -> tuple[State, bool]:
    """What rulings on one statement make of it, and whether it is locked.

    Rejected as long as that stands; else accepted or edited, whichever came last.
    """
    held = standing(rulings)
    locked = any(ruling.verdict == "lock" for ruling in held)
    made = [ruling.verdict for ruling in held if ruling.verdict in TOUCHES - {"lock"}]
    if "reject" in made:
        return "rejected", locked
    if not made:
        return "open", locked
    return "accepted" if made[-1] == "accept" else "edited", locked


def states(database: Database) -> dict[str, tuple[State, bool, int]]:
    """State, lock and last entry of every statement that the journal speaks of, by the statement's id."""
    found: dict[str, list[Entry]] = {}
    for subject, entry in subjects(database):
        if subject.startswith("s-"):
            found.setdefault(subject, []).append(entry)
    return {one: (*judged(entry.ruling for entry in entries), entries[-1].number) for one, entries in found.items()}


def orphans(database: Database) -> tuple[Orphan, ...]:
    """The rulings that stand and whose words no longer stand at their places, with what stands there."""
    texts: dict[str, str] = {}
    out = []
    for entry in entries(database):
        anchor = entry.ruling.anchor
        if anchor is None or entry.undone is not None:
            continue
        if anchor.article not in texts:
            texts[anchor.article] = str(
                single(database.query("SELECT text FROM articles WHERE id = ?", (anchor.article,))) or ""
            )
        text = texts[anchor.article]
        if not anchor.holds(text):
            there = tuple(span for span in anchor.spans if span.start < len(text))
            out.append(Orphan(entry.number, entry.ruling, "\n".join(span.of(text) for span in there), there))
    return tuple(out)


def _conflict(database: Database, ruling: Ruling, seen: int) -> None:
    """ConflictError where somebody ruled on the same after entry `seen`; a comment is no conflict."""
    if ruling.verdict == "comment":
        return
    rows = database.query(
        """SELECT number, person, made, verdict, value FROM journal
        WHERE subject = ? AND number > ? AND verdict <> 'comment' ORDER BY number LIMIT 1""",
        (about(database, ruling), seen),
    )
    if rows:
        number, person, made, verdict, value = rows[0]
        told = f"{verdict} {value}" if value and verdict not in {"merge", "split", "ask"} else verdict
        raise ConflictError(
            f"{database.place}: {person} ruled on the same in the meantime ({told}, entry {number}, {made}); "
            f"nothing was written; look at it again, then decide",
            number,
        )
