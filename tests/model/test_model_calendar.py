"""The calendar: values to days, parts of periods, bounds, holidays, and forms of time in one line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.calendar import shifted, timex_of
from sayso.model.resolution import resolve
from sayso.model.timeforms import Form, Part, parsed
from sayso.model.times import Interval
from sayso.model.timexdays import OPEN, bounded, days_of, narrowed


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-01-18", date(2023, 1, 18), date(2023, 1, 18)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2023-W03", date(2023, 1, 16), date(2023, 1, 22)),
        ("2023-W03-WE", date(2023, 1, 21), date(2023, 1, 22)),
        ("2022-WI", date(2022, 12, 1), date(2023, 2, 28)),
        ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
        ("2023-H1", date(2023, 1, 1), date(2023, 6, 30)),
        ("198", date(1980, 1, 1), date(1989, 12, 31)),
        ("18", date(1800, 1, 1), date(1899, 12, 31)),
        ("2023-01-18T15:00", date(2023, 1, 18), date(2023, 1, 18)),
    ],
)
def test_days_of(value: str, first: date, last: date) -> None:
    """A TIMEX3 value names its days by the conventions of the module."""
    assert days_of(value) == Interval(first, last)


@pytest.mark.parametrize(
    "value", ["", "XXXX-01", "PRESENT_REF", "P2W", "2023-02-30", "0000", "2023-W60", "9999-WI"]
)
def test_values_without_days(value: str) -> None:
    """What names no days, or days no calendar has, is open and no error."""
    assert days_of(value) == OPEN


def test_parts() -> None:
    """Early, mid and late meet without a gap; start and end are quarters."""
    year = days_of("2023")
    assert narrowed(year, "start") == Interval(date(2023, 1, 1), date(2023, 3, 31))
    assert narrowed(year, "end") == Interval(date(2023, 10, 1), date(2023, 12, 31))
    assert narrowed(days_of("2023-02"), "late") == Interval(date(2023, 2, 21), date(2023, 2, 28))


PARTS: tuple[Part, ...] = ("early", "mid", "late", "start", "end", "H1", "H2")


@given(st.dates(max_value=date(9998, 1, 1)), st.integers(0, 4000), st.sampled_from(PARTS))
def test_a_part_lies_inside(first: date, length: int, part: Part) -> None:
    """Every part of a period lies inside it and is not empty."""
    last = min(first.toordinal() + length, date.max.toordinal())
    whole = Interval(first, date.fromordinal(last))
    inner = narrowed(whole, part)
    assert inner.earliest is not None
    assert inner.latest is not None
    assert whole.contains(inner.earliest)
    assert whole.contains(inner.latest)


def test_bounds_open_an_end() -> None:
    """By and until open the beginning, since the end, before ends a day earlier."""
    may = days_of("2023-05")
    assert bounded(may, "by") == Interval(None, date(2023, 5, 31))
    assert bounded(may, "before") == Interval(None, date(2023, 4, 30))
    assert bounded(may, "since") == Interval(date(2023, 5, 1), None)
    assert bounded(Interval(date.min, date.min), "before") == OPEN


@given(st.dates(date(101, 1, 1)), st.sampled_from(["day", "week", "month", "quarter", "year", "decade"]))
def test_this_period_holds_today(day: date, unit: str) -> None:
    """The present period of any unit holds the day itself."""
    assert days_of(shifted(day, unit, 0)).contains(day)


FORMS = [
    Form("date", month=1, part="mid"), Form("date", year=2021, month=2, day=28), Form("season", "WI", which=0),
    Form("weekday", n=3, lean=1, clock="T15:00"), Form("shift", "week", n=-1), Form("holiday", "easter", which=1),
    Form("duration", "P2W", which=-1), Form("ref", "PAST_REF", which=-1), Form("quarter", n=3, year=2022),
    Form("shift", "day", n=1, base="last"), Form("decade", n=198), Form("none"), Form("date", "3", month=3, day=12),
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_notation(form: Form) -> None:
    """A form written as one line and read again is the same form."""
    assert parsed(form.notation()) == form


@pytest.mark.parametrize("line", ["", "when", "date month", "date month=x", "date colour=3"])
def test_bad_notation(line: str) -> None:
    """A line that no form writes is refused."""
    with pytest.raises(ValueError, match=r".+"):
        parsed(line)


@given(st.dates(), st.dates())
def test_an_interval_covers_both_ends(one: date, other: date) -> None:
    """What a form means in a text of any of two days lies within what it means for the interval between them."""
    first, last = sorted((one, other))
    hull = resolve(FORMS, Interval(first, last))
    for end in (first, last):
        for whole, point in zip(hull, resolve(FORMS, Interval(end, end)), strict=True):
            inner = point.interval
            assert not whole.interval.earliest or not inner.earliest or whole.interval.contains(inner.earliest)
            assert not whole.interval.latest or not inner.latest or whole.interval.contains(inner.latest)


def test_half_open_dates_are_no_anchor() -> None:
    """An article known only to be later than a day has no anchor for "last week"."""
    (week,) = resolve([Form("shift", "week", n=-1)], Interval(date(2023, 1, 1), None))
    assert week.interval == OPEN


@given(st.sampled_from(FORMS), st.dates())
def test_resolving_is_total(form: Form, day: date) -> None:
    """Any form in any year has a value or is open; twice is the same."""
    assert resolve([form], Interval(day, day)) == resolve([form], Interval(day, day))
    assert timex_of(form, None)
