"""Filters of lists of statements: what the address says, what it wants of the case, and links that change it.

All of a list's state is in its address, so that a list can be sent to somebody, reloaded and gone back to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from sayso.model.keeping import Line, Lines, Wanted

#: The filters in the order of the page: the field of Wanted and of the address, and what a reader calls it.
NAMES: Final[Mapping[str, str]] = {
    "state": "review",
    "lean": "stance",
    "certainty": "certainty",
    "source": "source",
    "role": "role",
    "origin": "origin",
    "outlet": "outlet",
    "article": "article",
    "since": "said since",
    "until": "said until",
    "search": "words",
}

#: Values that read better in other words.
_WORDS: Final[Mapping[tuple[str, str], str]] = {
    ("state", "open"): "not yet reviewed",
    ("state", "accepted"): "accepted",
    ("state", "rejected"): "rejected",
    ("state", "edited"): "edited",
    ("lean", "support"): "+ speaks for it",
    ("lean", "deny"): "− speaks against it",
    ("lean", "open"): "? leaves it open",
    ("lean", "unrelated"): "· says nothing on it",
    ("certainty", "likely"): "even or likelier",
    ("certainty", "unlikely"): "unlikely",
    ("certainty", "open"): "in between",
}

#: Orders of a list, and what a reader calls them.
ORDERS: Final[Mapping[str, str]] = {
    "effect": "effect on the answer",
    "text": "place in the text",
    "said": "day said",
    "rank": "best match",
}

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of a list by name, in the order of NAMES, and its order."""

    chosen: tuple[tuple[str, str], ...] = ()
    order: str = "effect"

    def get(self, name: str) -> str:
        """The value of one filter, empty where it is not set."""
        return dict(self.chosen).get(name, "")

    def wanted(self, *, after: str | None = None, limit: int = 50) -> Wanted:
        """What is wanted of the case."""
        order = "effect" if self.order == "rank" and not self.get("search") else self.order
        base = Wanted(after=after, limit=limit)
        return replace(base, order=order, **dict(self.chosen))  # type: ignore[arg-type]  # names of its fields

    def query(self, **changes: str | None) -> str:
        """The query of an address with these filters; `changes` sets one, None takes it out."""
        values = {**dict(self.chosen), **changes}
        usual = {"rank"} if values.get("search") else {"effect", "rank"}
        values.setdefault("order", "" if self.order in usual else self.order)
        return urlencode([(name, value) for name, value in values.items() if value])


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set, in words, and the query without it."""

    name: str
    words: str
    query: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter could have: in words, how many statements it shows, its query, whether it is set."""

    words: str
    count: int
    query: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its values."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    open: bool


def filters(given: Mapping[str, str], *, order: str = "effect") -> Filters:
    """The filters that an address sets; what it should not hold is left out."""
    chosen = []
    for name in NAMES:
        value = given.get(name, "").strip()[:_LONGEST]
        if value and not (name in {"since", "until"} and not _day(value)):
            chosen.append((name, value))
    wanted = given.get("order", "")
    return Filters(tuple(chosen), wanted if wanted in ORDERS else order)


def chips(made: Filters, names: Mapping[tuple[str, str], str]) -> tuple[Chip, ...]:
    """The filters that are set; `names` gives words for ids."""
    return tuple(
        Chip(NAMES[name], _WORDS.get((name, value)) or names.get((name, value), value), made.query(**{name: None}))
        for name, value in made.chosen
    )


def facets(made: Filters, lines: Lines) -> tuple[Facet, ...]:
    """The filters with the values that statements have, and how many each would show."""
    out = []
    for name, title in NAMES.items():
        values = lines.counts.get(name, ())
        choices = tuple(
            Choice(
                _WORDS.get((name, value)) or told or value,
                size,
                made.query(**{name: None if made.get(name) == value else value}),
                made.get(name) == value,
            )
            for value, told, size in values
            if value
        )
        if choices:
            out.append(Facet(name, title, choices, bool(made.get(name)) or name in {"state", "lean", "source"}))
    return tuple(out)


def spoken(lines: Lines, rows: Iterable[Line] = ()) -> dict[tuple[str, str], str]:
    """Words for the ids that filters hold, as far as counts and rows tell them."""
    found = {(name, value): told for name, values in lines.counts.items() for value, told, _ in values if told}
    for line in rows:
        if line.source:
            found.setdefault(("source", line.source), line.name)
    return found


def days_of(made: Filters) -> Sequence[str]:
    """The days between which statements were said, as the form shows them."""
    return made.get("since"), made.get("until")


def _day(value: str) -> bool:
    """Whether a value is an ISO day."""
    from datetime import date  # noqa: PLC0415 (the one use)

    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False
