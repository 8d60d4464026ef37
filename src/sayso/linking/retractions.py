"""Retractions and corrections: which origins a later article takes back, and which it corrects in a part.

A sentence takes something back where it has a word for it and a word for what ("withdraws its report", "the note
has been retracted", "takes the whole story back"); one that withdraws troops does not. Who takes back is the outlet
that speaks or is named before that word, or the source named there. What is taken back is found in this order:

    an outlet's   the article whose title stands in the sentence; its articles of a day named there or just before;
                  its earlier articles on the matter of the notice. Of these, the origins on the matter, or all.
    a source's    what it said on a day named there; what stood in a paper named there; what it said on the matter;
                  all there is, where it spoke once.

An article taken back closes what hangs on the outlet (its own words, nameless sources, papers) where it was first
seen there, whoever relayed it, and what a named source said where nobody else heard it; and every circle it is part
of. A correction of a part ("an earlier version of this article", "should have read") closes an origin only where it
concerns all that the case has of it; otherwise the reader is told (L313) and the origin stands. A retraction must
not be older than what it takes back, and closes it from its own day on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.lang.en.takings import KILL, SELF
from sayso.linking.cites import Names, names, outlet_key
from sayso.linking.copies import published
from sayso.linking.roots import Placed, Register
from sayso.linking.spellings import plain_name
from sayso.linking.takings import Taking
from sayso.model.case import Page
from sayso.model.notes import Note
from sayso.model.origins import Origin
from sayso.model.sources import Relation, Source
from sayso.model.span import Ref
from sayso.model.times import Interval

_KILL = re.compile(KILL)
_SELF = re.compile(SELF, re.IGNORECASE)
_ALL = re.compile(r"\b(?:whole|entire|the (?:article|story)|this (?:article|story))\b", re.IGNORECASE)
_BY = re.compile(r"\bby\b")

#: Relations in which a body answers for what the left source says.
_OF_A_BODY = frozenset({"speaks for", "issued by", "part of", "holds office in"})
#: Words of matter that a statement and a notice share where the notice speaks of it.
_SHARED = 3
#: Letters of a title that is known again in a sentence.
_TITLE = 20
#: Days after which an article may report what was said on a day.
_LATE = 2


def retracted(
    found: Sequence[Origin],
    items: Sequence[Placed],
    pages: Sequence[Page],
    known: Register,
    *,
    taken: Iterable[Taking],
    relations: Iterable[Relation] = (),
) -> tuple[tuple[Origin, ...], tuple[Note, ...]]:
    """The origins, those taken back marked with the article that did, and a note for each and for corrections.

    `taken` are the sentences of `pages`, in their order, that take something back (linking/takings.py).
    A body takes back what those say who speak for it, lead it or belong to it, as `relations` tell.
    """
    desk = _desk(found, items, known, pages=pages, relations=relations)
    closed: dict[str, Taking] = {}
    mended: dict[str, Taking] = {}
    for taking in taken:
        for origin in desk.taken(taking):
            if _not_later(desk.by_id[origin.statements[0]].page, taking.page):
                (closed if taking.whole or desk.wholly(origin, taking) else mended).setdefault(origin.id, taking)
    out = tuple(replace(o, retracted=closed[o.id].page.article.id) if o.id in closed else o for o in found)
    notes = [_note("L308", o, closed[o.id], "taken back") for o in out if o.retracted]
    notes += [
        _note("L313", o, mended[o.id], "corrected in a part") for o in out if o.id in mended and not o.retracted
    ]
    return out, tuple(notes)


def _note(code: str, origin: Origin, taking: Taking, told: str) -> Note:
    """What the reader is told of an origin that was taken back or corrected."""
    page = taking.page.article
    return Note(code, f"{origin.root}: {told} by {page.outlet or page.path}.", Ref(page.id, taking.span))


@dataclass(frozen=True, slots=True)
class _Desk:
    """The origins of a case by what a retraction may name."""

    by_id: Mapping[str, Placed]
    homes: Mapping[str, Sequence[Origin]]
    spoken: Mapping[str, Sequence[Origin]]
    papers: Sequence[Origin]
    begun: Mapping[str, Sequence[tuple[str, str]]]
    issued: Mapping[str, Sequence[Page]]
    titles: Mapping[str, set[str]]
    names: Names
    known: Register

    def taken(self, taking: Taking) -> list[Origin]:
        """The origins that a sentence takes back or corrects."""
        plain = plain_name(taking.text)
        titled = {i for title, idents in self.titles.items() if title in plain for i in idents}
        titled.discard(taking.page.article.id)
        outlet, source = self._subject(taking)
        if outlet:
            own = titled & {page.article.id for page in self.issued.get(outlet, ())}
            return self._of_articles(taking, own or self._articles(taking, outlet) or titled)
        if titled:
            return self._of_articles(taking, titled)
        return self._of_source(taking, self.spoken.get(source, ())) if source and taking.whole else []

    def wholly(self, origin: Origin, taking: Taking) -> bool:
        """Whether a correction concerns all that the case has of an origin."""
        back = [i for i in origin.statements if self.by_id[i].page.article.id != taking.page.article.id]
        return bool(back) and all(_corrected(self.by_id[ident], taking) for ident in back)

    def _subject(self, taking: Taking) -> tuple[str, str]:
        """Who takes back: the key of an outlet of the case, or the id of a source; two empty words for nobody."""
        text, span, cue = taking.page.article.text, taking.span, taking.cue
        passive = _BY.search(text, cue.end, min(span.end, cue.end + 60))
        first, last = (passive.end(), span.end) if passive else (span.start, cue.start)
        named = [(m.span.start, 1, m.outlet) for m in self.names.mentions(text, first, last)]
        named += [
            (ref.span.start, 0, source.id)
            for source in taking.page.sources
            for ref in source.mentions
            if first <= ref.span.start and ref.span.end <= last
        ]
        if not named:
            named = [(first, 0, ident) for ident in self._spelt(text[first:last])]
        _, is_outlet, nearest = (min if passive else max)(named, default=(0, 0, ""))
        if is_outlet:
            return nearest, ""
        source = self.known.sources.get(nearest)
        if source and (outlet := self._outlet_of(source)):
            return outlet, ""
        if _SELF.search(text, span.start, cue.end) or not taking.whole or _KILL.match(text, span.start):
            return outlet_key(taking.page), ""
        return "", source.id if source else ""

    def _outlet_of(self, source: Source) -> str:
        """The key of the outlet of the case that a source is; "" for any other."""
        return next((key for n in (source.name, *source.aliases) if (key := plain_name(n)) in self.issued), "")

    def _spelt(self, words: str) -> Iterator[str]:
        """The id of a source whose name, or the beginning of a body's, stands near the end of some words."""
        last = plain_name(words).split()[-12:]
        sized = ((at, size) for size in (6, 5, 4, 3, 2) for at in range(len(last) - size + 1))
        for run in (" ".join(last[at : at + size]) for at, size in sized):
            person = self.known.people.get(run)
            begun = (
                key
                for name, key in self.begun.get(" ".join(run.split()[:2]), ())
                if f"{name} ".startswith(f"{run} ")
            )
            found = person.id if person else next(begun, "")
            if found:
                yield found
                return

    def _articles(self, taking: Taking, outlet: str) -> set[str]:
        """The earlier articles of an outlet that a notice speaks of: of its days, else on its matter."""
        theirs = [p for p in self.issued.get(outlet, ()) if p is not taking.page and _not_later(p, taking.page)]
        if taking.days:
            for late in range(_LATE):
                if on := {p.article.id for p in theirs if any(_issued_on(p, day, late) for day in taking.days)}:
                    return on
        return {
            p.article.id
            for p in theirs
            if any(self._speaks_of(taking, o) for o in self.homes.get(p.article.id, ()))
        }

    def _of_articles(self, taking: Taking, back: set[str]) -> list[Origin]:
        """The origins of articles that are taken back: those on the matter of the notice, else all."""
        held = {o.id: o for ident in sorted(back) for o in self.homes.get(ident, ())}
        if taking.whole:
            may = [origin for origin in held.values() if self._hangs_on(origin, back, taking)]
            named = [origin for origin in may if self._speaks_of(taking, origin)]
            return named if named and not _everything(taking) else may
        return [o for o in held.values() if any(_corrected(self.by_id[i], taking) for i in o.statements)]

    def _hangs_on(self, origin: Origin, back: set[str], taking: Taking) -> bool:
        """Whether an origin falls with articles: a circle, or what was first seen there and hangs on the outlet."""
        if origin.circular or set(origin.articles) - {taking.page.article.id} <= back:
            return True
        return origin.first in back and all(self.by_id[i].root.kind != "who" for i in origin.statements)

    def _of_source(self, taking: Taking, theirs: Sequence[Origin]) -> list[Origin]:
        """What a source takes back of what it said."""
        theirs = [o for o in theirs if not any(self._is_told_by(taking, ident) for ident in o.statements)]
        if taking.days:
            said = [o for o in theirs if any(self._said_on(o, day) for day in taking.days)]
            return said or [o for o in self.papers if self._is_of_day(o, taking)]
        plain = plain_name(taking.text)
        earlier = [o for o in theirs if o.first != taking.page.article.id]
        papers = [o for o in earlier if o.document and len(o.document) > 5 and plain_name(o.document) in plain]
        return (
            papers or [o for o in earlier if self._speaks_of(taking, o)] or (earlier if len(earlier) == 1 else [])
        )

    def _is_of_day(self, origin: Origin, taking: Taking) -> bool:
        """Whether a paper of which no body is known came out on a day named, on the matter of the notice."""
        paper = plain_name(origin.document or "").split()[-1:]
        called = bool(paper) and paper[0] in plain_name(taking.notice).split()
        on_day = any(self._said_on(origin, day) for day in taking.days)
        return on_day and (called or self._speaks_of(taking, origin))

    def _is_told_by(self, taking: Taking, ident: str) -> bool:
        """Whether a statement stands in the very sentence that takes something back."""
        item = self.by_id[ident]
        return item.page is taking.page and item.statement.content[0].overlaps(taking.span)

    def _said_on(self, origin: Origin, day: Interval) -> bool:
        """Whether an origin was put into the world on a day; by its first article where no day is known."""
        said = origin.said
        if said and said.earliest and said.latest and (said.latest - said.earliest).days <= _LATE:
            return said.overlaps(day)
        first = self.by_id[origin.statements[0]].page
        return any(_issued_on(first, day, late) for late in range(_LATE + 1))

    def _speaks_of(self, taking: Taking, origin: Origin) -> bool:
        """Whether a notice has the words of matter of some statement of an origin that stands elsewhere."""
        held = (self.by_id[ident] for ident in origin.statements[:60])
        return any(
            len(item.stems & taking.words) >= min(_SHARED, max(2, len(item.stems)))
            for item in held
            if item.page is not taking.page
        )


