"""The recipes: everything that decides what weights become, read from recipe.toml (tagger) and gauge.toml."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

HERE = Path(__file__).parent
RECIPE, GAUGE, STANCES = HERE / "recipe.toml", HERE / "gauge.toml", HERE / "stances.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The numbers of one run that every network's training has; the recipes say what each means."""

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
    unhinted: float
    order: int
    epochs: float
    layers: int = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggerRecipe(Recipe):
    """The numbers of one run of the tagger's."""

    back: int
    renamed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GaugeRecipe(Recipe):
    """The numbers of one run of the gauge's."""

    take: tuple[int, ...]
    styles: int
    ordinary: int
    smooth: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceRecipe(Recipe):
    """The numbers of one run of the stance network's; a set in neither `most` nor `times` is left out."""

    until: float = 1.0
    longest: int
    mirror: float
    swapped: float
    gate: float
    related: float
    strangers: float
    masked: bool
    most: Mapping[str, int]
    times: Mapping[str, int]


Kind = TypeVar("Kind", bound=Recipe)


def load(path: Path = RECIPE) -> tuple[TaggerRecipe, ...]:
    """The runs of a tagger's recipe; SystemExit names the file where it lacks or has something else."""
    return _runs(path, TaggerRecipe, RECIPE)


def gauges(path: Path = GAUGE) -> tuple[GaugeRecipe, ...]:
    """The runs of a gauge's recipe; SystemExit names the file where it lacks or has something else."""
    return _runs(path, GaugeRecipe, GAUGE)


def stances(path: Path = STANCES) -> tuple[StanceRecipe, ...]:
    """The runs of a stance network's recipe; SystemExit names the file where it lacks or has something else."""
    return _runs(path, StanceRecipe, STANCES)


def _runs(path: Path, kind: type[Kind], example: Path) -> tuple[Kind, ...]:
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        runs = data.pop("runs")
        return tuple(kind(**(data | one)) for one in runs)
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise SystemExit(f"{path}: not a recipe ({error}); compare it with {example}") from error


def digest(runs: Sequence[Recipe]) -> str:
    """The first 16 hex digits of the sha256 over all numbers of some runs."""
    told = repr([sorted(asdict(one).items()) for one in runs])
    return hashlib.sha256(told.encode()).hexdigest()[:16]
