"""Whether linking and weighing still give what they gave, byte by byte: for work on speed that changes nothing.

`python -m bench.unchanged FOLDER` keeps pages and records of every case in a folder where it holds none, and else
links and weighs the kept pages anew and names the first line that differs. Cases: the example story, the written
stories of evals/cases that are there to develop on, the articles that the measuring data has whole (if present) and
made articles. Each is linked without rulings and with a few: rejections, a join, a split, a day.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from bench.rooms import ASK
from bench.texts import dated
from evals.example import question
from evals.suites import CASES, DATA, SEED_QUESTION, STORY
from sayso import pipeline
from sayso.model.article import Article
from sayso.model.case import Case, Page
from sayso.model.rulings import Ruling
from sayso.reading.read import read
from sayso.showing.records import case_record

#: The written stories that may be looked at.
WRITTEN = ("harbour-merger", "fever-school", "general-steps-down")
_Asked = tuple[str, str, tuple[Article, ...]]


def asked(made: int) -> Iterator[_Asked]:
    """The cases: name, question, articles; `made` is how many articles are made."""
    yield "example", ASK, _read(STORY)
    for name in WRITTEN:
        yield name, question(CASES / name), _read(CASES / name)
    seeds = sorted(map(str, (DATA / "seeds").glob("*.txt")))
    if seeds:
        yield "seeds", SEED_QUESTION, read(seeds).articles
    yield f"made-{made}", ASK, tuple(dated(made))


def _read(folder: Path) -> tuple[Article, ...]:
    return read([str(folder / "articles")], manifest=str(folder / "manifest.csv")).articles


def rulings(pages: Sequence[Page], sources: Sequence[str]) -> tuple[Ruling, ...]:
    """A few decisions on a case, the same every time."""
    said = [statement.id for page in pages for statement in page.statements]
    given: list[tuple[str, str, str | None]] = [(key, "reject", None) for key in said[::17]]
    given += [(f"{a}+{b}", "merge", None) for a, b in zip(said[3::41], said[5::41], strict=False)]
    given += [(f"{a}+{b}", "split", None) for a, b in zip(said[4::43], said[6::43], strict=False)]
    given += [(f"{a}+{b}", "merge", None) for a, b in zip(sources[2::29], sources[4::29], strict=False)]
    given += [(page.article.id, "date", "2024-11-09") for page in pages[::50]]
    return tuple(
        Ruling(target, verdict, "a clerk", f"2024-12-01T00:00:{number % 60:02d}", "tried", value)  # type: ignore[arg-type]
        for number, (target, verdict, value) in enumerate(given)
    )


def told(case: Case, answers: object) -> str:
    """All that a case and its answers hold, on lines: the record of both, and the case itself."""
    record = case_record(case, answers, own_voice=True)  # type: ignore[arg-type]
    whole = {"record": record, "case": msgspec.to_builtins(case), "answers": msgspec.to_builtins(answers)}
    return json.dumps(whole, ensure_ascii=False, indent=0, sort_keys=True)


def main(given: Sequence[str] | None = None) -> int:
    """Keep or compare; 0 where nothing differs."""
    parser = argparse.ArgumentParser(prog="python -m bench.unchanged", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--made", type=int, default=500, help="how many articles are made (default: 500)")
    parser.add_argument("--brain", action="append", choices=pipeline.BRAINS, help="this brain only")
    arguments = parser.parse_args(given)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    differs = 0
    for name in arguments.brain or pipeline.BRAINS:
        brain = pipeline.load_brain(name)
        for case, words, articles in asked(arguments.made):
            pages = _pages(arguments.folder / f"{name}-{case}.pages", articles, brain)
            differs += sum(not same for same in _compared(arguments.folder / f"{name}-{case}", pages, words, brain))
    print(f"{differs} of the cases differ" if differs else "nothing differs")
    return bool(differs)


def _pages(kept: Path, articles: Sequence[Article], brain: pipeline.Brain) -> list[Page]:
    """The pages of a case, annotated once and kept."""
    if not kept.exists():
        kept.write_bytes(msgspec.json.encode([pipeline.annotated(article, brain) for article in articles]))
    return msgspec.json.decode(kept.read_bytes(), type=list[Page])


def _compared(kept: Path, pages: list[Page], words: str, brain: pipeline.Brain) -> Iterator[bool]:
    """For a case without and with rulings whether it is as it was kept; True where it is kept only now."""
    sources = [source.id for page in pages for source in page.sources]
    for what, decided in (("plain", ()), ("ruled", rulings(pages, sources))):
        began = time.process_time()
        case, answers = pipeline.linked(pages, pipeline.Question(words), brain, rulings=decided)
        took = time.process_time() - began
        found = told(case, answers)
        file = kept.with_name(f"{kept.name}-{what}.json")
        if not file.exists():
            file.write_text(found, "utf-8")
        before = file.read_text("utf-8")
        digest = hashlib.sha256(found.encode()).hexdigest()[:12]
        print(
            f"{file.stem:32s} {took:8.2f} CPU s  {digest}  {'same' if before == found else 'DIFFERS'}", flush=True
        )
        if before != found:
            lines = zip(before.splitlines(), found.splitlines(), strict=False)
            print(next((f"  was {one[:300]}\n  now {other[:300]}" for one, other in lines if one != other), ""))
        yield before == found


if __name__ == "__main__":
    sys.exit(main())
