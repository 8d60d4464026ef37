"""Forms tied to days together: intervals of writing, what counts from another, and how it was decided."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.resolution import LAST, RANGE, STORY, resolve, ruled
from sayso.model.timeforms import Form
from sayso.model.times import Interval

DAY = Interval(date(2031, 6, 18), date(2031, 6, 18))
MAY = Form("date", year=2030, month=5, day=3)


def test_how_replaces_how() -> None:
    """What decided stands behind the rule once, and what put a time ahead stays."""
    assert (
        ruled("month; leans ahead: will before", STORY) == "month; leans ahead: will before; the year of the story"
    )
    assert ruled(f"month; {STORY}", "") == "month"
    assert ruled(f"ago; {LAST}", RANGE) == f"ago; {RANGE}"


def test_an_interval_of_writing_keeps_what_is_known() -> None:
    """Between two days of writing a weekday covers its days, and the value keeps what both share."""
    (found,) = resolve([Form("weekday", n=1, lean=-1)], Interval(date(2031, 6, 3), date(2031, 6, 18)))
    assert (found.timex, found.interval) == ("2031-06-XX", Interval(date(2031, 6, 2), date(2031, 6, 16)))


def test_without_a_day_of_writing() -> None:
    """Only what names its year, and what counts from it, is tied to days."""
    named, later, bare = resolve([MAY, Form("shift", "day", n=2, base="last"), Form("date", month=7)], None)
    assert (named.timex, later.timex) == ("2030-05-03", "2030-05-05")
    assert bare.interval == Interval(None, None)


def test_the_next_one_after_the_beginning() -> None:
    """The end of a stretch is the next such month or day after its beginning."""
    _, end = resolve([Form("date", month=10, lean=-1), Form("date", month=3, base="to")], DAY)
    assert (end.timex, end.how) == ("2031-03", RANGE)


def test_exactly_a_week_later() -> None:
    """A week later than a day is a day, the following week a week, and a week later than a month a week."""
    week = Form("shift", "week", n=1, base="last")
    exact = Form("shift", "week", n=1, which=0, base="last")
    assert [r.timex for r in resolve([MAY, exact], DAY)] == ["2030-05-03", "2030-05-10"]
    assert [r.timex for r in resolve([MAY, week], DAY)] == ["2030-05-03", "2030-W19"]
    month = Form("date", year=2030, month=5)
    assert resolve([month, exact], DAY)[1].timex.startswith("2030-W")


@given(st.dates(), st.integers(-400, 400), st.sampled_from(["day", "week", "fortnight", "month", "year", "decade"]))
def test_counting_from_any_day(day: date, n: int, unit: str) -> None:
    """No count from any day breaks the calendar's ends."""
    forms = [
        Form("date", year=day.year, month=day.month, day=day.day),
        Form("shift", unit, n=n, which=0, base="last"),
    ]
    assert len(resolve(forms, DAY)) == 2
