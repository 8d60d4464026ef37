"""What became of an origin's words on the way: amounts, times and certainty that one article gives otherwise.

Theory. A report is told again and again, and each teller may change it. Where two articles of one origin
differ, one of them changed something; to say which, and to say it only once:

1. The wordings of an origin are taken once each, and laid beside those that tell the same point
   (linking/wordings.py).
2. What differs is read off (linking/shifts.py): an amount, a time, how sure it is.
3. The later one changed it. Later is what came out on a later day; on one day, what cites the other, or what
   stands alone against two others. Where nothing tells, nothing is said: an outlet is not accused by the order
   of file names.
4. A change is charged to the article that made it. Where an earlier article has the same, it is a repetition
   and is told with the first ("as the Gull had it"). Where several earlier wordings differ from it, the nearest
   one counts: the one it is tied to, cites, or shares most words with.
5. It is no change where the article has the old value, too, where the origin gave both, or where another origin
   gives the new one: then it may have that from elsewhere. An article of which more differs than agrees tells
   of another occasion, whatever it was joined by.

Work is linear: each wording meets a bounded number of others. Measured in docs/why/drifts.md.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sayso.linking.copies import published
from sayso.linking.days import events, reprinted, sayings
from sayso.linking.elsewhere import Elsewhere
from sayso.linking.figures import Numbers, amounts, slipped
from sayso.linking.roots import Placed
from sayso.linking.shifts import HALF, NEARLY, Shift, line
from sayso.linking.strengths import firmer, held_firmly, left_open, opens_hedged, strength
from sayso.linking.tellers import Tellers, Value
from sayso.linking.wordings import Pair, Wording, later, pairs, wordings
from sayso.model.case import Page
from sayso.model.origins import Drift, Origin
from sayso.model.stances import Stance

#: Outlets named that repeat a change, and drifts told of one origin.
_NAMED: Final = 3
_MOST: Final = 24
#: Leans that take a side.
_SIDES: Final = frozenset({"support", "deny"})
#: Strength from which a side is taken surely, as in linking/clashes.py.
_SURE: Final = 0.6
#: Numbers, days and wordings that an article must share with others for a change in it to be believed.
_AGREED: Final = 2
#: Articles of an origin in which the words that tell a day are looked for.
_READ: Final = 40


def drifts(items: Sequence[Placed], found: Sequence[Origin], stances: Iterable[Stance] = ()) -> tuple[Drift, ...]:
    """What was changed on the way, by origin, in the order in which the articles came out that changed it.

    `items` are the case's statements in page order. `stances` tell which of them are about the question's matter,
    whatever their words.
    """
    by_id: dict[str, Placed] = {}
    for item in items:
        by_id.setdefault(item.id, item)
    several = [origin for origin in found if len(origin.articles) > 1 and not origin.circular]
    if not several:
        return ()
    desk = Elsewhere(items, found)
    sides = {s.statement: s.strength for s in stances if s.lean in _SIDES}
    return tuple(
        drift
        for origin in several
        for drift in _Telling(origin, [by_id[i] for i in origin.statements if i in by_id], desk, sides).drifts()
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """A change between two wordings, the left one first."""

    pair: Pair
    shift: Shift


def _shifts(pair: Pair, numbers: Numbers) -> Iterator[Shift]:
    """What the right wording of a pair tells otherwise than the left one."""
    one, two = pair.left.item.statement, pair.right.item.statement
    if one.amounts and two.amounts:
        yield from amounts(pair, numbers)
    if one.times and two.times:
        yield from events(pair)
    if pair.right.day:
        yield from sayings(pair)
    yield from strength(pair)


def _one_kind(found: list[Shift]) -> list[Shift]:
    """The changes of one pair; where several kinds differ it tells something else: days of saying only."""
    kinds = {shift.about for shift in found if shift.value[0] not in {"told", "out"}}
    return found if len(kinds) <= 1 else [shift for shift in found if shift.value[0] in {"told", "out"}]


class _Telling:
    """All that was made of one origin."""

    def __init__(
        self, origin: Origin, items: Sequence[Placed], desk: Elsewhere, sides: Mapping[str, float]
    ) -> None:
        """Lay the wordings of an origin side by side; `sides` tells how firmly a statement takes a side."""
        self.origin, self.desk, self.sides = origin, desk, sides
        self.told, by_id = wordings(items)
        self.tellers = Tellers(self.told, desk.numbers)
        self.pairs = list(pairs(self.told, desk.rare, origin, by_id)) if len(self.told) > 1 else []
        self.beside: dict[int, list[Wording]] = defaultdict(list)
        for pair in self.pairs:
            if pair.tied or pair.share >= HALF:
                self.beside[pair.left.place].append(pair.right)
                self.beside[pair.right.place].append(pair.left)

    def drifts(self) -> Iterator[Drift]:
        """The changes, each charged once."""
        best: dict[tuple[int, str, Value], _Found] = {}
        for found in self._changes():
            key = (found.pair.right.place, found.shift.about, found.shift.value)
            if key not in best or self._nearness(found) > self._nearness(best[key]):
                best[key] = found
        charged: dict[tuple[str, str, Value], _Found] = {}
        for found in sorted(best.values(), key=lambda one: (one.pair.right.heads, one.pair.right.place)):
            page = found.pair.right.page.article.id
            charged.setdefault((page, found.shift.about, found.shift.old), found)
        differing = Counter(
            page for (page, _, _), found in charged.items() if found.shift.value[0] in {"amount", "time"}
        )
        kept = [found for found in charged.values() if not self._another_occasion(found, differing)]
        for found in sorted(kept, key=lambda one: (one.pair.right.place, one.shift.after))[:_MOST]:
            yield self._drift(found)

    def _changes(self) -> Iterator[_Found]:
        """The changes of all pairs that are one."""
        for pair in self.pairs:
            for way in self._ways(pair):
                for shift in _one_kind(list(_shifts(way, self.desk.numbers))):
                    found = self._placed(way, shift)
                    if found and not self._excused(found.pair, found.shift):
                        yield found

        yield from self._on_the_matter()

    def _ways(self, pair: Pair) -> Iterator[Pair]:
        """A pair with either side as the later one, as far as it may be.

        The earlier of two may be the changed one where what the later has was told before both.
        """
        order = later(pair.left, pair.right)
        for way, after in ((pair, order is not False), (pair.turned(), not order)):
            if after or self.tellers.known_before(way.left, way.right):
                yield way

    def _on_the_matter(self) -> Iterator[_Found]:
        """What is said to be certain of the question's matter, where all before left it open."""
        sided = [one for one in self.told if one.item.id in self.sides]
        for right in sided:
            if self.sides[right.item.id] < _SURE or not held_firmly(right.item):
                continue
            own = [one for one in sided if one is not right and self._with(one, right)]
            before = [one for one in sided if one.place < right.place and not self._with(one, right)]
            if any(left_open(one.item) and 2 * len(one.stems & right.stems) >= len(right.stems) for one in own):
                continue
            if any(held_firmly(one.item) and not one.heads for one in before):
                continue
            for left in before:
                pair = Pair(left, right, 0.0, 0.0, 0.0, tied=False)
                if not (left_open(left.item) and opens_hedged(left.item) and left.stems & right.stems):
                    continue
                if self._came_after(pair, shift := firmer(left.item, right.item)):
                    yield _Found(pair, shift)

    @staticmethod
    def _with(one: Wording, other: Wording) -> bool:
        """Whether one article has both."""
        return any(page is mine for page in one.pages for mine in other.pages[:_READ])

    def _nearness(self, found: _Found) -> tuple[bool, float, bool, float, int]:
        """How near the earlier wording stands to the later one."""
        pair = found.pair
        cited = self.desk.cites(pair.right.page, pair.left.page)
        return not pair.left.heads, round(pair.whole, 2), cited, round(pair.share, 2), pair.left.place

    # ---- which of two came after the other

    def _placed(self, pair: Pair, shift: Shift) -> _Found | None:
        """The change with the wording that it was made from; None where the right one is not the later.

        A later article may have the old value in the very words of the changed one, an earlier one in others.
        """
        if self._came_after(pair, shift):
            return _Found(pair, shift)
        if shift.about == "strength" or len(self.tellers.articles(shift.value, pair.right)) > 1:
            return None
        for one in self.tellers.having(shift.old):
            ref = self.tellers.place(one, shift.old)
            if ref and not one.heads and later(one, pair.right):
                way = Pair(one, pair.right, pair.weight, pair.share, pair.whole, pair.tied)
                return _Found(way, replace(shift, before=ref, had=line(ref.span.of(one.page.article.text))))
        return None

    def _came_after(self, pair: Pair, shift: Shift) -> bool:
        """Whether the right wording is the later one: by its day, by whom it cites, or as one against several."""
        order = later(pair.left, pair.right)
        if order is not None:
            return order
        if self.desk.cites(pair.right.page, pair.left.page):
            return True
        if self.desk.cites(pair.left.page, pair.right.page):
            return False
        several = len(self.tellers.articles(shift.old, pair.left)) > 1
        return several and len(self.tellers.articles(shift.value, pair.right)) == 1

    # ---- what is no change

    def _excused(self, pair: Pair, shift: Shift) -> bool:
        """Whether the difference is none that the article made."""
        if shift.old == ("strength", "open"):
            return self._both_strengths(pair)
        if shift.about == "strength":
            return pair.left.page in pair.right.pages or pair.right.page in pair.left.pages
        tellers = self.tellers
        if tellers.in_text(pair.right.page, shift.old, pair) or tellers.in_text(pair.left.page, shift.value, pair):
            return True
        if tellers.before(shift.value, pair.right) or self.desk.gives(shift, self.origin, pair.right):
            return True
        if shift.value[0] == "told":
            return reprinted(pair.right.page, shift.after.span, tellers.pages[:_READ])
        return len({pair.left.day, pair.right.day} - {None}) > 1 and pair.whole < NEARLY

    def _both_strengths(self, pair: Pair) -> bool:
        """Whether the article leaves it open elsewhere, or the earlier one held it firmly elsewhere."""
        own, theirs = (
            {other.place for other in self.tellers.of_page[one.page.article.id] if other is not one}
            for one in (pair.right, pair.left)
        )
        for other in (pair.left, *self.beside[pair.left.place]):
            if other.place in own and left_open(other.item) and (pair.right.heads or not other.heads):
                return True
            before = other.place < pair.right.place and other.page is not pair.right.page
            if before and not other.heads and held_firmly(other.item):
                return True
        return any(
            other.place in theirs and held_firmly(other.item) and not other.heads
            for other in self.beside[pair.right.place]
        )

    def _another_occasion(self, found: _Found, differing: Mapping[str, int]) -> bool:
        """Whether the article tells of another occasion: it agrees with the origin in too little beside the change.

        Nearly the same words, and a number that is miswritten, are believed where nothing else agrees.
        """
        pair, shift = found.pair, found.shift
        if shift.value[0] in {"told", "out"}:
            return False
        many = differing[pair.right.page.article.id]
        sure = pair.tied or pair.whole >= NEARLY or (shift.about == "amount" and not shift.weak and slipped(shift))
        if sure and many <= 1:
            return False
        agreeing = self.tellers.agreeing(pair.right.page, shift.value)
        return (agreeing < _AGREED and not sure) or (many > 1 and many > agreeing)

    # ---- telling

    def _drift(self, found: _Found) -> Drift:
        """The record of one change."""
        pair, shift = found.pair, found.shift
        why = f"{_where(pair.right.page)} has “{shift.has}” where {_where(pair.left.page)} has “{shift.had}”"
        why += f": {shift.what}" if shift.what else ""
        return Drift(
            self.origin.id, shift.about, pair.left.item.id, pair.right.item.id, shift.before, shift.after,
            why + self._repeated(found),
        )  # fmt: skip

    def _repeated(self, found: _Found) -> str:
        """Who has it as the first one had it."""
        right, shift = found.pair.right, found.shift
        same = [right, *(one for one in self.tellers.having(shift.value) if one.place > right.place)]
        outlets = dict.fromkeys(_where(page) for one in same for page in one.pages if page is not right.page)
        if not outlets:
            return ""
        named = list(outlets)[:_NAMED]
        more = f" and {len(outlets) - _NAMED} more" if len(outlets) > _NAMED else ""
        return f"; {', '.join(named)}{more} as {right.page.article.outlet or 'that article'} had it"


def _where(page: Page) -> str:
    """An outlet with its day."""
    outlet = page.article.outlet or "an article"
    day = _day(page)
    return f"{outlet} ({day.day} {day:%B})" if day else outlet


def _day(page: Page) -> date | None:
    days = published(page)
    return days.earliest if days.earliest == days.latest else None
