"""Who says it: the noun phrase that a cue has for its source, with its title, apposition and relative clause.

Before a verb the phrase is read from right to left up to something that cannot be in it: a conjunction, a stop, an
auxiliary, a verb. Where a comma, bracket or dash stands right before the verb, it closes an apposition, and the
phrase goes back to before the mark that opened it. After an inverted verb or "according to" it is read from left to
right through its appositions. All scans are bounded, so the time is linear.
"""

from __future__ import annotations

from sayso.brain.tokens import QUOTE, Tokens
from sayso.brain.verbs import LEXICON, is_adverb
from sayso.lang.en import grammar, titles

Range = tuple[int, int]
_STOPS = frozenset((":", ";", "—", "–", "--", "-", "...", "…", "?", "!", "[", "]", "("))
_DASHES = frozenset(("—", "–", "--", "-"))
_LEADING = frozenset((",", "–", "—", "--", "-", ")", "'", ".", "*", "•", "|", "/", ">"))
_MAX_LEFT = 60
_NAME_WORDS = 2
_MAX_CLAUSE = 14
_PARTICLES = frozenset(("out", "up", "down", "on", "off", "forward", "over", "together"))
_MAX_PAIR = 40
_JUNIOR = frozenset(["jr", "sr", "inc", "llc", "ltd", "ii", "iii"])
_FINITE = (grammar.FINITE | {"say", "says", "said"}) - {"'s", "may", "will", "left", "being"}
_CLOSED = frozenset(
    [
        "but",
        "or",
        "so",
        "nor",
        "yet",
        "because",
        "although",
        "though",
        "while",
        "whereas",
        "if",
        "unless",
        "since",
        "when",
        "whenever",
    ]
)
_JOINERS = frozenset(["but", "although", "though", "while", "whereas", "because"])
_BREAKS = _CLOSED | frozenset(
    [
        "where",
        "before",
        "after",
        "until",
        "as",
        "than",
        "that",
        "whether",
        "how",
        "why",
        "what",
        "which",
        "who",
        "whom",
    ]
)


def before(t: Tokens, verb: int, floor: int) -> Range | None:
    """Tokens (first, after) of the subject that ends right before token `verb`; None where there is none.

    A relative pronoun is a subject of its own. `floor` is the first token that may belong to the clause.
    """
    if verb <= floor:
        return None
    floor = max(floor, verb - _MAX_LEFT)
    last = t.low[verb - 1]
    governed = last in ("it", "you") and t.low[verb - 2 : verb - 1] and t.low[verb - 2] in grammar.PREPOSITIONS
    if (last in grammar.PERSONAL and not governed) or last in ("who", "which", "that"):
        return (verb - 1, verb)
    if last == ",":
        first = _through_commas(t, verb - 1, floor)
    elif last in _DASHES or (last == ")" and _opening(t, verb - 1, floor) is None):
        first = _through_dashes(t, verb - 1, floor)
    else:
        first = _phrase_before(t, verb, floor)
    if first is None:
        return None
    first = _lead_trimmed(t, first, verb)
    if verb - first == 1 and t.low[first] in _PARTICLES:
        found = _put_out(t, first, floor)
        first = first if found is None else found
    if t.low[first : first + 2] == ("according", "to"):  # "according to an institute report that cites …"
        return None
    return (first, verb) if any(t.is_word(k) for k in range(first, verb)) or t.low[first:verb] == (QUOTE,) else None


def _put_out(t: Tokens, particle: int, floor: int) -> int | None:
    """The first token of "A note that the institute put out", whose relative clause ends with a particle."""
    for k in range(particle - 1, max(floor, particle - _MAX_CLAUSE), -1):
        if t.low[k] in ("that", "which"):
            noun = t.low[k - 1] not in LEXICON or (k - 2 >= floor and t.low[k - 2] in grammar.DETERMINERS)
            return _phrase_before(t, k, floor) if t.is_word(k - 1) and noun else None
        if not t.is_word(k):
            return None
    return None


def _phrase_before(t: Tokens, end: int, floor: int) -> int:
    """The first token of the noun phrase that ends at `end`, crossing no comma but a name's or a list's."""
    at = end
    while at > floor:
        if t.low[at - 1] == ")":
            opening = _opening(t, at - 1, floor)
            if opening is None:
                break
            at = opening
        elif relative := _relative(t, at - 1, floor):
            at = relative
        elif _breaks(t, at - 1, end, floor):
            break
        else:
            at -= 1
    return at


def _relative(t: Tokens, at: int, floor: int) -> int | None:
    """The "who" of a relative clause whose verb or pronoun stands at `at`, where nothing parts it from its noun."""
    if t.low[at] != "who" and t.low[at] not in _FINITE:
        return None
    for k in range(at, max(floor, at - 3), -1):
        if t.low[k] in ("who", "whose"):
            return k if t.is_word(k - 1) and t.low[k - 1] not in grammar.FINITE else None
        if k < at and not is_adverb(t.low[k]) and t.low[k] not in _FINITE:
            return None
    return None


