"""Which statement, and with it which origin, the marks of a case with known origins were found as.

A mark is found as the statement that shares most of its characters, at least half of the shorter of both; among
equals as the outermost. Only statements that some origin holds are looked at: what an article says in its own words
counts where an origin holds it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from evals.origins.cases import KnownCase, Mark
from sayso import pipeline
from sayso.model.case import Case, Page
from sayso.model.origins import Origin
from sayso.model.span import Span
from sayso.model.statements import Statement


@dataclass(frozen=True)
class Found:
    """A case as found beside what is known of it: `statement` gives the statement's id by the mark's place."""

    known: KnownCase
    case: Case
    statement: Mapping[int, str]

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Every statement of the case, own words included, by its id."""
        return {one.id: one for page in self.case.pages for one in (*page.statements, *page.own_voice)}

    @cached_property
    def home(self) -> dict[str, Origin]:
        """The origin that holds a statement, by the statement's id."""
        return {ident: origin for origin in self.case.origins for ident in origin.statements}

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The article's number by its id."""
        return {article.id: number for number, article in self.known.articles.items()}

    @cached_property
    def single(self) -> list[int]:
        """The places of marks with one origin that were found."""
        marks = self.known.marks
        return [at for at, mark in enumerate(marks) if len(mark.origins) == 1 and at in self.statement]

    @cached_property
    def mostly(self) -> dict[str, Origin]:
        """By known origin: the found one that holds most of its marks, of equals the first."""
        held: dict[str, Counter[str]] = defaultdict(Counter)
        for at in self.single:
            held[self.known.marks[at].origins[0]][self.origin(at).id] += 1
        rank = {origin.id: (index, origin) for index, origin in enumerate(self.case.origins)}
        return {
            name: rank[min(counted, key=lambda one: (-counted[one], rank[one][0]))][1]
            for name, counted in held.items()
        }

    def origin(self, at: int) -> Origin:
        """The origin that holds the statement of the mark at a place."""
        return self.home[self.statement[at]]

    def words(self, at: int) -> str:
        """The words of the mark at a place, as one line."""
        mark = self.known.marks[at]
        return " ".join(mark.span.of(self.known.articles[mark.number].text).split())

    def firsts(self, name: str) -> frozenset[str]:
        """The ids of the articles that a known origin was first seen in: all of the earliest day."""
        numbers = {mark.number for mark in self.known.marks if mark.origins == (name,)}
        days = {number: _day(self, number) for number in numbers}
        early = min(days.values(), default=date.max)
        return frozenset(self.known.articles[number].id for number, day in days.items() if day == early)

    def meets(self, statement: str, mark: Mark) -> bool:
        """Whether a statement lies at a mark: the two share at least half of the shorter."""
        one = self.statements.get(statement)
        if one is None or one.article != self.known.articles[mark.number].id:
            return False
        return _meets(shared(one.content, mark.span), one, mark.span)


def found(known: KnownCase, brain: pipeline.Brain) -> Found:
    """The case built from its articles by a brain, its marks matched."""
    case, _ = pipeline.build(known.articles.values(), pipeline.Question(known.question), brain)
    return matched(known, case)


def matched(known: KnownCase, case: Case) -> Found:
    """The marks of a case that was built from its articles, matched to the statements that origins hold."""
    held = {ident for origin in case.origins for ident in origin.statements}
    pages = {page.article.id: page for page in case.pages}
    by_number: dict[str, list[int]] = defaultdict(list)
    for at, mark in enumerate(known.marks):
        by_number[mark.number].append(at)
    out: dict[int, str] = {}
    for number, places in by_number.items():
        page = pages.get(known.articles[number].id)
        out |= _on_page(page, {at: known.marks[at].span for at in places}, held) if page else {}
    return Found(known, case, out)


def _on_page(page: Page, spans: Mapping[int, Span], held: set[str]) -> dict[int, str]:
    """The statement of each mark of one page; none for a mark that no statement meets."""
    depth = _depths(page)
    listed = [one for one in (*page.statements, *page.own_voice) if one.id in held]
    out = {}
    for at, span in spans.items():
        scored = [(shared(one.content, span), one) for one in listed]
        met = [(-both, depth[one.id], one.content[0], one.id) for both, one in scored if _meets(both, one, span)]
        if met:
            out[at] = min(met)[3]
    return out


def _depths(page: Page) -> dict[str, int]:
    """How many statements each statement of a page stands in."""
    parents = {one.id: one.parent for one in (*page.statements, *page.own_voice)}
    out = {}
    for ident, first in parents.items():
        depth, above = 0, first
        while above in parents and depth < len(parents):
            depth, above = depth + 1, parents[above]
        out[ident] = depth
    return out


def shared(content: Iterable[Span], span: Span) -> int:
    """How many characters the spans of a content share with another span."""
    return sum(max(0, min(one.end, span.end) - max(one.start, span.start)) for one in content)


def _meets(both: int, one: Statement, span: Span) -> bool:
    return 2 * both >= min(len(span), sum(len(piece) for piece in one.content)) > 0


def _day(one: Found, number: str) -> date:
    """The day of an article; the last of all days where it is not known."""
    dating = one.known.articles[number].published
    return (dating.interval.latest if dating else None) or date.max


def groups(places: Sequence[int], key: Mapping[int, str]) -> dict[str, list[int]]:
    """The places by their key, in order."""
    out: dict[str, list[int]] = defaultdict(list)
    for at in places:
        out[key[at]].append(at)
    return dict(out)
