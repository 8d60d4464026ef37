"""Two numbers as one: ranges ("5 to 7 million", "between 40 and 50", "10 or 12") and shares ("one in five").

A scale that only the second number has holds for both. "Rose from 5 to 7" is no range but two numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sayso.annotating.numerals import Busy, Numeral, choice, single
from sayso.lang.en.numbers import MOVING
from sayso.model.words import folded

_DASH: Final = re.compile(r"\s?[-–‐‑]\s?|—")
_TO: Final = re.compile(
    r"(?:-?\s+(?:[^\W\d_]{1,12}\s+)?|-)(to|and|or)(?:\s+|-)(?:as\s(?:much|many|high)\sas\s+)?(?:(?:about|around|some|perhaps|maybe|even)\s+)?",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    r"(?<!\w)between\s+(?:(?:about|around|roughly|some|an?\sestimated)\s+)?(?:\S{1,3}\s?)?$", re.IGNORECASE
)
#: "Rose from 5 to 7" goes from one number to another; "rose by 5 to 7" and "will cut 5 to 7 jobs" do not.
_MOVES: Final = re.compile(
    rf"(?<!\w)(?:{choice(MOVING)})(?:\s+\w{{1,20}}){{0,4}}\s+from\s+[^\w\s]{{0,3}}\s?$", re.IGNORECASE
)
#: "Rose 5 to 40" and "rose by 5 to 40": a step, and where it led.
_STEPS: Final = re.compile(rf"(?<!\w)(?:by|{choice(MOVING)})\s+[^\w\s]{{0,3}}\s?$", re.IGNORECASE)
_ASIDE: Final = re.compile(r"\s\([^()\n]{1,40}\)")
_WINDOW: Final = 60


def _joins(text: str, left: Numeral, right: Numeral) -> bool:
    """Whether the words between two numbers, and before them, make them the ends of one range."""
    gap = text[left.end_of_unit : right.lead]
    if "(" in gap:
        gap = _ASIDE.sub("", gap)
    if len(gap) > 40 or "\n" in gap:
        return False
    if _DASH.fullmatch(gap):
        return True
    to = _TO.fullmatch(gap)
    if to is None:
        return False
    before = text[max(0, left.start - _WINDOW) : left.start]
    word = folded(to[1])
    if word == "to":
        return not _moves(before, left, right)
    if word == "and":
        return bool(_BETWEEN.search(before))
    return left.scale == right.scale and (right.high <= 1.5 * left.low or _neighbours(left.low, right.high))


def _moves(before: str, left: Numeral, right: Numeral) -> bool:
    """Whether the words before make two numbers a change: "rose from 5 to 7", "by 5 to 40"."""
    scale = right.scale if left.scale == 1 else 1.0
    far = right.high > 2.5 * left.low * scale
    return bool((far and _STEPS.search(before)) or _MOVES.search(before))


def _neighbours(low: float, high: float) -> bool:
    """Whether two numbers have one digit before their noughts, and the second is the next or next but one."""
    step = 10.0 ** (len(str(int(high))) - 1)
    return low % step == 0 == high % step and high - low <= 2 * step


def joined_range(text: str, left: Numeral, right: Numeral) -> Numeral | None:
    """Two numbers as one range; a scale that only the second has holds for both ("5 to 7 million")."""
    if left.vague or right.vague or (left.percent and not right.percent) or left.fraction > right.fraction:
        return None
    if left.money != right.money and not (left.money and not right.money):
        return None
    if not _joins(text, left, right):
        return None
    shared = left.scale == 1 < right.scale and left.low < right.high / right.scale
    low = left.low * right.scale if shared else left.low
    if not low < right.high:
        return None
    return replace(right, start=left.start, lead=left.lead, low=low, money=left.money or right.money, range=True)


_IN: Final = re.compile(r"\s+(in|out\s+of|of)\s+(?:every\s+)?", re.IGNORECASE)
_PERIOD: Final = re.compile(
    r"\s+(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|games?|matches|starts|tests|innings|attempts)\b",
    re.IGNORECASE,
)


def share(text: str, left: Numeral, right: Numeral) -> Numeral | None:
    """Two numbers as one fraction ("one in five", "3 out of 5"); None for two counts."""
    plain = not (left.money or left.percent or left.range or left.vague or left.measure or left.fraction)
    gap = _IN.fullmatch(text[left.end_of_unit : right.start][:20])
    if not plain or gap is None or not 0 < left.low < right.low or right.percent or right.money:
        return None
    round_one = right.low <= 10 or right.low in (20, 25, 50, 100) or (left.low == 1 and not 1800 < right.low < 2100)
    if folded(gap[1]) == "of" and right.low != 10 and "every" not in gap[0]:
        return None
    if left.low > 10 or not round_one or (_PERIOD.match(text, right.end) and folded(gap[1]) == "in"):
        return None
    value = round(left.low / right.low, 6)
    return replace(right, start=left.start, lead=left.lead, low=value, high=value, fraction=True)


def numerals(text: str, start: int, end: int, busy: Busy | None = None) -> Iterator[Numeral]:
    """The numbers of text[start:end] in order, ranges joined; numbers of more than 18 characters are left out.

    So are digits inside of what is `busy`.
    """
    waiting: Numeral | None = None
    for numeral in single(text, start, end, busy):
        if waiting is not None:
            near = numeral.start - waiting.end_of_unit <= 60
            joined = None
            if near and not waiting.range:
                joined = joined_range(text, waiting, numeral) or share(text, waiting, numeral)
            if joined is not None:
                waiting = joined
                continue
            yield waiting
        waiting = numeral
    if waiting is not None:
        yield waiting
