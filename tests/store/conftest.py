"""Both stores for every test that asks for a place: SQLite files, and a PostgreSQL server of the tests' own."""

import os
import sys
from itertools import count
from pathlib import Path

import pytest

ROOT = str(Path(__file__).resolve().parents[2])
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

from tests.store import servers  # noqa: E402 (the path comes first)

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgresql():
    """The address of an empty database, on a server started for this run; in CI there must be one."""
    programs = servers.found()
    if programs is None:
        missing = "PostgreSQL is not installed (Debian: apt-get install postgresql)"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with servers.running(programs) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def places(request, tmp_path_factory):
    """A function that gives a new place on each call: a test that uses it runs on either store."""
    if request.param == "postgresql":
        address = request.getfixturevalue("postgresql")
        return lambda: f"{address}#test{next(_NUMBERS)}"
    folder = tmp_path_factory.mktemp("cases")
    return lambda: str(folder / f"test{next(_NUMBERS)}.sayso")


@pytest.fixture
def place(places):
    """One place where there is no case yet."""
    return places()
