"""Relays told in other words: sentences that give the same points as an earlier article's, in its order.

Theory. A translated or reworded article keeps hardly a sentence's words, so no likeness of words finds it; it keeps
what is told, one point after the other. So a sentence is laid beside those of other articles that share a rare
mark with it (linking/points.py), and two things count: what the two share, each mark by its rarity, and what the
sentences next to them share, in the same order (linking/pairings.py). One number of three figures that nobody else
gives is nearly enough; "seven weeks" is not, unless the sentence before it has the 900 million of the one before,
too.

Precision first. A sentence that names its ground is left to its root (linking/reports.py): two bodies that say the
same are two. So is one that gives other numbers than the other, one that names another body, one that goes on with
what somebody said (linking/continued.py), and one that takes something back. Two words shared are a commonplace,
unless they are all of a quotation. What a cited outlet's article has is asked for less, since the citing article
says itself where it has it from; and where two sentences of an article were traced to another one, so is the rest.

The bounds were set by hand on 2,200 pairs of evals/origins/dev, ordered by weight and support and read.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.lang.en.relaying import NO_ANSWER, NOTICE
from sayso.linking.cites import cites, names, outlet_key
from sayso.linking.continued import continued
from sayso.linking.copies import published
from sayso.linking.grounds import Grounds, crowd, loose, text_of
from sayso.linking.headings import headings
from sayso.linking.joins import Join, grouped
from sayso.linking.pairings import Pair, Paired, pairings
from sayso.linking.points import is_word, points
from sayso.linking.roots import Placed, Register, RootKind
from sayso.linking.traces import copied
from sayso.model.article import HEADS
from sayso.model.case import Page
from sayso.model.origins import Copy
from sayso.model.span import Span

_IDLE: Final = re.compile(f"{NO_ANSWER}|{NOTICE}", re.IGNORECASE | re.MULTILINE)
#: What of a title's likeness to another article its own text must have for it to be its own.
_BORNE: Final = 0.6

#: How well a root grounds what relays it, of two that fit alike.
_GROUND: Final[Mapping[str, int]] = {"who": 3, "unnamed": 2, "report": 1, "own": 0}


def told_again(
    items: Sequence[Placed], known: Register, relevant: frozenset[str], copies: Sequence[Copy]
) -> tuple[tuple[Placed, ...], tuple[Join, ...]]:
    """The statements that need an origin, and what joins them to what they tell again.

    `items` hold all own words of the articles; of those only what bears on the question (`relevant`) is kept, and
    what goes on with, heads, copies or tells again something that has a source.
    """
    whole = [
        item if item.bears == (item.id in relevant) else replace(item, bears=item.id in relevant) for item in items
    ]
    own = {item.id for item in whole if item.root.kind == "own"}
    rank = {item.id: index for index, item in enumerate(whole)}
    twins = list(copied(whole, copies))
    printed = {max(join.left, join.right, key=rank.__getitem__) for join in twins}
    placed = printed & own
    going = [join for join in continued(whole) if placed.isdisjoint((join.left, join.right))]
    settled = printed | own.intersection(end for join in going for end in (join.left, join.right))
    joins = [*going, *relayed(whole, known, frozenset(settled))]
    firm = {item.id for item in whole if item.id not in own or item.bears}
    groups = grouped(rank, [*joins, *twins, *headings(whole)]).members
    kept = {member for members in groups if not firm.isdisjoint(members) for member in members}
    return tuple(item for item in whole if item.id in kept), tuple(join for join in joins if join.left in kept)


def relayed(items: Sequence[Placed], known: Register, settled: frozenset[str] = frozenset()) -> Iterator[Join]:
    """Joins of what names no speaker with what it tells again. `items` are in page order.

    The route is "relayed" where an article cites the other one's outlet, else "reworded".

    Statements whose ids are in `settled` have their place already: others may relay them.
    """
    told = [point for point in points(items) if not _IDLE.search(text_of(point.item))]
    cited = _Cited(items)
    laid = list(pairings(told))
    below = _below(laid)
    grounds = Grounds(known)
    open_ = (one for one in laid if next(_ends(one.pair, settled), None))
    found = [one for one in open_ if grounds.may(one.pair) and not _heads(one.pair, below)]
    best: dict[str, tuple[float, int, Paired]] = {}
    _take(best, (one for one in found if _enough(one, cited, grounds)), settled)
    traced = Counter((one.pair.left.page, one.pair.right.page) for _, _, one in best.values())
    told_by = {key for key, count in traced.items() if count > 1}
    more = [o for o in found if o.support >= _REST and (o.pair.left.page, o.pair.right.page) in told_by]
    rest: dict[str, tuple[float, int, Paired]] = {}
    _take(rest, more, settled | best.keys())
    yield from dict.fromkeys(_join(one, cited) for _, _, one in (*best.values(), *rest.values()))


#: Support of a pair between articles of which one was traced to the other already.
_REST: Final = 1.5


def _below(laid: Iterable[Paired]) -> dict[str, float]:
    """By title: the weight of what it shares with a sentence of its own article."""
    out: dict[str, float] = {}
    for one in laid:
        for point in (one.pair.left, one.pair.right) if one.pair.within else ():
            if point.item.statement.block in HEADS:
                out[point.item.id] = max(out.get(point.item.id, 0.0), one.pair.alike)
    return out


def _heads(pair: Pair, below: Mapping[str, float]) -> bool:
    """Whether the later of two is a title that its own text bears out: it belongs to that before any other."""
    return not pair.within and below.get(pair.right.item.id, 0.0) >= _BORNE * pair.alike


def _take(
    best: dict[str, tuple[float, int, Paired]], found: Iterable[Paired], settled: frozenset[str] | set[str]
) -> None:
    """Keep for each statement that may be moved the pair that fits best."""
    for one in found:
        for end, other in _ends(one.pair, settled):
            rank = (round(one.pair.alike + one.support / 2, 6), _GROUND[other.root.kind])
            if end not in best or rank > best[end][:2]:
                best[end] = (*rank, one)


class _Cited:
    """Which outlets each article cites, and where."""

    def __init__(self, items: Sequence[Placed]) -> None:
        pages: dict[str, Page] = {item.page.article.id: item.page for item in items}
        known = names(pages.values())
        self._keys = {ident: outlet_key(page) for ident, page in pages.items()}
        self._where: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for ident, page in pages.items():
            for cite in cites(page, known):
                self._where[ident][cite.other].extend(cite.window)

    def bonus(self, pair: Pair) -> float:
        """How surely the later article rests on the other's outlet: 1 near its name, 0.5 elsewhere, 0 unnamed."""
        return self._of(pair.right.item, pair.left.item)

    def _of(self, one: Placed, two: Placed) -> float:
        windows = self._where.get(one.page.article.id, {}).get(self._keys[two.page.article.id])
        if windows is None:
            return 0.0
        return 1.0 if any(span.overlaps(one.statement.content[0]) for span in windows) else 0.5


