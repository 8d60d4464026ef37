"""The words of many texts at once, as numbers: the same number for the same word, and where each stands.

Theory. Word by word in Python an article takes half a millisecond. Here a batch of texts becomes one
array of bytes and one of kinds (two table look-ups per code point), words are the stretches between changes of
kind, and a word is hashed eight bytes at a time: one load from wherever it starts, masked to its length. The work
is a dozen passes over the code points and two dozen over the words, all by numpy: some 30 microseconds for an
article of 600 words. A hash has 64 bits; two different words of a corpus of a million have the same one once in 30
million corpora. The hash is public, so a hostile text could make words that collide; all it would gain is to be
taken for a copy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.linking.runes import (
    APART,
    BLOCK,
    DENSE,
    DIGIT,
    GONE,
    JOINER,
    LETTER,
    POINT,
    SPARSE,
    folded_block,
    kinds_block,
)

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]
_Bytes = npt.NDArray[np.uint8]

#: Code points of a batch: its arrays stay within a core's cache (measured from 64 thousand to a million).
BATCH: Final = 131_072

#: Odd multipliers with well-spread bits: the golden ratio, and two of xxHash's primes.
GOLDEN: Final = np.uint64(0x9E3779B97F4A7C15)
_SECOND: Final = np.uint64(0xC2B2AE3D27D4EB4F)
_THIRD: Final = np.uint64(0x165667B19E3779F9)

#: The first n bytes of eight, by n.
_FIRST_BYTES: Final = np.array([(1 << 8 * count) - 1 for count in range(9)], np.uint64)

#: Bytes of a word that are hashed eight at a time; the rest of longer ones by blake2b, one word after the other.
_QUICK: Final = 64

#: Blank lines between two texts and behind the last, so that eight bytes can be loaded anywhere.
_END: Final = "\n" * 9


_NOWHERE: Final[Places] = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of several texts, one after the other: hashes, and where each starts and ends in its own text.

    `bounds` has one entry more than there are texts: the words of text n are those from bounds[n] to bounds[n + 1].
    """

    forms: Hashes
    starts: Places
    ends: Places
    bounds: Places


