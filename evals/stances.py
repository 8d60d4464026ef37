"""Stances: how well leans agree with people's, three ways (support, deny, open)."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.seed import Annotation
from sayso.linking.stances import RELATED
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


#: Sets of which a fifth of the claims is kept from training, to measure on.
APART = frozenset({"emergent", "climatefever", "healthver"})
_FIFTH = 5
_MOST = 400  # pairs of a set


def held_out(claim: str) -> bool:
    """Whether a claim belongs to the fifth that nothing is learned from."""
    return hashlib.sha256(claim.strip().casefold().encode()).digest()[0] % _FIFTH == 0


@dataclass(frozen=True, slots=True)
class Marked:
    """A pair with the lean that people gave it; unrelated where it is about something else."""

    statement: str
    hypothesis: str
    lean: str


def held_pairs(path: Path, only: str, *, most: int = 2000) -> list[Marked]:
    """Pairs of the set called `only`, of three leans and held-out claims where it is of APART; at most `most`."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        kept = only not in APART or held_out(row.get("claim") or row["hypothesis"])
        if row["set"] == only and row["label"] in LEANS and kept:
            found.append(Marked(row["statement"], row["hypothesis"], row["label"]))
    return found[:: -(-len(found) // most)]


def written_pairs(folder: Path) -> list[Marked]:
    """The pairs of a folder of tables: what is said with who says it, where the text says so."""
    found = []
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                said = " ".join(part for part in (row["source"], row["cue"], row["content"]) if part.strip())
                found.append(Marked(said, row["hypothesis"], row["lean"]))
    return found


def leans_of(some: Sequence[Marked], entailer: Entailer) -> list[tuple[str, str]]:
    """(gold, found) leans of pairs: the likeliest side, whether the two are about one matter or not."""
    told = entailer.bear([(one.statement, one.hypothesis) for one in some])
    return [
        (one.lean, max(LEANS, key=lambda side: float(getattr(bearing, side))))
        for one, bearing in zip(some, told, strict=True)
    ]


def pair_figures(path: Path, dev: Path, written: Path, entailer: Entailer) -> dict[str, float]:
    """Figures of every set: of two sides accuracy, of three macro F1; of written pairs relevance besides.

    `path` holds the pairs of which held-out claims count, `dev` and `written` those that nobody learns from.
    """
    found = {}
    for name, file in (("climatefever", path), ("healthver", path), ("lingnli", dev), ("fever", dev)):
        pairs = leans_of(held_pairs(file, name, most=_MOST), entailer)
        two = name == "fever"
        found[f"{name}, {'accuracy' if two else 'macro F1'}"] = accuracy(pairs) if two else macro_f1(pairs)
    some = written_pairs(written)
    found["written, macro F1"] = macro_f1(leans_of([one for one in some if one.lean in LEANS], entailer))
    kept, left = unrelated(some, entailer, RELATED)
    return found | {"written, related kept": kept, "written, unrelated left out": left}


def accuracy(pairs: Sequence[tuple[str, str]]) -> float:
    """The percentage of (gold, found) pairs that agree."""
    return 100 * sum(gold == found for gold, found in pairs) / len(pairs)


def unrelated(some: Sequence[Marked], entailer: Entailer, least: float) -> tuple[float, float]:
    """Percent of related pairs that `least` relevance keeps, and of others that it leaves out."""
    told = entailer.bear([(one.statement, one.hypothesis) for one in some])
    kept = [bearing.relevance >= least for bearing in told]
    about = [mark for mark, one in zip(kept, some, strict=True) if one.lean != "unrelated"]
    other = [not mark for mark, one in zip(kept, some, strict=True) if one.lean == "unrelated"]
    return 100 * sum(about) / max(1, len(about)), 100 * sum(other) / max(1, len(other))