def _ends(pair: Pair, settled: frozenset[str] | set[str]) -> Iterator[tuple[str, Placed]]:
    """The ids of those of the two that may get their origin from the other, and that other."""
    left, right = pair.left.item, pair.right.item
    if loose(right) and right.id not in settled:
        yield right.id, left
    elif loose(left) and left.id not in settled and _together(left, right):
        yield left.id, right


def _together(left: Placed, right: Placed) -> bool:
    """Whether it is not known which of two came out first, or they stand in one article."""
    return left.page is right.page or published(left.page).overlaps(published(right.page))


def _enough(one: Paired, cited: _Cited, grounds: Grounds) -> bool:
    """Whether what two points share, with what stands next to them, makes one the other told again."""
    pair = one.pair
    kinds: set[RootKind] = {"own" if crowd(i) else i.root.kind for i in (pair.left.item, pair.right.item)}
    if pair.within:
        return pair.share >= 0.6 and pair.alike >= 1.5 and (pair.words > 2 or pair.measured)
    if _quoted(pair) and pair.share >= 0.95 and pair.alike >= 1.9:
        return True
    bonus = cited.bonus(pair)
    if not bonus and grounds.two(pair):
        return False
    if _reworded(pair, kinds):
        return True
    if not bonus and "own" not in kinds and not (pair.measure >= 1.6 or (pair.measured and one.support >= 1.5)):
        return False
    return _measured(one, bonus, kinds) if pair.measured else _worded(one, bonus, kinds)