def batches(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(first, last + 1) of runs of texts with BATCH code points together; a longer text is a run of its own."""
    first = held = 0
    for number, text in enumerate(texts):
        if held and held + len(text) > BATCH:
            yield first, number
            first, held = number, 0
        held += len(text) + 1
    if first < len(texts):
        yield first, len(texts)


def worded(texts: Sequence[str]) -> Words:
    """The words of `texts`; work and memory grow with their length (some 60 bytes a code point)."""
    offsets = np.cumsum([0, *(len(text) + 1 for text in texts)])
    folded, kinds, gone = _read("\n".join(texts) + _END)
    _join(kinds)
    starts, ends = _stretches(folded, kinds)
    forms = _hashed(folded, starts, ends - starts)
    if len(gone):
        missing = gone - np.arange(len(gone))
        starts = starts + np.searchsorted(missing, starts, "right")
        ends = ends + np.searchsorted(missing, ends, "right")
    bounds = np.searchsorted(starts, offsets)
    shift = np.repeat(offsets[:-1], np.diff(bounds))
    return Words(forms, starts - shift, ends - shift, bounds)


def _read(text: str) -> tuple[bytearray, _Bytes, Places]:
    """Per code point of `text` its folded byte and its kind, without those that are GONE; and where those were."""
    codes = _codes(text)
    low = bytearray(codes.astype(np.uint8))
    folded = low.translate(folded_block(0).tobytes())
    kinds = low.translate(kinds_block(0).tobytes())
    if codes.itemsize > 1:
        _look_up(codes, np.frombuffer(folded, np.uint8), np.frombuffer(kinds, np.uint8))
    gone = _NOWHERE
    if kinds.find(GONE) >= 0:
        gone = np.flatnonzero(np.frombuffer(kinds, np.uint8) == GONE)
        folded, kinds = (array.translate(None, bytes([GONE])) for array in (folded, kinds))
    return folded, np.frombuffer(kinds, np.uint8), gone


def _codes(text: str) -> npt.NDArray[np.unsignedinteger]:
    """The code points of a text, in as few bytes each as all of them need."""
    if text.isascii():
        return np.frombuffer(text.encode(), np.uint8)
    narrow = text.encode("utf-16-le", "surrogatepass")
    if len(narrow) == 2 * len(text):
        return np.frombuffer(narrow, np.uint16)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _look_up(codes: npt.NDArray[np.unsignedinteger], folded: _Bytes, kinds: _Bytes) -> None:
    """Fill in what the code points above the first block are."""
    wide = np.flatnonzero(codes >= BLOCK)
    if not len(wide):
        return
    high = (codes[wide] // BLOCK).astype(np.intp)
    present = np.flatnonzero(np.bincount(high))
    slots = np.zeros(present[-1] + 1, np.intp)
    slots[present] = np.arange(len(present))
    at = slots[high] * BLOCK + codes[wide] % BLOCK
    folded[wide] = np.concatenate([folded_block(int(number)) for number in present])[at]
    kinds[wide] = np.concatenate([kinds_block(int(number)) for number in present])[at]


def _join(kinds: _Bytes) -> None:
    """Make of each joiner between letters a letter, of each point between digits a digit, of all others a gap."""
    at = np.flatnonzero(kinds >= JOINER)
    before, here, behind = kinds[at - 1], kinds[at], kinds[at + 1]
    word = (here == JOINER) & (before == LETTER) & (behind == LETTER)
    number = (here == POINT) & (before == DIGIT) & (behind == DIGIT)
    kinds[at] = np.where(word, LETTER, np.where(number, DIGIT, APART))


def _stretches(folded: bytearray, kinds: _Bytes) -> tuple[Places, Places]:
    """Where words start and end: at changes of kind; in scripts without spaces where two letters say so."""
    change = np.empty(len(kinds), np.bool_)
    change[0] = True
    np.not_equal(kinds[1:], kinds[:-1], out=change[1:])
    packed = np.flatnonzero((kinds == DENSE) | (kinds == SPARSE))
    if len(packed):
        letters = np.frombuffer(folded, np.uint8).astype(np.uint64)
        mixed = (letters[packed - 1] * GOLDEN + letters[packed] * _SECOND) * _THIRD >> np.uint64(62)
        change[packed] |= np.where(kinds[packed] == DENSE, mixed < 2, mixed < 1)
    edges = np.flatnonzero(change)
    inside = np.flatnonzero(kinds.take(edges))
    return edges[inside], edges[inside + 1]


def _hashed(folded: bytearray, starts: Places, length: Places) -> Hashes:
    """The hash of each word."""
    eights = np.ndarray((len(folded) - 7,), np.dtype("<u8"), folded, 0, (1,))
    forms: Hashes = eights.take(starts) & _FIRST_BYTES.take(np.minimum(length, 8))
    forms += length.astype(np.uint64) * _THIRD
    forms *= GOLDEN
    forms ^= forms >> np.uint64(29)
    longer = np.flatnonzero(length > 8)
    for at in range(8, _QUICK, 8):
        if not len(longer):
            break
        more = eights[starts[longer] + at] & _FIRST_BYTES[np.minimum(length[longer] - at, 8)]
        mixed = (forms[longer] + more) * _SECOND
        forms[longer] = mixed ^ mixed >> np.uint64(31)
        longer = longer[length[longer] > at + 8]
    for word in longer.tolist():
        rest = blake2b(folded[starts[word] + _QUICK : starts[word] + length[word]], digest_size=8).digest()
        forms[word] ^= np.uint64(int.from_bytes(rest, "little"))
    forms *= _SECOND
    forms ^= forms >> np.uint64(32)
    return forms
