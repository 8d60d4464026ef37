"""What goes wrong in PostgreSQL, as one line with place and remedy, and never with a password."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sayso.errors import StoreError

#: What to say for PostgreSQL's codes of errors, by their longest known beginning (documentation, appendix A).
_TROUBLE: Final = {
    "08": "the connection to the server broke off, nothing of the last step was written; try again",
    "25006": "it is opened for reading only",
    "28": "the server does not let you in; check the user and the password (PGPASSWORD or ~/.pgpass)",
    "3D000": "the server has no such database; make it with createdb",
    "42501": "you may not do that there ({error}); ask the owner for the right (GRANT)",
    "53100": "the server's disk is full, nothing was written; make room and try again",
    "53300": "the server has no connection left; try again in a while",
    "54": "a text is longer than PostgreSQL takes there ({error}); shorten it",
    "55P03": "another program has been writing to it for some seconds; try again when it is done",
    "57": "the server is shutting down or ended the work, nothing of the last step was written; try again",
    "XX": "the database is damaged ({error}); keep it, and go on with a copy from before",
}
#: What to do where no connection comes about, by words of the server's message; only English ones are known.
_REMEDIES: Final = (
    ("password", "check the user and the password (PGPASSWORD or ~/.pgpass)"),
    ("no pg_hba.conf entry", "ask who runs the server to let you in"),
    ("database", "make the database with createdb, or check its name"),
    ("role", "check the user's name"),
)


@contextmanager
def telling(place: str) -> Iterator[None]:
    """What goes wrong in PostgreSQL becomes a StoreError with place and remedy."""
    import psycopg  # noqa: PLC0415 - an extra, and slow to load

    try:
        yield
    except psycopg.Error as error:
        raise _told(place, error.sqlstate, _line(error)) from None
    except UnicodeEncodeError as error:
        raise StoreError(f"{place}: a text has half a character ({error.reason}); decode it again") from error


def missing(place: str) -> StoreError:
    """The error where psycopg is not installed."""
    return StoreError(f'{place}: cases in PostgreSQL need psycopg; install it with pip install "sayso[postgresql]"')


def _told(place: str, code: str | None, line: str) -> StoreError:
    if code is None:
        remedy = next(
            (told for word, told in _REMEDIES if word in line), "check the address, and that the server runs"
        )
        return StoreError(f"{place}: the database cannot be reached: {line}; {remedy}")
    found = max((one for one in _TROUBLE if code.startswith(one)), key=len, default=None)
    told = _TROUBLE[found].format(error=line) if found else f"{line}; sayso verify says what is wrong with it"
    return StoreError(f"{place}: {told}")


def _line(error: Exception) -> str:
    """The first line of a message; what is quoted of an address is left out, for a password may stand in it."""
    line = (str(error).strip().splitlines() or [type(error).__name__])[0]
    if getattr(error, "sqlstate", None) is None and "connection" not in line:
        line = line.partition('"')[0].strip().rstrip(":")
    return line.strip().rstrip(".;")[:300]
