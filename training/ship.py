"""Assemble the shipped folder: `python -m training.ship INT8.onnx OUT --tables FP32.json`.

Beside the network go its vocabulary, its settings and its manifest. The settings hold the tables that decoding
needs and how sure an attribution is: a logistic regression of whether its pair is right on its evidence, fitted on
PolNeAR's dev articles (Platt 1999), and the threshold at which pair F1 is best there. How well the probabilities
hold is measured in two halves: each half of the articles is judged by what was fitted on the other. CARD.md is
written by a person; this prints the tables it quotes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from evals.attributions import verdicts
from evals.reliability import Judgement, calibration_error, table, tenths
from sayso.brain.decoding import EVIDENCE, Found, tables_of
from sayso.brain.features import MARKS
from sayso.brain.labels import LABELS, ROLES
from sayso.brain.onnx import MANIFEST, MODEL, numbers, opened
from training import base, recipe
from training.data import Text, fingerprint, texts
from training.scoring import as_gold, figures, found_in

Array = npt.NDArray[np.float64]
_RIDGE = 1e-3  # keeps the weights finite where one piece of evidence tells nothing
_ROUNDS = 50
_THRESHOLDS = tuple(round(0.01 * step, 2) for step in range(60))


@dataclass(frozen=True, slots=True)
class Case:
    """An attribution found in an article: its evidence, whether its pair is right, the weight of that verdict."""

    text: int
    evidence: tuple[float, ...]
    right: bool
    weight: float


def main() -> int:
    """0 when the folder is written."""
    parser = argparse.ArgumentParser(prog="python -m training.ship", description=__doc__.split("\n", 1)[0])
    parser.add_argument("model", type=Path, help="the file of training.quantise")
    parser.add_argument("out", type=Path, help="the folder to write")
    parser.add_argument("--tables", type=Path, required=True, help="the .json that training.export wrote")
    parser.add_argument("--recipe", type=Path, default=recipe.RECIPE)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear"), help="PolNeAR's folder")
    asked = parser.parse_args()
    if not (asked.data / "dev").is_dir():
        parser.error(f"{asked.data / 'dev'}: no articles to calibrate on; --data takes the folder of PolNeAR")
    kept = json.loads(asked.tables.read_text("utf-8"))
    some = texts(asked.data / "dev", base.vocabulary())
    session = opened(asked.model)
    found = [found_in(text, numbers(session, text.windows), tables_of(kept)) for text in some]
    judged = cases(some, found)
    if not any(one.right for one in judged):
        raise SystemExit(
            f"{asked.model}: finds nothing right in {asked.data / 'dev'}; it has not learned enough to ship"
        )
    weights = fitted(judged)
    threshold = best_threshold(some, found, weights)
    scores = figures(some, likely(found, weights, threshold))
    settings = {
        "labels": list(LABELS), "roles": list(ROLES), "marks": [list(values) for values in MARKS],
        "evidence": list(EVIDENCE), **kept, "bias": round(weights[0], 4),
        "weights": [round(weight, 4) for weight in weights[1:]], "threshold": threshold,
    }  # fmt: skip
    made = {
        "recipe": recipe.digest(recipe.load(asked.recipe)), "base": base.SHA256,
        "data": {"train": fingerprint(asked.data / "train"), "dev": fingerprint(asked.data / "dev")},
        "with": {name: version(name) for name in ("torch", "onnx", "onnxruntime")},
    }  # fmt: skip
    write(asked.out, asked.model, settings, {"made": made, "scores": {"polnear-dev": scores}})
    held = [one for half in (0, 1) for one in crossed(judged, half)]
    print(json.dumps(scores, indent=1), *table(tenths(held)), sep="\n")
    print(f"expected calibration error, across halves: {calibration_error(tenths(held)):.1f}")
    return 0


def cases(some: Sequence[Text], found: Sequence[Sequence[Found]]) -> list[Case]:
    """One case for each attribution and each annotator who judges it."""
    made = []
    for number, (text, its) in enumerate(zip(some, found, strict=True)):
        for verdict in verdicts(text.text, text.copies, as_gold(its)):
            right = set(verdict.matched.values())
            made += [Case(number, its[j].evidence, j in right, verdict.weight) for j in verdict.judged]
    return made


def fitted(judged: Sequence[Case]) -> list[float]:
    """Bias and weights of a logistic regression by Newton's method; a small ridge on the weights."""
    x = np.array([(1.0, *one.evidence) for one in judged])
    y = np.array([one.right for one in judged], float)
    weight = np.array([one.weight for one in judged])
    ridge = _RIDGE * weight.sum() * np.diag([0.0, *[1.0] * (x.shape[1] - 1)])
    beta: Array = np.zeros(x.shape[1])
    for _ in range(_ROUNDS):
        p = _logistic(x @ beta)
        slope = x.T @ (weight * (y - p)) - ridge @ beta
        bend = (x * (weight * p * (1 - p))[:, None]).T @ x + ridge
        beta = beta + np.linalg.solve(bend, slope)
    return [float(value) for value in beta]


def _logistic(x: Array) -> Array:
    return 1 / (1 + np.exp(-x))


def probability(weights: Sequence[float], evidence: Sequence[float]) -> float:
    """How probable a right pair is."""
    return float(_logistic(np.array(weights) @ np.array((1.0, *evidence))))


def likely(found: Sequence[Sequence[Found]], weights: Sequence[float], least: float) -> list[list[Found]]:
    """What is found in each article with this probability or more."""
    return [[one for one in its if probability(weights, one.evidence) >= least] for its in found]


def best_threshold(some: Sequence[Text], found: Sequence[Sequence[Found]], weights: Sequence[float]) -> float:
    """The least probability to be given, for the best pair F1."""
    return max(_THRESHOLDS, key=lambda least: figures(some, likely(found, weights, least))["pair F1"])


def crossed(judged: Sequence[Case], half: int) -> list[Judgement]:
    """The cases of every second article with the probabilities that the others' cases give them."""
    weights = fitted([one for one in judged if one.text % 2 != half])
    mine = [one for one in judged if one.text % 2 == half]
    return [Judgement(probability(weights, one.evidence), one.right, one.weight) for one in mine]


def write(out: Path, model: Path, settings: dict[str, Any], manifest: dict[str, Any]) -> None:
    """Put network, vocabulary, settings and manifest into a folder; what else is there stays."""
    out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(model, out / MODEL)
    shutil.copyfile(base.folder() / "vocab.txt", out / "vocabulary.txt")
    (out / "settings.json").write_text(json.dumps(settings) + "\n", "utf-8")
    names = (MODEL, "vocabulary.txt", "settings.json")
    files = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in names}
    (out / MANIFEST).write_text(json.dumps({"files": files, **manifest}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
