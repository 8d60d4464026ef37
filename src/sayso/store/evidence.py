"""What a case rests on, only ever added to: articles, their bytes as they came, and what was read in them."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import msgspec

from sayso.errors import StoreError
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.keeping import Item
from sayso.model.rulings import Ruling, counting
from sayso.store.database import Database, Value, shown, single
from sayso.store.entries import append, entries

_LEVEL: Final = 6
#: The columns of an article, in the order in which they are written.
COLUMNS: Final = "number, id, path, outlet, title, url, language, published, added, person, text, record, sha256"
_ARTICLES: Final = "SELECT number, id, text, record FROM articles"


def add(database: Database, article: Article, raw: bytes, *, by: str, at: str) -> bool:
    """Add an article with its bytes and an "add" entry; False where it belongs to the case already."""
    with database.transaction():
        known = bool(database.query("SELECT 1 FROM articles WHERE id = ?", (article.id,)))
        if known and article.id in belonging(database):
            return False
        if not known:
            keep(database, article, raw, by=by, at=at)
        append(database, Ruling(article.id, "add", by, at, ""))
    return True


def keep(database: Database, article: Article, raw: bytes, *, by: str, at: str) -> None:
    """An article and its bytes as rows, without an entry; in a transaction."""
    digest = hashlib.sha256(raw).hexdigest()
    if digest != article.raw_digest:
        raise StoreError(f"{article.path}: its bytes changed while it was read; add it again")
    number = int(single(database.query("SELECT coalesce(max(number), 0) + 1 FROM articles")))
    marks = ", ".join("?" * len(COLUMNS.split(", ")))
    database.execute(f"INSERT INTO articles ({COLUMNS}) VALUES ({marks})", row(article, number, by=by, at=at))
    database.index(number)
    database.execute(
        "INSERT INTO raws (article, sha256, length, packed) VALUES (?, ?, ?, ?)",
        (number, digest, len(raw), zlib.compress(raw, _LEVEL)),
    )


def row(article: Article, number: int, *, by: str, at: str) -> tuple[Value, ...]:
    """An article as a row with the columns COLUMNS."""
    text = shown(article.text)
    told = replace(article, text="") if text == article.text else article
    days = article.published.interval if article.published else None
    ends = [day.isoformat() for day in (days.earliest, days.latest) if day] if days else []
    return (
        number, article.id, shown(article.path), *(shown(one) if one else None for one in
        (article.outlet, article.title, article.url, article.language)), "/".join(dict.fromkeys(ends)) or None,
        at, by, text, _written(article, told), hashed(article),
    )  # fmt: skip


def add_reading(database: Database, page: Page, name: str, digest: str, *, at: str) -> str:
    """Keep what was read in an article; the reading's name. The same model's reading is kept once."""
    with database.transaction():
        number = _number(database, page.article.id)
        rows = database.query("SELECT name, brain, digest FROM readings WHERE article = ?", (number,))
        for known, brain, made_by in rows:
            if (brain, made_by) == (name, digest):
                return str(known)
        called, taken = f"{name}-{digest[:6]}", {row[0] for row in rows}
        if called in taken:
            called = f"{name}-{digest}"
        keep_reading(database, page, (called, name, digest, at))
    return called


def keep_reading(database: Database, page: Page, made: tuple[str, str, str, str]) -> None:
    """A reading as a row; `made` is its name, brain, digest and time. In a transaction."""
    packed = told(page)
    database.execute(
        """INSERT INTO readings (number, article, name, brain, digest, made, statements, sha256, packed)
        SELECT coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM readings""",
        (_number(database, page.article.id), *made, len(page.statements), sealed(packed, made),
         zlib.compress(packed, _LEVEL)),
    )  # fmt: skip


def bare(page: Page) -> Page:
    """A page without its article's text, which the article has."""
    return replace(page, article=replace(page.article, text=""))


def told(page: Page) -> bytes:
    """A page as it is kept."""
    return msgspec.json.encode(bare(page))


