"""Verb groups that attribute: which word it is, whether it is a verb here, and where its group begins and ends.

No word class is known but those of lang/en/grammar.py. Whether "claims" or "plan" is a verb is read off its
neighbours: an auxiliary or "to" before it and a form that fits; no article, possessive or preposition before it;
and, for words that are nouns as well, something after it that can only follow a verb.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sayso.brain.tokens import QUOTE, Tokens
from sayso.lang.en import cues, grammar
from sayso.model.inflection import forms

Use = Literal["finite", "infinitive", "participle", "gerund", "passive"]
_PRONOUN_LIKE = grammar.SUBJECT_PRONOUNS | {"who", "which", "that"}
_FULL_DETERMINERS = grammar.DETERMINERS - _PRONOUN_LIKE
_PLURAL_BEFORE = frozenset(
    [
        "i",
        "you",
        "we",
        "they",
        "who",
        "that",
        "which",
        "many",
        "some",
        "most",
        "few",
        "all",
        "both",
        "others",
        "people",
        "police",
        "media",
        "women",
        "men",
        "those",
        "several",
        "these",
        "percent",
        "%",
    ]
) | {QUOTE}
_NOT_PLURAL = frozenset(
    [
        "is",
        "was",
        "as",
        "us",
        "this",
        "his",
        "its",
        "has",
        "does",
        "less",
        "across",
        "news",
        "perhaps",
        "always",
        "thus",
    ]
)
_CLAUSE_OPENERS = grammar.DETERMINERS | grammar.SUBJECT_PRONOUNS | grammar.OBJECT_PRONOUNS | grammar.WH
_VERBAL_NEXT = _CLAUSE_OPENERS | {"that", QUOTE, ":", "to", "there", "he'd"} | grammar.DAYS
_SPEAKING = frozenset(("i", "we", "they"))
_BEFORE_NOUNS = frozenset(
    ["this", "these", "those", "some", "any", "many", "all", "most", "both", "few", "several"]
)
_LONGEST_GROUP = 8


@dataclass(frozen=True, slots=True)
class Verb:
    """What the tables say of a lemma: its complements over all groups, and the particle it needs, if any."""

    lemma: str
    particle: str | None
    complements: frozenset[str]


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group at its place: tokens first … after-1, the verb itself at `head`, and how it is used.

    `verbs` are the readings the tables give, those with a particle first; `kind` is the form of the head; `tail` is
    the token after the head and the particle that follows it at once.
    """

    first: int
    head: int
    kind: str
    use: Use
    verbs: tuple[Verb, ...]
    tail: int = 0

    @property
    def after(self) -> int:
        """The token after the head."""
        return self.head + 1

    @property
    def lemma(self) -> str:
        """The lemma of the plainest reading."""
        return self.verbs[-1].lemma

    def takes(self, shape: str) -> bool:
        """Whether some reading takes a complement of this shape."""
        return any(shape in verb.complements for verb in self.verbs)


def lexicon(groups: Iterable[tuple[str, str, str]]) -> dict[str, tuple[str, tuple[Verb, ...]]]:
    """Form -> (kind, verbs) for all lemmas of the table, verbs with a particle first."""
    merged: dict[str, set[str]] = {}
    for _, complements, lemmas in groups:
        for lemma in lemmas.split():
            merged.setdefault(lemma, set()).update(complements.split())
    table: dict[str, tuple[str, list[Verb]]] = {}
    for entry, shapes in sorted(merged.items(), key=lambda item: (-item[0].count("-"), item[0])):
        lemma, _, particle = entry.partition("-")
        verb = Verb(lemma, particle or None, frozenset(shapes))
        for form, kind in forms(lemma, cues.IRREGULAR).items():
            known = table.setdefault(form, (kind, []))[1]
            if not known or known[0].lemma == lemma:
                known.append(verb)
    return {form: (kind, tuple(verbs)) for form, (kind, verbs) in table.items()}


LEXICON = lexicon(cues.VERBS)
#: Forms of verbs of nothing but speech, and nouns that attribute: one of them stands in most tellings of a saying.
TELLING = frozenset(
    [form for lemma in cues.SPOKEN for form in forms(lemma, cues.IRREGULAR)]
    + [word + ending for _, _, words in cues.NOUNS for word in words.split() for ending in ("", "s")]
    + ["according"]
)
#: Forms that are nouns as often as verbs.
NOUN_LIKE = frozenset(word for _, _, words in cues.NOUNS for word in words.split()) | cues.ALSO_NOUNS


