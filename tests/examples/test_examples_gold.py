"""The example story keeps its promises: gold that stands in its texts, days that fit, every shape there."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from evals.gold import STANCES, GoldStatement, article_text, as_scored, load, parse, tables
from sayso.errors import FormatError

STORY = Path(__file__).parents[2] / "examples" / "second-rationing"
NAMES = sorted(path.name for path in (STORY / "articles").iterdir())
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Every weekday that the articles mention, with the day it means. "Wednesday" in 09 means two days.
DAYS = {
    "02": {"Tuesday": "2024-11-05", "Wednesday": "2024-11-06"},
    "03": {"Tuesday": "2024-11-05", "Wednesday": "2024-11-06"},
    "04": {"Tuesday": "2024-11-05", "Wednesday": "2024-11-06"},
    "05": {"Tuesday": "2024-11-05", "Wednesday": "2024-11-06"},
    "06": {"Sunday": "2024-11-10", "Monday": "2024-11-11", "Saturday": "2024-11-16"},
    "07": {"Thursday": "2024-11-14"},
    "08": {"Sunday": "2024-11-10", "Tuesday": "2024-11-12"},
    "09": {"Monday": "2024-11-11", "Wednesday": "2024-11-13"},
    "10": {"Wednesday": "2024-11-06", "Thursday": "2024-11-14", "Saturday": "2024-11-16"},
    "11": {"Monday": "2024-11-18"},
    "12": {"Monday": "2024-11-18", "Wednesday": "2024-11-20", "Thursday": "2024-11-21", "Friday": "2024-11-22"},
}


@pytest.fixture(scope="module")
def gold() -> list[GoldStatement]:
    """All statements of the gold, placed."""
    return load(STORY)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """The articles' texts by file name."""
    return {name: article_text(STORY / "articles" / name) for name in NAMES}


@pytest.fixture(scope="module")
def case() -> dict[str, list[dict[str, str]]]:
    """The tables of the case."""
    return tables(STORY)


def words(name: str) -> str:
    """An article as it is stored: enough to look for words in."""
    return next((STORY / "articles").glob(f"{name}-*")).read_text(encoding="utf-8")


def named(gold: list[GoldStatement], name: str) -> GoldStatement:
    """The statement called "02 s3"."""
    article, identity = name.split()
    return next(one for one in gold if one.doc.startswith(article) and one.id == identity)


def test_there_are_twelve_articles_each_with_its_gold(gold: list[GoldStatement]) -> None:
    """Twelve articles, and at least four statements of gold for each."""
    assert len(NAMES) == 12
    assert {one.doc for one in gold} == set(NAMES)
    assert all(sum(one.doc == name for one in gold) >= 4 for name in NAMES)


def test_every_quoted_word_stands_in_its_article(gold: list[GoldStatement], texts: dict[str, str]) -> None:
    """Spans slice to whole words of the article, and the innermost name of a chain is its source."""
    for one in gold:
        text = texts[one.doc]
        for span in (one.source, one.cue, *one.content):
            assert span is None or span.of(text).strip() == span.of(text) != ""
        assert one.source is None or one.source.of(text) == one.chain[-1]
        assert one.stance in STANCES


def test_content_pieces_come_in_order_and_hold_no_cue(gold: list[GoldStatement]) -> None:
    """The pieces of a content do not overlap, run forward, and keep clear of source and cue."""
    for one in gold:
        assert list(one.content) == sorted(one.content)
        ends = [span.end for span in one.content]
        assert all(end <= span.start for end, span in zip(ends, one.content[1:], strict=False))
        for outside in (one.source, one.cue):
            assert outside is None or not any(outside.overlaps(span) for span in one.content)


def test_a_nested_statement_stands_inside_its_parent(gold: list[GoldStatement]) -> None:
    """Content of a nested statement lies in the content of the one around it, and its chain is one longer."""
    nested = [one for one in gold if one.parent]
    assert len(nested) >= 12
    for one in nested:
        parent = named(gold, f"{one.doc[:2]} {one.parent}")
        assert one.depth == parent.depth + 1
        assert one.chain[:-1] == parent.chain
        assert all(any(outer.contains(span) for outer in parent.content) for span in one.content)


def test_headings_count_and_furniture_does_not(gold: list[GoldStatement], texts: dict[str, str]) -> None:
    """Nothing in the gold stands in a newsletter line, a list of related stories or the box about the writer."""
    junk = ("Sign up for", "More for you", "About the writer", "Ten ways to wash", "lives in the Low Town", "Quiz:")
    for one in gold:
        text = texts[one.doc]
        start = text.rfind("\n", 0, one.content[0].start) + 1
        line = text[start : text.find("\n", one.content[0].start)]
        assert not line.startswith(junk)
    titles = [one for one in gold if one.content[0].start < 120 and not one.doc.endswith(".md")]
    assert len(titles) >= 6


