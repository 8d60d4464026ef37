"""Sources: all names of each, what the texts call it and where, and proposals that two are one."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from sayso.model.prose import days
from sayso.model.sources import Source
from sayso.model.stances import Lean
from sayso.showing.catalogue import Catalogue, Link, permalink
from sayso.showing.words import LEANS, count

#: Short names of the leans, for counts.
SIDES: Final[dict[Lean, str]] = {"support": "for", "deny": "against", "open": "open"}
#: What stands for a source that could not be named.
PRONOUNS: Final = frozenset(
    {"he", "her", "him", "i", "it", "she", "they", "them", "unnamed", "us", "we", "who", "you"}
)
#: Under this number of statements no share is given, counts only.
ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Office:
    """What a text calls a source, and which article does."""

    text: str
    article: Link


@dataclass(frozen=True, slots=True)
class Person:
    """A source of any kind with its statements."""

    to: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    offices: tuple[Office, ...]
    statements: tuple[Link, ...]
    said: str
    leans: str
    relations: tuple[str, ...] = ()
    party: str = ""


@dataclass(frozen=True, slots=True)
class Bearer:
    """One bearer of an office: its name, the days of the articles that call it so, and the words."""

    name: str
    days: str
    words: str


@dataclass(frozen=True, slots=True)
class Chair:
    """An office with its bearers, in the order of days."""

    name: str
    bearers: tuple[Bearer, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two sources that may be one."""

    left: str
    right: str
    score: str
    reasons: tuple[str, ...]
    verdict: str


def people(made: Catalogue) -> tuple[Person, ...]:
    """The case's sources that say or relay something, those with most statements first."""
    spoken: dict[str, list[str]] = {}
    relayed: dict[str, list[str]] = {}
    for id_, entry in made.entries.items():
        chain = entry.statement.chain
        for position, hop in enumerate(chain):
            source = made.sources.get(hop.source.id)
            kept = spoken if position == len(chain) - 1 else relayed
            kept.setdefault(source.id if source else hop.source.id, []).append(id_)
    found = {source.id: source for source in made.sources.values()}.values()
    ties, flags = _relations(made), _parties(made)
    out = [
        replace(
            _person(made, one, spoken.get(one.id, []), relayed.get(one.id, [])),
            relations=tuple(ties.get(one.id, ())),
            party=flags.get(one.id, ""),
        )
        for one in found
    ]
    heard = [one for one in out if one.statements]
    return tuple(sorted(heard, key=lambda one: (-len(one.statements), one.name, one.to)))


def nameless(person: Person) -> bool:
    """Whether a source has no name of its own: a pronoun, or nothing at all."""
    return person.name.casefold() in PRONOUNS


def _person(made: Catalogue, source: Source, spoken: list[str], relayed: list[str]) -> Person:
    """One source."""
    offices: dict[str, Office] = {}
    for role in source.roles:
        offices.setdefault(role.text, Office(role.text, made.article(role.ref.article)))
    own = count(len(spoken), "statement") if spoken else ""
    said = ", ".join(filter(None, (own, f"relays {len(relayed)}" if relayed else "")))
    return Person(
        permalink(source.id), source.name, source.kind, source.aliases, tuple(offices.values()),
        made.statements((*spoken, *relayed)), said, _leans(made, spoken),
    )  # fmt: skip


def _relations(made: Catalogue) -> dict[str, list[str]]:
    """How each source stands to others, in words, with what the texts say of it; by the source's id."""
    out: dict[str, list[str]] = {}
    for one in made.case.relations:
        if one.right in made.sources:
            out.setdefault(one.left, []).append(f"{one.kind} {made.sources[one.right].name}: {one.reasons[0]}")
    return out


def _parties(made: Catalogue) -> dict[str, str]:
    """Why sources are parties to the matter of the first hypothesis that they speak of, by the source's id."""
    sides = {"own": "on the own side", "other": "on the other side", "stake": "with a stake"}
    out: dict[str, str] = {}
    for one in made.answers.parties:
        out.setdefault(one.source, f"a party to the matter, {sides[one.side]}: {one.words}")
    return out


def chairs(made: Catalogue) -> tuple[Chair, ...]:
    """The offices that several bear, with their bearers."""
    return tuple(
        Chair(
            office.name,
            tuple(
                Bearer(
                    made.sources[one.source].name if one.source in made.sources else one.source,
                    days(one.days) if one.days else "day not known",
                    "; ".join(one.texts) + (" (past)" if one.past else ""),
                )
                for one in office.tenures
            ),
        )
        for office in made.case.offices
    )


def _leans(made: Catalogue, statements: list[str]) -> str:
    """How a source's statements lean on the first hypothesis; a share only from ENOUGH statements on."""
    first = next(iter(made.hypotheses), None)
    tally: Counter[tuple[Lean, bool]] = Counter(
        (stance.lean, made.entries[id_].statement.commitment.non_denial and stance.lean != "open")
        for id_ in statements
        for stance in made.stances.get(id_, ())
        if stance.hypothesis == first and stance.lean != "unrelated"
    )
    total = tally.total()
    pieces = []
    for lean, slight in itertools.product(SIDES, (False, True)):
        if size := tally[lean, slight]:
            share = f" ({round(100 * size / total)} %)" if total >= ENOUGH else ""
            pieces.append(f"{LEANS[lean][0]} {size} {'slightly ' if slight else ''}{SIDES[lean]}{share}")
    return ", ".join(pieces)


def proposals(made: Catalogue) -> tuple[Proposal, ...]:
    """Merges of sources with different names, and all that are open, the surest first."""
    own = {source.id: source.name for page in made.pages for source in page.sources}
    out = []
    for merge in sorted(made.case.merges, key=lambda one: (-one.score, one.left, one.right)):
        names = [_own_name(made, own, id_) for id_ in (merge.left, merge.right)]
        if merge.accepted and merge.ruling is None and names[0] == names[1]:
            continue
        verdict = {"merge": "merged by a person", "split": "kept apart by a person"}.get(
            merge.ruling or "", "taken as one" if merge.accepted else "open: not merged"
        )
        out.append(Proposal(names[0], names[1], f"{merge.score:.2f}", merge.reasons, verdict))
    return tuple(dict.fromkeys(out))


def _own_name(made: Catalogue, own: dict[str, str], id_: str) -> str:
    """The name that a source has in its own article, else the case's."""
    found = made.sources.get(id_)
    return own.get(id_) or (found.name if found else id_)
