"""Carriers: through which medium words reached the article, and on whose word a source is cited.

Three things look alike and are kept apart (docs/why/chains.md):

- a medium that prints or carries what someone told it ("told the Chronicle", "on Telegram"): `via` of his hop;
- a mouth that stands between ("documents obtained by the Chronicle"): a hop of its own, further out;
- sources that a source rests on ("a report that cites bloggers and intelligence"): statements of theirs, nested.

All patterns are bounded and read at most 300 characters on either side of a cue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.annotating import names
from sayso.annotating.sourcekinds import is_place, singular
from sayso.annotating.statements import Draft
from sayso.lang.en import anonymous, kinds, media, phrases, places
from sayso.model.span import Span, trimmed

_REACH = 300
_TOLD = re.compile(media.TOLD, re.DOTALL)
_TELLING = re.compile(r"\b(?:told|tells|telling|tell|informed|assured)\s*$", re.IGNORECASE)
_TO = re.compile(r"\s{1,3}to (?=(?:the |a )?[A-Z])")
_CITING = re.compile(media.CITING, re.IGNORECASE | re.DOTALL)
_CITING_FIRST = re.compile(media.CITING_FIRST, re.DOTALL)
_MEDIUM = re.compile(media.LEADS, re.IGNORECASE)
_NAME_AHEAD = re.compile(media.NAME_AHEAD, re.DOTALL)
_BROUGHT = re.compile(media.BROUGHT, re.IGNORECASE | re.DOTALL)
_CITES = re.compile(media.CITES, re.IGNORECASE | re.DOTALL)
_AND = re.compile(r",?\s+(?:and|as well as)\s+")
_PREPOSITION = re.compile(r"\s(?:from|of|in|at|to|by|with|for|inside|within|close)\s")
_TAIL = re.compile(
    r"\s(?:of|after|before|to|in|at|from|for|with|on|by|during|over|against|about|as|that|who|which|inside|close|familiar)\s"
)
#: A writing is released, and so are prisoners.
_RELEASE = re.compile(r"\brelease of\b", re.IGNORECASE)
_EDGES = ",;:.\"'“”‘’()"
_FULL_NAME = re.compile(r"\b([A-Z][a-z]{1,20}) (?=([A-Z][\w’'-]{1,20}))")
_BRINGS = re.compile(r"\b(?:uncovered|obtained|unearthed|leaked to) (?:by )?$")
_OWN = re.compile(media.ITSELF, re.IGNORECASE)

_SOURCE_NOUNS = (
    kinds.GROUP_NOUNS | kinds.PERSON_NOUNS | kinds.BODY_NOUNS | kinds.DOCUMENT_NOUNS
    | anonymous.ANONYMOUS_NOUNS | anonymous.FACELESS_NOUNS | {"account", "testimony"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Carrier:
    """A medium at its place, or one that the verb itself names (`span` None: "tweeted")."""

    span: Span | None
    text: str


def surnames(text: str) -> frozenset[str]:
    """The words of a text that stand behind a first name somewhere: who is told one of them is told to a person.

    Whoever brought papers to light is no person: after "uncovered by Elver Notes" somebody may tell Notes a thing.
    """
    named = (match for match in _FULL_NAME.finditer(text) if match[1] not in phrases.NO_FIRST_NAMES)
    return frozenset(
        match[2] for match in named if not _BRINGS.search(text, max(0, match.start() - 24), match.start())
    )


def carrier(
    text: str,
    cue: Span | None,
    *,
    within: Span,
    outside: tuple[Span, ...],
    people: frozenset[str] = frozenset(),
) -> Carrier | None:
    """The medium of what `cue` attributes, sought in its sentence `within` and not in the content `outside`.

    One of `people` (surnames) is a hearer and no medium.
    """
    if cue is None:
        return None
    near = Span(max(within.start, cue.start - _REACH), max(cue.end, min(within.end, cue.end + _REACH)))
    if _TELLING.search(cue.of(text)) and (told := _told(text, cue, near)) and told.of(text) not in people:
        return Carrier(told, told.of(text))
    if match := _TO.match(text, cue.end, near.end):
        ahead = _NAME_AHEAD.match(text, match.end(), min(near.end + 1, len(text)))
        place = trimmed(text, ahead.start(), ahead.end()) if ahead else None
        if place and (found := _outlet(text, place, said=True)):
            return Carrier(found, found.of(text))
    for match in _MEDIUM.finditer(text, near.start, near.end):
        ahead = _NAME_AHEAD.match(text, match.end(), min(near.end + 1, len(text)))
        if not ahead or any(span.start <= match.start() < span.end for span in outside):
            continue
        place = trimmed(text, ahead.start(), ahead.end())
        on_channel = match["channel"] is not None
        if place and (found := _outlet(text, place, channel=on_channel, said=not on_channel)):
            return Carrier(found, found.of(text))
    for stem, channel in media.CHANNEL_VERBS.items():
        if stem in cue.of(text).lower():
            return Carrier(None, channel)
    return None


def _told(text: str, cue: Span, near: Span) -> Span | None:
    """The outlet that somebody told something."""
    match = _TOLD.match(text, cue.end, min(len(text), near.end + 1))
    place = trimmed(text, match.start(1), match.end(1)) if match else None
    return _outlet(text, place, told=True) if place else None


def _outlet(
    text: str, place: Span, *, told: bool = False, channel: bool = False, said: bool = False
) -> Span | None:
    """The name of the outlet or channel in a phrase; None where it names a listener, a person or a body.

    After "told" a lone capitalised word is taken for an outlet ("told Meridian on Friday"), where words are given
    or carried (`said`) one all in capitals ("carried by VESTA"), elsewhere only what looks like one.
    """
    words = place.of(text).split()
    if _OWN.match(place.of(text)) or words[-1].lower() in media.LISTENERS:
        return None
    found = next(iter(names.runs(text, place)), None)
    if found is None or (channel and found.of(text).split()[0] not in media.CHANNELS):
        return None
    parts = found.of(text).split()
    rest = {word.lower() for word in (text[place.start : found.start] + text[found.end : place.end]).split()}
    if parts[0] in media.CHANNELS:
        return Span(found.start, found.start + len(parts[0]))
    ends = parts[-1] in media.OUTLET_WORDS or parts[0] in media.OUTLET_FIRST
    shown = ends or set(parts) & media.OUTLET_ACRONYMS or rest & media.OUTLET_NOUNS
    if shown or any(map(_is_listener, parts)):
        return found if shown else None
    several = len(parts) > 1 and told and "the" in rest
    single = len(parts) == 1 and (told or (said and parts[0].isupper() and len(parts[0]) > 2))
    return found if several or single else None


def _is_listener(name: str) -> bool:
    return (
        name.lower() in media.LISTENERS
        or name in kinds.BODY_NAMES
        or is_place(name)
        or name in kinds.TITLE_WORDS
        or name.lower() in kinds.BODY_NOUNS
        or name.lower() in places.DEMONYMS
    )


def brought_by(text: str, source: Span) -> tuple[Span, Span] | None:
    """Who brought a writing to light, inside its own phrase: (his name, the words that say so), or None."""
    match = _BROUGHT.search(text, source.start, min(source.end, source.start + _REACH))
    place = trimmed(text, match.start(2), match.end(2)) if match else None
    if not match or not place or _OWN.match(place.of(text)):
        return None
    return (place, Span(*match.span(1))) if next(iter(names.runs(text, place)), None) else None


def cited_by(text: str, draft: Draft, *, within: Span) -> tuple[tuple[Span, ...], Span] | None:
    """The sources that the source of a draft rests on: (one place for each, the word that cites), or None.

    They stand behind the source ("a report that cites X"), behind its cue or the content ("it reported, citing X"),
    or first in the sentence ("Citing X, the agency reported").
    """
    source, cue = draft.source, draft.cue
    if source is None:
        return None
    match = _CITES.search(text, source.start, min(within.end, source.end + 220))
    if match and match.start() > source.end + 2:
        match = None
    if not match and cue and cue.start >= source.start:
        match = _CITING.match(text, cue.end, min(within.end, cue.end + 240))
    last = draft.content[-1]
    if not match and cue and cue.start >= source.start and source.start < last.start:
        match = _CITING.match(text, last.end, min(within.end, last.end + 240))
    if not match and source.start - within.start < 240:
        match = _CITING_FIRST.match(text, within.start, source.start)
    place = trimmed(text, match.start(2), match.end(2)) if match else None
    if not match or not place or not any(map(str.isalnum, place.of(text))):
        return None
    found = tuple(one for one in _split(text, place) if names_source(text, one))
    return (found, Span(*match.span(1))) if found else None


def names_source(text: str, span: Span) -> bool:
    """Whether a phrase names somebody or something that speaks, and is no clause and no deed ("her work for …")."""
    words = _TAIL.split(span.of(text)[:160], maxsplit=1)[0].split()
    last = words[-1].strip(_EDGES) if words else ""
    nouns = {last.lower(), singular(last.lower()), last.lower().removesuffix("s")}
    speaks = names.capitalised(last) or (nouns & _SOURCE_NOUNS and not _RELEASE.search(span.of(text)[:160]))
    return len(span) <= 160 and bool(speaks) and _is_source(text, span)


def _split(text: str, place: Span) -> tuple[Span, ...]:
    """Parallel sources apart, where both sides of an "and" are sources; else the whole."""
    for match in _AND.finditer(text, place.start, place.end):
        left, right = trimmed(text, place.start, match.start()), trimmed(text, match.end(), place.end)
        if not left or not right or _PREPOSITION.search(left.of(text)):
            continue
        if _is_source(text, left) and _is_source(text, right):
            return (left, *_split(text, right))
    return (place,)


def _is_source(text: str, span: Span) -> bool:
    """Whether a phrase names somebody or something that speaks."""
    phrase = names.read_phrase(text, span)
    return phrase.name is not None or phrase.noun in _SOURCE_NOUNS or phrase.noun.removesuffix("s") in _SOURCE_NOUNS
