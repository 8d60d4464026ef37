"""What the dated articles of a case say about an undated one by their words alone: who is like it, and when.

Two ways (the second in bursts.py), both without knowing what an article tells. Articles that are alike come from
about the same time: each dated article is laid beside the undated one by the words that few articles have, and its
date counts the more, the liker it is. And words come and go: a name that stands in four dated articles of one
fortnight and in no other points there. The first gives the days a start (a density over days), the second a clue
for each such word.

How wide. The density round a date is a mixture of bell-shaped curves (Student's, with two degrees of freedom) of
several widths. How much each width counts is learned from the case: each of its given dates (sixty at most) is
foretold from the others, and a width that foretells them well counts more. So a case whose articles come out within
a month gives narrow curves, one that is spread over years gives wide ones, and with few articles no width wins.

How alike. The cosine of weighted words (Salton 1971), words of many articles left out. Its weight grows with the
number of articles, since the likest of 800 says more than the likest of five. A word's holders count as a burst
with the chance that they lie closer together than the articles of the case do, as a mixture over five chances.

Tuned on PolNeAR (train, every fourth article with its date masked; among all others, 20 or 4 of the year, 20 or 4
of two months, the five likest): widths, likeness and bursts for the logarithm of the chance of the right day.
Likeness and bursts together raised it among all 839 others from -5.2 to -4.7 and halved the median error; among 20
random others they change nothing, and are weighted accordingly.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sayso.linking.events import Spoken
from sayso.linking.sentences import Words, content_words
from sayso.model.case import Page

#: Widths of the curves in days, and how heavy their tails are.
_WIDTHS = (3.0, 6.0, 12.0, 25.0, 50.0, 100.0)
_TAIL = -1.5
#: So many given dates count in choosing the widths, however many there are, and those of few articles in part: they
#: foretell each other and are not independent.
_INDEPENDENT, _FEW = 10, 0.9
_SAMPLE, _LIKEST = 60, 30
#: Words of more articles than this, or than this share, are the topic.
_MOST_HOLDERS, _TOPIC = 40, 1 / 3
#: The weight of likeness is `_ALIKE` times the logarithm of 1 + articles / 4.
_ALIKE = 15.0
#: Two articles tell one thing, and came out within days, with a chance that rises from the first cosine by so much
#: a unit: of pairs from 0.12 to 0.25 a quarter came out within three days, of those above 0.4 all 8 within one.
_SAME_FROM, _SAME_RISE, _SAME_MOST, _SAME_WIDTH = 0.08, 2.8, 0.9, 2.0
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][A-Za-z’'-]{2,30}(?: [A-Z][A-Za-z’'-]{1,30}){0,3}")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The dated articles of a case: their days (ordinals), who they are, and by word which of them have it.

    `rarity` gives the weight of a word, `lengths` those of the articles, `curve` the density by days from a date.
    `flat` is the density over `days` where no article counts more than another.
    """

    dates: tuple[int, ...]
    who: tuple[str, ...]
    holders: dict[str, tuple[int, ...]]
    rarity: dict[str, float]
    lengths: tuple[float, ...]
    days: range
    curve: tuple[float, ...]
    flat: tuple[float, ...]


def vocabulary(page: Page, spoken: Spoken | None = None) -> Words:
    """The words of an article that say what it is about, and the names in it; `spoken` are its sentences' words."""
    text = page.article.text
    words = content_words(text) if spoken is None else frozenset(word for _, own in spoken for word in own)
    return words | {name.group().casefold() for name in _NAME.finditer(text)}


def neighbours(pages: Sequence[Page], days: range, spoken: Sequence[Spoken | None] = ()) -> Neighbours:
    """The dated articles among `pages`, at least one, for dating others within `days`.

    `spoken` are the sentences of each page by their words, where they are known already.
    """
    words = [vocabulary(page, own) for page, own in zip(pages, spoken or [None] * len(pages), strict=True)]
    given = [(page, own) for page, own in zip(pages, words, strict=True) if day_of(page)]
    dates = tuple(day_of(page) for page, _ in given)
    counts = Counter(word for own in words for word in own)
    most = max(2.0, min(max(_MOST_HOLDERS, len(pages) / 8), len(pages) * _TOPIC))
    rarity = {word: math.log(len(pages) / count) for word, count in counts.items() if count <= most}
    holders: dict[str, list[int]] = {}
    for number, (_, own) in enumerate(given):
        for word in own & rarity.keys():
            holders.setdefault(word, []).append(number)
    lengths = tuple(_length(own, rarity) for _, own in given)
    kept = {word: tuple(having) for word, having in holders.items()}
    who = tuple(page.article.outlet or page.article.title or page.article.path for page, _ in given)
    bare = Neighbours(dates, who, kept, rarity, lengths, days, (), ())
    curve = _curve(bare, [own for _, own in given])
    flat = tuple(_density([(day, 1 / len(dates)) for day in dates], days, curve))
    return Neighbours(dates, who, kept, rarity, lengths, days, curve, flat)


def day_of(page: Page) -> int:
    """The given day of an article as an ordinal; 0 where none is given."""
    dating = page.article.published
    if dating is None or dating.how != "given" or not dating.interval.latest or not dating.interval.earliest:
        return 0
    return dating.interval.earliest.toordinal()


