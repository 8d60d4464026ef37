"""Times: every expression of time in an article, at its place, as the days it may mean.

Three steps, each linear in the text. The text becomes a row of word classes (timewords). Rules over that row
(timerules) propose forms; the longest proposal at a place wins. Each form is given what stands around it: the
tense, the bound ("by next spring") and the vagueness; then all forms of the article are tied to days together
(model.resolution), because "the next day" counts from the time before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.annotating.timefinds import finds
from sayso.annotating.timerules import Rule
from sayso.annotating.timewords import Row, letters_of, row
from sayso.lang.en import calendar as words
from sayso.model.article import Article, Block
from sayso.model.calendar import bounded, exists
from sayso.model.notes import Note
from sayso.model.resolution import Resolved, resolve
from sayso.model.span import Ref, Span, content_id
from sayso.model.timeforms import Form
from sayso.model.times import TimeBound, TimeMention, TimexType, Vagueness
from sayso.model.words import folded


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A form at its place in the row: words [first, last)."""

    first: int
    last: int
    rule: Rule
    form: Form


def times(article: Article, blocks: Sequence[Block]) -> tuple[TimeMention, ...]:
    """The time expressions of an article in text order, tied to days as far as its date allows."""
    return times_and_notes(article, blocks)[0]


def times_and_notes(article: Article, blocks: Sequence[Block]) -> tuple[tuple[TimeMention, ...], tuple[Note, ...]]:
    """The same, with a note on every date that no calendar has ("30 February")."""
    line = row(article.text, _passages(article.text, blocks))
    sightings = _sightings(line)
    written = article.published.interval if article.published else None
    resolved = resolve([sighting.form for sighting in sightings], written)
    pairs = list(zip(sightings, resolved, strict=True))
    mentions = tuple(_mention(article, line, sighting, found) for sighting, found in pairs)
    notes = tuple(
        Note("A203", f"No calendar has this date: {mention.text}.", Ref(article.id, mention.span))
        for mention in mentions
        if mention.form.startswith("none")
    )
    return mentions, notes


