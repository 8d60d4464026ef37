"""How fast pairs of statement and hypothesis are judged, by each brain: pairs a CPU second.

The bar is 150 a CPU second at 55 word pieces a pair, three marks included; 400 would be splendid. The statements
are runs of words of the example story, none twice, each as long as fills a window of 55 with its hypothesis. What
loading takes is not counted; everything else is: rules, pieces, network, and how they are pooled.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from evals.suites import STORY
from sayso import pipeline

HYPOTHESIS = "The government of Halverrin announces a second round of water rationing by 30 November 2024"
#: Words that with the hypothesis make some 55 pieces.
_WORDS = 24
_PAIRS = 200


def statements(most: int = _PAIRS) -> list[str]:
    """Runs of words of the example story, in order, none twice."""
    words = [
        word for path in sorted((STORY / "articles").glob("*.txt")) for word in path.read_text("utf-8").split()
    ]
    runs = [" ".join(words[at : at + _WORDS]) for at in range(0, len(words) - _WORDS, _WORDS // 2)]
    return list(dict.fromkeys(runs))[:most]


def speed(brain: pipeline.Brain, texts: Sequence[str]) -> float:
    """Pairs a CPU second; the first is judged once before the clock starts."""
    brain.entailer.bear([("The ferry sails.", HYPOTHESIS)])
    began = time.process_time()
    brain.entailer.bear([(text, HYPOTHESIS) for text in texts])
    return len(texts) / max(time.process_time() - began, 1e-9)


def lines(names: Sequence[str]) -> list[str]:
    """The report."""
    texts = statements()
    fast = {name: speed(pipeline.load_brain(name), texts) for name in names}
    return [
        f"stances, {len(texts)} pairs of some 55 pieces; the bar: 150 a CPU second",
        f"{'':24s} {'pairs/CPU s':>15s}",
        *(f"{name:24s} {pairs:15.0f}" for name, pairs in fast.items()),
    ]
