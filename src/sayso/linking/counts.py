"""Numbers of a heading against those of its text: other values, other units, bounds left out, the dead and hurt."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import combinations

from sayso.lang.en.headlines import (
    ABOVE,
    AT_MOST,
    BELOW,
    DEAD,
    DEAD_OR_HURT,
    GROWTH,
    HURT,
    PER,
    SHARES,
    UNITS,
)
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

#: From where on a number tells a thing from others; share of a heading's matter in a sentence whose only number
#: is held against the heading's only one.
_TELLING, _MOST = 10, 0.6

#: Amounts of one sentence that are summed by twos and threes.
_SUMMED = 6


def other_number(page: Page, head: Line, pairs: Sequence[Pair], under: Sequence[Line]) -> Overread | None:
    """A number of a heading that its text does not bear out."""
    text = page.article.text
    below = [other for line in under for other in _within(page, line)]
    worded = [share[2] for share in _worded(text, head)]
    for amount in _within(page, head):
        if (amount.high or 0) < _TELLING and any(amount.span.overlaps(span) for span in worded):
            continue
        if any(_bears(text, amount, other) for other in below):
            continue
        if any(_sums(amount, _within(page, pair.text)) for pair in pairs):
            continue
        if found := _changed(text, amount, [(o, pair) for pair in pairs for o in _within(page, pair.text)], below):
            return found
    return (
        _dead_and_hurt(page, head, pairs)
        or _other_share(page, head, pairs, under)
        or _other_growth(page, head, under)
    )


_FIGURE = r"\D{0,3}([0-9]{1,9}(?:,[0-9]{3}){0,3}(?:\.[0-9]{1,4})?)"
_FROM_TO = re.compile(rf"\bfrom {_FIGURE} [^.;]{{0,24}}?\bto {_FIGURE}")


def _other_growth(page: Page, head: Line, under: Sequence[Line]) -> Overread | None:
    """A heading by which something doubles over a text in which it grows "from 4 to 5 percent"."""
    text = page.article.text
    at = (head.span.start, head.span.end)
    said = next(
        ((a, b, Span(*m.span())) for words, a, b in GROWTH if (m := pattern(words).search(text, *at))), None
    )
    if said is None:
        return None
    grown = [m for line in under if head.matter & line.matter for m in _FROM_TO.finditer(text, *_ends(line))]
    if len(grown) != 1:
        return None
    first, last = (float(value.replace(",", "")) for value in grown[0].groups())
    if not first or said[0] <= last / first <= said[1]:
        return None
    return Overread("number", said[2], Span(*grown[0].span()), f"“{said[2].of(text)}” is not “{grown[0].group()}”")


def _ends(line: Line) -> tuple[int, int]:
    return line.span.start, line.span.end


def _other_share(page: Page, head: Line, pairs: Sequence[Pair], under: Sequence[Line]) -> Overread | None:
    """A share that a heading has in words ("most", "one in three") and its text denies by another one."""
    text = page.article.text
    said = _worded(text, head)
    if not said or any(one.unit == "%" for one in _within(page, head)):
        return None
    (low, high, place), *_ = said
    on = [line for line in under if head.matter & line.matter]
    if any(a <= high and low <= b for line in on for a, b, _ in _shares(page, line)):
        return None
    near = [share for line in [pair.text for pair in pairs[:1]] or on for share in _shares(page, line)]
    if len(near) != 1:
        return None
    return Overread("number", place, near[0][2], f"“{near[0][2].of(text)}” became “{place.of(text)}”")


_ABOVE, _BELOW = (re.compile(rf"\b{words}\s{{1,2}}\W?\d", re.IGNORECASE) for words in (ABOVE, BELOW))
_PER = re.compile(rf"{PER}\b", re.IGNORECASE)
_ONE_IN = re.compile(r"\b(?:one|1) (?:in|out of) (\d{1,4})\b", re.IGNORECASE)


def _worded(text: str, line: Line) -> list[tuple[float, float, Span]]:
    """The shares that a line has in words: lowest and highest per cent that each may mean, and its place."""
    at = (line.span.start, line.span.end)
    found = [(a, b, Span(*m.span())) for words, a, b in SHARES if (m := pattern(words).search(text, *at))]
    rates = ((100 / max(1, int(m[1])), Span(*m.span())) for m in _ONE_IN.finditer(text, *at))
    return found + [(0.9 * rate, 1.1 * rate, span) for rate, span in rates]


def _shares(page: Page, line: Line) -> list[tuple[float, float, Span]]:
    """All shares in a line, those in figures, too."""
    text = page.article.text
    found = _worded(text, line)
    for one in _within(page, line):
        if _unit(text, one) == ("share", "%"):
            ends = [value for value in (one.low, one.high) if value is not None]
            found.append((min(ends, default=0) - 1, max(ends, default=100) + 1, _wide(text, one)))
    return found


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
    """Whether a number of the text bears out one of the heading: its value, unit, rate and bound."""
    (family, name), (family_of, name_of) = _unit(text, head), _unit(text, other)
    if not _close(head, other) or (family and family == family_of and name != name_of):
        return False
    return not (_unbounded(head, other) or _other_rate(text, head, other) or _other_side(text, head, other))


def _unbounded(head: Amount, other: Amount) -> bool:
    """Whether "up to" was left out."""
    return other.bound == "at-most" and head.bound == "exact" and head.high == other.high


def _other_side(text: str, head: Amount, other: Amount) -> bool:
    """Whether "nearly 500" became "more than 500"."""
    return _ABOVE.search(_before(text, head)) is not None and _BELOW.search(_before(text, other)) is not None


def _before(text: str, amount: Amount) -> str:
    """An amount with the few words before it."""
    return text[max(0, amount.span.start - 16) : amount.span.end]


def _other_rate(text: str, head: Amount, other: Amount) -> bool:
    """Whether an amount "a month" is one "a year"."""
    rates = [_PER.match(text, one.span.end) for one in (head, other)]
    return bool(rates[0] and rates[1] and rates[0][1].casefold() != rates[1][1].casefold())


def _sums(head: Amount, others: Sequence[Amount]) -> bool:
    """Whether two or three numbers of a sentence add up to the heading's."""
    values = [one.high for one in others[:_SUMMED] if one.high is not None]
    sums = (sum(some) for size in (2, 3) for some in combinations(values, size))
    return head.high is not None and any(abs(total - head.high) <= _ROUNDED * head.high for total in sums)


