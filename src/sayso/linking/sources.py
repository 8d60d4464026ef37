"""Sources of a case from the sources of its articles: proposals that two are one, never a rewrite.

Every article has its own sources. A proposal (model Merge) joins two of them with a score and its reasons:

    1.00  the same full name and kind
    0.90  the same name but for "the", case, accents, script or a full stop
    0.88  a text gives one as another name of the other ("Long Name (LN)"); one office of one country, worded twice
    0.86  one surname and a given name in another romanisation (Dimitri, Dmitry); two names of a well-known body
    0.84  a surname alone, of which the case knows one bearer only, and whose role agrees
    0.82  one surname and another form of the given name (Bill, William)
    0.80  an initial; an acronym, or pieces, of one long name of the case; a surname that is only alike
    0.78  a surname alone, of which the case knows one bearer only; a ministry in an article of one country alone
    0.76  the first words of one longer name of the case, or a telling word of it
    0.60  as above, but something speaks against it: roles in two countries, "Jr", a name that may go on otherwise
    0.50  a surname, initial or acronym that several bear; a description that fits somebody's role

Those of at least ACCEPTED are taken and give the case's sources; the rest stay proposals. A person's ruling
comes before any score: "merge" is taken first, and whatever is split never ends in one group. Different given
names keep two people apart. A person and a body are never one, so an office and its spokesman stay two, and an
office that two people hold joins nobody. Anonymous sources and groups are never joined by name: two "officials"
are two until something else says so, and so are two of "the ministry".

A split that takes back a merge of two whom nothing else joins leaves no trace: the case is what it was before.

The scores order the grounds by how rarely they mislead; they are argued, and checked on the pairs of
evals/aliases.tsv, not fitted. Work grows with the number of sources (n log n): equal names are found by key, and
only distinct names are compared, within one surname, one core or one first word. docs/why/sources.md tells more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.linking.bearers import Edges, bearers, equal_names
from sayso.linking.besides import carried_as
from sayso.linking.bodies import bodies
from sayso.linking.described import described_people, two_families
from sayso.linking.joins import Groups, Join, grouped
from sayso.linking.people import people
from sayso.model.case import Page
from sayso.model.rulings import Ruling, by_whom
from sayso.model.sources import Merge, Source
from sayso.model.span import content_id

__all__ = ["ACCEPTED", "case_sources", "paired"]

#: Edges of at least this score are taken without a person's word.
ACCEPTED = 0.75

Pair = tuple[str, str]


def case_sources(
    pages: Sequence[Page], rulings: Iterable[Ruling] = (), *, undone: frozenset[Pair] = frozenset()
) -> tuple[tuple[Source, ...], tuple[Merge, ...]]:
    """The sources of a case, ordered by name and id, and all merges: taken, proposed, and ruled on.

    Every article-level source is a member of exactly one source of the case. `undone` are pairs whose split takes
    back a merge (rulings.merges_undone): where the two are apart without it, it is as if neither had been said.
    """
    single = {source.id: source for page in pages for source in page.sources}
    known = {pair: r for pair, r in paired(rulings) if all(end in single for end in pair)}
    found = _proposals(pages)
    known, groups = _settled(single, found, known, undone)
    told = carried_as(pages)
    made = (_merged(members, single, told) for members in groups.members)
    merged = tuple(sorted(made, key=lambda source: (source.name, source.id)))
    return merged, _merges(found, known, groups)


def _settled(
    single: Mapping[str, Source], found: Mapping[Pair, Join], known: dict[Pair, Ruling], undone: frozenset[Pair]
) -> tuple[dict[Pair, Ruling], Groups]:
    """The rulings that leave a trace, and the groups they make with the edges.

    A split that takes back a merge counts only where the two would be together without it; a split that counts may
    bring others together, so that is asked again until nothing changes (once for each such split at most).
    """
    idle = {pair for pair in undone if pair in known and known[pair].verdict == "split"}
    while True:
        held = {pair: ruling for pair, ruling in known.items() if pair not in idle}
        joins = [edge for pair, edge in found.items() if edge.score >= ACCEPTED and pair not in held]
        joins += [Join(*pair, 2.0, by_whom(r)) for pair, r in held.items() if r.verdict == "merge"]
        groups = grouped(single, joins, [pair for pair, r in held.items() if r.verdict == "split"])
        home = {item: number for number, members in enumerate(groups.members) for item in members}
        together = {pair for pair in idle if home[pair[0]] == home[pair[1]]}
        if not together:
            return held, groups
        idle -= together


def paired(rulings: Iterable[Ruling]) -> Iterator[tuple[Pair, Ruling]]:
    """The rulings that join or split two things, each with the two ids in order."""
    for ruling in rulings:
        ends = sorted(ruling.target.split("+"))
        if ruling.verdict in {"merge", "split"} and len(ends) == 2:
            yield (ends[0], ends[1]), ruling


def _merges(found: Mapping[Pair, Join], ruled: Mapping[Pair, Ruling], groups: Groups) -> tuple[Merge, ...]:
    """Every edge as a Merge; one that a split keeps from being taken is not accepted."""
    home = {item: number for number, members in enumerate(groups.members) for item in members}
    out = []
    for pair in sorted({*found, *ruled}):
        left, right = pair
        edge, ruling = found.get(pair), ruled.get(pair)
        reasons = (*((edge.why,) if edge else ()), *((by_whom(ruling),) if ruling else ()))
        verdict = ruling.verdict if ruling else None
        taken = home[left] == home[right] and (bool(ruling) or (edge is not None and edge.score >= ACCEPTED))
        out.append(
            Merge(
                left, right, edge.score if edge else 0.0, reasons,
                ruling="merge" if verdict == "merge" else "split" if verdict == "split" else None,
                accepted=taken,
            )
        )  # fmt: skip
    return tuple(out)


def _merged(members: Sequence[str], single: Mapping[str, Source], told: Mapping[str, tuple[str, ...]]) -> Source:
    """One source of the case: the fullest name, the commonest kind, everything else of its members.

    `told` are names that articles give a source besides those it has in them.
    """
    parts = [single[item] for item in members]
    names = Counter(name for part in parts for name in (part.name, *part.aliases))
    full = Counter(part.name for part in parts)
    name = min(full, key=lambda n: (-len(n.split()), -full[n], n))
    kinds = Counter(part.kind for part in parts)
    return Source(
        id=content_id("source", members[0]),
        name=name,
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        mentions=tuple(sorted({ref for part in parts for ref in part.mentions})),
        roles=tuple(dict.fromkeys(role for part in parts for role in part.roles)),
        aliases=tuple(sorted({*names, *(name for item in members for name in told.get(item, ()))} - {name})),
        members=tuple(members),
    )


def _proposals(pages: Sequence[Page]) -> dict[Pair, Join]:
    """All proposals by their two ids, left < right."""
    edges = Edges()
    named = bearers(pages)
    for one in named:
        for left, right, ground in equal_names(one):
            edges.keep(left, right, ground)
    articles = {source.id: page.article.text for page in pages for source in page.sources}
    persons = [one for one in named if one.family == "person"]
    people(edges, persons)
    bodies(edges, [one for one in named if one.family == "body"], articles)
    described_people(edges, pages, persons)
    two_families(edges, named)
    return edges.seen
