"""Fit what a text's times say about its day of issue: python -m training.dating FOLDER [--times FOLDER].

FOLDER holds PolNeAR (metadata.tsv, train/text/); --times adds timebank.jsonl and aquaint.jsonl, dated news as well.
Two fits, both of the chance that a model gives the true day against others; what is printed goes by hand into
linking/clues.py (`REACHES`) and linking/weekdays.py.

- Days and months without a year, as past, ahead or open by the words around them: the true day against the other
  364 around it. For each of these the numbers of `Reach` are searched one after the other over a grid.
- Weekdays: a conditional logit over the seven days, one table of seven for being named, for the logarithm of how
  often, for being named most, for lying ahead, for lying open, and for the days on which papers come out less.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np

from sayso.annotating.blocks import blocks
from sayso.annotating.times import times
from sayso.linking.clues import FAR, WORST, Reach, lean_of, period, periods
from sayso.linking.weekdays import weekdays_named
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.times import Dating, Interval

YEAR: Final = 365
#: The grid: what each number of a unit and a way may be. `each` is for a log-odds of 1.
GRID: Final = {
    "scale": (2.0, 5.0, 10.0, 20.0, 45.0, 90.0, 150.0),
    "steep": (0.6, 0.8, 1.0, 1.25, 1.5, 2.0),
    "inside": (-3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0),
    "least": (-0.4, 0.0, 0.2, 0.5, 0.8, 1.2, 1.6, 2.0),
    "far": (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0),
    "gone": (0.0, 0.5, 1.0, 1.5, 2.0, 3.0),
    "each": (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0),
}
STARTS: Final = (Reach(45.0, -1.0, least=0.5, each=0.5), Reach(90.0, -1.0, 1.25, 1.2, 0.6, 2.0, 1.0))
ROUNDS: Final = 4
#: Of the weekdays' fit: what large weights cost, and how it is climbed.
RIDGE, STEPS, RATE = 2.0, 1500, 0.05
TABLES: Final = ("named", "often", "most", "ahead", "open")

#: A case of a period: the odds of its words, and of each of its years around how many days it is past (above 0) or
#: ahead (below 0) on each day of the grid, and which share of it is over.
Case = tuple[float, np.ndarray, np.ndarray]


def dated(name: str, text: str, day: date) -> Page:
    """A page with its times and its day."""
    article = Article(name, name, text, "0" * 64, published=Dating(Interval(day, day), "given"))
    parts = blocks(article)
    return Page(article, parts, times=times(replace(article, published=None), parts))


def polnear(folder: Path) -> Iterator[Page]:
    """The training articles of PolNeAR."""
    csv.field_size_limit(10**7)
    with (folder / "metadata.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["compartment"] == "train":
                path = folder / "train" / "text" / f"{row['filename']}.txt"
                yield dated(path.stem, path.read_text("utf-8"), date.fromisoformat(row["publication_date"]))


def reports(path: Path) -> Iterator[Page]:
    """The dated texts of a set of time expressions."""
    for record in map(json.loads, path.read_text("utf-8").splitlines()):
        if record.get("dct"):
            yield dated(record["id"], record["text"], date.fromisoformat(record["dct"][:10]))


def day_of(page: Page) -> int:
    """The day of a page as an ordinal."""
    if page.article.published is None or page.article.published.interval.earliest is None:
        raise ValueError(f"no date: {page.article.id}")
    return page.article.published.interval.earliest.toordinal()


# ---- days and months


def cases(pages: Iterable[Page]) -> dict[tuple[str, int], list[Case]]:
    """The periods without a year of all texts, by unit and way; the true day is in the middle of the grid."""
    out = defaultdict[tuple[str, int], list[Case]](list)
    for page in pages:
        true = day_of(page)
        for mention, form in periods(page):
            if form.kind != "date" or form.year or form.which is not None or form.n is not None or not form.month:
                continue
            if form.value.isdigit() or mention.bound == "as-early-as":
                continue
            year = date.fromordinal(true).year
            spans = [days for k in range(-2, 3) if (days := period(form, year + k))]
            if spans:
                unit = "day" if form.day else "month"
                out[unit, lean_of(mention, form)].append((abs(form.odds) / 10, *_places(spans, true)))
    return dict(out)


def _places(spans: Sequence[tuple[int, int]], true: int) -> tuple[np.ndarray, np.ndarray]:
    days = np.arange(true - YEAR // 2, true + YEAR // 2 + 1)
    away = [np.where(days > last, days - last, np.where(days < first, days - first, 0)) for first, last in spans]
    return np.array(away), np.array([(days - first) / (last - first + 1) for first, last in spans])


def weights(case: Case, lean: int, reach: Reach) -> np.ndarray:
    """The weight of each day of the grid, as linking.clues gives it for a period of that way."""
    odds, away, over = case
    fading = reach.steep * np.log1p(np.abs(away) / reach.scale) + np.where(np.abs(away) > FAR, reach.far, 0.0)
    against = (away > 0) if lean > 0 else (away < 0)
    inside = reach.inside - reach.gone * (over if lean > 0 else 1 - over)
    each = np.where(away == 0, inside, -fading + np.where(against, reach.wrong(odds), 0.0))
    return np.asarray(np.maximum(WORST, each.max(axis=0)))


def chance(found: Sequence[Case], lean: int, reach: Reach) -> float:
    """The mean logarithm of the chance of the true day, above that of any day of the year."""
    sums = 0.0
    for case in found:
        row = weights(case, lean, reach)
        sums += row[YEAR // 2] - math.log(np.exp(row).mean())
    return sums / len(found)


def searched(found: Sequence[Case], lean: int) -> Reach:
    """The numbers of one unit and way, each set to its best in turn, from two starts."""
    ends = []
    for start in STARTS:
        best = start
        for name, values in ROUNDS * tuple(GRID.items()):
            tried = [replace(best, **{name: one}) for one in values]
            best = max(tried, key=lambda reach: chance(found, lean, reach))
        ends.append(best)
    return max(ends, key=lambda reach: chance(found, lean, reach))


# ---- weekdays


def rows(page: Page) -> np.ndarray:
    """For each day of the week of issue (Monday first) what the weekdays named say: the five tables and the day."""
    named = weekdays_named(page)
    past = [one for one in named if one.lean < 0]
    most = max(past, key=lambda one: len(one.places), default=None)
    out = np.zeros((7, 7 * len(TABLES) + 2))
    for day in range(7):
        for one in named:
            back = (day + 1 - one.weekday) % 7
            if one.lean < 0:
                out[day, back] += 1
                out[day, 7 + back] += math.log(len(one.places))
                out[day, 14 + back] += one is most
            elif one.lean > 0:
                out[day, 21 + (-back) % 7] += 1
            else:
                out[day, 28 + back] += 1
        out[day, 35], out[day, 36] = day == 5, day == 6
    return out


def fitted(found: np.ndarray, true: np.ndarray) -> np.ndarray:
    """The weights of a conditional logit (Adam, with a ridge). `found` is text × day × number."""
    theta, mean, square = (np.zeros(found.shape[2]) for _ in range(3))
    for step in range(1, STEPS + 1):
        raised = np.exp(found @ theta - (found @ theta).max(axis=1, keepdims=True))
        chances = raised / raised.sum(axis=1, keepdims=True)
        up = found[np.arange(len(true)), true].sum(axis=0) - (chances[:, :, None] * found).sum(axis=(0, 1))
        up -= RIDGE * theta
        mean, square = 0.9 * mean + 0.1 * up, 0.999 * square + 0.001 * up**2
        theta += RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return theta


def main() -> None:
    """Both fits, printed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=Path)
    given = parser.parse_args()
    pages = list(polnear(given.folder))
    for name in ("timebank", "aquaint") if given.times else ():
        pages += reports(given.times / f"{name}.jsonl")
    for (unit, lean), found in sorted(cases(pages).items()):
        if not lean:
            continue
        best = searched(found, lean)
        print(f"{unit} {lean:+d}: {len(found)} cases, gain {chance(found, lean, best):.3f}", best)
    told = [page for page in pages if weekdays_named(page)]
    theta = fitted(np.array([rows(page) for page in told]), np.array([(day_of(page) - 1) % 7 for page in told]))
    for number, name in enumerate(TABLES):
        print(name, [round(float(one), 2) for one in theta[7 * number : 7 * number + 7]])
    print("Saturday, Sunday", [round(float(one), 2) for one in theta[-2:]])


if __name__ == "__main__":
    main()
