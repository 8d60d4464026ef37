"""What of one reading is what of another: statements by their ids and places, groups by what they hold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.changes import Regrouped, Utterance

#: The share of the longer of two statements' first pieces that both must hold to be the same words read otherwise.
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Kin:
    """Groups of one reading and of another that hold something in common, by ids in order."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def change(self) -> Regrouped:
        """What became of them."""
        sizes = (min(len(self.before), 2), min(len(self.after), 2))
        named: dict[tuple[int, int], Regrouped] = {
            (1, 1): "kept",
            (2, 1): "merged",
            (1, 2): "split",
            (2, 2): "regrouped",
        }
        return named.get(sizes, "gone" if self.before else "new")


def kin(before: Mapping[str, Iterable[str]], after: Mapping[str, Iterable[str]]) -> tuple[Kin, ...]:
    """The groups (id -> what it holds) of two readings that are tied by what they hold, or by their id."""
    parent: dict[tuple[str, str], tuple[str, str]] = {}

    def head(node: tuple[str, str]) -> tuple[str, str]:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for side, groups in (("before", before), ("after", after)):
        for key, held in groups.items():
            for tie in (("id", key), *(("held", one) for one in held)):
                left, right = sorted((head((side, key)), head(tie)))
                parent[right] = left
    found: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for place, (side, groups) in enumerate((("before", before), ("after", after))):
        for key in groups:
            found.setdefault(head((side, key)), ([], []))[place].append(key)
    return tuple(sorted((Kin(tuple(sorted(b)), tuple(sorted(a))) for b, a in found.values()), key=_order))


def _order(one: Kin) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return one.after, one.before


def reread(before: Sequence[Utterance], after: Sequence[Utterance]) -> dict[str, str]:
    """For statements of `before` that `after` has not by id: the one that reads most of the same words, by id."""
    kept = {one.id for one in before} & {one.id for one in after}
    free: dict[str, list[Utterance]] = {}
    for one in after:
        if one.id not in kept and one.content:
            free.setdefault(one.article, []).append(one)
    starts = {}
    for article, group in free.items():
        group.sort(key=lambda one: (one.content[0].start, one.id))
        starts[article] = [one.content[0].start for one in group]
    pairs: list[tuple[float, str, str]] = []
    for one in before:
        if one.id not in kept and one.content and one.article in free:
            group, at = free[one.article], bisect_right(starts[one.article], one.content[0].end)
            pairs += [
                (share, one.id, other.id)
                for other in group[max(at - 12, 0) : at]
                if (share := _shared(one, other)) >= _SAME
            ]
    left, right, found = set[str](), set[str](), dict[str, str]()
    for _, one_id, other_id in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if one_id not in left and other_id not in right:
            found[one_id] = other_id
            left.add(one_id)
            right.add(other_id)
    return found


def _shared(one: Utterance, other: Utterance) -> float:
    """The share of the longer first piece that both hold."""
    first, second = one.content[0], other.content[0]
    common = min(first.end, second.end) - max(first.start, second.start)
    return common / max(first.end - first.start, second.end - second.start, 1)
