"""How well probabilities and outcomes agree: a reliability diagram with its counts, and the same in words.

A dot is a class of forecasts: how likely they called it, from left to right, and how often it came, upwards. On
the diagonal both agree. Bars are bounds of 80 %. With few forecasts nothing is drawn: chance would be all there is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from sayso.model.forecasts import Bin
from sayso.showing.svg import el, picture
from sayso.showing.words import count, hundred

#: Least number of resolved forecasts for a drawing: four a class, if they fall evenly.
ENOUGH: Final = 20

#: HTML lets plain values stand without quotation marks; a file of its own is XML, which does not.
_TAG: Final = re.compile(r"<[^<>]{1,4000}>")
_UNQUOTED: Final = re.compile(r"=([\w#%.:+-]{1,80})(?=[\s/>])")

_LEFT, _TOP, _SIDE = 54.0, 14.0, 220.0
_SIZE = (326.0, 300.0)


def drawing(bins: Sequence[Bin], name: str = "calibration") -> Markup | None:
    """The diagram of `bins`; None where they hold fewer than ENOUGH forecasts. `name` is unique in the page."""
    if sum(one.n for one in bins) < ENOUGH:
        return None
    return picture(
        *_frame(),
        *(part for one in bins for part in _dot(one)),
        size=_SIZE,
        name=name,
        title=f"How often it came, by how likely it was called: {count(sum(one.n for one in bins), 'forecast')}",
        about=" ".join(in_words(bins)),
    )


def in_words(bins: Sequence[Bin]) -> tuple[str, ...]:
    """A sentence for each class: how likely it was called, how often it came, and in how many forecasts."""
    return tuple(
        f"Called {hundred(one.low)} to {hundred(one.high)} in 100, on average {hundred(one.mean)}: "
        f"it came in {round(one.share * one.n)} of {one.n} "
        f"({hundred(one.bounds[0])} to {hundred(one.bounds[1])} in 100)."
        for one in bins
    )


def too_few(bins: Sequence[Bin]) -> str:
    """Why nothing is drawn; empty where something is."""
    held = sum(one.n for one in bins)
    return (
        "" if held >= ENOUGH else f"No calibration is drawn: {count(held, 'resolved forecast')}; it takes {ENOUGH}."
    )


def file_text(drawn: Markup | None) -> str | None:
    """The diagram as a file of its own, with its colours for light, dark and paper; None where there is none."""
    if drawn is None:
        return None
    style = (
        "svg{background:#fff;font:12px system-ui,sans-serif}text{fill:#1e1e1c}.end{text-anchor:end}"
        ".mid{text-anchor:middle}.tiny{font-size:9px}.axis{stroke:#bbb;fill:none}.point{stroke:#1e1e1c;fill:none}"
        "circle{fill:#1b4f8a}@media (prefers-color-scheme:dark){svg{background:#16171a}text{fill:#e8e5de}"
        ".axis{stroke:#3a3b40}.point{stroke:#e8e5de}circle{fill:#9cc3f5}}"
        "@media print{svg{background:#fff}text{fill:#000}.point{stroke:#000}circle{fill:#000}}"
    )
    head, _, rest = _TAG.sub(lambda tag: _UNQUOTED.sub(r'="\1"', tag.group()), str(drawn)).partition(">")
    return f'{head} xmlns="http://www.w3.org/2000/svg"><style>{style}</style>{rest}\n'


def _frame() -> tuple[Markup, ...]:
    """Axes with their figures, what they say, and the diagonal."""
    grid = []
    for tick in (0, 25, 50, 75, 100):
        x, y = _x(tick / 100), _y(tick / 100)
        grid.append(el("path", d=f"M{x:.1f} {_TOP}V{_TOP + _SIDE}M{_LEFT} {y:.1f}H{_LEFT + _SIDE}", class_="axis"))
        grid.append(el("text", str(tick), x=x, y=_TOP + _SIDE + 15, class_="mid"))
        grid.append(el("text", str(tick), x=_LEFT - 6, y=y + 4, class_="end"))
    diagonal = el(
        "path", d=f"M{_LEFT} {_TOP + _SIDE}L{_LEFT + _SIDE} {_TOP}", class_="axis", stroke_dasharray="4 4"
    )
    below = el("text", "called, in 100", x=_LEFT + _SIDE / 2, y=_TOP + _SIDE + 32, class_="mid")
    turned = f"rotate(-90 14 {_TOP + _SIDE / 2})"
    beside = el("text", "came, in 100", x=14, y=_TOP + _SIDE / 2, class_="mid", transform=turned)
    return (*grid, diagonal, below, beside)


def _dot(one: Bin) -> tuple[Markup, ...]:
    """A class: its bar of bounds, its dot, and its number on the upper edge."""
    x = _x(one.mean)
    return (
        el("path", d=f"M{x:.1f} {_y(one.bounds[0]):.1f}V{_y(one.bounds[1]):.1f}", class_="point"),
        el("circle", cx=x, cy=_y(one.share), r=4),
        el("text", f"n {one.n}", x=x, y=_TOP + _SIDE + 46, class_="mid tiny"),
    )


def _x(share: float) -> float:
    return _LEFT + share * _SIDE


def _y(share: float) -> float:
    return _TOP + (1.0 - share) * _SIDE
