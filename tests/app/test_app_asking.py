"""Questions on the command line: what is refused, what is said of it, how a reading is put right."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass

import pytest

from sayso.app.cli import main

ARTICLE = """Orlen weighs a toll

Mayor Odile Brandt will announce a second bridge toll in May, her aide Per Aston said on 2 April 2031.

"There are no discussions about a second toll," the treasurer, Ina Brell, told the Quay Gazette on 3 April 2031.
"""
_ASK = "Will Mayor Odile Brandt announce a second bridge toll by 31 May 2031?"


@dataclass
class Done:
    """What a run of the program left: its exit code and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def sayso(*arguments):
    """A finished run of the program, in this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(list(map(str, arguments)))
    return Done(code, out.getvalue(), err.getvalue())


@pytest.fixture
def article(tmp_path):
    """A small article on disk."""
    path = tmp_path / "toll.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def brief(article, *more, ask=_ASK):
    """A run of sayso brief with the rules, as JSON."""
    day = ("--published", "2031-04-03", "--outlet", "The Quay Gazette")
    return sayso("brief", article, "--ask", ask, "--json", "--brain", "rules", *day, *more)


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        ("", "the question is empty"),
        ("   ", "the question is empty"),
        ("When will the toll come?", "no yes or no"),
        ("By when will the toll come?", "no yes or no"),
        ("The toll will come.", 'for example: "Will the toll come?"'),
        ("bridge toll orlen", "is not a question"),
        ("Will the toll come? Will the bridge close?", "two questions"),
        ("Will the toll come, and when?", "two questions"),
        ("Will the toll come by 31 February 2031?", "is no day"),
        ("Will the toll come by 2031-02-30?", "is no day"),
        ("Will the toll come after 5 May 2031 and before 1 May 2031?", "in order"),
        ("Will it " + "rain " * 1000 + "?", "characters"),
        ("Will they?", "does not say who"),
    ],
)
def test_what_is_no_question_is_refused_with_what_to_give(article, ask, says):
    """No question, none with a yes or no, two, an impossible day, too long: code 2 and one line that helps."""
    done = brief(article, ask=ask)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--closes", "tomorrow"), "--closes tomorrow: not a day"),
        (("--opens", "2031-02-30"), "--opens 2031-02-30: not a day"),
        (("--opens", "2031-06-01", "--closes", "2031-05-01"), "is after --closes"),
        (("--opens", "2031-06-01"), "--opens"),
        (("--resolver", " "), "--resolver: say who"),
        (("--hypothesis", " "), "--hypothesis is empty"),
        (
            ("--hypothesis", "Mayor Odile Brandt does not announce a second bridge toll by 31 May 2031"),
            "says the same",
        ),
        (("--hypothesis", "why the toll comes"), "is no statement"),
    ],
)
def test_options_that_contradict_are_refused(article, options, says):
    """Days that are none or in the wrong order, an empty judge, a hypothesis that stands already."""
    done = brief(article, *options)
    assert (done.returncode, says in done.stderr) == (2, True), done.stderr


def test_a_reading_is_put_right(article):
    """The last day, the first day and who settles it are taken from the options and stand in the record."""
    done = brief(
        article, "--closes", "2031-06-30", "--opens", "2031-04-04", "--resolver", "the town clerk",
        ask="Will Mayor Odile Brandt announce a second bridge toll?",
    )  # fmt: skip
    first = json.loads(done.stdout)["hypotheses"][0]
    assert (first["closes"], first["opens"], first["resolver"]) == ("2031-06-30", "2031-04-04", "the town clerk")
    assert (first["subject"], first["event"]) == ("Mayor Odile Brandt", "announce a second bridge toll")


@pytest.mark.parametrize(
    ("ask", "code", "says"),
    [
        ("Will Mayor Odile Brandt announce a second bridge toll?", "L306", "--closes"),
        ("Will Mayor Odile Brandt announce a second bridge toll by 31 March 2031?", "L307", "--as-of"),
        ("Will the queen of Tolmar abdicate by 31 May 2031?", "L314", "No statement bears on h1"),
    ],
)
def test_what_a_question_lacks_is_noted(article, ask, code, says):
    """No last day, one that has passed, nothing that bears on it: a note says so and what to give."""
    notes = json.loads(brief(article, ask=ask).stdout)["notes"]
    assert [says in note["message"] for note in notes if note["code"] == code] == [True]


def test_a_hypothesis_that_nothing_bears_on_is_noted(article):
    """A further hypothesis of another matter gets a note that names it and says what to try."""
    notes = json.loads(brief(article, "--hypothesis", "The queen of Tolmar abdicates").stdout)["notes"]
    assert any(note["code"] == "L314" and "h2" in note["message"] for note in notes)


@pytest.mark.parametrize(
    "ask",
    [
        _ASK.upper(),
        "How likely is it that Mayor Odile Brandt will announce a second bridge toll by 31 May 2031?",
        "By 31 May 2031, will Mayor Odile Brandt announce a second bridge toll?",
        "What are the chances of Mayor Odile Brandt announcing a second bridge toll by 31 May 2031?",
    ],
)
def test_many_wordings_are_one_question(article, ask):
    """In capitals, as a likelihood, with its day first: read as the same question, with the same answer."""
    first, plain = (json.loads(brief(article, ask=one).stdout)["hypotheses"][0] for one in (ask, _ASK))
    assert first["event"] == plain["event"]
    assert first["closes"] == plain["closes"]
    assert first["answer"]["probability"] == pytest.approx(plain["answer"]["probability"])


def test_an_empty_case_gives_no_answer(tmp_path):
    """An article without a word is named, and no probability is made up."""
    path = tmp_path / "empty.txt"
    path.write_text("\n", "utf-8")
    done = sayso("brief", path, "--ask", _ASK, "--json", "--brain", "rules")
    assert done.returncode in {1, 4}
    assert "Traceback" not in done.stderr
    if done.stdout:
        answer = json.loads(done.stdout)["hypotheses"][0]["answer"]
        assert answer["words"] == "cannot say"