def articles(database: Database) -> tuple[Item, ...]:
    """All articles in the order in which they came, also those left out."""
    with database.snapshot():
        held = belonging(database)
        sizes: dict[int, int] = dict(database.query("SELECT article, count(*) FROM statements GROUP BY article"))
        rows = database.query(
            """SELECT a.number, a.id, a.path, a.outlet, a.title, a.published, d.article, d.earliest, d.latest,
            r.sha256, a.added FROM articles a JOIN raws r ON r.article = a.number
            LEFT JOIN dates d ON d.article = a.number ORDER BY a.number"""
        )
        read = _counting(database)
    out = []
    for number, id_, path, outlet, title, published, dated, first, last, digest, added in rows:
        days = (published or "").split("/")
        ends = (first, last) if dated else (days[0] or None, days[-1] or None)
        reading = read.get(number, (None, None))[1]
        out.append(
            Item(id_, path, outlet, title, *ends, digest, added, reading, sizes.get(number, 0), id_ not in held)
        )
    return tuple(out)


def article(database: Database, id_: str) -> Article:
    """One article, as it was read."""
    rows = database.query(f"{_ARTICLES} WHERE id = ?", (id_,))
    if not rows:
        raise _stranger(database, id_)
    return _article(database, rows[0][1:])


def raw(database: Database, id_: str) -> bytes:
    """The bytes of an article as they came."""
    packed = single(database.query("SELECT packed FROM raws WHERE article = ?", (_number(database, id_),)))
    return _unpacked(database, packed, f"the bytes of {id_}")


def page(database: Database, id_: str, reading: str | None = None) -> Page:
    """What was read in an article: the reading that counts, or the one of that name; else StoreError."""
    found = article(database, id_)
    number = _number(database, id_)
    if reading is None:
        key = _counting(database).get(number, (0, None))[0]
        rows = database.query("SELECT packed FROM readings WHERE number = ?", (key,))
    else:
        rows = database.query("SELECT packed FROM readings WHERE article = ? AND name = ?", (number, reading))
    if not rows:
        called = f"reading {reading!r}" if reading else "reading"
        raise StoreError(f"{database.place}: {id_} has no {called}; sayso update reads what has not been read")
    return _page(database, found, rows[0][0])


def pages(database: Database) -> Iterator[Page]:
    """The pages of all articles that belong to the case and have been read, in the order in which they came."""
    held, read = belonging(database), _counting(database)
    for number, id_ in database.query("SELECT number, id FROM articles ORDER BY number"):
        if id_ in held and number in read:
            packed = single(database.query("SELECT packed FROM readings WHERE number = ?", (read[number][0],)))
            yield _page(database, article(database, id_), packed)


def readings(database: Database, id_: str) -> tuple[str, ...]:
    """The names of an article's readings, the first one first."""
    rows = database.query("SELECT name FROM readings WHERE article = ? ORDER BY number", (_number(database, id_),))
    return tuple(row[0] for row in rows)


def unread(database: Database) -> tuple[Article, ...]:
    """The articles that belong to the case and have no reading."""
    return tuple(article(database, id_) for id_ in unread_ids(database, belonging(database)))


def unread_ids(database: Database, held: frozenset[str]) -> tuple[str, ...]:
    """The ids of those articles among `held` that have no reading, in the order in which they came."""
    rows = database.query(
        """SELECT id FROM articles WHERE NOT EXISTS (SELECT 1 FROM readings r WHERE r.article = articles.number)
        ORDER BY number"""
    )
    return tuple(row[0] for row in rows if row[0] in held)


def unlinked(database: Database) -> Iterator[Page]:
    """The pages of articles of which no statement is in the lists yet."""
    rows = database.query(
        """SELECT id FROM articles WHERE NOT EXISTS (SELECT 1 FROM statements s WHERE s.article = articles.number)
        AND EXISTS (SELECT 1 FROM readings r WHERE r.article = articles.number) ORDER BY number"""
    )
    for (id_,) in rows:
        yield page(database, id_)


