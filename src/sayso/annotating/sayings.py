"""When each thing was said, as the text tells it, and which times count from then.

Theory. A saying is dated by a time in the clause of its cue: behind it ("said on Friday", "told reporters after
Monday's meeting"), before it ("on Friday declared", "X, speaking on Monday, warned"), at the head of the clause
("On Friday, at a rally, X said") or inside the source ("a report dated 12 January says"). What belongs to another
clause does not date it: "said the man who was arrested on Friday", "the minister, elected in 2020, said". There is
no parser; words that open clauses, participles that are none of speaking, and finite verbs break off (clauses.py).
A time inside a content dates only what is said inside that content.

What is told to those present ("the judge told him") is told on the day of the scene, the first that the paragraph
names. Who goes on speaking is still at the same occasion: a saying of the same source without a time of its own, in
the same paragraph or the next, takes over the last one's.

Words in quotation marks are spoken on that day, and a paper's own words in the present tense are written on its
date: "tomorrow" in them counts from there, and the mention is given an anchor. In indirect speech news counts from
the day of the article. Only ids are set here; days are worked out by model.redating.

Work is linear: a cue is compared with the eight times nearest to it, within `REACH` characters.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.annotating.clauses import Clause, belongs
from sayso.annotating.tellers import is_papers_own, is_told_there, takes_over
from sayso.lang.en.sayings import FRONTS, LEADS
from sayso.model.article import HEADS
from sayso.model.ports import Passage
from sayso.model.span import Span
from sayso.model.statements import Statement
from sayso.model.times import TimeMention

REACH: Final = 240  # characters from a cue, its source or its own quotation, in which its time is looked for
_SCENE: Final = 700  # characters before a cue in which the day of the scene is looked for
_NEAREST: Final = 8  # times looked at before and behind a cue
_HOLDERS: Final = 6  # contents around a time that are looked at; it is taken for said within them beyond that
_THAT: Final = re.compile(r",? that\b")
_PHRASE: Final = re.compile(rf"(?<=\w)[\s,]+(?:{'|'.join(sorted(LEADS | FRONTS))})\b")
_SO: Final = re.compile(r"(?:so|as much|it|this|the same)\s(?:(?:on|in|at|back|late|early|only|again)\s){0,2}")
_LEAD: Final = re.compile(r"\s+(?:(?:on|in|late|early|earlier|over) ){0,2}")
_KINDS: Final = frozenset({"date", "weekday", "season", "shift", "holiday"})


@dataclass(frozen=True, slots=True)
class Occasion:
    """The last thing said by somebody, with the id of the time that tells when and the number of its paragraph."""

    told: str
    paragraph: int
    by: Statement
    day: bool


def told(
    text: str, passages: Sequence[Passage], statements: Sequence[Statement], times: Sequence[TimeMention]
) -> tuple[Statement, ...]:
    """The statements, each with the id of the time that tells when it was said; None where the text does not."""
    ground = _Ground(text, passages, statements, times)
    found: dict[str, str] = {}
    latest: dict[tuple[str, ...], Occasion] = {}
    last: Occasion | None = None
    for one in sorted(statements, key=_cue_place):
        paragraph = ground.paragraph(_cue_place(one)[0])
        who = tuple(hop.source.id for hop in one.chain)
        own = ground.own_time(one)
        if own is None:
            own = ground.scene(one)
        if own is None and (before := _taken_over(text, one, paragraph, (latest.get(who), last))):
            own = before.told
        if own is not None:
            found[one.id] = own
            last = latest[who] = Occasion(own, paragraph, one, ground.is_day(own))
    return tuple(replace(one, told=found[one.id]) if one.id in found else one for one in statements)


def anchored(
    text: str, passages: Sequence[Passage], statements: Sequence[Statement], times: Sequence[TimeMention]
) -> tuple[TimeMention, ...]:
    """The times, those in quotation marks or in a paper's own words with the id of the time they count from."""
    quotes = sorted(quote for passage in passages for quote in passage.quotations)
    starts = [quote.start for quote in quotes]
    places = {mention.id: mention.span for mention in times}
    anchors: dict[str, str] = {}
    for one in sorted((each for each in statements if each.told), key=lambda each: len(each.chain)):
        papers = is_papers_own(text, one, places.get(one.told or ""))
        for id_ in one.times:
            index = bisect_right(starts, places[id_].start) - 1
            if id_ != one.told and (papers or (index >= 0 and quotes[index].contains(places[id_]))):
                anchors[id_] = one.told or ""
    return tuple(replace(m, anchor=anchors[m.id]) if m.id in anchors else m for m in times)


