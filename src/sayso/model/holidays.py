"""The days of holidays in a year: fixed ones, those counted by weekday, and those that move with the moon.

Easter is exact, and so are the days of the Hebrew calendar (the arithmetic of Reingold and Dershowitz, Calendrical
Calculations, 2018, chapter 8). Days of the Islamic calendar are those of its arithmetic form (chapter 7): the day
on which one country or another sees the moon is mostly that day or the one before. The Lunar New Year and Diwali
stand in tables; outside of them the day of the year nineteen years off is taken, after which the moon comes back to
the same day but for one (and, once in thirty years, to the month beside it). Each Lunar New Year is the day of
an astronomical new moon in China's time (Meeus, Astronomical Algorithms, 1998, chapter 49; the tests work it out
again): the last before the sun is at 330 degrees, but a month later in 1985 and 2034, after a leap month. Diwali is
the evening of the moonless night in India: by the same new moons (one before 17:40 there counts for the evening
before) all days of the table but 2024 and 2025. In those the new moon falls about sunset, and the table has the day
before it, which is not worked out. `UNSURE` names the rules that may be a day off.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

#: Rules whose day may be wrong by one.
UNSURE = frozenset({"ramadan", "eid-al-fitr", "eid-al-adha", "ashura", "lunar-new-year", "diwali", "nowruz"})


def _nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th weekday (0 Monday) of a month, counted from 0, or from the end where n is negative."""
    last = calendar.monthrange(year, month)[1]
    days = [date(year, month, d) for d in range(1, last + 1)]
    return [d for d in days if d.weekday() == weekday][n]


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm printed in Nature, 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches, as a day of the Gregorian calendar (Meeus, 1991, chapter 8)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


def _hebrew_days(year: int) -> int:
    """Days from the epoch to the mean new moon of a Hebrew year, moved where the weekday forbids it."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def _rosh_hashanah(year: int) -> int:
    """The ordinal of the first day of the Hebrew year that begins in a Gregorian year."""
    before, here, after = (_hebrew_days(year + 3761 + step) for step in (-1, 0, 1))
    return here - 1373427 + (2 if after - here == 356 else 1 if here - before == 382 else 0)


def _hanukkah(year: int) -> date:
    first = _rosh_hashanah(year)
    long_autumn = (_rosh_hashanah(year + 1) - first) % 10 == 5
    return date.fromordinal(first + 83 + long_autumn)


def _hebrew(days: int) -> Callable[[int], date]:
    """The day that lies `days` after the Hebrew new year."""
    return lambda year: date.fromordinal(_rosh_hashanah(year) + days)


def _islamic(month: int, day: int) -> Callable[[int], date]:
    """The first time in a Gregorian year that a day of the arithmetic Islamic calendar comes."""

    def first(year: int) -> date:
        begin, end = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        lunar = (begin - 227015) * 30 // 10631 + 1
        days = (
            227014 + (y - 1) * 354 + (3 + 11 * y) // 30 + 29 * (month - 1) + month // 2 + day
            for y in range(lunar - 1, lunar + 3)
        )
        return date.fromordinal(next(d for d in days if begin <= d <= end))

    return first


def _listed(first: int, days: str) -> Callable[[int], date]:
    """The day of a table that begins with the year `first`, MMDD a year; by the cycle of 19 years outside of it."""
    table = days.split()

    def of(year: int) -> date:
        index = year - first
        if not 0 <= index < len(table):
            index = index % 19 if index < 0 else len(table) - 19 + (index - len(table)) % 19
        return date(year, int(table[index][:2]), int(table[index][2:]))

    return of


_LUNAR_NEW_YEARS = (  # 1970 to 2040
    "0206 0127 0215 0203 0123 0211 0131 0218 0207 0128 0216 0205 0125 0213 0202 0220 0209 0129 0217 0206 "
    "0127 0215 0204 0123 0210 0131 0219 0207 0128 0216 0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 "
    "0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 0125 0212 0201 0122 0210 0129 0217 0206 0126 0213 "
    "0203 0123 0211 0131 0219 0208 0128 0215 0204 0124 0212"
)
_DIWALIS = (  # 2000 to 2030, the main day in India
    "1026 1114 1104 1025 1112 1101 1021 1109 1028 1017 1105 1026 1113 1103 1023 1111 1030 1019 1107 1027 "
    "1114 1104 1024 1112 1031 1020 1108 1029 1017 1105 1026"
)

_RULES: dict[str, Callable[[int], date]] = {
    "mlk-day": lambda y: _nth_weekday(y, 1, 0, 2),
    "presidents-day": lambda y: _nth_weekday(y, 2, 0, 2),
    "mothers-day": lambda y: _nth_weekday(y, 5, 6, 1),
    "memorial-day": lambda y: _nth_weekday(y, 5, 0, -1),
    "fathers-day": lambda y: _nth_weekday(y, 6, 6, 2),
    "labor-day": lambda y: _nth_weekday(y, 9, 0, 0),
    "columbus-day": lambda y: _nth_weekday(y, 10, 0, 1),
    "us-election-day": lambda y: _nth_weekday(y, 11, 0, 0) + timedelta(1),
    "remembrance-sunday": lambda y: _nth_weekday(y, 11, 6, 1),
    "thanksgiving": lambda y: _nth_weekday(y, 11, 3, 3),
    "black-friday": lambda y: _nth_weekday(y, 11, 3, 3) + timedelta(1),
    "cyber-monday": lambda y: _nth_weekday(y, 11, 3, 3) + timedelta(4),
    "advent": lambda y: date(y, 12, 3) - timedelta((date(y, 12, 3).weekday() + 1) % 7),
    "easter": easter,
    "orthodox-easter": orthodox_easter,
    "purim": lambda y: date.fromordinal(_rosh_hashanah(y) - 193),
    "passover": lambda y: date.fromordinal(_rosh_hashanah(y) - 163),
    "shavuot": lambda y: date.fromordinal(_rosh_hashanah(y) - 113),
    "rosh-hashanah": _hebrew(0),
    "yom-kippur": _hebrew(9),
    "sukkot": _hebrew(14),
    "hanukkah": _hanukkah,
    "ramadan": _islamic(9, 1),
    "eid-al-fitr": _islamic(10, 1),
    "eid-al-adha": _islamic(12, 10),
    "ashura": _islamic(1, 10),
    "lunar-new-year": _listed(1970, _LUNAR_NEW_YEARS),
    "diwali": _listed(2000, _DIWALIS),
    "nowruz": lambda y: date(y, 3, 20),
}

#: Days from Easter Sunday.
_FROM_EASTER = {
    "shrove-tuesday": -47, "ash-wednesday": -46, "palm-sunday": -7, "maundy-thursday": -3, "good-friday": -2,
    "holy-saturday": -1, "easter-monday": 1, "ascension-day": 39, "pentecost": 49, "whit-monday": 50,
    "corpus-christi": 60,
}  # fmt: skip


def holiday(rule: str, year: int) -> date:
    """The day of a holiday, by MM-DD or by the name of a rule; KeyError for an unknown rule."""
    if rule[0].isdigit():
        return date(year, int(rule[:2]), int(rule[3:]))
    if rule in _FROM_EASTER:
        return easter(year) + timedelta(_FROM_EASTER[rule])
    return _RULES[rule](year)


def holiday_value(rule: str, year: int) -> str:
    """The TIMEX3 value of a holiday in a year: a day, or the first and last day of Ramadan."""
    first = holiday(rule, year)
    return f"{first}/{first + timedelta(29)}" if rule == "ramadan" else first.isoformat()
