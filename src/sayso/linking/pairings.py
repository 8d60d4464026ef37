"""Points of two articles laid side by side, each pair with what stands next to it in both, in the same order.

Of the earlier points that share a rare mark with a point (linking/points.py), the likest few are kept. Two articles
that tell the same, one after the other, have pairs that lie in one order; so a pair is supported by those near it
that do. A point meets a bounded number of others, and a pair looks at a bounded number of neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.linking.points import Point, Weights, before, is_word, weighed

#: Points on each side that support a pair, and pairs looked at for it.
REACH: Final = 6
_NEIGHBOURS: Final = 14

#: The least weight of a pair that supports another, and the most that all of them count.
SUPPORTS: Final = 0.8
MOST: Final = 3.0

#: What numbers and times must weigh to tell anything.
TELLING: Final = 0.8

#: Pairs kept of one point, and the least weight of one.
_PAIRS: Final = 12
_LEAST: Final = 0.4


@dataclass(frozen=True, slots=True)
class Pair:
    """Two points that may be one told twice: the weight of what they share, its share of the lighter, the marks.

    `least` is its share of the heavier, `measure` is what of that weight numbers and times have.
    """

    left: Point
    right: Point
    alike: float
    share: float
    marks: frozenset[str]
    measure: float
    least: float

    @property
    def words(self) -> int:
        """How many words both have."""
        return sum(map(is_word, self.marks))

    @property
    def measured(self) -> bool:
        """Whether both have a number or a time that tells."""
        return self.measure >= TELLING

    @property
    def within(self) -> bool:
        """Whether both stand in one article."""
        return self.left.page == self.right.page


@dataclass(frozen=True, slots=True)
class Paired:
    """A pair and those near it in the same order."""

    pair: Pair
    near: tuple[Pair, ...]

    @property
    def support(self) -> float:
        """The weight of what stands next to it in both, at most MOST."""
        return min(MOST, sum(other.alike for other in self.near))


#: The weights of sets of marks.
_Sums = dict[frozenset[str], float]


def pairings(found: Sequence[Point]) -> Iterator[Paired]:
    """Every pair that gives no other numbers or days; `found` are in page order, each article's in text order."""
    weights = weighed(found)
    whole = {marks: weights.sum(marks) for marks in dict.fromkeys(point.marks for point in found)}
    words: dict[frozenset[str], float] = {}
    pairs: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for point, others in before(found, weights):
        near = [pair for other in others if (pair := _pair(other, point, weights, (whole, words)))]
        for pair in sorted(near, key=lambda one: (-one.alike, one.left.page, one.left.place))[:_PAIRS]:
            if not _clash(pair):
                pairs[pair.left.page, pair.right.page].append(pair)
    for between in pairs.values():
        ordered = sorted(between, key=lambda one: (one.right.place, one.left.place))
        for index, pair in enumerate(ordered):
            yield Paired(pair, _support(pair, ordered[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS]))


def _pair(left: Point, right: Point, weights: Weights, known: tuple[_Sums, _Sums]) -> Pair | None:
    """Two points laid side by side; None where hardly anything rare is shared.

    `known` are the weights of the marks of each point, and of the words alone among marks that points share.
    """
    whole, words = known
    same = left.marks == right.marks  # as in reprints
    marks = left.marks if same else left.marks & right.marks
    alike = whole[marks] if same else weights.sum(marks)
    lighter, heavier = sorted((whole[left.marks], whole[right.marks]))
    if not lighter or alike < _LEAST:
        return None
    if marks not in words:
        words[marks] = weights.sum(filter(is_word, marks))
    return Pair(left, right, alike, alike / lighter, marks, alike - words[marks], alike / heavier)


def _support(pair: Pair, near: Iterable[Pair]) -> tuple[Pair, ...]:
    """The pairs near one that stand in the same order, one for each point, the heaviest."""
    kept: dict[int, Pair] = {}
    for other in () if pair.within else near:
        here, there = other.right.place - pair.right.place, other.left.place - pair.left.place
        ordered = here * there > 0 and abs(here) <= REACH and abs(there) <= REACH
        if ordered and other.alike >= SUPPORTS and (len(other.marks) > 1 or other.measured):
            kept[here] = max(kept.get(here, other), other, key=lambda one: one.alike)
    return tuple(kept[place] for place in sorted(kept))


def _clash(pair: Pair) -> bool:
    """Whether both give numbers and none in common, or days, or spans of time."""
    left, right, both = ({mark[0] for mark in marks} for marks in (pair.left.marks, pair.right.marks, pair.marks))
    return any(kind in left and kind in right and kind not in both for kind in "#@~")
