"""An article as a sequence of points: what each sentence can be known again by when it is told in other words.

A translated or reworded sentence keeps few of its words; it keeps its numbers, days, spans of time and names. These
are a point's marks. A mark weighs as much as it is rare: counted over the different wordings of the case, so that
two thousand reprints of one sentence are one wording and make none of its marks common. Numbers are compared as
values ("2.4 thousand millions" is 2.4 billion, "one-fifth" is 20 percent), and weigh by how many figures they have.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.lang.en.words import STOP
from sayso.linking.roots import Placed
from sayso.model.amounts import Amount
from sayso.model.span import Span
from sayso.model.times import TimeMention
from sayso.model.words import content_stems, stem

#: Words of scale that stand as a unit where the number was read without them.
_SCALES: Final[Mapping[str, float]] = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

#: What kinds of marks weigh beside a word: a number by its figures, a day, a span of time.
_FIGURES: Final = (0.5, 1.1, 1.6)
_DAY, _DAYS, _SPAN = 1.0, 0.6, 0.6

#: Marks read in one statement, and points kept under one mark.
_MARKS, _KEPT = 60, 8

#: A mark in more wordings than this finds nothing.
_COMMON: Final = 30

_PLAIN: Final = re.compile(r"\d{1,12}(?:\.\d{1,6})?")
_LENGTH: Final = re.compile(r"P(?:T?)(?P<many>\d+)(?P<unit>[HDWMY])$")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing told, at its place in the order of its article: its marks, and the text's words for numbers."""

    item: Placed
    place: int
    marks: frozenset[str]
    told: Mapping[str, str]

    @property
    def page(self) -> str:
        """The id of its article."""
        return self.item.page.article.id


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each mark weighs in a case, from 0 to about 2; `count` are the wordings that each is in."""

    count: Mapping[str, int]
    weight: Mapping[str, float]

    def sum(self, marks: Iterable[str]) -> float:
        """The weight of several marks, the same in whatever order they come."""
        return math.fsum(self.weight[mark] for mark in marks)


def _kind(mark: str) -> float:
    """What the kind of a mark weighs."""
    if mark[0] == "@":
        return _DAY
    if mark[0] == "=":
        return _DAYS
    if mark[0] == "~":
        return _SPAN
    if mark[0] != "#":
        return 1.0
    number = float(mark[1:])
    number = number * 100 if 0 < number < 1 else number
    figures = len(f"{number:.4g}".replace(".", "").split("e")[0].strip("0"))
    return _FIGURES[2 if figures > 2 or number >= 100 else int(figures > 1 or number >= 10)]


def points(items: Iterable[Placed]) -> list[Point]:
    """The points of all articles: pages in the order given, statements in text order."""
    by_page: dict[str, list[Placed]] = defaultdict(list)
    for item in items:
        by_page[item.page.article.id].append(item)
    out = []
    for held in by_page.values():
        times = _Mentions(held[0])
        ordered = sorted(held, key=lambda item: (item.statement.content[0].start, item.id))
        out += [_point(item, place, times) for place, item in enumerate(ordered)]
    return out


class _Mentions:
    """The amounts and times of a page in text order."""

    def __init__(self, item: Placed) -> None:
        page = item.page
        self.amounts = sorted(page.amounts, key=lambda one: one.span)
        self.times = sorted(page.times, key=lambda one: one.span)
        self.starts = {
            "amounts": [one.span.start for one in self.amounts],
            "times": [one.span.start for one in self.times],
        }
        days = page.article.published.interval if page.article.published else None
        self.today = {days.earliest, days.latest} if days else set()

    def within(self, span: Span) -> tuple[Sequence[Amount], Sequence[TimeMention]]:
        """The amounts and times that begin in a stretch."""
        ends = [
            slice(*(bisect_left(self.starts[key], at) for at in (span.start, span.end)))
            for key in ("amounts", "times")
        ]
        return self.amounts[ends[0]][:_MARKS], self.times[ends[1]][:_MARKS]


def _point(item: Placed, place: int, mentions: _Mentions) -> Point:
    """The point of one statement."""
    text = item.page.article.text
    told: dict[str, str] = {}
    words: set[str] = set()
    for span in item.statement.content[:8]:
        amounts, times = mentions.within(span)
        for time in times:
            told |= dict.fromkeys(_time_marks(time, mentions), " ".join(time.text.split()))
        for amount in amounts:
            told |= dict.fromkeys(_number_marks(amount), " ".join(amount.text.split()))
        taken = [*(one.span for one in amounts), *(one.span for one in times)]
        for piece in _between(span, taken):
            words.update(content_stems(text[piece.start : piece.end], STOP)[: 4 * _MARKS])
    told |= {mark: mark[1:] for word in words if word[:1].isdigit() for mark in _bare_number(word)}
    plain = sorted(word for word in words if not word[:1].isdigit())[: 2 * _MARKS]
    return Point(item, place, frozenset((*plain, *told)), told)


def _between(span: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """The pieces of a stretch that lie outside of others."""
    at = span.start
    for one in sorted(taken):
        if at < one.start < span.end:
            yield Span(at, one.start)
        at = max(at, one.end)
    if at < span.end:
        yield Span(at, span.end)


def _number_marks(amount: Amount) -> Iterator[str]:
    """The values of an amount, as marks."""
    unit = stem((amount.unit or "").split()[0]) if (amount.unit or "").split() else ""
    scale = next((size for word, size in _SCALES.items() if unit == stem(word)), 1.0)
    for value in {amount.low, amount.high} - {None}:
        number = (value or 0.0) * (scale if value and value < scale else 1.0)
        number = number / 100 if unit == "%" else number
        if number not in {0.0, 1.0}:
            yield f"#{number:.6g}"


def _bare_number(word: str) -> Iterator[str]:
    """The value of a number that counts nothing the text says, as a mark."""
    if _PLAIN.fullmatch(word) and float(word) > 1:
        yield f"#{float(word):.6g}"


def _time_marks(time: TimeMention, mentions: _Mentions) -> Iterator[str]:
    """The days that bound a time, and the length of a span, as marks; the article's own day is none."""
    length = _LENGTH.match(time.timex)
    if time.type == "SET":
        return
    if length:
        yield f"~{length['many']}{length['unit']}"
        return
    first, last = time.interval.earliest, time.interval.latest
    if not {first, last} - {None} - mentions.today:
        return
    if first and last and first != last:
        yield f"={first}..{last}"
    else:
        yield f"@{last if last and last not in mentions.today else first}"


