"""Times on rails that stay apart: when articles were published, when things were said, what days they speak of.

Each rail is a list of moments, sorted by day; the drawing shows the same moments. The day on which something was
said is taken only from a time expression that stands with the attribution, outside what is said ("told
reporters on 3 May"); where there is none, no day is shown rather than the article's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from sayso.model.case import Page
from sayso.model.prose import MONTHS, day, days
from sayso.model.span import Span, cover
from sayso.model.statements import Statement
from sayso.model.times import Interval, TimeMention
from sayso.showing.articles import evidence
from sayso.showing.catalogue import Catalogue, Link, heading
from sayso.showing.svg import el, picture
from sayso.showing.words import count

#: Code points after an attribution in which its day may follow ("…," Lind told the Courier on Monday).
REACH = 60
LEFT, RIGHT = 96, 704


@dataclass(frozen=True, slots=True)
class Moment:
    """One interval on a rail, with all that stands there."""

    interval: Interval
    when: str
    words: tuple[str, ...]
    links: tuple[Link, ...]
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rail:
    """A rail: its name, what it means, its moments."""

    name: str
    about: str
    moments: tuple[Moment, ...]


def rails(made: Catalogue) -> tuple[Rail, ...]:
    """The four rails; one without moments is kept, so that its absence is seen."""
    given, inferred = _published(made)
    return (
        Rail("published", "when each article came out, as given", given),
        Rail("published, inferred", "articles without a date, with the days the text allows and why", inferred),
        Rail("said", "when something was said, where the text gives the day", _grouped(_said(made))),
        Rail("refers to", "the days that statements speak of", _grouped(_referred(made))),
    )


def _published(made: Catalogue) -> tuple[tuple[Moment, ...], tuple[Moment, ...]]:
    """The articles' dates, given ones and inferred or missing ones apart."""
    given: list[Moment] = []
    inferred: list[Moment] = []
    for page in made.pages:
        article, dating = page.article, page.article.published
        interval = dating.interval if dating else Interval(None, None)
        quoted = tuple(f"“{words}”" for words in evidence(article))
        why = (dating.reasons or quoted) if dating else ("no date is given and none could be inferred",)
        why = tuple(line.rstrip(".") for line in why)
        to = made.article(article.id)
        moment = Moment(interval, days(interval), (heading(article),), (to,), why)
        (given if dating and dating.how == "given" else inferred).append(moment)
    return tuple(given), tuple(inferred)


def _referred(made: Catalogue) -> Iterator[tuple[TimeMention, Link]]:
    """Times inside contents, with their statements."""
    for entry in made.entries.values():
        known = {mention.id: mention for mention in entry.page.times}
        for id_ in entry.statement.times:
            if id_ in known:
                yield known[id_], entry.link


def _said(made: Catalogue) -> Iterator[tuple[TimeMention, Link]]:
    """Times that stand with an attribution, with its statement."""
    for page in made.pages:
        entries = made.within.get(page.article.id, [])
        free = outside(page.times, [span for entry in entries for span in entry.statement.content])
        for entry in entries:
            mention = said_on(entry.statement, page, free)
            if mention:
                yield mention, entry.link


def outside(times: Sequence[TimeMention], contents: Sequence[Span]) -> list[TimeMention]:
    """The times that touch none of `contents`, in text order; one sweep over both."""
    free: list[TimeMention] = []
    ordered = sorted(contents)
    at, reached = 0, 0
    for mention in sorted(times, key=lambda one: (one.span, one.id)):
        while at < len(ordered) and ordered[at].start < mention.span.end:
            reached = max(reached, ordered[at].end)
            at += 1
        if reached <= mention.span.start:
            free.append(mention)
    return free


def said_on(said: Statement, page: Page, free: Sequence[TimeMention]) -> TimeMention | None:
    """The day on which `said` was said: the first date of `free` near its cue, in its sentence, not in the future.

    `free` are the page's times outside what anybody says, in text order.
    """
    cues = [hop.cue.span for hop in said.chain[:1] if hop.cue.span]
    if not cues:
        return None
    around = cover([*cues, *(hop.source.span for hop in said.chain[:1] if hop.source.span)])
    first = bisect_left(free, around.start - REACH, key=lambda one: one.span.start)
    last = bisect_right(free, around.end + REACH, key=lambda one: one.span.start)
    for mention in free[first:last]:
        if mention.type != "DATE" or mention.bound != "at" or not _past(mention.interval, page):
            continue
        span = mention.span
        between = page.article.text[min(span.end, around.end) : max(span.start, around.start)]
        if not any(stop in between for stop in (". ", "? ", "! ", "\n")):
            return mention
    return None


def _past(interval: Interval, page: Page) -> bool:
    """Whether an interval is known and lies no later than the article: nobody has spoken tomorrow."""
    dating = page.article.published
    last = dating.interval.latest if dating else None
    if interval.earliest is None or interval.latest is None:
        return False
    return last is None or interval.latest <= last


