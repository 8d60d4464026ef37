"""Who says it: the noun phrase that a verb group has for its subject, with title, apposition and relative clause."""

from __future__ import annotations

from sayso.brain.tokens import QUOTE, Tokens
from sayso.brain.verbs import is_adverb
from sayso.lang.en import grammar

_STOPS = frozenset(":;—–-…") | {"--", "...", "…", "?", "!", "[", "]"}
_MAX_LEFT = 80


def before(t: Tokens, verb: int, floor: int) -> tuple[int, int] | None:
    """Tokens (first, after) of the subject that ends right before token `verb`; None where there is none.

    Commas are read as an apposition's or a relative clause's where the verb directly follows one. `floor` is
    the first token that may belong to the clause.
    """
    if verb <= floor:
        return None
    floor = max(floor, verb - _MAX_LEFT)
    end = verb
    last = t.low[end - 1]
    if last in grammar.RELATIVES:
        return (end - 1, end)
    if last == ",":
        first = _through_commas(t, end - 1, floor)
    elif last in ("—", "–", "--", "-", ")"):
        first = _through_pair(t, end - 1, floor)
    else:
        first = _segment(t, end, floor)
    if first is None:
        return None
    first = _lead_trimmed(t, first, end)
    if first >= end or not any(t.is_word(k) or t.low[k] == QUOTE for k in range(first, end)):
        return None
    return (first, end)


def _segment(t: Tokens, end: int, floor: int) -> int:
    """The first token of the noun phrase that ends at `end`, no comma being crossed unless a list needs it."""
    at = end
    while at > floor:
        low = t.low[at - 1]
        if low in _STOPS or (low == QUOTE and not _short_quote(t, at - 1)):
            break
        if low == ",":
            if not _in_name(t, at - 1, end):
                break
        elif (low in grammar.SUBORDINATORS and not (low in ("that", "who", "as") and at < end and False)) or low in ("but", "or", "so", "nor", "yet") or (low == "and" and not _joins_names(t, at - 1, floor)) or (low in grammar.MODALS and low not in ("may", "will", "might")):
            break
        elif low in grammar.BE or low in grammar.HAVE or low in grammar.DO:
            if low != "'s" or (at >= 2 and t.low[at - 2] in grammar.PERSONAL):
                break
        elif low == ")":
            opening = _opening(t, at - 1, floor)
            if opening is None:
                break
            at = opening + 1
        elif low == "(":
            break
        at -= 1
    return at


def _opening(t: Tokens, close: int, floor: int) -> int | None:
    """The "(" that belongs to the ")" at `close`, at most 30 tokens back."""
    for at in range(close - 1, max(floor, close - 30) - 1, -1):
        if t.low[at] == "(":
            return at
    return None


def _short_quote(t: Tokens, at: int) -> bool:
    """Whether a quotation is a name or nickname inside a noun phrase: short and without a comma at its end."""
    word = t.word(at)
    return len(word) < 40 and word[-2:-1] not in ",.?!"


def _in_name(t: Tokens, comma: int, end: int) -> bool:
    """Whether a comma stands inside a name: before Jr., Sr., Inc."""
    return comma + 1 < end and t.low[comma + 1] in ("jr", "sr", "inc", "llc", "ltd")


def _joins_names(t: Tokens, at: int, floor: int) -> bool:
    """Whether "and" joins two parts of a noun phrase: the word before it is a noun by its look."""
    if at - 1 < floor or not t.is_word(at - 1):
        return False
    left, right = t.low[at - 1], at + 1
    if left in grammar.OBJECT_PRONOUNS or left in grammar.PREPOSITIONS:
        return False
    if right < len(t) and t.low[right] in grammar.PERSONAL:
        return False
    if t.is_capital(at - 1) and t.is_capital(right):
        return True
    return left.endswith("s") or at - floor <= 5


def _through_commas(t: Tokens, comma: int, floor: int) -> int | None:
    """The first token of a noun phrase that a comma closes: "X, a Y of Z," back to before its first comma."""
    at = comma
    while (
        at > floor and t.low[at - 1] not in _STOPS and not (t.low[at - 1] == QUOTE and not _short_quote(t, at - 1))
    ):
        at -= 1
    clause = at
    commas = [k for k in range(clause, comma) if t.low[k] == ","]
    if not commas:
        return None
    starts = [clause, *(k + 1 for k in commas)]
    for start, stop in zip(starts, [*commas, comma], strict=True):
        if start >= stop:
            continue
        low = t.low[start]
        if (
            low in grammar.PREPOSITIONS
            or low in grammar.SUBORDINATORS
            or low in grammar.COORDINATORS
            or is_adverb(low)
        ):
            continue
        if low.endswith("ing") and not t.is_capital(start):
            continue
        return _segment(t, stop, start)
    return None


