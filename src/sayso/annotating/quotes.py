"""Quoted stretches of a text, with their marks, exactly where they stand.

Theory. A quotation mark is read by its shape and its neighbours. A mark *can open* where white space, an
opening bracket or a dash stands before it and something else after it; it *can close* where something other
than white space stands before it. Directed marks (“ ” « » „) say which they are, except that German closes
with “, Danish opens with » and writers mistype; so a directed mark that cannot do what it says is taken for
what its neighbours say. Pairs may be mixed ("…” and “…"): one closer closes whatever double mark is open.
Only outermost stretches are given; a nested opener deepens only if two closers follow, else it is taken for
a slip. Single marks count as quotation marks only outside double ones, and only if a closer is found; all
others are apostrophes. A stretch that is still open at a paragraph's end ends there (the next paragraph
opens anew by the convention of the press). One pass over the marks, with a look-ahead of at most eight.
"""

from __future__ import annotations

import re

from sayso.model.span import Span, trimmed

_MARK = re.compile(r"[\"“”„‟«»＂]|``|''|[‘’'‚‛‹›]|\n[^\S\n]*\n|\r\n[^\S\n]*\r\n|[\u2029]")
_DOUBLE = frozenset(('"', "“", "”", "„", "‟", "«", "»", "＂", "``", "''"))
_BEFORE_OPENING = frozenset("([{<—–-―…/:,;=“\"„«‘'¿¡*_>|")
_LOOK_AHEAD = 8
_LONGEST_SINGLE = 2000
#: Words that begin with an apostrophe and no quotation ('90s, 'em, 'twas).
_ELIDED = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|round|n|nuff)\b", re.IGNORECASE)


def quotations(text: str, span: Span) -> tuple[Span, ...]:
    """The outermost quoted stretches of `text` inside `span`, marks included, in text order."""
    marks = [(m.start(), m.end(), m.group()) for m in _MARK.finditer(text, span.start, span.end)]
    found: list[Span] = []
    opened: int | None = None
    depth = 0
    skip_to = span.start
    for index, (start, end, mark) in enumerate(marks):
        if start < skip_to:
            continue
        if mark not in _DOUBLE:
            if mark[0] in "\n\r\u2029":
                _close_open(text, opened, start, found)
                opened, depth = None, 0
            elif opened is None and (closer := _single_closer(text, span, marks, index)):
                found.append(Span(start, closer))
                skip_to = closer
            continue
        if opened is None:
            if _can_open(text, span, start, end) and not (mark == "”" and _closes_only(text, span, start, end)):
                opened, depth = start, 1
        elif _closes(text, span, (start, end, mark)):
            depth -= 1
            if depth == 0:
                found.append(Span(opened, end))
                opened = None
        elif _nests(text, span, marks, index):
            depth += 1
    _close_open(text, opened, span.end, found)
    return tuple(found)


def _close_open(text: str, opened: int | None, end: int, found: list[Span]) -> None:
    """End a stretch that nothing closed at `end`, without trailing white space."""
    if opened is not None and (stretch := trimmed(text, opened, end)) and len(stretch) > 1:
        found.append(stretch)


def _before(text: str, span: Span, at: int) -> str:
    return text[at - 1] if at > span.start else " "


def _after(text: str, span: Span, at: int) -> str:
    return text[at] if at < span.end else " "


def _can_open(text: str, span: Span, start: int, end: int) -> bool:
    """Whether a mark at text[start:end] may begin a quotation."""
    left, right = _before(text, span, start), _after(text, span, end)
    return not right.isspace() and (left.isspace() or left in _BEFORE_OPENING or not left.isprintable())


def _closes_only(text: str, span: Span, start: int, end: int) -> bool:
    """Whether a closing mark with nothing open is a stray: something stands before it, or nothing after."""
    return not _before(text, span, start).isspace() or not _after(text, span, end).isalnum()


def _closes(text: str, span: Span, mark: tuple[int, int, str]) -> bool:
    """Whether a double mark closes, where something is open."""
    start, end, shape = mark
    left, right = _before(text, span, start), _after(text, span, end)
    if shape in ("”", "»", "''"):
        return not (left.isspace() and right.isalnum())
    return (not left.isspace() and left not in "([{—–") or not (right.isalnum() or right in "[“‘'(…$£€")


def _nests(text: str, span: Span, marks: list[tuple[int, int, str]], index: int) -> bool:
    """Whether the double mark at `index`, met inside a quotation, opens one within: two closers follow it."""
    closers = 0
    for mark in marks[index + 1 : index + 1 + _LOOK_AHEAD]:
        if mark[2] not in _DOUBLE:
            if mark[2][0] in "\n\r\u2029":
                break
            continue
        if not _closes(text, span, mark):
            return False
        closers += 1
        if closers == 2:
            return True
    return False


def _single_closer(text: str, span: Span, marks: list[tuple[int, int, str]], index: int) -> int | None:
    """Where the quotation opened by the single mark at `index` ends, or None where the mark is an apostrophe."""
    start, end, shape = marks[index]
    opens = shape in "‘‚‹'’›" and _can_open(text, span, start, end)
    if not opens or _ELIDED.match(text, end) or (shape == "’" and not _before(text, span, start).isspace()):
        return None
    weak: int | None = None
    for at, to, mark in marks[index + 1 : index + 1 + _LOOK_AHEAD]:
        if mark[0] in "\n\r\u2029" or at - start > _LONGEST_SINGLE:
            break
        if mark in _DOUBLE or at == end:
            continue
        left, right = _before(text, span, at), _after(text, span, to)
        if left.isspace():
            if mark == "‘":
                break
            continue
        if right.isalnum():
            continue
        if left == "s" and right == " " and text[to + 1 : to + 2].islower():
            weak = weak or to
            continue
        return to
    return weak
