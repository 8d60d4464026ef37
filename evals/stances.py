"""Stances: how well leans agree with people's, three ways (support, deny, open)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from evals.seed import Annotation
from sayso.model.case import Case, Page
from sayso.model.ports import Entailer
from sayso.model.span import Span

LEANS = ("support", "deny", "open")


def macro_f1(pairs: Iterable[tuple[str, str]], labels: Sequence[str] = LEANS) -> float:
    """Macro F1 in percent over (gold, found) pairs; labels that never occur in the gold are left out."""
    kept = list(pairs)
    scores = []
    for label in labels:
        gold = sum(g == label for g, _ in kept)
        found = sum(f == label for _, f in kept)
        both = sum(g == f == label for g, f in kept)
        if gold:
            scores.append(2 * both / (gold + found))
    return 100 * sum(scores) / len(scores)


def seed_pairs(case: Case, page: Page, layers: Annotation) -> list[tuple[str, str]]:
    """Gold and found lean of each annotated passage: the statement that covers most of it speaks for it."""
    leans = {s.statement: s.lean for s in case.stances if s.hypothesis == case.hypotheses[0].id}
    pairs: list[tuple[str, str]] = []
    for row in layers.stances:
        gold = {"leaves_open": "open"}.get(row["stance"], row["stance"])
        if gold == "unrelated":
            continue
        place = Span(row["start"], row["end"])
        covering = [
            (sum(_shared(span, place) for span in statement.content), statement.id)
            for statement in (*page.statements, *page.own_voice)
        ]
        share, best = max(covering, default=(0, ""))
        if share:
            pairs.append((gold, leans.get(best, "unrelated")))
    return pairs


def _shared(left: Span, right: Span) -> int:
    return max(0, min(left.end, right.end) - max(left.start, right.start))


def pair_accuracy(path: Path, only: str, entailer: Entailer, most: int = 2000) -> tuple[float, float]:
    """Accuracy and macro F1, in percent, on the pairs of the set called `only`, at most the first `most`."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    rows = [row for row in rows if row["set"] == only and row["label"] in LEANS][:most]
    pairs = []
    for row, bearing in zip(rows, entailer.bear([(r["statement"], r["hypothesis"]) for r in rows]), strict=True):
        shares = {"support": bearing.support, "deny": bearing.deny, "open": bearing.open}
        pairs.append((row["label"], max(shares, key=shares.__getitem__)))
    return 100 * sum(g == f for g, f in pairs) / len(pairs), macro_f1(pairs)
