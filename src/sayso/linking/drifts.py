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

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.linking.cites import Names, cites, names, outlet_key
from sayso.linking.copies import published
from sayso.linking.days import events, reprinted, sayings
from sayso.linking.figures import Numbers, amounts, comparable
from sayso.linking.reports import Rarity
from sayso.linking.roots import Placed, Register
from sayso.linking.shifts import NEARLY, Shift
from sayso.linking.strengths import held_firmly, left_open, strength
from sayso.linking.wordings import Pair, Wording, later, pairs, wordings
from sayso.model.case import Page
from sayso.model.origins import Drift, Origin
from sayso.model.times import Interval

#: Outlets named that repeat a change, and drifts told of one origin.
_NAMED: Final = 3
_MOST: Final = 24
#: Articles of an origin in which the words that tell a day are looked for.
_READ: Final = 40


def drifts(items: Sequence[Placed], found: Sequence[Origin], known: Register) -> tuple[Drift, ...]:
    """What was changed on the way, by origin, in the order in which the articles came out that changed it.

    `items` are the case's statements in page order.
    """
    by_id: dict[str, Placed] = {}
    for item in items:
        by_id.setdefault(item.id, item)
    several = [origin for origin in found if len(origin.articles) > 1]
    if not several:
        return ()
    desk = _Desk(items, found, known)
    return tuple(
        drift
        for origin in several
        for drift in _Telling(origin, [by_id[i] for i in origin.statements if i in by_id], desk).drifts()
    )


class _Desk:
    """What is known of the whole case: rarity of words, numbers, who cites whom, others' values."""

    def __init__(self, items: Sequence[Placed], found: Sequence[Origin], known: Register) -> None:
        self.rare = Rarity(items)
        self.numbers = Numbers()
        self.known = known
        self.rank: dict[str, int] = {}
        self._names: Names | None = None
        self._cited: dict[str, frozenset[str]] = {}
        self._pages = list({item.page.article.id: item.page for item in items}.values())
        home = {statement: origin.id for origin in found for statement in origin.statements}
        self._values: dict[float, dict[str, Placed]] = defaultdict(dict)
        self._days: dict[Interval, dict[str, Placed]] = defaultdict(dict)
        for number, item in enumerate(items):
            self.rank.setdefault(item.page.article.id, number)
            origin = home.get(item.id)
            if origin is not None:
                for value in item.values:
                    self._values[value].setdefault(origin, item)
                for day in item.days:
                    self._days[day].setdefault(origin, item)

    def cites(self, page: Page, other: Page) -> bool:
        """Whether an article cites the outlet of another one."""
        key = outlet_key(other)
        if not key or key == outlet_key(page):
            return False
        if self._names is None:
            self._names = names(self._pages)
        ident = page.article.id
        if ident not in self._cited:
            self._cited[ident] = frozenset(cite.other for cite in cites(page, self._names))
        return key in self._cited[ident]

    def elsewhere(self, shift: Shift, origin: Origin, right: Wording) -> bool:
        """Whether another origin gives what the right wording has, in an article that is not later."""
        if shift.value[0] == "amount":
            seen = [self._values[end] for end in shift.value[1:-1] if isinstance(end, float)]
        elif shift.value[0] == "time" and isinstance(shift.value[1], Interval):
            seen = [self._days[shift.value[1]]]
        else:
            return False
        return any(
            ident != origin.id and self._fits(shift, item, right) and not _surely_later(item.page, right.page)
            for others in seen
            for ident, item in others.items()
        )

    def _fits(self, shift: Shift, item: Placed, right: Wording) -> bool:
        """Whether a statement with the same value may count the same thing."""
        if shift.about != "amount":
            return True
        ends = set(shift.value[1:-1])
        mine = [one for one in self.numbers.of(right.item) if ends & set(one.ends)]
        theirs = [one for one in self.numbers.of(item) if ends & set(one.ends)]
        return any(one.head == two.head or comparable(one, two) for one in mine for two in theirs)


