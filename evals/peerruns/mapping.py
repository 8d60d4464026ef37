"""A peer's raw answers in our form, mapped as generously as its answer allows.

Where a peer gives several readings of one time ("May": last or coming), the one nearest to the day of publication
stands. A peer without TIMEX3 values gets the value of the days, month or year that it names. Where it gives an
interval open on one side, that is a bound, and the words say which one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from sayso.model import timexdays
from sayso.model.amounts import Amount, Bound
from sayso.model.span import Span
from sayso.model.times import Interval, TimeBound, TimeMention, TimexType, Vagueness

Raw = dict[str, Any]
Days = tuple[date | None, date | None]

_OPENERS: Final[tuple[tuple[str, TimeBound], ...]] = (
    ("as early as", "as-early-as"), ("by", "by"), ("before", "before"), ("prior to", "before"), ("until", "until"),
    ("till", "until"), ("through", "until"), ("since", "since"), ("from", "since"), ("after", "after"),
)  # fmt: skip


def times_of(peer: str, found: Sequence[Raw], text: str, day: date) -> list[TimeMention]:
    """What a peer for times found, in text order; overlapping answers give way to the longest."""
    kept: list[TimeMention] = []
    for one in sorted(_TIMES[peer](found, text, day), key=lambda one: (-len(one.span), one.span)):
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.span)


def amounts_of(peer: str, found: Sequence[Raw]) -> list[Amount]:
    """What a peer for amounts found, in text order; a number inside a larger answer gives way to it."""
    kept: list[Amount] = []
    for one in sorted(_AMOUNTS[peer](found), key=lambda one: (-len(one.span), one.span)):
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.span)


# ---- values and days


def days_of(value: str) -> Days:
    """The first and last day of a TIMEX3 value; both None where it names none."""
    interval = timexdays.days_of(value)
    return interval.earliest, interval.latest


def value_of(first: date, last: date) -> str:
    """The TIMEX3 value of the unit that the days fill; the first day where they fill none."""
    for value in (f"{first:%Y-%m}", str(first.year), "{}-W{:02d}".format(*first.isocalendar()),
                  f"{first.year}-Q{(first.month + 2) // 3}"):  # fmt: skip
        if first != last and days_of(value) == (first, last):
            return value
    return first.isoformat()


def _mention(  # noqa: PLR0913 - a record's fields
    text: str, span: Span, kind: TimexType, value: str,
    *, days: Days | None = None, bound: TimeBound = "at", vague: Vagueness | None = None,
) -> TimeMention:  # fmt: skip
    """A mention; its days are those of its value where none are given."""
    first, last = days_of(value) if days is None and kind in ("DATE", "TIME") else days or (None, None)
    interval = Interval(None, None) if first and last and last < first else Interval(first, last)
    return TimeMention(f"{span.start}", span, span.of(text), value, kind, interval, bound, vague)


def _bound(words: str, days: Days) -> TimeBound:
    """The bound that an interval open on one side states, by the words that the peer found with it."""
    if (days[0] is None) == (days[1] is None):
        return "at"
    first = words.strip().lower()
    named = next((bound for opener, bound in _OPENERS if first.startswith(f"{opener} ")), None)
    return named or ("by" if days[0] is None else "since")


def _placed(found: Iterable[Raw], text: str) -> Iterator[tuple[Raw, Span]]:
    """Answers that name words but no place, each where its words stand next."""
    after = 0
    for one in found:
        start = text.find(one["text"], after)
        if start >= 0 and one["text"]:
            after = start + len(one["text"])
            yield one, Span(start, after)


def _span(one: Raw, text: str, *, end: int | None = None) -> Span:
    """The place of an answer without white space at its ends."""
    start, stop = one["start"], min(len(text), end if end is not None else one["end"])
    words = text[start:stop]
    return Span(start + len(words) - len(words.lstrip()), max(start + 1, stop - len(words) + len(words.rstrip())))


def _clocked(when: datetime) -> str:
    return when.isoformat(timespec="minutes")


# ---- times


def _dateparser(found: Sequence[Raw], text: str, _: date) -> Iterator[TimeMention]:
    for one, span in _placed(found, text):
        when = datetime.fromisoformat(one["datetime"])
        year, week, _day = when.isocalendar()
        values = {"year": str(when.year), "month": f"{when:%Y-%m}", "week": f"{year}-W{week:02d}"}
        if one["period"] == "time":
            yield _mention(text, span, "TIME", _clocked(when))
        else:
            yield _mention(text, span, "DATE", values.get(one["period"], when.date().isoformat()))


def _parsedatetime(found: Sequence[Raw], text: str, _: date) -> Iterator[TimeMention]:
    for one in found:
        when, units = datetime.fromisoformat(one["datetime"]), set(one["units"])
        span = _span(one, text)
        if units & {"HOUR", "MIN", "SEC"}:
            yield _mention(text, span, "TIME", _clocked(when))
        elif "NOW" in units:
            yield _mention(text, span, "DATE", "PRESENT_REF")
        elif units & {"DAY", "HALFDAY"} or not units:
            yield _mention(text, span, "DATE", when.date().isoformat())
        else:
            year, week, _day = when.isocalendar()
            value = (
                f"{year}-W{week:02d}"
                if "WEEK" in units
                else f"{when:%Y-%m}"
                if "MONTH" in units
                else str(when.year)
            )
            yield _mention(text, span, "DATE", value)


def _recognizers(found: Sequence[Raw], text: str, day: date) -> Iterator[TimeMention]:
    for one in found:
        values = (one["resolution"] or {}).get("values") or []
        if values:
            yield _recognised(text, _span(one, text, end=one["end"] + 1), values, day)


_MODS: Final[dict[str, Vagueness]] = {"start": "early", "mid": "mid", "end": "late", "approx": "about"}


def _recognised(text: str, span: Span, values: Sequence[Raw], day: date) -> TimeMention:
    """The nearest of the values that Recognizers gives; its modifiers are bounds and vagueness."""
    best = min(values, key=lambda one: _away(_recognised_days(one), day))
    timex, kind = str(best.get("timex") or ""), best["type"]
    vague = _MODS.get(best.get("Mod", ""))
    length = re.search(r"(?:^|,)(P[^,)]+)\)?$", timex)
    if length and not timex.startswith("(X"):
        return _mention(text, span, "DURATION", length[1], vague=vague)
    if kind == "set":
        return _mention(text, span, "SET", timex)
    if kind in ("time", "timerange", "datetime", "datetimerange"):
        return _mention(text, span, "TIME", _recognised_clock(best, day))
    value, days = _recognised_value(best, day), _recognised_days(best)
    bound = _bound(span.of(text), days) if "Mod" in best and not vague else "at"
    if bound in ("by", "until"):
        days = (None, days_of(value)[1])  # Recognizers reads "by" as "before"
    return _mention(
        text, span, "DATE", value, days=days if days != (None, None) else None, bound=bound, vague=vague
    )


def _recognised_clock(best: Raw, day: date) -> str:
    """The value of a time of day; one without a day is on the day of publication."""
    timex, told = str(best.get("timex") or ""), str(best.get("value") or best.get("start") or "")
    if timex.startswith("T"):
        return day.isoformat() + re.sub(r"^T(\d\d)$", r"T\1:00", timex)
    if timex.startswith(("X", "(")) and re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d", told):
        part = re.search(r"T[A-Z]{2}$", timex)
        return told[:10] + part[0] if part else told[:16].replace(" ", "T")
    return re.sub(r"T(\d\d)$", r"T\1:00", timex)


def _recognised_value(best: Raw, day: date) -> str:
    """The value of a date or a run of days, with the year of the reading where the value leaves it open."""
    timex, days = str(best.get("timex") or ""), _recognised_days(best)
    named = str(best.get("start") or best.get("end") or "")
    if re.fullmatch("SP|SU|FA|WI", timex):
        return f"{day.year}-{timex}"
    if timex and not re.search(r"X{2}|\(|,", timex):
        return timex
    if days[0] and days[1]:
        return value_of(days[0], days[1])
    return re.sub("^XXXX", named[:4], timex) if re.fullmatch(r"XXXX-\d\d(-\d\d)?", timex) else named[:10]


def _recognised_days(value: Raw) -> Days:
    """Days of one value; an end is the first day no longer meant, and "after 2019" begins with 2019, as in ours."""
    if value.get("type") in ("date", "datetime"):
        return days_of(str(value.get("value") or "")[:10])
    first, last = days_of(str(value.get("start") or ""))[0], days_of(str(value.get("end") or ""))[0]
    if value.get("Mod") == "after":
        first = days_of(str(value.get("timex") or ""))[0] or first
    return first, last - timedelta(1) if last else None


def _away(days: Days, day: date) -> int:
    near = days[0] or days[1]
    return abs((near - day).days) if near else 10**6


_TIMEX: Final = re.compile(r"<TIMEX3 ([^>]{0,300})>(.*?)</TIMEX3>", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r'(\w+)="([^"]*)"')
_HEIDELTIME_MODS: Final[dict[str, Vagueness]] = {
    "START": "early", "MID": "mid", "END": "late", "APPROX": "about"
}  # fmt: skip


def _heideltime(found: Sequence[Raw], text: str, _: date) -> Iterator[TimeMention]:
    """TIMEX3 tags in a copy of the text: what stands between them leads to their places."""
    for one in found:
        body = one["timeml"].split("<TimeML>\n", 1)[-1]
        at, copied = 0, 0
        for tag in _TIMEX.finditer(body):
            at += tag.start() - copied
            copied = tag.end()
            words = tag[2]
            start = at if text.startswith(words, at) else text.find(words, max(0, at - 20))
            if start < 0:
                continue
            at = start + len(words)
            told = dict(_ATTRIBUTE.findall(tag[1]))
            kind: TimexType = told["type"]
            vague = _HEIDELTIME_MODS.get(told.get("mod", ""))
            yield _mention(text, Span(start, at), kind, told["value"], vague=vague)


def _chrono(found: Sequence[Raw], text: str, _: date) -> Iterator[TimeMention]:
    for one in found:
        span = _span(one, text, end=one["start"] + len(one["text"]))
        ends = [end for end in (one["first"], one.get("last")) if end]
        values = [_chrono_value(end) for end in ends]
        kind: TimexType = "TIME" if "T" in values[0] else "DATE"
        if len(ends) == 2:
            days = (days_of(values[0])[0], days_of(values[1])[1])
            yield _mention(text, span, kind, values[0], days=days)
        else:
            yield _mention(text, span, kind, values[0])


def _chrono_value(end: Raw) -> str:
    """The value of as much as is known of one end."""
    known = end["known"]
    day = f"{end['year']:04d}-{end['month']:02d}-{end['day']:02d}"
    if "hour" in known:
        return f"{day}T{end['hour']:02d}:{end['minute'] or 0:02d}"
    if "day" in known or "weekday" in known:
        return day
    return day[:7] if "month" in known else day[:4] if "year" in known else day


def _compromise(found: Sequence[Raw], text: str, _: date) -> Iterator[TimeMention]:
    for one in found:
        span = _span(one, text, end=one["start"] + len(one["text"].rstrip(" ,.;:")))
        dates = one["dates"] or {}
        first, last = (days_of(str(dates.get(end) or "")[:10])[0] for end in ("start", "end"))
        if "repeat" in dates:
            yield _mention(text, span, "SET", "")
        elif not first or not last:
            yield _mention(text, span, "DURATION", "")
        else:
            opener = (
                _bound(span.of(text), (None, last)) if re.match(r"(?i)by |before |until ", span.of(text)) else "at"
            )
            days = (first, last) if opener == "at" else (None, last)
            yield _mention(text, span, "DATE", value_of(first, last), days=days, bound=opener)


_UNITS: Final = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M", "second": "S"}


def _duckling(found: Sequence[Raw], text: str, _: date) -> Iterator[TimeMention]:
    found = [one for one in found if not one.get("latent")]  # what could be a time elsewhere: "four" as a year
    lengths = {(one["start"], one["end"]) for one in found if one["dim"] == "duration"}
    for one in found:
        value, span = one["value"], _span(one, text)
        if one["dim"] == "duration":
            clock = "T" if value["unit"] in ("hour", "minute", "second") else ""
            number = f"{value['value']:g}" if value.get("value") is not None else "X"
            yield _mention(text, span, "DURATION", f"P{clock}{number}{_UNITS.get(value['unit'], '')}")
        elif (one["start"], one["end"]) in lengths:
            continue
        elif value.get("type") == "interval":
            first, last = (
                days_of(str((value.get(end) or {}).get("value") or "")[:10])[0] for end in ("from", "to")
            )
            last = last - timedelta(1) if last else None
            whole = value_of(first, last) if first and last else str(first or last or "")
            yield _mention(
                text, span, "DATE", whole, days=(first, last), bound=_bound(span.of(text), (first, last))
            )
        else:
            yield _mention(text, span, *_grained(str(value["value"]), str(value.get("grain"))))


def _grained(when: str, grain: str) -> tuple[TimexType, str]:
    if grain in ("hour", "minute", "second"):
        return "TIME", when[:16]
    day, _ = days_of(when[:10])
    if day is None:
        return "DATE", ""  # a year no calendar of ours has
    year, week, _day = day.isocalendar()
    values = {"year": when[:4], "month": when[:7], "week": f"{year}-W{week:02d}",
              "quarter": f"{day.year}-Q{(day.month + 2) // 3}"}  # fmt: skip
    return "DATE", values.get(grain, when[:10])


_TIMES: Final[dict[str, Callable[[Sequence[Raw], str, date], Iterator[TimeMention]]]] = {
    "dateparser": _dateparser, "parsedatetime": _parsedatetime, "recognizers": _recognizers,
    "heideltime": _heideltime, "chrono": _chrono, "compromise": _compromise, "duckling": _duckling,
}  # fmt: skip


# ---- amounts


def _quantulum3(found: Sequence[Raw]) -> Iterator[Amount]:
    """A value with an uncertainty is a range; it has no other bound."""
    for one in found:
        off = abs(one["uncertainty"] or 0.0)
        bound: Bound = "range" if off else "exact"
        span = Span(one["start"], max(one["start"] + 1, one["end"]))
        yield Amount("", span, one["text"], one["value"] - off, one["value"] + off, bound, one["unit"])


def _recognizers_amounts(found: Sequence[Raw]) -> Iterator[Amount]:
    for one in found:
        resolution = one["resolution"] or {}
        number = re.sub(r"[%,]", "", str(resolution.get("value") or ""))
        try:
            value = float(number)
        except ValueError:
            continue
        span = Span(one["start"], one["end"] + 1)
        yield Amount("", span, one["text"], value, value, "exact", resolution.get("unit"))


_AMOUNTS: Final[dict[str, Callable[[Sequence[Raw]], Iterator[Amount]]]] = {
    "quantulum3": _quantulum3, "recognizers-amounts": _recognizers_amounts,
}  # fmt: skip
