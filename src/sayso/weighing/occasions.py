"""Days that are fixed for a decision: a vote, a session, a signing, where a text names one that lies ahead.

What is decided on a fixed day does not come on any other, so the days before it take nothing from its chance. A day
counts where it is named in one sentence with a word for such an occasion, in an article that bears on the question,
and lies between that article and the question's last day. It is known from the day on which the article came out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sayso.model.article import HEADS
from sayso.model.case import Page
from sayso.model.span import Ref, Span
from sayso.model.stances import Hypothesis
from sayso.model.times import TimeMention
from sayso.weighing.pieces import Evidence

#: Occasions on which something is decided or made known; what was one ("the vote of 3 May failed") lies behind.
_OCCASION = re.compile(
    r"\b(?:vot(?:e|es|ing)|ballots?|referendum|elections?|polling|meets?|meetings?|sessions?|sitting|sits|summit|"
    r"conference|hearing|rul(?:e|es|ing)|verdict|judg(?:e)?ment|decid(?:e|es|ing)|decisions?|sign(?:ed|ing|s)?|deadline|"
    r"announce(?:d|ment)?|expires?|due|scheduled|gathers?|convenes?|takes? effect|launch(?:es)?|hands? down)\b",
    re.IGNORECASE,
)
#: A question that asks about one occasion: "at its meeting on 3 May", "in the election on 3 May".
_ASKED = re.compile(
    r"\b(?:at|in|during)\b.{0,60}\b(?:meeting|session|summit|vote|election|referendum|ballot|final|match|hearing|"
    r"conference|congress|ceremony)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?](?=[\s\"”’')]|$)|\n\s*\n")
_AROUND = 240


@dataclass(frozen=True, slots=True)
class FixedDay:
    """A day fixed for a decision, the day from which it was known (None: not known), its words and place."""

    day: date
    known: date | None
    words: str
    ref: Ref

    def is_known(self, on: date | None, last: date | None) -> bool:
        """Whether it was known `on` a day; what has no date counts on the `last`, that of the case."""
        return on is None or on == last or (self.known is not None and self.known <= on)


def is_scheduled(hypothesis: Hypothesis) -> bool:
    """Whether the question itself is about one day: it opens and closes on it, or names its occasion."""
    one = hypothesis.opens is not None and hypothesis.opens == hypothesis.closes
    return hypothesis.closes is not None and (one or bool(_ASKED.search(hypothesis.text[:400])))


def fixed_days(evidence: Evidence, hypothesis: Hypothesis) -> tuple[FixedDay, ...]:
    """The days that texts fix for a decision before `hypothesis` closes, by day; the first text to name each."""
    if hypothesis.closes is None:
        return ()
    bearing = {
        piece.statement.article
        for origin in evidence.origins
        for piece in evidence.pieces(hypothesis.id, origin.id)
    }
    pages = (page for page in evidence.pages if page.article.id in bearing)
    found = sorted(
        (one for page in pages for one in _on(page, evidence, hypothesis)),
        key=lambda one: (one.day, one.known or date.max, one.ref.article, one.ref.span.start),
    )
    first: dict[date, FixedDay] = {}
    for one in found:
        first.setdefault(one.day, one)
    return tuple(first.values())


def _on(page: Page, evidence: Evidence, hypothesis: Hypothesis) -> Iterator[FixedDay]:
    """The fixed days that one page names."""
    known = evidence.day_of_article(page.article.id)
    began = page.article.published.interval.earliest if page.article.published else None
    heads = [block.span for block in page.blocks if block.kind in (*HEADS, "furniture")]
    for mention in page.times:
        day = mention.interval.earliest
        if day is None or day != mention.interval.latest or mention.bound in ("by", "until", "before", "since"):
            continue
        if began is None or day <= began or hypothesis.closes is None or day > hypothesis.closes:
            continue
        around = _sentence(page.article.text, mention)
        if any(span.start <= mention.span.start < span.end for span in heads):
            continue
        if found := _OCCASION.search(around.of(page.article.text)):
            yield FixedDay(day, known, found[0].lower(), Ref(page.article.id, mention.span))


def _sentence(text: str, mention: TimeMention) -> Span:
    """The sentence around a mention, cut where it runs on for long."""
    start = max(mention.span.start - _AROUND, 0)
    stops = [match.end() for match in _STOP.finditer(text, start, mention.span.start)]
    after = _STOP.search(text, mention.span.end, min(mention.span.end + _AROUND, len(text)))
    end = after.start() if after else min(mention.span.end + _AROUND, len(text))
    return Span(stops[-1] if stops else start, end)
