"""What training fits of times: cases with the true day in the middle, and the weights that dating gives them."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from sayso.linking.clues import REACHES, clues
from sayso.model.case import Page
from training.dating import YEAR, cases, dated, fitted, rows, searched, weights

DAY = date(2031, 3, 12)


def _page(text: str) -> Page:
    return dated("a", text, DAY)


@pytest.mark.parametrize(
    "text", ["It was shut in December.", "It will be shut in May.", "They will meet on 3 May."]
)
def test_the_same_weights_as_dating(text: str) -> None:
    """The weights that are fitted are those that dating uses, but for a constant."""
    ((key, (case,)),) = cases([_page(text)]).items()
    (clue,) = clues(_page(text))
    first = DAY.toordinal() - YEAR // 2
    live = np.array([clue.weight(first + k) for k in range(YEAR)])
    assert weights(case, key[1], REACHES[key]) == pytest.approx(live)


def test_a_search_climbs() -> None:
    """Where all that lies ahead is a month off, days at a month are likelier than days at three."""
    pages = [_page(f"It will be shut on {day} April.") for day in range(8, 17)]
    reach = searched(cases(pages)["day", 1], 1)
    row = weights(cases(pages)["day", 1][4], 1, reach)
    assert row[YEAR // 2] > row[YEAR // 2 - 60]


def test_weekdays() -> None:
    """Texts that came out the day after the weekday they name have that day's weight highest."""
    found = np.array([rows(_page("They met on Tuesday."))] * 6)
    theta = fitted(found, np.array([2] * 6))
    assert theta[:7].argmax() == 1
