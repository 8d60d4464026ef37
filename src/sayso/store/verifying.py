"""A case checked from end to end: nothing in it is taken on trust that can be told again from something else.

What is told again from what, in this order: the database's own checks; each entry of the journal from the hash of
the one before; each article's bytes, text and columns from their hashes and its record; each reading from its hash,
and every place and word in it from the text; then what the last update derived: its places, ids and sums, and every
row of the lists from the case as it was computed. Whoever changes one of these by hand leaves a place where two
things that were the same no longer are, and that place is named. Nothing is changed.

Not told again: the text from the bytes (that is reading anew), and what only speeds work up (the table memos).
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from itertools import zip_longest
from typing import Final, cast

import msgspec

from sayso.errors import SaysoError
from sayso.model.answers import Answers
from sayso.model.article import Article
from sayso.model.case import Case, Page
from sayso.model.keeping import Asked, Fault
from sayso.model.rulings import named
from sayso.model.span import content_id
from sayso.store import evidence
from sayso.store.database import Database, Row, Value
from sayso.store.derived import DIGEST, Writer, derived, digest
from sayso.store.entries import FIRST, about, chain, chained
from sayso.store.places import case_faults, page_faults, quoted
from sayso.store.repository import Repository
from sayso.store.soundness import sound
from sayso.store.summaries import summarise
from sayso.store.sums import sum_faults

#: What reading rows that somebody changed by hand may raise.
_TROUBLE: Final = (
    SaysoError, msgspec.MsgspecError, zlib.error, ValueError, TypeError, KeyError, IndexError, AttributeError,
    RecursionError,
)  # fmt: skip


def verify(repository: Repository) -> Iterator[Fault]:
    """All that is wrong with a case, each fault with its place, in words; nothing where it is whole."""
    database = repository.database
    for part, check in (
        ("database", sound),
        ("journal", _journal),
        ("articles", _articles),
        ("readings", _readings),
        ("rulings", lambda _: _orphans(repository)),
        ("last update", _derived),
        ("history of the answer", _moments),
    ):
        yield from _guarded(part, check(database))


def kept_faults(database: Database) -> Iterator[Fault]:
    """What is wrong with journal, articles and readings alone."""
    for part, check in (("journal", _journal), ("articles", _articles), ("readings", _readings)):
        yield from _guarded(part, check(database))


def _guarded(where: str, faults: Iterator[Fault]) -> Iterator[Fault]:
    """The faults that a check finds; where it cannot go on, that is one."""
    try:
        yield from faults
    except _TROUBLE as error:
        yield Fault(where, f"it cannot be read to its end: {_line(error)}")


def _journal(database: Database) -> Iterator[Fault]:
    """Numbers without a gap, each entry's id and hash from its own fields and the hash before it."""
    before, known, articles = FIRST, {""}, {row[0] for row in database.query("SELECT id FROM articles")}
    subjects: dict[int, str] = dict(database.query("SELECT number, subject FROM journal"))
    for place, link in enumerate(chain(database), start=1):
        entry, told, ruling, where = link.entry, link.told, link.entry.ruling, f"journal entry {link.entry.number}"
        if entry.number != place:
            yield Fault(where, f"entry {place} should stand here; entries were taken out or added by hand")
            return
        if chained(before, entry.number, link.fields) != told:
            yield Fault(where, "it was changed by hand: its hash is not that of its fields and the entry before")
        if ruling.id != named(ruling, entry.number):
            yield Fault(where, f"its id {ruling.id} is not that of its fields")
        if subjects[entry.number] != about(database, ruling):
            yield Fault(where, f"it is filed under {quoted(subjects[entry.number])}, and speaks of {ruling.target}")
        if ruling.verdict == "undo" and ruling.target not in known:
            yield Fault(where, f"it takes back {ruling.target}, which no entry before it is")
        if ruling.verdict in {"add", "leave", "adopt"} and ruling.target not in articles:
            yield Fault(where, f"it speaks of {ruling.target}, which is no article of the case")
        if ruling.verdict == "ask":
            msgspec.json.decode(ruling.value or "", type=Asked)
        if place == 1 and ruling.verdict != "ask":
            yield Fault(where, "the journal should begin with the question")
        before = told
        known.add(ruling.id)
    if before == FIRST:
        yield Fault("journal", "it is empty")


