"""What is said: where a content begins after its cue, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.brain.tokens import QUOTE, Tokens
from sayso.brain.verbs import LEXICON, Group, Verb, is_adverb
from sayso.lang.en import grammar

_LOOK = 24
_ADVERBIAL = frozenset(["in", "on", "during", "at", "by", "through", "after", "from", "via", "with", "to", "before", "while", "when"])


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a cue: the shape of the content, its first token, and the token after the cue.

    `stop` is the token after the content where it is known at once ("ruled it out"), else None.
    """

    shape: str
    first: int
    cue_after: int
    stop: int | None = None


def complement(t: Tokens, group: Group, ceiling: int) -> Complement | None:
    """The complement to the right of a verb group; None where nothing is said there."""
    for verb in group.verbs:
        found = _for_verb(t, group, verb, ceiling)
        if found:
            return found
    return None


def _for_verb(t: Tokens, group: Group, verb: Verb, ceiling: int) -> Complement | None:
    at = group.after
    if verb.particle:
        if at < ceiling and t.low[at] == verb.particle:
            at += 1
        elif at + 1 < ceiling and t.low[at] in grammar.OBJECT_PRONOUNS and t.low[at + 1] == verb.particle:
            return Complement("np", at, group.after, at + 1)
        else:
            return None
    return _shape_at(t, verb, at, ceiling)


def _shape_at(t: Tokens, verb: Verb, at: int, ceiling: int) -> Complement | None:
    shapes = verb.complements
    cue_after = at
    while at < ceiling and (t.low[at] in grammar.DAYS or (is_adverb(t.low[at]) and t.low[at] != "no")):
        at += 1
    if at >= ceiling:
        return None
    low = t.low[at]
    nxt = t.low[at + 1] if at + 1 < ceiling else ""
    if low == ":" and nxt:
        return Complement("colon", at + 1, cue_after)
    if low == QUOTE:
        return Complement("quote", at, cue_after) if shapes & {"quote", "np", "bare"} else None
    if low == "," and nxt == QUOTE and "quote" in shapes:
        return Complement("quote", at + 1, cue_after)
    if low == "," and nxt == "that" and "that" in shapes:
        return Complement("that", at + 1, cue_after)
    if low == "that" and shapes & {"that", "np"}:
        return Complement("that" if "that" in shapes else "np", at, cue_after)
    if low in grammar.WH and shapes & {"wh", "np", "bare", "about"}:
        return Complement("wh", at, cue_after)
    if low == "to" and "to" in shapes:
        return Complement("to", at, cue_after)
    if low in shapes and low in grammar.PREPOSITIONS:
        return Complement("prep", at + 1, at + 1) if nxt else None
    if "hearer" in shapes:
        return _past_hearer(t, at, cue_after, ceiling)
    if low in _ADVERBIAL or low == ",":
        return _past_adverbial(t, verb, at, cue_after, ceiling)
    if low in grammar.PREPOSITIONS or low in grammar.SUBORDINATORS or low in grammar.COORDINATORS:
        return None
    if low in ("'s", ",", ";", ")", "—", "–", "--", ".", "?", "!", "-", "'"):
        return None
    if "bare" in shapes:
        return Complement("bare", at, cue_after)
    if "obj-to" in shapes or "np" in shapes:
        return Complement("np", at, cue_after)
    if "ing" in shapes and low.endswith("ing"):
        return Complement("ing", at, cue_after)
    return None


def _past_hearer(t: Tokens, at: int, cue_after: int, ceiling: int) -> Complement | None:
    """What follows "told reporters": the clause, quotation or infinitive after the hearer."""
    for k in range(at, min(ceiling, at + _LOOK)):
        low = t.low[k]
        if low == "that" or (low in ("to", "whether", "if", "how", "why", "what", "about") and k > at):
            if low == "to" and t.low[k - 1] in ("spoke", "talked"):
                continue
            return Complement("that" if low == "that" else "to" if low == "to" else "wh", k, cue_after)
        if low == QUOTE and k > at:
            return Complement("quote", k, cue_after)
        if low == ":" and k + 1 < ceiling:
            return Complement("colon", k + 1, cue_after)
        if low in (".", ";", "—", "?", "!"):
            break
        if k > at and low in grammar.PERSONAL and t.low[k - 1] not in grammar.PREPOSITIONS:
            return Complement("bare", k, cue_after)
        if (
            k > at
            and low in grammar.DETERMINERS
            and t.low[k - 1] not in grammar.PREPOSITIONS
            and t.low[k - 1] != ","
        ):
            return Complement("bare", k, cue_after)
    if t.low[at] in grammar.OBJECT_PRONOUNS and at + 1 < ceiling and t.is_word(at + 1):
        return Complement("bare", at + 1, cue_after)
    return None