def _grouped(found: Iterator[tuple[TimeMention, Link]]) -> tuple[Moment, ...]:
    """Mentions of the same days as one moment, by day; what is open or unresolved stands last."""
    groups: dict[tuple[date, date], tuple[Interval, dict[str, None], dict[Link, None]]] = {}
    for mention, link in found:
        interval = mention.interval
        key = (interval.earliest or interval.latest or date.max, interval.latest or date.max)
        group = groups.setdefault(key, (interval, {}, {}))
        group[1].setdefault(" ".join(mention.text.split()))
        group[2].setdefault(link)
    return tuple(
        Moment(interval, days(interval), tuple(words), tuple(links))
        for _, (interval, words, links) in sorted(groups.items(), key=lambda pair: pair[0])
    )


def drawing(found: tuple[Rail, ...], made: Catalogue) -> Markup | None:
    """The rails as a drawing; None where no day is known at all. Far outliers are left to the list."""
    window = _window(found, made)
    if window is None:
        return None
    first, last = window
    lines, y = [_axis(first, last)], 34.0
    left_out = 0
    for rail in found:
        placed, height, missing = _lane(rail, window, y)
        left_out += missing
        lines.append(el("text", rail.name.split(",")[-1].strip(), x=LEFT - 10, y=y + 12, class_="end head"))
        lines += [el("path", d=f"M{LEFT} {y - 4:.1f}H{RIGHT}", class_="tick"), *placed]
        y += height + 10
    lines += [_closing(when, window, y) for when in _closings(made) if first <= when.toordinal() <= last]
    about = "Rails from top to bottom: " + "; ".join(
        f"{rail.name}: {count(len(rail.moments), 'entry', 'entries')}" for rail in found
    )
    about += f". {count(left_out, 'entry', 'entries')} outside these days only in the list." if left_out else "."
    title = f"Timeline from {day(date.fromordinal(first))} to {day(date.fromordinal(last))}"
    return picture(*lines, size=(720, y), name="timeline-pic", title=title, about=about)


def _closings(made: Catalogue) -> tuple[date, ...]:
    """The days on which the hypotheses close, each once."""
    return tuple(sorted({one.closes for one in made.case.hypotheses if one.closes}))


def _closing(when: date, window: tuple[int, int], bottom: float) -> Markup:
    """A dashed line down all rails on the day on which a hypothesis closes."""
    x = _x(when.toordinal(), window)
    return el(
        "path", el("title", f"the question closes on {day(when)}"), d=f"M{x:.1f} 22V{bottom:.1f}", class_="closing"
    )


def _window(found: tuple[Rail, ...], made: Catalogue) -> tuple[int, int] | None:
    """First and last day drawn: the articles' dates, the hypotheses' ends, and what lies near them."""
    core = _days(found[:2]) + [one.toordinal() for one in _closings(made)]
    if not core:
        return None
    low, high = min(core), max(core)
    reach = max(14, (high - low) // 2)
    near = [when for when in _days(found[2:]) if low - reach <= when <= high + reach]
    return min([low, *near]), max([high, *near])


def _days(found: Sequence[Rail]) -> list[int]:
    """The first and last days of all moments on the rails, as ordinals."""
    ends = ((moment.interval.earliest, moment.interval.latest) for rail in found for moment in rail.moments)
    return [when.toordinal() for pair in ends for when in pair if when]


def _x(ordinal: int, window: tuple[int, int]) -> float:
    """Where a day stands."""
    return LEFT + (RIGHT - LEFT) * (ordinal - window[0]) / max(1, window[1] - window[0])


def _axis(first: int, last: int) -> Markup:
    """Days along the top: first, last and the quarters between."""
    out = []
    for part in range(5):
        ordinal = first + (last - first) * part // 4
        x = _x(ordinal, (first, last))
        when = date.fromordinal(ordinal)
        where = "" if part == 0 else "end" if part == 4 else "mid"
        out.append(
            el("text", f"{when.day} {MONTHS[when.month - 1][:3]} {when.year}", x=x, y=14, class_=where or None)
        )
        out.append(el("path", d=f"M{x:.1f} 18v6", class_="axis"))
    return Markup("").join(out)


def _shape(moment: Moment, ends: tuple[float, float], y: float, kind: str) -> Markup:
    """A moment as a bar, with how many places it has where there are several."""
    left, right = ends
    bar = el("path", d=f"M{left:.1f} {y + 4:.1f}h{max(5.0, right - left):.1f}", class_=kind)
    if len(moment.links) < 2:
        return bar
    return bar + el("text", str(len(moment.links)), x=max(right, left + 5) + 3, y=y + 7.5, class_="tiny")


def _lane(rail: Rail, window: tuple[int, int], top: float) -> tuple[list[Markup], float, int]:
    """A rail's moments in as many lines as they need, its height, and how many fall outside the window."""
    ends: list[float] = []
    out: list[Markup] = []
    missing = 0
    for moment in rail.moments:
        first, last = moment.interval.earliest, moment.interval.latest
        low = first.toordinal() if first else window[0]
        high = last.toordinal() if last else window[1]
        if not (first or last) or high < window[0] or low > window[1] or len(ends) > 11:
            missing += 1
            continue
        left, right = _x(max(low, window[0]), window), _x(min(high, window[1]), window)
        line = next((at for at, end in enumerate(ends) if end < left - 3), len(ends))
        ends[line : line + 1] = [max(right, left + 6) + 12]
        kind = "day" if first and last else "day open"
        out.append(_shape(moment, (left, right), top + 3 + 12 * line, kind))
    return out, max(16.0, 12.0 * len(ends) + 6), missing
