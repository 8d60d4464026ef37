"""Clues that need counting: anniversaries, days counted from an event, and "today" beside a date.

"The 80th anniversary of the battle of 1943" was written in 2023, near the day of the battle where that is known;
its year stands in the sentence or in one that shares words with it, here or in another article of the case. "Day 40
of the strike" gives the day where a dated article has counted too. "Today, 18 January" is plain.

None of these is frequent enough to be counted: the chances are estimates, set so that one such clue outweighs any
two months and any weekday, and not a date line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.lang.en.calendar import ORDINALS
from sayso.linking.clues import Clue, Weight, period
from sayso.linking.neighbours import day_of
from sayso.linking.sentences import Words, around, content_words
from sayso.model.case import Page
from sayso.model.span import Span
from sayso.model.timeforms import Form, parsed
from sayso.model.times import TimeMention

#: The weights against a day that such a clue excludes, and against one that a count of days does.
_AGAINST, _MISCOUNTED = -3.5, -6.0
#: Days before and after an anniversary within which most is written of it, and the weight against other days.
_AROUND, _APART = 12, -1.2
_MOST, _MOST_TIMES, _MOST_TOLD = 4, 200, 2000
_LEAST_SHARED = 2
_BESIDE = re.compile(r"[\s,(–—-]{1,3}")
_ANNIVERSARY = re.compile(r"(?<!\w)(?:(\d{1,3})(?:st|nd|rd|th)|([A-Za-z]{5,12}))[\s-]{1,2}anniversary(?!\w)")
_COUNTED = re.compile(
    r"(?<!\w)(?:[Dd]ay (\d{1,4})|(\d{1,4})(?:st|nd|rd|th) day) of (?:the |its |their |this )?(\w{3,30})"
)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a case gives to count from: sentences with a year, and the first day of what is counted."""

    years: tuple[tuple[Words, TimeMention], ...]
    began: dict[str, int]


def counts(pages: Sequence[Page]) -> Counts:
    """The sentences of a case that name a year, where any text has an anniversary; and first days of counts."""
    texts = [page.article.text for page in pages]
    wanted = any("anniversary" in text and _ANNIVERSARY.search(text) for text in texts)
    told = (pair for page in pages for pair in _told(page)) if wanted else ()
    years = tuple(pair for pair, _ in zip(told, range(_MOST_TOLD), strict=False))
    began = {what: day_of(page) - n + 1 for page in pages if day_of(page) for _, n, what in _counted(page)}
    return Counts(years, began)


def occasions(page: Page, known: Counts | None = None) -> tuple[Clue, ...]:
    """The clues of anniversaries, counted days and days of writing named; four of each at most.

    `known` is what the other articles of a case give to count from.
    """
    return (*_todays(page), *_anniversaries(page, known), *_days_counted(page, known))


def _told(page: Page) -> Iterator[tuple[Words, TimeMention]]:
    text = page.article.text
    for mention in page.times[:_MOST_TIMES]:
        if _year_named(mention):
            yield content_words(around(text, mention.span).of(text)), mention


def _year_named(mention: TimeMention) -> Form | None:
    form = parsed(mention.form)
    return form if form.kind == "date" and form.year and form.n is None else None


# ---- today beside a date


def _todays(page: Page) -> tuple[Clue, ...]:
    """A clue for each day counted from that of writing that stands beside its date or weekday ("today, 18 May")."""
    out = []
    for one, other in zip(page.times, page.times[1:_MOST_TIMES], strict=False):
        for near, dated in ((one, other), (other, one)):
            form, day = parsed(near.form), parsed(dated.form)
            away = form.n or 0
            if form.kind != "shift" or form.value != "day" or form.base or abs(away) > 1:
                continue
            if _names_day(day) and _BESIDE.fullmatch(page.article.text, one.span.end, other.span.start):
                says = f"“{near.text}” is “{dated.text}”."
                key = ("today", day, away)
                out.append(Clue(dated.span, says, lambda t, day=day, away=away: _on(day, t + away), key=key))  # type: ignore[misc]
    return tuple(out[:_MOST])


def _names_day(form: Form) -> bool:
    named = form.kind == "date" and form.month and form.day
    return bool(named or (form.kind == "weekday" and not form.which))


def _on(form: Form, day: int) -> float:
    """The weight of a day by whether the form names it."""
    that = date.fromordinal(day)
    if form.kind == "weekday":
        return 0.0 if that.isoweekday() == form.n else _AGAINST
    same = (form.month, form.day) == (that.month, that.day) and form.year in (None, that.year)
    return 0.0 if same else _AGAINST


# ---- anniversaries


def _anniversaries(page: Page, known: Counts | None) -> tuple[Clue, ...]:
    """A clue for each anniversary whose event has a year in its sentence, in the text or in the case."""
    out: list[Clue] = []
    for found in _ANNIVERSARY.finditer(page.article.text):
        number = int(found[1]) if found[1] else ORDINALS.get(found[2].casefold(), 0)
        told = _event(page, Span(*found.span()), known) if number else None
        form = _year_named(told) if told else None
        if told is None or form is None or form.year is None or len(out) >= _MOST:
            continue
        year = form.year + number
        says = f"The “{found[0]}” of {told.text} is in {year}."
        out.append(Clue(Span(*found.span()), says, _near(form, year), key=("anniversary", form, year)))
    return tuple(out)


def _event(page: Page, place: Span, known: Counts | None) -> TimeMention | None:
    """The time with a year that the sentence names, else the one whose sentence shares most words with it."""
    text = page.article.text
    sentence = around(text, place)
    for mention in page.times[:_MOST_TIMES]:
        if sentence.contains(mention.span) and _year_named(mention):
            return mention
    words = content_words(sentence.of(text))
    told = known.years if known else tuple(_told(page))
    best = max(told, key=lambda pair: len(pair[0] & words), default=None)
    return best[1] if best and len(best[0] & words) > _LEAST_SHARED else None


def _near(form: Form, year: int) -> Weight:
    """The weight of days in a year, more so around the day or month that the form names."""
    days = period(form, year) if form.month else None

    def weight(t: int) -> float:
        if date.fromordinal(t).year != year:
            return _AGAINST
        return 0.0 if days is None or days[0] - _AROUND <= t <= days[1] + _AROUND else _APART

    return weight


# ---- days counted


def _counted(page: Page) -> list[tuple[Span, int, str]]:
    """Where a text counts the days of something, which day it is, and of what; four at most."""
    found = [one for one, _ in zip(_COUNTED.finditer(page.article.text), range(_MOST), strict=False)]
    return [(Span(*one.span()), int(one[1] or one[2]), one[3].casefold()) for one in found]


def _days_counted(page: Page, known: Counts | None) -> tuple[Clue, ...]:
    out = []
    for place, number, what in _counted(page):
        if known and what in known.began:
            day = known.began[what] + number - 1
            says = f"By a dated article's count, “{place.of(page.article.text)}” is {_shown(day)}."
            weight = lambda t, day=day: max(_MISCOUNTED, -1.2 * abs(t - day))  # noqa: E731 - the weight of one clue
            out.append(Clue(place, says, weight, key=("counted", day)))
    return tuple(out)


def _shown(day: int) -> str:
    return str(date.fromordinal(day)) if 1 <= day <= date.max.toordinal() else "no day"
