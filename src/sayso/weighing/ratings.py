"""Admiralty ratings: how reliable a source is (A to F) and how credible its report (1 to 6), kept apart.

The scale is that of NATO's AJP-2.1 (and of the British Admiralty before it). The letter belongs to the source: from
its record where it has one, else from its kind (weights.CLASS). The figure belongs to the report, and looks at what
others say:

    1  confirmed: at least three independent origins say the same, and none contradicts it
    2  probably true: a second, independent origin says the same
    3  possibly true: nothing confirms it and nothing as firm contradicts it
    4  doubtful: nothing confirms it and a firmer origin contradicts it
    5  improbable: nothing confirms it and several independent origins contradict it, or it was taken back
    6  cannot be judged: it takes no side, so that nothing can confirm or contradict it

Independent are origins of different backers that somebody knows, in no circle (pool.Side.confirmed); so 1 and 2 are
given if and only if a side has two of them. "Probably true" is the scale's own name for a figure and no likelihood.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from sayso.model.answers import Rating
from sayso.weighing import weights
from sayso.weighing.pool import Pull

Credibility = Literal[1, 2, 3, 4, 5, 6]

#: Independent origins from which on a side is confirmed twice over.
_MANY: Final = 3
_CALLED: Final = {
    "organisation": "a body that stands by what it says",
    "document": "a paper",
    "place": "a place that stands for its government",
    "person": "one named person",
    "outlet": "an outlet that another quotes",
    "own voice": "an outlet's own report",
    "group": "a group that nobody answers for",
    "anonymous": "nobody is named who could be judged",
    "unknown": "no source could be identified",
}


def ratings(pulls: Mapping[str, Sequence[Pull]]) -> tuple[Rating, ...]:
    """One rating for each origin that bears on a hypothesis, by origin id.

    `pulls` holds the settled and weighed pulls of every hypothesis that negates no other, in the case's order. An
    origin that bears on several is rated by the first on which it takes a side.
    """
    found: dict[str, Rating] = {}
    for settled in pulls.values():
        sides = {sign: _Company(settled, sign) for sign in (1, -1)}
        for pull in settled:
            known = found.get(pull.origin.id)
            if known is None or (known.credibility == 6 and pull.fresh):
                found[pull.origin.id] = _rating(pull, sides)
    return tuple(found[key] for key in sorted(found))


class _Company:
    """What stands on one side: how many independent origins, and how firm the firmest is."""

    __slots__ = ("firmest", "independent")

    def __init__(self, settled: Sequence[Pull], sign: int) -> None:
        ours = [pull for pull in settled if pull.weight * sign > 0]
        self.independent = sum(pull.confirms for pull in ours)
        self.firmest = max((abs(pull.alone) for pull in ours), default=0.0)

    @property
    def confirmed(self) -> bool:
        """Whether two independent origins say the same."""
        return self.independent > 1


def _rating(pull: Pull, sides: Mapping[int, _Company]) -> Rating:
    figure, why = _credibility(pull, sides)
    holder = pull.lead.holder
    standing = holder.standing
    letter = f"{standing.letter}: {standing.words or _CALLED.get(holder.kind, _CALLED['unknown'])}"
    if pull.origin.circular:
        return Rating(pull.origin.id, "E", figure, ("E: it rests on nothing but itself, in a circle", why))
    return Rating(pull.origin.id, standing.letter, figure, (letter, why), pull.origin.source or holder.source)


def _credibility(pull: Pull, sides: Mapping[int, _Company]) -> tuple[Credibility, str]:
    """How credible a report is, and why in words."""
    if pull.withdrawn or not pull.fresh:
        back = pull.withdrawn
        return (5, "5: it was taken back") if back else (6, "6: it takes no side that anything could confirm")
    sign = 1 if pull.fresh > 0 else -1
    ours, theirs = sides[sign], sides[-sign]
    if ours.confirmed and ours.independent >= _MANY and not theirs.independent:
        return 1, f"1: {ours.independent} independent origins say the same"
    if ours.confirmed:
        return 2, "2: a second independent origin says the same"
    firm = abs(pull.alone) or abs(pull.fresh)
    if theirs.confirmed and theirs.firmest >= firm * weights.ALONE:
        return 5, f"5: nothing confirms it, and {theirs.independent} independent origins contradict it"
    if theirs.firmest > firm:
        return 4, "4: nothing confirms it, and a firmer origin contradicts it"
    return 3, "3: nothing confirms it, and nothing as firm contradicts it"