def _past_adverbial(t: Tokens, verb: Verb, at: int, cue_after: int, ceiling: int) -> Complement | None:
    """What follows "said in a statement": a that-clause or quotation within reach, or a clause at a pronoun."""
    for k in range(at + 1, min(ceiling, at + _LOOK)):
        low = t.low[k]
        if low == "that" and "that" in verb.complements and t.low[k - 1] not in grammar.PREPOSITIONS:
            return Complement("that", k, cue_after)
        if low == QUOTE and "quote" in verb.complements:
            return Complement("quote", k, cue_after)
        if low == ":" and k + 1 < ceiling:
            return Complement("colon", k + 1, cue_after)
        if low in (";", "—", "–", "--", "?", "!"):
            return None
        if (
            "bare" in verb.complements
            and t.low[at] != ","
            and low in grammar.PERSONAL
            and t.low[k - 1] not in grammar.PREPOSITIONS
        ):
            return Complement("bare", k, cue_after)
        if (
            "bare" in verb.complements
            and t.low[at] != ","
            and t.low[k - 1] in grammar.DAYS
            and k + 1 < ceiling
            and t.is_word(k)
        ):
            return Complement("bare", k, cue_after)
    return None


def extent(t: Tokens, first: int, ceiling: int, shape: str) -> int:
    """The token after a content that begins at `first` and ends with its clause."""
    at = first + 1
    while at < ceiling:
        low = t.low[at]
        nxt = t.low[at + 1] if at + 1 < ceiling else ""
        if low == ",":
            if _ends_at_comma(t, at, ceiling, shape):
                return at
        elif (low == ";" and shape != "colon") or (low == "and" and _finite_cue(t, at + 1, ceiling)) or (low == "according" and nxt == "to") or (shape in ("np", "prep", "ing") and low in (
            "because",
            "while",
            "although",
            "though",
            "after",
            "when",
            "during",
            "before",
            "since",
            "—",
            "–",
            "--",
        )):
            return at
        at += 1
    return ceiling


def _finite_cue(t: Tokens, at: int, ceiling: int) -> bool:
    """Whether a finite cue verb stands at `at` (past its adverbs), going on with the same subject."""
    while at < ceiling and (is_adverb(t.low[at]) or t.low[at] in ("has", "have", "had")):
        at += 1
    if at >= ceiling:
        return False
    entries = LEXICON.get(t.low[at])
    return (
        bool(entries)
        and entries[0][0] in ("past", "s")
        and at + 1 < ceiling
        and (t.low[at + 1] in ("that", "to", QUOTE, "the", "a", "it", "he", "she", "they"))
    )


def _ends_at_comma(t: Tokens, comma: int, ceiling: int, shape: str) -> bool:
    """Whether a content ends at a comma: a new cue, or a new clause outside the content, begins after it."""
    at = comma + 1
    if at >= ceiling:
        return True
    low = t.low[at]
    if low in ("and", "but"):
        if _finite_cue(t, at + 1, ceiling):
            return True
        if low == "but":
            return True
        at += 1
        low = t.low[at] if at < ceiling else ""
    k = at
    while k < ceiling and is_adverb(t.low[k]):
        k += 1
    if (
        k < ceiling
        and (entries := LEXICON.get(t.low[k]))
        and any(kind == "ing" for kind, _ in entries)
        and t.low[k].endswith("ing")
    ):
        return True
    if low == "according":
        return True
    if shape in ("np", "prep", "ing"):
        return (
            low not in ("and", "or")
            and low not in ("who", "which", "whose")
            and not (t.is_word(at) and _listy(t, at, ceiling))
        )
    return False


def _listy(t: Tokens, at: int, ceiling: int) -> bool:
    """Whether a comma goes on with a list: "and" or "or" stands within five tokens."""
    return any(t.low[k] in ("and", "or") for k in range(at, min(ceiling, at + 5)))
