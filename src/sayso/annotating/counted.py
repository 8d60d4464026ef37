"""What a number counts: the noun phrase behind it up to its head.

No parser is asked. The phrase runs over adjectives and nouns to its first plural, which is its head unless another
plural follows at once ("sales jobs"). A function word or a verb ends it. A word in -ed or -ing is of it only where
a plural follows ("500 undisclosed photos"), and a measure ends it at once ("60 tonnes" of grain). A hyphen behind
the number binds one noun ("a 40-member council" counts members).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.lang.en import counting
from sayso.lang.en.calendar import MONTHS, WEEKDAYS
from sayso.lang.en.numbers import ADDITIVE_AFTER, CLOSING, PLURALS, SINGULARS, SMALL
from sayso.model.words import folded

#: A phrase has no more words than this.
_LONGEST: Final = 8


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is counted as printed, None where nothing is named; where that ends; a word of addition."""

    unit: str | None
    end: int
    additive: str | None = None


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    low: str
    gap: str


_TOKEN: Final = re.compile(
    r"(?P<gap>[\"”’]?\s{0,3}|,\s|[-‐‑]|\s?[\"“‘])(?P<word>(?:[^\W\d_]\.){2,4}|[kmc]?m/(?:h|hr|s)\b|[kmgµμM]?(?:g|bit|mol|[lL]|m|J|W)/(?:d?[lL]|kg|day|m|s|h|ha)\b|(?:sq|cu)\.(?=\s)|[^\W\d_]\w*(?:[-‐‑’'&]\w+)*[’']?|[º°]\w?|[℃℉Ω]|\d{2}s\b)"
)


#: What cannot be the head at the end of a phrase without a plural.
_NO_HEADS: Final = counting.DEGREES | ADDITIVE_AFTER | counting.ADJECTIVES_TOO
#: What "40 more" is held against, so that it comes on top of nothing: a time, something unnamed, what was expected.
COMPARED: Final = (
    r"\s+than\s(?:an?|any|in|at|on|last|before|expected|forecast|estimated|analysts|usual|average|those|he|she|they|we"
    r"|the\s(?:year|month|week|day|previous|same|average|estimate|forecast|next))\b"
)
_THAN: Final = re.compile(COMPARED)
_QUOTES: Final = re.compile(r"[“”\"‘]|’(?=\s)")
_HYPHENS: Final = ("-", "‐", "‑")


def phrase(behind: str, place: int = 0, *, single: bool = False, one: bool = False) -> Phrase:
    """The phrase that begins at behind[place]; its head may be singular if `single`, and is if `one`."""
    words = _words(behind, place)
    additive = None
    if words and words[0].low in ADDITIVE_AFTER and words[0].gap not in _HYPHENS:
        additive = words[0].low
        place, words = words[0].end, words[1:]
        if additive == "more" and _THAN.match(behind, words[-1].end if words else place):  # compares, adds nothing
            additive = None
    if not words or (additive and words[0].gap == ", "):
        return Phrase(None, place, additive)
    if words[0].gap in _HYPHENS:
        return _hyphened(words, additive)
    length = _measure(words) or _harmed(words) or _bound_noun(words) or (0 if one else _to_plural(words))
    length = length or _to_singular(words, one=one, single=one or single)
    if not length:
        return Phrase(None, place, additive)
    head = words[length - 1]
    unit = behind[words[0].start : head.end]
    stripped = re.sub(r"[’'](?:s)?$", "", unit)
    return Phrase(" ".join(_QUOTES.sub("", stripped).split()), head.end, additive)


def _words(behind: str, place: int) -> list[_Word]:
    """The words that may belong to the phrase: up to the first that ends it."""
    found: list[_Word] = []
    while len(found) < _LONGEST:
        match = _TOKEN.match(behind, place)
        if not match:
            break
        quoted = match["gap"][-1:] in ('"', "“", "‘", "”", "’")
        open_quote = quoted and match["gap"][0] == " " and match["word"].islower()
        breaks = not match["gap"] or (quoted and (not open_quote or is_plural(found[-1].text))) if found else False
        if breaks or (match["gap"] == ", " and not found):
            break
        word = _Word(match.start("word"), match.end(), match["word"], folded(match["word"]), match["gap"])
        if _ends(word, found) and (found or word.gap not in _HYPHENS):
            break
        found.append(word)
        place = word.end
    while found and found[-1].low in ("and", "or"):
        found.pop()
    return found


_DAYS: Final = frozenset(name.capitalize() for name in (*WEEKDAYS, *MONTHS))


def _ends(word: _Word, before: Sequence[_Word]) -> bool:
    """Whether the phrase is over before a word."""
    if word.text[0].isdigit():
        return not before or not before[-1].text[0].isupper()
    if word.low in ("and", "or"):
        return not before or is_plural(before[-1].text) or any(one.low in ("and", "or") for one in before)
    harmed = not before and word.low in counting.HARMED
    if not harmed and (word.low in SMALL or (word.low in counting.PAST and word.text.islower())):
        return True
    adjective = word.low in counting.ADJECTIVES_TOO and not (before and is_plural(before[-1].text))
    if harmed or adjective or word.low in counting.DEGREES or (word.low in ADDITIVE_AFTER and not before):
        return False
    return (word.low in CLOSING and word.text != "US") or word.text in _DAYS or word.low in counting.ENDING


