"""Times: places, values, days, bounds, vagueness; words that are no times; hostile text."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotating.times import times, times_and_notes
from sayso.model.article import Article, Block
from sayso.model.redating import redated
from sayso.model.span import Span
from sayso.model.timeforms import parsed
from sayso.model.times import Dating, Interval, TimeMention

WEDNESDAY = date(2023, 6, 14)


def article(text: str, day: date | None = WEDNESDAY) -> Article:
    """An article of one text, published on `day`."""
    return Article("a", "a.txt", text, "0", published=Dating(Interval(day, day), "given") if day else None)


def found(text: str, day: date | None = WEDNESDAY) -> list[TimeMention]:
    """The times of a text as one block."""
    return list(times(article(text, day), ()))


def only(text: str, day: date | None = WEDNESDAY) -> TimeMention:
    """The one time of a text."""
    (mention,) = found(text, day)
    return mention


@pytest.mark.parametrize(
    "text", ["He wrote for the Quay Today archive.", "She spoke on This Week with Tam.", "Photo: PORT TODAY"]
)
def test_names_are_no_times(text: str) -> None:
    """Names of papers and programmes that look like a time are left alone."""
    assert found(text) == []
    assert only("Today they met.").timex == "2023-06-14"


def test_the_ruling_of_a_day() -> None:
    """What belongs to a weekday lies behind, unless something comes before it; a record set on a day, too."""
    assert only("They will appeal against Monday's ruling.").timex == "2023-06-12"
    assert only("They will meet before Friday's vote.").interval == Interval(None, date(2023, 6, 15))
    assert only("The record was set on Friday.").timex == "2023-06-09"
    assert only("The fair is set to open on Friday.").timex == "2023-06-16"
    assert only("It continues to have a chance through the winter.").interval == Interval(None, date(2024, 2, 29))


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("It opened on 5 March 2021.", "5 March 2021", "DATE", "2021-03-05"),
        ("It opened on Friday, March 5, 2021.", "Friday, March 5, 2021", "DATE", "2021-03-05"),
        ("It opened on the 5th of March.", "the 5th of March", "DATE", "2023-03-05"),
        ("It opened on 2021-03-05.", "2021-03-05", "DATE", "2021-03-05"),
        ("It opened on 3/5/2021.", "3/5/2021", "DATE", "2021-03-05"),
        ("It opened in March 2021.", "March 2021", "DATE", "2021-03"),
        ("It opened in September last year.", "September last year", "DATE", "2022-09"),
        ("It closed last November.", "last November", "DATE", "2022-11"),
        ("The vote comes next May.", "next May", "DATE", "2024-05"),
        ("They met on Monday.", "Monday", "DATE", "2023-06-12"),
        ("They will meet on Friday.", "Friday", "DATE", "2023-06-16"),
        ("They met last Friday night.", "last Friday night", "TIME", "2023-06-09TNI"),
        ("They met yesterday.", "yesterday", "DATE", "2023-06-13"),
        ("They met two days ago.", "two days ago", "DATE", "2023-06-12"),
        ("They met last week.", "last week", "DATE", "2023-W23"),
        ("They met over the weekend.", "the weekend", "DATE", "2023-W23-WE"),
        ("Prices rose in the third quarter of 2022.", "the third quarter of 2022", "DATE", "2022-Q3"),
        ("Prices rose in Q3 2022.", "Q3 2022", "DATE", "2022-Q3"),
        ("They fought in the late 1980s.", "the late 1980s", "DATE", "198"),
        ("It was built in the 19th century.", "the 19th century", "DATE", "18"),
        ("It lasted about two and a half years.", "about two and a half years", "DURATION", "P2Y6M"),
        ("It lasted 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M"),
        ("a five-month siege", "five-month", "DURATION", "P5M"),
        ("They meet every Tuesday.", "every Tuesday", "SET", "XXXX-WXX-2"),
        ("They meet every second day.", "every second day", "SET", "P2D"),
        ("the weekly briefing", "weekly", "SET", "P1W"),
        ("He landed at 10 p.m. on Monday.", "10 p.m. on Monday", "TIME", "2023-06-12T22:00"),
        ("They currently wait.", "currently", "DATE", "PRESENT_REF"),
        ("They fled this winter.", "this winter", "DATE", "2022-WI"),
        ("It begins next spring.", "next spring", "DATE", "2024-SP"),
        ("It closed on ١٢ March.", "١٢ March", "DATE", "2023-03-12"),
    ],
)
def test_one_time(text: str, words: str, kind: str, value: str) -> None:
    """An expression is found at its exact place with its TIMEX3 type and value."""
    mention = only(text)
    assert (mention.text, mention.type, mention.timex) == (words, kind, value)
    assert mention.span.of(text) == words


@pytest.mark.parametrize(
    ("text", "first", "last", "bound"),
    [
        ("It ends by next spring.", None, date(2024, 5, 31), "by"),
        ("It begins as early as 18 July.", date(2023, 7, 18), None, "as-early-as"),
        ("They will know after New Year's.", date(2024, 1, 1), None, "after"),
        ("They have waited since April.", date(2023, 4, 1), None, "since"),
        ("They will wait until 2 August.", None, date(2023, 8, 2), "until"),
        ("They will leave before August.", None, date(2023, 7, 31), "before"),
        ("They will leave before the end of August.", None, date(2023, 8, 31), "before"),
        ("They worked from 2010 to 2015.", date(2010, 1, 1), None, "since"),
    ],
)
def test_bounds(text: str, first: date | None, last: date | None, bound: str) -> None:
    """A bound opens the interval at one end and stays out of the span."""
    mention = found(text)[0]
    assert mention.bound == bound
    assert mention.interval == Interval(first, last)


@pytest.mark.parametrize(
    ("text", "first", "last", "vagueness"),
    [
        ("It begins in early July.", date(2023, 7, 1), date(2023, 7, 10), "early"),
        ("It begins in mid-July.", date(2023, 7, 11), date(2023, 7, 20), "mid"),
        ("It begins in late July.", date(2023, 7, 21), date(2023, 7, 31), "late"),
        ("They will see in the New Year.", date(2024, 1, 1), date(2024, 3, 31), None),
        ("It began in early 2022.", date(2022, 1, 1), date(2022, 4, 30), "early"),
        ("It happened this winter.", date(2022, 12, 1), date(2023, 2, 28), None),
        ("They rested last week.", date(2023, 6, 5), date(2023, 6, 11), None),
        ("They came earlier this month.", date(2023, 6, 1), date(2023, 6, 14), None),
        ("They come around 20 June.", date(2023, 6, 20), date(2023, 6, 20), "about"),
    ],
)
def test_parts_of_periods(text: str, first: date, last: date, vagueness: str | None) -> None:
    """A part of a period narrows its days by the conventions of model/calendar.py."""
    mention = only(text)
    assert mention.interval == Interval(first, last)
    assert mention.vagueness == vagueness


@pytest.mark.parametrize(
    "text",
    [
        "She may go.",
        "May said so.",
        "They march on and on.",
        "A second mobilization is likely.",
        "Wait a second.",
        "The fall of the city surprised them.",
        "Tents spring up everywhere.",
        "The sun sat low.",
        "a 45-year-old man",
        "She is 30 years old.",
        "They sold 2000 troops' rations.",
        "route 2010 is closed to 1900 people",
    ],
)
def test_no_times(text: str) -> None:
    """Words that only look like times are left alone."""
    assert found(text) == []


@pytest.mark.parametrize("text", ["30 February", "the 35th of May", "February 29, 2023", "31 April"])
def test_days_that_no_calendar_has(text: str) -> None:
    """An impossible date gets an open interval and a note, and no day is invented."""
    (mention,), (note,) = times_and_notes(article(f"They met on {text}."), ())
    assert mention.interval == Interval(None, None)
    assert note.code == "A203"
    assert note.ref is not None
    assert note.ref.span == mention.span


def test_a_month_by_tense() -> None:
    """A bare month is the nearest one; the tense decides where both are far."""
    assert only("They lost the seat in December.").timex == "2022-12"
    assert only("They will lose the seat in December.").timex == "2023-12"
    assert only("In November they voted.", date(2023, 1, 10)).timex == "2022-11"


def test_without_a_date_relative_times_stay_open() -> None:
    """Where the article has no date, only what names its own year is tied to days."""
    week, full = found("They met last week, not on 5 March 2021.", None)
    assert week.interval == Interval(None, None)
    assert "X" in week.timex
    assert full.interval == Interval(date(2021, 3, 5), date(2021, 3, 5))


def test_an_interval_as_date() -> None:
    """An article dated to an interval gives each time all days it may mean, and a value with what is known."""
    text = "They met last week and will meet in July."
    span = Interval(date(2023, 6, 5), date(2023, 6, 16))
    week, month = times(Article("a", "a.txt", text, "0", published=Dating(span, "inferred")), ())
    assert week.timex == "2023-WXX"
    assert week.interval == Interval(date(2023, 5, 29), date(2023, 6, 11))
    assert month.timex == "2023-07"


def test_resolving_again() -> None:
    """The form kept with a mention gives the same days as annotating with the other date from the start."""
    text = "They met last Tuesday; by mid-August it ends, as early as the coming weeks, this winter or at Easter."
    assert redated(found(text), Interval(date(2024, 1, 3), date(2024, 1, 3))) == times(
        article(text, date(2024, 1, 3)), ()
    )


def test_a_day_counted_from_another() -> None:
    """The next day counts from the date named before it."""
    first, second = found("The dam broke on 3 May 2022. The next day they fled.")
    assert (first.timex, second.timex) == ("2022-05-03", "2022-05-04")


def test_a_story_takes_its_year_from_the_last_one() -> None:
    """In a text about the past a month without a year belongs to the year the story has reached."""
    years = " ".join(f"In March {year} they fought. In May they rested." for year in range(1870, 1878))
    assert [m.timex for m in found(years)][-2:] == ["1877-03", "1877-05"]


def test_a_year_shared_by_two_dates() -> None:
    """August and September 1914 are of one year."""
    assert [m.timex for m in found("They fought in August and September 1914.")] == ["1914-08", "1914-09"]


def test_front_matter_is_left_out() -> None:
    """Dates in the fields at the head of a plain text are no times of the article."""
    text = "---\npublished: 2023-06-14\n---\nThey met on Monday."
    blocks = (Block(Span(0, 33), "furniture"), Block(Span(34, len(text)), "paragraph"))
    assert [m.text for m in times(article(text), blocks)] == ["Monday"]


def test_blocks_do_not_run_together() -> None:
    """A heading that ends in a month and a paragraph that begins with a number are two things."""
    text = "The plans for May\n2024 pumps were sold."
    blocks = (Block(Span(0, 17), "heading"), Block(Span(18, len(text)), "paragraph"))
    assert all("\n" not in m.text for m in times(article(text), blocks))


WORDS = [
    "May", "may", "5", "2023", "the", "end", "of", "last", "week", "Tuesday", "-", ",", "30", "February",
    "by", "early", "1980s", "ago", "two", "years", "second", "a", "every", "Christmas", "noon", "’90s", ".",
    "٣", "half", "and", "quarter", "Q3", "in", "fall", "until", "10:30", "3/4/22"
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=80))
def test_any_text(text: str) -> None:
    """Whatever the text: spans slice, do not overlap, intervals are ordered, forms parse, twice is the same."""
    mentions = found(text)
    assert all(m.span.of(text) == m.text for m in mentions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
    assert all(parsed(m.form).notation() == m.form for m in mentions)
    assert mentions == found(text)


@given(st.dates(), st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_any_date(day: date, text: str) -> None:
    """No date of writing, however early or late, breaks the arithmetic."""
    assert len(found(text, day)) == len(found(text, None))


@pytest.mark.parametrize(
    "unit", ["word ", "May ", "1,", "the early ", "January 1, ", "'90", "five hundred and ", " "]
)
def test_linear_time(unit: str) -> None:
    """A hundred thousand characters of anything take well under five seconds."""
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    found(text)
    assert time.process_time() - start < 5
