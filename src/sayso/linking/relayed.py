"""Relays told in other words: sentences that give the same points as an earlier article's, in its order.

Theory. A translated or reworded article keeps hardly a sentence's words, so no likeness of words finds it; it keeps
what is told, one point after the other. So a sentence is laid beside those of other articles that share a rare
mark with it (linking/points.py), and two things count: what the two share, each mark by its rarity, and what the
sentences next to them share, in the same order. One number of three figures that nobody else gives is nearly
enough; "seven weeks" is not, unless the sentence before it has the 900 million of the one before, too.

    alike     the weight of the marks that both have; `share` is that of the lighter point's whole weight
    support   what their neighbours share in the same order, up to REACH points away

Precision first. A sentence that names its ground is left to its root (linking/reports.py): two bodies that say the
same are two. So is one that gives other numbers than the other, one that names another body, one that goes on with
what somebody said, and one that takes something back. Two words shared are a commonplace. What a cited outlet's
article has is asked for less, since the citing article says itself where it has it from. Every point meets a
bounded number of others, so the work is linear.

The bounds were set by hand on 2,200 pairs of evals/origins/dev, ordered by alike and support and read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.lang.en.relaying import NO_ANSWER, NOTICE, UNDOING
from sayso.linking.continued import continued
from sayso.linking.copies import published
from sayso.linking.joins import Join, grouped
from sayso.linking.points import Point, Weights, before, is_word, points, weighed
from sayso.linking.roots import Placed, Register
from sayso.linking.traces import copied
from sayso.model.article import HEADS
from sayso.model.origins import Copy

#: Points on each side that support a pair, and pairs looked at for it.
REACH: Final = 6
_NEIGHBOURS = 14

#: The least weight of a pair that supports another, and the most that all of them count.
_SUPPORTS, _MOST = 0.8, 3.0

#: What numbers and times must weigh to tell anything.
_TELLING: Final = 0.8

#: Pairs kept of one point.
_PAIRS = 12

_NAMELESS: Final = re.compile(r"(?:an?|the|its|their|his|her|one|two|some|several|many|this)\b", re.IGNORECASE)
_IDLE: Final = re.compile(f"{NO_ANSWER}|{NOTICE}", re.IGNORECASE | re.MULTILINE)
_UNDOING: Final = re.compile(UNDOING, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two points that may be one told twice: the weight of what they share, its share of the lighter, the marks.

    `measure` is what of that weight numbers and times have.
    """

    left: Point
    right: Point
    alike: float
    share: float
    marks: frozenset[str]
    measure: float = 0.0

    @property
    def words(self) -> int:
        """How many words both have."""
        return sum(map(is_word, self.marks))

    @property
    def measured(self) -> bool:
        """Whether both have a number or a time that tells."""
        return self.measure >= _TELLING


def relayed(items: Sequence[Placed], known: Register, settled: frozenset[str] = frozenset()) -> Iterator[Join]:
    """Joins of what names no speaker with what it relays; route "relayed". `items` are in page order.

    Statements whose ids are in `settled` have their place already: others may relay them.
    """
    best: dict[str, tuple[float, int, Join]] = {}
    for pair, support in _candidates(items, known):
        weight = min(_MOST, sum(other.alike for other in support))
        if not _enough(pair, weight, known):
            continue
        for end, other in _ends(pair, settled):
            rank = (round(pair.alike + weight / 2, 6), _GROUND[other.root.kind])
            if end not in best or rank > best[end][:2]:
                best[end] = (*rank, _join(pair, support))
    yield from dict.fromkeys(join for _, _, join in best.values())


_GROUND: Final[Mapping[str, int]] = {"who": 3, "unnamed": 2, "report": 1, "own": 0}


