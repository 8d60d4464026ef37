"""From a form of time to days: calendar arithmetic, pure and total.

A form is tied to days in two steps. First a TIMEX3 value is worked out from an anchor (the day of writing) and,
where the form counts from it, from the time named before. Then the value is read as days, narrowed by the part
the text names ("mid-") and opened by the bound ("by"). Conventions: weeks run Monday to Sunday; spring is March
to May, summer June to August, autumn September to November, winter December to February, named by the year in
which it starts; early, mid and late month are the days 1-10, 11-20 and 21-end, of any other period its thirds;
the start and the end of a period are its first and last quarter.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta

from sayso.model.holidays import holiday, holiday_value
from sayso.model.timeforms import Form, Part
from sayso.model.times import Interval, TimeBound

OPEN = Interval(None, None)
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_ORDER = ("SP", "SU", "FA", "WI")


# ---- values to days


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


# ---- forms to values


#: What nearness counts against the words around a time, in log-odds from wholly behind to wholly ahead; fitted with
#: the weights of those words by training/leanings.py.
NEARNESS = {"weekday": 4.1, "day": 6.1, "month": 3.9}


def lies_ahead(form: Form, back: int, ahead: int, unit: str) -> bool:
    """Whether a time means its next occurrence, `ahead` days off, and not the last one, `back` days ago."""
    odds = form.odds / 10 if form.odds else 2.0 * form.lean
    near = (back - ahead) / max(1, back + ahead)
    return odds + NEARNESS[unit] * near > 0


def _nearest(candidates: Sequence[tuple[int, date]], anchor: date, form: Form, unit: str) -> int:
    """The year whose day is meant: the anchor's own, or the one before or after it."""
    back = [((anchor - day).days, year) for year, day in candidates if day <= anchor]
    ahead = [((day - anchor).days, year) for year, day in candidates if day >= anchor]
    if not back or not ahead:
        return min(back or ahead)[1]
    last, coming = min(back), min(ahead)
    if not last[0]:
        return last[1]
    return coming[1] if lies_ahead(form, last[0], coming[0], unit) else last[1]


def _years(anchor: date) -> tuple[int, ...]:
    return tuple(y for y in (anchor.year - 1, anchor.year, anchor.year + 1) if MINYEAR <= y <= MAXYEAR)


