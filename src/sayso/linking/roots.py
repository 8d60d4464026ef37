"""The root of a statement: the mouth, paper or article from which its words reached print.

Theory. A chain runs from the outermost mouth to the innermost. Outlets at its outer end are carriers: a remark
to reporters is the speaker's whoever prints it. The first hop after them is the one on whose word all the rest
stands: of [agency > spokesman] it is the spokesman, of [institute's note > bloggers] the institute, since what
the bloggers wrote is known through the note alone. So:

    a person or body                 that source of the case, under all its names and on all its days
    a document                       what the outlet that shows it, or the hop before, has published
    nobody but outlets               what that outlet has published
    somebody without a name          that somebody, as told to that outlet (two unnamed are two)
    no chain                         the article itself
    all, in a body's own paper       that body: an institute's note on its own page is no news of bloggers

One mouth is one root however often it opens; which of its occasions a statement comes from is told afterwards, from
all that was heard of it (linking/mouths.py, linking/reports.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from sayso.lang.en.words import STOP
from sayso.linking.publishers import own_paper, publishes
from sayso.linking.spellings import plain_name
from sayso.model.case import Page
from sayso.model.sources import Source
from sayso.model.span import Ref
from sayso.model.statements import Hop, Statement
from sayso.model.times import Interval
from sayso.model.words import content_stems

#: The writer, who speaks for the article.
_SELF = re.compile(r"(?:i|we|me|us|one)", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|it|they|who|which|him|her|them)", re.IGNORECASE)

#: A source without a name that is a paper and no person.
_PAPER = re.compile(
    r"\b(?:papers|documents?|files?|memos?|letters?|drafts?|records?|leaks?|reports?|e-?mails?|tables|minutes)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\b(?:source|official|person|people|reporter|author|who|reader|member)s?\b", re.IGNORECASE)

RootKind = Literal["who", "report", "unnamed", "own"]


@dataclass(frozen=True, slots=True)
class Root:
    """Where a statement comes from: equal `key`, one mouth. `paper` is the document's name where it is one.

    `words` are those of the text for it, at the place `at`; none where the article speaks itself.
    """

    kind: RootKind
    key: str
    name: str
    source: str | None = None
    paper: str | None = None
    words: str = ""
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """What is known of mouths: case-level source by article-level id, bodies by plain name, keys of outlets.

    `bodies` gives the key of a body: the id of a source of the case, or the plain name of an article's outlet that
    nobody names as a source. `outlets` are the keys of those whose articles are in the case; `short` gives those by
    the end of their name ("the Advertiser") where only one has it.
    """

    sources: Mapping[str, Source]
    bodies: Mapping[str, str]
    outlets: frozenset[str]
    people: Mapping[str, Source]
    short: Mapping[str, str] = field(default_factory=dict)

    def source(self, hop: Hop) -> Source | None:
        """The case's source that a hop names, None for one that no page lists."""
        return self.sources.get(hop.source.id)

    def listed(self, ident: str | None) -> str | None:
        """An id, if it is that of a source of the case; else None."""
        source = self.sources.get(ident or "")
        return ident if source and source.id == ident else None

    def person_in(self, words: str) -> Source | None:
        """The person with whose full name `words` begin."""
        plain = plain_name(words).split()
        return next((s for n in (4, 3, 2) if (s := self.people.get(" ".join(plain[:n])))), None)

    def outlet(self, name: str | None) -> str:
        """The key of an outlet by its name."""
        plain = plain_name(name or "")
        key = self.bodies.get(plain, plain)
        return key if key in self.outlets else self.short.get(plain, key)

    def named_in(self, words: str) -> str | None:
        """The key of a body whose whole name stands in `words`, an outlet of the case before any other."""
        found = [self.bodies[part] for part in _parts(plain_name(words)) if part in self.bodies]
        return next((key for key in found if key in self.outlets), found[0] if found else None)


def _parts(plain: str) -> Iterator[str]:
    """All runs of up to six words of a name, the longest first."""
    listed = plain.split()[:30]
    for size in range(min(6, len(listed)), 0, -1):
        for start in range(len(listed) - size + 1):
            yield " ".join(listed[start : start + size])


def register(sources: Sequence[Source], pages: Iterable[Page]) -> Register:
    """The mouths of a case. An outlet of an article is found among the sources by its whole name in theirs."""
    by_member = {member: source for source in sources for member in (*source.members, source.id)}
    named = {plain_name(page.article.outlet) for page in pages if page.article.outlet}
    bodies: dict[str, str] = {}
    for source in sources:
        for name in (source.name, *source.aliases) if source.kind in {"outlet", "organisation", "place"} else ():
            bodies.setdefault(plain_name(name), source.id)
    for plain in sorted(bodies):
        for part in _parts(plain):
            if part in named and part not in bodies:
                bodies[part] = bodies[plain]
    outlets = frozenset(bodies.setdefault(plain, plain) for plain in sorted(named) if not publishes(plain))
    people = {plain_name(n): s for s in sources if s.kind == "person" for n in (s.name, *s.aliases) if " " in n}
    return Register(by_member, bodies, outlets, people, _short(named & bodies.keys(), bodies))


