"""Days in plain words: intervals with open ends, how a time was read, and how an article's date is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from sayso.model.prose import MONTHS, day, days, shortened
from sayso.model.times import Dating, Interval, TimeMention

#: The words of a rule's name that a reader need not know the grammar for.
_RULES: Final = (("leans behind", "read as past"), ("leans ahead", "read as ahead"))
_ISO: Final = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b", re.ASCII)


def within(interval: Interval) -> str:
    """An interval with its open end in words: "by 31 May 2031", "from 18 January 2031 on"."""
    first, last = interval.earliest, interval.latest
    if last and not first:
        return f"by {day(last)}"
    if first and not last:
        return f"from {day(first)} on"
    return days(interval) if first else "no day known"


def meant(mention: TimeMention) -> str:
    """The days that a time means, with its bound: "before 1 June 2031", "until 30 April 2031"."""
    first, last = mention.interval.earliest, mention.interval.latest
    if mention.bound == "until" and last and not first:
        return f"until {day(last)}"
    if mention.bound == "before" and last and not first and last < date.max:
        return f"before {day(last + timedelta(1))}"
    about = "about " if mention.vagueness == "about" and (first or last) else ""
    return about + within(mention.interval)


def read_as(mention: TimeMention, known: Mapping[str, TimeMention]) -> str:
    """How a time was read, in a line: the days it means, what it counts from, and by which rule.

    `known` are the times of its article by id.
    """
    kind = {"DURATION": "a length of time", "SET": "again and again"}.get(mention.type, "")
    placed = mention.interval.earliest or mention.interval.latest
    parts = [meant(mention) if placed or not kind else kind]
    end, anchor = known.get(mention.through or ""), known.get(mention.anchor or "")
    if end:
        parts.append(f"the beginning of a stretch that “{_words(end)}” ends")
    if anchor:
        parts.append(counted_from(anchor))
    rule = ruled(mention.rule)
    return "; ".join([*parts, f"rule: {rule}"] if rule else parts)


def ruled(rule: str) -> str:
    """The name of a rule in words that a reader knows without a grammar."""
    for name, plain in _RULES:
        rule = rule.replace(name, plain)
    return rule


def counted_from(anchor: TimeMention) -> str:
    """What a time counts from that is not its article's date: "counted from 12 January 2031, when it was said"."""
    if anchor.interval.earliest or anchor.interval.latest:
        return f"counted from {days(anchor.interval)}, when it was said"
    return f"counted from “{_words(anchor)}”, when it was said"


def _words(mention: TimeMention) -> str:
    """A mention's own words on one line."""
    return shortened(mention.text, 60)


def reasons(dating: Dating) -> tuple[str, ...]:
    """Why a date was inferred as it was: each reason once, without its full stop, with days in words."""
    lines = (_ISO.sub(_named, line).rstrip(". ") for line in dating.reasons)
    return tuple(dict.fromkeys(f"the{line[3:]}" if line.startswith("The ") else line for line in lines))


def sure(dating: Dating) -> str:
    """How often an interval found this way holds the true day; nothing where that is not in doubt."""
    return "" if dating.confidence >= 1 else f"such an interval holds the true day {_times(dating.confidence)}"


def _times(share: float) -> str:
    """A share as times in ten where it is one, else in a hundred."""
    tenths = round(share * 10)
    if abs(share * 10 - tenths) < 1e-9 and 0 < tenths < 10:
        return f"{('once', 'twice')[tenths - 1] if tenths < 3 else f'{tenths} times'} in 10"
    return f"{round(share * 100)} times in 100"


def _named(found: re.Match[str]) -> str:
    """A day of digits as a day with the name of its month; what is no day stays."""
    year, month, number = map(int, found.groups())
    return f"{number} {MONTHS[month - 1]} {year}" if 1 <= month <= 12 and 1 <= number <= 31 else found[0]
