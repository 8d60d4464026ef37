"""Numbers as written: digits, words, scales, fractions, vague counts and ranges, with their values.

What a number counts and whether it is an amount at all is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from sayso.lang.en.numbers import CURRENCIES, FEW, FRACTIONS, MEASURES, SCALES, SMALL, VAGUE
from sayso.model.words import folded

_TOO_LONG: Final = 18


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at text[start:end], worth low to high.

    `money` is the sign before it, `percent` whether it is a share in a hundred, `measure` a sign written on to it,
    `end_of_unit` where the last two end, `scale` what its words multiply by, `vague` whether its bounds are a
    convention.
    """

    start: int
    end: int
    low: float
    high: float
    money: str | None = None
    percent: bool = False
    end_of_unit: int = 0
    scale: float = 1.0
    vague: bool = False
    range: bool = False
    measure: str | None = None


def _choice(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]  # any iterable


_SCALE_WORDS: Final = _choice([word for word in SCALES if len(word) > 3])
_SCALE_SIGNS: Final = _choice([word for word in SCALES if len(word) <= 3])
_SMALL: Final = rf"(?:{_choice(SMALL)})"
_DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d+(?:\.\d+)?"
_WORDS: Final = (
    rf"{_SMALL}(?:[- ]{_SMALL})?(?:[- ](?:{_SCALE_WORDS})(?:\s(?:and\s)?{_SMALL}(?:[- ]{_SMALL})?)?){{0,4}}"
    rf"|(?:a|half a)[- ](?:{_SCALE_WORDS})(?:\s(?:and\s)?{_SMALL}(?:[- ]{_SMALL})?)?"
)
_VAGUE: Final = rf"(?:{_choice(VAGUE)})(?:\sof\s(?:{_choice(VAGUE)}))?|(?:{_choice(FEW)})\s(?:{_SCALE_WORDS})"
_FRACTION: Final = (
    rf"(?:(?:an?|{_SMALL})[- ](?:{_choice(FRACTIONS)}))(?=\s(?:of|the)\b)"
    r"|half(?=\s(?:of|the|its|their|his|her)\b)|[½¼¾⅓⅔]"
)  # fmt: skip
_GLYPHS: Final = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}


def _beginnings() -> str:
    """The first two letters of everything that may begin a number, so that most words cost one look."""
    seconds: dict[str, set[str]] = {"a": {r"\ ", "n", r"\-"}, "h": {"a"}}  # a million, an eighth, half
    for word in (*SMALL, *VAGUE, *FEW, *CURRENCIES):
        if word[0].isalpha():
            seconds.setdefault(word[0].lower(), set()).add(re.escape(word[1].lower()))
    pairs = "|".join(f"{first}[{''.join(sorted(second))}]" for first, second in sorted(seconds.items()))
    return rf"[\W\d{''.join(_GLYPHS)}]|{pairs}"


_NUMBER: Final = re.compile(
    rf"(?<![\w.,/#@'’])(?={_beginnings()})(?P<sign>(?<![^\s(])[-−](?=[\d$£€¥]))?(?P<money>(?:{_choice(CURRENCIES)})\s?)?"
    rf"(?:(?P<fraction>(?<!\w)(?:{_FRACTION}))|(?P<vague>(?<!\w)(?:{_VAGUE})\b)"
    rf"|(?P<digits>{_DIGITS})(?P<scale>\s?-?(?:{_SCALE_WORDS})\b|\s?(?:{_SCALE_SIGNS})\b(?!\.\w))?"
    rf"|(?P<words>(?<!\w)(?:{_WORDS})\b))"
    r"(?P<percent>\s?%|\s?-?per\s?cent\b|pc\b|\s?percentage\spoints?\b)?"
    rf"(?P<measure>(?<=\d)(?:{_choice(MEASURES)})(?!\w))?",
    re.IGNORECASE,
)  # fmt: skip


def value_of_words(text: str) -> float:
    """The value of a number in words ("two hundred and five thousand", "half a dozen")."""
    total, part = 0.0, 0.0
    for word in re.split(r"[-\s]+", folded(text)):
        if word == "a":
            part = part or 1
        elif word == "half":
            part = 0.5
        elif word in SMALL:
            part += SMALL[word]
        elif word in ("hundred", "dozen"):
            part = (part or 1) * SCALES[word]
        elif word in SCALES:
            total, part = total + (part or 1) * SCALES[word], 0.0
    return total + part


def value_of_digits(text: str) -> float:
    """The value of digits with separators: a comma or, where it comes twice, a point stands between thousands."""
    plain = text.replace(",", "")
    return float(plain.replace(".", "") if plain.count(".") > 1 else plain)


