"""What went wrong in a case with known origins, to be read by whoever mends it.

Pairs that are wrong for one reason are told together: a known origin that was taken apart, part by part; a found
one that holds several known ones, with the ties that hold them together. Then circles, retractions, first places,
melted sources, changes on the way, and marks without a statement.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from evals.origins.matching import Found, groups
from evals.origins.scoring import backed, by_case, counts, drifted, paired, rates
from sayso.model.origins import Origin, Tie

_WIDTH = 112
_SHOWN = 8


def told(name: str, one: Found) -> Iterator[str]:
    """The lines of a case: its figures, then what is wrong, part by part."""
    yield "=" * _WIDTH
    yield from by_case([(Path(name).stem, one)])
    good, bad = rates(counts(one))
    yield from textwrap.wrap(" · ".join(f"{key} {value:.1f}" for key, value in {**good, **bad}.items()), _WIDTH)
    parts = (
        ("ONE ORIGIN, TAKEN APART", taken_apart(one)),
        ("SEVERAL ORIGINS, TAKEN FOR ONE", taken_for_one(one)),
        ("CIRCLES, RETRACTIONS, FIRST SEEN", flags(one)),
        ("SAME SOURCE OR NOT", backers(one)),
        ("MELTED SOURCES", melts(one)),
        ("CHANGED ON THE WAY", drifts(one)),
        ("MARKS WITHOUT A STATEMENT IN AN ORIGIN", unfound(one)),
    )
    for head, lines in parts:
        listed = list(lines)
        if listed:
            yield from ("", f"--- {head}", *listed)
    yield ""


def taken_apart(one: Found) -> Iterator[str]:
    """Known origins whose marks lie in several found ones: the marks by found origin."""
    known = {at: one.known.marks[at].origins[0] for at in one.single}
    given = {at: one.origin(at).id for at in one.single}
    for name, places in groups(one.single, known).items():
        parts = sorted(groups(places, given).values(), key=len, reverse=True)
        lost = paired([len(places)]) - paired(map(len, parts))
        if lost:
            yield f"{_named(one, name)}: {len(parts)} parts, {lost} pairs lost"
            for part in parts:
                yield f"    as {_headed(one.origin(part[0]))}"
                yield from _marks(one, part)


def taken_for_one(one: Found) -> Iterator[str]:
    """Found origins that hold marks of several known ones: the marks by known origin, and the ties between."""
    known = {at: one.known.marks[at].origins[0] for at in one.single}
    given = {at: one.origin(at).id for at in one.single}
    for places in groups(one.single, given).values():
        parts = sorted(groups(places, known).values(), key=len, reverse=True)
        false = paired([len(places)]) - paired(map(len, parts))
        if not false:
            continue
        origin = one.origin(places[0])
        yield f"{_headed(origin)}: {len(parts)} known origins, {false} wrong pairs"
        for part in parts:
            yield f"    of {_named(one, known[part[0]])}"
            yield from _marks(one, part)
        for part in parts[1:]:
            yield f"    {known[parts[0][0]]} and {known[part[0]]} are held together by"
            yield from _path(one, parts[0], part)


def _path(one: Found, left: Sequence[int], right: Sequence[int]) -> Iterator[str]:
    """The fewest ties from a statement of some marks to one of others, a line each."""
    starts = {one.statement[at] for at in left}
    ends = {one.statement[at] for at in right}
    if starts & ends:
        yield "        one statement that both marks were found as"
        return
    for tie in _ties(one.origin(left[0]), starts, ends):
        why = textwrap.shorten(f"[{tie.key} {tie.score:.2f}] {tie.why}", 200)
        yield f"        {_at(one, tie.left)} - {_at(one, tie.right)}  {why}"


def _ties(origin: Origin, starts: set[str], ends: set[str]) -> list[Tie]:
    """A shortest way over the ties of an origin; empty where they do not connect."""
    beside: dict[str, list[tuple[str, Tie]]] = defaultdict(list)
    for tie in origin.ties:
        beside[tie.left].append((tie.right, tie))
        beside[tie.right].append((tie.left, tie))
    came: dict[str, tuple[str, Tie] | None] = dict.fromkeys(sorted(starts))
    queue = deque(came)
    while queue:
        at = queue.popleft()
        if at in ends:
            return _walked(at, came)
        for other, tie in beside[at]:
            if other not in came:
                came[other] = (at, tie)
                queue.append(other)
    return []


def _walked(end: str, came: dict[str, tuple[str, Tie] | None]) -> list[Tie]:
    out, step = [], came[end]
    while step:
        out.append(step[1])
        step = came[step[0]]
    return out[::-1]


def flags(one: Found) -> Iterator[str]:
    """Circles, retractions and first places that are not as known."""
    for name, known in one.known.origins.items():
        origin = one.mostly.get(name)
        if origin is None:
            if known.circular or known.taken_back:
                yield f"{_named(one, name)}: no mark of it was found"
            continue
        if known.circular != origin.circular:
            yield f"{_named(one, name)}: {'a circle' if known.circular else 'no circle'}; {_headed(origin)}"
        back = one.numbers.get(origin.retracted or "")
        if back != known.taken_back:
            yield f"{_named(one, name)}: taken back by {known.taken_back}, found {back}; {_headed(origin)}"
        if origin.first not in one.firsts(name):
            numbers = ", ".join(sorted(one.numbers[ident] for ident in one.firsts(name)))
            yield f"{_named(one, name)}: first seen in {numbers}, found {one.numbers.get(origin.first or '')}"


def backers(one: Found) -> Iterator[str]:
    """Pairs of origins that have one source and are found not to, or the other way round."""
    known, given = backed(one)
    for left, right in sorted(known ^ given):
        verb = "one source, not seen" if (left, right) in known else "two sources, taken for one"
        names = "; ".join(f"{_named(one, name)} = {_backer(one.mostly[name])}" for name in (left, right))
        yield f"{verb}: {names}"


def _backer(origin: Origin) -> str:
    return f"{origin.backer.name} ({origin.backer.kind})" if origin.backer else "nobody"


def melts(one: Found) -> Iterator[str]:
    """Melted marks that no melt lies at, and melts that lie at none."""
    marked = [(at, mark) for at, mark in enumerate(one.known.marks) if len(mark.origins) > 1]
    for at, mark in marked:
        if not any(one.meets(melt.statement, mark) for melt in one.case.melts):
            yield f"not seen, of {' and '.join(mark.origins)}: {mark.number} “{one.words(at)}”"
    for melt in one.case.melts:
        if not any(one.meets(melt.statement, mark) for _, mark in marked):
            yield f"none is there: {_at(one, melt.statement)} {melt.why}"


def drifts(one: Found) -> Iterator[str]:
    """Changes on the way that were not found, and those found that are none."""
    given = drifted(one)
    known = {(row.origin, row.number, row.about): row for row in one.known.changed}
    for key, row in known.items():
        if key not in given:
            yield f"not seen, {row.about}, {row.origin} in {row.number}: “{row.before}” -> “{row.after}”"
    for drift in one.case.drifts:
        number = one.numbers[one.statements[drift.right].article]
        if not any(k[1] == number and k[2] == drift.about and k in given for k in known):
            before, after = (
                one.known.articles[one.numbers[ref.article]].text[ref.span.start : ref.span.end]
                for ref in (drift.before, drift.after)
            )
            yield f"none is there, {drift.about} in {number}: “{before}” -> “{after}” ({drift.why})"


def unfound(one: Found) -> Iterator[str]:
    """Marks that no statement of an origin lies at, and whether a statement without an origin does."""
    for at, mark in enumerate(one.known.marks):
        if at in one.statement:
            continue
        page = next((p for p in one.case.pages if p.article.id == one.known.articles[mark.number].id), None)
        beside = [s for s in (*page.statements, *page.own_voice) if one.meets(s.id, mark)] if page else []
        reason = (
            "its statement is in no origin" if beside else "no statement" if page else "its article is left out"
        )
        yield f"{mark.number} {'+'.join(mark.origins)} “{_short(one.words(at))}” ({reason})"


def _named(one: Found, name: str) -> str:
    known = one.known.origins[name]
    return f"{name} ({known.source}, {known.what})"


def _headed(origin: Origin) -> str:
    flag = (", circular" if origin.circular else "") + (", taken back" if origin.retracted else "")
    return f"“{_short(origin.root)}” [{origin.how}{flag}, {origin.id[-4:]}]"


def _marks(one: Found, places: Sequence[int]) -> Iterator[str]:
    for at in places[:_SHOWN]:
        chain = one.statements[one.statement[at]].chain
        mouths = " > ".join(hop.source.text for hop in chain) or "own words"
        outlet = one.known.articles[one.known.marks[at].number].outlet
        yield f"        {one.known.marks[at].number} {outlet} [{_short(mouths)}] “{_short(one.words(at))}”"
    if len(places) > _SHOWN:
        yield f"        … and {len(places) - _SHOWN} more"


def _at(one: Found, statement: str) -> str:
    """A statement by its article and its words."""
    said = one.statements.get(statement)
    if said is None:
        return statement
    number = one.numbers[said.article]
    return f"{number} “{textwrap.shorten(said.words(one.known.articles[number].text), 60)}”"


def _short(words: str) -> str:
    return textwrap.shorten(" ".join(words.split()), 90, placeholder=" …")


def printed(cases: Iterable[tuple[str, Found]]) -> None:
    """Print every case."""
    for name, one in cases:
        for line in told(name, one):
            print(line)