def is_adverb(low: str) -> bool:
    """Whether a word may stand as an adverb inside a verb group."""
    return low in grammar.ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in grammar.NOT_ADVERBS)


def group_at(t: Tokens, head: int, floor: int, ceiling: int) -> Group | None:
    """The verb group whose verb stands at `head` in tokens floor … ceiling-1; None where it is no cue here."""
    entry = LEXICON.get(t.low[head])
    if entry is None:
        return None
    kind, listed = entry
    verbs = tuple(verb for verb in listed if verb.particle is None or _particle(t, verb, head, ceiling))
    if not verbs or t.low[head] in grammar.PREPOSITIONS or _is_name(t, head, floor, kind):
        return None
    first, auxiliary, infinitive = _left(t, head, floor)
    use = _use(kind, auxiliary, infinitive=infinitive)
    if use is None:
        return None
    joined = head + 1 < ceiling and verbs[0].particle == t.low[head + 1]
    group = Group(first, head, kind, use, verbs, head + 2 if joined else head + 1)
    return group if auxiliary or infinitive or _stands_as_verb(t, group, floor, ceiling) else None


def _is_name(t: Tokens, head: int, floor: int, kind: str) -> bool:
    """Whether a capital in the middle of a sentence makes the word a name."""
    capital = t.is_capital(head) and head > floor and not t.headline(head)
    return capital and (kind != "past" or t.low[head] in NOUN_LIKE)


def _particle(t: Tokens, verb: Verb, head: int, ceiling: int) -> bool:
    """Whether the particle of a verb follows it, at once or after a pronoun."""
    at = head + 1
    if at < ceiling and t.low[at] == verb.particle:
        return True
    return at + 1 < ceiling and t.low[at] in grammar.OBJECT_PRONOUNS and t.low[at + 1] == verb.particle


def _left(t: Tokens, head: int, floor: int) -> tuple[int, str, bool]:
    """Where the group begins, the auxiliary nearest to the verb ("" for none), and whether "to" precedes it."""
    first, auxiliary, infinitive = head, "", False
    for at in range(head - 1, max(floor, head - _LONGEST_GROUP) - 1, -1):
        low = t.low[at]
        if low in grammar.AUXILIARIES and _is_auxiliary(t, at, floor):
            auxiliary = auxiliary or low
            first = at
        elif low == "to" and not auxiliary:
            infinitive, first = True, at
            break
        elif at == floor and low not in grammar.ADVERBS and not auxiliary:
            break
        elif low == "or" and first == head and at - 2 >= floor and _negated_pair(t, at):
            first = at - 1
        elif first < head and at == first:
            continue
        elif low in grammar.NEGATORS or (
            is_adverb(low) and (at == floor or t.headline(at) or not t.is_capital(at))
        ):
            if not auxiliary and low not in ("all", "both", "most", "more", "there", "here", "first", "last", "no"):
                first = at
        else:
            break
    if t.low[first] == "nor":
        first = next(
            (at for at in range(first - 1, max(floor, first - 6) - 1, -1) if t.low[at] == "neither"), first
        )
        if not auxiliary and first - 1 >= floor and t.low[first - 1] in grammar.MODALS | grammar.DO:
            first, auxiliary = first - 1, t.low[first - 1]
    return first, auxiliary, infinitive


def _negated_pair(t: Tokens, at: int) -> bool:
    """Whether "or" joins two cues under one negated auxiliary: "would not confirm or deny"."""
    nots = t.low[at - 2] in grammar.NEGATORS or t.low[at - 2].endswith("n't")
    return t.low[at - 1] in LEXICON and nots


def _is_auxiliary(t: Tokens, at: int, floor: int) -> bool:
    """Whether a word that can be an auxiliary is one: 's only after a pronoun, "may" and "will" not as names."""
    low = t.low[at]
    if low == "'s":
        return at > floor and (t.low[at - 1] in grammar.SUBJECT_PRONOUNS | grammar.WH or t.low[at - 1] == "there")
    return not (low in ("may", "will", "might") and t.is_capital(at) and at > floor and not t.headline(at))


