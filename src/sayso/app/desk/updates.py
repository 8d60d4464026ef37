"""The history of the answer by update: a drawing with a step an update, and the same as rows.

By day is how the answer would have stood on each day with all that is known now (showing.course). By update is
how it did stand at the desk: what was known then, and what people had ruled by then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from sayso.model.keeping import Moment
from sayso.showing.svg import el, picture
from sayso.showing.words import hundred, likelihood

#: Steps that the drawing holds; of more the last ones are drawn.
_DRAWN = 60
_LEFT, _RIGHT, _TOP, _FOOT = 44.0, 664.0, 14.0, 132.0


@dataclass(frozen=True, slots=True)
class Update:
    """One update: the journal entry it knew, when it was, what it gave and by how much it moved."""

    number: int
    at: str
    articles: int
    words: str
    share: str
    spread: str
    change: str


def updates(moments: Iterable[Moment], hypothesis: str) -> tuple[Update, ...]:
    """The updates of one hypothesis' answer, the newest first."""
    ours = [one for one in moments if one.hypothesis == hypothesis]
    rows = [_update(one, before) for before, one in pairwise([None, *ours]) if one is not None]
    return tuple(reversed(rows))


def _update(one: Moment, before: Moment | None) -> Update:
    moved = round(one.probability * 100) - round(before.probability * 100) if before else 0
    change = "" if before is None else "±0" if not moved else f"{'+' if moved > 0 else '−'}{abs(moved)}"
    spread = likelihood(one.low, one.high)
    return Update(one.number, one.at, one.articles, one.words, hundred(one.probability), spread, change)


def course_of_updates(moments: Iterable[Moment], hypothesis: str, name: str) -> Markup | None:
    """The answer by update as a step line with its band, 680 by 150 units; None for fewer than two updates."""
    ours = [one for one in moments if one.hypothesis == hypothesis][-_DRAWN:]
    if len(ours) < 2:
        return None
    width = (_RIGHT - _LEFT) / len(ours)
    xs = [_LEFT + width * place for place in range(len(ours) + 1)]
    lines = [
        el("path", d=f"M{_LEFT:.0f} {_y(share / 100):.1f}H{_RIGHT:.0f}", class_="tick")
        + el("text", str(share), x=38, y=_y(share / 100) + 4, class_="end")
        for share in (0, 50, 100)
    ]
    band = _steps([one.high for one in ours], xs) + "L" + _steps([one.low for one in ours], xs, back=True)[1:] + "Z"
    dots = [
        el("circle", el("title", _told(one)), cx=x, cy=_y(one.probability), r=3)
        for one, x in zip(ours, xs, strict=False)
    ]
    ends = el("text", _when(ours[0]), x=_LEFT, y=148) + el("text", _when(ours[-1]), x=_RIGHT, y=148, class_="end")
    return picture(
        *lines,
        el("path", d=band, class_="band"),
        el("path", d=_steps([one.probability for one in ours], xs), class_="line"),
        *dots,
        ends,
        size=(680, 154),
        name=name,
        title="The answer after each update, in 100",
        about=f"From {hundred(ours[0].probability)} in 100 to {hundred(ours[-1].probability)} in 100 in "
        f"{len(ours)} updates; the table below has each.",
    )  # fmt: skip


def _told(one: Moment) -> str:
    return f"{_when(one)}: {hundred(one.probability)} in 100, {one.articles} articles, journal entry {one.number}"


def _when(one: Moment) -> str:
    return f"{one.at[:10]} {one.at[11:16]}"


def _y(share: float) -> float:
    return _FOOT - share * (_FOOT - _TOP)


def _steps(shares: Sequence[float], xs: Sequence[float], *, back: bool = False) -> str:
    """A path of steps that each hold until the next; `back` draws it from right to left."""
    corners: list[tuple[float, float]] = []
    for share, (left, right) in zip(shares, pairwise(xs), strict=True):
        corners += [(left, _y(share)), (right, _y(share))]
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in (corners[::-1] if back else corners))
