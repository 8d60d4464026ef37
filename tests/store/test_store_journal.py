"""The journal of rulings on disk."""

from __future__ import annotations

import json
import multiprocessing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import FormatError, StoreError
from sayso.model.rulings import Ruling, Verdict, standing
from sayso.store.codec import decode, encode
from sayso.store.journal import append, rulings
from sayso.store.locking import locked

TEXT = st.text(max_size=40)
RULINGS = st.builds(
    Ruling,
    target=TEXT,
    verdict=st.sampled_from(["accept", "reject", "merge", "split", "date", "outcome"]),
    by=TEXT,
    at=TEXT,
    why=TEXT,
    value=st.none() | TEXT,
)


def _ruling(target: str = "st-1", verdict: Verdict = "reject", value: str | None = None) -> Ruling:
    return Ruling(target, verdict, "desk", "2024-05-05T10:00:00", "misheard", value)


@given(RULINGS)
def test_a_ruling_survives_its_line(ruling):
    """What is encoded is one line, and decodes to the same ruling, whatever its text."""
    line = encode(ruling)
    assert "\n" not in line
    assert "\r" not in line
    assert decode(line) == ruling


def test_rulings_come_back_in_order(tmp_path):
    """The journal gives back what was added, in order; a missing file is an empty journal."""
    path = tmp_path / "rulings.jsonl"
    assert rulings(path) == ()
    made = [_ruling("st-1"), _ruling("st-2", "accept"), _ruling("a-1", "date", "2024-05-03")]
    for ruling in made:
        append(path, ruling)
    assert rulings(path) == tuple(made)


def test_the_last_ruling_on_a_target_stands():
    """Accept takes back reject, split takes back merge in either order of its ends; dates stand apart."""
    made = [
        _ruling("a+b", "merge"),
        _ruling("s"),
        _ruling("b+a", "split"),
        _ruling("s", "accept"),
        _ruling("s", "date"),
    ]
    assert [(r.target, r.verdict) for r in standing(made)] == [("b+a", "split"), ("s", "accept"), ("s", "date")]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "not JSON"),
        ("[]", "schema"),
        ('{"schema": "sayso/1", "target": "x"}', '"verdict"'),
        ('{"schema": "sayso/1", "target": "x", "verdict": "burn", "by": "", "at": "", "why": ""}', "no verdict"),
        (
            '{"schema": "sayso/1", "target": "x", "verdict": "date", "by": "", "at": "", "why": "", "value": 3}',
            "value",
        ),
    ],
)
def test_a_damaged_line_is_named(tmp_path, line, what):
    """A line that is no ruling stops reading with its number, what is wrong, and the remedy."""
    with pytest.raises(FormatError, match=what):
        decode(line)
    path = tmp_path / "rulings.jsonl"
    append(path, _ruling())
    with path.open("a") as file:
        file.write(line + "\n")
    with pytest.raises(StoreError, match=r"line 2: .*mend or delete"):
        rulings(path)


def test_a_line_that_breaks_off_is_refused_by_reading_and_adding(tmp_path):
    """After a write cut short neither reading nor adding goes on as if nothing had happened."""
    path = tmp_path / "rulings.jsonl"
    append(path, _ruling())
    path.write_bytes(path.read_bytes() + b'{"schema": "say')
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"line 2.*breaks off"):
        rulings(path)
    with pytest.raises(StoreError, match=r"line 2.*breaks off"):
        append(path, _ruling())
    assert path.read_bytes() == before


def test_bytes_that_are_no_text_are_named(tmp_path):
    """A line that is not UTF-8 is a damaged line, not a crash."""
    path = tmp_path / "rulings.jsonl"
    path.write_bytes(b"\xff\xfe\n")
    with pytest.raises(StoreError, match=r"line 1.*UTF-8"):
        rulings(path)


def test_a_folder_is_no_journal(tmp_path):
    """A path that cannot be written or read gives a StoreError with a remedy."""
    with pytest.raises(StoreError, match="check the"):
        append(tmp_path, _ruling())
    with pytest.raises(StoreError, match="check the"):
        rulings(tmp_path)


def _add_many(path: str, who: str) -> None:
    for number in range(25):
        append(Path(path), _ruling(f"{who}-{number}"))


def test_two_processes_lose_nothing(tmp_path):
    """Rulings added by several processes at once are all there, each on a whole line."""
    path = tmp_path / "rulings.jsonl"
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_add_many, args=(str(path), who)) for who in "abc"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=60)
    assert sorted(r.target for r in rulings(path)) == sorted(f"{who}-{n}" for who in "abc" for n in range(25))
    assert all(json.loads(line)["schema"] == "sayso/1" for line in path.read_text().splitlines())


def test_a_held_lock_is_waited_for_and_then_given_up(tmp_path):
    """Where another keeps the journal, waiting ends with an error and not with a hang."""
    path = tmp_path / "held"
    with (
        path.open("a+b") as one,
        path.open("a+b") as two,
        locked(one),
        pytest.raises(TimeoutError),
        locked(two, 0.05),
    ):
        pass


@pytest.mark.parametrize("text", ["Ada Brill said so.\n", "{}\n", '{"a": 1}\n\n', "\x00\xff\n"])
def test_what_is_no_journal_gets_no_ruling(tmp_path: Path, text: str) -> None:
    """A file whose last line is no ruling is left as it is."""
    path = tmp_path / "notes.txt"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(StoreError, match=r"notes\.txt: is no journal of rulings.*give another file"):
        append(path, _ruling())
    assert path.read_bytes() == text.encode("latin-1")
