"""Track records on disk: kept, never doubled, corrected, taken back; damage is named and nothing is lost."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import FormatError, StoreError
from sayso.model.forecasts import Resolved
from sayso.store.records import add, decode, load, record

ONE = Resolved(
    "Will it rain by 31 May 2031?", "it rains by 31 May 2031", ("Ada Lind", "Lind"), "person", date(2031, 5, 1),
    date(2031, 5, 31), 0.85, 0.99, happened=True, known=date(2031, 6, 1), place="s-0123456789ab",
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where records go."""
    return tmp_path / "record.jsonl"


def test_what_is_kept_comes_back(path: Path) -> None:
    """Records are read as they were written, in order."""
    other = replace(ONE, names=("Bo Räs",), said=None, happened=False)
    assert add(path, [ONE, other]) == 2
    assert load(path) == (ONE, other)


def test_twice_is_once(path: Path) -> None:
    """The same record again adds nothing, also where it is taken from another place."""
    add(path, [ONE])
    before = path.read_bytes()
    assert add(path, [ONE, replace(ONE, place="s-another")]) == 0
    assert path.read_bytes() == before


def test_another_outcome_is_a_correction(path: Path) -> None:
    """A record with another outcome is added, and the last one stands; null takes it back."""
    add(path, [ONE])
    assert add(path, [replace(ONE, happened=False)]) == 1
    assert [one.happened for one in load(path)] == [False]
    assert add(path, [replace(ONE, happened=None)]) == 1
    assert [one.happened for one in load(path)] == [None]
    assert path.read_text("utf-8").count("\n") == 3


def test_an_empty_file_holds_none(path: Path) -> None:
    """An empty file, or one of empty lines, holds no record."""
    path.write_text("", "utf-8")
    assert load(path) == ()
    path.write_text("\n\n", "utf-8")
    assert load(path) == ()


GOOD = record(ONE)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("no JSON", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", 'no record of kind "forecast"'),
        (json.dumps({**GOOD, "schema": "sayso/9"}), 'schema "sayso/1"'),
        (json.dumps({**GOOD, "kind": "ruling"}), 'kind "forecast"'),
        (json.dumps({**GOOD, "case": ""}), '"case"'),
        (json.dumps({**GOOD, "hypothesis": None}), '"hypothesis"'),
        (json.dumps({**GOOD, "source": "Ada"}), '"names"'),
        (json.dumps({**GOOD, "source": {"names": [], "kind": "person"}}), '"names"'),
        (json.dumps({**GOOD, "source": {"names": ["Ada"], "kind": "robot"}}), '"kind"'),
        (json.dumps({**GOOD, "low": "0.5"}), '"low"'),
        (json.dumps({**GOOD, "low": True}), '"low"'),
        (json.dumps({**GOOD, "low": 0.9, "high": 0.1}), '"low" is above'),
        (json.dumps({**GOOD, "high": float("nan")}), '"high"'),
        (json.dumps({**GOOD, "happened": 1}), '"happened"'),
        (json.dumps({**GOOD, "happened": "yes"}), '"happened"'),
        (json.dumps({**GOOD, "known": "31 May"}), '"known"'),
        (json.dumps({**GOOD, "by": None}), '"by" is missing'),
        (json.dumps({**GOOD, "said": 20310501}), '"said"'),
    ],
)
def test_a_damaged_line_is_named(path: Path, line: str, what: str) -> None:
    """What cannot be read is named with its line and its fault; nothing is added to such a file."""
    path.write_text(f"{json.dumps(GOOD)}\n{line}\n", "utf-8")
    for use in (lambda: load(path), lambda: add(path, [replace(ONE, happened=False)])):
        with pytest.raises(StoreError, match=r"line 2: the record cannot be read") as caught:
            use()
        assert what in str(caught.value)
    assert path.read_text("utf-8").count("\n") == 2


def test_a_line_that_breaks_off_is_damage(path: Path) -> None:
    """A last line without its end is named, not taken."""
    path.write_text(json.dumps(GOOD), "utf-8")
    with pytest.raises(StoreError, match=r"line 1: .* breaks off"):
        load(path)


def test_bytes_that_are_no_text(path: Path) -> None:
    """A line that is not UTF-8 is named."""
    path.write_bytes(b"\xff\xfe\n")
    with pytest.raises(StoreError, match=r"line 1: .* not UTF-8"):
        load(path)


def test_places_that_cannot_be_used(tmp_path: Path) -> None:
    """A folder can neither be read nor written, and no error of the system comes through."""
    with pytest.raises(StoreError, match="cannot be read"):
        load(tmp_path)
    with pytest.raises(StoreError, match="could not be written"):
        add(tmp_path, [ONE])
    with pytest.raises(StoreError, match="cannot be read"):
        load(tmp_path / "none.jsonl")


@given(st.binary(max_size=200))
def test_no_line_breaks_it(line: bytes) -> None:
    """Whatever a line holds, it is a record or a FormatError."""
    try:
        decode(line)
    except FormatError:
        return
    raise AssertionError(line)
