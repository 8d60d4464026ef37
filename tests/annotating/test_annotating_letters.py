"""Letters that a search takes for others: what it finds can be looked up."""

from __future__ import annotations

import pytest
from tests.annotating.pages import page

ODD = (
    "Ada Lind said that rain is lıkely, hıs deputy said.",
    "Ada Lind said that ſix mıllion litres, or ſo, are gone.",
    "Ada Lind said that 3 Kılometres or leſſ of pipe may breaK.",
    "Hıs deputy ſaid that 5 bıllion crowns, or fewer, are poſſıbly gone.",
)


@pytest.mark.parametrize("text", ODD)
def test_letters_that_look_like_others_break_nothing(text):
    """A dotless i, a long s and the sign for kelvin match i, s and k, and are looked up as these."""
    assert page(text).article.text == text


def test_a_day_in_odd_letters_is_that_day():
    """What matches a weekday, a month or a bound is read as one."""
    (time,) = page("The road wıll cloſe by Frıday 3 Auguſt 2031.", language="en").times
    assert time.timex == "2031-08-03"
