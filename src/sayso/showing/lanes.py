"""The marks of one rail: ticks by outlet, columns by day, bars for stretches, posts with arrows for open ends.

Statements of single days stand as columns on a base line: those for it solid at the bottom, those that take no side
thin above them, those against it below the line, so that sides are told by place and shape, not by colour alone.
Longer stretches are bars. What is open at one end is a post at the day that is known and an arrow along the open
side. Days that lie closer than a column is wide share one. A figure counts where a mark stands for several.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sayso.model.prose import shortened
from sayso.model.times import Interval
from sayso.showing.dayaxis import WIDTH, Axis
from sayso.showing.daywords import within
from sayso.showing.svg import el
from sayso.showing.times import Moment
from sayso.showing.words import count

#: Units: least distance of two columns, height of a line of bars, greatest height of a column, length of an arrow.
SLOT, LINE, TALL, ARROW = 7, 13, 32, 24
#: Units between the tails of columns, and lines of them.
TAIL, TAILS = 5, 8
#: Outlets with a line of their own on a rail; bars with a line and a name of their own; lines of bars without.
ROWS, NAMED, LANES = 8, 12, 12
#: Stretches that have their words beside them, code points of these, and about how wide one is.
WORDED, WORD, WIDE = 24, 22, 5.2
#: Code points of what a mark says, as many as fit on the axis, and about how wide one is.
TIP, LETTER = 100, 6.6


@dataclass(frozen=True, slots=True)
class Lane:
    """What is drawn of a rail below its first line: its marks, its height, and how many moments found no room."""

    marks: tuple[Markup, ...] = ()
    height: float = 0.0
    left_out: int = 0


def mark(to: str, says: str, x: float, *shapes: Markup) -> Markup:
    """Shapes at `x` that lead to a line of the list, and the words that tell what they stand for.

    The words are seen while the shapes are pointed at or reached. They begin where the shapes stand, as far as they
    fit, so that whoever zooms in sees both.
    """
    words = shortened(says, TIP)
    return el("a", *shapes, el("text", words, x=max(0, round(min(x, WIDTH - LETTER * len(words))))), href=f"#{to}")


def outlets(moments: Sequence[Moment], days: Axis) -> Lane:
    """A line for each of the outlets with most articles, one for all others, with a tick for each day."""
    sizes: dict[str, int] = {}
    for one in moments:
        sizes[one.row] = sizes.get(one.row, 0) + 1
    largest = sorted(sizes, key=lambda row: -sizes[row])[: ROWS if len(sizes) <= ROWS else ROWS - 1]
    chosen = [row for row in sizes if row in largest]
    rest = len(sizes) - len(chosen)
    named = [(row, [one for one in moments if one.row == row]) for row in chosen]
    if rest:
        left = [one for one in moments if one.row not in largest]
        named.append((count(rest, "other outlet"), left))
    out: list[Markup] = []
    for line, (row, own) in enumerate(named):
        y = 15 + LINE * line
        out.append(el("text", row, x=-10, y=y + 3, class_="end tiny"))
        slots = _slots(own, days)
        for at, (x, group) in enumerate(slots):
            shape = el("path", d=f"M{x} {y - 4}v9")
            free = at + 1 == len(slots) or slots[at + 1][0] > x + 13
            figure = _figure(len(group), x + 6, y + 3) if free else []
            out.append(mark(group[0].to, _says(group, row), x, shape, *figure))
    return Lane(tuple(out), 10 + LINE * len(named))


def bars(moments: Sequence[Moment], days: Axis) -> Lane:
    """Articles without a date: a bar with fading ends each, named while they are few."""
    if len(moments) > NAMED:
        return _packed(moments, days, 8, fading=True)
    out: list[Markup] = []
    for line, one in enumerate(moments):
        y = 15 + LINE * line
        out.append(el("text", one.row, x=-10, y=y + 3, class_="end tiny"))
        out.append(mark(one.to, _says([one]), _extent(one.interval, days)[0], *_bar(one, days, y, fading=True)))
    return Lane(tuple(out), 10 + LINE * len(moments))


def statements(moments: Sequence[Moment], days: Axis, *, fading: bool = False) -> Lane:
    """Single days as columns on a base line, stretches as bars below them.

    Where they were inferred (`fading`) from a dated article they are columns too, on the last day, with a tail.
    """
    single = [one for one in moments if not _reaches(one) or (fading and one.interval.latest and not one.loose)]
    taken = {one.to for one in single}
    longer = [one for one in moments if one.to not in taken]
    slots = _slots(single, days)
    ups = max((_tally(group)[0] + _tally(group)[1] for _, group in slots), default=0)
    downs = max((_tally(group)[2] for _, group in slots), default=0)
    unit = min(5.0, TALL / max(1, ups, downs))
    base = round(16 + unit * ups)
    lower = base + round(unit * downs) + 4 if slots else 8
    out: list[Markup] = [el("path", d=f"M0 {base}H{WIDTH}", class_="axis")] if slots else []
    free = -100
    for at, (x, group) in enumerate(slots):
        total = sum(_tally(group))
        figure = _figure(total, x, base - round(unit * sum(_tally(group)[:2])) - 3, "mid") if x - free > 11 else []
        free = x if figure else free
        tails = _tails(group, x, lower + TAIL * (at % TAILS), days)
        out.append(mark(group[0].to, _says(group), x, *tails, *_column(x, base, unit, _tally(group)), *figure))
    lower += TAIL * min(TAILS, len(slots)) + 4 if any(_reaches(one) for one in single) else 0
    lane = _packed(longer, days, lower, fading=fading)
    return Lane((*out, *lane.marks), lane.height, lane.left_out)


def _slots(moments: Sequence[Moment], days: Axis) -> list[tuple[int, list[Moment]]]:
    """Moments by where they stand, those that stand too close together as one, from left to right."""
    groups: dict[int, list[Moment]] = {}
    wide = max(SLOT, days.cell)
    for one in moments:
        if one.interval.latest:
            groups.setdefault(int(days.middle(one.interval.latest.toordinal()) / wide), []).append(one)
    return [(round((at + 0.5) * wide), groups[at]) for at in sorted(groups)]


def _tally(group: Iterable[Moment]) -> tuple[int, int, int]:
    """How many statements speak for it, take no side, speak against it."""
    kept = tuple(group)
    return (
        sum(one.tally("for it") for one in kept),
        sum(one.tally("") for one in kept),
        sum(one.tally("against it") for one in kept),
    )


def _column(x: int, base: int, unit: float, tally: tuple[int, int, int]) -> list[Markup]:
    """A column: for it from the base line up, no side above that, against it from the base line down."""
    sure, none, against = (round(unit * size) for size in tally)
    out = [el("path", d=f"M{x} {base}v-{sure}", class_="pro")] if sure else []
    out += [el("path", d=f"M{x} {base - sure}v-{none}", class_="none")] if none else []
    return out + ([el("path", d=f"M{x} {base + 1}v{against}", class_="con")] if against else [])


def _reaches(one: Moment) -> bool:
    """Whether a moment may lie on several days."""
    return one.interval.earliest != one.interval.latest


def _tails(group: Sequence[Moment], x: int, y: float, days: Axis) -> list[Markup]:
    """How far back the moments of a column may lie, one over the other."""
    lefts = sorted({_extent(one.interval, days)[0] for one in group if _reaches(one)})
    return [el("rect", x=left, y=y, width=x - left, height=4, fill="url(#tail)") for left in lefts if left < x]


def _figure(size: int, x: float, y: float, side: str = "") -> list[Markup]:
    """How many a mark stands for, where it is more than one."""
    return [el("text", str(size), x=x, y=y, class_=f"{side} tiny".strip())] if size > 1 else []


def _says(group: Sequence[Moment], row: str = "") -> str:
    """What a mark says: its days, how much stands there and on which side, in which words."""
    first, last = group[0].interval, group[-1].interval
    when = group[0].when if len(group) == 1 else within(first.hull(last))
    kept = tuple(dict.fromkeys(word for one in group for word in one.words))
    if group[0].row:
        words = "; ".join(kept)
        why = "".join(f" ({line})" for line in group[0].why[:1])
        return f"{when}, {row or group[0].row}: {words}{why}"
    pro, none, con = _tally(group)
    words = " ".join(kept)
    sides = ", ".join(f"{size} {name}" for size, name in ((pro, "for it"), (con, "against it")) if size)
    return f"{when}: {count(pro + none + con, 'statement')}{f' ({sides})' if sides else ''} {words}"


def _bar(one: Moment, days: Axis, y: float, *, fading: bool) -> list[Markup]:
    """A stretch as a bar, a post with an arrow where one end is open."""
    left, right = _extent(one.interval, days)
    first, last = one.interval.earliest, one.interval.latest
    if first and last:
        if fading:
            return [el("rect", x=left, y=y - 4, width=max(5, right - left), height=8, fill="url(#fade)")]
        return [el("path", d=f"M{left} {y}h{max(5, right - left)}")]
    at, way = (right, -1) if last else (left, 1)
    tip = at + way * ARROW
    return [el("path", d=f"M{at} {y - 5}v10m0-5H{tip}m{-4 * way}-4l{4 * way} 4l{-4 * way} 4", class_="arrow")]


def _extent(interval: Interval, days: Axis) -> tuple[int, int]:
    """Where a stretch begins and ends; the open side of a post is as long as its arrow."""
    first, last = interval.earliest, interval.latest
    left = round(days.begins(first.toordinal())) if first else 0
    right = round(days.ends(last.toordinal())) if last else WIDTH
    return (left if first else right - ARROW), (right if last else left + ARROW)


def _packed(moments: Sequence[Moment], days: Axis, top: float, *, fading: bool) -> Lane:
    """Bars in as few lines as they need, from the left; what finds no line is left to the list."""
    ends: list[float] = []
    out: list[Markup] = []
    missing = 0
    for one in sorted(moments, key=lambda moment: _extent(moment.interval, days)):
        left, right = _extent(one.interval, days)
        words = _beside(one, WIDTH - max(right, left + 5), worded=len(moments) <= WORDED)
        line = next((at for at, end in enumerate(ends) if end < left - 4), len(ends))
        if line >= LANES:
            missing += 1
            continue
        y = round(top + 7 + LINE * line)
        ends[line : line + 1] = [max(right, left + 5) + WIDE * len(words) + 6]
        label = [el("text", words, x=max(right, left + 5) + 4, y=y + 3, class_="tiny")] if words else []
        bar = _bar(one, days, y, fading=fading or one.loose)
        out.append(mark(one.to, _says([one]), left, *bar, *label))
    return Lane(tuple(out), top + LINE * len(ends), missing)


def _beside(one: Moment, room: float, *, worded: bool) -> str:
    """What stands beside a bar: its words where there is room for them, their number where there are several."""
    size = sum(_tally([one]))
    figure = str(size) if size > 1 else ""
    words = shortened(one.words[0].strip("“”"), WORD) if worded and one.words else ""
    full = f"{words} ({figure})" if words and figure else words or figure
    return full if WIDE * len(full) <= room + 36 else figure
