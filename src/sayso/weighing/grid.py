"""The grid of competing hypotheses: what each origin says of each, what tells them apart, what is least refuted.

Theory
    Heuer (Psychology of Intelligence Analysis, 1999, chapter 8) reads a grid of evidence against hypotheses in two
    ways. Across a line: evidence that says the same of every hypothesis has no diagnostic value, however striking
    it is. Down a column: the hypothesis to keep is the one with the least against it, not the one with the most
    for it, since evidence fits many hypotheses and refutes few. Then the conclusion is tried: what hangs on one?

    The arithmetic is that which Open Synthesis publishes (twschiller/open-synthesis, openach/metrics.py). A mark is
    -2 … 2, from strongly against to strongly for (there 1 … 5, with 3 as neutral); what does not apply to a
    hypothesis (None) counts as neutral. With weights off, that is with every weight 1,
      diagnosticity of an item         the population standard deviation of its marks;
      inconsistency of a hypothesis    the sum of the squares of its marks below 0; so further evidence can only
                                       refute it, and one firm denial outweighs three weak ones;
      order of items                   the most diagnostic first, then what applies to more hypotheses;
      order of hypotheses              the least inconsistent first, then the most consistent (the sum of the
                                       squares above 0), then that to which more applies.
    With weights on, each square counts by the item's weight: what the answer's doubts (hearsay, no name, age, a
    party's interest, the same source again) leave of the origin's word. So a source that repeats itself refutes no
    more than once. Weights belong to the source and not to what is said: diagnosticity has none.

    A negation has its hypothesis' marks with the sign turned: what speaks for the one speaks against the other.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sayso.model.answers import Cell, Swap
from sayso.model.stances import Hypothesis
from sayso.weighing import weights
from sayso.weighing.pool import Pull, pool, settle

_WORDS: Final = {2: "strongly for", 1: "for", 0: "open", -1: "against", -2: "strongly against"}
_SILENT: Final = "says nothing"
#: So many of the heaviest origins are left out one by one at most, and as many as make this many origins weighed
#: anew, one at the least: the work stays linear, and what is light, or one of thousands, moves nothing.
_TRIED: Final = 12
_AGAIN: Final = 12_000
#: Sums nearer than this are equal.
_EQUAL: Final = 1e-9

#: One mark and its weight; None where the item does not apply to the hypothesis.
Mark = tuple[float | None, float]


@dataclass(frozen=True, slots=True)
class Standing:
    """What one column comes to: `against` and `support` are sums of weighted squares, `silent` a share of marks."""

    against: float
    support: float
    silent: float

    @property
    def key(self) -> tuple[float, float, float]:
        """The order of hypotheses, the least refuted first."""
        return (round(self.against, 9), -round(self.support, 9), self.silent)


def spread(marks: Iterable[float | None]) -> float:
    """The population standard deviation of an item's marks, 0 where there are none; what does not apply is 0."""
    found = [mark or 0.0 for mark in marks]
    if not found:
        return 0.0
    mean = math.fsum(found) / len(found)
    return math.sqrt(math.fsum((mark - mean) ** 2 for mark in found) / len(found))


def standing(marks: Iterable[Mark]) -> Standing:
    """What a hypothesis' marks come to; all 0 where there are none."""
    found = list(marks)
    said = [(mark, weight) for mark, weight in found if mark is not None]
    return Standing(
        math.fsum(weight * mark**2 for mark, weight in said if mark < 0),
        math.fsum(weight * mark**2 for mark, weight in said if mark > 0),
        (len(found) - len(said)) / len(found) if found else 0.0,
    )


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
    """Origin ids with the spread of their marks, the most diagnostic first.

    Of equals the one that speaks of more hypotheses leads, then the one that weighs more, then the lower id.
    """
    lines: dict[str, list[Cell]] = {}
    for cell in cells:
        lines.setdefault(cell.origin, []).append(cell)
    ranked = []
    for origin, line in lines.items():
        marks = [_mark(cell) for cell in line]
        apart = spread(marks)
        heaviest = max(cell.weight * abs(cell.sign) for cell in line)
        ranked.append((-round(apart, 9), marks.count(None), -heaviest, origin, apart))
    return tuple((origin, apart) for *_, origin, apart in sorted(ranked))


def inconsistency(
    hypotheses: Sequence[Hypothesis], cells: Sequence[Cell], *, weighted: bool = True
) -> tuple[tuple[str, float], ...]:
    """Hypothesis ids with how much speaks against each, in the order of the weighted ranking: the least first.

    Without `weighted` every origin counts in full, as Open Synthesis counts; the order stays. Of equals the one
    with more for it leads, then the one of which more origins speak, then the first of the case.
    """
    ranking = _ranking(hypotheses, cells)
    plain = _columns(hypotheses, cells, weighted=False)
    return tuple((key, (ranking if weighted else plain)[key].against) for key in ranking)


