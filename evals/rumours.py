"""Rumours with a verdict: how near the probability of "true" comes to it, against counting the pages' stances.

Each rumour is a claim with the pages that carried it, in order of appearance, each with its outlet, its headline
and a stance that a person gave it (for, against, observing, ignoring). Three ways lead to a probability of "true":

    given      the pages' own stances, each page a report in its outlet's words, copies and houses collapsed
    headlines  the same, with the stance that the brain's entailer takes from the headline
    brief      the whole of Sayso on a folder of headlines, asked "Is it true that …?", as a user would

Two baselines use the given stances: counting (the share of "for" among those that take a side, one half where none
does), and a plain logistic pool of the counts, fitted on all rumours but the one it is tried on.

Scored is the Brier score over rumours with a two-way verdict, true or false. "Unverified" is no outcome: nobody
knows what it should be scored against, so it is left out of the main figures; "unverified as untrue" scores it as
0, which is how a desk that prints only what is established would count it.
"""

from __future__ import annotations

import csv
import json
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sayso import pipeline
from sayso.linking.backers import UNKNOWN, houses
from sayso.model.article import Article
from sayso.model.case import Case, Page
from sayso.model.origins import Backer, Origin
from sayso.model.ports import Entailer
from sayso.model.span import Span, content_id
from sayso.model.stances import Hypothesis, Lean, Stance
from sayso.model.statements import Commitment, Statement
from sayso.reading.read import read
from sayso.weighing.weigh import weigh

#: What a person's stance of a page is as a lean.
LEANS: dict[str, Lean] = {"for": "support", "against": "deny", "observing": "open"}
#: What a page's author gives what it reports, and a page that only watches: bounds of a probability.
_SURE, _WATCHING = (0.85, 0.99), (0.3, 0.7)
#: Shares of support and denial under which a headline takes no side, and relevance under which it is about else.
_SIDE, _RELATED = 0.25, 0.3


@dataclass(frozen=True, slots=True)
class Told:
    """One page that carried a rumour: its outlet, address, headline and a person's stance of it."""

    outlet: str
    url: str
    headline: str
    stance: str


@dataclass(frozen=True, slots=True)
class Rumour:
    """A claim, its verdict (true, false, unverified) and its pages in order of appearance."""

    claim: str
    verdict: str
    pages: tuple[Told, ...]

    @property
    def decided(self) -> bool:
        """Whether the verdict is true or false."""
        return self.verdict in ("true", "false")


def load(path: Path) -> tuple[Rumour, ...]:
    """The rumours of a file of JSON lines."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return tuple(
        Rumour(
            row["claim"].strip(),
            row["verdict"],
            tuple(
                Told(page["outlet"], page["url"], page["headline"].strip(), page["stance"])
                for page in sorted(row["pages"], key=lambda page: int(page["order"]))
                if page["headline"].strip()
            ),
        )
        for row in rows
    )


def counting(rumour: Rumour) -> float:
    """The share of "for" among the pages that take a side; one half where none does."""
    pro = sum(page.stance == "for" for page in rumour.pages)
    con = sum(page.stance == "against" for page in rumour.pages)
    return pro / (pro + con) if pro + con else 0.5


def given_leans(rumour: Rumour) -> tuple[Lean, ...]:
    """The lean of each page as a person gave it."""
    return tuple(LEANS.get(page.stance, "unrelated") for page in rumour.pages)


def headline_leans(rumour: Rumour, entailer: Entailer) -> tuple[Lean, ...]:
    """The lean of each page as the entailer reads its headline."""
    leans: list[Lean] = []
    for bearing in entailer.bear([(page.headline, rumour.claim) for page in rumour.pages]):
        margin = bearing.support - bearing.deny
        side: Lean = "open" if abs(margin) < _SIDE else "support" if margin > 0 else "deny"
        leans.append(side if bearing.relevance >= _RELATED else "unrelated")
    return tuple(leans)


def pooled(rumour: Rumour, leans: Sequence[Lean]) -> float:
    """The probability of "true" by Sayso's pool, each page a report in its outlet's own words."""
    return weigh(case_of(rumour, leans)).answers[0].probability


def case_of(rumour: Rumour, leans: Sequence[Lean]) -> Case:
    """A case of the pages' headlines with these leans; pages of one wording are one origin."""
    known = houses()
    pages, stances, groups = [], [], dict[str, list[Page]]()
    for at, (told, lean) in enumerate(zip(rumour.pages, leans, strict=True)):
        page = _page(told, lean, at)
        pages.append(page)
        stances.append(Stance(page.own_voice[0].id, "h1", lean, 0.0 if lean in ("open", "unrelated") else 1.0))
        groups.setdefault(_plain(told.headline), []).append(page)
    backers = {told.outlet: known.of(told.outlet, told.url) for told in rumour.pages}
    origins = tuple(_origin(group, backers.get(group[0].article.outlet or "")) for group in groups.values())
    claim = Hypothesis("h1", rumour.claim)
    return Case(_question(rumour), None, (claim,), tuple(pages), origins=origins, stances=tuple(stances))


