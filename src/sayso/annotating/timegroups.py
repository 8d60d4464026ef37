"""What the words of a match say: numbers, units, parts, years and times of day, read off the groups of a rule."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.annotating.timewords import Row, letters_of
from sayso.lang.en import calendar as words
from sayso.lang.en.numbers import SCALES, SMALL
from sayso.model.timeforms import Part
from sayso.model.words import folded


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule's pattern in a row of words; the matched piece of the row begins at the word `shift`."""

    row: Row
    match: re.Match[str]
    shift: int = 0

    @property
    def first(self) -> int:
        """The match's first word in the row."""
        return self.match.start() + self.shift

    @property
    def last(self) -> int:
        """The word behind the match's last one."""
        return self.match.end() + self.shift

    def at(self, *names: str) -> int:
        """The first word of the groups `names`; negative where none took part."""
        index = max(self.match.start(name) for name in names)
        return index + self.shift if index >= 0 else -1

    def get(self, name: str) -> str:
        """The words of the group `name` or a twin (`name`2, `name`3), in lower case; empty where there are none."""
        for group in (name, name + "2", name + "3"):
            if group in self.match.re.groupindex and self.match.start(group) >= 0:
                return self.row.words(self.match.start(group) + self.shift, self.match.end(group) + self.shift)
        return ""

    def before(self, count: int = 1) -> str:
        """Up to `count` class characters before the match."""
        return self.row.letters[max(0, self.first - count) : self.first]

    def after(self, count: int = 1) -> str:
        """Up to `count` class characters behind the match."""
        return self.row.letters[self.last : self.last + count]

    def looks_back(self, name: str, reach: int) -> bool:
        """Whether a word of a class stands up to `reach` words before the match."""
        return not set(letters_of(name)).isdisjoint(self.before(reach))

    def word_before(self) -> str:
        """The word before the match in lower case, or an empty string."""
        return self.row.word_at(self.first - 1).lower()

    def word_after(self) -> str:
        """The word behind the match in lower case, or an empty string."""
        return self.row.word_at(self.last).lower()

    def text(self) -> str:
        """The matched words in lower case."""
        return self.row.words(self.first, self.last)


def is_class(letter: str, *names: str) -> bool:
    """Whether a class character is of one of the named classes or groups."""
    return bool(letter) and any(letter in letters_of(name) for name in names)


def small_number(text: str) -> float | None:
    """The value of a number in digits or words ("twenty-five", "a dozen", "1,500"); None where it is vague."""
    text = text.replace("-", " ").replace(" of", "").strip()
    if fraction := re.fullmatch(r"(\d{1,2}) (\d) ?/ ?(\d)", text):
        return int(fraction[1]) + int(fraction[2]) / (int(fraction[3]) or 1)
    digits = text.replace(",", "")
    if digits.isascii() and digits.replace(".", "", 1).isdigit():
        return float(digits) if len(digits) < 10 else None
    total = 0.0
    for word in text.split()[:12]:
        if word in ("hundred", "dozen", "thousand"):
            total = (total or 1) * SCALES[word]
        elif word in SMALL or (len(word) <= 4 and word.isdecimal()):
            total += SMALL[word] if word in SMALL else int(word)
        elif word == "half":
            return total - (0.5 if " a half" in text else -0.5)  # the "a" of "two and a half" counted one
        elif word == "couple":
            total = 2
        elif word in ("a", "an"):
            total += 1
        elif word != "and":
            return None
    return total or None


def plain(value: float) -> str:
    """A number without a needless fraction."""
    return str(int(value)) if value == int(value) else str(value)


def unit_of(word: str) -> str:
    """The unit that a word names ("years": year); empty for any other word."""
    word = folded(word)
    return words.UNITS.get(word) or words.UNITS.get(word[:-1], "")


