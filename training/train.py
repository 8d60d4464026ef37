"""Train the tagger's network: `python -m training.train`, from the repository's root.

The recipe's runs are trained one after the other, in RUNS/NAME/1, 2, …; after each epoch the running mean of its
weights (Polyak and Juditsky 1992) goes to epochN.pt there. RUNS/NAME/final.pt is the mean of two epochs of each,
number by number ("soup", Wortsman et al. 2022, arXiv:2203.05482): they begin alike and stay near enough for that.
Resumable: every few minutes a run's whole state goes to its state.pt, and the same command goes on from there; a
state of another recipe is refused. Seeded: the same recipe gives the same examples in the same order; two machines
differ in the last bits of their sums. Progress and time left go to standard error and to log.txt.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from sayso.brain.features import HINTS, MARKS
from training import base, recipe
from training.data import IGNORED, Example, Names, batch, examples, texts
from training.network import Network, load_base
from training.recipe import Recipe

_HINT = MARKS.index(HINTS)
_GROUP = 2000  # examples that are sorted by length together, so that a batch holds like lengths
_SAVE_EVERY = 180  # seconds
_TELL_EVERY = 25  # steps


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
        for part in Training(settings, arguments.data / "train", whole / str(number)).go()
    ]
    torch.save(mean([torch.load(part, weights_only=True) for part in parts]), whole / "final.pt")
    return 0


def mean(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of several networks' weights, number by number."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


class Training:
    """A network on its way through a recipe."""

    def __init__(self, settings: Recipe, data: Path, run: Path) -> None:
        """Read the articles and put the base model's weights, or the run's saved state, in place."""
        self.recipe, self.run = settings, run
        run.mkdir(parents=True, exist_ok=True)
        torch.set_num_threads(settings.threads)
        torch.manual_seed(settings.seed)
        vocabulary = base.vocabulary()
        self.texts = texts(data, vocabulary)
        self.names = Names(self.texts)
        self.network = Network(len(vocabulary.number), dropout=settings.dropout, layers=settings.layers)
        load_base(self.network, base.folder() / "model.safetensors")
        self.average = {name: value.detach().clone() for name, value in self.network.state_dict().items()}
        self.optimiser = torch.optim.AdamW(
            self._groups(), betas=(0.9, 0.98), eps=1e-6, weight_decay=settings.decay, fused=True
        )
        self.step = 0
        self.per_epoch = len(self._plan(0)[1])
        self.total = int(self.per_epoch * settings.epochs)
        self._resume()

    def _groups(self) -> list[dict[str, Any]]:
        """Parameters with their highest learning rate: lower for lower layers, no decay for biases and tables."""
        groups: dict[tuple[float, float], list[Tensor]] = {}
        layers = len(self.network.layers)
        for name, parameter in self.network.named_parameters():
            part, *rest = name.split(".")
            below = {"layers": layers - 1 - int(rest[0])} if part == "layers" else {}
            depth = below.get(part, layers if part in {"word", "position", "norm"} else None)
            rate = self.recipe.head_rate if depth is None else self.recipe.rate * self.recipe.fall**depth
            bare = parameter.ndim < 2 or part in {"marks", "apart", "steps"}
            groups.setdefault((rate, 0.0 if bare else self.recipe.decay), []).append(parameter)
        return [
            {"params": some, "lr": rate, "top": rate, "weight_decay": decay}
            for (rate, decay), some in groups.items()
        ]

    def _plan(self, epoch: int) -> tuple[list[Example], list[list[int]]]:
        """An epoch's examples, and which of them go together: like lengths, in random order."""
        chance = random.Random(f"{self.recipe.order}-{epoch}")  # noqa: S311 an order, no secret
        some = list(examples(self.texts, chance, self.names, renamed=self.recipe.renamed))
        order = list(range(len(some)))
        chance.shuffle(order)
        plan: list[list[int]] = []
        for at in range(0, len(order), _GROUP):
            now: list[int] = []
            for i in sorted(order[at : at + _GROUP], key=lambda i: len(some[i].window.pieces)):
                if now and (len(now) + 1) * len(some[i].window.pieces) > self.recipe.pieces:
                    plan.append(now)
                    now = []
                now.append(i)
            plan.append(now)
        chance.shuffle(plan)
        return some, plan

    def go(self) -> tuple[Path, Path]:
        """Take all steps that are left; where the weights of an earlier and of the last epoch are then."""
        self.say(
            f"{len(self.texts)} articles, {self.per_epoch} steps an epoch, {self.total} in all, now {self.step}"
        )
        began, first, saved = time.monotonic(), self.step, time.monotonic()
        losses: Counter[str] = Counter()
        self.network.train()
        while self.step < self.total:
            epoch, at = divmod(self.step, self.per_epoch)
            some, plan = self._plan(epoch)
            for indices in plan[at : min(self.per_epoch, at + self.total - self.step)]:
                losses.update(self._learn([some[i] for i in indices]))
                self.step += 1
                if self.step % _TELL_EVERY == 0:
                    left = (time.monotonic() - began) / (self.step - first) * (self.total - self.step) / 60
                    told = "  ".join(f"{name} {loss / _TELL_EVERY:.3f}" for name, loss in losses.items())
                    self.say(f"step {self.step} of {self.total}  {told}  {left:.0f} min left")
                    losses.clear()
                if time.monotonic() - saved > _SAVE_EVERY:
                    self._save()
                    saved = time.monotonic()
            torch.save(dict(self.average), self.run / f"epoch{epoch + 1}.pt")
            self._save()
        last = -(-self.total // self.per_epoch)
        return self.run / f"epoch{max(1, last - self.recipe.back)}.pt", self.run / f"epoch{last}.pt"

    def _learn(self, some: Sequence[Example]) -> dict[str, float]:
        """Take one step; the losses by name."""
        made = batch(some)
        chance = np.random.default_rng([self.recipe.seed, self.step])
        made.marks[chance.random(len(some)) < self.recipe.unhinted, :, _HINT] = 0
        arrays = {name: torch.from_numpy(getattr(made, name)) for name in made.__slots__}
        warm = self.recipe.warmup * self.total
        factor = max(0.01, min((self.step + 1) / warm, (self.total - self.step) / (self.total - warm)))
        for group in self.optimiser.param_groups:
            group["lr"] = group["top"] * factor
        with torch.autocast("cpu", torch.bfloat16, enabled=self.recipe.bf16):
            scores, vectors = self.network(arrays["pieces"], arrays["marks"])
        losses = losses_of(self.network, scores, vectors, arrays)
        torch.stack(list(losses.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self._follow(min(self.recipe.average, (self.step + 1) / (self.step + 10)))
        return {name: float(loss.detach()) for name, loss in losses.items()}

    def _follow(self, keep: float) -> None:
        """Move the averaged weights towards the network's."""
        now = self.network.state_dict()
        names = [name for name, value in now.items() if value.is_floating_point()]
        with torch.no_grad():
            torch._foreach_lerp_([self.average[n] for n in names], [now[n] for n in names], 1 - keep)

    def say(self, line: str) -> None:
        """Tell a line to whoever waits, and to the log."""
        line = f"{time.strftime('%H:%M:%S')}  {line}"
        print(line, file=sys.stderr, flush=True)
        with (self.run / "log.txt").open("a", encoding="utf-8") as log:
            log.write(line + "\n")

    def _save(self) -> None:
        """Put the whole state down; a run that is cut off here finds the state before."""
        new = self.run / "state.new"
        state = {
            "recipe": recipe.digest([self.recipe]), "step": self.step, "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(), "average": self.average, "chance": torch.get_rng_state(),
        }  # fmt: skip
        torch.save(state, new)
        new.replace(self.run / "state.pt")

    def _resume(self) -> None:
        """Take up the run's saved state, if there is one."""
        path = self.run / "state.pt"
        if not path.exists():
            return
        state = torch.load(path, weights_only=True)
        if state["recipe"] != recipe.digest([self.recipe]):
            raise SystemExit(f"{path}: the state of another recipe; choose another --name, or delete it")
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average, self.step = state["average"], state["step"]
        torch.set_rng_state(state["chance"])


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
