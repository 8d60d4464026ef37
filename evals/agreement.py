"""How far two annotations of the same passages agree: `python -m evals.agreement FOLDER FOLDER`.

Statements are matched as a tagger's are with gold; of those that both have, kinds of reply and names are compared.
Optional statements count only where the other annotation has them, too.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from evals.attributions import match
from evals.gold import GoldStatement
from evals.passages import Passage, attribution, named, passages


class Comparison:
    """What two annotations have in common, counted, and their differences in words."""

    def __init__(self) -> None:
        """Nothing compared yet."""
        self.tally: Counter[str] = Counter()
        self.told: list[str] = []

    def compare(self, left: Passage, right: Passage) -> None:
        """Count one passage; SystemExit where the two are not of one text."""
        if left.text != right.text:
            raise SystemExit(f"{left.title}: the texts differ")
        pairs = match(left.text, [attribution(g) for g in left.gold], [attribution(g) for g in right.gold])
        for i, j in pairs.items():
            self._both(left.title, left.gold[i], right.gold[j])
        for side, passage, held in (("right", left, pairs.keys()), ("left", right, set(pairs.values()))):
            for i, one in enumerate(passage.gold):
                if i not in held and not one.optional:
                    self._alone(side, passage, one)

    def _both(self, title: str, left: GoldStatement, right: GoldStatement) -> None:
        kinds = [one.non_denial or ("denial" if one.denial else None) for one in (left, right)]
        self.tally["both"] += 1
        self.tally["both nested"] += bool(left.depth and right.depth)
        self.tally["depth"] += left.depth == right.depth
        self.tally["kinds"] += any(kinds)
        self.tally["kind"] += any(kinds) and kinds[0] == kinds[1]
        if left.name and right.name:
            self.tally["names"] += 1
            self.tally["name"] += left.name == right.name or named(left.name, (right.name,)) == "right"
        if (
            left.depth != right.depth
            or kinds[0] != kinds[1]
            or (left.name and right.name and left.name != right.name)
        ):
            self.told.append(
                f"{title}: {left.id} / {right.id}: depth {left.depth} / {right.depth}, "
                f"{kinds[0]} / {kinds[1]}, named {left.name} / {right.name}"
            )

    def _alone(self, side: str, passage: Passage, one: GoldStatement) -> None:
        self.tally["alone"] += 1
        self.tally["alone nested"] += one.depth > 0
        words = " … ".join(span.of(passage.text) for span in one.content)
        self.told.append(f"{passage.title}: not on the {side}: {one.id} [{' > '.join(one.chain)}] {words[:100]}")

    def figures(self) -> dict[str, float]:
        """How far the two agree, in percent."""
        count = self.tally
        return {
            "statements F1": 100 * 2 * count["both"] / max(1, 2 * count["both"] + count["alone"]),
            "nested F1": 100 * 2 * count["both nested"] / max(1, 2 * count["both nested"] + count["alone nested"]),
            "depth agrees": 100 * count["depth"] / max(1, count["both"]),
            "kind of reply agrees": 100 * count["kind"] / max(1, count["kinds"]),
            "name agrees": 100 * count["name"] / max(1, count["names"]),
        }


def main() -> int:
    """Print the figures, then the differences."""
    if len(sys.argv) != 3:
        raise SystemExit("python -m evals.agreement FOLDER FOLDER")
    made = Comparison()
    for left, right in zip(*(passages(Path(folder)) for folder in sys.argv[1:]), strict=True):
        made.compare(left, right)
    print(*(f"{name}: {value:.1f}" for name, value in made.figures().items()), *made.told, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
