"""What is said: where a content ends.

A content ends with its sentence unless something outside it begins: a further cue with its own subject or with
the same one ("…, and she warned", "…, adding that"), "according to", a main clause after a leading one ("Although X
said …, the council …"), and, for noun phrases, a comma that starts no list, a place where it was said ("in a
speech") or a further deed ("and left"). What trails a comma as a participle, "but …", "although …" or "while …"
counts as outside. Every look ahead is bounded.
"""

from __future__ import annotations

from sayso.brain.contents import Complement, clausal
from sayso.brain.tokens import QUOTE, Tokens
from sayso.brain.verbs import LEXICON, NOUN_LIKE, group_at, is_adverb
from sayso.lang.en import cues, grammar, numbers

_LOOK = 24
_CONCEDING = frozenset(["but", "while", "although", "though", "whereas"])
_SPELLS = frozenset(["a", "one", "two", "three", "days", "hours", "weeks", "months", "years", "just", "shortly"])
_VERBLESS = frozenset(["np", "prep", "ing", "to"])
_FEW = 6  # adverbs, days or auxiliaries that may follow each other
_WORTH = frozenset(["valuing", "totalling", "totaling"])  # participles that go on with what is said
_FARTHEST = 200  # tokens of a content that are read; a longer one runs to its sentence's end
_JOINING = frozenset(["and", "but", "while", "though", "although", "yet", "as", "when", "after", "before"])
_PHRASE_GOES_ON = frozenset(["and", "or", "who", "which", "whose", "including"])
_SPEAKING = frozenset(
    form for form, (_, verbs) in LEXICON.items() if any("aside" in verb.complements for verb in verbs)
)
_SAID = frozenset(["said", "says", "added", "told", "wrote"])
_CUE_STARTS = frozenset(("that", "to", "for", "on", QUOTE, ":"))
_HELPING = grammar.HAVE | grammar.BE
_NO_SPEAKER = frozenset((",", QUOTE, "that", "who", "which", "to", ":"))
_NAMED = frozenset(form for form, (_, verbs) in LEXICON.items() if verbs[0].lemma in cues.NAMING)
_PHRASE_STOPS = frozenset(["because", "although", "though", "while", "whereas", "—", "–", "--"])


def extent(t: Tokens, complement: Complement, ceiling: int, *, led: bool = False) -> int:
    """The token after a content, by the shape of its complement.

    `led` says that the cue's own clause is led by "although", "because" or the like: the content ends where the
    main clause begins.
    """
    if complement.stop:
        return complement.stop
    phrase = complement.shape in ("np", "prep", "ing")
    first = complement.first + 1
    if t.low[complement.first : first + 1] == ("that", ","):
        first = _past_insertion(t, first, ceiling)
    if complement.shape == "quote" and (closed := _closed_quotation(t, complement.first, ceiling)):
        return closed
    clause = complement.shape in ("that", "bare", "wh")
    if clause and (closed := _past_apposition(t, complement.first, ceiling)):
        first = closed
    for at in range(first, min(ceiling, complement.first + _FARTHEST)):
        low = t.low[at]
        if (
            (low == "," and _ends_at_comma(t, at, ceiling, phrase=phrase))
            or (led and low == "," and _main_clause(t, at + 1, ceiling))
            or (low in ("and", "but") and _ends_at_conjunction(t, at, ceiling))
            or (phrase and (low in _PHRASE_STOPS or _venue(t, at, ceiling)))
            or (low == "and" and complement.shape in _VERBLESS and _next_deed(t, at + 1, ceiling))
            or (low == "and" and phrase and _next_doing(t, at + 1, ceiling))
            or (low == ";" and complement.shape != "colon")
            or (low == ":" and t.low[at + 1 : at + 2] == (QUOTE,) and t.low[at + 2 : at + 3] != ())
            or (low == "according" and t.low[at + 1 : at + 2] == ("to",))
        ):
            return at
    return ceiling


def _venue(t: Tokens, at: int, ceiling: int) -> bool:
    """Whether "on Twitter", "in a statement", "during a rally" begins at `at`: where it was said."""
    if t.low[at] not in ("on", "in", "during", "at", "via", "from"):
        return False
    for k in range(at + 1, min(ceiling, at + 6)):
        if t.low[k] in cues.VENUES:
            return True
        if not t.is_word(k) or t.low[k] in grammar.PREPOSITIONS or t.low[k] == "and":
            return False
    return False


