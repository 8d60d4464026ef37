"""Fit the words that put a time ahead or behind: python -m training.leanings FOLDER [--polnear FOLDER] [--write].

FOLDER holds timebank.jsonl and aquaint.jsonl (the time expressions of dated news, with their values). A case is a
weekday, a day or a month that names no year and whose value in the set is one of its two occurrences next to the
day of writing; the model is a logistic one over the features of sayso.annotating.tenses and over which occurrence
is nearer (with a weight each for weekdays, days and months). Weights are pulled to what they were set to by hand
(PRIOR), else to nothing, so that a rare feature says little. With --polnear the weekdays and dates of
training/leanings.tsv (article, place, ahead or behind, read by hand) are used as well. What is printed first is
measured on each article with weights fitted on the others, beside the nearest reading. NEARNESS goes into
model/calendar.py by hand.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from sayso.annotating.blocks import blocks
from sayso.annotating.bounds import bound_of
from sayso.annotating.tenses import features
from sayso.annotating.timefinds import Find, finds
from sayso.annotating.times import passages
from sayso.annotating.timewords import Row, row
from sayso.model.article import Article
from sayso.model.calendar import timex_of
from sayso.model.timeforms import Form
from sayso.model.timexdays import days_of

TABLE = Path(__file__).parent.parent / "src" / "sayso" / "lang" / "en" / "leanings.py"
READ = Path(__file__).with_suffix(".tsv")
KINDS = ("weekday", "day", "month")
PRIOR = {
    "by": 1.0, "until": 1.2, "before": 0.7, "as-early-as": 2.0, "since": -4.0, "will before": 2.5,
    "would before": 1.5, "plan before": 1.5, "to do before": 0.3, "past before": -1.5, "said before": -2.0,
    "in -ed before": -0.5, "will in sentence": 0.5, "coming in sentence": 0.5, "past in sentence": -0.5,
    "earlier in sentence": -0.3, "was planned before": 0.2, "called off in sentence": 0.3,
    "delayed before": 0.5, "is doing before": 0.5, "owner": -0.5, "owner of a deed": -3.0, "begins": 0.5,
    "begins its sentence": 3.0, "will behind": 0.5, "will close before": 1.0, "plan close before": 0.7,
    "event behind": 0.3, "deed behind": -0.5,
}  # fmt: skip
#: Texts of the sets whose own date is later than the report's.
MISDATED = frozenset({"AP900815-0044", "APW20000115.0209"})
RIDGE, LEAST, FOLDS = 3.0, 3, 10


@dataclass(frozen=True, slots=True)
class Case:
    """A time that may lie behind or ahead: where, what stands around it, what is nearer, what is right."""

    text: str
    group: str
    kind: str
    names: tuple[str, ...]
    near: float
    ahead: bool
    now: bool


def sides(form: Form, anchor: date) -> tuple[int, int] | None:
    """How many days ago the last occurrence was and how far off the next one is; None where it has not both."""
    if form.year or form.which is not None or (form.kind == "date" and (form.n is not None or not form.month)):
        return None
    if form.kind == "weekday":
        ahead = ((form.n or 1) - anchor.isoweekday()) % 7
        return (7 - ahead, ahead) if ahead else None
    if form.kind != "date":
        return None
    here = anchor if form.day else anchor.replace(day=15)
    days = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            days.append((date(year, form.month or 1, form.day or 15) - here).days)
        except ValueError:
            continue
    if 0 in days or min(days) > 0 or max(days) < 0:
        return None
    return -max(d for d in days if d < 0), min(d for d in days if d > 0)


def case(line: Row, find: Find, anchor: date, meant: date) -> Case | None:
    """The case of a find in a text of the day `anchor` that means the day or month of `meant`."""
    both = sides(find.form, anchor)
    if both is None:
        return None
    kind = "weekday" if find.form.kind == "weekday" else "day" if find.form.day else "month"
    here, there = (anchor.replace(day=15), meant.replace(day=15)) if kind == "month" else (anchor, meant)
    off = (there - here).days
    if min(abs(off + both[0]), abs(off - both[1])) > 3 * (kind != "weekday"):
        return None
    bound = bound_of(line.text, line.span(find.first, find.last), find.form)
    names = tuple(features(line, find.first, find.last, bound))
    found = days_of(timex_of(replace(find.form, clock=""), anchor)).earliest
    now = found is not None and ((found - anchor).days > 0) == (off > 0)
    return Case("", "", kind, names, (both[0] - both[1]) / (both[0] + both[1]), off > 0, now)


def _row(text: str) -> Row:
    return row(text, passages(text, blocks(Article("a", "a", text, "0" * 64, language="en"))))


def set_cases(path: Path) -> list[Case]:
    """The cases of a set of time expressions."""
    out = []
    for record in map(json.loads, path.read_text("utf-8").splitlines()):
        if not record.get("dct") or record["id"] in MISDATED:
            continue
        line, anchor = _row(record["text"]), date.fromisoformat(record["dct"][:10])
        gold = record["spans"]
        for find in finds(line):
            span = line.span(find.first, find.last)
            meant = next((g for g in gold if g["start"] < span.end and span.start < g["end"]), None)
            days = days_of(_untimed(meant)) if meant else None
            if days and days.earliest and (made := case(line, find, anchor, days.earliest)):
                out.append(replace(made, text=record["id"], group=path.stem))
    return out


def _untimed(gold: dict[str, Any]) -> str:
    return str(gold.get("value") or gold.get("lo") or "").split("T")[0]


def read_cases(folder: Path) -> list[Case]:
    """The cases of leanings.tsv: articles of PolNeAR's training part, a place, and whether it lies ahead."""
    csv.field_size_limit(10**7)
    with (folder / "metadata.tsv").open(encoding="utf-8", newline="") as lines:
        days = {
            r["filename"]: r["publication_date"]
            for r in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        }
    out = []
    for name, start, side in (line.split("\t") for line in READ.read_text("utf-8").splitlines()):
        text = (folder / "train" / "text" / f"{name}.txt").read_text("utf-8")
        line, anchor = _row(text), date.fromisoformat(days[name])
        for find in finds(line):
            if line.starts[find.first] == int(start) and (both := sides(find.form, anchor)):
                off = both[1] if side == "ahead" else -both[0]
                if made := case(line, find, anchor, date.fromordinal(anchor.toordinal() + off)):
                    out.append(replace(made, text=name, group="polnear"))
    return out


