"""The answer over time: a drawing of its course, and a table of its steps with what moved each."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from sayso.model.answers import Answer, Step
from sayso.model.prose import day
from sayso.showing.catalogue import Catalogue, Entry, Link
from sayso.showing.svg import el, picture
from sayso.showing.words import hundred, likelihood


@dataclass(frozen=True, slots=True)
class Turn:
    """One step of the answer over time."""

    when: str
    share: str
    spread: str
    change: str
    moved: tuple[Link, ...]


def turns(made: Catalogue, steps: tuple[Step, ...]) -> tuple[Turn, ...]:
    """The course of the answer as a table, a line a step."""
    out = []
    before: Step | None = None
    for step in steps:
        moved = round(step.probability * 100) - round(before.probability * 100) if before else 0
        change = "" if before is None else "no change" if not moved else f"{'+' if moved > 0 else '−'}{abs(moved)}"
        out.append(
            Turn(
                day(step.as_of),
                hundred(step.probability),
                likelihood(step.low, step.high),
                change,
                _movers(made, step.moved_by),
            )
        )
        before = step
    return tuple(out)


def _movers(made: Catalogue, statements: tuple[str, ...]) -> tuple[Link, ...]:
    """The statements that moved a step, those of a named source first, then by how strongly they lean."""

    def rank(entry: Entry) -> tuple[bool, float, int]:
        stances = made.stances.get(entry.statement.id, ())
        return (not entry.statement.chain, -max((one.strength for one in stances), default=0.0), entry.number)

    return tuple(
        entry.link
        for entry in sorted(map(made.entries.__getitem__, filter(made.entries.__contains__, statements)), key=rank)
    )


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
    dots = [el("circle", cx=x, cy=_y(step.probability), r=3.5) for step, x in zip(steps, xs, strict=True)]
    ends = el("text", day(steps[0].as_of), x=44, y=212) + el(
        "text", day(steps[-1].as_of), x=664, y=212, class_="end"
    )
    return picture(
        *lines,
        el("path", d=band, class_="band"),
        el("path", d=_steps([step.probability for step in steps], xs), class_="line"),
        *dots,
        ends,
        size=(680, 220),
        name=name,
        title="The answer over time, in 100",
        about=f"From {hundred(steps[0].probability)} in 100 on {day(steps[0].as_of)} "
        f"to {hundred(steps[-1].probability)} in 100 on {day(steps[-1].as_of)}; the table below has every step.",
    )  # fmt: skip


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
