"""The suites of cases with known origins: what people have written, and what generators have made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evals.floors import Result
from evals.origins import made, matching, scoring
from evals.origins.cases import KnownCase, load
from sayso import pipeline


def written(paths: Sequence[Path], brain: pipeline.Brain, *, named: bool) -> Result:
    """The figures of case files, without a fingerprint; a line a case where they may be `named`."""
    return _scored([(path.stem, load(path.read_text("utf-8"), path.stem)) for path in paths], brain, named=named)


def generated(seeds: made.Seeds, brain: pipeline.Brain, *, named: bool) -> Result:
    """The same of the cases that generators make of seeds."""
    return _scored(list(made.cases(seeds)), brain, named=named)


def _scored(listed: Sequence[tuple[str, KnownCase]], brain: pipeline.Brain, *, named: bool) -> Result:
    cases = [(name, matching.found(known, brain)) for name, known in listed]
    figures, errors = scoring.figures(one for _, one in cases)
    return Result(figures, "", errors, scoring.by_case(cases) if named else ())
