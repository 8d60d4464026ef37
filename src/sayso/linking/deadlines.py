"""When a hypothesis can come true, from the times of its question: first day, last day, and the words for them.

The last day is set by the times with "by", "before" or "until", the latest of them; where there is none by a time
at which it is to happen ("in May", "on 5 May", "this week"), which sets the first day, too. "Within 30 days" counts
from the day of the answer. A time inside a noun phrase ("the 2030 games", "the budget of 2035") sets nothing.

Conventions where usage differs: "by the middle of" a month is by its 15th, of a year by 30 June, when half of it
has gone; "by Advent" is by its first Sunday. A year that no time is read in (after 2199) is refused, not left out.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.errors import SettingError
from sayso.lang.en import questions as table
from sayso.model.case import Page
from sayso.model.span import Span
from sayso.model.times import Interval, TimeBound, TimeMention

_BOUNDS = frozenset({"by", "before", "until"})
_FROM = frozenset({"after", "since", "as-early-as"})

#: Words before a time that belong to it.
_LEAD = re.compile(
    r"[,\s(]{0,3}(?:\b(?:(?:at some point|some ?time|either|only|or earlier) )?"
    rf"{table.WHEN}"
    r"(?: (?:the (?:end|middle|beginning|start|close|eve) of|week \d{1,2} of|\d{1,2}|the|at least|about))?)?\s*$",
    re.IGNORECASE,
)
#: Words after a time that belong to it.
_TRAIL = re.compile(
    r"(?:,? (?:at the latest|or (?:earlier|sooner|before)|inclusive|local time|this year))?[)]?", re.IGNORECASE
)
_AT = re.compile(
    r"\b(?:in|on|during|at|within|over|for|come|this|before the end of)(?: the)?\s*$|[,(]\s*$", re.IGNORECASE
)
_SPAN = re.compile(r"\b(?:within|in|over|during|inside)(?: the (?:next|coming))?\s*$", re.IGNORECASE)
_BARE = re.compile(
    r"(?:this|next|tomorrow|today|tonight|the coming|later|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
_COMPARED = re.compile(r"\bthan(?: in| on| at)?(?: the)?\s*$|\bbeyond(?: the)?\s*$", re.IGNORECASE)
_LENGTH_OF_MONTH = re.compile(r"\d{4}-\d{2}(?:-\d{2})?$")
_NOT_BEFORE = re.compile(r"\bnot (?:before|until)\b[^,]{0,12}$", re.IGNORECASE)
_OWNED = re.compile(r" (?:the|its|his|her|their) $")
#: A season that only names a thing ("the summer recess").
_SEASON = re.compile(r"(?:the )?(?:spring|summer|autumn|winter|easter|christmas|half-term|midterm)", re.IGNORECASE)
_THING = re.compile(r" [a-z]{3,15}\b(?<! or| at)")
_BEFORE_CLAUSE = re.compile(r"\b(?:before|until|by the time)\b[^,?]{3,80}$", re.IGNORECASE)
_OUT = re.compile(r"\bbefore the (?P<unit>week|month|year) is (?:out|over)\b", re.IGNORECASE)
_BOUND_BEFORE = re.compile(
    r"\b(by|until|till|before)(?: at least| at the latest| about| \d{1,2}(?: ?[ap]\.?m\.?)?,?)?\s$", re.IGNORECASE
)
_OF = re.compile(r"\s(?:of|after|from)\s", re.IGNORECASE)
_MONTHS = [name.casefold() for name in calendar.month_name[1:]]
_NAMED = "|".join(_MONTHS)
_DAY_MONTH = re.compile(
    rf"\b(\d{{1,3}})(?:st|nd|rd|th)?(?: of)? ({_NAMED})\b|\b({_NAMED}) (\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)",
    re.IGNORECASE,
)
#: The first year that the reader of times takes for a number.
_FARTHEST = 2200
_FAR = re.compile(
    rf"\b(?:{_NAMED})(?: \d{{1,2}}(?:st|nd|rd|th)?,?)? (?P<year>\d{{4,40}})(?=\s*(?:[?.,;)]|$))"
    r"|\b(?:by|before|until)(?: the)?(?: year| end of| start of) (?P<alone>\d{4,40})(?=\s*\?|\s*$)",
    re.IGNORECASE,
)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


@dataclass(frozen=True, slots=True)
class Window:
    """The days in which a hypothesis can come true; `words` are the words of the question that say so."""

    opens: date | None = None
    closes: date | None = None
    words: tuple[str, ...] = ()


def window(asked: Page, day: date | None, *, outside: Span | None = None) -> Window:
    """The window that the times of a question leave; SettingError where a day of it does not exist.

    `day` is that of the answer, from which "within 30 days" counts. Times inside `outside`, the subject, set
    nothing.
    """
    text = asked.article.text
    _possible(text)
    times = [_bounded(m, text) for m in asked.times if not (outside and outside.contains(m.span))]
    counted = {m.id: last for m in times if (last := _counted(m, times, text, day))}
    bounds = [
        m for m in times if m.bound in _BOUNDS and m.type not in {"SET", "DURATION"} and not _of_a_thing(m, text)
    ]
    lengths = [m for m in times if m.id in counted or (m.type == "DURATION" and _spans(m, text))]
    at = [m for m in times if _happens(m, text)]
    after = [m for m in times if m.bound in _FROM and m.type not in {"SET", "DURATION"}]
    found = (
        [m for m in bounds if _last(m)] or [m for m in lengths if m.id in counted] or [m for m in at if _last(m)]
    )
    closes = max((last for m in found if (last := counted.get(m.id) or _last(m))), default=None)
    at = [m for m in at if not _BEFORE_CLAUSE.search(text[max(0, m.span.start - 100) : m.span.start])]
    opens = _first(after, at if found and found[0] in at and found[0] not in bounds else [], closes)
    told = [_phrase(text, m) for m in times if m in (*bounds, *lengths, *at, *after) and not _inside(m, text)]
    idiom = _OUT.search(text)
    if idiom:
        told.append(idiom.group())
        closes = closes or (_out(idiom["unit"].casefold(), day) if day else None)
    return Window(opens, closes, tuple(told))


def _bounded(mention: TimeMention, text: str) -> TimeMention:
    """A time with the bound in the words before it, where other words came between or a "not" misled."""
    found = _BOUND_BEFORE.search(text[max(0, mention.span.start - 24) : mention.span.start])
    if mention.type in {"SET", "DURATION"}:
        return mention
    if _NOT_BEFORE.search(text[max(0, mention.span.start - 24) : mention.span.start]):
        first = mention.interval.earliest or mention.interval.latest
        return replace(mention, bound="since", interval=Interval(first, None))
    if not found or mention.bound in _BOUNDS | {"after", "since"}:
        return mention
    bound: TimeBound = "before" if found[1].casefold() == "before" else "by"
    return replace(mention, bound=bound)


def _out(unit: str, day: date) -> date:
    """The last day of the week, month or year of `day`."""
    if unit == "week":
        return _later(day, 6 - day.weekday()) or day
    month = 12 if unit == "year" else day.month
    return date(day.year, month, calendar.monthrange(day.year, month)[1])


def _inside(mention: TimeMention, text: str) -> bool:
    """Whether a time stands inside a noun phrase that goes on after it ("the October 2031 congress")."""
    before = text[max(0, mention.span.start - 30) : mention.span.start].casefold()
    after = text[mention.span.end : mention.span.end + 2]
    return mention.bound == "at" and bool(_OWNED.search(before)) and after[:1] == " " and after[1:].isalpha()


def _of_a_thing(mention: TimeMention, text: str) -> bool:
    """Whether a year only names a thing ("before the 2032 election"): its day is not known."""
    before, after = text[max(0, mention.span.start - 12) : mention.span.start], text[mention.span.end :]
    return bool(mention.text.isdigit() and _OWNED.search(before) and _THING.match(after))


def _spans(mention: TimeMention, text: str) -> bool:
    """Whether a length of time is one within which it is to happen."""
    return bool(_SPAN.search(text[max(0, mention.span.start - 30) : mention.span.start])) or bool(
        _BARE.match(mention.text)
    )


def _first(after: list[TimeMention], at: list[TimeMention], closes: date | None) -> date | None:
    """The first day: that of "after D" is the day after D, that of "in May" the first of May."""
    days = []
    for mention in after:
        first = mention.interval.earliest
        if first:
            days.append(first + timedelta(days=1) if mention.bound == "after" and first < date.max else first)
    if days:
        if closes and max(days) > closes:
            raise SettingError(
                f"the question opens on {max(days)}, after it closes on {closes}; "
                'give days in order, for example "after 1 May 2031 and by 30 June 2031"'
            )
        return max(days)
    known = [mention.interval.earliest for mention in at if mention.interval.earliest]
    return min(known) if known and len(known) == len(at) else None


def _last(mention: TimeMention) -> date | None:
    """The last day that a bound leaves: "before D" ends the day before D begins.

    A mention read from text has its bound in its interval already: then its beginning is open.
    """
    if mention.type in {"SET", "DURATION"}:
        return None
    if mention.vagueness == "mid" and mention.bound in _BOUNDS and mention.interval.latest:
        if re.fullmatch(r"\d{4}-\d{2}", mention.timex) and mention.bound != "before":
            return mention.interval.latest.replace(day=15)
        if re.fullmatch(r"\d{4}", mention.timex):
            return date(int(mention.timex), 6, 30)
    if mention.bound == "before":
        first = mention.interval.earliest
        return first - timedelta(days=1) if first and first > date.min else mention.interval.latest
    return mention.interval.latest


def _happens(mention: TimeMention, text: str) -> bool:
    """Whether a time says when it is to happen: after "in", "on", "at", or a word such as "tomorrow"."""
    if mention.bound != "at" or mention.type in {"SET", "DURATION"}:
        return False
    before = text[max(0, mention.span.start - 40) : mention.span.start]
    if _COMPARED.search(before):
        return False
    exact = mention.interval.earliest == mention.interval.latest is not None
    ranged = re.search(r"\b(?:between|and|to|through|course of)(?: the)?\s*$", before) or (
        exact and re.search(r"\bof\s*$", before)
    )
    if _inside(mention, text):
        return (
            bool(re.search(r"\b(?:at|in|during) (?:the|its|his|her|their)\s*$", before))
            and _LENGTH_OF_MONTH.match(mention.timex) is not None
        )
    return bool(_AT.search(before) or _BARE.match(mention.text) or ranged)


def _counted(mention: TimeMention, times: list[TimeMention], text: str, day: date | None) -> date | None:
    """The last day of a length of time that counts from `day`, or the day named after it; None for others."""
    found = _LENGTH.fullmatch(mention.timex)
    if mention.type != "DURATION" or not found or not _spans(mention, text):
        return None
    end = mention.span.end
    start = next(
        (m for m in times if 0 < m.span.start - end < 12 and _OF.fullmatch(text[end : m.span.start])), None
    )
    day = start.interval.latest if start else day
    if day is None:
        return None
    number, unit = int(found[1]), found[2]
    if unit in "DW":
        return _later(day, number * (7 if unit == "W" else 1))
    months = day.year * 12 + day.month - 1 + number * (12 if unit == "Y" else 1)
    if not 12 <= months < 12 * 9999:
        return None
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _later(day: date, days: int) -> date | None:
    return day + timedelta(days=days) if (date.max - day).days > days else None


def _phrase(text: str, mention: TimeMention) -> str:
    """The words of a time with its preposition: " by 30 May 2024"."""
    lead = _LEAD.search(text[max(0, mention.span.start - 60) : mention.span.start])
    start = mention.span.start - (len(lead.group()) if lead else 0)
    trail = _TRAIL.match(text, mention.span.end)
    if _SEASON.fullmatch(mention.text) and lead and lead.group().strip():
        trail = _THING.match(text, mention.span.end) or trail
    return " ".join(text[start : trail.end() if trail else mention.span.end].strip(" ,(").split())


def _possible(text: str) -> None:
    """Refuse a day that no calendar has: 31 February, 2031-02-30."""
    for found in _DAY_MONTH.finditer(text):
        number, name = int(found[1] or found[4]), (found[2] or found[3]).casefold()
        month = _MONTHS.index(name) + 1
        year = re.match(r",? (\d{4})\b", text[found.end() : found.end() + 8])
        most = (
            calendar.monthrange(int(year[1]), month)[1]
            if year and int(year[1])
            else 29
            if month == 2
            else calendar.monthrange(2031, month)[1]
        )
        if not 1 <= number <= most:
            told = f"{most} {name.capitalize()}{f' {year[1]}' if year else ''}"
            raise SettingError(f'"{found.group()}" is no day; {name.capitalize()} ends on {told}: ask by that day')
    for found in _FAR.finditer(text):
        if not 1000 <= int((found["year"] or found["alone"])[:9]) < _FARTHEST:
            told = " ".join(found.group().split())
            raise SettingError(f'no time is read as far away as "{told}"; ask by a day before the year {_FARTHEST}')
    for found in _ISO.finditer(text):
        try:
            date.fromisoformat(found.group())
        except ValueError:
            raise SettingError(f'"{found.group()}" is no day; give one such as 2031-05-30') from None