def _candidates(items: Sequence[Placed], known: Register) -> Iterator[tuple[Pair, list[Pair]]]:
    """Pairs that may be one told twice, each with those near it that stand in the same order."""
    found = [point for point in points(items) if not _IDLE.search(_text(point.item))]
    weights = weighed(found)
    pairs: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for point, others in before(found, weights):
        near = [pair for other in others if (pair := _pair(other, point, weights)) and pair.alike >= _SUPPORTS / 2]
        for pair in sorted(near, key=lambda one: (-one.alike, one.left.page, one.left.place))[:_PAIRS]:
            if not _clash(pair):
                pairs[pair.left.page, pair.right.page].append(pair)
    for between in pairs.values():
        ordered = sorted(between, key=lambda one: (one.right.place, one.left.place))
        for index, pair in enumerate(ordered):
            if _may(pair, known):
                yield pair, _support(pair, ordered[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS])


def _pair(left: Point, right: Point, weights: Weights) -> Pair | None:
    """Two points laid side by side; None where nothing rare is shared."""
    marks = left.marks & right.marks
    alike = weights.sum(marks)
    lighter = min(weights.sum(left.marks), weights.sum(right.marks))
    if not lighter or not alike:
        return None
    return Pair(left, right, alike, alike / lighter, marks, alike - weights.sum(filter(is_word, marks)))


def _support(pair: Pair, near: Iterable[Pair]) -> list[Pair]:
    """The pairs near one that stand in the same order, one for each point, the heaviest."""
    kept: dict[int, Pair] = {}
    for other in near:
        here, there = other.right.place - pair.right.place, other.left.place - pair.left.place
        ordered = here * there > 0 and abs(here) <= REACH and abs(there) <= REACH
        told = other.alike >= _SUPPORTS and (len(other.marks) > 1 or other.measured)
        if ordered and told and pair.left.page != pair.right.page:
            kept[here] = max(kept.get(here, other), other, key=lambda one: one.alike)
    return [kept[place] for place in sorted(kept)]


def _clash(pair: Pair) -> bool:
    """Whether both give numbers and none in common, or days, or spans of time."""
    return any(
        any(mark[0] == kind for mark in pair.left.marks)
        and any(mark[0] == kind for mark in pair.right.marks)
        and not any(mark[0] == kind for mark in pair.marks)
        for kind in "#@~"
    )


def _loose(item: Placed) -> bool:
    """Whether a statement's ground is not named: its own words, an outlet's report, somebody or "the experts"."""
    if item.root.kind != "who":
        return not item.root.paper
    words = item.root.name
    return not item.root.paper and (words[:1].islower() or bool(_NAMELESS.match(words) and words[4:5].islower()))


def _ends(pair: Pair, settled: frozenset[str]) -> Iterator[tuple[str, Placed]]:
    """The ids of those of the two that may get their origin from the other, and that other."""
    left, right = pair.left.item, pair.right.item
    if _loose(right) and right.id not in settled:
        yield right.id, left
    elif _loose(left) and left.id not in settled and _together(left, right):
        yield left.id, right


def _together(left: Placed, right: Placed) -> bool:
    """Whether it is not known which of two came out first, or they stand in one article."""
    return left.page is right.page or published(left.page).overlaps(published(right.page))


def _may(pair: Pair, known: Register) -> bool:
    """Whether one may be the other told again: no two grounds named, no other body named, nothing taken back."""
    left, right = pair.left.item, pair.right.item
    if left.root.key == right.root.key or not (_loose(left) or _loose(right)):
        return False
    if left.page is right.page:
        mixed = (left.root.kind == "own") != (right.root.kind == "own")
        return mixed and not {left.statement.block, right.statement.block} & HEADS and not _overlap(left, right)
    kinds = {left.root.kind, right.root.kind}
    if kinds == {"own"} and left.page.article.outlet == right.page.article.outlet:
        return False
    return not _UNDOING.search(_text(right)) and _no_other(left, right, known) and _no_other(right, left, known)


def _overlap(one: Placed, two: Placed) -> bool:
    return any(a.overlaps(b) for a in one.statement.content for b in two.statement.content)


