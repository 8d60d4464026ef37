"""Train the gauge's network: `python -m training.gauge`, from the repository's root.

Three losses. Certainty: quantiles of people's ratings (pinball loss, Koenker and Bassett 1978), with a head of its
own for UDS, whose raters judged other words by another scale, so that it only shapes what both share. Events:
whether a word in a sentence of UW is one that people rated. Kinds: the mean of the scores over the words of a
statement against the kind of reply. The running mean of the last epoch's weights goes to RUNS/NAME/final.pt.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso import pipeline
from sayso.brain.features import HINTS, MARKS
from sayso.brain.gauge import GRADES
from training import base, graded, recipe, written
from training.course import Course
from training.graded import Rated
from training.network import Trunk, load_base
from training.recipe import GaugeRecipe

#: The quantiles that the network gives of people's ratings: low, middle, high.
QUANTILES = (0.1, 0.5, 0.9)
#: What a word that is an event or not counts beside a rating, and an ordinary statement beside a reply.
EVENT, ORDINARY = 0.03, 0.15
_HINT = MARKS.index(HINTS)
_WIDTH = 384


class GaugeNetwork(Trunk):
    """Pieces and marks in, GRADES of each piece out."""

    def __init__(self, vocabulary: int, *, layers: int, dropout: float = 0.1) -> None:
        """`vocabulary` pieces; the width is the base model's."""
        super().__init__(vocabulary, width=_WIDTH, layers=layers, dropout=dropout)
        self.grades = nn.Linear(_WIDTH, len(GRADES))
        self.other = nn.Linear(_WIDTH, len(QUANTILES))

    def forward(self, pieces: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Grades [B, P, GRADES], and UDS's quantiles [B, P, 3], of pieces [B, P], marks."""
        x = self.encoded(pieces, marks)
        return self.grades(x), self.other(x)


class Training(Course[GaugeNetwork, Rated]):
    """The gauge's network on its way through a recipe."""

    def __init__(self, settings: GaugeRecipe, asked: argparse.Namespace, run: Path) -> None:
        """Read what is rated and put the base model's weights, or the run's saved state, in place."""
        torch.set_num_threads(settings.threads)
        torch.manual_seed(settings.seed)
        vocabulary, tagger = base.vocabulary(), pipeline.load_brain("learned").tagger
        self.rated = [
            *graded.ratings(asked.data / "certainty" / "uw_train.jsonl", vocabulary, tagger),
            *graded.ratings(asked.data / "certainty" / "uds_train.jsonl", vocabulary, tagger),
            *graded.ordinary(asked.data / "polnear" / "train", vocabulary, tagger, most=settings.ordinary),
            *graded.replies(asked.written / "replies", vocabulary, styles=settings.styles),
            *graded.plain(asked.written / "nested", vocabulary, styles=settings.styles),
        ]
        self.smooth = settings.smooth
        network = GaugeNetwork(len(vocabulary.number), layers=settings.layers, dropout=settings.dropout)
        load_base(network, base.folder() / "model.safetensors", take=settings.take)
        super().__init__(settings, run, network)

    def examples(self, epoch: int, chance: random.Random) -> list[Rated]:  # noqa: ARG002 - alike in each epoch
        """All of them."""
        return self.rated

    def length(self, one: Rated) -> int:
        """How many pieces a window has."""
        return len(one.window.pieces)

    def losses(self, some: Sequence[Rated]) -> dict[str, Tensor]:
        """What is wrong with ratings, events and kinds; of some windows the marks of who says what are blanked."""
        pieces, marks = arrays(some)
        chance = np.random.default_rng([self.recipe.seed, self.step])
        marks[torch.from_numpy(chance.random(len(some)) < self.recipe.unhinted), :, _HINT] = 0
        with torch.autocast("cpu", torch.bfloat16, enabled=self.recipe.bf16):
            grades, other = self.network(pieces, marks)
        return losses_of(some, grades.float(), other.float(), smooth=self.smooth)


def arrays(some: Sequence[Rated]) -> tuple[Tensor, Tensor]:
    """Pieces [B, P] and marks [B, P, MARKS] of examples, padded."""
    length = max(len(one.window.pieces) for one in some)
    pieces = torch.zeros((len(some), length), dtype=torch.int64)
    marks = torch.zeros((len(some), length, len(MARKS)), dtype=torch.int64)
    for row, one in enumerate(some):
        pieces[row, : len(one.window.pieces)] = torch.tensor(one.window.pieces)
        marks[row, : len(one.window.pieces)] = torch.tensor(one.window.marks)
    return pieces, marks


def losses_of(some: Sequence[Rated], grades: Tensor, other: Tensor, *, smooth: float) -> dict[str, Tensor]:
    """The losses by name, a mean over the batch's examples; only those of which the batch has any."""
    parts: dict[str, list[Tensor]] = defaultdict(list)
    for row, one in enumerate(some):
        heads = torch.tensor(one.window.heads)
        head = grades[row, heads, : len(QUANTILES)] if one.source == "uw" else other[row, heads]
        if one.ratings:
            words, ratings = zip(*one.ratings, strict=True)
            parts["ratings"].append(len(words) * pinball(head[list(words)], torch.tensor(ratings) / 3))
        if one.source == "uw":
            wanted = torch.zeros(len(heads))
            wanted[[word for word, _ in one.ratings]] = 1
            found = grades[row, heads, len(QUANTILES)]
            loss = functional.binary_cross_entropy_with_logits(found, wanted, reduction="sum")
            parts["events"].append(EVENT * loss)
        for words, kind in one.kinds:
            scores = grades[row, heads[list(words)], len(QUANTILES) + 1 :].mean(0)
            loss = functional.cross_entropy(scores, torch.tensor(kind), label_smoothing=smooth)
            parts["kinds"].append(loss * (1.0 if one.source == "replies" else ORDINARY))
    return {name: torch.stack(its).sum() / len(some) for name, its in parts.items()}


def pinball(found: Tensor, wanted: Tensor) -> Tensor:
    """Mean loss of quantiles [N, 3] against ratings [N]."""
    gap = wanted[:, None] - found
    levels = torch.tensor(QUANTILES)
    return torch.maximum(levels * gap, (levels - 1) * gap).mean()


def main() -> int:
    """0 when the last epoch's weights are written."""
    parser = argparse.ArgumentParser(prog="python -m training.gauge", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--recipe", type=Path, default=recipe.GAUGE)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="holds certainty/ and polnear/")
    parser.add_argument("--written", type=Path, default=written.FOLDER, help="holds replies/ and nested/")
    parser.add_argument("--runs", type=Path, default=Path("training/runs"), help="where states and logs go")
    parser.add_argument("--name", default="gauge", help="the run's folder in RUNS")
    asked = parser.parse_args()
    if not (asked.data / "certainty" / "uw_train.jsonl").is_file():
        parser.error(f"{asked.data}: no certainty/uw_train.jsonl there; --data takes the folder of both data sets")
    (settings,) = recipe.gauges(asked.recipe)
    course = Training(settings, asked, asked.runs / asked.name)
    shutil.copyfile(course.run / f"epoch{course.go()}.pt", course.run / "final.pt")
    return 0


if __name__ == "__main__":
    sys.exit(main())
