"""Verb groups that attribute: which word it is, whether it is a verb here, and where its group begins and ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.brain.tokens import QUOTE, Tokens
from sayso.lang.en import cues, grammar
from sayso.model.inflection import forms


@dataclass(frozen=True, slots=True)
class Verb:
    """What the tables say of a lemma: its complements over all groups, and the particle it needs, if any."""

    lemma: str
    particle: str | None
    complements: frozenset[str]


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group at its place: tokens first … after-1, the verb itself at `head`.

    `kind` is base, s, past, participle or ing; `passive`, `infinitive` (after "to"), `finite` say how it is used.
    """

    first: int
    head: int
    after: int
    kind: str
    verbs: tuple[Verb, ...]
    passive: bool
    infinitive: bool
    finite: bool
    complements: frozenset[str] = field(default_factory=frozenset)


def lexicon(groups: Iterable[tuple[str, str, str]]) -> dict[str, tuple[tuple[str, Verb], ...]]:
    """Form -> (kind, verb) pairs for all lemmas of the table, those with a particle first."""
    merged: dict[str, set[str]] = {}
    for _, complements, lemmas in groups:
        for lemma in lemmas.split():
            merged.setdefault(lemma, set()).update(complements.split())
    table: dict[str, list[tuple[str, Verb]]] = {}
    for entry, shapes in sorted(merged.items(), key=lambda item: (-item[0].count("-"), item[0])):
        lemma, _, particle = entry.partition("-")
        verb = Verb(lemma, particle or None, frozenset(shapes))
        for form, kind in forms(lemma, cues.IRREGULAR).items():
            table.setdefault(form, []).append((kind, verb))
    return {form: tuple(found) for form, found in table.items()}


LEXICON = lexicon(cues.VERBS)


def is_adverb(low: str) -> bool:
    """Whether a word may stand as an adverb inside a verb group."""
    return low in grammar.ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in grammar.NOT_ADVERBS)


def group_at(t: Tokens, head: int, floor: int) -> Group | None:
    """The verb group whose verb stands at `head`, or None where the word is no attributing verb here.

    `floor` is the first token of the sentence: nothing before it is looked at.
    """
    entries = LEXICON.get(t.low[head])
    if not entries:
        return None
    first, passive, infinitive, finite = _left(t, head, floor, entries[0][0])
    kinds = {kind for kind, _ in entries}
    kind = entries[0][0]
    if not _is_verb(t, first, head, floor, kind):
        return None
    del kinds
    if passive is False and kind == "participle" and first == head:
        return None
    return Group(first, head, head + 1, kind, tuple(verb for _, verb in entries), passive, infinitive, finite)


def _left(t: Tokens, head: int, floor: int, kind: str) -> tuple[int, bool, bool, bool]:
    """Where the group begins; whether it is passive, an infinitive, finite."""
    first = head
    passive = infinitive = False
    finite = kind in ("s", "past", "base")
    at = head - 1
    auxiliary = None
    while at >= floor and head - at <= 8:
        low = t.low[at]
        if low in grammar.AUXILIARIES and not (low in ("'s", "’s") and not _contracts(t, at)):
            auxiliary = auxiliary or low
            first = at
            finite = True
        elif low == "to" and kind == "base" and at == head - 1:
            infinitive, finite, first = True, False, at
            break
        elif low in grammar.NEGATORS or is_adverb(low):
            if (
                first == head
                or low in grammar.NEGATORS
                or (t.low[at - 1 : at]
                and t.low[at - 1] in grammar.AUXILIARIES)
            ):
                first = at
        else:
            break
        at -= 1
    if auxiliary in grammar.BE and kind in ("past", "participle"):
        passive = True
    if kind == "ing" and auxiliary not in grammar.BE:
        finite = False
    return first, passive, infinitive, finite


def _contracts(t: Tokens, at: int) -> bool:
    """Whether 's stands for "is" or "has": after a pronoun, or before an adverb or -ing form."""
    before = t.low[at - 1] if at else ""
    return before in grammar.SUBJECT_PRONOUNS or before in grammar.WH or before in ("there", "here")


def _is_verb(t: Tokens, first: int, head: int, floor: int, kind: str) -> bool:
    """Whether the word at `head` is a verb, by what stands before its group and after it."""
    if first < head and any(t.low[k] in grammar.AUXILIARIES or t.low[k] == "to" for k in range(first, head)):
        return True
    before = t.low[first - 1] if first > floor else ""
    after = t.low[head + 1] if head + 1 < len(t) else ""
    if before in grammar.DETERMINERS and before not in (
        "this",
        "that",
        "these",
        "those",
        "many",
        "some",
        "few",
        "most",
        "all",
        "both",
        "several",
        "which",
    ):
        return False
    if before in ("'s", "'") or (before in grammar.PREPOSITIONS and kind != "ing"):
        return False
    if kind == "s":
        if before in ("many", "some", "few", "all", "most", "several", "both", "these", "those"):
            return False
        return after not in (
            "of",
            "about",
            "from",
            "by",
            "over",
            "against",
            "were",
            "are",
            "have",
            "was",
            "is",
        ) or t.low[head] in ("says", "thinks", "speaks", "talks", "knows")
    if kind == "base":
        return (
            before
            in (
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
                "not",
                "and",
                "or",
                "but",
                "to",
                ",",
            )
            or before.endswith("s")
            or before in ("police", "media", "women", "men", QUOTE)
            or (first == floor)
        )
    if kind == "past":
        return after != "by" or before in grammar.SUBJECT_PRONOUNS
    return True
