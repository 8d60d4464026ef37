"""The weights of linking/likeness.py: which of two numbers' likenesses say that they are one quantity.

Logistic regression on the pairs of numbers of evals/quantities/dev, one fit for pairs that share an end and one for
those that do not; run as `python -m training.quantities`. It prints for each case what whole groups give with the
weights of the other cases, then the weights of all, as likeness.py has them. Pairs that the material names as apart
count WEIGHED times; SHIFTS move the weight of "one". Both, and the features in use, were chosen on the sums over
the cases left out, for the most pairs found at a precision of 85 per cent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import numpy as np

from evals import quantities
from sayso import pipeline
from sayso.linking.clusters import grouped
from sayso.linking.counted import Seen, seen
from sayso.linking.likeness import FEATURES, Ground, Weights, barred, features, shares_end

WEIGHED, NORM, ROUNDS = 4.0, 3.0, 25
#: What is used where numbers share an end, and where they do not, and what "one" is moved by after the fit.
USED = (
    (
        *("one", "rare value", "same head", "one head unknown", "money or percent", "near words", "all words"),
        *("same happening", "other happenings", "other years", "same article", "own heading", "contested"),
    ),
    ("one", "distance of values", "money or percent", "near words", "same happening", "other years", "same harm"),
)
SHIFTS = (-0.5, 0.8)
FOLDER = Path(__file__).parents[1] / "evals" / "quantities" / "dev"
#: Whether a pair shares an end, its features, whether it is one quantity, how much it counts.
Row = tuple[bool, tuple[float, ...], bool, float]


@dataclass(frozen=True, slots=True)
class Read:
    """A case, its numbers in the order of their days, and the pairs that may be compared."""

    name: str
    found: quantities.Found
    numbers: tuple[Seen, ...]
    ground: Ground
    rows: tuple[Row, ...]


def read(path: Path, brain: pipeline.Brain) -> Read:
    """A case of a file, read and linked."""
    found = quantities.found(quantities.gold(path), brain)
    order = {article.id: number for number, article in enumerate(found.gold.articles)}
    pages = sorted(found.case.pages, key=lambda page: order[page.article.id])
    numbers = tuple(number for page in pages for number in seen(page))
    ground = Ground.of(numbers)
    return Read(path.stem, found, numbers, ground, tuple(pairs(found, numbers, ground)))


def pairs(one: quantities.Found, numbers: Sequence[Seen], ground: Ground) -> Iterator[Row]:
    """The pairs of a case that may be compared; of a number with two quantities only those of equal numbers."""
    same, neutral = quantities.pairs(one.gold)
    items = [item for row in one.gold.quantities.values() for item in row]
    homes = [item.place for item in items if item.role == "total"]
    shared = {place for place in homes if homes.count(place) > 1}
    apart = {frozenset(pair) for pair in one.gold.apart}
    wanted = {item.place for item in items}
    places = {key: place for place, key in one.keys.items() if place in wanted}
    for left, right in combinations([number for number in numbers if number.key in places], 2):
        pair = frozenset({places[left.key], places[right.key]})
        doubtful = pair in same and pair & shared and left.ends != right.ends
        if len(pair) > 1 and pair not in neutral and not doubtful and not barred(left, right):
            given = features(left, right, ground)
            yield shares_end(left, right), given, pair in same, WEIGHED if pair in apart else 1.0


def fitted(cases: Sequence[Read]) -> Weights:
    """The weights of FEATURES on some cases."""
    alike, different = (
        _fit([row for case in cases for row in case.rows if row[0] == equal], used, shift)
        for equal, used, shift in zip((True, False), USED, SHIFTS, strict=True)
    )
    return alike, different


def _fit(rows: Sequence[Row], used: Sequence[str], shift: float) -> tuple[float, ...]:
    """The weights on some pairs, by Newton's method, to a tenth; those not `used` are nought."""
    mask = np.array([name in used for name in FEATURES], float)
    given = np.array([row[1] for row in rows], float) * mask
    wanted, counts = np.array([row[2] for row in rows], float), np.array([row[3] for row in rows])
    norm = np.diag([0.1, *[NORM] * (len(FEATURES) - 1)])
    weights = np.zeros(len(FEATURES))
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (counts * (wanted - chance)) - norm @ weights
        bend = (given * (counts * chance * (1 - chance) + 1e-6)[:, None]).T @ given + norm
        weights = weights + np.linalg.solve(bend, slope)
    weights[0] += shift
    return tuple(round(float(weight), 1) for weight in weights * mask)


def judged(one: Read, weights: Weights) -> Counter[str]:
    """What evals/quantities counts of a case grouped by some weights: the pairs, and those kept apart."""
    groups = grouped(one.numbers, one.ground, weights)
    home = {number.key: index for index, group in enumerate(groups) for number in group}
    told = quantities.counts(replace(one.found, group=home))
    return Counter({name: told[name] for name in ("same", "joined", "joined right", "apart", "apart kept")})


def line(name: str, told: Counter[str]) -> str:
    """Precision, recall and what was kept apart, in per cent."""
    parts = (("joined right", "joined"), ("joined right", "same"), ("apart kept", "apart"))
    return f"{name:20}" + "".join(f"{100 * told[part] / max(1, told[whole]):8.1f}" for part, whole in parts)


def main() -> None:
    """Print what each left-out case gives, and the weights of all."""
    brain = pipeline.load_brain("rules")
    cases = [read(path, brain) for path in sorted(FOLDER.glob("*.md"))]
    print(f"{'left out':20}{'P':>8}{'R':>8}{'apart':>8}")
    whole: Counter[str] = Counter()
    for case in cases:
        told = judged(case, fitted([other for other in cases if other is not case]))
        whole += told
        print(line(case.name, told))
    print(line("all", whole))
    for name, used, weights in zip(("ALIKE", "DIFFERENT"), USED, fitted(cases), strict=True):
        print(name, {each: weight for each, weight in zip(FEATURES, weights, strict=True) if each in used})


if __name__ == "__main__":
    main()
