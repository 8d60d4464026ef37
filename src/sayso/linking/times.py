"""When articles were published: given, or inferred from their text and their neighbours, always as an interval.

Every time in a text is a clue to the day it was written (clues.py, weekdays.py), and so is what two of its times
share (meetings.py), what it counts from (occasions.py), what it tells as a dated neighbour does (events.py), which
passages it has in common with one (reprints.py) and which words (neighbours.py). The weights of an article's clues
are added over a window of days, together with what the case makes likely, and turned into probabilities; the
answer is a short run of days around the middle one that holds nine tenths of them. The year comes from the case:
the question's own last day and the given dates of the other articles. A text alone seldom tells its year: of 400
dated articles (PolNeAR, train) that name years, the newest past one was that of the article in one in five. So
without a case only a date in a line of its own counts; else the date stays unknown.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sayso.linking.bursts import Bursts
from sayso.linking.clues import Clue, clues, issue_line, of_the_text
from sayso.linking.curves import Curves, summed
from sayso.linking.events import Memory, remembered, sentence_words, shared
from sayso.linking.meetings import meetings
from sayso.linking.neighbours import Neighbours, day_of, neighbours, start, vocabulary
from sayso.linking.occasions import Counts, counts, occasions
from sayso.linking.reprints import Passages, passages, reprints
from sayso.linking.sayings import timed
from sayso.linking.sentences import Words
from sayso.linking.weekdays import weekdays
from sayso.model.case import Page
from sayso.model.notes import Note
from sayso.model.redating import redated
from sayso.model.span import Ref
from sayso.model.timeforms import Form, parsed
from sayso.model.times import Dating, Interval

#: The share of the probability that an inferred interval holds, and that it is expected to be right.
HELD = 0.9
#: Where a question's last day is all that a case gives, runs that hold nine tenths by the clues held the day in 95
#: to 99 % of 420 cases (PolNeAR, train), so runs are taken that hold less by the clues, and simply the shortest.
_HELD_ALONE = 0.87
#: This share of the probability is given back to what was likely before the text was read. On 210 articles of
#: PolNeAR (train) in eight kinds of case the chance of the right day was highest from 0.02 to 0.05.
DOUBT = 0.04
#: Likeness and the words that come and go are taken as independent, and are not. So among very many dated articles
#: weights count less by `_DAMPED`, and the share `_DOUBT_MANY` is given back to the days of the case, whoever is
#: alike; half of both with `_MANY`. On 84 articles among 839 others (train) that raised the logarithm of the chance
#: of the right day from -4.76 to -4.66, and the share of intervals that hold it from 81 to 87 %.
_DAMPED, _DOUBT_MANY, _MANY = 0.125, 0.12, 200
#: So many days longer may an interval be for each day by which its middle comes nearer to the day that halves the
#: chances. With 2 intervals are a tenth longer than with 0, and among random articles of a year their middles lie
#: 45 days off the true day and not 62 (median, the same articles).
CENTRED = 2.0
_LONGEST = 3 * 366
#: Sets of clues whose answer is kept.
_MOST_READ = 20_000
#: Tenths of log-odds from which on a time is surely spoken of as past.
_SURE = -15
_BEFORE_DEADLINE, _AFTER_DEADLINE, _AROUND_NEIGHBOUR = 365, 31, 200
#: Days over which the chance of an article falls to a third, away from the question's last day.
_HALF_DEADLINE, _FALL = 50.0, 2.5
#: Natural logarithms of how often articles come out on a Saturday and a Sunday, against other days.
_WEEKEND = {6: -0.6, 0: -0.4}


@dataclass(frozen=True, slots=True)
class _Window:
    """Days under consideration as ordinals, the weight of each before the text is read, and what they rest on.

    The rest is what a case gives: its dated articles, what they tell, their passages, and what to count from; or
    that the question's last day is all (`alone`). `curves`, `bursts` and `read` keep what was worked out for one
    text for the next ones that have the same clues.
    """

    days: range
    prior: tuple[float, ...]
    why: str
    among: Neighbours | None = None
    memory: Memory | None = None
    known: Passages | None = None
    counts: Counts | None = None
    alone: bool = False
    curves: Curves = field(default_factory=lambda: Curves(range(0)))
    bursts: Bursts | None = None
    read: dict[tuple[object, ...], _Read] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Read:
    """What clues give within a window: the first and last index of its days, and which clues speak most for it."""

    first: int
    last: int
    told: tuple[int, ...]


def dated(page: Page, *, near: Interval | None = None) -> Page:
    """The page with its date, given or inferred, its times tied to that date, and a note on how it is known.

    `near` are days that are likely for reasons outside the text. The date stays None, with note L301, where
    nothing tells.
    """
    return timed(_dated(page, _flat(near)))


def date_pages(pages: Sequence[Page], asked: Page | None = None) -> tuple[Page, ...]:
    """All pages of a case dated, in the order given: those without a date with the case as context."""
    known = [page if _undated(page) else timed(_dated(page, None)) for page in pages]
    if not any(map(_undated, known)):
        return tuple(known)
    window = _of_case(known, asked)
    return tuple(timed(_dated(page, window)) if _undated(page) else page for page in known)


def _undated(page: Page) -> bool:
    return page.article.published is None or page.article.published.how != "given"


def _dated(page: Page, window: _Window | None) -> Page:
    article = page.article
    if article.published and article.published.how == "given":
        return replace(page, times=redated(page.times, article.published.interval), notes=_checked(page))
    found = _inferred(page, window) if window else _stated(page)
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
    why = "The days before and after are ruled out by the case."
    return _Window(days, (0.0,) * len(days), why, curves=Curves(days))


def _of_case(pages: Sequence[Page], asked: Page | None) -> _Window | None:
    """The days that a case makes likely: near the given dates of its articles, else before its last day."""
    known = sorted(day for page in pages if (day := day_of(page)))
    if known:
        first, last = known[0] - _AROUND_NEIGHBOUR, known[-1] + _AROUND_NEIGHBOUR
        days = range(max(first, last - _LONGEST), last + 1)
        spoken = [sentence_words(page) for page in pages]
        among, memory = neighbours(pages, days, spoken), remembered(pages, spoken)
        return _Window(
            days, (), "", among, memory, passages(pages), counts(pages), curves=Curves(days), bursts=Bursts(among)
        )
    deadlines = [time.interval.latest for time in asked.times if time.interval.latest] if asked else []
    if not deadlines:
        return None
    last = max(deadlines).toordinal()
    days = range(last - _BEFORE_DEADLINE, last + _AFTER_DEADLINE + 1)
    prior = tuple(_before(last - day) for day in days)
    why = f"The question's last day, {max(deadlines)}, gives the year."
    return _Window(days, prior, why, counts=counts(pages), alone=True, curves=Curves(days))


def _before(away: int) -> float:
    """The weight of a day that lies `away` days before the question's last day; few articles come after it."""
    return -_FALL * math.log1p(away / _HALF_DEADLINE) if away >= 0 else -1.0 + away / 10