def _date(form: Form, anchor: date | None, year: int | None) -> str:
    """Year, month and day, as far as the form and the anchor give them."""
    month, day = form.month, form.day
    if day and not month:
        return _day_of_month(day, form, anchor)
    tail = (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")
    year = form.year if form.year is not None else year
    if year is None and anchor:
        year = _year_of_date(form, anchor)
    if form.value == "W" and year is not None and month and day:
        return _shifted_week(date(year, month, day), 0)
    if "." in form.value and year is not None and month:
        return _counted_day(form.value, year, month) + form.clock
    return (f"{year:04d}" if year is not None else "XXXX") + tail + form.clock


def _counted_day(code: str, year: int, month: int) -> str:
    """The day that a code names in a month ("2.4" its second Thursday, "-1.D" its last), or the month itself."""
    number, _, weekday = code.partition(".")
    first = date(year, month, 1)
    days = [first + timedelta(day) for day in range(calendar.monthrange(year, month)[1])]
    days = [day for day in days if weekday in ("D", str(day.isoweekday()))]
    index = int(number) - 1 if int(number) > 0 else int(number)
    return days[index].isoformat() if -len(days) <= index < len(days) else f"{year:04d}-{month:02d}"


def _day_of_month(number: int, form: Form, anchor: date | None) -> str:
    """A day without a month ("the 18th"): the nearest, on the side that the words around it name."""
    if anchor is None:
        return f"XXXX-XX-{number:02d}"
    around = (0,) if form.base == "last" else (-2, -1, 0, 1, 2)
    months = (months_later(anchor.year, anchor.month, by) for by in around)
    days = [day for year, month in months if (day := _possible(year, month, number))]
    side = [day for day in days if (day >= anchor if form.lean > 0 else day <= anchor)] if form.lean else days
    near = min(side or days, key=lambda day: abs((day - anchor).days), default=None)
    return (near.isoformat() if near else f"XXXX-XX-{number:02d}") + form.clock


def _year_of_date(form: Form, anchor: date) -> int:
    """The year meant by a month, with or without a day, in a text of the day `anchor`."""
    month = form.month or 1
    if form.n is not None:
        return anchor.year + form.n
    if form.which is not None:
        same = (month, form.day or 0) == (anchor.month, 0)
        ahead = (month, form.day or 0) > (anchor.month, anchor.day if form.day else 0)
        return anchor.year + {-1: -1 if ahead or same else 0, 0: 0, 1: 0 if ahead else 1}[form.which]
    if form.day:
        days = [(y, day) for y in _years(anchor) if (day := _possible(y, month, form.day))]
        days = [pair for pair in days if form.value in ("", str(pair[1].isoweekday()))] or days
        return _nearest(days, anchor, form, "day") if days else anchor.year
    middle = anchor.replace(day=15)
    return _nearest([(y, date(y, month, 15)) for y in _years(anchor)], middle, form, "month")


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether a calendar has such a day, in some year where none is given."""
    return _possible(year if year is not None else 2000, month, day) is not None


def _possible(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _season(form: Form, anchor: date | None, year: int | None) -> str:
    year = form.year if form.year is not None else year
    if year is None and anchor:
        present = anchor.year - 1 if anchor.month <= 2 else anchor.year
        here = "WI" if anchor.month in (12, 1, 2) else _ORDER[anchor.month // 3 - 1]
        order, now = _ORDER.index(form.value), _ORDER.index(here)
        if form.n is not None:
            year = anchor.year + form.n
        elif form.which == -1:
            year = present if order < now else present - 1
        elif form.which == 1:
            year = present if order > now else present + 1
        elif form.which == 0:
            late = form.value == "WI" and (anchor.month <= 2 or (anchor.month <= 6 and form.lean <= 0))
            over = form.value != "WI" and form.lean > 0 and anchor.month >= 10 and order < now
            year = anchor.year - 1 if late else anchor.year + over
        else:
            middles = [(y, date(y, SEASON_MONTHS[form.value] % 12 + 1, 15)) for y in _years(anchor)]
            if form.value == "WI":
                middles = [(y, date(min(y + 1, MAXYEAR), 1, 15)) for y in (anchor.year - 1, anchor.year)]
            year = _nearest(middles, anchor, form, "month")
    return f"{year:04d}-{form.value}" if year is not None else f"XXXX-{form.value}"


def _numbered(form: Form, anchor: date | None, letter: str) -> str:
    """A quarter or half by its number, in the year that the form or the anchor gives."""
    year = form.year
    if year is None and anchor:
        year = anchor.year + (form.which or 0)
        length = 3 if letter == "Q" else 6
        present = (anchor.month - 1) // length + 1
        if form.which is None and form.lean <= 0 and (form.n or 1) > present:
            year -= 1
        if form.which is None and form.lean > 0 and (form.n or 1) < present - 1:
            year += 1  # not the one before: "expects to report for the third quarter"
    return f"{year:04d}-{letter}{form.n}" if year is not None else f"XXXX-{letter}{form.n}"


def _weekday(form: Form, anchor: date | None) -> str:
    if anchor is None:
        return f"XXXX-WXX-{form.n}{form.clock}"
    if form.value:
        return (anchor + timedelta(((form.n or 1) - anchor.isoweekday()) % 7 + 7 * int(form.value))).isoformat()
    ahead = ((form.n or 1) - anchor.isoweekday()) % 7
    back = (anchor.isoweekday() - (form.n or 1)) % 7
    if form.which == 1:
        day = anchor + timedelta(ahead or 7)
    elif form.which == -1:
        day = anchor - timedelta(back or 7)
    else:
        forward = form.odds > -30 if form.which == 0 else lies_ahead(form, back, ahead, "weekday")
        day = anchor + timedelta(ahead) if forward and form.base != "last" else anchor - timedelta(back)
    return day.isoformat() + form.clock


def _shifted_week(anchor: date, days: int) -> str:
    year, week, _ = (anchor + timedelta(days)).isocalendar()
    return f"{year:04d}-W{week:02d}"


def _shifted_month(anchor: date, by: int) -> str:
    year, month = months_later(anchor.year, anchor.month, by)
    return f"{_checked(year):04d}-{month:02d}"


def _shifted_quarter(anchor: date, by: int) -> str:
    count = anchor.year * 4 + (anchor.month - 1) // 3 + by
    return f"{_checked(count // 4):04d}-Q{count % 4 + 1}"


_SHIFTS: dict[str, Callable[[date, int], str]] = {
    "day": lambda anchor, by: (anchor + timedelta(by)).isoformat(),
    "week": lambda anchor, by: _shifted_week(anchor, 7 * by),
    "fortnight": lambda anchor, by: _shifted_week(anchor, 14 * by),
    "weekend": lambda anchor, by: _shifted_week(anchor, 7 * by) + "-WE",
    "month": _shifted_month,
    "quarter": _shifted_quarter,
    "year": lambda anchor, by: f"{_checked(anchor.year + by):04d}",
    "decade": lambda anchor, by: f"{_checked((anchor.year // 10 + by) * 10) // 10:03d}",
    "century": lambda anchor, by: f"{_checked((anchor.year // 100 + by) * 100) // 100:02d}",
}


def shifted(anchor: date, unit: str, by: int) -> str:
    """The TIMEX3 value of the period of `unit` that lies `by` periods from the one that holds the anchor.

    Units shorter than a day give the anchor's day; OverflowError where the calendar ends before.
    """
    return _SHIFTS[unit](anchor, by) if unit in _SHIFTS else anchor.isoformat()


def _checked(year: int) -> int:
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"no such year: {year}")
    return year


_UNKNOWN_UNITS = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "fortnight": "XXXX-WXX",
                  "month": "XXXX-XX", "quarter": "XXXX-QX", "decade": "XXX", "century": "XX"}  # fmt: skip


def _shift(form: Form, anchor: date | None) -> str:
    if anchor is None:
        return _UNKNOWN_UNITS.get(form.value, "XXXX") + form.clock
    if form.which == -1 and form.value == "weekend":
        return shifted(anchor, "weekend", 0 if anchor.isoweekday() == 7 else -1)
    return shifted(anchor, form.value, form.n or 0) + form.clock


def _holiday(form: Form, anchor: date | None) -> str:
    year = form.year
    if year is None and anchor:
        days = [(y, holiday(form.value, y)) for y in _years(anchor)]
        if form.which in (-1, 1):
            kept = [d for d in days if (d[1] > anchor if form.which == 1 else d[1] < anchor)]
            year = min(kept or days, key=lambda d: abs((d[1] - anchor).days))[0]
        else:
            year = anchor.year + form.n if form.n is not None else _nearest(days, anchor, form, "day")
    if year is None:
        return f"XXXX-{form.value}" if form.value[0].isdigit() else "XXXX-XX-XX"
    if form.part == "start":
        return f"{year:04d}"
    if form.part in ("week", "weekend"):
        return _week_around(holiday(form.value, year), form.part)
    return holiday_value(form.value, year) + form.clock


def _week_around(day: date, part: Part) -> str:
    """The week of a holiday, or its weekend: the one before a Monday or Tuesday, else the one behind."""
    if part == "week":
        return _shifted_week(day, 0)
    return _shifted_week(day, -7 if day.isoweekday() <= 2 else 0) + "-WE"


_KINDS: dict[str, Callable[[Form, date | None, int | None], str]] = {
    "date": _date,
    "season": _season,
    "quarter": lambda form, anchor, _: _numbered(form, anchor, "Q"),
    "half": lambda form, anchor, _: _numbered(form, anchor, "H"),
    "weekday": lambda form, anchor, _: _weekday(form, anchor),
    "shift": lambda form, anchor, _: _shift(form, anchor),
    "holiday": lambda form, anchor, _: _holiday(form, anchor),
    "decade": lambda form, *_: f"{form.n:03d}",
    "century": lambda form, *_: f"{form.n:02d}",
}


def timex_of(form: Form, anchor: date | None, year: int | None = None) -> str:
    """The TIMEX3 value of a form in a text of the day `anchor`; X stands for what is not known.

    `year` is the year that a narrative has reached, for dates and seasons that name none. ValueError or
    OverflowError where the calendar ends before the day meant.
    """
    if form.kind in _KINDS:
        return _KINDS[form.kind](form, anchor, year)
    return form.value or "XXXX-XX-XX"
