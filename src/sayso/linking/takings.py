"""Sentences that take something back or correct it, with the days, words and numbers of the notice around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from sayso.lang.en.takings import KILL, PART, WHOLE
from sayso.lang.en.words import STOP
from sayso.linking.cites import Words
from sayso.linking.copies import published
from sayso.linking.sentences import around
from sayso.model.case import Page
from sayso.model.span import Span
from sayso.model.times import Interval
from sayso.model.words import content_stems

_WHOLE = re.compile(WHOLE, re.IGNORECASE)
_KILL = re.compile(KILL)
_PART = re.compile(PART, re.IGNORECASE)
_WEEK = timedelta(7)

#: Sentences of one article that are looked at, and characters before and after one that belong to its notice.
_MOST, _BEFORE, _AFTER = 40, 300, 400


@dataclass(frozen=True, slots=True)
class Taking:
    """A sentence that takes something back: its place, that of the word for it, and the notice around it.

    `whole` is False where a part is corrected. `days` are those named for what is taken back, `notice` the text
    around it, `words` its words of matter, `values` its numbers.
    """

    page: Page
    span: Span
    cue: Span
    whole: bool
    days: tuple[Interval, ...]
    notice: str
    words: Words
    values: frozenset[float]

    @property
    def text(self) -> str:
        """The sentence."""
        return self.span.of(self.page.article.text)


def takings(page: Page) -> Iterator[Taking]:
    """The sentences of a page that take something back, in order; at most 40 are looked at."""
    text, seen = page.article.text, set[Span]()
    for pattern, whole in ((_WHOLE, True), (_KILL, True), (_PART, False)):
        for block in page.blocks if len(seen) < _MOST else ():
            for cue in islice(pattern.finditer(text, block.span.start, block.span.end), _MOST):
                span = around(text, Span(cue.start(), max(cue.end(), cue.start() + 1)))
                if span not in seen and len(seen) < _MOST:
                    seen.add(span)
                    yield _taking(page, span, Span(cue.start(), max(cue.end(), cue.start() + 1)), whole=whole)


def _taking(page: Page, span: Span, cue: Span, *, whole: bool) -> Taking:
    """A taking with the days, words and numbers of its notice."""
    text = page.article.text
    notice = Span(max(0, span.start - _BEFORE), min(len(text), span.end + _AFTER))
    values = {v for a in page.amounts if notice.contains(a.span) for v in (a.low, a.high) if v is not None}
    words = frozenset(content_stems(notice.of(text), STOP))
    days = _days(page, span, cue, notice)
    return Taking(page, span, cue, whole, days, notice.of(text), words, frozenset(values))


def _days(page: Page, span: Span, cue: Span, notice: Span) -> tuple[Interval, ...]:
    """The days named for what is taken back: behind the word for it, else in its sentence, else just before it."""
    out = published(page)

    def within(first: int, last: int) -> tuple[Interval, ...]:
        found = (m.interval for m in page.times if first <= m.span.start and m.span.end <= last)
        return tuple(day for one in found if (day := _past(one, out)))

    return within(cue.start, span.end) or within(span.start, cue.end) or within(notice.start, span.start)


def _past(day: Interval, out: Interval) -> Interval | None:
    """Some days, a week at most, before an article came out; None for others.

    A day in the week ahead was read from a weekday alone ("what it said on Monday") and is that of the week before.
    """
    if not day.earliest or not day.latest or (day.latest - day.earliest).days > 6:
        return None
    if out.latest is None or day.latest < out.latest:
        return day
    back = Interval(day.earliest - _WEEK, day.latest - _WEEK)
    return back if day.earliest == day.latest and day.latest - _WEEK < out.latest < day.latest else None


def withdrawing(taken: Iterable[Taking]) -> frozenset[str]:
    """The ids of articles that take back a report, a claim or the like: what they repeat, they do not hold."""
    return frozenset(taking.page.article.id for taking in taken)
