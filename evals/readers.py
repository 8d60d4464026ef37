"""Answers against careful readers': cases with the range that a reader of the articles gives, day by day.

A case is Markdown: the question and articles as in evals/origins/cases.py, without marks, then three tables:
"Answers" (as of, low, high, why), "Outcome" (happened, known, source), "Forecasts" (article, who, words, by,
class).
`python -m evals.readers FILE...` prints the answer of each day with its reasons beside the reader's.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evals.floors import Result
from evals.origins.cases import KnownCase, load, rows
from evals.rates import share
from sayso import pipeline
from sayso.errors import FormatError
from sayso.model.answers import Answers
from sayso.model.case import Case
from sayso.model.span import Span
from sayso.weighing.pool import counting
from sayso.weighing.weights import PRIOR


@dataclass(frozen=True, slots=True)
class Reader:
    """What a careful reader of everything published by `day` gives: a range of probability, and why."""

    day: date
    low: float
    high: float
    why: str

    def miss(self, probability: float) -> float:
        """How far a probability lies outside of the range, in points; 0 where it lies within."""
        return 100 * max(0.0, self.low - probability, probability - self.high)


@dataclass(frozen=True, slots=True)
class Foretold:
    """A forecast that the articles hold: the article's number, the words as they stand, the last day if any."""

    number: str
    words: str
    by: date | None


@dataclass(frozen=True, slots=True)
class ReadCase:
    """A case with what readers make of it."""

    name: str
    case: KnownCase
    readers: tuple[Reader, ...]
    happened: bool
    foretold: tuple[Foretold, ...]


def read(path: Path) -> ReadCase:
    """The case of a file; FormatError where it has no answers or no outcome."""
    text = path.read_text("utf-8")
    readers = tuple(
        Reader(date.fromisoformat(row["as of"]), float(row["low"]), float(row["high"]), row["why"])
        for row in rows(text, "Answers")
    )
    outcome = next(rows(text, "Outcome"), None)
    if not readers or outcome is None:
        raise FormatError(f"{path.name}: the tables of answers and of the outcome are wanted")
    foretold = tuple(
        Foretold(row["article"], row["words"], None if row["by"] in {"", "-"} else date.fromisoformat(row["by"]))
        for row in rows(text, "Forecasts")
    )
    return ReadCase(path.stem, load(text, path.stem), readers, outcome["happened"] == "yes", foretold)


def answered(one: ReadCase, brain: pipeline.Brain, day: date) -> tuple[Case, Answers]:
    """The case and its answers as of a day, from the articles that were out by then."""
    out = [a for a in one.case.articles.values() if a.published and (a.published.interval.latest or day) <= day]
    return pipeline.build(out, pipeline.Question(one.case.question, as_of=day), brain)


def figures(paths: Sequence[Path], brain: pipeline.Brain, *, fingerprint: str) -> Result:
    """Days on which the answer lies in the reader's range, beside the prior alone and counting, in percent.

    Counting takes the share of statements for it among those that take a side, and the prior where none does. An
    answer of "cannot say" is in range only where its number is.
    """
    misses: list[tuple[float, float, float]] = []
    squares: list[tuple[float, float, float]] = []
    forecasts = [0, 0, 0, 0]
    for one in map(read, sorted(paths)):
        for reader in one.readers:
            case, answers = answered(one, brain, reader.day)
            counted = counting(case, case.hypotheses[0].id)
            ways = (answers.answers[0].probability, PRIOR, PRIOR if counted is None else counted)
            misses.append((reader.miss(ways[0]), reader.miss(ways[1]), reader.miss(ways[2])))
        squares.append(tuple(100 * (way - one.happened) ** 2 for way in ways))  # type: ignore[arg-type]  # three
        forecasts = [a + b for a, b in zip(forecasts, _forecasts(one, case, answers), strict=True)]
    hit, gold, given, dated = forecasts
    within = [share(sum(not miss for miss in column), len(column)) for column in zip(*misses, strict=True)]
    off = [sum(column) / len(column) for column in zip(*misses, strict=True)]
    brier = [sum(column) / len(column) for column in zip(*squares, strict=True)]
    beside = ("here", "the prior alone", "counting")
    return Result(
        {
            "answers in range": within[0],
            "forecasts found": share(hit, gold),
            "forecasts, day right": share(dated, hit),
        },
        fingerprint,
        {"points off the range": off[0], "Brier x 100 on the last day": brier[0]},
        details=(
            *(
                f"{name}: {a:.1f} in range, {b:.1f} points off, Brier x 100 on the last day {c:.1f}"
                for name, a, b, c in zip(beside, within, off, brier, strict=True)
            ),
            f"{len(misses)} days of {len(squares)} cases; {given} forecasts given",
        ),
    )


def _forecasts(one: ReadCase, case: Case, answers: Answers) -> tuple[int, int, int, int]:
    """Forecasts of the gold that were found, all of the gold, all that are given, found ones with their day."""
    places = {s.id: (page.article.id, s.content) for page in case.pages for s in page.statements}
    held = {page.article.id for page in case.pages}
    found = gold = dated = 0
    for wanted in one.foretold:
        article = one.case.articles[wanted.number]
        at = article.text.find(wanted.words)
        if at < 0 or article.id not in held:
            continue
        gold += 1
        span = Span(at, at + len(wanted.words))
        days = [
            each.by
            for each in answers.forecasts
            if places[each.statement][0] == article.id
            and any(part.overlaps(span) for part in places[each.statement][1])
        ]
        found += bool(days)
        dated += wanted.by in days
    return found, gold, len(answers.forecasts), dated


def _printed(one: ReadCase, brain: pipeline.Brain) -> Iterator[str]:
    """What the readers give and what is answered, with the reasons."""
    yield f"# {one.name}: {one.case.question} (happened: {'yes' if one.happened else 'no'})"
    for reader in one.readers:
        _, answers = answered(one, brain, reader.day)
        answer = answers.answers[0]
        miss = reader.miss(answer.probability)
        right = f"OFF by {miss:.0f}" if miss else "in"
        yield f"\n## {reader.day}: {reader.low:.2f} to {reader.high:.2f}, here {answer.probability:.2f} {right}"
        yield f"reader: {reader.why}"
        for reason in answer.reasons:
            yield f"  {reason.weight:+.2f} {reason.text} [{'; '.join(reason.parts)}]"


def main(given: Sequence[str] | None = None) -> int:
    """0; 2 for a case that is kept aside."""
    parser = argparse.ArgumentParser(prog="python -m evals.readers", description=__doc__.split("\n", 1)[0])
    parser.add_argument("cases", nargs="+", metavar="FILE", type=Path)
    parser.add_argument("--brain", default="rules", choices=pipeline.BRAINS)
    arguments = parser.parse_args(given)
    if aside := [path for path in arguments.cases if path.resolve().parent.name == "test"]:
        print(f"kept aside: {', '.join(map(str, aside))}", file=sys.stderr)
        return 2
    brain = pipeline.load_brain(arguments.brain)
    for path in arguments.cases:
        print("\n".join(_printed(read(path), brain)), end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
