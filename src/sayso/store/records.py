"""Track records on disk: one resolved forecast a line of JSON, only ever added to, read as the last word of each.

Schema "sayso/1", kind "forecast"; unknown fields are passed over. The same forecast with another outcome is a
correction and is added; `happened` null takes it back. Lines are written under a lock, whole or not at all.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, Final, get_args

from sayso.errors import FormatError, StoreError
from sayso.model.forecasts import Resolved
from sayso.model.sources import SourceKind
from sayso.store.locking import locked

SCHEMA: Final = "sayso/1"
KIND: Final = "forecast"
_KINDS: Final = frozenset(get_args(SourceKind))
#: No line of ours is longer; a longer one is damage.
_LONGEST: Final = 1_000_000


def record(one: Resolved) -> dict[str, Any]:
    """A resolved forecast as a plain object."""
    return {
        "schema": SCHEMA,
        "kind": KIND,
        "case": one.case,
        "hypothesis": one.hypothesis,
        "source": {"names": list(one.names), "kind": one.kind},
        "said": one.said.isoformat() if one.said else None,
        "by": one.by.isoformat(),
        "low": one.low,
        "high": one.high,
        "happened": one.happened,
        "known": one.known.isoformat(),
        "statement": one.place,
    }


def load(path: Path) -> tuple[Resolved, ...]:
    """The resolved forecasts of the file at `path` that stand, in the order first written.

    StoreError where it cannot be read, or where a line is damaged; its number is named.
    """
    try:
        with path.open("rb") as file:
            return tuple(_standing(_lines(path, file)))
    except OSError as error:
        raise StoreError(
            f"{path}: the records cannot be read: {error.strerror}; check the path and its permissions"
        ) from error


def add(path: Path, records: Iterable[Resolved]) -> int:
    """How many of `records` were new or told otherwise, and were added to the file, made where there is none.

    StoreError where it cannot be written, or where a line that is there is damaged: then nothing is added.
    """
    try:
        with path.open("a+b") as file, locked(file):
            file.seek(0)
            known = {_key(one): one for one in _standing(_lines(path, file))}
            fresh = [one for one in records if _told(known.get(_key(one))) != _told(one)]
            if fresh:
                file.seek(0, os.SEEK_END)
                file.write(
                    "".join(f"{json.dumps(record(one), ensure_ascii=True)}\n" for one in fresh).encode("ascii")
                )
                file.flush()
                os.fsync(file.fileno())
            return len(fresh)
    except (OSError, TimeoutError) as error:
        raise StoreError(
            f"{path}: the records could not be written: {error}; check the folder and try again"
        ) from error


def _key(one: Resolved) -> tuple[str, str, str, str, date | None]:
    """What makes two records one forecast: the question, what was foretold, who by, and when."""
    return (_plain(one.case), _plain(one.hypothesis), _plain(one.names[0]), one.kind, one.said)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _told(one: Resolved | None) -> tuple[object, ...] | None:
    """What a record says, without the place it was taken from."""
    return (one.by, one.low, one.high, one.happened, one.known) if one else None


def _standing(found: Iterable[Resolved]) -> Iterator[Resolved]:
    """The last word of each forecast, in the order in which they were first told."""
    kept: dict[tuple[object, ...], Resolved] = {}
    for one in found:
        kept[_key(one)] = one
    yield from kept.values()


def _lines(path: Path, file: BinaryIO) -> Iterator[Resolved]:
    """The records of an open file, line by line."""
    number = 0
    while line := file.readline(_LONGEST + 1):
        number += 1
        if not line.endswith(b"\n"):
            what = "it is too long" if len(line) > _LONGEST else "it breaks off before its end"
            raise _damaged(path, number, what)
        if line.strip():
            try:
                yield decode(line)
            except FormatError as error:
                raise _damaged(path, number, str(error)) from error


def decode(line: bytes) -> Resolved:
    """The record on a line; FormatError with what is wrong where it is none."""
    try:
        told: Any = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise FormatError("it is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise FormatError(f"it is not JSON ({error})") from error
    if not isinstance(told, dict) or told.get("schema") != SCHEMA or told.get("kind") != KIND:
        raise FormatError(f'it is no record of kind "{KIND}" and schema "{SCHEMA}"')
    source = told.get("source")
    if not isinstance(source, dict):
        raise FormatError('"source" has no "names"')
    names = source.get("names")
    if (
        not isinstance(names, list)
        or not names
        or not all(isinstance(name, str) and name.strip() for name in names)
    ):
        raise FormatError('"source" has no "names"')
    if source.get("kind") not in _KINDS:
        raise FormatError(f'"source" has no "kind" of {", ".join(sorted(_KINDS))}')
    happened = told.get("happened", "")
    if happened not in (True, False, None) or isinstance(happened, int | float) != isinstance(happened, bool):
        raise FormatError('"happened" is not true, false or null')
    low, high = _share(told, "low"), _share(told, "high")
    if low > high:
        raise FormatError('"low" is above "high"')
    known, by = _day(told, "known"), _day(told, "by")
    if known is None or by is None:
        raise FormatError('"known" or "by" is missing')
    place = told.get("statement", "")
    return Resolved(
        _text(told, "case"), _text(told, "hypothesis"), tuple(names), source["kind"], _day(told, "said"), by, low,
        high, happened, known, place if isinstance(place, str) else "",
    )  # fmt: skip


def _text(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    if not isinstance(value, str) or not value.strip():
        raise FormatError(f'"{name}" is missing or no text')
    return value


def _share(told: dict[str, Any], name: str) -> float:
    value = told.get(name)
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise FormatError(f'"{name}" is not a number between 0 and 1')
    return float(value)


def _day(told: dict[str, Any], name: str) -> date | None:
    value = told.get(name)
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise FormatError(f'"{name}" is no day (YYYY-MM-DD)') from None


def _damaged(path: Path, number: int, what: str) -> StoreError:
    """The error for one line, with its remedy."""
    return StoreError(
        f"{path}, line {number}: the record cannot be read: {what}; copy the file, then mend or delete that line"
    )
