"""The answer over time: one step a day, from what was published by then, naming what moved it."""

import pytest
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
