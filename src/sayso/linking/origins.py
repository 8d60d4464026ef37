"""Origins: statements grouped by where they come from, so that ten reprints count once.

Theory. Counting articles answers the wrong question: what matters is how many independent mouths, papers or
observers stand behind them. Likeness of text alone does not find that (a translated relay shares no words), and
who is cited alone does not either (a reprint that drops its source cites nobody). So statements are joined by
several keys (linking/traces.py), strongest first, each join with its reason and place:

    1.00  the same occasion of one mouth: one report, speech, talk or paper of one day (linking/reports.py)
    0.97  carried: an outlet's statement whose content is somebody's statement
    0.95  copied: the same words in passages that two articles share
    0.90  a circle: outlets that give each other, in turn, as their ground (linking/circles.py)
    0.85  an office and who speaks for it
    0.80  a heading that repeats its text (linking/headings.py)
    0.70  a description that fits one named person's role, on the same matter
    0.75  an article's own sentence that goes on with what somebody said (linking/continued.py)
    0.5+  told again in other words: the same points in the same order, no other ground named (linking/relayed.py)

Joins are edges that a person can cut ("split" of two statements) or add ("merge"). A statement is in exactly
one origin. An outlet nobody knows adds no independence: what it says in its own words is an origin "unknown",
and what it copies joins the origin copied. Work grows with the number of statements: equal keys are joined in a
star, and rewordings are looked for only among statements that share a rare word.

The order of the keys follows how rarely each misleads; the numbers only order them. See docs/why/origins.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.linking.circles import circles
from sayso.linking.copies import published
from sayso.linking.grounds import crowd
from sayso.linking.headings import headings
from sayso.linking.joins import Join, Standing, grouped
from sayso.linking.mouths import mouths
from sayso.linking.named import proper
from sayso.linking.quoted import quoted
from sayso.linking.reports import Occasion, occasions, points_back
from sayso.linking.roots import Placed, Register, Root
from sayso.linking.sources import paired
from sayso.linking.traces import carried, copied, described, moved, offices
from sayso.model.origins import Copy, Key, Origin, Route, Tie
from sayso.model.rulings import Ruling, by_whom
from sayso.model.span import Ref, content_id

#: Lines of grounds and places kept for one origin.
_SHOWN = 24
#: Numbers up to this, and spans of time over so many days, are shared by chance.
_SMALL: Final = 3
_SHORT: Final = 2

#: The key of a tie by the route of its join.
_KEYS: Final[Mapping[str, Key]] = {
    "root": "root", "document": "document", "carried": "carried", "copy": "copied", "copied": "copied",
    "circle": "circle", "office": "office", "heading": "heading", "role": "role", "relayed": "relayed",
    "goes on": "carried", "reworded": "reworded", "ruling": "ruling",
}  # fmt: skip


def origins(
    items: Sequence[Placed],
    known: Register,
    copies: Sequence[Copy],
    *,
    relays: Sequence[Join] = (),
    rulings: Iterable[Ruling] = (),
    undone: frozenset[tuple[str, str]] = frozenset(),
) -> tuple[Origin, ...]:
    """The origins of `items`, ordered by where they were first seen. `items` are in page order.

    `undone` are pairs whose split only takes back a merge (rulings.merges_undone): it leaves no line behind.

    `relays` are joins of what tells again, or goes on with, what has a source (linking/relayed.py).
    """
    circle = [replace(join, firm=True) for join in circles(items)]
    twins = list(copied(items, copies))
    going = (replace(join, route="goes on") if join.route == "carried" else join for join in relays)
    borne = list(carried(items))
    traced = [*twins, *quoted(items), *circle, *headings(items), *going, *borne]
    leads = [*offices(items, known), *described(items, known)]
    rank: dict[str, int] = {}
    for index, item in enumerate(items):
        rank.setdefault(item.id, index)
    elsewhere = moved(items, traced) | _passed_on(items, borne)
    settled = [item for item in items if item.id not in elsewhere]
    found = occasions(settled, mouths(items, known, leads), twins)
    marks = {
        item.id: (key, n) for n, one in enumerate(found) for item, key in zip(one.items, one.keys, strict=True)
    }
    pairs = list(paired(rulings))
    joins = [*(join for one in found for join in one.joins), *traced, *_ruled(pairs)]
    apart = [pair for pair, r in pairs if r.verdict == "split"]
    heard = {item.id: one for one in found for item in one.items}
    groups = grouped(rank, joins, apart, told_apart=marks, standing=_standing(items, heard, twins))
    by_id = {item.id: item for item in reversed(items)}
    turning = {end for join in circle for end in (join.left, join.right)}
    whole = (join for used in groups.joins for join in used)
    ties = _ties([*joins, *leads, *whole], groups.members)
    made = []
    for number, members in enumerate(groups.members):
        held = [by_id[i] for i in sorted(members, key=rank.__getitem__)]
        origin = _origin(held, ties[number], heard, circular=bool(turning & set(members)))
        made.append(replace(origin, source=known.listed(origin.source)))
    kept = [(pair, r) for pair, r in pairs if r.verdict == "split" and pair not in undone]
    return tuple(sorted(_parted(made, kept), key=lambda origin: rank[origin.statements[0]]))


def _passed_on(items: Sequence[Placed], borne: Iterable[Join]) -> frozenset[str]:
    """The ids of what outlets' reports say that is somebody's statement: it goes to its speaker."""
    ends = {end for join in borne for end in (join.left, join.right)}
    return frozenset(item.id for item in items if item.id in ends and item.root.kind == "report")


def _standing(items: Sequence[Placed], heard: Mapping[str, Occasion], twins: Sequence[Join]) -> dict[str, Standing]:
    """What each statement stands on: somebody's word or a paper, the day told for it, and its wording."""
    wordings = grouped((item.id for item in items), twins).members
    point = {member: members[0] for members in wordings for member in members}
    out = {}
    for item in items:
        one = heard.get(item.id)
        grounded = (
            one is not None and (item.root.kind in {"who", "unnamed"} or bool(item.root.paper)) and not crowd(item)
        )
        days = one.told.days if one and grounded else None
        named = item.root.kind == "who" and not item.root.paper and one is not None and proper(one.mouth.name)
        name = one.mouth.key if one and named else None
        out[item.id] = Standing(grounded, days, point[item.id], _marks(item), name, item.ref)
    return out


