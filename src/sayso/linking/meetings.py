"""Times of one text that can be the same day: "on Wednesday" and "20 November", "next week" and "the 20th".

Whether they are is seldom said. Of pairs of a weekday and a date without a year that lie the same way (PolNeAR,
train), 7 in 290 were one day where their sentences share no word, and 10 in 122 where they share one; of a week and
a date whose sentences share a word, the date lay in the week in 4 of 15. A date that its sentence puts "in the
coming days" lies ahead by days: seven in ten is an estimate, not a count.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial

from sayso.lang.en.calendar import IMMINENT
from sayso.linking.clues import AHEAD, BACK, Clue, Weight, lean_of, mixed, years_of
from sayso.linking.sentences import Words, around, content_words, sentences
from sayso.model.case import Page
from sayso.model.timeforms import Form, parsed
from sayso.model.times import TimeMention

_ALONE, _SHARING, _WEEK, _SOON = 0.025, 0.1, 0.25, 0.7
_MOST_PAIRS, _MOST_TIMES = 6, 60
#: A word of so many sentences, or of this share of them, says nothing about a single one.
_COMMON, _COMMON_SHARE = 5, 0.1

_Place = tuple[TimeMention, Form, Words]


def meetings(page: Page) -> tuple[Clue, ...]:
    """A clue for each date that may be a weekday, or lie in a week, that lies the same way; six at most.

    Pairs whose sentences share a word come first.
    """
    common = _common(page.article.text)
    places = [place for mention in page.times[:_MOST_TIMES] if (place := _place(page, mention, common))]
    dates = [place for place in places if place[1].kind == "date"]
    pairs = [(day, other) for other in places if other[1].kind != "date" for day in dates if _meet(day, other)]
    pairs.sort(key=lambda pair: (not pair[0][2] & pair[1][2], pair[0][0].span, pair[1][0].span))
    once = {(day[1].month, day[1].day, other[1].kind, other[1].n): (day, other) for day, other in reversed(pairs)}
    kept = [pair for pair in pairs if pair in once.values()]
    met = tuple(_meeting(day, other) for day, other in kept[:_MOST_PAIRS])
    return (*met, *(clue for place in dates[:_MOST_PAIRS] if (clue := _soon(page, place))))


def _soon(page: Page, day: _Place) -> Clue | None:
    """A clue for a date ahead whose sentence says that it is a matter of days."""
    mention, form, _ = day
    sentence = " ".join(around(page.article.text, mention.span).of(page.article.text).lower().split())
    phrase = next((phrase for phrase in IMMINENT if phrase in sentence), None)
    if phrase is None or lean_of(mention, form) < 1:
        return None
    says = f"“{mention.text}” lies ahead by days: its sentence says “{phrase}”."
    return Clue(mention.span, says, _weight(form, _ahead_by_days, _SOON), key=("soon", form))


def _ahead_by_days(day: int) -> dict[int, float]:
    """The days up to a week before `day`, alike."""
    return {day - away: 1 / 7 for away in range(1, 8)}


def _common(text: str) -> Words:
    """The words of too many sentences of a text."""
    places = list(sentences(text))
    counts = Counter[str](word for place in places for word in content_words(place.of(text)))
    most = max(_COMMON, _COMMON_SHARE * len(places))
    return frozenset(word for word, count in counts.items() if count > most)


def _place(page: Page, mention: TimeMention, common: Words) -> _Place | None:
    """A time that can meet another, with the words around it; None for other times."""
    form = parsed(mention.form)
    date_of = form.kind == "date" and form.month and form.day and not form.year
    weekday = form.kind == "weekday" and form.lean and not form.which
    week = (
        form.kind == "shift"
        and form.value == "week"
        and not form.base
        and form.n in (-1, 1)
        and "ago" not in mention.text
    )
    if not (date_of or weekday or week):
        return None
    text = page.article.text
    return mention, form, content_words(around(text, mention.span).of(text)) - common


def _meet(day: _Place, other: _Place) -> bool:
    """Whether a date and a weekday or week lie the same way; of weeks only those whose sentence shares a word."""
    lean = lean_of(day[0], day[1])
    if other[1].kind == "shift":
        return lean == other[1].n and bool(day[2] & other[2])
    return lean == other[1].lean


def _meeting(day: _Place, other: _Place) -> Clue:
    mention, form, words = day
    chance = _WEEK if other[1].kind == "shift" else _SHARING if words & other[2] else _ALONE
    how = "lie in" if other[1].kind == "shift" else "be"
    says = f"“{mention.text}” can {how} the “{other[0].text}” of the text."
    weight = _weight(form, partial(_fitting, other[1]), chance)
    return Clue(mention.span, says, weight, key=("meeting", form, other[1], chance))


def _weight(form: Form, fitting: Callable[[int], dict[int, float]], chance: float) -> Weight:
    """The weight of a day of writing that fits the date, in the year that puts the date near it."""
    yearly = years_of(form)

    def weight(t: int) -> float:
        best = 0.0
        for days in yearly(date.fromordinal(t).year):
            if abs(days[0] - t) <= 21:
                best = max(best, fitting(days[0]).get(t, 0.0))
        return mixed({t: best}, chance)(t)

    return weight


def _fitting(other: Form, day: int) -> dict[int, float]:
    """The days of writing on which that weekday or week has `day` in it, with their shares."""
    if other.kind == "shift":
        monday = day - (day - 1) % 7 - 7 * (other.n or 0)
        return {monday + k: 1 / 7 for k in range(7)}
    if day % 7 != (other.n or 1) % 7:
        return {}
    if other.lean > 0:
        return {day - away: math.exp(weight) for away, weight in enumerate(AHEAD)}
    return {day + away: math.exp(weight) for away, weight in enumerate(BACK)}
