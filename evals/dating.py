"""Dating: articles of PolNeAR with their dates masked, each within seven kinds of case."""

from __future__ import annotations

import csv
import hashlib
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from sayso.annotating.blocks import blocks
from sayso.annotating.times import times
from sayso.linking.times import date_pages
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.span import Span
from sayso.model.times import Dating, Interval, TimeMention
from sayso.model.words import content_stems

NEAR = 31  # days
EACH, FEWER = 11, 60  # of the articles of a year, one in so many is dated; so many of them in costly cases
UNDATED = 200.0  # days counted as the error where no date is inferred
CALIBRATED = (88.0, 95.0)  # percent of intervals that should hold the true day, where they say nine in ten

#: The articles of a case around one of them, and the question asked of it.
Case = tuple[list[Page], Page | None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was inferred for one article, and its true day."""

    found: Interval | None
    true: date

    @property
    def error(self) -> float:
        """Days from the middle of the interval to the true day."""
        if self.found is None or self.found.earliest is None or self.found.latest is None:
            return UNDATED
        return abs((self.found.earliest.toordinal() + self.found.latest.toordinal()) / 2 - self.true.toordinal())

    @property
    def held(self) -> bool:
        """Whether a closed interval holds the true day."""
        return self.error < UNDATED and self.found is not None and self.found.contains(self.true)

    @property
    def length(self) -> float:
        """Days of the interval."""
        if self.found is None or self.found.earliest is None or self.found.latest is None:
            return 2 * UNDATED
        return (self.found.latest - self.found.earliest).days + 1


def figures(folder: Path) -> tuple[dict[str, float], dict[str, float]]:
    """By kind of case, higher is better: share within 31 days; lower is better: median error, length, and more.

    "More" is how far the share of intervals that hold the true day lies off 88 to 95 %. `folder` holds dev/text/,
    train/text/ and metadata.tsv. An article left undated counts as far off and not held. Neighbours are chosen by
    a digest of both names.
    """
    good, bad = dict[str, float](), dict[str, float]()
    for name, outcomes in measured(folder):
        good[f"{name}: within {NEAR} days"] = 100 * sum(one.error <= NEAR for one in outcomes) / len(outcomes)
        share = 100 * sum(one.held for one in outcomes) / len(outcomes)
        bad[f"{name}: median error"] = median(one.error for one in outcomes)
        bad[f"{name}: median length"] = median(one.length for one in outcomes)
        bad[f"{name}: held, off 88 to 95"] = max(CALIBRATED[0] - share, share - CALIBRATED[1], 0.0)
    return good, bad


def measured(folder: Path) -> Iterator[tuple[str, list[Outcome]]]:
    """What is inferred, by kind of case: for each dev article within its season, for one in 11 within its year.

    The dev articles are the last of the year, and nothing else lies at one end of its case; so those within a year
    are drawn from all, most of them from the part on which dating was tuned. Where a case is costly, several
    articles are masked in it at once.
    """
    season, before = _pages(folder, "dev"), _pages(folder, "train")
    year = [*season, *before]
    chosen = sorted(year, key=lambda page: _digest(page.article.id, "drawn"))[::EACH]
    likeness = _likeness(year)
    kinds: dict[str, tuple[Sequence[Page], int, Callable[[Sequence[Page]], Case]]] = {
        "20 of a season": (season, 3, lambda some: (_drawn(some, season)[:20], None)),
        "4 of a season": (season, 1, lambda some: (_drawn(some, season)[:4], None)),
        "4 dated of 20": (season, 16, lambda some: (_drawn(some, season)[:4], None)),
        "deadline alone": (season, 1, lambda some: ([], _asked(some[0]))),
        "20 of a year": (chosen, 3, lambda some: (_drawn(some, year)[:20], None)),
        "5 likest of a year": (chosen[:FEWER], 1, lambda some: (likeness(some[0]), None)),
        "all of a year": (chosen[:FEWER], 30, lambda some: (_drawn(some, year), None)),
    }
    for name, (asked_of, together, case) in kinds.items():
        groups = -(-len(asked_of) // together)
        outcomes = (_outcomes(some, *case(some)) for some in (asked_of[k::groups] for k in range(groups)))
        yield name, [one for several in outcomes for one in several]


# ---- reading


def _pages(folder: Path, part: str) -> list[Page]:
    csv.field_size_limit(10**7)
    with (folder / "metadata.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [
            row
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["compartment"] == part
        ]
    found = [_page(folder / part / "text" / f"{row['filename']}.txt", row["publication_date"]) for row in rows]
    return sorted(found, key=lambda page: page.article.id)


def _page(path: Path, day: str) -> Page:
    """The times of an article and its date; dating needs nothing else of a page."""
    published = date.fromisoformat(day)
    dating = Dating(Interval(published, published), "given")
    article = Article(path.stem, str(path), path.read_text("utf-8"), "0" * 64, published=dating)
    parts = blocks(article)
    return Page(article, parts, times=times(replace(article, published=None), parts))


def _day(page: Page) -> date:
    if page.article.published is None or page.article.published.interval.earliest is None:
        raise ValueError(f"no date: {page.article.id}")
    return page.article.published.interval.earliest


# ---- cases


def _masked(page: Page) -> Page:
    return replace(page, article=replace(page.article, published=None))


def _outcomes(some: Sequence[Page], others: Sequence[Page], asked: Page | None) -> list[Outcome]:
    """The days inferred for the articles of one case that are masked."""
    shown = date_pages([*map(_masked, some), *others], asked)
    published = [page.article.published for page in shown[: len(some)]]
    return [
        Outcome(found.interval if found else None, _day(page)) for found, page in zip(published, some, strict=True)
    ]


def _drawn(some: Sequence[Page], among: Sequence[Page]) -> list[Page]:
    """All others in an order of chance."""
    left_out = {page.article.id for page in some}
    others = (other for other in among if other.article.id not in left_out)
    return sorted(others, key=lambda other: _digest(some[0].article.id, other.article.id))


def _asked(page: Page) -> Page:
    """A question whose last day lies 1 to 90 days after the article."""
    day = _day(page) + timedelta(1 + int.from_bytes(_digest(page.article.id, "deadline")[:4], "big") % 90)
    mention = TimeMention("t", Span(0, 1), "", day.isoformat(), "DATE", Interval(None, day), "by")
    return Page(Article("q", "--ask", "?", "0" * 64), times=(mention,))


def _likeness(pages: Sequence[Page]) -> Callable[[Page], list[Page]]:
    """What gives the five articles that share most with one, by words alone and plainer than dating does it."""
    words = {page.article.id: frozenset(content_stems(page.article.text, frozenset())) for page in pages}
    counts = Counter(word for own in words.values() for word in own)
    rarity = {word: math.log(len(pages) / count) for word, count in counts.items()}

    def likest(page: Page) -> list[Page]:
        own = words[page.article.id]
        score = {
            one: sum(rarity[word] for word in own & its) / math.sqrt(len(its) + 1) for one, its in words.items()
        }
        others = (other for other in pages if other.article.id != page.article.id)
        return sorted(others, key=lambda other: (-score[other.article.id], other.article.id))[:5]

    return likest


def _digest(name: str, other: str) -> bytes:
    return hashlib.sha256(f"{name} {other}".encode()).digest()
