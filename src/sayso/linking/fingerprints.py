"""The fingerprints of a corpus: a sample of the hashes of all its runs of words, in a record that can be merged.

Theory. Every run of RUN words is hashed (a polynomial of the words' hashes, three multiplications for all runs of
a batch at once), and those whose hash lies in the lowest 1 / SAMPLE of all values are kept: the same in every text,
so two articles with a run in common share its fingerprint or neither has it (Manber 1994). Winnowing (Schleimer,
Wilkerson and Aiken 2003) would find every stretch of a certain length for sure; in edited text it is single runs
that survive, and for these a sample by value has the better odds.

An Index is plain bytes and tuples in one order, by day and id of the articles, whatever order they came in. So
merging is associative and commutative, merging an index with itself changes nothing, and an index made on one
machine of one half and on another of the other half is, merged, byte for byte the index of the whole. Nothing is
decided in it: what is common, what is a copy, is asked of the whole.

RUN and SAMPLE were chosen on invented articles: of passages of 60 words with 10, 15, 20 and 30 % of their words
changed, runs of 8 words (one in four kept) find 98, 93, 81 and 40 %, runs of 6 find 100, 98, 95 and 66 %, with as
many fingerprints. Shorter runs are phrases that everybody uses. Where pairs that share a phrase only are left out,
one in three finds 95, 90 and 51 % of passages with 15, 20 and 30 % changed, one in four 94, 87 and 45 %, one in two
98, 96 and 61 %, in twice the memory of one in four.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.linking.wordforms import GOLDEN, Hashes, Places, Words, batches, worded
from sayso.model.article import Article

RUN: Final = 6
SAMPLE: Final = 3

#: Words on each side of a run by which a chance phrase is told from a passage.
SIDE: Final = 8

#: Code points of a word, or between two, that one byte does not tell.
FAR: Final = 255

#: The first n of eight groups of four bits, by n.
_NIBBLES: Final = np.array([(1 << 4 * count) - 1 for count in range(SIDE + 1)], np.uint64)

_BASE: Final = np.uint64(0x9FB21C651E98DF25)
_SPREAD: Final = np.uint64(0xD6E8FEB86659FD93)


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """An article in an index: the day by which it was surely out (`date.max` where nobody knows), and its id.

    `words` counts its words, `digest` is a hash of all of them in order, `marks` counts its fingerprints, `far` its
    stretches of FAR code points or more; `since` is the first day on which it may have come out, or `date.min`.
    """

    day: date
    id: str
    words: int
    digest: int
    marks: int
    far: int
    since: date


@dataclass(frozen=True, slots=True)
class Index:
    """Articles by day and id, and what they are compared by, in that order: 8 kB for an article of 600 words.

    `hashes` holds one unsigned number of 64 bits for each fingerprint, `places` the number of its first word in its
    article, in 32 bits, `around` 64 bits of the words around it. `forms` is one character of UTF-32 for each word,
    the same for the same word (of a million words two share one). `steps` are two bytes a word: the code points
    between it and the one before it, and its own; of FAR and more the number itself is in `far`, in 64 bits. All
    little-endian.
    """

    entries: tuple[Entry, ...] = ()
    hashes: bytes = b""
    places: bytes = b""
    around: bytes = b""
    forms: bytes = b""
    steps: bytes = b""
    far: bytes = b""


#: The arrays of an index, each with the field of an Entry that counts its items, and the bytes of one.
ARRAYS: Final = {
    "hashes": ("marks", 8),
    "places": ("marks", 4),
    "around": ("marks", 8),
    "forms": ("words", 4),
    "steps": ("words", 2),
    "far": ("far", 8),
}


def indexed(articles: Iterable[Article]) -> Index:
    """The index of the texts of `articles`; of several with one id the first is taken."""
    given = {article.id: article for article in reversed(list(articles))}
    ordered = sorted(given.values(), key=lambda article: (day_of(article), article.id))
    entries: list[Entry] = []
    made = {name: bytearray() for name in ARRAYS}
    for first, last in batches([article.text for article in ordered]):
        batch = ordered[first:last]
        words = worded([article.text for article in batch])
        at, text, marks = _marked(words)
        counts = np.bincount(text, minlength=len(batch))
        steps, far, fars = _steps(words)
        made["hashes"] += marks.tobytes()
        made["places"] += (at - words.bounds[text]).astype("<u4").tobytes()
        made["around"] += _surroundings(words, at, text).tobytes()
        # The highest 20 bits of a word's hash make one character of the planes above the surrogates.
        made["forms"] += ((words.forms >> np.uint64(44)) + np.uint64(0x10000)).astype("<u4").tobytes()
        made["steps"] += steps.tobytes()
        made["far"] += far.tobytes()
        told = (np.diff(words.bounds), _digests(words), counts, fars)
        for article, size, digest, count, long in zip(batch, *(one.tolist() for one in told), strict=True):
            entries.append(Entry(day_of(article), article.id, size, digest, count, long, _since(article)))
    # One array after the other becomes bytes, and what it was made of goes.
    return Index(tuple(entries), **{name: bytes(made.pop(name)) for name in ARRAYS})


def merged(*parts: Index) -> Index:
    """The index of all articles of `parts`: the same whichever way and in whichever order they are merged."""
    rows = [(entry, number, at) for number, part in enumerate(parts) for at, entry in enumerate(part.entries)]
    rows.sort(key=lambda row: (row[0].day, row[0].id, row[1]))
    kept: list[tuple[Entry, int, int]] = []
    for row in rows:
        if not kept or kept[-1][0].id != row[0].id:
            kept.append(row)
    arrays: dict[str, bytes] = {}
    for name, (counted, size) in ARRAYS.items():
        views = [memoryview(getattr(part, name)) for part in parts]
        ends = [[0, *accumulate(size * getattr(entry, counted) for entry in part.entries)] for part in parts]
        arrays[name] = b"".join(views[number][ends[number][at] : ends[number][at + 1]] for _, number, at in kept)
    return Index(tuple(entry for entry, _, _ in kept), **arrays)


def day_of(article: Article) -> date:
    """The day by which an article was surely out, `date.max` where nobody knows."""
    return (article.published.interval.latest if article.published else None) or date.max


def _since(article: Article) -> date:
    """The first day on which an article may have come out, `date.min` where nobody knows."""
    return (article.published.interval.earliest if article.published else None) or date.min


def _steps(words: Words) -> tuple[npt.NDArray[np.uint8], Places, Places]:
    """Two bytes a word as in Index.steps, the numbers too large for them, and how many of these each text has."""
    long = np.empty((len(words.forms), 2), np.int64)
    long[:, 1] = words.ends - words.starts
    long[:, 0] = words.starts
    long[1:, 0] -= words.ends[:-1]
    begins = words.bounds[:-1][np.diff(words.bounds) > 0]
    long[begins, 0] = words.starts[begins]
    far = np.flatnonzero(long.ravel() >= FAR)
    text = np.searchsorted(words.bounds, far // 2, "right") - 1
    counts = np.bincount(text, minlength=len(words.bounds) - 1)
    return np.minimum(long, FAR).astype(np.uint8), long.ravel()[far].astype("<i8"), counts


def _marked(words: Words) -> tuple[Places, Places, Hashes]:
    """The fingerprints of all texts: the first word of each among the words, the number of its text, its hash."""
    forms, bounds = words.forms, words.bounds
    if len(forms) < RUN:
        return np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.uint64)
    runs = _rolled(forms)
    at = np.flatnonzero(runs < np.uint64(2**64 // SAMPLE))
    text = np.searchsorted(bounds, at, "right") - 1
    whole = at + RUN <= bounds[text + 1]
    at, text = at[whole], text[whole]
    return at, text, runs[at] * np.uint64(SAMPLE)


def _rolled(forms: Hashes) -> Hashes:
    """The hash of each run of RUN words."""
    twos = forms[:-1] * _BASE + forms[1:]
    fours = twos[:-2] * _BASE**2 + twos[2:]
    runs: Hashes = fours[: len(forms) - RUN + 1] * _BASE ** (RUN - 4)
    for more in range(4, RUN, 2):
        runs += twos[more : more + len(runs)] * _BASE ** (RUN - more - 2)
    runs ^= runs >> np.uint64(32)
    runs *= _SPREAD
    return runs


def _surroundings(words: Words, at: Places, text: Places) -> Hashes:
    """For each run four bits of each of the SIDE words before and behind it, in order; 0 where the text ends."""
    bits = ((words.forms >> np.uint64(32)) * np.uint64(15) >> np.uint64(32)) + np.uint64(1)
    padded = np.concatenate((np.zeros(SIDE, np.uint64), bits, np.zeros(RUN + SIDE, np.uint64)))
    for width in (1, 2, 4):
        padded = padded[:-width] | padded[width:] << np.uint64(4 * width)
    before = np.minimum(at - words.bounds[text], SIDE)
    behind = np.minimum(words.bounds[text + 1] - at - RUN, SIDE)
    left: Hashes = padded[at] & ~_NIBBLES[SIDE - before]
    left |= (padded[at + SIDE + RUN] & _NIBBLES[behind]) << np.uint64(32)
    return left


def _digests(words: Words) -> Hashes:
    """A hash of all words of each text, in order."""
    number = np.arange(len(words.forms)) - np.repeat(words.bounds[:-1], np.diff(words.bounds))
    mixed = (words.forms + number.astype(np.uint64) * GOLDEN) * _SPREAD
    mixed ^= mixed >> np.uint64(32)
    mixed *= GOLDEN
    total = np.concatenate((np.zeros(1, np.uint64), np.cumsum(mixed, dtype=np.uint64)))
    return total[words.bounds[1:]] - total[words.bounds[:-1]]
