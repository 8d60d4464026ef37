"""How much two articles have in common, and whether they are near copies.

Articles that share at least HALF of the shorter one are near copies, and so are those that share MANY words and a
PART of the shorter one (a cut copy under a long new lead). What two articles quote from one speech comes to a tenth
of either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.model.origins import Copy, Overlap, Relation

HALF = 0.5
PART = 0.3
MANY = 150

#: From this share on an article stands in the other as a whole; with as much more of its own the other is longer.
_WHOLE = 0.95


def overlaps(found: Iterable[Copy], sizes: Mapping[str, int]) -> tuple[Overlap, ...]:
    """For each pair of articles with a Copy how much they have in common; `sizes` gives each article's words."""
    pairs: dict[tuple[str, str], list[Copy]] = defaultdict(list)
    for copy in found:
        pairs[copy.left.article, copy.right.article].append(copy)
    return tuple(_overlap(pair, several, sizes) for pair, several in sorted(pairs.items()))


def _overlap(pair: tuple[str, str], several: list[Copy], sizes: Mapping[str, int]) -> Overlap:
    """What the passages of two articles come to."""
    left, right = pair
    count = min(sum(copy.words for copy in several), sizes[left], sizes[right])
    shares = count / sizes[left], count / sizes[right]
    whole = len(several) == 1 and several[0].share == 1.0
    return Overlap(
        left=left,
        right=right,
        left_share=round(shares[0], 4),
        right_share=round(shares[1], 4),
        words=count,
        relation=_relation(pair_shares=shares, near=near_copies(count, sizes[left], sizes[right]), whole=whole),
        earlier=several[0].earlier,
    )


def near_copies(words: int, left: int, right: int) -> bool:
    """Whether two articles of `left` and `right` words that have `words` in common are near copies."""
    shorter = min(left, right)
    return words >= HALF * shorter or (words >= MANY and words >= PART * shorter)


def _relation(pair_shares: tuple[float, float], *, near: bool, whole: bool) -> Relation:
    """What two shares make of a pair; `whole`: one passage without a change."""
    if whole and min(pair_shares) == 1:
        return "same"
    if max(pair_shares) >= _WHOLE and max(pair_shares) - min(pair_shares) > 1 - _WHOLE:
        return "cut"
    return "edited" if near else "passage"
