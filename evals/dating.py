"""Dating: articles of PolNeAR's dev part with their dates masked, each beside twenty dated others."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

from sayso.annotating.blocks import blocks
from sayso.annotating.times import times
from sayso.linking.times import date_pages
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.times import Dating, Interval

NEIGHBOURS = 20
NEAR = 31  # days
UNDATED = 200.0  # days counted as the error where no date is inferred


def figures(folder: Path) -> dict[str, float]:
    """Share near the true day, share of intervals that hold it (both in percent), and 100 less the median error.

    `folder` holds dev/text/ and metadata.tsv. The error of an interval is that of its middle, in days; an article
    left undated counts as far off, and not among the intervals. Neighbours are chosen by a digest of both names.
    """
    known = {page.article.id: page for page in _pages(folder)}
    errors, held = list[float](), list[bool]()
    for name in sorted(known):
        true = _day(known[name])
        found = _inferred(known, name)
        if found is None or found.earliest is None or found.latest is None:
            errors.append(UNDATED)
            continue
        errors.append(abs((found.earliest.toordinal() + found.latest.toordinal()) / 2 - true.toordinal()))
        held.append(found.contains(true))
    return {
        f"within {NEAR} days": 100 * sum(error <= NEAR for error in errors) / len(errors),
        "intervals that hold the day": 100 * sum(held) / max(1, len(held)),
        "100 - median error in days": max(0.0, 100 - median(errors)),
    }


def _pages(folder: Path) -> list[Page]:
    csv.field_size_limit(10**7)
    with (folder / "metadata.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [
            row
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["compartment"] == "dev"
        ]
    return [_page(folder / "dev" / "text" / f"{row['filename']}.txt", row["publication_date"]) for row in rows]


def _page(path: Path, day: str) -> Page:
    """The times of an article and its date; dating needs nothing else of a page."""
    published = date.fromisoformat(day)
    dating = Dating(Interval(published, published), "given")
    article = Article(path.stem, str(path), path.read_text("utf-8"), "0" * 64, published=dating)
    parts = blocks(article)
    return Page(article, parts, times=times(article, parts))


def _day(page: Page) -> date:
    if page.article.published is None or page.article.published.interval.earliest is None:
        raise ValueError(f"no date: {page.article.id}")
    return page.article.published.interval.earliest


def _inferred(known: dict[str, Page], name: str) -> Interval | None:
    """The days inferred for one article among its neighbours."""
    others = sorted((other for other in known if other != name), key=lambda other: _digest(name, other))
    masked = replace(known[name], article=replace(known[name].article, published=None))
    dated = date_pages([masked, *(known[other] for other in others[:NEIGHBOURS])])[0]
    return dated.article.published.interval if dated.article.published else None


def _digest(name: str, other: str) -> bytes:
    return hashlib.sha256(f"{name} {other}".encode()).digest()
