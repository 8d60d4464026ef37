"""Origins: statements grouped by where they come from, so that ten reprints count once.

Theory. Counting articles answers the wrong question: what matters is how many independent mouths, papers or
observers stand behind them. Likeness of text alone does not find that (a translated relay shares no words), and
who is cited alone does not either (a reprint that drops its source cites nobody). So statements are joined by
several keys, strongest first, each join with its reason and place:

    1.00  the same root (linking/roots.py): one speaker, one body, one outlet's papers
    0.97  carried: an outlet's statement whose content is somebody's statement
    0.95  copied: the same words in passages that two articles share
    0.90  a circle: two outlets that give each other as their ground
    0.85  an office and who speaks for it
    0.80  a heading that repeats its text
    0.70  a description that fits one named person's role, on the same matter
    0.60  reworded: most words of matter and every amount the same, no other source named

Joins are edges that a person can cut ("split" of two statements) or add ("merge"). A statement is in exactly
one origin. An outlet nobody knows adds no independence: what it says in its own words is an origin "unknown",
and what it copies joins the origin copied. Work grows with the number of statements: equal keys are joined in a
star, and rewordings are looked for only among statements that share a rare word.

The order of the keys follows how rarely each misleads; the numbers only order them. See docs/why/origins.md.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.lang.en.words import content_stems
from sayso.linking.joins import Join, grouped
from sayso.linking.roots import Register, Root, register, root_of
from sayso.linking.sources import paired, plain_name
from sayso.model.case import Page
from sayso.model.origins import Copy, Origin, Route
from sayso.model.rulings import Ruling
from sayso.model.sources import Source
from sayso.model.span import Ref, content_id, cover
from sayso.model.statements import Statement

#: Share of the shorter statement's words of matter that a rewording keeps, and the least number of them.
_REWORDED, _LEAST = 0.7, 4

#: A word in more statements than this finds no rewordings: it is too common to tell.
_COMMON = 40

#: Lines of grounds and places kept for one origin.
_SHOWN = 24

_HEADS = frozenset({"title", "heading", "teaser"})
_SPEAKS = re.compile(r"\b(?:spokes\w{2,8}|speaks? for|press secretary|representative)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement with its page, its root, its words of matter and the values of its amounts."""

    page: Page
    statement: Statement
    root: Root
    stems: frozenset[str]
    values: frozenset[float]

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
        for statement in (*page.statements, *own):
            if statement.id in dropped:
                continue
            held = [amounts[item] for item in statement.amounts if item in amounts]
            out.append(
                Placed(
                    page,
                    statement,
                    root_of(page, statement, known),
                    frozenset(content_stems(statement.words(page.article.text))),
                    frozenset(value for a in held for value in (a.low, a.high) if value is not None),
                )
            )
    return tuple(out), known


def origins(
    items: Sequence[Placed],
    known: Register,
    copied: Sequence[Copy],
    *,
    rulings: Iterable[Ruling] = (),
) -> tuple[Origin, ...]:
    """The origins of `items`, ordered by where they were first seen. `items` are in page order."""
    circle = list(_circles(items, known))
    traced = [*_copied(items, copied), *circle, *_headings(items), *_reworded(items), *_carried(items)]
    joins = [*_same_root(items, traced), *traced, *_offices(items, known), *_described(items, known)]
    pairs = list(paired(rulings))
    joins += [Join(*pair, 2.0, f"{r.by}: {r.why}", route="ruling") for pair, r in pairs if r.verdict == "merge"]
    groups = grouped([item.id for item in items], joins, [pair for pair, r in pairs if r.verdict == "split"])
    rank: dict[str, int] = {}
    for index, item in enumerate(items):
        rank.setdefault(item.id, index)
    by_id = {item.id: item for item in reversed(items)}
    round_ = {end for join in circle for end in (join.left, join.right)}
    made = [
        _origin(
            [by_id[i] for i in sorted(members, key=rank.__getitem__)], edges, circular=bool(round_ & set(members))
        )
        for members, edges in zip(groups.members, groups.joins, strict=True)
    ]
    return tuple(sorted(made, key=lambda origin: rank[origin.statements[0]]))


def _origin(members: Sequence[Placed], edges: Sequence[Join], *, circular: bool) -> Origin:
    """One origin of its statements, in page order."""
    lead = _lead(members)
    routes = {edge.route for edge in edges}
    first = members[0].page.article
    when = first.published.interval.earliest if first.published else None
    exact = when and when == first.published.interval.latest if first.published else None
    day = f", {when.day} {when:%B %Y}" if when and exact and lead.root.kind in {"who", "unnamed"} else ""
    why = dict.fromkeys(edge.why for edge in sorted(edges, key=lambda e: (-e.score, e.why)))
    seen: dict[str, Ref] = {}
    for member in members:
        seen.setdefault(member.page.article.id, member.ref)
    return Origin(
        id=content_id("origin", lead.root.key, members[0].id),
        root=f"{lead.root.name}{day}",
        how=_route(lead.root, routes, len(seen)),
        statements=tuple(member.id for member in members),
        articles=tuple(seen),
        circular=circular,
        why=tuple(why)[:_SHOWN],
        refs=tuple(seen.values())[:_SHOWN],
        first=first.id,
    )


