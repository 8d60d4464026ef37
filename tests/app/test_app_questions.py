"""Bad questions, hypotheses, priors and outcomes at the command line: a clear message, a code, never 50 %."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.app.test_app_cli import check

from sayso.app.cli import main

ASK = "Will the council build the bridge by 30 June 2031?"
ARTICLE = """---
outlet: The Quay Gazette
published: 2031-05-07
---
Council weighs new bridge

The council will build the bridge by June, Mayor Odile Brandt said on Tuesday.

"We have not decided anything," her spokesman Per Aston told the Quay Gazette.
"""


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    """A small article on disk, dated."""
    path = tmp_path_factory.mktemp("questions") / "bridge.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.fixture
def run(capsys):
    """A function that runs the program in this process: its exit code, the JSON where there is some, stderr."""

    def run_(*arguments):
        try:
            code = main([str(one) for one in arguments])
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        assert "unexpected trouble" not in err
        return code, json.loads(out) if out.startswith("{") else out, err

    return run_


@pytest.fixture
def asked(run, article):
    """A function that asks the article a question, with more options, as JSON."""

    def asked_(question, *options, of=article):
        return run("brief", of, f"--ask={question}", "--json", "--brain", "rules", *options)

    return asked_


def first(case):
    """The answer to the first hypothesis."""
    return case["hypotheses"][0]["answer"]


def codes(case):
    """The codes of the case's notes."""
    return {note["code"] for note in case["notes"]}


NO_QUESTION = [
    ("", "is empty"),
    (" \n ", "is empty"),
    ("???", "is empty"),
    ("Bridge", "is not a question"),
    ("The council builds the bridge by 30 June 2031.", "is not a question"),
    ("Wird der Rat die Brücke bis 30. Juni 2031 bauen?", "is not a question"),
    ("桥会建成吗？", "is not a question"),
    ("Will it?", "does not say who"),
    ("When will the council build the bridge?", "has no yes or no"),
    ("Who will build the bridge by 30 June 2031?", "has no yes or no"),
    ("Why does the council build the bridge?", "has no yes or no"),
    ("What will happen?", "has no yes or no"),
    ("How many bridges will be built by 30 June 2031?", "has no yes or no"),
]


@pytest.mark.parametrize(("question", "told"), NO_QUESTION)
def test_what_is_no_question_is_told_with_an_example(asked, question, told):
    """Exit 2, one line that says what is wrong and gives a question that would do."""
    code, out, err = asked(question)
    assert code == 2
    assert out == ""
    (line,) = err.strip().splitlines()
    assert told in line
    assert "for example" in line
    assert "by 30 November 2024?" in line


TWO = [
    "Will the council build the bridge by 30 June 2031 and will the mayor resign?",
    "Will the council build the bridge? Will the mayor resign by 30 June 2031?",
    "Will the council build the bridge by 30 June 2031, and if so, when?",
]


@pytest.mark.parametrize("question", TWO)
def test_two_questions_are_told_apart(asked, question):
    """Two questions in one are refused, with where the second goes."""
    code, _, err = asked(question)
    assert code == 2
    assert "two questions" in err
    assert "--hypothesis" in err


@pytest.mark.parametrize("size", [5_001, 100_000])
def test_a_question_as_long_as_an_article_is_refused(asked, size):
    """5,001 characters and more are told with their number and the most there may be; 5,000 are read."""
    code, _, err = asked("Will the " + "x" * (size - 24) + " close in June?")
    assert code == 2
    assert "5000" in err
    words = "Will the council build the " + "long " * 990
    code, case, _ = asked(words[:4_960].rstrip() + " bridge by 30 June 2031?")
    assert code == 0
    assert case["hypotheses"][0]["closes"] == "2031-06-30"


def test_capitals_are_read_like_other_letters(asked):
    """A question in capitals is the same question."""
    _, loud, _ = asked(ASK.upper())
    _, case, _ = asked(ASK)
    assert loud["hypotheses"][0]["text"] == case["hypotheses"][0]["text"]
    assert first(loud)["probability"] == first(case)["probability"]


@pytest.mark.parametrize(
    "question",
    [
        "How likely is it that the council builds the bridge by 30 June 2031?",
        "What is the probability that the council builds the bridge by 30 June 2031?",
        "Do you think that the council will build the bridge by 30 June 2031?",
        "Please tell me whether the council will build the bridge by 30 June 2031",
        "Will the council\nbuild the\tbridge by 30 June 2031 ?",
        '"Will the council build the bridge by 30 June 2031?"',
    ],
)
def test_a_roundabout_question_is_the_plain_one(asked, question):
    """However it is put, it is read as the plain question with its day, and answered like it."""
    _, case, _ = asked(question)
    _, plain, _ = asked(ASK)
    assert [one["text"] for one in case["hypotheses"]] == [one["text"] for one in plain["hypotheses"]]
    assert first(case)["probability"] == first(plain)["probability"]


# ---- days


