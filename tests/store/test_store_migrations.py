"""The tables of a case: brought up from each older version, documented, and readable by other programs."""

import asyncio
import hashlib
import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tests.store.cases import ASKED, AT, bring_up, fill, linked, page, ruling, state_of, statement_id

from sayso.errors import StoreError
from sayso.model.keeping import Wanted
from sayso.store import migrations
from sayso.store.migrations import STEPS, VERSION, Step, commands
from sayso.store.opening import create, open_case
from sayso.store.schema import APPLICATION, INDEXES

DOCUMENTED = Path(__file__).parents[2] / "docs" / "reference" / "case-file.md"


@pytest.fixture
def file(tmp_path):
    """The file of a case with three articles, closed."""
    path = tmp_path / "harbour.sayso"
    with create(str(path), ASKED, by="ada", at=AT) as repository:
        fill(repository)
        repository.rule([ruling("accept", statement_id(0))])
    return path


@pytest.fixture
def first(file, tmp_path):
    """The same case as version 1 of the tables had it."""
    path = tmp_path / "first.sayso"
    connection = sqlite3.connect(path, isolation_level=None)
    for command in commands(STEPS[0].tables + STEPS[0].sqlite):
        connection.execute(command)
    connection.execute("ATTACH DATABASE ? AS newer", (str(file),))
    tables = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%'")
    for (table,) in tables.fetchall():
        columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
        connection.execute(f"INSERT INTO main.{table} SELECT {columns} FROM newer.{table}")  # noqa: S608 - our own
    for index in ("articles_fts", "statements_fts"):
        connection.execute(f"INSERT INTO main.{index} ({index}) VALUES ('rebuild')")  # noqa: S608 - our own
    connection.execute("DETACH DATABASE newer")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute("PRAGMA user_version = 1")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    return path


def schema(path: Path) -> list[tuple[str, str]]:
    """What a file is made of, but for rows."""
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2")
    rows = found.fetchall()
    connection.close()
    return rows


def version(path: Path) -> int:
    """The version that a file says it has."""
    connection = sqlite3.connect(path)
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return int(found)


@pytest.mark.parametrize("writing", [True, False])
def test_a_case_of_the_first_version_is_brought_up_to_date(first, file, writing):
    """A file with the tables of version 1 opens with everything that was in it, and has the tables of today."""
    assert version(first) == 1
    with open_case(str(first), writing=writing) as old, open_case(str(file)) as new:
        assert old.lines(Wanted()) == new.lines(Wanted())
        assert old.days() == new.days()
        assert old.derived() == new.derived() == linked(*(page(number) for number in range(3)))
        assert old.journal() == new.journal()
        assert old.search_articles("harbour") == new.search_articles("harbour")
        assert old.stand() == new.stand()
    assert version(first) == VERSION
    assert schema(first) == schema(file)
    with open_case(str(first)) as old:
        bring_up(old)
        assert state_of(old, statement_id(0)) == "accepted"


def test_a_step_that_fails_leaves_the_file_as_it_was(first, monkeypatch):
    """Where bringing up breaks off in the middle, not a byte of the file changes, and it opens when mended."""
    before = first.read_bytes()
    broken = Step(99, "broken", "CREATE TABLE half (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1);", "")
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", (*STEPS, broken))
        with pytest.raises(StoreError, match="no such table: nowhere"):
            open_case(str(first))
    assert first.read_bytes() == before
    with open_case(str(first)) as repository:
        assert repository.stand().statements == 3


def test_an_old_case_that_is_read_only_says_what_to_do(first):
    """An old file that may not be changed is left alone, with the remedy."""
    before = first.read_bytes()
    first.chmod(0o444)
    with pytest.raises(StoreError, match=r"written by an older Sayso .* work on a copy"):
        open_case(str(first), writing=False)
    assert first.read_bytes() == before