def _passages(text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Where times are looked for: every block, but not the front matter that a plain text may begin with."""
    if not blocks:
        return (Span(0, len(text)),) if text else ()
    end = 0
    if text.startswith("---\n"):
        close = text.find("\n---", 4)
        end = close + 4 if close >= 0 else 0
    return tuple(block.span for block in blocks if block.kind != "furniture" or block.span.start >= end)


# ---- finding


def _sightings(line: Row) -> list[_Sighting]:
    """What the rules find, in text order, with the tense around it."""
    kept = [_Sighting(find.first, find.last, find.rule, find.form) for find in finds(line)]
    return _sharing_years(line, [_leaning(line, sighting) for sighting in kept])


def _sharing_years(line: Row, sightings: list[_Sighting]) -> list[_Sighting]:
    """The same, where a date without a year takes that of the next one: "August and September 1914"."""
    for index in range(len(sightings) - 2, -1, -1):
        one, other = sightings[index].form, sightings[index + 1].form
        if one.kind != "date" or one.year or one.n or other.kind != "date" or not other.year or not other.month:
            continue
        between = line.words(sightings[index].last, sightings[index + 1].first)
        if between in _JOINTS and (one.month or 0) <= other.month:
            sightings[index] = replace(sightings[index], form=replace(one, year=other.year))
    return sightings


_JOINTS: Final = frozenset({"and", "or", "to", "-", "–", "and in", "and on", "until", "through", ",", "and the"})


def _leaning(line: Row, sighting: _Sighting) -> _Sighting:
    """The sighting with the tense around it, and without a date that no calendar has."""
    form = sighting.form
    if form.kind == "date" and form.month and form.day and not exists(form.year, form.month, form.day):
        return replace(sighting, form=Form("none"))
    if form.kind in ("date", "weekday", "season", "quarter", "half", "holiday"):
        near = form.kind == "weekday"
        bound = _bound(line.text, line.span(sighting.first, sighting.last), form)
        owned = near and bound == "at" and line.text[line.ends[sighting.last - 1] :][:2] in ("'s", "’s")
        lean = -1 if owned else _lean(line, sighting, near=near) or _BOUND_LEANS.get(bound, 0)
        return replace(sighting, form=replace(form, lean=1 if bound == "as-early-as" else lean))
    return sighting


_BOUND_LEANS: Final[dict[str, int]] = {"by": 1, "until": 1, "before": 1, "since": -1}


# ---- tense

_FUTURE: Final = frozenset("".join(letters_of(name) for name in ("will", "ahead", "next")))
_PAST: Final = frozenset("".join(letters_of(name) for name in ("was", "past", "ago", "since", "last")))
#: "Have" and "predicted" look back, "have to" and "predicted to" ahead.
_BEFORE_TO: Final = frozenset("".join(letters_of(name) for name in ("have", "foretold")))
_TO: Final = letters_of("to")
_BE: Final = letters_of("be")
_EDGES: Final = frozenset("".join(letters_of(name) for name in ("stop", "block", "quote")))
_REACH: Final = 12  # words; 8 to 24 were tried on TimeBank and AQUAINT


def _lean(line: Row, sighting: _Sighting, *, near: bool) -> int:
    """The tense around a time: -1 past, 1 future, 0 open, by the nearest word that shows it in the sentence.

    With `near` (weekdays) words before count first and those behind only where there is none.
    """
    left = _cue(line.letters, range(sighting.first - 1, max(-1, sighting.first - 1 - _REACH), -1))
    right = _cue(line.letters, range(sighting.last, min(len(line.letters), sighting.last + _REACH)))
    if near:
        return (left or right or (0, 0))[1]
    found = [(left[0], left[1])] if left else []
    found += [(right[0] + 2, right[1])] if right else []
    return min(found)[1] if found else 0


def _cue(letters: str, places: range) -> tuple[int, int] | None:
    """The first tensed word along `places` up to the sentence's edge: how many words away, and its tense."""
    for away, index in enumerate(places):
        letter = letters[index]
        if letter in _EDGES:
            return None
        if letter in _BEFORE_TO and letters[index - 1 : index] == _TO:
            continue  # "claims to have won" and "continues to have a chance" look different ways
        if letter in _BEFORE_TO:
            to = letters[index + 1 : index + 2] == _TO
            return away, 1 if to else -1
        if letter in _FUTURE or (letter == _BE and letters[index - 1 : index] == _TO):
            return away, 1
        if letter in _PAST:
            return away, -1
    return None


# ---- bounds and vagueness

_BOUND: Final = re.compile(
    r"(?<!\w)(?P<bound>" + "|".join(phrase.replace(" ", r"\s+") for phrase, _ in words.BOUNDS) + r")"
    r"(?:\s+(?:" + "|".join(sorted(words.LOOSE)) + r")){0,2}\s+$", re.IGNORECASE)  # fmt: skip
_ABOUT: Final = re.compile(r"(?<!\w)(?:" + "|".join(sorted(words.ABOUT)) + r")\s+(?:the\s+)?$", re.IGNORECASE)
_RANGE_END: Final = re.compile(r"\s*(?:to|until|till|through|onwards?)\b", re.IGNORECASE)
_BOUND_OF: Final[dict[str, str]] = dict(words.BOUNDS)


def _bound(text: str, span: Span, form: Form) -> TimeBound:
    """The bound that the words before a time state; "at" where none does or a duration follows."""
    found = _BOUND.search(text[max(0, span.start - 36) : span.start])
    if not found or form.kind in ("duration", "set", "ref", "none"):
        return "at"
    phrase = " ".join(folded(found["bound"]).split())
    if phrase == "from" and not _RANGE_END.match(text, span.end):
        return "at"
    if phrase == "before" and form.part == "end":
        return "by"  # before the end of a period is within it
    return _BOUND_OF[phrase]  # type: ignore[return-value]  # the table's values are bounds


_VAGUE: Final[dict[str, Vagueness]] = {
    "early": "early",
    "start": "early",
    "mid": "mid",
    "late": "late",
    "end": "late",
}


def _vagueness(text: str, span: Span, form: Form) -> Vagueness | None:
    if form.part in _VAGUE:
        return _VAGUE[form.part]
    return "about" if _ABOUT.search(text[max(0, span.start - 20) : span.start]) else None


def _mention(article: Article, line: Row, sighting: _Sighting, found: Resolved) -> TimeMention:
    span, form = line.span(sighting.first, sighting.last), sighting.form
    kind: TimexType = "TIME" if form.clock else sighting.rule.type
    bound = _bound(article.text, span, form)
    return TimeMention(
        id=content_id("time", article.id, span.start, span.end),
        span=span,
        text=span.of(article.text),
        timex=found.timex,
        type=kind,
        interval=bounded(found.interval, bound),
        bound=bound,
        vagueness=_vagueness(article.text, span, form),
        rule=sighting.rule.name,
        form=form.notation(),
    )
