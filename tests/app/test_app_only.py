"""`sayso read --only` as a user meets it: its output, its exit codes, and what it does not load."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from bench.processes import used
from sayso.showing.schemas import schema

ARTICLE = """Council weighs new bridge

The council may vote on the bridge by Friday, Mayor Odile Brandt said on Tuesday.

It would cost at least 5 million crowns.
"""
#: A process that runs the command and then says on stderr what it has loaded.
WATCHED = """
import sys
from sayso.app.cli import main
code = main(sys.argv[1:])
print(",".join(sys.modules), file=sys.stderr)
sys.exit(code)
"""


def read_only(*arguments, stdin=None, program=("-m", "sayso")):
    """A finished run of `sayso read`."""
    return subprocess.run(
        [sys.executable, *program, "read", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", input=stdin, check=False,
    )  # fmt: skip


@pytest.fixture
def article(tmp_path):
    """A small article on disk."""
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def test_json_follows_the_schema_and_leaves_statements_empty(article):
    """The record is that of `sayso read`, with times and amounts alone and a note that says so."""
    done = read_only(article, "--only", "times,amounts", "--published", "2031-01-17", "--jsonl")
    record = json.loads(done.stdout)
    Draft202012Validator(schema("read"), format_checker=FormatChecker()).validate(record)
    assert done.returncode == 0
    assert record["statements"] == record["sources"] == []
    assert [(one["text"], one["bound"]) for one in record["times"]] == [("Friday", "by"), ("Tuesday", "at")]
    assert record["amounts"][0]["low"] == 5e6
    assert "A206" in {note["code"] for note in record["notes"]}


def test_the_eye_gets_a_line_a_time_and_amount(article):
    """Bounds, days and numbers stand beside the words."""
    done = read_only(article, "--only", "amounts, times", "--published", "2031-01-17")
    assert '  "Tuesday": 14 January 2031 (DATE 2031-01-14)' in done.stdout.splitlines()
    assert '  "5 million": at least 5000000 crowns' in done.stdout.splitlines()


def test_one_layer_alone(article):
    """Of what was not asked for nothing is printed."""
    record = json.loads(read_only(article, "--only", "times", "--jsonl").stdout)
    assert record["times"]
    assert record["amounts"] == []


def test_a_layer_that_is_none_is_refused(article):
    """The message says which there are."""
    done = read_only(article, "--only", "times,quotes")
    assert done.returncode == 2
    assert "name times, amounts or both" in done.stderr


def test_a_missing_file_stops_no_other(article, tmp_path):
    """The rest is read; where nothing could be, the run has failed; where nothing is found, it says so."""
    done = read_only(tmp_path / "none.txt", article, "--only", "times")
    assert done.returncode == 3
    assert "none.txt" in done.stderr
    assert "Friday" in done.stdout
    assert read_only(tmp_path / "none.txt", "--only", "times").returncode == 1
    empty = read_only("-", "--only", "amounts", stdin="Nobody came to the quiet harbour, and nobody left.")
    assert empty.returncode == 4
    assert "no amounts were found" in empty.stderr


@pytest.fixture
def batch(tmp_path):
    """Hundreds of text files, one of them in another language."""
    for number in range(300):
        told = "Der Rat tagt am Freitag und berät über die neue Brücke. " if number == 7 else f"In {1900 + number} "
        (tmp_path / f"{number}.txt").write_text(told + ARTICLE * 12, "utf-8")
    return tmp_path


def test_nothing_heavy_is_loaded(batch):
    """No network, no parser of pages, no classifier of languages."""
    done = read_only(batch, "--only", "times,amounts", "--jsonl", program=("-c", WATCHED))
    heavy = "numpy onnxruntime lxml trafilatura py3langid jinja2 rapidfuzz yaml dateparser"
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 300
    assert not set(heavy.split()) & set(done.stderr.split(","))


def test_memory_stays_small_however_many_there_are(batch):
    """The bar is 60 MB; a process of Python alone takes 10."""
    spent = used([sys.executable, "-m", "sayso", "read", str(batch), "--only", "times,amounts", "--jsonl"])
    assert spent.megabytes < 60
