"""Names and who bears them: all sources of the articles under one name are compared once, not each with each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.lang.en.kinds import DOCUMENT_NOUNS, PERSON_NOUNS, TITLE_WORDS
from sayso.lang.en.media import OUTLET_NOUNS
from sayso.lang.en.parts import AROUND, FIRMS
from sayso.lang.en.spellings import BRITISH, GENERATIONS
from sayso.lang.en.words import STOP
from sayso.linking.glosses import glossed, split_bracket
from sayso.linking.joins import Join
from sayso.linking.places import nations_of, taken_apart
from sayso.linking.spellings import plain_name
from sayso.model.case import Page
from sayso.model.sources import Source, SourceKind
from sayso.model.words import content_stems

#: More proposals for one name than this are left out: they would be a list nobody reads.
CROWD = 12
#: What a proposal is worth at most where something speaks against it: a person has to look.
DOUBTED = 0.6
#: Articles of one name whose texts are read for what it is called besides, and for where it stands.
_READ = 8

_FAMILY: dict[SourceKind, str] = {
    "person": "person",
    "organisation": "body",
    "outlet": "body",
    "place": "body",
    "document": "document",
}
_POINTERS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "who", "which", "one", "unnamed", "nobody named"}
)
_ARTICLES = frozenset({"The", "A", "An", "Some", "Other", "Our", "His", "Her", "Its", "Their"})
_OWNER = re.compile(r"^(?:[Tt]he\s)?(?:[A-ZÀ-Þ][\w-]{1,30}\s){0,2}[A-ZÀ-Þ][\w-]{1,30}['’]s\s(?=.*[A-ZÀ-Þ])")
_APPOSED = re.compile(r",\s(?:an?|the)\s([^,.;\n]{3,60})")
_AROUND = OUTLET_NOUNS | AROUND
_TITLES = frozenset(word.lower() for word in TITLE_WORDS)

Ground = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Bearer:
    """All article-level sources with one normalised name and family; `ids` in order, the first stands for all.

    `words` are the name's words; `others` the plain names that the texts give besides; `roles` the stems of roles,
    `nations` the countries that roles and owners in front of the name speak of, by id. `apart` is what
    places.taken_apart makes of the name.
    """

    key: str
    family: str
    kind: SourceKind
    ids: tuple[str, ...]
    forms: frozenset[str]
    others: frozenset[str]
    roles: frozenset[str]
    nations: Mapping[str, str | None]
    apart: tuple[str | None, str] | None
    words: tuple[str, ...]

    @property
    def letters(self) -> bool:
        """Whether the name is written as an acronym."""
        return len(self.words) == 1 and any(
            form.replace(".", "").removeprefix("the ").removeprefix("The ").isupper() for form in self.forms
        )


@dataclass(frozen=True, slots=True)
class Edges:
    """Proposals so far: one for a pair, the strongest."""

    seen: dict[tuple[str, str], Join] = field(default_factory=dict)

    def keep(self, one: str, two: str, ground: Ground) -> None:
        """Note an edge, unless a stronger one joins the same two."""
        left, right = sorted((one, two))
        if left != right and ((left, right) not in self.seen or self.seen[left, right].score < ground[0]):
            self.seen[left, right] = Join(left, right, *ground)

    def replace(self, one: str, two: str, ground: Ground) -> None:
        """Put a weaker edge in the place of the one that joins two, where more is known of them."""
        left, right = sorted((one, two))
        self.seen[left, right] = Join(left, right, *ground)


def bearers(pages: Sequence[Page]) -> list[Bearer]:
    """The distinct names of the pages' sources, in order of their first id; sources without a name are left out."""
    texts = {page.article.id: page.article.text for page in pages}
    single = {source.id: source for page in pages for source in page.sources}
    held: dict[tuple[str, str], list[Source]] = defaultdict(list)
    for ident in sorted(single):
        found = key_of(single[ident])
        if found:
            held[found].append(single[ident])
    return [_bearer(family, key, group, texts) for (family, key), group in held.items()]


def key_of(source: Source) -> tuple[str, str] | None:
    """The family and normalised name by which a source is told apart; None for one that is never joined by name."""
    family = _FAMILY.get(source.kind)
    bare = split_bracket(source.name)[0]
    words = plain_name(bare).split()
    if family == "person" and len(words) > 1 and words[-1] in FIRMS:
        family = "body"
    if family == "person":
        words = _described(words) if is_description(bare) else _untitled(words)
    elif family == "body":
        words = plain_name(whole_name(source) if _apart(source) else proper(bare)).split()
        words = [BRITISH.get(word, word) for word in words]
        words = words[:-1] if len(words) > 2 and words[-1] in FIRMS else words
    elif all(word.rstrip("s") in DOCUMENT_NOUNS or word in DOCUMENT_NOUNS for word in words):
        return None
    key = " ".join(words)
    return (family, key) if family and key and key not in _POINTERS and _has_name(whole_name(source)) else None


