"""The sources of one article as they become known: names gathered from the whole text, each with its variants.

Theory. A newspaper gives a full name once and a surname afterwards, so a surname stands for the one full name in
the article that ends in it, wherever that stands; where two full names end in it, it stands for neither. A body is
named in full once and by its letters afterwards: letters stand for the name whose initials they are, or beside
which they stand in brackets. First names that differ by transliteration (Dimitri, Dmitry) with one surname are one
person if they begin alike and three in four of their letters agree. Everything else is left apart: joining is
linking's, as a proposal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from sayso.annotating import names
from sayso.lang.en import kinds
from sayso.model.article import Block
from sayso.model.sources import Role, Source, SourceKind
from sayso.model.span import Ref, Span, content_id

_ALIKE = 0.75


@dataclass(slots=True)
class Known:
    """One source while an article is being read; becomes a frozen Source at the end."""

    kind: SourceKind | None
    names: dict[str, None] = field(default_factory=dict)
    mentions: dict[Span, None] = field(default_factory=dict)
    roles: dict[Span, None] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)
    gender: str | None = None
    key: tuple[object, ...] = ()

    def source(self, article: str, text: str) -> Source:
        """The frozen record: the longest name leads, the others are aliases in the order met."""
        listed = list(self.names) or ["unnamed"]
        name = max(listed, key=lambda one: (len(one.split()), len(one)))
        return Source(
            self.id(article),
            name,
            self.kind or "person",
            tuple(Ref(article, span) for span in sorted(self.mentions)),
            tuple(Role(" ".join(span.of(text).split()), Ref(article, span)) for span in sorted(self.roles)),
            tuple(one for one in listed if one != name),
        )

    def id(self, article: str) -> str:
        """The id, made of what the source was first known by."""
        return content_id("src", article, *(self.key or tuple(self.names)[:1]))


@dataclass(frozen=True, slots=True)
class Named:
    """A proper name as the text has it somewhere: its words without title, and its place."""

    words: tuple[str, ...]
    span: Span


class Lexicon:
    """All names in an article's text, to look up full names by their last word."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.by_block: list[list[Named]] = []
        self.full: dict[str, dict[tuple[str, ...], int]] = defaultdict(dict)
        for block in blocks:
            found = [] if block.kind == "furniture" else list(_names_in(text, block.span))
            self.by_block.append(found)
            for one in found:
                if 2 <= len(one.words) <= 4 and names.person_like(one.words):
                    counts = self.full[one.words[-1]]
                    counts[one.words] = counts.get(one.words, 0) + 1

    def full_names(self, surname: str) -> list[tuple[str, ...]]:
        """The different full names that end in a surname, variants of one first name counted once."""
        groups: list[tuple[str, ...]] = []
        for words in list(self.full.get(surname, {}))[:12]:
            if not any(same_person(words, other) for other in groups):
                groups.append(words)
        return groups


def _names_in(text: str, span: Span) -> Iterable[Named]:
    for run in names.runs(text, span):
        kept = names.untitled(text, run)
        if kept:
            yield Named(tuple(token.of(text) for token in names.words(text, kept)), kept)


def same_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two full names are one person's: same surname, first names equal, initial or spelt alike."""
    if left[-1] != right[-1]:
        return False
    first, second = left[0].rstrip("."), right[0].rstrip(".")
    if first == second:
        return True
    if min(len(first), len(second)) == 1:
        return first[:1] == second[:1]
    return (
        first[0] == second[0]
        and SequenceMatcher(None, first.lower(), second.lower(), autojunk=False).ratio() >= _ALIKE
    )


def initials(name: str) -> str:
    """The first letters of a name's capitalised words."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[:1].isupper())


def gender_of(text: str, phrase: names.Phrase) -> str | None:
    """ "he" or "she" where a title or a role in the phrase tells, else None."""
    around = {word.strip(".,").lower() for word in phrase.span.of(text).split()[:12]} | {phrase.noun}
    if around & kinds.HE_WORDS:
        return "he"
    return "she" if around & kinds.SHE_WORDS else None