def _page(told: Told, lean: Lean, at: int) -> Page:
    """A page with its headline as the one thing it says, in its own voice."""
    key = content_id("a", f"{at}", told.url)
    article = Article(key, f"{at:02}.txt", told.headline, "0" * 64, outlet=told.outlet, url=told.url)
    low, high = _WATCHING if lean == "open" else _SURE
    commitment = Commitment("negated" if lean == "deny" else "affirmed", low, high)
    said = Statement(content_id("s", key), key, (Span(0, len(told.headline)),), (), None, "indirect", commitment)
    return Page(article, own_voice=(said,))


def _origin(group: Sequence[Page], family: str | None) -> Origin:
    """The origin of pages with one wording: that of the first."""
    first = group[0]
    backer = Backer(content_id("family", family), family, "family") if family else UNKNOWN
    return Origin(
        content_id("o", first.article.id),
        f"{first.article.outlet}, in its own words",
        "said",
        tuple(page.own_voice[0].id for page in group),
        tuple(page.article.id for page in group),
        backer=backer,
    )


def _plain(headline: str) -> str:
    return " ".join(re.findall(r"\w+", headline.casefold()))


def _question(rumour: Rumour) -> str:
    return f"Is it true that {rumour.claim.rstrip(' .?!')}?"


def briefed(rumour: Rumour, brain: pipeline.Brain) -> float:
    """The probability of "true" by all of Sayso on a folder with a text file for each headline."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [(f"{at:02}.txt", told.outlet, told.url) for at, told in enumerate(rumour.pages)]
        for (name, _, _), told in zip(rows, rumour.pages, strict=True):
            Path(folder, name).write_text(told.headline + "\n", "utf-8")
        manifest = Path(folder, "manifest.csv")
        with manifest.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("path", "outlet", "url"), *rows])
        articles = read([folder], manifest=str(manifest)).articles
    _, answers = pipeline.build(articles, pipeline.Question(_question(rumour)), brain)
    return answers.answers[0].probability


def logistic_pool(rumours: Sequence[Rumour]) -> tuple[float, ...]:
    """The probability of "true" of each rumour by a logistic regression on the others, fitted on the decided ones.

    Features are the logarithms of one more than the pages for, against and observing; ridge of 0.5 on all but the
    constant, by Newton's method.
    """
    features = np.array([_features(one) for one in rumours])
    truth = np.array([one.verdict == "true" for one in rumours], dtype=float)
    decided = np.array([one.decided for one in rumours])
    found = []
    for at in range(len(rumours)):
        kept = decided & (np.arange(len(rumours)) != at)
        fitted = _fit(features[kept], truth[kept])
        found.append(float(1 / (1 + np.exp(-features[at] @ fitted))))
    return tuple(found)


def _features(rumour: Rumour) -> list[float]:
    counts = [sum(page.stance == stance for page in rumour.pages) for stance in LEANS]
    return [1.0, *np.log1p(counts)]


def _fit(features: np.ndarray, truth: np.ndarray) -> np.ndarray:
    ridge = np.diag([1e-6, *[0.5] * (features.shape[1] - 1)])
    fitted = np.zeros(features.shape[1])
    for _ in range(50):
        share = 1 / (1 + np.exp(-np.clip(features @ fitted, -30, 30)))
        slope = features.T @ (truth - share) - ridge @ fitted
        bend = (features * (share * (1 - share))[:, None]).T @ features + ridge
        fitted = fitted + np.linalg.solve(bend, slope)
    return fitted


def brier(rumours: Iterable[Rumour], shares: Iterable[float], *, unverified: bool = False) -> float:
    """The Brier score of `shares` as probabilities of "true"; `unverified` ones count as untrue, or not at all."""
    scored = [
        (share - (one.verdict == "true")) ** 2
        for one, share in zip(rumours, shares, strict=True)
        if one.decided or unverified
    ]
    return sum(scored) / len(scored)


def errors(path: Path, brain: pipeline.Brain) -> dict[str, float]:
    """Brier scores in percent by way and baseline, over the decided rumours and with the unverified as untrue."""
    rumours = load(path)
    ways: dict[str, Callable[[Rumour], float]] = {
        "counting": counting,
        "given": lambda one: pooled(one, given_leans(one)),
        "headlines": lambda one: pooled(one, headline_leans(one, brain.entailer)),
        "brief": lambda one: briefed(one, brain),
    }
    shares = {name: [way(one) for one in rumours] for name, way in ways.items()}
    shares["logistic"] = list(logistic_pool(rumours))
    figures = {f"Brier {name}": 100 * brier(rumours, found) for name, found in shares.items()}
    more = {
        f"Brier {name}, unverified as untrue": 100 * brier(rumours, shares[name], unverified=True)
        for name in ("counting", "logistic", "given", "headlines", "brief")
    }
    return {**figures, **more}
