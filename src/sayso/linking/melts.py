"""Melted sources: one source in an article that another article of the case tells to be two.

"Officials and experts say that the lake will spill": a ministry said so on Monday, and apart from it an institute
on Tuesday. Who reads the sentence takes two grounds for one, or one for as many as the plural has. It is told only
where other articles of the case tell the two apart, by the matter:

    a pair of plurals ("officials and experts")    for each noun a source of that kind with a word of the statement,
                                                   one of them with two, or with the same bearing on the question
    one plural ("officials")                       two sources of its kind, each with something of the statement
                                                   that the other has not: a number, a day, or two rare words

Both must have spoken in other articles that are no younger. A source whose kind its name, roles and description do
not show is none of a pair. Work grows with the number of statements; a melted one is compared with those that share
a word with it, at most 400.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.lang.en.melting import CROWD_CLASSES, OTHER_CROWDS, SIGNS
from sayso.lang.en.words import STOP
from sayso.linking.copies import published
from sayso.linking.roots import Placed, Register, is_outlet
from sayso.model.article import HEADS
from sayso.model.origins import Melt, Origin
from sayso.model.span import Ref
from sayso.model.words import content_stems

_NOUN = r"(?:[\w'’-]{1,20} ){0,3}?(?P<{0}>[a-z]{4,20})"
_PAIR = re.compile(_NOUN.replace("{0}", "one") + r" and " + _NOUN.replace("{0}", "two"), re.IGNORECASE)
_SINGLE = re.compile(_NOUN.replace("{0}", "one"), re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,30}")

#: Statements compared with a melted one; words shared with one of a pair; rare ones with each of a plural.
_MEET, _SHARED, _RARE = 400, 2, 2
#: From this many articles on, words that more than half of them have are not rare.
_MANY = 7
#: Share of a heading's words of matter that the melted statement under it has.
_HEADED = 0.6


@dataclass(frozen=True, slots=True)
class _Near:
    """An origin that speaks of a statement's matter: its nearest statement, and what the two share."""

    origin: Origin
    item: Placed
    words: frozenset[str]
    telling: frozenset[str]


def melts(origins: Sequence[Origin], items: Sequence[Placed], known: Register) -> tuple[Melt, ...]:
    """The statements that rest on a source melted of several, in page order, with the origins it was made of."""
    crowds = [(item, nouns) for item in items if (nouns := _crowd(item, known))]
    if not crowds:
        return ()
    desk = _desk(origins, items, known)
    out: dict[str, Melt] = {}
    for item, nouns in crowds:
        found = desk.made_of(item, nouns)
        if found:
            for ident, ref in (item.id, item.ref), *_headed(item):
                out.setdefault(ident, _melt(ident, ref, item, found))
    return tuple(out.values())


def _crowd(item: Placed, known: Register) -> tuple[str, ...]:
    """The plural nouns of a statement's source where it is nobody but these, one or two; none for any other."""
    hop = next((hop for hop in item.statement.chain if not is_outlet(known.source(hop), known)), None)
    words = " ".join(hop.source.text.split())[:80] if hop else ""
    found = _PAIR.fullmatch(words) or _SINGLE.fullmatch(words)
    nouns = tuple(noun.casefold() for noun in found.groups()) if found else ()
    kinds = [_class(noun) for noun in nouns]
    if len(nouns) == 2:
        return nouns if None not in kinds and kinds[0] != kinds[1] else ()
    return (
        nouns
        if nouns and kinds[0] and words.split()[0].casefold() not in {"two", "three", "both", "its", "the"}
        else ()
    )


def _class(noun: str) -> str | None:
    """What a plural noun for sources makes of them; None for a noun that is none."""
    for kind, nouns in CROWD_CLASSES.items():
        if noun in nouns:
            return kind
    return "other" if noun in OTHER_CROWDS else None


