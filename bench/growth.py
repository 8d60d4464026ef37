"""How the whole grows with the articles: a case with known origins, at several sizes, each in a process of its own.

Two kinds of case, both from evals.origins.generator. "reprints": ten reports of which one is printed by all other
articles, each under first lines of its own, with their dates given or not. "generated": relays, copies, circles
and separate reports as the generator deals them. Seconds are CPU seconds of the process, by room; machines are
noisy, so sizes are compared within one run.

`python -m bench.growth reprints 1000` measures one and prints a record.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from bench.processes import megabytes
from bench.rooms import timed
from evals.origins import generator
from evals.origins.cases import KnownCase, load
from sayso import pipeline
from sayso.annotating.annotate import annotate
from sayso.linking.link import link
from sayso.linking.overreads import compared
from sayso.model.article import Article
from sayso.showing.records import case_record
from sayso.weighing.weigh import weigh

KINDS = ("reprints", "undated", "generated")
#: Reports of a case of reprints that stand for themselves, the one that is reprinted among them.
OWN = 10
SEED = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One size of one kind: CPU seconds by room and from texts to JSON, peak megabytes, origins found and known."""

    kind: str
    articles: int
    annotate: float
    link: float
    weigh: float
    records: float
    megabytes: float
    origins: int
    known: int

    @property
    def whole(self) -> float:
        """CPU seconds from texts to JSON."""
        return self.annotate + self.link + self.weigh + self.records


def measured(kind: str, articles: int, brain: str = "rules") -> Row:
    """What one size takes, in this process."""
    known = _case(kind, articles)
    using = pipeline.load_brain(brain)
    asked = annotate(Article("q", "--ask", known.question, "0" * 64), using.tagger)
    read = list(known.articles.values())
    if kind == "undated":
        read = [replace(article, published=None) for article in read]
    gc.set_threshold(100_000, 50, 100)  # as `sayso brief` does
    pages, annotating = timed(lambda: [compared(annotate(one, using.tagger, using.gauge)) for one in read])
    case, linking = timed(lambda: link(pages, asked, entailer=using.entailer))
    answers, weighing = timed(lambda: weigh(case))
    _, recording = timed(lambda: json.dumps(case_record(case, answers)))
    peak = megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return Row(
        kind, articles, annotating, linking, weighing, recording, peak, len(case.origins), len(known.origins)
    )


def _case(kind: str, articles: int) -> KnownCase:
    if kind == "generated":
        return load(generator.make(SEED, articles), "generated")
    return load(generator.reprinted(SEED, articles, max(0, articles - OWN)), "reprints")


def rows(sizes: Sequence[tuple[str, int]], brain: str = "rules") -> list[Row]:
    """Each (kind, articles) measured in a process of its own, so that memory is that of one."""
    made = []
    for kind, articles in sizes:
        command = [sys.executable, "-m", "bench.growth", kind, str(articles), "--brain", brain]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        made.append(Row(**json.loads(done.stdout)))
    return made


def sizes_to(most: int) -> list[tuple[str, int]]:
    """A tenth and all of `most` articles of each kind."""
    return [(kind, size) for kind in KINDS for size in sorted({max(OWN * 2, most // 10), most})]


def lines(taken: Sequence[Row]) -> list[str]:
    """The table; "times" is the whole against the size above of its kind, "articles" how many times as many."""
    titles = ("annotate", "link", "weigh", "records", "whole")
    head = f"{'case':10s} {'articles':>8s} " + " ".join(f"{title:>8s}" for title in titles)
    made = [f"{head} {'MB':>6s} {'origins':>8s} {'known':>6s} {'times':>6s} {'articles':>9s}"]
    before: Row | None = None
    for row in taken:
        seconds = " ".join(f"{getattr(row, title):8.2f}" for title in titles)
        line = f"{row.kind:10s} {row.articles:8d} {seconds} {row.megabytes:6.0f} {row.origins:8d} {row.known:6d}"
        if before and before.kind == row.kind:
            line += f" {row.whole / max(before.whole, 1e-9):6.1f} {row.articles / before.articles:9.1f}"
        made.append(line)
        before = row
    return made


def main(given: Sequence[str] | None = None) -> int:
    """Measure one size and print its record; 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("articles", type=int)
    parser.add_argument("--brain", choices=pipeline.BRAINS, default="rules")
    arguments = parser.parse_args(given)
    print(json.dumps(asdict(measured(arguments.kind, arguments.articles, arguments.brain))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