def _cue_place(one: Statement) -> tuple[int, int]:
    """Where a statement is made: at its innermost cue, else where its content begins."""
    cue = one.chain[-1].cue.span if one.chain else None
    return ((cue or one.content[0]).start, len(one.chain))


def _taken_over(
    text: str, one: Statement, paragraph: int, before: tuple[Occasion | None, Occasion | None]
) -> Occasion | None:
    """The occasion on which somebody goes on speaking: the source's own last one, else the one just told of."""
    for occasion in before:
        same = occasion is before[0]
        if occasion is None or not 0 <= paragraph - occasion.paragraph <= (1 if same else 0):
            continue
        if (one.block in HEADS) != (occasion.by.block in HEADS):
            continue
        if takes_over(text, one, occasion.by, same=same, day=occasion.day):
            return occasion
    return None


class _Ground:
    """The sentences, contents and times of a text, looked up by place in logarithmic time."""

    def __init__(
        self, text: str, passages: Sequence[Passage], statements: Sequence[Statement], times: Sequence[TimeMention]
    ) -> None:
        """Sort everything once."""
        self.text = text
        self.paragraphs = sorted(passage.span.start for passage in passages)
        self.sentences = sorted(sentence for passage in passages for sentence in passage.sentences)
        self.starts = [sentence.start for sentence in self.sentences]
        self.quotes = sorted(quote for passage in passages for quote in passage.quotations)
        self.quote_starts = [quote.start for quote in self.quotes]
        self.times = sorted((m for m in times if _may_tell(m)), key=lambda m: m.span)
        self.time_starts = [mention.span.start for mention in self.times]
        self.holders = _holders(statements, {mention.id: mention.span for mention in self.times})
        self.days = frozenset(mention.id for mention in self.times if _is_day(mention))
        self.parents = {one.id: one for one in statements}

    def paragraph(self, place: int) -> int:
        """The number of the paragraph that holds a place."""
        return bisect_right(self.paragraphs, place)

    def is_day(self, id_: str) -> bool:
        """Whether the time with an id counts from the day of writing or names a day."""
        return id_ in self.days

    def own_time(self, one: Statement) -> str | None:
        """The id of the time in the clause of a statement's cue that tells when it was said."""
        hop = one.chain[-1] if one.chain else None
        if not hop or not hop.cue.span:
            return None
        cue = self._verb(hop.cue.span)
        middle = bisect_left(self.time_starts, cue.start)
        near = self.times[max(0, middle - 1) : middle + 1]
        if not any(abs(mention.span.start - cue.start) <= 4 * REACH for mention in near):
            return None
        around = self._around(one, cue)
        source = hop.source.span if hop.source.span and around.contains(hop.source.span) else None
        clause = Clause(self.text, around, cue, source, self._quoted(one), one.content)
        behind = [m for m in self.times[middle : middle + _NEAREST] if m.span.end <= around.end]
        before = [
            m for m in reversed(self.times[max(0, middle - _NEAREST) : middle]) if m.span.start >= around.start
        ]
        for mention in (*behind, *before):
            if self._heads_content(mention, one, cue):
                return mention.id
            if self._is_free(mention, cue) and belongs(
                clause, mention.span, owned=mention.bound != "at", day=mention.id in self.days
            ):
                return mention.id
        return None

    def scene(self, one: Statement) -> str | None:
        """The id of the first day of the paragraph, where a statement is made to those present: "told them"."""
        cue = one.chain[-1].cue.span if one.chain else None
        if cue is None or one.parent or not is_told_there(self.text, one):
            return None
        start = self.paragraphs[self.paragraph(cue.start) - 1] if self.paragraph(cue.start) else 0
        first = bisect_left(self.time_starts, max(start, cue.start - _SCENE))
        last = bisect_left(self.time_starts, cue.start)
        days = (m for m in self.times[first : min(last, first + _NEAREST)] if m.bound == "at" and m.id in self.days)
        return next((m.id for m in days if not self.holders.get(m.id)), None)

    def _verb(self, cue: Span) -> Span:
        """A cue without a time that it swallowed and the phrase of it: "said" of "said in a note on Friday"."""
        first = bisect_left(self.time_starts, cue.start + 1)
        if first == len(self.times) or self.times[first].span.end > cue.end:
            return cue
        phrase = _PHRASE.search(self.text, cue.start, self.times[first].span.start)
        return Span(cue.start, phrase.start() if phrase else self.times[first].span.start)

    def _around(self, one: Statement, cue: Span) -> Span:
        """The stretch in which a cue's time may stand: its sentence, within its parent's content, within reach."""
        index = bisect_right(self.starts, cue.start) - 1
        first, last = cue.start - REACH, cue.end + REACH
        places = [span for hop in one.chain[-1:] if (span := hop.source.span)] + list(one.content)
        near = [span for span in places if span.start < cue.end + REACH and span.end > cue.start - REACH]
        first = min([first, *(max(span.start, first - REACH) - REACH for span in near)])
        if index >= 0:
            sentence = self.sentences[index]
            first, last = max(first, sentence.start), min(last, max(sentence.end, cue.end))
        parent = self.parents.get(one.parent or "")
        for piece in parent.content if parent else ():
            if piece.contains(cue):
                first, last = max(first, piece.start), min(last, piece.end)
        return Span(max(0, min(first, cue.start)), max(last, cue.end))

    def _quoted(self, one: Statement) -> tuple[Span, ...]:
        """The quotations that hold a statement's content or lie in it, where they are few."""
        out = []
        for span in one.content[:_HOLDERS]:
            index = max(0, bisect_right(self.quote_starts, span.start) - 1)
            out += [quote for quote in self.quotes[index : index + _HOLDERS] if quote.overlaps(span)]
        return tuple(sorted(set(out)))

    def _heads_content(self, mention: TimeMention, one: Statement, cue: Span) -> bool:
        """Whether a time opens a content but is none of it: "said the previous day that …", "said so last year"."""
        first = one.content[0]
        if not first.contains(mention.span) or first.start < cue.end:
            return False
        if _SO.fullmatch(self.text, first.start, mention.span.start):
            return True
        return bool(_THAT.match(self.text, mention.span.end)) and bool(
            _LEAD.fullmatch(self.text, cue.end, mention.span.start)
        )

    def _is_free(self, mention: TimeMention, cue: Span) -> bool:
        """Whether a time lies in no content but in those that the cue lies in as well."""
        holders = self.holders.get(mention.id, ())
        return len(holders) < _HOLDERS and all(piece.contains(cue) for piece in holders)


def _may_tell(mention: TimeMention) -> bool:
    """Whether a time may tell when something was said: a point in time, by itself or "after Monday's meeting"."""
    if mention.type not in ("DATE", "TIME") or not mention.form or mention.bound not in ("at", "after"):
        return False
    return mention.form.split(" ", 1)[0] in _KINDS


def _is_day(mention: TimeMention) -> bool:
    """Whether a time counts from the day of writing or names a day of its own; months and years do neither."""
    return mention.form.startswith(("weekday", "shift", "holiday")) or " day=" in mention.form


def _holders(statements: Iterable[Statement], places: Mapping[str, Span]) -> dict[str, list[Span]]:
    """For each time the pieces of contents in which it lies; a few at most."""
    out: dict[str, list[Span]] = {}
    for one in statements:
        for id_ in one.times:
            span = places.get(id_)
            held = out.setdefault(id_, [])
            if span and len(held) < _HOLDERS:
                held += [piece for piece in one.content if piece.contains(span)][:1]
    return out
