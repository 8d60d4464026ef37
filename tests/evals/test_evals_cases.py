"""The small cases keep their promises: gold that stands in its texts, days that fit, shapes that are there."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from evals import example
from evals.gold import STANCES, GoldStatement, article_text, load, tables
from evals.suites import CASES, SUITES
from sayso.errors import FormatError

NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir())
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Every weekday that the articles mention, with the day it means.
DAYS = {
    ("fever-school", "01"): {"Tuesday": "2025-09-30", "Wednesday": "2025-10-01", "Thursday": "2025-10-02"},
    ("fever-school", "02"): {"Sunday": "2025-10-05"},
    ("fever-school", "03"): {"Monday": "2025-10-06", "Tuesday": "2025-10-07", "Friday": "2025-10-10"},
    ("fever-school", "04"): {"Wednesday": "2025-10-08", "Friday": "2025-10-10", "Monday": "2025-10-13"},
    ("fever-school", "05"): {"Monday": "2025-10-13", "Friday": "2025-10-10", "Thursday": "2025-10-16"},
    ("general-steps-down", "01"): {"Sunday": "2026-02-08", "Monday": "2026-02-09"},
    ("general-steps-down", "02"): {"Wednesday": "2026-02-11"},
    ("general-steps-down", "03"): {"Thursday": "2026-02-12"},
    ("general-steps-down", "04"): {"Sunday": "2026-02-15", "Friday": "2026-02-20"},
    ("general-steps-down", "05"): {"Friday": "2026-02-20", "Monday": "2026-02-16", "Tuesday": "2026-02-17"},
    ("harbour-merger", "01"): {"Friday": "2025-03-07", "Sunday": "2025-03-09", "Monday": "2025-03-10"},
    ("harbour-merger", "02"): {"Monday": "2025-03-10", "Tuesday": "2025-03-11"},
    ("harbour-merger", "03"): {"Tuesday": "2025-03-11", "Thursday": "2025-03-13"},
    ("harbour-merger", "04"): {},
    ("harbour-merger", "05"): {"Tuesday": "2025-03-25", "Wednesday": "2025-03-26", "Friday": "2025-03-28"},
    ("quarry-vote", "01"): {"Wednesday": "2025-11-05"},
    ("quarry-vote", "02"): {},
    ("quarry-vote", "03"): {"Wednesday": "2025-11-12"},
    ("quarry-vote", "04"): {"Wednesday": "2025-11-12"},
    ("quarry-vote", "05"): {"Sunday": "2025-11-16", "Thursday": "2025-11-27"},
}

Tables = dict[str, list[dict[str, str]]]
Story = tuple[Path, list[GoldStatement], Tables]


@pytest.fixture(scope="module", params=NAMES)
def story(request: pytest.FixtureRequest) -> Story:
    """A case: its folder, the statements of its gold, and the tables of case.md."""
    folder = CASES / str(request.param)
    return folder, load(folder), tables(folder)


def keys(gold: list[GoldStatement]) -> dict[str, GoldStatement]:
    """The statements by the names that case.md gives them."""
    return {f"{one.doc[:2]} {one.id}": one for one in gold}


def test_each_case_has_five_articles_with_gold_and_a_suite(story: Story) -> None:
    """Five articles of 120 to 300 words, at least four statements each, and a suite that runs them."""
    folder, gold, _ = story
    articles = sorted((folder / "articles").iterdir())
    assert len(articles) == 5
    assert f"case-{folder.name}" in SUITES
    for article in articles:
        assert 110 <= len(article_text(article).split()) <= 310
        assert sum(one.doc == article.name for one in gold) >= 4


def test_the_words_of_the_gold_stand_in_the_articles(story: Story) -> None:
    """Spans slice to whole words, pieces run forward, and source and cue keep clear of the content."""
    folder, gold, _ = story
    texts = {one.doc: article_text(folder / "articles" / one.doc) for one in gold}
    for one in gold:
        assert one.stance in STANCES
        assert list(one.content) == sorted(one.content)
        assert one.source is None or one.source.of(texts[one.doc]) == one.chain[-1]
        for outside in (one.source, one.cue):
            assert outside is None or not any(outside.overlaps(span) for span in one.content)


def test_nested_statements_stand_inside_the_one_around_them(story: Story) -> None:
    """Each case has nested statements, and their content lies in the content of their parent."""
    _, gold, _ = story
    by_key = keys(gold)
    nested = [one for one in gold if one.parent]
    assert len(nested) >= 3
    for one in nested:
        parent = by_key[f"{one.doc[:2]} {one.parent}"]
        assert all(any(outer.contains(span) for outer in parent.content) for span in one.content)


def test_each_case_has_the_shapes_it_was_written_for(story: Story) -> None:
    """Pronouns as sources, at least two non-denials, quotations over paragraphs, many different verbs."""
    _, gold, _ = story
    assert {one.chain[-1].lower() for one in gold} & {"he", "she", "they"}
    assert sum(one.non_denial is not None for one in gold) >= 2
    assert any(len(one.content) >= 3 for one in gold)
    assert len({one.chain[-1] for one in gold}) >= 15


def test_the_tables_name_what_exists(story: Story) -> None:
    """Every statement named exists and has one origin; every leaning one has one; words of quantities stand."""
    folder, gold, case = story
    by_key = keys(gold)
    listed = [name for row in case["origins"] for name in row["statements"].split(", ")]
    assert len(listed) == len(set(listed))
    assert set(listed) <= set(by_key)
    assert {row[side] for row in case["clashes"] for side in ("left", "right")} <= set(by_key)
    leaning = {
        key
        for key, one in by_key.items()
        if one.stance in {"support", "deny"} and not one.optional and not one.indirect
    }
    assert leaning <= set(listed)
    for row in case["quantities"]:
        assert row["words"] in article_text(folder / "articles" / row["article"])


def test_names_of_aliases_stand_in_the_case(story: Story) -> None:
    """Both names of each pair are used, word for word."""
    folder, _, case = story
    everything = "\n".join(article_text(path) for path in sorted((folder / "articles").iterdir()))
    for row in case["aliases"]:
        assert row["one"] in everything
        assert row["other"] in everything
        assert row["is"] in {"same", "different"}


def test_the_dates_given_are_those_of_the_case(story: Story) -> None:
    """Manifest and front matter give the days of case.md, and what they leave open is marked as inferred."""
    folder, _, case = story
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
        given = {Path(row["path"]).name: row["published"] for row in csv.DictReader(file)}
    for path in (folder / "articles").glob("*.md"):
        found = re.search(r"^published: (\S+)$", path.read_text("utf-8"), flags=re.MULTILINE)
        given[path.name] = found.group(1) if found else ""
    assert {row["article"] for row in case["articles"]} == set(given)
    for row in case["articles"]:
        assert date.fromisoformat(row["earliest"]) <= date.fromisoformat(row["latest"])
        assert (row["how"] == "given") == bool(given[row["article"]])
        if row["how"] == "given":
            assert row["earliest"] == row["latest"] == given[row["article"]]


def test_weekdays_fit_the_calendar(story: Story) -> None:
    """Each weekday an article mentions is that weekday, at most a fortnight from its publication."""
    folder, _, case = story
    for row in case["articles"]:
        text = article_text(folder / "articles" / row["article"])
        days = DAYS[folder.name, row["article"][:2]]
        assert set(re.findall("|".join(WEEKDAYS), text)) == set(days)
        for weekday, day in days.items():
            meant = date.fromisoformat(day)
            assert WEEKDAYS[meant.weekday()] == weekday
            assert abs((meant - date.fromisoformat(row["latest"])).days) <= 14


def test_the_question_is_open_when_it_is_asked(story: Story) -> None:
    """The outcome is younger than every article, and the expected answers are ranges."""
    folder, _, case = story
    assert example.question(folder).startswith("Will ")
    latest = max(date.fromisoformat(row["latest"]) for row in case["articles"])
    assert latest < date.fromisoformat(case["outcome"][0]["known"])
    assert all(0 < float(row["low"]) < float(row["high"]) < 1 for row in case["answer"])
    assert (folder / "outcome.md").exists()


def test_a_case_without_a_question_is_refused(tmp_path: Path) -> None:
    """A case.md that names no question is an error."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "case.md").write_text("# The case\n", encoding="utf-8")
    with pytest.raises(FormatError, match="names no question"):
        example.question(tmp_path)
