"""What form a match of a rule is, of durations, repeated times and words such as "now": a builder for each rule."""

from __future__ import annotations

from typing import Final, Literal

from sayso.annotating.timegroups import Found, is_class, small_number, span_value, unit_of, which_of
from sayso.annotating.timeperiods import by_quarters
from sayso.lang.en import calendar as words
from sayso.model.timeforms import Form


def ago_form(found: Found) -> Form | None:
    """As in "Two weeks ago", "a year earlier", "three months later", "days later", "two years before"."""
    unit, number, way = unit_of(found.get("u")), small_number(found.get("n")), found.get("way").split(" ")[0]
    past = way in ("ago", "earlier", "before", "previously")
    brief = unit in ("hour", "minute", "second") and way != "ago"
    if brief or (way in ("earlier", "later") and is_class(found.after(), "than")):
        return Form("duration", span_value(number, unit))
    if number is None and " " in found.get("way"):
        return None  # "weeks after that"
    if way == "on" and not (number and is_class(found.before(), "stop", "block", "quote", "comma")):
        return None
    if number is None or number != int(number) or unit in ("generation", "season", "millennium", ""):
        return Form("ref", "PAST_REF" if past else "FUTURE_REF", which=-1 if past else 1)
    if unit in _YEARS:
        unit, number = "year", _YEARS[unit] * number
    if past and unit == "year" and number == 1 and by_quarters(found):
        return Form("shift", "quarter", n=-5)
    base: Literal["", "last"] = "" if way in ("ago", "hence") else "last"
    return Form("shift", unit, n=int(number) * (-1 if past else 1), base=base)


def ahead_form(found: Found) -> Form | None:
    """As in "In 10 years' time"."""
    unit, number = unit_of(found.get("u")), small_number(found.get("n"))
    if number is None or number != int(number) or not is_class(found.before(), "in", "by", "for", "until"):
        return None
    if unit in _YEARS:
        unit, number = "year", _YEARS[unit] * number
    return Form("shift", unit, n=int(number)) if unit in ("day", "week", "fortnight", "month", "year") else None


def another_form(found: Found) -> Form | None:
    """As in "They gave him another week"."""
    unit = unit_of(found.get("u"))
    lasting = unit in ("day", "week", "fortnight", "month", "year", "decade", "hour", "minute", "century")
    return Form("duration", span_value(1, unit)) if lasting and found.row.word(found.first)[0].islower() else None


def nights_form(found: Found) -> Form | None:
    """As in "Three nights"."""
    number = small_number(found.get("n"))
    return Form("duration", span_value(number, "day")) if found.get("u") == "nights" else None


def days_a_week_form(found: Found) -> Form | None:
    """As in "Seven days a week": every day, else every week."""
    if found.get("u") != "days" or found.row.word(found.last - 1).lower() != "week":
        return None
    return Form("set", "P1D" if small_number(found.get("n")) == 7 else "P1W")


def each_form(found: Found) -> Form | None:
    """As in "The second Thursday of each month"."""
    unit = unit_of(found.get("u"))
    return Form("set", span_value(1, unit)) if unit in ("month", "quarter", "year") else None


def share_ago_form(found: Found) -> Form | None:
    """As in "A quarter-century ago", "half a decade earlier"."""
    years = _SHARES[found.get("n")] * _YEARS.get(unit_of(found.get("u")), 0)
    if not years or years != int(years):
        return None
    return Form("shift", "year", n=-int(years) if found.get("way") in ("ago", "earlier") else int(years))


_YEARS: Final = {"decade": 10, "century": 100}
_SHARES: Final = {"half": 0.5, "quarter": 0.25}


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
    value = span_value(number, unit)
    if found.get("n4"):
        value = _added(value, span_value(small_number(found.get("n4")), unit_of(found.get("u4"))))
    return Form("duration", value, which=which) if value else None


