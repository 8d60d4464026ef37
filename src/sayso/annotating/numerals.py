"""Numbers as written: digits, words, scales, fractions, vague counts and ranges, with their values.

What a number counts and whether it is an amount at all is not decided here.

One pass over the text looks for the first characters of a number behind something that is no letter; only there the
whole pattern is tried. Most words cost nothing so, and every pattern has a fixed reach: the pass is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import prod
from typing import Final

from sayso.lang.en.numbers import (
    CODES,
    CURRENCIES,
    FEW,
    FRACTIONS,
    GLYPHS,
    MEASURES,
    SCALES,
    SIGNS_OF_MONEY_ONLY,
    SMALL,
    TENS,
    VAGUE,
)
from sayso.model.span import Span
from sayso.model.words import folded, squeezed

#: Digits longer than this are no number that a text of news would mean.
_TOO_LONG: Final = 18
#: The same without anything that divides them: an account, a telephone, a key.
_TOO_PLAIN: Final = 12


class Busy:
    """Places that are something else, so that a number in them is none."""

    __slots__ = ("_spans", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        """The places, none overlapping another, in any order."""
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def at(self, start: int, end: int) -> Span | None:
        """The last place that text[start:end] overlaps; None where it overlaps none."""
        index = bisect_right(self._starts, end - 1) - 1
        return self._spans[index] if index >= 0 and self._spans[index].end > start else None


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at text[start:end], worth low to high.

    `money` is the sign before it, `percent` whether it is a share in a hundred, `measure` a sign written on to it,
    `end_of_unit` where the last two end, `scale` what its words multiply by, `vague` whether its bounds are a
    convention, `fraction` whether it is a part of one ("two-thirds", "one in five"), `lead` where its sign begins.
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
    fraction: bool = False
    lead: int = 0


def choice(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


# ---- the pattern of a number

_SCALE_WORDS: Final = choice(word for word in SCALES if len(word) > 3)
_SCALE_SIGNS: Final = choice(word for word in SCALES if len(word) <= 3)
_UNITS: Final = choice(word for word, value in SMALL.items() if 0 < value < 10)
_CARDINAL: Final = (
    rf"(?:(?:{choice(TENS)})(?:[-‐ ](?:{_UNITS}))?|(?:{choice(word for word in SMALL if word not in TENS)}))"
)
_NO_BREAK: Final = "\u00a0\u2009\u202f"
_DIGITS: Final = (
    r"\d{1,3}(?:[,٬]\d{3})+(?:[.٫]\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:\.\d{3}){2,}"
    rf"|\d{{1,3}}(?:[{_NO_BREAK}’']\d{{3}})+(?![\d\w])|\d{{1,3}}(?: \d{{3}}){{2,}}(?!\d)|\d{{1,3}} 000(?![\d,.]\d)"
    r"|\d{1,3},\d{1,2}(?=\s[a-z]|\s?%)|\d+(?:[.٫]\d+)?"
)  # fmt: skip
_MULTIPLE: Final = rf"(?:[-‐ ](?:{_SCALE_WORDS})(?:\s(?:and\s)?{_CARDINAL})?)"
_AND_A_PART: Final = r"(?:[-\s]and[-\s](?:a|one)[- ](?:half|quarter|third)\b|\sand\sthree[- ]quarters\b)"
_WORDS: Final = (
    rf"(?:an?\s)?(?:half|quarter|third)[-‐ ](?:of\sa\s|a[- ])?(?:{_SCALE_WORDS})\b"
    rf"|three[- ]quarters\sof\sa\s(?:{_SCALE_WORDS})"
    rf"|{_CARDINAL}(?:\spoint\s(?:{_UNITS})(?=\s(?:{_SCALE_WORDS})))?{_AND_A_PART}?{_MULTIPLE}{{0,4}}"
    rf"|dozen(?!s)|(?:(?<=another )|(?<=further ))(?:{_SCALE_WORDS})"
    rf"|an?[- ](?:{_SCALE_WORDS}){_MULTIPLE}{{0,3}}(?:\sand\s{_CARDINAL}\b)?"
)
_VAGUE: Final = (
    rf"(?:{choice(FEW)})\s(?:{_SCALE_WORDS})(?:\s(?:{_SCALE_WORDS}))?"
    rf"|(?:{choice(set(VAGUE) - {'scores', 'tens'})})(?:\sof\s(?:{choice(VAGUE)}))?"
    rf"|(?:scores|tens)(?:\sof\s(?:{choice(VAGUE)})|(?=\sof\s[^\d]))"
)
_PART: Final = choice(word for word in FRACTIONS if not word.startswith("hal"))
_AFTER_HALF: Final = (
    "were|was|are|is|have|had|has|will|would|in|since|by|over|on|from|and|but|that|who|as|when|between|at"
)
_COMPARED: Final = "less|more|fewer|higher|lower|larger|smaller|bigger"
_FRACTION: Final = (
    rf"(?:an?\s|one[- ]|{_CARDINAL}[- ])(?:{_PART}|half)(?=\s(?:of|the|and|to|or|{_COMPARED})\b)"
    rf"(?!\sof\sa\s(?:{_SCALE_WORDS}))|{_CARDINAL}-(?:{_PART})"
    rf"|(?:(?<=than\s)|(?<=nearly\s)|(?<=almost\s)|(?<=over\s)|(?<=about\s)|(?<=only\s))half\b(?![-‐]|\s(?:an?|past|time|dozen|hour)\b)"
    rf"|half(?=\s(?:of|the|its|their|his|her|our|that|those|these|all)\b)"
    rf"|(?:half|an?\s(?:{_PART}))(?=[,.;:!?)”\"]|\s?$|\s(?:{_AFTER_HALF})\b)|[{''.join(GLYPHS)}]"
)
_PERCENT: Final = r"\s?[%％]|\s?-?(?:per\s?cent|pct)\b|pc\b|[\s-]percentage[\s-]points?\b"
_BEGUN_BY_DIGITS: Final = (
    rf"(?P<digits>{_DIGITS})(?P<part>\s?[{''.join(GLYPHS)}]|\sand\sa\shalf)?"
    rf"(?P<scale>\s?-?(?:{_SCALE_WORDS})\b|\s?(?:{_SCALE_SIGNS})\b(?!\.\w))?"
)
_BEGUN_BY_WORDS: Final = rf"(?P<fraction>{_FRACTION})|(?P<vague>(?:{_VAGUE})\b)|(?P<words>(?:{_WORDS})\b)"
_TAIL: Final = (
    rf"(?P<percent>{_PERCENT})?"
    rf"(?P<measure>(?<=\w)(?:{choice(MEASURES)}|(?<=\d[\d.]\d)(?-i:[CF])|(?<=\s\d\d)(?-i:[CF]))(?!\w))?"
    r"(?P<paid>\s?(?:[€£¥₽₴₺₹₪$]|zł\b|Kč\b)(?!\s?\d))?"
)
#: A number by whether its first character is a digit: neither kind need be tried at the other's place.
_NUMBER: Final = {
    True: re.compile(rf"{_BEGUN_BY_DIGITS}{_TAIL}", re.IGNORECASE),
    False: re.compile(rf"(?:{_BEGUN_BY_WORDS}){_TAIL}", re.IGNORECASE),
}


#: What a common plain-letter spelling makes of the sign of the pound ("PS21,700"); "PS5" is none.
_POUNDS: Final = r"PS(?=\d(?:\d|[,.]\d|\s?(?:bn|m|k)\b))"


def _beginnings() -> str:
    """Whatever may begin a number, one branch a letter, so that a scan by first characters is quick."""
    rests: dict[str, set[str]] = defaultdict(set)
    for word in (*SMALL, *VAGUE, *FEW, "half", "third of", "quarter of", "dozen"):
        rests[word[0]].add(re.escape(word[1:]) + r"\b")
    rests["a"] |= {rf"n?[- ](?:{_SCALE_WORDS}|{_PART}|half|third|quarter)"}
    for code in CODES:
        rests[code[0]].add(re.escape(code[1:]) + r"[\s\xa0]?\d")
    rests["P"].add(_POUNDS[1:])
    for scale in ("hundred", "thousand", "million", "billion"):
        rests[scale[0]].add(rf"{scale[1:]}\b")
    branches = []
    for first, found in sorted(rests.items()):
        either = f"[{first}{first.upper()}]" if first.islower() else first
        branches.append(f"{either}(?:{'|'.join(sorted(found))})")
    return rf"[\d{''.join(GLYPHS)}]|{'|'.join(branches)}|(?<=\$)(?:US|A)\d"


_BEGINNINGS: Final = _beginnings()
#: Case is not folded, so that the pattern is found by its first characters.
_CANDIDATE: Final = re.compile(rf"\W(?={_BEGINNINGS})")
_FIRST: Final = re.compile(rf"(?={_BEGINNINGS})")
_CODE: Final = re.compile(rf"(?:{choice(CODES)})[\s\xa0]?(?=\d)|{_POUNDS}|(?<=\$)(?:US|A)(?=\d)")
_SIGN: Final = re.compile(
    rf"(?P<minus>(?<![^\s(–—])[-−]|(?<!\w)(?<!or\s)(?:minus|negative)\s)?"
    rf"(?P<money>(?:{choice(CURRENCIES)})\s?)?(?P<point>(?<![\w.,])\.)?$",
    re.IGNORECASE,
)  # fmt: skip
_GLUED: Final = re.compile(r"[\w.,/#@'’\\]")


def single(text: str, start: int, end: int, busy: Busy | None = None) -> Iterator[Numeral]:
    """The numbers of text[start:end] in order, one by one; those of more than 18 characters are left out.

    So are digits inside of what is `busy`.
    """
    for lead, found in _candidates(text, start, end):
        if busy is not None and found.re is _NUMBER[True]:
            place = busy.at(found.start(), found.end())
            if place is not None and place.start <= found.start() and found.end() <= place.end:
                continue
        numeral = _numeral(text, start, lead, found)
        if numeral is not None:
            yield numeral


#: A number by its pattern, and where its code of currency begins, or it itself.
_Candidate = tuple[int, re.Match[str]]


def _candidates(text: str, start: int, end: int) -> Iterator[_Candidate]:
    """The numbers of text[start:end] by their pattern; none overlaps the one before it."""
    place = start
    if start < end and _FIRST.match(text, start, end):
        found = _at(text, start, start, end)
        if found:
            yield start, found
            place = found.end()
    while candidate := _CANDIDATE.search(text, max(start, place - 1), end):
        begin = candidate.end()
        found = _at(text, begin, start, end) if begin >= place else None
        if found:
            yield begin, found
        place = max(found.end() if found else begin + 1, place + 1)


def _at(text: str, begin: int, start: int, end: int) -> re.Match[str] | None:
    """The number that begins at `begin`, behind a code of currency that may stand there."""
    code = _CODE.match(text, begin, end) if text[begin].isupper() else None
    if code:
        return _NUMBER[text[code.end()].isdecimal()].match(text, code.end(), end)
    last = text[begin - 1] if begin > start else " "
    if last not in " $(" and _GLUED.match(last):
        spaced = not text[max(start, begin - 2) : begin - 1].isalnum()
        if not (last == "." and text[begin].isdigit() and spaced):
            return None
    return _NUMBER[text[begin].isdecimal()].match(text, begin, end)


# ---- values


def value_of_words(text: str) -> float:
    """The value of a number in words ("two hundred and five thousand", "three and a half million")."""
    total, part, joined, tenths = 0.0, 0.0, False, False
    for word in re.split(r"[-‐\s]+", folded(text)):
        if word in ("and", "of"):
            joined = word == "and"
            continue
        if word in ("a", "an"):
            part = part or 1
            continue
        if word == "point":
            tenths = True
        elif word in ("half", "quarter", "quarters", "third"):
            share = 1 / FRACTIONS[word]
            part = part + share if joined else (part or 1) * share
        elif word in SMALL:
            part += SMALL[word] / 10 if tenths else SMALL[word]
        elif word in ("hundred", "dozen"):
            part = (part or 1) * SCALES[word]
        elif word in SCALES:
            total, part = total + (part or 1) * SCALES[word], 0.0
        joined = False
    return total + part


_GROUPS: Final = re.compile(rf"[,٬{_NO_BREAK}’' ]")
_DECIMAL_COMMA: Final = re.compile(r"\d+,\d{1,2}")


def value_of_digits(text: str) -> float:
    """The value of digits with separators: a comma or, where it comes twice, a point stands between thousands."""
    if _DECIMAL_COMMA.fullmatch(text):
        return float(text.replace(",", "."))
    plain = _GROUPS.sub("", text).replace("٫", ".")
    return float(plain.replace(".", "") if plain.count(".") > 1 else plain)


def _vague(text: str) -> tuple[float, float]:
    """The least and the most of a vague count."""
    words = squeezed(text)
    few = next((one for one in sorted(FEW, key=len, reverse=True) if words.startswith(one + " ")), None)
    scales = words.removeprefix(few).split() if few else []
    if few and all(scale in SCALES for scale in scales):
        times = prod(SCALES[scale] for scale in scales)
        return FEW[few][0] * times, FEW[few][1] * times
    first, _, second = words.partition(" of ")
    low, high = VAGUE[first]
    if second:
        unit = VAGUE[second][0]
        return low * unit, high * unit
    return low, high


def _fraction(text: str) -> float:
    if text in GLYPHS:
        return GLYPHS[text]
    words = re.split(r"[-\s]+", folded(text))
    return (value_of_words(" ".join(words[:-1])) if len(words) > 1 else 1) / FRACTIONS[words[-1]]


#: White space of any kind ("5\u00a0million") and hyphens at the ends of a scale word.
_EDGE = re.compile(r"^[-\s]+|[-\s]+$")
#: What follows metres where "m" could be millions.
_METRES: Final = re.compile(
    r"\s?\(\d|[-\s](?:long|high|tall|wide|deep|away|above|below|sprint|race|final|hurdles|freestyle|backstroke|run|dash"
    r"|relay|radius|distance|apart|underwater|from|north|south|east|west|up|down|along|off|past)\b",
)  # fmt: skip


def _numeral(text: str, start: int, lead: int, found: re.Match[str]) -> Numeral | None:
    """The numeral of a match; None where its digits are too many or it has a zero in front ("007")."""
    begin = found.start()
    sign = None
    if lead < begin:
        code = text[lead:begin].strip()
        money = {"PS": "£", "US": "$US", "A": "$A"}.get(code, code)
        lead -= money[:1] == "$"
    else:
        tail = text[max(start, begin - 14) : begin]
        ends = tail.rstrip()[-1:]
        sign = _SIGN.search(tail) if ends and (ends in _SIGNS or tail.lower().endswith(_MINUS)) else None
        money = (sign["money"] or "").strip().upper().replace(" ", "") if sign else ""
        lead = begin - len(sign[0]) if sign else begin
    point = bool(sign and sign["point"])
    money = money or (found["paid"] or "").strip()
    read = _read(text, found, money or None, lead, point=point)
    if read is not None and sign and sign["minus"]:
        width = len(sign[0]) if len(sign["minus"]) > 1 or sign["money"] else 1 + point
        return replace(read, start=begin - width, low=-read.high, high=-read.low)
    return read


_SIGNS: Final = frozenset("-−.$£€¥₹₽₴₩₺₪₦₱฿₫SA")
_MINUS: Final = ("minus ", "negative ")


def _read(text: str, found: re.Match[str], money: str | None, lead: int, *, point: bool) -> Numeral | None:
    """The numeral of a match: its value by the kind of its words."""
    if found.re is _NUMBER[True]:
        return _digits(text, found, money, lead, point=point)
    start, end, percent, vague = found.start(), found.end(), bool(found["percent"]), bool(found["vague"])
    kind = "vague" if vague else "fraction" if found["fraction"] else "words"
    words, close = found[kind], found.end(kind)
    if kind == "fraction":
        value = _fraction(words)
        return Numeral(start, close, value, value, money, percent, end, fraction=True, lead=lead)
    low, high = _vague(words) if vague else (value_of_words(words),) * 2
    measure = found["measure"]
    return Numeral(start, close, low, high, money, percent, end, _scale(words), vague, measure=measure, lead=lead)


def _scale(words: str) -> float:
    return max((SCALES[word] for word in re.split(r"[-‐\s]+", folded(words)) if word in SCALES), default=1.0)


def _digits(text: str, found: re.Match[str], money: str | None, lead: int, *, point: bool) -> Numeral | None:
    """A numeral of digits with its value, scale and sign of measure."""
    digits = found["digits"]
    if len(digits) > (_TOO_LONG if not digits.isdigit() else _TOO_PLAIN) or (
        digits[0] == "0" and len(digits) > 1 and digits[1].isdigit() and not point
    ):
        return None
    value = value_of_digits(f".{digits}" if point else digits)
    end, scale, measure, close = found.end("digits"), 1.0, found["measure"], found.end()
    if found["part"]:
        value += GLYPHS.get(found["part"].strip(), 0.5)
        end = found.end("part")
    if found["scale"]:
        sign = folded(_EDGE.sub("", found["scale"]))
        spaced = found["scale"][0].isspace()
        if sign in SIGNS_OF_MONEY_ONLY and not money and (sign == "b" or spaced):
            close = end
        elif sign == "m" and not money and _METRES.match(text, found.end("scale")):
            measure = "m"
        else:
            scale, end = SCALES[sign], found.end("scale")
    value = round(value * scale, 6)
    percent = bool(found["percent"])
    start = found.start() - point
    return Numeral(start, end, value, value, money, percent, close, scale, measure=measure, lead=lead)
