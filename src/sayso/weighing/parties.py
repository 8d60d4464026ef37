"""Who is a party to the matter: a source that speaks about its own side's plans, or about its enemy's.

Theory. What a hypothesis is about has sides. Its own side is the first name in it ("Ostria closes the harbour"):
that country, body or person, whoever speaks for it, holds an office in it or is a part of it (relations of the
case), and whoever a text places in an office of it. The other side is whom the hypothesis names besides ("… takes
over Tarn Lines") and whom a text of the case sets against the own side: at war with, rival, enemy, bid for, the
opposition. Any other holder of a public office has a stake that nothing places on a side.

A watcher (analyst, former minister) is no party, nor is an outlet that only reports. The rule looks at who speaks
and never at which hypothesis that suits, so that a hypothesis and its negation are weighed alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.lang.en.nations import NATIONS, TOWNS
from sayso.lang.en.offices import OFFICES, WATCHERS
from sayso.lang.en.roles import HOLDERS, SPEAKERS
from sayso.lang.en.sides import AGAINST, NO_PARTY, OPPOSED, TRIGGERS
from sayso.model.answers import Party
from sayso.model.case import Case
from sayso.model.sources import Relation, RelationKind, Source
from sayso.model.span import Ref, Span
from sayso.model.stances import Hypothesis
from sayso.model.words import akin

_WORD = re.compile(r"[^\W\d_][\w-]{0,40}")
_AGAINST = tuple(re.compile(one) for one in AGAINST)
_OPPOSED = re.compile(OPPOSED)
_TRIGGERS = re.compile(TRIGGERS)
_ACTORS = OFFICES | HOLDERS | SPEAKERS
#: Kinds that act by themselves, whatever their name says.
_BODIES = frozenset({"organisation", "place"})
#: Relations by which one acts for another's side, in words; a part counts where its words say that it acts.
_BY: dict[RelationKind, str] = {
    "speaks for": "speaks for",
    "holds office in": "holds an office in",
    "office of": "is the office of",
    "part of": "is part of",
    "owned by": "belongs to",
    "issued by": "was issued by",
}
_GOVERNS = re.compile(r"\b(?:prime minister|premier|chancellor|president|government|cabinet)\b")
_QUOTED = 80


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of one hypothesis: words of the own side, and of the other with the words that say so.

    `text` is the hypothesis in lower case, `own` gives each word as it is written there.
    """

    hypothesis: str
    text: str
    own: Mapping[str, str]
    other: Mapping[str, tuple[str, tuple[Ref, ...]]]
    by_relation: Mapping[str, tuple[Relation, str]]

    @property
    def governs(self) -> bool:
        """Whether the own side is a government, which any unplaced head of one may then speak for."""
        return bool(self.own) and bool(re.search(r"\b(?:government|cabinet)\b", self.text[:_QUOTED]))


def sides_of(case: Case, hypothesis: Hypothesis) -> Sides:
    """The sides of `hypothesis` as its words and the texts of `case` tell them. Linear in the texts."""
    subject, others = _parties_in(hypothesis.text)
    other: dict[str, tuple[str, tuple[Ref, ...]]] = {
        word: (f"the question names its side (“{told}”)", ()) for word, told in others.items()
    }
    for word, words, ref in _enemies(case, subject):
        other.setdefault(word, (words, (ref,)))
    kept = {word: why for word, why in other.items() if not any(akin(word, own) for own in subject)}
    text = " ".join(_split(hypothesis.text)).lower()
    return Sides(hypothesis.id, text, subject, kept, _by_relation(case, tuple(subject)))


def party_of(sides: Sides, source: Source, voice: str = "") -> Party | None:
    """What makes `source` a party to the matter, None where nothing does. `voice` is what this text calls it."""
    texts = (source.name, *source.aliases, *dict.fromkeys(role.text for role in source.roles), voice)
    lowered = {word.lower() for text in texts for word in _split(text)}
    if lowered & WATCHERS or source.kind in {"outlet", "document"}:
        return None
    acts = bool(lowered & _ACTORS) or source.kind in _BODIES
    found = _own(sides, source, voice, acts=acts) or _other(sides, source, voice, acts=acts)
    if found or not lowered & OFFICES:
        return found
    return Party(source.id, sides.hypothesis, "stake", "an office holder with a stake in the matter")


def _own(sides: Sides, source: Source, voice: str, *, acts: bool) -> Party | None:
    """What puts a source on the own side: its name, a relation, or an office that a text gives it."""

    def found(words: str, refs: tuple[Ref, ...] = ()) -> Party:
        return Party(source.id, sides.hypothesis, "own", words, refs)

    bare = [name for name in (source.name, *source.aliases) if _is_name(source, name)]
    if word := _first((word for name in bare for word in sides_in(name)), sides.own):
        told = next(told for own, told in sides.own.items() if akin(own, word))
        return found(f"the question is about {told}")
    if not acts:
        return None
    if related := sides.by_relation.get(source.id):
        relation, whose = related
        return found(f"{relation.reasons[0]}: {_BY[relation.kind]} {whose}", relation.refs[:1])
    called = [(name, ()) for name in (source.name, *source.aliases) if name not in bare]
    told_so = ((_office(sides, text), refs) for text, refs in (*called, *_placed(source, voice)))
    return next((found(words, refs) for words, refs in told_so if words), None)


