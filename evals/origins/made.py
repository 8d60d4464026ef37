"""Cases that a generator makes from a seed: which seeds are for tuning, and which are kept aside."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from evals.origins.cases import KnownCase, load

#: Seeds and numbers of articles by generator, for tuning and for testing. "south" is for testing only.
Seeds = Mapping[str, range]
TUNING: Seeds = {"generator": range(1, 13), "north": range(1, 9)}
TESTING: Seeds = {"generator": range(9001, 9009), "south": range(7001, 7013)}
ARTICLES = 12

_NAMES = {"made": "generator"}


def cases(seeds: Seeds) -> Iterator[tuple[str, KnownCase]]:
    """The cases of generators that are there, by name."""
    for name, numbers in seeds.items():
        for seed in numbers if maker(name) else ():
            yield f"{name}:{seed}", load(text(f"{name}:{seed}"), f"{name}-{seed}")


def maker(name: str) -> Callable[[int, int], str] | None:
    """A generator by its name; None where it is not there (yet)."""
    path = Path(__file__).with_name(f"{name}.py")
    if not path.exists():
        return None
    module = importlib.import_module(f"evals.origins.{name}")
    return getattr(module, "make", None) or getattr(module, "generate", None)


def sources(seeds: Seeds) -> list[Path]:
    """The files that cases of generators are made by: theirs, and what stands beside them under their name."""
    here = Path(__file__).parent
    there = [name for name in seeds if maker(name)]
    return [path for name in there for path in sorted(here.glob(f"{name}*")) if path.is_file()]


def is_made(case: str) -> bool:
    """Whether a case is named by its generator and seed."""
    name, _, seed = case.partition(":")
    return seed.isdigit() and maker(_NAMES.get(name, name)) is not None


def text(case: str) -> str:
    """The case that a name such as "made:3" or "north:3" stands for."""
    name, _, seed = case.partition(":")
    make = maker(_NAMES.get(name, name))
    if make is None:
        raise ValueError(f"no such generator: {name}")
    return make(int(seed), ARTICLES)


def kept_aside(case: str) -> bool:
    """Whether a case is for testing only: nobody tunes on it, and its errors are not printed."""
    name, _, seed = case.partition(":")
    module = _NAMES.get(name, name)
    if seed.isdigit():
        return module == "south" or int(seed) in TESTING.get(module, ())
    return Path(case).resolve().parent == Path(__file__).parent / "test"