def _vague(text: str) -> tuple[float, float]:
    """The least and the most of a vague count."""
    words = " ".join(folded(text).split())
    for few, (low, high) in FEW.items():
        if words.startswith(few + " ") and words.removeprefix(few + " ") in SCALES:
            scale = SCALES[words.removeprefix(few + " ")]
            return low * scale, high * scale
    first, _, second = words.partition(" of ")
    low, high = VAGUE[first]
    if second:
        unit = VAGUE[second][0] / 2
        return low * unit, (high + 1) * unit - 1
    return low, high


def _fraction(text: str) -> float:
    if text in _GLYPHS:
        return _GLYPHS[text]
    words = re.split(r"[-\s]+", folded(text))
    return (SMALL.get(words[0], 1) if len(words) > 1 else 1) / FRACTIONS[words[-1]]


#: White space of any kind ("5\u00a0million") and hyphens at the ends of a scale word.
_EDGE = re.compile(r"^[-\s]+|[-\s]+$")


def _numeral(found: re.Match[str]) -> Numeral | None:
    money = found["money"].strip().upper() if found["money"] else None
    kind = next(name for name in ("fraction", "vague", "digits", "words") if found[name])
    start, end, scale = found.start(kind), found.end(kind), 1.0
    if kind == "digits":
        if end - start > _TOO_LONG:
            return None
        low = value_of_digits(found["digits"])
        if found["scale"]:
            scale, end = SCALES[folded(_EDGE.sub("", found["scale"]))], found.end("scale")
        low = high = round(low * scale, 6)
    elif kind == "vague":
        low, high = _vague(found[kind])
    else:
        low = high = _fraction(found[kind]) if kind == "fraction" else value_of_words(found[kind])
        scale = max([SCALES[word] for word in re.split(r"[-\s]+", folded(found[kind])) if word in SCALES] or [1.0])
    if found["sign"]:
        start, low, high = found.start("sign"), -high, -low
    percent = bool(found["percent"])
    return Numeral(
        start, end, low, high, money, percent, found.end(), scale, vague=kind == "vague", measure=found["measure"]
    )


_DASH: Final = re.compile(r"\s?[-–—]\s?")
_TO: Final = re.compile(r"\s+(to|and|or)\s+(?:as\s(?:much|many)\sas\s+)?", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"(?<!\w)between\s+(?:\S{1,3}\s?)?$", re.IGNORECASE)
#: "Rose by 5 to 7 million" goes from one number to another; it is no range.
_MOVES: Final = re.compile(
    r"(?<!\w)(?:by|rose|fell|grew|up|down|increased|decreased|dropped|cut|raised|lowered|slipped|climbed)\s+[^\w\s]{0,3}\s?$",
    re.IGNORECASE,
)


def _joins(text: str, left: Numeral, right: Numeral) -> bool:
    """Whether the words between two numbers, and before them, make them the ends of one range."""
    gap = text[left.end_of_unit : right.start - len(right.money or "")]
    if _DASH.fullmatch(gap):
        return True
    to = _TO.fullmatch(gap)
    if to is None:
        return False
    before = text[max(0, left.start - 16) : left.start]
    word = folded(to[1])
    if word == "to":
        return not _MOVES.search(before)
    return (
        bool(_BETWEEN.search(before))
        if word == "and"
        else left.scale == right.scale and right.high <= 2 * left.low + 2
    )


def _joined(text: str, left: Numeral, right: Numeral) -> Numeral | None:
    """Two numbers as one range; a scale that only the second has holds for both ("5 to 7 million")."""
    if left.vague or right.vague or (left.percent and not right.percent):
        return None
    if left.money != right.money and not (left.money and not right.money):
        return None
    if not _joins(text, left, right):
        return None
    shared = left.scale == 1 < right.scale and left.low < right.high / right.scale
    low = left.low * right.scale if shared else left.low
    if not low < right.high:
        return None
    return replace(right, start=left.start, low=low, money=left.money or right.money, range=True)


def numerals(text: str, start: int, end: int) -> Iterator[Numeral]:
    """The numbers of text[start:end] in order, ranges joined; numbers of more than 18 characters are left out."""
    waiting: Numeral | None = None
    for found in _NUMBER.finditer(text, start, end):
        numeral = _numeral(found)
        if numeral is None:
            continue
        if waiting is not None:
            joined = None if waiting.range else _joined(text, waiting, numeral)
            if joined is not None:
                waiting = joined
                continue
            yield waiting
        waiting = numeral
    if waiting is not None:
        yield waiting
