"""Predicates of several words that no single verb of the tables shows: refusals, waving away, putting a figure on.

Each shape is found at its own word: "drawn" ("would not be drawn on X", "On X, she would not be drawn"), the noun
"comment" ("had no comment on X"), a verb with its object before its particle ("brushed the report aside"), and
"put" with a figure ("put the loss at 30 million"). Looks reach at most 24 tokens to either side.
"""

from __future__ import annotations

from sayso.brain import subjects
from sayso.brain.contents import Complement
from sayso.brain.extents import extent
from sayso.brain.findings import Finding, Sentence
from sayso.brain.verbs import is_adverb
from sayso.lang.en import cues, grammar, numbers

_REACH = 8
_FRONTED = 24
_ABOUT = frozenset(("on", "about", "whether", "over", "as"))
_QUANTIFIED = frozenset(
    ("about", "around", "between", "more", "less", "no", "over", "under", "some", "nearly", "almost")
)
_NUMBERS = frozenset(numbers.SMALL)

#: The words at which a shape may be found.
HEADS = frozenset({"drawn", "comment", "comments", "commented", "put", "puts", *cues.KEEPING, *cues.WAVING})


def refusal(s: Sentence, head: int) -> Finding | None:
    """The finding of one of the shapes whose word stands at `head`; None where none does."""
    low = s.t.low[head]
    if low == "drawn":
        return _drawn(s, head)
    if low in ("comment", "comments", "commented"):
        return _no_comment(s, head)
    if low in cues.KEEPING:
        kept = head - 1 > s.floor and s.t.low[head - 1] in cues.KEEPING[low]
        return _refused(s, _group(s, head - 1), head + 1) if kept else None
    if low in cues.WAVING:
        return _waved(s, head)
    return _put(s, head) if low in ("put", "puts") else None


def _group(s: Sentence, head: int) -> int:
    """The first token of the auxiliaries, negations and adverbs before `head`."""
    t, first = s.t, head
    while first > max(s.floor, head - _REACH) and (
        t.low[first - 1] in grammar.AUXILIARIES | grammar.NEGATORS or is_adverb(t.low[first - 1])
    ):
        first -= 1
    return first


def _negated(s: Sentence, first: int, after: int) -> bool:
    """Whether a negation stands among tokens `first` … `after`-1, an auxiliary with it."""
    words = s.t.low[first:after]
    nots = any(low in grammar.NEGATORS - {"no"} or low.endswith(("n't", "n’t")) for low in words)
    return nots and any(low in grammar.AUXILIARIES for low in words)


def _drawn(s: Sentence, head: int) -> Finding | None:
    """What reads "X would not be drawn on Y", "On Y, X refused to be drawn"."""
    t, first = s.t, _group(s, head)
    if t.low[head - 1] != "be":
        return None
    if t.low[first - 2 : first] in (("refused", "to"), ("declined", "to")):
        first -= 2
    elif not _negated(s, first, head):
        return None
    return _refused(s, first, head + 1)


def _no_comment(s: Sentence, head: int) -> Finding | None:
    """What reads "X had no comment on Y", "On Y, X offered no immediate comment"."""
    t, first = s.t, _group(s, head)
    if _negated(s, first, head):
        return _refused(s, first, head + 1)
    first = head
    while first > max(s.floor, head - 3) and t.low[first] != "no":
        first -= 1
    if t.low[first] != "no" or t.low[first - 1 : first] not in (
        ("had",),
        ("has",),
        ("have",),
        ("offered",),
        ("made",),
    ):
        return None
    return _refused(s, _group(s, first - 1) if t.low[first - 1] in grammar.AUXILIARIES else first - 1, head + 1)


def _refused(s: Sentence, first: int, after: int) -> Finding | None:
    """A refusal with the cue `first` … `after`, and its matter behind it or before its source."""
    t, ceiling = s.t, s.ceiling
    source = subjects.before(t, first, s.floor)
    if source is None:
        return None
    if after + 1 < ceiling and t.low[after] in _ABOUT:
        stop = extent(t, Complement("wh", after, after), ceiling)
        return Finding("refusal", source, (first, after), ((after, stop),), "refuse")
    at, floor = source[0], s.floor
    comma = at > floor and t.low[at - 1] == ","
    at -= comma
    fronted = (
        at > floor + 1
        and (comma or t.low[at] in grammar.PERSONAL)
        and at - floor <= _FRONTED
        and t.low[floor] in ("on", "about")
    )
    return Finding("refusal", source, (first, after), ((floor, at),), "refuse") if fronted else None


def _waved(s: Sentence, head: int) -> Finding | None:
    """What reads "X brushed the report aside": the object stands before the particle."""
    t, particles = s.t, cues.WAVING[s.t.low[head]]
    if head + 2 < s.ceiling and t.low[head + 1] in particles and t.low[head + 2] in grammar.DETERMINERS:
        first = _group(s, head)
        source = subjects.before(t, first, s.floor)
        stop = extent(t, Complement("np", head + 2, head + 2), s.ceiling)
        return Finding("waved", source, (first, head + 2), ((head + 2, stop),), "dismiss") if source else None
    for k in range(head + 2, min(s.ceiling, head + _REACH)):
        if t.low[k] in particles and (k + 1 >= s.ceiling or not t.is_capital(k + 1)):
            first = _group(s, head)
            source = subjects.before(t, first, s.floor)
            return Finding("waved", source, (first, head + 1), ((head + 1, k),), "dismiss") if source else None
        if not t.is_word(k) or t.low[k] in grammar.AUXILIARIES:
            break
    return None


def _put(s: Sentence, head: int) -> Finding | None:
    """What reads "X put the loss at 30 million": a figure that X gives."""
    t, ceiling = s.t, s.ceiling
    at = next((k for k in range(head + 2, min(ceiling - 1, head + 2 * _REACH)) if t.low[k] == "at"), None)
    if at is None or not all(t.is_word(k) for k in range(head + 1, at)):
        return None
    nxt = t.low[at + 1]
    figure = nxt[:1].isdigit() or nxt in _NUMBERS or nxt in _QUANTIFIED or not (t.is_word(at + 1) or nxt == ",")
    counted = any(t.low[k][:1].isdigit() or t.low[k] in _NUMBERS for k in range(at + 1, min(ceiling, at + _REACH)))
    first = _group(s, head)
    source = subjects.before(t, first, s.floor)
    if source is None or not figure or not counted or t.low[head + 1] in grammar.PREPOSITIONS:
        return None
    stop = extent(t, Complement("np", head + 1, head + 1), ceiling)
    return Finding("put", source, (first, head + 1), ((head + 1, stop),), "put")
