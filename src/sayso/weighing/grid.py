"""The grid of competing hypotheses: what each origin says of each, and how far it tells them apart.

After Heuer's analysis of competing hypotheses (Psychology of Intelligence Analysis, 1999, chapter 8): evidence that
says the same of every hypothesis has no diagnostic value, however striking it is.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from sayso.model.answers import Cell
from sayso.model.stances import Hypothesis
from sayso.weighing import weights
from sayso.weighing.pool import Pull

_WORDS = {2: "strongly for", 1: "for", 0: "open", -1: "against", -2: "strongly against"}


def grid(hypotheses: Sequence[Hypothesis], pulls: Mapping[str, Sequence[Pull]]) -> tuple[Cell, ...]:
    """One cell for each origin that bears on some hypothesis and each hypothesis, origins by id.

    `pulls` holds those of every hypothesis that is not the negation of another; a negation has the sign turned.
    """
    by_origin: dict[str, dict[str, Pull]] = {}
    for key, found in pulls.items():
        for pull in found:
            by_origin.setdefault(pull.origin.id, {})[key] = pull
    return tuple(
        _cell(origin, hypothesis, by_origin[origin]) for origin in sorted(by_origin) for hypothesis in hypotheses
    )


def diagnosticity(cells: Sequence[Cell]) -> tuple[tuple[str, float], ...]:
    """Origin ids with the population standard deviation of their signs; silence counts as 0."""
    signs: dict[str, list[int]] = {}
    for cell in cells:
        signs.setdefault(cell.origin, []).append(cell.sign)
    return tuple((origin, _deviation(found)) for origin, found in signs.items())


def _deviation(signs: Sequence[int]) -> float:
    mean = sum(signs) / len(signs)
    return math.sqrt(sum((sign - mean) ** 2 for sign in signs) / len(signs))


def _cell(origin: str, hypothesis: Hypothesis, found: Mapping[str, Pull]) -> Cell:
    pull = found.get(hypothesis.id)
    turn = 1
    if pull is None and hypothesis.negates:
        pull, turn = found.get(hypothesis.negates), -1
    if pull is None:
        return Cell(origin, hypothesis.id, 0, "says nothing")
    if pull.lead.sign and not pull.fresh:
        return Cell(origin, hypothesis.id, 0, "withdrawn" if pull.origin.retracted else "both ways")
    strength = pull.lead.position - (pull.counter.position if pull.counter else 0.0)
    sign = 0 if not pull.fresh else 2 if strength >= weights.STRONGLY else 1
    sign *= turn * pull.lead.sign
    return Cell(origin, hypothesis.id, sign, _WORDS[sign])
