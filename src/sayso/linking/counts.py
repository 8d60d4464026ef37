"""Numbers of a heading against those of its text: other values, other units, bounds left out, the dead and hurt."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import combinations

from sayso.lang.en.headlines import AT_MOST, DEAD, DEAD_OR_HURT, HURT, UNITS
from sayso.linking.lines import Line, Pair, pattern
from sayso.model.amounts import Amount
from sayso.model.case import Page
from sayso.model.overreads import Overread
from sayso.model.span import Span, cover
from sayso.model.times import TimeMention
from sayso.model.words import stem

#: By how much a heading may round a number; the largest part that readers of evals/headings.md let pass.
_ROUNDED, _LOOSELY = 0.05, 0.15

_POINTS = re.compile(r"\W{0,2}(?:percentage|per cent|percent)? ?points?\b", re.IGNORECASE)
_AFTER = re.compile(r"[ -]?(?:percentage points?|per cent|\w{1,20})", re.IGNORECASE)

#: Amounts of one sentence that are summed by twos and threes.
_SUMMED = 6


def other_number(page: Page, head: Line, pairs: Sequence[Pair], under: Sequence[Line]) -> Overread | None:
    """A number of a heading that its text does not bear out."""
    text = page.article.text
    for amount in _within(page, head):
        near = [(other, pair) for pair in pairs for other in _within(page, pair.text)]
        if any(_bears(text, amount, other) for line in under for other in _within(page, line)):
            continue
        if any(_sums(amount, _within(page, pair.text)) for pair in pairs):
            continue
        if found := _changed(text, amount, near):
            return found
    return _dead_and_hurt(page, head, pairs)


def _within(page: Page, line: Line) -> Sequence[Amount]:
    """The amounts of a line; a page's amounts are in text order."""
    first = bisect_left(page.amounts, line.span.start, key=lambda one: one.span.start)
    last = bisect_left(page.amounts, line.span.end, key=lambda one: one.span.start)
    return [*page.amounts[first:last], *_durations(page, line)]


_LENGTH = re.compile(r"(\d{1,6}) (seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)")


def _durations(page: Page, line: Line) -> list[Amount]:
    """The lengths of time in a line ("30 hours"), as amounts."""
    found = [_LENGTH.search(page.article.text, one.span.start, one.span.end) for one in _times(page, line)]
    return [
        Amount(
            match.group(), Span(*match.span()), match.group(), float(match[1]), float(match[1]), "exact", match[2]
        )
        for match in found
        if match
    ]


def _times(page: Page, line: Line) -> Sequence[TimeMention]:
    first = bisect_left(page.times, line.span.start, key=lambda one: one.span.start)
    last = bisect_left(page.times, line.span.end, key=lambda one: one.span.start)
    return [one for one in page.times[first:last] if one.type == "DURATION"]


def _unit(text: str, amount: Amount) -> tuple[str, str]:
    """The family and name of what is counted; the family is empty where the unit is of no family."""
    said = (amount.unit or "").casefold()
    if said == "%" and _POINTS.match(text, amount.span.end):
        return UNITS["points"]
    last = said.split()[-1] if said.split() else ""
    return UNITS.get(said) or UNITS.get(last) or UNITS.get(f"{last}s") or ("", stem(last) if last else "")


def _close(one: Amount, other: Amount) -> bool:
    """Whether two values may be one, the heading's being rounded."""
    if not one.apart(other):
        return True
    ends = [(a, b) for a in (one.low, one.high) for b in (other.low, other.high) if a is not None and b is not None]
    room = _LOOSELY if one.bound == "about" else _ROUNDED
    return any(abs(a - b) <= room * max(abs(a), abs(b)) for a, b in ends)


def _bears(text: str, head: Amount, other: Amount) -> bool:
    """Whether a number of the text bears out one of the heading: its value, unit and bound."""
    (family, name), (family_of, name_of) = _unit(text, head), _unit(text, other)
    if not _close(head, other) or (family and family == family_of and name != name_of):
        return False
    return not _unbounded(head, other)


def _unbounded(head: Amount, other: Amount) -> bool:
    """Whether "up to" was left out."""
    return other.bound == "at-most" and head.bound == "exact" and head.high == other.high


def _sums(head: Amount, others: Sequence[Amount]) -> bool:
    """Whether two or three numbers of a sentence add up to the heading's."""
    values = [one.high for one in others[:_SUMMED] if one.high is not None]
    sums = (sum(some) for size in (2, 3) for some in combinations(values, size))
    return head.high is not None and any(abs(total - head.high) <= _ROUNDED * head.high for total in sums)


def _changed(text: str, head: Amount, near: Sequence[tuple[Amount, Pair]]) -> Overread | None:
    """The number of the text that a heading changed: of the same unit, or the same number of another unit."""
    family, name = _unit(text, head)
    if not name:
        return None
    for other, _ in near:
        if _unit(text, other) == (family, name) and _unbounded(head, other):
            return _flag(text, head, other, "“up to” was left out")
    turned = [other for other, _ in near if _turned(text, head, other)]
    if len(turned) == 1:
        return _flag(text, head, turned[0], "a unit was changed")
    like = [other for other, _ in near if _unit(text, other) == (family, name)]
    if len(like) == 1 and family != "time" and not _close(head, like[0]):
        return _flag(text, head, like[0], "a number was changed")
    return None


def _turned(text: str, head: Amount, other: Amount) -> bool:
    """Whether two amounts are the same number of two units of one family."""
    (family, name), (family_of, name_of) = _unit(text, head), _unit(text, other)
    return bool(family) and family == family_of and name != name_of and _close(head, other)


def _flag(text: str, head: Amount, other: Amount, about: str) -> Overread:
    return Overread("number", _wide(text, head), _wide(text, other), about)


def _wide(text: str, amount: Amount) -> Span:
    """An amount with its sign of money, the bound before it and the word after it."""
    start = amount.span.start
    if amount.unit and not amount.unit[0].isalnum() and text[:start].endswith(amount.unit):
        start -= len(amount.unit)
    before = text[max(0, start - 20) : start]
    if bound := pattern(rf"{AT_MOST}\s{{1,2}}$").search(before):
        start -= len(before) - bound.start()
    after = _AFTER.match(text, amount.span.end) if text[start : amount.span.end].strip()[-1:].isdigit() else None
    return Span(start, after.end() if after else amount.span.end)


def _dead_and_hurt(page: Page, head: Line, pairs: Sequence[Pair]) -> Overread | None:
    """The dead counted with the hurt, of whom the heading makes dead."""
    text = page.article.text
    dead = pattern(DEAD).search(text, head.span.start, head.span.end)
    if not dead or pattern(HURT).search(text, head.span.start, head.span.end):
        return None
    for amount in _within(page, head):
        for pair in pairs:
            both = pattern(DEAD_OR_HURT).search(text, pair.text.span.start, pair.text.span.end)
            same = [one for one in _within(page, pair.text) if one.low == amount.low or one.high == amount.high]
            if both and same and 0 <= both.start() - same[0].span.end < 40:
                return Overread(
                    "number",
                    cover((amount.span, Span(*dead.span()))),
                    Span(same[0].span.start, both.end()),
                    "the hurt were counted among the dead",
                )
    return None
