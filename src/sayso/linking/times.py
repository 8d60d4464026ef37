"""When articles were published: given, or inferred from their text and their neighbours, always as an interval.

Every time in a text is a clue to the day it was written (clues.py), and so is what two of its times share
(meetings.py) and what it tells as a dated neighbour does (events.py). The weights of an article's clues are added
over a window of days, together with what the case makes likely, and turned into probabilities; the answer is the
shortest run of days that holds nine tenths of them. The year comes from the case: the question's own last day and
the given dates of the other articles. A text alone seldom tells its year: of 400 dated articles (PolNeAR, train)
that name years, the newest past one was that of the article in one in five. So without a case only a date in a line
of its own counts; else the date stays unknown.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.linking.clues import Clue, clues, issue_line, summed
from sayso.linking.events import Memory, remembered, shared
from sayso.linking.meetings import meetings
from sayso.model.case import Page
from sayso.model.notes import Note
from sayso.model.redating import redated
from sayso.model.span import Ref
from sayso.model.times import Dating, Interval

#: The share of the probability that an inferred interval holds, and that it is expected to be right.
HELD = 0.9
#: Weights are multiplied by this before they become probabilities, and this share of the probability is given
#: back to what was likely before the text was read. 0.7 to 1.6 and 0.03 to 0.06 were tried on 150 articles of
#: PolNeAR (train, dates masked; neighbours at random, of the same season, of the same week; or a deadline alone)
#: for intervals that hold the true day nine times in ten. Those of two weeks or less do so three times in four.
DAMPING = 1.3
DOUBT = 0.05
_LONGEST = 3 * 366
_BEFORE_DEADLINE, _AFTER_DEADLINE, _AROUND_NEIGHBOUR = 365, 31, 120
#: Days over which the chance of an article falls to half, away from the question's last day, and the bounds of the
#: same for a neighbour's date. Set by hand; with 20 days for all neighbours intervals were a third longer (train).
_HALF_DEADLINE, _HALF_NEIGHBOUR = 60.0, (7.0, 25.0)


@dataclass(frozen=True, slots=True)
class _Window:
    """Days under consideration as ordinals, the weight of each before the text is read, and what they rest on."""

    days: range
    prior: tuple[float, ...]
    why: str


def dated(page: Page, *, near: Interval | None = None) -> Page:
    """The page with its date, given or inferred, its times tied to that date, and a note on how it is known.

    `near` are days that are likely for reasons outside the text. The date stays None, with note L301, where
    nothing tells.
    """
    return _dated(page, _flat(near))


def date_pages(pages: Sequence[Page], asked: Page | None = None) -> tuple[Page, ...]:
    """All pages of a case dated, in the order given: those without a date with the case as context."""
    undated = any(not page.article.published or page.article.published.how != "given" for page in pages)
    window, memory = _of_case(pages, asked), remembered(pages) if undated else None
    return tuple(_dated(page, window, memory) for page in pages)


def _dated(page: Page, window: _Window | None, memory: Memory | None = None) -> Page:
    article = page.article
    if article.published and article.published.how == "given":
        return replace(page, times=redated(page.times, article.published.interval), notes=_checked(page))
    found = _inferred(page, window, memory) if window else _stated(page)
    if found is None:
        note = Note("L301", "No date is given, and neither the text nor the case tells one.", None)
        interval = None
    else:
        note = Note("L302", _in_words(found), Ref(article.id, found.evidence[0]) if found.evidence else None)
        interval = found.interval
    return replace(
        page,
        article=replace(article, published=found),
        times=redated(page.times, interval),
        notes=(*_without_dating(page.notes), note),
    )


# ---- the window


def _flat(near: Interval | None) -> _Window | None:
    """A window of the last three years of `near`; None where it is open at an end."""
    if near is None or not near.earliest or not near.latest:
        return None
    last = near.latest.toordinal()
    days = range(max(near.earliest.toordinal(), last - _LONGEST), last + 1)
    return _Window(days, (0.0,) * len(days), "The days before and after are ruled out by the case.")


def _of_case(pages: Sequence[Page], asked: Page | None) -> _Window | None:
    """The days that a case makes likely: near the given dates of its articles, else before its last day."""
    found = [page.article.published for page in pages if page.article.published]
    given = [dating.interval for dating in found if dating.how == "given"]
    known = sorted(day.toordinal() for interval in given if (day := interval.earliest) and interval.latest)
    if known:
        first, last = known[0] - _AROUND_NEIGHBOUR, known[-1] + _AROUND_NEIGHBOUR
        days = range(max(first, last - _LONGEST), last + 1)
        return _Window(days, _near_neighbours(days, known), "The dated articles of the case give the year.")
    deadlines = [time.interval.latest for time in asked.times if time.interval.latest] if asked else []
    if not deadlines:
        return None
    last = max(deadlines).toordinal()
    days = range(last - _BEFORE_DEADLINE, last + _AFTER_DEADLINE + 1)
    prior = tuple(_before(last - day) for day in days)
    return _Window(days, prior, f"The question's last day, {max(deadlines)}, gives the year.")


def _before(away: int) -> float:
    """The weight of a day that lies `away` days before the question's last day; few articles come after it."""
    return -math.log1p(away / _HALF_DEADLINE) if away >= 0 else -1.0 + away / 10


