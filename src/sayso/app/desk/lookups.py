"""What the views look up in a case as of its last update: each thing is made when it is first asked for, and kept.

A view of one source or one origin lays out one, never all of them: laying out 900 origins takes seconds. Drawings
and links come from showing, where they lead to places of one page; here they lead to pages of the desk.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Final

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request

from sayso.app.desk.addresses import to_article, to_origin, to_source, to_statement
from sayso.app.desk.pairs import Pair, pairs
from sayso.app.desk.shell import made, opened
from sayso.model.answers import Answers, Cell
from sayso.model.case import Case, Page
from sayso.model.origins import Origin
from sayso.model.sources import Merge, Source
from sayso.showing import originmap, sources, times
from sayso.showing.catalogue import Link, catalogue, permalink
from sayso.showing.origins import DRAWN, Grounds, Spring, grounds, spring
from sayso.showing.sources import Person

_HREF: Final = re.compile(r'href=(?:"#([\w-]{1,80})"|#([\w-]{1,80}))', re.ASCII)


#: Statements of a case up to which it is held in memory whole: more would take gigabytes.
LARGE = 100_000


def large(request: Request) -> bool:
    """Whether a case is too large to be held in memory whole; its lists work all the same."""
    with opened(request) as repository:
        return repository.stand().statements > LARGE


def lookups(request: Request) -> Lookups:
    """What is looked up in the case of a desk, as of its last update; NotYetError where there was none.

    A page that cannot do without in a large case says so (503).
    """
    if large(request):
        told = (
            f"This page needs all of a case at once and works up to {LARGE:,} statements; the lists have no bound."
        )
        raise HTTPException(503, told)
    return made(request, Lookups)


def rehung(drawn: Markup | None, addresses: Mapping[str, str]) -> Markup | None:
    """A drawing whose links lead to the addresses of the places that they name, where these are known."""
    if drawn is None:
        return None

    def led(found: re.Match[str]) -> str:
        to = found[1] or found[2]
        return f'href="{Markup.escape(addresses.get(to, f"#{to}"))}"'

    return Markup(_HREF.sub(led, str(drawn)))  # noqa: S704 (a drawing of ours, its links escaped here)


class Lookups:
    """What views look up in one case with its answers; what is made is kept as long as this is."""

    def __init__(self, case: Case, answers: Answers) -> None:
        """Nothing is made yet but the catalogue."""
        self.case = case
        self.answers = answers
        self.made = catalogue(case, answers)
        self.laid: Any = None
        self.drawing: Any = None
        self._springs: dict[str, Spring] = {}

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The address of the page behind each place of a dossier."""
        made = self.made
        out = {"articles": "/articles", "origins": "/origins"}
        out.update((permalink(one.id), to_source(one.id)) for one in self.case.sources)
        out.update((permalink(one.id), to_origin(one.id)) for one in self.case.origins)
        out.update((link.to, to_article(id_)) for id_, link in made.articles.items())
        out.update((one.to, to_statement(id_)) for id_, one in made.entries.items())
        return out

    def href(self, link: Link) -> str:
        """The address of the page that a link of a dossier stands for."""
        return self.addresses.get(link.to, f"#{link.to}")

    def rehung(self, drawn: Markup | None, more: Mapping[str, str] | None = None) -> Markup | None:
        """A drawing whose links lead to pages of the desk; `more` gives addresses besides those known."""
        return rehung(drawn, {**self.addresses, **(more or {})})

    @cached_property
    def people(self) -> dict[str, Person]:
        """The sources that say or relay something, as a dossier lists them, by their ids."""
        by_link = {one.to: one for one in sources.people(self.made)}
        found = ((one.id, by_link.get(permalink(one.id))) for one in self.case.sources)
        return {id_: person for id_, person in found if person}

    def source(self, id_: str) -> Source | None:
        """A source of the case, by its own id or by that of one of its members."""
        return self.made.sources.get(id_)

    @cached_property
    def named(self) -> dict[str, tuple[Page, Source]]:
        """The sources as their articles name them, by their ids."""
        return {one.id: (page, one) for page in self.made.pages for one in page.sources}

    @cached_property
    def spoken(self) -> dict[str, tuple[str, ...]]:
        """The ids of the statements that rest on each source as its article names it."""
        out: dict[str, list[str]] = defaultdict(list)
        for id_, entry in self.made.entries.items():
            if entry.statement.chain:
                out[entry.statement.chain[-1].source.id].append(id_)
        return {id_: tuple(held) for id_, held in out.items()}

    @cached_property
    def edges(self) -> dict[str, tuple[Merge, ...]]:
        """The proposals that touch each source as its article names it."""
        out: dict[str, list[Merge]] = defaultdict(list)
        for one in self.case.merges:
            out[one.left].append(one)
            out[one.right].append(one)
        return {id_: tuple(held) for id_, held in out.items()}

    @cached_property
    def pairs(self) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
        """The pairs of sources that may be one, and those that a person has made one."""
        names = {id_: source.name for id_, (_, source) in self.named.items()}
        return pairs(self.case.merges, self.made.sources, names)

    @cached_property
    def pair(self) -> dict[str, Pair]:
        """The pairs by the targets of all their edges."""
        return {id_: one for held in self.pairs for one in held for id_ in one.ids}

    @cached_property
    def paired(self) -> dict[str, tuple[Pair, ...]]:
        """The pairs that each source is in, as its article names it."""
        out: dict[str, list[Pair]] = defaultdict(list)
        for id_, one in self.pair.items():
            for end in id_.split("+"):
                out[end].append(one)
        return {end: tuple(held) for end, held in out.items()}

    @cached_property
    def grounds(self) -> Grounds:
        """What origins are laid out with."""
        return grounds(self.made)

    def spring(self, origin: Origin) -> Spring:
        """An origin laid out: its way, its ties, its backer."""
        if origin.id not in self._springs:
            self._springs[origin.id] = spring(self.made, self.grounds, origin)
        return self._springs[origin.id]

    def map(self, origins: Iterable[Origin]) -> Markup | None:
        """Who has it from whom, for a few origins."""
        found = tuple(self.spring(one) for one in list(origins)[:DRAWN])
        placed = tuple(one for one in found if one.articles)
        return self.rehung(originmap.drawing(self.made, placed)) if placed else None

    @cached_property
    def weights(self) -> dict[str, float]:
        """What each origin weighs in the first answer, in log-odds."""
        first = next(iter(self.answers.answers), None)
        return {one.origin: one.weight for one in first.reasons if one.origin} if first else {}

    @cached_property
    def weightiest(self) -> tuple[Origin, ...]:
        """The origins that a map of the whole case shows: the heaviest first."""
        known = self.made.origins
        order = sorted(self.weights, key=lambda id_: (-abs(self.weights[id_]), id_))
        heavy = [known[id_] for id_ in order if id_ in known and self.weights[id_]]
        wide = sorted(self.case.origins, key=lambda one: (-len(one.articles), one.id))
        return tuple(dict.fromkeys((*heavy, *wide[:DRAWN])))[:DRAWN] if heavy else tuple(wide[:DRAWN])

    @cached_property
    def cells(self) -> dict[str, dict[str, Cell]]:
        """The fields of the grid by origin, then by hypothesis."""
        out: dict[str, dict[str, Cell]] = defaultdict(dict)
        for one in self.answers.grid:
            out[one.origin][one.hypothesis] = one
        return dict(out)

    @cached_property
    def rails(self) -> tuple[times.Rail, ...]:
        """Published, said and referred to, as the timeline draws them."""
        return times.rails(self.made)
