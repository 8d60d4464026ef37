"""The weights of clues over the days of a window, worked out once for all clues that weigh every day alike.

Two thousand reprints of one report have the same clues to their day; so have reports that name the same dates. A
clue says by its `key` which others weigh like it, and its row of weights is kept for them, at most `_MOST` rows at
a time: a new one beyond that clears the table, so memory stays the same however many articles a case has.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from sayso.linking.clues import Clue

_MOST = 4096


class Curves:
    """Rows of weights over `days` (ordinals), by the keys of clues; for one run, dropped with it."""

    def __init__(self, days: Sequence[int]) -> None:
        """No rows yet."""
        self.days = days
        self._rows: dict[object, array[float]] = {}

    def of(self, clue: Clue) -> array[float]:
        """The weights of a clue, one for each day."""
        if clue.key is None:
            return array("d", map(clue.weight, self.days))
        row = self._rows.get(clue.key)
        if row is None:
            if len(self._rows) >= _MOST:
                self._rows.clear()
            row = self._rows[clue.key] = array("d", map(clue.weight, self.days))
        return row


def summed(rows: Sequence[Sequence[float]], count: int) -> list[float]:
    """The sums of the rows of clues for each of `count` days; zeros where there is no clue."""
    return [sum(weights) for weights in zip(*rows, strict=True)] if rows else [0.0] * count
