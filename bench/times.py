"""How fast times and amounts alone are read: the call, where its time goes, and `sayso read --only` as a process.

The bars are 150 articles of 750 words a CPU second and 60 MB. A process counts everything: start-up, reading files,
printing JSON. It reads the articles once and four times over (each copy a file of its own), so that memory which
grows with their number shows. For comparison: HeidelTime reads 0.5 to 2 a CPU second in 431 MB.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.brains import Speed
from bench.processes import Used, used
from bench.stopwatch import Stage, Stopwatch
from bench.texts import WORDS, news
from sayso.annotating import partial
from sayso.model.article import Article
from sayso.model.span import content_id

_STAGES = (
    Stage("blocks", partial, "find_blocks"),
    Stage("times", partial, "times_and_notes"),
    Stage("amounts", partial, "find_amounts"),
)


def speed(texts: Sequence[str]) -> Speed:
    """How fast times and amounts of texts are found, one article at a time; the first is read once before."""
    articles = [Article(content_id("a", text), f"{n}.txt", text, "0" * 64) for n, text in enumerate(texts)]
    partial.partial(articles[0], partial.LAYERS)
    watch = Stopwatch()
    with watch.watching(_STAGES):
        began = time.process_time()
        for article in articles:
            partial.partial(article, partial.LAYERS)
        whole = time.process_time() - began
    return Speed(whole, dict(watch.seconds), sum(len(text.split()) for text in texts))


def processes(texts: Sequence[str], copies: int) -> Used:
    """What `sayso read --only times,amounts` uses from its start to its end, on `copies` files of each text."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            for copy in range(copies):
                path = Path(folder, f"{number:04d}-{copy}.txt")
                path.write_text(f"{text}\n\nCopy {copy}.\n" if copy else text, "utf-8", newline="")
        read = [sys.executable, "-m", "sayso", "read", "--only", "times,amounts", "--jsonl", folder]
        compiled = str(Path(folder, "compiled"))
        first, second = (used(read, compiled=compiled) for _ in range(2))
        return Used(min(first.seconds, second.seconds), min(first.megabytes, second.megabytes))


def lines(size: int) -> list[str]:
    """The report over `size` articles."""
    texts, origin = news(size)
    taken = speed(texts)
    once, often = processes(texts, 1), processes(texts, 4)
    shares = ", ".join(f"{name} {100 * spent / taken.whole:.0f} %" for name, spent in taken.stages.items())
    rows: list[tuple[str, float, float, float | None]] = [("the call", taken.articles, 1.0, None)]
    for shown, given, copies in (("sayso read --only", once, 1), ("the same, four times", often, 4)):
        articles = copies * taken.words / WORDS / given.seconds
        rows.append((shown, articles, articles / taken.articles, given.megabytes))
    return [
        f"times and amounts alone, {len(texts)} articles {origin}; the bars: 150 articles a CPU second, 60 MB",
        f"{'':24s} {'articles/CPU s':>15s} {'x the call':>11s} {'MB':>5s}",
        *(f"{name:24s} {fast:15.0f} {ratio:11.2f} {f'{room:5.0f}' if room else ''}".rstrip()
          for name, fast, ratio, room in rows),
        f"the call spends: {shares}",
    ]  # fmt: skip