def _use(kind: str, auxiliary: str, *, infinitive: bool) -> Use | None:
    """How a form is used after an auxiliary or "to"; None where they do not fit, so that it is a noun."""
    if infinitive:
        return "infinitive" if kind == "base" else None
    if not auxiliary:
        return {"ing": "participle", "participle": None}.get(kind, "finite")
    if auxiliary in grammar.MODALS or auxiliary in grammar.DO:
        return "finite" if kind == "base" else None
    if kind == "ing":
        return "finite" if auxiliary in grammar.BE else None
    if kind in ("past", "participle"):
        have = auxiliary in grammar.HAVE and auxiliary not in grammar.BE
        return "finite" if have or (auxiliary in ("'s", "'d") and kind == "past") else "passive"
    return None


def _stands_as_verb(t: Tokens, group: Group, floor: int, ceiling: int) -> bool:
    """Whether a form without auxiliary is a verb, by the words on both sides of it."""
    before = t.low[group.first - 1] if group.first > floor else ""
    told = group.first - 2 >= floor and t.low[group.first - 2] in grammar.PREPOSITIONS
    if before == "her" and told and t.low[group.after : group.after + 1] == ("that",):
        return True  # "people around her say that"
    if before in _FULL_DETERMINERS or before in ("'s", "'", "’"):
        return False
    if group.kind == "ing":
        return before not in _BEFORE_NOUNS and before != "without"
    if before in grammar.PREPOSITIONS and before not in ("out", "up", "down"):
        return False
    if group.kind == "past":
        by = t.low[group.after : group.after + 1] == ("by",)
        return not by or before in grammar.PERSONAL or before == "," or group.lemma == "say"
    return _stands_in_present(t, group, floor, ceiling)


def _stands_in_present(t: Tokens, group: Group, floor: int, ceiling: int) -> bool:
    """Whether a base form or a form in -s is a verb and no noun."""
    before = t.low[group.first - 1] if group.first > floor else ""
    right = _verbal_right(t, group, ceiling)
    noun_like = t.low[group.head] in NOUN_LIKE
    if group.kind == "s":
        return before not in _BEFORE_NOUNS and (right or not noun_like)
    if not _plural(t, group.first, floor):
        return right and (not noun_like or _far_plural(t, group, floor))
    return (
        right or not noun_like or before in _SPEAKING or (before.endswith("s") and _object_right(t, group, ceiling))
    )


def _far_plural(t: Tokens, group: Group, floor: int) -> bool:
    """Whether "papers seen by X show that …": a that-clause after a name whose phrase is no singular."""
    named = group.first > floor and t.is_capital(group.first - 1)
    plural = any(
        t.low[k].endswith("s") and t.low[k] not in _NOT_PLURAL and not t.word(k).isupper()
        for k in range(max(floor, group.first - 8), group.first - 1)
    )
    return named and plural and t.low[group.after : group.after + 1] == ("that",)


def _plural(t: Tokens, first: int, floor: int) -> bool:
    """Whether a base form can be a finite verb after what stands before it: a plural, "I", "you" or a pair."""
    if first == floor:
        return False
    before = t.low[first - 1]
    if before in _PLURAL_BEFORE:
        return True
    if before.endswith("s") and before not in _NOT_PLURAL:
        return len(before) > 3 and (not t.word(first - 1).isupper() or t.headline(first))
    if before in (",", ")"):
        return True
    pair = any(t.low[at] == "and" for at in range(max(floor, first - 5), first - 1))
    return (pair or t.headline(first)) and t.is_capital(first - 1)


def _object_right(t: Tokens, group: Group, ceiling: int) -> bool:
    """Whether a word follows that an object may begin with: after a plural, a noun would hardly go on like that."""
    if group.after >= ceiling or not t.is_word(group.after):
        return False
    low = t.low[group.after]
    verb = low in LEXICON and LEXICON[low][0] in ("s", "past")
    closed = low in grammar.PREPOSITIONS or low in grammar.AUXILIARIES or low in grammar.COORDINATORS
    return not (verb or closed)


def _verbal_right(t: Tokens, group: Group, ceiling: int) -> bool:
    """Whether what follows can only follow a verb: an article, a pronoun, "that", a name, a quotation."""
    if group.after >= ceiling or group.verbs[0].particle:
        return group.takes("aside") or group.after < ceiling
    low = t.low[group.after]
    if low in _VERBAL_NEXT or (low in (",", "—", "–", "--") and group.takes("aside")):
        return low != "to" or group.takes("to")
    if low in grammar.PREPOSITIONS:
        return low != "of" and group.takes(low) and group.kind != "s"
    return t.is_capital(group.after) or low[:1].isdigit()
