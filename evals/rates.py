"""From verdicts to figures: F1, precision and recall of attribution pairs, and recall by kind, in percent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from evals.attributions import Verdict
from evals.kinds import CUES, FORMS, SOURCES, kinds

Totals = dict[str, float]


def count(text: str, given: Iterable[Verdict]) -> Totals:
    """Weighted counts for one text: gold, found and matched; matched and gold of each kind; cues and exact."""
    totals: Totals = defaultdict(float)
    for verdict in given:
        weight, gold = verdict.weight, verdict.copy.gold
        totals["gold"] += weight * len(gold)
        totals["found"] += weight * len(verdict.judged)
        totals["matched"] += weight * len(verdict.matched)
        totals["cues"] += weight * verdict.cues
        totals["exact"] += weight * verdict.exact
        for i, item in enumerate(gold):
            for kind in kinds(text, item):
                totals[f"{kind} gold"] += weight
                totals[f"{kind} matched"] += weight * (i in verdict.matched)
    return totals


def summed(counts: Iterable[Mapping[str, float]]) -> Totals:
    """The counts of many texts together."""
    totals: Totals = defaultdict(float)
    for one in counts:
        for name, value in one.items():
            totals[name] += value
    return totals


def rates(totals: Mapping[str, float]) -> dict[str, float]:
    """Pair F1, precision, recall, and recall by form of the content."""
    return {
        "pair F1": _f1(totals, "matched"),
        "precision": percent(totals["matched"], totals["found"]),
        "recall": percent(totals["matched"], totals["gold"]),
        **_recalls(totals, FORMS),
    }


def details(totals: Mapping[str, float]) -> dict[str, float]:
    """Recall by kind of cue and of source; F1 of cues, and of contents to the letter."""
    return {
        **_recalls(totals, (*CUES, *SOURCES)),
        "cue F1": _f1(totals, "cues"),
        "exact content F1": _f1(totals, "exact"),
    }


def _recalls(totals: Mapping[str, float], names: Iterable[str]) -> dict[str, float]:
    return {
        f"recall {name}": percent(totals[f"{name} matched"], totals[f"{name} gold"])
        for name in names
        if totals.get(f"{name} gold")
    }


def _f1(totals: Mapping[str, float], which: str) -> float:
    return percent(2 * totals[which], totals["found"] + totals["gold"])


def percent(part: float, whole: float) -> float:
    """The part of the whole in percent; 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def share(part: float, whole: float) -> float:
    """The part of the whole in percent; all of nothing is 100."""
    return 100 * part / whole if whole else 100.0