def _changed(
    text: str, head: Amount, near: Sequence[tuple[Amount, Pair]], below: Sequence[Amount]
) -> Overread | None:
    """The number of the text that a heading changed: of the same unit, or the same number of another unit."""
    family, name = _unit(text, head)
    for other in below:
        apart = family and _unit(text, other)[0] == family and _unit(text, other)[1] != name
        if _unbounded(head, other) and not apart and (head.high or 0) >= _TELLING:
            return _flag(text, head, other, "“up to” was left out")
    for other in below:
        same = _unit(text, other) == (family, name) and _close(head, other)
        if same and (_other_rate(text, head, other) or _other_side(text, head, other)):
            return _flag(text, head, other, "an amount is reckoned to another time or turned to its other side")
    turned = [other for other, _ in near if name and _turned(text, head, other)]
    if len(turned) == 1:
        return _flag(text, head, turned[0], "a unit was changed")
    return _other_value(text, head, near)


def _other_value(text: str, head: Amount, near: Sequence[tuple[Amount, Pair]]) -> Overread | None:
    """The one number of the same unit on the matter, or in the sentence that shares most, where it is another."""
    family, name = _unit(text, head)
    best = near[0][1].text if near else None
    for some in ([one for one, _ in near], [one for one, pair in near if pair.text is best]):
        like = [one for one in some if name and _unit(text, one) == (family, name)]
        if len(like) == 1 and family != "time" and not _close(head, like[0]):
            return _flag(text, head, like[0], "a number was changed")
    only = [one for one, pair in near if pair.text is best and _unit(text, one)[0] != "time"]
    if family or (head.high or 0) < _TELLING or len(only) != 1 or near[0][1].share < _MOST:
        return None
    if _unit(text, only[0])[0] or _close(head, only[0]):
        return None
    return _flag(text, head, only[0], "a number was changed")


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
