"""What people did, in words: each journal entry as a sentence with a link to the thing it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sayso.app.desk.addresses import to_article, to_source, to_statement
from sayso.model.keeping import Entry
from sayso.model.prose import shortened
from sayso.model.rulings import Ruling, Verdict
from sayso.store.repository import Repository

#: What a person did, by verdict; {value} is what they gave.
_DID: Final[dict[Verdict, str]] = {
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
    "outcome": "recorded what happened of",
    "add": "added",
    "leave": "left out",
    "adopt": "took another reading of",
    "ask": "asked",
    "undo": "undid",
}
_STATEMENT: Final = re.compile(r"s-[0-9a-f]{6,40}", re.ASCII)
_ARTICLE: Final = re.compile(r"a-[0-9a-f]{6,40}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Thing:
    """What a ruling is about: in words, and its page where it has one."""

    words: str
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """One journal entry in words: "accepted" the `things`, `as_` with what value."""

    number: int
    id: str
    by: str
    at: str
    did: str
    verdict: Verdict
    things: tuple[Thing, ...]
    value: str
    why: str
    undone: int | None
    undoes: int | None = None


def deeds(repository: Repository, entries: Iterable[Entry]) -> list[Deed]:
    """Each entry in words."""
    known: dict[str, Entry] = {}
    made = list(entries)
    if any(entry.ruling.verdict == "undo" for entry in made):
        known = {entry.ruling.id: entry for entry in repository.journal()}
    return [deed(repository, entry, known) for entry in made]


def deed(repository: Repository, entry: Entry, known: dict[str, Entry]) -> Deed:
    """One entry in words; `known` are the entries that an undo may name, by the id of their ruling."""
    ruling = entry.ruling
    undoes = known.get(ruling.target) if ruling.verdict == "undo" else None
    things = _things(repository, undoes.ruling if undoes else ruling)
    did = _DID[ruling.verdict]
    if undoes:
        did = f"undid number {undoes.number}, “{_DID[undoes.ruling.verdict]}”:"
    value = "" if ruling.verdict == "ask" else ruling.value or ""
    return Deed(
        entry.number, ruling.id, ruling.by, ruling.at, did, ruling.verdict, things, value, ruling.why, entry.undone,
        undoes.number if undoes else None,
    )  # fmt: skip


def _things(repository: Repository, ruling: Ruling) -> tuple[Thing, ...]:
    if ruling.verdict == "ask":
        return (Thing("the question", "/"),)
    bare = ruling.target.partition("@")[0]
    return tuple(_thing(repository, ruling, part) for part in bare.split("+"))


def _thing(repository: Repository, ruling: Ruling, id_: str) -> Thing:
    """One thing in words: a statement by what it says, an article by its title, a source by its name."""
    if _STATEMENT.fullmatch(id_):
        line = repository.line(id_)
        if line is not None:
            return Thing(f"“{shortened(line.words, 90)}”", to_statement(id_))
        words = ruling.anchor.quote if ruling.anchor else id_
        return Thing(f"“{shortened(words, 90)}”", to_statement(id_))
    if _ARTICLE.fullmatch(id_):
        item = next((one for one in repository.articles() if one.id == id_), None)
        return Thing(f"“{shortened(item.title or item.path, 90)}”" if item else id_, to_article(id_))
    source = repository.part("source", id_)
    if source is not None:
        return Thing(str(source.get("name") or id_), to_source(id_))
    return Thing(shortened(id_, 120))
