"""From a form of time to its TIMEX3 value: calendar arithmetic, pure and total.

The value is worked out from an anchor (the day of writing) and, where the form counts from it, from the time named
before. The days of a value are another step (`timexdays`, with the conventions).
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta

from sayso.model.holidays import holiday, holiday_value
from sayso.model.timeforms import Form, Part
from sayso.model.timexdays import SEASON_MONTHS, months_later

_ORDER = ("SP", "SU", "FA", "WI")

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
