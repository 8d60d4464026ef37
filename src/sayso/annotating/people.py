"""The people of an article in text order: every place at which somebody is named, described or meant by he or she.

Theory. Whom "he" means is told from who stands before it, so all places are gathered once, in one pass over the
blocks: names that may be a person's, descriptions with a noun for a person ("his father", "a clerk"), and the
pronouns he, she, him, his, her. What stands inside quotation marks is left out: there somebody else talks. Each
place knows its sentence and its part in it, as far as the words beside it tell: subject, owner ("Lind's") or other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.annotating import names
from sayso.annotating.lexicon import Lexicon, Named
from sayso.annotating.quotes import quotations
from sayso.annotating.segment import sentences
from sayso.lang.en import givennames, grammar, kinds, phrases
from sayso.model.article import Block
from sayso.model.span import Span

Part = Literal["subject", "owner", "other"]

_PRONOUN = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b", re.IGNORECASE)
_MALE = frozenset(("he", "him", "his", "himself"))
_SUBJECTS = frozenset(("he", "she"))
_OWNERS = frozenset(("his", "her", "hers"))
#: Nouns that hide a person, and nouns for persons that are other things as often.
_HIDDEN = frozenset(("source", "insider", "informant", "whistleblower", "person"))
_NO_NOUNS = frozenset(("member", "chief", "head", "general", "mr", "mrs", "ms"))
_DESCRIBED = re.compile(
    r"\b(?:an?|the|his|her|their|its|another|this|that) (?:[\w-]{1,20} ){0,2}?(?:("
    + "|".join(sorted((kinds.PERSON_NOUNS | kinds.HE_WORDS | kinds.SHE_WORDS | _HIDDEN) - _NO_NOUNS))
    + r")\b(?! (?-i:[A-Z]))|([\w-]{3,20})(?= who\b))",
    re.IGNORECASE,
)
#: What joins a name and an apposition: a comma, and what may stand behind the noun before the name.
_JOINS = re.compile(r"(?: (?:of|for|at|in) [^,.;:\n]{1,60})?,? ")
_OPENING = 4
_NEXT = re.compile(r"(?:,[^,.;:\n]{1,80},)? ?([\w’']{1,20})")
_BEFORE = 48
_PLACING = frozenset(("in", "at", "from", "near", "into", "through", "across", "throughout", "on"))


@dataclass(frozen=True, slots=True)
class Place:
    """One place at which a person is named (`name`), described (`noun`) or meant by a pronoun (`pronoun`).

    `key` is the fullest name of the article for a name, and the words of a description. `sentence` counts through
    the article. `gender` is "he", "she" or None. `placed`: a preposition of place stands before it.
    """

    span: Span
    how: Literal["name", "noun", "pronoun"]
    key: str
    block: int
    sentence: int
    part: Part
    gender: str | None
    opens: bool
    placed: bool = False
    doubled: bool = False
    opens_again: bool = False


_Found = tuple[Span, Literal["name", "noun", "pronoun"], str, str | None]


def people(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> list[Place]:
    """All places of persons outside quotation marks, in text order."""
    found: list[Place] = []
    firsts = _first_names(lexicon)
    count = 0
    for index, block in enumerate(blocks):
        if block.kind == "furniture":
            continue
        parts = sentences(text, block.span)
        quoted = _Held(quotations(text, block.span))
        here = [*_named(text, lexicon, index, firsts), *_described(text, block.span), *_pronouns(text, block.span)]
        starts = [one.start for one in parts]
        taken = 0
        for span, how, key, gender in _alone(text, sorted(here, key=lambda one: (one[0].start, -one[0].end))):
            if span.start < taken or quoted.holds(span.start):
                continue
            taken = span.end
            at = max(0, bisect_right(starts, span.start) - 1)
            start = starts[at] if starts else block.span.start
            found.append(
                Place(
                    span,
                    how,
                    key,
                    index,
                    count + at,
                    _part(text, span, start, how),
                    gender,
                    _opens(text, start, span.start),
                    _is_placed(text, span),
                    how == "name" and " " not in key and len(lexicon.full_names(key)) > 1,
                    how == "noun" and text[span.start : span.start + 4].lower() == "the ",
                )
            )
        count += max(1, len(parts))
    inside = {one.key for one in found if " " in one.key or not one.opens}
    return [one for one in found if one.how != "name" or one.key in inside]


def _alone(text: str, here: Sequence[_Found]) -> list[_Found]:
    """Places without the descriptions that are an apposition to a name beside them ("the mayor, Bo Berg,")."""
    kept = []
    for index, one in enumerate(here):
        if one[1] == "noun":
            before = here[index - 1] if index else one
            after = here[index + 1] if index + 1 < len(here) else one
            behind = before[1] == "name" and text[before[0].end : one[0].start] == ", "
            if behind or (
                after[1] == "name" and _JOINS.fullmatch(text, one[0].end, max(one[0].end, after[0].start))
            ):
                continue
        kept.append(one)
    return kept


def _opens(text: str, sentence: int, place: int) -> bool:
    """Whether nothing but a mark or a title stands between the start of a sentence and a place."""
    if place - sentence > 60:
        return False
    before = text[sentence:place].lower().strip("\"“'‘ ").split()
    return len(before) <= _OPENING and not any(
        word.endswith(",") or word in grammar.PREPOSITIONS or word in grammar.AUXILIARIES for word in before
    )


class _Held:
    """Stretches in text order, without overlap, and whether one holds a place."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = sorted(spans)
        self.starts = [one.start for one in self.spans]

    def holds(self, place: int) -> bool:
        at = bisect_right(self.starts, place) - 1
        return at >= 0 and place < self.spans[at].end


