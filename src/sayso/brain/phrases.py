"""Attributions without a verb: "according to X", "X's claim that …", "rumors of …", "X: “…”"."""

from __future__ import annotations

from sayso.brain import subjects
from sayso.brain.contents import Complement
from sayso.brain.extents import extent
from sayso.brain.findings import Finding, Range, Sentence
from sayso.brain.tokens import QUOTE, Tokens
from sayso.brain.verbs import LEXICON, is_adverb
from sayso.lang.en import cues, grammar, kinds

_LONGEST_SPEAKER = 8
#: A clause before ", so the institute" has this many words, and what follows "so" at most so many.
_CLAUSE, _SHORT_END = 4, 12
#: A quotation is signed with at most so many words, the dash before them left out.
_LONGEST_SIGNATURE = 16
_SPEAKERS = kinds.PERSON_NOUNS | kinds.BODY_NOUNS | kinds.GROUP_NOUNS
_IN_NAMES = frozenset(("of", "the", "and", ".", "'s", "for", "'", "(", ")", "-", "&", "de", "von", "al"))
_DASHES = frozenset(("-", "–", "—", "--"))
_SIGNING = kinds.PERSON_NOUNS | kinds.BODY_NOUNS | kinds.DOCUMENT_NOUNS | {"again", "nameless", "unnamed", "former"}
_NOUNS: dict[str, frozenset[str]] = {}
for _force, _shapes, _words in cues.NOUNS:
    for _word in _words.split():
        _NOUNS[_word] = _NOUNS.get(_word, frozenset()) | frozenset(_shapes.split())


def according(s: Sentence) -> list[Finding]:
    """What reads "According to X, …", "…, according to X", "in the words of X, …", "…, so the X."."""
    t = s.t
    low = t.low[s.floor : s.ceiling]
    found: list[Finding] = []
    if "according" not in low and "words" not in low and "so" not in low:
        return found
    for to in range(s.floor + 1, s.ceiling):
        first = _leads(s, to)
        np = subjects.after(t, to + 1, _ceiling(s, to)) if first is not None else None
        if first is None or np is None:
            continue
        if t.low[to] == "so" and not _ends_so(s, np):
            continue
        content = _around(s, first, np[1])
        if content:
            found.append(Finding("according", np, (first, to + 1), content))
    return found


def _leads(s: Sentence, to: int) -> int | None:
    """Where "according to", "in the words of" or ", so" begins that ends at `to`; None where none does."""
    low = s.t.low
    if low[to] == "to" and low[to - 1] == "according":
        return to - 1
    if low[to] == "of" and low[to - 1] == "words" and to - 3 >= s.floor and low[to - 3 : to - 1] == ("in", "the"):
        return to - 3
    if low[to] == "so" and to - _CLAUSE > s.floor and low[to - 1] in (",", QUOTE) and to + 1 < s.ceiling:
        return to if low[to + 1] in ("the", "a", "an") or s.t.is_capital(to + 1) else None
    return None


def _ends_so(s: Sentence, np: Range) -> bool:
    """Whether nothing but a place or a mark follows "so the institute": no verb makes a clause of it."""
    known = any(s.t.low[k] in _SPEAKERS or s.t.is_capital(k) for k in range(*np))
    verb = any(s.t.low[k] in grammar.FINITE or s.t.low[k] in LEXICON for k in range(np[0], s.ceiling))
    return known and not verb and s.ceiling - np[0] <= _SHORT_END


def reported_by(s: Sentence) -> list[Finding]:
    """What reads "As reported by X, …", "…, as noted by X"."""
    t = s.t
    found: list[Finding] = []
    if "by" not in t.low[s.floor : s.ceiling]:
        return found
    for by in range(s.floor + 2, s.ceiling):
        if t.low[by] != "by" or t.low[by - 2] != "as" or t.low[by - 1] not in LEXICON:
            continue
        np = subjects.after(t, by + 1, _ceiling(s, by))
        content = _around(s, by - 2, np[1]) if np else ()
        if content:
            found.append(Finding("according", np, (by - 1, by + 1), content))
    return found


def _ceiling(s: Sentence, to: int) -> int:
    """How far the source of "according to" may reach: at the start of a sentence to the comma that closes it."""
    t = s.t
    if to - 1 - s.floor > 2 or t.low[to - 2 : to - 1] == (",",):
        return s.ceiling
    commas = [k for k in range(to + 1, min(s.ceiling, to + 40)) if t.low[k] == ","][:2]
    if len(commas) == 2 and t.low[commas[0] + 1] in ("a", "an", "who", "which", "whose", "one"):
        return commas[1]
    return commas[0] if commas else s.ceiling


