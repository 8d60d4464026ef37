"""The origin map: a lane for each origin, its articles along it by day, lines that tell who has it from whom.

An origin's name stands at the left (above its lane where the screen is narrow). From its dot lines lead to the
articles that have it from there, and from these to those that have it from them: a thin line where an article
has it from the source itself, a thick one where it copied, a broken one where it relays, a dotted one where it
repeats it in other words. Shapes say the same as lines. A cross is what was taken back, a ring of arrows what
rests on itself, "≠" what changed on the way, a bracket what somebody made one source of. Every article leads to
its first statement.

The drawing is as wide as its place: places from left to right are percent, the rest pixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from sayso.model.prose import MONTHS, shortened
from sayso.showing.catalogue import Catalogue, permalink
from sayso.showing.origindays import Columns, columns, levels, named
from sayso.showing.origins import Spring, Step, chosen
from sayso.showing.svg import el, fluid
from sayso.showing.words import count

#: Pixels: a line of articles, a lane's name, the room below a lane, the scale above all.
_ROW, _HEAD, _GAP, _TOP = 20, 26, 6, 50
#: Where the days stand: so low that they are still there where the style sheet lifts the lanes beside the names.
_SCALE = 40
#: Articles drawn in a lane, and in all lanes together; what is beyond is counted.
_ROWS, _ALL = 9, 60
#: Code points of a lane's name; percent at which lanes begin, and up to which names stand right of their article.
_NAME, _LEFT, _MIDDLE = 46, 3.0, 52.0
#: Code points that fit into a percent of the width: of 390 pixels, and of a screen that has names beside lanes.
_NARROW, _WIDE = 0.53, 0.95


_DAY: Final = re.compile(r" (\d{1,2}) ([A-Z][a-z]{2,8}) \d{4}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Lane:
    """An origin's lane: where it begins and ends, the articles that are drawn and their places, how many are not.

    `x` is in percent, `y` in pixels, by article; `melts` are the statements that melt it, each with its outlet.
    """

    spring: Spring
    top: float
    steps: tuple[Step, ...]
    x: Mapping[str, float]
    y: Mapping[str, float]
    more: int
    melts: tuple[tuple[str, str], ...]

    @property
    def below(self) -> float:
        """Where its first line below the articles stands."""
        return max(self.y.values()) + _ROW

    @property
    def bottom(self) -> float:
        """Where it ends."""
        lines = bool(self.more) + bool(self.spring.back) + len(self.melts)
        return self.below + _ROW * lines - 5

    @property
    def around(self) -> list[str]:
        """The articles of its ring."""
        return [step.id for step in self.steps if step.how == "ring"]


def drawing(made: Catalogue, found: tuple[Spring, ...]) -> Markup | None:
    """The map of an answer's origins, those that came up first on top; None where there is nothing to draw."""
    drawn = _ordered(made, chosen(made, found))
    if not drawn:
        return None
    picked = _picked(drawn)
    placed = [(step.day, _level(step, steps)) for steps in picked for step in steps]
    days = columns(levels([*placed, *((one.back_day, 0) for one in drawn if one.back)]))
    lanes = _lanes(made, list(zip(drawn, picked, strict=True)), days)
    height, indent = lanes[-1].bottom, 12 if any(lane.melts for lane in lanes) else 0
    lines = el("path", d="".join(f"M0 {lane.top:.0f}h4096" for lane in lanes), class_="tick")
    heads = (mark for lane in lanes for mark in _head(lane, indent))
    rows = (mark for lane in lanes for mark in _rows(lane, days))
    articles = {step.id for steps in picked for step in steps}
    size = f"{count(len(lanes), 'origin')} and {count(len(articles), 'article')}"
    return fluid(
        Markup("").join((lines, *heads, *_brackets(made, lanes))),
        Markup("").join((*_scale(days, height), *rows)),
        height=height,
        about=f"Who has it from whom: {size}; the list below says the same",
    )


