"""When each thing in an article was said, once the article has a date: always an interval, with why and how surely.

Where the text tells ("said on Friday"), the days of that time, ended with the article's own. Where it does not, the
days up to the article's, from as far back as things are said that a text dates, by the kind of speech (`SPANS`).
What a heading says was said when the text below says its source spoke; what is reported inside what somebody said
was said no later than that. Without a date of the article only a time with its own year tells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from sayso.lang.en.kinds import DOCUMENT_NOUNS
from sayso.linking.sentences import around
from sayso.model.article import HEADS
from sayso.model.case import Page
from sayso.model.redating import spoken_days
from sayso.model.span import Span
from sayso.model.statements import Hop, Statement
from sayso.model.times import Dating, Interval, TimeMention


@dataclass(frozen=True, slots=True)
class _Kind:
    """How far back a kind of speech lies that a text leaves undated: days, the share within them, in words."""

    days: int
    held: float
    why: str


#: Counted on 866 sayings of PolNeAR (train) whose day the text tells: the share that begin no more than `days` days
#: before the article. What is of today need not be dated, what is of another year must be, so these lean to the
#: older; of 15 undated quotations whose day another article tells, 10 were of the last week.
SPANS: Final[Mapping[str, _Kind]] = {
    "told": _Kind(7, 0.75, "said to a hearer or outlet, and the text gives no day: mostly of the last week"),
    "says": _Kind(7, 0.6, "in the present tense, and the text gives no day: mostly of the last week"),
    "said": _Kind(14, 0.75, "the text gives no day: mostly of the last two weeks"),
    "paper": _Kind(366, 0.9, "a paper, and the text gives no day: mostly of the last year"),
}
#: The shares of days told that were right when read by hand on PolNeAR (dev): 63 of 65 in the clause of the cue,
#: 21 of 25 taken over; rounded down. That of headings was set by hand.
OWN, TAKEN_OVER = 0.95, 0.8
_HEADING = 0.8
_PRESENT: Final = re.compile(r"(?:says?|\w{2,14}[^s\W]s)\b(?! to\b)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_PAST: Final = frozenset({"was", "has"})


def timed(page: Page) -> Page:
    """The page with when each of its statements was said; None where nothing tells.

    What the article says in its own voice is said when it was published and gets no interval of its own.
    """
    published = page.article.published
    times = {mention.id: mention for mention in page.times}
    known: dict[str, Dating | None] = {}
    for one in sorted(page.statements, key=lambda each: len(each.chain)):
        outer = known.get(one.parent) if one.parent else None
        told = _told(page.article.text, one, times.get(one.told or ""), published)
        known[one.id] = told or (_open(one, published, outer) if published else None)
    heads = _headings(page.statements, known)
    return replace(
        page, statements=tuple(replace(one, said=heads.get(one.id) or known[one.id]) for one in page.statements)
    )


def _told(text: str, one: Statement, mention: TimeMention | None, published: Dating | None) -> Dating | None:
    """The days that the text tells; None where it does not, or where they lie after the article."""
    days = spoken_days(mention, published.interval if published else None)
    if mention is None or days is None:
        return None
    cue = one.chain[-1].cue.span if one.chain else None
    near = cue is not None and around(text, cue).overlaps(mention.span)
    words = " ".join(mention.text.split())
    reason = f"The text tells when: “{words}”." if near else f"Goes on from what is dated “{words}”."
    held = OWN if near else TAKEN_OVER
    return Dating(days, "given", (mention.span,), (reason, *_unsure(published)), _times(held, published))


def _open(one: Statement, published: Dating, outer: Dating | None) -> Dating | None:
    """The days up to the article's, or to those of what it was reported in, from as far back as is usual."""
    first, last = published.interval.earliest, published.interval.latest
    if outer:
        first, last = outer.interval.earliest, outer.interval.latest
    if first is None or last is None:
        return Dating(Interval(None, last), "inferred", (), ("No later than the article.",)) if last else None
    kind = SPANS[_kind(one.chain[-1])] if one.chain else SPANS["said"]
    back = date.min if first.toordinal() <= kind.days else first - timedelta(kind.days)
    reasons = (f"{kind.why[0].upper()}{kind.why[1:]}.", *_unsure(published))
    return Dating(Interval(back, last), "inferred", _cue(one), reasons, _times(kind.held, published))


def _kind(hop: Hop) -> str:
    """The kind of speech of a hop: a paper's, to a hearer, in the present tense, or another."""
    if any(word in DOCUMENT_NOUNS for word in _WORD.findall(hop.source.text.lower())):
        return "paper"
    cue = hop.cue.text.lower()
    if hop.via or cue.startswith("told"):
        return "told"
    return "says" if _PRESENT.match(cue) and cue.split()[0] not in _PAST else "said"


def _headings(statements: Sequence[Statement], known: Mapping[str, Dating | None]) -> dict[str, Dating]:
    """For what headings say without a day, when the text below first tells that its source spoke."""
    first: dict[str, Dating] = {}
    for one in statements:
        said = known[one.id]
        if one.told and said and said.how == "given" and one.block not in HEADS and one.chain:
            first.setdefault(one.chain[0].source.id, said)
    out: dict[str, Dating] = {}
    for one in statements:
        said = first.get(one.chain[0].source.id) if one.chain and one.block in HEADS and not one.told else None
        if said:
            reason = "A heading; its source speaks in the text below."
            out[one.id] = replace(
                said, how="inferred", reasons=(reason, *said.reasons), confidence=min(_HEADING, said.confidence)
            )
    return out


def _cue(one: Statement) -> tuple[Span, ...]:
    cue = one.chain[-1].cue.span if one.chain else None
    return (cue,) if cue else ()


def _unsure(published: Dating | None) -> tuple[str, ...]:
    """That the article's own date is inferred, where it is."""
    return ("The article's own date is inferred.",) if published and published.how == "inferred" else ()


def _times(held: float, published: Dating | None) -> float:
    """The share in which both the saying and the article's date are held, rounded down to a twentieth."""
    both = held * (published.confidence if published else 1.0)
    return int(both * 20 + 1e-9) / 20
