"""Clues to the day an article was written: what each time in its text says about that day.

Every clue gives each day of writing a weight, a natural logarithm up to a constant. A past date lies some time
back, a date ahead some time forward, and nearer is likelier; a bare weekday is mostly yesterday or today. Clues
are added up, so one clue alone may not outvote the others: no weight is far below `WORST`, because the tense
around a date is read wrongly about once in seven times.

Where the numbers come from. How days and months without a year fade, what a wrong side costs and what the words'
odds add (`REACHES`) is fitted by `python -m training.dating` on 840 dated articles of PolNeAR (train) and those of
TimeBank and AQUAINT: 978 such times, for the chance of the true day among those of a year. Holidays are set between
the two. Of 55 months that the words put ahead with odds above 1.5 one was behind, and none lay more than ten
months off. `BACK` and `AHEAD`, how far a single weekday lies off, are the mean of the shares in those collections
(1,110 past, 177 ahead). "This summer" follows some fifty cases. `_TRUST` is what clues of a kind count for beside
all others: fitted on 210 articles of PolNeAR (train), with all other kinds near 1. The rest (years, seasons without
"this", "as early as", date lines, `WORST`, `_SPREAD`) was set by hand, with an eye on a few real articles, and is
not measured.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache

from sayso.linking.sentences import around
from sayso.model.case import Page
from sayso.model.holidays import holiday
from sayso.model.span import Span
from sayso.model.timeforms import Form, parsed
from sayso.model.times import TimeMention
from sayso.model.timexdays import SEASON_MONTHS, days_of, narrowed

WORST = -4.0
#: No period without a year is so many days off, as a rule: it would be given its year, or "last" or "next".
FAR = 300


@dataclass(frozen=True, slots=True)
class Reach:
    """How the weight of a day falls with its distance from a period, and what speaks against it.

    At `away` days it has fallen by `steep` times log(1 + away / `scale`), and by `far` more from `FAR` days on.
    `inside` is the weight within the period: who means the running month says "this month", not its name; of a
    period ahead it falls by `gone` to its end, of a past one to its beginning.
    A period that lies the other way than its words say costs `least`, and `each` for every log-odds of the words.
    """

    scale: float
    inside: float = 0.0
    steep: float = 1.0
    least: float = 0.0
    each: float = 0.0
    far: float = 0.0
    gone: float = 0.0

    def wrong(self, odds: float) -> float:
        """What the other side costs, as a weight; `odds` are log-odds."""
        return -min(-WORST, max(0.0, self.least + self.each * odds))


#: By unit and way (-1 past, 1 ahead, 0 open). Days and months are fitted, see the head of this file.
REACHES = {
    ("day", -1): Reach(10.0, 0.0, 1.5, 0.2, 0.6),
    ("day", 0): Reach(5.0),
    ("day", 1): Reach(10.0, -1.5, 1.25, 1.2, 0.6),
    ("month", -1): Reach(90.0, -2.0, 1.5, -0.4, 1.0, 2.0, 1.5),
    ("month", 0): Reach(90.0),
    ("month", 1): Reach(150.0, -1.5, 1.5, 1.2, 0.6, 2.5, 1.0),
    ("holiday", -1): Reach(90.0, -0.5, 1.25, 0.5, 0.6, 2.0),
    ("holiday", 0): Reach(45.0),
    ("holiday", 1): Reach(90.0, -0.5, 1.25, 1.0, 0.6, 2.0),
    ("season", -1): Reach(90.0, -0.3, 1.0, 0.3, 0.5),
    ("season", 0): Reach(90.0),
    ("season", 1): Reach(90.0, -0.3, 1.0, 0.5, 0.4),
    **{("year", lean): Reach(150.0, -0.2 * abs(lean), least=2.5) for lean in (-1, 0, 1)},
    **{("age", lean): Reach(1e5, least=2.5) for lean in (-1, 0, 1)},
    **{("soon", lean): Reach(1.5, -2.0 * abs(lean), 2.0, least=2.5) for lean in (-1, 0, 1)},
}
#: The odds of a form without any: a plain tense.
_PLAIN = 2.0
#: What clues of a unit and a way count for, where not in full.
_TRUST = {("year", -1): 0.3, ("season", -1): 0.6, ("season", 0): 0.6, ("season", 1): 0.6, ("month", 0): 0.6}
#: Days that the articles of a case are spread over, as a rule.
_SPREAD = 60
_MOST_CLUES, _MOST_PERIODS, _MOST_VOTES = 60, 200, 12
#: Characters from the beginning in which a text may state its date.
_HEAD = 400
#: A date without a year is one of the two nearest of its name.
_HALF_YEAR = 200
#: Natural logarithms of how often a past weekday lies 0 … 6 days back, and a coming one 0 … 6 days ahead.
BACK = tuple(math.log(p) for p in (0.325, 0.295, 0.175, 0.11, 0.045, 0.025, 0.025))
AHEAD = tuple(math.log(p) for p in (0.235, 0.265, 0.09, 0.07, 0.14, 0.10, 0.10))

Weight = Callable[[int], float]


@dataclass(frozen=True, slots=True)
class Clue:
    """What one time says: its place, a sentence, and the weight of a day of writing (as an ordinal).

    `firm` where the text itself states its date. Clues of one `key` weigh every day alike; None tells nothing.
    """

    span: Span
    says: str
    weight: Weight
    firm: bool = False
    key: Hashable = None


def clues(page: Page) -> tuple[Clue, ...]:
    """The clues of an article in text order, at most 60: one for each period, since repetition proves nothing.

    Which way a period lies is the sum of what its mentions say, each sentence once and those of
    headings, which often lack a verb, by half; the clearest mention of that way stands for it.
    """
    newest = _newest(page)
    found = (_dateline(page, mention, form) or _clue(mention, form, newest) for mention, form in periods(page))
    return tuple(sorted((clue for clue in found if clue), key=lambda clue: clue.span)[:_MOST_CLUES])


def periods(page: Page) -> tuple[tuple[TimeMention, Form], ...]:
    """The periods that a text names, each with the mention that stands for it, its form leaning as they all do."""
    groups = dict[tuple[object, ...], list[tuple[TimeMention, Form]]]()
    for mention in page.times:
        form = parsed(mention.form)
        key = (form.kind, form.value, form.year, form.month, form.day, form.n)
        if key in groups or len(groups) < _MOST_PERIODS:
            groups.setdefault(key, []).append((mention, form))
    heads = [block.span for block in page.blocks if block.kind != "paragraph"]
    return tuple(_voted(page.article.text, group[:_MOST_VOTES], heads) for group in groups.values())


def of_the_text(page: Page) -> Page:
    """The page with those of its times that tell of its own day.

    What counts from another day ("said on Friday: tomorrow") does not, but for a month or more ("said on Friday: in
    May"), which a few days hardly move.
    """
    if all(mention.form and not mention.anchor for mention in page.times):
        return page
    forms = {mention.id: parsed(mention.form) for mention in page.times if mention.form}
    near = {id_ for id_, form in forms.items() if form.kind == "weekday" or form.value == "day"}
    kept = (
        mention
        for mention in page.times
        if mention.id in forms and (mention.anchor is None or (mention.anchor in near and _long(forms[mention.id])))
    )
    return replace(page, times=tuple(kept))


def _long(form: Form) -> bool:
    return form.kind in ("season", "holiday") or (form.kind == "date" and not form.day)


def _voted(text: str, group: Sequence[tuple[TimeMention, Form]], heads: Sequence[Span]) -> tuple[TimeMention, Form]:
    """The mention that stands for a period, its form leaning as all mentions do together."""
    if len(group) == 1:
        return group[0]
    votes: dict[str, float] = {}
    for mention, form in group:
        half = 2 if any(span.contains(mention.span) for span in heads) else 1
        votes.setdefault(around(text, mention.span).of(text), _vote(mention, form) / half)
    most = max(map(abs, votes.values()))
    total = max(-most, min(most, sum(votes.values())))
    mention, form = max(group, key=lambda one: _vote(*one) * (1 if total >= 0 else -1))
    if form.which is not None:
        return mention, form
    return mention, replace(form, lean=(total > 0) - (total < 0), odds=round(total) if form.odds else 0)


def _vote(mention: TimeMention, form: Form) -> float:
    """Which way a mention says its time lies, and how surely, in tenths of log-odds."""
    if mention.bound == "as-early-as":
        return 100.0
    if form.which is not None:
        return 60.0 * (form.which or 1)
    return float(form.odds) if form.odds else 15.0 * form.lean


def issue_line(page: Page, mention: TimeMention) -> date | None:
    """The day that a full date in a line of its own names: the date of the page, as a rule.

    Only near the head, or where it closes a signature at the foot ("The editors, 3 May 2031"). Of 13 others in
    PolNeAR (train) none was the date of issue: corrections of the next days, lists of events.
    """
    form = parsed(mention.form)
    if form.kind != "date" or not form.year or not form.month or not form.day:
        return None
    block = next((block for block in page.blocks if block.span.contains(mention.span)), None)
    if block is None or len(block.span) > 80 or len(block.span) - len(mention.span) > 40:
        return None
    text = page.article.text
    signed = text[: mention.span.start].rstrip().endswith(",") and not text[mention.span.end :].strip(" .\n")
    return date(form.year, form.month, form.day) if signed or block.span.start < _HEAD else None


def _dateline(page: Page, mention: TimeMention, form: Form) -> Clue | None:
    """A date in a line of its own, or one that opens a report ("LIND, March 3 (Agency) -")."""
    if day := issue_line(page, mention):
        here = day.toordinal()
        return Clue(mention.span, f"“{mention.text}” stands in a line of its own, as a date of issue does.",
                    lambda t: 0.0 if t == here else WORST - 2, firm=True, key=("issue", here))  # fmt: skip
    opens = page.article.text[mention.span.end : mention.span.end + 2] == " (" and mention.span.start < _HEAD
    if not opens or form.kind != "date" or not form.month or not form.day:
        return None

    yearly = years_of(form)

    def weight(t: int) -> float:
        away = min((abs(t - days[0]) for days in yearly(form.year or date.fromordinal(t).year)), default=99)
        return (0.0, -0.5, -2.5)[away] if away < 3 else WORST - 3

    says = f"“{mention.text}” stands at the head of the report, as its date line."
    return Clue(mention.span, says, weight, firm=True, key=("date line", form))


def _newest(page: Page) -> int:
    """The last year that a text speaks of as past, or the last of all that it names; 0 where it names none."""
    forms = [form for form in (parsed(mention.form) for mention in page.times) if form.kind == "date" and form.year]
    past = max((form.year or 0 for form in forms if form.lean < 0), default=0)
    return max((form.year or 0 for form in forms if form.lean <= 0 and (form.year or 0) <= past + 1), default=past)


def _clue(mention: TimeMention, form: Form, newest: int) -> Clue | None:
    if form.kind == "date" and form.n is None and (form.year or form.month):
        unit = "day" if form.day else "month" if form.month else "year"
    elif form.kind in ("season", "holiday") and form.n is None:
        unit = form.kind
    else:
        return None
    lean = lean_of(mention, form)
    if mention.bound == "as-early-as" and unit == "day":
        unit = "soon"
    if form.year:
        days = period(form, form.year)
        if days is None:
            return None
        old = form.year < newest - 1
        unit = "age" if old else unit
        wrong = _wrong(form, lean, unit)
        weight: Weight = lambda t: _weigh(days, t, lean, unit, wrong=wrong)  # noqa: E731 - one of two readings
    else:
        weight = _recurring(form, lean, unit)
    trust = _TRUST.get((unit, lean), 1.0)
    says = _says(mention, lean, inside=form.which == 0)
    return Clue(mention.span, says, lambda t: trust * weight(t), key=("period", form, lean, unit))


def lean_of(mention: TimeMention, form: Form) -> int:
    """Which way a time lies of the day of writing: its tense, unless a word or a bound says so."""
    if form.which:
        return form.which
    if form.which == 0:
        return 0
    return 1 if mention.bound == "as-early-as" else form.lean


def _says(mention: TimeMention, lean: int, *, inside: bool) -> str:
    if inside:
        return f"“{mention.text}” is spoken of as present or near."
    way = {-1: "lies in the past", 0: "is spoken of", 1: "lies ahead"}[lean]
    return f"“{mention.text}” {way}."


def _weigh(days: tuple[int, int], t: int, lean: int, unit: str, *, wrong: float) -> float:
    """How likely a day of writing is, for a period of days of that unit and the way it lies."""
    first, last = days
    reach = REACHES[unit, lean]
    if first <= t <= last:
        over = (t - first) / (last - first + 1)
        return reach.inside - reach.gone * (over if lean > 0 else 1 - over)
    away, past = (t - last, True) if t > last else (first - t, False)
    fading = math.log1p(away / reach.scale) * reach.steep + (reach.far if away > FAR else 0.0)
    worst = WORST - 4 if unit == "soon" else WORST
    if lean and (lean < 0) != past:
        return max(worst, wrong - fading)
    return max(worst, -fading - (0.0 if lean or past else 0.4))


def _wrong(form: Form, lean: int, unit: str) -> float:
    """The weight of the side on which a time does not lie by its words."""
    return REACHES[unit, lean].wrong(abs(form.odds) / 10 if form.odds else _PLAIN)


def period(form: Form, year: int) -> tuple[int, int] | None:
    """The first and last day that a form means in a year; None where there is no such day."""
    if not MINYEAR < year < MAXYEAR - 1:
        return None
    if form.kind == "holiday":
        try:
            day = holiday(form.value, year).toordinal()
        except (KeyError, IndexError, ValueError, OverflowError):  # a feast by the moon, in a year far off
            return None
        return (day, day + 90) if form.part else (day, day)
    if form.kind == "season":
        value = f"{year:04d}-{form.value}"
    else:
        value = f"{year:04d}" + "".join(f"-{part:02d}" for part in (form.month, form.day) if part)
    days = narrowed(days_of(value), form.part)
    return (days.earliest.toordinal(), days.latest.toordinal()) if days.earliest and days.latest else None


def years_of(form: Form) -> Callable[[int], tuple[tuple[int, int], ...]]:
    """What gives, for a year, the periods that a form means in it and in those beside it; its own year alone."""

    @lru_cache(maxsize=8)
    def yearly(year: int) -> tuple[tuple[int, int], ...]:
        years = (form.year,) if form.year else (year - 1, year, year + 1)
        return tuple(days for one in years if (days := period(form, one)))

    return yearly


def _recurring(form: Form, lean: int, unit: str) -> Weight:
    """The weight for a period that names no year: that of the likeliest of the years around."""
    month, wrong = form.month or SEASON_MONTHS.get(form.value, 1), _wrong(form, lean, unit)
    yearly = years_of(form)

    def weight(t: int) -> float:
        around = yearly(date.fromordinal(t).year)
        if form.which == 0:
            return max((_near(days, t) for days in around), default=0.0)
        if form.kind == "date" and form.value.isdigit():
            agreeing = [p for p in around if str((p[0] - 1) % 7 + 1) == form.value and abs(p[0] - t) <= _HALF_YEAR]
            return max((_weigh(days, t, lean, unit, wrong=wrong) for days in agreeing), default=WORST - 2)
        best = [_weigh(days, t, lean, unit, wrong=wrong) for days in around]
        if form.which == 1:
            best = [one + _same_year(days, t) for one, days in zip(best, around, strict=True)]
        return max(best, default=0.0)

    return weight if 1 <= month <= 12 else lambda _: 0.0


def _same_year(days: tuple[int, int], t: int) -> float:
    """The weight against "next spring" for a spring of the year of writing: it would be this spring."""
    return -1.0 if date.fromordinal(days[0]).year == date.fromordinal(t).year else 0.0


def _near(days: tuple[int, int], t: int) -> float:
    """The weight for "this winter": within it, soon before it, or just after it."""
    first, last = days
    if first <= t <= last:
        return 0.0
    return max(WORST, -math.log1p((first - t) / 90) if t < first else -0.4 - math.log1p((t - last) / 60))


def mixed(fitting: Mapping[int, float], chance: float) -> Weight:
    """The weight of a day where with that chance it is one of the fitting ones, and else any of some two months.

    `fitting` gives days as ordinals with their shares.
    """
    return lambda day: math.log(1 - chance + chance * _SPREAD * fitting.get(day, 0.0))
