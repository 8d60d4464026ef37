"""Amounts: places, values, bounds, units, wholes, additions; numbers that are no amounts; hostile text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotating.amounts import amounts
from sayso.annotating.times import times
from sayso.model.amounts import Amount
from sayso.model.article import Article


def found(text: str) -> list[Amount]:
    """The amounts of a text as one block, times left out."""
    article = Article("a", "a.txt", text, "0")
    return list(amounts(article, (), [mention.span for mention in times(article, ())]))


def only(text: str) -> Amount:
    """The one amount of a text."""
    (amount,) = found(text)
    return amount


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "bound"),
    [
        ("They lost 500 pumps.", "500", 500, 500, "exact"),
        ("They want 500,000-700,000 pumps.", "500,000-700,000", 500_000, 700_000, "range"),
        ("They want 5 to 7 million pumps.", "5 to 7 million", 5e6, 7e6, "range"),
        ("They want between 20 and 30 pumps.", "20 and 30", 20, 30, "range"),
        ("They want 5\u00a0million pumps.", "5\u00a0million", 5e6, 5e6, "exact"),
        ("They want 2\u2009billion pumps.", "2\u2009billion", 2e9, 2e9, "exact"),
        ("They want three or four pumps.", "three or four", 3, 4, "range"),
        ("They lost 5 to 7 pumps.", "5 to 7", 5, 7, "range"),
        ("They lost up to 100,000 pumps.", "100,000", 0, 100_000, "at-most"),
        ("They lost as many as 40 pumps.", "40", 0, 40, "at-most"),
        ("They lost at least 120,000 pumps.", "120,000", 120_000, None, "at-least"),
        ("Over 140 million live there.", "140 million", 140e6, None, "at-least"),
        ("They lost 40 or more pumps.", "40", 40, None, "at-least"),
        ("They lost about 40 pumps.", "40", 40, 40, "about"),
        ("They lost two hundred and five pumps.", "two hundred and five", 205, 205, "exact"),
        ("They lost half a dozen pumps.", "half a dozen", 6, 6, "exact"),
        ("They lost dozens of pumps.", "dozens", 12, 120, "about"),
        ("They lost hundreds of thousands of pumps.", "hundreds of thousands", 100_000, 1e6, "about"),
        ("They lost just under 40 pumps.", "40", 0, 40, "at-most"),
        ("They lost just over 40 pumps.", "40", 40, None, "at-least"),
        ("They lost no fewer than 40 pumps.", "40", 40, None, "at-least"),
        ("They lost not more than 40 pumps.", "40", 0, 40, "at-most"),
        ("They want a maximum of 40 pumps.", "40", 0, 40, "at-most"),
        ("They lost at least another 40 pumps.", "40", 40, None, "at-least"),
        ("They lost more than an estimated 40 pumps.", "40", 40, None, "at-least"),
        ("They lost 40-plus pumps.", "40", 40, None, "at-least"),
        ("They lost 40+ pumps.", "40", 40, None, "at-least"),
        ("They lost 40-odd pumps.", "40", 40, 40, "about"),
        ("They lost 40 or so pumps.", "40", 40, 40, "about"),
        ("They lost 40 pumps at the very least.", "40", 40, None, "at-least"),
        ("They lost 40 pumps or more.", "40", 40, None, "at-least"),
        ("They lost 40 pumps, tops.", "40", 0, 40, "at-most"),
        ("They lost ~40 pumps.", "40", 40, 40, "about"),
        ("They lost ≥ 40 pumps.", "40", 40, None, "at-least"),
        ("They lost <40 pumps.", "40", 0, 40, "at-most"),
        ("They let sub-500 pumps go.", "500", 0, 500, "at-most"),
        ("They took over 40 pumps.", "40", 40, 40, "exact"),
        ("The count went up to 40.", "40", 40, 40, "exact"),
        ("They spoke about the 40 pumps.", "40", 40, 40, "exact"),
        ("They lost several hundred pumps.", "several hundred", 300, 900, "about"),
        ("They lost 1.000.000 pumps.", "1.000.000", 1e6, 1e6, "exact"),
        ("They lost 1,000,000 pumps.", "1,000,000", 1e6, 1e6, "exact"),
        ("They lost ٣٠٠ pumps.", "٣٠٠", 300, 300, "exact"),
        ("It is -5 to -3 degrees there.", "-5 to -3", -5, -3, "range"),
        ("They lost two-thirds of the pumps.", "two-thirds", 2 / 3, 2 / 3, "exact"),
    ],
)
def test_one_amount(text: str, words: str, low: float, high: float | None, bound: str) -> None:
    """A number is found at its exact place with its ends and its bound."""
    amount = only(text)
    assert (amount.text, amount.bound) == (words, bound)
    assert amount.span.of(text) == words
    assert amount.low == pytest.approx(low)
    assert amount.high is None if high is None else amount.high == pytest.approx(high)


@pytest.mark.parametrize(
    ("text", "unit", "of", "additive"),
    [
        ("They sent 500 more pumps to the coast.", "pumps", None, "more"),
        ("They sent another 20 pumps.", "pumps", None, "another"),
        ("They sent 300 red pumps drafted in from the hills.", "red pumps", "drafted in from the hills", None),
        ("They lost 12 of its 40 pumps.", "pumps", "of its 40 pumps", None),
        ("They paid $5 million.", "$", None, None),
        ("They paid €5-10 billion.", "€", None, None),
        ("The reservoir stood at 31 percent of its capacity.", "%", "of its capacity", None),
        ("The fish weighed 278kg.", "kg", None, None),
        ("The 300 sent back in spring are gone.", None, "sent back in spring", None),
    ],
)
def test_what_is_counted(text: str, unit: str | None, of: str | None, additive: str | None) -> None:
    """What is counted, the whole it is part of, and the word that adds it to another number."""
    amount = found(text)[0]
    assert (amount.unit, amount.of, amount.additive) == (unit, of, additive)


@pytest.mark.parametrize(
    "text",
    [
        "They met on 5 March 2021 for the second time.",
        "An F-16 flew over Highway 7 to Room 12.",
        "Call 555-123-4567 now.",
        "The Herons won 3-2 at home.",
        "Ann Lind, 45, said no.",
        "A 45-year-old man left.",
        "He is over age 30.",
        "They live at 16 Cedar Avenue.",
        "1. Boil the water",
        "No one knows which one of the pumps it was.",
        "It was 1 Muharram 1445 there.",
        "They lost " + "9" * 400 + " pumps.",
        "The 18th pump failed.",
        "The nurse, who is 34, left.",
        "Lind turned 90.",
        "They met at Ground Zero.",
        "The Group of 20 met.",
        "The Pico 3 satellite fell.",
        "The vote was 52 to 48.",
        "They won by a 3-0 score.",
        "The train left at 23.17.",
        "He said it [3] and left.",
        "At one point they left.",
        "On the one hand they left.",
        "The second half was better.",
        "She left a quarter of an hour later.",
        "It grew ten-fold.",
        "Take COVID -19 seriously.",
    ],
)
def test_no_amounts(text: str) -> None:
    """Dates, names, numbers of telephones and streets, scores, ages, lists and absurd numbers are no amounts."""
    assert found(text) == []


def test_rough_ranges_and_bounds() -> None:
    """A range and a bound can be rough at the same time; a conversion in brackets has the bound of its number."""
    rough = [
        (a.bound, a.approx)
        for text in ("about 5 to 7 pumps", "just under 40 pumps", "40 pumps")
        for a in found(text)
    ]
    assert rough == [("range", True), ("at-most", True), ("exact", False)]
    assert [a.bound for a in found("They flew more than 100 kilometres (60 miles).")] == ["at-least", "at-least"]


def test_what_is_more_than_what() -> None:
    """A comparison with a second number bounds neither; "more" tells what comes on top."""
    first, second = found("It costs $120 million more than the original $450 million.")
    assert (first.bound, first.additive, second.bound, second.additive) == ("exact", "more", "exact", "original")


@pytest.mark.parametrize(
    "text", ["It is 640 million more than an estimate.", "Three more votes than in May were cast."]
)
def test_a_comparison_adds_nothing(text: str) -> None:
    """More than something else comes on top of nothing."""
    assert [a.additive for a in found(text)] == [None]


@pytest.mark.parametrize(
    "text",
    ["It fell in a 5-to-4 vote.", "He has a 401(k).", "Women 45 to 64 came, and those 65 and over.",
     "It is in the top 10.", "The Gang of Eight left.", "It rings at ten.", "It is in the top three.",
     "Ann Ray (4.) led.", "The average age of its players was 44.",
     "Sandvar 2, which is old, leaks.", "No pupil under sixteen came.", "The Sandvar 2 reactor has aged.",
     "At 54° 55′ 30″ N.", "At 36°N 140°E."],
)  # fmt: skip
def test_votes_ages_ranks_and_angles(text: str) -> None:
    """Votes in hyphens, ages behind persons, ranks, names and coordinates are no amounts."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("It has never had fewer than 20 seats, nor more than 48.", ["at-least", "at-most"]),
        ("They may not raise it by more than 3.5 per cent.", ["at-most"]),
        ("He did not say that more than 40 left.", ["at-least"]),
    ],
)
def test_bounds_turned_round(text: str, bounds: list[str]) -> None:
    """Far apart, "not" and "more than" are at most, unless a clause begins between."""
    assert [a.bound for a in found(text)] == bounds


