"""Spellings of one name: scripts, romanisations, first names and their short forms. Strings in, verdicts out.

Theory. A name that comes from another script has as many Latin spellings as there are systems, and they differ in
few ways: how one sound is written (sh, sch), whether a soft vowel has its y or i (Yevgeny, Evgenii), how an ending
is (-y, -iy, -yy, -i). `fold` writes these one way; two names with one fold are one name in two spellings, or two
names that a reader would confuse, too. `skeleton` keeps consonants only and so forgives more (Dimitri, Dmitry); it
is never enough without a likeness of the letters. What tells two people apart is checked first: the endings of a
woman's and a man's name (Petrov, Petrova; Mario, Maria; Viktor, Viktoria).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Indel

from sayso.lang.en.spellings import CYRILLIC, FIRST_NAMES, GREEK, HIS_AND_HERS, LETTERS, SAME_SOUND

_ROMAN = str.maketrans({**CYRILLIC, **GREEK, **LETTERS})
_INSIDE = re.compile(r"(?<=[^\W\d_aeiouy])y(?=[^\W\d_aeiouy])")
_ALIKE = 0.75
#: Lower for first names: a vowel more or less is a fourth of a short one (Dimitri, Dmitry: 0.77).
_GIVEN_ALIKE = 0.6


def romanised(text: str) -> str:
    """`text` in lower case, Cyrillic and Greek letters as Latin ones, accents gone."""
    latin = unicodedata.normalize("NFC", text).casefold().translate(_ROMAN)
    return "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))


@lru_cache(maxsize=65_536)
def plain_name(name: str) -> str:
    """`name` in lower case without accents, stops, "the" and possessive: equal for trivial variants."""
    low = re.sub(r"[.,'’\"“”]+", "", re.sub(r"['’]s\b", "", romanised(name)))
    return " ".join(word for word in low.split() if word != "the")


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """A word of a name in one romanisation: equal for spellings that differ in nothing else."""
    low = romanised(word)
    for old, new in SAME_SOUND:
        low = low.replace(old, new)
    low = re.sub(r"[’'-]", "", low).replace("y", "i").replace("j", "i")
    low = re.sub(r"i(?=[aeou])", "", re.sub(r"i{2,}", "i", low))
    return re.sub(r"(.)\1+", r"\1", low)


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """The consonants of a name in one spelling, its first sound in front: equal for most transliterations."""
    low = fold(word)
    return re.sub(r"(.)\1+", r"\1", low[:1] + re.sub(r"[aeiouh]", "", low[1:]))


def his_and_hers(one: str, two: str) -> bool:
    """Whether two surnames differ as a man's and a woman's of one family do."""
    first, second = fold(one), fold(two)
    return any(
        (first.endswith(his) and second == first.removesuffix(his) + hers)
        or (second.endswith(his) and first == second.removesuffix(his) + hers)
        for his, hers in HIS_AND_HERS
    )


def same_surname(one: str, two: str) -> float:
    """How surely two surnames are one: 1 the same letters, 0.9 another romanisation, 0.8 alike, 0 not.

    An English reader's y for i inside a word (Smith, Smyth) makes another name: 0.5.
    """
    if romanised(one) == romanised(two):
        return 1.0
    if his_and_hers(one, two):
        return 0.0
    if fold(one) == fold(two):
        first, second = (_INSIDE.sub("i", romanised(name)) for name in (one, two))
        return 0.5 if first == second else 0.9
    near = Indel.normalized_similarity(fold(one), fold(two)) >= _ALIKE
    return 0.8 if near and skeleton(one) == skeleton(two) and min(len(one), len(two)) > 4 else 0.0


def same_given(one: str, two: str) -> tuple[float, str] | None:
    """How two first names of one surname agree: (score, ground), or None where they tell two people apart."""
    if romanised(one) == romanised(two):
        return 0.9, "the same given name"
    if len(one) == 1 or len(two) == 1:
        return (0.8, "the same surname and initial") if romanised(one)[:1] == romanised(two)[:1] else None
    first, second = sorted((fold(one), fold(two)), key=len)
    if second == first + "a" or {first[-1:], second[-1:]} == {"a", "o"}:
        return None
    return _spelt(one, two, first, second)


def _spelt(one: str, two: str, first: str, second: str) -> tuple[float, str] | None:
    """The same for two first names in full, with their folds, the shorter first."""
    if first == second:
        return 0.86, "a given name in another romanisation"
    if FIRST_NAMES.get(romanised(one), -1) == FIRST_NAMES.get(romanised(two), -2):
        return 0.82, "a given name and another form of it"
    near = skeleton(one) == skeleton(two) and Indel.normalized_similarity(first, second) >= _GIVEN_ALIKE
    return (0.86, "a given name spelt in another way") if near and len(first) > 3 else None
