"""Probabilities, log-odds and the words of the yardsticks."""

import math
from itertools import pairwise

import pytest

from sayso.errors import SettingError
from sayso.lang.en.yardsticks import YARDSTICKS
from sayso.weighing.likelihood import log_odds, logistic, words_for


@pytest.mark.parametrize(("log_odd", "probability"), [(0.0, 0.5), (math.log(3), 0.75), (-math.log(9), 0.1)])
def test_logistic_reference_values(log_odd: float, probability: float) -> None:
    """Odds of 1, 3 and 1/9 are shares of a half, three quarters and a tenth; log_odds goes back."""
    assert logistic(log_odd) == pytest.approx(probability, abs=1e-15)
    assert log_odds(probability) == pytest.approx(log_odd, abs=1e-15)


@pytest.mark.parametrize("far", [1e3, 1e300])
def test_logistic_never_overflows(far: float) -> None:
    """Any finite log-odds has a probability."""
    assert logistic(far) == 1.0
    assert logistic(-far) == 0.0


@pytest.mark.parametrize(
    ("yardstick", "probability", "words"),
    [
        ("us-nic", 0.03, "almost no chance"),
        ("us-nic", 0.001, "almost no chance"),
        ("us-nic", 0.1, "very unlikely"),
        ("us-nic", 0.31, "unlikely"),
        ("us-nic", 0.45, "roughly even chance"),
        ("us-nic", 0.55, "roughly even chance"),
        ("us-nic", 0.551, "likely"),
        ("us-nic", 0.9, "very likely"),
        ("us-nic", 0.999, "almost certain"),
        ("nato", 0.5, "even chance"),
        ("uk", 0.37, "unlikely"),
        ("uk", 0.39, "realistic possibility"),
        ("uk", 0.52, "realistic possibility"),
        ("ipcc", 0.2, "unlikely"),
        ("ipcc", 0.07, "very unlikely"),
        ("ipcc", 0.995, "virtually certain"),
        ("efsa", 0.92, "very likely"),
    ],
)
def test_words(yardstick: str, probability: float, words: str) -> None:
    """The narrowest term that holds the probability, else the nearest; a border goes to the one nearer even."""
    assert words_for(probability, yardstick) == words


@pytest.mark.parametrize("yardstick", ["us-nic", "nato"])
def test_words_mirror(yardstick: str) -> None:
    """Where a yardstick is symmetric, a probability and its complement get mirrored terms."""
    terms = [term for term, _, _ in YARDSTICKS[yardstick]]
    for percent in range(101):
        there, back = words_for(percent / 100, yardstick), words_for(1 - percent / 100, yardstick)
        assert terms.index(there) == len(terms) - 1 - terms.index(back)


@pytest.mark.parametrize("yardstick", sorted(YARDSTICKS))
def test_words_never_fall_as_the_probability_rises(yardstick: str) -> None:
    """A higher probability never gets a lower term; every term is lower case and its range is one."""
    terms = [term for term, low, high in YARDSTICKS[yardstick] if 0 <= low < high <= 1 and term == term.lower()]
    assert len(terms) == len(YARDSTICKS[yardstick])
    places = [terms.index(words_for(n / 1000, yardstick)) for n in range(1001)]
    assert all(left <= right for left, right in pairwise(places))


def test_unknown_yardstick() -> None:
    """A yardstick there is not is an error that names the choices."""
    with pytest.raises(SettingError, match="nato"):
        words_for(0.5, "thumb")