def _ordered(made: Catalogue, drawn: Sequence[Spring]) -> list[Spring]:
    """Origins by the day of their first article; those that somebody melted stand behind each other."""
    by_day = sorted(drawn, key=lambda one: (min(step.day for step in one.steps), one.to))
    at = {one.to: one for one in by_day}
    out: dict[str, Spring] = {}
    for one in by_day:
        out.setdefault(one.to, one)
        for melt in made.case.melts:
            group = [permalink(id_) for id_ in melt.origins]
            if one.to in group:
                out.update((to, at[to]) for to in group if to in at and to not in out)
    return list(out.values())


def _picked(drawn: Sequence[Spring]) -> list[tuple[Step, ...]]:
    """The articles that are drawn of each origin, those of a ring first."""
    out, left = [], _ALL - len(drawn)
    for one in drawn:
        held = min(len(one.steps), _ROWS, max(1, left + 1))
        left -= held - 1
        out.append(tuple(sorted(one.steps[:held], key=lambda step: step.how != "ring")))
    return out


def _lanes(made: Catalogue, drawn: Sequence[tuple[Spring, tuple[Step, ...]]], days: Columns) -> list[_Lane]:
    """The lanes, one below the other."""
    out: list[_Lane] = []
    top, melts = float(_TOP), _melts(made, [one.to for one, _ in drawn])
    for one, steps in drawn:
        x = _places(steps, days)
        y = dict(zip((step.id for step in steps), _lines(steps, x, top + _HEAD + 11), strict=True))
        lane = _Lane(one, top, steps, x, y, len(one.articles) - len(steps), tuple(melts.get(one.to, ()))[:3])
        out.append(lane)
        top = lane.bottom
    return out


def _lines(steps: Sequence[Step], x: Mapping[str, float], y: float) -> Iterator[float]:
    """How low each article stands: one whose name is above its line leaves room for the name before."""
    for at, step in enumerate(steps):
        y += (_ROW if at else 0) + (5 if _far(step, x) else 0)
        yield y


def _far(step: Step, x: Mapping[str, float]) -> bool:
    """Whether an article stands so far to the right that its name has no room there."""
    return x[step.id] > _MIDDLE and step.how != "ring"