def test_steps_never_change():
    """What led to a version stays as it was when cases of that version came to be; add a step instead."""
    pinned = {1: "60dd8aa43c1f03f3", 2: "dca9ca9399b38e40", 3: "1b7a9bc482d324e9"}
    for step in STEPS:
        told = hashlib.sha256((step.tables + step.sqlite).encode()).hexdigest()[:16]
        assert told == pinned[step.version], f"version {step.version}: {told}"
    assert [step.version for step in STEPS] == list(range(1, VERSION + 1))


def test_indexes_are_those_that_an_update_makes(file):
    """An update drops and makes anew just the indexes that the tables of today have."""
    made = {command.partition(" INDEX ")[2].split()[0] for command in commands(INDEXES)}
    kept = {"journal_by_subject", "journal_by_verdict"}
    assert {name for kind, name in schema(file) if kind == "index"} == made | kept


def test_every_table_and_column_is_documented(file):
    """The reference names each table, view and column of the file, and nothing that there is not."""
    connection = sqlite3.connect(file)
    names = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    shadows = re.compile(r"_fts_(data|idx|docsize|config)$|^sqlite_")
    real = {
        name: {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
        for (name,) in names
        if not shadows.search(name)
    }
    connection.close()
    told: dict[str, set[str]] = {}
    reference = DOCUMENTED.read_text("utf-8")
    for heading, body in re.findall(r"^### (\w+)\n(.*?)(?=^##|\Z)", reference, re.MULTILINE | re.DOTALL):
        told[heading] = set(re.findall(r"^\| (\w+) \|", body, re.MULTILINE)) - {"column"}
    assert told == real
    for step in STEPS:
        assert f"| {step.version} | {step.what} |" in DOCUMENTED.read_text("utf-8")


def test_the_queries_of_the_reference_run(file):
    """Each query that the reference shows gives what it says."""
    connection = sqlite3.connect(file)
    queries = [
        one
        for block in re.findall(r"```sql\n(.*?)```", DOCUMENTED.read_text("utf-8"), re.DOTALL)
        for one in commands(block)
    ]
    assert len(queries) == 4
    for query in queries:
        assert connection.execute(query).fetchall(), query
    connection.close()


def test_the_file_is_set_up_to_last(file):
    """WAL, every commit on the disk, keys checked, and an id that tells whose file it is."""
    with open_case(str(file)) as repository:
        told = {
            name: repository.database.query(f"PRAGMA {name}")[0][0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "application_id", "user_version")
        }
        assert told == {
            "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "application_id": APPLICATION,
            "user_version": VERSION,
        }  # fmt: skip
        assert repository.database.query("PRAGMA foreign_key_check") == []
        assert repository.database.query("PRAGMA integrity_check") == [("ok",)]


def test_datasette_shows_and_searches_a_case(file):
    """Datasette opens the file, finds words in articles and statements, and shows names for numbers."""
    from datasette.app import Datasette  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to load

    shown = Datasette([str(file)])

    async def get(path: str) -> dict[str, Any]:
        response = await shown.client.get(path)
        assert response.status_code == 200, response.text
        return dict(response.json())

    async def look() -> None:
        await shown.invoke_startup()
        rows = await get("/harbour/statements.json?_search=harbour&_shape=objects&_labels=on")
        assert rows["filtered_table_rows_count"] == 2
        assert [row["source"]["label"] for row in rows["rows"]] == ["Ada Brill", "the port office"]
        assert [row["article"]["label"] for row in rows["rows"]] == ["Harbour 0", "Harbour 1"]
        found = await get("/harbour/articles.json?_search=cafe&_shape=objects")
        assert [row["title"] for row in found["rows"]] == ["Harbour 2"]
        view = await get("/harbour/statements_shown.json?_shape=objects")
        assert view["rows"][0]["role"] == "person"
        hidden = {one["name"] for one in (await get("/harbour.json"))["tables"] if one["hidden"]}
        assert "articles_fts_data" in hidden
        assert "statements" not in hidden

    with ThreadPoolExecutor(1) as alone:  # a browser's tests may leave a loop in this thread
        alone.submit(asyncio.run, look()).result()
