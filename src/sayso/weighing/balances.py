"""Both sides of an answer as sums in which one holder's position can be exchanged: what if somebody had not spoken.

An answer without one origin, or without one statement, differs from the answer in what one or two holders say. All
others enter through the sums of their sides, so that the work grows with the number of origins and not with its
square. Theory: pool.py.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from sayso.weighing.pool import Pull, Side, aged, firmest_first, latest

#: Holders that may be exchanged at a time, and so the positions of a backer, and the firmest of a side, to be kept.
_HOLDERS: Final = 2


def left_out(start: float, settled: Sequence[Pull], day: date | None) -> Mapping[str, float]:
    """The log-odds without each origin that bears, by origin id, from `start` and the pulls settled on `day`.

    Only the holder of the origin left out is settled again.
    """
    groups: dict[str, list[Pull]] = {}
    for pull in settled:
        groups.setdefault(pull.holder, []).append(pull)
    balance = Balance(settled)
    answers = {}
    for pull in settled:
        rest = [other for other in groups[pull.holder] if other is not pull and other.fresh]
        instead = [aged(latest(rest), day)] if rest else []
        answers[pull.origin.id] = math.fsum((start, *balance.exchanged((pull.holder,), instead)))
    return answers


class Balance:
    """The standing positions, one a holder, by side and backer, so that those of two can be exchanged."""

    __slots__ = ("_confirming", "_slots", "_standing", "_sums", "_tops")

    def __init__(self, settled: Sequence[Pull]) -> None:
        """Sum the positions that stand before company among `settled` pulls."""
        standing = tuple(replace(pull, weight=pull.alone) for pull in settled if pull.alone)
        self._standing = {pull.holder: pull for pull in standing}
        self._slots: dict[int, dict[str, list[Pull]]] = {1: {}, -1: {}}
        for pull in sorted(standing, key=firmest_first):
            slot = self._slots[_sign(pull)].setdefault(pull.backer, [])
            slot += [pull] if len(slot) <= _HOLDERS else []
        first = {sign: [slot[0] for slot in slots.values()] for sign, slots in self._slots.items()}
        self._sums = {sign: math.fsum(abs(pull.weight) for pull in side) for sign, side in first.items()}
        self._tops = {sign: sorted(side, key=firmest_first)[: 2 * _HOLDERS + 1] for sign, side in first.items()}
        self._confirming = {sign: sum(pull.confirms for pull in side) for sign, side in first.items()}

    def exchanged(self, holders: Collection[str], instead: Sequence[Pull]) -> tuple[float, float]:
        """The log-odds of both sides if `holders`, two at most, had only what `instead` says, one pull for each.

        A holder of whom `instead` says nothing has never spoken.
        """
        return self._side(1, holders, instead), self._side(-1, holders, instead)

    def _side(self, sign: int, holders: Collection[str], instead: Sequence[Pull]) -> float:
        known = (self._standing.get(holder) for holder in holders)
        gone = [pull for pull in (*known, *instead) if pull and _sign(pull) == sign]
        touched = {pull.backer: None for pull in gone}
        before = [slot[0] for backer in touched for slot in [self._slots[sign].get(backer)] if slot]
        after = [pull for backer in touched if (pull := self._strongest(sign, backer, holders, instead))]
        others = [pull for pull in self._tops[sign] if pull.backer not in touched]
        if not others and not after:
            return 0.0
        rest = self._sums[sign] - math.fsum(abs(pull.weight) for pull in before) if others else 0.0
        total = rest + math.fsum(abs(pull.weight) for pull in after)
        confirming = self._confirming[sign] + sum(p.confirms for p in after) - sum(p.confirms for p in before)
        most = max(abs(pull.weight) for pull in (*others, *after))
        return sign * total * Side(total, most, 1, confirmed=confirming > 1).share

    def _strongest(self, sign: int, backer: str, holders: Collection[str], instead: Sequence[Pull]) -> Pull | None:
        """What a backer has on a side where `holders` say `instead`."""
        held = [pull for pull in self._slots[sign].get(backer, ()) if pull.holder not in holders]
        new = [pull for pull in instead if _sign(pull) == sign and pull.backer == backer]
        return min([*held, *new], key=firmest_first, default=None)


def _sign(pull: Pull) -> int:
    """The side that a pull takes: 1, -1, or 0 for none."""
    return (pull.weight > 0) - (pull.weight < 0)
