"""The time expressions of one text tied to days together, in its order: "the next day" counts from another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.model.calendar import OPEN, SEASON_MONTHS, days_of, narrowed, timex_of
from sayso.model.timeforms import Form
from sayso.model.times import Interval


@dataclass(frozen=True, slots=True)
class Resolved:
    """A form tied to days: its TIMEX3 value, the days it may mean, and what decided where that was open."""

    timex: str
    interval: Interval
    how: str = ""


STORY = "the year of the story"
LAST = "counts from the time before it"
RANGE = "follows the time before it"
_HOWS = frozenset({STORY, LAST, RANGE})


def ruled(rule: str, how: str) -> str:
    """The name of a rule and what decided, with `how` in place of what decided in an earlier reading."""
    parts = [part for part in rule.split("; ") if part not in _HOWS]
    return "; ".join([*parts, how] if how else parts)


def _relative_days(form: Form, anchor: date | None) -> Interval:
    """The side on which an expression without a calendar place lies of the day of writing."""
    if anchor is None or not form.which:
        return OPEN
    return Interval(None, anchor) if form.which < 0 else Interval(anchor, None)


def _counts_from_last(form: Form, *, story: bool) -> bool:
    """Whether a form counts from the time named before it: in a story always, in news where it moves by days.

    "A year earlier" in a report is a year before the report; on TimeBank that reading is the better one.
    """
    if story:
        return form.base == "last" or form.kind not in ("ref", "duration")
    return form.base == "last" and (form.value == "day" or not form.n)


def _resolved(form: Form, base: date | None, anchor: date | None, year: int | None) -> Resolved:
    try:
        timex = timex_of(form, base, year)
    except (ValueError, OverflowError):
        return Resolved("XXXX", OPEN)
    days = days_of(timex)
    if form.kind in ("ref", "duration"):
        return Resolved(timex, _relative_days(form, anchor))
    if form.part in ("before-now", "after-now") and anchor and days.contains(anchor):
        days = Interval(days.earliest, anchor) if form.part == "before-now" else Interval(anchor, days.latest)
    return Resolved(timex, narrowed(days, form.part))


def tells_history(forms: Sequence[Form], anchor: date | None) -> bool:
    """Whether a text tells a story of earlier years: most years that it names lie well before it was written.

    Times that count from the day of writing (weekdays, "last week") make it a report. The shares were set on
    WikiWars (all stories) against TimeBank and AQUAINT (none).
    """
    if anchor is None:
        return False
    years = [form.year for form in forms if form.kind == "date" and form.year]
    old = sum(year <= anchor.year - 3 for year in years)
    reporting = sum(form.kind == "weekday" or (form.kind == "shift" and not form.base) for form in forms)
    return old >= 6 and old >= 0.8 * len(years) and reporting <= 0.5 * old


def _story_year(form: Form, last: date | None) -> int | None:
    """The year of a date without one in a story that has reached the day `last`."""
    if last is None or form.which is not None or form.n is not None or form.kind not in ("date", "season"):
        return None
    month = form.month or SEASON_MONTHS.get(form.value, 1)
    return last.year + (1 if last.month >= 10 and month <= 3 else 0)


def _in_order(forms: Sequence[Form], anchor: date | None) -> list[Resolved]:
    story, last, out = tells_history(forms, anchor), None, []
    for form in forms:
        if form.base == "to" and last:
            found = replace(_resolved(replace(form, lean=1, odds=90), last, anchor, None), how=RANGE)
            last = found.interval.earliest or last
            out.append(found)
            continue
        base = (last or anchor) if _counts_from_last(form, story=story) else anchor
        found = _resolved(form, base, anchor, _story_year(form, last) if story else None)
        if form.kind in ("date", "weekday", "shift", "season", "holiday") and found.interval.earliest:
            last = found.interval.earliest
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
