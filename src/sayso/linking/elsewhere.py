"""What the rest of a case has of a value that one article of an origin changed: another origin, or a citation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Final

from sayso.linking.cites import Names, cites, names, outlet_key
from sayso.linking.copies import published
from sayso.linking.figures import Numbers, comparable
from sayso.linking.reports import Rarity
from sayso.linking.roots import Placed
from sayso.linking.shifts import Shift
from sayso.linking.wordings import Wording, day_told
from sayso.model.case import Page
from sayso.model.origins import Origin
from sayso.model.times import Interval

#: Statements kept of those said on one day.
_SAME_DAY: Final = 60


class Elsewhere:
    """What is known of the whole case: rarity of words, numbers of pages, who cites whom, other origins' values."""

    def __init__(self, items: Sequence[Placed], found: Sequence[Origin]) -> None:
        """Index the values that the origins' statements give."""
        self.rare = Rarity(items)
        self.numbers = Numbers()
        self._names: Names | None = None
        self._cited: dict[str, frozenset[str]] = {}
        self._outlets: dict[str, str] = {}
        self._pages = list({item.page.article.id: item.page for item in items}.values())
        home = {statement: origin.id for origin in found for statement in origin.statements}
        self._values: dict[float, dict[str, Placed]] = defaultdict(dict)
        self._days: dict[Interval, dict[str, Placed]] = defaultdict(dict)
        self._told: dict[date, list[tuple[str, Placed]]] = defaultdict(list)
        for item in items:
            origin = home.get(item.id, "")
            for value in item.values:
                self._values[value].setdefault(origin, item)
            for days in item.days:
                self._days[days].setdefault(origin, item)
            if (day := day_told(item)) is not None and len(self._told[day]) < _SAME_DAY:
                self._told[day].append((origin, item))

    def cites(self, page: Page, other: Page) -> bool:
        """Whether an article cites the outlet of another one."""
        own, key = self._outlet(page), self._outlet(other)
        if not key or key == own:
            return False
        if self._names is None:
            self._names = names(self._pages)
        ident = page.article.id
        if ident not in self._cited:
            self._cited[ident] = frozenset(cite.other for cite in cites(page, self._names))
        return key in self._cited[ident]

    def _outlet(self, page: Page) -> str:
        ident = page.article.id
        if ident not in self._outlets:
            self._outlets[ident] = outlet_key(page)
        return self._outlets[ident]

    def gives(self, shift: Shift, origin: Origin, right: Wording) -> bool:
        """Whether another origin gives what the right wording has, in an article that is not later."""
        kind, value = shift.value[0], shift.value[1]
        if kind == "told" and isinstance(value, date):
            return any(
                ident != origin.id
                and (
                    item.root.key == right.item.root.key
                    or 2 * len(item.stems & right.item.stems) >= len(right.item.stems)
                )
                for ident, item in self._told[value]
            )
        seen = [self._days[value]] if isinstance(value, Interval) else []
        if kind == "amount":
            seen = [self._values[end] for end in shift.value[1:] if isinstance(end, float)]
        return any(
            ident != origin.id and self._fits(shift, item, right) and not surely_later(item.page, right.page)
            for others in seen
            for ident, item in others.items()
        )

    def _fits(self, shift: Shift, item: Placed, right: Wording) -> bool:
        """Whether a statement with the same value may count the same thing."""
        if shift.about != "amount":
            return True
        ends = set(shift.value[1:])
        mine = [one for one in self.numbers.of(right.item) if ends & set(one.ends)]
        theirs = [one for one in self.numbers.of(item) if ends & set(one.ends)]
        return any(one.head == two.head or comparable(one, two) for one in mine for two in theirs)


def surely_later(page: Page, than: Page) -> bool:
    """Whether a page came out after another one whatever their dates may mean."""
    one, two = published(than), published(page)
    return bool(one.latest and two.earliest and one.latest < two.earliest)
