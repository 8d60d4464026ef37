"""Figures, days and leans in the words of the dossier: one place, so that a thing is always called the same."""

from __future__ import annotations

import math
from typing import Final

from sayso.model.article import BlockKind
from sayso.model.stances import Lean
from sayso.model.statements import Commitment, Force

LEANS: Final[dict[Lean, tuple[str, str]]] = {
    "support": ("+", "for"),
    "deny": ("−", "against"),
    "open": ("?", "leaves open"),
    "unrelated": ("·", "says nothing on"),
}

#: The grid's signs. A sign is never shown without its word.
SIGNS: Final[dict[int, str]] = {2: "+ +", 1: "+", 0: "·", -1: "−", -2: "− −"}

FORCES: Final[dict[Force, str]] = {
    "assert": "states it",
    "deny": "denies it",
    "decline-to-rule-out": "does not rule it out",
    "question": "asks",
    "order": "orders it",
    "predict": "predicts it",
    "plan": "plans it",
    "believe": "believes it",
}

#: What a reply that sounds like a denial says in truth. None of these may be read as a denial.
NON_DENIALS: Final[dict[str | None, str]] = {
    "denial of discussion": "says only that it is not being discussed",
    "denial of knowledge": "says only that nothing is known of it",
    "not ruled out": "does not rule it out",
    "dismissal of rumours": "dismisses talk of it, not the thing itself",
    "denial for now": "speaks of the present only",
    "denial in place": "speaks of one place only",
    "no comment": "gives no answer",
    "denial of plans": "says only that there is no plan for it",
}

BLOCKS: Final[dict[BlockKind, str]] = {
    "title": "title",
    "teaser": "teaser",
    "heading": "heading",
    "paragraph": "",
    "caption": "caption",
    "furniture": "page furniture, kept out",
}


def hundred(probability: float) -> str:
    """A probability as a whole number of cases in 100; what is not quite 0 or 1 is not called so."""
    share = round(probability * 100)
    if probability in {0, 1}:
        return str(share)
    return "under 1" if share < 1 else "over 99" if share > 99 else str(share)


def likelihood(low: float, high: float) -> str:
    """A range of probabilities: "18 to 47 in 100"."""
    left, right = hundred(low), hundred(high)
    return f"{left} in 100" if left == right else f"{left} to {right} in 100"


def signed(weight: float) -> str:
    """A weight in log-odds with its sign, two decimals."""
    return f"{'−' if weight < 0 else '+'}{abs(weight):.2f}"


def odds(weight: float) -> str:
    """What a weight does to the odds: "odds × 1.5"."""
    factor = math.exp(max(-20.0, min(20.0, weight)))
    return f"odds × {factor:.2g}" if factor < 100 else f"odds × {factor:.0f}"


def push(weight: float) -> str:
    """How far a weight moves the answer, in words.

    The steps are odds factors of about 1.1, 1.5 and 3 (log-odds 0.1, 0.4, 1.1): reading aids, not a scale that
    the weighing uses.
    """
    size = abs(weight)
    if size < 0.1:
        return "hardly moves it"
    way = "raises" if weight > 0 else "lowers"
    return f"{way} it {'a little' if size < 0.4 else 'clearly' if size < 1.1 else 'strongly'}"


def strength(value: float) -> str:
    """A stance's strength in a word: "weakly" under 0.35, "strongly" from 0.75 on, else nothing."""
    return "weakly" if value < 0.35 else "strongly" if value >= 0.75 else ""


def reply(commitment: Commitment) -> str | None:
    """The name of a denial or of a reply that only sounds like one; None where the statement is neither."""
    if commitment.non_denial:
        return f"non-denial: {NON_DENIALS.get(commitment.denial, 'rules nothing out')}"
    return commitment.denial


def force(kind: Force, *, non_denial: bool = False) -> str:
    """What a hop does, in words; a non-denial never reads as a denial."""
    return "answers" if non_denial and kind == "deny" else FORCES[kind]


def number(value: float | None) -> str:
    """A figure with thousands separated by thin spaces, without needless decimals; "open" for None."""
    if value is None:
        return "open"
    if value == round(value) and abs(value) < 1e15:
        return f"{value:,.0f}".replace(",", "\u202f")
    return f"{value:,.6g}".replace(",", "\u202f")


def count(size: int, one: str, many: str | None = None) -> str:
    """A number and its noun: "1 article", "12 articles"."""
    figure = f"{size:,}".replace(",", "\u202f")
    return f"{figure} {one if size == 1 else many or one + 's'}"
