"""The timeline as a drawing: rails one below the other on one day axis, every mark a link to its line in the list.

A rail has a line with its name and its size. Where a mark is pointed at or reached by keyboard that line says what
the mark stands for, so that no script is needed and the words stand near. What lies beyond the axis is counted at
the end of that line and linked. The marks themselves are made in lanes.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from sayso.model.prose import day
from sayso.showing.catalogue import Catalogue
from sayso.showing.dayaxis import LEFT, MARGIN, WIDTH, Axis, axis, ticks
from sayso.showing.lanes import Lane, bars, mark, outlets, statements
from sayso.showing.svg import el, picture
from sayso.showing.times import Moment, Rail

#: Units above the first rail and between two.
_HEAD, _GAP = 62, 34
#: Last days of questions that are drawn.
_CLOSINGS = 6


def drawing(found: Sequence[Rail], made: Catalogue) -> Markup | None:
    """The rails as a drawing; None where no day is known at all."""
    given, inferred = ([one.interval for one in rail.moments] for rail in found[:2])
    other = [one.interval for rail in found[2:] for one in rail.moments]
    stands = _stands(made)
    days = axis(given, inferred, [when for when, _ in stands], other)
    if days is None:
        return None
    lines, top = [], _HEAD
    for rail in found:
        marks, height = _rail(rail, days)
        lines.append(el("g", *marks, transform=f"translate({LEFT} {top})"))
        top += round(height) + _GAP
    bottom = top - _GAP + 6
    title = f"Timeline from {day(date.fromordinal(days.first))} to {day(date.fromordinal(days.last))}"
    about = "Rails from top to bottom: " + "; ".join(f"{rail.name}, {rail.size}" for rail in found) + "."
    parts = (_fade(), _scale(days, bottom), *_lines(stands, days, bottom), *lines)
    size = (LEFT + WIDTH + MARGIN, bottom)
    return picture(*parts, size=size, name="timeline-pic", title=title, about=about, links=True)


def _stands(made: Catalogue) -> list[tuple[date, str]]:
    """The question's own days, each once: the day it is asked as of, and when it closes."""
    closes = sorted({one.closes for one in made.case.hypotheses if one.closes})
    name = "the question closes" if len(closes) == 1 else "a question closes"
    asked = [(made.case.as_of, "as of")] if made.case.as_of else []
    return [*asked, *((when, name) for when in closes[:_CLOSINGS])]


def _fade() -> Markup:
    """How the ends of what was inferred fade."""
    steps = (("pale", 0), (None, 0.3), (None, 0.7), ("pale", 1))
    fade = el("linearGradient", *(el("stop", class_=name, offset=where) for name, where in steps), id="fade")
    tail = (el("stop", class_="nil", offset=0), el("stop", class_="half", offset=1))
    return fade + el("linearGradient", *tail, id="tail")


def _scale(days: Axis, bottom: float) -> Markup:
    """The days along the top, each with a thin line down from where it begins."""
    named = [(round(LEFT + days.begins(when.toordinal())), name) for when, name in ticks(days)]
    lines = "".join(f"M{x} 20V{bottom:.0f}" for x, _ in named)
    return el("path", d=lines, class_="tick") + Markup("").join(
        el("text", name, x=x, y=14, class_="mid") for x, name in named
    )


def _lines(stands: Sequence[tuple[date, str]], days: Axis, bottom: float) -> list[Markup]:
    """The question's own days as lines down all rails, their names under the axis in two rows."""
    out = []
    for row, (when, name) in enumerate(stands):
        at, y = when.toordinal(), 31 + 12 * (row % 2)
        inside = days.first <= at <= days.last
        x = round(LEFT + days.middle(min(max(at, days.first), days.last)))
        kind = "asof" if name == "as of" else "closing"
        if inside:
            out.append(el("path", d=f"M{x} {y - 9}V{bottom:.0f}", class_=kind))
        words = f"{name}{'' if kind == 'asof' else ' on'} {day(when)}{'' if inside else ', beyond this axis'}"
        left = x > LEFT + WIDTH / 2
        out.append(el("text", words, x=x - 4 if left else x + 4, y=y, class_="end tiny" if left else "tiny"))
    return out


def _rail(rail: Rail, days: Axis) -> tuple[list[Markup], float]:
    """A rail, from its first line on: its name and size, what lies beyond the axis, its marks; and its height."""
    near = [one for one in rail.moments if days.holds(one.interval)]
    lane = _lane(rail, near, days)
    size = rail.size if rail.moments else "none"
    if lane.left_out:
        size += f"; {lane.left_out} only in the list"
    head = [el("text", rail.name, x=-10, class_="end head"), el("text", size, class_="about")]
    return [*head, *_beyond(rail, days), *lane.marks], lane.height


def _lane(rail: Rail, near: Sequence[Moment], days: Axis) -> Lane:
    """The marks of a rail."""
    if rail.of == "statement":
        return statements(near, days, fading=rail.name.endswith("inferred"))
    return bars(near, days) if rail.name.endswith("inferred") else outlets(near, days)


def _beyond(rail: Rail, days: Axis) -> list[Markup]:
    """What is not on the axis, counted at the right end of a rail's first line, linked to the first in the list."""
    early: list[Moment] = []
    late: list[Moment] = []
    bare: list[Moment] = []
    for one in rail.moments:
        if not (one.interval.earliest or one.interval.latest):
            bare.append(one)
        elif not days.holds(one.interval):
            last = one.interval.latest
            (early if last and last.toordinal() < days.first else late).append(one)
    out, x = [], WIDTH
    for gone, words in ((late, "{} later ›"), (early, "‹ {} earlier"), (bare, "{} without a day")):
        if gone:
            size = len({link.to for one in gone for link in one.links})
            line = words.format(size)
            said = "; ".join(dict.fromkeys(word for one in gone for word in one.words[:1]))
            shape = el("text", line, x=x, class_="end tiny off")
            out.append(mark(gone[0].to, f"{line.strip('‹› ')}: {said}", x, shape))
            x -= 6 * len(line) + 6
    return out