def _hyphened(words: list[_Word], additive: str | None) -> Phrase:
    """The noun that a hyphen binds to the number; behind "strong" the noun that follows."""
    first = words[0]
    part = re.split(r"[-‐‑]", first.text)[0]
    if folded(part) == "strong" and len(words) > 1:
        return Phrase(words[1].text, words[1].end, additive)
    if part.lower() in counting.MEASURE_ADJECTIVES and "-" in first.text[len(part) :]:  # "-square-foot"
        part = "-".join(first.text.split("-")[:2])
    return Phrase(part, first.start + len(part), additive)


def _measure(words: Sequence[_Word]) -> int:
    """How many words a measure at the beginning has; 0 where there is none."""
    for index, word in enumerate(words[:3]):
        if word.low.rstrip(".") in counting.MEASURE_NOUNS:
            following = words[index + 1] if index + 1 < len(words) else None
            compound = following is not None and following.gap == " " and is_plural(following.text)
            return 0 if compound and word.low in ("foot", "pound", "mark", "crown", "real", "yard") else index + 1
        if word.low.rstrip(".") not in counting.MEASURE_ADJECTIVES and word.low not in counting.MEASURE_ADJECTIVES:
            break
    return 0


def _harmed(words: Sequence[_Word]) -> int:
    """1 where people are named by what happened to them, and nothing that it describes follows."""
    if words[0].low not in counting.HARMED:
        return 0
    return int(
        not any(is_plural(one.text) for one in words[1:4]) and (len(words) == 1 or words[1].low in ("and", "or"))
    )


def _bound_noun(words: Sequence[_Word]) -> int:
    """1 where the number binds the singular noun behind it and both qualify a third ("2 bedroom flats")."""
    bound = len(words) > 1 and words[0].low in counting.BINDING and words[1].low not in ("and", "or")
    return int(bound and words[1].gap == " ")


def _to_plural(words: Sequence[_Word]) -> int:
    """How many words reach to the plural that is the head; 0 where none is."""
    for index, word in enumerate(words):
        if index and word.low in counting.NO_NOUNS:
            return 0
        if not is_plural(word.text):
            continue
        following = words[index + 1] if index + 1 < len(words) else None
        if following is not None and following.gap != ", " and following.low not in ("and", "or"):
            leading = word.low in counting.LEADING or "-" in word.text
            if (
                leading
                and not _is_verb(following)
                and any(is_plural(one.text) for one in words[index + 1 : index + 3])
            ):
                continue
            if "-" in word.text and not _is_verb(following) and word.low.endswith("s"):
                continue
            if word.text[-1] in "’'" or word.text.endswith(("’s", "'s")):
                continue
            if is_plural(following.text) and following.low not in (*counting.NO_NOUNS, "head"):
                continue
            if word.low in counting.BEHIND_PLURAL.get(following.low, "").split():
                return index + 2
        return index + 1
    return 0


def _to_singular(words: Sequence[_Word], *, one: bool, single: bool) -> int:
    """How many words a phrase without a plural has: up to the first that looks like a verb, a comma or "and".

    A number above one that no plural follows counts the very next noun ("a four step approach").
    """
    length = 0
    for word in words:
        if word.low in ("and", "or") or word.gap == ", " or (length and word.low in counting.NO_NOUNS):
            break
        verb = single and word.low.endswith("s") and word.text.islower() and is_plural(word.text)
        verb = verb and word.low not in counting.LEADING
        if length and (verb or _is_verb(word) or word.low in counting.ADJECTIVES_TOO):
            break
        length += 1
    while length and words[length - 1].low in _NO_HEADS:
        length -= 1
    if length and _is_verb(words[0]) and (length == 1 or not (single or words[0].low.endswith("ing"))):
        return 0
    plain = words[0].text.islower() and not _is_verb(words[0]) and words[0].low not in counting.MASS_MODIFIERS
    if length > 1 and not (one or single) and plain and all(word.text.islower() for word in words[:length]):
        return 1
    return length if single else min(length, 4)


def _is_verb(word: _Word) -> bool:
    """Whether a word has the ending of a participle or an adverb."""
    return len(word.low) > 4 and word.text[0].islower() and word.low.endswith(("ed", "ing", "ly"))


def is_plural(word: str) -> bool:
    """Whether a word looks like a noun of several."""
    low = folded(word).rstrip("’'")
    last = re.split(r"[-‐‑]", low)[-1]
    if last in PLURALS or last.endswith(counting.PLURAL_ENDINGS):
        return True
    if last in counting.NO_NOUNS or last in SINGULARS or not last.endswith("s"):
        return False
    acronym = len(word) > 2 and word[:-1].isupper()
    return acronym or word[0].isdigit() or (len(last) > 3 and not last.endswith(("ss", "us", "is", "’s", "'s")))
