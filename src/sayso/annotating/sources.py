"""Who is meant: every source phrase of an article led to a named source, or left open with a Note.

Theory. Phrases are read in text order. A name is looked up in the article's own lexicon (registry.py). A
description ("the spokesman", "the institute") stands for the last source whose role or name has its noun; a
writing ("the report") for the issuer of the last such writing. A pronoun is the hard case, and the rule is that an
open one beats a wrong one. "He" and "she" are sought in this order, and the first place that offers exactly one
person of fitting gender decides:

1. inside somebody's indirect content: the speaker, if that content names no other person before the pronoun;
2. the persons named before it in its paragraph, those inside quotations left out;
3. if there are several: the last speaker of the paragraph, but only for a direct quotation ("…," she added);
4. if there is none: the last paragraph, by the same two steps.

"It" is sought in the same way among bodies, outlets and writings that have spoken in this paragraph or the last;
"they" among groups and bodies that have; "I" inside a quotation is its speaker. Everything else stays open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.annotating import names
from sayso.annotating.chains import Mouth, Thread
from sayso.annotating.registry import Known, Lexicon, gender_of, initials, same_person
from sayso.lang.en import kinds
from sayso.model.article import Article, Block
from sayso.model.notes import Note
from sayso.model.sources import Source
from sayso.model.span import Ref, Span

_WRITERS = frozenset({"person", "organisation", "outlet", "place"})
_THINGS = frozenset({"organisation", "outlet", "document", "place"})
_MANY = frozenset({"group", "organisation"})
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Naming:
    """The sources of an article, the source id of every mouth by (thread index, mouth index), and notes."""

    sources: tuple[Source, ...]
    ids: dict[tuple[int, int], str]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """One phrase to be led to a source: where it stands and in whose statement."""

    span: Span
    thread: int
    mouth: int
    via: bool


@dataclass(frozen=True, slots=True)
class _Spoke:
    """A source that has spoken: where, and in which paragraph."""

    who: Known
    span: Span
    block: int
    direct: bool


def sources(article: Article, blocks: Sequence[Block], threads: Sequence[Thread]) -> Naming:
    """Every mouth of every thread with a source id; sources in the order in which they first stand in the text."""
    reader = _Reader(article, blocks, threads)
    for asked in _asked(threads):
        reader.read(asked)
    reader.add_mentions()
    known = sorted(reader.known, key=lambda one: min(one.mentions, default=Span(0, 1)))
    return Naming(tuple(one.source(article.id, article.text) for one in known), reader.ids(), tuple(reader.notes))


def _asked(threads: Sequence[Thread]) -> list[_Asked]:
    """All phrases that name a mouth or a medium, in text order, outer statements first."""
    found = []
    for index, thread in enumerate(threads):
        for place, mouth in enumerate(thread.mouths):
            if mouth.source:
                found.append(_Asked(mouth.source, index, place, via=False))
            if mouth.via and mouth.via.span:
                found.append(_Asked(mouth.via.span, index, place, via=True))
    return sorted(found, key=lambda one: (one.span.start, threads[one.thread].depth, -one.span.end, one.via))


class _Reader:
    """Reads the phrases of one article in order and remembers who has been met."""

    def __init__(self, article: Article, blocks: Sequence[Block], threads: Sequence[Thread]) -> None:
        self.article, self.text, self.blocks, self.threads = article, article.text, blocks, threads
        self.starts = [block.span.start for block in blocks]
        self.lexicon = Lexicon(self.text, blocks)
        self.known: list[Known] = []
        self.by_name: dict[str, Known] = {}
        self.by_last: dict[str, list[Known]] = {}
        self.by_noun: dict[str, Known] = {}
        self.writings: dict[str, Known] = {}
        self.described: dict[str, Known] = {}
        self.spoken: list[_Spoke] = []
        self.who: dict[tuple[int, int], Known] = {}
        self.notes: list[Note] = []
        self.quoted = _Stretches(
            [span for one in threads if one.draft.mode == "direct" for span in one.draft.content]
        )

    # -- reading ------------------------------------------------------------------------------------------------

    def read(self, asked: _Asked) -> None:
        """Lead one phrase to a source and remember that it spoke."""
        phrase = names.read_phrase(self.text, asked.span)
        if phrase.shape == "pronoun":
            who = self._pronoun(asked, phrase)
        elif phrase.name:
            who = self._named(phrase, outlet=asked.via)
        else:
            who = self._description(asked, phrase)
        if who is None:
            who = self._open(asked, phrase)
        who.mentions[phrase.name or phrase.span] = None
        if asked.via:
            return
        if phrase.writing:
            self.writings[phrase.writing] = who
        self.who[asked.thread, asked.mouth] = who
        direct = self.threads[asked.thread].draft.mode == "direct"
        self.spoken.append(_Spoke(who, asked.span, self._block(asked.span), direct))

    def _block(self, span: Span) -> int:
        return max(0, bisect_right(self.starts, span.start) - 1)

    def _new(self, kind: str | None, *names_: str, key: tuple[object, ...] = ()) -> Known:
        one = Known(kind, dict.fromkeys(names_), key=key)  # type: ignore[arg-type]  # kinds come from names.py
        self.known.append(one)
        return one

    # -- names --------------------------------------------------------------------------------------------------

    def _named(self, phrase: names.Phrase, *, outlet: bool) -> Known:
        assert phrase.name is not None  # noqa: S101 - narrowed by the caller
        name = " ".join(token.of(self.text) for token in names.words(self.text, phrase.name))
        who = self.by_name.get(name) or self._variant(name, phrase)
        if who is None:
            who = self._first_met(name, phrase, outlet=outlet)
        self._learn(who, name, phrase)
        return who

    def _variant(self, name: str, phrase: names.Phrase) -> Known | None:
        """A source already known under a longer, shorter or differently spelt name."""
        parts = tuple(name.split())
        same_end = [one for one in self.by_last.get(parts[-1], []) if one.kind != "anonymous"]
        if len(parts) == 1:
            fitting = [
                one for one in same_end if phrase.kind is None or one.kind == phrase.kind or one.kind != "person"
            ]
            fitting += [
                one for one in self.known if one.kind not in {None, "person"} and name in map(initials, one.names)
            ]
            return self._told_apart(fitting, phrase, parts)
        if phrase.kind == "person":
            alike = [
                one
                for one in same_end
                if any(len(n.split()) > 1 and same_person(parts, tuple(n.split())) for n in one.names)
            ]
            return alike[0] if len(alike) == 1 else None
        letters = initials(name)
        short = self.by_name.get(letters)
        return short if short and short.kind == "organisation" and len(letters) > 1 else None

    def _told_apart(self, fitting: list[Known], phrase: names.Phrase, parts: tuple[str, ...]) -> Known | None:
        """The one of several sources with one surname that a role tells; None where none is or two may be."""
        unique = list({id(one): one for one in fitting}.values())
        others = self.lexicon.full_names(parts[0])
        if len(unique) == 1 and len(others) <= 1:
            return unique[0]
        told = [one for one in unique if phrase.noun and phrase.noun in one.nouns]
        return told[0] if len(told) == 1 else None

    def _first_met(self, name: str, phrase: names.Phrase, *, outlet: bool) -> Known:
        """A new source; a lone surname takes the one full name in the article that ends in it."""
        kind = phrase.kind
        full: list[str] = []
        if " " not in name and kind in {None, "person"}:
            candidates = self.lexicon.full_names(name)
            if len(candidates) == 1 and not outlet:
                full, kind = [" ".join(candidates[0])], "person"
            elif len(candidates) > 1 and not outlet:
                kind = "person"
                self._note(phrase.span, f"“{name}” may be {' or '.join(' '.join(one) for one in candidates)}.")
        if outlet and kind in {None, "person"}:
            kind = "outlet"
        if kind is None:
            kind = "organisation" if phrase.definite or self._placed(name) else "person"
            kind = "place" if self._placed(name) and not phrase.definite else kind
        known = self.by_name.get(full[0]) if full else None
        return known or self._new(kind, *full, name)

    def _placed(self, name: str) -> bool:
        """Whether the text uses a name as that of a place ("in Norland")."""
        return any(f" {word} {name}" in self.text for word in ("in", "from", "across", "throughout", "within"))

    def _learn(self, who: Known, name: str, phrase: names.Phrase) -> None:
        """Add a name, its letters, its roles and its nouns to a source."""
        listed = [name]
        if phrase.alias:
            listed.append(phrase.alias.of(self.text))
        for one in (*who.names, *listed):
            who.names.setdefault(one)
            self.by_name.setdefault(one, who)
            last = one.split()[-1]
            if who not in self.by_last.setdefault(last, []):
                self.by_last[last].append(who)
        for role in phrase.roles:
            who.roles[role] = None
        told = {word.strip(".,()").lower() for role in phrase.roles for word in role.of(self.text).split()[:12]}
        told |= {phrase.noun, *(word.lower() for one in who.names for word in one.split())}
        who.nouns |= told & (kinds.PERSON_NOUNS | kinds.BODY_NOUNS | kinds.DOCUMENT_NOUNS | _ALL_OUTLET_NOUNS)
        for noun in who.nouns:
            self.by_noun[noun] = who
        who.gender = who.gender or gender_of(self.text, phrase)

    # -- descriptions -------------------------------------------------------------------------------------------

    def _description(self, asked: _Asked, phrase: names.Phrase) -> Known | None:
        """The source that a phrase without a name means; a new one where it introduces one, None where it is open."""
        plain = " ".join(phrase.span.of(self.text).lower().split())
        bare = plain.removeprefix("the ")
        if phrase.definite:
            if phrase.noun in self.writings and phrase.kind == "document":
                return self.writings[phrase.noun]
            if phrase.writing and (issuer := self._by_noun(phrase, asked)):
                return issuer
            if phrase.kind == "anonymous" and (last := self._last(asked, frozenset({"anonymous"}))):
                return last
            if phrase.kind != "group" and (meant := self._by_noun(phrase, asked)):
                return meant
        if bare in self.described:
            return self.described[bare]
        if phrase.definite and phrase.kind in {"person", "document"} and len(bare.split()) <= 2:
            return None
        one = self._new(phrase.kind, " ".join(phrase.span.of(self.text).split()))
        one.nouns.add(phrase.noun)
        self.described[bare] = one
        if phrase.kind == "document":
            self.writings.setdefault(phrase.noun, one)
        elif phrase.noun:
            self.by_noun[phrase.noun] = one
        if phrase.kind == "anonymous":
            one.roles[phrase.span] = None
        return one

    def _by_noun(self, phrase: names.Phrase, asked: _Asked) -> Known | None:
        """The last source whose role or name has the noun of a description, or a noun that may replace it."""
        nouns = {phrase.noun}
        for same in kinds.SAME_BODY:
            if phrase.noun in same:
                nouns |= same
        fitting = [one for one in self.known if one.nouns & nouns and one.kind != "document"]
        recent = [
            spoke.who
            for spoke in self.spoken[-_NEAR:]
            if spoke.who in fitting and spoke.span.start < asked.span.start
        ]
        exact = [one for one in recent if phrase.noun in one.nouns]
        if exact or recent:
            return (exact or recent)[-1]
        return fitting[-1] if len(fitting) == 1 else None

    def _last(self, asked: _Asked, fitting: frozenset[str]) -> Known | None:
        """The source of a kind that spoke last before a place."""
        for spoke in reversed(self.spoken[-_NEAR:]):
            if spoke.span.start < asked.span.start and spoke.who.kind in fitting:
                return spoke.who
        return None

    # -- pronouns -----------------------------------------------------------------------------------------------

    def _pronoun(self, asked: _Asked, phrase: names.Phrase) -> Known | None:
        word = phrase.noun
        if word in {"i", "we"}:
            speaker = self._speaker(asked)
            return speaker if word == "i" else None
        if word in kinds.PERSON_PRONOUNS:
            who = self._person(asked, word)
            if who:
                who.gender = word
            return who
        if word in kinds.THING_PRONOUNS | kinds.MANY_PRONOUNS:
            speaker = self._speaker(asked)
            fitting = _THINGS if word in kinds.THING_PRONOUNS else _MANY
            if speaker and speaker.kind in fitting and self.threads[asked.thread].draft.mode != "direct":
                return speaker
            return None if speaker else self._thing(asked, fitting)
        return None

    def _speaker(self, asked: _Asked) -> Known | None:
        """The innermost mouth of the statement inside which a phrase stands."""
        parent = self.threads[asked.thread].parent
        if parent is None:
            return None
        return self.who.get((parent, len(self.threads[parent].mouths) - 1))

    def _person(self, asked: _Asked, pronoun: str) -> Known | None:
        parent = self.threads[asked.thread].parent
        speaker = self._speaker(asked)
        if parent is not None:
            held = self.threads[parent].draft
            others = self._persons(
                self._block(asked.span), Span(held.content[0].start, asked.span.start + 1), quoted=True
            )
            if speaker and speaker.kind == "person" and held.mode == "indirect" and _fits(speaker, pronoun):
                return speaker if all(one is speaker for one in others) else None
            return (
                others[0] if len(others) == 1 and _fits(others[0], pronoun) and others[0] is not speaker else None
            )
        block = self._block(asked.span)
        for step in range(3):
            if block - step < 0 or (step and self._named_since(asked, block - step + 1)):
                return None
            if self.blocks[block - step].kind != "paragraph" and step:
                continue
            limit = asked.span.start if step == 0 else self.blocks[block - step].span.end
            persons = self._persons(
                block - step, Span(self.blocks[block - step].span.start, limit + 1), quoted=False
            )
            persons = [one for one in persons if _fits(one, pronoun)]
            if len(persons) == 1:
                return persons[0]
            if persons:
                return self._last_speaker(asked, block - step, persons)
        return None

    def _named_since(self, asked: _Asked, block: int) -> bool:
        """Whether a paragraph between has a person of its own (then looking further back would be a guess)."""
        return (
            False
            if self.blocks[block].kind != "paragraph"
            else bool(self._persons(block, Span(self.blocks[block].span.start, asked.span.start + 1), quoted=False))
        )

    def _last_speaker(self, asked: _Asked, block: int, persons: list[Known]) -> Known | None:
        """The last speaker of a paragraph, for a direct quotation only."""
        if self.threads[asked.thread].draft.mode == "indirect":
            return None
        for spoke in reversed(self.spoken[-_NEAR:]):
            if spoke.block == block and spoke.span.start < asked.span.start:
                return spoke.who if spoke.who in persons else None
        return None

    def _persons(self, block: int, within: Span, *, quoted: bool) -> list[Known]:
        """The different persons named in a stretch of a paragraph; sources get their record, others a passing one."""
        found: dict[object, Known] = {}
        for named in self.lexicon.by_block[block][-200:]:
            if not within.contains(named.span) or (not quoted and self.quoted.hold(named.span)):
                continue
            who = self._passing(named.words)
            if who:
                found[id(who)] = who
        for spoke in self.spoken[-_NEAR:]:
            if within.contains(spoke.span) and spoke.who.kind == "person":
                found[id(spoke.who)] = spoke.who
        return list(found.values())

    def _passing(self, words: tuple[str, ...]) -> Known | None:
        """The person whom a name in the text means, met as a source or not; None where it is no person's."""
        known = self.by_name.get(" ".join(words)) or (self.by_name.get(words[-1]) if len(words) == 1 else None)
        if known:
            return known if known.kind == "person" else None
        full = self.lexicon.full_names(words[-1]) if names.person_like(words) else []
        if len(full) != 1 or (len(words) == 1 and words[0] != full[0][-1]):
            return None
        name = " ".join(full[0])
        one = self.by_name.get(name) or Known("person", {name: None})
        self.by_name[name] = one
        self.by_last.setdefault(full[0][-1], []).append(one)
        return one

    def _thing(self, asked: _Asked, fitting: frozenset[str]) -> Known | None:
        """The body, outlet or writing that spoke last in this paragraph or the one before, if it alone did."""
        block = self._block(asked.span)
        for back in (0, 1):
            spoke = {
                id(one.who): one.who
                for one in self.spoken[-_NEAR:]
                if one.block == block - back
                and one.span.start < asked.span.start
                and one.who.kind in fitting
                and not self.quoted.hold(one.span)
            }
            if spoke:
                return next(iter(spoke.values())) if len(spoke) == 1 else None
        return None

    # -- the end ------------------------------------------------------------------------------------------------

    def _open(self, asked: _Asked, phrase: names.Phrase) -> Known:
        """A source that stays unnamed, with a Note that says so."""
        words = " ".join(phrase.span.of(self.text).split())
        self._note(asked.span, f"Who “{words[:60]}” is could not be told.")
        kind = phrase.kind or ("person" if phrase.noun in kinds.PERSON_PRONOUNS else "anonymous")
        return self._new(kind, words, key=("open", asked.span.start))

    def _note(self, span: Span, message: str) -> None:
        self.notes.append(Note("A202", message, Ref(self.article.id, span)))

    def add_mentions(self) -> None:
        """Every other place at which a source that spoke is named; passing persons become no sources."""
        for one in self.who.values():
            if one not in self.known:
                self.known.append(one)
        kept = {id(one) for one in self.known}
        for block in self.lexicon.by_block:
            for named in block:
                who = self.by_name.get(" ".join(named.words))
                if who and id(who) in kept and not any(named.span.overlaps(span) for span in who.mentions):
                    who.mentions[named.span] = None

    def ids(self) -> dict[tuple[int, int], str]:
        """The source id of every mouth that the text names."""
        return {place: who.id(self.article.id) for place, who in self.who.items()}


def _fits(who: Known, pronoun: str) -> bool:
    return who.gender is None or who.gender == pronoun


class _Stretches:
    """Spans that may hold others, looked up by place."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans = sorted(spans)
        self.starts = [span.start for span in self.spans]

    def hold(self, span: Span) -> bool:
        """Whether one of the few stretches that begin before a span holds it."""
        last = bisect_right(self.starts, span.start)
        return any(one.contains(span) for one in self.spans[max(0, last - 4) : last])


_ALL_OUTLET_NOUNS = frozenset(
    "newspaper paper magazine broadcaster outlet website agency newswire daily weekly channel station tank".split()
)


def label_of(mouth: Mouth, text: str) -> str:
    """How a mouth is written in a chain: its words, or what stands for them."""
    return " ".join(mouth.source.of(text).split()) if mouth.source else mouth.label
