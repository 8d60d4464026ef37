"""Whose words a heading takes as its own: an attribution left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lang.en.headlines import (
    ATTRIBUTING,
    CLAIMING,
    DECIDING,
    DISPUTED,
    EVADES,
    OF_RECORD,
    OWN,
    PARTISAN,
    PERFORMING,
    RELATIVE,
    TAIL_CUES,
)
from sayso.lang.en.words import STOP
from sayso.linking.lines import Headed, Line, Pair, pattern, steps
from sayso.model.case import Page
from sayso.model.overreads import Overread
from sayso.model.sources import Source
from sayso.model.span import Span, cover
from sayso.model.statements import Statement
from sayso.model.words import content_stems

#: Code points on each side of a source in which its role is sought.
_ROLE = 48

#: Code points that are said before a sentence ends on its source; sentences after it that may dispute it.
_SAID, _NEAR = 12, 2

#: Share of what somebody claims that a sentence in the article's own voice must have to bear it out.
_SAID_TOO = 0.7

#: Where the surroundings of a source end.
_STOP = re.compile(r"[.!?]\s|\n")

#: Code points between what is said and its source beyond which the source is not shown with it.
_APART = 400


@dataclass(frozen=True, slots=True)
class Told:
    """What is told on a page: statements with a source by the start of their content, and sources by id.

    `nouns` are the last words of the sources in its paragraphs.
    """

    page: Page
    statements: tuple[Statement, ...]
    starts: tuple[int, ...]
    sources: dict[str, Source]
    nouns: frozenset[str]

    @classmethod
    def on(cls, page: Page) -> Told:
        """What is told on `page`."""
        told = tuple(sorted((s for s in page.statements if s.chain), key=lambda s: (s.content[0].start, s.id)))
        hops = [hop for s in told if s.block == "paragraph" for hop in s.chain]
        nouns = frozenset(word for hop in hops for word in hop.source.text.casefold().split()[-1:])
        return cls(page, told, tuple(s.content[0].start for s in told), {s.id: s for s in page.sources}, nouns)

    def within(self, span: Span) -> Sequence[Statement]:
        """The statements that begin in a stretch, or a little before and go on into it."""
        first = max(0, bisect_left(self.starts, span.start) - 6)
        last = bisect_left(self.starts, span.end)
        return [s for s in self.statements[first:last] if any(one.overlaps(span) for one in s.content)]

    def name(self, statement: Statement) -> str:
        """Who speaks, by name where it is known."""
        voice = statement.chain[-1].source
        known = self.sources.get(voice.id)
        return known.name if known else voice.text


@dataclass(frozen=True, slots=True)
class Word:
    """On whose word a sentence is: the source's words, its cue, what it says, all of these, what is known of it."""

    voice: str
    name: str
    cue: str
    body: Span
    place: Span
    around: str


def became_own(told: Told, over: Headed, head: Line, pairs: Sequence[Pair]) -> Overread | None:
    """A heading that says as fact what its text gives on somebody's word alone."""
    text = told.page.article.text
    if over.kind == "caption" or ":" in head.span.of(text) or len(head.matter) < 2:
        return None
    if over.kind != "heading" and steps(text, head):
        return None
    if pattern(f"{ATTRIBUTING}|{RELATIVE}").search(text, head.span.start, head.span.end) or told.within(head.span):
        return None
    found = [(_given_by(told, pair), pair) for pair in pairs]
    claims = [
        (word, pair)
        for word, pair in found
        if word and _contestable(word, head, disputed=_disputed(told, over, pair))
    ]
    if not claims:
        return None
    word, best = max(claims, key=lambda one: (one[1].share, -one[1].text.span.start))
    claimed = {pair.text.span for _, pair in claims}
    rest = [pair for pair in pairs if pair.text.span not in claimed]
    if any(len(pair.shared & best.shared) >= _SAID_TOO * len(best.shared) for pair in rest):
        return None
    return Overread("attribution", head.span, word.place, f"the words of {word.name} became the article's own")


def _given_by(told: Told, pair: Pair) -> Word | None:
    """On whose word most of the shared words of a sentence stand; None where the article says them itself."""
    places = pair.places
    for statement in told.within(pair.text.span):
        inside = sum(_held(one, pair) for one in statement.content)
        if inside >= max(1, 0.7 * len(places)):
            body = max(statement.content, key=lambda one: (_held(one, pair), -one.start))
            return _word(told, statement, body)
    return _tail(told, pair)


