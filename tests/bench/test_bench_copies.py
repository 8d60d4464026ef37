"""The benchmark of copies."""

from __future__ import annotations

from bench import copies


def test_what_is_planted_is_found_and_nothing_else():
    """A small corpus: planted passages and near copies are told, and few others."""
    row = copies.measured(600)
    assert row.recall >= 0.9
    assert row.precision >= 0.9
    assert row.near_f1 >= 0.95
    assert row.seconds > 0
    assert row.held <= row.megabytes


def test_a_corpus_is_the_same_each_time():
    """The same seed gives the same texts and pairs, another seed others."""
    assert copies.corpus(60) == copies.corpus(60)
    assert copies.corpus(60).texts != copies.corpus(60, seed=2).texts


def test_reprints_of_one_report_are_one_family():
    """All but a few articles print one report: told exactly."""
    seconds, exact = copies.reprinted(100, 5)
    assert exact
    assert seconds < 5


def test_the_report_has_two_sizes_in_processes_of_their_own():
    """One row a size, the growth, and the reprints."""
    made = list(copies.lines(200))
    assert [line.split()[0] for line in made[1:3]] == ["20", "200"]
    assert made[3].startswith("ten times the articles take ")
    assert "exact" in made[4]
