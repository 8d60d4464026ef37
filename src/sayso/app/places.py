"""Where a case lies and who asks: the file or database that CASE names, the entry behind its @, time and person.

A place is one string: the path of a file, or "postgresql://user@host/db#name".
"""

from __future__ import annotations

import argparse
import getpass
import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sayso.errors import SettingError, StoreError

if TYPE_CHECKING:
    from sayso.store.repository import Repository

#: What an environment variable may say instead of --store.
STORE: Final = "SAYSO_STORE"

_ENTRY: Final = re.compile(r"(?P<place>.+)@#?(?P<entry>\d{1,9})", re.DOTALL)
_DATABASE: Final = ("postgresql://", "postgres://")


def place_of(name: str, arguments: argparse.Namespace) -> str:
    """The place that `name` means; SettingError where it is empty or --store names no database.

    With --store, or SAYSO_STORE where there is no file of that name, `name` is that of a case in the database.
    """
    if not name.strip():
        raise SettingError("CASE: is empty; name the file of a case, such as harbour.sayso")
    given: str | None = getattr(arguments, "store", None)
    store = given or os.environ.get(STORE)
    if not store or name.startswith(_DATABASE):
        return name
    if not store.startswith(_DATABASE):
        option = "--store" if given else STORE
        raise SettingError(f"{option} {store}: is no database; give postgresql://user@host/db, or leave it out")
    if not given and (Path(name).exists() or os.sep in name):
        return name
    return f"{store}#{name}"


def parted(name: str) -> tuple[str, int | None]:
    """A name without its journal entry, and that entry: "harbour.sayso@12"; None where it has none."""
    found = _ENTRY.fullmatch(name)
    if found is None or (Path(name).exists() and "://" not in name):
        return name, None
    return found["place"], int(found["entry"])


def names_a_case(name: str, arguments: argparse.Namespace) -> bool:
    """Whether `name`, with or without a journal entry, names a case that is there."""
    place = place_of(parted(name)[0], arguments)
    if "://" not in place and not Path(place).is_file():
        return False
    from sayso.store.opening import is_case  # noqa: PLC0415 - other commands have no need of it

    return is_case(place)


def opened(arguments: argparse.Namespace, *, writing: bool = False, name: str | None = None) -> Repository:
    """The case that a command is about, open; StoreError with the remedy where it cannot be opened."""
    from sayso.store.opening import open_case  # noqa: PLC0415 - as above

    given = arguments.case if name is None else name
    place = place_of(given, arguments)
    if "://" not in place:
        _check(place)
    return open_case(place, writing=writing)


def _check(place: str) -> None:
    """StoreError where there is plainly no case at a path, with what to do."""
    path = Path(place)
    if path.is_dir():
        raise StoreError(
            f"{place}: is a folder, not a case; a case is one file, and sayso import makes one of an export"
        )
    if not path.exists():
        raise StoreError(f'{place}: there is no such case; begin one with: sayso new {place} --ask "Will … by …?"')


def now() -> str:
    """The time as journals keep it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def person(arguments: argparse.Namespace) -> str:
    """Who asks for it."""
    by = getattr(arguments, "by", None)
    if by is not None and not by.strip():
        raise SettingError("--by: is empty; say who decides")
    return by or getpass.getuser()
