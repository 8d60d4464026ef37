"""Sentences by their marks alone, and the words that say what one is about: enough to lay two sides by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sayso.lang.en.calendar import MONTHS, UNITS, WEEKDAYS
from sayso.lang.en.words import STOP
from sayso.model.span import Span
from sayso.model.words import content_stems, stem

Words = frozenset[str]

_REACH = 300
_END = re.compile(r"[.!?][\"”’']?(?=\s|$)|\n")
_OF_TIME: Words = frozenset(
    stem(word) for word in (*WEEKDAYS, *MONTHS, *UNITS, "days", "weeks", "last", "next", "this", "late", "early")
)


def around(text: str, span: Span) -> Span:
    """The sentence around a place; at most 300 characters to each side."""
    first, last = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    for end in _END.finditer(text, first, span.start):
        first = end.end()
    close = _END.search(text, span.end, last)
    return Span(first, close.start() if close else last)


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text in order, without their marks."""
    first = 0
    for end in _END.finditer(text):
        if first < end.start():
            yield Span(first, end.start())
        first = end.end()
    if first < len(text):
        yield Span(first, len(text))


def content_words(text: str) -> Words:
    """The stems of the words that say what a sentence is about; words of time are left out."""
    return _content_words(text) if len(text) <= 2 * _REACH else _content_words.__wrapped__(text)


@lru_cache(maxsize=4096)
def _content_words(text: str) -> Words:
    return frozenset(content_stems(text, STOP)) - _OF_TIME