def belonging(database: Database) -> frozenset[str]:
    """The ids of the articles that belong to the case: added, and not left out since."""
    last: dict[str, str] = {}
    for ruling in counting(entry.ruling for entry in entries(database, verdicts=("add", "leave", "undo"))):
        last[ruling.target] = ruling.verdict
    return frozenset(id_ for id_, verdict in last.items() if verdict == "add")


def _counting(database: Database) -> dict[int, tuple[int, str]]:
    """Number and name of the reading that counts, by the article's number: the first, or the one adopted last."""
    adopted = {
        ruling.target: ruling.value
        for ruling in counting(entry.ruling for entry in entries(database, verdicts=("adopt", "undo")))
    }
    out: dict[int, tuple[int, str]] = {}
    rows = database.query(
        """SELECT r.number, r.article, r.name, a.id FROM readings r JOIN articles a ON a.number = r.article
        ORDER BY r.number"""
    )
    for number, owner, name, id_ in rows:
        if owner not in out or adopted.get(id_) == name:
            out[owner] = (number, name)
    return out


def _number(database: Database, id_: str) -> int:
    """The number of the article of that id."""
    found = single(database.query("SELECT number FROM articles WHERE id = ?", (id_,)))
    if found is None:
        raise _stranger(database, id_)
    return int(found)


def _stranger(database: Database, id_: str) -> StoreError:
    return StoreError(f"{database.place}: has no article {id_}; give the id as the lists show it")


def sealed(told: bytes, made: tuple[str, ...]) -> str:
    """SHA-256 over a reading as it is kept, and its name, brain, digest and time."""
    return hashlib.sha256(msgspec.json.encode(made) + told).hexdigest()


def hashed(article: Article) -> str:
    """SHA-256 over an article's text and all that is known about it; StoreError where it cannot be written."""
    return hashlib.sha256(_written(article, article).encode()).hexdigest()


def hash_kept(text: str, record: str) -> str:
    """`hashed` of a row, from what stands in it, so that a field that later versions add changes no hash."""
    fields = msgspec.json.decode(record)
    return hashlib.sha256(msgspec.json.encode({**fields, "text": fields["text"] or text})).hexdigest()


def _written(article: Article, told: Article) -> str:
    """An article's fields as JSON; StoreError where its text is none that can be written."""
    try:
        return msgspec.json.encode(told).decode()
    except UnicodeEncodeError as error:
        raise StoreError(f"{article.path}: has half a character ({error.reason}); decode it again") from error


def decoded(text: str, record: str) -> Article:
    """The article of a row; msgspec's errors where the record is none."""
    found = msgspec.json.decode(record, type=Article)
    return found if found.text else replace(found, text=text)


def _article(database: Database, row: tuple[str, str, str]) -> Article:
    """The article of a row (id, text, record)."""
    id_, text, record = row
    try:
        return decoded(text, record)
    except (msgspec.MsgspecError, ValueError) as error:
        raise StoreError(f"{database.place}: the record of {id_} cannot be read ({error}); {_VERIFY}") from error


def _page(database: Database, found: Article, packed: bytes) -> Page:
    """A page from its bytes, with its article as the case has it."""
    told = _unpacked(database, packed, f"a reading of {found.id}")
    try:
        read = msgspec.json.decode(told, type=Page)
    except (msgspec.MsgspecError, ValueError) as error:
        raise StoreError(
            f"{database.place}: a reading of {found.id} cannot be read ({error}); {_VERIFY}"
        ) from error
    return replace(read, article=found)


def _unpacked(database: Database, packed: bytes, what: str) -> bytes:
    try:
        return zlib.decompress(packed)
    except zlib.error as error:
        raise StoreError(f"{database.place}: {what} cannot be unpacked ({error}); {_VERIFY}") from error


_VERIFY: Final = "the file was changed by hand or is damaged; sayso verify lists what is wrong"
