"""How well origins are told: a case with known origins against the same case as it was built.

Every figure is a count over cases, summed before it is divided, except that the error in counting origins is the
mean over cases. Pairs of marks are told without making them: from the sizes of groups, so that 5,000 articles take
no longer than they must. A figure without anything to count in any case is left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations

from evals.origins.matching import Found
from evals.rates import Totals, share, summed
from sayso.model.origins import Origin

#: What a false "no" and a false "yes" are counted under.
_KINDS = ("circles", "retractions", "drifts", "independent")


def figures(cases: Iterable[Found]) -> tuple[dict[str, float], dict[str, float]]:
    """The figures of cases in percent, of which higher is better, and the errors, of which lower is."""
    return rates(summed(map(counts, cases)))


def counts(one: Found) -> Totals:
    """All counts of one case."""
    out: Totals = defaultdict(float, cases=1.0)
    for part in (_pairs(one), _counted(one), _flags(one), _first(one), _melted(one), _drifts(one), _backers(one)):
        out.update(part)
    return out


def rates(totals: Mapping[str, float]) -> tuple[dict[str, float], dict[str, float]]:
    """Figures and errors from summed counts."""
    same, known, given = totals["same both"], totals["same known"], totals["same given"]
    told = {
        "same origin F1": share(2 * same, known + given),
        "same origin precision": share(same, given),
        "same origin recall": share(same, known),
        "recall within an article": share(totals["inside both"], totals["inside known"]),
        "recall across articles": share(same - totals["inside both"], known - totals["inside known"]),
        "same origin F1, unfound as missed": share(2 * same, totals["same marked"] + given),
        "marks found": share(totals["found"], totals["marks"]),
    }
    for kind in _KINDS:
        right, wanted, got = (totals[f"{kind} {part}"] for part in ("both", "known", "given"))
        if wanted or got:
            told[f"{kind} F1"] = share(2 * right, wanted + got)
        if kind == "drifts" and wanted:
            told["drifts recall"] = share(right, wanted)
        if kind == "drifts" and got:
            told["drifts precision"] = share(right, got)
    told["first seen"] = share(totals["first right"], totals["first"])
    if totals["melted"]:
        told["melted marks flagged"] = share(totals["melted flagged"], totals["melted"])
    errors = {
        "origins miscounted": share(totals["miscounted"], totals["cases"]),
        "false melts a case": totals["melts false"] / totals["cases"],
    }
    return told, errors


def paired(sizes: Iterable[int]) -> int:
    """How many pairs groups of these sizes hold."""
    return sum(size * (size - 1) // 2 for size in sizes)


def _pairs(one: Found) -> Totals:
    """Pairs of marks with one origin: the same by what is known, as found, and by both; and how many were found."""
    marks = one.known.marks
    known = Counter(marks[at].origins for at in one.single)
    given = Counter(one.origin(at).id for at in one.single)
    both = Counter((marks[at].origins, one.origin(at).id) for at in one.single)
    inside = [(marks[at].origins, marks[at].number) for at in one.single]
    joined = Counter((*place, one.origin(at).id) for place, at in zip(inside, one.single, strict=True))
    every = Counter(mark.origins for mark in marks if len(mark.origins) == 1)
    return {
        "same known": paired(known.values()),
        "same given": paired(given.values()),
        "same both": paired(both.values()),
        "inside known": paired(Counter(inside).values()),
        "inside both": paired(joined.values()),
        "same marked": paired(every.values()),
        "found": len(one.statement),
        "marks": len(marks),
    }


def _counted(one: Found) -> Totals:
    """How far the number of origins that hold a mark is from the number known, as a part of it."""
    many = len({one.origin(at).id for at in one.statement})
    return {"miscounted": abs(many - len(one.known.origins)) / len(one.known.origins)}


def _flags(one: Found) -> Totals:
    """Circles and retractions, an origin each; one taken back by a wrong article is both missed and false."""
    out: Totals = defaultdict(float)
    for name, known in one.known.origins.items():
        origin = one.mostly.get(name)
        circular = origin is not None and origin.circular
        _tally(out, "circles", known.circular, circular)
        back = one.known.articles[known.taken_back].id if known.taken_back else None
        _tally(out, "retractions", back, origin.retracted if origin else None)
    return out


def _tally(out: Totals, kind: str, known: Hashable, given: Hashable) -> None:
    """Count what is known and what was given; both false or None is nothing."""
    out[f"{kind} known"] += bool(known)
    out[f"{kind} given"] += bool(given)
    out[f"{kind} both"] += bool(known) and known == given


def _first(one: Found) -> Totals:
    """In how many origins the article is right that they were first seen in."""
    right = sum(origin.first in one.firsts(name) for name, origin in one.mostly.items())
    return {"first": len(one.mostly), "first right": right}


def _melted(one: Found) -> Totals:
    """Melted marks at which a melt was found, and melts where none is."""
    marks = [mark for mark in one.known.marks if len(mark.origins) > 1]
    melts = one.case.melts
    flagged = sum(any(one.meets(melt.statement, mark) for melt in melts) for mark in marks)
    false = sum(not any(one.meets(melt.statement, mark) for mark in marks) for melt in melts)
    return {"melted": len(marks), "melted flagged": flagged, "melts false": false}


def _drifts(one: Found) -> Totals:
    """What was changed on the way, by origin, article and kind; what was found twice counts once."""
    known = {(row.origin, row.number, row.about) for row in one.known.changed}
    given = drifted(one)
    return {"drifts known": len(known), "drifts given": len(given), "drifts both": len(known & given)}


def drifted(one: Found) -> set[tuple[str, str, str]]:
    """What was found to be changed: known origin (the found one's id where no mark tells it), article and kind."""
    known = {(row.number, row.about): row.origin for row in one.known.changed}
    several = Counter((row.number, row.about) for row in one.known.changed)
    mostly = {(name, origin.id) for name, origin in one.mostly.items()}
    out: set[tuple[str, str, str]] = set()
    for drift in one.case.drifts:
        number = one.numbers[one.statements[drift.right].article]
        at = [mark for mark in one.known.marks if one.meets(drift.right, mark)]
        names = {name for mark in at for name in mark.origins}
        names |= {name for name, ident in mostly if ident == drift.origin} if not names else set()
        wanted = known.get((number, drift.about))
        if several[number, drift.about] > 1:
            wanted = next((r.origin for r in one.known.changed if r.number == number and r.origin in names), None)
        out.add((wanted if wanted in names else min(names, default=drift.origin), number, drift.about))
    return out


def _backers(one: Found) -> Totals:
    """Pairs of origins with one source, against pairs that one backer vouches for."""
    known, given = backed(one)
    return {
        "independent known": len(known),
        "independent given": len(given),
        "independent both": len(known & given),
    }


def backed(one: Found) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Pairs of known origins with one source, and those found to have one backer.

    Pairs of two outlets of which nobody knows the house are left out: there the program takes one backer for both
    on purpose (a table of houses fails closed), which is no finding.
    """
    known, given = set(), set()
    for left, right in combinations(one.mostly, 2):
        one_, two = one.mostly[left], one.mostly[right]
        if one_.id != two.id and one_.faceless and two.faceless:
            continue
        if _source(one, left) == _source(one, right):
            known.add((left, right))
        if _backer(one_) == _backer(two):
            given.add((left, right))
    return known, given


def _backer(origin: Origin) -> str:
    return origin.backer.id if origin.backer else origin.id


def _source(one: Found, name: str) -> str:
    """The source of a known origin; every circle is its own."""
    known = one.known.origins[name]
    return f"circle {name}" if known.circular else known.source


def by_case(cases: Sequence[tuple[str, Found]]) -> tuple[str, ...]:
    """A line for each case: its name and what its pairs, counts and changes came to."""
    out = []
    for name, one in cases:
        told, errors = rates(counts(one))
        held = len({one.origin(at).id for at in one.statement})
        out.append(
            f"{name:28.28s} same origin F1 {told['same origin F1']:5.1f}  (p {told['same origin precision']:5.1f}, "
            f"r {told['same origin recall']:5.1f})  marks {told['marks found']:5.1f}  "
            f"origins {held:3d} of {len(one.known.origins):3d}  off by {errors['origins miscounted']:5.1f}"
        )
    return tuple(out)
