"""Asked as of a day, a case holds nothing that came out after it: it is the case of the earlier articles alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from evals.origins import generator
from evals.origins.cases import load
from sayso import pipeline
from sayso.annotating.annotate import annotate
from sayso.linking.link import link
from sayso.model.article import Article
from sayso.model.case import Case, Page
from sayso.model.rulings import Ruling
from sayso.model.times import Dating, Interval
from sayso.reading.read import read
from sayso.showing.records import case_record
from sayso.weighing.weigh import weigh

BRAIN = pipeline.load_brain("rules")
LAW = settings(max_examples=10, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
ROOT = Path(__file__).parents[2]
STORIES = ("examples/second-rationing", "evals/cases/fever-school", "evals/cases/general-steps-down")


@cache
def page(article: Article) -> Page:
    """An article annotated, once for all laws."""
    return annotate(article, BRAIN.tagger, BRAIN.gauge)


@cache
def asked(question: str) -> Page:
    """A question annotated."""
    return annotate(Article("q", "--ask", question, "0" * 64), BRAIN.tagger)


def built(articles: Iterable[Article], question: str, day: date | None, rulings: Sequence[Ruling] = ()) -> Case:
    """The case of articles as of a day."""
    pages = [page(one) for one in articles]
    return link(pages, asked(question), as_of=day, entailer=BRAIN.entailer, rulings=rulings)


def printed(case: Case) -> str:
    """The JSON of a case with its answers, without the notes on what was left out."""
    record = case_record(case, weigh(case), own_voice=True)
    record["notes"] = [note for note in record["notes"] if note["code"] != "L303"]
    return json.dumps(record)


def held(case: Case, articles: Iterable[Article]) -> list[Article]:
    """The articles that a case holds."""
    ids = {page.article.id for page in case.pages}
    return [article for article in articles if article.id in ids]


def undated(article: Article) -> Article:
    """The article without its date."""
    return replace(article, published=None)


def spread(article: Article, days: int) -> Article:
    """The article with its date known to some days only."""
    dating = article.published
    assert dating
    assert dating.interval.earliest
    first = dating.interval.earliest
    return replace(article, published=Dating(Interval(first, first + timedelta(days)), "given"))


@LAW
@given(
    seed=st.integers(1, 12),
    share=st.floats(0, 1),
    bare=st.sets(st.integers(0, 7), max_size=4),
    vague=st.sets(st.integers(0, 7), max_size=2),
    adding=st.sampled_from(["", "copy of 01", "back of 01", "via of 02"]),
)
@example(seed=3, share=0.5, bare=set(range(8)), vague=set(), adding="")
def test_later_articles_change_nothing(
    seed: int, share: float, bare: set[int], vague: set[int], adding: str
) -> None:
    """As of any day a case prints the same bytes, whether or not the later articles were handed in.

    Some articles have no date, some one of several days; rulings on earlier and later articles stand.
    """
    known = load(generator.make(seed, 7, adding=(adding,) if adding else ()), f"law-{seed}")
    given_days = sorted({_first(one) for one in known.articles.values()})
    day = given_days[int(share * (len(given_days) - 1))]
    articles = [
        undated(one) if place in bare else spread(one, 3) if place in vague else one
        for place, one in enumerate(known.articles.values())
    ]
    ruled = Ruling(articles[0].id, "date", "me", "2031-01-01", "I saw it", value=str(given_days[-1]))
    rulings = (ruled,) if 0 in bare else ()
    case = built(articles, known.question, day, rulings)
    assert printed(built(held(case, articles), known.question, day, rulings)) == printed(case)
    if any(place not in bare and _first(one) > day for place, one in enumerate(articles)):
        assert all(_last(one.article) <= day for one in case.pages)


def _first(article: Article) -> date:
    assert article.published
    assert article.published.interval.earliest
    return article.published.interval.earliest


def _last(article: Article) -> date:
    assert article.published
    assert article.published.interval.latest
    return article.published.interval.latest


@pytest.mark.parametrize("name", STORIES)
def test_the_stories_know_nothing_of_later_days(name: str) -> None:
    """On each day of a written story the case is the one of its earlier articles, byte for byte."""
    story = ROOT / name
    articles = read([str(story / "articles")], manifest=str(story / "manifest.csv")).articles
    gold = (story / "gold" / "case.md").read_text(encoding="utf-8").splitlines()
    question = next(line.removeprefix("Question: ") for line in gold if line.startswith("Question: "))
    days = sorted({_first(one) for one in articles if one.published and one.published.how == "given"})
    for day in days[1:-1:4]:
        case = built(articles, question, day)
        assert len(case.pages) < len(articles)
        assert printed(built(held(case, articles), question, day)) == printed(case)


def test_an_article_that_may_be_later_is_left_out_of_a_look_back() -> None:
    """The story's undated article, of the 14th to 16th, is in no case as of a day before; a note says why."""
    story = ROOT / STORIES[0]
    articles = read([str(story / "articles")], manifest=str(story / "manifest.csv")).articles
    question = "Will the government of Halverrin announce a second round of water rationing by 30 November 2024?"
    case = built(articles, question, date(2024, 11, 12))
    assert not any("isle-today-slides" in one.article.path for one in case.pages)
    (note,) = [note for note in case.notes if "isle-today-slides" in note.message]
    assert note.code == "L303"
    assert "may have come out as late as" in note.message


def test_an_article_that_may_be_later_stays_where_nothing_is_later() -> None:
    """Where no article is surely later, the day is today: what may have been out by then was at hand."""
    text = "Velmora will close its harbour in June, Tarn Osk said on Thursday.\n"
    article = Article("a1", "gull.txt", text, "0" * 64, "Gull", language="en")
    case = built([article], "Will Velmora close its harbour by 30 June 2031?", date(2031, 5, 20))
    assert [one.article.id for one in case.pages] == ["a1"]
    assert not any(note.code == "L303" for note in case.notes)
