"""The brains to choose from: which models a run works with."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.brain import gauge, learned, stances
from sayso.brain.entailer import RuleEntailer
from sayso.brain.rules import RuleTagger
from sayso.errors import SettingError
from sayso.model.ports import Entailer, Gauge, Tagger

#: The default comes first.
BRAINS = ("learned", "rules")


@dataclass(frozen=True, slots=True)
class Brain:
    """The models of a run: who finds statements, what they say of a hypothesis, and how surely they are said.

    Without a gauge, words alone tell how sure a holder is and what kind of reply is made.
    """

    tagger: Tagger
    entailer: Entailer
    gauge: Gauge | None = None


def load_brain(name: str = BRAINS[0]) -> Brain:
    """The brain called `name`; SettingError for any other. Its weights are read with the first text."""
    if name not in BRAINS:
        raise SettingError(f"--brain {name}: no such brain; choose one of: {', '.join(BRAINS)}")
    if name == "rules":
        return Brain(RuleTagger(), RuleEntailer())
    return Brain(learned.shipped(), stances.shipped() or RuleEntailer(), gauge.shipped())
