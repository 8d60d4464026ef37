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

One mouth is one root however often it opens. That counts two speeches of one minister once, on purpose: a
source's repetitions are no second source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.linking.sources import plain_name
from sayso.model.case import Page
from sayso.model.sources import Source
from sayso.model.statements import Hop, Statement

RootKind = Literal["who", "report", "unnamed", "own"]


@dataclass(frozen=True, slots=True)
class Root:
    """Where a statement comes from: equal `key`, one origin. `paper` is the document's name where it is one."""

    kind: RootKind
    key: str
    name: str
    source: str | None = None
    paper: str | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """What is known of mouths: case-level source by article-level id, and case-level outlet by plain name."""

    sources: Mapping[str, Source]
    outlets: Mapping[str, str]

    def source(self, hop: Hop) -> Source | None:
        """The case's source that a hop names, None for one that no page lists."""
        return self.sources.get(hop.source.id)

    def outlet(self, name: str | None) -> str:
        """The key of an outlet by its name: that of the case's source so called, else the plain name."""
        plain = plain_name(name or "")
        return self.outlets.get(plain, plain)


def register(sources: Sequence[Source], pages: Iterable[Page]) -> Register:
    """The mouths of a case. An outlet of an article is found among the sources by its whole name in theirs."""
    by_member = {member: source for source in sources for member in (*source.members, source.id)}
    bodies: dict[str, str] = {}
    for source in sources:
        if source.kind in {"outlet", "organisation", "place", "document"}:
            for name in (source.name, *source.aliases):
                bodies.setdefault(plain_name(name), source.id)
    outlets = dict(bodies)
    named = {plain_name(page.article.outlet) for page in pages if page.article.outlet}
    for plain in sorted(bodies, key=len):
        words = plain.split()
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + 6) + 1):
                inner = " ".join(words[start:end])
                if inner in named:
                    outlets.setdefault(inner, bodies[plain])
                    outlets[plain] = outlets[inner]
    return Register(by_member, outlets)


def is_outlet(source: Source | None, known: Register, pages_outlets: frozenset[str]) -> bool:
    """Whether a source carries news: its kind says so, or articles of the case are its own."""
    if source is None:
        return False
    if source.kind == "outlet":
        return True
    names = {known.outlet(name) for name in (source.name, *source.aliases)}
    return source.kind in {"organisation", "document"} and bool(names & pages_outlets)


def root_of(page: Page, statement: Statement, known: Register, pages_outlets: frozenset[str]) -> Root:
    """The root of one statement."""
    own = known.outlet(page.article.outlet) if page.article.outlet else f"article {page.article.id}"
    carrier, carried = own, page.article.outlet or "the article"
    if not statement.chain:
        return Root("own", f"own {page.article.id}", f"{carried}, in its own words")
    for hop in statement.chain:
        source = known.source(hop)
        if not is_outlet(source, known, pages_outlets):
            return _mouth(hop, source, carrier, carried)
        carrier, carried = _carrier(hop, source, known)
    return Root("report", f"report {carrier}", f"the report of {carried}", source=carrier)


def _carrier(hop: Hop, source: Source | None, known: Register) -> tuple[str, str]:
    """Key and name of an outlet that carries what follows in the chain."""
    name = source.name if source else hop.source.text
    return known.outlet(name), name


def _mouth(hop: Hop, source: Source | None, carrier: str, carried: str) -> Root:
    """The root at a hop that is no outlet; `carrier` and `carried` are key and name of the outlet before it."""
    words = " ".join(hop.source.text.split())[:120] or "nobody named"
    if source is None or source.kind in {"anonymous", "group"}:
        ident = source.id if source else f"{carrier} {plain_name(words)}"
        return Root("unnamed", f"unnamed {ident}", f"{words}, to {carried}", source=ident)
    if source.kind == "document":
        return Root("report", f"report {carrier}", words, source=carrier, paper=source.name)
    return Root("who", f"who {source.id}", source.name, source=source.id)