def weighed(found: Iterable[Point]) -> Weights:
    """The weights of all marks: each counted once for every different wording."""
    wordings = dict.fromkeys(point.marks for point in found)
    count = Counter(mark for marks in wordings for mark in marks)
    whole = math.log(max(8, len(wordings)))
    rare = {mark: max(0.0, 1.0 - math.log(max(1, held - 1)) / whole) for mark, held in count.items()}
    return Weights(count, {mark: share * share * _kind(mark) for mark, share in rare.items()})


def before(found: Sequence[Point], weights: Weights) -> Iterator[tuple[Point, list[Point]]]:
    """Each point with the earlier ones, of its article or others before it, that have a rare mark of it.

    At most _KEPT points under each mark: the first of each wording.
    """
    under: dict[str, dict[frozenset[str], Point]] = defaultdict(dict)
    for point in found:
        met: dict[tuple[str, int], Point] = {}
        rare = sorted(mark for mark in point.marks if weights.count[mark] <= _COMMON)
        for mark in rare:
            met |= {(other.page, other.place): other for other in under[mark].values()}
        yield point, [met[key] for key in sorted(met)]
        for mark in rare:
            if len(under[mark]) < _KEPT:
                under[mark].setdefault(point.marks, point)


def is_word(mark: str) -> bool:
    """Whether a mark is a word, and no number or time."""
    return mark[0] not in "#@=~"