@dataclass(frozen=True, slots=True)
class _Desk:
    """The statements of a case by word, their origins, and what kind of source stands behind each."""

    homes: Mapping[str, Origin]
    holders: Mapping[str, Sequence[Placed]]
    kinds: Mapping[str, str | None]
    common: frozenset[str]

    def made_of(self, item: Placed, nouns: Sequence[str]) -> tuple[_Near, ...]:
        """The origins that a statement's source was made of; none where nothing tells two apart."""
        near = list(self._near(item))
        kinds = [_class(noun) for noun in nouns]
        if len(kinds) == 2:
            both = [one for kind in kinds if (one := self._best(near, kind))]
            apart = len({_source(one.origin) for one in both}) == 2
            enough = any(
                len(one.words) >= _SHARED or one.telling or (one.item.bears and item.bears) for one in both
            )
            return tuple(both) if len(both) == 2 and apart and enough else ()
        ours = [one for one in near if self.kinds[one.origin.id] == kinds[0] and one.telling]
        for one in ours:
            for two in ours:
                alone, other = one.telling - two.telling, two.telling - one.telling
                if one.origin.id < two.origin.id and _source(one.origin) != _source(two.origin) and alone and other:
                    return (one, two)
        return ()

    def _best(self, near: Sequence[_Near], kind: str | None) -> _Near | None:
        """The origin of a kind of source that has most of a statement."""
        ours = [one for one in near if self.kinds[one.origin.id] == kind]
        return max(ours, key=lambda one: (len(one.telling), len(one.words), one.origin.id), default=None)

    def _near(self, item: Placed) -> Iterator[_Near]:
        """The origins of other, no younger articles that speak of a statement's matter, with what they share."""
        met: dict[str, Placed] = {}
        for stem in sorted(item.stems):
            for other in self.holders.get(stem, ())[:_MEET]:
                if len(met) < _MEET and other.page is not item.page and _no_younger(other, item):
                    met.setdefault(other.id, other)
        shares: dict[str, list[tuple[int, Placed]]] = defaultdict(list)
        for other in met.values():
            shares[self.homes[other.id].id].append((len(item.stems & other.stems), other))
        for held in shares.values():
            most, best = max(held, key=lambda pair: (pair[0], pair[1].id))
            telling = frozenset().union(*(self._telling(item, other) for _, other in held))
            if most:
                yield _Near(self.homes[best.id], best, item.stems & best.stems, telling)

    def _telling(self, item: Placed, other: Placed) -> frozenset[str]:
        """What shows that two statements are of one thing: equal numbers, equal days, two rare words or more."""
        numbers = {f"{value:g}" for value in item.values & other.values}
        days = {str(day.latest) for day in item.days if day in other.days and day.earliest == day.latest}
        rare = (item.stems & other.stems) - self.common
        return frozenset(numbers | days | (rare if len(rare) >= _RARE else set()))


def _desk(origins: Sequence[Origin], items: Sequence[Placed], known: Register) -> _Desk:
    """The statements that somebody who can be told apart vouches for, looked up by word."""
    by_id = {item.id: item for item in reversed(items)}
    homes = {ident: origin for origin in origins for ident in origin.statements}
    holders: dict[str, list[Placed]] = defaultdict(list)
    pages: dict[str, set[str]] = defaultdict(set)
    kinds = {origin.id: _kind([by_id[i] for i in origin.statements if i in by_id], known) for origin in origins}
    for item in items:
        vouched = item.root.kind != "own" and item.id in homes and not _crowd(item, known)
        for stem in item.stems:
            pages[stem].add(item.page.article.id)
            if vouched:
                holders[stem].append(item)
    many = len({item.page.article.id for item in items})
    common = frozenset(stem for stem, seen in pages.items() if many >= _MANY and len(seen) * 2 > many)
    return _Desk(homes, holders, kinds, common)


def _kind(members: Iterable[Placed], known: Register) -> str | None:
    """What kind of source stands behind an origin, by its names and roles; None where nothing shows it."""
    count: Counter[str] = Counter()
    for item in list(members)[:40]:
        source = known.sources.get(item.root.source or "")
        told = [item.root.name, item.root.paper or ""]
        told += [source.name, *source.aliases, *(role.text for role in source.roles[:8])] if source else []
        told += [source.affiliation.text] if source and source.affiliation else []
        words = {word.casefold() for text in told for word in _WORD.findall(text)}
        count.update(kind for kind, signs in SIGNS.items() if words & signs)
    return max(SIGNS, key=lambda kind: (count[kind], kind == "expert")) if count else None


def _source(origin: Origin) -> str:
    """Who stands behind an origin, as far as it is known."""
    return (origin.backer.id if origin.backer and origin.backer.kind == "source" else origin.source) or origin.id


def _no_younger(other: Placed, item: Placed) -> bool:
    """Whether a statement's article may have come out no later than another's."""
    theirs, ours = published(other.page).earliest, published(item.page).latest
    return theirs is None or ours is None or theirs <= ours


def _headed(item: Placed) -> Iterator[tuple[str, Ref]]:
    """The headings of a melted statement's article that say the same in the article's own words."""
    text = item.page.article.text
    for head in item.page.own_voice:
        if head.block in HEADS:
            stems = frozenset(content_stems(head.words(text), STOP))
            if stems and len(stems & item.stems) >= _HEADED * len(stems) and len(stems) >= _SHARED:
                yield head.id, Ref(item.page.article.id, head.content[0])


def _melt(ident: str, ref: Ref, item: Placed, found: Sequence[_Near]) -> Melt:
    """The record of one melted source."""
    mouth = item.statement.chain[0].source.text
    told = " and ".join(
        f"{one.item.root.name} ({one.item.page.article.outlet or 'another article'})" for one in found
    )
    refs = (ref, *(one.item.ref for one in found))
    return Melt(ident, tuple(one.origin.id for one in found), f"“{' '.join(mouth.split())}” are {told}", refs)