def _around(s: Sentence, first: int, after: int) -> tuple[Range, ...]:
    """What "according to X" at tokens first … after-1 attributes."""
    t = s.t
    if first == s.floor or (first - s.floor <= 2 and t.low[first - 1] != ","):
        start = after
        if start < s.ceiling and t.low[start] in ("—", "–", "--"):
            closing = (k + 1 for k in range(start + 1, min(s.ceiling, start + 16)) if t.low[k] == t.low[start])
            start = next(closing, start)
        while start < s.ceiling and t.low[start] in (",", ":", "and"):
            start += 1
        return ((start, extent(t, Complement("that", start, start), s.ceiling)),) if start < s.ceiling else ()
    end = first
    while end > max(s.floor, first - 8) and (
        t.low[end - 1] == "," or is_adverb(t.low[end - 1]) or t.low[end - 1] in ("—", "--", "(")
    ):
        end -= 1
    pieces = [(_start_of_last(s, end), end)] if end > s.floor else []
    if (
        after + 1 < s.ceiling
        and t.low[after] == ","
        and first - s.floor < 12
        and t.low[after + 1] not in grammar.COORDINATORS
    ):
        pieces.append((after + 1, s.ceiling))
    return tuple(pieces)


def _start_of_last(s: Sentence, end: int) -> int:
    """Where the clause begins that a final "according to" is about: a relative clause, else the sentence."""
    for k in range(end - 2, max(s.floor, end - 30), -1):
        if s.t.low[k] == "," and s.t.low[k + 1] in ("which", "who"):
            return k + 1
        if s.t.low[k] == ";":
            return k + 1
    return s.floor


def nouns(s: Sentence) -> list[Finding]:
    """What reads "X's claim that …", "the claim by X that …", "rumors of …", "fears of …"."""
    tried = (_noun(s, at) for at in range(s.floor, s.ceiling - 2) if s.t.low[at] in _NOUNS)
    return [one for one in tried if one]


def _noun(s: Sentence, at: int) -> Finding | None:
    t = s.t
    shapes = _NOUNS[t.low[at]]
    after, source = at + 1, None
    if t.low[after] in ("by", "from") and (np := subjects.after(t, after + 1, min(s.ceiling, after + 12))):
        source, after = np, np[1]
    if after + 1 >= s.ceiling or t.low[after] not in shapes:
        return None
    if t.low[after] == "to" and t.low[after + 1] in grammar.DETERMINERS:
        return None
    owner, first = _owner(s, at)
    if first is None or _is_verb(s, first, at):
        return None
    link = t.low[after]
    if link == "that" and _relative(t.low[after + 1]):
        return None
    if source is None and owner is None and (holder := _abuzz(s, first)):
        source, first = holder
    source = source or owner
    if source is None and t.low[at] not in cues.RUMOURS and not (link == "that" and t.low[at] in cues.HEARSAY):
        return None
    start = after if link in ("that", "to", "whether") else after + 1
    cue_after = at + 1 if start == after or source == (at + 2, after) else start
    stop = extent(t, Complement("that" if link == "that" else "prep", start, start), s.ceiling)
    name = f"noun/{link}/{'owned' if source else 'none'}"
    return Finding(name, source, (first, cue_after), ((start, stop),), t.low[at])


def _owner(s: Sentence, at: int) -> tuple[Range | None, int | None]:
    """Whose word a noun at `at` is ("X's", "his"), and where the cue begins; no cue after a verb form's subject."""
    t = s.t
    first = at
    while first > s.floor and at - first < 4:
        low = t.low[first - 1]
        if low in grammar.POSSESSIVES:
            return (first - 1, first), first
        if low == "'s" or (low in ("'", "’") and t.low[first - 2 : first - 1] and t.low[first - 2].endswith("s")):
            np = subjects.before(t, first - 1, s.floor)
            return ((np[0], first), first) if np else (None, first)
        if (
            low in grammar.DETERMINERS
            or not t.is_word(first - 1)
            or low in grammar.PREPOSITIONS
            or low in grammar.AUXILIARIES
        ):
            break
        first -= 1
    if first > s.floor and t.low[first - 1] in grammar.AUXILIARIES - grammar.BE | {"to"}:
        return None, None
    return None, at


def _is_verb(s: Sentence, first: int, at: int) -> bool:
    """Whether "the union's board fears that" has a verb: a body or person stands right before it."""
    known = s.t.low[at - 1].removesuffix("s") in _SPEAKERS or s.t.low[at - 1] in _SPEAKERS
    return first < at and known and s.t.low[at] in LEXICON


