"""Forecasts: which statements predict, with what range and by when, and how they scored."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.weighing.cases import H1, Said, case_of, day_of, with_time

from sayso.model.forecasts import Forecast, Outcome
from sayso.model.rulings import Ruling
from sayso.model.span import Span
from sayso.model.times import Dating, Interval, TimeBound, TimeMention, TimexType, Vagueness
from sayso.weighing.forecasts import implied
from sayso.weighing.weigh import weigh

HAPPENED = Outcome("h1", happened=True, known=day_of(25), source="the gazette")


def forecast(said: Said) -> Forecast | None:
    """The forecast that one statement makes, or None."""
    return next(iter(weigh(case_of(said)).forecasts), None)


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
    made = weigh(replace(case, pages=(with_time(case.pages[0], soon),)))
    assert made.forecasts[0].by == soon
    made = weigh(replace(case, pages=(with_time(case.pages[0], past),)))
    assert made.forecasts[0].by == H1.closes


def test_an_old_forecast_keeps_its_own_day() -> None:
    """A forecast that the text tells to be old has the deadline it had then, though that is past by now."""
    case = case_of(Said(day=0))
    past, before = date(2031, 5, 12), date(2031, 4, 30)
    page = with_time(case.pages[0], past)
    old = replace(page.statements[0], told="t", said=Dating(Interval(before, before), "given"))
    made = weigh(replace(case, pages=(replace(page, statements=(old,)),)))
    assert made.forecasts[0].by == past


def test_hedges_are_the_phrase() -> None:
    """Where hedges stand they are the phrase, as they stand in the text."""
    case = case_of(Said(words="the harbour may perhaps close", low=0.1, high=0.7))
    page = case.pages[0]
    statement = page.statements[0]
    text = page.article.text
    spans = tuple(type(statement.content[0])(text.index(w), text.index(w) + len(w)) for w in ("may", "perhaps"))
    hedged = replace(statement, commitment=replace(statement.commitment, hedges=spans))
    made = weigh(replace(case, pages=(replace(page, statements=(hedged,)),)))
    assert made.forecasts[0].phrase == "may … perhaps"


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


def times(said: Said, *mentions: tuple[str, TimexType, TimeBound, Interval]) -> Forecast | None:
    """The forecast of one statement whose words name times."""
    case = case_of(said)
    page = case.pages[0]
    found = []
    for place, (words, kind, bound, days) in enumerate(mentions):
        start = page.article.text.index(words)
        timex = "P1W" if kind == "DURATION" else "2031"
        vague: Vagueness | None = "coming" if kind == "DURATION" else None
        place_of = Span(start, start + len(words))
        found.append(TimeMention(f"t{place}", place_of, words, timex, kind, days, bound, vague))
    statement = replace(page.statements[0], times=tuple(one.id for one in found))
    page = replace(page, times=tuple(found), statements=(statement,))
    return next(iter(weigh(replace(case, pages=(page,))).forecasts), None)


@pytest.mark.parametrize(
    "words",
    [
        "the port is due to the river what it is",
        "he would have closed it",
        "they may have closed it",
        "in May the harbour was full",
        "it is a deal that could value the port at a million",
    ],
    ids=["cause", "unreal past", "guess at the past", "month", "relative clause"],
)
def test_words_that_only_look_like_the_future(words: str) -> None:
    """Causes, guesses at the past, months and what a relative clause adds make no forecast, though they bear."""
    assert forecast(Said(words=words)) is None


def test_a_plans_contents_are_no_forecast() -> None:
    """What papers say would be is a plan's content; told of a day it is a forecast told in the past."""
    words = "the harbour would close on 12 June"
    day = Interval(day_of(11), day_of(11))
    assert forecast(Said(words="ships would pay twice as much")) is None
    found = times(Said(words=words), ("12 June", "DATE", "at", day))
    assert found is not None
    assert found.by == day_of(11)


def test_a_plan_needs_a_day() -> None:
    """What somebody plans is a forecast where it names a day, and else what somebody means to do."""
    plan = Said(words="to close the harbour on 12 June", force="plan", lean="unrelated")
    assert forecast(plan) is None
    found = times(plan, ("12 June", "DATE", "at", Interval(day_of(11), day_of(11))))
    assert found is not None
    assert (found.by, found.hypothesis) == (day_of(11), None)


@pytest.mark.parametrize(
    ("words", "mentions", "by"),
    [
        (
            "it will close by 9 June. Ships return in July",
            [
                ("9 June", "DATE", "by", Interval(None, day_of(8))),
                ("July", "DATE", "at", Interval(day_of(30), day_of(60))),
            ],
            day_of(8),
        ),
        (
            "it will close in June or July",
            [
                ("June", "DATE", "at", Interval(day_of(0), day_of(29))),
                ("July", "DATE", "at", Interval(day_of(30), day_of(60))),
            ],
            day_of(60),
        ),
        (
            "it may close as early as 9 June",
            [("9 June", "DATE", "as-early-as", Interval(day_of(8), None))],
            H1.closes,
        ),
        (
            "it will close in the coming week",
            [("the coming week", "DURATION", "at", Interval(day_of(0), None))],
            day_of(7),
        ),
        ("it will close on Saturday", [("Saturday", "DATE", "at", Interval(day_of(-1), day_of(-1)))], day_of(6)),
    ],
    ids=["its own sentence", "the later of two", "no deadline", "a length of time", "the next weekday"],
)
def test_the_day_by_which(words: str, mentions: list[tuple[str, TimexType, TimeBound, Interval]], by: date) -> None:
    """The day is told by the times beside the words; a weekday is the next one, and "as early as" sets no end."""
    found = times(Said(words=words), *mentions)
    assert found is not None
    assert found.by == by


