"""What form a match of a rule is, of days and times of day: one builder for each rule of `timerules`.

A builder may refuse (None) where the words around the match say that no time is meant.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.annotating.timegroups import (
    Found,
    clock_value,
    day_number,
    is_class,
    part_of,
    small_number,
    that_year,
    unit_of,
    which_of,
    year_of,
)
from sayso.lang.en import calendar as words
from sayso.lang.en.holidays import HOLIDAYS, INDEPENDENCE_DAYS, NAMED_DAYS
from sayso.model.calendar import exists
from sayso.model.holidays import UNSURE
from sayso.model.timeforms import Form, Part

#: What may follow a number that stands for a day: the end of a clause, or a word that no number counts.
_AFTER_DAY: Final = (
    "stop", "comma", "block", "quote", "shut", "open", "break", "colon", "dash", "and", "or", "to", "in", "at",
    "by", "for", "from", "on", "of", "until", "since", "during", "over", "after", "before", "between", "the", "a",
    "will", "was", "be", "have", "as", "that", "past", "possessive", "this", "last", "next",
)  # fmt: skip


def iso_form(found: Found) -> Form:
    """As in "2024-03-05", "2024-03-05T10:30Z"; the zone is left out."""
    text = found.row.word(found.first).replace(" ", "T")
    year, month, day = (int(part) for part in text[:10].split("-"))
    if not exists(year, month, day):
        return Form("none")
    clock = re.match(r"T(\d\d):(\d\d)", text[10:])
    return Form("date", year=year, month=month, day=day, clock=_clock(*clock.groups()) if clock else "")


def _clock(hour: str, minute: str) -> str:
    return f"T{int(hour):02d}:{int(minute):02d}"


def slashed_form(found: Found) -> Form:
    """As in "3/5/2024" (month first, unless the first is above 12 or points stand between)."""
    one, two, year = (int(part) for part in re.split(r"[/.-]", found.row.word(found.first)))
    year += 0 if year > 99 else 1900 if year > 40 else 2000
    month, day = (two, one) if one > 12 or "." in found.row.word(found.first) else (one, two)
    if not exists(year, month, day):
        return Form("none")
    return Form("date", year=year, month=month, day=day)


def full_form(found: Found) -> Form | None:
    """As in "Tuesday, March 5, 2024 at noon", "the 5th of March", "the week of March 5"."""
    if is_class(found.after(), "percent", "anyunit") or is_class(found.before(), "money"):
        return None
    month, day = words.MONTHS[found.get("m").rstrip(".")], day_number(found.get("d"))
    if day is None or (found.get("week") and unit_of(found.get("week")) != "week"):
        return None
    if not found.get("d")[0].isdecimal() and not _is_day_in_words(found):
        return None
    if not day:
        return Form("none")
    year = year_of(found)
    if not year and not found.get("that"):
        year = _famous_year(found, month, day)
    weekday = words.WEEKDAYS.get(found.get("dn").rstrip("."))
    return Form("date", "W" if found.get("week") else str(weekday) if weekday else "", month=month, day=day,
                which=which_of(found.get("w")), clock=clock_value(found.get("clock")), **year, **that_year(found))  # type: ignore[arg-type]  # fmt: skip


def _is_day_in_words(found: Found) -> bool:
    """Whether an ordinal beside a month is a day: "the fifth of May", not "the second May bought"."""
    placed = is_class(found.before(), "on", "by", "until", "since", "before", "after")
    ends = found.at("m") < found.at("d") and is_class(found.after(), "stop", "comma", "block", "quote", "shut")
    return placed or ends or bool(found.get("y")) or " of " in found.text()


def _famous_year(found: Found, month: int, day: int) -> dict[str, int]:
    """The year of a day that its event has made a name: "the Sept. 11 attacks"."""
    year, nouns = NAMED_DAYS.get((month, day), (0, ""))
    return {"year": year} if year and found.word_after() in nouns.split() else {}


def another_day_form(found: Found) -> Form | None:
    """As in the "25" of "April 24 and 25"."""
    if not is_class(found.after() or "", *_AFTER_DAY) or is_class(found.after(), "anyunit"):
        return None
    return _day_beside(found, found.row.word(found.first - 3), found.row.word(found.first - 2))


def first_day_form(found: Found) -> Form | None:
    """As in the "24" of "24 and 25 April"."""
    if is_class(found.before(), "dash", "money", "slash", "dom", "year", "number", "anymonth"):
        return None
    other = found.last + (2 if is_class(found.after(2)[1:], "the") else 1)
    return _day_beside(found, found.get("m"), found.row.word(other))


def _day_beside(found: Found, month: str, other: str) -> Form | None:
    day, there = day_number(found.get("d")), day_number(other)
    if day is None or there is None or day == there:
        return None
    return Form("date", month=words.MONTHS[month.lower().rstrip(".")], day=day, **year_of(found))  # type: ignore[arg-type]


def month_day_form(found: Found) -> Form | None:
    """As in "on the 18th": a day of the month that the text is in."""
    day = day_number(found.get("d"))
    placed = is_class(
        found.before(), "on", "by", "until", "since", "before", "after", "from", "to", "as", "of", "for", "between"
    )
    if day and found.get("there"):
        return Form("date", day=day, base="last") if found.get("there").endswith("month") else None
    if not placed or (is_class(found.before(), "for") and is_class(found.after(), "in")):
        return None
    ends = is_class(found.after(), *_AFTER_DAY) and not is_class(found.after(), "dash", "of")
    told = found.word_after() in words.PRONOUNS or (
        is_class(found.before(), "on") and is_class(found.after(), "word", "numeral", "vague")
    )
    return Form("date", day=day) if day and (ends or told) else None


_BEFORE_MAY: Final = ("in", "of", "by", "until", "since", "as", "from", "to", "during", "over", "between", "early",
                      "limit", "before", "after")  # fmt: skip


def _after_month_word(found: Found) -> bool:
    """Whether the word before says that "May" or "March" is a month, or joins it to another one."""
    joined = found.before(2)
    joint = is_class(joined[1:], "and", "or", "comma", "dash", "to")
    joins = joint and is_class(joined[0], "anymonth", "year")
    return joins or is_class(found.before(), *_BEFORE_MAY)


def month_form(found: Found) -> Form | None:
    """As in "Mid-March", "last March", "March of last year", "August of that year"."""
    if (that := found.get("w")) in ("that", "same"):
        if not _is_that_time(found):
            return None
        month = words.MONTHS[found.get("m").rstrip(".")]
        return Form("date", month=month, which=0, base="last", part=part_of(found))
    bare = not (found.get("y") or found.get("part") or that or found.get("that"))
    first = found.row.letters[found.at("m")]
    if bare and is_class(first, "maymarch") and not _after_month_word(found):
        return None
    if bare and is_class(first, "monthshort") and not found.get("m").endswith("."):
        return None
    if found.get("w") and is_class(first, "maymarch") and not found.get("y") and found.get("w") == "this":
        return None
    return Form("date", month=words.MONTHS[found.get("m").rstrip(".")], part=part_of(found),
                which=which_of(found.get("w")), **year_of(found), **that_year(found))  # type: ignore[arg-type]  # fmt: skip


def _is_that_time(found: Found) -> bool:
    """Whether "that June" is a month, not what is said: "won the vote that June.", "That June she"."""
    opens = is_class(found.before(), "stop", "block", "quote", "comma", "and", "in", "by", "until", "since", "of")
    ends = is_class(found.after(), "stop", "comma", "block", "quote", "and", "shut", "break")
    return bool(found.get("part")) or opens or ends


def season_form(found: Found) -> Form | None:
    """As in "This winter", "the summer of 2024", "spring and summer"."""
    season, which = found.get("s"), found.get("w")
    if found.at("y3") >= 0 and found.row.word(found.at("s2"))[0].isupper():
        return None  # "the 2022 Summer Games"
    anchored = found.get("y") or which or found.get("part") or found.get("that")
    if not anchored and not _is_season(found):
        return None
    return Form("season", words.SEASONS[season], which=which_of(which), part=part_of(found),
                **year_of(found), **that_year(found))  # type: ignore[arg-type]  # fmt: skip


_BEFORE_SEASON: Final = ("in", "by", "until", "since", "during", "over", "of", "for", "this", "between", "before",
                         "after")  # fmt: skip


def _is_season(found: Found) -> bool:
    """Whether a season without a year is one: not "the fall of the city", "tents spring up", "Winter Games"."""
    joined = is_class(found.before(), "and", "or") and is_class(found.before(2)[:1], "anyseason")
    if is_class(found.row.letters[found.at("s", "s2")], "fallspring"):
        before = _BEFORE_SEASON if found.get("the") else ("in", "by", "until", "since", "during", "this")
        return joined or (is_class(found.before(), *before) and not is_class(found.after(), "of"))
    beside = (found.row.word_at(found.at("s", "s2") - 1), found.row.word_at(found.last))
    titled = found.row.word(found.at("s", "s2"))[0].isupper() and any(word[:1].isupper() for word in beside)
    placed = bool(found.get("the")) or joined or is_class(found.before(), *_BEFORE_SEASON)
    return not titled and (placed or not is_class(found.after(), "other"))


def weekday_form(found: Found) -> Form | None:
    """As in "Last Tuesday", "Friday night"."""
    word = found.get("d")
    short = is_class(found.row.letters[found.at("d")], "weekdayshort")
    if short and not found.get("w") and not _is_short_weekday(found, word):
        return None
    if found.word_after() in words.NAMED_BY_DAY and found.row.word_at(found.last)[0].isupper():
        return None
    return Form("weekday", n=words.WEEKDAYS[word.rstrip(".")], which=which_of(found.get("w")),
                clock=clock_value(found.get("clock")))  # fmt: skip


def weekday_week_form(found: Found) -> Form | None:
    """As in "Sunday week", "a week on Sunday": a week after the coming one."""
    if found.get("u") not in ("week", "fortnight") or found.word_before() == "every":
        return None
    number = 1 if found.get("u") == "week" else 2
    return Form("weekday", f"+{number}", n=words.WEEKDAYS[found.get("d")], lean=1)


def _is_short_weekday(found: Found, word: str) -> bool:
    """Whether "Sun." is a day: not "the Daily Sun."."""
    opens = is_class(found.before(), "on", "by", "until", "since", "from", "and", "in", "block", "stop", "quote")
    named = is_class(found.before(), "the", "a") or found.row.word_at(found.first - 1)[:1].isupper()
    return word.endswith(".") and (opens or not named)


def deictic_form(found: Found) -> Form:
    """As in "Today", "tomorrow morning", "last night"."""
    word = found.get("d")
    days = {"the day before yesterday": -2, "the day after tomorrow": 2, "last night": -1}.get(word)
    if days is None:
        days = words.DEICTIC_DAYS.get(word, -1 if word.startswith("last ") else 0)
    clock = clock_value(found.get("clock") or word)
    return Form("shift", "day", n=days, clock=clock)


def that_day_form(found: Found) -> Form:
    """As in "That day", "the same month", "later that evening"."""
    unit = unit_of(found.get("u")) or "day"
    return Form("shift", unit, n=0, base="last", clock=clock_value(found.get("clock")))


def neighbour_form(found: Found) -> Form | None:
    """As in "The next day", "the previous week", "the following morning"."""
    unit, which = unit_of(found.get("u")), found.get("w")
    vague = unit in ("generation", "season", "millennium")
    if vague or which not in ("next", "following", "previous", "preceding"):
        return None
    return Form("shift", unit or "day", n=which_of(which), base="last", clock=clock_value(found.get("clock")))


def day_before_form(found: Found) -> Form | None:
    """As in "The day before." and "the year after,"."""
    unit, way = unit_of(found.get("u")) or "day", found.get("way")
    if found.word_before() == "to" and is_class(found.before(2)[:1], "anyunit"):
        return None  # "five years to the day after"
    ends = is_class(found.after(), "stop", "comma", "block", "quote") or found.text().endswith(" that")
    if unit not in ("day", "week", "month", "year") or way not in ("before", "after", "following"):
        return None
    dated = is_class(found.after(), "holiday", "anymonth", "anyweekday", "dom", "nth", "which", "deictic")
    if not ends and (found.get("u") != "day" or way == "following" or dated):
        return None
    return Form("shift", unit, n=-1 if way == "before" else 1, base="last", clock=clock_value(found.get("clock")))


def anniversary_form(found: Found) -> Form | None:
    """As in "Saturday marks the 25th anniversary": the day named before."""
    return Form("shift", "day", n=0, base="last") if found.word_before() in words.MARKING else None


def seasons_ago_form(found: Found) -> Form | None:
    """As in "Two winters ago"."""
    season, number = words.SEASONS.get(found.get("s")[:-1]), small_number(found.get("n"))
    return Form("season", season, n=-int(number)) if season and number and number < 100 else None


def part_of_day_form(found: Found) -> Form | None:
    """As in "In the morning", "mid-afternoon yesterday", "overnight", "4 in the morning"."""
    text, day = found.get("clock"), found.get("d")
    placed = is_class(found.before(), "in", "during", "over", "of", "by")
    bare = found.text() == text and text != "overnight" and is_class(found.after(), "other")  # "by night buses"
    clock = clock_value(text)
    if not clock or (not day and (bare or (found.text().startswith("the ") and not placed))):
        return None
    if day:
        return Form("shift", "day", n=words.DEICTIC_DAYS[day], clock=clock)
    if text == "overnight" and is_class(found.before(), "the", "a", "of"):
        return None  # "eight months of overnight watches"
    if text == "overnight":
        return Form("shift", "day", n=0 if found.looks_back("will", 6) else -1, clock=clock)
    return Form("shift", "day", n=0, base="last", clock=clock)


def clock_form(found: Found) -> Form | None:
    """As in "3 p.m.", "noon", "3 o'clock", "0600 GMT"."""
    text = found.get("clock")
    sure = re.search(r"[ap]\.?m|noon|night|midday|clock|gmt|utc", text)
    if not sure and not is_class(found.before(), "at", "by", "until", "from"):
        return None
    if text in ("noon", "midday", "midnight") and is_class(found.before(), "the"):
        return None
    return Form("shift", "day", n=0, clock=clock_value(text)) if clock_value(text) else None


def holiday_form(found: Found) -> Form | None:
    """As in "Next Christmas", "the New Year", "Ukraine's Independence Day"."""
    name = found.get("h").replace("’", "'")
    rule = HOLIDAYS[name]
    if name == "independence day":
        owned = is_class(found.before(), "possessive")
        nation = found.row.word_at(found.first - (2 if owned else 1)).lower()
        rule = INDEPENDENCE_DAYS.get(nation, rule if not owned else "")
        if not rule:
            return Form("ref", "XXXX-XX-XX")
    unit = unit_of(found.get("u"))
    if found.get("u") and unit not in ("week", "weekend"):
        return None
    kind = found.text().startswith("the ") and found.word_after() in words.OF_HOLIDAYS
    if kind or _is_surname(found):
        return None
    early = is_class(found.before(), "in", "during") or found.text().startswith("early")
    part: Part = "start" if name == "new year" and early else "near" if rule in UNSURE else ""
    part = unit or part  # type: ignore[assignment]  # "week" and "weekend" are parts
    return Form("holiday", rule, which=which_of(found.get("w")), part=part, clock=clock_value(found.get("clock")),
                **year_of(found))  # type: ignore[arg-type]  # fmt: skip


def _is_surname(found: Found) -> bool:
    """Whether a holiday is a name: "Mary Easter"; not "Orthodox Easter" or what opens its sentence."""
    before = found.row.word_at(found.first - 1)
    if len(found.text().split()) > 1 or not is_class(found.before(), "other") or not before.isalpha():
        return False
    wished = before.lower() in ("merry", "happy", "white")
    return before[0].isupper() and not wished and not is_class(found.before(2)[:1], "stop", "block", "quote")


def named_day_form(found: Found) -> Form:
    """As in "9/11", "D-Day"."""
    year, month, day = (2001, 9, 11) if "9" in found.text() else (1944, 6, 6)
    return Form("date", year=year, month=month, day=day)


def other_calendar_form(_: Found) -> Form:
    """As in "15 Nisan 5784": kept as what it is, without days."""
    return Form("ref", "XXXX-XX-XX")


def ramadan_form(found: Found) -> Form | None:
    """As in "12 Ramadan 1445": a day and a year of its own calendar, unlike "Ramadan 2031"."""
    return other_calendar_form(found) if found.get("h") == "ramadan" else None
