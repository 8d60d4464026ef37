"""Who is meant: every source phrase of an article led to a named source, or left open with a Note.

Theory. Phrases are read in text order. A name is looked up among the article's own names (registry.py), a pronoun
among those who have been named or have spoken near it (pronouns.py). A description ("the spokesman", "the
institute") stands for the source whose role or name has its noun, or a noun that may replace it; where several
have, for the one that spoke in this paragraph or the one before. A writing ("the report") stands for the issuer of
the last such writing: the institute's report is the institute's word. What introduces somebody new ("several
analysts", "a source close to the staff") is a source of its own under those words; what points back and finds
nobody is left open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.annotating import antecedents, names
from sayso.annotating.chains import Mouth, Thread
from sayso.annotating.lexicon import Lexicon
from sayso.annotating.passing import Passing
from sayso.annotating.pronouns import Asked, Memory, Stretches
from sayso.annotating.registry import Known, Registry
from sayso.lang.en import anonymous, kinds, media
from sayso.model.article import Article, Block
from sayso.model.notes import Note
from sayso.model.sources import Source
from sayso.model.span import Ref, Span, trimmed

_AROUND = 160
_BRIEF = 3
_SENTENCE = re.compile(r"[.!?…][\"”’']?\s+(?=[A-Z\"“])|\n")
_IN_WRITING = re.compile(
    r"\bin (?:an?|his|her|its|their) (?:[\w-]{1,16} ){0,2}?"
    r"(letter|memo|memorandum|email|report|statement|post|column|note|message|study|article|update|briefing|"
    r"bulletin|communiqué|communique|circular|release|notice|analysis|assessment|review|dossier|newsletter)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\bthe (?:[\w-]{1,20} ){0,2}?(" + "|".join(sorted(kinds.BODY_NOUNS | kinds.GROUP_NOUNS)) + r")\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Naming:
    """The sources of an article, the source id of every mouth by (thread index, mouth index), and notes."""

    sources: tuple[Source, ...]
    ids: dict[tuple[int, int], str]
    notes: tuple[Note, ...]


def sources(article: Article, blocks: Sequence[Block], threads: Sequence[Thread]) -> Naming:
    """Every mouth of every thread with a source id; sources in the order in which they first stand in the text."""
    reader = _Reader(article, blocks, threads)
    reader.read_all(_asked(threads))
    reader.add_unnamed()
    reader.add_mentions()
    known = sorted(reader.registry.known, key=lambda one: min(one.mentions, default=Span(0, 1)))
    ids = {place: who.id(article.id) for place, who in reader.memory.who.items()}
    return Naming(tuple(one.source(article.id, article.text) for one in known), ids, reader.notes())


def _asked(threads: Sequence[Thread]) -> list[Asked]:
    """All phrases that name a mouth or a medium, in text order, outer statements first."""
    found = []
    for index, thread in enumerate(threads):
        for place, mouth in enumerate(thread.mouths):
            if mouth.source:
                found.append(Asked(mouth.source, index, place, via=False))
            if mouth.via and mouth.via.span:
                found.append(Asked(mouth.via.span, index, place, via=True))
    return sorted(found, key=lambda one: (one.span.start, threads[one.thread].depth, -one.span.end, one.via))


class _Reader:
    """Reads the phrases of one article in order."""

    def __init__(self, article: Article, blocks: Sequence[Block], threads: Sequence[Thread]) -> None:
        self.article, self.text, self.threads = article, article.text, threads
        self.registry = Registry(self.text, Lexicon(self.text, blocks), outlet=article.outlet)
        self.memory = Memory(self.registry, blocks, threads)
        self.writings: dict[str, Known] = {}
        self.described: dict[str, Known] = {}
        self.open: list[tuple[Span, str]] = []
        self.groups: dict[str, Known | None] = {}
        self.unknown: dict[Span, Known] = {}
        self.left: dict[str, Known] = {}
        self.passing = Passing(self.memory)

    def read_all(self, phrases: Sequence[Asked]) -> None:
        """Lead every phrase to a source, in text order, but the mouth around a quotation before those inside."""
        by_thread: dict[int, list[Asked]] = defaultdict(list)
        for asked in phrases:
            by_thread[asked.thread].append(asked)
        done: set[Asked] = set()
        for asked in phrases:
            line = [asked]
            while (parent := self.threads[line[-1].thread].parent) is not None and by_thread[parent]:
                line.append(by_thread[parent][-1])
            for one in reversed(line):
                if one not in done:
                    done.add(one)
                    self.read(one)

    def read(self, asked: Asked) -> None:
        """Lead one phrase to a source and remember that it spoke."""
        relative = antecedents.is_relative(self.text, asked.span)
        phrase = self._relative(asked) if relative else names.read_phrase(self.text, asked.span)
        if asked.via and phrase.name is None:
            phrase = names.Phrase(asked.span, "named", name=asked.span, kind="outlet")
        who: Known | None
        if phrase.shape == "pronoun":
            who = (
                None
                if relative
                else self.memory.meant(asked, phrase.noun)
                or self._named_before(asked, phrase.noun)
                or self.passing.written(asked, phrase.noun)
                or self.passing.subject(asked, phrase.noun)
            )
        elif phrase.name:
            who = self.registry.named(phrase, outlet=asked.via, same=self._introduced_so(phrase))
        else:
            who = self._pointed_at(asked, phrase) if phrase.definite else None
            who = who or self._introduced(phrase)
        who = who or self._left_open(asked, phrase)
        if phrase.name is None and who.key[0] == "described" and not any(" " in name for name in who.names):
            # "agency" in a title is "the environment agency" of the text
            who.names = {" ".join((phrase.head or phrase.span).of(self.text).split()): None}
        self._note_evidence(asked, phrase, who)
        self.registry.add(who).mentions[phrase.name or phrase.span] = None
        if asked.via:
            return
        if writing := phrase.writing or self._written(asked) or _document_in(who):
            self.writings[writing] = who
        if writing or who.kind == "document":
            self.passing.wrote(who)
        self.memory.remember(asked, who)

    def _note_evidence(self, asked: Asked, phrase: names.Phrase, who: Known) -> None:
        """Remember where the text shows whom a pronoun or a description means, and what is said of the nameless."""
        if who.kind == "anonymous" and who.key[0] == "described" and (said := _descriptor(self.text, phrase)):
            who.descriptors[said] = None
        if phrase.name is not None and phrase.span == asked.span:
            return
        shown = self.memory.evidence.get(asked.span)
        if shown is None and phrase.name:
            shown = phrase.name
        if shown is None:
            before = [span for span in who.mentions if span.start < asked.span.start]
            shown = max(before, default=None) or self.registry.lexicon.named_before(tuple(who.names), asked.span)
        if shown and shown != asked.span:
            who.led[asked.span] = shown

    def _relative(self, asked: Asked) -> names.Phrase:
        """What the words before a relative pronoun say of whom it means; the bare pronoun where they are open."""
        floor = max(self.memory.blocks[self.memory.block(asked.span)].span.start, asked.span.start - _AROUND)
        breaks = [match.end() for match in _SENTENCE.finditer(self.text, floor, asked.span.start)]
        meant = antecedents.antecedent(self.text, asked.span, max(breaks, default=floor))
        if meant is None:
            return names.Phrase(asked.span, "pronoun")
        phrase = names.read_phrase(self.text, meant)
        person = phrase.name and asked.span.of(self.text).lower() == "who"
        if person and phrase.name and names.person_like(phrase.name.of(self.text).split()):
            return replace(phrase, kind="person")
        return phrase

    def _written(self, asked: Asked) -> str | None:
        """The noun of the writing in which a mouth says it says something ("said in a statement"), or None."""
        cue = self.threads[asked.thread].draft.cue
        if cue is None or asked.mouth + 1 < len(self.threads[asked.thread].mouths):
            return None
        floor = max(self.memory.blocks[self.memory.block(cue)].span.start, cue.start - _AROUND)
        near = _SENTENCE.split(self.text[floor : cue.start])[-1] + self.text[cue.start : cue.end + _AROUND // 4]
        match = _IN_WRITING.search(near)
        return match[1].lower() if match else None

    def _introduced_so(self, phrase: names.Phrase) -> Known | None:
        """The person so far only described whom a phrase now names ("the spokesman, Bo Berg"), or None."""
        role = phrase.roles[0].of(self.text).lower() if phrase.roles else ""
        noun = phrase.noun if phrase.noun in kinds.PERSON_NOUNS else (role.split() or [""])[-1]
        if not role.startswith("the ") or phrase.kind != "person" or len(role.split()) > _BRIEF:
            return None
        listed = [one for one in self.registry.by_noun.get(noun, []) if one.key[0] == "described"]
        return listed[0] if len(listed) == 1 else None

    def _named_before(self, asked: Asked, pronoun: str) -> Known | None:
        """The one body or group that the sentence before a quotation speaks of, for "they" and "it" inside it."""
        if pronoun not in kinds.THING_PRONOUNS | kinds.MANY_PRONOUNS:
            return None
        before = self.memory.introduction(asked)
        places = list(_BODY.finditer(self.text, before.start, before.end))[:3] if before else []
        found = [Span(*match.span()) for match in places if _fits_number(match[1], pronoun)]
        if len(found) != 1:
            return None
        phrase = names.read_phrase(self.text, found[0])
        who = self._pointed_at(asked, phrase) or self._introduced(phrase)
        return None if who is None or who is self.memory.speaker(asked) else who

    def _pointed_at(self, asked: Asked, phrase: names.Phrase) -> Known | None:
        """The source to which a definite description points back, or None."""
        if phrase.noun in media.OUTLET_NOUNS and phrase.noun not in self.writings and _short(phrase, self.text):
            return self._by_noun(asked, replace(phrase, kind="outlet")) or self._sole_outlet(asked, phrase.noun)
        if phrase.kind == "document":
            return self.writings.get(phrase.noun) or self.passing.writing(asked, phrase, self.writings)
        if phrase.kind == "anonymous":
            return self.groups.get(phrase.noun) or self._hidden(asked, phrase)
        if phrase.kind == "group":
            known = self.groups.get(phrase.noun) if _short(phrase, self.text) else None
            return known or self.passing.authors(asked, phrase)
        if who := self._by_noun(asked, phrase) or self._company(asked, phrase):
            return who
        return self.passing.nameless(asked, phrase) or self.passing.body(asked, phrase)

    def _hidden(self, asked: Asked, phrase: names.Phrase) -> Known | None:
        """Whom "the source" means: the last who hid his name; any other noun only a person of that office."""
        if phrase.noun not in anonymous.ANONYMOUS_NOUNS:
            return self._by_noun(asked, replace(phrase, kind="person"))
        hidden = [spoke.who for spoke in self.memory.before(asked) if spoke.who.kind == "anonymous"]
        return hidden[-1] if hidden else None

    def _company(self, asked: Asked, phrase: names.Phrase) -> Known | None:
        """Whom "the company" means: the one body named without a noun of its own that spoke close before."""
        if phrase.noun not in kinds.COMPANY_NOUNS or not _short(phrase, self.text):
            return None
        near = {
            id(spoke.who): spoke.who
            for spoke in self.memory.before(asked)
            if spoke.who.kind == "organisation"
            and spoke.block >= self.memory.block(asked.span) - 1
            and not any(word.lower() in kinds.BODY_NOUNS for name in spoke.who.names for word in name.split())
        }
        return next(iter(near.values())) if len(near) == 1 else None

    def _by_noun(self, asked: Asked, phrase: names.Phrase) -> Known | None:
        """The source whose role or name has the noun of a description; of several the one that spoke near it."""
        listed = self.registry.by_noun.get(phrase.noun, [])
        if not listed:
            alike = [noun for same in kinds.SAME_NOUN if phrase.noun in same for noun in sorted(same)]
            listed = [one for noun in alike for one in self.registry.by_noun.get(noun, [])]
        fitting = {id(one): one for one in listed if phrase.kind in {None, one.kind} or one.kind != "person"}
        if not fitting and phrase.kind == "person":
            return self.registry.titled(phrase.noun, before=asked.span)
        if len(fitting) == 1:
            return next(iter(fitting.values()))
        named = [one for one in fitting.values() if one.key[0] != "described"]
        if len(named) == 1 and _short(phrase, self.text) and _is_called(named[0], phrase.noun):
            return named[0]
        block = self.memory.block(asked.span)
        near = {
            id(s.who): s.who for s in self.memory.before(asked) if id(s.who) in fitting and s.block >= block - 2
        }
        return next(iter(near.values())) if len(near) == 1 else None

    def _sole_outlet(self, asked: Asked, noun: str) -> Known | None:
        """The one outlet that has been named before, channels left out; None where there are several.

        An agency is one in capitals ("VESTA … the agency").
        """
        wire = noun in {"agency", "wire", "newswire"}
        before = {
            id(one): one
            for one in self.registry.known
            if one.kind in ({"outlet", "organisation"} if wire else {"outlet"})
            and not set(one.names) & media.CHANNELS
            and (not wire or any(map(str.isupper, one.names)))
            and one.before(asked.span)
        }
        return next(iter(before.values())) if len(before) == 1 else None

    def _introduced(self, phrase: names.Phrase) -> Known | None:
        """The source that a description introduces or introduced before; None where it only points back."""
        plain = " ".join(phrase.span.of(self.text).lower().split())
        bare = plain.removeprefix("the ")
        if phrase.definite and phrase.kind == "person" and (borne := self.registry.bearing(bare)):
            who, self.memory.evidence[phrase.span] = borne
            who.roles[phrase.span] = None
            self.registry.note_nouns(who, (phrase.noun,))
            return who
        if bare in self.described:
            return self.described[bare]
        office = names.capitalised(phrase.span.of(self.text).split()[-1])
        if phrase.definite and phrase.kind in {"person", "document"} and len(bare.split()) <= 2 and not office:
            return None
        shown = phrase.head if phrase.kind == "document" and phrase.head else phrase.span
        one = self.registry.add(Known(phrase.kind, " ".join(shown.of(self.text).split()), key=("described", plain)))
        if phrase.kind == "anonymous" or shown != phrase.span:
            one.roles[phrase.span] = None
        if phrase.kind == "document":
            self.writings[phrase.noun] = one
        elif phrase.kind in {"person", "organisation", "outlet"}:
            self.registry.note_nouns(one, (phrase.noun,))
        if phrase.kind in {"group", "anonymous"}:
            self.groups[phrase.noun] = one if phrase.noun not in self.groups else None
        self.described[bare] = one
        return one

    def _left_open(self, asked: Asked, phrase: names.Phrase) -> Known:
        """A source that stays unnamed, with a note that says so."""
        if known := self.unknown.get(asked.span):
            return known
        words = " ".join(phrase.span.of(self.text).split())
        if phrase.span == asked.span and antecedents.is_relative(self.text, asked.span):
            self.open.append((asked.span, f"Whom “{asked.span.of(self.text)}” means could not be told."))
            words = anonymous.UNNAMED
        else:
            self.open.append((asked.span, f"Who “{words[:60]}” is could not be told."))
        if phrase.shape == "described" and phrase.definite and (same := self.left.get(words.lower())):
            return same
        kind = phrase.kind or ("person" if phrase.noun in kinds.PERSON_PRONOUNS else "anonymous")
        one = self.registry.add(Known(kind, words, key=("open", asked.span)))
        one.gender = phrase.noun if phrase.noun in kinds.PERSON_PRONOUNS else None
        self.unknown[asked.span] = self.left[words.lower()] = one
        return one

    def add_unnamed(self) -> None:
        """A source of its own for every mouth that the text leaves out."""
        for index, thread in enumerate(self.threads):
            for place, mouth in enumerate(thread.mouths):
                if mouth.source is None:
                    key = ("unnamed", thread.draft.content[0].start, index)
                    self.memory.who[index, place] = self.registry.add(Known("anonymous", mouth.label, key=key))

    def add_mentions(self) -> None:
        """Every other place at which a source that spoke is named; persons met in passing become no sources."""
        taken = Stretches([span for one in self.registry.known for span in one.mentions])
        for block in self.registry.lexicon.by_block:
            for named in block:
                who = self.registry.by_name.get(" ".join(named.words))
                if who and who.kept and not taken.hold(named.span):
                    who.mentions[named.span] = None

    def notes(self) -> tuple[Note, ...]:
        """A note for every phrase that was left open or could mean several people, in text order."""
        doubts = sorted({*self.open, *self.registry.doubts})
        return tuple(Note("A202", message, Ref(self.article.id, span)) for span, message in doubts)


def _descriptor(text: str, phrase: names.Phrase) -> Span | None:
    """What a phrase says of a source without a name behind its noun ("close to the staff"), or None."""
    if phrase.head is None or phrase.head.end >= phrase.span.end:
        return None
    return trimmed(text, phrase.head.end, phrase.span.end, " ,\n\t")


def _is_called(who: Known, noun: str) -> bool:
    """Whether a noun is part of a body's own name."""
    return who.kind == "organisation" and any(noun in name.lower().split() for name in who.names)


def _document_in(who: Known) -> str | None:
    """The noun for a writing with which a source's own name begins ("Bulletin No. 9"), or None."""
    first = next(iter(who.names)).split()[0].lower()
    return first if who.kind == "document" and first in kinds.DOCUMENT_NOUNS else None


def _short(phrase: names.Phrase, text: str) -> bool:
    """Whether a description is an article and a noun, with one word between at most ("the local paper")."""
    return phrase.name is None and len(phrase.span.of(text).split()) <= 3


def _fits_number(noun: str, pronoun: str) -> bool:
    """Whether a noun may be meant by "they" or "it": a group only by the first, a body by both."""
    return pronoun in kinds.MANY_PRONOUNS or noun.lower() in kinds.BODY_NOUNS


def label_of(mouth: Mouth, text: str) -> str:
    """How a mouth is written in a chain: its words, or what stands for them."""
    return mouth.source.of(text) if mouth.source else mouth.label
