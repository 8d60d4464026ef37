"""What form a match of a rule is, of weeks, months, quarters, years and longer periods: a builder for each rule."""

from __future__ import annotations

import re
from typing import Final, Literal

from sayso.annotating.timegroups import (
    Found,
    is_class,
    part_of,
    span_value,
    spelled_year,
    that_year,
    unit_of,
    which_of,
    year_of,
)
from sayso.lang.en import calendar as words
from sayso.model.timeforms import Form

#: How many words back a report by quarters is looked for; 40 to 120 were tried on TimeBank.
_REPORT: Final = 80


def by_quarters(found: Found) -> bool:
    """Whether the words before report on a quarter, so that "a year ago" means the same quarter a year ago.

    A report names the quarter ("the third quarter", not "a quarter of them") and sums of money or shares (not the
    fourth quarter of a match).
    """
    before = found.before(_REPORT)
    if not any(is_class(letter, "money", "percent") for letter in before):
        return False
    return any(
        is_class(
            before[max(0, at - 1) : at], "anyordinal", "recent", "which", "the", "dash", "ago", "moved", "fiscal"
        )
        and not is_class(before[at + 1 : at + 2], "dash")
        for at, letter in enumerate(before)
        if is_class(letter, "quarter")
    )


def day_of_month_form(found: Found) -> Form | None:
    """As in "The second Thursday in April", "the last day of May", "the first week of June 2024"."""
    text, unit = found.get("q"), unit_of(found.get("u"))
    number = -1 if text in ("last", "final") else words.ORDINALS.get(text) or int(re.sub(r"\D", "", text) or 0)
    month = words.MONTHS[found.get("m").rstrip(".")]
    year = {**year_of(found), **(that_year(found) if found.at("m2") < 0 else {"n": 0, "base": "last"})}
    if weekday := words.WEEKDAYS.get(found.get("d").rstrip(".")):
        code, part, most = f"{number}.{weekday}", "", 5
    elif unit == "day":
        code, part, most = f"{number}.D", "", 31
    else:
        kinds = {"week": ("first-week", "last-week"), "": ("H1", "H2")}
        code, most = "", 1 if unit == "week" else 2
        part = kinds[unit][number - 1 if number > 0 else -1] if unit in kinds and number <= most else ""
    if not (code or part) or not (number == -1 or 1 <= number <= most):
        return None
    return Form("date", code, month=month, part=part, **year)  # type: ignore[arg-type]  # the kinds are parts


def quarter_form(found: Found) -> Form | None:
    """As in "The third quarter of last year", "the latter half of 2024", "Q3 2024"."""
    text, word = found.get("q"), found.get("k")
    by_letter = text[0] in "qh" and text[1:].isdigit()
    kind: Literal["quarter", "half"] = "quarter" if "quarter" in word or (by_letter and text[0] == "q") else "half"
    digits = re.sub(r"\D", "", text)
    number = int(digits) if digits else words.ORDINALS.get(text) or (2 if kind == "half" else 0)
    if not 1 <= number <= (4 if kind == "quarter" else 2):
        return None
    year = year_of(found) or ({"n": 0} if found.get("y3") == "the year" else {"n": -1} if found.get("ago") else {})
    if kind == "half" and not year:
        return None  # of a match, of a life
    return Form(kind, n=number, which=year.get("n"), year=year.get("year"), part=part_of(found))


def latest_quarter_form(found: Found) -> Form | None:
    """As in "The quarter", "the latest period": the one that has just ended."""
    return Form("shift", "year", n=-1) if found.get("fiscal") else Form("shift", "quarter", n=-1)


def year_ago_form(found: Found) -> Form | None:
    """As in "The year-earlier period", "year-ago results"."""
    text = found.text()
    if "year" not in text:
        return None
    quarterly = "quarter" in text or by_quarters(found)
    return Form("shift", "quarter", n=-5) if quarterly else Form("shift", "year", n=-1)


_AFTER_PERIOD: Final = ("stop", "comma", "block", "quote", "shut", "to", "and", "in", "as", "was", "break",
                        "possessive", "have", "colon")  # fmt: skip


def bare_period_form(found: Found) -> Form | None:
    """As in "Over the weekend" (the last one), "for the year", "the week's losses"."""
    unit, before = unit_of(found.get("u")), found.before()
    if unit == "weekend":
        ahead = is_class(before, "before", "by") or found.word_before() == "of"
        return Form("shift", "weekend", n=0) if ahead else Form("shift", "weekend", which=-1)
    if unit not in ("year", "week", "month") or found.row.word(found.last - 1)[0].isupper():
        return None
    if found.get("end"):
        return Form("duration", span_value(1, unit))
    if not is_class(found.after() or "", *_AFTER_PERIOD) or is_class(before, "other"):
        return None
    return Form("shift", unit, n=0)