def _marks(item: Placed) -> frozenset[str]:
    """The numbers and days that a statement tells, small numbers and long spans left out."""
    numbers = {f"{value:,.10g}" for value in item.values if value > _SMALL or not value.is_integer()}
    spans = ((days.earliest, days.latest) for days in item.days)
    ends = (last for first, last in spans if first and last and (last - first).days <= _SHORT)
    return frozenset(numbers | {f"{last.day} {last:%B}" for last in ends})


def _ruled(pairs: Iterable[tuple[tuple[str, str], Ruling]]) -> Iterator[Join]:
    """The joins that people have made."""
    for (left, right), ruling in pairs:
        if ruling.verdict == "merge":
            yield Join(left, right, 2.0, by_whom(ruling), route="ruling", firm=True)


def _parted(made: Sequence[Origin], kept: Iterable[tuple[tuple[str, str], Ruling]]) -> Iterator[Origin]:
    """The origins, those that a person keeps apart with who did so and why."""
    home = {ident: origin for origin in made for ident in origin.statements}
    lines: dict[str, list[str]] = {}
    for pair, ruling in kept:
        if all(end in home for end in pair):
            left, right = (home[end] for end in pair)
            lines.setdefault(left.id, []).append(f"kept apart from {right.root}: {by_whom(ruling)}")
            lines.setdefault(right.id, []).append(f"kept apart from {left.root}: {by_whom(ruling)}")
    for origin in made:
        yield replace(origin, why=(*origin.why, *sorted(lines[origin.id]))) if origin.id in lines else origin


