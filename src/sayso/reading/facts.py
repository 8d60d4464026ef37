"""What is known of an article beside its text: from an option, a manifest, front matter or the page itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.model.article import Candidate
from sayso.model.times import Dating, Interval
from sayso.reading.days import given_interval, written_day

#: The fields a person or a page may give, in the order in which they are listed.
FIELDS = ("outlet", "published", "url", "title", "byline", "language")


@dataclass(frozen=True, slots=True)
class Facts:
    """The chosen value of each field, all candidates with the chosen ones marked, and the dating."""

    values: dict[str, str]
    candidates: tuple[Candidate, ...]
    published: Dating | None


def settle(candidates: Iterable[Candidate], dating: Dating | None = None) -> Facts:
    """The first candidate of each field is chosen; `dating` is the page's own, used where it chose the date."""
    chosen: dict[str, str] = {}
    listed: list[Candidate] = []
    published: Dating | None = None
    for candidate in candidates:
        value = " ".join(candidate.value.split())
        if not value:
            continue
        first = candidate.field not in chosen
        if candidate.field == "published" and first:
            interval = read_published(value)
            first = interval is not None
            if interval:
                published = _dated(interval, candidate.where, dating)
        if first:
            chosen[candidate.field] = value
        listed.append(replace(candidate, value=value, chosen=first))
    return Facts(chosen, tuple(listed), published)


def read_published(value: str) -> Interval | None:
    """The interval that a date in any accepted form names, or None."""
    given = given_interval(value)
    if given:
        return given
    day = written_day(value)
    return Interval(day, day) if day else None


def _dated(interval: Interval, where: str, dating: Dating | None) -> Dating:
    """The dating for an interval found at `where`, with the page's evidence where it is the page's."""
    if dating and where in dating.reasons[:1]:
        return dating
    return Dating(interval, "given", reasons=(where,))
