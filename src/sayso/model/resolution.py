"""The time expressions of one text tied to days together, in its order: "the next day" counts from another."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.model.calendar import timex_of
from sayso.model.narratives import Narrative
from sayso.model.timeforms import Form
from sayso.model.times import Interval, TimeBound
from sayso.model.timexdays import OPEN, bounded, days_of, months_later, narrowed


@dataclass(frozen=True, slots=True)
class Resolved:
    """A form tied to days: its TIMEX3 value, the days it may mean, and what decided where that was open."""

    timex: str
    interval: Interval
    how: str = ""


STORY = "the year of the story"
LAST = "counts from the time before it"
RANGE = "follows the time before it"
NEAREST = "the nearest one"
_HOWS = frozenset({STORY, LAST, RANGE, NEAREST})


def ruled(rule: str, how: str) -> str:
    """The name of a rule and what decided, with `how` in place of what decided in an earlier reading."""
    parts = [part for part in rule.split("; ") if part not in _HOWS]
    return "; ".join([*parts, how] if how else parts)


def opened(form: Form, days: Interval, bound: TimeBound) -> Interval:
    """The days of a form left open by a bound: "before the end of May" ends with it, "before noon" with its day."""
    if bound == "before" and (form.clock or form.part == "end"):
        return Interval(None, days.latest)
    return bounded(days, bound)


def _relative_days(form: Form, anchor: date | None) -> Interval:
    """The side on which an expression without a calendar place lies of the day of writing.

    Its far end stays open, also where it is told ("the next two months"): the value says how long it is.
    """
    if anchor is None or not form.which:
        return OPEN
    return Interval(None, anchor) if form.which < 0 else Interval(anchor, None)


def _resolved(form: Form, base: date | None, anchor: date | None) -> Resolved:
    try:
        timex = timex_of(form, base)
    except (ValueError, OverflowError):
        return Resolved("XXXX", OPEN)
    days = days_of(timex)
    if form.kind in ("ref", "duration"):
        return Resolved(timex, _relative_days(form, anchor))
    now = base if form.base == "last" else anchor
    if form.part in ("before-now", "after-now") and now and days.contains(now):
        days = Interval(days.earliest, now) if form.part == "before-now" else Interval(now, days.latest)
    return Resolved(timex, narrowed(days, form.part))


#: Durations that in a story name the period beside the one it has reached: "the next year".
_BESIDE = {
    "P1D": "day",
    "P1W": "week",
    "P1M": "month",
    "P1Y": "year",
    "P1DE": "decade",
    "P10Y": "decade",
    "P100Y": "century",
}


def _in_story(form: Form, story: Narrative) -> Form:
    """The form as it is meant in a story: with its year, or as the period beside the one it has reached."""
    beside = (
        form.kind == "duration" and form.value in _BESIDE and (form.which == 1 or (form.which and story.history))
    )
    if beside and story.goes_on(form):
        return Form("shift", _BESIDE[form.value], n=form.which or 0, base="last", role=form.role)
    if form.kind == "shift" and form.which == 0 and form.n and story.day and story.day == story.last:
        return _counted(form, story.day)
    if day := story.month(form):
        return replace(form, year=day.year, month=day.month)
    year = story.year(form)
    return form if year is None else replace(form, year=year, which=None)


def _counted(form: Form, day: date) -> Form:
    """A week, a month or a year later counted from a day: the day itself, where few enough are counted."""
    count = form.n or 0
    if form.value in ("week", "fortnight"):
        return replace(form, value="day", n=count * (7 if form.value == "week" else 14))
    if form.value not in ("month", "year") or count != 1:
        return form
    year, month = months_later(day.year, day.month, count * (1 if form.value == "month" else 12))
    return Form("date", year=year, month=month, day=min(day.day, monthrange(year, month)[1]), role=form.role)


def _overruled(form: Form, days: Interval, anchor: date | None) -> bool:
    """Whether a time lies on the other side of the day of writing than the words around it put it."""
    if anchor is None or not form.odds:
        return False
    ahead, behind = days.earliest and days.earliest > anchor, days.latest and days.latest < anchor
    return bool(ahead if form.odds < 0 else behind)


def _in_order(forms: Sequence[Form], anchor: date | None) -> list[Resolved]:
    story, out = Narrative(forms, anchor), list[Resolved]()
    for form in forms:
        story.arrive(form)
        if form.base == "to" and story.last:
            found = replace(_resolved(replace(form, lean=1, odds=90), story.last, anchor), how=RANGE)
        else:
            meant = _in_story(form, story)
            base = story.base(meant)
            how = STORY if meant != form else LAST if base else ""
            found = _resolved(meant, base or anchor, anchor)
            if how := how or (NEAREST if _overruled(meant, found.interval, anchor) else ""):
                found = replace(found, how=how)
        story.hear(form, found.interval)
        out.append(found)
    return out


def _masked(left: str, right: str) -> str:
    """What two TIMEX3 values share, with X from the first part on in which they differ."""
    if left == right:
        return left
    here, there = left.split("T", maxsplit=1)[0].split("-"), right.split("T", maxsplit=1)[0].split("-")
    same, out = len(here) == len(there), []
    for one, other in zip(here, there, strict=False):
        same = same and one == other
        out.append(one if same else "".join("X" if c.isdigit() else c for c in one))
    return "-".join(out)


def resolve(forms: Sequence[Form], written: Interval | None) -> tuple[Resolved, ...]:
    """The forms of one text, in its order, tied to days, given the days on which it may have been written.

    Where that is an interval, every form covers what it means on the first and on the last of its days, and its
    value keeps what the two share. Where it is unknown (None, or open at an end), only what names its own year is
    tied to days.
    """
    first, last = (written.earliest, written.latest) if written else (None, None)
    if first is None or last is None or first == last:
        return tuple(_in_order(forms, first if first == last else None))
    pairs = zip(_in_order(forms, first), _in_order(forms, last), strict=True)
    return tuple(Resolved(_masked(a.timex, b.timex), a.interval.hull(b.interval)) for a, b in pairs)
