"""Passages that an undated article shares word for word with a dated one, as a clue to its day.

A report that is printed twice comes out on the same day or soon after. The runs of eight words that begin with one
word in four (by its letters) are hashed; words end at white space, which is quick among a thousand articles (copies
are told apart from chance in copies.py, after dating). Passages of more than three dated articles are everybody's
and count for none.

The chances follow PolNeAR (train, 352,380 pairs of articles): of pairs that share a passage of some 70 words or
more all 8 came out within a day of each other, of those that share 24 to 70 words 12 in 26 within three; shorter
passages, slogans and old quotations among them, gave nothing.
"""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sayso.linking.clues import Clue
from sayso.linking.neighbours import day_of
from sayso.model.case import Page
from sayso.model.span import Span

_RUN, _SAMPLE, _FEW = 8, 4, 3
#: Sampled runs from which on a passage counts, with the chance and the width in days of what it tells.
_STEPS = ((16, 0.8, 1.0), (4, 0.5, 3.0))
#: The share of reprints that come out after what they reprint: the dated one may be the reprint, too.
_AFTER = 0.6
_SPREAD = 60
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Passages:
    """The sampled runs of the dated articles of a case: by hash, which articles have it (by number)."""

    holders: dict[int, tuple[int, ...]]
    dates: tuple[int, ...]
    who: tuple[str, ...]


def passages(pages: Sequence[Page]) -> Passages:
    """The sampled runs of the dated articles among `pages`."""
    given = [page for page in pages if day_of(page)]
    holders: dict[int, list[int]] = {}
    for number, page in enumerate(given):
        forms = list(map(_letters, page.article.text.casefold().split()))
        for mark in {mark for mark, _ in _runs(forms)}:
            holders.setdefault(mark, []).append(number)
    kept = {mark: tuple(having) for mark, having in holders.items() if len(having) <= _FEW}
    who = tuple(page.article.outlet or page.article.title or page.article.path for page in given)
    return Passages(kept, tuple(day_of(page) for page in given), who)


def _runs(forms: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The sampled runs of eight words: a hash, the same for the same words, and the number of the first word."""
    for first in range(len(forms) - _RUN + 1):
        if forms[first] % _SAMPLE == 0:
            yield hash(tuple(forms[first : first + _RUN])), first


@lru_cache(maxsize=65_536)
def _letters(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def reprints(page: Page, known: Passages) -> tuple[Clue, ...]:
    """A clue for the dated article that shares most with a text; several would repeat one another."""
    shared: dict[int, list[Span]] = {}
    found = list(_WORD.finditer(page.article.text))
    for mark, first in _runs([_letters(word.group().casefold()) for word in found]):
        for number in known.holders.get(mark, ()):
            shared.setdefault(number, []).append(Span(found[first].start(), found[first + _RUN - 1].end()))
    if not shared:
        return ()
    number = min(shared, key=lambda number: (-len(shared[number]), number))
    step = next((step for step in _STEPS if len(shared[number]) >= step[0]), None)
    if step is None:
        return ()
    says = f"A passage stands word for word in {known.who[number]}, {date.fromordinal(known.dates[number])}."
    weight = _weight(known.dates[number], step[1], step[2])
    return (Clue(shared[number][0], says, weight, key=("reprint", known.dates[number], step)),)


def _weight(day: int, chance: float, width: float) -> Callable[[int], float]:
    """With that chance the days around `day`, more so after it; else any of some two months."""

    def weight(t: int) -> float:
        side = 2 * (_AFTER if t > day else 1 - _AFTER if t < day else 0.5)
        bell = side * (1 + (abs(t - day) / width) ** 2) ** -1.5 / (2 * width)
        return math.log(1 - chance + chance * _SPREAD * bell)

    return weight
