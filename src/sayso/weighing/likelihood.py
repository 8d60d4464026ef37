"""Probability and log-odds, and the words of a yardstick for a probability."""

from __future__ import annotations

import math

from sayso.errors import SettingError
from sayso.lang.en.yardsticks import YARDSTICKS

DEFAULT_YARDSTICK = "us-nic"


def logistic(log_odds: float) -> float:
    """The probability in [0, 1] that stands for natural `log_odds`; no overflow for any finite number."""
    if log_odds >= 0:
        return 1.0 / (1.0 + math.exp(-log_odds))
    grown = math.exp(log_odds)
    return grown / (1.0 + grown)


def log_odds(probability: float) -> float:
    """Natural log-odds of a `probability` strictly between 0 and 1; SettingError outside."""
    if not 0.0 < probability < 1.0:
        raise SettingError(
            f"a prior of {probability} leaves no room for evidence; give one between 0 and 1, e.g. 0.3"
        )
    return math.log(probability) - math.log1p(-probability)


def checked(yardstick: str) -> str:
    """The name of a yardstick that there is; SettingError naming the choices otherwise."""
    if yardstick not in YARDSTICKS:
        raise SettingError(f'no yardstick "{yardstick}"; choose one of {", ".join(YARDSTICKS)}')
    return yardstick


def words_for(probability: float, yardstick: str = DEFAULT_YARDSTICK) -> str:
    """The term for `probability`: of the terms whose range holds it the narrowest, else the nearest.

    On a border between two terms the one nearer to even odds is taken, so that words never claim more than the
    number does. Rounded to six places first, so that a probability and its complement meet the same border.
    """
    share = round(probability, 6)

    def fit(term: tuple[str, float, float]) -> tuple[float, float, float]:
        _, low, high = term
        return (max(low - share, share - high, 0.0), high - low, abs((low + high) / 2 - 0.5))

    return min(YARDSTICKS[checked(yardstick)], key=lambda term: tuple(round(x, 6) for x in fit(term)))[0]
