"""How fast each brain reads: articles a CPU second, where the time goes, start-up and peak memory.

Everything from a text to a page counts: blocks, sentences, the tagger, times, amounts, sources, statements. Time is
CPU time of this process with all its threads, so that a figure says the same on a busy machine. The model is loaded
before the clock starts; what loading takes stands under start-up, of a fresh process that reads one article.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.processes import Used, least, used
from bench.stopwatch import Stage, Stopwatch
from bench.texts import WORDS, news
from sayso import pipeline
from sayso.annotating.annotate import annotate
from sayso.model.article import Article
from sayso.model.span import content_id

TAGGER, FEATURES, HINTS, ENCODER, INNER = "tagger", "features", "hints", "encoder", "inner"


@dataclass(frozen=True, slots=True)
class Speed:
    """A brain's CPU seconds over articles: `whole`, and of it by stage; `words` read."""

    whole: float
    stages: dict[str, float]
    words: int

    @property
    def articles(self) -> float:
        """Articles of 750 words a CPU second."""
        return self.words / WORDS / max(self.whole, 1e-9)

    def shares(self) -> dict[str, float]:
        """Percent of the whole by part, none counted twice; parts that a brain does not have are left out."""
        of = self.stages.get
        parts = {
            "features": of(FEATURES, 0.0),
            "rules' hints": of(HINTS, 0.0),
            "encoder": of(ENCODER, 0.0),
            "rules in contents": of(INNER, 0.0),
        }
        name = "decoding" if of(ENCODER) else "tagger"
        parts[name] = of(TAGGER, 0.0) - sum(parts.values())
        parts["all else"] = self.whole - of(TAGGER, 0.0)
        return {part: 100 * seconds / max(self.whole, 1e-9) for part, seconds in parts.items() if seconds > 0}


def stages(brain: pipeline.Brain) -> list[Stage]:
    """What to watch of a brain: its tagger; of a learned one features, hints, encoder and the rules' share, too."""
    watched = [Stage(TAGGER, type(brain.tagger), "tag")]
    if brain.tagger.name == "rules":
        return watched
    learned, rules = (importlib.import_module(f"sayso.brain.{name}") for name in ("learned", "rules"))
    return [
        *watched,
        Stage(FEATURES, learned, "of_sketch"),
        Stage(HINTS, learned, "sketched"),
        Stage(ENCODER, learned.Encoder, "run"),
        Stage(INNER, rules.RuleTagger, "tag"),
    ]


def speed(brain: pipeline.Brain, texts: Sequence[str]) -> Speed:
    """How fast a brain annotates texts, one article at a time; the first is read once before the clock starts."""
    articles = [
        Article(content_id("a", text), f"{number}.txt", text, "0" * 64) for number, text in enumerate(texts)
    ]
    annotate(articles[0], brain.tagger)
    watch = Stopwatch()
    with watch.watching(stages(brain)):
        began = time.process_time()
        for article in articles:
            annotate(article, brain.tagger)
        whole = time.process_time() - began
    return Speed(whole, dict(watch.seconds), sum(len(text.split()) for text in texts))


def processes(name: str, texts: Sequence[str]) -> tuple[Used, Used]:
    """What `sayso read` uses with a brain: on the article nearest to 750 words, and on all."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number:04d}.txt") for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, "utf-8", newline="")
        typical = min(range(len(texts)), key=lambda number: abs(len(texts[number].split()) - WORDS))
        read = [sys.executable, "-m", "sayso", "read", "--jsonl", "--brain", name]
        compiled = str(Path(folder, "compiled"))
        return least([*read, str(paths[typical])], compiled=compiled), used(
            [*read, *map(str, paths)], compiled=compiled
        )


def lines(names: Sequence[str], size: int) -> list[str]:
    """The report on the brains called `names`, over `size` articles."""
    texts, origin = news(size)
    words = sum(len(text.split()) for text in texts)
    made = [
        f"{len(texts)} articles {origin} of {words / len(texts):.0f} words; speeds are for {WORDS} words, of which",
        "GenderGapTracker reads 5 to 6 a CPU second",
        f"{'brain':10s} {'articles/CPU s':>15s} {'start-up CPU s':>15s} {'MB, 1 article':>14s} {'MB, all':>8s}",
    ]
    parts: list[str] = []
    for name in names:
        taken = speed(pipeline.load_brain(name), texts)
        one, every = processes(name, texts)
        made.append(
            f"{name:10s} {taken.articles:15.1f} {one.seconds:15.2f} {one.megabytes:14.0f} {every.megabytes:8.0f}"
        )
        shares = ", ".join(f"{part} {share:.1f} %" for part, share in taken.shares().items())
        parts.append(f"{name} spends: {shares}{_beside(taken)}")
    return [*made, *parts]


def _beside(taken: Speed) -> str:
    """How much there is beside the encoder, for brains that have one."""
    encoder = taken.stages.get(ENCODER)
    return f"; beside the encoder {100 * (taken.whole / encoder - 1):.0f} % of its time" if encoder else ""
