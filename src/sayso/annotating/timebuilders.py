"""What form of time a match of a rule is: one builder for each rule of `timerules`.

A builder may refuse (None) where the words around the match say that no time is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from sayso.annotating.timewords import Row, letters_of
from sayso.lang.en import calendar as words
from sayso.lang.en.numbers import SCALES, SMALL
from sayso.model.timeforms import Form, Part


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule's pattern in a row of words."""

    row: Row
    match: re.Match[str]

    def get(self, name: str) -> str:
        """The words of the group `name`, or of its twin `name`2, in lower case; empty where neither took part."""
        for group in (name, name + "2"):
            if group in self.match.re.groupindex and self.match.start(group) >= 0:
                return self.row.words(*self.match.span(group))
        return ""

    def before(self, count: int = 1) -> str:
        """Up to `count` class characters before the match."""
        return self.row.letters[max(0, self.match.start() - count) : self.match.start()]

    def after(self, count: int = 1) -> str:
        """Up to `count` class characters behind the match."""
        return self.row.letters[self.match.end() : self.match.end() + count]

    def word_before(self) -> str:
        """The word before the match in lower case, or an empty string."""
        index = self.match.start()
        return self.row.word(index - 1).lower() if index else ""


def _is(letter: str, *names: str) -> bool:
    return bool(letter) and any(letter in letters_of(name) for name in names)


def _number(text: str) -> float | None:
    """The value of a small number in digits or words ("twenty-five", "a dozen", "1,500"); None where it is vague."""
    text = text.replace("-", " ").replace(" of", "").strip()
    if fraction := re.fullmatch(r"(\d{1,2}) (\d) ?/ ?(\d)", text):
        return int(fraction[1]) + int(fraction[2]) / (int(fraction[3]) or 1)
    digits = text.replace(",", "")
    if digits.isascii() and digits.replace(".", "", 1).isdigit():
        return float(digits) if len(digits) < 10 else None
    total = 0.0
    for word in text.split():
        if word in ("hundred", "dozen", "thousand"):
            total = (total or 1) * SCALES[word]
        elif word in SMALL:
            total += SMALL[word]
        elif word == "couple":
            total = 2
        elif word in ("a", "an"):
            total = total or 1
        elif word != "and":
            return None
    return total or None


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def _unit(word: str) -> str:
    word = word.lower()
    return words.UNITS.get(word) or words.UNITS.get(word[:-1], "")


