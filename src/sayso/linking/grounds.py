"""Whose a sentence may be: what lets one be another told again, and what tells that it has a ground of its own.

A ground is a name: a person, a body, a paper of one. Whatever names none is loose: the article's own words, what a
cited outlet has, "the experts", somebody. Own words may still say whose they are, where no statement was read in
them ("…, the purser assures us"); and somebody without a name who spoke to an outlet is no other outlet's somebody.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.lang.en.kinds import DOCUMENT_NOUNS
from sayso.lang.en.relaying import UNDOING
from sayso.lang.en.words import STOP
from sayso.linking.continued import grounded
from sayso.linking.pairings import Pair
from sayso.linking.roots import Placed, Register
from sayso.model.article import HEADS
from sayso.model.words import content_stems, words

_NAMELESS: Final = re.compile(r"(?:an?|the|its|their|his|her|one|two|some|several|many|this)\b", re.IGNORECASE)
_UNDOING: Final = re.compile(UNDOING, re.IGNORECASE)

#: Many, or one who stands for somebody named before: no person who spoke to this outlet.
_MANY: Final = re.compile(r"(?:[a-z]s|people|men|women)$|^(?:he|she|it|they|who|which)$", re.IGNORECASE)

#: Many by what they are, and words of those who may have been asked themselves.
_PLURAL: Final = re.compile(
    r"(?:(?:the|some|many|several|its|western|foreign|other|leading) ){0,3}"
    r"(?:[\w’'-]{2,20} ){0,2}[\w’'-]{3,20}s\b(?! of\b)",
    re.IGNORECASE,
)
_ASKED: Final = frozenset(
    {"sources", "officials", "insiders", "diplomats", "aides", "us", "our", "residents", "members", "persons"}
)

#: What may be anybody's: a paper, or those who wrote it.
_WRITTEN: Final = DOCUMENT_NOUNS | frozenset({"authors", "analysts", "researchers", "experts"})

#: Roles of a source that are looked at.
_ROLES: Final = 20


def text_of(item: Placed) -> str:
    """The words of a statement, the first of them."""
    return item.statement.words(item.page.article.text)[:400]


def loose(item: Placed) -> bool:
    """Whether a statement's ground is not named: its own words, a report, a paper of nobody's, "the experts"."""
    if item.root.kind != "who":
        return True
    words = item.root.name
    return not item.root.paper and (words[:1].islower() or bool(_NAMELESS.match(words) and words[4:5].islower()))


def crowd(item: Placed) -> bool:
    """Whether a statement is given to many by what they are ("experts", "hauliers", "one of the analysts").

    That is how relays speak who keep the words and drop the name; whoever was asked himself is an official, a
    source, a person close to somebody.
    """
    told = {word.casefold() for _, _, word in words(item.root.words)}
    plural = item.root.kind == "unnamed" and _PLURAL.match(item.root.words) is not None
    return plural and told.isdisjoint(_ASKED)


class Grounds:
    """The grounds of statements, each read once."""

    def __init__(self, known: Register) -> None:
        """Read none yet."""
        self._known = known
        self._grounded: dict[str, bool] = {}
        self._named: dict[str, str | None] = {}
        self._undone: dict[str, bool] = {}

    def grounded(self, item: Placed) -> bool:
        """Whether a sentence says whose it is."""
        if item.id not in self._grounded:
            self._grounded[item.id] = grounded(item)
        return self._grounded[item.id]

    def may(self, pair: Pair) -> bool:
        """Whether one may be the other told again: no two grounds named, no other body, nothing taken back."""
        left, right = pair.left.item, pair.right.item
        if left.root.key == right.root.key or not (loose(left) or loose(right)):
            return False
        if pair.within:
            mixed = (left.root.kind == "own") != (right.root.kind == "own")
            return mixed and not {left.statement.block, right.statement.block} & HEADS and not _overlap(left, right)
        if not self._left_open(left, right) or not self._left_open(right, left):
            return False
        if left.root.kind == right.root.kind == "own" and left.page.article.outlet == right.page.article.outlet:
            return False
        return not self._takes_back(right) and self._no_other(left, right) and self._no_other(right, left)

    def two(self, pair: Pair) -> bool:
        """Whether one is the word of somebody without a name, and the other has a ground as well."""
        left, right = pair.left.item, pair.right.item
        return self._own_ground(left, right) or self._own_ground(right, left)

    def _own_ground(self, one: Placed, two: Placed) -> bool:
        """Whether one is a nameless person's word to an outlet, and the other has a ground."""
        if one.root.kind != "unnamed" or _MANY.search(one.root.words):
            return False
        return two.root.kind != "own" or self.grounded(two)

    def _takes_back(self, item: Placed) -> bool:
        if item.id not in self._undone:
            self._undone[item.id] = bool(_UNDOING.search(text_of(item)))
        return self._undone[item.id]

    def _named_in(self, item: Placed) -> str | None:
        if item.id not in self._named:
            self._named[item.id] = self._known.named_in(text_of(item))
        return self._named[item.id]

    def _left_open(self, one: Placed, two: Placed) -> bool:
        """Whether a sentence in the article's own words leaves open whose it is, or tells that it is the other's.

        Of two whose ground was not read nothing is known.
        """
        if one.root.kind != "own" or not self.grounded(one) or (two.root.kind == "own" and self.grounded(two)):
            return True
        source, outlet = self._known.sources.get(two.root.source or ""), (two.page.article.outlet or "").split()
        roles = source.roles if source else ()
        named = {*two.root.name.split()[-1:], *outlet[-1:]}
        text = text_of(one)
        called = any(name in text for name in named if name[:1].isupper() and len(name) > 3)
        described = frozenset(stem for role in roles[:_ROLES] for stem in content_stems(role.text[:80], STOP))
        papers = _WRITTEN.intersection(word.casefold() for _, _, word in words(text))
        return called or bool(described & one.stems) or bool(papers)

    def _no_other(self, one: Placed, two: Placed) -> bool:
        """Whether what an article says in its own words names no body that speaks and that the other has not."""
        if one.root.kind != "own":
            return True
        named, known = self._named_in(one), self._known
        elsewhere = named is None or named not in known.sources or named in known.outlets
        return elsewhere or named == two.root.source or self._named_in(two) == named


def _overlap(one: Placed, two: Placed) -> bool:
    return any(a.overlaps(b) for a in one.statement.content for b in two.statement.content)