def _length(words: Iterable[str], rarity: dict[str, float]) -> float:
    return math.sqrt(sum(rarity.get(word, 0.0) ** 2 for word in words)) or 1.0


# ---- who is alike


@dataclass(frozen=True, slots=True)
class _Like:
    """A dated article by its number, its share in dating another, and the chance that both tell one thing."""

    number: int
    share: float
    same: float


def _alike(words: Words, among: Neighbours, *, but: int = -1) -> tuple[list[_Like], float]:
    """The likest articles, most alike first, and the share of all others together; `but` is left out."""
    scores: dict[int, float] = {}
    for word in sorted(words & among.holders.keys()):
        gain = among.rarity[word] ** 2
        for number in among.holders[word]:
            scores[number] = scores.get(number, 0.0) + gain
    scores.pop(but, None)
    length, weight = _length(words, among.rarity), _ALIKE * math.log1p(len(among.dates) / 4)
    cosines = {number: score / length / among.lengths[number] for number, score in scores.items()}
    total = sum(math.exp(weight * cosine) for cosine in cosines.values())
    total += len(among.dates) - len(cosines) - (but >= 0)
    kept = sorted(cosines, key=lambda number: (-cosines[number], number))[:_LIKEST]
    out = [_Like(number, math.exp(weight * cosines[number]) / total, _same(cosines[number])) for number in kept]
    return out, max(0.0, 1 - sum(like.share for like in out))


def _same(cosine: float) -> float:
    return min(_SAME_MOST, max(0.0, (cosine - _SAME_FROM) * _SAME_RISE))


def start(words: Words, among: Neighbours) -> tuple[tuple[float, ...], str]:
    """The logarithm of the density over the days by likeness to an article of these words, and what to say."""
    likes, rest = _alike(words, among)
    wide = _density(
        [(among.dates[one.number], one.share * (1 - one.same)) for one in likes], among.days, among.curve
    )
    close = [(among.dates[one.number], one.share * one.same) for one in likes if one.same]
    narrow = _density(close, among.days, _near(len(among.days) + 1))
    sums = (sum(three) for three in zip(wide, narrow, (rest * flat for flat in among.flat), strict=True))
    return tuple(map(math.log, sums)), _says(likes, among)


def _says(likes: Sequence[_Like], among: Neighbours) -> str:
    """A sentence on what the dated articles give, with the likest one where it stands out."""
    words = "The dated articles of the case give the time."
    if len(among.dates) < 2 or not likes or likes[0].share < 3 / max(4, len(among.dates)):
        return words
    best = likes[0].number
    return f"{words} The likest by its words, {among.who[best]}, is of {date.fromordinal(among.dates[best])}."


# ---- how wide


def bell(away: float, width: float) -> float:
    """Student's density with two degrees of freedom."""
    return math.pow(1 + (away / width) ** 2, _TAIL) / (2 * width)


@lru_cache(maxsize=4)
def _near(count: int) -> tuple[float, ...]:
    """The density by days from an article that tells the same, for so many days."""
    return tuple(bell(away, _SAME_WIDTH) for away in range(count))


def _curve(among: Neighbours, words: Sequence[Words]) -> tuple[float, ...]:
    """The density by days from a date: the widths by how well they foretell each given date from the others."""
    count = len(among.dates)
    rows = range(0, count, max(1, count // _SAMPLE)) if count > 1 else range(0)
    sums = [0.0] * len(_WIDTHS)
    for row in rows:
        here = among.dates[row]
        likes, rest = _alike(words[row], among, but=row)
        away = [(abs(among.dates[one.number] - here), one) for one in likes]
        others = [day - here for number, day in enumerate(among.dates) if number != row]
        others = others[:: max(1, len(others) // _SAMPLE)]
        for index, width in enumerate(_WIDTHS):
            told = sum(one.share * bell(far, width) for far, one in away)
            sums[index] += math.log(told + rest * sum(bell(far, width) for far in others) / len(others))
    scale = min(_FEW, _INDEPENDENT / len(rows)) if rows else 0.0
    chances = [math.exp(scale * (one - max(sums))) for one in sums]
    return tuple(
        sum(chance * bell(away, width) for chance, width in zip(chances, _WIDTHS, strict=True)) / sum(chances)
        for away in range(len(among.days) + 1)
    )


def _density(shares: Iterable[tuple[int, float]], days: range, curve: Sequence[float]) -> list[float]:
    """The density over `days` of dates with their shares."""
    by_day: dict[int, float] = {}
    for day, share in shares:
        by_day[day] = by_day.get(day, 0.0) + share
    out = [0.0] * len(days)
    for day, share in by_day.items():
        out = [had + share * one for had, one in zip(out, _about(day, days, curve), strict=True)]
    return out


def _about(day: int, days: range, curve: Sequence[float]) -> Sequence[float]:
    """The curve laid over `days` with its top on `day`; beyond its end it stays as low as there."""
    last, first = len(curve) - 1, days[0]
    if not first <= day <= days[-1]:
        return [curve[min(last, abs(other - day))] for other in days]
    before = day - first
    return (*curve[before:0:-1], *curve[: len(days) - before])
