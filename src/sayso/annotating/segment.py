"""Sentences of a stretch of text, at their exact places.

A full stop ends a sentence unless something says that it does not: the word before it (an abbreviation, an
initial, a list number), or what follows it (a small letter, a number after "No.", a day after "p.m."). Closing
quotation marks and brackets after the mark belong to the sentence. A question or exclamation inside quotation
marks goes on where a name and a verb of saying follow. An empty line always ends a sentence, a single line break
never does: hard-wrapped text is common.

One pass from left to right; every look to either side is bounded, so the time is linear in the text's length.
"""

from __future__ import annotations

import re

from sayso.lang.en import abbreviations as table
from sayso.model.span import Span, trimmed

_CLOSERS = "\"'”’»›)]}」』）】*_"
_OPENERS = "\"'“‘«‹([{「『（【„‚*_-–—•"
#: A run of end marks, or an empty line (white space between the two breaks is bounded, longer runs end anyway).
_MARK = re.compile(r"[.!?…‽]+|[。！？｡]+|(?:\r\n|[\n\r\u2028])[ \t\u00a0]{0,200}(?:\r\n|[\n\r\u2028])|\u2029")
_LOOK = 24  # code points looked at for the word before or after a mark; no abbreviation is longer
_TAIL = 60  # code points looked at for a verb of saying after a quotation


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of `span`, trimmed, in order and without overlap; together they hold all but white space."""
    found: list[Span] = []
    start = span.start
    for mark in _MARK.finditer(text, span.start, span.end):
        if mark.start() < start:
            continue
        end = _end(text, mark, start, span.end)
        if end is None:
            continue
        sentence = trimmed(text, start, end)
        if sentence:
            found.append(sentence)
        start = end
    last = trimmed(text, start, span.end) if start < span.end else None
    return (*found, last) if last else tuple(found)


def _end(text: str, mark: re.Match[str], start: int, limit: int) -> int | None:
    """Where the sentence that `mark` may close ends, or None where it goes on."""
    end = mark.end()
    if mark.group()[0].isspace():
        return end
    while end < limit and text[end] in _CLOSERS and end - mark.end() < 6:
        end += 1
    after = end
    while after < limit and text[after].isspace():
        after += 1
    if after == limit or mark.group()[0] in "。！？｡":
        return end
    if after == end:
        ends = _glued(text, mark, end)
    elif not _opens(text, after, limit):
        ends = False
    elif "." in mark.group():
        ends = not _inside(text, mark, start, after)
    else:
        quoted = any(char in "\"”»’'" for char in text[mark.end() : end])
        ends = not (quoted and _tail(text, after, limit))
    return end if ends else None


def _glued(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a sentence starts right after a closing curly quotation mark, the space having been lost."""
    return end > mark.end() and text[end - 1] in "”»" and text[end : end + 1].isupper()


def _opens(text: str, at: int, limit: int) -> bool:
    """Whether what stands at `at` can begin a sentence: no small letter, no mark that only goes on."""
    stop = min(limit, at + 8)
    while at < stop and (text[at] in _OPENERS or text[at].isspace()):
        at += 1
    if at >= limit:
        return True
    char = text[at]
    if char.islower():  # a name in camel case ("eBay") begins a sentence, another small letter does not
        return text[at + 1 : at + 2].isupper() or any(one.isupper() for one in _word(text, at)[2:])
    return char not in ",;:.!?…%)]"


def _inside(text: str, mark: re.Match[str], start: int, after: int) -> bool:
    """Whether a full stop stands inside a sentence: after an abbreviation, an initial or a list number."""
    following = _word(text, after)
    if len(mark.group()) > 1:
        return following in {"I", "I’m", "I'm"} and text[mark.end()].isspace()
    before = _before(text, mark.start(), start)
    if len(before) == 1 and before.isalpha() and before != "v" and not following[:1].isdigit():
        return _initial(before, mark.start() - start, following)
    if before.isdigit():
        return len(before) < 3 and not text[start : mark.start() - len(before)].strip()
    return _abbreviated(before, following)


def _abbreviated(before: str, following: str) -> bool:
    """Whether the word before a full stop is an abbreviation that the word after it goes on from."""
    low, after = before.lower(), following.lower()
    rules = (
        (table.BEFORE_NAME, low != "sr" or after not in table.STARTERS),
        (table.BEFORE_NUMBER, following[:1].isdigit()),
        (table.CALENDAR, before[:1].isupper() and following[:1].isdigit()),
        (table.TIMES_OF_DAY, after in table.AFTER_TIME_OF_DAY),
        (table.ANYWHERE, following[:1].isalpha() and after not in table.STARTERS),
    )
    for words, goes_on in rules:
        if low in words:
            return goes_on
    return _dotted(before) and following[:1].isalpha() and after not in table.STARTERS


def _dotted(word: str) -> bool:
    """Whether a word is made of single letters with full stops between them ("U.S", "N.A.T.O")."""
    return "." in word and all(len(part) == 1 and part.isalpha() for part in word.split("."))


def _initial(letter: str, at: int, following: str) -> bool:
    """Whether a single letter before a full stop is a name's initial and not the last word of a sentence."""
    if letter.islower() or not following[:1].isupper():
        return False
    if letter == "I" and following.lower() in table.STARTERS:
        return False
    return following.lower() not in table.STARTERS or len(following) == 1 or at < 2


def _before(text: str, end: int, start: int) -> str:
    """The word that ends at `end`, without opening marks; "" where it is longer than any abbreviation."""
    at = end
    low = max(start, end - _LOOK)
    while at > low and not text[at - 1].isspace() and text[at - 1] not in "\"'“‘«(['—–-/,":
        at -= 1
    return text[at:end]


def _word(text: str, start: int) -> str:
    """The word at or after `start`, opening marks left out, at most _LOOK code points of it."""
    piece = text[start : start + _LOOK].lstrip(_OPENERS + " ")
    end = 0
    while end < len(piece) and (piece[end].isalnum() or piece[end] in "'’"):
        end += 1
    return piece[:end]


def _tail(text: str, after: int, limit: int) -> bool:
    """Whether a name and a verb of saying follow a closed quotation, so that the sentence goes on."""
    words = text[after : min(limit, after + _TAIL)].split()[:7]
    for place, word in enumerate(words):
        bare = word.rstrip('.,:;!?"”')
        if bare in table.TAILS:
            return place > 0
        if bare != word:
            return False
    return False