def year_end_form(found: Found) -> Form | None:
    """As in "By year-end", "the year's end"."""
    if found.get("u") not in ("year", "month") or found.get("part") != "end":
        return None
    if found.get("y"):
        return Form("date", year=int(found.get("y")), part="end")
    return Form("shift", found.get("u"), n=0, part="end")


def period_form(found: Found) -> Form | None:
    """As in "Last week", "this year", "the coming months" in the singular."""
    unit, which = unit_of(found.get("u")), found.get("w")
    if unit in ("season", "generation", "millennium", ""):
        return None
    if (which, unit) == ("next", "day"):
        return Form("shift", unit, n=1, base="last")
    lasting = which in ("last", "past", "coming") or (
        which in ("next", "previous", "preceding") and is_class(found.before(), "for", "during", "over", "in")
    )
    if found.get("the") and lasting and unit != "weekend":
        side = None if is_class(found.after(), "of") else which_of(which)
        return Form("duration", span_value(1, unit), which=side)
    counted = ("following", "previous", "preceding", "same", "that", "next" if found.get("the") else "following")
    base = "last" if which in counted else ""
    return Form("shift", unit, n=which_of(which) or 0, part=part_of(found), base=base)  # type: ignore[arg-type]


def second_next_form(found: Found) -> Form | None:
    """As in "The week after next", "the weekend before last"."""
    unit, pair = unit_of(found.get("u")), (found.get("way"), found.get("w"))
    if unit not in ("week", "weekend", "month", "year") or pair not in (("after", "next"), ("before", "last")):
        return None
    return Form("shift", unit, n=2 if pair[0] == "after" else -2)


def year_day_form(found: Found) -> Form | None:
    """As in "The last day of the year"."""
    if unit_of(found.get("u")) != "day" or found.row.word(found.last - 1).lower() != "year":
        return None
    if found.get("q") in ("last", "final"):
        return Form("date", month=12, day=31)
    return Form("date", month=1, day=1) if found.get("q") == "first" else None


def within_period_form(found: Found) -> Form | None:
    """As in "Later this year", "the end of the month", "mid-year"."""
    part, unit = part_of(found), unit_of(found.get("u"))
    if unit in ("season", "generation", "millennium", "", "hour", "minute", "second"):
        return None
    return Form("shift", unit, n=which_of(found.get("w")) or 0, part=part)


def year_alone_form(found: Found) -> Form | None:
    """As in "2024", "the early part of 2024", "fiscal 2024", "the 2024 season"."""
    year, part = int(found.get("y")), found.get("part")
    if found.get("whole"):
        return Form("date", year=year) if found.get("whole") in ("period", "season", "quarter") else None
    if year < 1700 and not is_class(found.before(), "in", "since", "by", "from", "until", "year", "of", "after"):
        return None
    following = found.after()
    if is_class(found.before(), "number") and not is_class(found.before(2)[:1], "comma"):
        return None  # "telephone 5550 1943"
    if not part and (is_class(following, "percent", "units", "scale", "money") or _counted(found)):
        return None
    bounded = is_class(found.before(3)[:1], "by", "until", "since", "from", "after", "before")
    if not part and found.word_before() in _NO_YEAR and not bounded:
        return None
    return Form("date", year=year, part=part_of(found))


_NO_YEAR: Final = frozenset(
    ["about", "some", "nearly", "than", "over", "almost", "no.", "number", "flight", "room", "page", "section",
     "least", "most", "approximately", "roughly", "route", "highway", "bill", "resolution", "paragraph", "line"]
)  # fmt: skip
_COUNTED: Final = frozenset(
    ["troops", "people", "soldiers", "miles", "feet", "km", "points", "votes", "shares", "pounds", "dollars", "men",
     "women", "square", "percent", "meters", "metres", "kilometers", "kilometres", "jobs", "cases", "deaths",
     "workers", "members", "employees", "tons", "tonnes", "barrels", "homes", "families", "children", "students"]
)  # fmt: skip


def _counted(found: Found) -> bool:
    return found.word_after() in _COUNTED


