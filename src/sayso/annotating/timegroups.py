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

    def at(self, name: str) -> int:
        """The first word of the group `name`; negative where it took no part."""
        index = self.match.start(name)
        return index + self.shift if index >= 0 else -1

    def get(self, name: str) -> str:
        """The words of the group `name`, or of its twin `name`2, in lower case; empty where neither took part."""
        for group in (name, name + "2"):
            if group in self.match.re.groupindex and self.match.start(group) >= 0:
                return self.row.words(self.match.start(group) + self.shift, self.match.end(group) + self.shift)
        return ""

    def before(self, count: int = 1) -> str:
        """Up to `count` class characters before the match."""
        return self.row.letters[max(0, self.first - count) : self.first]

    def after(self, count: int = 1) -> str:
        """Up to `count` class characters behind the match."""
        return self.row.letters[self.last : self.last + count]

    def word_before(self) -> str:
        """The word before the match in lower case, or an empty string."""
        return self.row.word(self.first - 1).lower() if self.first else ""


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
    for word in text.split():
        if word in ("hundred", "dozen", "thousand"):
            total = (total or 1) * SCALES[word]
        elif word in SMALL or (len(word) <= 4 and word.isdecimal()):
            total += SMALL[word] if word in SMALL else int(word)
        elif word == "half":
            return total - 0.5  # "two and a half": the "a" before it counted one
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
    code = words.UNIT_CODES.get(unit, "X")
    sub_day, code = ("T", code[1:]) if code.startswith("T") else ("", code)
    return f"P{sub_day}{plain(number) if number else 'X'}{code}"


def part_of(found: Found) -> Part:
    """The part of a period that the words before it name."""
    word = found.get("part")
    return words.PARTS.get(word.split()[0] if word else "", "")  # type: ignore[return-value]  # the table holds parts


def which_of(word: str) -> int | None:
    """Which of like periods a word picks: -1 last, 0 this, 1 next; None where there is none."""
    return words.WHICH.get(word.rsplit(maxsplit=1)[-1]) if word else None


def year_of(found: Found, name: str = "y") -> dict[str, int]:
    """The year that a group gives: a number, or a shift from the present one."""
    text = found.get(name)
    if not text:
        return {}
    return {"year": int(text)} if text.isdigit() else {"n": which_of(text.split()[0]) or 0}


def clock_value(text: str) -> str:
    """The TIMEX3 tail of a time of day ("T15:00", "TNI"); empty where there is none."""
    text = folded(text.strip())
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
