"""The answer over time: one step a day, from what was published by then, naming what moved it and telling why."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.weighing.cases import TIMELESS, Said, Story, case_of, day_of

from sayso.model.answers import Step
from sayso.weighing.weigh import weigh


def steps(*said: Said, **settings) -> tuple[Step, ...]:
    """The steps of the first hypothesis."""
    return weigh(case_of(*said, **settings)).answers[0].over_time


BO = Said("Bo Ras", "o2", "deny", low=0.0, high=0.2, day=5)


def test_starts_with_the_prior_the_day_before() -> None:
    """The first step is the prior, on the day before anything was published."""
    first = steps(Said(), BO, hypotheses=TIMELESS)[0]
    assert (first.as_of, first.moved_by) == (day_of(-1), ())
    assert first.probability == pytest.approx(0.3)


def test_last_step_is_the_answer() -> None:
    """The last step is on the day of the case and equals the answer to the last bit."""
    given = weigh(case_of(Said(), BO)).answers[0]
    last = given.over_time[-1]
    assert (last.as_of, last.probability) == (given.as_of, given.probability)
    assert (last.low, last.high) == (given.low, given.high)


def test_each_step_names_what_moved_it() -> None:
    """A step names the statements of its day that changed the answer."""
    found = steps(Said(), BO)
    assert [(step.as_of, step.moved_by) for step in found] == [
        (day_of(-1), ()),
        (day_of(0), ("s-0",)),
        (day_of(5), ("s-1",)),
        (day_of(20), ()),
    ]
    assert found[1].probability > found[0].probability > 0.0
    assert found[2].probability < found[1].probability


def test_every_step_is_the_answer_of_its_day() -> None:
    """A step equals the answer to the same case asked on its day."""
    said = (Said(), BO, Said("Cy Vane", "o3", day=9))
    for step in steps(*said)[1:-1]:
        that_day = weigh(case_of(*said, as_of=(step.as_of - day_of(0)).days)).answers[0]
        assert step.probability == pytest.approx(that_day.probability, abs=1e-12)
        assert (step.low, step.high) == pytest.approx((that_day.low, that_day.high), abs=1e-12)


def test_copies_move_nothing() -> None:
    """On the day of a reprint the step names no statement."""
    found = steps(Said(), Said(tag="reprint", day=4))
    assert next(step for step in found if step.as_of == day_of(4)).moved_by == ()


def test_an_interval_counts_at_its_latest_day() -> None:
    """An article dated between two days moves the answer on the second."""
    found = steps(Said(day=2, until=6))
    assert [step.as_of for step in found if step.moved_by] == [day_of(6)]


def test_undated_articles_count_on_the_last_day_and_are_noted() -> None:
    """An article without a date moves the last step only, and a note says so."""
    case = case_of(Said(day=None), BO)
    given = weigh(case)
    moved = {key: step.as_of for step in given.answers[0].over_time for key in step.moved_by}
    assert moved == {"s-1": day_of(5), "s-0": day_of(20)}
    assert [note.code for note in given.notes] == ["W403"]


def test_an_interval_across_the_day_counts_on_the_last_day() -> None:
    """An article that may have been published after the day counts on the day itself and is noted."""
    given = weigh(case_of(Said(day=18, until=25)))
    assert given.answers[0].over_time[-1].moved_by == ("s-0",)
    assert [note.code for note in given.notes] == ["W403"]


def test_retraction_is_a_step() -> None:
    """On the day of a retraction the answer goes back, and the step names what was taken back."""
    found = steps(Said(), retracted={"o1": 7}, hypotheses=TIMELESS)
    by_day = {step.as_of: step for step in found}
    assert by_day[day_of(0)].probability > 0.3
    assert by_day[day_of(7)].probability == pytest.approx(0.3)
    assert by_day[day_of(7)].moved_by == ("s-0",)


def test_no_day_known_no_steps() -> None:
    """Where neither the case nor any article has a day there is an answer and no timeline."""
    given = weigh(case_of(Said(day=None), as_of=None)).answers[0]
    assert given.over_time == ()
    assert given.words != "cannot say"


def test_steps_are_in_order_with_one_for_each_day() -> None:
    """Days rise and none comes twice, also where a statement was published on the day of the case."""
    story = Story([Said(day=n % 4, who=f"P{n}", origin=f"o{n}") for n in range(8)], as_of=3)
    days = [step.as_of for step in weigh(story.case()).answers[0].over_time]
    assert days == sorted(set(days))


def whys(*said: Said, **settings) -> dict[int, tuple[str, ...]]:
    """What the steps of the first hypothesis tell, by day."""
    return {(step.as_of - day_of(0)).days: step.why for step in steps(*said, **settings)}


def test_a_new_origin_is_told_with_its_side() -> None:
    """A step tells which origin spoke, on which side, and that nobody had spoken before the first."""
    told = whys(Said(), BO, hypotheses=TIMELESS)
    assert told[-1] == ("Before anybody spoke.",)
    assert told[0] == ("A new origin speaks for it: Ada Lind's word.",)
    assert told[5][0] == "A new origin speaks against it: Bo Ras's word."


def test_a_side_that_is_no_longer_alone_is_told() -> None:
    """The second origin of a side confirms the first, and what stood there before counts for more."""
    told = whys(Said(), Said("Cy Vane", "o3", strength=0.4, day=9), hypotheses=TIMELESS)[9]
    assert told[0] == "A new origin speaks for it: Cy Vane's word; it confirms Ada Lind's word."
    assert "The side for it is no longer alone: what stood there before counts for more." in told


def test_what_is_taken_back_is_told() -> None:
    """On the day of a retraction the step tells what was taken back and which side it had taken."""
    told = whys(Said(), retracted={"o1": 7}, hypotheses=TIMELESS)[7]
    assert told[0] == "Taken back, having spoken for it: Ada Lind's word."


def test_a_change_of_position_is_told() -> None:
    """A holder who turns is told as one clause, not as one origin gone and one new."""
    turned = Said("Ada Lind", "o2", "deny", low=0.0, high=0.1, day=6)
    told = whys(Said(), turned, hypotheses=TIMELESS)[6]
    assert told[0] == "Ada Lind changed position: spoke for it, now speaks against it."


def test_a_holder_who_speaks_again_is_told() -> None:
    """A holder who says the same again, less firmly, is told to have spoken again."""
    again = Said("Ada Lind", "o2", strength=0.6, day=6)
    assert whys(Said(), again, hypotheses=TIMELESS)[6][0] == (
        "Ada Lind spoke again, less firmly for it: only the latest word counts."
    )


def test_steps_at_which_only_time_moved_are_told_apart() -> None:
    """The last step, on which nothing came out, is of the kind "time", names no statement and says so."""
    *_, last = steps(Said(), BO)
    assert (last.kind, last.moved_by, last.by_said) == ("time", (), 0.0)
    assert last.why == ("Only time moved it, 15 days gone by: fewer days are left, and what was said is older.",)
    assert last.by_time < 0


def test_a_repetition_says_that_it_moves_nothing() -> None:
    """A reprint is told as such, and its step is one at which only time moved."""
    step = next(step for step in steps(Said(), Said(tag="reprint", day=4)) if step.as_of == day_of(4))
    assert step.kind == "time"
    assert step.why[0] == "What came out repeats what had been said before."


def test_only_the_statements_that_carry_an_origin_are_named() -> None:
    """Of two statements of one new origin the one that carries it is named."""
    found = steps(Said(day=3), Said(day=3, strength=0.4, tag="weak"))
    assert next(step for step in found if step.as_of == day_of(3)).moved_by == ("s-0",)


SAID = st.builds(
    Said,
    who=st.sampled_from(["Ada Lind", "Bo Ras", "Cy Vane", "Dee Orr"]),
    origin=st.sampled_from(["o1", "o2", "o3", "o4", "o5"]),
    lean=st.sampled_from(["support", "deny", "open"]),
    strength=st.sampled_from([0.3, 0.7, 1.0]),
    low=st.sampled_from([0.0, 0.5, 0.9]),
    day=st.integers(0, 12) | st.none(),
    block=st.sampled_from(["paragraph", "title"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(SAID, min_size=1, max_size=9), st.sets(st.sampled_from(["o1", "o2"])), st.integers(12, 40))
def test_what_is_told_adds_up_to_every_move(said: list[Said], taken: set[str], as_of: int) -> None:
    """By what was said and by time, each step's parts add up to its move in log-odds; the negation's, too."""
    retracted = {key: 10 for key in taken if any(one.origin == key for one in said)}
    for answer, turn in zip(weigh(case_of(*said, retracted=retracted, as_of=as_of)).answers, (1, -1), strict=True):
        for before, after in zip(answer.over_time, answer.over_time[1:], strict=False):
            move = _log_odds(after.probability) - _log_odds(before.probability)
            assert after.by_said + after.by_time == pytest.approx(move, abs=1e-9)
            assert (after.kind == "said") == bool(after.moved_by or after.by_said)
            assert after.why
        assert turn == 1 or all("for it" not in why for why in _sides(said, answer.over_time))


def _sides(said: list[Said], found: tuple[Step, ...]) -> list[str]:
    """The words on new origins of a negation where every statement speaks for the hypothesis."""
    if any(one.lean != "support" or one.low != 0.9 for one in said):
        return []
    return [why for step in found for why in step.why if why.startswith("A new origin")]


def _log_odds(share: float) -> float:
    return math.log(share / (1 - share))
