"""Who works at the desk: each person has a name, under which rulings are journaled, and a secret link.

The token of a link is the only secret. From it come, by keyed hashing, the value of the cookie that it is
exchanged for and the token that every form carries, so that neither gives the link away and a desk that is
started again with the same tokens knows its people.
"""

from __future__ import annotations

import csv
import getpass
import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import SettingError

#: A token with fewer characters could be guessed.
_SHORTEST = 20
_TOKEN = re.compile(rf"[\w-]{{{_SHORTEST},200}}", re.ASCII)
#: A name in more letters is something else by mistake.
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may work at the desk: the name that the journal gets, and the secret of the link."""

    name: str
    token: str

    @property
    def cookie(self) -> str:
        """What the browser keeps in exchange for the link."""
        return self._derived("cookie")

    @property
    def pledge(self) -> str:
        """What every form of this person carries, so that no other site can send one in their name."""
        return self._derived("form")

    def _derived(self, purpose: str) -> str:
        return hmac.new(self.token.encode(), f"sayso desk {purpose}".encode(), hashlib.sha256).hexdigest()


def people(names: Sequence[str] = (), file: str | None = None) -> tuple[Person, ...]:
    """The people of a desk: those named, those of `file`, or else the user of this computer alone.

    SettingError where a name is empty or stands twice, or the file cannot be used.
    """
    found = [Person(_name("--user", name), fresh()) for name in names]
    if file is not None:
        found += _of_file(Path(file))
    if not found:
        found = [Person(_system_user(), fresh())]
    for number, one in enumerate(found):
        if any(one.name == other.name for other in found[:number]):
            raise SettingError(f"--user {one.name}: stands twice; give each person a name of their own")
    return tuple(found)


def fresh() -> str:
    """A new token, unguessable, safe in a link."""
    return secrets.token_urlsafe(24)


def of_token(everyone: Iterable[Person], token: str) -> Person | None:
    """The person whose link carries `token`; takes the same time whatever is wrong with it."""
    return _matching(((one.token, one) for one in everyone), token)


def of_cookie(everyone: Iterable[Person], cookie: str) -> Person | None:
    """The person whose browser keeps `cookie`."""
    return _matching(((one.cookie, one) for one in everyone), cookie)


def _matching(secrets_: Iterable[tuple[str, Person]], given: str) -> Person | None:
    found = None
    for secret, person in secrets_:
        if hmac.compare_digest(secret.encode(), given.encode("utf-8", "replace")):
            found = person
    return found


def _of_file(path: Path) -> list[Person]:
    """The people of a CSV file with the columns name and, so that links outlive a start, token."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            table = csv.DictReader(lines)
            rows = list(table)
            columns = table.fieldnames or ()
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise SettingError(
            f"--users {path}: cannot be read ({fault}); give a CSV file with name and token"
        ) from None
    if "name" not in columns:
        raise SettingError(f"--users {path}: has no column name; its first line is name,token")
    return [_row(path, number, row) for number, row in enumerate(rows, 2)]


def _row(path: Path, number: int, row: dict[str, str]) -> Person:
    name = _name(f"--users {path}, line {number}:", row.get("name") or "")
    token = (row.get("token") or "").strip()
    if token and not _TOKEN.fullmatch(token):
        raise SettingError(
            f"--users {path}, line {number}: a token has {_SHORTEST} characters or more, letters, digits, - and "
            "_; leave it empty to have one made at each start"
        )
    return Person(name, token or fresh())


def _name(option: str, name: str) -> str:
    told = " ".join(name.split())
    if not told or len(told) > _LONGEST or not told.isprintable():
        raise SettingError(f"{option} {told[:_LONGEST]}: give a name of 1 to {_LONGEST} printable characters")
    return told


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"
