"""Backers: who vouches for an origin. Origins of one backer confirm nothing to each other.

A source vouches for what it says, on all its occasions, and whoever speaks for it vouches with it. What an outlet
says in its own words, what nameless people told it and what papers only it has seen hang on the outlet, and an
outlet on its house: two papers of one owner are no two witnesses. Which outlets make a house is a table of public
record (lang/en/families.py), to which users add and which they overrule. The table fails closed: all outlets that
stand in no row share one backer, "unknown", and so does a circle of outlets of several houses, and a title that
many papers have ("The Herald") at no known address. Theory, limits and figures: docs/why/independence.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.lang.en.families import FAMILIES, SHARED_NAMES
from sayso.lang.en.outlets import OUTLETS
from sayso.linking.publishers import own_paper
from sayso.linking.roots import Placed, Register, is_outlet
from sayso.linking.spellings import plain_name
from sayso.model.origins import Backer, Origin
from sayso.model.sources import Relation, Source
from sayso.model.span import content_id

UNKNOWN = Backer("unknown", "outlets of which nobody knows the house", "unknown")

#: Relations in which the left source says what the right one vouches for.
_FOR_ANOTHER = frozenset({"speaks for", "issued by"})
#: The host of an address, with or without its scheme.
_HOST = re.compile(r"(?:[a-z]{1,10}:)?(?://)?(?:[^/@]{1,80}@)?([^/:?#]{1,250})")
#: Steps from a spokesman's spokesman to whom they all speak for.
_STEPS = 4


@dataclass(frozen=True, slots=True)
class Houses:
    """Families of outlets by name and by domain; what a user gives comes before the table.

    `closed` are the families of the table that have a domain: an article whose address is known and not theirs is
    not theirs either, whatever name it carries.
    """

    given: Mapping[str, str]
    names: Mapping[str, str]
    domains: Mapping[str, str]
    closed: frozenset[str]

    def of(self, outlet: str | None, url: str | None = None) -> str | None:
        """The family of an outlet by its name and the address of its article; None where nobody knows it."""
        plain, hosts = plain_name(outlet or ""), _hosts(url)
        told = next((self.given[key] for key in (*hosts, plain) if key in self.given), None)
        if told is not None:
            return told or None
        found = next((self.domains[host] for host in hosts if host in self.domains), None)
        named = self.names.get(plain)
        return found or (None if hosts and named in self.closed else named)


def houses(given: Iterable[tuple[str, str]] = ()) -> Houses:
    """The built-in table with the rows (outlet or domain, family) that a user gives.

    A family named like one of the table, or like an outlet in it, is that one; "" says that nobody knows the house.
    """
    table = _table()
    told = {_key(outlet): _called().get(plain_name(family), family) for outlet, family in given}
    return replace(table, given=told)


@lru_cache(maxsize=1)
def _called() -> dict[str, str]:
    """Families by what a user may call them, who may name a house as outlets of others are named, too ("Reach")."""
    return {**_table().names, **{plain_name(family): family for family, *_ in FAMILIES}}


@lru_cache(maxsize=1)
def _table() -> Houses:
    """The built-in table."""
    names, domains, closed = dict[str, str](), dict[str, str](), set[str]()
    shared = _shared()
    for family, *outlets in FAMILIES:
        for entry in (family, *outlets):
            if (plain := plain_name(entry)) not in shared:
                names.setdefault(plain, family)
            if _is_domain(entry):
                domains.setdefault(entry, family)
                closed.add(family)
    for name, family in _aliases(names).items():
        names.setdefault(name, family)
    return Houses({}, names, domains, frozenset(closed))


def backed(
    origins: Sequence[Origin],
    items: Sequence[Placed],
    known: Register,
    *,
    relations: Sequence[Relation] = (),
    families: Iterable[tuple[str, str]] = (),
) -> tuple[Origin, ...]:
    """The origins, each with its backer. `families` are a user's rows (outlet or domain, family)."""
    desk = _Desk(houses(families), known, _masters(relations, known), _addresses(items, known))
    by_id = {item.id: item for item in reversed(items)}
    return tuple(replace(o, backer=desk.backer(o, [by_id[i] for i in o.statements if i in by_id])) for o in origins)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What is needed to tell who backs an origin: houses, mouths, whom these speak for, where outlets are."""

    houses: Houses
    known: Register
    masters: Mapping[str, str]
    outlets: Mapping[str, tuple[str | None, str | None]]

    def backer(self, origin: Origin, members: Sequence[Placed]) -> Backer:
        """Who vouches for an origin."""
        if origin.circular:
            found = {self._house(item) for item in members}
            return found.pop() if len(found) == 1 else UNKNOWN
        spoken = Counter(item.root.source for item in members if item.root.kind == "who" and item.root.source)
        mouth = origin.source if origin.source in spoken else min(spoken, key=self._vague, default=None)
        source = self.known.sources.get(self._master(mouth)) if mouth else None
        if source is not None and not is_outlet(source, self.known):
            return Backer(source.id, source.name, "source")
        body = next((item.page.article.outlet for item in members if own_paper(item.page)), None)
        if body and source is None:
            return Backer(content_id("body", plain_name(body)), body, "source")
        return self._house(members[0]) if members else UNKNOWN

    def _vague(self, mouth: str) -> bool:
        """Whether a source is called by a description and no name."""
        source = self.known.sources.get(mouth)
        return source is None or _described(source)

    def _master(self, mouth: str) -> str:
        """Whom a source speaks for in the end: itself where it speaks for nobody."""
        for _ in range(_STEPS):
            mouth = self.masters.get(mouth, mouth)
        return mouth

    def _house(self, item: Placed) -> Backer:
        """The family of the outlet on which a statement hangs."""
        article = item.page.article
        key = self.known.outlet(article.outlet) if article.outlet else ""
        name, url = article.outlet, article.url
        for hop in item.statement.chain:
            source = self.known.source(hop)
            if not is_outlet(source, self.known) or source is None:
                break
            key = self.known.outlet(source.name)
            name, url = self.outlets.get(key, (source.name, None))
        family = self.houses.of(name, url) or self._named(key)
        return Backer(content_id("family", plain_name(family)), family, "family") if family else UNKNOWN

    def _named(self, key: str) -> str | None:
        """The family of an outlet by any name that the case has for it; None where its address tells otherwise."""
        source, seen = self.known.sources.get(key), self.outlets.get(key, (None, None))
        if source is None or seen[1]:
            return None
        return next((f for n in (source.name, *source.aliases) if (f := self.houses.of(n))), None)


def _described(source: Source) -> bool:
    """Whether a source has no name but what a text calls it ("the adviser", "governor's aide")."""
    return source.name[:1].islower() or source.name.split(" ", 1)[0].casefold() in {"a", "an"}


def _masters(relations: Iterable[Relation], known: Register) -> dict[str, str]:
    """By source: the named one for whom it speaks, where there is only one."""
    found: dict[str, set[str]] = {}
    for relation in relations:
        right = known.sources.get(relation.right)
        if relation.kind in _FOR_ANOTHER and right is not None and not _described(right):
            found.setdefault(relation.left, set()).add(relation.right)
    return {left: next(iter(rights)) for left, rights in found.items() if len(rights) == 1}


def _addresses(items: Iterable[Placed], known: Register) -> dict[str, tuple[str | None, str | None]]:
    """By an outlet's key: its name and the address of one of its articles, one that has an address first."""
    found: dict[str, tuple[str | None, str | None]] = {}
    for item in items:
        article = item.page.article
        if article.outlet:
            key = known.outlet(article.outlet)
            if key not in found or (article.url and not found[key][1]):
                found[key] = (article.outlet, article.url)
    return found