def word_year_form(found: Found) -> Form | None:
    """As in "Nineteen ninety-four", "the year two thousand"."""
    first = found.text().split()[0]
    if (first in words.UNITS or first == "the") and "year" not in found.text():
        return None
    year = spelled_year(found.get("y"))
    if year is None or is_class(found.after(), "units", "anyunit", "scale", "percent", "dash"):
        return None
    return Form("date", year=year)


def short_year_form(found: Found) -> Form | None:
    """As in "In '98", "1796-'99"."""
    if not is_class(found.before(), "in", "of", "since", "by", "until", "from", "to", "and", "early", "limit"):
        return None
    return Form("date", **year_of(found))  # type: ignore[arg-type]


def _both_years(first: str, second: str) -> tuple[int, int] | None:
    """The years of a range, the second perhaps of two figures; None where they do not rise or are none."""
    one, tail = int(first), re.sub(r"\D", "", second)
    if len(tail) == 2:
        two = one // 100 * 100 + int(tail)
        two += 100 if two <= one and int(tail) < 10 and one % 100 > 90 else 0
    elif len(tail) == 4:
        two = int(tail)
    else:
        return None
    return (one, two) if one < two < one + 200 else None


def range_form(found: Found) -> Form | None:
    """As in the "1914" and the "18" of "1914-18"."""
    if found.get("y9"):
        years = _both_years(found.get("y"), found.get("y9"))
        return Form("date", year=years[0]) if years else None
    years = _both_years(found.row.word(found.first - 2), found.get("y"))
    return Form("date", year=years[1]) if years else None


def double_year_form(found: Found) -> Form | None:
    """As in "2023/24", "the financial year 2023-24": a year of a budget, a school or a sport."""
    years = _both_years(found.get("y"), found.get("y9"))
    slash = found.get("joint") == "/"
    named = found.get("whole") in _DOUBLE or not _DOUBLE.isdisjoint(found.text().split())
    if not years or years[1] != years[0] + 1 or not (slash or named) or is_class(found.after(), "slash", "dash"):
        return None
    if slash and len(found.get("y9")) == 1:
        return None
    return Form("range", f"{years[0]}/{years[1]}")


_DOUBLE: Final = frozenset({"season", "fiscal", "financial", "school", "academic", "tax", "business", "year"})


def era_form(found: Found) -> Form | None:
    """As in "The spring of 480 BC", "AD 79"; years before Christ have a value and no days."""
    digits = found.get("y").replace(",", "")
    if len(digits) > 4 or not digits.isdecimal():
        return None
    year = int(digits)
    season, month = words.SEASONS.get(found.get("s"), ""), words.MONTHS.get(found.get("m").rstrip("."))
    before = found.row.letters[found.first : found.last]
    letters = next(found.row.word(found.first + i) for i, letter in enumerate(before) if is_class(letter, "era"))
    name = re.sub(r"[^A-Z]", "", letters)
    if name.startswith("BC"):
        if found.at("y") < 0 or not 0 < year < 10000:
            return None
        return Form("ref", f"BC{year:04d}" + (f"-{season}" if season else f"-{month:02d}" if month else ""))
    if name == "AH":
        return Form("ref", "XXXX")
    if not 0 < year < 2200 or season:
        return None
    return Form("date", year=year, month=month, part=part_of(found))


def decade_form(found: Found) -> Form | None:
    """As in "The late 1980s", "the '90s"."""
    text = found.get("d").replace("’", "'")
    if text in words.DECADE_WORDS:
        return Form("decade", n=190 + words.DECADE_WORDS[text], part=part_of(found)) if found.get("lead") else None
    digits = re.sub(r"\D", "", text)
    if len(digits) == 4:
        return Form("decade", n=int(digits[:3]), part=part_of(found))
    if "'" not in text and not found.get("lead"):
        return None
    tens = int(digits[0])
    return Form("decade", n=(200 if tens < 2 else 190) + tens, part=part_of(found))


def century_form(found: Found) -> Form | None:
    """As in "The 19th century"."""
    titled = found.row.word(found.at("u"))[0].isupper() and found.row.word_at(found.last)[:1].isupper()
    if found.get("u") != "century" or titled:
        return None
    text = found.get("c")
    number = {"twenty first": 21, "twenty-first": 21}.get(text) or words.ORDINALS.get(text)
    if number is None:
        digits = re.match(r"\d+", text)
        number = int(digits[0]) if digits else 0
    if found.get("era").startswith("b"):
        return Form("ref", f"BC{number - 1:02d}") if 1 <= number <= 99 else None
    return Form("century", n=number - 1, part=part_of(found)) if 1 <= number <= 22 else None
