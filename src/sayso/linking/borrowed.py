"""Whose words a heading takes: an attribution left out, a reply turned into a denial, one person made many."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lang.en.headlines import (
    ATTRIBUTING,
    CLAIMING,
    COMPANY,
    CROWD_SAYS,
    CROWDS,
    DENIES,
    EVADES,
    OF_RECORD,
    OWNS_UP,
    PARTISAN,
    PERFORMING,
    PLAIN_DENIAL,
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


@dataclass(frozen=True, slots=True)
class Told:
    """What is told on a page: statements with a source by the start of their content, and sources by id."""

    page: Page
    statements: tuple[Statement, ...]
    starts: tuple[int, ...]
    sources: dict[str, Source]

    @classmethod
    def on(cls, page: Page) -> Told:
        """What is told on `page`."""
        told = tuple(sorted((s for s in page.statements if s.chain), key=lambda s: (s.content[0].start, s.id)))
        return cls(page, told, tuple(s.content[0].start for s in told), {s.id: s for s in page.sources})

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


def became_own(told: Told, over: Headed, head: Line, pairs: Sequence[Pair]) -> Overread | None:
    """A heading that says as fact what its text gives on somebody's word alone."""
    text = told.page.article.text
    if over.kind == "caption" or ":" in head.span.of(text) or len(head.matter) < 2:
        return None
    if over.kind != "heading" and steps(text, head):
        return None
    if pattern(ATTRIBUTING).search(text, head.span.start, head.span.end) or told.within(head.span):
        return None
    found = [(_covering(told, pair), pair) for pair in pairs]
    if not all(statement and _contestable(told, statement, head) for statement, _ in found):
        return None
    statement, pair = found[0]
    if statement is None:
        return None
    body = max(statement.content, key=lambda one: (_held(one, pair), -one.start))
    return Overread("attribution", head.span, body, f"the words of {told.name(statement)} became the article's own")


def _covering(told: Told, pair: Pair) -> Statement | None:
    """The statement in whose content most of the shared words of a sentence stand."""
    places = pair.places
    for statement in told.within(pair.text.span):
        inside = sum(_held(one, pair) for one in statement.content)
        if inside >= max(1, 0.7 * len(places)):
            return statement
    return None


def _held(span: Span, pair: Pair) -> int:
    """How many of the shared words of a sentence stand in a stretch."""
    return sum(span.start <= start and end <= span.end for start, end, _ in pair.places)


def _contestable(told: Told, statement: Statement, head: Line) -> bool:
    """Whether what is said is one voice's and no finding or doing of the speaker's own."""
    text = told.page.article.text
    for hop in statement.chain:
        known = told.sources.get(hop.source.id)
        named = f"{hop.source.text} {known.name if known else ''}"
        if head.matter & set(content_stems(named, STOP)):
            return False
        if pattern(PERFORMING).search(hop.cue.text) or _may_be_subject(hop.source.text):
            return False
        roles = " ".join(role.text for role in known.roles) if known else ""
        around = _around(text, hop.source.span, statement)
        partial = pattern(CLAIMING).search(hop.cue.text) or pattern(PARTISAN).search(f"{named} {roles} {around}")
        if not partial and pattern(OF_RECORD).search(f"{named} {roles} {around}"):
            return False
    return True


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
    return text[start:end].partition("\n")[0]


def made_denial(told: Told, over: Headed, head: Line) -> Overread | None:
    """A heading that denies where its text gives no answer, or owns up where its text does not."""
    text = told.page.article.text
    first, last = head.span.start, min(len(text), head.span.end + 1)
    denies = pattern(DENIES).search(text, first, last)
    owns = pattern(OWNS_UP).search(text, first, last)
    if (not denies and not owns) or pattern(r"not|n[’']t|never|refus\w{1,4}|declin\w{1,4}|nor|neither").search(
        text, first, last
    ):
        return None
    near = [line for line in over.under if over.kind == "heading" or len(head.matter & line.matter) >= 2]
    if denies:
        evading = [place for line in near if (place := _evades(told, line))]
        plain = any(_denies(told, line) for line in over.under)
        if evading and not plain:
            return Overread("denial", head.span, evading[0], "a reply that denies nothing became a denial")
        return None
    if owns:
        return _turned(text, head, near, over.under)
    return None


def _evades(told: Told, line: Line) -> Span | None:
    """The words of a sentence that refuse an answer or deny only that something is discussed or known."""
    text = told.page.article.text
    if match := pattern(EVADES).search(text, line.span.start, line.span.end):
        return Span(*match.span())
    found = [s for s in told.within(line.span) if s.commitment.non_denial]
    return found[0].content[0] if found else None


def _denies(told: Told, line: Line) -> bool:
    """Whether a sentence denies outright; what refuses an answer is taken out first."""
    text = told.page.article.text
    rest = pattern(EVADES).sub(" ", line.span.of(text))
    if pattern(PLAIN_DENIAL).search(rest):
        return True
    return any(s.commitment.denial == "denial" for s in told.within(line.span))


def _turned(text: str, head: Line, near: Sequence[Line], under: Sequence[Line]) -> Overread | None:
    """A heading that owns up over a text that denies or does not confirm."""
    against = pattern(rf"den(?:y|ies|ied)|(?:would|did|could|does|will) not (?:{OWNS_UP})|{EVADES}")
    found = [match for line in near if (match := against.search(text, line.span.start, line.span.end))]
    if not found or any(pattern(OWNS_UP).search(against.sub(" ", line.span.of(text))) for line in under):
        return None
    return Overread("denial", head.span, Span(*found[0].span()), "what is not owned up to became an admission")


def generalised(told: Told, over: Headed, head: Line) -> Overread | None:
    """A heading in which many speak over a text in which one does."""
    text = told.page.article.text
    crowd = _crowd(text, head)
    if crowd is None or not over.under or len(over.under) > _FEW:
        return None
    first = over.under[0].span.start
    reach = Span(first, min(over.under[-1].span.end, first + _READ))
    if any(pattern(words).search(text, reach.start, reach.end) for words in (COMPANY, "|".join(sorted(CROWDS)))):
        return None
    speaking = [(s, line) for line in over.under for s in told.within(line.span)]
    if len({s.chain[-1].source.id for s, _ in speaking}) != 1 or not _one_person(told, speaking[0][0]):
        return None
    matter = {stem for start, end, stem in head.words if not crowd.overlaps(Span(start, end))} & head.matter
    place = speaking[0][0].chain[-1].source.span
    if place is None or not any(2 * len(matter & line.matter) >= len(matter) for _, line in speaking):
        return None
    return Overread("people", crowd, place, f"“{crowd.of(text)}” where one speaks: {told.name(speaking[0][0])}")


#: Sentences, and code points, of a text up to which one voice in it is all there is.
_FEW, _READ = 12, 6000


def _one_person(told: Told, statement: Statement) -> bool:
    """Whether the innermost source of a statement is one person."""
    known = told.sources.get(statement.chain[-1].source.id)
    return known is not None and known.kind == "person"


def _crowd(text: str, head: Line) -> Span | None:
    """The words of a heading by which many speak."""
    verb = pattern(CROWD_SAYS)
    for at, (start, end, _) in enumerate(head.words):
        if text[start:end].casefold() in CROWDS:
            around = head.words[max(0, at - 1) : at + 2]
            spoken = [(a, b) for a, b, _ in around if verb.fullmatch(text, a, b)]
            if spoken:
                return Span(min(start, spoken[0][0]), max(end, spoken[0][1]))
    return None