def _aliases(names: Mapping[str, str]) -> dict[str, str]:
    """Further names of outlets that stand in a family, without those that several bodies have."""
    out: dict[str, str] = {}
    rows: dict[str, int] = dict.fromkeys(_shared(), 1)
    for row in OUTLETS:
        for name in {plain_name(name) for name in row}:
            rows[name] = rows.get(name, 0) + 1
    for row in OUTLETS:
        family = next((names[plain] for name in row if (plain := plain_name(name)) in names), None)
        if family:
            out.update({plain: family for name in row if rows[plain := plain_name(name)] == 1})
    return out


def _shared() -> frozenset[str]:
    """The names that outlets of several owners have, as names are compared."""
    return frozenset(map(plain_name, SHARED_NAMES))


def _is_domain(entry: str) -> bool:
    return "." in entry and " " not in entry and entry == entry.casefold()


def _key(outlet: str) -> str:
    """How a user's row is looked up: a domain as it stands, a name as names are compared."""
    bare = outlet.strip().casefold()
    return bare.removeprefix("www.") if _is_domain(bare) else plain_name(outlet)


def _hosts(url: str | None) -> tuple[str, ...]:
    """The host of an address and all domains above it, longest first; of an archived page, the original's."""
    if not url:
        return ()
    kept = url[max(url.rfind("http"), 0) :][:2_000]
    found = _HOST.match(kept.casefold())
    parts = [part for part in found[1].split(".") if part][-8:] if found else []
    return tuple(".".join(parts[at:]) for at in range(len(parts) - 1))
