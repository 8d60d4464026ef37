"""Passages read before: what a tagger makes of one depends on it alone, so a reprinted one need not be read again.

A passage is cut out of its text, with its places counted from its own beginning, and what is made of it is moved to
wherever it stands. Only as many passages are kept as memory that stays the same allows; the one that was not asked
for longest goes first. What is kept belongs to one tagger and is dropped with it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import replace
from typing import Generic, TypeVar

from sayso.model.ports import Passage
from sayso.model.span import Span

T = TypeVar("T")

#: Passages that are kept, and characters from which on one is read anew: long ones are no paragraphs of news.
MOST, LONGEST = 4096, 4000

#: A passage cut out: its text, and itself with places counted from its beginning.
Cut = tuple[str, Passage]


def cut(text: str, passage: Passage) -> Cut:
    """A passage as a text of its own; what reaches beyond it leaves it as it is, in its whole text."""
    span = passage.span
    if not all(span.contains(one) for one in (*passage.sentences, *passage.quotations)):
        return text, passage
    return span.of(text), replace(
        passage,
        span=Span(0, len(span)),
        sentences=shifted(passage.sentences, -span.start),
        quotations=shifted(passage.quotations, -span.start),
    )


def shifted(spans: Iterable[Span], by: int) -> tuple[Span, ...]:
    """The spans, each so many code points further on."""
    return tuple(span.shifted(by) for span in spans)


class Recall(Generic[T]):
    """What was made of passages cut out, the last `MOST` of them."""

    def __init__(self, most: int = MOST) -> None:
        """Nothing is kept yet."""
        self._kept: OrderedDict[Cut, T] = OrderedDict()
        self._most = most

    def get(self, passage: Cut) -> T | None:
        """What was made of a passage; None where it is not kept."""
        found = self._kept.get(passage)
        if found is not None:
            self._kept.move_to_end(passage)
        return found

    def keep(self, passage: Cut, made: T) -> None:
        """Remember what was made of a passage that is not too long."""
        if len(passage[0]) > LONGEST:
            return
        self._kept[passage] = made
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
