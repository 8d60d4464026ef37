"""A case on disk as the rest of Sayso sees it: evidence, decisions, what is derived from them, and lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from sayso.model.answers import Answers
from sayso.model.article import Article
from sayso.model.case import Case, Page
from sayso.model.keeping import Asked, Day, Entry, Item, Line, Lines, Moment, Orphan, Stand, Wanted
from sayso.model.rulings import Ruling
from sayso.store import decisions, derived, entries, evidence, lists, summaries
from sayso.store.database import Database


class Repository:
    """One case, open; for one thread, until it is closed. All errors are StoreErrors with place and remedy."""

    def __init__(self, database: Database) -> None:
        """Take a connection to a case; see opening.open_case."""
        self.database = database

    @property
    def place(self) -> str:
        """The case as the user named it."""
        return self.database.place

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the case."""
        self.database.close()

    # decisions

    def asked(self) -> Asked:
        """The question as it stands."""
        return decisions.asked(self.database)

    def rule(self, rulings: Sequence[Ruling], *, seen: int | None = None) -> tuple[Entry, ...]:
        """Journal rulings, all or none; durable when it returns. Their ids and anchors are filled in.

        `seen` is the journal entry up to which the person knew the case: ConflictError where there is a later one
        about the same subject. StoreError where a ruling cannot be as it is given.
        """
        return decisions.rule(self.database, rulings, seen=seen)

    def journal(self, *, after: int = 0, about: str | None = None, limit: int | None = None) -> tuple[Entry, ...]:
        """The entries in order: those after a number, about a subject (a statement's id, a pair, an article's)."""
        return entries.entries(self.database, after=after, about=about, limit=limit)

    def orphans(self) -> tuple[Orphan, ...]:
        """The rulings that stand and whose words no longer stand in the article's text."""
        return decisions.orphans(self.database)

    # evidence

    def add(self, article: Article, raw: bytes, *, by: str, at: str) -> bool:
        """Add an article with its bytes; False where it belongs to the case already. One left out is taken back."""
        return evidence.add(self.database, article, raw, by=by, at=at)

    def add_reading(self, page: Page, name: str, digest: str, *, at: str) -> str:
        """Keep a reading by the brain `name` whose model and version have `digest`; the reading's name.

        An article's first reading counts at once, a later one after an "adopt" ruling.
        """
        return evidence.add_reading(self.database, page, name, digest, at=at)

    def articles(self) -> tuple[Item, ...]:
        """All articles in the order in which they came, also those left out."""
        return evidence.articles(self.database)

    def article(self, id_: str) -> Article:
        """One article as it was read."""
        return evidence.article(self.database, id_)

    def raw(self, id_: str) -> bytes:
        """The bytes of an article as they came."""
        return evidence.raw(self.database, id_)

    def page(self, id_: str, reading: str | None = None) -> Page:
        """What was read in an article: the reading that counts, or the one of that name."""
        return evidence.page(self.database, id_, reading)

    def pages(self) -> Iterator[Page]:
        """The pages of the articles that belong to the case, each by the reading that counts."""
        return evidence.pages(self.database)

    def readings(self, id_: str) -> tuple[str, ...]:
        """The names of an article's readings, the first one first."""
        return evidence.readings(self.database, id_)

    def unread(self) -> tuple[Article, ...]:
        """The articles that belong to the case and have no reading."""
        return evidence.unread(self.database)

    # derived

    def keep(  # noqa: PLR0913 - the two results, and four facts about the update by name
        self, case: Case, answers: Answers, *, number: int, at: str, seconds: float,
        effects: Mapping[str, float], parts: Mapping[str, Sequence[Mapping[str, object]]],
    ) -> None:  # fmt: skip
        """All derived tables anew, in one transaction.

        `number` is the last journal entry that the case was built from, `seconds` what that took; `effects` are by
        a statement's id, `parts` are JSON records by kind.
        """
        derived.keep(self.database, (case, answers), (number, at, seconds), effects=effects, parts=parts)

    def derived(self) -> tuple[Case, Answers] | None:
        """Case and answers as of the last update; None before the first."""
        return derived.derived(self.database)

    def stand(self) -> Stand:
        """How far the case is, and what the answer does not know yet."""
        return derived.stand(self.database)

    def moments(self) -> tuple[Moment, ...]:
        """The answers as they stood after each update, in order."""
        return derived.moments(self.database)

    def memo(self, kind: str) -> dict[str, str]:
        """What was computed before and may be used again, by key."""
        return derived.memo(self.database, kind)

    def remember(self, kind: str, pairs: Mapping[str, str]) -> None:
        """Keep what was computed for another time."""
        derived.remember(self.database, kind, pairs)

    # lists

    def lines(self, wanted: Wanted, *, counts: bool = True) -> Lines:
        """The statements wanted, a page of them, with how many there are and, where `counts`, by each filter."""
        return lists.lines(self.database, wanted, counts=counts)

    def line(self, id_: str) -> Line | None:
        """The statement of that id; None where the last update has none."""
        return lists.line(self.database, id_)

    def parts(
        self, kind: str, *, search: str | None = None, after: int = 0, limit: int = 50
    ) -> tuple[tuple[Mapping[str, Any], ...], int]:
        """The records of a kind after the first `after`, and how many there are in all."""
        return summaries.parts(self.database, kind, search=search, after=after, limit=limit)

    def part(self, kind: str, id_: str) -> Mapping[str, Any] | None:
        """The record of that kind and id; None where there is none."""
        return summaries.part(self.database, kind, id_)

    def days(self) -> tuple[Day, ...]:
        """The timeline's summary: statements by day, hypothesis and lean."""
        return summaries.days(self.database)

    def search_articles(self, words: str, limit: int = 20) -> tuple[tuple[str, str], ...]:
        """Articles that have all words, best first: id, and a snippet each hit between database.HIT."""
        return summaries.search_articles(self.database, words, limit=limit)
