"""When a saved page says it was published: one day, or the days its statements leave open, with evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from sayso.model.article import BlockKind, Candidate
from sayso.model.notes import Note
from sayso.model.span import Span
from sayso.model.times import Dating, Interval
from sayso.reading.days import iso_day, written_day
from sayso.reading.tree import Piece

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Places whose date is about the article and not about some element of the page.
_TRUSTED = ("JSON-LD", "meta")
_HTMLDATE = "htmldate: the page's wording and markup"
_SHORT = 160  # code points of a block that may be a dateline


def settle_date(
    text: str,
    pieces: Sequence[Piece],
    *,
    kinds: Sequence[BlockKind],
    said: Sequence[Candidate],
    root: HtmlElement | None,
) -> tuple[tuple[Candidate, ...], Dating | None, tuple[Note, ...]]:
    """All candidates with the date's own put in order, the dating, and a note where the page disagrees with itself.

    Structured data and meta properties come first. Where two of them differ by a day (a time zone), the interval
    holds both; where by more, the first stands and the note says what else was found. htmldate is asked where the
    page states no date and `root` is given.
    """
    others = tuple(one for one in said if one.field != "published")
    dates = [one for one in said if one.field == "published"]
    days = [(one, day) for one in dates if (day := written_day(one.value))]
    unread = [one for one in dates if not written_day(one.value)]
    if not days:
        guess = _searched(root)
        days = [(guess, day)] if guess and (day := iso_day(guess.value)) else []
    if not days:
        return (*others, *unread), None, _unread(unread)
    trusted = [pair for pair in days if pair[0].where.startswith(_TRUSTED)]
    used = trusted or days[:1]
    interval, notes = _agreed(used)
    evidence = _places(text, pieces, kinds, days=(interval.earliest, interval.latest))
    chosen = used[0][0]
    value = "/".join(dict.fromkeys(day.isoformat() for day in (interval.earliest, interval.latest) if day))
    listed = (Candidate("published", value, chosen.where), *(one for one, _ in days), *unread)
    dating = Dating(interval, "given", evidence, (chosen.where,))
    return (*others, *dict.fromkeys(listed)), dating, notes


def _agreed(days: Sequence[tuple[Candidate, date]]) -> tuple[Interval, tuple[Note, ...]]:
    """The interval that the page's dates leave, and a note where they differ."""
    first = days[0][1]
    near = {day for _, day in days if abs((day - first).days) <= 1}
    far = [f"{one.value[:40]} ({one.where})" for one, day in days if abs((day - first).days) > 1]
    interval = Interval(min(near), max(near))
    notes: list[Note] = []
    if len(near) > 1:
        message = f"The page gives {min(near)} and {max(near)}, a day apart; both days were kept."
        notes.append(Note("R108", message))
    if far:
        message = f"The page gives {first} ({days[0][0].where}), which was taken, and also {'; '.join(far[:3])}."
        notes.append(Note("R108", message))
    return interval, tuple(notes)


def _unread(unread: Sequence[Candidate]) -> tuple[Note, ...]:
    """A note for a page whose dates could none of them be read."""
    if not unread:
        return ()
    return (
        Note("R107", f"The date {unread[0].value[:60]!r} ({unread[0].where}) was not understood; use --published."),
    )


def _searched(root: HtmlElement | None) -> Candidate | None:
    """The date that htmldate finds, for pages that state none; its bounds are fixed so that no clock enters."""
    from htmldate import find_date  # noqa: PLC0415 - loads dateparser; only where a page states no date

    try:
        found = find_date(
            root, extensive_search=False, original_date=True, min_date="1995-01-01", max_date="2100-01-01"
        )
    except Exception:  # a page must not be lost to a date
        return None
    return Candidate("published", found, _HTMLDATE) if found else None


def _places(
    text: str, pieces: Sequence[Piece], kinds: Sequence[BlockKind], *, days: tuple[date | None, date | None]
) -> tuple[Span, ...]:
    """Where the text shows the date: <time> elements with that day, else short blocks that write it out."""
    wanted = set(days)
    found = [span for piece in pieces for span, value in piece.times if iso_day(value) in wanted]
    if found:
        return tuple(found[:5])
    pattern = re.compile(
        "|".join(form for day in sorted(filter(None, wanted)) for form in _forms(day)), re.IGNORECASE
    )
    spans = []
    for piece, kind in zip(pieces, kinds, strict=True):
        if kind == "furniture" and len(piece.span) <= _SHORT:
            spans += [Span(*match.span()) for match in pattern.finditer(text, piece.span.start, piece.span.end)]
    return tuple(spans[:5])


def _forms(day: date) -> tuple[str, ...]:
    """The ways in which English pages write a day, as patterns."""
    month, short = day.strftime("%B"), day.strftime("%b")
    name = rf"(?:{month}|{short}\.?)"
    return (
        rf"\b0?{day.day}(?:st|nd|rd|th)? {name},? {day.year}\b",
        rf"\b{name} 0?{day.day}(?:st|nd|rd|th)?,? {day.year}\b",
        rf"\b{day.isoformat()}\b",
    )
