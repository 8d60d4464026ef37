"""How the question was read, shown for correction, and what looks like its event and is not it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.prose import day
from sayso.model.stances import Hypothesis
from sayso.showing.catalogue import Catalogue, Link

#: Places shown of one near miss.
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """A hypothesis as it was read: its name in the dossier and rows of (what is told, the words, "" for none)."""

    name: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A near miss: the hypothesis' name, what it is in the text's words, why it is not the event, its places."""

    name: str
    what: str
    why: str
    places: tuple[Link, ...]


def readings(made: Catalogue) -> tuple[Reading, ...]:
    """The hypotheses that somebody asked for, not the negations beside them, as they were read."""
    names = _names(made)
    asked = [one for place, one in enumerate(made.hypotheses.values()) if place == 0 or not _beside(one, made)]
    return tuple(Reading(names[one.id], rows(one)) for one in asked)


def rows(one: Hypothesis) -> tuple[tuple[str, str], ...]:
    """Who, what, from when, by when and who settles it; what the words do not say is said to be so."""
    known = (
        ("Who", one.subject or "not told apart"),
        ("What", one.event or one.text),
        ("From", day(one.opens) if one.opens else ""),
        ("By", day(one.closes) if one.closes else "no last day: give one with --closes"),
        ("Settled by", one.resolver or "nobody named: say who with --resolver"),
    )
    return tuple(row for row in known if row[1])


def nearly(made: Catalogue) -> tuple[Near, ...]:
    """The near misses in the order of the case, each with links to its statements."""
    names = _names(made)
    asked = len({one.hypothesis for one in made.case.near}) > 1
    return tuple(
        Near(
            names.get(one.hypothesis, "") if asked else "",
            one.what,
            one.why,
            made.statements(one.statements)[:SHOWN] or made.places(one.refs)[:SHOWN],
        )
        for one in made.case.near
    )


def read_as(hypotheses: Sequence[Hypothesis]) -> str:
    """How the question was read, in a line for the terminal."""
    first = hypotheses[0]
    parts = [f"who: {first.subject}; what: {first.event}"] if first.subject and first.event else []
    parts.append(f"by {day(first.closes)}" if first.closes else "no last day (--closes)")
    if first.opens:
        parts.insert(-1, f"from {day(first.opens)}")
    parts.append(f"settled by {first.resolver}" if first.resolver else "nobody named to settle it (--resolver)")
    return f"Read as: {'; '.join(parts)}."


def _beside(one: Hypothesis, made: Catalogue) -> bool:
    """Whether a hypothesis is the opposite that always stands beside the asked one."""
    first = next(iter(made.hypotheses.values()))
    return one.negates == first.id or first.negates == one.id


def _names(made: Catalogue) -> dict[str, str]:
    return {one: f"H{number}" for number, one in enumerate(made.hypotheses, 1)}
