"""Days that two texts of a case tell of alike: a dated article says when, and so dates its undated neighbour.

"The spokesman said on Wednesday" is one of 52 days of a year. But where a dated neighbour tells the same, its
Wednesday is known, and the text was written on it or soon after. Three steps. Every sentence of the dated articles
that names a day is kept with that day; their leading sentences that name none are taken to tell of the day of
issue or the one before. A sentence of the undated text that names a weekday is laid beside those whose day it can
mean. And what the two share is weighed.

Sharing is weighed by how rare the shared words are among the sentences of the case: each adds the logarithm of how
many sentences there are for one that has it, and of the sum as much is taken away as the best of so many sentences
would reach by chance (the logarithm of their number). Words of more than a third of the articles belong to the
topic and do not count; sentences that are the same in several articles, as in reprints, count once. The weight of
a clue is that of a mixture: with the chance that the two sentences tell one event the text was written around that
day, else anywhere.

The chances follow PolNeAR (train), each sixth article against its 60 and its 150 nearest in time. Of weekdays with
a score from 6 to 9 the neighbour's day was the right one in 59 % (60) and 33 % (150), from 9 to 12 in 69 % and 44
%, above in 85 % and 65 %; of those below in 43 % and 24 %, which is what chance gives among articles of one season
and is taken away again. "Last week" and "today" were tried and left out: 3 in 10 were right at any score.
`_STALE`, `_NEWS` and `_LEAD` were set by hand.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.linking.clues import AHEAD, BACK, Clue, mixed
from sayso.linking.sentences import Words, around, content_words, sentences
from sayso.model.case import Page
from sayso.model.span import Span
from sayso.model.timeforms import Form, parsed
from sayso.model.times import TimeMention

#: The score at which two sentences tell one event in half of all cases, and how fast that changes.
_EVEN, _SLOPE = 12.0, 3.3
#: A dated article tells the news of so many days before and after its own.
_NEWS = 14
#: Below this chance a likeness is no clue.
_LEAST = 0.2
#: The share of texts that call a day by its weekday a week or more after it.
_STALE = 0.1
_MOST = 0.95
#: What such a clue counts for beside the likeness of the articles, which it partly repeats: 0 to 2 were tried on
#: 210 articles of PolNeAR (train) for the chance of the right day.
_COUNTED = 0.7
_RARE = 1 / 3
_MOST_ARTICLES = 40
#: Times of a text that are looked at, and leading sentences of a dated one that tell its news.
_MOST_TIMES, _LEAD = 200, 12


#: The sentences of a text with their words.
Spoken = tuple[tuple[Span, Words], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a dated article by its words, the day that it tells of (an ordinal), and who tells it."""

    words: Words
    day: int
    outlet: str


@dataclass(frozen=True, slots=True)
class Memory:
    """What the dated articles of a case tell, by day of the week and by word; and how rare each word is."""

    told: tuple[Told, ...]
    by_word: dict[str, tuple[int, ...]]
    by_weekday: tuple[int, ...]
    rarity: dict[str, float]


def remembered(pages: Sequence[Page], spoken: Sequence[Spoken] = ()) -> Memory:
    """The days that the dated articles of a case tell of; rarity is counted over all of its articles.

    The times of dated articles are those tied to their dates. `spoken` are the sentences of each page by their
    words, where they are known already.
    """
    spoken = spoken or [sentence_words(page) for page in pages]
    pairs = zip(pages, spoken, strict=True)
    told = tuple(one for page, own in pairs if _given(page) for one in _told(page, dict(own)))
    rarity = _rarity(spoken)
    by_word: dict[str, list[int]] = {}
    for number, one in enumerate(told):
        for word in one.words & rarity.keys():
            by_word.setdefault(word, []).append(number)
    counts = Counter(one.day % 7 for one in told)
    return Memory(
        told, {word: tuple(places) for word, places in by_word.items()}, tuple(counts[k] for k in range(7)), rarity
    )


def shared(page: Page, memory: Memory) -> tuple[Clue, ...]:
    """A clue for each day of which a text tells what a dated neighbour tells, from the likeliest two sentences."""
    best: dict[int, tuple[float, Clue]] = {}
    for mention in page.times[:_MOST_TIMES]:
        found = _likeness(page, mention, memory)
        if found and found[0] > best.get(found[1], (0.0, None))[0]:
            best[found[1]] = found[0], _clue(mention, found[1], found[0], found[2])
    return tuple(sorted((clue for _, clue in best.values()), key=lambda clue: clue.span))