def test_the_dates_given_are_those_of_the_case(case: dict[str, list[dict[str, str]]]) -> None:
    """Manifest, front matter and saved page give the days of case.md; one article is dated nowhere."""
    with (STORY / "manifest.csv").open(encoding="utf-8", newline="") as file:
        given = {Path(row["path"]).name: row["published"] for row in csv.DictReader(file)}
    given["01-sluicegate-leak.md"] = str(re.search(r"published: (\S+)", words("01")).group(1))  # type: ignore[union-attr]
    page = re.search(r'datePublished": "(\d{4}-\d\d-\d\d)', words("09"))
    given["09-harbour-lamp-think-tank.html"] = str(page.group(1))  # type: ignore[union-attr]
    rows = {row["article"]: row for row in case["articles"]}
    assert set(rows) == set(NAMES) == set(given)
    for name, row in rows.items():
        assert date.fromisoformat(row["earliest"]) <= date.fromisoformat(row["latest"])
        if row["how"] == "given":
            assert row["earliest"] == row["latest"] == given[name]
    assert [name for name, day in given.items() if not day] == ["10-isle-today-slides.txt"]


@pytest.mark.parametrize("name", sorted(DAYS))
def test_weekdays_fit_the_calendar(name: str, case: dict[str, list[dict[str, str]]]) -> None:
    """Each weekday an article mentions is that weekday, at most a fortnight from its publication."""
    text = re.sub(r"<script.*?</script>", "", words(name), flags=re.DOTALL)
    assert set(re.findall("|".join(WEEKDAYS), text)) == set(DAYS[name])
    row = next(row for row in case["articles"] if row["article"].startswith(name))
    for weekday, day in DAYS[name].items():
        meant = date.fromisoformat(day)
        assert WEEKDAYS[meant.weekday()] == weekday
        assert abs((meant - date.fromisoformat(row["latest"])).days) <= 14


def test_dates_with_a_weekday_agree() -> None:
    """The outcome's Saturday and Monday, and the feast on a Wednesday, fall on the days the texts give."""
    assert WEEKDAYS[date(2024, 11, 30).weekday()] == "Saturday"
    assert WEEKDAYS[date(2024, 12, 2).weekday()] == "Monday"
    assert WEEKDAYS[date(2024, 11, 20).weekday()] == "Wednesday"


def test_the_undated_article_can_be_dated_from_its_text(case: dict[str, list[dict[str, str]]]) -> None:
    """Its text holds the places that narrow its day to three."""
    row = next(row for row in case["articles"] if row["how"] == "inferred")
    assert (row["earliest"], row["latest"]) == ("2024-11-14", "2024-11-16")
    text = words("10")
    assert all(words in text for words in ("last week", "On Thursday", "this Saturday", "20 November", "next week"))


def test_reprints_share_their_words_and_the_reworded_one_does_not() -> None:
    """02, 03 and 04 have long passages in common; 05 has none of them, yet names the agency."""
    passage = "The Halverrine government is not currently discussing a second round of water rationing"
    assert [name for name in ("02", "03", "04", "05") if passage in words(name)] == ["02", "03", "04"]
    assert "Skerryline" in words("05")


def test_the_denial_is_none_and_the_heading_says_more(gold: list[GoldStatement]) -> None:
    """The reply on discussions leans and is named for what it is; the heading over it makes it a denial."""
    assert named(gold, "02 s3").non_denial == "denial of discussion"
    assert named(gold, "02 s3").stance == "deny"
    assert named(gold, "02 s8").stance == "open"
    assert named(gold, "12 s2").non_denial == "denial for now"
    assert named(gold, "04 s1").stance == "deny"


def test_the_circle_cites_itself() -> None:
    """07 and 08 each name the other's outlet as their source, and 11 withdraws 08."""
    assert "Wharfside Week reports" in words("07")
    assert "according to the blog Low Water Notes" in words("08")
    assert "withdraws" in words("11")
    assert words("08").splitlines()[0] in words("11")


def test_the_number_grows_on_its_way(case: dict[str, list[dict[str, str]]]) -> None:
    """As many as 60,000, then 60,000, then 60,000 to 90,000, then 90,000; and each row stands in its article."""
    rows = [row for row in case["quantities"] if row["of"] == "households in the second round"]
    grown = [(row["bound"], row["high"]) for row in rows]
    assert grown[0] == ("at-most", "60000")
    assert grown[2:5] == [("exact", "60000"), ("range", "90000"), ("exact", "90000")]
    for row in case["quantities"]:
        assert row["words"] in words(row["article"][:2])


