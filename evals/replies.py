"""Replies written for this project, end to end: whether one that rules nothing out is told from a denial.

Each line is a sentence or two with one reply in it, of a kind that is given with it. What the whole reader makes of
the text is compared: the statement with the reply's content, and the kind of denial it is shown with.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from evals import tagged
from evals.attributions import Gold, match, prediction
from evals.passages import page_of
from sayso.lang.en.denials import NON_DENIALS
from sayso.model.ports import Gauge, Tagger


def figures(place: Path, tagger: Tagger, gauge: Gauge | None) -> tuple[dict[str, float], dict[str, float]]:
    """Figures in percent, and errors in percent. A reply that is not found is not recognised."""
    tally: Counter[str] = Counter()
    for text, said, kind in tagged.replies(place):
        page = page_of(text, tagger, gauge)
        gold = Gold((said.source,) if said.source else (), (said.cue,) if said.cue else (), said.content)
        pairs = match(text, [gold], [prediction(one) for one in page.statements])
        group = "non-denials" if kind in NON_DENIALS else "denials" if kind == "denial" else "others"
        tally[group] += 1
        if not pairs:
            continue
        found = page.statements[pairs[0]].commitment
        tally["found"] += 1
        tally[f"{group} found"] += 1
        tally["kinds"] += (found.denial or "none") == kind
        tally[f"{group} as non-denials"] += found.non_denial
        tally[f"{group} as denials"] += not found.non_denial and (
            found.denial == "denial" or found.polarity == "negated"
        )
    total = tally["non-denials"] + tally["denials"] + tally["others"]
    told = {
        "replies found": 100 * tally["found"] / total,
        "non-denials recognised": 100 * tally["non-denials as non-denials"] / tally["non-denials"],
        "denials recognised": 100 * tally["denials as denials"] / tally["denials"],
        "kinds right": 100 * tally["kinds"] / total,
    }
    errors = {
        "non-denials shown as denials": 100 * tally["non-denials as denials"] / max(1, tally["non-denials found"]),
        "denials marked as non-denials": 100 * tally["denials as non-denials"] / max(1, tally["denials found"]),
        "others marked as non-denials": 100 * tally["others as non-denials"] / max(1, tally["others found"]),
    }
    return told, errors
