"""What a network's numbers find in annotated articles, and how much of it is right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from evals.attributions import Gold, verdicts
from evals.rates import count, details, rates, summed
from sayso.brain.decoding import Found, Tables, readings
from sayso.brain.onnx import Numbers
from training.data import Text


def found_in(text: Text, numbers: Sequence[Numbers], tables: Tables) -> list[Found]:
    """What the network finds in an article, given its numbers for each window; before anything is left out."""
    return [each for one in readings(text.windows, numbers, tables) for each in one.found if each.content]


def as_gold(found: Iterable[Found]) -> list[Gold]:
    """Findings in the form that is compared with annotations."""
    return [Gold((one.source,) if one.source else (), (one.cue,), one.content) for one in found]


def figures(some: Sequence[Text], found: Iterable[Sequence[Found]]) -> dict[str, float]:
    """Figures of what is found in articles, in percent."""
    totals = summed(
        count(text.text, verdicts(text.text, text.copies, as_gold(its)))
        for text, its in zip(some, found, strict=True)
    )
    return {name: round(value, 2) for name, value in {**rates(totals), **details(totals)}.items()}
