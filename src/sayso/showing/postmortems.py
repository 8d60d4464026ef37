"""Looking back: what happened, how good the answer was, which origins misled it, and what can be learnt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.model.forecasts import Misled, Outcome, PostMortem
from sayso.model.prose import day
from sayso.showing.catalogue import Catalogue
from sayso.showing.words import hundred, signed

#: So many origins of each side are shown; the rest is counted.
MOST: Final = 6


@dataclass(frozen=True, slots=True)
class Pulled:
    """An origin that misled or led: what it is called, its weight towards what happened, the answer without it."""

    name: str
    weight: str
    without: str


@dataclass(frozen=True, slots=True)
class LookBack:
    """One resolved answer looked at again, in words."""

    text: str
    happened: str
    earlier: tuple[str, ...]
    answer: str
    misled: tuple[Pulled, ...]
    led: tuple[Pulled, ...]
    more: int
    lessons: tuple[str, ...]
    days: tuple[tuple[str, str, str], ...]


def look_backs(made: Catalogue) -> tuple[LookBack, ...]:
    """One for each resolved hypothesis."""
    return tuple(_look_back(made, one) for one in made.answers.postmortems)


def _look_back(made: Catalogue, one: PostMortem) -> LookBack:
    hypothesis = made.hypotheses.get(one.hypothesis)
    mean = f" (on an average day {one.mean:.2f})" if one.mean is not None else ""
    return LookBack(
        hypothesis.text if hypothesis else one.hypothesis,
        happened(one.outcome),
        one.outcome.earlier,
        f"The answer was {hundred(one.probability)} in 100: Brier score {one.brier:.2f}{mean}, "
        f"logarithmic score {one.log:.2f}. Zero is best; always saying 50 in 100 scores 0.25 and 0.69.",
        _pulled(made, one.misled),
        _pulled(made, one.led),
        max(len(one.misled) - MOST, 0) + max(len(one.led) - MOST, 0),
        one.lessons,
        tuple((day(when), hundred(share), f"{score:.2f}") for when, share, score in one.days),
    )


def happened(outcome: Outcome) -> str:
    """What happened, when, known since when and from whom."""
    told = "It happened" if outcome.happened else "It did not happen"
    on = f" on {day(outcome.on)}" if outcome.on else ""
    source = f", from {outcome.source}" if outcome.source else ""
    why = f": {outcome.why.rstrip(' .')}" if outcome.why else ""
    by = f" Recorded by {outcome.by}{why}." if outcome.by else ""
    return f"{told}{on}: known on {day(outcome.known)}{source}.{by}"


def _pulled(made: Catalogue, found: Sequence[Misled]) -> tuple[Pulled, ...]:
    return tuple(
        Pulled(
            made.root(made.origins[one.origin]) if one.origin in made.origins else one.text,
            signed(one.weight),
            hundred(one.without),
        )
        for one in found[:MOST]
    )
