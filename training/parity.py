"""How far a quantised file is from its float32 one: `python -m training.parity FP32.onnx INT8.onnx`.

Prints, for PolNeAR's dev articles: differences of label scores, the share of words whose best label changes, pair
F1 of the tagger's raw findings with both files, articles a CPU second of one thread, and whether each window's bits
are the same alone, in another order and on two threads. Ends with 1 where they are not, or where F1 falls by more
than LOSS.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sayso.brain.decoding import tables_of
from sayso.brain.features import Window
from sayso.brain.onnx import TAGGER, Numbers, numbers, opened
from training import base
from training.data import Text, texts
from training.scoring import figures, found_in

LOSS = 0.3


def differences(left: Sequence[Sequence[Numbers]], right: Sequence[Sequence[Numbers]]) -> dict[str, float]:
    """Largest and mean difference of label scores, and the percentage of words whose best label changes."""
    a, b = (np.concatenate([scores for its in side for scores, _ in its]) for side in (left, right))
    apart = np.abs(a - b)
    changed = 100 * float((a.argmax(1) != b.argmax(1)).mean())
    return {"largest": float(apart.max()), "mean": float(apart.mean()), "labels changed %": changed}


def same_bits(path: Path, windows: Sequence[Window], gives: tuple[str, ...] = TAGGER) -> dict[str, bool]:
    """Whether windows get the same bits alone, in another order, and on two threads, as all together."""
    one, two = opened(path), opened(path, threads=2)
    together = numbers(one, windows, gives)
    order = list(range(len(windows)))
    random.Random(1).shuffle(order)  # noqa: S311 an order, no secret
    shuffled = dict(zip(order, numbers(one, [windows[i] for i in order], gives), strict=True))
    return {
        "alone": _same(together, [numbers(one, [window], gives)[0] for window in windows]),
        "in another order": _same(together, [shuffled[i] for i in range(len(windows))]),
        "on two threads": _same(together, numbers(two, windows, gives)),
        "alone on two threads": _same(together, [numbers(two, [window], gives)[0] for window in windows]),
    }


def same_pieces(some: Sequence[Text]) -> float:
    """The percentage of windows that the base model's own tokenizer cuts into the same pieces."""
    from tokenizers import Tokenizer  # noqa: PLC0415 comes with the base model's package, in training alone

    theirs = Tokenizer.from_file(str(base.folder() / "tokenizer.json"))
    theirs.no_truncation()
    theirs.no_padding()
    windows = [(one.text, window) for one in some for window in one.windows]
    same = 0
    for text, window in windows:
        words = [word.of(text) for word in window.words]
        same += theirs.encode(words, is_pretokenized=True).ids == list(window.pieces)
    return 100 * same / len(windows)


def _same(left: Sequence[Numbers], right: Sequence[Numbers]) -> bool:
    return all(
        np.array_equal(mine, theirs)
        for a, b in zip(left, right, strict=True)
        for mine, theirs in zip(a, b, strict=True)
    )


def main() -> int:
    """Print the comparison; 1 where a condition is not met."""
    parser = argparse.ArgumentParser(prog="python -m training.parity", description=__doc__.split("\n", 1)[0])
    parser.add_argument("whole", type=Path, help="the float32 file of training.export, its tables beside it")
    parser.add_argument("quantised", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear"))
    parser.add_argument(
        "--loss", type=float, default=LOSS, help="points of pair F1 that may be lost (default: %(default)s)"
    )
    asked = parser.parse_args()
    if not (asked.data / "dev").is_dir():
        sys.exit(f"{asked.data / 'dev'}: no articles to compare on; name PolNeAR's folder with --data")
    vocabulary = base.vocabulary()
    some = texts(asked.data / "dev", vocabulary)
    kept = json.loads(asked.whole.with_suffix(".json").read_text("utf-8"))
    found, f1 = [], []
    for path in (asked.whole, asked.quantised):
        session = opened(path)
        began = time.process_time()
        found.append([numbers(session, one.windows) for one in some])
        speed = len(some) / (time.process_time() - began)
        told = [found_in(one, its, tables_of(kept)) for one, its in zip(some, found[-1], strict=True)]
        f1.append(figures(some, told)["pair F1"])
        print(
            f"{path}: pair F1 {f1[-1]:.2f}, {speed:.1f} articles a CPU second, {path.stat().st_size / 1e6:.1f} MB"
        )
    print(", ".join(f"{name} {value:.3f}" for name, value in differences(*found).items()))
    print(f"windows in the pieces of the base model's own tokenizer: {same_pieces(some):.2f} %")
    same = same_bits(asked.quantised, [window for one in some for window in one.windows])
    print("same bits: " + ", ".join(f"{name} {value}" for name, value in same.items()))
    return int(not all(same.values()) or f1[0] - f1[1] > asked.loss)


if __name__ == "__main__":
    sys.exit(main())