def _desk(
    found: Sequence[Origin],
    items: Iterable[Placed],
    known: Register,
    *,
    pages: Sequence[Page],
    relations: Iterable[Relation],
) -> _Desk:
    """The origins of a case, looked up by article and by source, and its articles by outlet and title."""
    by_id = {item.id: item for item in items}
    homes: dict[str, list[Origin]] = defaultdict(list)
    spoken: dict[str, dict[str, Origin]] = defaultdict(dict)
    issued: dict[str, list[Page]] = defaultdict(list)
    for origin in found:
        for article in origin.articles:
            homes[article].append(origin)
        roots = {root.source for i in origin.statements if (root := by_id[i].root).kind == "who" and root.source}
        for source in {*roots, *([origin.source] if origin.source else [])}:
            spoken[source][origin.id] = origin
    for tie in relations:
        if tie.kind in _OF_A_BODY and tie.left in spoken:
            spoken[tie.right].update(spoken[tie.left])
    for page in pages:
        issued[outlet_key(page)].append(page)
    titles: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        if len(words := plain_name(page.article.title or "")) > _TITLE:
            titles[words].add(page.article.id)
    begun: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, key in sorted(known.bodies.items()):
        if key in known.sources:
            begun[" ".join(name.split()[:2])].append((name, key))
    by_source = {key: tuple(held.values()) for key, held in spoken.items()}
    papers = [origin for origin in found if origin.how == "document" and not _has_body(origin, by_id, known)]
    return _Desk(by_id, homes, by_source, papers, begun, issued, titles, names(pages), known)


