"""The recipe: everything that decides what the weights become, read from recipe.toml."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

RECIPE = Path(__file__).with_name("recipe.toml")


@dataclass(frozen=True, slots=True)
class Recipe:
    """The numbers of one run; recipe.toml says what each means."""

    seed: int
    threads: int
    bf16: bool
    pieces: int
    rate: float
    fall: float
    head_rate: float
    warmup: float
    decay: float
    dropout: float
    average: float
    back: int
    unhinted: float
    order: int
    epochs: float
    renamed: float
    layers: int = 6


def load(path: Path = RECIPE) -> tuple[Recipe, ...]:
    """The runs of a recipe; SystemExit names the file where it lacks or has something else."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        runs = data.pop("runs")
        return tuple(Recipe(**data, **one) for one in runs)
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise SystemExit(f"{path}: not a recipe ({error}); compare it with {RECIPE}") from error


def digest(runs: Sequence[Recipe]) -> str:
    """The first 16 hex digits of the sha256 over all numbers of some runs."""
    told = repr([sorted(asdict(one).items()) for one in runs])
    return hashlib.sha256(told.encode()).hexdigest()[:16]
