"""The journal of rulings: one JSON line each, only ever added to, so that nothing a person decided is lost.

A line is written whole under a lock and forced to the disk before `append` returns, so two people ruling at
once write two lines and a power cut costs at most the line being written. Such a line is never mended in
silence: reading and adding both refuse it, name its number, and say what to do.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO, Final

from sayso.errors import FormatError, StoreError
from sayso.model.rulings import Ruling
from sayso.store.codec import decode, encode
from sayso.store.locking import locked

#: Bytes of the end of a journal in which its last line is looked for; a longer one is taken as it is.
_LAST: Final = 2**20


def append(path: Path, ruling: Ruling) -> None:
    """Add `ruling` as the last line of the journal at `path`, which is made where there is none; or StoreError."""
    line = (encode(ruling) + "\n").encode("ascii")
    try:
        with path.open("a+b") as file, locked(file):
            _check_end(path, file.seek(0, os.SEEK_END), file)
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
    except (OSError, TimeoutError) as error:
        raise StoreError(
            f"{path}: the ruling could not be written: {error}; check the folder and try again"
        ) from error


def rulings(path: Path) -> tuple[Ruling, ...]:
    """All rulings of the journal at `path` in the order made; empty where there is no file.

    StoreError where a line is damaged. Which of them stand: model.rulings.standing.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise StoreError(
            f"{path}: the journal cannot be read: {error}; check the path and its permissions"
        ) from error
    out = []
    lines = raw.split(b"\n")
    for number, line in enumerate(lines, start=1):
        if number == len(lines) and line:
            raise _damaged(path, number, "it breaks off before its end")
        if line.strip():
            out.append(_ruling(path, number, line))
    return tuple(out)


def _ruling(path: Path, number: int, line: bytes) -> Ruling:
    """The ruling on one line."""
    try:
        return decode(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _damaged(path, number, "it is not UTF-8") from error
    except FormatError as error:
        raise _damaged(path, number, str(error)) from error


def _check_end(path: Path, size: int, file: BinaryIO) -> None:
    """StoreError where the last line breaks off, so that what came next would be glued to it, or is no ruling."""
    if size:
        file.seek(max(size - _LAST, 0))
        tail = file.read(_LAST)
        if not tail.endswith(b"\n"):
            raise _damaged(path, path.read_bytes().count(b"\n") + 1, "it breaks off before its end")
        last = tail.rstrip().rpartition(b"\n")[2]
        if last and len(last) < _LAST - 2:
            try:
                decode(last.decode("utf-8"))
            except (UnicodeDecodeError, FormatError) as error:
                raise StoreError(
                    f"{path}: is no journal of rulings, nor a case; nothing was written; give another file"
                ) from error


def _damaged(path: Path, number: int, what: str) -> StoreError:
    """The error for one line, with its remedy."""
    return StoreError(
        f"{path}, line {number}: the ruling cannot be read: {what}; copy the file, then mend or delete that line"
    )