def _relative(low: str) -> bool:
    """Whether "that" before this word is a relative pronoun: a finite verb follows at once."""
    return low in grammar.FINITE or (low in LEXICON and LEXICON[low][0] == "s")


def _abuzz(s: Sentence, noun: int) -> tuple[Range, int] | None:
    """Who is "abuzz with" the rumours whose cue begins at `noun`, and where that predicate begins."""
    t = s.t
    if noun - 2 <= s.floor or t.low[noun - 1] != "with" or t.low[noun - 2] not in cues.ABUZZ:
        return None
    first = noun - 2
    while first > max(s.floor, noun - 8) and (
        t.low[first - 1] in grammar.AUXILIARIES or is_adverb(t.low[first - 1])
    ):
        first -= 1
    holder = subjects.before(t, first, s.floor)
    return (holder, first) if holder else None


def signed(t: Tokens) -> Finding | None:
    """What reads "“…” - X, mayor of Y" or "“…” X." and is the whole of a block: the quotation is X's."""
    if len(t) < _CLAUSE - 1 or t.low[0] != QUOTE or t.word(0).rstrip("\"”'»’").endswith(","):
        return None
    at = 1
    while at < len(t) and t.low[at] in (".", "!", "?", ","):
        at += 1
    dash = at < len(t) and t.low[at] in _DASHES
    first, end = at + dash, len(t)
    while end > first and t.low[end - 1] in (".", ")"):
        end -= 1
    stop = next((k for k in range(first, end) if t.low[k] == ","), end)
    if not 0 < end - first <= _LONGEST_SIGNATURE or any(_tells(t, k) for k in range(first, end)):
        return None
    if t.low[first] == "from" and first + 1 < stop:
        first += 1
    spoken = any(t.low[k].removesuffix("s") in _SPEAKERS for k in range(first, stop))
    if not t.is_word(first) or not (spoken or t.is_capital(first) or t.low[first] in ("a", "an", "one")):
        return None
    if not dash and not (_is_signature(t, first, stop) and (spoken or stop - first > 1)):
        return None
    source = subjects.after(t, first, end)
    if dash:
        cue = (at, first)
    elif end < len(t):
        cue = (end, end + 1)  # the stop behind the name: layout alone tells
    else:
        return None
    return Finding("signed", source, cue, ((0, 1),)) if source else None


def _tells(t: Tokens, at: int) -> bool:
    """Whether a word behind a quotation makes a clause of what stands there."""
    low = t.low[at]
    return low == QUOTE or low in grammar.FINITE - {"'s"} or (low in LEXICON and LEXICON[low][0] in ("s", "past"))


def _is_signature(t: Tokens, first: int, stop: int) -> bool:
    """Whether words without a dash before them are a name or a noun for somebody or something that speaks."""
    return all(t.is_capital(k) or t.low[k] in _IN_NAMES or t.low[k] in _SIGNING for k in range(first, stop))


def labelled(s: Sentence, *, first: bool) -> Finding | None:
    """What reads "X: …" at the start of a block or "From X: …": a name before a colon says what follows."""
    t = s.t
    start = s.floor + 1 if t.low[s.floor] == "from" else s.floor
    colon = next((k for k in range(start, min(s.ceiling - 1, start + _LONGEST_SPEAKER)) if t.low[k] == ":"), None)
    if colon is None or colon == start or not all(_nameable(s, k) for k in range(start, colon)):
        return None
    quoted = t.low[colon + 1] == QUOTE
    short = len(t.word(start)) < 2 or t.low[colon - 1] in cues.NO_SPEAKERS
    if short or not t.is_capital(start) or not (first or quoted) or (s.ceiling - colon < 4 and not quoted):
        return None
    shouted = t.word(start).isupper() and len(t.word(start)) > 2
    all_shouted = (
        shouted and not quoted and all(t.word(k).isupper() for k in range(colon + 1, min(s.ceiling, colon + 4)))
    )
    if all_shouted and not any(t.low[k] in _SPEAKERS for k in range(start, colon)):
        return None
    name = "label/quote" if quoted else "label/shouted" if shouted else "label/name"
    return Finding(name, (start, colon), (colon, colon + 1), ((colon + 1, s.ceiling),))


def _nameable(s: Sentence, at: int) -> bool:
    """Whether a token may stand in the name before a colon: a capital, a small word of names, a dot."""
    return (s.t.is_capital(at) and s.t.low[at] not in LEXICON) or s.t.low[at] in _IN_NAMES