def _added(one: str, other: str) -> str:
    """The value of "two years and six months"; empty where the second is no part of the first."""
    order = ["Y", "M", "W", "D", "TH", "TM", "TS"]
    codes = [("T" if "T" in value else "") + value[-1] for value in (one, other)]
    if not all(code in order for code in codes) or order.index(codes[0]) >= order.index(codes[1]):
        return ""
    return one + (other[2:] if "T" in one else other[1:])


def _is_rate(found: Found, text: str) -> bool:
    """Whether "a week" says how often ("four flights a week")."""
    alone = text in ("a", "an") and found.at("n") == found.first and not found.get("andhalf")
    alone = alone and not is_class(found.after(), "before", "after")
    return alone and not is_class(found.before(), *_TAKING)


def _counts_nothing(found: Found, unit: str, text: str) -> bool:
    """Whether a number and a unit are no time: a second thought, three quarters of it, the 2018 season."""
    if unit == "second" and text in ("a", "an", "the", "one", ""):
        return True
    if unit == "quarter" and not found.get("w"):
        return is_class(found.after(), "of") or text in ("a", "one", "some", "three", "")
    if text == "one" and unit == "day":
        return is_class(found.after(), "comma") or is_class(found.before(), "block", "stop", "quote", "will")
    if found.get("half") or found.get("andhalf") or found.get("u") != unit:
        return False
    if unit in ("season", "generation", "second"):
        return True
    number = small_number(text) or 1
    return number > 1 and (number > 100 or is_class(found.after(), "stop", "comma", "block", "dash"))


def _is_age(found: Found) -> bool:
    """Whether "old" or "of age" follows."""
    rest = found.row.words(found.last, min(found.last + 2, len(found.row.starts)))
    return rest.startswith(("old", "- old", "-old", "of age"))


#: Before "a year" these say that it is a stretch of time and no rate ("four flights a week").
_TAKING: Final = ("in", "for", "during", "over", "than", "approx", "after", "by", "of", "past", "was", "as", "to",
                  "stop", "block", "comma", "half", "until", "lastword")  # fmt: skip

_HALVES: Final = {
    "hour": "PT30M",
    "year": "P6M",
    "century": "P50Y",
    "day": "PT12H",
    "decade": "P5Y",
    "minute": "PT30S",
}


def dashed_form(found: Found) -> Form | None:
    """As in "Two-year", "five-month", "several-year"."""
    unit, text = unit_of(found.get("u")), found.get("n")
    number = _SHARES[text] if text in _SHARES else small_number(text)
    if text == "quarter" and unit not in ("hour", "century"):
        return None
    if unit == "" or (number is None and text not in ("several", "many")) or _is_age(found):
        return None
    if unit == "second" and text == "one":
        return None
    return Form("duration", span_value(number, unit))


def long_form(found: Found) -> Form | None:
    """As in "Month-long", "decades-long"."""
    unit, word = unit_of(found.get("u")), found.get("u")
    if not unit or found.row.word(found.last - 1).lower() != "long":
        return None
    return Form("duration", span_value(1 if word == unit else None, unit))


def vague_form(found: Found) -> Form | None:
    """As in "Recent weeks", "the coming days", "for years", "the weeks before", "the early years"."""
    unit, alone = unit_of(found.get("u")), found.text() == found.get("u")
    if unit == "generation" or (unit == "quarter" and not found.get("w")):
        return None
    if (unit == "hour" and is_class(found.after(), "of")) or (alone and is_class(found.before(), "of")):
        return None  # "the early hours of Friday", "a matter of days before"
    which = -1 if found.get("w") in ("recent", "latest") else which_of(found.get("w"))
    return Form("duration", span_value(None, unit), which=which)


def while_form(found: Found) -> Form | None:
    """As in "For a while", "some time"."""
    if found.get("some") and (found.get("some") != "some" or found.row.word(found.last - 1) != "time"):
        return None
    return Form("duration", "PXX")


