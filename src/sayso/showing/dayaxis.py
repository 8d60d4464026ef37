"""A day axis: which days are drawn, where a day stands, and which days are named along it.

Each day is a cell of the same width. The axis holds the days on which articles came out, and the question's own
days and what else stands near those; a report of 1998 must not crush a fortnight of news into a line, so what lies
far off is drawn at the edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model.prose import MONTHS
from sayso.model.times import Interval

#: Units of the drawing: the column of names left of the axis, the axis, and the rest to its right.
LEFT, WIDTH, MARGIN = 150, 710, 40
#: An inferred date or the question's own day is drawn up to so many times the days of the dated articles from them,
#: any other day up to half of these days, and each within two weeks. By eye, on cases of 2 to 60 articles.
_FAR, _LEAST = 3.0, 14
#: Months between two named days.
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)


@dataclass(frozen=True, slots=True)
class Axis:
    """The first and the last day drawn, as ordinals."""

    first: int
    last: int

    @property
    def cell(self) -> float:
        """How wide a day is."""
        return WIDTH / (self.last - self.first + 1)

    def begins(self, ordinal: int) -> float:
        """Where a day begins; one beyond an end begins there."""
        return min(max(0.0, (ordinal - self.first) * self.cell), WIDTH)

    def middle(self, ordinal: int) -> float:
        """Where the middle of a day stands."""
        return self.begins(ordinal) + self.cell / 2

    def ends(self, ordinal: int) -> float:
        """Where a day ends."""
        return self.begins(ordinal + 1)

    def holds(self, interval: Interval) -> bool:
        """Whether an end that is known lies on the axis, or it lies between two that do not."""
        known = [when.toordinal() for when in (interval.earliest, interval.latest) if when]
        return bool(known) and known[-1] >= self.first and known[0] <= self.last


def axis(
    given: Sequence[Interval], inferred: Sequence[Interval], asked: Iterable[date], other: Iterable[Interval]
) -> Axis | None:
    """The axis for given and inferred dates, the question's own days and all others; None where none is known."""
    asked = sorted(asked)
    core = _ordinals(given) or _ordinals(inferred) or [when.toordinal() for when in asked]
    if not core:
        return None
    first, last = min(core), max(core)
    far = max(_LEAST, int((last - first) * _FAR))
    wide = _near(first, last, [*_ordinals(inferred), *(when.toordinal() for when in asked)], far)
    close = _near(first, last, _ordinals(other), max(_LEAST, (last - first) // 2))
    return Axis(min(wide[0], close[0]), max(wide[1], close[1]))


def _ordinals(found: Iterable[Interval]) -> list[int]:
    """All ends that are known."""
    return [when.toordinal() for one in found for when in (one.earliest, one.latest) if when]


def _near(low: int, high: int, days: Iterable[int], reach: int) -> tuple[int, int]:
    """The range from `low` to `high`, made wide enough for those of `days` that lie within `reach` of it."""
    near = [when for when in days if low - reach <= when <= high + reach]
    return min([low, *near]), max([high, *near])


def ticks(made: Axis) -> tuple[tuple[date, str], ...]:
    """The days named along the axis with their names: days, Mondays, firsts of months or years, ten or so."""
    first, last = date.fromordinal(made.first), date.fromordinal(made.last)
    span = made.last - made.first + 1
    if span <= 70:
        step = 1 if span <= 10 else 7
        start = first + timedelta((-first.weekday()) % 7 if step == 7 else 0)
        found = [date.fromordinal(at) for at in range(start.toordinal(), made.last + 1, step)]
    else:
        months = next((size for size in _STEPS if span <= 290 * size), _STEPS[-1])
        found = [when for when in _firsts(first, last, months) if first <= when <= last]
    return tuple(
        (when, _name(when, found[at - 1] if at else None, exact=span <= 70)) for at, when in enumerate(found)
    )


def _firsts(first: date, last: date, months: int) -> list[date]:
    """The first days of every so many months, from the year of `first` to `last`."""
    begin = first.year - first.year % max(1, months // 12)
    total = range(0, (last.year - begin + 1) * 12, months)
    return [date(begin + at // 12, at % 12 + 1, 1) for at in total if 0 < begin + at // 12 <= date.max.year]


def _name(when: date, before: date | None, *, exact: bool) -> str:
    """A day's name: its year only where that is new."""
    lead = f"{when.day} " if exact else ""
    year = f" {when.year}" if before is None or before.year != when.year else ""
    return f"{lead}{MONTHS[when.month - 1][:3]}{year}"