def _short(named: Iterable[str], bodies: Mapping[str, str]) -> dict[str, str]:
    """The keys of outlets by the last words of their names, where those end only one outlet's name."""
    ends: dict[str, set[str]] = defaultdict(set)
    for plain in named:
        words = plain.split()
        for at in range(1, min(len(words), 6)):
            ends[" ".join(words[at:])].add(bodies[plain])
    return {end: min(keys) for end, keys in sorted(ends.items()) if len(keys) == 1}


def is_outlet(source: Source | None, known: Register) -> bool:
    """Whether a source carries news: its kind says so, or articles of the case are its own."""
    if source is None or source.kind in {"anonymous", "group", "document"}:
        return False
    names = {known.outlet(name) for name in (source.name, *source.aliases)}
    return source.kind == "outlet" or bool(names & known.outlets)


def is_self(statement: Statement) -> bool:
    """Whether the article's writer speaks of what he or she said ("we reported that")."""
    return bool(statement.chain) and bool(_SELF.fullmatch(statement.chain[0].source.text.strip()))


def root_of(page: Page, statement: Statement, known: Register) -> Root:
    """The root of one statement."""
    own = known.outlet(page.article.outlet) if page.article.outlet else f"article {page.article.id}"
    carrier, carried = own, page.article.outlet or "the article"
    if own_paper(page):
        return Root("who", f"who {own}", known.sources[own].name if known.listed(own) else carried, source=own)
    if not statement.chain or is_self(statement):
        return Root("own", f"own {page.article.id}", f"{carried}, in its own words")
    for hop in statement.chain:
        source = known.source(hop)
        if not is_outlet(source, known):
            return _worded(_mouth(hop, known, carrier, carried), hop)
        carrier, carried = _carrier(hop, source, known)
    last = statement.chain[-1]
    return _worded(Root("report", f"report {carrier}", f"the report of {carried}", source=carrier), last)


def _worded(root: Root, hop: Hop) -> Root:
    """The root with the words of the text for it."""
    words = " ".join(hop.source.text.split())[:120]
    return replace(root, words=words, at=hop.source.span.start if hop.source.span else None)


def _carrier(hop: Hop, source: Source | None, known: Register) -> tuple[str, str]:
    """Key and name of an outlet that carries what follows in the chain."""
    name = source.name if source else hop.source.text
    return known.outlet(name), name


def _mouth(hop: Hop, known: Register, carrier: str, carried: str) -> Root:
    """The root at a hop that is no outlet; `carrier` and `carried` are key and name of the outlet before it."""
    source = known.source(hop)
    words = " ".join(hop.source.text.split())[:120] or "nobody named"
    named = plain_name(source.name if source else words)
    paper = bool(_PAPER.match(named)) or (bool(_PAPER.search(words)) and not _PEOPLE.search(words))
    if source is None or source.kind in {"anonymous", "group"}:
        source = known.person_in(words) or source
    if (source is None or source.kind in {"anonymous", "group"}) and not paper:
        ident = source.id if source else f"{carrier} {plain_name(words)}"
        called = source.name if source else words
        return Root("unnamed", f"unnamed {ident}", f"{called}, to {carried}", source=ident)
    if source is None or source.kind in {"document", "anonymous", "group"} or _PAPER.match(named):
        name = source.name if source else words
        shown = known.named_in(f"{words} {name}") or carrier
        kind: RootKind = "who" if shown in known.sources and shown not in known.outlets else "report"
        if kind == "who" and is_outlet(known.sources[shown], known):
            kind = "report"
        return Root(kind, f"{kind} {shown}", words, source=shown, paper=name)
    if _PRONOUN.fullmatch(source.name):
        return Root("unnamed", f"unnamed {source.id}", f"{source.name}, to {carried}", source=source.id)
    return Root("who", f"who {source.id}", source.name, source=source.id)


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement with its page, its root, its words of matter, the values of its amounts and its days.

    `bears` says whether it bears on a hypothesis of the case.
    """

    page: Page
    statement: Statement
    root: Root
    stems: frozenset[str]
    values: frozenset[float]
    days: tuple[Interval, ...] = ()
    bears: bool = False

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def ref(self) -> Ref:
        """The statement's place."""
        return Ref(self.page.article.id, self.statement.content[0])


def placed(
    pages: Sequence[Page], sources: Sequence[Source], *, relevant: frozenset[str], dropped: frozenset[str]
) -> tuple[tuple[Placed, ...], Register]:
    """Every statement that needs an origin, in page order: the attributed, and own ones that are `relevant`."""
    known = register(sources, pages)
    out = []
    for page in pages:
        amounts = {amount.id: amount for amount in page.amounts}
        own = [statement for statement in page.own_voice if statement.id in relevant]
        times = {mention.id: mention.interval for mention in page.times}
        for statement in (*page.statements, *own):
            if statement.id in dropped:
                continue
            held = [amounts[item] for item in statement.amounts if item in amounts]
            out.append(
                Placed(
                    page,
                    statement,
                    root_of(page, statement, known),
                    frozenset(content_stems(statement.words(page.article.text), STOP)),
                    frozenset(value for a in held for value in (a.low, a.high) if value is not None),
                    tuple(times[i] for i in statement.times if i in times and times[i].latest),
                    statement.id in relevant,
                )
            )
    return tuple(out), known
