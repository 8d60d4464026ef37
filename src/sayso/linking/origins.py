"""Origins: statements grouped by where they come from, so that ten reprints count once.

Theory. Counting articles answers the wrong question: what matters is how many independent mouths, papers or
observers stand behind them. Likeness of text alone does not find that (a translated relay shares no words), and
who is cited alone does not either (a reprint that drops its source cites nobody). So statements are joined by
several keys (linking/traces.py), strongest first, each join with its reason and place:

    1.00  the same root (linking/roots.py): one speaker, one body, one outlet's papers
    0.97  carried: an outlet's statement whose content is somebody's statement
    0.95  copied: the same words in passages that two articles share
    0.90  a circle: outlets that give each other, in turn, as their ground (linking/circles.py)
    0.85  an office and who speaks for it
    0.80  a heading that repeats its text (linking/headings.py)
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
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sayso.linking.circles import circles
from sayso.linking.copies import published
from sayso.linking.headings import headings
from sayso.linking.joins import Join, grouped
from sayso.linking.roots import Placed, Register, Root
from sayso.linking.sources import paired
from sayso.linking.traces import carried, copied, described, offices, reworded, same_root
from sayso.model.origins import Copy, Origin, Route
from sayso.model.rulings import Ruling
from sayso.model.span import Ref, content_id

#: Lines of grounds and places kept for one origin.
_SHOWN = 24
_DAYS = 6


def origins(
    items: Sequence[Placed],
    known: Register,
    copies: Sequence[Copy],
    *,
    rulings: Iterable[Ruling] = (),
) -> tuple[Origin, ...]:
    """The origins of `items`, ordered by where they were first seen. `items` are in page order."""
    circle = list(circles(items, known))
    traced = [*copied(items, copies), *circle, *headings(items), *reworded(items), *carried(items)]
    joins = [*same_root(items, traced), *traced, *offices(items, known), *described(items, known)]
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
    around = next((edge.why for edge in edges if edge.route == "circle"), None)
    return Origin(
        id=content_id("origin", lead.root.key, members[0].id),
        root=around or f"{lead.root.name}{day}",
        how="said" if circular else _route(lead.root, routes, len(seen)),
        statements=tuple(member.id for member in members),
        articles=tuple(seen),
        circular=circular,
        why=(*tuple(why)[:_SHOWN], *_occasions(members)),
        refs=tuple(seen.values())[:_SHOWN],
        first=first.id,
    )


def _occasions(members: Sequence[Placed]) -> Iterator[str]:
    """One line with the days of the articles in which one mouth was heard, where there is more than one."""
    spoken = {member.page.article.id: member.page for member in members if member.root.kind == "who"}
    bounds = [published(page) for page in spoken.values()]
    days = sorted({b.latest for b in bounds if b.latest and b.earliest == b.latest})
    if len(days) > 1:
        told = [f"{day.day} {day:%B %Y}" for day in days]
        shown = ", ".join(told[:_DAYS]) + (f" and {len(told) - _DAYS} more" if len(told) > _DAYS else "")
        yield f"heard in articles of {len(told)} days, counted once: {shown}"


def _lead(members: Sequence[Placed]) -> Placed:
    """The statement whose root names the origin: a paper, a name, a description, else whatever came first."""
    order = {"who": 1, "report": 2, "unnamed": 3, "own": 4}
    often = Counter(member.root.key for member in members)
    told = re.compile(r"(?:an?|the)\b", re.IGNORECASE)

    def rank(one: Placed) -> tuple[int, bool, int]:
        kind = 0 if one.root.paper else order[one.root.kind]
        return kind, bool(told.match(one.root.name)), -often[one.root.key]

    return min(members, key=rank)


def _route(root: Root, routes: set[str], articles: int) -> Route:
    """What the grouping rests on."""
    if root.kind == "own":
        return "copy" if "copy" in routes and articles > 1 else "unknown"
    return "document" if root.paper else "said"
