"""How a text bears on a hypothesis, by a small network and the rules together. Theory: docs/why/stances.md.

Theory. The network reads hypothesis and statement in one window (brain.pairs) and gives, for each family of pairs
it has learned from, scores of the three leans, besides how much the pair resembles each family and whether the two
are about one matter. Each family mixes its own scores with what the rules make of the words, as weights fitted on
held-out claims tell (a log-linear pool; Genest and Zidek 1986); the families are then mixed as the pair resembles
them (Jacobs et al. 1991). Nobody has to say where a pair is from. A text in which the hypothesis itself was put for
what it points to is left to the rules, for a network would read its own question.

Texts are read one at a time or together with the same result to the bit.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.brain.entailer import LONGEST, RuleEntailer
from sayso.brain.features import MARKS, Vocabulary
from sayso.brain.onnx import Encoder, text_of, vocabulary_in
from sayso.brain.pairs import FAMILIES, LEANS, pair
from sayso.errors import ModelError
from sayso.model.ports import Bearing

WEIGHTS = Path(__file__).with_name("weights") / "stance-en"

Array = npt.NDArray[np.float64]
#: Pairs whose scores are kept for the next question about them, of 25 numbers each and their window.
_KEPT = 8_192
#: Pairs that go through the network at a time; more would only take memory.
_AT_ONCE = 256
#: The least share that a side of the rules counts as.
_LEAST = 0.02
#: What the rules have found: nothing that the texts share, a plain assertion, or words that tell the side.
SITUATIONS = ("nothing", "plain", "told")
#: The support of what is said plainly or firmly.
_PLAIN = 0.7


@dataclass(frozen=True, slots=True)
class Mixture:
    """The numbers that make leans of scores, all fitted on held-out data.

    `heat` divides the scores of families. Of each family: `network` weighs the logarithms of the network's shares,
    `rules` those of the rules' in each of SITUATIONS, `bias` is added for each lean, `relating` weighs the score of
    one matter, the rules' relevance, and 1.
    """

    heat: float
    network: Array
    rules: Array
    bias: Array
    relating: Array

    def leans(self, scores: Array, sides: Array) -> Array:
        """Shares of the three leans: of scores [N, numbers of the network] and the rules' sides [N, 3]."""
        by_family, resembling = _parted(scores)
        told = np.log(np.maximum(sides, _LEAST))[:, None, :]
        rules = self.rules[:, situations(sides)].T[:, :, None]
        pooled = self.network[:, None] * log_shares(by_family) + rules * told + self.bias
        mixed: Array = (self.resembling(resembling)[:, :, None] * np.exp(log_shares(pooled))).sum(1)
        return mixed

    def relevance(self, scores: Array, shared: Array) -> Array:
        """How probably statement and hypothesis are about one matter: of scores and the rules' relevance [N]."""
        evidence = np.stack([scores[:, -1], shared, np.ones(len(scores))], 1)
        by_family = 1 / (1 + np.exp(-(evidence @ self.relating.T)))
        found: Array = (self.resembling(_parted(scores)[1]) * by_family).sum(1)
        return found

    def resembling(self, scores: Array) -> Array:
        """How much pairs resemble each family: of its scores [N, families]."""
        found: Array = np.exp(log_shares(scores / self.heat))
        return found


def situations(sides: Array) -> Array:
    """For each row of the rules' sides [N, 3] the number of its situation in SITUATIONS."""
    found: Array = np.where(sides[:, 2] == 1, 0, np.where(sides[:, 0] >= _PLAIN, 1, 2))
    return found


def _parted(scores: Array) -> tuple[Array, Array]:
    """Scores of leans [N, families, leans] and of families [N, families]."""
    size = len(FAMILIES) * len(LEANS)
    return scores[:, :size].reshape(-1, len(FAMILIES), len(LEANS)), scores[:, size : size + len(FAMILIES)]


def log_shares(scores: Array) -> Array:
    """The logarithm of the shares that scores stand for, along the last axis."""
    lowered = scores - scores.max(-1, keepdims=True)
    found: Array = lowered - np.log(np.exp(lowered).sum(-1, keepdims=True))
    return found


