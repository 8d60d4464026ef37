"""What dated articles say about an undated one by their words alone."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.linking.pages_of_days import interval, page

from sayso.linking.bursts import Bursts
from sayso.linking.neighbours import day_of, neighbours, start, vocabulary
from sayso.linking.times import date_pages
from sayso.model.case import Page

FIRST = date(2031, 1, 1)
DAYS = range(FIRST.toordinal() - 200, FIRST.toordinal() + 400)
TOPICS = ("ferry rope tide", "swan marble chisel", "bread oven flour", "kite paper string", "clock wheel spring")


def spread(gap: int) -> list[str]:
    """Texts of five topics, each four times in a row, with the names of a man of each."""
    return [f"They told of {TOPICS[n // 4]} and of Mr. Larkin{'abcde'[n // 4]} again{n * gap}." for n in range(20)]


def case(gap: int) -> list[Page]:
    """Dated articles, `gap` days apart, of five topics one after the other."""
    return [page(text, FIRST + timedelta(n * gap), f"n{n}") for n, text in enumerate(spread(gap))]


def test_likeness_dates() -> None:
    """A text of the third topic is dated to the days of the third topic."""
    shown = date_pages([*case(10), page("Nobody told of bread and oven without flour.")])[-1]
    days = interval(shown)
    assert days.contains(FIRST + timedelta(95))
    assert days.earliest is not None
    assert days.latest is not None
    assert days.earliest > FIRST
    assert (days.latest - days.earliest).days < 190


def test_close_neighbours_make_short_intervals() -> None:
    """Where the dated articles of a case come out day by day, an undated one is likely to be of those days."""
    close = interval(date_pages([*case(1), page("Nothing.")])[-1])
    wide = interval(date_pages([*case(12), page("Nothing.")])[-1])
    assert close.earliest and close.latest and wide.earliest and wide.latest  # noqa: PT018 - for the type checker
    assert (close.latest - close.earliest).days < 60 < (wide.latest - wide.earliest).days


def test_a_case_gives_an_interval_without_a_clue() -> None:
    """A text without a time is dated by the case alone, and the reason says so."""
    shown = date_pages([page("They met.", date(2031, 3, 3), "n1"), page("Nobody came.")])[1]
    dating = shown.article.published
    assert dating is not None
    assert dating.interval.contains(date(2031, 3, 3))
    assert dating.reasons[0].startswith("The dated articles of the case")
    assert 0 < dating.confidence < 1


def test_words_that_come_and_go() -> None:
    """A word whose holders lie close together is a clue at its place, with a reason; a topic of all is none."""
    pages = case(10)
    text = "Of oven and flour nobody told again."
    found = Bursts(neighbours([*pages, page(text)], DAYS)).clues(text, vocabulary(page(text)))
    assert {clue.span.of(text) for clue in found} <= {"oven", "flour"}
    for clue in found:
        assert "stands in 4 dated articles" in clue.says
        near, far = FIRST + timedelta(95), FIRST + timedelta(300)
        assert clue.weight(near.toordinal()) > clue.weight(far.toordinal())


def test_inferred_dates_are_no_neighbours() -> None:
    """An undated article and one with an inferred date give no day to others."""
    shown = date_pages([page("The ferry sails in May.", None, "n1"), page("They met.", FIRST, "n2")])
    assert [day_of(one) for one in shown] == [0, FIRST.toordinal()]


@given(st.lists(st.integers(0, 300), min_size=1, max_size=8))
def test_densities(places: list[int]) -> None:
    """The start of every text is a density: above nothing everywhere, and about one over all days."""
    pages = [page(f"Tide{n} and rope.", FIRST + timedelta(k), f"n{n}") for n, k in enumerate(places)]
    weights, why = start(vocabulary(page("Tide0 and swan.")), neighbours(pages, DAYS))
    total = sum(2.718281828459045**weight for weight in weights)
    assert 0.5 < total < 1.3
    assert why
