"""Who tells what of one origin: which articles have a value, where, since when, and how much two of them agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import Final

from sayso.linking.counted import Seen
from sayso.linking.days import dated
from sayso.linking.elsewhere import surely_later
from sayso.linking.figures import Numbers, framed
from sayso.linking.wordings import Pair, Wording
from sayso.model.case import Page
from sayso.model.span import Ref
from sayso.model.times import Interval

Value = tuple[object, ...]

#: Words of matter from which a sentence that two articles have is no chance.
_WORDS: Final = 4
#: Numbers that are in many texts by chance.
_COMMON: Final = frozenset({1.0, 2.0})


class Tellers:
    """The articles of one origin by what they have: amounts, times of events, days of saying, whole wordings."""

    def __init__(self, told: Sequence[Wording], numbers: Numbers) -> None:
        """Index the values of all wordings."""
        self.told, self._numbers = told, numbers
        self._having: dict[Hashable, list[Wording]] = defaultdict(list)
        self.of_page: dict[str, list[Wording]] = defaultdict(list)
        for one in told:
            for key in _keys(one):
                self._having[key].append(one)
            for page in one.pages:
                self.of_page[page.article.id].append(one)
        self.pages = list({page.article.id: page for one in told for page in one.pages}.values())

    def having(self, value: Value) -> list[Wording]:
        """The wordings that have a value, in their order."""
        if value[0] in {"amount", "frame"}:
            listed = self._having.get(value[1], [])
            return [one for one in listed if any(_holds(s, value) for s in self._numbers.of(one.item))]
        return self._having.get(value, []) if value[0] in {"time", "told"} else []

    def articles(self, value: Value, one: Wording) -> set[str]:
        """The articles that have a value, and those of a wording, by id."""
        return {page.article.id for other in (*self.having(value), one) for page in other.pages}

    def before(self, value: Value, right: Wording) -> bool:
        """Whether another article has a value before a wording does."""
        return any(
            other.place < right.place and any(page is not right.page for page in other.pages)
            for other in self.having(value)
            if other is not right
        )

    def known_before(self, one: Wording, other: Wording) -> bool:
        """Whether a number or day of one wording was told before another one."""
        return any(self._having[key][0].place < other.place for key in _keys(one) if key != ("wording", one.place))

    def place(self, one: Wording, value: Value) -> Ref | None:
        """The place of a value in a wording."""
        if value[0] in {"amount", "frame"}:
            spans = [seen.amount.span for seen in self._numbers.of(one.item) if _holds(seen, value)]
        else:
            wanted = one.item.statement.times if value[0] == "time" else (one.item.statement.told,)
            spans = [
                time.span
                for time in one.page.times
                if time.id in wanted and (value[0] == "told" or time.interval == value[1])
            ]
        return Ref(one.page.article.id, spans[0]) if spans else None

    def in_text(self, page: Page, value: Value, pair: Pair) -> bool:
        """Whether an article has a value of the same thing anywhere, whoever says it there."""
        if value[0] == "amount":
            return self._number_in_text(page, value, pair)
        if value[0] == "frame":
            return any(_holds(one, value) for one in self._numbers.on(page).values())
        if value[0] == "time" and isinstance(value[1], Interval):
            told = {item.statement.told for item in (pair.left.item, pair.right.item)}
            return any(time.interval == value[1] and time.id not in told for time in page.times)
        return value[0] == "told" and any(one.day == value[1] for one in self.of_page[page.article.id])

    def _number_in_text(self, page: Page, value: Value, pair: Pair) -> bool:
        ends = set(value[1:])
        heads = {
            one.head
            for item in (pair.left.item, pair.right.item)
            for one in self._numbers.of(item)
            if ends & set(one.ends)
        }
        return any(
            ends & set(one.ends) and (one.head in heads or one.scale == "bare")
            for one in self._numbers.on(page).values()
        )

    def agreeing(self, page: Page, value: Value) -> int:
        """How many of an article's numbers, days and wordings stand in an article that is not later, too.

        Articles that have `value`, too, are not asked: they may have all from this one.
        """
        changed = {other.article.id for one in self.having(value) for other in one.pages} | {page.article.id}
        mine = {key for one in self.of_page[page.article.id] for key in _keys(one)}
        return sum(
            any(
                other.article.id not in changed and not surely_later(other, page)
                for one in self._having[key]
                for other in one.pages
            )
            for key in mine
        )


def _holds(one: Seen, value: Value) -> bool:
    """Whether a number is the one of a value, or has what the value has around it."""
    return framed(one) == value if value[0] == "frame" else set(value[1:]) <= set(one.ends)


def _keys(one: Wording) -> Iterator[Hashable]:
    """The values of a wording, the wording itself where it has words enough, and the day on which it was said."""
    yield from one.item.values - _COMMON
    yield from (("time", time.interval) for time in dated(one.item))
    if one.day is not None:
        yield ("told", one.day)
    if len(one.stems) >= _WORDS:
        yield ("wording", one.place)
