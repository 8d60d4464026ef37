"""Bounds, vagueness and stretches: what the words beside a time do to its days.

"By next spring" leaves the beginning open, "no sooner than May" the end; "from May to July" is two times that bound
one stretch. Everything is looked for in a short window before and behind the time, so that reading stays linear.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.annotating.timewords import Row, letters_of
from sayso.lang.en import bounds as words
from sayso.model.span import Span
from sayso.model.timeforms import Form
from sayso.model.times import TimeBound, Vagueness
from sayso.model.words import folded, squeezed


def _phrases(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)


_LOOSE: Final = "|".join(sorted(words.LOOSE))
_BOUND: Final = re.compile(
    rf"(?<![\w'’])(?P<bound>{_phrases(tuple(phrase for phrase, _ in words.BOUNDS))})"
    rf"(?:\s+(?:{_LOOSE}|early\s+on|late\s+on)){{0,2}}(?:(?<!through),)?\s+$",
    re.IGNORECASE,
)
_AFTERWORD: Final = re.compile(
    rf"\s*,?\s*(?P<bound>{_phrases(tuple(phrase for phrase, _ in words.AFTERWORDS))})\b", re.IGNORECASE
)
#: "Since its opening in May": what began then.
_SINCE: Final = re.compile(
    r"(?<![\w'’])since\s(?:[^\s,.;:!?“”\"]+\s){1,7}(?:in|on|at)\s+(?:the\s+)?$", re.IGNORECASE
)
_ONWARD: Final = re.compile(r"\s*on(?=\s*[,.;:)]|\s*$|\s+(?!the\b|a\b|his\b|her\b|its\b|their\b)[a-z])")
_ABOUT: Final = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(words.ABOUT))})\s+(?:the\s+)?$", re.IGNORECASE)
_RANGE_END: Final = re.compile(r"\s*(?:(?:up\s+)?to|until|till|through|onwards?|[-–—])(?!\w)", re.IGNORECASE)
_DENIED: Final = re.compile(rf"(?:(?<![\w'’])(?:{_phrases(words.DENIERS)})|n['’]t)(?!\w)", re.IGNORECASE)
_NEGATED: Final = re.compile(rf"(?:(?<![\w'’])(?:{_phrases(words.NEGATIVES)})|n['’]t)(?!\w)", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[^.!?;:,“”\"\n]{0,70}$")
_OWNED: Final = re.compile(r"['’]s\s+(\w+)")
_LAST_WORD: Final = re.compile(r"(\w+|%)\W{0,3}$")
_OF_BOUND: Final[dict[str, str]] = {**dict(words.BOUNDS), **dict(words.AFTERWORDS)}
_UNBOUNDED: Final = frozenset({"duration", "set", "ref", "none"})
_WINDOW: Final = 40  # characters before a time in which its bound stands


def bound_of(text: str, span: Span, form: Form) -> TimeBound:
    """The bound that the words beside a time state; "at" where none does or a duration follows."""
    if form.kind in _UNBOUNDED:
        return "at"
    if found := _AFTERWORD.match(text, span.end, span.end + 32):
        return _OF_BOUND[squeezed(found["bound"])]  # type: ignore[return-value]  # the tables' values are bounds
    start = max(0, span.start - _WINDOW)
    found = _BOUND.search(text[start : span.start])
    if not found:
        return "since" if _SINCE.search(text[max(0, span.start - 60) : span.start]) else "at"
    phrase, at = squeezed(found["bound"]), start + found.start()
    clause = _CLAUSE.search(text[max(0, at - 70) : at])
    return _in_clause(phrase, clause[0] if clause else "", text[span.end : span.end + 40], form)


def _in_clause(phrase: str, clause: str, behind: str, form: Form) -> TimeBound:
    """The bound that a phrase states after `clause` and before `behind`."""
    last = _LAST_WORD.search(clause)
    previous = folded(last[1]) if last else ""
    owned = _OWNED.match(behind)
    if phrase == "to":
        return "until" if previous in words.SPANS else "at"
    if (phrase in ("until", "till") and _NEGATED.search(clause)) or (phrase == "before" and _DENIED.search(clause)):
        return "as-early-as"
    stunned = phrase == "by" and owned is not None and folded(owned[1]) not in words.DEADLINES
    within = phrase == "through" and previous in words.PARTLY
    if stunned or within or (phrase == "from" and not _begins(clause, behind, form)):
        return "at"
    return _OF_BOUND[phrase]  # type: ignore[return-value]  # the table's values are bounds


def _begins(clause: str, behind: str, form: Form) -> bool:
    """Whether "from" opens a stretch and tells no origin ("up from May", "moved from May to June")."""
    before = folded(clause).split()[-8:]
    if words.MOVED.intersection(before):
        return False
    if _RANGE_END.match(behind) or _ONWARD.match(behind):
        return True
    previous = before[-1] if before else ""
    if form.clock[1:2].isdigit():
        return True
    told = form.kind in ("weekday", "holiday") or (form.kind == "date" and (form.month or form.day))
    coming = form.which == 1 or (form.kind == "shift" and (form.n or 0) > 0)
    return bool(told or coming) and previous not in words.ORIGINS and not previous.isdigit()


_VAGUE: Final[dict[str, Vagueness]] = {
    "early": "early",
    "start": "early",
    "mid": "mid",
    "late": "late",
    "end": "late",
}


def _part_of(text: str, span: Span, form: Form) -> Vagueness | None:
    """The part of a period or a day that a time names, in it or before it: "late on Monday"."""
    if form.part in _VAGUE and form.kind != "holiday":
        return _VAGUE[form.part]
    if form.part == "start" or form.clock == "TNI":
        return "early" if _EARLY.match(span.of(text)) else None
    beside = _LATE_ON.search(text[max(0, span.start - 12) : span.start])
    if beside and form.kind in ("date", "weekday"):
        return "early" if folded(beside[1]) == "early" else "late"
    return None


def vagueness_of(text: str, span: Span, form: Form) -> Vagueness | None:
    """How vague a time is, by its part of a period, by "about" before it, or because it only begins or ends now."""
    if part := _part_of(text, span, form):
        return part
    if form.kind == "duration" and form.which and "X" in form.value:
        return "coming" if form.which > 0 else "recent"
    if form.kind == "ref" and " " not in span.of(text).strip() and form.which:
        return "coming" if form.which > 0 else "recent"
    if _ABOUT.search(text[max(0, span.start - 20) : span.start]) or _ABOUT.match(span.of(text).split(" ")[0] + " "):
        return "about"
    return None


_LATE_ON: Final = re.compile(r"(?<![\w'’-])(early|late)\s+on\s+$", re.IGNORECASE)
_EARLY: Final = re.compile(r"early\b|the\s+early\s+hours\b", re.IGNORECASE)
_EDGES: Final = frozenset("".join(letters_of(name) for name in ("stop", "block")))


def joined(line: Row, one: tuple[int, int], other: tuple[int, int]) -> str:
    """How two neighbouring times are tied: "to" (from one to the other), "and" (between them), "or"; "" for not.

    `one` and `other` are their words [first, last). What is moved from one day to another is no stretch.
    """
    if other[0] - one[1] > 3:
        return ""
    between = line.words(one[1], other[0])
    before = line.word(one[0] - 1).lower() if one[0] else ""
    how = words.JOINTS.get(between, "")
    if how != "to":
        return how if how != "and" or before == "between" else ""
    for index in range(one[0] - 1, max(-1, one[0] - 9), -1):
        if line.letters[index] in _EDGES:
            break
        if line.word(index).lower() in words.MOVED:
            return ""
    return "to"
