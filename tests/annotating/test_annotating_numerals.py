"""Numbers as written: digits of all kinds, words, parts, scales, signs; ranges and shares; numbers of odd input."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotating.numerals import Numeral
from sayso.annotating.ranges import numerals


def found(text: str) -> list[Numeral]:
    """The numerals of a text."""
    return list(numerals(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("1,000,000 pumps", "1,000,000", 1e6),
        ("1.000.000 pumps", "1.000.000", 1e6),
        ("1,00,000 pumps", "1,00,000", 1e5),
        ("12,34,567 pumps", "12,34,567", 1_234_567),
        ("1 000 000 pumps", "1 000 000", 1e6),
        ("1\u202f000\u202f000 pumps", "1\u202f000\u202f000", 1e6),
        ("12\u00a0500 pumps", "12\u00a0500", 12_500),
        ("12 000 pumps", "12 000", 12_000),
        ("1,8 metres", "1,8", 1.8),
        (".348 of it", ".348", 0.348),
        ("٣٤٥ pumps", "٣٤٥", 345),
        ("１２ pumps", "１２", 12),
        ("3½ pumps", "3½", 3.5),
        ("¾ of it", "¾", 0.75),
        ("twenty-five pumps", "twenty-five", 25),
        ("two hundred and five thousand", "two hundred and five thousand", 205_000),
        ("three and a half million", "three and a half million", 3.5e6),
        ("half a million", "half a million", 5e5),
        ("a quarter of a million", "a quarter of a million", 250_000),
        ("half a dozen", "half a dozen", 6),
        ("a hundred and twenty", "a hundred and twenty", 120),
        ("two point five million", "two point five million", 2.5e6),
        ("5 lakh pumps", "5 lakh", 5e5),
        ("−3 degrees", "−3", -3),
        ("minus 12 degrees", "minus 12", -12),
        ("two-thirds of it", "two-thirds", 2 / 3),
        ("one in five pumps", "one in five", 0.2),
        ("3 out of 5 pumps", "3 out of 5", 0.6),
    ],
)
def test_one_number(text: str, words: str, value: float) -> None:
    """A number is found at its place with its value, however it is written."""
    (numeral,) = found(text)
    assert text[numeral.start : numeral.end] == words
    assert numeral.low == numeral.high == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "money", "value"),
    [
        ("$US55,931,000", "$US", 55_931_000),
        ("US $5bn", "US$", 5e9),
        ("USD10m", "USD", 10e6),
        ("EUR 50m", "EUR", 50e6),
        ("RM23.50", "RM", 23.5),
        ("PS8.1bn", "£", 8.1e9),
        ("£5m", "£", 5e6),
        ("-$5 million", "$", -5e6),
        ("50 €", "€", 50),
        ("5 million €", "€", 5e6),
    ],
)
def test_money(text: str, money: str, value: float) -> None:
    """Signs and codes of money stand before the number, glued or not."""
    (numeral,) = found(text)
    assert numeral.money == money
    assert numeral.low == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5 to 7 million", 5e6, 7e6),
        ("5m-7m", 5e6, 7e6),
        ("$3-4bn", 3e9, 4e9),
        ("$3 billion to $4 billion", 3e9, 4e9),
        ("between 5 and 7 million", 5e6, 7e6),
        ("between $5 and $7", 5, 7),
        ("between 5 million and 7 million", 5e6, 7e6),
        ("50-60%", 50, 60),
        ("10 or 12", 10, 12),
        ("-5 to -2", -5, -2),
        ("0-to-60-mph", 0, 60),
        ("20- to 30-ton", 20, 30),
        ("between 7,000 (at first) and 11,200", 7000, 11_200),
        ("5 tonnes to 7 tonnes", 5, 7),
        ("It grew by 5 to 7 per cent", 5, 7),
        ("They will cut 1,550 to 1,850 jobs", 1550, 1850),
    ],
)
def test_ranges(text: str, low: float, high: float) -> None:
    """Two numbers that the text joins are one range, and share a scale that only the second has."""
    (numeral,) = found(text)
    assert (numeral.low, numeral.high, numeral.range) == (low, high, True)


@pytest.mark.parametrize(
    "text",
    ["rose from 5 to 7", "fell 5 to 4", "rose 60% to 3.9 million", "rose 5 to 340",
     "by $43.6 billion to $419.2 billion", "25k or 40k", "5 and 7", "12 in 2019 games"],
)  # fmt: skip
def test_two_numbers(text: str) -> None:
    """A change from one number to another, or two counts side by side, are no range and no share."""
    assert [numeral.range or numeral.fraction for numeral in found(text)] == [False, False]


def test_metres_and_millions() -> None:
    """A glued "m" is millions unless the words behind speak of lengths."""
    assert [(one.low, one.measure) for one in found("37m people; 37m long; 1.78 m; $5 m")] == [
        (37e6, None), (37, "m"), (1.78, None), (5e6, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["9" * 400, "1" + ",000" * 100, "007", "0401", "NaN", "∞", "H2O", "B52", "٣" * 400]
)
def test_no_numbers(text: str) -> None:
    """What is glued to letters, has a nought in front or more figures than anybody means is left out."""
    assert found(text) == []


DIGITS = [
    "1", "000", "5", ",", ".", " ", "½", "²", "٣", "-", "–", "−", "$", "%", "m", "bn", "to", "and", "a", "half",
    "third", "of", "million", "one", "in", "PS", "USD", "minus", "several", "dozen", "\u202f", "e", "∞",
]  # fmt: skip


@given(st.lists(st.sampled_from(DIGITS), max_size=25).map("".join) | st.text(max_size=60))
def test_any_digits(text: str) -> None:
    """Whatever is written: finite values, ordered ends, places in order and inside the text."""
    place = 0
    for numeral in found(text):
        assert place <= numeral.start < numeral.end <= len(text)
        assert math.isfinite(numeral.low)
        assert math.isfinite(numeral.high)
        assert numeral.low <= numeral.high
        assert any(sign.isalnum() for sign in text[numeral.start : numeral.end])
        place = numeral.end