def span_value(number: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration; X for a number that is not told."""
    if unit == "fortnight":
        return f"P{plain(2 * (number or 1))}W"
    if unit in ("decade", "century", "millennium") and number:
        number, unit = number * {"decade": 10, "century": 100, "millennium": 1000}[unit], "year"
    if number in (0.25, 0.5) and unit == "hour":
        return f"PT{plain(60 * (number or 1))}M"
    if number and number % 1 == 0.5 and number > 1 and unit in _HALF_UNITS:
        return f"P{'T' if unit in ('hour', 'minute') else ''}{int(number)}{_HALF_UNITS[unit]}"
    code = words.UNIT_CODES.get(unit, "X")
    sub_day, code = ("T", code[1:]) if code.startswith("T") else ("", code)
    return f"P{sub_day}{plain(number) if number else 'X'}{code}"


#: What half of a unit adds to so many of it: two and a half years are two years and six months.
_HALF_UNITS = {"year": "Y6M", "hour": "H30M", "minute": "M30S"}


def part_of(found: Found) -> Part:
    """The part of a period that the words before it name."""
    word = found.get("part")
    return words.PARTS.get(word.split()[0] if word else "", "")  # type: ignore[return-value]  # the table holds parts


def which_of(word: str) -> int | None:
    """Which of like periods a word picks: -1 last, 0 this, 1 next; None where there is none."""
    return words.WHICH.get(word.rsplit(maxsplit=1)[-1]) if word else None


def year_of(found: Found, name: str = "y") -> dict[str, int]:
    """The year that a group gives: a number, a shift from the present one, or nothing."""
    text = found.get(name)
    if not text:
        return {}
    if text[0] in "'’":
        tens = int(text[1:])
        return {"year": tens + (1900 if tens > 40 else 2000)}
    if text.isdecimal():
        return {"year": int(text)}
    if (spelled := spelled_year(text)) is not None:
        return {"year": spelled}
    return {"n": which_of(text.split()[0]) or 0}


def that_year(found: Found) -> dict[str, int | str]:
    """What "of that year" and "of the following year" say: a year counted from the time named before."""
    said = found.get("that").split()
    return {"n": which_of(said[-2]) or 0, "base": "last"} if said else {}


def spelled_year(text: str) -> int | None:
    """The year that words spell ("nineteen ninety-four", "two thousand and eight"); None where they spell none."""
    parts = text.replace("-", " ").replace(" and ", " ").split()
    values = [SMALL.get(part, SCALES.get(part, 0)) for part in parts]
    if len(parts) < 2 or not all(part in SMALL or part in ("hundred", "thousand") for part in parts):
        return None
    first, rest = values[0], values[1:]
    if parts[1] in ("hundred", "thousand"):
        year = first * int(rest[0]) + sum(rest[1:])
    elif len(rest) == 2 and not (rest[0] >= 20 and rest[1] < 10):
        return None
    else:
        year = first * 100 + sum(rest) if 10 <= first <= 21 else 0
    return int(year) if 1000 <= year < 2200 else None


def day_number(text: str) -> int | None:
    """The day of a month that "18", "18th", "eighteenth" or "twenty-first" names; None for more than 39."""
    if digits := re.match(r"\d{1,2}", text):
        return int(digits[0])
    parts = text.replace("-", " ").split()
    days = [words.ORDINALS.get(part, SMALL.get(part, 0)) for part in parts]
    return sum(int(day) for day in days) or None


def clock_value(text: str) -> str:
    """The TIMEX3 tail of a time of day ("T15:00", "TNI"); empty where there is none."""
    text = folded(text.strip())
    if found := re.match(r"(\d{1,2})(?:[:.](\d\d))?\s?([ap])?", text):
        return _hour(text, int(found[1]), int(found[2] or 0), found[3] or "")
    if text.split()[:1] and text.split()[0] in SMALL and ("clock" in text or " in the " in text):
        return _hour(text, int(SMALL[text.split()[0]]), 0, "")
    if text.startswith("early") and text.endswith("hours"):
        return "TNI"
    for word in reversed(text.replace("-", " ").split()):
        if word in words.PARTS_OF_DAY:
            return "T" + words.PARTS_OF_DAY[word]
    if "noon" in text or "midday" in text:
        return "T12:00"
    return "T24:00" if "midnight" in text else ""


def _hour(text: str, hour: int, minute: int, half: str) -> str:
    """The hour of a clock, by the half of the day that its letters or the words behind it name."""
    if figures := re.match(r"(\d\d)(\d\d)(?!\d)", text):
        hour, minute = int(figures[1]), int(figures[2])
    late = half == "p" or re.search(r"in the (?:afternoon|evening)", text) is not None
    late = late or (hour > 5 and "in the night" in text)
    hour = hour + 12 if late and hour < 12 else 0 if half == "a" and hour == 12 else hour
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else ""
