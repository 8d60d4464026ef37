"""The benchmark of times and amounts alone."""

from __future__ import annotations

import pytest

from bench import texts, times
from bench.brains import Speed


def test_stages_lie_within_the_whole():
    """Blocks, times and amounts are all that the call does."""
    made, _ = texts.news(2)
    taken = times.speed(made)
    assert set(taken.stages) == {"blocks", "times", "amounts"}
    assert 0 < sum(taken.stages.values()) <= taken.whole
    assert taken.words == sum(len(text.split()) for text in made)
    assert Speed(2.0, {}, words=7500).articles == pytest.approx(5.0)


def test_the_report_has_the_call_and_two_processes():
    """Memory is a process's own, and four times the articles hold little more of it."""
    made = times.lines(2)
    rows = [line.split() for line in made if line.startswith(("sayso read", "the same"))]
    assert len(rows) == 2
    once, often = (int(row[-1]) for row in rows)
    assert 5 < once < 60
    assert often <= once + 5
    assert made[-1].startswith("the call spends: blocks ")
