"""What a code point is to the comparison of texts: a letter, a digit, what joins or parts words; its folded byte.

Words are those of `model/words.py`, read many texts at a time, with four differences that let copies be found:
- case, diacritics, full-width forms, and the kind of apostrophe, hyphen and digits are folded, so that a copy whose
  typography an editor changed is word for word the same;
- combining marks of Latin, Greek, Cyrillic, Hebrew and Arabic, soft hyphens and invisible joiners are passed over,
  those of Indian scripts are letters (else a Hindi word would fall apart at each vowel);
- Chinese, Japanese, Thai, Lao, Khmer and Burmese, written without spaces, are cut between two letters where a hash
  of the two says so: the same place in every text, on average behind every second letter (Chinese, Japanese) or
  fourth;
- of several points or commas in a row inside a number ("1,,2") each parts it.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

#: What a code point is: APART parts words; a JOINER does unless it stands between letters, a POINT between digits;
#: DENSE and SPARSE letters belong to scripts without spaces; what is GONE counts as not written.
APART, LETTER, DIGIT, DENSE, SPARSE, JOINER, POINT, GONE = range(8)

#: Code points of one block of the tables below.
BLOCK: Final = 256

_APOSTROPHES = frozenset("'’ʼ＇")
_HYPHENS = frozenset("-‐‑")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_DENSE = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
_SPARSE = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))


@cache
def folded_block(number: int) -> npt.NDArray[np.uint8]:
    """Per code point of block `number` (of BLOCK code points) the byte by which its words are hashed."""
    return np.array([_folded(chr(code)) for code in _codes(number)], np.uint8)


@cache
def kinds_block(number: int) -> npt.NDArray[np.uint8]:
    """Per code point of block `number` what it is."""
    return np.array([_kind(chr(code)) for code in _codes(number)], np.uint8)


def _codes(number: int) -> range:
    return range(number * BLOCK, (number + 1) * BLOCK)


def _kind(char: str) -> int:
    """What a code point is."""
    if char in _APOSTROPHES or char in _HYPHENS:
        return JOINER
    if char in ".,":
        return POINT
    if char in _INVISIBLE:
        return GONE
    if unicodedata.category(char).startswith("M"):
        # Class 0 are vowel signs and 9 their killers, both written letters; all others are accents and points.
        return GONE if unicodedata.combining(char) not in (0, 9) else _letter(ord(char))
    if not char.isalnum():
        return APART
    return DIGIT if char.isdecimal() else _letter(ord(char))


def _letter(code: int) -> int:
    """The kind of a letter."""
    if any(first <= code <= last for first, last in _DENSE):
        return DENSE
    return SPARSE if any(first <= code <= last for first, last in _SPARSE) else LETTER


def _folded(char: str) -> int:
    """One byte that tells a code point from most others; the same for those folded together."""
    if (kind := _kind(char)) in (APART, GONE):
        return kind
    if char in _APOSTROPHES:
        return ord("'")
    if char in _HYPHENS:
        return ord("-")
    if char.isdecimal():
        return ord("0") + unicodedata.decimal(char)
    base = unicodedata.normalize("NFKD", char)[0]
    code = ord((base if base.isalnum() else char).casefold()[0])
    # Most scripts fit into half a block, so their low bytes differ; those with thousands of letters are mixed.
    byte = code & 0xFF if code < 0x3000 else code * 0x9E37 >> 8 & 0xFF
    return byte if byte != GONE else 0xF7