def _lead(members: Sequence[Placed]) -> Placed:
    """The statement whose root names the origin: a paper, else a mouth with a name, else whatever came first."""
    order = {"who": 1, "report": 2, "unnamed": 3, "own": 4}
    return min(members, key=lambda member: 0 if member.root.paper else order[member.root.kind])


def _route(root: Root, routes: set[str], articles: int) -> Route:
    """What the grouping rests on."""
    if root.kind == "own":
        return "copy" if "copy" in routes and articles > 1 else "unknown"
    return "document" if root.paper else "said"


def _same_root(items: Sequence[Placed], traced: Iterable[Join]) -> Iterator[Join]:
    """Statements of one root, each joined to the first of them.

    What an article says in its own words and was traced to another place is left out, so that an article which
    copies one passage and reports another is split.
    """
    first: dict[str, Placed] = {}
    rank = {item.id: index for index, item in enumerate(items)}
    elsewhere = {max(join.left, join.right, key=lambda i: rank[i]) for join in traced}
    for item in items:
        if item.root.kind == "own" and item.id in elsewhere:
            continue
        hub = first.setdefault(item.root.key, item)
        if hub is not item:
            where = "" if item.page is hub.page else f" ({item.page.article.outlet or item.page.article.path})"
            yield _join(hub, item, 1.0, f"rests on {hub.root.name}{where}", route="root")


def _join(one: Placed, two: Placed, score: float, why: str, *, route: str) -> Join:
    left, right = sorted((one, two), key=lambda item: item.id)
    return Join(left.id, right.id, score, why, (one.ref, two.ref), route)


def _copied(items: Sequence[Placed], copied: Sequence[Copy]) -> Iterator[Join]:
    """Statements with the same words of matter in passages that two articles share."""
    by_page: dict[str, list[Placed]] = defaultdict(list)
    for item in items:
        by_page[item.page.article.id].append(item)
    starts = {}
    for ident, held in by_page.items():
        held.sort(key=lambda item: cover(item.statement.content).start)
        starts[ident] = [cover(item.statement.content).start for item in held]
    for copy in copied:
        left = _inside(by_page.get(copy.left.article, ()), starts.get(copy.left.article, ()), copy.left)
        right = _inside(by_page.get(copy.right.article, ()), starts.get(copy.right.article, ()), copy.right)
        words: dict[frozenset[str], Placed] = {}
        for item in left:
            words.setdefault(item.stems, item)
        for item in right:
            twin = words.get(item.stems) or _nearest(item, left)
            if twin and _unnamed(twin, item):
                share = f"{copy.share:.0%}"
                yield _join(
                    twin, item, 0.95, f"the same words in a passage both articles have ({share})", route="copy"
                )


def _unnamed(one: Placed, two: Placed) -> bool:
    """Whether copied words may join: not where each side names a different mouth."""
    return one.root.key == two.root.key or not (one.root.kind == "who" and two.root.kind == "who")


def _inside(held: Sequence[Placed], starts: Sequence[int], ref: Ref) -> list[Placed]:
    """The statements of a page that begin in a passage."""
    first = bisect_right(starts, ref.span.start - 1)
    out = []
    for item in held[first:]:
        if item.statement.content[0].start >= ref.span.end:
            break
        out.append(item)
    return out


def _nearest(item: Placed, among: Sequence[Placed]) -> Placed | None:
    """The statement with nearly the same words of matter, None where there is none."""
    scored = [(_shared(item, other), -index) for index, other in enumerate(among[:200])]
    best = max(scored, default=(0.0, 0))
    return among[-best[1]] if best[0] >= 0.8 else None


def _shared(one: Placed, two: Placed) -> float:
    """Share of the larger statement's words of matter that the other has too."""
    return len(one.stems & two.stems) / max(len(one.stems), len(two.stems), 1)


def _circles(items: Sequence[Placed], known: Register) -> Iterator[Join]:
    """Statements by which two outlets give each other as their ground."""
    cites: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for item in items:
        if item.root.kind == "report" and item.page.article.outlet and item.root.source:
            own = known.outlet(item.page.article.outlet)
            if own != item.root.source:
                cites[own, item.root.source].append(item)
    for (own, other), ours in sorted(cites.items()):
        theirs = cites.get((other, own), [])
        if own < other and theirs:
            ground = (
                f"{ours[0].page.article.outlet} and {theirs[0].page.article.outlet} give each other as their ground"
            )
            for item in (*ours[1:], *theirs):
                yield _join(ours[0], item, 0.9, ground, route="circle")


