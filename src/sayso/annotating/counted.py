"""What a number counts: the noun phrase behind it up to its head, or the noun ahead of it where a pattern tells.

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
from sayso.lang.en.numbers import ADDITIVE_AFTER, CLOSING, FINITE, PLURALS, SINGULARS, SMALL
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
    r"(?P<gap>\s{0,3}|,\s|[-‐‑]|\s?[\"“‘])(?P<word>(?:[^\W\d_]\.){2,4}|[^\W\d_]\w*(?:[-‐‑’'&]\w+)*[’']?|[º°]\w?|\d{2}s\b)"
)


_HYPHENS: Final = ("-", "‐", "‑")


def phrase(behind: str, place: int = 0, *, single: bool = False, one: bool = False) -> Phrase:
    """The phrase that begins at behind[place]; its head may be singular if `single`, and is if `one`."""
    words = _words(behind, place)
    additive = None
    if words and words[0].low in ADDITIVE_AFTER and words[0].gap not in _HYPHENS:
        additive = words[0].low if words[1:2] or behind[words[0].end :].strip()[:5] != "than " else None
        place, words = words[0].end, words[1:]
    if not words:
        return Phrase(None, place, additive)
    if words[0].gap in _HYPHENS:
        return _hyphened(words, additive)
    length = _measure(words) or (0 if one else _to_plural(words)) or _to_singular(words, single=one or single)
    if not length:
        return Phrase(None, place, additive)
    head = words[length - 1]
    unit = behind[words[0].start : head.end]
    stripped = re.sub(r"[’'](?:s)?$", "", unit)
    return Phrase(" ".join(stripped.replace("“", "").replace('"', "").split()), head.end, additive)


def _words(behind: str, place: int) -> list[_Word]:
    """The words that may belong to the phrase: up to the first that ends it."""
    found: list[_Word] = []
    while len(found) < _LONGEST:
        match = _TOKEN.match(behind, place)
        if not match:
            break
        quoted = match["gap"][-1:] in ('"', "“", "‘")
        if (found and (quoted or not match["gap"])) or (match["gap"] == ", " and not found):
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
        return not before or _is_plural(before[-1]) or any(one.low in ("and", "or") for one in before)
    if word.low in SMALL or (word.low in counting.PAST and word.text.islower()):
        return True
    if word.low in counting.DEGREES or (word.low in ADDITIVE_AFTER and not before):
        return False
    return (
        word.low in CLOSING
        or word.text in _DAYS
        or word.low in ("others", "per", "p.m.", "a.m.", "pm", "am", "both", "some", "any", "all")
    )


def _hyphened(words: list[_Word], additive: str | None) -> Phrase:
    """The noun that a hyphen binds to the number; behind "strong" the noun that follows."""
    first = words[0]
    part = re.split(r"[-‐‑]", first.text)[0]
    if folded(part) == "strong" and len(words) > 1:
        return Phrase(words[1].text, words[1].end, additive)
    return Phrase(part, first.start + len(part), additive)


def _measure(words: Sequence[_Word]) -> int:
    """How many words a measure at the beginning has; 0 where there is none."""
    for index, word in enumerate(words[:3]):
        if word.low.rstrip(".") in counting.MEASURE_NOUNS:
            following = words[index + 1] if index + 1 < len(words) else None
            compound = following is not None and following.gap == " " and _is_plural(following)
            return 0 if compound and word.low in ("foot", "pound", "mark", "crown", "real", "yard") else index + 1
        if word.low.rstrip(".") not in counting.MEASURE_ADJECTIVES and word.low not in counting.MEASURE_ADJECTIVES:
            break
    return 0


def _to_plural(words: Sequence[_Word]) -> int:
    """How many words reach to the plural that is the head; 0 where none is."""
    for index, word in enumerate(words):
        if index and word.low in counting.NO_NOUNS:
            return 0
        if not _is_plural(word):
            continue
        following = words[index + 1] if index + 1 < len(words) else None
        if following is not None and following.gap != ", " and following.low not in ("and", "or"):
            leading = word.low in counting.LEADING or "-" in word.text
            if leading and not _is_verb(following) and any(map(_is_plural, words[index + 1 : index + 3])):
                continue
            if "-" in word.text and not _is_verb(following) and word.low.endswith("s"):
                continue
            if word.text[-1] in "’'" or word.text.endswith(("’s", "'s")):
                continue
            if _is_plural(following) and following.low not in counting.NO_NOUNS:
                continue
            if word.low in counting.BEHIND_PLURAL.get(following.low, "").split():
                return index + 2
        return index + 1
    return 0


def _to_singular(words: Sequence[_Word], *, single: bool) -> int:
    """How many words a phrase without a plural has: up to the first that looks like a verb, a comma or "and"."""
    length = 0
    for word in words:
        if word.low in ("and", "or") or word.gap == ", " or (length and word.low in counting.NO_NOUNS):
            break
        verb = single and word.text.islower() and _is_plural(word) and word.low not in counting.LEADING
        if length and (verb or _is_verb(word)):
            break
        length += 1
    while length and (words[length - 1].low in counting.DEGREES or words[length - 1].low in ADDITIVE_AFTER):
        length -= 1
    if length == 1 and _is_verb(words[0]):
        return 0
    return length if single else min(length, 4)


def _is_verb(word: _Word) -> bool:
    """Whether a word has the ending of a participle or an adverb."""
    return len(word.low) > 4 and word.text[0].islower() and word.low.endswith(("ed", "ing", "ly"))


def _is_plural(word: _Word) -> bool:
    """Whether a word looks like a noun of several."""
    low = word.low.rstrip("’'")
    last = re.split(r"[-‐‑]", low)[-1]
    if last in PLURALS or last.endswith(counting.PLURAL_ENDINGS):
        return True
    if last in counting.NO_NOUNS or last in SINGULARS or not last.endswith("s"):
        return False
    acronym = len(word.text) > 2 and word.text[:-1].isupper()
    return (
        acronym or word.text[0].isdigit() or (len(last) > 3 and not last.endswith(("ss", "us", "is", "’s", "'s")))
    )


# ---- the whole, and what stands ahead

_DETERMINER: Final = (
    r"(?:(?:all|any|some|each|every|both)\s+)?(?:of\s+)?"
    r"(?:the|its|his|her|their|our|my|your|those|these|this|that|a|an|every|each|several|many|some|[^\W\d_]+[’']s)\s+"
    r"(?:many\s+|several\s+)?"
)
_OF: Final = re.compile(
    rf"\s+of\s+(?P<own>{_DETERMINER}|all\s+)?(?P<number>(?:\d[\d,.]{{0,15}}|{'|'.join(SMALL)})\s+(?:(?:thousand|million|billion)\s+)?)?",
    re.IGNORECASE,
)
_OWNER: Final = re.compile(r"^(?:[^\W\d_][\w-]*\s){0,4}[^\W\d_][\w-]*[’']s\s")
_HALF_OF: Final = re.compile(rf"\s+{_DETERMINER}(?:\d[\d,.]{{0,15}}\s+)?", re.IGNORECASE)


def part_of(behind: str, place: int, *, share: bool) -> Phrase | None:
    """What the whole is made of ("of its 40 boats": boats), for a `share` without "of" too ("half the boats")."""
    found = _OF.match(behind, place) or (_HALF_OF.match(behind, place) if share else None)
    if not found:
        return None
    one = phrase(behind, found.end(), single=share)
    return Phrase(_OWNER.sub("", one.unit), one.end) if one.unit else Phrase(None, place)


_WHOLE: Final = re.compile(r"\s+(of\s+(?:the|its|his|her|their|our|those|these|them|all|a)\b[^,.;:!?()“”\"\n]*)")
_PARTICIPLE: Final = re.compile(r"\s+((?:already\s+|who\s+(?:were|was|had\s+been)\s+)?\w+ed\s+[^,.;:!?()“”\"\n]+)")
_WHOLE_AHEAD: Final = re.compile(
    r"(?:^|[\s(“])(of\s+(?:the|its|his|her|their|our|those|these)\s[^,.;:!?()“”\"\n]{1,50}),\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)


def whole(before: str, behind: str) -> str | None:
    """The whole or the qualification that the text gives: seven words at most, up to the next finite verb."""
    found = _WHOLE.match(behind) or _PARTICIPLE.match(behind)
    if not found:
        ahead = _WHOLE_AHEAD.search(before) if before.rstrip()[-1:] != "," or "," in before else None
        return ahead[1] if ahead else None
    kept: list[str] = []
    for word in found[1].split()[:7]:
        if kept and folded(word) in FINITE:
            break
        kept.append(word)
    while len(kept) > 1 and kept[-1].lower() in CLOSING and kept[-1].lower() != "them":
        kept.pop()
    return " ".join(kept) if len(kept) > 1 else None


_REACHING: Final = frozenset(counting.REACHING)


def ahead(words: Sequence[str]) -> str | None:
    """The noun that stands before a number: "a force of 40,000", "deaths rose to 40". `words` end there."""
    rest = [word.strip("“”\"'(") for word in words]
    if len(rest) >= 2 and rest[-1] == "of" and folded(rest[-2]) in counting.OF_NOUNS:
        return rest[-2]
    while rest and rest[-1] in ("to", "by", "at", "from", "just", "only"):
        rest.pop()
    if not rest:
        return None
    verb = " ".join(rest[-2:])
    if verb in _REACHING:
        rest = rest[:-2]
    elif rest[-1] in _REACHING:
        rest = rest[:-1]
    else:
        return None
    while rest and rest[-1] in counting.AUXILIARIES:
        rest.pop()
    noun = rest[-1] if rest else ""
    opens = len(rest) == 1 or rest[-2][-1:] in ".!?:"
    named = noun[:1].isupper() and not (opens and noun.lower().endswith("s"))
    plain = noun.isalpha() and len(noun) > 2 and not named and folded(noun) not in CLOSING
    return noun if plain and not folded(noun).endswith("ly") else None
