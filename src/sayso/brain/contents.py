"""What is said: where a content begins after its cue.

A complement is recognised by its first word ("that", a quotation, "whether", "to", a preposition that the verb
takes) or, where nothing marks it, by what the verb takes: a bare clause or a noun phrase. Between the verb and a
marked complement may stand a hearer ("told reporters that …") or an adverbial ("said in a statement that …").
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.brain.tokens import QUOTE, Tokens
from sayso.brain.verbs import LEXICON, Group, Verb, is_adverb
from sayso.lang.en import cues, grammar

_LOOK = 24
_VIEWED = frozenset(["no", "little", "few", "any", "how", "why", "what", "signs"])
_RELATED = frozenset(("which", "that", "what"))
_FOUND = frozenset(["little", "evidence", "improvements", "signs", "some", "few", "several"])
_FEW = 6  # adverbs, days or auxiliaries that may follow each other
_NO_LINK = grammar.PREPOSITIONS | grammar.SUBORDINATORS
_GERUNDS = frozenset(("having", "being"))
_CLAUSE_LOOK = 14
_CITES = frozenset(("citing", "quoting"))
_ADVERBIAL = frozenset(
    [
        "in",
        "on",
        "during",
        "at",
        "by",
        "through",
        "after",
        "from",
        "via",
        "with",
        "to",
        "before",
        "while",
        "when",
        "of",
        "this",
        "last",
    ]
)
_DASHES = frozenset(("—", "–", "--", "-"))
_STOPPERS = frozenset((";", "?", "!", "—", "–", "--"))
_NO_START = frozenset((":", "'s", "'", ",", ";", ")", "—", "–", "--", "-", ".", "?", "!", "/", "...", "…", "%"))
_AFTER_HEARER = frozenset(["to", "whether", "if", "how", "why", "what", "where", "who", "when", "which", "about"])
_CLAUSE_STOPS = _STOPPERS | grammar.RELATIVES | frozenset(["because", "when", "while", "if", "after", "before"])
_CLAUSE_FIRST = frozenset(["because", "if", "although", "unless", "despite", "for"])


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
        found = _of_verb(t, group, verb, ceiling)
        if found:
            return found
    return None


def _of_verb(t: Tokens, group: Group, verb: Verb, ceiling: int) -> Complement | None:
    at = group.after
    if verb.particle:
        if t.low[at] != verb.particle:
            return Complement("np", at, at, at + 1)
        at += 1
    cue_after = at
    while at < min(ceiling, cue_after + _FEW) and _skippable(t, at, ceiling):
        at += 1
    if at < ceiling and t.low[at] == ",":
        at = _past_insertion(t, at, ceiling)
    if at < ceiling and t.low[at] in _DASHES:
        stop = min(ceiling - 1, at + _LOOK)
        at = next((k + 1 for k in range(at + 1, stop) if t.low[k] == t.low[at]), ceiling)
    if at >= ceiling:
        return None
    return (
        _marked(t, verb, at, cue_after, ceiling=ceiling)
        or _behind(t, verb, at, cue_after, ceiling=ceiling)
        or _unmarked(t, verb, at, cue_after, ceiling=ceiling)
    )


def _past_insertion(t: Tokens, comma: int, ceiling: int) -> int:
    """The "that" or quotation behind an insertion ("warned, as did X, that"); `comma` where there is none."""
    for k in range(comma + 2, min(ceiling - 1, comma + _LOOK)):
        if t.low[k] == ",":
            return k + 1 if t.low[k + 1] == "that" and t.low[comma + 1] != QUOTE else comma
    return comma


def _skippable(t: Tokens, at: int, ceiling: int) -> bool:
    """Whether a word between verb and content is a day or an adverb."""
    low = t.low[at]
    nxt = t.low[at + 1] if at + 1 < ceiling else ""
    if low in grammar.DAYS:
        return nxt != "'s" and (t.low[at - 1] not in grammar.PREPOSITIONS)
    return (
        is_adverb(low)
        and low not in grammar.NEGATORS
        and low not in grammar.OBJECT_PRONOUNS
        and low
        not in (
            "no",
            "all",
            "both",
            "most",
            "more",
            "only",
            "almost",
            "there",
            "not",
            "never",
        )
    )


def _marked(t: Tokens, verb: Verb, at: int, cue_after: int, *, ceiling: int) -> Complement | None:
    """A complement whose first word says what it is."""
    shapes, low = verb.complements, t.low[at]
    nxt = t.low[at + 1] if at + 1 < ceiling else ""
    if low == "," and ((nxt == QUOTE and "quote" in shapes) or (nxt == "that" and "that" in shapes)):
        at, low = at + 1, nxt
    if low == ":":
        return Complement("colon", at + 1, cue_after) if shapes & {"quote", "that"} else None
    if low in ("this", "so") and nxt == ":" and at + 2 < ceiling:
        return Complement("colon", at + 2, at + 1)
    for word, shape, needs in (
        (low == QUOTE and not _names(t, verb, at), "quote", {"quote", "np", "bare"}),
        (low == "that" and nxt != "", "that", {"that"}),
        (low in grammar.WH, "wh", {"wh", "np", "bare", "about", "hearer"}),
        (low == "to" and nxt not in _NO_START, "to", {"to"}),
    ):
        if word and shapes & needs:
            return Complement(shape, at, cue_after)
    if low in shapes and low in grammar.PREPOSITIONS and nxt not in _NO_START and nxt:
        that = next((k for k in range(at + 2, min(ceiling, at + 8)) if t.low[k] in (",", "that")), ceiling)
        if low in ("with", "to") and "that" in shapes and that < ceiling and t.low[that] == "that":
            return Complement("that", that, cue_after)
        return Complement("prep", at + 1, at + 1)
    return None


def _names(t: Tokens, verb: Verb, quote: int) -> bool:
    """Whether the quotation at `quote` is only a name ("a plan called “…”") and not "what she called “…”"."""
    if verb.lemma not in cues.NAMING or quote < 2:
        return verb.lemma in cues.NAMING
    asked = {"what", "which"} & set(t.low[max(0, quote - 6) : quote])
    return not (t.low[quote - 2] in grammar.PERSONAL or asked)


def _behind(t: Tokens, verb: Verb, at: int, cue_after: int, *, ceiling: int) -> Complement | None:
    """A marked complement, or a clause that a pronoun opens, behind a hearer or an adverbial."""
    hearer = "hearer" in verb.complements
    if not hearer and t.low[at] not in _ADVERBIAL:
        return None
    apart = False
    for k in range(at + 1, min(ceiling, at + _LOOK)):
        low, left = t.low[k], t.low[k - 1]
        if (left == "," and low.endswith("ing")) or low in _STOPPERS or low == "according":
            that = _that_behind(t, k, ceiling) if low in _CITES and "that" in verb.complements else None
            return Complement("that", that, cue_after) if that else None
        apart = apart or low == ","
        linked = left == "," or low == ":" or not apart
        if linked and (shape := _mark_at(t, verb, k, ceiling=ceiling)):
            return Complement(shape, k + 1 if shape == "colon" else k, cue_after)
        if linked and "bare" in verb.complements and _opens_clause(t, k, at, hearer=hearer):
            return Complement("bare", k, cue_after)
    if hearer and t.low[at] in grammar.OBJECT_PRONOUNS and at + 1 < ceiling and t.is_word(at + 1):
        return Complement("bare", at + 1, cue_after) if clausal(t, at + 1, ceiling) else None
    return None


def _that_behind(t: Tokens, at: int, ceiling: int) -> int | None:
    """The "that" behind the comma that closes an insertion at `at` ("reported, citing two people, that")."""
    comma = next((k for k in range(at + 1, min(ceiling - 1, at + _LOOK)) if t.low[k] == ","), None)
    return comma + 1 if comma and t.low[comma + 1] == "that" else None


def _mark_at(t: Tokens, verb: Verb, k: int, *, ceiling: int) -> str | None:
    """The shape of a complement that the word at `k`, some way behind the verb, opens; None if it opens none."""
    low, left, shapes = t.low[k], t.low[k - 1], verb.complements
    relative = t.low[k + 1 : k + 2] and t.low[k + 1] in grammar.FINITE
    if low == "that" and "that" in shapes and not relative and left not in _NO_LINK:
        return "that"
    if low == QUOTE and "quote" in shapes and left != "to" and left not in grammar.DETERMINERS:
        return "quote"
    if low == ":" and k + 1 < ceiling and "quote" in shapes:
        return "colon"
    if low == "of" and {"hearer", "of"} <= shapes and t.low[k + 1 : k + 2] and t.low[k + 1] in grammar.POSSESSIVES:
        return "prep"
    if "hearer" in shapes and low in _AFTER_HEARER:
        return "to" if low == "to" else "wh"
    return None


def _opens_clause(t: Tokens, k: int, at: int, *, hearer: bool) -> bool:
    """Whether a clause begins at `k`, by a pronoun, after a day, or by an article after a hearer."""
    low, left = t.low[k], t.low[k - 1]
    if left in _NO_LINK or left in grammar.COORDINATORS or t.low[at] == ",":
        return False
    if low in grammar.PERSONAL and left not in grammar.RELATIVES:
        return True
    if (
        left in grammar.DAYS
        and t.is_word(k)
        and low not in grammar.PREPOSITIONS
        and low not in grammar.COORDINATORS
    ):
        return True
    opens = low in ("the", "a", "an", "his", "her", "their", "there", "this") and left != ","
    stop = min(len(t), k + _LOOK)
    return hearer and opens and (clausal(t, k, stop) or _ends_quoted(t, k, stop))


def _ends_quoted(t: Tokens, first: int, stop: int) -> bool:
    """Whether a noun phrase at `first` has a quotation for its predicate: "the order “should lie ready”"."""
    for k in range(first + 2, min(stop, first + 8)):
        if t.low[k] == QUOTE:
            word = t.word(k).strip("\"“”„'‘’«» ").split(" ")[0]
            return word in grammar.FINITE
        if not t.is_word(k):
            break
    return False


def _unmarked(t: Tokens, verb: Verb, at: int, cue_after: int, *, ceiling: int) -> Complement | None:
    """A bare clause, a noun phrase or a gerund right after the cue, where the verb takes one."""
    shapes, low = verb.complements, t.low[at]
    if not _may_open(t, verb, at) or _lacks_clause(t, verb, at, ceiling):
        return None
    opened = low in _CLAUSE_FIRST or low in grammar.AUXILIARIES - _GERUNDS
    if "bare" in shapes and (opened or "np" not in shapes or has_clause(t, at, ceiling)):
        return Complement("bare", at, cue_after)
    if shapes & {"np", "obj-to"}:
        return Complement("np", at, cue_after)
    return Complement("ing", at, cue_after) if "ing" in shapes and low.endswith("ing") else None


def _lacks_clause(t: Tokens, verb: Verb, at: int, ceiling: int) -> bool:
    """Whether no clause follows a verb that needs one: "told the paper", "found a boat", "saw him"."""
    low = t.low[at]
    if verb.lemma == "see":
        return "as" not in t.low[at + 1 : min(ceiling, at + _CLAUSE_LOOK)] and low not in _VIEWED
    if verb.lemma != "find" and "hearer" not in verb.complements:
        return False
    opened = low in _CLAUSE_FIRST or low in grammar.AUXILIARIES - _GERUNDS or low in _FOUND
    return not opened and not clausal(t, at, ceiling)


def _may_open(t: Tokens, verb: Verb, at: int) -> bool:
    """Whether the word at `at` can be the first of a clause or noun phrase that this verb takes without a mark."""
    shapes, low = verb.complements, t.low[at]
    if low in _CLAUSE_FIRST and {"bare", "aside"} <= shapes:
        return True
    if low in grammar.AUXILIARIES - _GERUNDS:
        return "bare" in shapes and bool(_RELATED & set(t.low[max(0, at - 6) : at - 1]))
    if low == "that":
        return "np" in shapes and "that" not in shapes
    if low in _NO_START or low in (QUOTE, "not") or low in grammar.PREPOSITIONS or low in grammar.COORDINATORS:
        return False
    return low in grammar.WH or low not in grammar.SUBORDINATORS


def has_clause(t: Tokens, first: int, ceiling: int) -> bool:
    """Whether a clause and no mere noun phrase begins at `first`: a pronoun, or a finite verb within reach."""
    if t.low[first] in grammar.PERSONAL or t.low[first] == "there":
        return True
    for k in range(first + 1, min(ceiling, first + _CLAUSE_LOOK)):
        low = t.low[k]
        if low in _CLAUSE_STOPS:
            return False
        if low in grammar.FINITE and low != "'s":
            return True
    return False


def clausal(t: Tokens, first: int, ceiling: int) -> bool:
    """Whether a clause begins at `first`, past forms in -ed and forms of cues counted as verbs, too."""
    if has_clause(t, first, ceiling):
        return True
    for k in range(first + 1, min(ceiling, first + _CLAUSE_LOOK)):
        low = t.low[k]
        if low in _CLAUSE_STOPS:
            return False
        past = low.endswith("ed") and not t.is_capital(k) and t.low[k - 1] not in grammar.DETERMINERS
        if past or (
            low in LEXICON and LEXICON[low][0] in ("s", "past") and t.low[k - 1] not in grammar.DETERMINERS
        ):
            return True
    return False
