"""Numbers that count nothing: of names, ages, scores, streets, telephones, lists, footnotes and clock times."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sayso.annotating.numerals import Numeral
from sayso.lang.en import numbers as words
from sayso.lang.en.calendar import MONTHS, WEEKDAYS
from sayso.lang.en.counting import MEASURE_NOUNS, NO_NOUNS
from sayso.model.span import Span
from sayso.model.words import folded

_BEFORE: Final = 70
_BEHIND: Final = 110


@dataclass(frozen=True, slots=True)
class Around:
    """A numeral with the text of its block before it and behind it, each cut to a window.

    `before` ends before the sign of money, `behind` begins behind the digits; `leads` where it opens its block.
    """

    before: str
    numeral: Numeral
    behind: str
    leads: bool


def around(text: str, block: Span, numeral: Numeral) -> Around:
    """A numeral of a block with its windows."""
    before = text[max(block.start, numeral.lead - _BEFORE) : numeral.lead]
    behind = text[numeral.end : min(block.end, numeral.end + _BEHIND)]
    return Around(before, numeral, behind, numeral.start == block.start)


_NEXT_WORDS: Final = re.compile(r"\s+(\w+)(?:\s+(\w+))?(?:\s+(\w+))?")
_TIME_UNIT: Final = r"(?:second|minute|min|hour|day|night|week|weekend|month|year|yr|decade|century)s?"
_LETTERS_BEHIND: Final = re.compile(
    rf"[^\W\d_]|[²³¹]|[-‐](?:\w*-)?(?:olds?|{_TIME_UNIT})\b|(?:st|nd|rd|th)\b|[:/⁄]\d|[.,]\d|[-–]\d|[-–][A-Z]|\^|[-‐]?fold\b|[’']\d|\*|[º°]?\s?['′]\s?[NSEW\d]|\s?[″”\"]\s?[NSEW]\b"
)
_LETTERS_BEFORE: Final = re.compile(
    r"(?:^|\D)\d{1,3}\s$|[^\W\d_][-–—]$|[\d)][-–—.]$|[^\s\d]:$|\d[:/]$|[\[#@=_/^]$|=[\"“']$|[^\s(]\($"
)
#: Degrees of latitude and longitude.
_COORDINATE: Final = re.compile(r"\s?[°º˚]\s?(?:[NSEW]\b|\d{1,2}(?:[.,]\d{1,6})?\s?['′’])")
_AGE_BEHIND: Final = re.compile(r"\s+years?\s+(?:old|of\s+age)\b|,\s+[a-z]|\s?[,)]?$", re.IGNORECASE)
_NAME_BEFORE: Final = re.compile(r"[A-Z][\w’'.-]+,\s$")
_DIALLED: Final = re.compile(r"\d{3}-\d{4}|\d{1,3}-[A-Z][a-z]+")
#: Days of a month that the times leave, and what is so many seasons ago.
_TIME_BEHIND: Final = re.compile(
    rf"\s?(?:and|or|to|[-–,])\s?\d{{1,2}}\s(?:{'|'.join(name.capitalize() for name in MONTHS)})\b"
    r"|\s+(?:summer|winter|spring|autumn|season|election|generation)s?\s+(?:ago|later|earlier)\b"
)
_NUMBERING: Final = re.compile(r"[.)]\s")
#: A vote or odds in hyphens ("a 5-to-4 vote"), and a paragraph of a law that names a thing ("a 401(k)").
_HYPHENED_RATIO: Final = re.compile(r"[-‐]to[-‐]\d|\([a-z\d]\)")
_JERSEY: Final = re.compile(r"[A-Z][\w’'.-]*\s\($")
_CLOCK: Final = re.compile(r"\s?(?:GMT|UTC|EST|EDT|CET|BST|o.clock|[ap]\.?m\b)")


def is_label(text: str, place: Around) -> bool:
    """Whether the number is part of a name, an age, a score, an address, a telephone number or a list."""
    numeral = place.numeral
    body = text[numeral.start : numeral.end]
    row = place.before[-41:].split() if place.before[-1:].isspace() else ()
    word = row[-1].strip("(“\"'") if row else ""
    if body == "zero" and place.before.endswith((" below ", " above ")) and not place.behind.startswith(" deg"):
        return True
    if numeral.fraction:
        return _is_share_of_time(place, body, word)
    if _COORDINATE.match(text, numeral.end):
        return True
    if numeral.money or numeral.percent or numeral.measure:
        return False
    return (
        _is_glued(place, body)
        or bool(_TIME_BEHIND.match(place.behind))
        or bool(_HYPHENED_RATIO.match(place.behind))
        or _is_bracketed(place, body)
        or (place.leads and bool(_NUMBERING.match(place.behind)))
        or _is_named(numeral, body, word)
        or _is_age(place)
        or _is_age_of(place)
        or _is_score(place, body)
        or (body[0].isupper() and _in_name(place, body, word))
        or (_is_numbered(place, body, word) if body[0].isdigit() else _is_pronoun(place, body, word))
    )


def _is_named(numeral: Numeral, body: str, word: str) -> bool:
    """Whether the word before makes the number a name or a number in a row ("Highway 7", "#3", "COVID -19")."""
    if word.endswith("#") or (body[0] in "-−" and word.isalpha() and word.isupper()):
        return True
    low = folded(word)
    if word.endswith(".") and low not in words.NAMING_SHORT:
        return False
    naming = low.rstrip(".") in (words.NAMING if body[0].isdigit() else words.NAMING_IN_WORDS)
    return naming and "," not in body and numeral.high < 1e4


def _is_glued(place: Around, body: str) -> bool:
    """Whether letters or further digits hang on to the number, or it is one of a telephone or a shop."""
    numeral = place.numeral
    if numeral.range and _DIALLED.fullmatch(body):
        return True
    before = not place.before.endswith("sub-") and _LETTERS_BEFORE.search(place.before[-5:])
    return bool(before) or (bool(_LETTERS_BEHIND.match(place.behind)) and not (numeral.vague or numeral.fraction))


def _is_bracketed(place: Around, body: str) -> bool:
    """Whether digits stand alone in brackets: a footnote, the number on a shirt, a clock time in another zone."""
    if place.before.endswith("[") and place.behind.startswith("]"):
        return True
    if _CLOCK.match(place.behind):
        return True
    return (
        body.isdigit()
        and len(body) < 3
        and place.behind.startswith((")", ".)"))
        and bool(_JERSEY.search(place.before))
    )


_WHAT_OF: Final = re.compile(r"\s+(?:of|the|less|more|fewer|higher|lower|larger|smaller|bigger)\b")
_OVER: Final = re.compile(r"\s(?:over|done|finished|gone)(?=[.,;:!?”\"]|$)")
_OF_TIME: Final = re.compile(rf"\s+(?:of\s+)?an?\s+(?:{_TIME_UNIT})\b", re.IGNORECASE)


def _is_share_of_time(place: Around, body: str, word: str) -> bool:
    """Whether "half" is one of two halves ("the second half"), and "a quarter" three months."""
    low = folded(body)
    if _OF_TIME.match(place.behind):
        return True
    if low == "half":
        if _OVER.match(place.behind):
            return True
        return folded(word) in (words.BEFORE_HALF_OF if place.behind.startswith(" of ") else words.BEFORE_HALF)
    return (
        low in ("a quarter", "a third", "a half", "a second")
        and not _WHAT_OF.match(place.behind)
        and folded(word) not in words.SHARE_BEFORE
    )


def _is_age(place: Around) -> bool:
    """Whether a number is an age: "30 years old", or between commas after a name."""
    numeral = place.numeral
    if not _AGE_BEHIND.match(place.behind) or numeral.vague or numeral.fraction or not 0 < numeral.high < 120:
        return False
    return place.behind.lstrip().startswith("year") or bool(_NAME_BEFORE.search(place.before[-25:]))


_PERSONS: Final = re.compile(
    r"(?:people|those|anyone|everyone|no\s?one|nobody|child(?:ren)?|adults?|[mw]en|women|workers|voters?|drivers?|pupils?|patients|residents"
    r"|kids|teens|persons?|players?|is|was|are|were)\s+(?:aged\s+)?(?:under|over|above|below|older\s+than|younger\s+than)\s$",
    re.IGNORECASE,
)


_AGED: Final = re.compile(r"\s+(?:and|or)\s+(?:older|younger)\b")
_AT_AGE: Final = re.compile(
    r"(?<!\w)(?:people|those|anyone|everyone|children|adults|men|women|workers|voters|pupils|residents|teens|blacks|whites"
    r"|americans|patients)\s$",
    re.IGNORECASE,
)
_TURNED: Final = re.compile(
    r"(?<!\w)(?:age\s(?:of\s(?:[\w’'-]{1,20}\s){1,4})?(?:is|was)|(?:who|[Hh]e|[Ss]he|I)\s+(?:is|was|will\s+be|would\s+be)(?:\s+(?:now|then|only|just|nearly|almost|about))?"
    r"|(?:is|was)\s+now|turn(?:s|ed|ing)?|[A-Z][\w’'-]*,\s(?:then|now|aged?|only|just)|be\s+over|been)\s$",
)


def _is_age_of(place: Around) -> bool:
    """Whether a number without a noun says how old people are ("people under 30")."""
    if not 3 < place.numeral.high < 120 or place.numeral.scale > 1:
        return False
    after = _WORD.match(place.behind)
    if after is not None and after[1].endswith("s") and after[1].lower() not in words.CLOSING:
        return False
    near = place.before[-40:]
    between = _AT_AGE.search(near) and (place.numeral.range or place.behind.startswith((" and over", " and under")))
    return bool(between or _PERSONS.search(near) or _TURNED.search(near) or _AGED.match(place.behind))


def _in_name(place: Around, body: str, word: str) -> bool:
    """Whether a number in words with a capital ends a name ("Ground Zero")."""
    if place.before.endswith(("roup of ", "ang of ")):
        return True
    if not word.rstrip(",").isalpha() or not body.isalpha() or place.behind.lstrip()[:1].islower():
        return False
    if word[:1].isupper():
        return not _opens_sentence(place.before, word) and not word.endswith(",")
    return place.behind.lstrip()[:1].isupper()


_RATIO: Final = re.compile(r"\s+to\s+(?:\d{1,3}|one|two|three|four|five|six)\b(?!\s?(?:%|per|million|billion))")
_RATIO_END: Final = re.compile(r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten))\s+to\s+$", re.IGNORECASE)


_TWO: Final = re.compile(r"(?:\d{1,3}|[a-z]{3,6})(?:[-–]|\s?to\s|\sto\s)(?:\d{1,3}|[a-z]{3,6})", re.IGNORECASE)


def _is_score(place: Around, body: str) -> bool:
    """Two plain numbers with a dash, or "4 to 1", before or behind a word of winning or voting."""
    if place.numeral.range:
        found = _NEXT_WORDS.match(place.behind)
        counts = found is not None and _is_counted([part for part in found.groups() if part], 1)
        if counts or not _TWO.fullmatch(body):
            return False
    elif place.numeral.high >= 1000 or not (_RATIO.match(place.behind) or _RATIO_END.search(place.before[-12:])):
        return False
    before = {word.strip(",.").lower() for word in place.before.split()[-4:]}
    if not place.numeral.range:
        return bool(before & words.VOTING) and not (place.numeral.high > 9 and "voted" in before)
    before -= {"up", "down"}
    behind = {word.strip(",.").lower() for word in place.behind.split()[:1]}
    return bool((before | behind) & words.SCORING) and ("to" not in body or bool(before & words.SCORING))


_NOT_COUNTING: Final = re.compile(
    r"\s+(?:of|another|day|thing|or(?!\s+more)|and|who|that|can|could|should|must|may|hand|hell|way\s+or\s+an\w+|by\s+one|at\s+a\s+time|after\s+the\s+other)\b|[-’',.;:?!”\"]|\s*$"
)
_ONE_OF: Final = re.compile(
    r"\s+of\s+(?:the|its|his|her|their|our|my|your|these|those|several|many)\s+\w|\s+of\s+(?:them|whom|which)\b",
    re.IGNORECASE,
)
_POINTING: Final = frozenset({"no", "the", "this", "that", "any", "every", "each", "which", "another"})
_WORD: Final = re.compile(r"[-\s]*([^\W\d_][\w’'-]*)")


def _is_pronoun(place: Around, body: str, word: str) -> bool:
    """Whether "one" stands for a person or a thing and counts nothing."""
    if body.lower() != "one":
        return False
    after = _WORD.match(place.behind)
    if place.before.endswith("ne by "):
        return True
    if folded(word) == "at" and after is not None and after[1] in ("point", "time", "stage"):
        return True
    if _ONE_OF.match(place.behind) and not place.behind.lower().startswith((" of them", " of wh")):
        return folded(word) in _POINTING
    if _NOT_COUNTING.match(place.behind) or after is None:
        return True
    return folded(word) in _POINTING and (folded(word) != "which" or after[1].lower() in words.CLOSING)


_OF_ITS_OWN: Final = re.compile(r",\swhich\b|\s(?:has|is|was)\b")  # "Sandvar 2, which has", at the beginning
_DAYS: Final = frozenset(name.capitalize() for name in (*WEEKDAYS, *MONTHS))
_OTHER_DIGITS: Final = re.compile(r"\s\d{4}\b|\s\d{3}[\s-]\d{3,4}\b")  # the rest of a telephone number
_DAY_OF_YEAR: Final = re.compile(r"\s+[A-Z][a-z]+\s+\d{4}\b")  # a date in a calendar that the times do not know
_MAKE: Final = re.compile(r"7[0-9]7|3[1-8]0")


def _is_numbered(place: Around, body: str, word: str) -> bool:
    """Whether digits follow a name ("Model 3"), stand before a street, or are a year without a noun."""
    found = _NEXT_WORDS.match(place.behind)
    after = [part for part in found.groups() if part] if found else []
    street = any(part.lower() in words.STREETS for part in after if part[0].isupper())
    if (street and after[0][0].isupper()) or _DAY_OF_YEAR.match(place.behind) or _OTHER_DIGITS.match(place.behind):
        return True
    if _ONE_OF.match(place.behind) or word.rstrip(",") in _DAYS:
        return False
    if _is_known(place, body) and not _is_counted(after, 2 if word == "top" else 0):
        return True
    named = len(body) <= 4 and word[:1].isupper() and not _opens_sentence(place.before, word)
    if after and (after[0][0].islower() or after[0] in words.CODES) and after[0].lower() not in words.CLOSING:
        return named and word.isalpha() and place.numeral.high > 1 and not _is_counted(after, 2)
    if _OF_ITS_OWN.match(place.behind) and word.isalpha() and word.istitle() and folded(word) not in words.CLOSING:
        return folded(word) not in words.LOOSE and folded(word) not in words.BOUNDS
    initials = word.rstrip("-").isalpha() and word.isupper() and 2 <= len(word) <= 6
    year = body.isdigit() and len(body) == 4 and 1800 <= int(body) <= 2100
    return named or initials or year or _is_clock(place, body)


def _is_known(place: Around, body: str) -> bool:
    """Whether a number without a noun is known by itself: an emergency call, a make, "the Group of 12", "top 9"."""
    make = _MAKE.fullmatch(body) and place.behind[1:2].isupper()
    return bool(make) or body in words.EMERGENCY or place.before.endswith(("roup of ", "top ", "numbers "))


def _is_counted(after: list[str], reach: int) -> bool:
    """Whether one of the next words, `reach` beyond the first, is a plural or a measure."""
    return any(
        (one.endswith("s") and not one.endswith("ss") and one not in NO_NOUNS)
        or one.lower() in words.PLURALS
        or one in MEASURE_NOUNS
        for one in after[: reach + 1]
    )


_HOUR: Final = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")


def _is_clock(place: Around, body: str) -> bool:
    """Whether "at 23.17" is a time of day."""
    return bool(_HOUR.fullmatch(body)) and place.before.lower().endswith((" at ", " from ", " until ", " before "))


def _opens_sentence(before: str, word: str) -> bool:
    """Whether the word that ends `before` begins a sentence, so that its capital says nothing."""
    rest = before.rstrip()[: -len(word)].rstrip(" “\"'(")
    return not rest or rest.endswith((".", "!", "?", "”", "\n", ":"))