def test_below_zero() -> None:
    """Degrees below zero are less than nought, and "zero" is no amount of its own."""
    assert [(a.text, a.low) for a in found("It was 11 degrees below zero.")] == [("11", -11)]


def test_halves() -> None:
    """Half behind a bound or "and" is a share whatever follows; a half of two and what is half over are none."""
    assert [a.low for a in found("More than half named rents, and half of the crew left.")] == [0.5, 0.5]
    assert found("In the second half of it, May is half over.") == []


def test_what_stands_behind_the_noun_adds() -> None:
    """The word that adds may follow what is counted."""
    assert [a.additive for a in found("They want 15 crowns an hour more, and 40 boats more.")] == ["more", "more"]


def test_more_than_planned_adds() -> None:
    """What is more than planned comes on top of the plan."""
    assert [a.additive for a in found("It costs 130 million more than planned.")] == ["more"]


def test_a_change_is_no_range() -> None:
    """From one number to another is two numbers."""
    assert [(a.low, a.high) for a in found("Output rose 60% to 3.9 million pumps.")] == [(60, 60), (3.9e6, 3.9e6)]


WORDS = [
    "5", "1,000", "million", "up", "to", "at", "least", "half", "a", "of", "the", "pumps", "%", "$", "-",
    "–", ",", ".", "or more", "(", ")", "people", "killed", "who is", "more than", "or so", "each", "one",
    "two", "hundred", "dozens", "½", "1.000.000", "-3", "kg", "another", "between",
    "and", "or", "2021", "٣", "'", "#", "9999999999999999999999"
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=80))
def test_any_text(text: str) -> None:
    """Whatever the text: spans slice, do not overlap, ends are ordered, and twice is the same."""
    seen = found(text)
    assert all(amount.span.of(text) == amount.text for amount in seen)
    assert all(a.span.end <= b.span.start for a, b in pairwise(seen))
    assert all(a.low <= a.high for a in seen if a.low is not None and a.high is not None)
    assert seen == found(text)


@pytest.mark.parametrize(
    "unit",
    [
        "1 to ",
        "1-",
        "five hundred and ",
        "1,",
        "million ",
        "- ",
        "up to ",
        " ",
        "1" * 100,
        "one in five ",
        "of the 12 ",
        "two of the ",
        "1,00,",
        "half a ",
        "a quarter of a ",
        "(5 km / ",
        "12 red, ",
        "$US1 ",
        "of which 5 ",
        "1 000 ",
    ],
)
def test_linear_time(unit: str) -> None:
    """Thirty thousand characters of anything take well under four seconds."""
    text = unit * (30_000 // len(unit))
    start = time.process_time()
    found(text)
    assert time.process_time() - start < 4
