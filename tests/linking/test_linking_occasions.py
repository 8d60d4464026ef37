"""Clues that need counting: anniversaries, days counted, and today beside a date."""

from __future__ import annotations

from datetime import date

import pytest
from tests.linking.pages_of_days import interval, page

from sayso.linking.occasions import counts, occasions
from sayso.linking.times import date_pages, dated
from sayso.model.times import Interval

YEARS = Interval(date(2029, 1, 1), date(2031, 12, 31))


def test_an_anniversary_fixes_the_year() -> None:
    """The 80th anniversary of a flood of 1951 is in 2031."""
    text = "The mayor will speak on the 80th anniversary of the flood of 1951."
    assert any("is in 2031" in clue.says for clue in occasions(page(text)))
    shown = interval(dated(page(text), near=YEARS))
    assert shown.earliest is not None
    assert shown.earliest >= date(2030, 12, 1)


def test_an_event_of_another_article() -> None:
    """The year of an anniversary may stand in another article that tells of the same event."""
    other = page("The great flood of Tarn drowned the mill in 1951.", None, "n1")
    text = "The mayor will mark the 80th anniversary of the great flood of Tarn at the mill."
    (clue,) = occasions(page(text), counts([other, page(text)]))
    assert "1951 is in 2031" in clue.says
    assert occasions(page(text)) == ()


def test_an_anniversary_with_its_day() -> None:
    """Where the event has a day, days around it are likelier than the rest of the year."""
    (clue,) = occasions(page("They mark the tenth anniversary of the flood of 5 May 2021."))
    assert clue.weight(date(2031, 5, 3).toordinal()) > clue.weight(date(2031, 9, 3).toordinal())
    assert clue.weight(date(2031, 9, 3).toordinal()) > clue.weight(date(2030, 5, 3).toordinal())


def test_days_counted() -> None:
    """Day 40 of a strike is known where a dated article is of its day 37."""
    known = page("It is day 37 of the strike in Quenn.", date(2031, 3, 8), "n1")
    shown = date_pages([known, page("On the 40th day of the strike nobody came.")])[1]
    assert interval(shown).contains(date(2031, 3, 11))
    first, last = interval(shown).earliest, interval(shown).latest
    assert first is not None
    assert last is not None
    assert (last - first).days <= 7


def test_today_beside_a_date() -> None:
    """Where "today, 12 March" is said, it is plain: no other day of the year will do."""
    (clue,) = occasions(page("The fair opens today, 12 March, at noon."))
    assert clue.weight(date(2031, 3, 12).toordinal()) == 0
    assert clue.weight(date(2031, 3, 13).toordinal()) < -3


@pytest.mark.parametrize(
    "text", ["", "The 0th anniversary of 9999.", "The zzzzzth anniversary", "day 9999 of the x"]
)
def test_odd_texts(text: str) -> None:
    """Counts that lead nowhere give no clue, or one that can be asked for any day."""
    for clue in occasions(page(text), counts([page(text, date(2031, 3, 1))])):
        assert clue.weight(date(2031, 3, 12).toordinal()) <= 0


def test_many_are_bounded() -> None:
    """A text of a thousand anniversaries gives four clues."""
    assert len(occasions(page("The 80th anniversary of 1951. " * 1000))) <= 4
