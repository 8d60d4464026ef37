"""Amounts that were changed on the way: another number of the same thing, or a number without what bounds it.

Same thing: the same kind of thing counted (linking/counted.py) in like words. Changed: no end in common,
neither rounded nor a wider bound. Lost: the same number without its bound, without an end of its range or
without "another" (linking/travels.py); or of another unit. A number is miswritten most often by a nought or a
figure; one such is believed in fewer words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from sayso.lang.en.drifting import ADDED_TOLD, BOUNDED_TOLD, BOUNDS_TOLD
from sayso.lang.en.headlines import UNITS
from sayso.linking.counted import Seen, seen
from sayso.linking.likeness import barred, shares_end
from sayso.linking.roots import Placed
from sayso.linking.shifts import HALF, Shift, explained
from sayso.linking.travels import changes
from sayso.linking.wordings import Pair
from sayso.model.amounts import Amount, Change
from sayso.model.case import Page
from sayso.model.span import Ref, Span

#: By how much a number may be rounded without a word that says so.
_ROUNDED: Final = 0.12
#: Factor up to which "up to" is no wider than the number it came from.
_WIDER: Final = 1.2
#: Number up to which everything is counted.
_FEW: Final = 10

_ADDED = re.compile(ADDED_TOLD, re.IGNORECASE)
_BOUNDED = re.compile(BOUNDED_TOLD, re.IGNORECASE)


class Numbers:
    """The amounts of pages with what they count, read once a page and only where asked for."""

    def __init__(self) -> None:
        """Read nothing yet."""
        self._pages: dict[str, Mapping[str, Seen]] = {}

    def of(self, item: Placed) -> list[Seen]:
        """The amounts of a statement, in text order."""
        wanted = item.statement.amounts
        if not wanted:
            return []
        known = self.on(item.page)
        return [known[ident] for ident in wanted if ident in known]

    def on(self, page: Page) -> Mapping[str, Seen]:
        """The amounts of a page by id."""
        found = self._pages.get(page.article.id)
        if found is None:
            found = self._pages[page.article.id] = {one.amount.id: one for one in seen(page)}
        return found


def amounts(pair: Pair, numbers: Numbers) -> Iterator[Shift]:
    """The one number that was changed, or what was lost around one that was kept."""
    left, right = numbers.of(pair.left.item), numbers.of(pair.right.item)
    if not left or not right or not pair.alike:
        return
    for two in right:
        kept = next((one for one in left if shares_end(one, two)), None)
        if kept is not None:
            yield from _around(kept, two, pair)
    lost = [one for one in left if not any(shares_end(one, two) for two in right)]
    new = [two for two in right if not any(shares_end(one, two) for one in left)]
    for two in new:
        like = [one for one in lost if comparable(one, two) or _miswritten(one, two, pair)]
        rivals = [other for other in new if like and comparable(like[0], other)]
        rivals = rivals or [two]
        if len(like) == 1 and len(rivals) == 1 and _changed(like[0], two, pair):
            shift = _shift(like[0], two, _multiple(like[0].amount, two.amount))
            yield replace(shift, weak=not _sure(like[0], two, pair))


def comparable(one: Seen, two: Seen) -> bool:
    """Whether two numbers may count the same thing: nothing bars it, and something speaks for it."""
    if barred(one, two):
        return False
    if one.scale == two.scale and one.scale in {"money", "percent"}:
        return True
    return (
        bool(one.head and one.head == two.head)
        or bool(one.happens and set(one.happens) & set(two.happens))
        or bool(one.near & two.near)
    )


def _miswritten(one: Seen, two: Seen, pair: Pair) -> bool:
    """Whether a number that counts a thing of another name is miswritten in otherwise like words."""
    a, b = _value(one.amount), _value(two.amount)
    counts = one.scale == two.scale == "count" and not (one.added or two.added)
    return counts and pair.share >= HALF and a is not None and b is not None and min(a, b) >= _FEW and slip(a, b)


def _changed(one: Seen, two: Seen, pair: Pair) -> bool:
    """Whether one number cannot be the other told more roughly, and nothing says that it is a new one."""
    a, b = _value(one.amount), _value(two.amount)
    if a is None or b is None or _rough(one.amount, two.amount):
        return False
    if explained(two.page, two.amount.span) or min(a, b) <= 1 or (max(a, b) < _FEW and one.head != two.head):
        return False
    return slip(a, b) or pair.tied or pair.share >= HALF or (one.head == two.head and bool(one.head))


def _sure(one: Seen, two: Seen, pair: Pair) -> bool:
    """Whether two numbers count the same thing by their own words alone."""
    a, b = _value(one.amount), _value(two.amount)
    same = bool(one.head) and one.head == two.head
    return pair.tied or pair.share >= HALF or (same and a is not None and b is not None and slip(a, b))


def _value(amount: Amount) -> float | None:
    ends = [end for end in (amount.low, amount.high) if end is not None]
    return (max(ends) if amount.bound != "at-least" else ends[0]) if ends else None


def _rough(one: Amount, two: Amount) -> bool:
    """Whether the second number may be the first told more roughly, or more widely."""
    a, b = _value(one), _value(two)
    if a is None or b is None:
        return True
    if abs(a - b) <= _ROUNDED * max(a, b):
        return True
    if two.bound == "at-most":
        return a <= b <= _WIDER * a
    if two.bound == "at-least":
        return b <= a
    if one.bound == "at-least":
        return b >= a
    return not one.apart(two) and not one.bound == two.bound == "exact"


def slip(a: float, b: float) -> bool:
    """Whether one number is the other miswritten: a nought more or less, a figure more, less, another or moved."""
    if a <= 0 or b <= 0:
        return False
    tens = math.log10(b / a)
    if abs(tens - round(tens)) < 1e-9:
        return True
    left, right = (f"{value:.12g}" for value in (a, b))
    noughts = min(len(text) - len(text.rstrip("0")) for text in (left, right))
    left, right = left[: len(left) - noughts], right[: len(right) - noughts]
    if min(len(left), len(right)) < 2 and len(left) == len(right):
        return False
    if len(left) == len(right):
        return sorted(left) == sorted(right) or sum(x != y for x, y in zip(left, right, strict=True)) == 1
    short, long = sorted((left, right), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def slipped(shift: Shift) -> bool:
    """Whether a changed number is the old one miswritten."""
    a, b = ([end for end in ends[1:] if isinstance(end, float)] for ends in (shift.old, shift.value))
    return bool(a and b) and slip(a[-1], b[-1])


def _multiple(one: Amount, two: Amount) -> str:
    """How many times as much, in words; empty where it is no round multiple."""
    a, b = _value(one), _value(two)
    if not a or not b:
        return ""
    more, less = b / a, a / b
    for times, words_for in ((more, "{} times as many"), (less, "one {}th of it")):
        if times >= 2 and abs(times - round(times)) < 1e-9 and times <= 1000:
            return (
                words_for.format(round(times))
                .replace("2 times as many", "twice as many")
                .replace("one 2th", "half")
            )
    return ""


def _around(one: Seen, two: Seen, pair: Pair) -> Iterator[Shift]:
    """What was lost around a number that was kept: its bound, an end, "another", or its unit."""
    if unit := _other_unit(one, two, pair):
        yield replace(unit, value=framed(two), old=framed(one))
        return
    if pair.share < HALF or barred(one, two):
        return
    for change in list(changes((one, two)))[1]:
        if _really_lost(change, two):
            lost = _shift(one, two, f"“{change.words}” was lost")
            yield replace(lost, value=framed(two), old=framed(one))
            return


def _really_lost(change: Change, two: Seen) -> bool:
    """Whether words were lost that bound a number, and no others stand in for them."""
    text = two.page.article.text
    sentence = text[two.sentence.start : two.sentence.end]
    if change.kind == "lost bound":
        return change.words in BOUNDS_TOLD and not _BOUNDED.search(sentence)
    if change.kind == "lost end":
        return two.amount.bound == "exact" and not _BOUNDED.search(sentence)
    return change.kind == "lost addition" and not _ADDED.search(sentence)


def _other_unit(one: Seen, two: Seen, pair: Pair) -> Shift | None:
    """The same number of another unit of one family ("3 miles", "3 kilometres")."""
    units = [UNITS.get((each.amount.unit or "").casefold()) for each in (one, two)]
    if units[0] and units[1] and units[0][0] == units[1][0] and units[0][1] != units[1][1] and pair.share >= HALF:
        return _shift(one, two, f"{units[0][1]} became {units[1][1]}")
    return None


def _shift(one: Seen, two: Seen, what: str) -> Shift:
    return Shift(
        "amount", Ref(one.page.article.id, wide(one)), Ref(two.page.article.id, wide(two)),
        phrase(one), phrase(two), what, ("amount", *two.ends), ("amount", *one.ends),
    )  # fmt: skip


def framed(one: Seen) -> tuple[object, ...]:
    """What stands around a number, as the value of a change that leaves the number itself."""
    return ("frame", *one.ends, "added" if one.added else one.amount.bound, (one.amount.unit or "").casefold())


_BEFORE = re.compile(
    r"(?:up to|as (?:many|much|high) as|at (?:least|most)|(?:more|less|fewer) than|another|a further|some|about"
    r"|over|under)"
    r"\s{1,2}(?:\$|€|£)?$",
    re.IGNORECASE,
)


def wide(one: Seen) -> Span:
    """A number's place with the words that bound it."""
    text, span = one.page.article.text, one.amount.span
    bound = _BEFORE.search(text[max(0, span.start - 24) : span.start])
    return Span(span.start - (len(bound[0]) if bound else 0), span.end)


def phrase(one: Seen) -> str:
    """A number in words, with its bound and what it counts where that stands behind it."""
    text, span = one.page.article.text, wide(one)
    unit = one.amount.unit or ""
    behind = text[span.end : span.end + len(unit) + 30]
    at = behind.find(unit) if unit else -1
    end = span.end + at + len(unit) if 0 <= at <= 20 else span.end
    return " ".join(text[span.start : end].split())
