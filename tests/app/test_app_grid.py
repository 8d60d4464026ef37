"""The grid of hypotheses and origins, as a file for a spreadsheet and in the JSON."""

import csv
import io
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.app.test_app_cli import ASK, STORY, check, sayso
from tests.showing import builders
from tests.weighing.cases import Said, case_of

from sayso.app import files
from sayso.errors import SettingError
from sayso.showing.gridtable import grid_table
from sayso.weighing.weigh import weigh

TOWNS = "The towns announce water rationing of their own by 30 November 2024"


def rows_of(text: str) -> list[dict[str, str]]:
    """The lines of a table, by its header."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """One run over the example story with a third hypothesis: its case as JSON, and its table."""
    folder = tmp_path_factory.mktemp("grid")
    done = sayso(
        "brief", STORY / "articles", "--manifest", STORY / "manifest.csv", "--ask", ASK, "--hypothesis", TOWNS,
        "--json", "--grid", folder / "grid.csv",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), rows_of((folder / "grid.csv").read_text("utf-8")), folder


def test_the_table_is_the_grid(ran):
    """The file has the cells of the JSON: signs, words and weights, the most diagnostic origin first."""
    case, rows, folder = ran
    lines = [row for row in rows if row["row"] == "origin"]
    assert [line["origin"] for line in lines] == [one["origin"] for one in case["grid"]["diagnosticity"]]
    cells = {(cell["origin"], cell["hypothesis"]): cell for cell in case["grid"]["cells"]}
    for line in lines:
        for key in ("h1", "h2", "h3"):
            cell = cells[line["origin"], key]
            assert int(line[f"{key} sign"]) == cell["sign"]
            assert line[f"{key} says"] == cell["word"]
            assert float(line[f"{key} weight"]) == cell["weight"]
    assert rows[0]["h2 says"] == TOWNS
    assert [path.name for path in folder.iterdir()] == ["grid.csv"]


def test_what_is_against_can_be_worked_out_again(ran):
    """From the file and from the JSON: squares of what is against, times their weights, are what is printed."""
    case, rows, _ = ran
    lines = [row for row in rows if row["row"] == "origin"]
    for one in case["grid"]["inconsistency"]:
        column = [
            (int(row[f"{one['hypothesis']} sign"]), float(row[f"{one['hypothesis']} weight"])) for row in lines
        ]
        assert one["unweighted"] == sum(sign**2 for sign, _ in column if sign < 0)
        assert one["value"] == pytest.approx(sum(s**2 * weight for s, weight in column if s < 0), abs=0.01)
    figures = [one["value"] for one in case["grid"]["inconsistency"]]
    assert figures == sorted(figures)
    printed = {row["row"]: row for row in rows if row["row"].startswith("against")}
    for one in case["grid"]["inconsistency"]:
        assert float(printed["against"][f"{one['hypothesis']} sign"]) == one["value"]
        assert float(printed["against unweighted"][f"{one['hypothesis']} sign"]) == one["unweighted"]


def test_the_grid_of_the_json_follows_its_schema(ran):
    """The case with three hypotheses follows the schema; what says the same of all is marked."""
    case, _, _ = ran
    check("brief", case)
    grid = case["grid"]
    cells: dict[str, dict[str, dict[str, Any]]] = {}
    for cell in grid["cells"]:
        cells.setdefault(cell["origin"], {})[cell["hypothesis"]] = cell
    for one in grid["diagnosticity"]:
        signs = {cell["sign"] for cell in cells[one["origin"]].values()}
        assert one["same"] == (len(signs) == 1) == (one["value"] == 0)
    for line in cells.values():
        assert (line["h3"]["sign"], line["h3"]["weight"]) == (-line["h1"]["sign"], line["h1"]["weight"])


@pytest.mark.parametrize(
    ("where", "told"),
    [("", "is a folder"), (".", "is a folder"), ("none/grid.csv", "there is no folder"), ("-", "name a file"),
     ("brief.html", "is where -o goes")],
)  # fmt: skip
def test_a_place_that_cannot_be_is_refused_at_once(tmp_path, where, told):
    """A folder, a missing one, a dash, the dossier's own file: usage errors with a remedy, before any work."""
    done = sayso("brief", "none.txt", "--ask", ASK, "--grid", where, cwd=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr
    assert ";" in done.stderr or "such as" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    """Where writing breaks off, the old file stands, nothing lies beside it, and the message says what to do."""
    path = tmp_path / "grid.csv"
    path.write_text("old", "utf-8")

    def broken(*_):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(SettingError, match=r"--grid .*choose another place"):
        files.write("--grid", path, "new")
    assert path.read_text("utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["grid.csv"]


SIGNS = st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n", " ", "＝", "a", ",", '"', "\x00", "\ud800", "1"])


@given(st.lists(SIGNS, min_size=1, max_size=8).map("".join))
def test_no_cell_runs(text):
    """Whatever a source is called and a hypothesis says, no cell that is no figure begins as a formula does."""
    made = case_of(Said(), Said("Bo Ras", "o2", "deny", low=0.0, high=0.1))
    origins = tuple(replace(origin, root=text) for origin in made.origins)
    hypotheses = tuple(replace(one, text=text) for one in made.hypotheses)
    case = replace(made, origins=origins, hypotheses=hypotheses)
    table = grid_table(case, weigh(case))
    table.encode("utf-8")
    rows = list(csv.reader(io.StringIO(table, newline="")))
    assert len({len(row) for row in rows}) == 1
    for cell in (cell for row in rows for cell in row):
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) or figure(cell)
        assert not {"\t", "\r", "\n", "\x00"} & set(cell)


def figure(cell: str) -> bool:
    """Whether a cell is a plain figure."""
    return (
        cell.removeprefix("-").replace(".", "", 1).isascii()
        and cell.removeprefix("-").replace(".", "", 1).isdigit()
    )


def test_an_empty_grid_has_its_header():
    """A case of which nobody says anything has a header, the hypotheses and nothing against them."""
    rows = rows_of(grid_table(*builders.empty()))
    assert [row["row"] for row in rows] == ["hypothesis", "against", "against unweighted"]