def _near_neighbours(days: range, known: Sequence[int]) -> tuple[float, ...]:
    """The weight of each day by how many articles of the case came out around it; at most 60 are looked at."""
    sample = known[:: max(1, len(known) // 60)]
    half = _half(known)
    shares = (sum(1 / (1 + ((day - other) / half) ** 2) for other in sample) / len(sample) for day in days)
    return tuple(math.log(share) for share in shares)


def _half(known: Sequence[int]) -> float:
    """The days over which the chance falls to half away from a neighbour: fewer, the more and the closer they are.

    The rule of thumb for kernels (Silverman 1986, 3.28), within bounds.
    """
    mean = sum(known) / len(known)
    spread = math.sqrt(sum((day - mean) ** 2 for day in known) / len(known))
    thumb = 1.06 * spread / math.pow(len(known), 0.2)
    return min(_HALF_NEIGHBOUR[1], max(_HALF_NEIGHBOUR[0], _HALF_NEIGHBOUR[1] / math.sqrt(len(known)), thumb))


# ---- from weights to an interval


def _stated(page: Page) -> Dating | None:
    """The date that a line of its own states, from the day itself to the day after."""
    for mention in page.times:
        day = issue_line(page, mention)
        if day:
            says = f"“{mention.text}” stands in a line of its own, as a date of issue does."
            return Dating(Interval(day, day + timedelta(1)), "inferred", (mention.span,), (says,), HELD)
    return None


def _inferred(page: Page, window: _Window, memory: Memory | None = None) -> Dating | None:
    """The date that the clues of a text and its neighbours give within a window; None for a text without clues."""
    found = (*clues(page), *meetings(page), *(shared(page, memory) if memory else ()))
    if not found:
        return None
    totals = [DAMPING * text + prior for text, prior in zip(summed(found, window.days), window.prior, strict=True)]
    top = max(totals)
    chances = [math.exp(total - top) for total in totals]
    if not any(clue.firm for clue in found):
        chances = _doubted(chances, window.prior)
    first, last = _shortest(chances, HELD * sum(chances))
    told = _strongest(found, window.days, window.days[totals.index(top)])
    return Dating(
        interval=Interval(date.fromordinal(window.days[first]), date.fromordinal(window.days[last])),
        how="inferred",
        evidence=tuple(sorted({clue.span for clue in told})),
        reasons=(window.why, *(clue.says for clue in told)),
        confidence=HELD,
    )


def _doubted(chances: Sequence[float], prior: Sequence[float]) -> list[float]:
    """Chances that sum to one, a part of them given back to the days as they were before the text was read."""
    before = [math.exp(weight) for weight in prior]
    read, spread = (1 - DOUBT) / sum(chances), DOUBT / sum(before)
    return [read * chance + spread * share for chance, share in zip(chances, before, strict=True)]


def _shortest(chances: Sequence[float], enough: float) -> tuple[int, int]:
    """The first and last index of the shortest run whose chances sum to `enough`, the earliest where several do."""
    best, start, total = (0, len(chances) - 1), 0, 0.0
    for end, chance in enumerate(chances):
        total += chance
        while total - chances[start] >= enough:
            total -= chances[start]
            start += 1
        if total >= enough and end - start < best[1] - best[0]:
            best = (start, end)
    return best


def _strongest(found: Sequence[Clue], days: range, best: int) -> list[Clue]:
    """The clues that speak most for the likeliest day against the average one, five at most."""
    sample = days[:: max(1, len(days) // 60)]
    gains = [(clue.weight(best) - sum(map(clue.weight, sample)) / len(sample), clue) for clue in found]
    kept = sorted((pair for pair in gains if pair[0] > 0.15), key=lambda pair: -pair[0])[:5]
    return sorted((clue for _, clue in kept), key=lambda clue: clue.span)


# ---- notes


def _without_dating(notes: Sequence[Note]) -> tuple[Note, ...]:
    """The notes without those that an earlier dating left."""
    return tuple(note for note in notes if note.code not in ("L301", "L302"))


def _in_words(found: Dating) -> str:
    first, last = found.interval.earliest, found.interval.latest
    days = f"{first}" if first == last else f"{first} to {last}"
    return f"No date is given; inferred: {days}. " + " ".join(found.reasons)


def _checked(page: Page) -> tuple[Note, ...]:
    """The page's notes, with one where the text speaks of a full date in the past that its own date precedes."""
    published, notes = page.article.published, _without_dating(page.notes)
    if published is None or published.interval.latest is None:
        return notes
    late = published.interval.latest + timedelta(1)
    for mention in page.times:
        if (
            mention.bound == "at"
            and "year=" in mention.form
            and "day=" in mention.form
            and "lean=-1" in mention.form
        ):
            day = mention.interval.earliest
            if day and day > late:
                given = published.interval.latest
                message = f"The text speaks of “{mention.text}” as past; the date given, {given}, is earlier."
                return (*notes, Note("L310", message, Ref(page.article.id, mention.span)))
    return notes
