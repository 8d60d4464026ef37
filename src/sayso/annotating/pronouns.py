"""Whom a pronoun means: the hard case of naming, and an open one beats a wrong one.

Theory. "He" and "she" inside somebody's indirect content are the speaker, if it names no other person before the
pronoun. Elsewhere all people met before are weighed (discourse.py), and the likeliest is taken if sure enough.

"It" is sought among bodies, outlets and writings that have spoken in this paragraph or the one before, "they" among
groups and bodies that have; "I" and "we" inside a quotation are its speaker. Inside somebody's quotation nobody
who spoke elsewhere is meant: "he" is a person named in it before, or the one other person in the sentence that
introduces it; "they" and "it" are the one body or group of that sentence ("accused the government of lying. “They
promised …"). Everything else stays open. Work is bounded: the last 40 speakers, the last 60 names of a paragraph,
300 characters before a quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.annotating.chains import Thread
from sayso.annotating.discourse import CERTAIN, LIKELY, Discourse, Person
from sayso.annotating.people import people
from sayso.annotating.registry import Known, Registry
from sayso.lang.en import kinds
from sayso.model.article import Block
from sayso.model.span import Span

NEAR = 40
_NAMES = 60
_INTRODUCES = 300
_QUOTES = frozenset("\"“„«‘'")
_MARKS = " \t\n\"'“”‘’„«»:,–—-"
_STOP = re.compile(r"[.!?…][\"”’']?\s+(?=[\"“‘']?[^\W\d_a-z])")
_THINGS = frozenset(("organisation", "outlet", "document", "place"))
_MANY = frozenset(("group", "organisation"))


@dataclass(frozen=True, slots=True)
class Asked:
    """One phrase to be led to a source: where it stands, and in whose statement; `via` where it names a medium."""

    span: Span
    thread: int
    mouth: int
    via: bool


@dataclass(frozen=True, slots=True)
class Spoke:
    """A source that has spoken: where, in which block, and whether in the article's words or inside another's."""

    who: Known
    span: Span
    block: int
    outer: bool


class Stretches:
    """Spans that may hold others, looked up by place."""

    def __init__(self, spans: Sequence[Span]) -> None:
        """Sort `spans` once."""
        self.spans = sorted(spans)
        self.starts = [span.start for span in self.spans]

    def hold(self, span: Span) -> bool:
        """Whether one of the few stretches that begin last before a span holds it."""
        last = bisect_right(self.starts, span.start)
        return any(one.contains(span) for one in self.spans[max(0, last - 4) : last])


class Memory:
    """What has been read so far: who spoke where, and whose mouth each one is."""

    def __init__(self, registry: Registry, blocks: Sequence[Block], threads: Sequence[Thread]) -> None:
        """Start before the first word."""
        self.registry, self.blocks, self.threads = registry, blocks, threads
        self.starts = [block.span.start for block in blocks]
        self.spoken: list[Spoke] = []
        self.who: dict[tuple[int, int], Known] = {}
        self.discourse = Discourse(people(registry.text, blocks, registry.lexicon))
        self.evidence: dict[Span, Span] = {}
        direct = [span for one in threads if one.draft.mode == "direct" for span in one.draft.content]
        self.quoted = Stretches(direct)

    def block(self, span: Span) -> int:
        """The index of the block in which a span begins."""
        return max(0, bisect_right(self.starts, span.start) - 1)

    def remember(self, asked: Asked, who: Known) -> None:
        """Note that a source spoke."""
        self.who[asked.thread, asked.mouth] = who
        outer = self.threads[asked.thread].parent is None
        self.spoken.append(Spoke(who, asked.span, self.block(asked.span), outer))

    def before(self, asked: Asked) -> list[Spoke]:
        """The last sources that spoke before a phrase, oldest first."""
        return [spoke for spoke in self.spoken[-NEAR:] if spoke.span.start < asked.span.start]

    def speaker(self, asked: Asked) -> Known | None:
        """The innermost mouth of the statement inside which a phrase stands."""
        parent = self.threads[asked.thread].parent
        if parent is None:
            return None
        return self.who.get((parent, len(self.threads[parent].mouths) - 1))

    def meant(self, asked: Asked, pronoun: str) -> Known | None:
        """The source that a pronoun means, None where the text leaves it open."""
        if pronoun in kinds.FIRST_PERSON:
            return self.speaker(asked)
        if pronoun in kinds.PERSON_PRONOUNS:
            who = self._person(asked, pronoun)
            if who:
                who.gender = pronoun
            return who
        if pronoun in kinds.THING_PRONOUNS | kinds.MANY_PRONOUNS:
            return self._thing(asked, _THINGS if pronoun in kinds.THING_PRONOUNS else _MANY)
        return None

    def _person(self, asked: Asked, pronoun: str) -> Known | None:
        parent = self.threads[asked.thread].parent
        if parent is not None:
            return self._inside(asked, parent, pronoun)
        return self._weighed(asked, pronoun)

    def _weighed(self, asked: Asked, pronoun: str) -> Known | None:
        """The person who is likeliest of all that the article has spoken of before, if that is sure enough.

        For a quotation whoever spoke last in the paragraph goes before ("…," she added); and where nobody is
        likely, the one person who is near will do.
        """
        quotes = self.threads[asked.thread].draft.mode != "indirect"
        meant = self.discourse.meant(asked.span, self._may_be_person)
        if quotes and (spoke := self._goes_on(asked, pronoun)):
            return spoke
        who = self._known(meant.person) if meant else None
        sole = self._sole(asked, pronoun)
        likely = LIKELY if who is sole else CERTAIN
        if meant and who and _fits(who, pronoun) and meant.share >= likely:
            self.evidence[asked.span] = meant.evidence
            return who
        unlikely = meant is None or meant.share < LIKELY
        block = self.block(asked.span)
        last = [one for one in self.before(asked)[-4:] if one.block == block and not self.quoted.hold(one.span)]
        near = quotes or any(one.who is sole for one in last)
        return sole if unlikely and near else None

    def _goes_on(self, asked: Asked, pronoun: str) -> Known | None:
        """Who spoke last in a paragraph, for a quotation that goes on there ("…," she added).

        A paragraph that begins with a quotation goes on with the one before, where nobody is named in it.
        """
        block = self.block(asked.span)
        at = self.blocks[block].span
        opens = self.registry.text[at.start] in _QUOTES and not self._persons(block, at.start, asked.span.start)
        persons = [one for one in self.before(asked) if one.outer and _may_be(one.who, pronoun)]
        spoke = persons[-1] if persons and 0 <= block - persons[-1].block <= int(opens) else None
        return spoke.who if spoke and _fits(spoke.who, pronoun) else None

    def _sole(self, asked: Asked, pronoun: str) -> Known | None:
        """The one person of fitting gender in this paragraph before a pronoun or, with none, in the last."""
        block = self.block(asked.span)
        for step in range(min(block + 1, 6)):
            at = self.blocks[block - step]
            if step and at.kind != "paragraph":
                continue
            persons = self._persons(block - step, at.span.start, at.span.end if step else asked.span.start)
            fitting = [one for one in persons if _fits(one, pronoun)]
            if step or persons:
                return fitting[0] if len(fitting) == 1 else None
        return None

    def _may_be_person(self, name: str) -> bool:
        """Whether a name is not known for a body, an outlet or a place."""
        known = self.registry.by_name.get(name)
        return known.kind in {None, "person"} if known else not self.registry.is_body(name)

    def _known(self, person: Person) -> Known | None:
        """The source or person met in passing behind a candidate; None where a name is several people's."""
        if person.doubled:
            return None
        if person.how == "noun":
            return next((one.who for one in reversed(self.spoken) if one.span.overlaps(person.first.span)), None)
        who = self.registry.person(person.key)
        return who if who.kind in {None, "person"} else None

    def _inside(self, asked: Asked, parent: int, pronoun: str) -> Known | None:
        """The person a pronoun means inside somebody else's content."""
        held = self.threads[parent].draft
        speaker = self.speaker(asked)
        start = next((span.start for span in held.content if span.contains(asked.span)), asked.span.start)
        others = self._persons(self.block(asked.span), start, asked.span.start, quoted=True)
        if held.mode != "direct" and speaker and speaker.kind == "person" and _fits(speaker, pronoun):
            return speaker if all(one is speaker for one in others) else self._weighed(asked, pronoun)
        if not others and speaker and (before := self.introduction(asked)):
            others = self._persons(self.block(asked.span), before.start, before.end)
        fitting = [one for one in others if one is not speaker and _fits(one, pronoun)]
        return fitting[0] if len(fitting) == 1 else None

    def quotation(self, asked: Asked) -> Span | None:
        """The stretch of somebody's direct words inside which a phrase stands, or None."""
        parent = self.threads[asked.thread].parent
        if parent is None or self.threads[parent].draft.mode != "direct":
            return None
        return next((one for one in self.threads[parent].draft.content if one.contains(asked.span)), None)

    def introduction(self, asked: Asked) -> Span | None:
        """The sentence of the same block that stands before the quotation around a phrase, or None."""
        quotation = self.quotation(asked)
        if quotation is None:
            return None
        floor = max(self.blocks[self.block(quotation)].span.start, quotation.start - _INTRODUCES)
        before = self.registry.text[floor : quotation.start].rstrip(_MARKS)
        start = max((stop.end() for stop in _STOP.finditer(before)), default=0)
        return Span(floor + start, floor + len(before)) if start < len(before) else None

    def _persons(self, block: int, start: int, end: int, *, quoted: bool = False) -> list[Known]:
        """The different persons named in [start, end) of a block; quotations left out unless `quoted`.

        A source without a name ("a source close to the ministry") that has spoken there is one of them.
        """
        found: dict[int, Known] = {}
        listed = self.registry.lexicon.by_block[block]
        last = bisect_right(listed, end, key=lambda named: named.span.start)
        for named in listed[max(0, last - _NAMES) : last]:
            if not (start <= named.span.start and named.span.end <= end):
                continue
            if not quoted and self.quoted.hold(named.span):
                continue
            if who := self.registry.passing(named.words):
                found[id(who)] = who
        for spoke in self.spoken[-NEAR:]:
            if start <= spoke.span.start < end and spoke.who.kind in {"person", "anonymous"}:
                found[id(spoke.who)] = spoke.who
        return list(found.values())

    def _thing(self, asked: Asked, fitting: frozenset[str]) -> Known | None:
        """The body, outlet or writing that spoke last in this paragraph or the one before, if it alone did."""
        parent = self.threads[asked.thread].parent
        if parent is not None:
            speaker = self.speaker(asked)
            indirect = self.threads[parent].draft.mode != "direct"
            return speaker if speaker and speaker.kind in fitting and indirect else None
        block = self.block(asked.span)
        for back in range(min(block + 1, 4)):
            if back and self.blocks[block - back].kind != "paragraph":
                continue
            spoke = {
                id(one.who): one.who
                for one in self.before(asked)
                if one.block == block - back and one.who.kind in fitting and not self.quoted.hold(one.span)
            }
            if len(spoke) > 1:  # whom one of them cites is not meant
                outer = {id(one.who) for one in self.before(asked) if one.outer}
                spoke = {key: who for key, who in spoke.items() if key in outer}
            if spoke or back:
                return next(iter(spoke.values())) if len(spoke) == 1 else None
        return None


def _may_be(who: Known, pronoun: str) -> bool:
    """Whether a source may be a person: one that stayed open is by the same pronoun only."""
    return who.kind in {"person", "anonymous"} and (who.key[0] != "open" or who.gender == pronoun)


def _fits(who: Known, pronoun: str) -> bool:
    return who.gender is None or who.gender == pronoun
