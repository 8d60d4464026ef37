"""Relations between sources that are not one: who speaks for whom, whose paper, whose member, whose office.

Theory. "The Kremlin" and its spokesman are two sources with one interest. What the texts call a source (its roles,
or the description by which it goes) names another source of the case, and the noun in it tells how they stand:

    spokesman, press secretary                  speaks for
    report, letter ... of a body                issued by
    member, deputy, analyst, branch, "... Youth"  part of
    the mayor's office                          office of (the one whose role is mayor)
    minister, head, president                   holds office in
    state-run, subsidiary of                    owned by

The other's name must stand in the words themselves; a pronoun ("its spokesman") names nobody. Of several names in
one role the longest that stands first counts; a minister's country, or ministry, stands in front of his office.
Each relation keeps the words and their place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.lang.en.parts import PARTS
from sayso.lang.en.roles import HOLDERS, MEMBERS, SPEAKERS
from sayso.linking.glosses import split_bracket
from sayso.linking.places import nation, taken_apart
from sayso.linking.spellings import plain_name
from sayso.model.case import Page
from sayso.model.sources import Relation, RelationKind, Source
from sayso.model.span import Ref

_K = TypeVar("_K")

#: Words of the longest name that is looked for in a role, words of a role that are read, roles and places that are.
_LONGEST = 8
_WORDS = 40
_READ = 24
_TELLING = SPEAKERS | MEMBERS | HOLDERS
_TOKEN = re.compile(r"[^\W_][\w’'.-]{0,40}")
_OWNED = re.compile(
    r"\b(?:owned|run|controlled|financed|funded|backed) by\b|\bsubsidiary of\b|\bunit of\b", re.IGNORECASE
)
_STATE = re.compile(r"\bstate[- ](?:run|owned|controlled|funded)\b", re.IGNORECASE)
_OFFICE = re.compile(r"^(?:[Tt]he\s)?(.{2,60}?)['’]s?\s(?:press\s)?(?:office|administration|cabinet|secretariat)$")
_FOUND = re.compile(
    r"\b(?:seen|obtained|published|uncovered|leaked|reviewed|carried|quoted|cited|shared|reported|released)\s(?:by|to)\b"
)
_PRESS = re.compile(r"press (?:secretary|officer)")
_BRANCH = re.compile(r"(?:[Tt]he\s)?.{0,40}\b(?:branch|wing|chapter|department|arm|division)\sof\s(.{2,80})$")
_RELATIVE = re.compile(r"\W{0,2}(?:who|whose|which|that)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Names:
    """Who is named how: plain names of bodies and places, countries, and roles of people, to the case's source."""

    bodies: Mapping[str, str]
    nations: Mapping[str, str]
    cores: Mapping[tuple[str | None, str], str]
    roles: Mapping[str, frozenset[str]]
    places: frozenset[str]


def relations(pages: Sequence[Page], sources: Sequence[Source]) -> tuple[Relation, ...]:
    """The relations among the sources of a case, ordered by left, right and kind; `sources` are the case's."""
    names = _names(sources)
    texts = {page.article.id: page.article.text for page in pages}
    found: dict[tuple[str, str, RelationKind], dict[tuple[str, Ref], None]] = defaultdict(dict)
    for source in sources:
        for kind, other, words, ref in _stated(source, names, texts):
            if other != source.id:
                found[source.id, other, kind][words, ref] = None
    out = []
    for (left, right, kind), told in sorted(found.items()):
        reasons = tuple(dict.fromkeys(f"“{words}”" for words, _ in told))
        out.append(Relation(left, right, kind, reasons[:_READ], tuple(dict.fromkeys(r for _, r in told))[:_READ]))
    return tuple(out)


def _names(sources: Sequence[Source]) -> _Names:
    """An index of the case's sources by what they are called; a name of several tells nothing."""
    bodies: dict[str, set[str]] = defaultdict(set)
    nations: dict[str, set[str]] = defaultdict(set)
    cores: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    roles: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        if source.kind in {"organisation", "outlet", "place"}:
            for name in (source.name, *source.aliases):
                bodies[plain_name(split_bracket(name)[0])].add(source.id)
                if apart := taken_apart(name):
                    cores[_placed(apart)].add(source.id)
        if source.kind == "place" and (told := nation(source.name)):
            nations[told].add(source.id)
        if source.kind == "person":
            for role in source.roles[:_READ]:
                roles[plain_name(role.text)].add(source.id)
    places = frozenset(source.id for source in sources if source.kind == "place")
    return _Names(_sole(bodies), _sole(nations), _sole(cores), {k: frozenset(v) for k, v in roles.items()}, places)


