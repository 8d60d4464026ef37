"""A network on its way through a recipe: what training the tagger and the gauge have in common.

Resumable: every few minutes the whole state goes to state.pt in the run's folder, and the same command goes on
from there; a state of another recipe is refused. Seeded: the same recipe gives the same examples in the same order;
two machines differ in the last bits of their sums. After each epoch the running mean of the weights (Polyak and
Juditsky 1992) goes to epochN.pt. Progress and time left go to standard error and to log.txt.
"""

from __future__ import annotations

import random
import sys
import time
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor

from training import recipe
from training.network import Trunk
from training.recipe import Recipe

_GROUP = 2000  # examples that are sorted by length together, so that a batch holds like lengths
_SAVE_EVERY = 180  # seconds
_TELL_EVERY = 25  # steps

Net = TypeVar("Net", bound=Trunk)
Item = TypeVar("Item")


def together(lengths: Sequence[int], chance: random.Random, *, room: int) -> list[list[int]]:
    """Which examples go together: like lengths, at most `room` pieces with padding, in random order."""
    order = list(range(len(lengths)))
    chance.shuffle(order)
    plan: list[list[int]] = []
    for at in range(0, len(order), _GROUP):
        now: list[int] = []
        for i in sorted(order[at : at + _GROUP], key=lambda i: lengths[i]):
            if now and (len(now) + 1) * lengths[i] > room:
                plan.append(now)
                now = []
            now.append(i)
        plan.append(now)
    chance.shuffle(plan)
    return plan


class Course(ABC, Generic[Net, Item]):
    """A network, its optimiser and its running mean; what is learned is for those who take the course."""

    #: Parameters, by the first part of their names, that no decay pulls towards zero.
    bare: frozenset[str] = frozenset({"marks"})
    #: The share of all steps after which the course ends, where another goes on before the rate has come down.
    until: float = 1.0

    def __init__(self, settings: Recipe, run: Path, network: Net) -> None:
        """Take up the run's saved state, if there is one."""
        self.recipe, self.run, self.network = settings, run, network
        run.mkdir(parents=True, exist_ok=True)
        self.average = {name: value.detach().clone() for name, value in network.state_dict().items()}
        self.optimiser = torch.optim.AdamW(
            self._groups(), betas=(0.9, 0.98), eps=1e-6, weight_decay=settings.decay, fused=True
        )
        self.step = 0
        self.per_epoch = len(self.plan(0)[1])
        self.total = int(self.per_epoch * settings.epochs)
        self._resume()

    @abstractmethod
    def examples(self, epoch: int, chance: random.Random) -> list[Item]:
        """The examples of an epoch."""

    @abstractmethod
    def length(self, one: Item) -> int:
        """How many pieces an example has."""

    @abstractmethod
    def losses(self, some: Sequence[Item]) -> dict[str, Tensor]:
        """What is wrong with the network's reading of a batch, by name; their sum is learned from."""

    def plan(self, epoch: int) -> tuple[list[Item], list[list[int]]]:
        """An epoch's examples, and which of them go together."""
        chance = random.Random(f"{self.recipe.order}-{epoch}")  # noqa: S311 an order, no secret
        some = self.examples(epoch, chance)
        return some, together([self.length(one) for one in some], chance, room=self.recipe.pieces)

    def go(self) -> int:
        """Take all steps that are left; the number of the last epoch."""
        self.say(f"{self.per_epoch} steps an epoch, {int(self.until * self.total)} in all, now {self.step}")
        began, first, saved = time.monotonic(), self.step, time.monotonic()
        told: Counter[str] = Counter()
        self.network.train()
        last = int(self.until * self.total)
        while self.step < last:
            epoch, at = divmod(self.step, self.per_epoch)
            some, plan = self.plan(epoch)
            plan += plan[: max(0, self.per_epoch - len(plan))]  # an order may need a batch less than the first
            for indices in plan[at : min(self.per_epoch, at + last - self.step)]:
                told.update(self._learn([some[i] for i in indices]))
                self.step += 1
                if self.step % _TELL_EVERY == 0:
                    left = (time.monotonic() - began) / (self.step - first) * (last - self.step) / 60
                    losses = "  ".join(f"{name} {loss / _TELL_EVERY:.3f}" for name, loss in told.items())
                    self.say(f"step {self.step} of {last}  {losses}  {left:.0f} min left")
                    told.clear()
                if time.monotonic() - saved > _SAVE_EVERY:
                    self._save()
                    saved = time.monotonic()
            torch.save(dict(self.average), self.run / f"epoch{epoch + 1}.pt")
            self._save()
        return -(-last // self.per_epoch)

    def say(self, line: str) -> None:
        """Tell a line to whoever waits, and to the log."""
        line = f"{time.strftime('%H:%M:%S')}  {line}"
        print(line, file=sys.stderr, flush=True)
        with (self.run / "log.txt").open("a", encoding="utf-8") as log:
            log.write(line + "\n")

    def _learn(self, some: Sequence[Item]) -> dict[str, float]:
        """Take one step; the losses by name."""
        warm = self.recipe.warmup * self.total
        factor = max(0.01, min((self.step + 1) / warm, (self.total - self.step) / (self.total - warm)))
        for group in self.optimiser.param_groups:
            group["lr"] = group["top"] * factor
        losses = self.losses(some)
        torch.stack(list(losses.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self._follow(min(self.recipe.average, (self.step + 1) / (self.step + 10)))
        return {name: float(loss.detach()) for name, loss in losses.items()}

    def _groups(self) -> list[dict[str, Any]]:
        """Parameters with their highest learning rate: lower for lower layers, no decay for biases and tables."""
        groups: dict[tuple[float, float], list[Tensor]] = {}
        layers = len(self.network.layers)
        for name, parameter in self.network.named_parameters():
            part, *rest = name.split(".")
            below = {"layers": layers - 1 - int(rest[0])} if part == "layers" else {}
            depth = below.get(part, layers if part in {"word", "position", "norm"} else None)
            rate = self.recipe.head_rate if depth is None else self.recipe.rate * self.recipe.fall**depth
            bare = parameter.ndim < 2 or part in self.bare
            groups.setdefault((rate, 0.0 if bare else self.recipe.decay), []).append(parameter)
        return [
            {"params": some, "lr": rate, "top": rate, "weight_decay": decay}
            for (rate, decay), some in groups.items()
        ]

    def _follow(self, keep: float) -> None:
        """Move the averaged weights towards the network's."""
        now = self.network.state_dict()
        names = [name for name, value in now.items() if value.is_floating_point()]
        with torch.no_grad():
            torch._foreach_lerp_([self.average[n] for n in names], [now[n] for n in names], 1 - keep)

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
