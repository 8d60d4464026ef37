"""Stances: the grid of hypotheses against origins, and statements that cannot both hold."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.showing.catalogue import Catalogue, Link
from sayso.showing.words import SIGNS, count


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the grid: sign and word; `tone` is a class that only repeats them."""

    sign: str
    word: str
    tone: str


@dataclass(frozen=True, slots=True)
class Line:
    """An origin's line in the grid; `tells` says how far it tells the hypotheses apart."""

    to: str
    root: str
    mentions: str
    fields: tuple[Field, ...]
    diagnosticity: str
    tells: str
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements that cannot both hold, side by side."""

    left: Link
    right: Link
    left_words: str
    right_words: str
    about: str
    strength: str


def grid(made: Catalogue) -> tuple[Line, ...]:
    """The grid's lines, what tells the hypotheses apart best first; origins that say nothing are left out."""
    cells = {(cell.origin, cell.hypothesis): cell for cell in made.answers.grid}
    speaking = {cell.origin for cell in made.answers.grid if cell.sign or cell.word not in {"", "unrelated"}}
    tells = dict(made.answers.diagnosticity)
    lines = []
    order = [origin.id for origin in made.case.origins] + sorted(speaking - set(made.origins))
    for id_ in sorted(filter(speaking.__contains__, order), key=lambda one: -tells.get(one, 0.0)):
        origin = made.origins.get(id_)
        fields = tuple(
            Field(
                SIGNS[cell.sign], cell.word, {-1: "against", 0: "even", 1: "for"}[(cell.sign > 0) - (cell.sign < 0)]
            )
            if (cell := cells.get((id_, hypothesis)))
            else Field("·", "says nothing", "even")
            for hypothesis in made.hypotheses
        )
        worth = tells.get(id_, 0.0)
        lines.append(
            Line(
                to=id_ if origin else "origins",
                root=origin.root if origin else id_,
                mentions=count(len(origin.articles), "article") if origin else "",
                fields=fields,
                diagnosticity=f"{worth:.2f}",
                tells="well"
                if worth >= 1
                else "somewhat"
                if worth >= 0.4
                else "hardly"
                if worth > 0
                else "not at all",
                places=_bearing(made, origin.statements if origin else ()),
            )
        )
    return tuple(lines)


def _bearing(made: Catalogue, statements: tuple[str, ...]) -> tuple[Link, ...]:
    """Links to those statements that say something of a hypothesis."""
    bearing = (id_ for id_ in statements if any(one.lean != "unrelated" for one in made.stances.get(id_, ())))
    return made.statements(bearing)


def conflicts(made: Catalogue) -> tuple[Conflict, ...]:
    """All clashes of the case between statements that are shown, strong ones first."""
    out = []
    for clash in sorted(made.case.clashes, key=lambda one: (one.strength != "strong", one.left, one.right)):
        left, right = made.entries.get(clash.left), made.entries.get(clash.right)
        if left and right:
            mine, theirs = (entry.statement.words(entry.page.article.text) for entry in (left, right))
            out.append(Conflict(left.link, right.link, mine, theirs, clash.about, clash.strength))
    return tuple(out)
