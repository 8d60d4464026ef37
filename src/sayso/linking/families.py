"""Families of near copies: articles in which the same words stand, and not merely a chain of shared halves.

Theory. Near copies of near copies are near copies, with one exception: an article made of two others. It shares
half of itself with each of them, and they nothing with each other; a round-up may so chain a whole newsroom. So an
article joins two of its near copies only where these stand in the same place of it, or are near copies themselves.
Where they stand apart, it is a member of two families.

The same place is told on a grid: each near copy covers some of an article's cells, and two stand in the same place
where they share half of the cells of the smaller one (in four draws of edited news F1 96.3 to 97.1; where a quarter
was enough, 95.0 to 96.4). What covers the same cells is one case, and the grid is made coarser until there are at
most MOST of them; so the work is linear in the number of pairs. Reprints of an article made of two, which cover
both places, still join the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final, TypeVar

from sayso.model.origins import Copy, Overlap
from sayso.model.span import Span

_CELLS: Final = 64
MOST: Final = 64

#: (article, its near copy): the one seen from the other.
_Side = tuple[str, str]
_Item = TypeVar("_Item", str, tuple[str, str])


def families(near: Iterable[Overlap], found: Iterable[Copy]) -> tuple[tuple[str, ...], ...]:
    """The families of two or more articles, each in id order; `found` are the passages of the pairs `near`.

    An article that is made of two others is in the families of both.
    """
    pairs = [(one.left, one.right) for one in near if one.relation != "passage"]
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        beside[left].add(right)
        beside[right].add(left)
    places = _places(found, beside)
    parts: dict[_Side, _Side] = {}
    for article, others in beside.items():
        for other, part in _parts(article, others, beside, places).items():
            parts[article, other] = (article, part)
    parent: dict[_Side, _Side] = {}
    for left, right in pairs:
        _join(parent, parts[left, right], parts[right, left])
    members: defaultdict[_Side, set[str]] = defaultdict(set)
    for (article, _), seat in parts.items():
        members[_root(parent, seat)].add(article)
    return tuple(sorted({tuple(sorted(together)) for together in members.values()}))


def _places(found: Iterable[Copy], beside: Mapping[str, Collection[str]]) -> dict[_Side, list[Span]]:
    """Where each near copy of an article stands in it."""
    places: defaultdict[_Side, list[Span]] = defaultdict(list)
    for copy in found:
        left, right = copy.left.article, copy.right.article
        if right in beside.get(left, ()):
            places[left, right].append(copy.left.span)
            places[right, left].append(copy.right.span)
    return places


def _parts(
    article: str,
    others: Collection[str],
    beside: Mapping[str, Collection[str]],
    places: Mapping[_Side, list[Span]],
) -> dict[str, str]:
    """For each near copy of an article the first one, by id, that stands in the same place of it."""
    covered = _covered({other: places[article, other] for other in sorted(others)})
    parent: dict[str, str] = {}
    heads: dict[int, str] = {}
    for other, cells in covered.items():
        _join(parent, other, heads.setdefault(cells, other))
    sorts = list(heads)
    for at, one in enumerate(sorts):
        for two in sorts[at + 1 :]:
            if 2 * (one & two).bit_count() >= min(one.bit_count(), two.bit_count()):
                _join(parent, heads[one], heads[two])
    for other in covered:
        fewer, more = sorted((beside[other], others), key=len)
        for third in fewer:
            if third in more:
                _join(parent, other, third)
    return {other: _root(parent, other) for other in covered}


def _covered(places: Mapping[str, Iterable[Span]]) -> dict[str, int]:
    """The cells of an article that each near copy covers, as bits; of at most MOST sorts."""
    size = max((span.end for spans in places.values() for span in spans), default=1)
    cells = _CELLS
    while True:
        covered = {other: _bits(spans, size, cells) for other, spans in places.items()}
        if len(set(covered.values())) <= MOST:
            return covered
        cells //= 2


def _bits(spans: Iterable[Span], size: int, cells: int) -> int:
    """The cells of which at least half is covered by a span; at least the one in which the longest begins."""
    bits = 0
    for span in spans:
        first, last = (2 * span.start * cells + size) // (2 * size), (2 * span.end * cells + size) // (2 * size)
        bits |= (1 << last) - (1 << first) if last > first else 1 << min(cells - 1, span.start * cells // size)
    return bits


def _join(parent: dict[_Item, _Item], one: _Item, other: _Item) -> None:
    """Put two into one group, whose name is its first member."""
    low, high = sorted((_root(parent, one), _root(parent, other)))
    parent[high] = low
    parent[low] = low


def _root(parent: dict[_Item, _Item], item: _Item) -> _Item:
    """The name of an item's group; the way to it is halved."""
    while parent.setdefault(item, item) != item:
        parent[item] = parent[parent[item]]
        item = parent[item]
    return item