def _through_pair(t: Tokens, close: int, floor: int) -> int | None:
    """The first token of a noun phrase with an insertion between dashes or brackets that closes at `close`."""
    mark = t.low[close]
    for at in range(close - 1, floor - 1, -1):
        if t.low[at] == ("(" if mark == ")" else mark):
            return _segment(t, at, floor) if at > floor else None
    return None


def _lead_trimmed(t: Tokens, first: int, end: int) -> int:
    """`first` moved past conjunctions, adverbs and a leading prepositional phrase that a comma closes."""
    while first < end:
        low = t.low[first]
        if (
            low in grammar.COORDINATORS
            or is_adverb(low)
            or low in (",", "however", "while", "–", "—", ")", "'", "’", ".", "*", "•")
        ) or (low in grammar.DAYS and first + 1 < end):
            first += 1
        elif low in grammar.PREPOSITIONS:
            moved = _after_phrase(t, first, end)
            if moved >= end:
                break
            first = moved
        else:
            break
    return first


def _after_phrase(t: Tokens, first: int, end: int) -> int:
    """Past a prepositional phrase at the start of a clause: the next noun phrase begins at a name or pronoun."""
    for at in range(first + 2, end):
        low, left = t.low[at], t.low[at - 1]
        if low in grammar.PERSONAL:
            return at
        if left in grammar.PREPOSITIONS or left in grammar.DETERMINERS or left == "and":
            continue
        if low in grammar.DETERMINERS and left not in ("all", "both"):
            return at
        if left in grammar.DAYS or left.isdigit():
            return at
        if t.is_capital(at) and not t.is_capital(at - 1) and left not in grammar.PREPOSITIONS:
            return at
    return end


def after(t: Tokens, at: int, ceiling: int) -> tuple[int, int] | None:
    """Tokens (first, after) of the noun phrase that begins at `at` (an inverted subject, or after "according to").

    It runs through its apposition: to the sentence's end, a quotation, or a comma that closes it.
    """
    if at >= ceiling or not (t.is_word(at) or (t.low[at] == QUOTE and _short_quote(t, at))):
        return None
    if t.low[at] in grammar.OBJECT_PRONOUNS | grammar.PERSONAL:
        return (at, at + 1)
    end = at
    while end < min(ceiling, at + _MAX_LEFT):
        low = t.low[end]
        if low in (":", ";", "—", "–", "--", "?", "!") or (low == QUOTE and not _short_quote(t, end)):
            break
        if low == ",":
            if not _apposition(t, end, ceiling):
                break
        elif (
            end > at
            and low in ("that", "because", "while", "when", "but", "although", "if", "as", "after", "before")
            and t.low[end - 1] != "such"
        ) or (end > at and low in grammar.AUXILIARIES and low != "'s" and not _relative_open(t, at, end)):
            break
        end += 1
    while end > at and (t.low[end - 1] in (",", "and") or (t.low[end - 1] == "." and end == ceiling)):
        end -= 1
    return (at, end) if end > at else None


def _relative_open(t: Tokens, first: int, at: int) -> bool:
    """Whether a relative pronoun stands between `first` and `at`, so that a verb may follow."""
    return any(t.low[k] in grammar.RELATIVES for k in range(max(first, at - 12), at))


def _apposition(t: Tokens, comma: int, ceiling: int) -> bool:
    """Whether what follows a comma still says who the source is."""
    nxt = comma + 1
    if nxt >= ceiling:
        return False
    low = t.low[nxt]
    if low in (
        "a",
        "an",
        "the",
        "who",
        "whose",
        "which",
        "one",
        "now",
        "then",
        "former",
        "jr",
        "sr",
        "his",
        "her",
        "its",
        "president",
        "director",
        "chief",
        "professor",
        "head",
        "chairman",
        "spokesman",
        "spokeswoman",
        "founder",
        "author",
        "executive",
    ):
        return True
    return False
