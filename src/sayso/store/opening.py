"""Making and opening a case: what is there is looked at before anything is touched."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from sayso.errors import DamagedError, StoreError
from sayso.model.keeping import Asked
from sayso.store.database import Database
from sayso.store.decisions import ask
from sayso.store.migrations import VERSION, after, commands
from sayso.store.repository import Repository
from sayso.store.schema import APPLICATION
from sayso.store.sqlite import SqliteDatabase, opened, ours, settle, telling, writable

_NETWORK = ("postgresql://", "postgres://")


def is_case(place: str) -> bool:
    """Whether there is a case at `place`, of whatever version; never an error."""
    if place.startswith(_NETWORK):
        try:
            return bool(postgresql().is_case(place))
        except StoreError:
            return False
    return ours(Path(place))


def create(place: str, asked: Asked, *, by: str, at: str) -> Repository:
    """A new case with its question as the first entry of its journal; StoreError where there is something."""
    with making(place) as database:
        ask(database, asked, by=by, at=at)
    return open_case(place)


@contextmanager
def making(place: str) -> Iterator[Database]:
    """An empty case to be filled inside; it is there when all of that is done, else not at all.

    A file is made under another name beside its place, which must be free.
    """
    if place.startswith(_NETWORK):
        with postgresql().making(place) as database:
            yield database
        return
    path = Path(place)
    if path.is_symlink() or path.exists():
        told = "there is a case already" if is_case(place) else "there is a file already"
        raise StoreError(f"{place}: {told}; give another name")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if not path.absolute().parent.is_dir():
            raise StoreError(f"{place}: there is no such folder; make it first")
        if not writable(path.absolute().parent):
            raise StoreError(f"{place}: the folder is read-only; make it writable, or give another one")
        part.touch(exist_ok=False)
        with _filling(part, place) as database:
            yield database
        _put(part, path)
    except OSError as error:
        raise StoreError(f"{place}: the case could not be made: {error}; check the folder and the room") from error
    finally:
        for left in (part, part.with_name(part.name + "-journal")):
            left.unlink(missing_ok=True)


def open_case(place: str, *, writing: bool = True) -> Repository:
    """The case at `place`; StoreError where there is none, or it cannot be read (or written, where `writing`)."""
    if place.startswith(_NETWORK):
        return Repository(postgresql().connected(place, writing=writing))
    path = Path(place)
    _check(path, place)
    if writing and not writable(path):
        raise StoreError(f"{place}: is read-only; make the file and its folder writable, or work on a copy")
    database = opened(place, writing=writing)
    try:
        _bring_up(database, path)
    except BaseException:
        database.close()
        raise
    return Repository(database)


def postgresql() -> ModuleType:
    """The driver for PostgreSQL, which is loaded where a case is there."""
    from sayso.store import postgresql as driver  # noqa: PLC0415 - needs an extra, and is slow to load

    return driver


@contextmanager
def _filling(part: Path, place: str) -> Iterator[Database]:
    """A file with all tables, to be filled in one transaction."""
    with telling(place):
        connection = sqlite3.connect(part, isolation_level=None)
        try:
            settle(connection, writing=True)
            database = SqliteDatabase(place, connection)
            with database.transaction():
                _step(database, 0)
                yield database
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()


def _put(part: Path, path: Path) -> None:
    """The file under its own name, never over another one, and on the disk."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise StoreError(f"{path}: somebody made a file of that name just now; give another name") from None
    except OSError:  # a file system without hard links
        part.rename(path)
    if os.name == "posix":
        folder = os.open(path.absolute().parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _check(path: Path, place: str) -> None:
    """StoreError with what a file is, where it is not a whole case; the file is only read."""
    try:
        told = path.stat()
        if stat.S_ISDIR(told.st_mode):
            raise StoreError(
                f"{place}: is a folder; give the file of a case, or import the folder with sayso import"
            )
        if not stat.S_ISREG(told.st_mode):
            raise StoreError(f"{place}: is no file; give the file of a case")
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise StoreError(f"{place}: there is no such case; make one with sayso new {place} --ask …") from None
    except OSError as error:
        raise StoreError(
            f"{place}: cannot be read: {error.strerror}; check the path and its permissions"
        ) from error
    if not head:
        raise StoreError(f"{place}: is an empty file, no case; make one with sayso new under another name")
    if head[:16] != b"SQLite format 3\0":
        raise StoreError(f"{place}: is no case of Sayso's; give the file that sayso new made")
    if len(head) < 100 or _short(head, told.st_size, path):
        raise DamagedError(f"{place}: is cut short, a part of it is missing; go on with a copy of it from before")
    if int.from_bytes(head[68:72], "big") != APPLICATION:
        raise StoreError(f"{place}: is a database of another program; give the file that sayso new made")


def _short(head: bytes, size: int, path: Path) -> bool:
    """Whether a file is shorter than it says, and the log beside it does not hold all of the rest."""
    told = int.from_bytes(head[16:18], "big")
    page = 65_536 if told == 1 else told
    missing = range(size // max(page, 1) + 1, int.from_bytes(head[28:32], "big") + 1)
    return bool(missing) and not set(missing) <= _logged(path.with_name(path.name + "-wal"), page)


def _logged(log: Path, page: int) -> set[int]:
    """The pages that a write-ahead log holds, as far as they were committed (https://sqlite.org/fileformat2.html#walformat)."""
    committed: set[int] = set()
    if not log.is_file():
        return committed
    with log.open("rb") as file:
        salts, since = file.read(32)[16:24], set()
        while len(frame := file.read(24)) == 24 and frame[8:16] == salts:
            since.add(int.from_bytes(frame[:4], "big"))
            if len(file.read(page)) < page:
                break
            if any(frame[4:8]):
                committed |= since
    return committed


def _bring_up(database: SqliteDatabase, path: Path) -> None:
    """The tables as this version knows them; an older case is brought up to them in one transaction."""
    version = int(database.query("PRAGMA user_version")[0][0])
    if version > VERSION:
        raise StoreError(
            f"{database.place}: was written by a newer Sayso (tables of version {version}; this one knows up to "
            f"{VERSION}); install the newer version"
        )
    if version == VERSION:
        return
    if not writable(path):
        raise StoreError(
            f"{database.place}: was written by an older Sayso and has to be brought up to date, but is read-only; "
            f"work on a copy"
        )
    database.execute("PRAGMA query_only = OFF")
    with database.transaction():
        _step(database, int(database.query("PRAGMA user_version")[0][0]))


def _step(database: SqliteDatabase, version: int) -> None:
    """The steps from `version` to this version's tables."""
    for step in after(version):
        for command in commands(step.tables + step.sqlite):
            database.execute(command)
        database.execute(f"PRAGMA user_version = {step.version}")
    database.execute(f"PRAGMA application_id = {APPLICATION}")