@pytest.mark.parametrize(
    "words",
    [
        "if it rains, the harbour will close",
        "the harbour will close if the strike goes on",
        "unless it rains it will close",
    ],
)
def test_what_hangs_on_a_condition_cannot_be_settled(words: str) -> None:
    """A conditional forecast is listed, says why it cannot be resolved, and is never scored."""
    case = case_of(Said(words=words), outcomes=(HAPPENED,))
    made = weigh(case)
    (found,) = made.forecasts
    assert (found.resolvable, found.hypothesis) == (False, None)
    assert "condition" in found.why
    assert made.scores == ()


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("the odds of a closed harbour are no better than one in five", 0.0, 0.2),
        ("there is a 70 percent chance that it will close", 0.65, 0.75),
        ("there is at least a 60% chance that it will close", 0.6, 1.0),
        ("it is fifty-fifty that it will close", 0.45, 0.55),
    ],
)
def test_odds_in_figures_are_taken_as_they_stand(words: str, low: float, high: float) -> None:
    """Odds in figures are the forecast's range, and that of the event, whichever side its source takes."""
    for lean in ("support", "deny"):
        found = forecast(Said(words=words, lean=lean))
        assert found is not None
        assert (found.low, found.high) == pytest.approx((low, high))
        assert found.implied == pytest.approx((low, high))


def test_figures_without_odds_are_none() -> None:
    """A share of something else is no probability."""
    found = forecast(Said(words="it will close 20 percent of the harbour", low=0.9, high=1.0))
    assert found is not None
    assert (found.low, found.high) == (0.9, 1.0)


def test_quoted_five_times_counts_once() -> None:
    """What one source says on one occasion counts once; on another occasion again, and another source's apart."""
    said = [Said(day=n) for n in range(5)]
    made = weigh(case_of(*said, Said("Bo Ras", "o2"), Said(origin="o3", day=9), outcomes=(HAPPENED,)))
    standing = [one for one in made.forecasts if one.repeats is None]
    assert [one.statement for one in standing] == ["s-0", "s-5", "s-6"]
    assert {one.repeats for one in made.forecasts} == {None, "s-0"}
    assert [score.statement for score in made.scores] == ["s-0", "s-0", "s-5", "s-5", "s-6", "s-6"]


def test_a_heading_repeats_its_text() -> None:
    """A heading's forecast is its text's, whoever it names."""
    made = weigh(case_of(Said("Port chief", block="title"), Said("Ada Lind")))
    assert [one.repeats for one in made.forecasts] == ["s-1", None]


def test_words_inside_anothers_words_are_the_others() -> None:
    """Where a statement stands inside another one, the inner holder forecasts and the outer does not."""
    case = case_of(Said(words="Bo Ras says that it will close"))
    page = case.pages[0]
    outer = page.statements[0]
    start = page.article.text.index("it will")
    inner = replace(outer, id="s-in", parent=outer.id, content=(Span(start, outer.content[0].end),))
    case = replace(case, pages=(replace(page, statements=(outer, inner)),))
    case = replace(case, stances=(*case.stances, replace(case.stances[0], statement="s-in")))
    assert [one.statement for one in weigh(case).forecasts] == ["s-in"]


def test_what_people_rejected_forecasts_nothing() -> None:
    """A statement that a person rejected is no forecast any more."""
    ruling = Ruling("s-0", "reject", "Ada", "2031-06-02T10:00:00+00:00", "misread")
    assert weigh(case_of(Said(), rulings=(ruling,))).forecasts == ()


@given(
    st.text(alphabet="aeM y.!?\n…“”0123 %inof", max_size=60),
    st.sampled_from(["will", "may", "one in five", "if", "would"]),
)
def test_no_text_breaks_it(words: str, more: str) -> None:
    """Whatever the words, forecasts keep their range in [0, 1], low first."""
    said = f"x {words} {more} {words}"
    for one in weigh(case_of(Said(words=said))).forecasts:
        assert 0.0 <= one.low <= one.high <= 1.0
        assert one.resolvable is not bool(one.why)


def test_what_nobody_said_is_the_outer_ones() -> None:
    """Where an inner statement names nobody ("have been told that"), the outer holder forecasts."""
    case = case_of(Said(words="they have been told that it will close"))
    page = case.pages[0]
    outer = page.statements[0]
    start = page.article.text.index("it will")
    nobody = replace(outer.chain[0], source=replace(outer.chain[0].source, span=None))
    inner = replace(
        outer, id="s-in", parent=outer.id, chain=(nobody,), content=(Span(start, outer.content[0].end),)
    )
    case = replace(case, pages=(replace(page, statements=(outer, inner)),))
    assert [one.statement for one in weigh(case).forecasts] == [outer.id]