def whole_form(found: Found) -> Form | None:
    """As in "The entire week"."""
    return Form("duration", span_value(1, unit_of(found.get("u")))) if unit_of(found.get("u")) else None


def set_form(found: Found) -> Form | None:
    """As in "Every Tuesday", "daily", "every second Thursday"."""
    word, second = found.get("u"), found.get("n") in ("other", "second")
    if word in words.FREQUENCIES:
        return None if _is_kind(found, word) else Form("set", words.FREQUENCIES[word])
    part = word in words.PARTS_OF_DAY and not is_class(found.row.letters[found.first], "every")
    if part and not is_class(found.before(), "on", "in", "at", "and", "for", "of", "during", "anyweekday"):
        return None  # "the dark nights"
    if unit := unit_of(word):
        return Form("set", span_value(2 if second else small_number(found.get("n")) or 1, unit))
    value = _named_period(word.rstrip("s") if word.endswith("days") else word)
    if not value:
        return None
    return Form("set", "P2W" if second and value.startswith("XXXX-WXX-") else value)


def _named_period(word: str) -> str:
    """The value of a weekday, a part of the day, a season or a month of no one year; empty for other words."""
    if word in words.WEEKDAYS:
        return f"XXXX-WXX-{words.WEEKDAYS[word]}"
    if word in words.PARTS_OF_DAY:
        return f"XXXX-XX-XXT{words.PARTS_OF_DAY[word]}"
    if word in words.SEASONS:
        return f"XXXX-{words.SEASONS[word]}"
    return f"XXXX-{words.MONTHS[word]:02d}" if word in words.MONTHS else ""


def _is_kind(found: Found, word: str) -> bool:
    """Whether a frequency says of what kind a thing is ("a quarterly loss") or is in a name ("the Daily")."""
    named = found.row.word(found.first)[0].isupper() and not is_class(found.before(), "stop", "block", "quote")
    return named or (word == "quarterly" and is_class(found.after(), "other", "past"))


def weekends_form(found: Found) -> Form | None:
    """As in "On weekends"."""
    return Form("set", "XXXX-WXX-WE") if found.get("u") == "weekends" else None


def weekday_nights_form(found: Found) -> Form | None:
    """As in "Tuesday nights"."""
    day, part = words.WEEKDAYS.get(found.get("d").rstrip(".")), words.PARTS_OF_DAY.get(found.get("clock"))
    return Form("set", f"XXXX-WXX-{day}T{part}") if day and part else None


def per_form(found: Found) -> Form | None:
    """As in "Twice a week", "per year"."""
    unit = unit_of(found.get("u"))
    return Form("set", span_value(1, unit)) if unit and unit not in ("generation", "season") else None


def reference_form(found: Found) -> Form | None:
    """As in "Now", "recently", "the near future", "these days", "in the short term"."""
    word = found.get("r")
    if word == "recently" and found.word_before() == "as":
        return None
    if word.endswith(" days"):
        value = "PRESENT_REF" if word.startswith("these") else "PAST_REF"
    elif word == "term":
        value = "FUTURE_REF" if found.text() in ("the near term", "the short term", "the long term") else ""
    else:
        value = words.REFERENCES.get(word, "")
    if not value:
        return None
    return Form("ref", value, which={"PAST_REF": -1, "FUTURE_REF": 1}.get(value))


def some_day_form(found: Found) -> Form | None:
    """As in "It will one day float"."""
    return Form("ref", "FUTURE_REF", which=1) if found.text() == "one day" else None


def past_form(found: Found) -> Form | None:
    """As in "In the past, they lost."; not "the past week"."""
    ends = is_class(found.after() or "", "stop", "comma", "block", "quote", "break", "and", "shut", "dash")
    if found.get("r") != "past" or not ends or not is_class(found.before(), "in", "from", "of", "to", "than"):
        return None
    return Form("ref", "PAST_REF", which=-1)