def is_description(name: str) -> bool:
    """Whether a person's name only says what they are: it has an article, or a noun for a person in lower case."""
    words = name.split()
    return bool(words) and (
        words[0].lower() in {"the", "a", "an"} or any(word in PERSON_NOUNS or word == "chief" for word in words)
    )


def _untitled(words: list[str]) -> list[str]:
    """The words of a name without the titles in front of it."""
    start = next((place for place, word in enumerate(words) if word not in _TITLES), 0)
    return words[start:]


def _described(words: list[str]) -> list[str]:
    """The words of a description, one office under one word ("the boss", "the chief executive")."""
    told = " ".join(words)
    for long in ("chief executive officer", "chief executive", "ceo", "boss"):
        told = re.sub(rf"\b{long}\b", "chief", told)
    return told.split()


def whole_name(source: Source) -> str:
    """The name, or the words around it where it is only the country in them ("the Norlandian defence ministry")."""
    bare = split_bracket(source.name)[0]
    if source.kind == "organisation" and " " not in bare:
        for role in source.roles[:2]:
            if bare in role.text.split() and taken_apart(role.text):
                return role.text
    return bare


def _apart(source: Source) -> tuple[str | None, str] | None:
    """Country and core of a body's name, where any country may have one of that name."""
    return taken_apart(whole_name(source)) if _FAMILY.get(source.kind) == "body" else None


def proper(form: str) -> str:
    """The capitalised part of a body's name ("Norland's state-run TARN news agency": TARN); all without one."""
    words = _OWNER.sub("", form).split()
    while len(words) > 1 and words[-1].lower() in _AROUND and words[-1].islower():
        words.pop()
    while len(words) > 1 and words[0].islower() and words[0] in _AROUND:
        words.pop(0)
    kept = " ".join(words)
    return kept if any(c.isupper() or not c.isascii() for c in kept) else form


def _has_name(name: str) -> bool:
    """Whether a name has a capital, a digit or another script somewhere after an article.

    "The ministry" may be any ministry; "the defence ministry" is told by its portfolio.
    """
    words = name.split()
    kept = words[1:] if words and words[0] in _ARTICLES else words
    return any(_telling(word) for word in kept) or taken_apart(name) is not None


def _telling(word: str) -> bool:
    return word[:1].isdigit() or not word[:1].isascii() or any(c.isupper() for c in word)


def _bearer(family: str, key: str, held: Sequence[Source], texts: Mapping[str, str]) -> Bearer:
    """One name with what all its bearers have."""
    others = {plain_name(alias): None for source in held for alias in source.aliases}
    for source in held[:_READ]:
        others |= {plain_name(other): None for other in glossed(source, texts)}
    kinds = [source.kind for source in held]
    return Bearer(
        key,
        family,
        min(kinds, key=lambda kind: (-kinds.count(kind), kind)),
        ids=tuple(source.id for source in held),
        forms=frozenset(source.name for source in held),
        others=frozenset(other for other in others if other and other != key),
        roles=frozenset(
            stem for source in held for role in source.roles for stem in content_stems(role.text, STOP)
        ),
        nations={source.id: next(iter(_speaks_of(source, texts)), None) for source in held},
        apart=_apart(held[0]),
        words=tuple(key.split()),
    )


def _speaks_of(source: Source, texts: Mapping[str, str]) -> Iterable[str]:
    """The countries in which its owner, its roles or the words behind its name place a source."""
    told = [role.text for role in source.roles[:4]]
    if owner := _OWNER.match(source.name):
        told.insert(0, owner[0])
    for ref in source.mentions[:2]:
        behind = _APPOSED.match(texts.get(ref.article, "")[ref.span.end : ref.span.end + 80])
        told += [behind[1]] if behind else []
    return nations_of(told)


def generation(words: Sequence[str]) -> str:
    """What tells a son from a father of one name ("jr"), "" where nothing does."""
    return words[-1] if words and words[-1] in GENERATIONS else ""


def equal_names(one: Bearer) -> Iterator[tuple[str, str, Ground]]:
    """Edges among sources of one name: a star, but for those whom roles place in different countries."""
    words = "the same name" if len(one.forms) == 1 else "the same name but for the article, accents or a bracket"
    full = 1.0 if len(one.forms) == 1 else 0.9
    groups: dict[str | None, list[str]] = defaultdict(list)
    for ident in one.ids:
        groups[one.nations.get(ident)].append(ident)
    if len([told for told in groups if told]) < 2:
        for other in one.ids[1:]:
            yield one.ids[0], other, (full, words)
        return
    heads = []
    for told in sorted(groups, key=lambda key: (key is None, key or "")):
        head, *rest = groups[told]
        yield from ((head, other, (full if told else DOUBTED, words)) for other in rest)
        heads.append(head)
    for other in heads[1:]:
        yield heads[0], other, (DOUBTED, f"{words}, but roles of different countries")
