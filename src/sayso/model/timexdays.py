"""From a TIMEX3 value to days, narrowed by the part the text names ("mid-") and opened by the bound ("by").

Conventions: weeks run Monday to Sunday; spring is March to May, summer June to August, autumn September to
November, winter December to February, named by the year in which it starts; early, mid and late month are the days
1-10, 11-20 and 21-end, of any other period its thirds; the start and the end of a period are its first and last
quarter.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from sayso.model.timeforms import Part
from sayso.model.times import Interval, TimeBound

OPEN = Interval(None, None)
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _month_days(year: int, month: int, months: int = 1) -> Interval:
    """The days of `months` months from `month` on."""
    last_year, last_month = months_later(year, month, months - 1)
    return Interval(
        date(year, month, 1), date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
    )


def months_later(year: int, month: int, by: int) -> tuple[int, int]:
    """The year and month that lie `by` months from the given one."""
    count = year * 12 + month - 1 + by
    return count // 12, count % 12 + 1


def _week(year: str, week: str, day: str | None = None) -> Interval:
    monday = date.fromisocalendar(int(year), int(week), 1)
    if day == "WE":
        return Interval(monday + timedelta(5), monday + timedelta(6))
    if day:
        that = monday + timedelta(int(day) - 1)
        return Interval(that, that)
    return Interval(monday, monday + timedelta(6))


def _day(year: str, month: str, day: str) -> Interval:
    that = date(int(year), int(month), int(day))
    return Interval(that, that)


#: TIMEX3 values that name calendar days, and how.
_VALUES: tuple[tuple[re.Pattern[str], Callable[..., Interval]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), _day),
    (re.compile(r"(\d{4})-(\d\d)"), lambda y, m: _month_days(int(y), int(m))),
    (re.compile(r"(\d{4})"), lambda y: _month_days(int(y), 1, 12)),
    (re.compile(r"(\d{4})-W(\d\d)(?:-(WE|\d))?(?:T.*)?"), _week),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda y, q: _month_days(int(y), int(q) * 3 - 2, 3)),
    (re.compile(r"(\d{4})-H([12])"), lambda y, h: _month_days(int(y), int(h) * 6 - 5, 6)),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda y, s: _month_days(int(y), SEASON_MONTHS[s], 3)),
    (re.compile(r"(\d{3})"), lambda d: _month_days(int(d) * 10, 1, 120)),
    (re.compile(r"(\d{2})"), lambda c: _month_days(int(c) * 100, 1, 1200)),
    (re.compile(r"([\d-]{4,10})/([\d-]{4,10})"), lambda a, b: days_of(a).hull(days_of(b))),
)


def days_of(timex: str) -> Interval:
    """The days that a TIMEX3 value names; open at both ends where it names none."""
    for pattern, days in _VALUES:
        if found := pattern.fullmatch(timex):
            try:
                return days(*found.groups())
            except (ValueError, OverflowError):
                return OPEN
    return OPEN


def narrowed(interval: Interval, part: Part) -> Interval:
    """The part of a closed interval that a word such as "mid" names; open intervals stay as they are."""
    first, last = interval.earliest, interval.latest
    if part == "near" and first and last and date.min < first and last < date.max:
        return Interval(first - timedelta(1), last + timedelta(1))
    if part in ("", "before-now", "after-now", "near", "week", "weekend") or not first or not last or first == last:
        return interval
    if part in ("first-week", "last-week"):
        days = timedelta(min(6, (last - first).days))
        return Interval(first, first + days) if part == "first-week" else Interval(last - days, last)
    cuts = _cuts(first, last)
    if part in ("early", "start", "H1"):
        return Interval(first, cuts[part] - timedelta(1))
    if part == "mid":
        return Interval(cuts["early"], max(cuts["late"] - timedelta(1), cuts["early"]))
    return Interval(cuts[part], last)


def _cuts(first: date, last: date) -> dict[str, date]:
    """The day after each leading part of a period and the first day of each trailing one, by the part's name.

    Longer periods made of whole months are cut between months.
    """
    days = (last - first).days + 1
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day == 1 and (last + timedelta(1)).day == 1 if last < date.max else False:
        if months == 1:
            ends = {"early": 10, "start": 10, "H1": 15, "late": 20, "end": 20, "H2": 15}
            return {part: first + timedelta(end) for part, end in ends.items()}
        if months >= 3:
            third, quarter, half = months // 3, max(months // 4, 1), months // 2
            counts = {
                "early": third,
                "start": quarter,
                "H1": half,
                "late": months - third,
                "end": months - quarter,
                "H2": half,
            }
            return {part: date(*months_later(first.year, first.month, count), 1) for part, count in counts.items()}
    third, quarter, half = max(days // 3, 1), max(days // 4, 1), max(days // 2, 1)
    counts = {"early": third, "start": quarter, "H1": half, "late": days - third, "end": days - quarter, "H2": half}
    return {part: first + timedelta(min(count, days - 1)) for part, count in counts.items()}


def bounded(interval: Interval, bound: TimeBound) -> Interval:
    """The days left open by a bound: "by" and "until" end with the period, "before" ends before it begins.

    "after", "since" and "as early as" begin with the period.
    """
    if bound in ("by", "until"):
        return Interval(None, interval.latest)
    if bound == "before":
        first = interval.earliest
        return Interval(None, first - timedelta(1) if first and first > date.min else None)
    if bound in ("after", "since", "as-early-as"):
        return Interval(interval.earliest, None)
    return interval