def _articles(database: Database) -> Iterator[Fault]:
    """Bytes and text from their hashes, the id from what it is made of, columns from the record."""
    added = {
        ruling.target: (ruling.at, ruling.by)
        for ruling in reversed([link.entry.ruling for link in chain(database)])
        if ruling.verdict == "add"
    }
    numbers = [row[0] for row in database.query("SELECT number FROM articles ORDER BY number")]
    if numbers != list(range(1, len(numbers) + 1)):
        yield Fault("articles", "one is missing: their numbers have gaps")
    for number in numbers:
        row = database.query(f"SELECT {evidence.COLUMNS} FROM articles WHERE number = ?", (number,))[0]
        raws = database.query("SELECT sha256, length, packed FROM raws WHERE article = ?", (number,))
        yield from _guarded(f"article {row[1]}", _article(row, raws, added))


def _article(row: Row, raws: Sequence[Row], added: dict[str, tuple[str, str]]) -> Iterator[Fault]:
    """One article with its bytes."""
    where = f"article {row[1]}"
    found = evidence.decoded(row[10], row[11])
    if not raws:
        yield Fault(where, "its bytes are missing")
    for digest_, length, packed in raws:
        raw = zlib.decompress(packed)
        hashes = {hashlib.sha256(raw).hexdigest(), digest_, found.raw_digest}
        if len(hashes) > 1 or len(raw) != length:
            yield Fault(where, "its bytes are not those that were added: they have another hash or length")
    if row[12] != evidence.hash_kept(row[10], row[11]):
        yield Fault(where, "its text or what is known about it was changed by hand: it has another hash")
    if found.id != row[1]:
        yield Fault(where, f"its record is that of {found.id}")
    if found.id != content_id("a", found.raw_digest, found.outlet or "", found.url or ""):
        yield Fault(where, "its id is not made of its bytes, outlet and address")
    at, by = added.get(found.id, (None, None))
    for name, there, told in zip(
        evidence.COLUMNS.split(", "), row, evidence.row(found, row[0], at=at or "", by=by or ""), strict=True
    ):
        if name not in {"record", "sha256"} and there != told:
            yield Fault(f"{where}, {name}", f"the table has {quoted(str(there))}, and it is {quoted(str(told))}")


def _readings(database: Database) -> Iterator[Fault]:
    """Each reading from its hash, and every place in it from the text."""
    held = """SELECT r.number, r.article, r.name, r.brain, r.digest, r.made, r.statements, r.sha256, r.packed
        FROM readings r WHERE r.article = ? ORDER BY r.number"""
    numbers: list[int] = []
    for number, id_ in database.query("SELECT number, id FROM articles ORDER BY number"):
        found = None
        for row in database.query(held, (number,)):
            numbers.append(row[0])
            where = f"article {id_}, reading {row[2]}"
            if found is None:
                text, record = database.query("SELECT text, record FROM articles WHERE number = ?", (number,))[0]
                found = evidence.decoded(text, record)
            yield from _guarded(where, _reading(row, found, where))
    if sorted(numbers) != list(range(1, len(numbers) + 1)):
        yield Fault("readings", "one is missing: their numbers have gaps")


def _reading(row: Row, article: Article, where: str) -> Iterator[Fault]:
    """One reading."""
    told = zlib.decompress(row[8])
    if evidence.sealed(told, row[2:6]) != row[7]:
        yield Fault(where, "it was changed by hand: it has another hash")
    page = msgspec.json.decode(told, type=Page)
    if row[2] not in {f"{row[3]}-{row[4][:6]}", f"{row[3]}-{row[4]}"}:
        yield Fault(where, f"its name is not made of its brain {row[3]} and the hash {row[4]} of its model")
    if page.article.id != article.id:
        yield Fault(where, f"it is one of {page.article.id}")
    if len(page.statements) != row[6]:
        yield Fault(where, f"the table gives it {row[6]} statements, and it has {len(page.statements)}")
    yield from page_faults(replace(page, article=article), where)


def _orphans(repository: Repository) -> Iterator[Fault]:
    """The rulings whose words no longer stand where they stood."""
    for orphan in repository.orphans():
        anchor = orphan.ruling.anchor
        told = quoted(anchor.quote) if anchor else ""
        yield Fault(
            f"journal entry {orphan.number}",
            f"an orphan: it speaks of {told}, and at its place the text has {quoted(orphan.found)}",
        )


