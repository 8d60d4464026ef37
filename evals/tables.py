"""The table of a suite: a line a figure, a column a brain with its floor, and a column a peer."""

from __future__ import annotations

from collections.abc import Mapping

from evals.floors import Pinned, Result
from evals.peers import Peers

_WIDTH = 34


def lines(results: Mapping[str, Result], pinned: Mapping[str, Pinned], peers: Peers) -> list[str]:
    """The table of results by brain beside their bounds; peers without a figure for a line leave it empty."""
    names = list(dict.fromkeys(name for result in results.values() for name in (*result.figures, *result.errors)))
    heads = "".join(f"{brain:>9s} {'pinned':>7s}" for brain in results)
    rows = [f"{'':{_WIDTH}s}{heads}{'  |' if peers else ''}{''.join(f'{peer:>9s}' for peer in peers)}"]
    for name in names:
        mine = "".join(
            _cell(result.figures.get(name, result.errors.get(name)), pinned.get(brain, Pinned()).bound(name))
            for brain, result in results.items()
        )
        theirs = "".join(_figure(peer.get(name), 9, 1) for peer in peers.values())
        label = f"{name} (lower is better)" if any(name in result.errors for result in results.values()) else name
        rows.append(f"{label:{_WIDTH}s}{mine}{'  |' if peers else ''}{theirs}".rstrip())
    return rows


def _cell(value: float | None, bound: float | None) -> str:
    return _figure(value, 9, 2) + _figure(bound, 8, 2)


def _figure(value: float | None, width: int, digits: int) -> str:
    return f"{'-':>{width}s}" if value is None else f"{value:{width}.{digits}f}"