def _named(text: str, lexicon: Lexicon, block: int, firsts: dict[str, str]) -> Iterator[_Found]:
    """The names of a block that may be persons', each with the fullest name that the article has for it."""
    for one in lexicon.by_block[block]:
        if len(one.words) > 4 or not names.person_like(one.words) or text[one.span.end : one.span.end + 1] == "-":
            continue
        key = _key(one, lexicon, firsts)
        placed = key in lexicon.places or key in lexicon.things
        if " " not in key and (placed or key.lower() in phrases.LEADING or not key[:1].isupper()):
            continue
        yield one.span, "name", key, gender_of_name(key, one.title)


def _key(one: Named, lexicon: Lexicon, firsts: dict[str, str]) -> str:
    full = lexicon.met(one.words[-1], one.span.start)
    if len(full) == 1 and (len(one.words) == 1 or one.words == full[0]):
        return " ".join(full[0])
    if len(one.words) == 1 and not full:
        return firsts.get(one.words[0], one.words[0])
    same = [words for words in full if words[0] == one.words[0] and words[-1] == one.words[-1]]
    return " ".join(same[0] if same else one.words)


def _first_names(lexicon: Lexicon) -> dict[str, str]:
    """The full name that alone begins with a given name of the table, by that given name."""
    found: dict[str, dict[str, None]] = {}
    for listed in lexicon.full.values():
        for words in listed:
            if words[0].lower() in givennames.HE_NAMES | givennames.SHE_NAMES:
                found.setdefault(words[0], {})[" ".join(words)] = None
    return {first: next(iter(full)) for first, full in found.items() if len(full) == 1}


def gender_of_name(name: str, title: str = "") -> str | None:
    """The pronoun that a title or a given name allows, None where neither tells."""
    first = name.split(maxsplit=1)[0].lower() if " " in name else ""
    if title in kinds.HE_WORDS or (first in givennames.HE_NAMES and title not in kinds.SHE_WORDS):
        return "he"
    return "she" if title in kinds.SHE_WORDS or first in givennames.SHE_NAMES else None


def _described(text: str, span: Span) -> Iterator[_Found]:
    for match in _DESCRIBED.finditer(text, span.start, span.end):
        noun = (match[1] or match[2]).lower()
        gender = "he" if noun in kinds.HE_WORDS else "she" if noun in kinds.SHE_WORDS else None
        yield Span(*match.span()), "noun", noun, gender


def _pronouns(text: str, span: Span) -> Iterator[_Found]:
    for match in _PRONOUN.finditer(text, span.start, span.end):
        word = match[0].lower()
        yield Span(*match.span()), "pronoun", word, "he" if word in _MALE else "she"


def _part(text: str, span: Span, sentence: int, how: str) -> Part:
    """The part of a place in its sentence, from the words beside it."""
    word = span.of(text).lower()
    if how == "pronoun":
        return "subject" if word in _SUBJECTS else "owner" if word in _OWNERS else "other"
    if text[span.end : span.end + 1] in {"'", "’"}:
        return "owner"
    before = text[max(sentence, span.start - _BEFORE) : span.start].lower().split()
    if before and before[-1].strip(",") in grammar.PREPOSITIONS - grammar.SUBORDINATORS:
        return "other"
    match = _NEXT.match(text, span.end, span.end + 110)
    following = match[1].lower() if match else ""
    verb = following in grammar.FINITE or (len(following) > 3 and following.endswith(("ed", "es")))
    verb = verb or following in {"says", "said", "thinks"} or following.endswith("ly")
    return "subject" if verb or not before or (before[-1] == "said" or before[-1].endswith(",")) else "other"


def _is_placed(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 14) : span.start].lower().split()
    return bool(before) and (before[-1] in _PLACING or before[-1] == "the")
