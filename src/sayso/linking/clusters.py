"""Numbers put together into quantities: first the like ones, then, as wholes, those that differ.

Step one joins numbers that share an end, pair by pair, best first, where the average over all pairs of both sides
speaks for it. Step two lays the groups so made side by side, since what one mention leaves out another one tells:
groups are one quantity where the better half of their pairs speaks for it on average. No step chains: a group is
judged as a whole, and each pair that cannot be (two years, two currencies) counts heavily against it.

Linear: a number meets at most _MEET others that share an end with it, and a group at most _MEET others that count
the same or in which the same happens.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from sayso.linking.counted import Seen
from sayso.linking.joins import ends_of
from sayso.linking.likeness import WEIGHTS, Ground, Weights, barred, likeness

Group = list[Seen]
#: Members of a group by their place among all numbers, in the order of their days.
Members = list[int]

#: Numbers and groups that one is compared with, the nearest in time first.
_MEET = 8
#: Mentions of a group that stand for it in a comparison.
_STAND = 4
#: Members of a group among which neighbours in one article are looked for: in larger ones single pairs weigh
#: little.
_LOOKED_AT = 40
#: What the log-odds of two groups lose where all their pairs cannot be one quantity.
_BARRED = 8.0
#: Stands for a score that was not worked out yet.
_UNASKED = float("inf")


def grouped(ordered: Sequence[Seen], ground: Ground, weights: Weights = WEIGHTS) -> list[Group]:
    """The quantities of numbers in the order of their days; groups and their members keep that order."""
    pairs = _Pairs(ordered, ground, weights)
    groups = _joined([[index] for index in range(len(ordered))], pairs.values, pairs.mean)
    groups = _joined(groups, pairs.matters, pairs.better_half)
    return [[ordered[index] for index in sorted(group)] for group in sorted(groups, key=min)]


class _Pairs:
    """Scores of pairs of numbers, each worked out once, and of groups."""

    def __init__(self, ordered: Sequence[Seen], ground: Ground, weights: Weights) -> None:
        self._ordered = ordered
        self._ground = ground
        self._weights = weights
        self._known: dict[int, float | None] = {}  # by both places as one number

    def score(self, one: int, two: int) -> float | None:
        """The log-odds that two numbers are one quantity; None where they cannot be."""
        key = one * len(self._ordered) + two if one < two else two * len(self._ordered) + one
        found = self._known.get(key, _UNASKED)
        if found is _UNASKED:
            left, right = self._ordered[min(one, two)], self._ordered[max(one, two)]
            may = not barred(left, right)
            found = self._known[key] = likeness(left, right, self._ground, self._weights) if may else None
        return found

    def mean(self, one: Members, two: Members) -> float:
        """The average score over the pairs of two groups, less what speaks for pairs that cannot be."""
        if len(one) == len(two) == 1:
            found = self.score(one[0], two[0])
            return -_BARRED if found is None else found
        scores, barred_share = self._scores(one, two)
        return _average(scores) - _BARRED * barred_share

    def better_half(self, one: Members, two: Members) -> float:
        """The average of the better half of the scores, less what speaks for pairs that cannot be."""
        scores, barred_share = self._scores(one, two)
        best = sorted(scores, reverse=True)[: (len(scores) + 1) // 2]
        return _average(best) - _BARRED * barred_share

    def _scores(self, one: Members, two: Members) -> tuple[list[float], float]:
        """The scores of the pairs that may be, and the share of those that cannot be."""
        stand = ends_of(two, _STAND)
        found = [self.score(left, right) for left in ends_of(one, _STAND) for right in stand]
        found += [self.score(left, right) for left, right in self._neighbours(one, two)]
        scores = [score for score in found if score is not None]
        return scores, 1 - len(scores) / len(found)

    def _neighbours(self, one: Members, two: Members) -> Iterator[tuple[int, int]]:
        """The further pairs of two groups that stand in one article: what one sentence tells apart stays apart."""
        if len(one) > len(two):
            one, two = two, one
        if not _STAND < len(two) <= _LOOKED_AT:
            return
        stand = {(left, right) for left in ends_of(one, _STAND) for right in ends_of(two, _STAND)}
        pages = [self._ordered[left].page for left in one]
        for right in two:
            page = self._ordered[right].page
            for left, other in zip(one, pages, strict=True):
                if other is page and (left, right) not in stand:
                    yield left, right

    def values(self, group: Members) -> Iterator[Hashable]:
        """What numbers must share to be compared as equal ones: an end."""
        return iter(self._ordered[group[0]].ends)

    def matters(self, group: Members) -> Iterator[Hashable]:
        """What groups of different numbers must share: what they count or what happens to it."""
        keys: dict[Hashable, None] = {}
        for one in (self._ordered[index] for index in ends_of(group, _STAND)):
            if one.head:
                keys[one.scale, one.head] = None
            keys |= dict.fromkeys(one.happens)
        return iter(keys)


def _average(scores: Sequence[float]) -> float:
    return sum(scores) / len(scores) if scores else 0.0


Score = Callable[[Members, Members], float]


def _joined(groups: list[Members], keys: Callable[[Members], Iterator[Hashable]], score: Score) -> list[Members]:
    """The groups with those made one whose score is over nought, the best pair first."""
    near: defaultdict[Hashable, list[int]] = defaultdict(list)
    met: list[tuple[float, int, int]] = []
    for index, group in enumerate(groups):
        others: dict[int, None] = {}
        for key in keys(group):
            others |= dict.fromkeys(near[key][-_MEET:])
            near[key].append(index)
        for other in sorted(others, reverse=True)[:_MEET]:
            found = score(groups[other], group)
            if found > 0:
                met.append((-found, other, index))
    return _merged(groups, sorted(met), score)


def _merged(groups: list[Members], met: Sequence[tuple[float, int, int]], score: Score) -> list[Members]:
    """The groups after the merges of `met`, as long as what they have become still speaks for each."""
    home = list(range(len(groups)))
    held = [list(group) for group in groups]
    parts = [[index] for index in range(len(groups))]
    for _, one, two in met:
        left, right = home[one], home[two]
        grown = len(parts[left]) + len(parts[right]) > 2
        if left == right or (grown and score(held[left], held[right]) <= 0):
            continue
        if len(held[left]) < len(held[right]):
            left, right = right, left
        held[left] += held[right]
        parts[left] += parts[right]
        for index in parts[right]:
            home[index] = left
        held[right] = []
    return [group for group in held if group]
