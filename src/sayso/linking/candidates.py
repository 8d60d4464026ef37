"""Which articles are worth comparing: those that hold the same fingerprints, found by one sort of all of them.

Theory. All fingerprints of an index are sorted, each with the number of its row in the low bits of the same
number, so that a plain sort brings equal ones together and says where they stand. A mark is one of them with all
the articles that hold it, in the order of the index. Up to FEW holders are all paired with each other; of more, the
first with each other one, so that k reprints cost k comparisons and not k². Work is n log n in the number of
fingerprints, memory some 20 bytes for each.

A mark of more than CROWD holders is a report with many reprints, a phrase of the trade, or a notice under half of
all articles; which of these, a sample of its holders tells once they have been compared (see copies.py).

Two articles with one mark in common mostly share a phrase ("told reporters at a news conference in the capital").
So each fingerprint carries four bits of each of the eight words before and behind it, and a pair is compared only
where its marks and the words around them that agree come to EVIDENCE words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.linking.fingerprints import RUN, Index
from sayso.linking.wordforms import Hashes, Places

FEW: Final = 5
CROWD: Final = 8

#: Holders of a crowded mark that are compared before anything is said about it.
SAMPLED: Final = 8

#: Words that two articles must seem to share to be compared, of the 25 that a passage needs; ALONE fewer where they
#: alone hold one of their marks, which is seldom so of a phrase. Of 840 news articles of two years, 24 pairs share
#: a passage and 842 a mark; this leaves 127 to compare, with 23 of the 24. Of passages of 60 words with 10, 15, 20
#: and 30 % of their words changed 100, 98, 94 and 69 % are found so, without ALONE 100, 95, 90 and 51 %.
EVIDENCE: Final = 15
ALONE: Final = 4

#: Fingerprints sorted at a time, at most: 8 MB of them.
_SORTED: Final = 1_000_000

#: Pairs are counted in portions of this many fingerprints held in common.
_PORTION: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class Marks:
    """Fingerprints that two or more articles hold.

    `holders` are numbers of articles in an index, those of mark n from bounds[n] to bounds[n + 1], ascending, each
    article once; `hashes` has one entry a mark, not in order.
    """

    hashes: Hashes
    holders: npt.NDArray[np.uint32]
    places: npt.NDArray[np.uint32]
    around: Hashes
    bounds: Places


def common_marks(index: Index, kept: npt.NDArray[np.bool_]) -> Marks:
    """The fingerprints that at least two of the `kept` articles hold."""
    counts = np.array([entry.marks for entry in index.entries], np.int64)
    hashes = np.frombuffer(index.hashes, np.uint64)
    holders = np.repeat(np.arange(len(counts), dtype=np.uint32), counts)
    rows = _repeated(hashes)
    rows = rows[kept[holders[rows]]]
    marks, holders = hashes[rows], holders[rows]
    first = np.ones(len(rows), np.bool_)
    first[1:] = (marks[1:] != marks[:-1]) | (holders[1:] != holders[:-1])
    rows, marks, holders = rows[first], marks[first], holders[first]
    kept_rows, bounds = _several(marks)
    rows = rows[kept_rows]
    return Marks(
        hashes=marks[kept_rows][bounds[:-1]],
        holders=holders[kept_rows],
        places=np.frombuffer(index.places, np.uint32)[rows],
        around=np.frombuffer(index.around, np.uint64)[rows],
        bounds=bounds,
    )


def _repeated(hashes: Hashes) -> Places:
    """The rows whose hash stands in another row too, equal ones together, and by row among these.

    Parts of the range of hashes are sorted one after the other: quicker than the whole, and in little memory.
    """
    bits = max(0, (len(hashes) // _SORTED).bit_length())
    part = (hashes >> np.uint64(64 - bits)).astype(np.uint16) if bits else np.zeros(len(hashes), np.uint16)
    rows = (np.flatnonzero(part == number) for number in range(1 << bits))
    return np.concatenate([at[_repeated_within(hashes[at])] for at in rows])


def _repeated_within(hashes: Hashes) -> Places:
    """The same for hashes that are sorted at once, each with its row in the low bits."""
    low = np.uint64((1 << len(hashes).bit_length()) - 1)
    keys = hashes & ~low
    keys |= np.arange(len(hashes), dtype=np.uint64)
    keys.sort()
    same = (keys[1:] ^ keys[:-1]) <= low
    twice = np.zeros(len(keys), np.bool_)
    twice[1:] = same
    twice[:-1] |= same
    rows = (keys[twice] & low).astype(np.int64)
    full = hashes[rows]
    mixed = np.flatnonzero((full[1:] != full[:-1]) & ((full[1:] ^ full[:-1]) <= low))
    if len(mixed):
        # Hashes that differ in their low bits only lie among each other: a full sort of those few tells them apart.
        few = np.flatnonzero(np.isin(full & ~low, full[mixed] & ~low))
        rows[few] = rows[few][np.lexsort((rows[few], full[few]))]
    return rows


def _several(marks: Hashes) -> tuple[npt.NDArray[np.bool_], Places]:
    """Which of the rows, equal ones together, belong to marks with two or more holders; the bounds of these."""
    if not len(marks):
        return np.zeros(0, np.bool_), np.zeros(1, np.int64)
    edges = np.flatnonzero(np.concatenate(([True], marks[1:] != marks[:-1], [True])))
    sizes = np.diff(edges)
    return np.repeat(sizes > 1, sizes), np.concatenate(([0], np.cumsum(sizes[sizes > 1])))


def paired(marks: Marks) -> Places:
    """The pairs of articles to compare, left * 2**32 + right, ascending.

    Of a mark with more than CROWD holders the first SAMPLED are paired.
    """
    return _likely(marks, np.flatnonzero(np.diff(marks.bounds)), SAMPLED)


def starred(marks: Marks, chosen: Places) -> Places:
    """As `paired`, of the marks numbered in `chosen`: the first holder of each with all others."""
    return _likely(marks, chosen, len(marks.holders))


def _likely(marks: Marks, chosen: Places, most: int) -> Places:
    """Pairs of the `chosen` marks that are likely to share a passage, put together portion by portion."""
    sizes = np.diff(marks.bounds)[chosen]
    portions = np.searchsorted(np.cumsum(sizes), np.arange(_PORTION, sizes.sum() + _PORTION, _PORTION))
    pairs, shared = np.empty(0, np.int64), np.empty(0, np.int64)
    for part in np.split(chosen, np.unique(portions[:-1] + 1)):
        found, words = _covered(marks, *_pairs(marks, part, most))
        pairs, back = np.unique(np.concatenate((pairs, found)), return_inverse=True)
        shared = np.bincount(back, np.concatenate((shared, words)), len(pairs)).astype(np.int64)
    return pairs[shared >= EVIDENCE]


def _pairs(marks: Marks, chosen: Places, most: int) -> tuple[Places, Places]:
    """The rows of the `chosen` marks to be held against each other, left and right."""
    first, size = marks.bounds[chosen], np.diff(marks.bounds)[chosen]
    size = np.where(size > CROWD, np.minimum(size, most), size)
    owner = np.repeat(np.arange(len(chosen)), size)
    rank = np.arange(len(owner)) - np.repeat(np.cumsum(size) - size, size)
    at = first[owner] + rank
    few = size[owner] <= FEW
    star = np.flatnonzero(~few & (rank > 0))
    lefts, rights = [at[star] - rank[star]], [at[star]]
    for step in range(1, FEW):
        right = at[few & (rank >= step)]
        lefts.append(right - step)
        rights.append(right)
    return np.concatenate(lefts), np.concatenate(rights)


def _covered(marks: Marks, left: Places, right: Places) -> tuple[Places, Places]:
    """Each pair of articles that the rows make, and how many words they seem to share at and around their marks.

    The marks of a pair are taken by place: each adds what agrees around it, at most as far as it reaches beyond the
    one before it.
    """
    pair = marks.holders[left].astype(np.int64) << 32 | marks.holders[right]
    order = _in_order(marks, left, right)
    left, right, pair = left[order], right[order], pair[order]
    before, behind = _agreeing(marks.around[left], marks.around[right])
    end = marks.places[left].astype(np.int64) + RUN + behind
    added = before + RUN + behind
    first = np.diff(pair, prepend=-1) != 0
    added[1:] = np.where(first[1:], added[1:], np.clip(end[1:] - end[:-1], 0, added[1:]))
    firsts = np.flatnonzero(first)
    if not len(firsts):
        return pair, added
    seconds = np.zeros(len(marks.holders), np.bool_)
    seconds[marks.bounds[1:][np.diff(marks.bounds) == 2] - 1] = True
    return pair[firsts], np.add.reduceat(added, firsts) + ALONE * np.maximum.reduceat(seconds[right], firsts)


def _in_order(marks: Marks, left: Places, right: Places) -> Places:
    """The order of rows by pair of articles, and by place in the left one."""
    ours, theirs, place = (
        one.astype(np.int64) for one in (marks.holders[left], marks.holders[right], marks.places[left])
    )
    wide = [int(one.max(initial=0)).bit_length() for one in (ours, theirs, place)]
    if sum(wide) < 64:
        # One number for all three is sorted several times as fast.
        return np.argsort((ours << wide[1] | theirs) << wide[2] | place)
    return np.lexsort((place, theirs, ours))


def _agreeing(left: Hashes, right: Hashes) -> tuple[Places, Places]:
    """How many of eight groups of four bits, the low ones and the high ones, are the same and not 0."""
    differ, there = left ^ right, left
    for shift in (1, 2):
        differ = differ | differ >> np.uint64(shift)
        there = there | there >> np.uint64(shift)
    same = ~differ & there & np.uint64(0x1111111111111111)
    low, high = same & np.uint64(0xFFFFFFFF), same >> np.uint64(32)
    return np.bitwise_count(low).astype(np.int64), np.bitwise_count(high).astype(np.int64)
