"""Clues of weekdays: what "on Tuesday" and "on Wednesday" of one text say together about the day of writing.

A single weekday says little: it is today as often as yesterday. Together they say more. The one named most often
is the news, so today or yesterday; one that is named once may be days back. And where one sentence looks back on a
weekday and ahead to another ("announced on Tuesday that she would speak on Wednesday"), it was written between
them.

Where the numbers come from. The weight of a day of writing is the sum of a table for each weekday named, by how
many days it lies back (or ahead): one for being named at all, one times the logarithm of how often, one more for
the weekday named most. The tables are those of a conditional logit over the seven days, fitted on 840 dated
articles of PolNeAR (train) and those of TimeBank and AQUAINT, with a ridge of 2 (`python -m training.dating`).
Cross-validated, the logarithm of the chance of the right day rose from -1.58 for independent weekdays to -1.46
(-1.95 by chance). Sentences that look back on one weekday and ahead to another are rare: of 9 (PolNeAR, train) all
were written from the first to the second, 6 on the first itself, and all 5 where the second is the day after it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.linking.clues import Clue, Weight
from sayso.linking.sentences import around
from sayso.model.case import Page
from sayso.model.span import Span
from sayso.model.timeforms import parsed
from sayso.model.times import TimeMention

_Table = tuple[float, ...]
#: Weights of a past weekday 0 … 6 days back: named at all, times the logarithm of how often, named most often.
_NAMED: _Table = (0.22, 0.58, 0.37, 0.07, -0.04, -0.44, -0.75)
_OFTEN: _Table = (0.25, 0.49, 0.71, 0.0, -0.13, -0.81, -0.5)
_MOST: _Table = (1.03, 0.66, -0.1, -0.01, -0.59, -0.57, -0.41)
#: Weights of a weekday ahead that lies 0 … 6 days ahead, and of one whose way is open 0 … 6 days back.
_AHEAD: _Table = (0.55, 0.51, -0.04, -0.12, -0.31, 0.01, -0.6)
_OPEN: _Table = (0.29, 0.12, -0.06, -0.36, -0.06, 0.3, -0.23)
#: Shares of sentences with a past weekday and one ahead that were written on the first, on the second (then "today"
#: by its name), and outside the days from one to the other.
_FIRST, _SECOND, _OUTSIDE = 0.6, 0.08, 0.05
_MOST_TIMES, _MOST_PAIRS, _MOST_REPEATS = 200, 3, 6


@dataclass(frozen=True, slots=True)
class Named:
    """A weekday of one way in a text (ISO number, lean) and where it is named, with the sentences around."""

    weekday: int
    lean: int
    places: tuple[tuple[Span, TimeMention], ...]

    @property
    def first(self) -> TimeMention:
        """Where it is first named."""
        return self.places[0][1]


def weekdays(page: Page) -> tuple[Clue, ...]:
    """A clue for each weekday that a text names as past, ahead or neither, and for each sentence with two ways."""
    named = weekdays_named(page)
    past = [one for one in named if one.lean < 0]
    most = max(past, key=lambda one: len(one.places), default=None)
    singles = tuple(_single(one, most=one is most) for one in named)
    return (*singles, *_between(past, [one for one in named if one.lean > 0]))


def weekdays_named(page: Page) -> list[Named]:
    """The weekdays of a text, each way by itself, in the order in which they are first named."""
    found: dict[tuple[int, int], list[tuple[Span, TimeMention]]] = {}
    for mention in page.times[:_MOST_TIMES]:
        form = parsed(mention.form)
        if form.kind == "weekday" and not form.which:
            place = around(page.article.text, mention.span)
            found.setdefault((form.n or 1, form.lean), []).append((place, mention))
    return [Named(weekday, lean, tuple(places)) for (weekday, lean), places in found.items()]


def _single(one: Named, *, most: bool) -> Clue:
    often, count = math.log(min(len(one.places), _MOST_REPEATS)), len(one.places)
    if one.lean > 0:
        table: Sequence[float] = _AHEAD
    elif one.lean == 0:
        table = _OPEN
    else:
        table = [_NAMED[k] + often * _OFTEN[k] + (_MOST[k] if most else 0.0) for k in range(7)]
    way = "is ahead" if one.lean > 0 else "is past or today"
    times = f", named {count} times," if count > 1 and most else ""
    weight = _by_lag(one.weekday, table, ahead=one.lean > 0)
    key = ("weekday", one.weekday, tuple(table), one.lean > 0)
    return Clue(one.first.span, f"“{one.first.text}”{times} {way}.", weight, key=key)


def _by_lag(weekday: int, table: Sequence[float], *, ahead: bool = False) -> Weight:
    """The weight of a day by how many days the weekday lies back from it, or ahead of it."""
    sign = 1 if ahead else -1
    return lambda t: table[sign * (weekday - t) % 7]


def _between(past: Sequence[Named], ahead: Sequence[Named]) -> tuple[Clue, ...]:
    """A clue for each pair of a weekday past and another ahead that stand in one sentence, three at most."""
    out: dict[tuple[int, int], Clue] = {}
    coming = {place: (one, mention) for one in ahead for place, mention in one.places}
    for one in past:
        for place, mention in one.places:
            other, its = coming.get(place, (one, mention))
            pair = (one.weekday, other.weekday)
            if one.weekday == other.weekday or pair in out or len(out) >= _MOST_PAIRS:
                continue
            says = f"“{mention.text}” is past and “{its.text}” ahead in one sentence: written between them."
            weight = _by_lag(one.weekday, _shares((other.weekday - one.weekday) % 7))
            out[pair] = Clue(mention.span, says, weight, key=("between", pair))
    return tuple(out.values())


def _shares(gap: int) -> _Table:
    """Weights of writing 0 … 6 days after the first weekday of a sentence whose second lies `gap` days later."""
    inside = 1 - _FIRST - _SECOND - _OUTSIDE
    shares = [_FIRST + (inside if gap == 1 else 0.0)]
    shares += [inside / max(1, gap - 1)] * (gap - 1) + [_SECOND]
    shares += [_OUTSIDE / (6 - gap)] * (6 - gap) if gap < 6 else []
    return tuple(math.log(7 * share) for share in shares)
