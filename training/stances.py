"""Train the stance network: `python -m training.stances`, from the repository's root.

The runs of the recipe, one after the other: all sets once, then twice those nearest to news and to what sources
say, with some of all others so that they are not forgotten. Each family's head learns from its own pairs
(cross-entropy; gold in two ways gives the two leans together), and a gate learns which family a pair is of, so that
in use its heads are mixed as the pair resembles their families. A fifth of the claims of some sets is held out from
all runs, so that what is shipped can be measured on them. The mean of the last two runs' weights goes to
RUNS/NAME/final.pt.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.brain.features import MARKS, Vocabulary, Window
from sayso.brain.pairs import FAMILIES, LEANS, pair
from training import base, leans, recipe
from training.course import Course
from training.leans import Pair
from training.network import Trunk, load_base
from training.recipe import StanceRecipe

_WIDTH = 384
_SIDES = 3  # the mark that says which of the two texts a word stands in
_OPEN = LEANS.index("open")
_NEVER = -1e4  # the score of what is no choice


class StanceNetwork(Trunk):
    """Pieces and marks in; of the first piece the scores of each family's leans, of the families, of one matter."""

    def __init__(self, vocabulary: int, *, layers: int = 6, dropout: float = 0.1) -> None:
        """`vocabulary` pieces; the width is the base model's."""
        super().__init__(vocabulary, width=_WIDTH, layers=layers, dropout=dropout)
        self.stances = nn.Linear(_WIDTH, len(FAMILIES) * (len(LEANS) + 1) + 1)

    def forward(self, pieces: Tensor, marks: Tensor) -> Tensor:
        """Scores [B, families·leans + families + 1] of pieces [B, P], marks."""
        return self.stances(self.encoded(pieces, marks)[:, 0])


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair as the network sees it."""

    window: Window
    pair: Pair


class Training(Course[StanceNetwork, Shown]):
    """The stance network on its way through one run of the recipe."""

    def __init__(self, settings: StanceRecipe, some: Sequence[Pair], run: Path, *, start: Path | None) -> None:
        """Put the base model's weights in place, those of the run before, or the run's own saved state."""
        torch.set_num_threads(settings.threads)
        torch.manual_seed(settings.seed)
        vocabulary = base.vocabulary()
        self.shown = [shown(one, vocabulary, settings) for one in some]
        network = StanceNetwork(len(vocabulary.number), layers=settings.layers, dropout=settings.dropout)
        if start is None:
            load_base(network, base.folder() / "model.safetensors")
            sides(network)
        else:
            network.load_state_dict(torch.load(start, weights_only=True))
        self.until = settings.until
        self.shares = {"gate": settings.gate, "related": settings.related}
        super().__init__(settings, run, network)

    def examples(self, epoch: int, chance: random.Random) -> list[Shown]:  # noqa: ARG002 - alike in each epoch
        """All of them."""
        return self.shown

    def length(self, one: Shown) -> int:
        """How many pieces a window has."""
        return len(one.window.pieces)

    def losses(self, some: Sequence[Shown]) -> dict[str, Tensor]:
        """What is wrong with leans, and with what family a pair is taken for."""
        pieces, marks = arrays([one.window for one in some])
        with torch.autocast("cpu", torch.bfloat16, enabled=self.recipe.bf16):
            scores = self.network(pieces, marks).float()
        return losses_of([one.pair for one in some], scores, self.shares)


def shown(one: Pair, vocabulary: Vocabulary, settings: StanceRecipe) -> Shown:
    """A pair with its window."""
    return Shown(pair(one.statement, one.hypothesis, vocabulary, longest=settings.longest), one)


def sides(network: Trunk) -> None:
    """Begin with the base model's own mark of a second text for the statement's words."""
    from safetensors.torch import load_file  # noqa: PLC0415 only needed here

    kinds = load_file(base.folder() / "model.safetensors")["embeddings.token_type_embeddings.weight"]
    with torch.no_grad():
        network.marks[_SIDES].weight[1].copy_(kinds[1] - kinds[0])


def arrays(some: Sequence[Window]) -> tuple[Tensor, Tensor]:
    """Pieces [B, P] and marks [B, P, MARKS] of windows, padded."""
    length = -(-max(len(one.pieces) for one in some) // 8) * 8
    pieces = torch.zeros((len(some), length), dtype=torch.int64)
    marks = torch.zeros((len(some), length, len(MARKS)), dtype=torch.int64)
    for row, one in enumerate(some):
        pieces[row, : len(one.pieces)] = torch.tensor(one.pieces)
        marks[row, : len(one.pieces)] = torch.tensor(one.marks)
    return pieces, marks


def losses_of(some: Sequence[Pair], scores: Tensor, shares: Mapping[str, float]) -> dict[str, Tensor]:
    """The losses by name, a mean over the batch's pairs; `shares` say what gate and relatedness count for."""
    parts: dict[str, list[Tensor]] = defaultdict(list)
    families = torch.tensor([one.family for one in some])
    size = len(FAMILIES) * len(LEANS)
    by_family = scores[:, :size].view(len(some), len(FAMILIES), len(LEANS))
    masks = torch.zeros(len(some), len(LEANS))
    masks[:, _OPEN] = torch.tensor([_NEVER if one.masked else 0.0 for one in some])
    found = functional.log_softmax(by_family[torch.arange(len(some)), families] + masks, -1)
    for row, one in enumerate(some):
        if one.related:
            parts[FAMILIES[one.family]].append(-torch.logsumexp(found[row, list(one.leans)], 0))
    losses = {name: torch.stack(its).sum() / len(some) for name, its in parts.items()}
    losses["gate"] = shares["gate"] * functional.cross_entropy(scores[:, size:-1], families)
    related = torch.tensor([float(one.related) for one in some])
    if shares["related"]:
        losses["related"] = shares["related"] * functional.binary_cross_entropy_with_logits(scores[:, -1], related)
    return losses


