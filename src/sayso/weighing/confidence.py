"""How good the ground of an answer is, apart from what the answer is: low, moderate or high, with the reasons.

Intelligence Community Directive 203 keeps likelihood (of the event) and confidence (in the ground) apart. What
raises or lowers confidence is what the directive and the Admiralty scale name: how many independent origins there
are, whether they have names, whether they speak at first hand, whether they agree, how old their words are, and how
far they are parties to the matter. Each gives a point or takes one; the count of independent origins is a ceiling
of its own: one alone is low whatever else holds, and high takes four.

Where there is too little there is no answer at all. Then confidence is None and `lacking` says why: "cannot say" is
said instead of a likelihood, for the prior with next to nothing on top of it is no finding.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.model.answers import Confidence
from sayso.model.origins import independent
from sayso.weighing import weights
from sayso.weighing.pool import Pull

#: Kinds of holders that nobody can hold to their word.
NAMELESS: Final = frozenset({"anonymous", "group", "unknown"})
_HIGH, _LOW = 4, 0


@dataclass(frozen=True, slots=True)
class Ground:
    """How good the ground is and why; `lacking` says what there is too little of, "" where it is enough."""

    confidence: Confidence | None = None
    why: tuple[str, ...] = ()
    lacking: str = ""


def ground_of(pulls: Sequence[Pull], bounds: tuple[float, float], day: date | None) -> Ground:
    """The ground of an answer from its weighed `pulls`, its range as probabilities, and its day."""
    standing = [pull for pull in pulls if pull.weight]
    if lacking := _lacking(pulls, standing, bounds):
        return Ground(lacking=lacking)
    count = independent(pull.origin for pull in standing)
    marks = [_count(count), *_shares(standing, day)]
    total = sum(mark for mark, _ in marks)
    why = tuple(words for _, words in marks if words)
    if count < weights.FEW or total <= _LOW:
        return Ground("low", why)
    return Ground("high" if total >= _HIGH and count >= weights.MANY else "moderate", why)


def _lacking(pulls: Sequence[Pull], standing: Sequence[Pull], bounds: tuple[float, float]) -> str:
    """What there is too little of for an answer, "" where there is enough."""
    if not pulls:
        return "nothing in the case bears on it"
    if not standing:
        return "what bears on it leaves it open or counts nothing"
    if math.fsum(abs(pull.weight) for pull in standing) < weights.LEAST:
        return "what takes a side on it weighs next to nothing"
    sides = [sum(p.confirms and p.weight * sign > 0 for p in standing) for sign in (1, -1)]
    if all(pull.lead.holder.kind in NAMELESS for pull in standing) and max(sides) < weights.FEW:
        return "only voices without a name take a side, and nothing confirms them"
    if bounds[1] - bounds[0] >= weights.ALL:
        return "the range covers nearly everything"
    return ""


def _count(count: int) -> tuple[int, str]:
    if count < weights.FEW:
        return -1, "One independent origin takes a side, and no second."
    return int(count >= weights.MANY), f"{count} independent origins take a side."


def _shares(standing: Sequence[Pull], day: date | None) -> list[tuple[int, str]]:
    """A point and a sentence for each thing that makes the ground better or worse, by shares of the weight."""
    whole = math.fsum(abs(pull.weight) for pull in standing)

    def share(holds: Callable[[Pull], bool]) -> float:
        return math.fsum(abs(pull.weight) for pull in standing if holds(pull)) / whole

    named = share(lambda pull: pull.lead.holder.kind not in NAMELESS)
    first = share(_first_hand)
    agree = abs(math.fsum(pull.weight for pull in standing)) / whole
    old = share(lambda pull: bool(day and pull.held and (day - pull.held).days > weights.HALF_LIFE))
    party = share(lambda pull: pull.lead.party is not None)
    return [
        _mark(named, ("Most of the weight lies with voices without a name.", "Nearly all of it has a name.")),
        _mark(first, ("Most of it is relayed by others.", "Nearly all of it was told at first hand.")),
        _mark(agree, ("The origins contradict each other.", "The origins agree.")),
        _mark(1.0 - old, ("Most of it is more than six weeks old.", "")),
        _mark(1.0 - party, ("Most of it comes from parties to the matter.", "")),
    ]


def _mark(share: float, words: tuple[str, str]) -> tuple[int, str]:
    """-1 under two fifths, 1 from three quarters on where that is worth saying, with the words for it."""
    worse, better = words
    if share < weights.POORLY:
        return -1, worse
    return (1, better) if share >= weights.WELL and better else (0, "")


def _first_hand(pull: Pull) -> bool:
    chain = pull.lead.statement.chain
    return len(chain) < 2 and not any(hop.via for hop in chain)