def _no_other(one: Placed, two: Placed, known: Register) -> bool:
    """Whether what an article says in its own words names no body that speaks itself and that the other has not."""
    if one.root.kind != "own":
        return True
    named = known.named_in(_text(one))
    elsewhere = named is None or named not in known.sources or named in known.outlets
    return elsewhere or named == two.root.source or known.named_in(_text(two)) == named


def _text(item: Placed) -> str:
    return item.statement.words(item.page.article.text)[:400]


def _enough(pair: Pair, support: float, known: Register) -> bool:
    """Whether what two points share, with what stands next to them, makes one the other told again."""
    left, right = pair.left.item, pair.right.item
    if left.page is right.page:
        return pair.share >= 0.6 and pair.alike >= 1.5 and (pair.words > 2 or pair.measured)
    bare = left.root.kind == right.root.kind == "own"
    if _cites(left, right, known) or _cites(right, left, known):
        support, bare = support + 1.0, False
    elif "own" not in {left.root.kind, right.root.kind} and not (
        pair.measure >= 1.6 or (pair.measured and support >= 1.5)
    ):
        return False
    if pair.measured and len(pair.marks) > 1:
        strong = pair.share >= (0.55 if bare else 0.45) or pair.alike >= 2.2
        return pair.alike >= 1.2 and pair.share >= 0.2 and (strong or support >= 1.0)
    if pair.measured:
        return pair.alike >= 1.0 and pair.share >= 0.18 and support >= 1.5
    if pair.words > 2:
        strong = pair.share >= (0.8 if bare else 0.6)
        return pair.alike >= 1.5 and (strong or (pair.share >= 0.3 and support >= 1.5))
    return pair.words > 1 and pair.alike >= 1.5 and pair.share >= 0.62 and support >= 1.0


def _cites(one: Placed, two: Placed, known: Register) -> bool:
    """Whether one rests on the report of the outlet in which the other stands."""
    return one.root.kind == "report" and one.root.source == known.outlet(two.page.article.outlet)


def _join(pair: Pair, support: Sequence[Pair]) -> Join:
    """The join with its ground: what both have, and what stands next to it in both."""
    why = f"tells the same again: {', '.join(_shown(pair))}"
    more = dict.fromkeys(word for other in support for word in _shown(other)[:2])
    if more:
        why += f"; next to it, in the same order: {', '.join(more)}"
    left, right = sorted((pair.left.item, pair.right.item), key=lambda one: one.id)
    return Join(
        left.id, right.id, round(min(0.79, 0.5 + pair.alike / 20), 4), why, (left.ref, right.ref), "relayed"
    )


def _shown(pair: Pair) -> list[str]:
    """The numbers and times that both give, in the words of the first; where there are none, the words."""
    told = dict.fromkeys(pair.left.told[mark] for mark in sorted(pair.marks) if mark in pair.left.told)
    return list(told) or sorted(filter(is_word, pair.marks))[:4]


def told_again(
    items: Sequence[Placed], known: Register, relevant: frozenset[str], copies: Sequence[Copy]
) -> tuple[tuple[Placed, ...], tuple[Join, ...]]:
    """The statements that need an origin, and what joins them to what they tell again.

    `items` hold all own words of the articles; of those only what bears on the question (`relevant`) is kept, and
    what goes on with, copies or tells again something that has a source.
    """
    whole = [replace(item, bears=item.id in relevant) for item in items]
    own = {item.id for item in whole if item.root.kind == "own"}
    rank = {item.id: index for index, item in enumerate(whole)}
    twins = list(copied(whole, copies))
    printed = {max(join.left, join.right, key=rank.__getitem__) for join in twins}
    going = [join for join in continued(whole) if not printed & own & {join.left, join.right}]
    settled = printed | own.intersection(end for join in going for end in (join.left, join.right))
    joins = [*going, *relayed(whole, known, frozenset(settled))]
    firm = {item.id for item in whole if item.id not in own or item.bears}
    groups = grouped(rank, [*joins, *twins]).members
    kept = {member for members in groups if not firm.isdisjoint(members) for member in members}
    return tuple(item for item in whole if item.id in kept), tuple(join for join in joins if join.left in kept)
