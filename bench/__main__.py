"""`python -m bench`: time the rooms in one run and print seconds, articles a CPU second, and ratios.

Machines are noisy, so a figure is compared within one run only: every room against `annotate` at the same number
of articles, and every size against ten times fewer (10 is linear).
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from sayso import pipeline
from sayso.annotating.annotate import annotate
from sayso.linking.link import link
from sayso.model.article import Article
from sayso.model.span import content_id
from sayso.model.times import Dating, Interval
from sayso.reading.read import read
from sayso.showing.show import show
from sayso.weighing.weigh import weigh

STORY = Path(__file__).parent.parent / "examples" / "second-rationing"
ASK = "Will the government of Halverrin announce a second round of water rationing by 30 November 2024?"
SIZES = (1, 10, 100, 1000)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """CPU seconds of one room at one size."""

    room: str
    size: int
    seconds: float


def main() -> int:
    """Print the tables; 0."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--most", type=int, default=100, help="the largest number of articles (default: 100)")
    arguments = parser.parse_args()
    _start_up()
    rows = [row for size in SIZES if size <= arguments.most for row in _rooms(size)]
    _table(rows)
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


def _start_up() -> None:
    """Wall seconds of whole processes, the best of five: what a user waits before anything happens."""
    base = _process([sys.executable, "-c", "pass"])
    print(f"{'start-up':24s} {'s':>7s} {'x python':>9s}")
    for name, arguments in (("--version", ["--version"]), ("--help", ["--help"])):
        seconds = _process([sys.executable, "-m", "sayso", *arguments])
        print(f"sayso {name:18s} {seconds:7.3f} {seconds / base:9.1f}")


def _process(command: list[str]) -> float:
    return min(_wall(command) for _ in range(5))


def _wall(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    began = time.process_time()
    return work(), time.process_time() - began


def _articles(size: int) -> list[Article]:
    """`size` articles made from the example story: each round moves the dates and changes every third word."""
    story = read([str(STORY / "articles")], manifest=str(STORY / "manifest.csv")).articles
    made = []
    for number in range(size):
        article = story[number % len(story)]
        turn = number // len(story)
        text = article.text if turn == 0 else _varied(article.text, turn)
        day = date(2024, 11, 1) + timedelta(days=number % 25)
        made.append(
            replace(
                article,
                id=content_id("a", number, text),
                text=text,
                layout=article.layout if turn == 0 else (),
                published=Dating(Interval(day, day), "given"),
            )
        )
    return made


def _varied(text: str, turn: int) -> str:
    """The text with every third longer word marked, so that rounds are no copies of each other."""
    words = text.split(" ")
    return " ".join(f"{w}{turn}" if i % 3 == 0 and w.isalpha() and len(w) > 6 else w for i, w in enumerate(words))


def _rooms(size: int) -> list[Row]:
    brain = pipeline.load_brain()
    articles = _articles(size)
    pages, annotating = _timed(lambda: [annotate(article, brain.tagger) for article in articles])
    asked = annotate(Article("q", "--ask", ASK, "0" * 64), brain.tagger)
    case, linking = _timed(lambda: link(pages, asked, entailer=brain.entailer))
    answers, weighing = _timed(lambda: weigh(case))
    _, showing = _timed(lambda: show(case, answers))
    seconds = {"annotate": annotating, "link": linking, "weigh": weighing, "dossier": showing}
    return [Row(room, size, spent) for room, spent in seconds.items()]


def _table(rows: list[Row]) -> None:
    at = {(row.room, row.size): row.seconds for row in rows}
    print(
        f"\n{'room':10s} {'articles':>9s} {'CPU s':>8s} {'articles/s':>11s} {'x annotate':>11s} {'x 10 fewer':>12s}"
    )
    for row in rows:
        fewer = at.get((row.room, row.size // 10), 0.0)
        growth = f"{row.seconds / fewer:12.1f}" if fewer and row.size >= 100 else f"{'':12s}"
        print(
            f"{row.room:10s} {row.size:9d} {row.seconds:8.3f} {row.size / max(row.seconds, 1e-9):11.1f} "
            f"{row.seconds / at['annotate', row.size]:11.2f} {growth}"
        )


if __name__ == "__main__":
    sys.exit(main())