def swaps(
    hypotheses: Sequence[Hypothesis],
    pulls: Mapping[str, Sequence[Pull]],
    cells: Sequence[Cell],
    *,
    day: date | None,
) -> tuple[Swap, ...]:
    """What the ranking hangs on: without which of the heaviest origins two hypotheses change places, or draw level.

    Each is left out of the whole: a source's earlier word counts again, and whoever it confirmed stands alone.
    `day` is that of the answer. Ordered by the places in the ranking, then as the heaviest origins come.
    """
    now = _ranking(hypotheses, cells)
    order = list(now)
    found = []
    for origin in _heaviest(cells):
        rest = {key: [pull for pull in group if pull.origin.id != origin] for key, group in pulls.items()}
        again = {key: pool(0.0, settle(group, day)).pulls for key, group in rest.items()}
        then = _columns(hypotheses, grid(hypotheses, again))
        for place, ahead in enumerate(order):
            for behind in order[place + 1 :]:
                gap = then[behind].against - then[ahead].against
                if now[behind].against - now[ahead].against > _EQUAL and gap <= _EQUAL:
                    found.append((place, Swap(origin, ahead, behind, level=gap >= -_EQUAL)))
    return tuple(swap for _, swap in sorted(found, key=lambda one: one[0]))


def _heaviest(cells: Iterable[Cell]) -> list[str]:
    """The ids of the origins that count most in some column, the heaviest first."""
    heaviest: dict[str, float] = {}
    for cell in cells:
        size = cell.weight * cell.sign**2
        if size:
            heaviest[cell.origin] = max(size, heaviest.get(cell.origin, 0.0))
    tried = min(_TRIED, max(_AGAIN // max(len(heaviest), 1), 1))
    return sorted(heaviest, key=lambda origin: (-round(heaviest[origin], 9), origin))[:tried]


def _columns(
    hypotheses: Sequence[Hypothesis], cells: Iterable[Cell], *, weighted: bool = True
) -> dict[str, Standing]:
    """What each hypothesis' column comes to, in the case's order."""
    columns: dict[str, list[Mark]] = {hypothesis.id: [] for hypothesis in hypotheses}
    for cell in cells:
        columns[cell.hypothesis].append((_mark(cell), cell.weight if weighted else 1.0))
    return {key: standing(marks) for key, marks in columns.items()}


def _ranking(hypotheses: Sequence[Hypothesis], cells: Iterable[Cell]) -> dict[str, Standing]:
    """What each hypothesis' column comes to with weights, the least refuted first."""
    columns = _columns(hypotheses, cells)
    return {key: columns[key] for key in sorted(columns, key=lambda one: columns[one].key)}


def _mark(cell: Cell) -> int | None:
    """A cell as a mark: None where the origin says nothing of the hypothesis."""
    return None if cell.word == _SILENT else cell.sign


def _cell(origin: str, hypothesis: Hypothesis, found: Mapping[str, Pull]) -> Cell:
    pull = found.get(hypothesis.id)
    turn = 1
    if pull is None and hypothesis.negates:
        pull, turn = found.get(hypothesis.negates), -1
    if pull is None:
        return Cell(origin, hypothesis.id, 0, _SILENT, 0.0)
    one = _said(pull, hypothesis)
    return replace(one, sign=turn * one.sign, word=_WORDS[turn * one.sign]) if one.sign else one


def _said(pull: Pull, hypothesis: Hypothesis) -> Cell:
    """What an origin says of the hypothesis that it was weighed for.

    How strongly is its lead's position, less the part that the opposite takes away; the weight is what is left of
    a full origin's word at that position.
    """
    lead = pull.lead
    blank = Cell(pull.origin.id, hypothesis.id, 0, _WORDS[0], 0.0)
    if pull.parts[:1] and pull.parts[0].startswith("withdrawn"):
        return replace(blank, word="withdrawn")
    if not lead.sign or not lead.position:
        return blank
    left = 1.0 + pull.counter.weight / lead.weight if pull.counter and lead.weight else 1.0
    if left <= _EQUAL:
        return replace(blank, word="both ways")
    strength = lead.position * left
    sign = lead.sign * (2 if strength >= weights.STRONGLY else 1)
    return replace(blank, sign=sign, weight=abs(pull.weight) / (weights.ORIGIN * strength))