def _breaks(t: Tokens, at: int, end: int, floor: int) -> bool:
    """Whether the token at `at` cannot be in the noun phrase that goes on after it."""
    low = t.low[at]
    if low == QUOTE:
        return not short_quote(t, at)
    if low == ",":
        return not (at + 1 < end and t.low[at + 1] in _JUNIOR) and not _lists(t, at, end)
    if low == "and":
        return not _joins(t, at, floor)
    if low == "that" and floor < at <= floor + 5:
        return not t.is_word(at - 1) or t.low[at - 1] in LEXICON
    named = t.is_capital(at) and (at > floor or t.is_capital(at + 1)) and not t.headline(at)
    named = named and (at > floor or low not in grammar.AUXILIARIES)
    return low in _STOPS or low in _BREAKS or (low in _FINITE and not named)


def _opening(t: Tokens, close: int, floor: int) -> int | None:
    """The "(" that belongs to the ")" at `close`, at most 40 tokens back."""
    for at in range(close - 1, max(floor, close - _MAX_PAIR) - 1, -1):
        if t.low[at] == "(":
            return at
    return None


def short_quote(t: Tokens, at: int) -> bool:
    """Whether a quotation is a name inside a noun phrase: a few words without a stop at their end."""
    if not short_quote_text(t, at):
        return False
    word = t.word(at).rstrip("\"”'»’")
    return word[-1:] not in (",", ".", "?", "!")


def short_quote_text(t: Tokens, at: int) -> bool:
    """Whether a quotation is no longer than a title, whatever stop it ends with."""
    return t.end[at] - t.start[at] < 40


def _lists(t: Tokens, comma: int, end: int) -> bool:
    """Whether a comma separates names of a list: capitals on both sides, and "and" soon after."""
    if not (t.is_capital(comma + 1) and t.is_capital(comma - 1)):
        return False
    return any(t.low[k] == "and" for k in range(comma + 1, min(end, comma + 8)))


def _joins(t: Tokens, at: int, floor: int) -> bool:
    """Whether "and" joins two parts of a noun phrase rather than two clauses."""
    if at - 1 < floor or at + 1 >= len(t) or not (t.is_word(at - 1) or t.low[at - 1] in (")", QUOTE)):
        return False
    left, right = t.low[at - 1], t.low[at + 1]
    if left in grammar.OBJECT_PRONOUNS or left in grammar.PREPOSITIONS or right in grammar.PERSONAL:
        return False
    return (t.is_capital(at - 1) and t.is_capital(at + 1)) or at - floor <= 4


def _through_commas(t: Tokens, comma: int, floor: int) -> int | None:
    """The first token of a noun phrase whose apposition or relative clause the comma at `comma` closes."""
    clause = comma
    while clause > floor and t.low[clause - 1] not in (";", ":", "—", "--"):
        if t.low[clause - 1] == QUOTE and not short_quote(t, clause - 1):
            break
        clause -= 1
    commas = [k for k in range(clause, comma) if t.low[k] == ","]
    joined = next((k for k in reversed(commas) if t.low[k + 1] in _JOINERS), None)
    if joined is not None and joined + 2 < comma and not _adverbial(t, joined + 2, comma):
        clause, commas = joined + 2, [k for k in commas if k > joined]
    starts = [clause, *(k + 1 for k in commas)]
    for start, stop in list(zip(starts, [*commas, comma], strict=True))[:-1]:
        leads = start == clause and (t.low[start] in grammar.COORDINATORS or t.low[start] in ("as", "that"))
        opens = start + 1 if leads else start
        if opens < stop and not _adverbial(t, opens, stop) and not _says_it_all(t, opens, stop):
            return _phrase_before(t, stop, opens)
    return None


def _says_it_all(t: Tokens, first: int, after: int) -> bool:
    """Whether tokens between commas are a clause: an irregular past or an auxiliary, no relative before it."""
    for k in range(first + 1, after):
        if t.low[k] in ("who", "which", "that", "whose") or t.low[k] == QUOTE:
            return False
        if t.low[k] in _FINITE and not t.is_capital(k):
            return True
    return False


def _adverbial(t: Tokens, start: int, stop: int) -> bool:
    """Whether tokens between commas are no noun phrase: a preposition, conjunction, adverb or -ing opens them."""
    low = t.low[start]
    opens = low in grammar.PREPOSITIONS or low in grammar.SUBORDINATORS or low in grammar.COORDINATORS
    led = t.is_capital(start) and t.sentence[start - 1 : start] == t.sentence[start : start + 1]
    led = led or (t.is_capital(start) and (stop - start == 1 or t.is_capital(start + 1)))
    if opens or is_adverb(low) or (low.endswith("ing") and not led):
        return True
    return stop - start == 1 and not t.is_capital(start) and low not in grammar.SUBJECT_PRONOUNS