def _melts(made: Catalogue, drawn: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """Who made one source of origins that are drawn, with the statement, by the last of them."""
    last = {to: at for at, to in enumerate(drawn)}
    out: dict[str, list[tuple[str, str]]] = {}
    for melt in made.case.melts:
        held = [last[to] for id_ in melt.origins if (to := permalink(id_)) in last]
        entry = made.entries.get(melt.statement)
        if len(held) > 1 and entry:
            told = out.setdefault(drawn[max(held)], [])
            outlet = entry.page.article.outlet or "an article"
            if outlet not in (name for _, name in told):
                told.append((entry.to, outlet))
    return out


def _places(steps: Sequence[Step], days: Columns) -> dict[str, float]:
    """Where each article of a lane stands; those of a ring below each other."""
    x = {step.id: days.x(step.day, _level(step, steps)) for step in steps}
    around = [step.id for step in steps if step.how == "ring"]
    return x | dict.fromkeys(around, min((x[id_] for id_ in around), default=0.0))


def _level(step: Step, steps: Iterable[Step]) -> int:
    """How many articles of the same day stand above an article."""
    held = {one.id: one for one in steps}
    level, above = 0, held.get(step.above or "")
    while above is not None and above.day == step.day and level < len(held):
        level, above = level + 1, held.get(above.above or "")
    return level


def _scale(days: Columns, height: float) -> Iterator[Markup]:
    """The days along the top, each with a thin line down."""
    marks = [el("text", name, x=_percent(x), y=_SCALE, class_="mid") for x, name in named(days)]
    lines = [
        el("line", x1=_percent(x), x2=_percent(x), y1=_SCALE + 6, y2=height, class_="tick") for x, _ in named(days)
    ]
    yield from (*lines, *marks)


def _percent(x: float) -> str:
    """A place from left to right."""
    return f"{x:.1f}".removesuffix(".0") + "%"


def _head(lane: _Lane, x: int) -> Iterator[Markup]:
    """An origin's name, and below it where there is room what to know of it; a line above all."""
    one, y = lane.spring, lane.top
    name = el("text", _name(one.root), x=x or None, y=y + 15, class_="struck" if one.back else None)
    yield el("a", name, href=f"#{one.to}")
    if len(one.articles) > 1:
        yield el("text", one.size, x=x or None, y=y + 31, class_="w")


def _name(root: str) -> str:
    """An origin's name as long as there is room, the day at its end in short."""
    found = _DAY.search(root)
    tail = f" {found[1]} {found[2][:3]}" if found else ""
    return shortened(root[: found.start()] if found else root, _NAME - len(tail)) + tail


def _brackets(made: Catalogue, lanes: Sequence[_Lane]) -> Iterator[Markup]:
    """A bracket beside the lanes of origins that somebody made one source of."""
    tops = {lane.spring.to: lane.top for lane in lanes}
    for melt in made.case.melts:
        held = sorted(tops[to] for id_ in melt.origins if (to := permalink(id_)) in tops)
        if len(held) > 1:
            yield el("path", d=f"M8 {held[0] + 11:.0f}H2V{held[-1] + 11:.0f}H8", class_="turn")


def _rows(lane: _Lane, days: Columns) -> Iterator[Markup]:
    """A lane's lines, its articles, and what is said below them."""
    yield from _trunk(lane)
    yield from _trees(lane)
    yield from _ring(lane)
    for step in lane.steps:
        yield from _article(step, lane.x[step.id], lane.y[step.id], far=_far(step, lane.x))
    yield from _below(lane, days)


def _trunk(lane: _Lane) -> Iterator[Markup]:
    """The origin's dot, and a line down to the last article that has it from there."""
    own = [lane.y[step.id] for step in lane.steps if step.how != "ring" and step.above not in lane.y]
    one, top = lane.spring, min(lane.y.values())
    if own and own[-1] > top:
        yield _line((_LEFT, top), (_LEFT, own[-1]))
    if own or not one.circular:
        yield el("circle", cx=_percent(_LEFT), cy=top, r=5, class_=None if one.bearing else "dim")
    if one.back:
        yield el("text", "✕", x=_percent(_LEFT), y=top + 6, class_="mid gone")


def _trees(lane: _Lane) -> Iterator[Markup]:
    """The lines to the articles."""
    x, y, around = lane.x, lane.y, lane.around
    lowest: dict[str, float] = {}
    for step in lane.steps:
        if step.how == "ring":
            continue
        above = step.above if step.above in y else None
        kind = "relay" if step.how == "source" and "through" in step.told else step.how
        start = x[above] if above else _LEFT
        if above:
            lowest[above] = y[step.id]
        yield _line((start, y[step.id]), (x[step.id], y[step.id]), "" if kind == "source" else kind)
        if step.turns and not _far(step, x):
            yield el("text", "≠", x=_percent((start + x[step.id]) / 2), y=y[step.id] + 4, class_="mid gone")
    for above, bottom in lowest.items():
        start = y[around[-1]] if above in around else y[above]
        yield _line((x[above], start), (x[above], bottom))


def _line(start: tuple[float, float], end: tuple[float, float], kind: str = "") -> Markup:
    """A line of a kind from place to place."""
    (x1, y1), (x2, y2) = start, end
    return el("line", x1=_percent(x1), y1=y1, x2=_percent(x2), y2=y2, class_=kind or None)


def _ring(lane: _Lane) -> Iterator[Markup]:
    """Arrows round the articles of a circle: down on the left, from each to the next, and back on the right."""
    around = lane.around
    if len(around) < 2:
        return
    tops = [lane.y[id_] - lane.y[around[0]] for id_ in around]
    arcs = "".join(
        f"M-5 {a:.0f}C-15 {a + 3:.0f} -15 {b - 3:.0f} -6 {b:.0f}m-5 0l5 0l-1 -5" for a, b in pairwise(tops)
    )
    end = tops[-1]
    arcs += f"M5 {end:.0f}C17 {end - 3:.0f} 17 3 6 0m5 0l-5 0l1 5"
    yield el("svg", el("path", d=arcs, class_="ring"), x=_percent(lane.x[around[0]]), y=lane.y[around[0]])


def _article(step: Step, x: float, y: float, *, far: bool) -> Iterator[Markup]:
    """An article's mark and name, left of it and above its line where it stands far to the right."""
    where = _percent(x)
    if step.how in ("source", "ring"):
        shape = el("circle", cx=where, cy=y, r=4)
    elif step.how == "reworded":
        shape = el("circle", cx=where, cy=y, r=4, class_="open")
    else:
        shape = el("rect", x=where, y=y, width=8, height=8, class_=step.how)
    when = f", {_day(step)}" if step.unsure or step.how == "ring" else ""
    ring = step.how == "ring"
    left = far or (ring and x > _MIDDLE)
    room = (x if left else 97 - x) - (4 if ring else 0)
    name = shortened(step.name, max(10, int(room * _NARROW) - len(when) - 2 * len(step.turns[:1]))) + when
    to = step.statements[0].to if step.statements else step.article.to
    words = [el("a", name, href=f"#{to}"), *_more(step, int(room * _WIDE) - len(name))]
    aside = 20 if ring else 9
    side: dict[str, object] = {"y": y - 6, "class_": "end", "dx": 4} if far else {"y": y + 4, "dx": aside}
    if ring and left:
        side = {"y": y + 4, "class_": "end", "dx": -aside}
    yield el("text", *words, x=where, **side) + shape


def _more(step: Step, room: int) -> Iterator[Markup]:
    """What else stands behind an article's name: how it has the words, what changed; as far as `room` goes."""
    turn = next(iter(step.turns), None)
    said = f" {shortened(turn.before, 18)} → {shortened(turn.after, 18)}" if turn else ""
    said = said if len(said) + 2 < room else ""
    left = room - len(said) - 2
    told = next((one for one in (step.told, step.told.partition(" through ")[0]) if len(one) < left), "")
    if told and step.how != "ring":
        yield el("tspan", f" {told}", class_="w")
    if turn:
        whole = el("title", f"{turn.before} became {turn.after}")
        yield el("a", whole, " ≠", *([el("tspan", said, class_="w")] if said else []), href=f"#{turn.to}")


def _day(step: Step) -> str:
    """An article's day in the drawing, as a guess where it was inferred."""
    if step.day == date.max.toordinal():
        return "no day"
    when = date.fromordinal(step.day)
    return f"{'about ' if step.unsure else ''}{when.day} {MONTHS[when.month - 1][:3]}"


def _below(lane: _Lane, days: Columns) -> Iterator[Markup]:
    """What was taken back and by whom, how many articles are not drawn, and who melted it with another."""
    one, y = lane.spring, lane.below + 4
    if lane.more:
        yield el("a", el("text", f"and {lane.more} more in the list", x="6%", y=y), href=f"#{one.to}")
        y += _ROW
    if one.back:
        x = days.x(one.back_day)
        yield el("text", "✕", x=_percent(x), y=y + 1, class_="mid gone")
        side: dict[str, object] = {"class_": "end", "dx": -9} if x > _MIDDLE else {"dx": 9}
        by = shortened(one.back.name.split(", ")[0], 26)
        name = el("text", f"taken back by {by}", x=_percent(x), y=y, **side)
        yield el("a", name, href=f"#{one.back.to}")
        y += _ROW
    for to, outlet in lane.melts:
        yield el("a", el("text", f"{shortened(outlet, 24)} makes these one source", x="2%", y=y), href=f"#{to}")
        y += _ROW