def mixture(data: Mapping[str, Any]) -> Mixture:
    """The mixture in a decoded settings.json; ModelError where it was made for other marks, leans or families."""
    ours = {"marks": [list(values) for values in MARKS], "leans": list(LEANS), "families": list(FAMILIES)}
    for name, wanted in ours.items():
        if data.get(name) != wanted:
            raise ModelError(f"the weights were made for other {name}; use the weights that came with this version")
    parts = {name: np.array(data[name], float) for name in ("network", "rules", "bias", "relating")}
    return Mixture(data["heat"], **parts)


class LearnedEntailer:
    """Network and rules together; satisfies model.ports.Entailer. Its weights are loaded at the first pair."""

    name = "learned"
    reads = True

    def __init__(self, folder: Path) -> None:
        """`folder` holds the model, its vocabulary and its settings."""
        self.folder = folder
        self.rules = RuleEntailer()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The base model's pieces."""
        return vocabulary_in(self.folder)

    @cached_property
    def mixture(self) -> Mixture:
        """What was fitted after training."""
        return mixture(json.loads(text_of(self.folder / "settings.json")))

    @cached_property
    def encoder(self) -> Encoder:
        """The network itself."""
        return Encoder(self.folder, gives=("stances",), keeps=_KEPT)

    def bear(self, pairs: Sequence[tuple[str, str]]) -> tuple[Bearing, ...]:
        """One Bearing for each (text, hypothesis), in order; only the first LONGEST characters of a text count."""
        cut = [(text[:LONGEST], hypothesis[:LONGEST]) for text, hypothesis in pairs]
        every = list(dict.fromkeys(cut))
        judged: dict[tuple[str, str], Bearing] = {}
        for at in range(0, len(every), _AT_ONCE):
            some = every[at : at + _AT_ONCE]
            judged |= zip(some, self._judged(some), strict=True)
        return tuple(judged[one] for one in cut)

    def by_words(self, pairs: Sequence[tuple[str, str]]) -> tuple[Bearing, ...]:
        """What the rules alone make of them."""
        return self.rules.bear(pairs)

    def _judged(self, some: Sequence[tuple[str, str]]) -> list[Bearing]:
        """What rules and network make of a few pairs."""
        told = list(self.rules.bear(some))
        places = [i for i, (text, hypothesis) in enumerate(some) if text.strip() and f"({hypothesis})" not in text]
        if not places:
            return told
        scores = self.scores([some[i] for i in places])
        sides = np.array([(told[i].support, told[i].deny, told[i].open) for i in places])
        shared = np.array([told[i].relevance for i in places])
        leans, relevance = self.mixture.leans(scores, sides), self.mixture.relevance(scores, shared)
        for i, shares, about in zip(places, leans, relevance, strict=True):
            told[i] = _bearing(told[i], [float(share) for share in shares], float(about))
        return told

    def scores(self, some: Sequence[tuple[str, str]]) -> Array:
        """What the network gives for (text, hypothesis): [N, families·leans + families + 1]."""
        windows = [pair(text, hypothesis, self.vocabulary) for text, hypothesis in some]
        return np.array([given[0] for (given,) in self.encoder.run(windows)], float)


def _bearing(told: Bearing, shares: Sequence[float], about: float) -> Bearing:
    """The rules' bearing with the shares and the relevance that rules and network have together."""
    support, deny, open_ = (round(share, 4) for share in shares)
    best = max(range(len(LEANS)), key=shares.__getitem__)
    reasons = (*told.reasons, f"reads as {LEANS[best]} ({shares[best]:.0%})")
    return replace(told, relevance=round(about, 4), support=support, deny=deny, open=open_, reasons=reasons)


def shipped() -> LearnedEntailer | None:
    """The entailer with the weights that come with Sayso; None where there are none."""
    return LearnedEntailer(WEIGHTS) if WEIGHTS.exists() else None
