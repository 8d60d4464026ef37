"""Scores of forecasts, what they amount to for a source, and when the outcome tells nothing of a forecast."""

import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.weighing.cases import H1, H2, Said, case_of, day_of, with_time

from sayso.model.forecasts import Forecast, Outcome, Resolved, Score
from sayso.weighing.scores import FLOOR, LEAST, WORST, bounds, brier, calibration, came, logarithmic, tally
from sayso.weighing.weigh import weigh

HAPPENED = Outcome("h1", happened=True, known=day_of(25), source="the gazette")
FAILED = Outcome("h1", happened=False, known=day_of(40), source="the gazette")

#: What scoringrules 0.10.0 (Apache 2.0) gives: brier_score(o, p) and log_score(o, p). Made in an environment of its
#: own, as it brings scipy along, by:  pip install scoringrules==0.10.0; python -c "import scoringrules as s;
#: [print(p, o, float(s.brier_score(o, p)), float(s.log_score(o, p))) for p, o in PAIRS]"
SCORINGRULES = [
    (0.01, 1, 0.9801, 4.605170185988091),
    (0.05, 0, 0.0025000000000000005, 0.05129329438755058),
    (0.1, 1, 0.81, 2.3025850929940455),
    (0.2, 0, 0.04000000000000001, 0.2231435513142097),
    (0.4, 1, 0.36, 0.916290731874155),
    (0.4, 0, 0.16000000000000003, 0.5108256237659907),
    (0.5, 1, 0.25, 0.6931471805599453),
    (0.7, 0, 0.48999999999999994, 1.203972804325936),
    (0.85, 0, 0.7224999999999999, 1.897119984885881),
    (0.95, 1, 0.0025000000000000044, 0.05129329438755058),
    (0.99, 0, 0.9801, 4.605170185988091),
    (0.99, 1, 0.00010000000000000018, 0.010050335853501451),
    (0.01, 0, 0.0001, 0.010050335853501451),
]


def score(said: Said, outcome: Outcome = HAPPENED, rule: str = "brier") -> Score:
    """The score of a case of one statement."""
    (found,) = (one for one in weigh(case_of(said, outcomes=(outcome,))).scores if one.rule == rule)
    return found


def kept(*pairs: tuple[float, bool], case: str = "Will it rain?") -> list[Resolved]:
    """Resolved forecasts of one source: the probability said, and whether it came."""
    return [
        Resolved(case, "it rains", ("Ada Lind",), "person", day_of(n), day_of(30), p, p, came_, day_of(31))
        for n, (p, came_) in enumerate(pairs)
    ]


@pytest.mark.parametrize(("p", "o", "squared", "nats"), SCORINGRULES)
def test_both_rules_agree_with_scoringrules(p: float, o: int, squared: float, nats: float) -> None:
    """Brier and logarithmic score are those of scoringrules, number by number."""
    assert brier(p, happened=bool(o)) == pytest.approx(squared, abs=1e-12)
    assert logarithmic(p, happened=bool(o)) == pytest.approx(nats, abs=1e-9)


def test_both_rules_agree_with_scoringrules_where_it_is_there() -> None:
    """The same on a fine grid, where the package is installed."""
    rules = pytest.importorskip("scoringrules")
    for step in range(1, 100):
        for o in (0, 1):
            assert brier(step / 100, happened=bool(o)) == pytest.approx(float(rules.brier_score(o, step / 100)))
            assert logarithmic(step / 100, happened=bool(o)) == pytest.approx(float(rules.log_score(o, step / 100)))


def test_the_impossible_costs_much_and_not_everything() -> None:
    """A probability of nothing for what happened costs as much as one in a hundred."""
    assert logarithmic(0.0, happened=True) == logarithmic(FLOOR, happened=True) == WORST


def test_brier_at_both_ends_and_the_middle() -> None:
    """The score is that of both ends of the range, the better one first, and of its middle."""
    found = score(Said(low=0.6, high=0.9))
    assert [found.low, found.high, found.middle] == pytest.approx([0.01, 0.16, 0.0625])
    found = score(Said(low=0.6, high=0.9), FAILED)
    assert [found.low, found.high, found.middle] == pytest.approx([0.36, 0.81, 0.5625])
    found = score(Said(low=0.6, high=0.9), rule="log")
    assert [found.low, found.high, found.middle] == pytest.approx([-math.log(x) for x in (0.9, 0.6, 0.75)])


def test_denials_are_scored_the_right_way_round() -> None:
    """A denial scores well where the event did not come."""
    denial = Said(lean="deny", low=0.0, high=0.1)
    assert score(denial, FAILED).high == pytest.approx(0.01)
    assert score(denial, HAPPENED).low == pytest.approx(0.81)


def test_an_outcome_of_the_negation_scores_all_the_same() -> None:
    """A hypothesis with its negation beside it has one outcome, and one score a rule."""
    made = weigh(case_of(Said(), hypotheses=(H1, H2), outcomes=(HAPPENED,)))
    assert [one.rule for one in made.scores] == ["brier", "log"]


