"""The files of an exported case: JSON Lines that say the same in the same bytes, and are read with suspicion.

Whoever sends a folder may have written anything into it. A file must be a plain one, a line no longer than any of
Sayso's, in UTF-8, and of the fields and types told here; a file's name comes from a hash, never from the folder.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, TypeVar

import msgspec

from sayso.errors import FormatError
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.keeping import Asked
from sayso.model.rulings import Anchor, Verdict
from sayso.store.codec import SCHEMA

#: Bytes of the longest line and of the largest original; an article of 10 MB has a reading of some 100 MB at most.
LONGEST: Final = 256 * 2**20
LARGEST: Final = 1024 * 2**20
#: The files of a folder, in the order in which they are written; beside them stand case.json and the originals.
FILES: Final = ("articles.jsonl", "readings.jsonl", "journal.jsonl", "answers.jsonl")
#: Endings that an original keeps, so that it can be opened; all others become "bin".
_ENDINGS: Final = frozenset({"txt", "text", "md", "html", "htm", "xhtml", "xml", "json", "jsonl", "csv", "eml"})
_HASH: Final = re.compile("[0-9a-f]{64}")

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Written:
    """How many lines a file has, and the SHA-256 over its bytes."""

    lines: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Head:
    """case.json: what is asked, and what the other files must be; `files` are by name."""

    schema: str
    kind: str
    asked: Asked
    files: Mapping[str, Written]


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One line of articles.jsonl; `number` is its place in the order in which articles came."""

    schema: str
    number: int
    sha256: str
    raw: str
    article: Article


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One line of readings.jsonl; the article's text is left out of its `page`."""

    schema: str
    article: str
    number: int
    name: str
    brain: str
    digest: str
    made: str
    sha256: str
    page: Page


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line of journal.jsonl: an entry, and the hash that chains it to the one before."""

    schema: str
    number: int
    id: str
    target: str
    verdict: Verdict
    by: str
    at: str
    why: str
    value: str | None
    source: str | None
    on: str | None
    anchor: Anchor | None
    chained: str


@dataclass(frozen=True, slots=True)
class MomentLine:
    """One line of answers.jsonl: an answer as it stood after an update."""

    schema: str
    number: int
    at: str
    articles: int
    hypothesis: str
    probability: float
    low: float
    high: float
    words: str


def write_lines(path: Path, records: Iterable[object]) -> Written:
    """Write records as lines, one each, on the disk when it returns."""
    told, lines = hashlib.sha256(), 0
    with path.open("wb") as file:
        for record in records:
            line = msgspec.json.encode(record) + b"\n"
            told.update(line)
            file.write(line)
            lines += 1
        _settle(file)
    return Written(lines, told.hexdigest())


def write_bytes(path: Path, raw: bytes) -> None:
    """Write a file, on the disk when it returns."""
    with path.open("wb") as file:
        file.write(raw)
        _settle(file)


def read_head(folder: Path) -> Head:
    """What case.json says; FormatError where it is none of Sayso's."""
    path = folder / "case.json"
    with _opened(path) as file:
        raw = file.read(2**20)
    head = _decoded(raw, Head, str(path))
    if head.kind != "case" or set(head.files) != set(FILES):
        raise FormatError(f"{path}: tells of no case that was exported; give what sayso export wrote")
    return head


def read_lines(folder: Path, name: str, kind: type[_T], wanted: Written) -> Iterator[tuple[str, _T]]:
    """Each line of a file with its place ("journal.jsonl, line 3"); FormatError where one is damaged or missing."""
    path, told, number = folder / name, hashlib.sha256(), 0
    with _opened(path) as file:
        while line := file.readline(LONGEST + 1):
            number += 1
            where = f"{path}, line {number}"
            if len(line) > LONGEST:
                raise FormatError(
                    f"{where}: longer than {LONGEST >> 20} MB, and so none of Sayso's; export it again"
                )
            told.update(line)
            if not line.endswith(b"\n"):
                raise FormatError(f"{where}: it breaks off before its end; export the case again")
            yield where, _decoded(line, kind, where)
    if number != wanted.lines:
        raise FormatError(
            f"{path}: has {number} lines, and case.json tells of {wanted.lines}; export the case again"
        )
    if told.hexdigest() != wanted.sha256:
        raise FormatError(f"{path}: is not the file that was exported: it has another hash; export the case again")


def read_raw(folder: Path, name: str, digest: str, where: str) -> bytes:
    """The bytes of an original; FormatError where its name or they do not fit its hash."""
    if not _HASH.fullmatch(digest) or name not in {f"raws/{digest}.{ending}" for ending in (*_ENDINGS, "bin")}:
        raise FormatError(f"{where}: names its original {name[:100]!r}, which is not made of its hash")
    if (folder / "raws").is_symlink():
        raise FormatError(f"{folder / 'raws'}: is a link; give the folder as sayso export wrote it")
    with _opened(folder / name) as file:
        raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST or hashlib.sha256(raw).hexdigest() != digest:
        raise FormatError(f"{folder / name}: is not the original that was exported: it has another hash")
    return raw


def raw_name(digest: str, path: str) -> str:
    """The name of an original in the folder: by its hash, with an ending by which it can be opened."""
    ending = path.rpartition(".")[2].lower()
    return f"raws/{digest}.{ending if ending in _ENDINGS else 'bin'}"


def is_raw(name: str) -> bool:
    """Whether a file among the originals has a name that Sayso gives."""
    stem, _, ending = name.partition(".")
    return bool(_HASH.fullmatch(stem)) and (ending in _ENDINGS or ending == "bin")


def _opened(path: Path) -> BinaryIO:
    """A plain file, open; FormatError where it is missing, a link, or no file."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        held = os.open(path, flags)
    except OSError as error:
        raise FormatError(f"{path}: cannot be read: {error.strerror}; give what sayso export wrote") from error
    if not stat.S_ISREG(os.fstat(held).st_mode):
        os.close(held)
        raise FormatError(f"{path}: is no plain file; give what sayso export wrote")
    return os.fdopen(held, "rb")


def _decoded(raw: bytes, kind: type[_T], where: str) -> _T:
    """The record on a line."""
    try:
        record: Any = msgspec.json.decode(raw, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        told = " ".join(str(error).split())[:200]
        raise FormatError(f"{where}: cannot be read: {told}; export the case again") from error
    if record.schema != SCHEMA:
        raise FormatError(
            f"{where}: follows {record.schema[:40]!r}, not {SCHEMA}; import it with the version it is of"
        )
    return record  # type: ignore[no-any-return] # it is what was asked for


def _settle(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
