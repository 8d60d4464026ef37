"""Words that come and go: a name in four dated articles of one fortnight, and in no other, points there.

How sure that is of a word is worked out from its holders' dates and all dates of the case, once for each word; what
neighbours.py says of tuning holds here too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from sayso.linking.clues import Clue
from sayso.linking.neighbours import Neighbours, bell
from sayso.linking.sentences import Words
from sayso.model.span import Span

#: Width, chances that a word is a burst with what is known before, least holders, most words of a text.
_BURST = 10.0
_CHANCES = (0.0, 0.15, 0.4, 0.7, 0.9)
_BEFORE = (0.9, 0.04, 0.03, 0.02, 0.01)
_LEAST_HOLDERS, _MOST_WORDS, _MOST_LOOKED = 3, 40, 12
_LEAST_CHANCE = 0.05
#: What bursts count for: `_TOGETHER` with very many articles, half of that with `_MANY`; words go together.
_TOGETHER, _MANY = 0.3, 200
_STEP = 7  # days between which a burst's weight is the same
#: The density by days from a burst.
_FAR = 400
_BELLS = tuple(bell(away, _BURST) for away in range(_FAR + 1))


class Bursts:
    """The words of a case that come and go, looked up as they are needed; for one run, dropped with it."""

    def __init__(self, among: Neighbours) -> None:
        """No word looked up yet; `among` are the dated articles."""
        self.among = among
        self._chances: dict[str, float] = {}

    def clues(self, text: str, words: Words) -> tuple[Clue, ...]:
        """A clue for each word of a text whose dated holders lie close together, the surest forty at most."""
        found = []
        for word in words & self.among.holders.keys():
            chance = self._chances.get(word)
            if chance is None:
                chance = self._chances[word] = _chance(self._dates(word), self.among)
            if chance >= _LEAST_CHANCE:
                found.append((-chance, word))
        share = _TOGETHER * len(self.among.dates) / (len(self.among.dates) + _MANY)
        return tuple(
            _burst(text, word, self._dates(word), self.among, chance=-chance, share=share)
            for chance, word in sorted(found)[:_MOST_WORDS]
        )

    def _dates(self, word: str) -> list[int]:
        """The days of a word's holders, a dozen at most."""
        having = self.among.holders[word]
        return [self.among.dates[number] for number in having[:: -(-len(having) // _MOST_LOOKED)]]


def _relative(day: int, dates: Sequence[int], among: Neighbours, *, own: int = 0) -> float:
    """How much denser `dates` are about a day than all articles; `own` of them are that day's and left out."""
    near = -own * _BELLS[0]
    for other in dates:
        near += _BELLS[min(_FAR, abs(day - other))]
    return near / (len(dates) - own) / among.flat[min(max(day - among.days[0], 0), len(among.days) - 1)]


def _chance(dates: Sequence[int], among: Neighbours) -> float:
    """The chance that a word's holders lie close together for a reason."""
    if len(dates) < _LEAST_HOLDERS:
        return 0.0
    closer = [_relative(day, dates, among, own=1) for day in dates]
    scale = min(1.0, 4 / len(dates))
    sums = [
        math.log(before) + scale * sum(math.log(1 - chance + chance * one) for one in closer)
        for before, chance in zip(_BEFORE, _CHANCES, strict=True)
    ]
    raised = [math.exp(one - max(sums)) for one in sums]
    return sum(one * chance for one, chance in zip(raised, _CHANCES, strict=True)) / sum(raised)


def _burst(text: str, word: str, dates: Sequence[int], among: Neighbours, *, chance: float, share: float) -> Clue:
    """The clue of one word: near its holders likelier, by the chance that it is a burst."""
    first = among.days[0]
    last = (among.days[-1] - first) // _STEP

    @cache
    def step(number: int) -> float:
        near = _relative(first + number * _STEP, dates, among)
        return share * math.log(1 - chance + chance * near)

    place = _place(text, word)
    middle = date.fromordinal(sorted(dates)[len(dates) // 2])
    says = f"“{place.of(text)}” stands in {len(dates)} dated articles, mostly around {middle}."
    weight = lambda t: step(min(last, max(0, (t - first + _STEP // 2) // _STEP)))  # noqa: E731 - of this clue alone
    return Clue(place, says, weight, key=("burst", word))


def _place(text: str, word: str) -> Span:
    """Where a word or name first stands, by the letters it begins with; else the first letter of the text."""
    found = re.search(rf"(?<!\w){re.escape(word)}[\w’'-]*", text, re.IGNORECASE)
    found = found or re.search(rf"(?<!\w){re.escape(word[: max(3, len(word) - 1)])}[\w’'-]*", text, re.IGNORECASE)
    return Span(*found.span()) if found else Span(0, min(1, len(text)))