# ---- from weights to an interval


def _stated(page: Page) -> Dating | None:
    """The date that a line of its own states, from the day itself to the day after."""
    for mention in of_the_text(page).times:
        day = issue_line(page, mention)
        if day:
            says = f"“{mention.text}” stands in a line of its own, as a date of issue does."
            return Dating(Interval(day, day + timedelta(1)), "inferred", (mention.span,), (says,), HELD)
    return None


def _inferred(page: Page, window: _Window) -> Dating:
    """The date that the clues of a text and its neighbours give within a window."""
    words = vocabulary(page) if window.among else frozenset()
    found = _found(page, window, words)
    prior, why = start(words, window.among) if window.among else (window.prior, window.why)
    keys = tuple(clue.key for clue in found)
    known = window.read.get(keys) if window.among is None and None not in keys else None
    if known is None:
        known = _read(found, window, prior)
        if window.among is None and len(window.read) < _MOST_READ:
            window.read[keys] = known
    told = sorted((found[number] for number in known.told), key=lambda clue: clue.span)
    return Dating(
        interval=Interval(date.fromordinal(window.days[known.first]), date.fromordinal(window.days[known.last])),
        how="inferred",
        evidence=tuple(sorted({clue.span for clue in told})),
        reasons=(why, *(clue.says for clue in told)),
        confidence=HELD,
    )