def _office(sides: Sides, text: str) -> str:
    """Why what a text calls somebody is an office of the own side, in words; "" where it is none."""
    shown = f"“{text[:_QUOTED]}”"
    if _first(_placing(text), sides.own):
        return f"{shown}: the own side"
    plain = re.sub(r"^(?:the|an?)\s", "", " ".join(text.lower().split()))
    if " " in plain and f" {plain} " in f" {sides.text} ":
        return f"{shown}: the question names this office"
    if sides.governs and not _placing(text) and _GOVERNS.search(plain):
        return f"{shown}: the question is about the government"
    return ""


def _is_name(source: Source, name: str) -> bool:
    """Whether a name is one, and no description with a name in it ("a banker close to Tarn Lines")."""
    return source.kind in _BODIES or (
        source.kind == "person"
        and not any(word.islower() and len(word) > 3 for word in name.split())
        and not set(name.lower().split()) & _ACTORS
    )


@lru_cache(maxsize=65_536)
def _placing(text: str) -> tuple[str, ...]:
    """The words of a role that place it, without towns that may be only where it is."""
    towns = {NATIONS[word.lower()] for word in _split(text) if word.lower() in TOWNS}
    lands = {
        NATIONS[word.lower()] for word in _split(text) if word.lower() in NATIONS and word.lower() not in TOWNS
    }
    return tuple(word for word in sides_in(text) if word not in towns - lands)


def _other(sides: Sides, source: Source, voice: str, *, acts: bool) -> Party | None:
    """What puts a source on the other side: a name that a text sets against the own side, with that text."""
    words = {word.lower() for word in _split(source.name)}
    if "opposition" in words and sides.own:
        return Party(source.id, sides.hypothesis, "other", f"“{source.name[:_QUOTED]}”: opposed to who governs")
    called = ((source.name, ()), *_placed(source, voice))
    for text, ref in called if acts else called[:1] if _is_name(source, source.name) else ():
        if found := _first(_placing(text), sides.other):
            why, places = next(told for word, told in sides.other.items() if akin(word, found))
            return Party(source.id, sides.hypothesis, "other", f"“{text[:_QUOTED]}”: {why}", (*ref, *places))
    return None


@lru_cache(maxsize=65_536)
def sides_in(text: str) -> tuple[str, ...]:
    """The words of a short text that name or qualify somebody, as countries where they are of one."""
    words = [word for word in _split(text) if word[:1].isupper() and word.lower() not in NO_PARTY]
    return tuple(dict.fromkeys(NATIONS.get(word.lower(), word.lower()) for word in words))


def _split(text: str) -> list[str]:
    return _WORD.findall(re.sub(r"['’]s?(?=\W|$)", "", text[:400]))


def _placed(source: Source, voice: str) -> Iterator[tuple[str, tuple[Ref, ...]]]:
    """What texts call a source besides its name, with the place."""
    seen: dict[str, Ref] = {}
    for role in source.roles:
        seen.setdefault(role.text, role.ref)
    yield from ((text, (ref,)) for text, ref in seen.items())
    if voice and voice not in {source.name, *source.aliases}:
        yield voice, ()


def _first(words: Iterable[str], among: Iterable[str]) -> str | None:
    """The first of `words` that names one of `among`."""
    listed = tuple(among)
    return next((word for word in words if any(akin(word, one) for one in listed)), None)


def _parties_in(text: str) -> tuple[dict[str, str], dict[str, str]]:
    """The words of the first name in a hypothesis, and those of all later names, each with the word as written."""
    runs: list[dict[str, str]] = []
    last = -1
    for index, word in enumerate(_split(text)):
        if word[:1].isupper() and word.lower() not in NO_PARTY:
            if last != index - 1 or not runs:
                runs.append({})
            runs[-1][NATIONS.get(word.lower(), word.lower())] = word
            last = index
    first = runs[0] if runs else {}
    return first, {word: told for run in runs[1:] for word, told in run.items() if word not in first}


def _enemies(case: Case, subject: Mapping[str, str]) -> Iterator[tuple[str, str, Ref]]:
    """Whom texts set against the subject: a word of its name, the words that say so, their place."""
    for page in case.pages if subject else ():
        text, article = page.article.text, page.article.id
        if not _TRIGGERS.search(text):
            continue
        for pattern in _AGAINST:
            for match in pattern.finditer(text):
                left, right = sides_in(match[1]), sides_in(match[2])
                facing = right if _first(left, subject) else left if _first(right, subject) else ()
                words = " ".join(match[0].split())[:_QUOTED]
                for word in facing[:3]:
                    yield word, f"“{words}” sets it against the own side", Ref(article, Span(*match.span()))
        for match in _OPPOSED.finditer(text):
            words = " ".join(match[0].split())[:_QUOTED]
            for word in sides_in(match[1])[:3]:
                yield word, f"“{words}”", Ref(article, Span(*match.span()))


def _by_relation(case: Case, subject: tuple[str, ...]) -> dict[str, tuple[Relation, str]]:
    """The sources that act for the own side by a relation, two steps at most: (relation, whose side)."""
    mine = {source.id: source.name for source in case.sources if _first(sides_in(source.name), subject)}
    listed: dict[str, list[Relation]] = defaultdict(list)
    for relation in case.relations:
        listed[relation.right].append(relation)
    out: dict[str, tuple[Relation, str]] = {}
    front = mine
    for _ in range(2):
        reached: dict[str, str] = {}
        for right, name in sorted(front.items()):
            for relation in listed.get(right, []):
                if relation.left not in mine and relation.left not in out:
                    out[relation.left] = (relation, name)
                    reached[relation.left] = name
        front = reached
    return out
