"""Narratives: where a text tells of earlier years, and which day its story has reached.

"In 1998 the line was closed. That autumn a bridge fell. In March ..." means the March of 1999, whatever the day on
which it is printed. A story begins with a past year that the text itself moves to: one that opens a sentence or
comes with its month, or several of them. It goes on with times that name no year; it moves by what is told of it
and not by what is mentioned aside ("the 1972 law", "who in 1912 had ..."), in quotation or ahead. It ends with
words that count from the day of writing ("last month", "today", "on Monday"), with this year or a later one, or
by and by, where paragraphs pass without a year. In a text that is history throughout the next paragraph
takes it up again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sayso.model.holidays import holiday
from sayso.model.timeforms import Form
from sayso.model.times import Interval
from sayso.model.timexdays import SEASON_MONTHS

#: How firmly years must have been told for a story to begin: one that opens a sentence or has its month counts 2,
#: any other 1. As firmly as they can be, where a text names past years less than one and a half times as often as
#: it counts from its own day.
#: All were set on WikiWars, TimeBank, AQUAINT and the dev part of evals/when; BEGINS and AHEAD change little
#: between 1 and 2 and between 5 and 8.
BEGINS = 1.5
MOST = 4.0
#: What is left of it after a paragraph.
FADES = 0.9
#: Months ahead up to which a month without a year comes after the story's point rather than before it, and the same
#: for what had happened before ("by June they had left" still comes after April).
AHEAD = 8
#: Tenths of log-odds from which on the words around a time put it ahead so clearly that it is of no story.
CLEARLY = 10
JUST = 3


def tells_history(forms: Sequence[Form], anchor: date | None) -> bool:
    """Whether a text tells a story of earlier years: most years that it names lie well before it was written.

    Times that count from the day of writing (weekdays, "last week") make it a report. The shares were set on
    WikiWars (all stories) against TimeBank and AQUAINT (none).
    """
    if anchor is None:
        return False
    years = [form.year for form in forms if form.kind == "date" and form.year]
    old = sum(year <= anchor.year - 3 for year in years)
    reporting = sum(form.kind == "weekday" or _counts_from_writing(form) for form in forms)
    return old >= 6 and old >= 0.8 * len(years) and reporting <= 0.25 * old


def mostly_past(forms: Sequence[Form], anchor: date | None) -> bool:
    """Whether a text names past years one and a half times as often as it counts from the day of writing."""
    past = sum(form.kind == "date" and anchor is not None and 0 < (form.year or 0) < anchor.year for form in forms)
    return past >= 1.5 * sum(
        form.role != "quoted" and (form.kind == "weekday" or _counts_from_writing(form)) for form in forms
    )


def _counts_from_writing(form: Form) -> bool:
    """Whether a form counts from the day of writing and is no part of a period that the story is in."""
    return form.kind == "shift" and not form.base and not (form.n == 0 and form.part) and not form.clock


class Narrative:
    """The story of one text, told form by form: `hear` each in order, after asking what it means."""

    def __init__(self, forms: Sequence[Form], anchor: date | None) -> None:
        """A text of the day `anchor` that has told nothing yet."""
        self.anchor = anchor
        self.history = tells_history(forms, anchor)
        self.needed = BEGINS if mostly_past(forms, anchor) else MOST
        self.last: date | None = None  # the time named before, of the story or not: its first day
        self.end: date | None = None  # and its last
        self.wide = False  # that is longer than a month
        self.day: date | None = None  # the day named before
        self.told: date | None = None  # the same, of those told as past
        self.point: date | None = None  # what the story has reached
        self.whole_year = False  # it is known to the year only
        self.aside: int | None = None  # a year mentioned aside: named once more, the story is there
        self.firm = 0.0
        self.away = False  # in a history, for the rest of a paragraph

    def arrive(self, form: Form) -> None:
        """Come to the paragraph of a form."""
        if form.gap:
            self.away = False
            if not self.history:
                self.firm *= FADES**form.gap

    def goes_on(self, form: Form) -> bool:
        """Whether a form without a year belongs to the story."""
        if self.point is None or self.anchor is None or self.away or (form.role == "now" and not self.history):
            return False
        return self.history or (self.firm >= self.needed and form.odds < CLEARLY)

    def year(self, form: Form) -> int | None:
        """The year of a date, season or holiday that names none; None where no story goes on."""
        if not self.goes_on(form) or self.point is None or form.n is not None or form.year is not None:
            return None
        month = _month(form)
        if month is None or (form.which is not None and form.base != "last" and not self.history):
            return None
        if form.which in (-1, 1):
            return None
        if self.whole_year or month == self.point.month:
            return self.point.year
        ahead = (month - self.point.month) % 12
        if form.role == "had" and ahead > JUST:
            return self.point.year - (month > self.point.month)
        return self.point.year + (month < self.point.month and ahead <= AHEAD)

    def base(self, form: Form) -> date | None:
        """What a form counts from where it does not count from the day of writing; None where it does."""
        going = self.goes_on(form)
        if form.base == "last":
            return self._counted_from(form, going=going)
        if form.kind == "shift" and form.n == 0 and form.clock[1:2].isdigit():
            return self.day if not form.gap and self.day == self.last else None
        if not going:
            return None
        within = form.kind == "shift" and form.n == 0 and (form.part in _PARTS or self.history)
        beside = self.history and form.which in (-1, 1) and form.kind in ("date", "season", "holiday")
        quoted = form.role == "quoted" and form.kind in ("shift", "weekday")
        weekday = self.history and form.kind == "weekday" and form.which is None and self.day == self.last
        return self.point if within or beside or quoted or weekday else None

    def _counted_from(self, form: Form, *, going: bool) -> date | None:
        """What "that year", "the following spring" and "a week later" count from."""
        if form.value == "day" or form.kind == "weekday":
            day = (self.told if form.role in ("", "opens", "had") else self.day) or self.day
            return day or (self.last if form.n or going or not self.wide else None)
        if form.kind == "shift" and form.n == 0:
            return self.last  # "that year", "the same month"
        if form.kind in ("season", "date") and form.which == 1 and not form.day:
            return self.end or self.last  # "the following spring"
        return self.point if going else self._told(form)

    def month(self, form: Form) -> date | None:
        """The day that a day without a month means ("the 15th"); None where no story goes on."""
        if form.kind != "date" or not form.day or form.month or form.year or not self.goes_on(form):
            return None
        point = self.point
        return point.replace(day=form.day) if point and not self.whole_year and form.day <= 28 else None

    def _told(self, form: Form) -> date | None:
        """What "later" or "the same month" counts from outside of a story.

        "A year earlier" in a report is a year before the report; on TimeBank that reading is the better one.
        """
        return self.last if not form.n or form.n > 0 or form.value not in ("year", "shift") else None

    def hear(self, form: Form, days: Interval) -> None:
        """Take in what a form was found to mean."""
        if days.earliest is None or form.kind in ("ref", "duration", "set", "none"):
            if form.value == "PRESENT_REF" and form.role == "opens" and not self.history:
                self._leave()
            return
        of_story = self.goes_on(form)
        if form.year:
            self._hear_year(form, days)
        elif form.role != "quoted" and self._leads_away(form):
            self._leave()
        elif of_story and self._moves(form):
            self._move(days)
        self.last, self.end = days.earliest, days.latest
        self.wide = days.latest is None or days.latest - days.earliest > timedelta(31)
        if days.earliest == days.latest:
            self.day = days.earliest
            self.told = self.told if form.role in ("now", "quoted") else days.earliest
        elif form.year:
            self.day = self.told = None

    def _moves(self, form: Form) -> bool:
        """Whether a form without a year moves the story: told in a main clause, and not "a year earlier"."""
        back = form.kind == "shift" and (form.n or 0) < 0
        return form.role in ("", "opens") and form.kind not in ("decade", "century") and not back

    def _hear_year(self, form: Form, days: Interval) -> None:
        if self.anchor and (form.year or 0) >= self.anchor.year:
            if form.role != "quoted":
                self._leave()
        elif form.role == "ends" and self.goes_on(form) and self.point and (form.year or 0) >= self.point.year:
            self._move(days)
        elif form.role in ("", "opens") or (form.role == "had" and self.point is None) or form.year == self.aside:
            self.away, self.aside = False, None
            self.firm = min(
                MOST, self.firm + (2.0 if form.month or form.kind != "date" or form.role == "opens" else 1.0)
            )
            if form.month or form.kind != "date" or self.point is None or self.point.year != form.year:
                self._move(days)
        else:
            self.aside = form.year

    def _move(self, days: Interval) -> None:
        self.point = days.earliest
        self.whole_year = bool(days.earliest and days.latest and (days.latest - days.earliest) > timedelta(200))

    def _leads_away(self, form: Form) -> bool:
        """Whether a form counts from the day of writing: "last week", "last April"."""
        beside = form.which in (-1, 1) and form.kind in ("date", "season", "holiday") and not form.base
        weekday = form.kind == "weekday" and (not self.history or form.which is not None)
        years = form.kind in ("date", "season") and form.n is not None and not form.base and not self.history
        return _counts_from_writing(form) or weekday or years or (beside and not self.history)

    def _leave(self) -> None:
        self.firm, self.away = 0.0, True


_PARTS = frozenset({"start", "early", "mid", "late", "end"})


def _month(form: Form) -> int | None:
    """The month in which a form without a year begins."""
    if form.kind == "season":
        return SEASON_MONTHS[form.value]
    if form.kind == "holiday":
        return holiday(form.value, 2000).month
    return form.month if form.kind == "date" else None
