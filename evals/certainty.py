"""Commitment against people's ratings of events in news sentences, from -3 (certainly not) to 3 (certainly).

The set rates single words. Where a gauge has read the text, a rated word that it takes for an event has the middle
of that event's bounds. Else it has the middle of the interval of the innermost statement whose content holds it (1
for a cue itself and for what the article says in its own voice), turned over where a negation stands before it in
its clause. The sentences are put together from their tokens as a newspaper prints them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from statistics import correlation, fmean

from evals.passages import page_of
from sayso.model.case import Page
from sayso.model.ports import Gauge, Tagger
from sayso.model.statements import Statement

_NEGATION = re.compile(r"\b(?:not|never|no|nor|neither|cannot|without|nobody|none)\b|n[’' ]t\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:.]|\b(?:that|which|who|but|because|if|when|while|after|before)\b", re.IGNORECASE)
_LEFT = frozenset({"(", "[", "{", "$", "#", "£", "€"})
_RIGHT = re.compile(r"(?:[.,;:!?%)\]}]|\.\.\.|n[’']t|[’'](?:s|re|ve|ll|d|m)?)$", re.IGNORECASE)
_PLAIN = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
_BEFORE = 60
#: Words before an event in which a negation is sought; of 2 to 5 the best on the dev part, by less than 4 points.
_WORDS = 4


def figures(path: Path, tagger: Tagger, gauge: Gauge | None) -> dict[str, float]:
    """Pearson's r in hundredths over all rated events and over those in contents; 100 less the mean error.

    With a gauge also the share of ratings that lie within the bounds of their event, of those that have one.
    """
    rated: list[tuple[float, float, bool]] = []
    within: list[bool] = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text, starts = joined(row["text"].split(" "))
        if not text.strip():
            continue
        page = page_of(text, tagger, gauge)
        events = {
            event.span.start: event
            for one in (*page.statements, *page.own_voice)
            for event in one.commitment.events
        }
        for target in row["targets"]:
            place = starts[target["span1"][0]]
            guess, inside = _probability(page, place)
            if event := events.get(place):
                guess = (event.low + event.high) / 2
                within.append(event.low <= (target["label"] + 3) / 6 <= event.high)
            rated.append((target["label"], guess, inside))
    held = [(label, guess) for label, guess, inside in rated if inside]
    return {
        "r, all events": 100 * correlation(*zip(*((label, guess) for label, guess, _ in rated), strict=True)),
        "r, events in contents": 100 * correlation(*zip(*held, strict=True)),
        "100 less mean error": 100 - 100 * fmean(abs((label + 3) / 6 - guess) for label, guess, _ in rated),
        **({"within their bounds": 100 * fmean(within)} if within else {}),
    }


def joined(tokens: Sequence[str]) -> tuple[str, list[int]]:
    """A sentence put together from its tokens as a newspaper prints it, and where each word begins."""
    text, starts, opened, glue = "", [], False, True
    for at, raw in enumerate(tokens):
        word = _PLAIN.get(raw, raw)
        hyphen = word == "-" and 0 < at < len(tokens) - 1 and tokens[at - 1].isalnum() and tokens[at + 1].isalnum()
        closing = word == '"' and opened
        if not (glue or hyphen or closing or _RIGHT.match(word)):
            text += " "
        starts.append(len(text))
        text += word
        glue = word in _LEFT or hyphen or (word == '"' and not opened)
        opened = opened != (word == '"')
    return text, starts


def _probability(page: Page, place: int) -> tuple[float, bool]:
    """The probability that the text's voices give the event at a place, and whether a content holds it."""
    holders = [one for one in page.statements if any(span.start <= place < span.end for span in one.content)]
    inner = max(holders, key=lambda one: (len(one.chain), -len(one.content)), default=None)
    guess = (inner.commitment.low + inner.commitment.high) / 2 if inner else 1.0
    return (1 - guess if _negated(page.article.text, place, inner) else guess), inner is not None


def _negated(text: str, place: int, holder: Statement | None) -> bool:
    """Whether a negation stands before a place in its clause and in the content that holds it."""
    floor = max(0, place - _BEFORE, holder.content[0].start if holder else 0)
    before = _CLAUSE.split(text[floor:place])[-1]
    return bool(_NEGATION.search(" ".join(before.split()[-_WORDS:])))
