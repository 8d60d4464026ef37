"""Bounds, vagueness and stretches: what the words beside a time do to its days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotating.times import times
from sayso.lang.en import bounds as words
from sayso.model.article import Article
from sayso.model.times import Dating, Interval, TimeMention

WEDNESDAY = date(2031, 6, 18)


def found(text: str, day: date = WEDNESDAY) -> list[TimeMention]:
    """The times of a text published on `day`."""
    return list(times(Article("a", "a.txt", text, "0", published=Dating(Interval(day, day), "given")), ()))


@pytest.mark.parametrize(
    ("text", "bound", "first", "last"),
    [
        ("It will begin no earlier than 5 August.", "as-early-as", date(2031, 8, 5), None),
        ("It will begin no sooner than August.", "as-early-as", date(2031, 8, 1), None),
        ("It will not begin before August.", "as-early-as", date(2031, 8, 1), None),
        ("It won't begin until August.", "as-early-as", date(2031, 8, 1), None),
        ("It is unlikely to be finished before next spring.", "as-early-as", date(2032, 3, 1), None),
        ("It will begin in August at the earliest.", "as-early-as", date(2031, 8, 1), None),
        ("It will begin on or after 5 August.", "as-early-as", date(2031, 8, 5), None),
        ("It will begin only after 5 August.", "after", date(2031, 8, 5), None),
        ("It will end no later than 5 August.", "by", None, date(2031, 8, 5)),
        ("It will end on or before 5 August.", "by", None, date(2031, 8, 5)),
        ("It will end in August at the latest.", "by", None, date(2031, 8, 31)),
        ("They met the deadline of 5 August.", "by", None, date(2031, 8, 5)),
        ("It must end prior to 5 August.", "before", None, date(2031, 8, 4)),
        ("It must end ahead of Friday's vote.", "before", None, date(2031, 6, 19)),
        ("It will stay open until August.", "until", None, date(2031, 8, 31)),
        ("It will stay open through August.", "until", None, date(2031, 8, 31)),
        ("Sales fell in the 13 weeks to 7 June.", "until", None, date(2031, 6, 7)),
        ("The pool has been shut since a pipe burst on 2 May.", "since", date(2031, 5, 2), None),
        ("From August onwards it will cost more.", "since", date(2031, 8, 1), None),
        ("From 5 August it will cost more.", "since", date(2031, 8, 5), None),
    ],
)
def test_bounds(text: str, bound: str, first: date | None, last: date | None) -> None:
    """A phrase beside a time opens its days at one end, and a denial turns "until" and "before" round."""
    mention = next(m for m in found(text) if m.type != "DURATION")
    assert (mention.bound, mention.interval) == (bound, Interval(first, last))


@pytest.mark.parametrize(
    "text",
    [
        "They were stunned by Monday's ruling.",
        "Prices are up from May.",
        "The vote was moved from 5 May to 12 May.",
        "They are halfway through June.",
        "It begins an hour later than in 2016.",
        "The council met on Monday.",
    ],
)
def test_no_bounds(text: str) -> None:
    """An agent, an origin, what is moved and a comparison are no bounds."""
    assert {m.bound for m in found(text)} == {"at"}


def test_from_one_day_to_another() -> None:
    """The first time of a stretch opens it, names the one that ends it, and the second closes it."""
    first, second = found("The road will be closed from Monday to Friday.")
    assert (first.bound, first.through) == ("since", second.id)
    assert (second.bound, second.through) == ("until", None)
    assert (first.interval.earliest, second.interval.latest) == (date(2031, 6, 23), date(2031, 6, 27))


def test_between_two_days() -> None:
    """Between two days, each keeps its own."""
    first, second = found("The road will be closed between 5 August and 9 August.")
    assert (first.bound, second.bound, first.through) == ("at", "at", second.id)
    assert second.interval == Interval(date(2031, 8, 9), date(2031, 8, 9))


def test_a_stretch_over_the_turn_of_the_year() -> None:
    """The end of a stretch comes after its beginning; the beginning has the year of the end, or the one before."""
    first, second = found("They fought from October to March.", date(2031, 6, 18))
    assert (first.timex, second.timex) == ("2030-10", "2031-03")
    first, second = found("They fought from October to March 1945.")
    assert (first.timex, second.timex) == ("1944-10", "1945-03")


def test_what_may_be_either() -> None:
    """A bound holds for both of two times, and for the day that explains a holiday."""
    assert [m.bound for m in found("It will run until August or September.")] == ["until", "until"]
    assert [m.bound for m in found("It must be paid by Christmas Day, 25 December.")] == ["by", "by"]


@pytest.mark.parametrize(
    ("text", "vagueness", "first", "last"),
    [
        ("They will decide in the coming days.", "coming", WEDNESDAY, None),
        ("They will decide in the next few weeks.", "coming", WEDNESDAY, None),
        ("They will stay for the next two months.", None, WEDNESDAY, None),
        ("They have met often in recent weeks.", "recent", None, WEDNESDAY),
        ("They have met twice in the past three weeks.", None, None, WEDNESDAY),
        ("They will report within two weeks.", None, WEDNESDAY, None),
        ("They left within two weeks.", None, None, None),
        ("They met around 5 May.", "about", date(2031, 5, 5), date(2031, 5, 5)),
    ],
)
def test_vagueness(text: str, vagueness: str | None, first: date | None, last: date | None) -> None:
    """What only begins or ends now is open at the other end, and vague where nobody says how long it is."""
    (mention,) = found(text)
    assert (mention.vagueness, mention.interval) == (vagueness, Interval(first, last))


PHRASES = [phrase for phrase, _ in (*words.BOUNDS, *words.AFTERWORDS)]


@given(st.lists(st.sampled_from([*PHRASES, "Monday", "5 May", "June 2031", ",", "not", "and", "the"]), max_size=14))
def test_any_row_of_phrases(parts: list[str]) -> None:
    """Whatever stands beside a time, its bound fits its days, and a stretch ends at a time that is there."""
    mentions = found(" ".join(parts))
    ids = {m.id for m in mentions}
    for mention in mentions:
        assert mention.through is None or mention.through in ids - {mention.id}
        if mention.bound in ("by", "until", "before"):
            assert mention.interval.earliest is None
        if mention.bound in ("since", "after", "as-early-as"):
            assert mention.interval.latest is None