@pytest.mark.parametrize("ever", ["", "ever "])
def test_a_question_without_a_day_is_answered_with_how_to_add_one(asked, ever):
    """Without a deadline there is an answer, a note how to add one, and no time that runs out."""
    code, case, _ = asked(f"Will the council {ever}build the bridge?")
    assert code == 0
    assert "L306" in codes(case)
    (note,) = (note for note in case["notes"] if note["code"] == "L306")
    assert "--closes" in note["message"]
    assert next(reason["weight"] for reason in first(case)["reasons"] if reason["kind"] == "time") == 0


def test_a_day_that_has_passed_is_told_with_what_to_do(asked, run, article, tmp_path):
    """A deadline before the day of the answer is noted with both ways out, in the JSON and for the eye."""
    past = ASK.replace("2031", "2020")
    code, case, _ = asked(past)
    assert code == 0
    (note,) = (note for note in case["notes"] if note["code"] == "L307")
    for part in ("2020-06-30", "2031-05-07", "--as-of"):
        assert part in note["message"]
    page = tmp_path / "brief.html"
    run("brief", article, "--ask", past, "--brain", "rules", "-o", page)
    assert "2020-06-30" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("31 February 2032", "29 February 2032"),
        ("99 June 2031", "30 June 2031"),
        ("31 April 2031", "30 April 2031"),
        ("2031-13-45", "2031-"),
    ],
)
def test_a_day_that_is_none_is_told_with_the_last_that_is(asked, day, told):
    """A day that no calendar has is refused with one that there is."""
    code, _, err = asked(f"Will the council build the bridge by {day}?")
    assert code == 2
    assert "no day" in err
    assert told in err


def test_a_year_far_away_is_no_other_year(asked):
    """A question about the year 9999 is refused, or closes in it: never in the year of the articles."""
    code, case, _ = asked("Will the council build the bridge by 30 June 9999?")
    assert code == 2 or case["hypotheses"][0]["closes"] == "9999-06-30"


@pytest.mark.parametrize(
    "options",
    [
        ("--closes=2031-02-31",),
        ("--closes=soon",),
        ("--opens=2031-07-01",),
        ("--opens=2031-07-01", "--closes=2031-06-01"),
        ("--as-of=2031-13-01",),
        ("--resolver= ",),
    ],
)
def test_days_and_judges_that_cannot_be_are_refused(asked, options):
    """Options that contradict each other, or are no day, are usage errors with what to give instead."""
    code, _, err = asked(ASK, *options)
    assert code == 2
    assert "such as" in err or "give" in err


def test_an_article_without_a_day_is_not_after_the_deadline(asked, tmp_path):
    """Where no article has a day, nobody can say that the last day has passed."""
    path = tmp_path / "undated.txt"
    path.write_text(ARTICLE.split("---\n", 2)[2], "utf-8")
    _, case, _ = asked(ASK, of=path)
    assert "L307" not in codes(case)
    assert not any("has passed" in reason["text"] for reason in first(case)["reasons"])


# ---- hypotheses


@pytest.mark.parametrize(
    ("hypothesis", "told"),
    [
        ("", "is empty"),
        ("  ", "is empty"),
        ("?", "is empty"),
        ("x " * 3_000, "5000"),
        ("When?", "is not a question"),
        ("The council builds the bridge by 30 June 2031", "leave it out"),
        ("The council does not build the bridge by 30 June 2031", "leave it out"),
    ],
)
def test_a_hypothesis_that_is_none_is_refused(asked, hypothesis, told):
    """An empty or endless hypothesis, an open question, or the question again: exit 2 and what to give."""
    code, _, err = asked(ASK, f"--hypothesis={hypothesis}")
    assert code == 2
    assert told in err


def test_a_hypothesis_that_no_statement_bears_on_cannot_be_answered(asked):
    """It stays at its prior, with "cannot say" and a note that says what to try; the others are answered."""
    code, case, _ = asked(ASK, "--hypothesis=A comet hits Orle by 30 June 2031")
    assert code == 0
    check("brief", case)
    answer = case["hypotheses"][1]["answer"]
    assert answer["words"] == "cannot say"
    assert answer["probability"] == pytest.approx(0.3)
    assert answer["confidence"] is None
    assert first(case)["words"] != "cannot say"
    assert "W401" in codes(case)
    told = [note["message"] for note in case["notes"] if "comet" in note["message"]]
    assert any("Try" in message for message in told)
    column = [cell for cell in case["grid"]["cells"] if cell["hypothesis"] == "h2"]
    assert {(cell["sign"], cell["word"]) for cell in column} == {(0, "says nothing")}


# ---- never 50 % for "do not know"