def _read(found: Sequence[Clue], window: _Window, prior: Sequence[float]) -> _Read:
    """The run of days that the clues give, begun with the weights `prior` of the days."""
    among = window.among
    rows = [window.curves.of(clue) for clue in found]
    prior = tuple(weight + _WEEKEND.get(day % 7, 0.0) for day, weight in zip(window.days, prior, strict=True))
    many = len(among.dates) / (len(among.dates) + _MANY) if among else 0.0
    damped = 1 - _DAMPED * many
    totals = [damped * (text + before) for text, before in zip(summed(rows, len(prior)), prior, strict=True)]
    top = max(totals)
    chances = [math.exp(total - top) for total in totals]
    if not any(clue.firm for clue in found):
        chances = _doubted(chances, [math.exp(weight) for weight in prior], DOUBT)
        chances = _doubted(chances, among.flat, _DOUBT_MANY * many) if among else chances
    held, centred = (_HELD_ALONE, 0.0) if window.alone else (HELD, CENTRED)
    first, last = _run(chances, held * sum(chances), centred)
    return _Read(first, last, _strongest(rows, totals.index(top)))


def _found(page: Page, window: _Window, words: Words) -> list[Clue]:
    """All clues to the day of an article, from its text and from the dated articles of the case."""
    page = of_the_text(page)
    found = [*clues(page), *weekdays(page), *meetings(page), *occasions(page, window.counts)]
    if window.memory:
        found += shared(page, window.memory)
    if window.known:
        found += reprints(page, window.known)
    if window.bursts:
        found += window.bursts.clues(page.article.text, words)
    return found


def _doubted(chances: Sequence[float], before: Sequence[float], doubt: float) -> list[float]:
    """Chances that sum to one, `doubt` of them given back to the days as they were before the text was read."""
    read, spread = (1 - doubt) / sum(chances), doubt / sum(before)
    return [read * chance + spread * share for chance, share in zip(chances, before, strict=True)]


def _run(chances: Sequence[float], enough: float, centred: float) -> tuple[int, int]:
    """The first and last index of the best run whose chances sum to `enough`, the earliest where several are.

    The best is short, and its middle is near the day that halves the chances, as far as `centred` says.
    """
    half = _half(chances)
    best, cost, start, total = (0, len(chances) - 1), math.inf, 0, 0.0
    for end, chance in enumerate(chances):
        total += chance
        while total - chances[start] >= enough:
            total -= chances[start]
            start += 1
        worse = end - start + centred * abs((start + end) / 2 - half)
        if total >= enough and worse < cost:
            best, cost = (start, end), worse
    return best


def _half(chances: Sequence[float]) -> int:
    """The index by which half of all chances is reached."""
    left = sum(chances) / 2
    for index, chance in enumerate(chances):
        left -= chance
        if left <= 0:
            return index
    return len(chances) - 1


def _strongest(rows: Sequence[Sequence[float]], best: int) -> tuple[int, ...]:
    """Which clues speak most for the likeliest day against the average one, five at most, by their numbers."""
    gains = []
    for number, row in enumerate(rows):
        sample = row[:: max(1, len(row) // 60)]
        gains.append((row[best] - sum(sample) / len(sample), number))
    return tuple(number for gain, number in sorted(gains, key=lambda pair: -pair[0])[:5] if gain > 0.15)


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
        day = mention.interval.earliest
        if day and day > late and mention.bound == "at" and mention.form and _past_day(parsed(mention.form)):
            given = published.interval.latest
            message = f"The text speaks of “{mention.text}” as past; the date given, {given}, is earlier."
            return (*notes, Note("L310", message, Ref(page.article.id, mention.span)))
    return notes


def _past_day(form: Form) -> bool:
    """Whether a form is a full date that is surely spoken of as past."""
    surely = form.lean < 0 and (not form.odds or form.odds <= _SURE)
    return form.kind == "date" and bool(form.year and form.month and form.day) and surely
