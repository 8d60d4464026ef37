"""Train the tagger's network: `python -m training.train`, from the repository's root.

The recipe's runs are trained one after the other (training.course), in RUNS/NAME/1, 2, …. RUNS/NAME/final.pt is the
mean of two epochs of each, number by number ("soup", Wortsman et al. 2022, arXiv:2203.05482): they begin alike and
stay near enough for that.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from sayso.brain.features import HINTS, MARKS
from training import base, recipe
from training.course import Course
from training.data import IGNORED, Example, Names, batch, examples, texts
from training.network import Network, load_base
from training.recipe import TaggerRecipe

_HINT = MARKS.index(HINTS)


def main() -> int:
    """0 when the last epoch's weights are written."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--recipe", type=Path, default=recipe.RECIPE)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear"), help="PolNeAR's folder")
    parser.add_argument("--runs", type=Path, default=Path("training/runs"), help="where states and logs go")
    parser.add_argument("--name", default="tagger", help="the run's folder in RUNS")
    arguments = parser.parse_args()
    if not (arguments.data / "train" / "attributions").is_dir():
        parser.error(f"{arguments.data}: no train/attributions there; --data takes the folder of PolNeAR")
    whole = arguments.runs / arguments.name
    parts = [
        part
        for number, settings in enumerate(recipe.load(arguments.recipe), start=1)
        for part in Training(settings, arguments.data / "train", whole / str(number)).parts()
    ]
    torch.save(mean([torch.load(part, weights_only=True) for part in parts]), whole / "final.pt")
    return 0


def mean(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of several networks' weights, number by number."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


class Training(Course[Network, Example]):
    """The tagger's network on its way through a recipe."""

    bare = frozenset({"marks", "apart", "steps"})

    def __init__(self, settings: TaggerRecipe, data: Path, run: Path) -> None:
        """Read the articles and put the base model's weights, or the run's saved state, in place."""
        torch.set_num_threads(settings.threads)
        torch.manual_seed(settings.seed)
        vocabulary = base.vocabulary()
        self.texts = texts(data, vocabulary)
        self.names = Names(self.texts)
        network = Network(len(vocabulary.number), dropout=settings.dropout, layers=settings.layers)
        load_base(network, base.folder() / "model.safetensors")
        self.settings = settings
        super().__init__(settings, run, network)

    def parts(self) -> tuple[Path, Path]:
        """Take all steps that are left; where the weights of an earlier and of the last epoch are then."""
        last = self.go()
        return self.run / f"epoch{max(1, last - self.settings.back)}.pt", self.run / f"epoch{last}.pt"

    def examples(self, epoch: int, chance: random.Random) -> list[Example]:  # noqa: ARG002 - alike in each epoch
        """Of each text the version of one annotator."""
        return list(examples(self.texts, chance, self.names, renamed=self.settings.renamed))

    def length(self, one: Example) -> int:
        """How many pieces a window has."""
        return len(one.window.pieces)

    def losses(self, some: Sequence[Example]) -> dict[str, Tensor]:
        """What is wrong with labels and links; of some windows the hints are blanked."""
        made = batch(some)
        chance = np.random.default_rng([self.recipe.seed, self.step])
        made.marks[chance.random(len(some)) < self.recipe.unhinted, :, _HINT] = 0
        arrays = {name: torch.from_numpy(getattr(made, name)) for name in made.__slots__}
        with torch.autocast("cpu", torch.bfloat16, enabled=self.recipe.bf16):
            scores, vectors = self.network(arrays["pieces"], arrays["marks"])
        return losses_of(self.network, scores, vectors, arrays)


def losses_of(network: Network, scores: Tensor, vectors: Tensor, arrays: dict[str, Tensor]) -> dict[str, Tensor]:
    """What is wrong with labels (a word's mean, ten times) and links (their mean, half) of a batch."""
    rows = torch.arange(scores.shape[0])[:, None]
    labels = network.crf_loss(scores[rows, arrays["heads"]], arrays["labels"], arrays["known"])
    dead = torch.finfo(torch.float32).min
    sources = network.link_scores(vectors, arrays["cues"], arrays["sources"], arrays["source_apart"], kind=0)
    sources = sources.masked_fill(~arrays["live_sources"][:, None, :], dead)
    sources = torch.cat([sources, network.nothing[0].expand(*sources.shape[:2], 1)], 2)
    contents = network.link_scores(vectors, arrays["cues"], arrays["contents"], arrays["content_apart"], kind=1)
    contents = contents.masked_fill(~arrays["live_cues"][:, :, None], dead).transpose(1, 2)
    contents = torch.cat([contents, network.nothing[1].expand(*contents.shape[:2], 1)], 2)
    return {
        "labels": 10 * labels.sum() / arrays["known"].sum(),
        "sources": 0.5 * _link_loss(sources, arrays["source_of"]),
        "contents": 0.5 * _link_loss(contents, arrays["cue_of"]),
    }


def _link_loss(scores: Tensor, gold: Tensor) -> Tensor:
    """Cross-entropy of choices [B, N, M] against [B, N], over those that are known."""
    flat = functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORED, reduction="sum")
    return flat / (gold != IGNORED).sum().clamp(min=1)


if __name__ == "__main__":
    sys.exit(main())
