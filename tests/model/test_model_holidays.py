"""Holidays: their days in a year, those that move with the moon within a day, and that no year breaks them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from math import radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lang.en.holidays import HOLIDAYS
from sayso.model.calendar import timex_of
from sayso.model.holidays import UNSURE, easter, holiday, holiday_value, orthodox_easter
from sayso.model.resolution import resolve
from sayso.model.timeforms import Form
from sayso.model.times import Interval
from sayso.model.timexdays import OPEN, days_of


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter", 2024, date(2024, 3, 31)),
        ("good-friday", 2023, date(2023, 4, 7)),
        ("ash-wednesday", 2023, date(2023, 2, 22)),
        ("pentecost", 2022, date(2022, 6, 5)),
        ("orthodox-easter", 2023, date(2023, 4, 16)),
        ("orthodox-easter", 2024, date(2024, 5, 5)),
        ("thanksgiving", 2022, date(2022, 11, 24)),
        ("black-friday", 2022, date(2022, 11, 25)),
        ("memorial-day", 2022, date(2022, 5, 30)),
        ("mothers-day", 2023, date(2023, 5, 14)),
        ("rosh-hashanah", 2013, date(2013, 9, 5)),
        ("rosh-hashanah", 2024, date(2024, 10, 3)),
        ("yom-kippur", 2020, date(2020, 9, 28)),
        ("passover", 2016, date(2016, 4, 23)),
        ("hanukkah", 2011, date(2011, 12, 21)),
        ("hanukkah", 2023, date(2023, 12, 8)),
        ("purim", 2024, date(2024, 3, 24)),
        ("12-25", 2022, date(2022, 12, 25)),
        ("advent", 2022, date(2022, 11, 27)),
        ("advent", 2023, date(2023, 12, 3)),
        ("advent", 2031, date(2031, 11, 30)),
    ],
)
def test_days_that_are_sure(rule: str, year: int, day: date) -> None:
    """Holidays by their rule or their date."""
    assert holiday(rule, year) == day


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("ramadan", date(2016, 6, 6)),
        ("ramadan", date(2024, 3, 11)),
        ("eid-al-fitr", date(2023, 4, 21)),
        ("eid-al-fitr", date(2020, 5, 24)),
        ("eid-al-adha", date(2019, 8, 11)),
        ("lunar-new-year", date(2023, 1, 22)),
        ("lunar-new-year", date(1985, 2, 20)),
        ("lunar-new-year", date(2042, 1, 22)),
        ("diwali", date(2013, 11, 3)),
        ("diwali", date(1999, 11, 7)),
    ],
)
def test_days_by_the_moon_are_within_one(rule: str, day: date) -> None:
    """A day that moves with the moon is right but for one day, outside of the tables too, and says so."""
    assert abs((holiday(rule, day.year) - day).days) <= 1
    assert rule in UNSURE


def test_ramadan_is_a_month() -> None:
    """Ramadan covers its thirty days."""
    assert holiday_value("ramadan", 2024) == "2024-03-11/2024-04-09"
    assert days_of("2024-03-11/2024-04-09") == Interval(date(2024, 3, 11), date(2024, 4, 9))


def test_unsure_days_are_wider() -> None:
    """A holiday known but for a day has an interval a day wider at both ends."""
    day = date(2023, 5, 2)
    (found,) = resolve([Form("holiday", "eid-al-fitr", part="near")], Interval(day, day))
    assert found.interval == Interval(date(2023, 4, 21), date(2023, 4, 23))


@given(st.integers(1, 9999))
def test_easter_is_a_spring_sunday(year: int) -> None:
    """Easter is a Sunday between 22 March and 25 April; the Eastern one is a Sunday and never earlier till 2300."""
    day = easter(year)
    assert day.isoweekday() == 7
    assert (3, 22) <= (day.month, day.day) <= (4, 25)
    if 1900 <= year <= 2300:
        assert orthodox_easter(year).isoweekday() == 7
        assert orthodox_easter(year) >= day


@given(st.sampled_from(sorted(set(HOLIDAYS.values()))), st.integers(1600, 9000))
def test_every_holiday_of_every_year_lies_in_it(rule: str, year: int) -> None:
    """Every rule gives a day of the year that was asked for."""
    assert abs((holiday(rule, year) - date(year, 7, 1)).days) < 230


@given(st.sampled_from(sorted(set(HOLIDAYS.values()))), st.dates())
def test_no_holiday_breaks_the_calendar(rule: str, day: date) -> None:
    """Holidays in texts of any day have days or are open, and are no error."""
    (found,) = resolve([Form("holiday", rule)], Interval(day, day))
    assert found.interval == OPEN or found.interval.earliest
    assert timex_of(Form("holiday", rule), None).startswith("XXXX")


def new_moons(year: int, hours: float) -> list[datetime]:
    """The new moons about a year, by the clock of a place `hours` ahead of Greenwich, right to some minutes.

    The greatest terms of Meeus, Astronomical Algorithms (1998), chapter 49, and a minute for the earth's slowing.
    """
    found = []
    for k in range(round((year - 2000) * 12.3685) - 2, round((year - 2000) * 12.3685) + 14):
        sun, moon = radians(2.5534 + 29.1053567 * k), radians(201.5643 + 385.81693528 * k)
        node = radians(160.7108 + 390.67050284 * k)
        days = 0.09766 + 29.530588861 * k - 0.4072 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon)
        days += 0.01039 * sin(2 * node) + 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun)
        days += 0.00208 * sin(2 * sun) - 0.00111 * sin(moon - 2 * node) - 0.00057 * sin(moon + 2 * node)
        found.append(datetime(2000, 1, 6, 12) + timedelta(days, minutes=-1, hours=hours))
    return found


@pytest.mark.parametrize("year", range(1970, 2041))
def test_the_lunar_new_year_is_a_new_moon(year: int) -> None:
    """Every day of the table is that of a new moon in China's time: the last by 19 February, if no month leaps."""
    moons = [moon.date() for moon in new_moons(year, 8)]
    assert holiday("lunar-new-year", year) in moons
    last = max(day for day in moons if day <= date(year, 2, 19))
    assert (holiday("lunar-new-year", year) == last) or year in (1985, 2034)


@pytest.mark.parametrize("year", [year for year in range(2000, 2031) if year not in (2024, 2025)])
def test_diwali_is_the_evening_before_a_new_moon(year: int) -> None:
    """A day of the table is that of a new moon after sunset in India, or the day before an earlier one."""
    evenings = {(moon - timedelta(hours=17, minutes=40)).date() for moon in new_moons(year, 5.5)}
    assert holiday("diwali", year) in evenings
