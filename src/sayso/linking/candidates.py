"""Which articles are worth comparing: those that hold the same fingerprints, found by one sort of all of them.

Theory. All fingerprints of an index are sorted, each with the number of its row in the low bits of the same
number, so that one plain sort brings equal ones together and says where they stand. A mark is one of them with all
the articles that hold it, in the order of the index. Up to FEW holders are all paired with each other; of more, the
first with each other one, so that k reprints cost k comparisons and not k². Work is n log n in the number of
fingerprints, memory some 20 bytes for each.

A mark of more than CROWD holders is a report with many reprints, or a notice under half of all articles; which of
the two, a sample of its holders tells once they have been compared (see copies.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.linking.fingerprints import Index
from sayso.linking.wordforms import Hashes, Places

FEW: Final = 5
CROWD: Final = 64

#: Holders of a crowded mark that are compared before anything is said about it.
SAMPLED: Final = 16

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
    bounds: Places


def common_marks(index: Index, kept: npt.NDArray[np.bool_]) -> Marks:
    """The fingerprints that at least two of the `kept` articles hold."""
    counts = np.array([entry.marks for entry in index.entries], np.int64)
    hashes = np.frombuffer(index.hashes, np.uint64)
    article = np.repeat(np.arange(len(counts), dtype=np.uint32), counts)
    if not kept.all():
        chosen = np.repeat(kept, counts)
        hashes, article = hashes[chosen], article[chosen]
    rows = _repeated(hashes)
    marks, holders = hashes[rows], article[rows]
    first = np.ones(len(rows), np.bool_)
    first[1:] = (marks[1:] != marks[:-1]) | (holders[1:] != holders[:-1])
    marks, holders = marks[first], holders[first]
    return _grouped(marks, holders)


def _repeated(hashes: Hashes) -> Places:
    """The rows whose hash stands in another row too, equal ones together, and by row among these."""
    bits = max(1, len(hashes).bit_length())
    low = np.uint64((1 << bits) - 1)
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


def _grouped(marks: Hashes, holders: npt.NDArray[np.uint32]) -> Marks:
    """The marks with two or more holders, given equal ones together."""
    if not len(marks):
        return Marks(marks, holders, np.zeros(1, np.int64))
    edges = np.flatnonzero(np.concatenate(([True], marks[1:] != marks[:-1], [True])))
    sizes = np.diff(edges)
    several = sizes > 1
    kept = np.repeat(several, sizes)
    bounds = np.concatenate(([0], np.cumsum(sizes[several])))
    return Marks(marks[edges[:-1]][several], holders[kept], bounds.astype(np.int64))


def paired(marks: Marks) -> tuple[Places, Places]:
    """The pairs of articles to compare, left * 2**32 + right in ascending order, and how many marks each shares.

    Of a mark with more than CROWD holders the first SAMPLED are paired.
    """
    return _counted(marks, np.flatnonzero(np.diff(marks.bounds)), SAMPLED)


def starred(marks: Marks, chosen: Places) -> tuple[Places, Places]:
    """As `paired`, of the marks numbered in `chosen`: the first holder of each with all others."""
    return _counted(marks, chosen, len(marks.holders))


def _counted(marks: Marks, chosen: Places, most: int) -> tuple[Places, Places]:
    """Pairs of the `chosen` marks and how often each comes, put together portion by portion."""
    sizes = np.diff(marks.bounds)[chosen]
    pairs, counts = np.empty(0, np.int64), np.empty(0, np.int64)
    portions = np.searchsorted(np.cumsum(sizes), np.arange(_PORTION, sizes.sum() + _PORTION, _PORTION))
    for part in np.split(chosen, np.unique(portions[:-1] + 1)):
        found, often = np.unique(_pairs(marks, part, most), return_counts=True)
        pairs = np.concatenate((pairs, found))
        counts = np.concatenate((counts, often))
        pairs, back = np.unique(pairs, return_inverse=True)
        counts = np.bincount(back, counts, len(pairs)).astype(np.int64)
    return pairs, counts


def _pairs(marks: Marks, chosen: Places, most: int) -> Places:
    """The pairs of the `chosen` marks, repeated where two articles share several."""
    first, size = marks.bounds[chosen], np.diff(marks.bounds)[chosen]
    size = np.where(size > CROWD, np.minimum(size, most), size)
    owner = np.repeat(np.arange(len(chosen)), size)
    rank = np.arange(len(owner)) - np.repeat(np.cumsum(size) - size, size)
    holder = marks.holders[first[owner] + rank].astype(np.int64)
    few = size[owner] <= FEW
    star = np.flatnonzero(~few & (rank > 0))
    made = [holder[star - rank[star]] << 32 | holder[star]]
    for step in range(1, FEW):
        right = np.flatnonzero(few & (rank >= step))
        made.append(holder[right - step] << 32 | holder[right])
    return np.concatenate(made)
