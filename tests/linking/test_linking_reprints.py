"""Passages shared with a dated article as clues to the day."""

from __future__ import annotations

from datetime import date

from tests.linking.pages_of_days import interval, page

from sayso.linking.reprints import passages, reprints
from sayso.linking.times import date_pages

REPORT = " ".join(f"Keeper{n} of lock {n} turned wheel {n * 7} before boat {n * 3} passed." for n in range(30))
OTHERS = [page(f"Something else, {n}, in another year.", date(2031, 1 + n % 12, 5), f"n{n}") for n in range(12)]


def test_a_reprint_is_of_about_the_same_day() -> None:
    """A report that stands word for word in a dated article is of its day or near it."""
    known = page(REPORT, date(2031, 6, 17), "k")
    shown = date_pages([*OTHERS, known, page(f"From our desk. {REPORT} All rights reserved.")])[-1]
    days = interval(shown)
    assert days.contains(date(2031, 6, 17))
    assert days.earliest is not None
    assert days.latest is not None
    assert (days.latest - days.earliest).days <= 14
    assert shown.article.published is not None
    assert any("word for word" in reason for reason in shown.article.published.reasons)


def test_after_more_than_before() -> None:
    """A reprint comes out after what it reprints rather than before."""
    (clue,) = reprints(page(REPORT), passages([page(REPORT, date(2031, 6, 17), "k")]))
    day = date(2031, 6, 17).toordinal()
    assert clue.weight(day) > clue.weight(day + 1) > clue.weight(day - 1) > clue.weight(day + 60)


def test_short_and_common_passages_are_none() -> None:
    """A sentence shared, or a passage that five articles have, tells nothing."""
    few = passages([page("The lock of Tarn is shut.", date(2031, 6, 17), "k")])
    assert reprints(page("The lock of Tarn is shut."), few) == ()
    many = passages([page(REPORT, date(2031, 6, n), f"k{n}") for n in range(1, 6)])
    assert reprints(page(REPORT), many) == ()
