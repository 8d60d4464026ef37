"""Forecasts: which statements predict, with what range and by when, and how they scored."""

from dataclasses import replace
from datetime import date

import pytest
from tests.weighing.cases import H1, H2, Said, case_of, day_of, with_time

from sayso.model.forecasts import Forecast, Outcome, Score
from sayso.model.times import Dating, Interval
from sayso.weighing.forecasts import implied, misled
from sayso.weighing.weigh import weigh

HAPPENED = Outcome("h1", happened=True, known=day_of(25), source="the gazette")
FAILED = replace(HAPPENED, happened=False)


def forecast(said: Said) -> Forecast | None:
    """The forecast that one statement makes, or None."""
    return next(iter(weigh(case_of(said)).forecasts), None)


def score(said: Said, outcome: Outcome = HAPPENED) -> Score:
    """The one score of a case of one statement."""
    (found,) = weigh(case_of(said, outcomes=(outcome,))).scores
    return found


def test_future_words_that_bear_are_a_forecast() -> None:
    """Words in the future that bear on a hypothesis predict it, by its last day, in the range of the statement."""
    found = forecast(Said(low=0.6, high=0.9))
    assert found is not None
    assert (found.event, found.by) == ("the harbour will close", date(2031, 6, 30))
    assert (found.low, found.high, found.phrase, found.resolvable) == (0.6, 0.9, "will", True)


@pytest.mark.parametrize(
    "words", ["the harbour was full", "that he could not speak for it", "it was full on 3 May"]
)
def test_other_words_are_none(words: str) -> None:
    """What is said of the past is no forecast; nor are a month, or a word for what could not be said."""
    assert forecast(Said(words=words)) is None


def test_a_predicting_cue_is_enough() -> None:
    """A statement whose cue predicts is a forecast without a future word; without a day it cannot be resolved."""
    found = forecast(Said(words="a closed harbour", force="predict", lean="unrelated"))
    assert found is not None
    assert (found.phrase, found.by, found.resolvable) == ("said", None, False)


def test_questions_predict_nothing() -> None:
    """A statement that asks is no forecast."""
    assert forecast(Said(words="will the harbour close", polarity="open")) is None


def test_own_day_comes_first() -> None:
    """A day in the statement's own words is its deadline; a day before publication is not."""
    case = case_of(Said(day=0))
    soon, past = date(2031, 6, 12), date(2031, 5, 12)
    given = weigh(replace(case, pages=(with_time(case.pages[0], soon),)))
    assert given.forecasts[0].by == soon
    given = weigh(replace(case, pages=(with_time(case.pages[0], past),)))
    assert given.forecasts[0].by == H1.closes


def test_an_old_forecast_keeps_its_own_day() -> None:
    """A forecast that the text tells to be old has the deadline it had then, though that is past by now."""
    case = case_of(Said(day=0))
    past, before = date(2031, 5, 12), date(2031, 4, 30)
    page = with_time(case.pages[0], past)
    old = replace(page.statements[0], told="t", said=Dating(Interval(before, before), "given"))
    given = weigh(replace(case, pages=(replace(page, statements=(old,)),)))
    assert given.forecasts[0].by == past


def test_hedges_are_the_phrase() -> None:
    """Where hedges stand they are the phrase, as they stand in the text."""
    case = case_of(Said(words="the harbour may perhaps close", low=0.1, high=0.7))
    page = case.pages[0]
    statement = page.statements[0]
    text = page.article.text
    spans = tuple(type(statement.content[0])(text.index(w), text.index(w) + len(w)) for w in ("may", "perhaps"))
    hedged = replace(statement, commitment=replace(statement.commitment, hedges=spans))
    given = weigh(replace(case, pages=(replace(page, statements=(hedged,)),)))
    assert given.forecasts[0].phrase == "may … perhaps"


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        (Said(low=0.9, high=1.0), 0.9, 1.0),
        (Said(low=0.1, high=0.7), 0.1, 0.7),
        (Said(lean="deny", low=0.05, high=0.4), 0.05, 0.4),
        (Said(lean="deny", low=0.9, high=1.0), 0.0, 0.1),
        (Said(lean="support", low=0.0, high=0.1, polarity="negated"), 0.9, 1.0),
    ],
    ids=["will", "may", "unlikely", "asserts the opposite", "denies the opposite"],
)
def test_implied_range(said: Said, low: float, high: float) -> None:
    """The range given to the hypothesis respects which way the content points and how it is held."""
    case = case_of(said)
    found = implied(case.pages[0].statements[0], case.stances[0])
    assert found == pytest.approx((low, high))


def test_brier_at_both_ends() -> None:
    """The Brier score is the squared error at the ends of the range, the better end first."""
    found = score(Said(low=0.6, high=0.9))
    assert found.rule == "brier"
    assert [found.low, found.high] == pytest.approx([0.01, 0.16])
    found = score(Said(low=0.6, high=0.9), FAILED)
    assert [found.low, found.high] == pytest.approx([0.36, 0.81])


def test_denials_are_scored_the_right_way_round() -> None:
    """A denial scores well where the event did not come."""
    denial = Said(lean="deny", low=0.0, high=0.1)
    assert score(denial, FAILED).high == pytest.approx(0.01)
    assert score(denial, HAPPENED).low == pytest.approx(0.81)


def test_said_after_the_outcome_is_not_scored() -> None:
    """Hindsight earns no score; nor does a statement that leaves it open."""
    late = case_of(Said(day=26), as_of=40, outcomes=(HAPPENED,))
    assert weigh(late).scores == ()
    left_open = case_of(Said(lean="open", strength=0.0), outcomes=(HAPPENED,))
    assert weigh(left_open).scores == ()


def test_misled_names_who_pulled_the_wrong_way() -> None:
    """A post-mortem lists the origins that pulled away from what happened, the heaviest first."""
    said = (
        Said(),
        Said("Bo Ras", "o2", "deny", low=0.0, high=0.3),
        Said("Cy Vane", "o3", "deny", low=0.0, high=0.05),
    )
    answer = weigh(case_of(*said, hypotheses=(H1, H2))).answers[0]
    assert [reason.origin for reason in misled(answer, HAPPENED)] == ["o3", "o2"]
    assert [reason.origin for reason in misled(answer, FAILED)] == ["o1"]
