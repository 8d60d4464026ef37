"""The answer over time: a drawing of its course, and a table of its steps with what moved each.

Steps at which something was said are full dots, those at which only time moved are rings. The steps that moved the
answer most carry their day.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from sayso.model.answers import Answer, Step
from sayso.model.prose import MONTHS, day
from sayso.showing.catalogue import Catalogue, Link
from sayso.showing.svg import el, picture
from sayso.showing.words import hundred, likelihood

#: Steps whose day stands in the drawing, and the least that they move the answer by, in cases of 100.
_NAMED, _LEAST = 5, 2
#: Units that a day takes in the drawing; days nearer to each other than that are not both written.
_ROOM = 64.0


@dataclass(frozen=True, slots=True)
class Turn:
    """One step of the answer over time; `waits` where only time moved it, or nothing did."""

    when: str
    share: str
    spread: str
    change: str
    moved: tuple[Link, ...]
    why: tuple[str, ...]
    waits: bool


def turns(made: Catalogue, steps: tuple[Step, ...]) -> tuple[Turn, ...]:
    """The course of the answer as a table, a line a step."""
    out = []
    before: Step | None = None
    for step in steps:
        moved = round(step.probability * 100) - round(before.probability * 100) if before else 0
        change = "" if before is None else "±0" if not moved else f"{'+' if moved > 0 else '−'}{abs(moved)}"
        out.append(
            Turn(
                day(step.as_of),
                hundred(step.probability),
                likelihood(step.low, step.high),
                change,
                _movers(made, step.moved_by),
                step.why,
                step.kind in ("time", "none"),
            )
        )
        before = step
    return tuple(out)


def _movers(made: Catalogue, statements: tuple[str, ...]) -> tuple[Link, ...]:
    """The statements that moved a step, the heaviest first."""
    return tuple(made.entries[key].link for key in statements if key in made.entries)


def course(answer: Answer, name: str) -> Markup:
    """The answer over time: a step line with its band, 680 by 220 units."""
    steps = answer.over_time
    first, last = steps[0].as_of.toordinal(), steps[-1].as_of.toordinal()
    until = max(last, answer.as_of.toordinal() if answer.as_of else last) + max(1, (last - first) // 12)
    xs = [44 + 620 * (step.as_of.toordinal() - first) / (until - first) for step in steps]
    lines = [
        el("path", d=f"M44 {_y(share / 100):.1f}H664", class_="tick")
        + el("text", str(share), x=38, y=_y(share / 100) + 4, class_="end")
        for share in (0, 25, 50, 75, 100)
    ]
    band = _steps([step.high for step in steps], xs) + _steps([step.low for step in steps], xs, back=True) + "Z"
    dots = [
        el("circle", cx=x, cy=_y(step.probability), r=3.5, class_="ring" if step.kind in ("time", "none") else None)
        for step, x in zip(steps, xs, strict=True)
    ]
    ends = el("text", day(steps[0].as_of), x=44, y=212) + el(
        "text", day(steps[-1].as_of), x=664, y=212, class_="end"
    )
    return picture(
        *lines,
        el("path", d=band, class_="band"),
        el("path", d=_steps([step.probability for step in steps], xs), class_="line"),
        *dots,
        *_named(steps, xs),
        ends,
        size=(680, 220),
        name=name,
        title="The answer over time, in 100",
        about=f"From {hundred(steps[0].probability)} in 100 on {day(steps[0].as_of)} "
        f"to {hundred(steps[-1].probability)} in 100 on {day(steps[-1].as_of)}; the table below has every step.",
    )  # fmt: skip


def _named(steps: tuple[Step, ...], xs: list[float]) -> list[Markup]:
    """The days of the steps that moved the answer most, above where it rose and below where it fell."""
    moves = [after.probability - before.probability for before, after in pairwise(steps)]
    ranked = sorted(range(1, len(steps)), key=lambda place: (-abs(moves[place - 1]), place))
    written: list[int] = []
    for place in ranked:
        free = all(abs(xs[place] - xs[other]) >= _ROOM for other in written)
        if free and len(written) < _NAMED and abs(moves[place - 1]) * 100 >= _LEAST and 70 <= xs[place] <= 630:
            written.append(place)
    return [
        el(
            "text",
            f"{steps[place].as_of.day} {MONTHS[steps[place].as_of.month - 1][:3]}",
            x=xs[place],
            y=_y(steps[place].probability) + (-9 if moves[place - 1] > 0 else 18),
            class_="mid",
        )
        for place in written
    ]


def _y(share: float) -> float:
    """The height of a share in the drawing of the course."""
    return 190 - share * 176


def _steps(shares: list[float], xs: list[float], *, back: bool = False) -> str:
    """A path of steps that each hold until the next; `back` draws it from right to left."""
    corners: list[tuple[float, float]] = []
    for share, left, right in zip(shares, xs, [*xs[1:], 664.0], strict=True):
        corners += [(left, _y(share)), (right, _y(share))]
    ordered = corners[::-1] if back else corners
    return ("L" if back else "M") + "L".join(f"{x:.1f} {y:.1f}" for x, y in ordered)
