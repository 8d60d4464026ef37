"""Circles: outlets that give each other, in turn, as the ground of one matter.

A cites B, B cites C, C cites A: three reports, no ground. Each statement that rests on another outlet's report
is an edge from its own outlet to that one. Edges are kept where some other edge is of the same matter, and of
those kept only the ones that lie on a cycle. Two outlets that cite each other on two matters are no circle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.linking.joins import Join
from sayso.linking.roots import Placed, Register

#: More outlets on cycles than this are not looked into: that is no circle but a trade.
_MOST = 300

#: Statements compared with one statement.
_PAIRS = 200


def circles(items: Sequence[Placed], known: Register) -> Iterator[Join]:
    """Statements whose outlets rest on each other in a circle, joined to the first of their circle."""
    edges = [(own, item.root.source, item) for item in items if (own := _outlet(item, known)) and item.root.source]
    turning = _turning(edges)
    paired = [edge for edge in turning if _has_partner(edge, turning)]
    pages = {edge[2].page.article.id for edge in paired}
    kept = _turning([edge for edge in turning if edge[2].page.article.id in pages])
    for group in _rounds(kept):
        names = sorted({edge[2].page.article.outlet or "" for edge in group})
        ground = f"{', '.join(names[:-1])} and {names[-1]} give each other as their ground"
        first = group[0][2]
        for _, _, item in group[1:]:
            left, right = sorted((first, item), key=lambda one: one.id)
            yield Join(left.id, right.id, 0.9, ground, (left.ref, right.ref), "circle")


_Edge = tuple[str, str, Placed]


def _outlet(item: Placed, known: Register) -> str | None:
    """The key of the outlet that prints a statement resting on another outlet's report; None for any other."""
    if item.root.kind != "report" or not item.page.article.outlet:
        return None
    own = known.outlet(item.page.article.outlet)
    return own if own != item.root.source else None


def _has_partner(edge: _Edge, among: Sequence[_Edge]) -> bool:
    """Whether a statement of another outlet is of the same matter, or both bear on the question."""
    others = [other for other in among if other[0] != edge[0]][:_PAIRS]
    return any((edge[2].bears and other[2].bears) or same_matter(edge[2], other[2]) for other in others)


def same_matter(one: Placed, two: Placed) -> bool:
    """Whether two statements are of one matter: a common amount, or three words of matter."""
    return bool(one.values & two.values) or len(one.stems & two.stems) >= 3


def _turning(edges: Sequence[_Edge]) -> list[_Edge]:
    """The edges from whose end their beginning can be reached."""
    reach = _reach({(own, other) for own, other, _ in edges})
    return [edge for edge in edges if edge[0] in reach.get(edge[1], ())]


def _rounds(edges: Iterable[_Edge]) -> Iterator[list[_Edge]]:
    """The edges by circle: those whose outlets reach each other."""
    held = list(edges)
    reach = _reach({(own, other) for own, other, _ in held})
    groups: dict[str, list[_Edge]] = defaultdict(list)
    for edge in held:
        groups[min(node for node in reach[edge[0]] if edge[0] in reach.get(node, ()))].append(edge)
    yield from (groups[key] for key in sorted(groups))


def _reach(pairs: set[tuple[str, str]]) -> Mapping[str, set[str]]:
    """For each outlet on or between cycles, the outlets that can be reached from it."""
    kept = pairs
    while True:
        begins, ends = {one for one, _ in kept}, {two for _, two in kept}
        fewer = {(one, two) for one, two in kept if one in ends and two in begins}
        if len(fewer) == len(kept):
            break
        kept = fewer
    after: dict[str, set[str]] = defaultdict(set)
    for one, two in kept:
        after[one].add(two)
    return {node: _from(node, after) for node in after} if len(after) <= _MOST else {}


def _from(node: str, after: Mapping[str, set[str]]) -> set[str]:
    """All that can be reached from an outlet in one step or more."""
    seen: set[str] = set()
    left = list(after[node])
    while left:
        step = left.pop()
        if step not in seen:
            seen.add(step)
            left.extend(after.get(step, ()))
    return seen
