"""The weights of linking/likeness.py: which of two numbers' likenesses say that they are one quantity.

Logistic regression on the pairs of numbers of evals/quantities/dev, one fit for pairs that share an end and one for
those that do not; run as `python -m training.quantities`. It prints the weights, and for each case how many of its
pairs the weights of the other cases judge rightly. Pairs that the material names as apart count WEIGHED times.
Features that added nothing when a case was left out have been given no weight by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from evals import quantities
from sayso import pipeline
from sayso.linking.counted import seen
from sayso.linking.likeness import ALIKE, DIFFERENT, FEATURES, Ground, barred, features

WEIGHED, NORM, ROUNDS = 12.0, 3.0, 80
FOLDER = Path(__file__).parents[1] / "evals" / "quantities" / "dev"
#: Whether a pair shares an end, its features, whether it is one quantity, how much it counts.
Row = tuple[bool, tuple[float, ...], bool, float]


def pairs(one: quantities.Found) -> Iterator[Row]:
    """The pairs of a case that may be compared; of a number with two quantities only those of equal numbers."""
    same, neutral = quantities.pairs(one.gold)
    items = [item for row in one.gold.quantities.values() for item in row]
    homes = [item.place for item in items if item.role == "total"]
    shared = {place for place in homes if homes.count(place) > 1}
    apart = {frozenset(pair) for pair in one.gold.apart}
    places = {key: place for place, key in one.keys.items() if any(item.place == place for item in items)}
    numbers = [number for page in one.case.pages for number in seen(page)]
    ground = Ground.of(numbers)
    for left, right in combinations([number for number in numbers if number.key in places], 2):
        pair = frozenset({places[left.key], places[right.key]})
        alike = any(end in right.ends for end in left.ends)
        doubtful = pair in same and pair & shared and left.ends != right.ends
        if len(pair) > 1 and pair not in neutral and not doubtful and not barred(left, right):
            yield alike, features(left, right, ground), pair in same, WEIGHED if pair in apart else 1.0


def fitted(rows: Sequence[Row], used: Sequence[str]) -> np.ndarray:
    """The weights of FEATURES on some pairs, by Newton's method; those not `used` are nought."""
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
    return weights * mask


def main() -> None:
    """Print what each left-out case gives, and the weights of all."""
    brain = pipeline.load_brain("rules")
    paths = sorted(FOLDER.glob("*.md"))
    cases = [list(pairs(quantities.found(quantities.gold(path), brain))) for path in paths]
    for alike, used in ((True, list(ALIKE)), (False, list(DIFFERENT))):
        kept = [[row for row in case if row[0] == alike] for case in cases]
        for index, (path, case) in enumerate(zip(paths, kept, strict=True)):
            weights = fitted([row for other, rows in enumerate(kept) if other != index for row in rows], used)
            right = sum((np.dot(row[1], weights) > 0) == row[2] for row in case)
            print(f"{path.stem:20} {'alike' if alike else 'different':10} {right} of {len(case)} pairs right")
        weights = fitted([row for case in kept for row in case], used)
        print({name: round(float(value), 1) for name, value in zip(FEATURES, weights, strict=True) if name in used})


if __name__ == "__main__":
    main()