def _next_deed(t: Tokens, at: int, ceiling: int) -> bool:
    """Whether a past form with an object stands behind "and": the source did something more."""
    while at + 1 < ceiling and (is_adverb(t.low[at]) or t.low[at] in ("has", "have", "had")):
        at += 1
    if at + 1 >= ceiling or t.is_capital(at) or not t.low[at].endswith("ed") or len(t.low[at]) < 5:
        return False
    nxt = t.low[at + 1]
    small = nxt in grammar.DETERMINERS or nxt in grammar.OBJECT_PRONOUNS or nxt in grammar.PREPOSITIONS
    return small or nxt in numbers.SMALL or nxt[:1].isdigit() or t.is_capital(at + 1)


def _next_doing(t: Tokens, at: int, ceiling: int) -> bool:
    """Whether "and" goes on with a participle of its own: "praising it and blaming him"."""
    if at + 1 >= ceiling:
        return False
    low = t.low[at]
    doing = low.endswith("ing") and len(low) > 5 and not t.is_capital(at) and not low.endswith("thing")
    return doing and (t.low[at + 1] in grammar.OBJECT_PRONOUNS | grammar.DETERMINERS or t.is_capital(at + 1))


def _past_insertion(t: Tokens, comma: int, ceiling: int) -> int:
    """The token after an insertion that the comma at `comma` opens ("that, given the odds, it …")."""
    stop = min(ceiling, comma + _LOOK)
    return next((at + 1 for at in range(comma + 1, stop) if t.low[at] == ","), comma)


def _past_apposition(t: Tokens, first: int, ceiling: int) -> int | None:
    """The token after the apposition of a clause's subject ("that its head, Ada Orr, objected"); else None."""
    stop = min(ceiling, first + _LOOK)
    comma = next((k for k in range(first, stop) if t.low[k] == "," or _looks_finite(t, k)), stop)
    if comma >= stop or t.low[comma] != "," or comma + 1 >= ceiling:
        return None
    opens = t.low[comma + 1] in grammar.APPOSITIVE or t.is_capital(comma + 1) or t.low[comma + 1][:1].isdigit()
    closing = next((k for k in range(comma + 1, stop) if t.low[k] == ","), stop)
    if not opens or closing + 1 >= ceiling or closing == stop:
        return None
    verbs = any(_looks_finite(t, k) for k in range(closing + 1, min(ceiling, closing + 4)))
    return closing + 1 if verbs else None


def _looks_finite(t: Tokens, at: int) -> bool:
    """Whether a word looks like a finite verb: an auxiliary, an irregular past, a form in -ed."""
    low = t.low[at]
    return (low in grammar.FINITE and low != "'s") or (low.endswith("ed") and not t.is_capital(at))


def _main_clause(t: Tokens, at: int, ceiling: int) -> bool:
    """Whether a clause with a subject of its own begins at `at`."""
    if at + 1 >= ceiling or not t.is_word(at):
        return False
    low = t.low[at]
    subject = low in grammar.PERSONAL or low in grammar.DETERMINERS or low == "there" or t.is_capital(at)
    return subject and low not in grammar.RELATIVES and clausal(t, at, ceiling)


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
    if LEXICON[t.low[at]][0] == "s" and t.low[at] not in NOUN_LIKE and t.is_word(at + 1):
        return True
    return LEXICON[t.low[at]][0] in ("past", "s") and (opens or nxt in _CUE_STARTS or t.is_capital(at + 1))


def _ends_at_comma(t: Tokens, comma: int, ceiling: int, *, phrase: bool) -> bool:
    """Whether a content ends at a comma: a new cue, or something else outside the content, begins after it."""
    at = comma + 1
    if (
        at >= ceiling
        or t.low[at] == "according"
        or ((phrase or t.low[at] not in _WORTH) and _begins_cue(t, at, ceiling))
    ):
        return True
    low = t.low[at]
    if (
        low in _CONCEDING
        or (low == "even" and t.low[at + 1 : at + 2] == ("though",))
        or (low == "and" and t.low[at + 1 : at + 2] and t.low[at + 1] in grammar.PERSONAL)
    ):
        return True
    kept = grammar.PREPOSITIONS if phrase else grammar.PREPOSITIONS | _WORTH
    if low.endswith("ing") and low not in kept and not t.is_capital(at):
        return True
    if low in _SPELLS and any(t.low[k] in ("after", "before") for k in range(at + 1, min(ceiling, at + 4))):
        return True
    if phrase and low == "and" and _main_clause(t, at + 1, ceiling) and not _listy(t, at + 1, ceiling):
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
