"""Where the days of articles stand in the origin map: columns by day, days without articles shortened.

A report of May and its echo in November must fit beside nine articles of one weekend. So the day after is one step,
and a gap of n days is 1 + log2(n) steps: still wider where it was longer. Articles of one day that have their words
from each other stand half a step apart. What has no day at all has a column of its own at the end.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model.prose import MONTHS
from sayso.model.times import Interval

#: In percent of the width: where the first column may stand, where the last.
FIRST, LAST = 11.0, 93.0
#: Percent between two named days that a narrow screen needs: "17 Nov" is about 40 of its 350 pixels.
_APART = 11.5
#: The column of articles without any day.
_NO_DAY = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column begins and how much half a step is, in percent of the width."""

    at: dict[int, float]
    half: float

    def x(self, day: int, level: int = 0) -> float:
        """Where an article of a day stands that has `level` others of that day above it."""
        return min(self.at[day] + level * self.half, 98.0)


def day_of(interval: Interval | None) -> int:
    """The day at which an article stands, as an ordinal: the middle of those on which it may have come out."""
    first, last = (interval.earliest, interval.latest) if interval else (None, None)
    if first and last:
        return (first.toordinal() + last.toordinal()) // 2
    known = first or last
    return known.toordinal() if known else _NO_DAY


def columns(levels: Mapping[int, int]) -> Columns:
    """The columns for days as ordinals, each with the number of levels that its articles need."""
    steps: list[tuple[int, float]] = []
    at, before = 0.0, None
    for day in sorted(levels):
        if before is not None:
            at += (levels[before] - 1) / 2 + 1 + (math.log2(day - before) if day != _NO_DAY else 1)
        steps.append((day, at))
        before = day
    total = at + (levels[before] - 1) / 2 if before is not None else 0.0
    scale = (LAST - FIRST) / total if total else 0.0
    # Few columns need not stretch: a step is a quarter of the width at most.
    scale = min(scale, 25.0) if total else 0.0
    return Columns({day: FIRST + step * scale for day, step in steps}, scale / 2 or 6.0)


def named(made: Columns) -> tuple[tuple[float, str], ...]:
    """The days that are named along the top, with their places: as many as fit, the year where it is new."""
    out: list[tuple[float, str]] = []
    year = None
    for day, x in sorted(made.at.items()):
        if out and x - out[-1][0] < _APART + (5 if out[-1][1][-4:].isdigit() else 0):
            continue
        when = date.fromordinal(day)
        name = "no day" if day == _NO_DAY else f"{when.day} {MONTHS[when.month - 1][:3]}"
        if day != _NO_DAY and when.year != year:
            name, year = (f"{name} {when.year}", when.year)
        out.append((x, name))
    return tuple(out)


def levels(found: Sequence[tuple[int, int]]) -> dict[int, int]:
    """For each day the number of levels that pairs of day and level need."""
    out: dict[int, int] = {}
    for day, level in found:
        out[day] = max(out.get(day, 1), level + 1)
    return out
