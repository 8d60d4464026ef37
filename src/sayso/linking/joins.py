"""Groups made of joins that can be undone: what may belong together, why, and what a person keeps apart.

A join is an edge with a reason. Groups are computed from the edges each time and never stored, so leaving an
edge out, or a ruling that keeps two things apart, restores what there was before. Edges are taken strongest
first and by id, so the order in which they were found changes nothing; an edge that would bring two things into
one group which a person has split is passed over.

Some edges are weak: what is told again in other words, what goes on with it, a description that fits. One of them
is enough for what has no ground of its own, and nothing else can be traced by. Two groups that both have a ground
(different mouths, a paper and a talk, nameless people who spoke to two outlets) are another matter: that they share
a number is what one expects of two witnesses of one event. They are brought together only if most points of the
smaller one are told again in the other, and never against the days that texts tell. Points are counted as wordings:
ten reprints of a sentence are one point.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final, TypeVar

from sayso.model.span import Ref
from sayso.model.times import Interval

#: A number or a day, in words.
Mark = str

T = TypeVar("T")

#: Routes of weak joins.
WEAK: Final = frozenset({"relayed", "reworded", "role", "heading", "goes on"})

#: Points up to which a group without a ground follows a single weak join; the least share of the smaller group's
#: points that others need, and that share with grounds on both sides; rounds in which what was put off is looked at
#: again. Read off 90 pairs of groups of evals/origins/dev and one generator.
_FEW: Final = 2
_PART: Final = 0.34
_MOST: Final = 0.5
_ROUNDS: Final = 4
#: Groups that share two numbers or days are one where that is so much of the smaller; those that share more, _MOST.
#: What so many groups tell says nothing. The strength of such a join.
_NEARLY: Final = 0.8
_RARE: Final = 12
_WHOLE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Join:
    """One edge between two ids, with its strength in [0, 1], its ground in words, and its places.

    `firm` edges join also what is told apart otherwise.
    """

    left: str
    right: str
    score: float
    why: str
    refs: tuple[Ref, ...] = ()
    route: str = ""
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of a set of ids: `members` per group in id order, and the joins that made each."""

    members: tuple[tuple[str, ...], ...]
    joins: tuple[tuple[Join, ...], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What an id stands on: whether it has a ground of its own, and the days that texts tell for it.

    `point` is its wording, the same for copies; `marks` are the numbers and days that it tells. `name` is the
    key of whom the text names, None for what anybody's may be.
    """

    grounded: bool = False
    told: Interval | None = None
    point: str = ""
    marks: frozenset[Mark] = frozenset()
    name: str | None = None
    ref: Ref | None = None


class _Forest:
    """Groups that grow together, and what is known of each by its representative."""

    def __init__(
        self, ids: Iterable[str], split: Iterable[tuple[str, str]], numbers: Mapping[str, tuple[str, int]],
        standing: Mapping[str, Standing],
    ) -> None:  # fmt: skip
        """Each id alone."""
        self.parent = {item: item for item in sorted(set(ids))}
        self.used: list[Join] = []
        self._size = dict.fromkeys(self.parent, 1)
        self._numbers = {item: dict((mark,)) for item, mark in numbers.items()}
        self._foes: dict[str, set[str]] = defaultdict(set)
        stands = {item: standing.get(item, Standing()) for item in self.parent}
        self.points = {item: {stand.point or item} for item, stand in stands.items()}
        self.marks = {item: set(stand.marks) for item, stand in stands.items()}
        self.names = {item: {stand.name} for item, stand in stands.items() if stand.name}
        self.ref = {item: stand.ref for item, stand in stands.items() if stand.ref}
        self.grounded = {item for item, stand in stands.items() if stand.grounded}
        self._told = {item: stand.told for item, stand in stands.items() if stand.told}
        for left, right in split:
            if left in self.parent and right in self.parent:
                self._foes[left].add(right)
                self._foes[right].add(left)

    def find(self, item: str) -> str:
        """The representative of `item`; the path to it is made shorter on the way."""
        root = item
        while self.parent[root] != root:
            root = self.parent[root]
        while self.parent[item] != root:
            self.parent[item], item = root, self.parent[item]
        return root

    def may(self, join: Join, left: str, right: str) -> bool:
        """Whether the groups of two representatives may become one: nobody split them or told them apart."""
        small, other = sorted((left, right), key=lambda root: len(self._foes.get(root, ())))
        if any(self.find(foe) == other for foe in self._foes.get(small, ())):
            return False
        return join.firm or not _differ(self._numbers.get(left, {}), self._numbers.get(right, {}))

    def days_meet(self, left: str, right: str) -> bool:
        """Whether the days told for two groups meet, or are not told for both."""
        one, two = self._told.get(left), self._told.get(right)
        return one is None or two is None or one.overlaps(two)

    def unite(self, join: Join, left: str, right: str) -> None:
        """Make one group of two, by a join."""
        big, small = (left, right) if self._size[left] >= self._size[right] else (right, left)
        self._numbers[big] = _united(self._numbers.get(big, {}), self._numbers.pop(small, {}))
        self.parent[small] = big
        self._size[big] += self._size[small]
        self._foes[big] |= self._foes.pop(small, set())
        for held in (self.points, self.marks):
            fewer, more = sorted((held.pop(small), held[big]), key=len)
            more |= fewer
            held[big] = more
        if small in self.names:
            self.names.setdefault(big, set()).update(self.names.pop(small))
        if small in self.grounded:
            self.grounded.add(big)
        if big not in self._told and small in self._told:
            self._told[big] = self._told[small]
        self.used.append(join)


def grouped(
    ids: Iterable[str],
    joins: Iterable[Join],
    split: Iterable[tuple[str, str]] = (),
    *,
    told_apart: Mapping[str, tuple[str, int]] | None = None,
    standing: Mapping[str, Standing] | None = None,
) -> Groups:
    """The groups that `joins` make of `ids`, none holding both ends of a pair of `split`.

    Joins that name an unknown id are passed over. `told_apart` gives (kind, number) of an id: a join with `firm`
    unset never brings two numbers of one kind into a group. Where `standing` is given, weak joins are held to it.
    Work grows with the number of ids and joins (n log n).
    """
    forest = _Forest(ids, split, told_apart or {}, standing or {})
    known = [join for join in joins if join.left in forest.parent and join.right in forest.parent]
    known.sort(key=lambda edge: (-edge.score, edge.left, edge.right, edge.why))
    later: list[Join] = []
    for join in known:
        left, right = forest.find(join.left), forest.find(join.right)
        if left == right or not forest.may(join, left, right):
            continue
        if standing is not None and join.route in WEAK and not _attaches(forest, left, right):
            later.append(join)
        else:
            forest.unite(join, left, right)
    for _ in range(_ROUNDS):
        later = [join for join in later if forest.find(join.left) != forest.find(join.right)]
        if not _put_together(forest, later) and not (standing and _told_whole(forest)):
            break
    return _collected(forest.parent, forest.used, forest.find)


def _attaches(forest: _Forest, left: str, right: str) -> bool:
    """Whether a single weak join is enough for two groups: one of them has no ground and few points."""
    return any(one not in forest.grounded and len(forest.points[one]) <= _FEW for one in (left, right))


def _put_together(forest: _Forest, later: Sequence[Join]) -> bool:
    """Unite the groups that many weak joins hold together, the best borne first; whether there were any."""
    met: dict[tuple[str, str], list[Join]] = defaultdict(list)
    for join in later:
        left, right = forest.find(join.left), forest.find(join.right)
        met[min(left, right), max(left, right)].append(join)
    borne = sorted((-_share(forest, pair), pair) for pair in met)
    changed = False
    for share, pair in borne:
        best = met[pair][0]
        left, right = forest.find(pair[0]), forest.find(pair[1])
        if not share or {left, right} != set(pair) or not forest.may(best, left, right):
            continue
        forest.unite(best, left, right)
        changed = True
    return changed


def _share(forest: _Forest, pair: tuple[str, str]) -> float:
    """The share of the smaller group's points that the larger tells again; 0 where that is too little.

    A point with numbers or days is told again where one of them is. Points without any are told again where that is
    what the join itself rests on, so they speak for two small groups only.
    """
    fewer, more = sorted(pair, key=lambda root: (len(forest.points[root]), root))
    both_grounded = fewer in forest.grounded and more in forest.grounded
    if both_grounded and not forest.days_meet(fewer, more):
        return 0.0
    here, there = forest.marks[fewer], forest.marks[more]
    if not here:
        return _PART if len(forest.points[fewer]) <= _FEW else 0.0
    share = len(here & there) / len(here)
    return share if share >= (_MOST if both_grounded else _PART) else 0.0


def _told_whole(forest: _Forest) -> bool:
    """Unite the groups of which one tells again most of what the other tells; whether there were any.

    At most one of the two may be named, and the days told for both must meet.
    """
    homes: dict[Mark, list[str]] = defaultdict(list)
    size = {root: len(forest.marks[root]) for root in sorted(forest.marks)}
    for root in size:
        for mark in forest.marks[root]:
            homes[mark].append(root)
    met: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    for mark in sorted(homes):
        if len(homes[mark]) <= _RARE:
            for pair in combinations(homes[mark], 2):
                met[pair].append(mark)
    borne = [(len(held) / min(size[one] for one in pair), pair) for pair, held in met.items() if len(held) > 1]
    changed = False
    for share, pair in sorted(borne, key=lambda one: (-one[0], one[1])):
        held = met[pair]
        join = Join(*pair, _WHOLE, f"tells most of it again: {', '.join(held)}", (), "reworded")
        left, right = forest.find(pair[0]), forest.find(pair[1])
        if {left, right} != set(pair) or share < (_NEARLY if len(held) == _FEW else _MOST):
            continue
        if (left in forest.names and right in forest.names) or not forest.days_meet(left, right):
            continue
        if forest.may(join, left, right):
            forest.unite(
                replace(join, refs=tuple(forest.ref[one] for one in pair if one in forest.ref)), left, right
            )
            changed = True
    return changed


def _differ(one: Mapping[str, int], two: Mapping[str, int]) -> bool:
    """Whether two groups have different numbers of one kind."""
    small, large = sorted((one, two), key=len)
    return any(large.get(kind, number) != number for kind, number in small.items())


def _united(one: dict[str, int], two: dict[str, int]) -> dict[str, int]:
    """The numbers of two groups together, the smaller written into the larger."""
    small, large = sorted((one, two), key=len)
    large.update(small)
    return large


def _collected(parent: Iterable[str], used: Iterable[Join], find: Callable[[str], str]) -> Groups:
    """The finished groups, ordered by their first member."""
    members: dict[str, list[str]] = defaultdict(list)
    for item in parent:
        members[find(item)].append(item)
    made: dict[str, list[Join]] = defaultdict(list)
    for join in used:
        made[find(join.left)].append(join)
    order = sorted(members, key=lambda root: members[root][0])
    return Groups(
        members=tuple(tuple(members[root]) for root in order),
        joins=tuple(tuple(made[root]) for root in order),
    )


def ends_of(group: Sequence[T], most: int) -> Sequence[T]:
    """A group, or `most` of a larger one that stand for it: half of them its first, half its last."""
    return group if len(group) <= most else [*group[: most // 2], *group[-most // 2 :]]
