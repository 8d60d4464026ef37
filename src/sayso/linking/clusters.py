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
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import product

from sayso.linking.counted import Seen
from sayso.linking.likeness import Ground, barred, likeness

Group = list[Seen]

#: Numbers and groups that one is compared with, the nearest in time first.
_MEET = 12
#: Mentions of a group that stand for it in a comparison.
_STAND = 6
#: Members of a group among which neighbours in one article are looked for: in larger ones single pairs weigh
#: little.
_LOOKED_AT = 40
#: What the log-odds of two groups lose where all their pairs cannot be one quantity.
_BARRED = 8.0


def grouped(ordered: Sequence[Seen], ground: Ground) -> list[Group]:
    """The quantities of numbers in the order of their days; groups and their members keep that order."""
    place = {one.key: index for index, one in enumerate(ordered)}
    pair = _Pairs(ground)
    groups = _joined([[one] for one in ordered], _by_value, pair.mean)
    groups = _joined(groups, _by_matter, pair.better_half)
    for group in groups:
        group.sort(key=lambda one: place[one.key])
    return sorted(groups, key=lambda group: place[group[0].key])


class _Pairs:
    """Scores of pairs, each worked out once."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._known: dict[tuple[Seen, Seen], float | None] = {}  # two numbers always in one order

    def score(self, one: Seen, two: Seen) -> float | None:
        """The log-odds that two numbers are one quantity; None where they cannot be."""
        key = (one, two) if one.key <= two.key else (two, one)
        if key not in self._known:
            self._known[key] = None if barred(one, two) else likeness(one, two, self._ground)
        return self._known[key]

    def mean(self, one: Group, two: Group) -> float:
        """The average score over the pairs of two groups, less what speaks for pairs that cannot be."""
        scores, barred_share = self._scores(one, two)
        return _average(scores) - _BARRED * barred_share

    def better_half(self, one: Group, two: Group) -> float:
        """The average of the better half of the scores, less what speaks for pairs that cannot be."""
        scores, barred_share = self._scores(one, two)
        best = sorted(scores, reverse=True)[: (len(scores) + 1) // 2]
        return _average(best) - _BARRED * barred_share

    def _scores(self, one: Group, two: Group) -> tuple[list[float], float]:
        """The scores of the pairs that may be, and the share of those that cannot be."""
        pairs = dict.fromkeys((*product(_stand(one), _stand(two)), *_neighbours(one, two)))
        found = [self.score(left, right) for left, right in pairs]
        scores = [score for score in found if score is not None]
        return scores, 1 - len(scores) / len(found)


def _average(scores: Sequence[float]) -> float:
    return sum(scores) / len(scores) if scores else 0.0


def _neighbours(one: Group, two: Group) -> Iterator[tuple[Seen, Seen]]:
    """The pairs of two groups that stand in one article: what one sentence tells apart stays apart."""
    if len(one) > len(two):
        one, two = two, one
    if not _STAND < len(two) <= _LOOKED_AT:
        return
    beside = {left.page.article.id for left in one}
    for right in two:
        if right.page.article.id in beside:
            yield from ((left, right) for left in one if left.page is right.page)


def _stand(group: Group) -> Group:
    """At most _STAND members of a group: its first and its last ones."""
    return group if len(group) <= _STAND else [*group[: _STAND // 2], *group[-_STAND // 2 :]]


def _by_value(group: Group) -> Iterator[Hashable]:
    return iter(group[0].ends)


def _by_matter(group: Group) -> Iterator[Hashable]:
    """What groups of different numbers must share to be compared: what they count or what happens to it."""
    keys: dict[Hashable, None] = {}
    for one in _stand(group):
        if one.head:
            keys[one.scale, one.head] = None
        keys |= dict.fromkeys(one.happens)
    return iter(keys)


def _joined(
    groups: list[Group],
    keys: Callable[[Group], Iterable[Hashable]],
    score: Callable[[Group, Group], float],
) -> list[Group]:
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


def _merged(
    groups: list[Group],
    met: Sequence[tuple[float, int, int]],
    score: Callable[[Group, Group], float],
) -> list[Group]:
    home = list(range(len(groups)))
    held = [list(group) for group in groups]
    members = [[index] for index in range(len(groups))]
    for _, one, two in met:
        left, right = home[one], home[two]
        if left == right:
            continue
        whole = score(held[left], held[right])
        if whole <= 0:
            continue
        if len(held[left]) < len(held[right]):
            left, right = right, left
        held[left] += held[right]
        members[left] += members[right]
        for index in members[right]:
            home[index] = left
        held[right] = []
    return [group for group in held if group]