def test_the_other_shapes_are_there(gold: list[GoldStatement]) -> None:
    """Pieces over paragraphs, broken-off quotations, mixed marks, pronouns, spellings, an acronym, a part."""
    assert len(named(gold, "06 s8").content) == 3
    assert len(named(gold, "06 s4").content) == 3
    assert '"They are already printing the notices,”' in words("03")
    assert {one.chain[-1].lower() for one in gold} >= {"he", "she", "it", "they", "we", "i"}
    assert "Tobin Skelderay" in words("02")
    assert "Tobyn Skelderay" in words("05")
    assert all(word in words("01") for word in ("Halverrin Water Authority (HWA)", "18,000 of them"))
    assert {one.force for one in gold} >= {"believe", "plan", "predict", "order", "question", "deny"}


def test_the_case_names_statements_that_exist(
    gold: list[GoldStatement], case: dict[str, list[dict[str, str]]]
) -> None:
    """Every statement named in the tables exists, and none belongs to two origins."""
    listed = [name for row in case["origins"] for name in row["statements"].split(", ")]
    assert len(listed) == len(set(listed))
    for name in [*listed, *(row[side] for row in case["clashes"] for side in ("left", "right"))]:
        assert named(gold, name)
    assert [row["origin"] for row in case["origins"] if row["circular"] == "yes"]


def test_every_leaning_statement_has_an_origin(
    gold: list[GoldStatement], case: dict[str, list[dict[str, str]]]
) -> None:
    """What supports or denies, and must be found, is accounted for in the table of origins."""
    listed = {name for row in case["origins"] for name in row["statements"].split(", ")}
    leaning = {
        f"{one.doc[:2]} {one.id}"
        for one in gold
        if one.stance in {"support", "deny"} and not one.optional and not one.indirect
    }
    assert leaning - listed <= {"10 s12"}  # "Bloggers predict": nobody knows which


def test_the_question_is_open_when_it_is_asked(case: dict[str, list[dict[str, str]]]) -> None:
    """The last article is older than the deadline, the outcome younger, and the expected answers are ranges."""
    latest = max(date.fromisoformat(row["latest"]) for row in case["articles"])
    assert latest < date(2024, 11, 30) < date.fromisoformat(case["outcome"][0]["known"])
    assert case["outcome"][0]["happened"] == "no"
    assert all(0 < float(row["low"]) < float(row["high"]) < 1 for row in case["answer"])
    assert (STORY / "outcome.md").exists()


def test_aliases_stand_in_the_story(case: dict[str, list[dict[str, str]]]) -> None:
    """Both names of each pair are used somewhere, word for word."""
    everything = "\n".join(words(name[:2]) for name in NAMES)
    for row in case["aliases"]:
        assert row["one"] in everything
        assert row["other"] in everything or row["other"] == "the Prime Minister"
        assert row["is"] in {"same", "different"}


def test_gold_as_plain_objects_keeps_its_places(gold: list[GoldStatement]) -> None:
    """The form that scorers read has offset pairs and parents by id."""
    plain = as_scored(gold)
    ids = {row["id"] for row in plain}
    assert len(plain) == len(gold) == len(ids)
    assert all(row["parent"] is None or row["parent"] in ids for row in plain)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("[Ada] said (assert): rain", "not in the article"),
        ("[Ada] said (shout): snow", "no such force"),
        ("[Ada] said (assert): it", "say which"),
        ("Ada said snow", "cannot be read"),
        ("[Bo > Ada] said (assert): snow", "does not begin"),
    ],
)
def test_gold_that_does_not_fit_is_refused(line: str, message: str) -> None:
    """A word that is not there, an unknown force or a chain from nowhere is an error that names file and line."""
    with pytest.raises(FormatError, match=rf"a\.txt\.gold\.md:1: .*{message}"):
        parse(f"- s1 · open\n  {line}\n", doc="a.txt", text="Ada said snow. It said it, and it did it.\n")


def test_braces_and_numbers_say_which_place() -> None:
    """Braces give words beside, `#2` the second place, `_` no place."""
    text = "Ada said it. Bo had not ruled it out."
    first, second = parse(
        "- s1 · open\n  [Ada] said (assert): it #1\n- s2 · open\n  [Bo] _ (assert): {ruled }it\n  note: why\n",
        doc="a.txt",
        text=text,
    )
    assert (first.content[0].start, second.content[0].start) == (9, 30)
    assert second.cue is None
    assert second.note == "why"
