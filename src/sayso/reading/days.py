"""Days as people and pages write them: the publication date that an option, a manifest or a page gives."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from sayso.model.times import Interval

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_WRITTEN = (
    "%d %B %Y",
    "%B %d %Y",
    "%d %b %Y",
    "%b %d %Y",
    "%A %d %B %Y",
    "%A %B %d %Y",
    "%a %d %b %Y",
    "%a %b %d %Y",
)
_FIRST, _LAST = date(1600, 1, 1), date(2199, 12, 31)


@lru_cache(maxsize=4096)
def given_interval(value: str) -> Interval | None:
    """What "2023-01-17" or "2023-01-16/2023-01-18" means, None where it is neither."""
    parts = [iso_day(part) for part in value.strip().split("/")]
    if len(parts) > 2 or None in parts:
        return None
    first, last = parts[0], parts[-1]
    if not first or not last or last < first:
        return None
    return Interval(first, last)


def iso_day(value: str) -> date | None:
    """The day that an ISO 8601 date or date-time names, None where there is none.

    A date-time's own day stands, whatever its time zone: it is the day the page shows its readers.
    """
    value = value.strip()
    found = _DAY.match(value) or _COMPACT.match(value)
    if not found or (found.end() < len(value) and value[found.end()] not in "Tt "):
        return None
    try:
        day = date(*(int(part) for part in found.groups()))
    except ValueError:
        return None
    return day if _FIRST <= day <= _LAST else None


def written_day(value: str) -> date | None:
    """The day that an ISO date or an English date in words names ("17 January 2023"), None where there is none.

    Dates in figures only, such as 01/02/2023, are ambiguous and not read.
    """
    day = iso_day(value)
    if day:
        return day
    if len(value) > 80:
        return None
    bare = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", value.strip().replace(",", " ").replace("Sept ", "Sep "))
    bare = " ".join(bare.replace(".", " ").split())
    for pattern in _WRITTEN:
        try:
            day = datetime.strptime(bare, pattern).date()
        except ValueError:
            continue
        return day if _FIRST <= day <= _LAST else None
    return None