@pytest.mark.parametrize("options", [(), ("--yardstick=nato",), ("--yardstick=ipcc",), ("--yardstick=uk",)])
def test_a_probability_asked_of_an_empty_case_is_cannot_say(asked, tmp_path, options):
    """Where no article says anything: exit 4, the words "cannot say", never an even chance, and a note."""
    path = tmp_path / "list.txt"
    path.write_text("---\npublished: 2031-05-07\n---\nApples and pears.\n", "utf-8")
    code, case, err = asked(ASK, *options, of=path)
    assert code == 4
    assert "no statement was found" in err
    for one in case["hypotheses"]:
        assert one["answer"]["words"] == "cannot say"
        assert abs(one["answer"]["probability"] - 0.5) > 0.15
        assert one["answer"]["high"] - one["answer"]["low"] > 0.3
    assert "W401" in codes(case)
    assert case["grid"] == {
        "cells": [],
        "diagnosticity": [],
        "inconsistency": [{"hypothesis": f"h{n}", "value": 0.0, "unweighted": 0.0} for n in (1, 2)],
        "swaps": [],
    }


def test_a_case_before_its_first_article_is_cannot_say(asked):
    """As of a day on which nothing was out, the answer is the prior and "cannot say"."""
    code, case, _ = asked(ASK, "--as-of=1931-05-07")
    assert code == 4
    assert first(case)["words"] == "cannot say"
    assert first(case)["probability"] == pytest.approx(0.3)


@pytest.mark.parametrize(("name", "text"), [("empty.txt", ""), ("none.txt", None)])
def test_a_case_without_articles_fails(asked, tmp_path, name, text):
    """An empty file, or none: exit 1, the file named with what to give, and no number at all."""
    path = tmp_path / name
    if text is not None:
        path.write_text(text, "utf-8")
    code, out, err = asked(ASK, of=path)
    assert (code, out) == (1, "")
    assert name in err
    assert ";" in err


def test_what_is_left_open_is_no_even_chance(asked, tmp_path):
    """Where all that is said leaves the matter open, the words are "cannot say"."""
    path = tmp_path / "open.txt"
    text = ARTICLE.replace(
        "The council will build the bridge by June", "The council may or may not build the bridge"
    )
    path.write_text(text.replace("said on Tuesday", "declined to comment on"), "utf-8")
    code, case, _ = asked(ASK, of=path)
    assert code in (0, 4)
    if not any(reason["weight"] for reason in first(case)["reasons"] if reason["kind"] == "origin"):
        assert first(case)["words"] == "cannot say"


@pytest.mark.parametrize("prior", ["0", "1", "-1", "2", "nan", "inf", "-inf"])
def test_a_prior_that_leaves_no_room_is_refused(asked, prior):
    """0, 1 and what lies outside are refused with an example; so is what is no number."""
    code, _, err = asked(ASK, f"--prior={prior}")
    assert code == 2
    assert "between 0 and 1" in err
    code, _, err = asked(ASK, "--prior=30%")
    assert code == 2
    assert "--prior" in err


# ---- outcomes


def test_an_outcome_entered_twice_is_said_and_not_doubled(run, tmp_path):
    """The same again changes nothing; another one is a correction; taken back, both stay in the journal."""
    journal = tmp_path / "rulings.jsonl"
    given_ = (
        "resolve",
        journal,
        ASK,
        "yes",
        "2026-01-05",
        "--source",
        "gazette",
        "--why",
        "read it",
        "--by",
        "ann",
    )
    assert run(*given_)[0] == 0
    before = journal.read_bytes()
    code, _, err = run(*given_)
    assert code == 0
    assert "already" in err
    assert journal.read_bytes() == before
    code, _, err = run(*given_[:3], "no", *given_[4:])
    assert code == 0
    assert "corrects" in err
    code, _, err = run("resolve", journal, ASK, "open", "--why", "too early", "--by", "ann")
    assert code == 0
    assert "taken back" in err
    assert len(journal.read_text("utf-8").splitlines()) == 3
    code, _, err = run("resolve", tmp_path / "other.jsonl", ASK, "open", "--why", "never said", "--by", "ann")
    assert code == 4
    assert "no outcome is recorded" in err


@pytest.mark.parametrize("day", ["2031-02-31", "tomorrow", "9999-01-01", ""])
def test_an_outcome_on_no_day_is_refused(run, tmp_path, day):
    """A day that is none, or lies ahead, is a usage error, and nothing is written."""
    journal = tmp_path / "rulings.jsonl"
    code, _, err = run("resolve", journal, ASK, "yes", day, "--source", "the gazette", "--why", "read it")
    assert code == 2
    assert err.strip()
    assert not journal.exists()


# ---- anything at all


PARTS = (
    "Will will the_council build the_bridge by 30_June_2031 2031-02-30 ? not and or if May mine who , ' ” "
    "\x07 \u202e \ud800 <b> {{ %s 🌉"
)
WORDS = tuple(part.replace("_", " ") for part in PARTS.split(" "))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_no_question_whatever_breaks_it(asked, parts):
    """Any heap of words and signs is answered or refused: no traceback, a known code, a record as its schema."""
    code, case, err = asked("\n".join(parts) if len(parts) % 2 else " ".join(parts))
    assert code in (0, 2, 4)
    if code == 2:
        assert err.strip()
    else:
        check("brief", case)
        assert first(case)["words"]