def _through_dashes(t: Tokens, close: int, floor: int) -> int | None:
    """The first token of a noun phrase with an insertion between dashes that closes at `close`."""
    for at in range(close - 1, max(floor, close - _MAX_PAIR) - 1, -1):
        if t.low[at] == t.low[close]:
            return _phrase_before(t, at, floor) if at > floor else None
    return None


def _lead_trimmed(t: Tokens, first: int, end: int) -> int:
    """`first` moved past conjunctions, adverbs, days and a prepositional phrase before the noun phrase."""
    while first < end - 1:
        low = t.low[first]
        droppable = low in grammar.COORDINATORS or is_adverb(low) or low in _LEADING or low in grammar.DAYS
        if (droppable or low == "however") and low not in ("both", "all", "most", "more", "almost", "'s"):
            first += 1
        elif low in grammar.PREPOSITIONS and (moved := _after_phrase(t, first, end)) < end:
            first = moved
        else:
            break
    return first


def _after_phrase(t: Tokens, first: int, end: int) -> int:
    """Past a prepositional phrase that opens a clause: where a new noun phrase begins; `end` if nowhere."""
    for at in range(first + 2, end):
        low, left = t.low[at], t.low[at - 1]
        if left in grammar.PREPOSITIONS or left in grammar.DETERMINERS or left in ("and", "'s"):
            continue
        if low in grammar.PERSONAL or left in grammar.DAYS or (left[:1].isdigit() and t.is_capital(at)):
            return at
        if (low in grammar.DETERMINERS and left not in ("all", "both")) or (
            t.is_capital(at) and not t.is_capital(at - 1)
        ):
            return at
    return end


def after(t: Tokens, at: int, ceiling: int) -> Range | None:
    """Tokens (first, after) of the noun phrase that begins at `at`, to the end of its apposition."""
    if at >= ceiling or not (t.is_word(at) or (t.low[at] == QUOTE and short_quote(t, at))):
        return None
    if t.low[at] in grammar.OBJECT_PRONOUNS or t.low[at] in grammar.PERSONAL:
        return (at, at + 1)
    end = at
    stop = min(ceiling, at + _MAX_LEFT)
    while end < stop and not (end > at and _ends(t, at, end, ceiling)):
        end += 1
    while end > at + 1 and t.low[end - 1] in (",", "and", "but", "."):
        if t.low[end - 1] == "." and t.low[end - 2] in titles.DOTTED:
            break
        end -= 1
    return (at, end)


def _ends(t: Tokens, first: int, at: int, ceiling: int) -> bool:
    """Whether a noun phrase that began at `first` is over at `at`."""
    low = t.low[at]
    if low == QUOTE:
        return not short_quote(t, at) or t.low[at - 1] == ","
    if low == ",":
        return not (_apposition(t, at, ceiling) or _names_it(t, first, at, ceiling))
    if low in (":", ";", "—", "–", "--", "?", "!"):
        return True
    relative = any(t.low[k] in grammar.RELATIVES for k in range(max(first, at - 12), at))
    if low in ("that", "as") or low in _CLOSED or low in ("after", "before"):
        return not relative and t.low[at - 1] not in ("such", "known", "served", "described")
    return low in grammar.FINITE and low != "'s" and not relative


def _names_it(t: Tokens, first: int, comma: int, ceiling: int) -> bool:
    """Whether a name alone follows the comma behind a description: "the nurse in charge, Bettany Coll"."""
    if t.low[first] not in grammar.DETERMINERS or t.is_capital(comma - 1):
        return False
    at = comma + 1
    while at < min(ceiling, comma + 4) and t.is_word(at) and t.is_capital(at):
        at += 1
    return at - comma > _NAME_WORDS and (at >= ceiling or t.low[at] in (".", ";"))


def _apposition(t: Tokens, comma: int, ceiling: int) -> bool:
    """Whether what follows a comma still says who the source is."""
    if comma + 1 >= ceiling:
        return False
    low = t.low[comma + 1]
    if low == "who" and any(word in LEXICON for word in t.low[comma + 2 : min(ceiling, comma + 5)]):
        return False
    if low in grammar.APPOSITIVE or low in titles.ROLES or low in _JUNIOR:
        return True
    nxt = t.low[comma + 2] if comma + 2 < ceiling else ""
    return nxt in titles.ROLES or (t.is_capital(comma + 1) and nxt in (",", "") and t.is_capital(comma - 1))
