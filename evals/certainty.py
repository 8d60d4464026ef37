"""Commitment against people's ratings of events in news sentences, from -3 (certainly not) to 3 (certainly).

The set rates single words, commitment speaks of contents: an event gets the midpoint of the interval of the
innermost statement whose content holds it (1 for a cue itself and for what the article says in its own voice),
turned over where a negation stands before it in its clause. What people rated and Sayso does not tell apart
(plans inside a content, events under "if") counts against it.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from statistics import correlation, fmean

from sayso.annotating.annotate import annotate
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.ports import Tagger
from sayso.model.statements import Statement

_NEGATION = re.compile(r"\b(?:not|never|no|nor|neither|cannot|without|nobody|none)\b|n[’' ]t\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:.]|\b(?:that|which|who|but|because|if|when|while|after|before)\b", re.IGNORECASE)
_BEFORE = 60
#: Words before an event in which a negation is sought; of 2 to 5 the best on the dev part, by less than 4 points.
_WORDS = 4


def figures(path: Path, tagger: Tagger) -> dict[str, float]:
    """Pearson's r in hundredths over all rated events and over those in contents; 100 less the mean error."""
    rated: list[tuple[float, float, bool]] = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        page = annotate(_article(text), tagger)
        starts = _starts(text)
        for target in row["targets"]:
            guess, inside = _probability(page, starts[target["span1"][0]])
            rated.append((target["label"], guess, inside))
    held = [(label, guess) for label, guess, inside in rated if inside]
    return {
        "r, all events": 100 * correlation(*zip(*((label, guess) for label, guess, _ in rated), strict=True)),
        "r, events in contents": 100 * correlation(*zip(*held, strict=True)),
        "100 less mean error": 100 - 100 * fmean(abs((label + 3) / 6 - guess) for label, guess, _ in rated),
    }


def _article(text: str) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(digest[:16], digest, text, digest, language="en")


def _starts(text: str) -> list[int]:
    """Where each word of a text tokenised by single spaces begins."""
    starts = [0]
    for word in text.split(" "):
        starts.append(starts[-1] + len(word) + 1)
    return starts


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
