"""The keys by which statements are found to have one origin, each a join with its reason and place.

Order, strengths and theory stand in linking/origins.py. Every key here is linear in the number of statements, or
bounded for each of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.lang.en.words import STOP
from sayso.linking.circles import same_matter
from sayso.linking.joins import Join
from sayso.linking.roots import Placed, Register
from sayso.linking.spellings import plain_name
from sayso.model.origins import Copy
from sayso.model.span import Ref, cover
from sayso.model.words import content_stems

#: Share of a copied passage from which on a number in it may have been changed.
_SURE = 0.9

_SPEAKS = re.compile(r"\b(?:spokes\w{2,8}|speaks? for|press secretary|representative)\b", re.IGNORECASE)


def moved(items: Sequence[Placed], traced: Iterable[Join]) -> frozenset[str]:
    """The ids of statements that a join has traced to another place than their own root.

    Of an article's own words and of what a cited outlet has told each is moved by itself, so that an article which
    copies one passage and reports another is split. What somebody nameless says is moved where it was traced to
    several places ("experts say", of two institutes); of two that may be moved it is the later.
    """
    by_id = {item.id: item for item in reversed(items)}
    rank: dict[str, int] = {}
    for index, item in enumerate(items):
        rank.setdefault(item.id, index)
    out: set[str] = set()
    nameless: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for join in traced:
        if join.left not in by_id or join.right not in by_id:
            continue
        ends = sorted(
            (by_id[join.left], by_id[join.right]), key=lambda item: (_LOOSE[item.root.kind], rank[item.id])
        )
        last = ends[1]
        if last.root.kind == "own" or (
            last.root.kind == "report" and join.route == "relayed" and not last.root.paper
        ):
            out.add(last.id)
        elif last.root.kind in {"unnamed", "report"} and join.route in _RETOLD:
            nameless[last.root.key][ends[0].root.key].add(last.id)
    for places in nameless.values():
        if len(places) > 1:
            out |= set().union(*places.values())
    return frozenset(out)


#: Routes of what is told again in other words.
_RETOLD = frozenset({"relayed", "reworded"})

#: Which of two joined statements is moved: the one with the higher number.
_LOOSE = {"who": 0, "unnamed": 1, "report": 2, "own": 3}


def _join(one: Placed, two: Placed, score: float, why: str, *, route: str) -> Join:
    left, right = sorted((one, two), key=lambda item: item.id)
    return Join(left.id, right.id, score, why, (one.ref, two.ref), route)


def copied(items: Sequence[Placed], copied: Sequence[Copy]) -> Iterator[Join]:
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
            twin = words.get(item.stems) or _nearest(
                item, left if copy.share >= _SURE else _same_numbers(item, left)
            )
            if twin and _unnamed(twin, item):
                share = f"{copy.share:.0%}"
                yield _join(
                    twin, item, 0.95, f"the same words in a passage both articles have ({share})", route="copy"
                )


def _unnamed(one: Placed, two: Placed) -> bool:
    """Whether copied words may join: not where each side names a different mouth."""
    both = one.root.kind == two.root.kind == "who"
    return not both or one.root.key == two.root.key or plain_name(one.root.name) == plain_name(two.root.name)


def _inside(held: Sequence[Placed], starts: Sequence[int], ref: Ref) -> list[Placed]:
    """The statements of a page that begin in a passage."""
    first = bisect_right(starts, ref.span.start - 1)
    out = []
    for item in held[first:]:
        if item.statement.content[0].start >= ref.span.end:
            break
        out.append(item)
    return out


def _same_numbers(item: Placed, among: Sequence[Placed]) -> list[Placed]:
    """Those that give no other numbers than a statement: in a passage half alike, they are what is told."""
    return [other for other in among[:200] if not _apart(_numbers(item), _numbers(other))]


def _numbers(item: Placed) -> frozenset[str]:
    """The numbers among a statement's words of matter."""
    return frozenset(stem for stem in item.stems if stem[:1].isdigit())


def _apart(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether both have numbers and none in common."""
    return bool(one and two and not one & two)


def _nearest(item: Placed, among: Sequence[Placed]) -> Placed | None:
    """The statement with nearly the same words of matter, None where there is none."""
    scored = [(_shared(item, other), -index) for index, other in enumerate(among[:200])]
    best = max(scored, default=(0.0, 0))
    return among[-best[1]] if best[0] >= 0.8 else None


def _shared(one: Placed, two: Placed) -> float:
    """Share of the larger statement's words of matter that the other has too."""
    return len(one.stems & two.stems) / max(len(one.stems), len(two.stems), 1)


def offices(items: Sequence[Placed], known: Register) -> Iterator[Join]:
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


def carried(items: Sequence[Placed]) -> Iterator[Join]:
    """A statement of outlets alone whose content is another's statement: the outlet carries it."""
    by_id = {item.id: item for item in items}
    for item in items:
        above = by_id.get(item.statement.parent or "")
        if above and above.root.kind == "report" and not above.root.paper and item.root.kind in {"who", "unnamed"}:
            yield _join(above, item, 0.97, f"{above.root.name} carries what {item.root.name} said", route="carried")


def described(items: Sequence[Placed], known: Register) -> Iterator[Join]:
    """A source that is only described, where the role of one named person holds the description's words.

    In the same article that is enough; across articles the two must be of one matter, too.
    """
    said: dict[str, list[Placed]] = defaultdict(list)
    for item in items:
        if item.root.kind == "who" and item.root.source:
            said[item.root.source].append(item)
    roles: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for ident in sorted(said):
        source = known.sources.get(ident)
        if source and source.kind == "person" and not source.name[:1].islower():
            stems = frozenset(stem for role in source.roles for stem in content_stems(role.text, STOP))
            for stem in stems:
                roles[stem][ident] = stems
    for item in items:
        told = _description(item)
        holders = roles.get(min(told), {}) if told else {}
        fits = [ident for ident, stems in sorted(holders.items()) if told <= stems and ident != item.root.source]
        here = [i for i in fits if any(other.page is item.page for other in said[i][:400])]
        here = here or _half_fits(item, told, said, roles)
        only = here if len(here) == 1 else fits if len(fits) == 1 and len(told) > 1 else []
        twin = next((o for i in only for o in said[i][:400] if o.page is item.page or same_matter(o, item)), None)
        if twin:
            yield _join(twin, item, 0.7, f"the description fits {twin.root.name}", route="role")


def _half_fits(
    item: Placed,
    told: frozenset[str],
    said: Mapping[str, Sequence[Placed]],
    roles: Mapping[str, Mapping[str, frozenset[str]]],
) -> list[str]:
    """People of the same article whose role has the description's first word and half of the others."""
    first = next(iter(content_stems(item.statement.chain[0].source.text, STOP)), "") if told else ""
    holders = {i: stems for i, stems in roles.get(first, {}).items() if len(told & stems) * 2 >= len(told)}
    return [i for i in sorted(holders) if i != item.root.source and any(o.page is item.page for o in said[i][:400])]


def _description(item: Placed) -> frozenset[str]:
    """The words of matter of a source that is described and not named; none for a name."""
    if not item.statement.chain or item.root.kind not in {"unnamed", "who"} or item.root.paper:
        return frozenset()
    words = item.statement.chain[0].source.text.strip()
    plain = words.split() or [""]
    told = plain[0].casefold() in {"an", "a", "the"} or plain[0][:1].islower() or plain[-1][:1].islower()
    if item.root.kind == "who" and not told:
        return frozenset()
    return frozenset(content_stems(words, STOP))