def _word(told: Told, statement: Statement, body: Span) -> Word:
    text = told.page.article.text
    known = [told.sources.get(hop.source.id) for hop in statement.chain]
    roles = " ".join(role.text for one in known if one for role in one.roles)
    around = " ".join(_around(text, hop.source.span, statement) for hop in statement.chain)
    voice = " ".join(hop.source.text for hop in statement.chain)
    cue = " ".join(hop.cue.text for hop in statement.chain)
    names = " ".join(one.name for one in known if one)
    last = statement.chain[-1]
    spans = [span for span in (last.source.span, last.cue.span) if span and abs(span.start - body.start) < _APART]
    return Word(voice, told.name(statement), cue, body, cover((body, *spans)), f"{names} {roles} {around}")


_ENDS_ON = re.compile(
    rf", (?:(?:has |have |had )?(?P<first>{TAIL_CUES}) (?P<after>[^,;]{{2,60}}(?:, [^,;]{{2,80}}){{0,2}})"
    rf"|(?P<before>[^,;]{{2,60}}(?:, [^,;]{{2,60}}){{0,2}}?),? (?:has |have |had )?(?P<last>{TAIL_CUES})\b"
    r"[^;]{0,80})[.!]?$"
)


def _tail(told: Told, pair: Pair) -> Word | None:
    """The source that a sentence ends on ("…, a guest, Ann Lee, told the Post"), where no statement was read."""
    text = told.page.article.text
    match = _ENDS_ON.search(pair.text.span.of(text))
    if not match or match.start() < _SAID:
        return None
    voice = match["after"] or match["before"]
    body = Span(pair.text.span.start, pair.text.span.start + match.start())
    if _held(body, pair) < max(1, 0.7 * len(pair.places)):
        return None
    return Word(
        voice, " ".join(voice.split()), match["first"] or match["last"], body, pair.text.span, match.group()
    )


def _held(span: Span, pair: Pair) -> int:
    """How many of the shared words of a sentence stand in a stretch."""
    return sum(span.start <= start and end <= span.end for start, end, _ in pair.places)


def _disputed(told: Told, over: Headed, pair: Pair) -> bool:
    """Whether the sentences after one, or the rest of it, dispute what it says or have it unchecked."""
    text = told.page.article.text
    at = bisect_left(over.under, pair.text.span.start, key=lambda line: line.span.start)
    near = over.under[at + 1 : at + 1 + _NEAR]
    return any(pattern(f"{DISPUTED}|{EVADES}").search(text, line.span.start, line.span.end) for line in near)


def _contestable(word: Word, head: Line, *, disputed: bool) -> bool:
    """Whether what is said is one voice's and no finding or doing of the speaker's own."""
    named = f"{word.voice} {word.around}"
    partial = bool(pattern(CLAIMING).search(word.cue) or pattern(PARTISAN).search(named))
    if head.matter & set(content_stems(word.name if partial else named, STOP)):
        return False
    if pattern(OWN).match(word.voice) and not partial:
        return False
    if pattern(PERFORMING).fullmatch(word.cue) or _may_be_subject(word.voice):
        return False
    if partial:
        return True
    return not pattern(DECIDING if disputed else OF_RECORD).search(named)


def _may_be_subject(voice: str) -> bool:
    """Whether a source is called by a bare description, which may mean the one whom the heading names."""
    parts = voice.split()
    return (
        0 < len(parts) <= 3
        and parts[0].lower() in {"the", "it", "they", "he", "she", "its"}
        and voice[1:].islower()
    )


def _around(text: str, source: Span | None, statement: Statement) -> str:
    """The words about a source, those of the content left out."""
    if source is None:
        return ""
    body = cover(statement.content)
    start, end = max(0, source.start - _ROLE), source.end + _ROLE
    if body.end <= source.start:
        start = max(start, body.end)
    elif source.end <= body.start:
        end = min(end, body.start)
    before, after = text[start : source.end], text[source.end : max(end, source.end)]
    return _STOP.split(before)[-1] + _STOP.split(after, maxsplit=1)[0]
