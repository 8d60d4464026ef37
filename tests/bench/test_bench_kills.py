"""Processes killed at random moments: a few of them here, two hundred by `python -m bench.kills`."""

from __future__ import annotations

import random
import sqlite3

import pytest

from bench import kills


@pytest.fixture
def made(tmp_path):
    """A case with two articles, before anything was killed."""
    return kills._begun(str(tmp_path / "killed.sayso"), tmp_path, random.Random(1))  # noqa: S311 - no secret


def test_what_was_acknowledged_outlasts_killed_processes():
    """A ruling, an outcome, an undo, an article and a review at the desk, each ended by SIGKILL."""
    tally = kills.survived(5, 3, kinds=("rule", "resolve", "undo", "add", "review"), told=lambda _: None)
    assert sum(tally.rounds.values()) == 5
    assert "5 of 5 survived (seed 3)" in kills.lines(tally, 3)


def test_a_ruling_that_is_gone_is_found(made):
    """What was acknowledged and is not in the journal ends the run, by name."""
    kills._sound(made)
    made.acknowledged.append("word99x")
    with pytest.raises(kills.LostError, match="not once in the journal: word99x"):
        kills._sound(made)


def test_a_damaged_case_is_found(made):
    """What verify finds wrong ends the run."""
    with sqlite3.connect(made.place) as file:
        file.execute("UPDATE statements SET ends = ends + 3 WHERE number = 1")
    with pytest.raises(kills.LostError, match="exit code 5"):
        kills._sound(made)


def test_a_command_that_fails_is_found(made):
    """A process that ends by itself with an error is no killed one."""
    with pytest.raises(kills.LostError, match="exit code"):
        kills._run(["rule", made.place, "nothing", "accept"])
