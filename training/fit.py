"""Assemble the gauge's shipped folder: `python -m training.fit WHOLE.onnx INT8.onnx OUT`.

Two numbers are fitted, on UW's dev part and on replies kept for development. `widen`: what is added to both ends of
a word's bounds so that nine in ten ratings lie within (split conformal prediction, Vovk et al. 2005; in two halves
for the figure that is printed). `heat`: what divides the scores of kinds so that their probabilities hold (Guo et
al. 2017, arXiv:1706.04599). Prints how the whole-number file does beside the float32 one, and whether each window's
bits are the same alone, in another order and on two threads; ends with 1 where they are not, or where r falls by
more than LOSS.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import correlation

import numpy as np
import numpy.typing as npt

from sayso import pipeline
from sayso.brain.features import MARKS
from sayso.brain.gauge import GRADES
from sayso.brain.onnx import Numbers, numbers, opened
from training import base, graded, recipe, ship
from training.graded import Rated
from training.parity import same_bits

Array = npt.NDArray[np.float64]
GIVES = ("grades",)
#: The share of ratings that bounds shall hold.
HELD = 0.9
#: Hundredths of r that whole numbers may cost.
LOSS = 1.0
_HEATS = tuple(round(0.5 + 0.05 * step, 2) for step in range(51))


@dataclass(frozen=True, slots=True)
class Judged:
    """Of rated words what is found [N, 3] and the rating, from -1 to 1; of replies scores and kinds."""

    found: Array
    ratings: Array
    scores: Array
    kinds: npt.NDArray[np.int64]

    def r(self) -> float:
        """Pearson's r of the middle of the bounds with people's ratings, in hundredths."""
        return 100 * correlation(list((self.found[:, 0] + self.found[:, 2]) / 2), list(self.ratings))

    def right(self) -> float:
        """The percentage of replies whose likeliest kind is theirs."""
        return 100 * float((self.scores.argmax(1) == self.kinds).mean())


def judged(some: Sequence[Rated], given: Sequence[Numbers]) -> Judged:
    """What a network makes of rated words and of replies."""
    found, ratings, scores, kinds = [], [], [], []
    for one, (grades,) in zip(some, given, strict=True):
        for word, rating in one.ratings:
            found.append(grades[word, :3])
            ratings.append(rating / 3)
        for words, kind in one.kinds:
            scores.append(grades[list(words), 4:].mean(0))
            kinds.append(kind)
    return Judged(np.array(found, float), np.array(ratings), np.array(scores, float), np.array(kinds))


def widening(one: Judged, *, part: slice = slice(None)) -> float:
    """What both ends of the bounds need so that HELD of the ratings lie within."""
    low, high = np.sort(one.found[part][:, [0, 2]], axis=1).T
    short = np.maximum(low - one.ratings[part], one.ratings[part] - high)
    return float(np.quantile(short, HELD))


def held(one: Judged) -> float:
    """The percentage of ratings within bounds, each half widened by what the other half needs."""
    inside = 0
    for mine, other in ((slice(0, None, 2), slice(1, None, 2)), (slice(1, None, 2), slice(0, None, 2))):
        by = widening(one, part=other)
        low, high = np.sort(one.found[mine][:, [0, 2]], axis=1).T
        inside += int(((low - by <= one.ratings[mine]) & (one.ratings[mine] <= high + by)).sum())
    return 100 * inside / len(one.ratings)


def heat(one: Judged) -> float:
    """What divides the scores of kinds, for the best likelihood of the kinds they are."""

    def loss(by: float) -> float:
        scores = one.scores / by
        total = np.log(np.exp(scores - scores.max(1, keepdims=True)).sum(1)) + scores.max(1)
        return float((total - scores[np.arange(len(scores)), one.kinds]).mean())

    return min(_HEATS, key=loss)


def main() -> int:
    """Print the comparison and write the folder; 1 where a condition is not met."""
    parser = argparse.ArgumentParser(prog="python -m training.fit", description=__doc__.split("\n", 1)[0])
    parser.add_argument("whole", type=Path, help="the float32 file of training.export")
    parser.add_argument("quantised", type=Path, help="the file of training.quantise")
    parser.add_argument("out", type=Path, help="the folder to write")
    parser.add_argument("--recipe", type=Path, default=recipe.GAUGE)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="holds certainty/")
    parser.add_argument("--replies", type=Path, default=Path("evals/replies/dev.tsv"))
    parser.add_argument("--loss", type=float, default=LOSS, help="hundredths of r (default: %(default)s)")
    asked = parser.parse_args()
    vocabulary, tagger = base.vocabulary(), pipeline.load_brain("learned").tagger
    rated = list(graded.ratings(asked.data / "certainty" / "uw_dev.jsonl", vocabulary, tagger))
    some = [*rated, *graded.replies(asked.replies, vocabulary, styles=3)]
    windows = [one.window for one in some]
    whole, small = (judged(some, numbers(opened(path), windows, GIVES)) for path in (asked.whole, asked.quantised))
    for name, one in (("float32", whole), ("whole numbers", small)):
        print(f"{name}: r {one.r():.1f}, kinds right {one.right():.1f} %, held {held(one):.1f} %")
    same = same_bits(asked.quantised, windows, GIVES)
    print("same bits: " + ", ".join(f"{name} {value}" for name, value in same.items()))
    settings = {
        "marks": [list(values) for values in MARKS], "grades": list(GRADES),
        "widen": round(widening(small), 4), "heat": heat(small),
    }  # fmt: skip
    print(f"widen {settings['widen']}, heat {settings['heat']}")
    made = {
        "recipe": recipe.digest(recipe.gauges(asked.recipe)), "base": base.SHA256,
        "data": {name: _digest(path) for name, path in _sources(asked.data)},
        "with": {name: version(name) for name in ("torch", "onnx", "onnxruntime")},
    }  # fmt: skip
    scores = {"r": round(small.r(), 1), "kinds": round(small.right(), 1), "held": round(held(small), 1)}
    ship.write(asked.out, asked.quantised, settings, {"made": made, "scores": scores})
    return int(not all(same.values()) or whole.r() - small.r() > asked.loss)


def _sources(data: Path) -> list[tuple[str, Path]]:
    return [(name, data / "certainty" / f"{name}.jsonl") for name in ("uw_train", "uds_train", "uw_dev")]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main())
