"""Pairs of sources that may be one: edges between two sources of the case, told once however many there are.

An edge joins two sources as their articles name them, and a ruling is made on one edge; but a person asks whether
this source of the case is that one. So all edges between two sources of the case are one pair, and the surest of
them stands for it: what is ruled on it holds for both groups, since nothing that is split ends in one group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.app.desk.ledger import Ledger
from sayso.model.keeping import Entry
from sayso.model.sources import Merge, Source


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sources that may be one; `id` is the target of a ruling, `ids` those of all edges between the two.

    `left` and `right` are sources of the case, the same one where the edge was taken. `names` are those that the
    two have in their articles. `ruled` is what a person had decided as of the last update.
    """

    id: str
    left: Source
    right: Source
    names: tuple[str, str]
    score: float
    reasons: tuple[str, ...]
    ids: tuple[str, ...]
    ruled: str | None

    @property
    def one(self) -> bool:
        """Whether both are one source as of the last update."""
        return self.left.id == self.right.id


def pairs(
    merges: Sequence[Merge], sources: Mapping[str, Source], names: Mapping[str, str]
) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """The pairs that are two sources of the case, the surest first, and those that were made one by a person."""
    apart: dict[tuple[str, str], list[Merge]] = defaultdict(list)
    joined: list[Pair] = []
    for one in merges:
        if one.left not in sources or one.right not in sources:
            continue
        left, right = sources[one.left], sources[one.right]
        if left.id != right.id:
            apart[min(left.id, right.id), max(left.id, right.id)].append(one)
        elif one.ruling == "merge":
            joined.append(_pair([one], sources, names))
    found = (_pair(edges, sources, names) for edges in apart.values())
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.id))), tuple(joined)


def _pair(edges: Sequence[Merge], sources: Mapping[str, Source], names: Mapping[str, str]) -> Pair:
    best = min(edges, key=lambda one: (-one.score, one.left, one.right))
    left, right = sources[best.left], sources[best.right]
    reasons = dict.fromkeys(why for one in [best, *edges] for why in one.reasons)
    return Pair(
        id=f"{best.left}+{best.right}",
        left=left,
        right=right,
        names=(names.get(best.left, left.name), names.get(best.right, right.name)),
        score=best.score,
        reasons=tuple(reasons),
        ids=tuple(f"{one.left}+{one.right}" for one in edges),
        ruled=next((one.ruling for one in edges if one.ruling), None),
    )


def verdict(pair: Pair, known: Ledger) -> Entry | None:
    """The ruling that stands on a pair now, None while it is open; the last one of all its edges."""
    found = (known.last(id_, "identity") for id_ in pair.ids)
    return max((one for one in found if one), key=lambda one: one.number, default=None)


def waiting(found: Iterable[Pair], known: Ledger) -> list[Pair]:
    """The pairs on which nobody has ruled, in their order."""
    return [pair for pair in found if verdict(pair, known) is None]
