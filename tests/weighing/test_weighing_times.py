"""Time running out: fewer days left, a smaller chance, on every day of the timeline and for the negation."""

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.weighing.cases import H1, H2, TIMELESS, Said, case_of, day_of

from sayso.model.answers import Reason
from sayso.model.stances import Hypothesis
from sayso.weighing import weights
from sayso.weighing.likelihood import logistic
from sayso.weighing.times import Window
from sayso.weighing.weigh import weigh

JUNE = Window(date(2031, 5, 31), date(2031, 6, 30))
START = math.log(0.3 / 0.7)


def time_of(*said: Said, **settings) -> Reason:
    """The reason for the days that are left, of the first hypothesis."""
    return next(r for r in weigh(case_of(*said, **settings)).answers[0].reasons if r.kind == "time")


def test_share_of_a_window_by_hand() -> None:
    """With a quarter of the days left the hazard left is a quarter to the power of RUSH."""
    quarter = Window(date(2031, 6, 1), date(2031, 6, 29)).weight(START, date(2031, 6, 22))
    assert logistic(START + quarter) == pytest.approx(1 - 0.7 ** (0.25**weights.RUSH))


def test_nothing_is_gone_at_the_beginning() -> None:
    """On the day the question opens, and before it, the prior stands."""
    assert JUNE.weight(START, date(2031, 5, 31)) == 0.0
    assert JUNE.weight(START, date(2031, 1, 1)) == 0.0


@given(st.floats(-30, 30), st.integers(0, 60), st.integers(0, 60))
def test_later_is_never_likelier(prior: float, one: int, two: int) -> None:
    """The more days are gone, the smaller the chance of an event, and never nothing."""
    earlier, later = sorted((one, two))
    first = JUNE.weight(prior, date(2031, 5, 31) + timedelta(days=earlier))
    second = JUNE.weight(prior, date(2031, 5, 31) + timedelta(days=later))
    assert second <= first + 1e-9 <= 2e-9
    assert math.isfinite(second)


@given(st.floats(-30, 30), st.integers(0, 60))
def test_what_lasts_gains_what_an_event_loses(prior: float, gone: int) -> None:
    """A hypothesis that holds unless something happens is the mirror of that event."""
    day = date(2031, 5, 31) + timedelta(days=gone)
    assert replace(JUNE, lasting=True).weight(-prior, day) == -JUNE.weight(prior, day)


def test_without_a_last_day_no_time_runs_out() -> None:
    """No deadline, no days left: the reason weighs nothing and says so."""
    reason = time_of(Said(), hypotheses=TIMELESS)
    assert (reason.weight, reason.text) == (0.0, "No last day is known, so no time runs out.")


def test_without_a_day_of_the_answer_neither() -> None:
    """Where nobody knows on which day the answer stands, nothing is taken off."""
    assert time_of(Said(day=None), as_of=None).weight == 0.0


def test_the_reason_names_the_days() -> None:
    """The reason says how many days of the window are left."""
    assert "of 60 days 9 days are left until 30 June 2031" in time_of(Said()).text
    assert "one day is left" in time_of(Said(), as_of=28).text
    assert "no day is left" in time_of(Said(), as_of=29).text


def test_a_last_day_that_has_passed_is_said() -> None:
    """After the last day the reason says that nobody here reported the event."""
    reason = time_of(Said(), as_of=45)
    assert reason.text == "The last day, 30 June 2031, has passed, and no article here reports that it has come."
    assert reason.weight == time_of(Said(), as_of=29).weight < 0


def test_a_report_of_the_event_stops_the_clock() -> None:
    """Where an article reports that it has come, the days left say nothing."""
    reason = time_of(Said(words="Ostria closed the harbour today"))
    assert reason.weight == 0.0
    assert "has come" in reason.text


@pytest.mark.parametrize(
    "said",
    [
        Said(words="Ostria planned to have it closed"),
        Said(words="the harbour will be closed"),
        Said(words="Ostria closed the harbour", low=0.3),
        Said(words="Ostria closed the harbour", lean="deny", low=0.0, high=0.1),
    ],
)
def test_what_is_no_report_leaves_it_running(said: Said) -> None:
    """Plans, announcements, hedged and denied words are no report that it has come."""
    assert time_of(said).weight < 0


def test_every_step_has_its_own_days() -> None:
    """Before anybody speaks the steps fall from day to day; the last one is the answer."""
    given = weigh(case_of(Said(lean="open", strength=0.0), Said("Bo", "o2", "open", day=9))).answers[0]
    shares = [step.probability for step in given.over_time]
    assert shares == sorted(shares, reverse=True)
    assert len(set(shares)) == len(shares)
    assert shares[-1] == given.probability == pytest.approx(logistic(sum(r.weight for r in given.reasons)))


def test_the_window_begins_with_the_first_article_or_a_month_before_its_end() -> None:
    """An old article lengthens the window; without one it is a month."""
    free = (replace(H1, opens=None), H2)
    assert f"of {weights.WINDOW} days" in time_of(Said(day=10), hypotheses=free).text
    assert "of 59 days" in time_of(Said(day=-30), Said("Bo", "o2"), hypotheses=free).text


def test_the_negation_gains() -> None:
    """What the days take from the hypothesis they give to its negation."""
    yes, no = weigh(case_of(Said())).answers
    assert yes.reasons[1].weight == -no.reasons[1].weight < 0


def test_a_question_for_what_lasts() -> None:
    """A question whether something remains gains with every day on which it does."""
    stays = Hypothesis("h1", "Ostria remains in the customs union", closes=day_of(29))
    assert time_of(Said(), hypotheses=(stays,)).weight > 0
