"""The benchmarks: stages are timed without touching what they time, and the report says what was measured."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from bench import __main__ as command
from bench import brains, texts
from bench.processes import Used, used, wall
from bench.rooms import Row
from bench.rooms import lines as room_lines
from bench.stopwatch import Stage, Stopwatch
from evals.suites import missing
from sayso import pipeline


def test_a_watched_function_does_what_it_did_and_is_put_back():
    """Results and errors pass through; after the block the function is the old one; calls within count once."""

    def fall(depth: int) -> int:
        if depth < 0:
            raise ValueError("too deep")
        return module.fall(depth - 1) + 1 if depth else sum(range(200_000)) and 0

    module = SimpleNamespace(fall=fall)
    watch = Stopwatch()
    with watch.watching([Stage("falling", module, "fall")]):
        assert module.fall(3) == 3
        with pytest.raises(ValueError, match="too deep"):
            module.fall(-1)
        assert module.fall is not fall
    assert module.fall is fall
    assert 0 < watch.seconds["falling"] < 5


def test_shares_add_up_and_count_nothing_twice():
    """Each stage is taken out of the tagger, the tagger out of the whole."""
    stages = {"tagger": 6.5, "features": 2.0, "hints": 0.5, "encoder": 3.0, "inner": 0.5}
    shares = brains.Speed(10.0, stages, words=7500).shares()
    assert shares == pytest.approx(
        {"features": 20, "rules' hints": 5, "encoder": 30, "rules in contents": 5, "decoding": 5, "all else": 35}
    )
    assert brains.Speed(10.0, stages, words=7500).articles == pytest.approx(1.0)


def test_the_rules_are_a_tagger_and_all_else():
    """A brain without an encoder has two parts."""
    made, _ = texts.news(1)
    taken = brains.speed(pipeline.load_brain("rules"), made)
    assert set(taken.shares()) == {"tagger", "all else"}
    assert sum(taken.shares().values()) == pytest.approx(100)
    assert taken.words == len(made[0].split())


def test_articles_are_made_from_the_story_where_there_are_no_others(monkeypatch, tmp_path):
    """As many articles as asked for, of 750 words or little more, no two alike."""
    monkeypatch.setattr(texts, "DATA", tmp_path)
    made, origin = texts.news(12)
    assert origin == "made from the example story"
    assert len(set(made)) == 12
    assert all(750 <= len(text.split()) <= 950 for text in made)


def test_dated_articles_differ_in_text_and_id():
    """Rounds over the story are no copies of each other."""
    made = texts.dated(30)
    assert len({article.id for article in made}) == 30
    assert len({article.text for article in made}) == 30


def test_a_process_is_measured_by_itself():
    """Memory is that of the process started, not of this one; CPU time grows with work."""
    idle = used([sys.executable, "-c", "pass"])
    busy = used([sys.executable, "-c", "held = b'x' * 90_000_000; sum(range(6_000_000))"])
    assert 2 < idle.megabytes < 60
    assert busy.megabytes > idle.megabytes + 60
    assert busy.seconds > idle.seconds
    assert wall([sys.executable, "-c", "pass"], times=1) > 0


def test_growth_is_given_from_a_hundred_articles_on():
    """Ten times the articles beside what they took."""
    rows = [Row("annotate", 10, 1.0), Row("link", 10, 0.5), Row("annotate", 100, 10.0), Row("link", 100, 7.5)]
    _, *lines = room_lines(rows)
    assert lines[1].split() == ["link", "10", "0.500", "20.0", "0.50"]
    assert lines[3].split() == ["link", "100", "7.500", "13.3", "0.75", "15.0"]


def test_the_report_names_every_brain_and_the_ones_that_are_missing(monkeypatch, capsys):
    """One line of speed a brain, one of where its time goes; a brain without weights is named with the reason."""
    monkeypatch.setattr(pipeline, "BRAINS", ("learned", "rules"))
    monkeypatch.setattr(command, "missing", lambda name: "no weights" if name == "learned" else None)
    monkeypatch.setattr(command, "wall", lambda _: 0.1)
    monkeypatch.setattr(brains, "processes", lambda *_: (Used(0.4, 90.0), Used(3.0, 120.0)))
    assert command.main(["--articles", "1", "--most", "1", "--whole", "12"]) == 0
    printed = capsys.readouterr().out
    assert "brain learned: skipped, no weights" in printed
    assert "0.40             90      120" in printed
    assert "rules spends: " in printed


def test_every_stage_of_every_brain_is_a_function_that_is_there():
    """The functions that are watched exist under their names, so that no share is silently nothing."""
    for name in pipeline.BRAINS:
        if missing(name):
            continue
        for stage in brains.stages(pipeline.load_brain(name)):
            assert callable(getattr(stage.holder, stage.called))