def _has_body(origin: Origin, by_id: Mapping[str, Placed], known: Register) -> bool:
    """Whether some person or body is known to stand behind an origin."""
    sources = (known.sources.get(by_id[ident].root.source or "") for ident in origin.statements)
    return any(source is not None and source.kind in {"person", "organisation"} for source in sources)


def _everything(taking: Taking) -> bool:
    """Whether a whole article is taken back, by its title or as "the whole story"."""
    return bool(_ALL.search(taking.text))


def _corrected(item: Placed, taking: Taking) -> bool:
    """Whether a correction concerns a statement: a number and a word of matter, or most of its matter."""
    if item.page is taking.page:
        return False
    shared = len(item.stems & taking.words)
    if item.values and taking.values:
        return bool(item.values & taking.values) and shared >= 1
    return shared >= _SHARED and shared * 2 >= len(item.stems)


def _issued_on(page: Page, day: Interval, late: int) -> bool:
    """Whether a page came out `late` days after a day."""
    out = published(page)
    if not out.latest or out.earliest != out.latest or not day.latest or not day.earliest:
        return False
    return (out.latest - day.latest).days == late if late else day.contains(out.latest)


def _not_later(page: Page, than: Page) -> bool:
    """Whether a page may have come out no later than another."""
    ours, theirs = published(page).earliest, published(than).latest
    return ours is None or theirs is None or ours <= theirs