def material(settings: StanceRecipe, asked: argparse.Namespace) -> list[Pair]:
    """The pairs of a run, those made by rule among them."""
    chance = random.Random(f"pairs-{settings.seed}-{settings.order}")  # noqa: S311 a choice, no secret
    found, _ = leans.apart(leans.rows(asked.data / "stance" / "train.jsonl"))
    by_set: dict[str, list[Pair]] = defaultdict(list)
    for one in (*leans.pairs(found, masked=settings.masked), *leans.written(asked.written / "stances")):
        by_set[one.source].append(one)
    kept: list[Pair] = []
    for name, most in settings.most.items():
        mine = by_set[name]
        kept += mine if len(mine) <= most else chance.sample(mine, most)
    new = leans.made(kept, chance, mirror=settings.mirror, swapped=settings.swapped)
    new += leans.strangers(kept, chance, share=settings.strangers)
    return [one for one in kept for _ in range(settings.times.get(one.source, 1))] + new


def mean(some: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of the weights of networks that have learned from one start (Wortsman et al. 2022, model soups)."""
    return {
        name: torch.stack([one[name] for one in some]).mean(0) if value.is_floating_point() else value
        for name, value in some[-1].items()
    }


def _run(settings: StanceRecipe, some: Sequence[Pair], run: Path, *, start: Path | None) -> Path:
    """The weights after the last epoch of a run."""
    return run / f"epoch{Training(settings, some, run, start=start).go()}.pt"


def main() -> int:
    """0 when the last run's weights are written."""
    parser = argparse.ArgumentParser(prog="python -m training.stances", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--recipe", type=Path, default=recipe.STANCES)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="holds stance/")
    parser.add_argument("--written", type=Path, default=Path("training/written"), help="holds stances/")
    parser.add_argument("--runs", type=Path, default=Path("training/runs"), help="where states and logs go")
    parser.add_argument("--name", default="stance", help="the run's folder in RUNS")
    asked = parser.parse_args()
    if not (asked.data / "stance" / "train.jsonl").is_file():
        parser.error(f"{asked.data}: no stance/train.jsonl there; --data takes the folder of all data sets")
    folder = asked.runs / asked.name
    ends: list[Path] = []
    for number, settings in enumerate(recipe.stances(asked.recipe), start=1):
        start = ends[-1] if ends else None
        ends.append(_run(settings, material(settings, asked), folder / f"run{number}", start=start))
    torch.save(mean([torch.load(path, weights_only=True) for path in ends[-2:]]), folder / "final.pt")
    return 0


if __name__ == "__main__":
    sys.exit(main())
