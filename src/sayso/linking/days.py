"""Days that were changed on the way: of an event, or on which something was said.

Two days or months that cannot meet, each told in words that name one. A weekday that a reprint has from the
first print, and a month that runs out, are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sayso.lang.en.calendar import MONTHS, WEEKDAYS
from sayso.lang.en.drifting import RUNNING_OUT
from sayso.linking.roots import Placed
from sayso.linking.sentences import around
from sayso.linking.shifts import HALF, Shift, explained, line
from sayso.linking.wordings import Pair
from sayso.model.case import Page
from sayso.model.span import Ref, Span
from sayso.model.times import TimeMention

#: Days that a time may span to be a day or a month that another one cannot meet.
_SPAN: Final = 31
#: Share of the heavier from which two wordings that nobody is named for tell one event.
_OWN: Final = 0.6
#: Words from which a quotation, and anything else, is the same saying and no chance.
_QUOTED: Final = 4
_REPEATED: Final = 6
#: Characters before a day that are looked for in another article.
_SAME: Final = 24

_OUT = re.compile(RUNNING_OUT, re.IGNORECASE)
_DAY = re.compile(r"\d")
_YEAR = re.compile(r"\b\d{4}\b")
_NAMED = re.compile(rf"\d{{4}}|\d[/.]\d|\b(?:{'|'.join((*MONTHS, *WEEKDAYS))})\b", re.IGNORECASE)


def events(pair: Pair) -> Iterator[Shift]:
    """The one day or month of an event that was changed to one that cannot meet it."""
    left, right = dated(pair.left.item), dated(pair.right.item)
    lost = [one for one in left if all(_apart(one, two) for two in right)]
    new = [two for two in right if all(_apart(one, two) for one in left)]
    if len(lost) != 1 or len(new) != 1 or not pair.alike:
        return
    one, two = lost[0], new[0]
    if not (pair.left.item.statement.chain or pair.right.item.statement.chain) and pair.whole < _OWN:
        return  # an article's own words tell other things of other days
    if _same_name(one, two) or abs(_width(one) - _width(two)) > 1 or explained(pair.right.page, two.span):
        return
    yield Shift(
        "time", Ref(pair.left.page.article.id, one.span), Ref(pair.right.page.article.id, two.span),
        line(one.text), line(two.text), "days that cannot meet", ("time", two.interval), ("time", one.interval),
    )  # fmt: skip


def dated(item: Placed) -> list[TimeMention]:
    """The times in a statement that name a day, or a month where both its ends are known."""
    known = {time.id: time for time in item.page.times}
    text, out = item.page.article.text, item.page.article.published
    found = [known[ident] for ident in item.statement.times if ident in known]
    return [
        time
        for time in found
        if time.type in {"DATE", "TIME"}
        and (_DAY if _width(time) < 0 else _NAMED).search(time.text)
        and _width(time) <= _SPAN
        and not _OUT.match(text, time.span.end)
        and not (out and time.interval == out.interval)
    ]


def _width(time: TimeMention) -> int:
    """The days that a time spans beyond the first; -1 where an end is open."""
    first, last = time.interval.earliest, time.interval.latest
    return (last - first).days if first and last else -1


def _apart(one: TimeMention, two: TimeMention) -> bool:
    """Whether two times cannot meet; of two open on one side, whether they name other days ("by 3 May")."""
    if not one.interval.overlaps(two.interval):
        return True
    if _width(one) >= 0 or _width(two) >= 0:
        return False
    named = [(time.interval.earliest, time.interval.latest) for time in (one, two)]
    gaps = [abs((a - b).days) if a and b else None for a, b in zip(*named, strict=True)]
    shape = [(a is None) == (b is None) for a, b in zip(*named, strict=True)]
    return all(shape) and max((gap for gap in gaps if gap is not None), default=0) > 1


def _same_name(one: TimeMention, two: TimeMention) -> bool:
    """Whether two times have one name: the same words, or the same day of the same month in whatever year."""
    if line(one.text).casefold() == line(two.text).casefold():
        return True
    if _YEAR.search(one.text) and _YEAR.search(two.text):
        return False
    ends = [time.interval.earliest or time.interval.latest for time in (one, two)]
    return all(ends) and len({(end.month, end.day) for end in ends if end}) == 1


def sayings(pair: Pair) -> Iterator[Shift]:
    """Another day on which the same words were said, or one after they had been in print."""
    one, two = pair.left, pair.right
    if two.day is None or pair.share < HALF or (pair.whole < 0.4 and not pair.tied):
        return
    after = _told(two.item)
    if after is None or one.item.values != two.item.values:
        return
    before = _told(one.item)
    ref = Ref(two.page.article.id, after.span)
    value = ("told", two.day)
    if one.day is not None and before is not None:
        same = line(before.text).casefold() == line(after.text).casefold()
        if one.day != two.day and not same:
            yield Shift(
                "time", Ref(one.page.article.id, before.span), ref, line(before.text), line(after.text),
                "the day on which it was said", value, ("told", one.day),
            )  # fmt: skip
        return
    published = one.page.article.published
    out = published.interval.latest if published and published.how == "given" else None
    if out and two.day > out and _same_words(one.item, two.item):
        span = one.item.statement.content[0]
        yield Shift(
            "time", Ref(one.page.article.id, span), ref,
            line(span.of(one.page.article.text))[:80], line(after.text),
            f"it had been in print since {out.day} {out:%B}", value, ("out", out),
        )  # fmt: skip


def _same_words(one: Placed, two: Placed) -> bool:
    """Whether two statements have the very same words, enough of them for one to be the other's."""
    said = [item.statement.words(item.page.article.text).casefold().removeprefix("that ") for item in (one, two)]
    quoted = one.statement.mode == two.statement.mode == "direct"
    return said[0] == said[1] and len(said[0].split()) >= (_QUOTED if quoted else _REPEATED)


def reprinted(page: Page, span: Span, others: Iterable[Page]) -> bool:
    """Whether others have the words that tell a day, too: a reprint's "Monday" is that of the first print."""
    text = page.article.text
    sentence = around(text, span)
    snippet = text[max(sentence.start, span.start - _SAME) : span.end].strip()
    return any(snippet in other.article.text for other in others if other is not page)


def _told(item: Placed) -> TimeMention | None:
    """The mention that says when a statement was made."""
    told = item.statement.told
    return next((time for time in item.page.times if time.id == told), None) if told else None
