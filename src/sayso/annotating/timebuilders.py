"""What form of time a match of a rule is: one builder for each rule of `timerules`.

A builder may refuse (None) where the words around the match say that no time is meant.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, Literal

from sayso.annotating.timegroups import (
    Found,
    clock_value,
    is_class,
    part_of,
    small_number,
    span_value,
    unit_of,
    which_of,
    year_of,
)
from sayso.lang.en import calendar as words
from sayso.model.timeforms import Form, Part


def iso_form(found: Found) -> Form:
    """As in "2024-03-05"."""
    text = found.row.word(found.first).replace(" ", "T")
    year, month, day = (int(part) for part in text[:10].split("-"))
    return Form("date", year=year, month=month, day=day, clock=text[10:])


def slashed_form(found: Found) -> Form:
    """As in "3/5/2024" (month first, unless the first is above 12 or points stand between)."""
    one, two, year = (int(part) for part in re.split(r"[/.-]", found.row.word(found.first)))
    year += 0 if year > 99 else 1900 if year > 40 else 2000
    month, day = (two, one) if one > 12 or "." in found.row.word(found.first) else (one, two)
    return Form("date", year=year, month=month, day=day)


def full_form(found: Found) -> Form | None:
    """As in "Tuesday, March 5, 2024 at noon", "the 5th of March"."""
    if is_class(found.after(), "percent", "anyunit") or is_class(found.before(), "money"):
        return None
    month = words.MONTHS[found.get("m").rstrip(".")]
    day = int(re.match(r"\d+", found.get("d"))[0])  # type: ignore[index]  # the class holds digits
    which = which_of(found.get("w"))
    clock = clock_value(found.get("clock"))
    weekday = words.WEEKDAYS.get(found.get("dn").rstrip("."))
    name = str(weekday) if weekday else ""
    return Form("date", name, month=month, day=day, which=which, clock=clock, **year_of(found))  # type: ignore[arg-type]


_BEFORE_MAY: Final = ("in", "of", "by", "until", "since", "from", "to", "during", "between", "early", "limit")


def _after_month_word(found: Found) -> bool:
    """Whether the word before says that "May" or "March" is a month, or joins it to another one."""
    joined = found.before(2)
    joins = len(joined) == 2 and is_class(joined[1], "and", "or", "comma") and is_class(joined[0], "month", "year")
    return joins or is_class(found.before(), *_BEFORE_MAY)


def month_form(found: Found) -> Form | None:
    """As in "Mid-March", "last March", "March of last year"."""
    bare = not (found.get("y") or found.get("part") or found.get("w"))
    first = found.row.letters[found.at("m")]
    if bare and is_class(first, "maymarch") and not _after_month_word(found):
        return None
    if bare and is_class(first, "monthshort") and not found.get("m").endswith("."):
        return None
    if found.get("w") and is_class(first, "maymarch") and not found.get("y") and found.get("w") == "this":
        return None
    form = Form("date", month=words.MONTHS[found.get("m").rstrip(".")], part=part_of(found), **year_of(found))  # type: ignore[arg-type]
    return replace(form, which=which_of(found.get("w"))) if found.get("w") else form


def season_form(found: Found) -> Form | None:
    """As in "This winter", "the summer of 2024"."""
    season, which = found.get("s"), found.get("w")
    anchored = found.get("y") or which or found.get("part")
    if not anchored and season in ("fall", "spring") and not found.get("the"):
        return None
    if not anchored and not is_class(
        found.before(), "in", "by", "until", "since", "during", "of", "for", "this", "between"
    ):
        return None
    return Form("season", words.SEASONS[season], which=which_of(which), part=part_of(found), **year_of(found))  # type: ignore[arg-type]


def quarter_form(found: Found) -> Form | None:
    """As in "The third quarter of last year", "first half of 2024", "Q3 2024"."""
    text, word = found.get("q"), found.get("k")
    by_letter = text[0] in "qh" and text[1:].isdigit()
    number = int(text[1:]) if by_letter else words.ORDINALS.get(text) or int(text[0])
    kind: Literal["quarter", "half"] = "quarter" if "quarter" in word or (by_letter and text[0] == "q") else "half"
    if not 1 <= number <= (4 if kind == "quarter" else 2):
        return None
    year = year_of(found)
    if kind == "half" and not year:
        return None  # of a match, of a life
    return Form(kind, n=number, which=year["n"]) if "n" in year else Form(kind, n=number, year=year.get("year"))


def latest_quarter_form(_: Found) -> Form | None:
    """As in "The quarter", "the latest quarter": the one that has just ended."""
    return Form("shift", "quarter", n=-1)


def weekend_form(found: Found) -> Form | None:
    """As in "Over the weekend": the last one."""
    if found.get("u") != "weekend":
        return None
    return Form("shift", "weekend", which=-1)


def year_end_form(found: Found) -> Form | None:
    """As in "By year-end"."""
    if found.get("u") != "year" or found.get("part") != "end":
        return None
    return (
        Form("date", year=int(found.get("y")), part="end")
        if found.get("y")
        else Form("shift", "year", n=0, part="end")
    )


def weekday_form(found: Found) -> Form | None:
    """As in "Last Tuesday", "Friday night"."""
    word = found.get("d")
    if is_class(found.row.letters[found.at("d")], "weekdayshort") and not word.endswith("."):
        return None
    return Form("weekday", n=words.WEEKDAYS[word.rstrip(".")], which=which_of(found.get("w")),
                clock=clock_value(found.get("clock")))  # fmt: skip


def deictic_form(found: Found) -> Form:
    """As in "Today", "tomorrow morning", "last night"."""
    word = found.get("d")
    days = {"the day before yesterday": -2, "the day after tomorrow": 2, "last night": -1}.get(word)
    if days is None:
        days = words.DEICTIC_DAYS.get(word, 0)
    clock = "TNI" if word in ("tonight", "last night") else clock_value(found.get("clock"))
    return Form("shift", "day", n=days, clock=clock)


def that_day_form(found: Found) -> Form:
    """As in "That day", "the same month", "that evening"."""
    unit = unit_of(found.get("u")) or "day"
    return Form("shift", unit, n=0, base="last", clock=clock_value(found.get("clock")))


def period_form(found: Found) -> Form | None:
    """As in "Last week", "this year", "the coming months" in the singular."""
    unit, which = unit_of(found.get("u")), found.get("w")
    if unit in ("season", "generation", "millennium", ""):
        return None
    if found.get("the") and (which, unit) == ("next", "day"):
        return Form("shift", unit, n=1, base="last")
    if (
        found.get("the")
        and which in ("last", "past", "next", "coming", "previous", "preceding")
        and unit != "weekend"
    ):
        return Form("duration", span_value(1, unit), which=which_of(which))
    base = "last" if which in ("following", "previous", "preceding", "same", "that") else ""
    return Form("shift", unit, n=which_of(which) or 0, part=part_of(found), base=base)  # type: ignore[arg-type]


def within_period_form(found: Found) -> Form | None:
    """As in "Later this year", "the end of the month", "mid-year"."""
    part, unit = part_of(found), unit_of(found.get("u"))
    if unit in ("season", "generation", "millennium", "", "hour", "minute", "second"):
        return None
    return Form("shift", unit, n=which_of(found.get("w")) or 0, part=part)


def year_alone_form(found: Found) -> Form | None:
    """As in "2024", "the early part of 2024", "fiscal 2024"."""
    year, part = int(found.get("y")), found.get("part")
    if year < 1700 and not is_class(found.before(), "in", "since", "by", "from", "until", "year"):
        return None
    following = found.after()
    if not part and (is_class(following, "percent", "units", "scale", "money") or _counted(found)):
        return None
    if not part and found.word_before() in _NO_YEAR:
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
    index = found.last
    return index < len(found.row.starts) and found.row.word(index).lower() in _COUNTED


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
    if found.get("u") != "century":
        return None
    text = found.get("c")
    number = {"twenty first": 21, "twenty-first": 21}.get(text) or words.ORDINALS.get(text)
    if number is None:
        number = int(re.match(r"\d+", text)[0])  # type: ignore[index]  # the class holds digits
    return Form("century", n=number - 1, part=part_of(found)) if 1 <= number <= 22 else None


def ago_form(found: Found) -> Form | None:
    """As in "Two weeks ago", "a year earlier", "three months later", "days later"."""
    unit, number, way = unit_of(found.get("u")), small_number(found.get("n")), found.get("way")
    past = way in ("ago", "earlier")
    if number is None or number != int(number) or unit in ("generation", "season", "millennium", ""):
        return Form("ref", "PAST_REF" if past else "FUTURE_REF", which=-1 if past else 1)
    base: Literal["", "last"] = "" if way in ("ago", "hence") else "last"
    return Form("shift", unit, n=int(number) * (-1 if past else 1), base=base)


def neighbour_form(found: Found) -> Form | None:
    """As in "The next day", "the previous week"."""
    unit, which = unit_of(found.get("u")), found.get("w")
    if which not in ("next", "following", "previous", "preceding") or not unit:
        return None
    return Form("shift", unit, n=which_of(which), base="last")


def duration_form(found: Found) -> Form | None:
    """As in "About two and a half years", "the past five months"; ages and rates are none."""
    unit, text = unit_of(found.get("u")), found.get("n")
    number = small_number(text)
    if _is_age(found) or _is_rate(found, text) or _counts_nothing(found, unit, text):
        return None
    which = which_of(found.get("w"))
    if found.get("half"):
        return Form("duration", _HALVES.get(unit, f"P0.5{words.UNIT_CODES.get(unit, 'X')}"), which=which)
    if found.get("andhalf") and number:
        number += 0.5
    return Form("duration", span_value(number, unit), which=which)


def _is_rate(found: Found, text: str) -> bool:
    """Whether "a week" says how often ("four flights a week")."""
    return text in ("a", "an") and found.at("n") == found.first and not _takes_time(found)


def _counts_nothing(found: Found, unit: str, text: str) -> bool:
    """Whether a number and a unit are no stretch of time: a second thought, one day, the 2018 season."""
    if unit == "second" and text in ("a", "an", "the", "one", ""):
        return True
    if text == "one" and unit == "day":
        return not is_class(found.before(), "in", "for", "during", "than", "at", "approx")
    if found.get("half") or found.get("andhalf") or found.get("u") != unit:
        return False
    return unit in ("season", "generation") or (small_number(text) or 1) > 1


def _is_age(found: Found) -> bool:
    """Whether "old" or "of age" follows."""
    rest = found.row.words(found.last, min(found.last + 2, len(found.row.starts)))
    return rest.startswith(("old", "- old", "-old", "of age"))


_TAKING: Final = ("in", "for", "during", "than", "approx", "after", "by", "of", "past", "was", "as", "to", "stop",
                  "block", "comma", "half", "until")  # fmt: skip


def _takes_time(found: Found) -> bool:
    """Whether "a year" is a stretch of time and no rate ("four flights a week")."""
    return is_class(found.before(), *_TAKING)


_HALVES: Final = {
    "hour": "PT30M",
    "year": "P6M",
    "century": "P50Y",
    "day": "PT12H",
    "decade": "P5Y",
    "minute": "PT30S",
}


def dashed_form(found: Found) -> Form | None:
    """As in "Two-year", "five-month"."""
    unit = unit_of(found.get("u"))
    number = 0.5 if found.get("n") == "half" else small_number(found.get("n"))
    if unit == "" or number is None or _is_age(found) or (unit == "second" and found.get("n") == "one"):
        return None
    return Form("duration", span_value(number, unit))


def vague_form(found: Found) -> Form | None:
    """As in "Recent weeks", "the coming days", "for years"."""
    which = -1 if found.get("w") in ("recent", "latest") else which_of(found.get("w"))
    return Form("duration", span_value(None, unit_of(found.get("u"))), which=which)


def whole_form(found: Found) -> Form | None:
    """As in "The entire week"."""
    return Form("duration", span_value(1, unit_of(found.get("u")))) if unit_of(found.get("u")) else None


def set_form(found: Found) -> Form | None:
    """As in "Every Tuesday", "daily"."""
    word = found.get("u")
    if word in words.FREQUENCIES:
        named = found.row.word(found.first)[0].isupper() and not is_class(
            found.before(), "stop", "block", "quote"
        )
        return None if named else Form("set", words.FREQUENCIES[word])
    weekday = word.rstrip("s") if word.endswith("days") and word != "days" else word
    if weekday in words.WEEKDAYS:
        return Form("set", f"XXXX-WXX-{words.WEEKDAYS[weekday]}")
    if word in words.PARTS_OF_DAY:
        return Form("set", f"XXXX-XX-XXT{words.PARTS_OF_DAY[word]}")
    if word in words.SEASONS:
        return Form("set", f"XXXX-{words.SEASONS[word]}")
    if word in words.MONTHS:
        return Form("set", f"XXXX-{words.MONTHS[word]:02d}")
    number = 2 if found.get("n") in ("other", "second") else small_number(found.get("n")) or 1
    return Form("set", span_value(number, unit_of(word))) if unit_of(word) else None


def per_form(found: Found) -> Form | None:
    """As in "Twice a week", "per year"."""
    return Form("set", span_value(1, unit_of(found.get("u")))) if unit_of(found.get("u")) else None


def clock_form(found: Found) -> Form | None:
    """As in "3 p.m.", "noon"."""
    text = found.get("clock")
    if not re.search(r"[ap]\.?m|noon|night|midday", text) and not is_class(
        found.before(), "at", "by", "until", "from"
    ):
        return None
    if text in ("noon", "midday", "midnight") and is_class(found.before(), "the"):
        return None
    return Form("shift", "day", n=0, clock=clock_value(text)) if clock_value(text) else None


def holiday_form(found: Found) -> Form | None:
    """As in "Next Christmas", "the New Year"."""
    name = found.get("h").replace("’", "'")
    rule = words.HOLIDAYS[name]
    part: Part = "start" if name == "new year" and is_class(found.before(), "in", "during") else ""
    return Form("holiday", rule, which=which_of(found.get("w")), part=part, **year_of(found))  # type: ignore[arg-type]


def reference_form(found: Found) -> Form | None:
    """As in "Now", "recently", "the near future"."""
    value = words.REFERENCES.get(found.get("r"), "")
    if not value:
        return None
    return Form("ref", value, which={"PAST_REF": -1, "FUTURE_REF": 1}.get(value))
