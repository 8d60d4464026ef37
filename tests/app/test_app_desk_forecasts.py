"""Forecasts at the desk: who foretold what, outcomes recorded and taken back, scores once they are known."""

import re

import pytest
from tests.app.deskcases import HOSTILE, Desk, built, kept

from sayso.app.casework import update
from sayso.store.opening import open_case


@pytest.fixture
def desk(tmp_path):
    """The desk of the case, for one test."""
    return Desk(kept(tmp_path / "varn.sayso"))


@pytest.fixture
def later(monkeypatch):
    """The desk in June 2031, when it is known what came of it."""
    for module in ("forecasts", "shell"):
        monkeypatch.setattr(f"sayso.app.desk.{module}.now", lambda: "2031-06-02T10:00:00.000000+00:00")


#: What is recorded unless a test says otherwise.
OUTCOME = {
    "hypothesis": "h1",
    "happened": "yes",
    "known": "2031-06-01",
    "on": "2031-05-30",
    "source": "a gazette",
}


def updated(place):
    """The case brought up to date by what people ruled."""
    with open_case(place) as repository:
        update(repository, clock=lambda: "2031-06-02T11:00:00.000000+00:00")


def test_who_foretold_what_by_when(desk):
    """One line a source and occasion; all of them, or those on the question, where asked for."""
    forecasts = built()[1].forecasts
    for which, wanted in (
        ("counts", [one for one in forecasts if not one.repeats]),
        ("question", [one for one in forecasts if not one.repeats and one.hypothesis]),
        ("all", forecasts),
    ):
        page = desk.page(f"/forecasts?which={which}").split('aria-label="Forecasts"')[1]
        linked = re.findall(r'class="all"><a href="/statements/([^"]+)"', page)
        assert sorted(linked) == sorted(one.statement for one in wanted)
    assert "probably" in page
    assert HOSTILE not in page
    assert "No source gave" in desk.page("/forecasts?search=zzz")


@pytest.mark.usefixtures("later")
def test_an_outcome_is_recorded_shown_and_taken_back(desk):
    """What stands is told at once, with who, when and why; taken back it stays in the journal."""
    page = desk.send("/forecasts/outcome", **OUTCOME, why="printed there")
    told = "It happened on 30 May 2031, known on 1 June 2031, from a gazette"
    assert f"<bdi>{told}</bdi>" in page
    assert "printed there" in page
    made = desk.journal("outcome")[0]
    assert (made.target, made.value, made.source, made.on) == ("h1", "yes 2031-06-01", "a gazette", "2031-05-30")
    back = desk.send("/forecasts/outcome", hypothesis="h1", happened="open", why="a misprint")
    assert f"<bdi>{told}</bdi>. <small>" not in back
    assert [one.value for one in desk.journal("outcome")] == ["yes 2031-06-01", "open"]
    again = desk.undo(desk.journal("outcome")[1])
    assert again
    assert f"<bdi>{told}</bdi>. <small>" in desk.page("/forecasts")
    desk.undo(desk.journal("outcome")[0])
    assert "No outcome is recorded." in desk.page("/forecasts")


@pytest.mark.usefixtures("later")
def test_scores_and_the_look_back_come_with_the_next_update(desk):
    """Which origins misled, and the penalty of each forecast; no rate is given for fewer than five."""
    desk.send("/forecasts/outcome", **OUTCOME)
    updated(desk.place)
    page = desk.page("/forecasts")
    assert "Looking back" in page
    assert re.search(r"Brier \d\.\d\d to \d\.\d\d", page)
    assert "Origins that misled or led" in page
    ahl = next(one for one in built()[0].sources if "Ahl" in one.name)
    told = desk.page(f"/sources/{ahl.id}").split('id="record"')[1].split("</section>")[0]
    assert "settled" in told
    assert "No rate is given for fewer than 5." in told


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"happened": ""}, "say whether it happened"),
        ({"known": ""}, "give the day"),
        ({"known": "soon"}, "is no day"),
        ({"known": "2031-06-09"}, "lies ahead"),
        ({"source": " "}, "on whose word"),
        ({"happened": "no"}, "has no day"),
        ({"on": "2031-06-02"}, "check both days"),
        ({"hypothesis": "h9"}, "name a hypothesis"),
    ],
)
@pytest.mark.usefixtures("later")
def test_what_cannot_be_recorded_is_told(desk, changes, words):
    """Nothing is written, and the page says what is missing."""
    assert words in desk.send("/forecasts/outcome", 422, **{**OUTCOME, **changes})
    assert desk.journal() == []


def test_taking_back_what_does_not_stand_changes_nothing(desk):
    """It says so."""
    assert "no outcome stands" in desk.send("/forecasts/outcome", hypothesis="h1", happened="open")
    assert desk.journal() == []


@pytest.mark.usefixtures("later")
def test_an_outcome_recorded_by_words_is_found(desk):
    """The command line may name the question; the desk shows and corrects the same one."""
    from sayso.model.rulings import Ruling  # noqa: PLC0415

    question = built()[0].question
    with open_case(desk.place) as repository:
        made = Ruling(question, "outcome", "Bo", "2031-06-02T09:00:00", "heard", value="no 2031-06-01", source="Bo")
        repository.rule([made])
    assert "It did not happen, known on 1 June 2031, from Bo" in desk.page("/forecasts")
    desk.send("/forecasts/outcome", **OUTCOME)
    assert [one.target for one in desk.journal("outcome")] == [question, question]
