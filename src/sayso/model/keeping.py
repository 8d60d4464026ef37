"""What a case on disk keeps and hands out: what is asked, journal entries, rows of lists, how far it is behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sayso.model.prose import days
from sayso.model.rulings import Ruling
from sayso.model.span import Span
from sayso.model.stances import Lean
from sayso.model.statements import Force, Mode, Polarity
from sayso.model.times import Interval

#: What a person has made of a statement.
State = Literal["open", "accepted", "rejected", "edited"]


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of a case with its settings, days as ISO strings. As JSON it is the value of an "ask" ruling."""

    question: str
    hypotheses: tuple[str, ...] = ()
    as_of: str | None = None
    opens: str | None = None
    closes: str | None = None
    resolver: str | None = None
    prior: float | None = None
    prior_why: str = ""
    yardstick: str | None = None
    families: tuple[tuple[str, str], ...] = ()
    brain: str = "learned"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a case's journal: its number from 1, the ruling, and the number of the entry that undid it."""

    number: int
    ruling: Ruling
    undone: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An article of a case as lists show it; `reading` names the reading that counts, `left` if it is left out."""

    id: str
    path: str
    outlet: str | None
    title: str | None
    earliest: str | None
    latest: str | None
    raw_digest: str
    added: str
    reading: str | None
    statements: int
    left: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A statement as lists show it.

    `source` and `origin` are ids of the case, `name` the innermost source's. `said` is the last day by which it was
    said. `lean` and `strength` are on the first hypothesis. `effect` is how far the answer's probability moves if
    it is rejected, in [0, 1]; None where that is not known. `words` is the content on one line; `start` and `end`
    bound it in the text. `changed` is the number of the last journal entry about it, 0 where there is none. `since`
    is the first day on which it can have been said where its article has no day of its own: empty for no first day,
    None where `said` is the day.
    """

    id: str
    article: str
    outlet: str | None
    source: str | None
    name: str
    kind: str
    origin: str | None
    said: str | None
    force: Force | None
    mode: Mode
    polarity: Polarity
    low: float
    high: float
    lean: Lean
    strength: float
    effect: float | None
    state: State
    locked: bool
    words: str
    start: int
    end: int
    changed: int = 0
    since: str | None = None

    @property
    def when(self) -> str:
        """The days on which it can have been said, in words; empty where nobody knows."""
        if not self.said:
            return ""
        first = self.said if self.since is None else self.since
        return days(Interval(date.fromisoformat(first) if first else None, date.fromisoformat(self.said)))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statements a list shows; None leaves a field open.

    `search` are words, all of which must stand in the statement, the last as a beginning. `certainty` is "unlikely"
    (high under 0.5), "likely" (low from 0.5) or "open" (else). `role` is the kind of source. `since` and `until`
    are ISO days on which it was said. `order`: "text", "effect" (the greatest first), "said", "rank" (of a search).
    """

    search: str | None = None
    source: str | None = None
    role: str | None = None
    lean: str | None = None
    origin: str | None = None
    article: str | None = None
    outlet: str | None = None
    certainty: str | None = None
    state: str | None = None
    since: str | None = None
    until: str | None = None
    order: Literal["text", "effect", "said", "rank"] = "text"
    after: str | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Lines:
    """A page of a list: its rows, how many there are in all, and where the next page begins (None: at its end).

    `counts` gives for each filter how many statements each of its values would show, the most first.
    """

    rows: tuple[Line, ...]
    total: int
    after: str | None = None
    counts: Mapping[str, tuple[tuple[str, str, int], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Moment:
    """The answer to one hypothesis as it stood after an update: journal entry, time, and the figures."""

    number: int
    at: str
    articles: int
    hypothesis: str
    probability: float
    low: float
    high: float
    words: str


@dataclass(frozen=True, slots=True)
class Stand:
    """How far a case is: what it holds, and what of it is not yet in the answer.

    `number` is the last journal entry, `behind` how many rulings the answer does not know yet, `unread` how many
    articles have no reading. `seconds` is what the last update took, None before the first.
    """

    question: str
    articles: int
    statements: int
    reviewed: int
    number: int
    behind: int
    unread: int = 0
    updated: str | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What `verify` found wrong: where ("article a-…", "journal entry 12"), and what, in words."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Orphan:
    """A ruling whose words no longer stand at their place: the journal entry, and what stands there now."""

    number: int
    ruling: Ruling
    found: str
    places: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """How many statements of one day (ISO; None: nobody knows when) lean which way about one hypothesis.

    `all` counts every statement of that day, also those that say nothing of the hypothesis.
    """

    day: str | None
    hypothesis: str
    support: int
    deny: int
    open: int
    all: int