def span_value(number: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration; X for a number that is not told."""
    if unit == "fortnight":
        return f"P{_plain(2 * (number or 1))}W"
    if unit in ("decade", "century", "millennium") and number:
        number, unit = number * {"decade": 10, "century": 100, "millennium": 1000}[unit], "year"
    code = words.UNIT_CODES.get(unit, "X")
    sub_day, code = ("T", code[1:]) if code.startswith("T") else ("", code)
    return f"P{sub_day}{_plain(number) if number else 'X'}{code}"


def _part(found: Found) -> Part:
    """The part of a period that the words before it name."""
    word = found.get("part")
    return words.PARTS.get(word.split()[0] if word else "", "")  # type: ignore[return-value]  # the table holds parts


def _which(word: str) -> int | None:
    return words.WHICH.get(word.rsplit(maxsplit=1)[-1]) if word else None


def _year(found: Found, name: str = "y") -> dict[str, int]:
    """The year that a group gives: a number, or a shift from the present one."""
    text = found.get(name)
    if not text:
        return {}
    return {"year": int(text)} if text.isdigit() else {"n": _which(text.split()[0]) or 0}


def clock_value(text: str) -> str:
    """The TIMEX3 tail of a time of day ("T15:00", "TNI"); empty where there is none."""
    text = text.strip().lower()
    for word in reversed(text.split()):
        if word in words.PARTS_OF_DAY:
            return "T" + words.PARTS_OF_DAY[word]
    if "noon" in text or "midday" in text:
        return "T12:00"
    if "midnight" in text:
        return "T24:00"
    found = re.search(r"(\d{1,2})(?:[:.](\d\d))?\s?([ap])?", text)
    if not found:
        return ""
    hour = int(found[1]) + (12 if found[3] == "p" and int(found[1]) < 12 else 0)
    hour = 0 if found[3] == "a" and hour == 12 else hour
    return f"T{hour:02d}:{found[2] or '00'}" if hour <= 24 else ""


# ---- builders, in the order of the rules


def iso_form(found: Found) -> Form:
    """As in "2024-03-05"."""
    text = found.row.word(found.match.start()).replace(" ", "T")
    year, month, day = (int(part) for part in text[:10].split("-"))
    return Form("date", year=year, month=month, day=day, clock=text[10:])


def slashed_form(found: Found) -> Form:
    """As in "3/5/2024" (month first, unless the first is above 12 or points stand between)."""
    one, two, year = (int(part) for part in re.split(r"[/.-]", found.row.word(found.match.start())))
    year += 0 if year > 99 else 1900 if year > 40 else 2000
    month, day = (two, one) if one > 12 or "." in found.row.word(found.match.start()) else (one, two)
    return Form("date", year=year, month=month, day=day)


def full_form(found: Found) -> Form | None:
    """As in "Tuesday, March 5, 2024 at noon", "the 5th of March"."""
    if _is(found.after(), "percent", "anyunit") or _is(found.before(), "money"):
        return None
    month = words.MONTHS[found.get("m").rstrip(".")]
    day = int(re.match(r"\d+", found.get("d"))[0])  # type: ignore[index]  # the class holds digits
    which = _which(found.get("w"))
    return Form("date", month=month, day=day, which=which, clock=clock_value(found.get("clock")), **_year(found))  # type: ignore[arg-type]


def month_form(found: Found) -> Form | None:
    """As in "Mid-March", "last March", "March of last year"."""
    bare = not (found.get("y") or found.get("part") or found.get("w"))
    first = found.row.letters[found.match.start("m")]
    if bare and _is(first, "maymarch") and not _is(found.before(), "in", "of", "by", "until", "since", "from", "to",
                                                   "during", "between", "and", "or"):  # fmt: skip
        return None
    if bare and _is(first, "monthshort") and not found.get("m").endswith("."):
        return None
    if found.get("w") and _is(first, "maymarch") and not found.get("y") and found.get("w") == "this":
        return None
    form = Form("date", month=words.MONTHS[found.get("m").rstrip(".")], part=_part(found), **_year(found))  # type: ignore[arg-type]
    return replace(form, which=_which(found.get("w"))) if found.get("w") else form


def season_form(found: Found) -> Form | None:
    """As in "This winter", "the summer of 2024"."""
    season, which = found.get("s"), found.get("w")
    anchored = found.get("y") or which or found.get("part")
    if not anchored and season in ("fall", "spring") and not found.get("the"):
        return None
    if not anchored and not _is(
        found.before(), "in", "by", "until", "since", "during", "of", "for", "this", "between"
    ):
        return None
    return Form("season", words.SEASONS[season], which=_which(which), part=_part(found), **_year(found))  # type: ignore[arg-type]


def quarter_form(found: Found) -> Form | None:
    """As in "The third quarter of last year", "first half of 2024"."""
    number = words.ORDINALS.get(found.get("q")) or int(found.get("q")[0]) if found.get("q") else 0
    kind = "quarter" if found.get("k") == "quarter" else "half"
    if not 1 <= number <= (4 if kind == "quarter" else 2):
        return None
    year = _year(found)
    if "n" in year:
        return Form(kind, n=number, which=year["n"])  # type: ignore[arg-type]
    return Form(kind, n=number, **year)  # type: ignore[arg-type]


def latest_quarter_form(found: Found) -> Form | None:
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
    if _is(found.row.letters[found.match.start("d")], "weekdayshort") and not word.endswith("."):
        return None
    return Form("weekday", n=words.WEEKDAYS[word.rstrip(".")], which=_which(found.get("w")),
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
    unit = _unit(found.get("u")) or "day"
    return Form("shift", unit, n=0, base="last", clock=clock_value(found.get("clock")))


def period_form(found: Found) -> Form | None:
    """As in "Last week", "this year", "the coming months" in the singular."""
    unit, which = _unit(found.get("u")), found.get("w")
    if unit in ("season", "generation", "millennium", ""):
        return None
    if (
        found.get("the")
        and which in ("last", "past", "next", "coming", "previous", "preceding")
        and unit != "weekend"
    ):
        return Form("duration", span_value(1, unit), which=_which(which))
    base = "last" if which in ("following", "previous", "preceding", "same", "that") else ""
    return Form("shift", unit, n=_which(which) or 0, part=_part(found), base=base)  # type: ignore[arg-type]


def within_period_form(found: Found) -> Form | None:
    """As in "Later this year", "the end of the month", "mid-year"."""
    part, unit = _part(found), _unit(found.get("u"))
    if unit in ("season", "generation", "millennium", "", "hour", "minute", "second"):
        return None
    return Form("shift", unit, n=_which(found.get("w")) or 0, part=part)


def year_alone_form(found: Found) -> Form | None:
    """As in "2024", "the early part of 2024", "fiscal 2024"."""
    year, part = int(found.get("y")), found.get("part")
    if year < 1700 and not _is(found.before(), "in", "since", "by", "from", "until", "year"):
        return None
    following = found.after()
    if not part and (_is(following, "percent", "units", "scale", "money") or _counted(found)):
        return None
    if not part and found.word_before() in _NO_YEAR:
        return None
    return Form("date", year=year, part=_part(found))


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
    index = found.match.end()
    return index < len(found.row.starts) and found.row.word(index).lower() in _COUNTED


def decade_form(found: Found) -> Form | None:
    """As in "The late 1980s", "the '90s"."""
    text = found.get("d").replace("’", "'")
    if text in words.DECADE_WORDS:
        return Form("decade", n=190 + words.DECADE_WORDS[text], part=_part(found)) if found.get("lead") else None
    digits = re.sub(r"\D", "", text)
    if len(digits) == 4:
        return Form("decade", n=int(digits[:3]), part=_part(found))
    if "'" not in text and not found.get("lead"):
        return None
    tens = int(digits[0])
    return Form("decade", n=(200 if tens < 2 else 190) + tens, part=_part(found))


def century_form(found: Found) -> Form | None:
    """As in "The 19th century"."""
    if found.get("u") != "century":
        return None
    text = found.get("c")
    number = {"twenty first": 21, "twenty-first": 21}.get(text) or words.ORDINALS.get(text)
    if number is None:
        number = int(re.match(r"\d+", text)[0])  # type: ignore[index]  # the class holds digits
    return Form("century", n=number - 1, part=_part(found)) if 1 <= number <= 22 else None


def ago_form(found: Found) -> Form | None:
    """As in "Two weeks ago", "a year earlier", "three months later", "days later"."""
    unit, number, way = _unit(found.get("u")), _number(found.get("n")), found.get("way")
    past = way in ("ago", "earlier")
    if number is None or number != int(number) or unit in ("generation", "season", "millennium", ""):
        return Form("ref", "PAST_REF" if past else "FUTURE_REF", which=-1 if past else 1)
    base: Literal["", "last"] = "" if way in ("ago", "hence") else "last"
    return Form("shift", unit, n=int(number) * (-1 if past else 1), base=base)


def neighbour_form(found: Found) -> Form | None:
    """As in "The next day", "the previous week"."""
    unit, which = _unit(found.get("u")), found.get("w")
    if which not in ("next", "following", "previous", "preceding") or not unit:
        return None
    return Form("shift", unit, n=_which(which), base="last")


def duration_form(found: Found) -> Form | None:
    """As in "About two and a half years", "the past five months"; ages and rates are none."""
    unit, text = _unit(found.get("u")), found.get("n")
    if unit == "second" and text in ("a", "an", "the", "one", ""):
        return None
    if _is_age(found) or (
        text in ("a", "an") and found.match.start("n") == found.match.start() and not _takes_time(found)
    ):
        return None
    if text == "one" and unit == "day" and not _is(found.before(), "in", "for", "during", "than", "at", "approx"):
        return None
    which = _which(found.get("w"))
    if found.get("half"):
        return Form("duration", _HALVES.get(unit, f"P0.5{words.UNIT_CODES.get(unit, 'X')}"), which=which)
    number = _number(text)
    value = span_value(number, unit)
    if found.get("andhalf") and number:
        value = span_value(number + 0.5, unit)
    return Form("duration", value, which=which)


def _is_age(found: Found) -> bool:
    """Whether "old" or "of age" follows."""
    rest = found.row.words(found.match.end(), min(found.match.end() + 2, len(found.row.starts)))
    return rest.startswith(("old", "- old", "-old", "of age"))


def _takes_time(found: Found) -> bool:
    """Whether "a year" is a stretch of time and no rate ("four flights a week")."""
    return _is(found.before(), "in", "for", "during", "than", "approx", "after", "by", "of", "past", "was", "as", "to", "stop",
               "block", "comma", "half", "until")  # fmt: skip


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
    unit = _unit(found.get("u"))
    number = 0.5 if found.get("n") == "half" else _number(found.get("n"))
    if unit == "" or number is None or _is_age(found) or (unit == "second" and found.get("n") == "one"):
        return None
    return Form("duration", span_value(number, unit))


def vague_form(found: Found) -> Form | None:
    """As in "Recent weeks", "the coming days", "for years"."""
    which = -1 if found.get("w") in ("recent", "latest") else _which(found.get("w"))
    return Form("duration", span_value(None, _unit(found.get("u"))), which=which)


def whole_form(found: Found) -> Form | None:
    """As in "The entire week"."""
    return Form("duration", span_value(1, _unit(found.get("u")))) if _unit(found.get("u")) else None


def set_form(found: Found) -> Form | None:
    """As in "Every Tuesday", "daily"."""
    word = found.get("u")
    if word in words.FREQUENCIES:
        return Form("set", words.FREQUENCIES[word])
    weekday = word.rstrip("s") if word.endswith("days") and word != "days" else word
    if weekday in words.WEEKDAYS:
        return Form("set", f"XXXX-WXX-{words.WEEKDAYS[weekday]}")
    if word in words.PARTS_OF_DAY:
        return Form("set", f"XXXX-XX-XXT{words.PARTS_OF_DAY[word]}")
    if word in words.SEASONS:
        return Form("set", f"XXXX-{words.SEASONS[word]}")
    if word in words.MONTHS:
        return Form("set", f"XXXX-{words.MONTHS[word]:02d}")
    number = 2 if found.get("n") == "other" else _number(found.get("n")) or 1
    return Form("set", span_value(number, _unit(word))) if _unit(word) else None


def per_form(found: Found) -> Form | None:
    """As in "Twice a week", "per year"."""
    return Form("set", span_value(1, _unit(found.get("u")))) if _unit(found.get("u")) else None


def clock_form(found: Found) -> Form | None:
    """As in "3 p.m.", "noon"."""
    text = found.get("clock")
    if not re.search(r"[ap]\.?m|noon|night|midday", text) and not _is(found.before(), "at", "by", "until", "from"):
        return None
    if text in ("noon", "midday", "midnight") and _is(found.before(), "the"):
        return None
    return Form("shift", "day", n=0, clock=clock_value(text)) if clock_value(text) else None


def holiday_form(found: Found) -> Form | None:
    """As in "Next Christmas", "the New Year"."""
    name = found.get("h").replace("’", "'")
    rule = words.HOLIDAYS[name]
    part: Part = "start" if name == "new year" and _is(found.before(), "in", "during") else ""
    return Form("holiday", rule, which=_which(found.get("w")), part=part, **_year(found))  # type: ignore[arg-type]


def reference_form(found: Found) -> Form | None:
    """As in "Now", "recently", "the near future"."""
    value = words.REFERENCES.get(found.get("r"), "")
    if not value:
        return None
    return Form("ref", value, which={"PAST_REF": -1, "FUTURE_REF": 1}.get(value))