def _reworded(pair: Pair, kinds: set[RootKind]) -> bool:
    """Whether most words of matter are the same, where at most one side names a ground."""
    return pair.words >= 4 and pair.least >= 0.7 and ("own" in kinds or kinds == {"unnamed"})


def _measured(one: Paired, bonus: float, kinds: set[RootKind]) -> bool:
    """Whether numbers and times, with what stands beside them, are enough."""
    pair, support = one.pair, one.support + bonus
    strong = pair.share >= (0.42 if kinds == {"own"} and not bonus else 0.35)
    if len(pair.marks) > 1:
        return pair.alike >= 1.2 and pair.share >= 0.2 and (strong or pair.alike >= 2.2 or support >= 1.0)
    return pair.share >= 0.18 and ((pair.alike >= 1.0 and support >= 1.5) or (pair.alike >= 1.5 and strong))


def _worded(one: Paired, bonus: float, kinds: set[RootKind]) -> bool:
    """Whether words alone, with what stands beside them, are enough."""
    pair, support = one.pair, one.support + bonus
    if _measures_both(pair) and pair.share < 0.7:
        return False
    if pair.words > 2:
        strong = pair.share >= (0.9 if kinds == {"own"} and not bonus else 0.6)
        return pair.alike >= 1.5 and (strong or (pair.share >= 0.3 and support >= 1.3))
    return pair.words > 1 and pair.alike >= 1.5 and pair.share >= 0.62 and support >= 1.0


def _measures_both(pair: Pair) -> bool:
    """Whether both have numbers or times, of which none is shared."""
    return pair.measure == 0 and all(any(not is_word(m) for m in p.marks) for p in (pair.left, pair.right))


def _quoted(pair: Pair) -> bool:
    """Whether both give somebody's very words."""
    return all(_is_quote(point.item) for point in (pair.left, pair.right))


def _is_quote(item: Placed) -> bool:
    if item.root.kind != "own":
        return item.statement.mode in {"direct", "mixed"}
    return text_of(item).strip(" .–—-").startswith(("“", '"', "„", "«"))


def _join(one: Paired, cited: _Cited) -> Join:
    """The join with its ground: what both have, what stands next to it in both, and whether one cites the other."""
    pair = one.pair
    why = f"tells the same again: {', '.join(_shown(pair))}"
    more = dict.fromkeys(word for other in one.near for word in _shown(other)[:2])
    if more:
        why += f"; next to it, in the same order: {', '.join(more)}"
    cites_it = bool(cited.bonus(pair))
    if cites_it:
        why += f"; it cites {pair.left.item.page.article.outlet}"
    left, right = sorted((pair.left.item, pair.right.item), key=lambda item: item.id)
    score = round(min(0.79, 0.5 + pair.alike / 20), 4)
    return Join(left.id, right.id, score, why, (left.ref, right.ref), "relayed" if cites_it else "reworded")


def _shown(pair: Pair) -> list[str]:
    """The numbers and times that both give, in the words of the first; where there are none, the words."""
    told = dict.fromkeys(pair.left.told[mark] for mark in sorted(pair.marks) if mark in pair.left.told)
    return list(told) or sorted(filter(is_word, pair.marks))[:4]
