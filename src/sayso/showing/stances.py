"""Stances: statements that cannot both hold."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from sayso.model.stances import Clash
from sayso.showing.catalogue import Catalogue, Link

#: The heading of amounts that differ: the noun, perhaps a number in brackets, and the two numbers.
_AMOUNTS: Final = re.compile(
    r"(?P<noun>[^()]{1,60}?)(?: \([\d.,\s–-]{1,30}\))?: (?P<left>[^:]{1,30}) against (?P<right>[^:]{1,30})"
)


@dataclass(frozen=True, slots=True)
class Side:
    """One statement of a clash: its link (which names its speaker and words) and how strong the clash is."""

    link: Link
    strength: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A statement and all those that cannot hold together with it."""

    left: Link
    rights: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """What statements clash about."""

    about: str
    conflicts: tuple[Conflict, ...]


def matters(made: Catalogue) -> tuple[Matter, ...]:
    """All clashes between statements that are shown, by what they are about; each pair stands once.

    Within a matter the statement that clashes with most others leads, so that few lines say all. What one origin's
    words became on the way is told with that origin.
    """
    told = _on_the_way(made)
    pairs: dict[str, list[tuple[str, str, str]]] = {}
    for clash in made.case.clashes:
        if clash.left in made.entries and clash.right in made.entries and clash not in told:
            pairs.setdefault(clash.about, []).append((clash.left, clash.right, clash.strength))
    return tuple(Matter(matter(about), _conflicts(made, found)) for about, found in sorted(pairs.items()))


def on_the_way(made: Catalogue) -> int:
    """How many clashes are told with the origin whose words were changed."""
    return len(_on_the_way(made))


def _on_the_way(made: Catalogue) -> frozenset[Clash]:
    """The clashes between statements of one origin that a change on the way explains."""
    drifts = {frozenset((drift.left, drift.right)) for drift in made.case.drifts}
    changed = (clash for clash in made.case.clashes if clash.kind == "changed on the way")
    return frozenset(clash for clash in changed if frozenset((clash.left, clash.right)) in drifts)


def matter(about: str) -> str:
    """What a clash is about; of amounts the number that only tells groups apart is left out."""
    found = _AMOUNTS.fullmatch(about)
    if not found:
        return about
    noun, left, right = found["noun"], found["left"], found["right"]
    return f"{left} % against {right} %" if noun == "%" else f"{noun}: {left} against {right}"


def _conflicts(made: Catalogue, pairs: list[tuple[str, str, str]]) -> tuple[Conflict, ...]:
    """The pairs of one matter, each under that of its two statements which clashes with more."""
    size = Counter(id_ for left, right, _ in pairs for id_ in (left, right))
    sides: dict[str, list[tuple[bool, int, Side]]] = {}
    for left, right, strength in sorted(set(pairs)):
        lead, other = sorted((left, right), key=lambda id_: (-size[id_], made.entries[id_].number))
        entry = made.entries[other]
        sides.setdefault(lead, []).append((strength != "strong", entry.number, Side(entry.link, strength)))
    order = sorted(sides, key=lambda id_: (-len(sides[id_]), made.entries[id_].number))
    return tuple(
        Conflict(made.entries[id_].link, tuple(side for *_, side in sorted(sides[id_], key=lambda one: one[:2])))
        for id_ in order
    )
