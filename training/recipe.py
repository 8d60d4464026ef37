"""The recipe: everything that decides what the weights become, read from recipe.toml."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path

RECIPE = Path(__file__).with_name("recipe.toml")


@dataclass(frozen=True, slots=True)
class Recipe:
    """The numbers of recipe.toml, which says what each means."""

    seed: int
    order: int
    threads: int
    bf16: bool
    epochs: float
    pieces: int
    rate: float
    fall: float
    head_rate: float
    warmup: float
    decay: float
    dropout: float
    average: float
    unhinted: float
    renamed: float
    layers: int = 6

    def digest(self) -> str:
        """The first 16 hex digits of the sha256 over all numbers."""
        return hashlib.sha256(repr(sorted(asdict(self).items())).encode()).hexdigest()[:16]


def load(path: Path = RECIPE) -> Recipe:
    """The recipe in a file; SystemExit names the file where it lacks or has something else."""
    try:
        return Recipe(**tomllib.loads(path.read_text("utf-8")))
    except (OSError, TypeError, tomllib.TOMLDecodeError) as error:
        raise SystemExit(f"{path}: not a recipe ({error}); compare it with {RECIPE}") from error
