"""What a body's name says of its country: "Russia's Ministry of Defence" is the defence ministry of Russia.

Names that any country may have (lang/en/nations.py) are taken apart into a country and a core, whose words stand
in one order and one spelling: "the Russian defence ministry", "Ministry of Defense of the Russian Federation".
Two countries keep two bodies apart. A country whose adjective no table knows is told by its letters (Ostria,
Ostrian).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.lang.en.nations import GENERIC, HEADS, MINISTRIES, NATIONS, PORTFOLIOS
from sayso.lang.en.places import COUNTRIES
from sayso.lang.en.spellings import BRITISH
from sayso.linking.spellings import plain_name, romanised
from sayso.model.words import akin

_SMALL = frozenset({"the", "a", "an", "of", "for", "and", "in", "on", "at", "to"})
_FULL = frozenset({"federation", "republic", "kingdom"})
_OWNER = re.compile(r"^\W{0,3}(?:[Tt]he\s+)?([A-Z][\w-]{1,30}(?:\s[A-Z][\w-]{1,30}){0,2})['’]s?\s+(?=\S)")
_WORD = re.compile(r"[^\W_][\w.-]{0,40}")
_MARK = re.compile(r"['’]s?(?=\W|$)")
_LONG = 14
_COUNTRY = {romanised(name): NATIONS.get(romanised(name), romanised(name)) for name in COUNTRIES}


@lru_cache(maxsize=65_536)
def nation(word: str) -> str | None:
    """The country that a word means or qualifies, lower case; None for a word that no table knows."""
    low = romanised(_MARK.sub("", word)).strip(".,")
    return NATIONS.get(low) or NATIONS.get(low.replace(".", "")) or _COUNTRY.get(low)


def same_place(one: str, two: str) -> bool:
    """Whether two words speak for one country: by the tables, else by their letters (Ostria, Ostrian)."""
    first, second = nation(one) or romanised(one), nation(two) or romanised(two)
    return first == second or (not (nation(one) and nation(two)) and akin(first, second))


@lru_cache(maxsize=65_536)
def taken_apart(name: str) -> tuple[str | None, str] | None:
    """(country or None, core) of a body whose name any country may have; None for every other name.

    The core is its words in alphabetical order: "Ministry of Defence" gives "defence ministry".
    """
    owner = _OWNER.match(name)
    place = owner[1].split()[-1] if owner else None
    rest = name[owner.end() :] if owner else name
    tokens = [word for word in _WORD.findall(_MARK.sub("", rest)) if romanised(word) not in _SMALL]
    if not 1 <= len(tokens) <= _LONG:
        return None
    letters = [told for word in tokens if (told := MINISTRIES.get(romanised(word).replace(".", "")))]
    core, others = [part for told in letters for part in told.split()], []
    for word in tokens:
        low = BRITISH.get(romanised(word), romanised(word))
        if low in GENERIC:
            core.append(PORTFOLIOS.get(low, low))
        elif (
            low not in _FULL and low not in MINISTRIES and not (low[0].islower() and "-" in low and word.islower())
        ):
            others.append(word)
    if not set(core) & HEADS or len(others) > 2 or any(word.islower() for word in others):
        return None
    if others:
        place = next((word for word in others if nation(word)), others[0])
    wide = len(others) == 2 and not any(map(nation, others)) and nation(" ".join(others)) is None
    kept = sorted({word for word in core if word != "affairs"})
    return None if wide or len(kept) < 2 else (place, " ".join(kept))


def nations_of(texts: Iterable[str]) -> dict[str, None]:
    """The countries that words of short texts mean, in the order in which they stand."""
    found: dict[str, None] = {}
    for text in texts:
        words = _WORD.findall(_MARK.sub("", text[:200]))
        for word, following in zip(words, [*words[1:], ""], strict=True):
            told = _COUNTRY.get(romanised(f"{word} {following}")) or (nation(word) if word[:1].isupper() else None)
            if told:
                found.setdefault(told)
    return found


@lru_cache(maxsize=256)
def nations_in(text: str) -> frozenset[str]:
    """The countries that a whole article names."""
    words = {word for word in _WORD.findall(_MARK.sub("", text)) if word[0].isupper()}
    return frozenset(told for word in words if (told := nation(word)))


def names_place(text: str, place: str) -> bool:
    """Whether a text has a word for the country of `place`."""
    told = nation(place)
    return told in nations_in(text) if told else plain_name(place)[:4] in romanised(text)
