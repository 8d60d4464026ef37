"""Clashes: the pairs of statements that cannot both hold, against the pairs that careful readers marked.

A found statement stands for each marked passage with which one of its pieces shares half of the shorter of the two,
or a clause. A found pair is right where it stands for a marked pair; a marked pair is found where some found pair
stands for it. Both directions of a pair are one. Precision counts found pairs of which both ends stand for a marked
passage.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from evals.rates import percent
from sayso.model.case import Case
from sayso.model.span import Span
from sayso.model.statements import Statement

Pair = frozenset[str]

#: Letters of a clause.
_CLAUSE = 40


@dataclass(frozen=True, slots=True)
class Marked:
    """The passages that readers marked, by id, and the pairs of them that cannot both hold: strong, or weak."""

    places: Mapping[str, Span]
    strong: frozenset[Pair]
    weak: frozenset[Pair]


def marked(path: Path) -> Marked:
    """The passages and pairs of an annotated article."""
    layer: dict[str, Any] = json.loads(path.read_text("utf-8"))
    pairs: dict[str, set[Pair]] = {"strong": set(), "soft": set()}
    for row in layer["contradictions"]:
        pairs[row["strength"]].add(frozenset((row["a"], row["b"])))
    places = {row["id"]: Span(row["start"], row["end"]) for row in layer["statements"]}
    return Marked(places, frozenset(pairs["strong"]), frozenset(pairs["soft"]))


def figures(case: Case, article: str, gold: Marked) -> dict[str, float]:
    """Precision, and recall of all, of strong and of weak pairs, in percent, within the article with that id."""
    given = found(case, article, gold)
    right = [pairs for pairs in given if pairs & (gold.strong | gold.weak)]
    covered = frozenset[Pair]().union(*given) if given else frozenset[Pair]()
    return {
        "clashes precision": percent(len(right), len(given)),
        "clashes recall": percent(len(covered & (gold.strong | gold.weak)), len(gold.strong | gold.weak)),
        "strong clashes recall": percent(len(covered & gold.strong), len(gold.strong)),
        "weak clashes recall": percent(len(covered & gold.weak), len(gold.weak)),
    }


def found(case: Case, article: str, gold: Marked) -> list[frozenset[Pair]]:
    """For each clash within the article the pairs of marked passages that it stands for, where there are any."""
    stands = _standing(case, article, gold)
    out = []
    for clash in case.clashes:
        left, right = stands.get(clash.left, ()), stands.get(clash.right, ())
        pairs = frozenset(frozenset(pair) for pair in product(left, right) if pair[0] != pair[1])
        if pairs and clash.kind in {"contradiction", "heading"}:
            out.append(pairs)
    return out


def _standing(case: Case, article: str, gold: Marked) -> dict[str, frozenset[str]]:
    """For each statement of the article the marked passages that it stands for.

    A pair of origins is shown once, so a statement stands for those of its origin that lean its way, too.
    """
    covers = {
        statement.id: _covers(statement, gold.places)
        for page in case.pages
        if page.article.id == article
        for statement in (*page.statements, *page.own_voice)
    }
    leans = {stance.statement: stance.lean for stance in case.stances if stance.hypothesis == "h1"}
    home = {statement: origin.statements for origin in case.origins for statement in origin.statements}
    return {
        one: frozenset[str]().union(
            *(covers.get(each, ()) for each in (one, *home.get(one, ())) if leans.get(each) == leans.get(one))
        )
        for one in covers
    }


def _covers(statement: Statement, places: Mapping[str, Span]) -> tuple[str, ...]:
    return tuple(key for key, place in places.items() if any(_much(span, place) for span in statement.content))


def _much(span: Span, place: Span) -> bool:
    """Whether two spans share half of the shorter one, or a clause."""
    shared = min(span.end, place.end) - max(span.start, place.start)
    return shared > 0 and (shared >= _CLAUSE or 2 * shared >= min(span.end - span.start, place.end - place.start))
