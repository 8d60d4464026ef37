"""What people did, in words: each journal entry as a sentence with a link to the thing it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sayso.app.desk.addresses import to_article, to_origin, to_source, to_statement
from sayso.model.keeping import Entry
from sayso.model.prose import shortened
from sayso.model.rulings import Ruling, Verdict
from sayso.model.rulingvalues import called
from sayso.showing.words import LEANS, likelihood, strength
from sayso.store.repository import Repository

#: What a person did, by verdict.
DID: Final[dict[Verdict, str]] = {
    "accept": "accepted",
    "reject": "rejected",
    "span": "set the words of",
    "source": "set the source of",
    "certainty": "set the certainty of",
    "stance": "set the stance of",
    "lock": "locked",
    "unlock": "unlocked",
    "comment": "commented on",
    "merge": "joined",
    "split": "told apart",
    "date": "dated",
    "outcome": "recorded what became of",
    "add": "added",
    "leave": "left out",
    "adopt": "took another reading of",
    "ask": "asked",
    "undo": "undid",
}
_STATEMENT: Final = re.compile(r"s-[0-9a-f]{6,40}", re.ASCII)
_ARTICLE: Final = re.compile(r"a-[0-9a-f]{6,40}", re.ASCII)
_SHARES: Final = re.compile(r"(\d(?:\.\d{1,6})?)-(\d(?:\.\d{1,6})?)", re.ASCII)
_SHORT: Final = 90


@dataclass(frozen=True, slots=True)
class Thing:
    """What a ruling is about: in words, and its page where it has one."""

    words: str
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """One journal entry in words: who `did` what with the `things`, and the value they gave.

    `undone` is the number of the entry that undid it and `undoing` the id of that one's ruling; `undoes` is the
    number of the entry that this one undid.
    """

    number: int
    id: str
    by: str
    at: str
    did: str
    verdict: Verdict
    things: tuple[Thing, ...]
    value: str
    why: str
    undone: int | None = None
    undoing: str | None = None
    undoes: int | None = None

    @property
    def brief(self) -> str:
        """The deed on one line, without who did it."""
        return f"{self.did} {' and '.join(thing.words for thing in self.things)}"


@dataclass(frozen=True, slots=True)
class Lost:
    """A ruling that lost its place: the deed, the words it was about, and what stands there now."""

    deed: Deed
    words: str
    found: str
    article: str


class Telling:
    """Tells the entries of one case; what it looks up more than once it keeps."""

    def __init__(self, repository: Repository) -> None:
        """Nothing is looked up yet."""
        self._repository = repository
        self._titles: dict[str, str] | None = None
        self._by_id: dict[str, Entry] | None = None

    def deeds(self, entries: Iterable[Entry]) -> list[Deed]:
        """Each entry in words."""
        return [self.deed(entry) for entry in entries]

    def deed(self, entry: Entry) -> Deed:
        """One entry in words."""
        ruling = entry.ruling
        undoes = self.entry_of(ruling.target) if ruling.verdict == "undo" else None
        about = undoes.ruling if undoes else ruling
        undone = self._repository.journal(after=entry.undone - 1, limit=1) if entry.undone else ()
        did = DID[ruling.verdict]
        if undoes:
            did = f"undid number {undoes.number}, {DID[about.verdict]}"

        return Deed(
            entry.number, ruling.id, ruling.by, ruling.at, did, ruling.verdict, self._things(about), _valued(about),
            ruling.why, entry.undone, undone[0].ruling.id if undone else None, undoes.number if undoes else None,
        )  # fmt: skip

    def entry_of(self, id_: str) -> Entry | None:
        """The entry whose ruling has this id."""
        if self._by_id is None:
            self._by_id = {entry.ruling.id: entry for entry in self._repository.journal()}
        return self._by_id.get(id_)

    def orphans(self) -> list[Lost]:
        """The rulings whose words no longer stand where they stood."""
        lost = []
        for one in self._repository.orphans():
            anchor = one.ruling.anchor
            words = shortened(anchor.quote, 200) if anchor else ""
            to = to_article(anchor.article) if anchor else "/history"
            lost.append(Lost(self.deed(Entry(one.number, one.ruling)), words, shortened(one.found, 200), to))
        return lost

    def _things(self, ruling: Ruling) -> tuple[Thing, ...]:
        if ruling.verdict == "undo":
            inner = self.entry_of(ruling.target)
            return self._things(inner.ruling) if inner else (Thing(ruling.target),)
        if ruling.verdict == "ask" or ruling.target == "question":
            return (Thing("the question", "/"),)
        bare = ruling.target.partition("@")[0]
        return tuple(self._thing(ruling, part) for part in bare.split("+"))

    def _thing(self, ruling: Ruling, id_: str) -> Thing:
        """One thing in words: a statement by what it says, an article by its title, a source by its name."""
        if _STATEMENT.fullmatch(id_):
            line = self._repository.line(id_)
            words = line.words if line else ruling.anchor.quote if ruling.anchor else id_
            return Thing(f"“{shortened(words, _SHORT)}”", to_statement(id_))
        if _ARTICLE.fullmatch(id_):
            return Thing(self._title(id_), to_article(id_))
        source = self._repository.part("source", id_)
        if source is not None:
            return Thing(shortened(str(source.get("name") or id_), _SHORT), to_source(id_))
        origin = self._repository.part("origin", id_)
        if origin is not None:
            return Thing(shortened(str(origin.get("root") or id_), _SHORT), to_origin(id_))
        told = called(ruling).get(id_, id_)
        return Thing(shortened(told, 120), "/" if ruling.verdict == "outcome" else None)

    def _title(self, id_: str) -> str:
        if self._titles is None:
            self._titles = {one.id: one.title or one.path for one in self._repository.articles()}
        title = self._titles.get(id_)
        return f"“{shortened(title, _SHORT)}”" if title else id_


def _valued(ruling: Ruling) -> str:
    """The value of a ruling in words, empty where it has none that a reader wants."""
    value = ruling.value or ""
    if ruling.verdict in {"ask", "undo", "merge", "split"}:
        return ""
    if ruling.verdict == "certainty" and (found := _SHARES.fullmatch(value)):
        return likelihood(float(found[1]), float(found[2]))
    if ruling.verdict == "stance":
        lean, _, size = value.partition(" ")
        words = next((told for key, (_, told) in LEANS.items() if key == lean), lean)
        return f"{_strength(size)} {words}".strip()
    if ruling.verdict == "source":
        return value.partition(" @")[0]
    if ruling.verdict == "span":
        return f"characters {value.replace(' ', ' and ')}"
    return value


def _strength(size: str) -> str:
    try:
        return strength(float(size))
    except ValueError:
        return ""