def _ties(joins: Iterable[Join], groups: Sequence[Sequence[str]]) -> list[list[Join]]:
    """The joins that lie inside each group, strongest first, one for each pair and key."""
    home = {member: number for number, members in enumerate(groups) for member in members}
    out: list[dict[tuple[str, str, str], Join]] = [{} for _ in groups]
    for join in sorted(joins, key=lambda edge: (-edge.score, edge.left, edge.right, edge.why)):
        number = home.get(join.left, -1)
        if number >= 0 and number == home.get(join.right):
            out[number].setdefault((join.left, join.right, join.route), join)
    return [list(kept.values()) for kept in out]


def _origin(
    members: Sequence[Placed], edges: Sequence[Join], heard: Mapping[str, Occasion], *, circular: bool
) -> Origin:
    """One origin of its statements, in page order; `heard` gives the occasion of a statement."""
    lead = _lead(members)
    occasion = heard.get(lead.id)
    first = members[0].page.article
    why = dict.fromkeys(edge.why for edge in edges)
    seen: dict[str, Ref] = {}
    for member in members:
        seen.setdefault(member.page.article.id, member.ref)
    around = next((edge.why for edge in edges if edge.route == "circle"), None)
    return Origin(
        id=content_id("origin", lead.root.key, members[0].id),
        root=around or _named(lead, occasion, members),
        how="said" if circular else _route(lead.root, {edge.route for edge in edges}, len(seen)),
        statements=tuple(member.id for member in members),
        articles=tuple(seen),
        circular=circular,
        why=tuple(why)[:_SHOWN],
        refs=tuple(seen.values())[:_SHOWN],
        first=first.id,
        source=(occasion.mouth.source if occasion else None) or lead.root.source,
        document=occasion.document if occasion else None,
        said=occasion.said if occasion else None,
        ties=tuple(_tie(edge) for edge in edges),
    )


def _tie(edge: Join) -> Tie:
    """A join as the case keeps it."""
    return Tie(edge.left, edge.right, _KEYS.get(edge.route, "root"), min(1.0, edge.score), edge.why, edge.refs)


def _named(lead: Placed, occasion: Occasion | None, members: Sequence[Placed]) -> str:
    """The body and its occasion in words: "the Tidal Institute, note of 17 January 2031"."""
    if occasion is None or lead.root.kind not in {"who", "unnamed"}:
        return lead.root.name
    name = lead.root.name if lead.root.kind == "unnamed" and not occasion.mouth.why else occasion.mouth.name
    days = occasion.told.days
    told = days if days and days.earliest and days.earliest == days.latest else None
    out = told or published(members[0].page)
    day = out.earliest if out.earliest and out.earliest == out.latest else None
    when = f"{day.day} {day:%B %Y}" if day else ""
    kind = occasion.called
    if told and kind:
        return f"{name}, {kind} of {when}"
    return ", ".join(part for part in (name, kind, when) if part)


def _lead(members: Sequence[Placed]) -> Placed:
    """The statement whose root names the origin: a paper, a name, a description, else whatever came first."""
    order = {"who": 1, "report": 2, "unnamed": 3, "own": 4}
    often = Counter(member.root.key for member in members)
    told = re.compile(r"(?:an?|the)\b", re.IGNORECASE)

    def rank(one: Placed) -> tuple[int, bool, int]:
        kind = order["report"] if points_back(one.root.words) else 0 if one.root.paper else order[one.root.kind]
        return kind, bool(told.match(one.root.name)), -often[one.root.key]

    return min(members, key=rank)


def _route(root: Root, routes: set[str], articles: int) -> Route:
    """What the grouping rests on."""
    if root.kind == "own":
        return "copy" if "copy" in routes and articles > 1 else "unknown"
    return "document" if root.paper else "said"
