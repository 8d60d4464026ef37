"""sayso brief without a question proposes some."""

import io
import json
import shlex
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from sayso.app.cli import main
from sayso.showing.schemas import schema

STORY = Path(__file__).parents[2] / "examples" / "second-rationing"
_MANIFEST = ("--manifest", STORY / "manifest.csv")


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


@pytest.fixture(scope="module")
def proposed():
    """What is proposed for the example story, as JSON."""
    done = sayso("brief", STORY / "articles", *_MANIFEST, "--json", "--brain", "rules")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_story_s_question_is_proposed_first(proposed):
    """The question that people asked of the example is the first, with its last day."""
    first = proposed["proposals"][0]
    assert "announce a second round of water rationing by 30 November 2024?" in first["question"]
    assert first["closes"] == "2024-11-30"
    assert first["support"] >= 2
    assert first["deny"] >= 2


def test_the_record_follows_its_schema_and_its_places_hold(proposed):
    """Statements stand at the places that are given, word for word."""
    assert not list(Draft202012Validator(schema("proposals")).iter_errors(proposed))
    for one in proposed["proposals"]:
        for statement in one["statements"]:
            text = Path(statement["path"]).read_text("utf-8") if statement["path"].endswith(".txt") else ""
            for ref in statement["refs"]:
                start, end = ref["span"]
                assert not text or text[start:end].split()[0] in statement["text"]


def test_a_proposal_can_be_asked_as_it_is_printed():
    """What is printed for the eye is an argument for --ask, and the reading is taken."""
    done = sayso("brief", STORY / "articles", *_MANIFEST, "--brain", "rules")
    assert done.returncode == 0
    assert "no question was asked" in done.stderr
    line = next(line for line in done.stdout.splitlines() if line.startswith("1. "))
    asked = shlex.split(line[3:])
    again = sayso("brief", STORY / "articles", *_MANIFEST, "--brain", "rules", "--json", *asked)
    assert again.returncode == 0, again.stderr
    assert json.loads(again.stdout)["question"] == asked[1]


def test_a_single_article_without_contest_says_so(tmp_path):
    """Nothing contested is a result, too: code 0 and what to do."""
    path = tmp_path / "calm.txt"
    path.write_text("Calm day\n\nThe sea was calm, harbour master Tarn Osk said on 2 May 2031.\n", "utf-8")
    done = sayso("brief", path, "--brain", "rules")
    assert done.returncode == 0, done.stderr
    assert "Ask what you want to know" in done.stdout


@pytest.mark.parametrize("option", [("--hypothesis", "It rains"), ("--closes", "2031-05-01"), ("-o", "x.html")])
def test_what_belongs_to_a_question_is_refused_without_one(tmp_path, option):
    """Options that say something of a question are refused with a hint at --ask."""
    path = tmp_path / "calm.txt"
    path.write_text("Calm day\n\nThe sea was calm, Tarn Osk said.\n", "utf-8")
    done = sayso("brief", path, *option)
    assert done.returncode == 2
    assert "--ask" in done.stderr