def _placed(apart: tuple[str | None, str]) -> tuple[str | None, str]:
    """Country and core of a body's name, the country in one wording."""
    place, core = apart
    return (nation(place) or plain_name(place)) if place else None, core


def _sole(listed: Mapping[_K, set[str]]) -> dict[_K, str]:
    """Names that one source alone has."""
    return {name: next(iter(ids)) for name, ids in listed.items() if len(ids) == 1 and name}


def _stated(
    source: Source, names: _Names, texts: Mapping[str, str]
) -> Iterator[tuple[RelationKind, str, str, Ref]]:
    """What the words for a source say of it: kind, the other's id, the words, their place."""
    for words, ref in _calls(source, texts):
        if source.kind == "person":
            kind = _of_person(words)
        elif source.kind == "document":
            kind = "issued by" if not _FOUND.search(words) else None
        else:
            yield from _of_body(source, words, ref, names)
            continue
        other = _named(words, names, but=source) if kind else None
        if other is None and kind in {"speaks for", "holds office in"}:
            other = _by_core(words, names) or _country(words, names)
        if kind and other and not (kind == "part of" and other in names.places):
            yield kind, other, words, ref


def _calls(source: Source, texts: Mapping[str, str]) -> Iterator[tuple[str, Ref]]:
    """What texts call a source, with the place: its roles, and its name where that is a description."""
    for role in source.roles[:_READ]:
        if not _RELATIVE.match(role.text):
            yield " ".join(role.text.split()), role.ref
    for ref in source.mentions[:_READ]:
        words = " ".join(ref.span.of(texts.get(ref.article, "")).split())
        if words and (source.kind != "person" or any(word.lower() in _TELLING for word in words.split())):
            yield words, ref


def _of_person(words: str) -> RelationKind | None:
    """How somebody called `words` stands to the body named in them: told by the first noun that tells."""
    plain = re.sub(r"['’]s\b", "", words.lower())
    for word in _TOKEN.findall(plain)[:_WORDS]:
        if word in SPEAKERS or (word == "press" and _PRESS.search(plain)):
            return "speaks for"
        if word in MEMBERS:
            return "part of"
        if word in HOLDERS:
            return "holds office in"
    return None


def _of_body(source: Source, words: str, ref: Ref, names: _Names) -> Iterator[tuple[RelationKind, str, str, Ref]]:
    """What the words for a body say: whose office it is, who owns it, of what it is a part."""
    office = _OFFICE.match(words)
    if office:
        bearers = names.roles.get(plain_name(office[1]), frozenset())
        if len(bearers) == 1:
            yield "office of", next(iter(bearers)), words, ref
    owned = _OWNED.search(words)
    if owned and (other := _named(words[owned.end() :], names, but=source)):
        yield "owned by", other, words, ref
    if _STATE.search(words) and (country := _country(words, names)):
        yield "owned by", country, words, ref
    plain = plain_name(words).split()
    for size in range(min(len(plain), _WORDS) - 1, 0, -1):
        whole = names.bodies.get(" ".join(plain[:size]))
        if whole and whole != source.id and whole not in names.places and plain[-1] in PARTS:
            yield "part of", whole, words, ref
            return
    branch = _BRANCH.match(words)
    if branch and (other := _named(branch[1], names, but=source)):
        yield "part of", other, words, ref


def _named(words: str, names: _Names, *, but: Source) -> str | None:
    """The source that words name: the longest name, of those the first."""
    plain = plain_name(words).split()[:_WORDS]
    own = {plain_name(name) for name in (but.name, *but.aliases)}
    for size in range(min(_LONGEST, len(plain)), 0, -1):
        for start in range(len(plain) - size + 1):
            name = " ".join(plain[start : start + size])
            found = names.bodies.get(name)
            if found and found != but.id and name not in own:
                return found
    return None


def _by_core(words: str, names: _Names) -> str | None:
    """The ministry whose minister the words name ("Russian Defence Minister": Russia's Ministry of Defence)."""
    body = re.sub(r"\b([Mm])inister\b", r"\1inistry", words)
    apart = taken_apart(body) if body != words else None
    if apart is None:
        return None
    return names.cores.get(_placed(apart))


def _country(words: str, names: _Names) -> str | None:
    """The country of the case that words qualify in front of the office ("Russian defence minister").

    "The ambassador to Russia" and "an expert on Russian politics" hold no office of Russia's.
    """
    for word in _TOKEN.findall(re.sub(r"['’]s?\b", "", words))[:_WORDS]:
        if word[:1].isupper() and (told := nation(word)) and told in names.nations:
            return names.nations[told]
        if word.lower() in HOLDERS | SPEAKERS:
            return None
    return None
