"""How the working rooms grow: each at 1, 10, 100 and more articles, with the rules brain.

Machines are noisy, so a figure is compared within one run only: every room against `annotate` at the same number
of articles, and every size against ten times fewer (10 is linear).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bench.texts import dated
from sayso import pipeline
from sayso.annotating.annotate import annotate
from sayso.linking.link import link
from sayso.model.article import Article
from sayso.showing.show import show
from sayso.weighing.weigh import weigh

ASK = "Will the government of Halverrin announce a second round of water rationing by 30 November 2024?"
SIZES = (1, 10, 100, 1000)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """CPU seconds of one room at one size."""

    room: str
    size: int
    seconds: float


def rows(most: int) -> list[Row]:
    """All rooms at all sizes up to `most` articles."""
    return [row for size in SIZES if size <= most for row in _rooms(size)]


def _rooms(size: int) -> list[Row]:
    brain = pipeline.load_brain("rules")
    articles = dated(size)
    pages, annotating = timed(lambda: [annotate(article, brain.tagger) for article in articles])
    asked = annotate(Article("q", "--ask", ASK, "0" * 64), brain.tagger)
    case, linking = timed(lambda: link(pages, asked, entailer=brain.entailer))
    answers, weighing = timed(lambda: weigh(case))
    _, showing = timed(lambda: show(case, answers))
    seconds = {"annotate": annotating, "link": linking, "weigh": weighing, "dossier": showing}
    return [Row(room, size, spent) for room, spent in seconds.items()]


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What some work gives, and the CPU seconds that it took."""
    began = time.process_time()
    return work(), time.process_time() - began


def lines(taken: Sequence[Row]) -> list[str]:
    """The table of rooms and sizes."""
    at = {(row.room, row.size): row.seconds for row in taken}
    made = [
        f"{'room':10s} {'articles':>9s} {'CPU s':>8s} {'articles/s':>11s} {'x annotate':>11s} {'x 10 fewer':>12s}"
    ]
    for row in taken:
        fewer = at.get((row.room, row.size // 10), 0.0)
        growth = f"{row.seconds / fewer:12.1f}" if fewer and row.size >= 100 else ""
        made.append(
            f"{row.room:10s} {row.size:9d} {row.seconds:8.3f} {row.size / max(row.seconds, 1e-9):11.1f} "
            f"{row.seconds / at['annotate', row.size]:11.2f} {growth}".rstrip()
        )
    return made