def _derived(database: Database) -> Iterator[Fault]:
    """What the last update wrote: places, ids and sums, and each row of the lists."""
    found = derived(database)
    told: dict[str, str] = dict(database.query("SELECT key, value FROM about"))
    if found is None:
        if "updated" in told:
            yield Fault("last update", "its result is missing; sayso update makes it anew")
        return
    case, answers = found
    for page in case.pages:
        yield from page_faults(page, f"last update, article {page.article.id}")
    yield from case_faults(case, answers)
    yield from sum_faults(answers)
    last = database.query("SELECT max(number) FROM journal")[0][0]
    if not 1 <= int(told.get("updated to entry", "0")) <= last:
        yield Fault(
            "last update", f"it says it knows entry {told.get('updated to entry')}; the journal ends at {last}"
        )
    if told.get("articles in the update") != str(len(case.pages)):
        yield Fault(
            "last update", f"it says {told.get('articles in the update')} articles, and has {len(case.pages)}"
        )
    if float(told.get("seconds of the update", "-1")) < 0:
        yield Fault("last update", "what it took is no time")
    if told.get(DIGEST) != digest(database):
        what = "effects, records of lists or the history of the answer were changed by hand: they have another hash"
        yield Fault("last update", what)
    yield from _rows(database, case, answers)


def _rows(database: Database, case: Case, answers: Answers) -> Iterator[Fault]:
    """Each row of the lists, made once more from the case."""
    effects: dict[str, float] = dict(database.query("SELECT id, effect FROM statements WHERE effect IS NOT NULL"))
    beside = _Beside(database)
    held = cast("Database", beside)  # as far as a writer goes
    Writer(held, case, answers).write(effects)
    summarise(held)
    yield from beside.faults
    for number, kind, id_, record in database.each("SELECT number, kind, id, record FROM parts ORDER BY number"):
        if not isinstance(json.loads(record), dict):
            yield Fault(f"table parts, row {number}", f"the record of {kind} {id_} is none")


def _moments(database: Database) -> Iterator[Fault]:
    """The history of the answer: in order, within the journal, its last line the answer as it stands."""
    last, before = database.query("SELECT max(number) FROM journal")[0][0], 0
    sql = "SELECT number, entry, made, articles, hypothesis, probability, low, high FROM moments ORDER BY number"
    for place, row in enumerate(database.each(sql), start=1):
        where = f"history of the answer, line {row[0]}"
        if row[0] != place:
            yield Fault(where, "a line is missing before it")
            return
        if not before <= row[1] <= last:
            yield Fault(
                where, f"it is of entry {row[1]}; that before it is of {before}, the journal ends at {last}"
            )
        if not 0.0 <= row[6] <= row[5] + 1e-9 <= row[7] + 2e-9 <= 1.0 + 2e-9 or row[3] < 0:
            yield Fault(where, f"its figures are none: {row[5]} in {row[6]} to {row[7]}, {row[3]} articles")
        before = row[1]


class _Beside:
    """A database to be written to that writes nothing: it holds each row against the one that is there."""

    def __init__(self, database: Database) -> None:
        self.place = database.place
        self.faults: list[Fault] = []
        self._database = database

    def load(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
        """Compare the rows with those of the table."""
        told = f"SELECT {', '.join(columns)} FROM {table}"
        ordered = {"number": "number", "hypothesis": "hypothesis, statement"}.get(columns[0], "")
        if ordered and table != "answers":
            pairs = zip_longest(self._database.each(f"{told} ORDER BY {ordered}"), rows)
        else:
            pairs = zip_longest(sorted(self._database.query(told), key=_first), sorted(rows, key=_first))
        for place, (there, wanted) in enumerate(pairs, start=1):
            if there is None or wanted is None:
                what = "it has not as many rows as the last update wrote; sayso update mends it"
                self.faults.append(Fault(f"table {table}", what))
                return
            for name, one, other in zip(columns, there, wanted, strict=True):
                if one != other:
                    what = f"it is {quoted(str(one))}, and should be {quoted(str(other))}; sayso update mends it"
                    self.faults.append(Fault(f"table {table}, row {place}, {name}", what))

    def query(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows that a query gives."""
        return self._database.query(sql, values)

    def each(self, sql: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """The rows that a query gives, some at a time."""
        return self._database.each(sql, values)

    def snapshot(self) -> AbstractContextManager[None]:
        """Nothing: whoever verifies reads as it comes."""
        return nullcontext()


def _first(row: Sequence[Value]) -> str:
    """What small tables are sorted by."""
    return str(row[0]).rjust(20)


def _line(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:300]
