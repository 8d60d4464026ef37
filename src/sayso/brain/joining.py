"""What runs on over paragraphs: "X said:" hands the next one to X, and a quotation goes on in the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sayso.brain.merging import OPENING, Heard, quotes
from sayso.brain.sketches import LEARNED, Told
from sayso.model.span import Span


def joined(text: str, read: Iterable[tuple[Heard, list[Told]]]) -> list[Told]:
    """The findings of all passages that have a content, with what following passages add to it.

    `read` gives the passages in text order, each with its merged findings.
    """
    found: list[Told] = []
    later: dict[int, list[Span]] = defaultdict(list)
    speaker: int | None = None  # the one of `found` who may go on in the next passage
    for heard, told in read:
        if speaker is not None and not any(one.content for one in told):
            waits = not found[speaker].content and speaker not in later
            if more := _goes_on(text, heard, found[speaker], waits=waits):
                later[speaker] += more
                continue
        first = len(found)
        found += [one for one in told if one.content or one is told[-1]]
        speaker = len(found) - 1 if len(found) > first and _hands_over(text, heard, found[-1]) else None
    return [
        replace(one, content=(*one.content, *later.get(number, ())))
        for number, one in enumerate(found)
        if one.content or number in later
    ]


def _goes_on(text: str, heard: Heard, last: Told, *, waits: bool) -> tuple[Span, ...]:
    """What a passage without a finding adds to the last one; `waits`: its "X said:" has no content yet."""
    span, plain = heard.sketch.passage.span, heard.sketch.plain
    if (waits and last.pattern != LEARNED) or (heard.sketch.quotation and (plain or waits)):
        return (span,)
    begins = bool(heard.loose) and (text[span.start] in OPENING or heard.loose[0].start == span.start)
    return heard.loose if begins else ()


def _hands_over(text: str, heard: Heard, last: Told) -> bool:
    """Whether a passage ends with a cue and a colon, or its last finding quotes."""
    if last.content:
        return quotes(text, last)
    end = heard.sketch.passage.span.end
    return last.pattern != LEARNED or (text[end - 1] == ":" and last.cue.end <= end)
