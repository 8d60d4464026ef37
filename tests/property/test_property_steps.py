"""A step of the answer over time beside the answer as of its day: the same, but for what later articles tell.

A step weighs what was published by its day with origins, sources and copies as they are known at the end; the
answer as of the day knows none of that. Where they differ, a later article shows two voices to be one, names who
stood behind a report, or dates one; the written stories hold how far that goes.
"""

from __future__ import annotations

from datetime import timedelta
from functools import cache

import pytest
from tests.property.test_property_asof import ROOT, built
from tests.weighing.cases import Said, case_of, day_of

from sayso.model.article import Article
from sayso.reading.read import read
from sayso.weighing.weigh import weigh

#: The most by which a step may differ from the answer as of its day, as a probability: what it is, rounded up.
STORIES = {
    "examples/second-rationing": 0.08,
    "evals/cases/fever-school": 0.01,
    "evals/cases/general-steps-down": 0.01,
    "evals/cases/harbour-merger": 0.08,
}


@cache
def story(name: str) -> tuple[tuple[Article, ...], str]:
    """The articles of a written story, and its question."""
    folder = ROOT / name
    gold = (folder / "gold" / "case.md").read_text(encoding="utf-8").splitlines()
    question = next(line.removeprefix("Question: ") for line in gold if line.startswith("Question: "))
    return tuple(read([str(folder / "articles")], manifest=str(folder / "manifest.csv")).articles), question


@pytest.mark.parametrize("name", STORIES)
def test_a_step_is_near_the_answer_as_of_its_day(name: str) -> None:
    """On every other day of a story step and answer as of the day lie no further apart than is known."""
    articles, question = story(name)
    given = [one.published.interval.earliest for one in articles if one.published and one.published.how == "given"]
    whole = {step.as_of: step for step in weigh(built(articles, question, None)).answers[0].over_time}
    compared = 0
    for day in sorted({day for day in given if day})[1::2]:
        if day in whole:
            that_day = weigh(built(articles, question, day)).answers[0]
            assert abs(whole[day].probability - that_day.probability) <= STORIES[name]
            compared += 1
    assert compared


def test_where_later_articles_tell_nothing_new_they_are_the_same() -> None:
    """With origins known on the day a step is the answer as of the day, to the last digits."""
    said = (Said(), Said("Bo Ras", "o2", "deny", low=0.0, high=0.2, day=5), Said("Cy Vane", "o3", day=9))
    for step in weigh(case_of(*said)).answers[0].over_time[1:-1]:
        known = [one for one in said if day_of(0) + timedelta(one.day or 0) <= step.as_of]
        that_day = weigh(case_of(*known, as_of=(step.as_of - day_of(0)).days)).answers[0]
        assert step.probability == pytest.approx(that_day.probability, abs=1e-12)
