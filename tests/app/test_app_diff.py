"""`sayso diff` as a user meets it: two readings in, what changed and why out, and clear words on bad files."""

import json
import math
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from sayso.showing.schemas import schema

ASK = "Will Velmora close its harbour by 30 May 2031?"
GULL = """---
outlet: Gull
published: 2031-05-02
---
Harbour may close

"Velmora will close its harbour this month," Tarn Osk, the harbour master, said on Thursday.
"""
TERN = """---
outlet: Tern
published: 2031-05-12
---
Mayor: no closing

"Velmora will not close its harbour," the mayor, Ina Brell, said on Monday. "There will be no closure," she said.
"""


def sayso(*arguments, stdin=None):
    """A finished run of the program."""
    return subprocess.run(
        [sys.executable, "-m", "sayso", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        input=stdin,
        check=False,
    )


@pytest.fixture(scope="module")
def readings(tmp_path_factory):
    """Readings of one question: on an early day, on a late one, and the late one from another prior, ruled."""
    folder = tmp_path_factory.mktemp("diff")
    (folder / "gull.txt").write_text(GULL, "utf-8")
    (folder / "tern.txt").write_text(TERN, "utf-8")
    texts = [folder / "gull.txt", folder / "tern.txt"]

    def brief(name, *more):
        run = sayso("brief", *texts, "--ask", ASK, "--brain", "rules", "--json", "-o", folder / name, *more)
        assert run.returncode == 0, run.stderr
        return folder / name

    early, late = brief("early.json", "--as-of", "2031-05-05"), brief("late.json")
    case = json.loads(late.read_text("utf-8"))
    statement = next(s["statement"] for s in case["stances"] if s["lean"] == "deny")
    ruled = sayso("rule", folder / "journal", statement, "reject", "--why", "never said so", "--by", "Kit")
    assert ruled.returncode == 0
    other = brief("other.json", "--prior", "0.6", "--rulings", folder / "journal")
    return {"early": early, "late": late, "other": other, "folder": folder}


def test_diff_tells_why_the_answer_moved(readings):
    """The first lines give both readings, both answers and the heaviest reasons with what became of them."""
    run = sayso("diff", readings["early"], readings["late"])
    assert run.returncode == 0
    head = run.stdout.splitlines()[:14]
    assert head[0] == ASK
    assert "as of 5 May 2031" in head[1]
    assert "as of 12 May 2031" in head[2]
    assert any(line.startswith("From ") and " to " in line for line in head)
    assert any("new" in line and "Ina Brell" in line for line in head)
    assert "articles 1 new" in run.stdout
    assert run.stderr == ""


def test_diff_json_follows_its_schema_and_adds_up(readings):
    """The record follows the schema; its parts add up to the move in log-odds, the move to the two answers."""
    record = json.loads(sayso("diff", readings["early"], readings["late"], "--json").stdout)
    validator = Draft202012Validator(schema("diff"), format_checker=FormatChecker())
    assert not [error.message for error in validator.iter_errors(record)]
    assert not record["same"]
    assert [pair["before"] for pair in record["articles"]] == [None]
    for one in record["hypotheses"]:
        ends = [math.log(one[side]["probability"] / (1 - one[side]["probability"])) for side in ("before", "after")]
        assert one["move"] == pytest.approx(math.fsum(part["move"] for part in one["parts"]), abs=1e-9)
        assert one["move"] == pytest.approx(ends[1] - ends[0], abs=1e-6)


def test_a_ruling_and_another_prior_are_told(readings):
    """What a person ruled, whose ruling it is, and the other prior stand among the reasons."""
    run = sayso("diff", readings["late"], readings["other"])
    assert run.returncode == 0
    assert "by Kit: reject (never said so)" in run.stdout or "by Kit: never said so" in run.stdout
    record = json.loads(sayso("diff", readings["late"], readings["other"], "--json").stdout)
    kinds = {part["kind"]: part for part in record["hypotheses"][0]["parts"]}
    assert kinds["prior"]["after"] == pytest.approx(math.log(0.6 / 0.4))
    assert [pair["after"]["by"] for pair in record["rulings"]] == ["Kit"]


def test_no_change_is_said_and_is_no_failure(readings):
    """A reading against itself, once from standard input: nothing changed, exit code 0."""
    run = sayso("diff", readings["late"], "-", stdin=readings["late"].read_text("utf-8"))
    assert (run.returncode, run.stdout.splitlines()[-1]) == (0, "Nothing changed.")


def test_hypotheses_of_one_reading_alone_are_told(readings):
    """A hypothesis that only one reading weighed is told with its answer there, and its parts are none."""
    case = json.loads(readings["late"].read_text("utf-8"))
    case["hypotheses"].append({**case["hypotheses"][0], "id": "h3", "text": "Velmora sells its harbour"})
    path = readings["folder"] / "more.json"
    path.write_text(json.dumps(case), "utf-8")
    run = sayso("diff", readings["late"], path)
    assert run.returncode == 0
    assert "This hypothesis is new" in run.stdout


def test_different_questions_are_refused(readings):
    """Readings of two questions cannot be compared; the message gives both."""
    case = json.loads(readings["late"].read_text("utf-8"))
    case["question"] = "Will Ostria close its harbour by 30 May 2031?"
    path = readings["folder"] / "ostria.json"
    path.write_text(json.dumps(case), "utf-8")
    run = sayso("diff", readings["late"], path)
    assert run.returncode == 2
    assert "only two readings of one question can be compared" in run.stderr
    assert "Ostria" in run.stderr
    assert "Velmora" in run.stderr


@pytest.mark.parametrize(
    ("text", "message"),
    [("", "no JSON"), ("{}", "no case"), ('{"question": "q"', "no JSON"), ("[" * 5000, "JSON")],
)
def test_other_files_are_refused(readings, text, message):
    """Damaged and foreign files end with exit code 1 and one line that names the file and the remedy."""
    path = readings["folder"] / "foreign.json"
    path.write_text(text, "utf-8")
    run = sayso("diff", readings["late"], path)
    assert run.returncode == 1
    assert "foreign.json" in run.stderr
    assert message in run.stderr
    assert "sayso brief --json" in run.stderr
    assert len(run.stderr.splitlines()) == 1


def test_a_file_that_is_not_there_is_named(readings):
    """A missing file and standard input twice are refused with what to give."""
    missing = sayso("diff", readings["late"], readings["folder"] / "nowhere.json")
    assert (missing.returncode, "nowhere.json" in missing.stderr) == (1, True)
    twice = sayso("diff", "-", "-", stdin="{}")
    assert (twice.returncode, "one reading" in twice.stderr) == (2, True)


def test_what_could_steer_a_terminal_is_shown_by_its_code(readings):
    """An escape sequence in a foreign file does not reach the terminal."""
    text = readings["late"].read_text("utf-8").replace("Ina Brell", "Ina\\u001b[2JBrell")
    path = readings["folder"] / "escape.json"
    path.write_text(text, "utf-8")
    run = sayso("diff", readings["early"], path)
    assert run.returncode == 0
    assert "\x1b" not in run.stdout


def test_the_schema_is_printed():
    """`sayso schema diff` prints the schema by its name."""
    assert json.loads(sayso("schema", "diff").stdout)["$id"] == "sayso/1/diff"


def test_a_day_before_all_articles_leaves_nothing(readings):
    """As of a day on which nothing was out the answer cannot be said, and a diff from it still adds up."""
    folder = readings["folder"]
    run = sayso(
        "brief", folder / "gull.txt", "--ask", ASK, "--brain", "rules", "--as-of", "2031-01-01", "--json",
        "-o", folder / "nothing.json",
    )  # fmt: skip
    assert run.returncode == 4
    record = json.loads((folder / "nothing.json").read_text("utf-8"))
    assert record["articles"] == []
    assert record["hypotheses"][0]["answer"]["words"] == "cannot say"
    found = json.loads(sayso("diff", folder / "nothing.json", readings["late"], "--json").stdout)
    one = found["hypotheses"][0]
    assert one["move"] == pytest.approx(math.fsum(part["move"] for part in one["parts"]), abs=1e-9)
