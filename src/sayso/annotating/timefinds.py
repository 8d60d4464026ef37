"""Where the rules of time apply: of all that they propose, the longest at each place, in text order.

A rule can only match where a word of its core stands ("a month" for dates, "a unit" for durations). Most words of a
text are of no class that a rule knows; what lies between two such words and holds a core is a stretch, and only the
rules of its cores are tried on it. What they match in a short stretch is kept for the next one like it. That makes
the search a few times faster and changes nothing in what is found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sayso.annotating.timegroups import Found
from sayso.annotating.timerules import RULES, Rule
from sayso.annotating.timewords import Row
from sayso.model.timeforms import Form


@dataclass(frozen=True, slots=True)
class Find:
    """A form at its place in the row, the words [first, last), and the rule that gave it."""

    first: int
    last: int
    rule: Rule
    form: Form


def finds(line: Row) -> list[Find]:
    """The winning proposals of all rules in text order: the longest first, then the earlier rule.

    A proposal that its builder refuses leaves its place to the next one.
    """
    proposals = [(line.starts[f.first] - line.end(f.last - 1), rank, f.first, f) for rank, f in _proposals(line)]
    proposals.sort(key=lambda proposal: proposal[:3])
    taken = bytearray(len(line.letters))
    kept = []
    for _, rank, first, found in proposals:
        if any(taken[first : found.last]):
            continue
        form = RULES[rank].build(found)
        if form is None:
            continue
        taken[first : found.last] = b"\x01" * (found.last - first)
        if not _named(line, first, found.last, form):
            kept.append(Find(first, found.last, RULES[rank], form))
    kept.sort(key=lambda find: find.first)
    return kept


def _ranks_by_core() -> dict[str, tuple[int, ...]]:
    ranks: dict[str, list[int]] = defaultdict(list)
    for rank, rule in enumerate(RULES):
        for letter in rule.core:
            ranks[letter].append(rank)
    return {letter: tuple(found) for letter, found in ranks.items()}


_RANKS: Final = _ranks_by_core()
_KNOWN: Final = "".join(sorted({letter for rule in RULES for letter in rule.pattern.pattern if letter > "㐀"}))
_CORES: Final = "".join(sorted(_RANKS))
_REST: Final = "".join(letter for letter in _KNOWN if letter not in _RANKS)
_STRETCH: Final = re.compile(f"(?<![{_KNOWN}])[{_REST}]*+[{_CORES}][{_KNOWN}]*")


def _proposals(line: Row) -> Iterator[tuple[int, Found]]:
    """Every match of every rule, with the rule's place in the table."""
    for stretch in _STRETCH.finditer(line.letters):
        piece = stretch[0]
        for rank, match in _known_matches(piece) if len(piece) <= _SHORT else _matches(piece):
            yield rank, Found(line, match, stretch.start())


#: Stretches of so many words come again ("last week", "the first two months"), so what matches in them is kept.
_SHORT: Final = 12


def _matches(piece: str) -> tuple[tuple[int, re.Match[str]], ...]:
    """What the rules match in a stretch: no rule sees over the unknown words around it."""
    ranks = {rank for letter in set(piece) & _RANKS.keys() for rank in _RANKS[letter]}
    return tuple((rank, match) for rank in ranks for match in RULES[rank].pattern.finditer(piece))


_known_matches: Final = lru_cache(maxsize=1 << 12)(_matches)


def _named(line: Row, first: int, last: int, form: Form) -> bool:
    """Whether a time counted from the day of writing is a name: "the Daily Today", "on This Week"."""
    if form.kind != "shift":
        return False
    words_of = [line.word(index) for index in range(first, last)]
    if not all(word[:1].isupper() for word in words_of):
        return False
    if len(words_of) > 1:
        return True
    before = line.word(first - 1) if first else ""
    return before[:1].isupper() and line.text[line.end(first - 1) : line.starts[first]] == " "
