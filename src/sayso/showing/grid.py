"""The grid of hypotheses against origins: what tells them apart first, what is against each, what hangs on one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from sayso.model.answers import Answers, Cell
from sayso.model.prose import capital
from sayso.showing.catalogue import Catalogue, Link, permalink
from sayso.showing.counts import seen
from sayso.showing.words import SIGNS

#: Sums that are nearer than this would read the same.
_EQUAL = 0.005


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the grid: sign and word; `tone` is a class that only repeats them."""

    sign: str
    word: str
    tone: str


@dataclass(frozen=True, slots=True)
class Line:
    """An origin's line: `tells` says how far it tells the hypotheses apart, `counts` what is left of its word.

    `same` where it says the same of all; `words` is then what it says.
    """

    to: str
    root: str
    mentions: str
    fields: tuple[Field, ...]
    same: bool
    words: str
    diagnosticity: str
    tells: str
    counts: str


@dataclass(frozen=True, slots=True)
class Column:
    """What a hypothesis comes to: its short name, text, what is against it, and its place among all."""

    name: str
    text: str
    against: str
    unweighted: str
    place: str


@dataclass(frozen=True, slots=True)
class Hinge:
    """What becomes of the order without one origin, in words."""

    origin: Link
    words: str


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid as it is printed: `order` and `asides` are sentences, `hinges` what hangs on one origin."""

    lines: tuple[Line, ...]
    columns: tuple[Column, ...]
    order: str
    asides: tuple[str, ...]
    hinges: tuple[Hinge, ...]


def grid(made: Catalogue) -> Grid:
    """The grid of a case; without lines where no origin says anything of a hypothesis."""
    names = {key: f"H{number}" for number, key in enumerate(made.hypotheses, 1)}
    against, plain = dict(made.answers.inconsistency), dict(made.answers.unweighted)
    columns = tuple(
        Column(name, made.hypotheses[key].text, _figure(against, key), _figure(plain, key), _place(against, key))
        for key, name in names.items()
    )
    asides = tuple(filter(None, (_plainly(made.answers, names), _otherwise(made.answers, names))))
    return Grid(_lines(made), columns, _order(against, names), asides, _hinges(made, names))


def _lines(made: Catalogue) -> tuple[Line, ...]:
    """The lines, in the order of diagnosticity; origins that lean nowhere are there, too."""
    rows: dict[str, dict[str, Cell]] = {}
    for cell in made.answers.grid:
        rows.setdefault(cell.origin, {})[cell.hypothesis] = cell
    apart = dict(made.answers.diagnosticity)
    order = sorted(rows, key=list(apart).index) if set(rows) == set(apart) else sorted(rows)
    return tuple(_line(made, origin, rows[origin], apart.get(origin, 0.0)) for origin in order)


def _line(made: Catalogue, id_: str, row: Mapping[str, Cell], apart: float) -> Line:
    origin = made.origins.get(id_)
    said = dict.fromkeys(cell.word for cell in row.values() if cell.word != "says nothing")
    counts = max(cell.weight for cell in row.values())
    return Line(
        to=permalink(id_) if origin else "origins",
        root=capital(made.root(origin)) if origin else id_,
        mentions=seen(len(origin.articles), (origin,)) if origin else "",
        fields=tuple(_field(row.get(hypothesis)) for hypothesis in made.hypotheses),
        same=not apart,
        words=" and ".join(said) or "says nothing",
        diagnosticity=f"{apart:.2f}",
        tells=_tells(apart),
        counts=f"{counts:.2f}" if counts else "nothing",
    )


def _field(cell: Cell | None) -> Field:
    if cell is None:
        return Field("·", "says nothing", "even")
    tone = "for" if cell.sign > 0 else "against" if cell.sign < 0 else "even"
    return Field(SIGNS[cell.sign], cell.word, tone)


def _tells(apart: float) -> str:
    return "well" if apart >= 1 else "somewhat" if apart >= 0.4 else "hardly" if apart > 0 else "not at all"


def _figure(sums: Mapping[str, float], key: str) -> str:
    return f"{sums[key]:.2f}" if key in sums else "–"


def _place(against: Mapping[str, float], key: str) -> str:
    """Whether a hypothesis has the least or the most against it; "" where it is neither or all are level."""
    if key not in against or max(against.values()) - min(against.values()) < _EQUAL:
        return ""
    if against[key] - min(against.values()) < _EQUAL:
        return "the least"
    return "the most" if max(against.values()) - against[key] < _EQUAL else ""


def _order(against: Mapping[str, float], names: Mapping[str, str]) -> str:
    """The ranking as a sentence, the least refuted first; "" where nothing was ranked."""
    if not against:
        return ""
    if not max(against.values()):
        return "No origin speaks against any of them."
    ranked = sorted(against.items(), key=lambda one: round(one[1], 2))
    groups = [[names[key] for key, _ in group] for _, group in groupby(ranked, key=lambda one: round(one[1], 2))]
    if len(groups) == 1:
        return f"{_listed(groups[0])} have equally much against them."
    first, *others = groups
    verb = "has" if len(first) == 1 else "have"
    return f"{_listed(first)} {verb} the least against {'it' if len(first) == 1 else 'them'}; then {_then(others)}."


def _then(groups: Iterable[list[str]]) -> str:
    return ", then ".join(_listed(group) for group in groups)


def _listed(names: list[str]) -> str:
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def _plainly(answers: Answers, names: Mapping[str, str]) -> str:
    """Which hypothesis would lead if every origin counted in full, where that is another one; else ""."""
    least, now = _least(dict(answers.unweighted)), _least(dict(answers.inconsistency))
    if not least or set(least) & set(now):
        return ""
    verb, them = ("has", "it") if len(least) == 1 else ("have", "them")
    listed = _listed([names[key] for key in least])
    return (
        f"Counted without weights, {listed} {verb} the least against {them}: doubts about who speaks, and the same "
        "source heard again, make the difference."
    )


def _otherwise(answers: Answers, names: Mapping[str, str]) -> str:
    """That the answer puts another hypothesis first, and why it may; "" where it does not."""
    least = _least(dict(answers.inconsistency))
    best = max((one.probability for one in answers.answers), default=0.0)
    first = [one.hypothesis for one in answers.answers if best - one.probability < _EQUAL]
    if not least or not first or set(least) & set(first):
        return ""
    return (
        f"The answer puts {_listed([names[key] for key in first])} first all the same: it starts from a base rate, "
        "knows the days gone by, and counts what speaks for each."
    )


def _least(sums: Mapping[str, float]) -> list[str]:
    """The hypotheses with the least against them; none where nothing speaks against any."""
    if not sums or not max(sums.values()):
        return []
    return [key for key, value in sums.items() if value - min(sums.values()) < _EQUAL]


def _hinges(made: Catalogue, names: Mapping[str, str]) -> tuple[Hinge, ...]:
    """What hangs on one origin: each origin once, with all that would change without it."""
    found: dict[str, list[str]] = {}
    for swap in made.answers.swaps:
        pair = f"{names.get(swap.ahead, swap.ahead)} and {names.get(swap.behind, swap.behind)}"
        found.setdefault(swap.origin, []).append(f"{pair} {'are level' if swap.level else 'change places'}")
    hinges = []
    for id_, changes in found.items():
        origin = made.origins.get(id_)
        link = Link(permalink(id_), capital(made.root(origin))) if origin else Link("origins", id_)
        hinges.append(Hinge(link, _listed(changes)))
    return tuple(hinges)
