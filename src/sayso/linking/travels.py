"""How a number changed on its way from article to article, and in a heading over its own text.

Each mention is laid beside those that came before it, and a heading beside the text below it too: what it leaves
out of the same number (a bound, an end of a range, the word that made it an addition), what it adds, and whether
the number grew, fell or was rounded since the last article. One pass: for every number that was named the latest
mention is kept that named it with a bound, as an end of a range, as an addition, or plainly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.lang.en.numbers import BOUNDS
from sayso.linking.counted import Seen, points_back
from sayso.model.amounts import Amount, Change, Kind
from sayso.model.article import HEADS
from sayso.model.span import Ref

#: Numbers this near may be one told roughly.
_ROUGHLY = 0.06
_NUMBER = re.compile(r"\d[\d.,]*")
_WINDOW = 32
#: Characters between a bound and its number: an article, a sign of money.
_BETWEEN = 12
#: What a bound is called where its own words are not found.
NAMES = {"at-most": "up to", "at-least": "at least", "about": "about", "exact": "", "range": ""}
_ADDS = re.compile(
    r"\b(another|a\s+further|an\s+additional|additional|further|an\s+extra|extra|more)\b", re.IGNORECASE
)


def reference(one: Seen) -> Ref:
    """The place of a mention."""
    return Ref(one.page.article.id, one.amount.span)


def heads(one: Seen) -> bool:
    """Whether a mention stands in a heading."""
    return one.block in HEADS


class _Known:
    """What was named so far, by number: the latest that bounds, spans or adds it, the first plain one."""

    def __init__(self) -> None:
        self.bounded: dict[float, Seen] = {}
        self.ranged: dict[float, Seen] = {}
        self.added: dict[float, Seen] = {}
        self.plain: dict[float, Seen] = {}

    def take(self, one: Seen) -> None:
        """Take in a mention."""
        bound = one.amount.bound
        for end in one.ends:
            if bound == "range":
                self.ranged[end] = one
            elif bound == "exact":
                self.plain.setdefault(end, one)
            else:
                self.bounded[end] = one
            if added_by(one):
                self.added[end] = one


def changes(group: Sequence[Seen]) -> Iterator[tuple[Change, ...]]:
    """What changed at each mention of a quantity, oldest first."""
    known = _Known()
    below = _below(group)
    steps = _Steps()
    for one in group:
        under = below.get(one.page.article.id) if heads(one) else None
        found = [*_lost(one, under, heading=True)] if under else []
        found = found or [*_lost(one, known, heading=False)]
        found += _gained(one, known)
        found += steps.moved(one)
        known.take(one)
        yield tuple(found)


def _below(group: Iterable[Seen]) -> dict[str, _Known]:
    """What the text of each article names that has a heading in the group."""
    headed = {one.page.article.id for one in group if heads(one)}
    found: dict[str, _Known] = {}
    for one in group:
        if one.page.article.id in headed and not heads(one):
            found.setdefault(one.page.article.id, _Known()).take(one)
    return found


def _lost(one: Seen, known: _Known, *, heading: bool) -> Iterator[Change]:
    """What a mention leaves out of a number that another one gave."""
    bound = one.amount.bound
    for end in one.ends:
        other = known.bounded.get(end)
        if other and _drops(other.amount, one.amount):
            yield Change("lost bound", bound_words(other), reference(other), heading)
        spanned = known.ranged.get(end)
        if spanned and bound != "range":
            yield Change("lost end", _other_end(spanned.amount, end), reference(spanned), heading)
        added = known.added.get(end)
        if added and not added_by(one) and not points_back(one):
            yield Change("lost addition", added_by(added), reference(added), heading)


def _drops(before: Amount, after: Amount) -> bool:
    """Whether a bound is left out: a rough number may become bounded, a bound may not become another one."""
    if before.bound == "about":
        return after.bound == "exact"
    return after.bound not in (before.bound, "range")


def _gained(one: Seen, known: _Known) -> Iterator[Change]:
    """What a mention adds to a number that an earlier one gave plainly."""
    bound = one.amount.bound
    if bound == "exact":
        return
    for end in one.ends:
        other = known.plain.get(end)
        told = known.ranged if bound == "range" else known.bounded
        if other and other.page is not one.page and end not in told:
            words = _other_end(one.amount, end) if bound == "range" else bound_words(one)
            yield Change("gained end" if bound == "range" else "gained bound", words, reference(other))
            return


class _Steps:
    """The numbers of earlier articles: a mention is compared with another day's, not with a rival's beside it."""

    def __init__(self) -> None:
        self._earlier: list[Seen] = []
        self._today: list[Seen] = []
        self._ends: set[float] = set()

    def moved(self, one: Seen) -> tuple[Change, ...]:
        """Whether the number grew, fell or was rounded since the last article that gives it."""
        if self._today and self._today[-1].page is not one.page:
            self._earlier = self._today
            self._ends.update(end for other in self._today for end in other.ends)
            self._today = []
        self._today.append(one)
        if not self._earlier or any(end in self._ends for end in one.ends):
            return ()
        last = min(self._earlier, key=lambda other: _apart(one, other))
        kind = _direction(last, one)
        return (Change(kind, "", reference(last)),) if kind else ()


def _apart(one: Seen, two: Seen) -> float:
    left, right = max(one.ends, default=0.0), max(two.ends, default=0.0)
    return abs(left - right)


def _direction(before: Seen, after: Seen) -> Kind | None:
    """Which way a number moved; None where one of the two names none."""
    if not before.ends or not after.ends:
        return None
    left, right = sum(before.ends) / len(before.ends), sum(after.ends) / len(after.ends)
    near = abs(left - right) <= _ROUGHLY * max(abs(left), abs(right))
    if near and after.amount.bound == "about":
        return "rounded"
    return "grew" if right > left else "fell" if right < left else None


# ---- words


def bound_words(one: Seen) -> str:
    """The words that bound a number, as its text has them; else the name of the bound."""
    amount, text = one.amount, one.page.article.text
    before = " ".join(text[max(0, amount.span.start - _WINDOW) : amount.span.start].casefold().split())
    found = [phrase for phrase, bound in BOUNDS.items() if bound == amount.bound and _ends_with(before, phrase)]
    return max(found, key=len, default=NAMES[amount.bound])


def _ends_with(before: str, phrase: str) -> bool:
    at = before.rfind(phrase)
    between = len(before) - at - len(phrase)
    return at >= 0 and between <= _BETWEEN and not before[at - 1 : at].isalpha()


def added_by(one: Seen) -> str:
    """The word that makes a number an addition where it may be lost ("another"); "new" and "other" may."""
    if not one.added:
        return ""
    found = _ADDS.search(one.amount.additive or "another")
    return found[0].casefold() if found else ""


def _other_end(amount: Amount, kept: float) -> str:
    """The words of a range without the end that is kept: "500,000 to", or "to 700,000"."""
    numbers = list(_NUMBER.finditer(amount.text))
    if len(numbers) < 2:
        return amount.text
    if kept == amount.high:
        return amount.text[: numbers[-1].start()].strip()
    return amount.text[numbers[0].end() :].strip()