def sentence_words(page: Page) -> Spoken:
    """The sentences of an article in order, each with the words that say what it is about."""
    text = page.article.text
    return tuple((place, content_words(place.of(text))) for place in sentences(text))


# ---- how rare words are


def _rarity(spoken: Sequence[Spoken]) -> dict[str, float]:
    """The weight of each word that is not of the topic: the logarithm of sentences for one that has it."""
    seen: set[Words] = set()
    inside, articles = Counter[str](), Counter[str]()
    for said in spoken:
        own: set[str] = set()
        for _, words in said:
            if words and words not in seen:
                seen.add(words)
                inside.update(words)
                own |= words
        articles.update(own)
    most = max(3.0, min(_MOST_ARTICLES, len(spoken) * _RARE))
    return {
        word: math.log(len(seen) / count)
        for word, count in inside.items()
        if articles[word] <= most and len(seen) > count
    }


# ---- what dated articles tell


def _given(page: Page) -> date | None:
    dating = page.article.published
    return dating.interval.earliest if dating and dating.how == "given" and dating.interval.latest else None


def _told(page: Page, spoken: dict[Span, Words]) -> Iterator[Told]:
    """The sentences of a dated article with their days: the one named, else that of issue and the one before."""
    published = _given(page)
    if published is None:
        return
    text, name, dated = page.article.text, page.article.outlet or page.article.id, set[Span]()
    for mention in page.times[:_MOST_TIMES]:
        first, last = mention.interval.earliest, mention.interval.latest
        place = around(text, mention.span)
        if first and first == last:
            dated.add(place)
        if first and first == last and abs((first - published).days) <= _NEWS:
            words = spoken[place] if place in spoken else content_words(place.of(text))
            yield Told(words, first.toordinal(), name)
    leading = list(spoken.items())[:_LEAD]
    dated = {place for place in dated if leading and place.start < leading[-1][0].end}
    for place, words in leading:
        if not any(place.overlaps(other) for other in dated):
            yield Told(words, published.toordinal(), name)
            yield Told(words, published.toordinal() - 1, name)


# ---- laying side by side


def written(form: Form, day: int) -> dict[int, float]:
    """The days on which a text may have been written whose time of that form means `day`, with their chances.

    Empty for forms other than weekdays, and for days that the form cannot mean. For "last
    Wednesday" both the latest one and that of the week before are possible, for "next" likewise.
    """
    if form.kind != "weekday" or day % 7 != (form.n or 1) % 7:
        return {}
    if form.which:
        return {day - form.which * away: 1 / 13 for away in range(1, 14)}
    if form.lean > 0 or (form.which == 0 and form.lean == 0):
        return {day - away: math.exp(weight) for away, weight in enumerate(AHEAD)}
    near = {day + away: (1 - _STALE) * math.exp(weight) for away, weight in enumerate(BACK)}
    return near | {day + away: _STALE / 14 for away in range(7, 21)}


def _clue(mention: TimeMention, day: int, chance: float, outlet: str) -> Clue:
    says = f"“{mention.text}” can be {date.fromordinal(day)}: {outlet} tells the same of that day."
    weight = mixed(written(parsed(mention.form), day), chance)
    return Clue(mention.span, says, lambda t: _COUNTED * weight(t), key=("told", mention.form, day, chance))


def _likeness(page: Page, mention: TimeMention, memory: Memory) -> tuple[float, int, str] | None:
    """The chance that a time is the day of the likest sentence of a neighbour, that day, and who tells it."""
    form = parsed(mention.form)
    if mention.bound != "at" or form.kind != "weekday" or not memory.told:
        return None
    words = content_words(around(page.article.text, mention.span).of(page.article.text))
    best, score = _likest(words, form, memory)
    chance = likelihood(score)
    return (chance, best.day, best.outlet) if best and chance >= _LEAST else None


def likelihood(score: float) -> float:
    """The chance that two sentences tell one event, by what they share beyond chance."""
    return min(_MOST, 1 / (1 + math.exp((_EVEN - score) / _SLOPE)))


def _likest(words: Words, form: Form, memory: Memory) -> tuple[Told | None, float]:
    """The sentence of a fitting day that shares most, and by how much it is beyond chance."""
    scores, weekday = dict[int, float](), (form.n or 1) % 7
    for word in sorted(words & memory.by_word.keys()):
        for number in memory.by_word[word]:
            scores[number] = scores.get(number, 0.0) + memory.rarity[word]
    fitting = [(score, -number) for number, score in scores.items() if memory.told[number].day % 7 == weekday]
    if not fitting:
        return None, 0.0
    score, number = max(fitting)
    return memory.told[-number], score - math.log(memory.by_weekday[weekday])