def _offices(items: Sequence[Placed], known: Register) -> Iterator[Join]:
    """An office and the one whose role is to speak for it."""
    first: dict[str, Placed] = {}
    for item in items:
        if item.root.kind == "who" and item.root.source:
            first.setdefault(item.root.source, item)
    sources = {source.id: source for source in known.sources.values() if source.id in first}
    offices = {plain_name(n): s.id for s in sources.values() if s.kind != "person" for n in (s.name, *s.aliases)}
    for source in sorted(sources.values(), key=lambda s: s.id):
        for role in source.roles if source.kind == "person" else ():
            plain = plain_name(role.text)
            office = next((i for n, i in sorted(offices.items()) if f" {n} " in f" {plain} "), None)
            if office and _SPEAKS.search(role.text):
                yield _join(
                    first[office],
                    first[source.id],
                    0.85,
                    f"{source.name} speaks for it: {role.text}",
                    route="office",
                )


def _carried(items: Sequence[Placed]) -> Iterator[Join]:
    """A statement of outlets alone whose content is another's statement: the outlet carries it."""
    by_id = {item.id: item for item in items}
    for item in items:
        above = by_id.get(item.statement.parent or "")
        if above and above.root.kind == "report" and not above.root.paper and item.root.kind in {"who", "unnamed"}:
            yield _join(above, item, 0.97, f"{above.root.name} carries what {item.root.name} said", route="carried")


def _headings(items: Sequence[Placed]) -> Iterator[Join]:
    """A heading without a named source that repeats a statement of its own article."""
    by_page: dict[str, list[Placed]] = defaultdict(list)
    for item in items:
        by_page[item.page.article.id].append(item)
    for found in by_page.values():
        held = sorted(found, key=lambda item: item.statement.content[0].start)
        for index, item in enumerate(held):
            if item.statement.block not in _HEADS or item.root.kind not in {"own", "unnamed"}:
                continue
            reach = 200 if item.statement.block == "title" else 8
            body = [other for other in held[index + 1 : index + 1 + reach] if other.statement.block not in _HEADS]
            shared, at = max(((len(item.stems & other.stems), -n) for n, other in enumerate(body)), default=(0, 0))
            if shared >= max(2, 0.6 * len(item.stems)):
                yield _join(body[-at], item, 0.8, "a heading that repeats its text", route="heading")


def _described(items: Sequence[Placed], known: Register) -> Iterator[Join]:
    """A source that is only described, where one named person has that role and speaks of the same matter."""
    people: dict[str, list[tuple[Source, frozenset[str]]]] = defaultdict(list)
    first: dict[str, list[Placed]] = defaultdict(list)
    for item in items:
        if item.root.kind == "who" and item.root.source:
            first[item.root.source].append(item)
    for source in sorted(
        {s.id: s for s in known.sources.values() if s.kind == "person" and s.id in first}.values(),
        key=lambda s: s.id,
    ):
        for role in source.roles:
            stems = frozenset(content_stems(role.text))
            for stem in stems:
                people[stem].append((source, stems))
    for item in items:
        told = (
            frozenset(content_stems(item.statement.chain[0].source.text)) if item.statement.chain else frozenset()
        )
        if item.root.kind != "unnamed" or len(told) < 2:
            continue
        fits = {s.id: s for s, stems in people.get(min(told), ()) if told <= stems}
        for ident in sorted(fits) if len(fits) == 1 else ():
            twin = next(
                (other for other in first[ident][:200] if other.page is not item.page and _matter(other, item)),
                None,
            )
            if twin:
                yield _join(
                    twin, item, 0.7, f"the description fits {fits[ident].name}, who says the same", route="role"
                )


def _matter(one: Placed, two: Placed) -> bool:
    """Whether two statements are of one matter: a common amount, or two words of matter and more."""
    return bool(one.values & two.values) or len(one.stems & two.stems) >= 3


def _reworded(items: Sequence[Placed]) -> Iterator[Join]:
    """Statements without a named source that keep most words of matter and contradict no amount of another."""
    holders: dict[str, list[int]] = defaultdict(list)
    loose = [item for item in items if item.root.kind in {"unnamed", "own"} and len(item.stems) >= _LEAST]
    for index, item in enumerate(loose):
        for stem in item.stems:
            holders[stem].append(index)
    for index, item in enumerate(loose):
        near: dict[int, int] = defaultdict(int)
        for stem in item.stems:
            for other in holders[stem] if len(holders[stem]) <= _COMMON else ():
                if other < index:
                    near[other] += 1
        for other, count in near.items():
            twin = loose[other]
            same = len(item.stems & twin.stems) / max(len(item.stems), len(twin.stems))
            if count and same >= _REWORDED and item.values == twin.values and item.page is not twin.page:
                yield _join(twin, item, 0.6, "reworded: the same words of matter and amounts", route="reworded")
