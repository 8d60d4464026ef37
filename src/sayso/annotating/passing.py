"""Whom a description means that no source so far answers to: bodies met in passing, and whose report is told.

Theory. "The institute" may have been named where nothing was said yet: then the one body named before with that
noun is meant. An article about one report calls it by many nouns, and lets its authors, its analysts or the body
itself speak: as long as one reporting body alone has spoken, they all are that body. "The man" who asks not to be
named is the nameless one who spoke last. Whatever is not the only one stays open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping

from sayso.annotating import names
from sayso.annotating.pronouns import Asked, Memory
from sayso.annotating.registry import Known
from sayso.lang.en import kinds
from sayso.model.span import Span

_NAMELESS = frozenset(("man", "woman", "person"))
#: What a nameless "member" of a body may be called as well.
_MEMBERS = frozenset(("lawmaker", "legislator", "politician", "official", "deputy"))
_SHORT = 3
_BACK = 2
_MOST = 40


class Passing:
    """Bodies named in an article by the nouns of their names, and who has written."""

    def __init__(self, memory: Memory) -> None:
        """Sort the names of bodies by their nouns, once for an article."""
        self.memory, self.registry = memory, memory.registry
        self.by_noun: dict[str, list[Span]] = defaultdict(list)
        for block in self.registry.lexicon.by_block:
            for named in block:
                for word in (
                    {word.lower() for word in named.words} & kinds.BODY_NOUNS if len(named.words) > 1 else ()
                ):
                    self.by_noun[word].append(named.span)
        self.writer: Known | None = None

    def wrote(self, who: Known) -> None:
        """Remember who spoke through a writing last."""
        self.writer = who

    def body(self, asked: Asked, phrase: names.Phrase) -> Known | None:
        """The one body named before a short description with its noun ("the institute"), said anything or not."""
        if phrase.kind != "organisation" or not self._brief(phrase):
            return None
        nouns = {phrase.noun}.union(*(same for same in kinds.SAME_NOUN if phrase.noun in same))
        found: dict[str, Span] = {}
        for noun in sorted(nouns):
            listed = self.by_noun.get(noun, [])
            for span in listed[: bisect_left(listed, asked.span)][-_SHORT * _BACK :]:
                found.setdefault(" ".join(span.of(self.registry.text).split()), span)
        whole = [name for name in found if not any(name != other and name in other for other in found)]
        if len(whole) != 1:
            return None
        named = names.read_phrase(self.registry.text, found[whole[0]])
        return self.registry.named(named, outlet=False) if named.name and named.kind == "organisation" else None

    def writing(self, asked: Asked, phrase: names.Phrase, writings: Mapping[str, Known]) -> Known | None:
        """Whose report is meant by another noun for it, where the article tells of one only."""
        if phrase.noun not in kinds.SAME_WRITING or not self._brief(phrase):
            return None
        known = {id(who): who for noun, who in writings.items() if noun in kinds.SAME_WRITING}
        if known:
            return next(iter(known.values())) if len(known) == 1 else None
        return self.reporting(asked)

    def authors(self, asked: Asked, phrase: names.Phrase) -> Known | None:
        """The body or writing of which "the authors", "the analysts" are."""
        if phrase.noun not in kinds.AUTHOR_NOUNS or not phrase.definite or not self._brief(phrase):
            return None
        who = self.reporting(asked)
        return None if who and who.kind == "document" and phrase.noun == "researchers" else who

    def reporting(self, asked: Asked) -> Known | None:
        """The one writing, or body that lives by its reports, that has spoken before; None where several have."""
        found = {
            id(spoke.who): spoke.who
            for spoke in self.memory.before(asked)
            if spoke.who.kind in {"organisation", "document"} and _reports(spoke.who)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def written(self, asked: Asked, pronoun: str) -> Known | None:
        """Who spoke last, for "it" and "they" behind what was told from a writing of his."""
        if pronoun not in kinds.THING_PRONOUNS | kinds.MANY_PRONOUNS or self.memory.threads[asked.thread].parent:
            return None
        last = next((one for one in reversed(self.memory.before(asked)) if one.outer), None)
        near = last is not None and self.memory.block(asked.span) - last.block < _BACK
        if last is None or not near or last.who is not self.writer:
            return None
        long = max(len(name.split()) for name in last.who.names) >= _SHORT  # "a report by Clean Wells Norland"
        body = last.who.kind in {"organisation", "outlet", "document"}
        return last.who if body or (long and last.who.kind == "person" and pronoun == "it") else None

    def subject(self, asked: Asked, pronoun: str) -> Known | None:
        """The one body that this paragraph names before "it", at the head of a sentence."""
        if pronoun not in kinds.THING_PRONOUNS or self.memory.threads[asked.thread].parent is not None:
            return None
        text, block = self.registry.text, self.memory.blocks[self.memory.block(asked.span)].span
        listed = self.registry.lexicon.by_block[self.memory.block(asked.span)][:_MOST]
        before = [one.span for one in listed if one.span.end <= asked.span.start and len(one.words) > 1]
        bodies = {span.of(text): span for span in before if self._names_body(span)}
        if len(bodies) != 1:
            return None
        span = next(iter(bodies.values()))
        ahead = text[block.start : span.start].removesuffix("The ").rstrip()
        if ahead and ahead[-1] not in '.!?”"':
            return None
        return self.registry.named(names.read_phrase(text, span), outlet=False)

    def _names_body(self, span: Span) -> bool:
        """Whether a name has the noun of a body in it."""
        phrase = names.read_phrase(self.registry.text, span)
        noun = any(word.lower() in kinds.BODY_NOUNS for word in span.of(self.registry.text).split())
        return noun and phrase.name is not None and phrase.kind == "organisation"

    def nameless(self, asked: Asked, phrase: names.Phrase) -> Known | None:
        """The nameless one who spoke last, for "the man", and for "the lawmaker" behind a member of a body."""
        if phrase.noun not in _NAMELESS | _MEMBERS or not self._brief(phrase):
            return None
        last = next((one for one in reversed(self.memory.before(asked)) if one.outer), None)
        near = last is not None and self.memory.block(asked.span) - last.block <= _BACK
        hidden = last is not None and last.who.kind in {"person", "anonymous"} and last.who.key[0] == "described"
        fits = last is not None and (phrase.noun in _NAMELESS or "member" in last.who.nouns)
        return last.who if last and near and hidden and fits else None

    def _brief(self, phrase: names.Phrase) -> bool:
        """Whether a description is an article and a noun, with one word between at most."""
        return phrase.name is None and len(phrase.span.of(self.registry.text).split()) <= _SHORT


def _reports(who: Known) -> bool:
    """Whether a source is a writing, or a body whose name or noun is that of one that reports."""
    words = {word.lower() for name in who.names for word in name.split()}
    return who.kind == "document" or bool(words & kinds.REPORTING_NOUNS)
