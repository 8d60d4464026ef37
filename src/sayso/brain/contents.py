"""What is said: where a content begins after its cue, and where it ends.

A complement is recognised by its first word ("that", a quotation, "whether", "to", a preposition that the verb
takes) or, where nothing marks it, by what the verb takes: a bare clause or a noun phrase. Between the verb and a
marked complement may stand a hearer ("told reporters that …") or an adverbial ("said in a statement that …").

A content ends with its sentence unless something outside it begins: a further cue with its own subject or with
the same one ("…, and she warned", "…, adding that"), "according to", and, for noun phrases, a comma that starts no
list. What trails a comma as a participle, "but …" or "while …" counts as outside.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.brain.tokens import QUOTE, Tokens
from sayso.brain.verbs import LEXICON, Group, Verb, group_at, is_adverb
from sayso.lang.en import cues, grammar

_LOOK = 24
_FEW = 6  # adverbs, days or auxiliaries that may follow each other
_GERUNDS = frozenset(("having", "being"))
_FARTHEST = 200  # tokens of a content that are read; a longer one runs to its sentence's end
_CLAUSE_LOOK = 14
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
_STOPPERS = frozenset((";", "?", "!", "—", "–", "--"))
_NO_START = frozenset((":", "'s", "'", ",", ";", ")", "—", "–", "--", "-", ".", "?", "!", "/", "...", "…", "%"))
_JOINING = frozenset(["and", "but", "while", "though", "although", "yet", "as", "when", "after", "before"])
_PHRASE_GOES_ON = frozenset(["and", "or", "who", "which", "whose", "including"])
_SPEAKING = frozenset(
    form for form, (_, verbs) in LEXICON.items() if any("aside" in verb.complements for verb in verbs)
)
_AFTER_HEARER = frozenset(["to", "whether", "if", "how", "why", "what", "where", "who", "when", "which", "about"])
_CLAUSE_STOPS = _STOPPERS | grammar.RELATIVES | frozenset(["because", "when", "while", "if", "after", "before"])
_SAID = frozenset(["said", "says", "added", "told", "wrote"])
_CUE_STARTS = frozenset(("that", "to", "for", "on", QUOTE, ":"))
_CLAUSE_FIRST = frozenset(["because", "if", "although", "unless", "despite", "for"])
_HELPING = grammar.HAVE | grammar.BE
_NO_SPEAKER = frozenset((",", QUOTE, "that", "who", "which", "to", ":"))
_NAMED = frozenset(form for form, (_, verbs) in LEXICON.items() if verbs[0].lemma in cues.NAMING)
_PHRASE_STOPS = frozenset(["because", "although", "though", "while", "whereas", "—", "–", "--"])


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
    if at >= ceiling:
        return None
    return (
        _marked(t, verb, at, cue_after, ceiling=ceiling)
        or _behind(t, verb, at, cue_after, ceiling=ceiling)
        or _unmarked(t, verb, at, cue_after, ceiling=ceiling)
    )


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
    for word, shape, needs in (
        (low == QUOTE and not _names(t, verb, at), "quote", {"quote", "np", "bare"}),
        (low == "that", "that", {"that"}),
        (low in grammar.WH, "wh", {"wh", "np", "bare", "about", "hearer"}),
        (low == "to" and nxt not in _NO_START, "to", {"to"}),
    ):
        if word and shapes & needs:
            return Complement(shape, at, cue_after)
    if low in shapes and low in grammar.PREPOSITIONS and nxt not in _NO_START and nxt:
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
    for k in range(at + 1, min(ceiling, at + _LOOK)):
        trailing = t.low[k - 1] == "," and t.low[k].endswith("ing")
        if trailing or t.low[k] in _STOPPERS or t.low[k] == "according":
            return None
        if shape := _mark_at(t, verb, k, ceiling=ceiling):
            return Complement(shape, k + 1 if shape == "colon" else k, cue_after)
        if "bare" in verb.complements and _opens_clause(t, k, at, hearer=hearer):
            return Complement("bare", k, cue_after)
    if hearer and t.low[at] in grammar.OBJECT_PRONOUNS and at + 1 < ceiling and t.is_word(at + 1):
        return Complement("bare", at + 1, cue_after)
    return None


def _mark_at(t: Tokens, verb: Verb, k: int, *, ceiling: int) -> str | None:
    """The shape of a complement that the word at `k`, some way behind the verb, opens; None if it opens none."""
    low, left, shapes = t.low[k], t.low[k - 1], verb.complements
    if low == "that" and "that" in shapes and left not in grammar.PREPOSITIONS:
        return "that"
    if low == QUOTE and "quote" in shapes and left != "to" and left not in grammar.DETERMINERS:
        return "quote"
    if low == ":" and k + 1 < ceiling and "quote" in shapes:
        return "colon"
    if "hearer" in shapes and low in _AFTER_HEARER:
        return "to" if low == "to" else "wh"
    return None


def _opens_clause(t: Tokens, k: int, at: int, *, hearer: bool) -> bool:
    """Whether a clause begins at `k`, by a pronoun, after a day, or by an article after a hearer."""
    low, left = t.low[k], t.low[k - 1]
    if left in grammar.PREPOSITIONS or left in grammar.COORDINATORS or t.low[at] == ",":
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
    return hearer and low in ("the", "a", "an", "his", "her", "their", "there", "this") and left != ","


def _unmarked(t: Tokens, verb: Verb, at: int, cue_after: int, *, ceiling: int) -> Complement | None:
    """A bare clause, a noun phrase or a gerund right after the cue, where the verb takes one."""
    shapes, low = verb.complements, t.low[at]
    if not _may_open(t, verb, at):
        return None
    clausal = low in _CLAUSE_FIRST or low in grammar.AUXILIARIES - _GERUNDS
    if "bare" in shapes and (clausal or "np" not in shapes or has_clause(t, at, ceiling)):
        return Complement("bare", at, cue_after)
    if shapes & {"np", "obj-to"}:
        return Complement("np", at, cue_after)
    return Complement("ing", at, cue_after) if "ing" in shapes and low.endswith("ing") else None


def _may_open(t: Tokens, verb: Verb, at: int) -> bool:
    """Whether the word at `at` can be the first of a clause or noun phrase that this verb takes without a mark."""
    shapes, low = verb.complements, t.low[at]
    if low in _CLAUSE_FIRST and {"bare", "aside"} <= shapes:
        return True
    if low in grammar.AUXILIARIES - _GERUNDS:
        return "bare" in shapes and t.low[max(0, at - 3)] in ("which", "that", "what")
    if low == "that":
        return "np" in shapes and "that" not in shapes
    if low in _NO_START or low == QUOTE or low in grammar.PREPOSITIONS or low in grammar.COORDINATORS:
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


def extent(t: Tokens, complement: Complement, ceiling: int) -> int:
    """The token after a content, by the shape of its complement."""
    if complement.stop:
        return complement.stop
    phrase = complement.shape in ("np", "prep", "ing")
    if complement.shape == "quote" and (closed := _closed_quotation(t, complement.first, ceiling)):
        return closed
    for at in range(complement.first + 1, min(ceiling, complement.first + _FARTHEST)):
        low = t.low[at]
        if (
            (low == "," and _ends_at_comma(t, at, ceiling, phrase=phrase))
            or (low in ("and", "but") and _ends_at_conjunction(t, at, ceiling))
            or (phrase and low in _PHRASE_STOPS)
            or (low == ";" and complement.shape != "colon")
            or (low == ":" and t.low[at + 1 : at + 2] == (QUOTE,) and t.low[at + 2 : at + 3] != ())
            or (low == "according" and t.low[at + 1 : at + 2] == ("to",))
        ):
            return at
    return ceiling


def _closed_quotation(t: Tokens, first: int, ceiling: int) -> int | None:
    """The token after a quotation with a stop of its own, and after those joined to it; None without a stop."""
    at = first
    while (
        at + 2 < ceiling
        and at - first < _FARTHEST
        and t.low[at + 1] in ("and", "or", ",")
        and t.low[at + 2] == QUOTE
    ):
        at += 2
    ends = t.text[max(0, t.end[at] - 4) : t.end[at]].rstrip("\"”'»’ ")[-1:] in (",", ".", "!", "?", "…")
    return at + 1 if ends or t.low[first - 1] in _NAMED else None


def _ends_at_conjunction(t: Tokens, at: int, ceiling: int) -> bool:
    """Whether "and" or "but" without a comma goes on with a further cue."""
    return _goes_on(t, at + 1, ceiling) or (t.low[at - 1] == QUOTE and _new_speaker(t, at + 1, ceiling))


def _goes_on(t: Tokens, at: int, ceiling: int) -> bool:
    """Whether a finite cue stands at `at` (past adverbs and auxiliaries): the same source says something more."""
    stop = min(ceiling, at + _FEW)
    while at < stop and (is_adverb(t.low[at]) or t.low[at] in _HELPING):
        at += 1
    if at + 1 >= ceiling or t.low[at] not in LEXICON:
        return False
    nxt = t.low[at + 1]
    if t.low[at] in _SAID and nxt not in grammar.PREPOSITIONS:
        return True
    opens = nxt in grammar.DETERMINERS or nxt in grammar.SUBJECT_PRONOUNS or nxt in grammar.OBJECT_PRONOUNS
    return LEXICON[t.low[at]][0] in ("past", "s") and (opens or nxt in _CUE_STARTS or t.is_capital(at + 1))


def _ends_at_comma(t: Tokens, comma: int, ceiling: int, *, phrase: bool) -> bool:
    """Whether a content ends at a comma: a new cue, or something else outside the content, begins after it."""
    at = comma + 1
    if at >= ceiling or t.low[at] == "according" or _begins_cue(t, at, ceiling):
        return True
    low = t.low[at]
    if low in ("but", "while") or (low == "and" and t.low[at + 1 : at + 2] and t.low[at + 1] in grammar.PERSONAL):
        return True
    if low.endswith("ing") and low not in grammar.PREPOSITIONS and not t.is_capital(at):
        return True
    return phrase and low not in _PHRASE_GOES_ON and not _listy(t, at, ceiling)


def _begins_cue(t: Tokens, at: int, ceiling: int) -> bool:
    """Whether a cue with its own subject or the same one begins at `at`, a conjunction or adverbs before it."""
    if t.low[at] in _JOINING:
        return _goes_on(t, at + 1, ceiling) or _new_speaker(t, at + 1, ceiling) or _new_speaker(t, at, ceiling)
    k = at
    while k < min(ceiling, at + _FEW) and is_adverb(t.low[k]):
        k += 1
    participle = k < ceiling and t.low[k].endswith("ing") and t.low[k] in LEXICON
    return participle or _goes_on(t, at, ceiling) or _new_speaker(t, at, ceiling)


def _new_speaker(t: Tokens, at: int, ceiling: int) -> bool:
    """Whether a subject and a plain verb of speech follow within twelve tokens and before a comma."""
    for k in range(at + 1, min(ceiling, at + 12)):
        low = t.low[k]
        if low in _NO_SPEAKER:
            return False
        if low in _SPEAKING and t.low[k - 1] not in ("to", "and"):
            group = group_at(t, k, at, ceiling)
            return group is not None and group.use == "finite" and group.first > at
    return False


def _listy(t: Tokens, at: int, ceiling: int) -> bool:
    """Whether a comma goes on with a list: "and" or "or" stands within six tokens."""
    return any(t.low[k] in ("and", "or") for k in range(at, min(ceiling, at + 6)))
