"""Groups made of joins that can be undone: what may belong together, why, and what a person keeps apart.

A join is an edge with a reason. Groups are computed from the edges each time and never stored, so leaving an
edge out, or a ruling that keeps two things apart, restores what there was before. Edges are taken strongest
first and by id, so the order in which they were found changes nothing; an edge that would bring two things into
one group which a person has split is passed over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.model.span import Ref


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


def _find(parent: dict[str, str], item: str) -> str:
    """The representative of `item`; the path to it is made shorter on the way."""
    root = item
    while parent[root] != root:
        root = parent[root]
    while parent[item] != root:
        parent[item], item = root, parent[item]
    return root


def _apart(foes: dict[str, set[str]], parent: dict[str, str], left: str, right: str) -> bool:
    """Whether a person has split something in the group of `left` from something in the group of `right`."""
    small, other = sorted((left, right), key=lambda root: len(foes.get(root, ())))
    return any(_find(parent, foe) == other for foe in foes.get(small, ()))


def grouped(
    ids: Iterable[str],
    joins: Iterable[Join],
    split: Iterable[tuple[str, str]] = (),
    *,
    told_apart: Mapping[str, tuple[str, int]] | None = None,
) -> Groups:
    """The groups that `joins` make of `ids`, none holding both ends of a pair of `split`.

    Joins that name an unknown id are passed over. `told_apart` gives (kind, number) of an id: a join with `firm`
    unset never brings two numbers of one kind into a group. Work grows with the number of ids and joins (n log n).
    """
    numbers = {item: dict((mark,)) for item, mark in (told_apart or {}).items()}
    parent = {item: item for item in sorted(set(ids))}
    size = dict.fromkeys(parent, 1)
    foes: dict[str, set[str]] = defaultdict(set)
    for left, right in split:
        if left in parent and right in parent:
            foes[left].add(right)
            foes[right].add(left)
    used: list[Join] = []
    for join in sorted(joins, key=lambda edge: (-edge.score, edge.left, edge.right, edge.why)):
        if join.left not in parent or join.right not in parent:
            continue
        left, right = _find(parent, join.left), _find(parent, join.right)
        if left == right or _apart(foes, parent, left, right):
            continue
        if not join.firm and _differ(numbers.get(left, {}), numbers.get(right, {})):
            continue
        big, small = (left, right) if size[left] >= size[right] else (right, left)
        numbers[big] = _united(numbers.get(big, {}), numbers.pop(small, {}))
        parent[small] = big
        size[big] += size[small]
        foes[big] |= foes.pop(small, set())
        used.append(join)
    return _collected(parent, used)


def _differ(one: Mapping[str, int], two: Mapping[str, int]) -> bool:
    """Whether two groups have different numbers of one kind."""
    small, large = sorted((one, two), key=len)
    return any(large.get(kind, number) != number for kind, number in small.items())


def _united(one: dict[str, int], two: dict[str, int]) -> dict[str, int]:
    """The numbers of two groups together, the smaller written into the larger."""
    small, large = sorted((one, two), key=len)
    large.update(small)
    return large


def _collected(parent: dict[str, str], used: Iterable[Join]) -> Groups:
    """The finished groups, ordered by their first member."""
    members: dict[str, list[str]] = defaultdict(list)
    for item in parent:
        members[_find(parent, item)].append(item)
    made: dict[str, list[Join]] = defaultdict(list)
    for join in used:
        made[_find(parent, join.left)].append(join)
    order = sorted(members, key=lambda root: members[root][0])
    return Groups(
        members=tuple(tuple(members[root]) for root in order),
        joins=tuple(tuple(made[root]) for root in order),
    )
