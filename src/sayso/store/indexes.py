"""What articles are compared by, kept in a file: named arrays of bytes and a record that says what they are.

The file is a NumPy archive (.npz) that numpy.load opens, stored as it is, without compression and without pickled
objects: reading one never runs code, and takes no more memory than the file is long. Each array carries the
checksum of its archive, so that a damaged file is told from a whole one.
"""

from __future__ import annotations

import errno
import json
import os
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import numpy as np

from sayso.errors import FormatError, StoreError

#: What the record of a file says first; another number where a file can no longer be read.
FORMAT: Final = "sayso-index/1"

_RECORD: Final = "record"
_REMEDY: Final = "make it again with sayso copies --save-index"


def save(path: Path, record: Mapping[str, Any], arrays: Mapping[str, bytes]) -> None:
    """Write a file whole or not at all, over one that is there; StoreError where it cannot be written."""
    told = json.dumps({"format": FORMAT, **record}, ensure_ascii=True).encode("ascii")
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            with zipfile.ZipFile(file, "w") as archive:
                for name, held in {_RECORD: told, **arrays}.items():
                    with archive.open(f"{name}.npy", "w", force_zip64=True) as member:
                        np.lib.format.write_array(member, np.frombuffer(held, np.uint8), (1, 0), allow_pickle=False)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreError(
            f"{path}: the index could not be written: {error}; check the folder and the room"
        ) from error


def load(path: Path, names: Iterable[str]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The record of a file, and its arrays of those names.

    StoreError where it cannot be read, FormatError where it is damaged or no such file.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            record = _record(path, archive)
            return record, {name: _array(archive, name) for name in names}
    except OSError as error:
        if error.errno == errno.EINVAL:  # it names a place before its own beginning
            raise damaged(path, "it is damaged: its parts are not where it says") from error
        raise StoreError(
            f"{path}: the index cannot be read: {error}; check the path and its permissions"
        ) from error
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, NotImplementedError, RuntimeError) as error:
        raise damaged(path, f"it is damaged or no index ({error})") from error


def damaged(path: Path, what: str) -> FormatError:
    """The error for a file that cannot be used, with its remedy."""
    return FormatError(f"{path}: the index cannot be used: {what}; {_REMEDY}")


def _record(path: Path, archive: zipfile.ZipFile) -> dict[str, Any]:
    """What the file says of itself."""
    try:
        record: Any = json.loads(_array(archive, _RECORD))
    except RecursionError as error:
        raise ValueError("its record is no record") from error
    made = record.get("format") if isinstance(record, dict) else None
    if made != FORMAT:
        raise damaged(path, f"it is of the format {made!r}, and this version reads {FORMAT!r}")
    return dict(record)


def _array(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of an array; ValueError where they are not what the archive says, or are packed."""
    member = archive.getinfo(f"{name}.npy")
    if member.compress_type != zipfile.ZIP_STORED or member.file_size > os.fstat(_descriptor(archive)).st_size:
        raise ValueError(f"{name} is packed")
    held = archive.read(member)
    file = BytesIO(held[:4096])
    if np.lib.format.read_magic(file) != (1, 0):
        raise ValueError(f"{name} is of another version of NumPy's format")
    shape, _, kind = np.lib.format.read_array_header_1_0(file)
    if kind != np.uint8 or shape != (len(held) - file.tell(),):
        raise ValueError(f"{name} is not as long as it says")
    return held[file.tell() :]


def _descriptor(archive: zipfile.ZipFile) -> int:
    """The open file of an archive."""
    if archive.fp is None:
        raise ValueError("the archive is closed")
    return archive.fp.fileno()
