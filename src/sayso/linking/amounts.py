"""The same quantity across statements and articles, and how its number changed on the way.

Two amounts are taken for one quantity where they count the same kind of thing and share an end ("60,000" and
"60,000 to 90,000"; smaller numbers only in sentences with words in common), or stand in sentences that share
several words though the numbers differ. An addition ("another 120,000") and a total are one quantity only where
the number is the same. What is counted is compared by the head of the noun phrase; nearness of words is no proof,
so a group is a proposal to look at numbers side by side, not a finding.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.lang.en.numbers import CLOSING, KINDRED
from sayso.model.amounts import Amount, Mention, Quantity
from sayso.model.case import Page
from sayso.model.span import Ref
from sayso.model.times import Interval

#: Shared words that make one quantity of two equal numbers, and of two different ones. Set on the example story.
_SHARED_EQUAL, _SHARED_OTHER = 1, 3
#: Different numbers further apart than this factor are different quantities.
_FACTOR = 3.0
#: Smaller counts ("two dogs") are everywhere; they are one quantity only where the sentences are alike.
_SMALL = 13
#: From here on a number is rare enough to be known by itself among things of one kind.
_LARGE = 1000
#: An amount is compared with this many of the groups of its kind at most, the latest first.
_LATEST = 40


@dataclass(frozen=True, slots=True)
class _Seen:
    """An amount at its place: its kind of thing, and the words of the sentence around it."""

    page: Page
    amount: Amount
    head: str
    words: frozenset[str]

    @property
    def ends(self) -> frozenset[float]:
        """The numbers that it names; "up to" names only its upper one."""
        low, high = self.amount.low, self.amount.high
        lower = low if self.amount.bound != "at-most" else None
        return frozenset(end for end in (lower, high) if end is not None)


#: Amounts taken for one quantity, oldest first.
_Group = list[_Seen]


def quantities(pages: Sequence[Page]) -> tuple[Quantity, ...]:
    """The quantities of a case that several places or a statement give, those with most mentions first.

    Mentions run from the oldest article to the latest, undated articles last.
    """
    ordered = sorted(pages, key=_age)
    stated = {(page.article.id, ident) for page in pages for one in page.statements for ident in one.amounts}
    groups = _grouped(seen for page in ordered for seen in _amounts(page))
    kept = [g for g in groups if len(g) > 1 or (g[0].page.article.id, g[0].amount.id) in stated]
    kept.sort(key=lambda group: -len(group))
    shared = Counter(_thing(group) for group in kept)
    return tuple(_quantity(group, alone=shared[_thing(group)] == 1) for group in kept)


def _age(page: Page) -> tuple[str, str]:
    day = page.article.published.interval.earliest if page.article.published else None
    return (day.isoformat() if day else "9999", page.article.id)


def _amounts(page: Page) -> Iterable[_Seen]:
    for amount in page.amounts:
        yield _Seen(page, amount, _head(amount), _around(page.article.text, amount))


# ---- comparing


def _head(amount: Amount) -> str:
    """What is counted, in one word: the last of its unit, singular, kindred words as one; empty where unknown."""
    if not amount.unit:
        return ""
    word = _singular(amount.unit.split()[-1].lower())
    return KINDRED.get(word, word)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


_WORD = re.compile(r"[^\W\d_]{4,40}")
_STOP = re.compile(r"[.!?]\s|\n")
_WINDOW = 160


def _around(text: str, amount: Amount) -> frozenset[str]:
    """The content words of the sentence that holds an amount, at most 160 characters to either side."""
    span = amount.span
    left, right = text[max(0, span.start - _WINDOW) : span.start], text[span.end : span.end + _WINDOW]
    before = left[max((stop.end() for stop in _STOP.finditer(left)), default=0) :]
    end = _STOP.search(right)
    after = right[: end.start()] if end else right
    words = (_singular(word.lower()) for word in _WORD.findall(f"{before} {after}"))
    unit = {_singular(word.lower()) for word in (amount.unit or "").split()}
    return frozenset(word for word in words if word not in CLOSING and word not in unit)


def _same(one: _Seen, other: _Seen) -> bool:
    """Whether two amounts are taken for one quantity."""
    if one.head != other.head and one.head and other.head:
        return False
    shared = len(one.words & other.words)
    if one.ends & other.ends:
        return shared >= _enough(one, other)
    if not one.head or not other.head or bool(one.amount.additive) != bool(other.amount.additive):
        return False
    return shared >= _SHARED_OTHER and _near(one, other)


def _enough(one: _Seen, other: _Seen) -> int:
    """How many words must be shared where a number is: none for a large one of one kind of thing."""
    largest = max(one.ends | other.ends)
    if one.head != other.head:  # one of them counts nothing that is named
        alike = one.ends == other.ends and largest >= _LARGE
        return (0 if len(one.ends) > 1 else _SHARED_EQUAL) if alike else _SHARED_OTHER
    if largest >= _LARGE and one.head:
        return 0
    return _SHARED_OTHER if largest < _SMALL or one.head in ("%", "") else _SHARED_EQUAL


def _near(one: _Seen, other: _Seen) -> bool:
    if not one.ends or not other.ends or min(one.ends | other.ends) <= 0:
        return False
    left, right = max(one.ends), max(other.ends)
    return max(left, right) <= _FACTOR * min(left, right)


def _grouped(seen: Iterable[_Seen]) -> list[_Group]:
    """Every amount in the latest group that it belongs to, or in one of its own."""
    groups: list[_Group] = []
    by_head: dict[str, list[_Group]] = {}
    for one in seen:
        near = by_head.get(one.head, [])[-_LATEST:] + (
            by_head.get("", [])[-_LATEST:] if one.head else groups[-_LATEST:]
        )
        home = next((group for group in reversed(near) if any(_same(one, other) for other in group[-8:])), None)
        if home is None:
            home = []
            groups.append(home)
            by_head.setdefault(one.head, []).append(home)
        home.append(one)
    return groups


# ---- telling


def _thing(group: _Group) -> str:
    """What a group counts, in the words used most, the first among equals."""
    units = Counter(seen.amount.unit for seen in group if seen.amount.unit)
    return units.most_common(1)[0][0] if units else "number"


def _quantity(group: _Group, *, alone: bool) -> Quantity:
    amounts = [seen.amount for seen in group]
    lows = [amount.low for amount in amounts if amount.low is not None]
    highs = [amount.high for amount in amounts if amount.high is not None]
    return Quantity(
        of=_thing(group) if alone else f"{_thing(group)} ({_mark(group)})",
        low=min(lows, default=None),
        high=max(highs, default=None),
        as_of=_as_of(group),
        mentions=tuple(_mention(seen) for seen in group),
        grown="; ".join(filter(None, (_grown(amounts), _headed(group)))) or None,
    )


def _mention(seen: _Seen) -> Mention:
    amount = seen.amount
    return Mention(
        Ref(seen.page.article.id, amount.span), amount.id, role="addition" if amount.additive else "total"
    )


def _mark(group: _Group) -> str:
    """What tells a group from others of the same name: its whole, else its first number as written."""
    return next((seen.amount.of for seen in group if seen.amount.of), group[0].amount.text)


def _as_of(group: _Group) -> Interval | None:
    """The days of the latest dated article that gives the quantity."""
    dated = [seen.page.article.published.interval for seen in group if seen.page.article.published]
    return dated[-1] if dated else None


def _headed(group: _Group) -> str | None:
    """What a heading leaves out of the number that its own article gives in the text."""
    for one in group:
        if one.amount.bound != "exact" or _kind(one) not in ("title", "heading", "furniture"):
            continue
        for other in group:
            bound = _BOUND_WORDS[other.amount.bound].strip()
            alike = other.page is one.page and one.ends & other.ends
            if bound and alike and _kind(other) in ("paragraph", "teaser"):
                return f"a heading drops “{bound}” from {other.amount.text}"
    return None


def _kind(seen: _Seen) -> str:
    """The kind of block that holds an amount; a paragraph where none does."""
    holds = (block.kind for block in seen.page.blocks if block.span.contains(seen.amount.span))
    return next(holds, "paragraph")


_BOUND_WORDS = {"at-most": "up to ", "at-least": "at least ", "about": "about ", "exact": "", "range": ""}


def _worded(amount: Amount) -> str:
    return _BOUND_WORDS[amount.bound] + (f"another {amount.text}" if amount.additive else amount.text)


def _grown(amounts: Sequence[Amount]) -> str | None:
    """How a number changed from its first mention to its last, in words; None where it did not."""
    steps = [amounts[0]]
    for amount in amounts[1:]:
        last = steps[-1]
        if (amount.low, amount.high, amount.bound) != (last.low, last.high, last.bound):
            steps.append(amount)
    if len(steps) < 2:
        return None
    told = [_worded(steps[0])]
    for before, after in pairwise(steps[:6]):
        told.append(f"{_worded(after)}{_lost(before, after)}")
    return f"{told[0]} became " + ", then ".join(told[1:])


def _lost(before: Amount, after: Amount) -> str:
    """What a step left out, in brackets."""
    if before.bound in ("at-most", "at-least", "about") and after.bound == "exact":
        same = after.high in (before.low, before.high)
        return f" (“{_BOUND_WORDS[before.bound].strip()}” was lost)" if same else ""
    if before.bound == "range" and after.bound != "range":
        if after.high == before.high:
            return " (the lower end was lost)"
        return " (the upper end was lost)" if after.low == before.low else ""
    if after.bound == "range" and before.bound != "range":
        return " (an end was added)" if {before.low, before.high} & {after.low, after.high} else ""
    return ""