def test_said_after_the_outcome_is_not_scored() -> None:
    """Hindsight earns no score; nor does a statement that leaves it open."""
    late = case_of(Said(day=26), as_of=40, outcomes=(HAPPENED,))
    assert weigh(late).scores == ()
    left_open = case_of(Said(lean="open", strength=0.0), outcomes=(HAPPENED,))
    assert weigh(left_open).scores == ()


DUE = date(2031, 6, 30)


@pytest.mark.parametrize(
    ("by", "outcome", "expected"),
    [
        (DUE, HAPPENED, True),
        (DUE, FAILED, False),
        (day_of(10), FAILED, False),
        (day_of(10), HAPPENED, None),
        (day_of(25), HAPPENED, True),
        (day_of(10), replace(HAPPENED, on=day_of(9)), True),
        (day_of(10), replace(HAPPENED, on=day_of(24)), False),
        (day_of(60), HAPPENED, True),
        (day_of(60), FAILED, None),
    ],
)
def test_what_an_outcome_tells_of_a_forecast(by: date, outcome: Outcome, *, expected: bool | None) -> None:
    """What never came did not come earlier; what came may have come after the day that was said."""
    forecast = Forecast("s", "it closes", by, 0.9, 1.0, "will", resolvable=True, hypothesis="h1")
    assert came(forecast, outcome, DUE) is expected


def test_a_forecast_with_an_earlier_day_fails_by_its_own_day() -> None:
    """Who said "by 12 June" was wrong where it came on the 20th."""
    case = case_of(Said(low=0.9, high=1.0), outcomes=(replace(HAPPENED, on=day_of(19)),))
    early = weigh(replace(case, pages=(with_time(case.pages[0], day_of(11)),)))
    assert early.scores[0].low == pytest.approx(0.81)
    assert weigh(case).scores[0].high == pytest.approx(0.01)


@pytest.mark.parametrize(
    ("outcome", "noted"),
    [
        (replace(HAPPENED, known=day_of(-3)), "before any article"),
        (replace(FAILED, known=day_of(5)), "could come until"),
        (FAILED, ""),
        (HAPPENED, ""),
    ],
)
def test_an_outcome_on_an_odd_day_is_noted(outcome: Outcome, noted: str) -> None:
    """An outcome before every article, or a "no" before the last day, is said to be odd."""
    told = [note.message for note in weigh(case_of(Said(), outcomes=(outcome,))).notes if note.code == "W404"]
    assert [noted in one for one in told] == ([True] if noted else [])


def test_no_rate_under_five() -> None:
    """Four resolved forecasts have a number and no rate; five have a mean with bounds."""
    four = tally("s", ("Ada Lind",), kept(*[(0.9, True)] * 4))
    assert (four.n, four.brier, four.log) == (4, None, None)
    five = tally("s", ("Ada Lind",), kept(*[(0.9, True)] * 4, (0.9, False)))
    assert five.brier is not None
    assert five.log is not None
    assert five.brier[1] == pytest.approx((4 * 0.01 + 0.81) / 5)
    assert (five.n, five.right) == (5, 4)


def test_wilsons_bounds() -> None:
    """The bounds of firm forecasts are Wilson's of the share that is wrong: 2 of 10 at 80 %, by hand."""
    low, mean, high = bounds([0.0] * 8 + [1.0] * 2) or (0, 0, 0)
    assert (round(low, 4), mean, round(high, 4)) == (0.0862, 0.2, 0.3984)


def test_taken_back_outcomes_do_not_count() -> None:
    """A record whose outcome was taken back is no part of a tally."""
    made = kept(*[(0.9, True)] * 5)
    assert tally("s", ("Ada Lind",), [*made[:4], replace(made[4], happened=None)]).n == 4


shares = st.lists(st.floats(0, 1), min_size=LEAST, max_size=40)


@given(shares)
def test_bounds_hold_the_mean(values: list[float]) -> None:
    """The bounds lie around the mean, inside the range, and are never of no width."""
    low, mean, high = bounds(values) or (1, 0, 0)
    assert 0.0 <= low <= mean <= high <= 1.0
    assert high > low


@given(shares, st.integers(2, 6))
def test_more_of_the_same_narrows_the_bounds(values: list[float], times: int) -> None:
    """The same scores again and again leave the mean and narrow the bounds."""
    one, many = bounds(values), bounds(values * times)
    assert one is not None
    assert many is not None
    assert many[1] == pytest.approx(one[1])
    assert many[2] - many[0] < one[2] - one[0]


@given(st.floats(0, 1), st.floats(0, 1))
def test_brier_is_proper(true: float, said: float) -> None:
    """Nobody expects a lower score than by saying what they hold."""

    def expected(share: float) -> float:
        return true * brier(share, happened=True) + (1 - true) * brier(share, happened=False)

    assert expected(true) <= expected(said) + 1e-12


def test_calibration_counts_by_probability() -> None:
    """Forecasts are sorted by the middle of their range; each class has its number, and what came of it."""
    made = calibration(kept((0.1, False), (0.15, True), (0.9, True), (1.0, True)))
    assert [(one.low, one.high, one.n) for one in made] == [(0.0, 0.2, 2), (0.8, 1.0, 2)]
    assert [one.share for one in made] == [0.5, 1.0]
    assert made[0].mean == pytest.approx(0.125)
    assert all(one.bounds[0] <= one.share <= one.bounds[1] for one in made)