def table(cases: Sequence[Case], names: Sequence[str]) -> np.ndarray:
    """Features of the cases: the named ones, and nearness by kind."""
    column = {name: index for index, name in enumerate(names)}
    out = np.zeros((len(cases), len(names) + 3))
    for index, one in enumerate(cases):
        for name in one.names:
            if name in column:
                out[index, column[name]] = 1
        out[index, len(names) + KINDS.index(one.kind)] = 4 * one.near
    return out


def fit(cases: Sequence[Case]) -> tuple[list[str], np.ndarray]:
    """The features met often enough and their weights, by Newton's method; the last four are those of `table`."""
    met = Counter(name for one in cases for name in set(one.names))
    names = sorted(name for name, count in met.items() if count >= LEAST or name in PRIOR)
    rows, right = table(cases, names), np.array([one.ahead for one in cases], dtype=float)
    pull = np.full(rows.shape[1], RIDGE)
    pull[-3:] = 0.3
    start = np.array([PRIOR.get(name, 0.0) for name in names] + [0.0] * 3)
    weights = start.copy()
    for _ in range(30):
        share = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (share - right) + pull * (weights - start)
        weights -= np.linalg.solve((rows.T * (share * (1 - share))) @ rows + np.diag(pull), slope)
    return names, weights


def crossed(cases: Sequence[Case]) -> Iterable[tuple[Case, bool]]:
    """Every case, and whether weights fitted on the other articles read it right."""
    texts = sorted({one.text for one in cases}, key=lambda name: (sum(map(ord, name)) * 7919) % 1000)
    fold = {name: index % FOLDS for index, name in enumerate(texts)}
    for held in range(FOLDS):
        names, weights = fit([one for one in cases if fold[one.text] != held])
        tested = [one for one in cases if fold[one.text] == held]
        scores = table(tested, names) @ weights
        yield from ((one, bool((score > 0) == one.ahead)) for one, score in zip(tested, scores, strict=True))


def main() -> None:
    """Print what is measured across articles, the nearness and the weights; write the table where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--polnear", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    cases = [one for name in ("timebank", "aquaint") for one in set_cases(given.folder / f"{name}.jsonl")]
    cases += read_cases(given.polnear) if given.polnear else []
    counts: Counter[tuple[str, str, str]] = Counter()
    for one, right in crossed(cases):
        told = {"all": True, "ahead": one.ahead, "nearest": one.now, "fitted": right}
        counts += Counter({(one.group, one.kind, name): int(value) for name, value in told.items()})
    for group, kind in sorted({key[:2] for key in counts}):
        row_ = {name: counts[group, kind, name] for name in ("all", "ahead", "nearest", "fitted")}
        print(f"{group:9} {kind:8} {row_}")
    names, weights = fit(cases)
    print("NEARNESS", dict(zip(KINDS, (4 * weights[-3:]).round(1), strict=True)))
    kept = {
        name: round(float(weight), 2) for name, weight in zip(names, weights, strict=False) if abs(weight) >= 0.05
    }
    for name, value in kept.items():
        print(f"{value:6.2f} {name}")
    if given.write:
        head, _, _ = TABLE.read_text("utf-8").partition("WEIGHTS: ")
        rows = "".join(
            f"    {json.dumps(name) if chr(34) not in name else repr(name)}: {value},\n"
            for name, value in kept.items()
        )
        TABLE.write_text(f"{head}WEIGHTS: Final[dict[str, float]] = {{\n{rows}}}\n", "utf-8")


if __name__ == "__main__":
    main()
