"""Which rulings take some members out of a group that edges hold together: splits across, joins of what is left.

A source is held together by proposals that were taken, an origin by its ties; often one member is the hub that
all others hang on. To take some members out, every edge that crosses is split; where that alone would leave the
rest (or those taken out) in pieces, the pieces are joined again: who takes one out says nothing of the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

Pair = tuple[str, str]


class Cut(NamedTuple):
    """The pairs to split and the pairs to join, each in order."""

    splits: tuple[Pair, ...]
    joins: tuple[Pair, ...]


def severed(members: Collection[str], taken: Collection[str], edges: Iterable[Pair]) -> Cut:
    """What takes `taken` out of `members`; empty where that is none or all of them. Linear in the edges."""
    out = sorted(set(taken) & set(members))
    rest = sorted(set(members) - set(taken))
    if not out or not rest:
        return Cut((), ())
    gone, kept = set(out), set(rest)
    crossing: dict[Pair, None] = {}
    inside: list[Pair] = []
    for left, right in edges:
        if {left, right} <= gone or {left, right} <= kept:
            inside.append((left, right))
        elif {left, right} <= gone | kept:
            crossing.setdefault(_ordered(left, right))
    if not crossing:
        crossing[_ordered(out[0], rest[0])] = None
    joins = [*_chained(rest, inside), *_chained(out, inside)]
    return Cut(tuple(sorted(crossing)), tuple(sorted(joins)))


def _ordered(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)


def _chained(members: Collection[str], edges: Iterable[Pair]) -> list[Pair]:
    """The joins that make one of the pieces in which `edges` leave the members."""
    parent = {one: one for one in members}

    def find(item: str) -> str:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for left, right in edges:
        if left in parent and right in parent:
            low, high = sorted((find(left), find(right)))
            parent[high] = low
    heads = sorted({find(one) for one in members})
    return [_ordered(heads[0], other) for other in heads[1:]]