def _surely_later(page: Page, than: Page) -> bool:
    one, two = published(than), published(page)
    return bool(one.latest and two.earliest and one.latest < two.earliest)


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """A change between two wordings, the left one first."""

    pair: Pair
    shift: Shift


def _shifts(pair: Pair, numbers: Numbers) -> Iterator[Shift]:
    """What the right wording of a pair tells otherwise than the left one."""
    yield from amounts(pair, numbers)
    yield from events(pair)
    yield from sayings(pair)
    yield from strength(pair)


class _Telling:
    """All that was made of one origin."""

    def __init__(self, origin: Origin, items: Sequence[Placed], desk: _Desk) -> None:
        self.origin, self.desk = origin, desk
        self.told, self._of = wordings(items)
        self.pairs = list(pairs(self.told, desk.rare, origin, self._of)) if len(self.told) > 1 else []
        self.beside: dict[int, list[Wording]] = defaultdict(list)
        for pair in self.pairs:
            self.beside[pair.left.place].append(pair.right)
            self.beside[pair.right.place].append(pair.left)
        self.pages = list({page.article.id: page for one in self.told for page in one.pages}.values())
        self.of_page: dict[str, list[Wording]] = defaultdict(list)
        for one in self.told:
            for page in one.pages:
                self.of_page[page.article.id].append(one)

    def drifts(self) -> Iterator[Drift]:
        """The changes, each charged once."""
        best: dict[tuple[int, str, tuple[object, ...]], _Found] = {}
        for found in self._changes():
            key = (found.pair.right.place, found.shift.about, found.shift.value)
            if key not in best or self._nearness(found) > self._nearness(best[key]):
                best[key] = found
        charged: dict[tuple[object, ...], _Found] = {}
        for found in sorted(best.values(), key=lambda one: (one.pair.right.heads, one.pair.right.place)):
            page = found.pair.right.page.article.id
            charged.setdefault((page, found.shift.about, found.shift.old), found)
        kept = [found for found in charged.values() if not self._another_occasion(found, charged.values())]
        for found in sorted(kept, key=lambda one: (one.pair.right.place, one.shift.after))[:_MOST]:
            yield self._drift(found)

    def _changes(self) -> Iterator[_Found]:
        """The changes of all pairs that are one."""
        for pair in self.pairs:
            for way in (pair, pair.turned()):
                for shift in _shifts(way, self.desk.numbers):
                    if self._came_after(way, shift) and not self._excused(way, shift):
                        yield _Found(way, shift)

    def _nearness(self, found: _Found) -> tuple[bool, float, bool, float, int]:
        """How near the earlier wording stands to the later one."""
        pair = found.pair
        cited = self.desk.cites(pair.right.page, pair.left.page)
        return not pair.left.heads, round(pair.whole, 2), cited, round(pair.share, 2), pair.left.place

    # ---- which of two came after the other

    def _came_after(self, pair: Pair, shift: Shift) -> bool:
        """Whether the right wording is the later one: by its day, by whom it cites, or as one against several."""
        order = later(pair.left, pair.right)
        if order is not None:
            return order
        if self.desk.cites(pair.right.page, pair.left.page):
            return True
        if self.desk.cites(pair.left.page, pair.right.page):
            return False
        return self._having(shift.old, pair.left) >= 2 and self._having(shift.value, pair.right) == 1

    def _having(self, value: tuple[object, ...], one: Wording) -> int:
        """How many articles of the origin have a value."""
        pages = {page.article.id for other in self.told if self._has(other, value) for page in other.pages}
        return len(pages | {page.article.id for page in one.pages})

    def _has(self, one: Wording, value: tuple[object, ...]) -> bool:
        """Whether a wording has an amount, a time or a day of saying."""
        if value[0] == "amount":
            ends = set(value[1:-1])
            return any(ends <= set(seen.ends) for seen in self.desk.numbers.of(one.item))
        if value[0] == "time":
            return value[1] in one.item.days
        if value[0] == "told":
            return one.day == value[1]
        return False

    # ---- what is no change

    def _excused(self, pair: Pair, shift: Shift) -> bool:
        """Whether the difference is none that the article made."""
        if shift.about == "strength":
            return self._both_strengths(pair)
        if pair.right.heads and self._in_text(pair.right.page, shift.old, pair):
            return True
        if self._in_text(pair.right.page, shift.old, pair) or self._in_text(pair.left.page, shift.value, pair):
            return True
        if self._known_before(pair, shift) or self.desk.elsewhere(shift, self.origin, pair.right):
            return True
        if shift.value[0] == "told" and reprinted(pair.right.page, shift.after.span, self.pages[:_READ]):
            return True
        days = {pair.left.day, pair.right.day} - {None}
        return shift.value[0] != "told" and len(days) > 1 and pair.whole < NEARLY

    def _known_before(self, pair: Pair, shift: Shift) -> bool:
        """Whether an article before the right one has its value, or the left one has: the origin gave both."""
        right = pair.right
        for other in self.told:
            if other is right or not self._has(other, shift.value):
                continue
            if other.place < right.place and any(page is not right.page for page in other.pages):
                return True
        return False

    def _in_text(self, page: Page, value: tuple[object, ...], pair: Pair) -> bool:
        """Whether an article has a value anywhere, of the same thing."""
        if value[0] == "amount":
            ends = set(value[1:-1])
            known = [
                one
                for item in (pair.left.item, pair.right.item)
                for one in self.desk.numbers.of(item)
                if ends & set(one.ends)
            ]
            return any(
                ends & set(one.ends) and any(one.head == other.head or one.scale == "bare" for other in known)
                for one in self.desk.numbers.on(page).values()
                if one.amount.bound == value[-1] or value[-1] == "exact" or ends - {None} == set(one.ends)
            )
        if value[0] == "time" and isinstance(value[1], Interval):
            told = {item.statement.told for item in (pair.left.item, pair.right.item)}
            return any(time.interval == value[1] and time.id not in told for time in page.times)
        if value[0] == "told":
            return any(one.day == value[1] for one in self.of_page[page.article.id])
        return False

    def _both_strengths(self, pair: Pair) -> bool:
        """Whether the article leaves it open elsewhere, or the earlier one held it firmly elsewhere."""
        own = {one.place for one in self.of_page[pair.right.page.article.id]} - {pair.right.place}
        theirs = {one.place for one in self.of_page[pair.left.page.article.id]} - {pair.left.place}
        for other in self.beside[pair.left.place]:
            if other.place in own and left_open(other.item) and (pair.right.heads or not other.heads):
                return True
            before = other.place < pair.right.place and other.page is not pair.right.page
            if before and not other.heads and held_firmly(other.item):
                return True
        return any(
            other.place in theirs and held_firmly(other.item) and not other.heads
            for other in self.beside[pair.right.place]
        )

    def _another_occasion(self, found: _Found, charged: Iterable[_Found]) -> bool:
        """Whether more of the article's numbers and days differ from the origin's than agree with them."""
        if found.shift.about == "strength" or found.shift.value[0] == "told":
            return False
        page = found.pair.right.page
        differing = sum(one.pair.right.page is page and one.shift.about != "strength" for one in charged)
        agreeing = self._agreeing(page)
        return (differing > 1 and differing > agreeing) or (found.shift.weak and not agreeing)

    def _agreeing(self, page: Page) -> int:
        """How many numbers and days of an article's wordings stand in other articles of the origin, too."""
        mine: set[object] = set()
        theirs: set[object] = set()
        for one in self.told:
            held = {*one.item.values, *one.item.days}
            if any(other is page for other in one.pages):
                mine |= held
                theirs |= held if len(one.pages) > 1 else set()
            else:
                theirs |= held
        return len(mine & theirs)

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
        same = [
            right,
            *(one for one in self.told if one.place > right.place and self._has(one, shift.value)),
        ]
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
