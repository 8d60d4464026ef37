"""The gold of forecasts: it names statements that are there, its scores are reckoned right, the story meets it."""

from datetime import date
from pathlib import Path

import pytest

from evals import forecasts
from evals.example import _matched, question
from evals.gold import load, tables
from sayso import pipeline
from sayso.model.answers import Answers
from sayso.model.forecasts import Forecast
from sayso.reading.read import read

ROOT = Path(__file__).parents[2]
STORY = ROOT / "examples" / "second-rationing"
FOLDERS = [STORY, *(ROOT / "evals" / "cases" / n for n in ("harbour-merger", "fever-school", "general-steps-down"))]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_gold_names_statements_that_exist(folder: Path) -> None:
    """Every forecast of the gold is of a statement of the gold, and every score of a forecast that counts."""
    known = {f"{one.doc[:2]} {one.id}" for one in load(folder)}
    told = tables(folder)
    counting = {row["statement"] for row in told["forecasts"] if row["counts"] == "yes"}
    assert {row["statement"] for row in told["forecasts"]} <= known
    assert {row["statement"] for row in told["scores"]} <= counting


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_scores_of_the_gold_are_reckoned_right(folder: Path) -> None:
    """Brier's score at both ends is the squared distance from what came, to two decimals."""
    for row in tables(folder)["scores"]:
        came = 1.0 if row["came"] == "yes" else 0.0
        ends = sorted((float(row[end]) - came) ** 2 for end in ("low", "high"))
        assert [f"{end:.2f}" for end in ends] == [row["brier low"], row["brier high"]], row


def test_a_gold_without_forecasts_has_no_figures(tmp_path: Path) -> None:
    """Where the gold has no table of forecasts, nothing is measured."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "case.md").write_text("Question: Will it rain?\n", "utf-8")
    assert forecasts.figures(Answers(()), tmp_path, {}) == {}


def test_figures_by_hand(tmp_path: Path) -> None:
    """Two forecasts in the gold, one found with the right day, one more that is none: F1 is a half."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "case.md").write_text(
        "## Forecasts\n\n| statement | by | counts |\n| --- | --- | --- |\n"
        "| 01 s1 | 2031-05-01/2031-05-03 | yes |\n"
        "| 01 s2 | 2031-05-09 | yes |\n| 01 s3 | 2031-05-09 | optional |\n\n## Scores\n\n"
        "| statement | brier low | brier high |\n| --- | --- | --- |\n| 01 s1 | 0.00 | 0.02 |\n",
        "utf-8",
    )
    day = date(2031, 5, 2)
    found = tuple(Forecast(key, "x", day, 0.9, 1.0, "will", resolvable=True) for key in ("s-1", "s-3", "s-4"))
    matched = {"01 s1": "s-1", "01 s2": "s-2", "01 s3": "s-3", "01 s4": "s-4"}
    assert forecasts.figures(Answers((), forecasts=found), tmp_path, matched) == {
        "forecasts F1": 50.0,
        "by day right": 100.0,
        "scores as gold": 0.0,
    }


def test_the_story_scores_as_in_its_gold() -> None:
    """The example story, resolved, gives every score of its gold, and finds its forecasts."""
    articles = read([str(STORY / "articles")], manifest=str(STORY / "manifest.csv")).articles
    case, answers = pipeline.build(
        articles,
        pipeline.Question(question(STORY)),
        pipeline.load_brain("learned"),
        rulings=forecasts.outcome(STORY),
    )
    gold = load(STORY)
    matched = {name: id_ for page in case.pages for name, id_ in _matched(page, gold).items()}
    told = forecasts.figures(answers, STORY, matched)
    assert told["scores as gold"] == 100.0
    assert told["by day right"] == 100.0
    assert told["forecasts F1"] >= 85.0
