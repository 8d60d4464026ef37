"""`sayso resolve`, `--save-record`, `--records` and `sayso scores`, from the command line to what they print."""

import json
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from sayso.showing.schemas import schema

QUESTION = "Will the council of Tarn close the harbour by 30 June 2031?"
ARTICLES = {
    "one.txt": "The harbour of Tarn\n\n“There is no doubt that the council will close the harbour of Tarn by "
    "30 June,” said Ada Lind, a councillor, on Monday.\n",
    "two.txt": "Tarn waits\n\n“It is highly unlikely that the council will close the harbour of Tarn in June,” "
    "said Bo Ras, who leads the pilots.\n",
}


def sayso(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """One command, run as a user runs it."""
    return subprocess.run(
        [sys.executable, "-m", "sayso", *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with two articles and what is known of them."""
    rows = ["path,outlet,published"]
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, "utf-8")
        rows.append(f"{name},The Tarn {name.partition('.')[0].title()},2021-06-03")
    (tmp_path / "manifest.csv").write_text("\n".join(rows) + "\n", "utf-8")
    return tmp_path


ASKED = QUESTION.replace("2031", "2021")
WORD = ("--source", "the gazette", "--why", "no notice was printed")


def brief(home: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """The case of the two articles, read by the rules."""
    return sayso(
        "brief", *ARTICLES, "--manifest", "manifest.csv", "--brain", "rules", "--ask", ASKED, *more, cwd=home
    )


def test_an_outcome_is_recorded_said_twice_corrected_and_taken_back(home: Path) -> None:
    """Each step is said, nothing is doubled, and both words stay in the journal."""
    first = sayso("resolve", "j.jsonl", ASKED, "no", "2021-07-01", *WORD, "--by", "Ada", cwd=home)
    assert (first.returncode, "recorded “no”, known 1 July 2021 (the gazette), by Ada" in first.stderr) == (0, True)
    again = sayso("resolve", "j.jsonl", ASKED.upper(), "no", "2021-07-01", *WORD, cwd=home)
    assert (again.returncode, "recorded already" in again.stderr) == (0, True)
    other = sayso("resolve", "j.jsonl", ASKED, "yes", "2021-06-20", *WORD, "--on", "2021-06-19", cwd=home)
    assert (other.returncode, "this corrects “no”" in other.stderr) == (0, True)
    back = sayso("resolve", "j.jsonl", ASKED, "open", "--why", "nobody knows", cwd=home)
    assert (back.returncode, "taken back “yes”" in back.stderr) == (0, True)
    more = sayso("resolve", "j.jsonl", ASKED, "open", "--why", "nobody knows", cwd=home)
    assert (more.returncode, "no outcome is recorded" in more.stderr) == (4, True)
    assert len((home / "j.jsonl").read_text("utf-8").splitlines()) == 3


TOMORROW = (date.today() + timedelta(days=2)).isoformat()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("no", "soon", *WORD), "not a day"),
        (("no", TOMORROW, *WORD), "lies ahead"),
        (("no", *WORD), "give the day"),
        (("no", "2021-07-01", "--why", "so it is"), "--source"),
        (("no", "2021-07-01", "--source", " ", "--why", "so it is"), "--source: is empty"),
        (("no", "2021-07-01", *WORD, "--on", "2021-06-30"), "has no day"),
        (("yes", "2021-07-01", *WORD, "--on", "2021-07-02"), "lies after"),
        (("open", "2021-07-01", "--why", "so it is"), "has no day"),
        (("maybe", "2021-07-01", *WORD), "invalid choice"),
    ],
)
def test_what_cannot_be_recorded_is_refused(home: Path, given: tuple[str, ...], said: str) -> None:
    """Days ahead, missing words and contradictions are refused with what to give, and nothing is written."""
    run = sayso("resolve", "j.jsonl", ASKED, *given, cwd=home)
    assert (run.returncode, said in run.stderr, "Traceback" in run.stderr) == (2, True, False)
    assert not (home / "j.jsonl").exists()


def test_an_empty_hypothesis_and_a_folder_are_refused(home: Path) -> None:
    """A journal that is a folder, and a hypothesis of no words, end in one line."""
    run = sayso("resolve", ".", ASKED, "no", "2021-07-01", *WORD, cwd=home)
    assert (run.returncode, "Traceback" in run.stderr) == (1, False)
    run = sayso("resolve", "j.jsonl", "  ", "no", "2021-07-01", *WORD, cwd=home)
    assert (run.returncode, "HYPOTHESIS" in run.stderr) == (2, True)


def test_from_outcome_to_scores_and_back_into_the_next_case(home: Path) -> None:
    """A resolved case scores its forecasts, looks back, keeps a record; that is printed and weighs elsewhere."""
    sayso("resolve", "j.jsonl", ASKED, "no", "2021-07-01", *WORD, cwd=home)
    run = brief(home, "--rulings", "j.jsonl", "--save-record", "r.jsonl", "--json")
    case = json.loads(run.stdout)
    Draft202012Validator(schema("brief")).validate(case)
    assert run.returncode == 0
    assert {one["rule"] for one in case["scores"]} == {"brier", "log"}
    (look,) = case["postmortems"]
    assert (look["outcome"]["happened"], look["outcome"]["source"]) == (False, "the gazette")
    assert [one["text"].partition(",")[0] for one in look["misled"]][:1] == ["Ada Lind"]
    kept = (home / "r.jsonl").read_text("utf-8").splitlines()
    assert sorted(json.loads(line)["source"]["names"][0] for line in kept) == ["Ada Lind", "Bo Ras"]
    again = brief(home, "--rulings", "j.jsonl", "--save-record", "r.jsonl", "-o", "b.html")
    assert "nothing new" in again.stderr
    assert "Looking back" in (home / "b.html").read_text("utf-8")
    assert (home / "r.jsonl").read_text("utf-8").splitlines() == kept

    told = sayso("scores", "r.jsonl", "--plot", "c.svg", cwd=home)
    assert (told.returncode, "Ada Lind" in told.stdout, "No rate" in told.stdout) == (0, True, True)
    assert "not drawn" in told.stderr
    _use(home)


def _use(home: Path) -> None:
    """Many records of a source that was always wrong, in the next case."""
    held = map(json.loads, (home / "r.jsonl").read_text("utf-8").splitlines())
    line = next(one for one in held if one["source"]["names"][0] == "Ada Lind")
    lines = [{**line, "case": f"Will it rain {n}?", "hypothesis": f"it rains {n}"} for n in range(24)]
    (home / "many.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in lines), "utf-8")
    printed = sayso("scores", "many.jsonl", "--jsonl", "--plot", "c.svg", cwd=home)
    records = [json.loads(one) for one in printed.stdout.splitlines()]
    for one in records:
        Draft202012Validator(schema("scores")).validate(one)
    assert [one["kind"] for one in records] == ["source", "calibration"]
    assert records[0]["brier"]["mean"] == pytest.approx(0.8464, abs=1e-4)
    drawn = (home / "c.svg").read_text("utf-8")
    assert drawn.startswith("<svg")
    assert "n 24" in drawn
    plain = json.loads(brief(home, "--json", "--as-of", "2022-01-01").stdout)
    given = json.loads(brief(home, "--json", "--as-of", "2022-01-01", "--records", "many.jsonl").stdout)
    before, after = (one["hypotheses"][0]["answer"] for one in (plain, given))
    assert after["probability"] < before["probability"]
    parts = [part for reason in after["reasons"] for part in reason["parts"]]
    assert any("right in 0 of 24 forecasts of 24 cases" in part for part in parts)
    early = json.loads(brief(home, "--json", "--records", "many.jsonl").stdout)
    assert not any("right in 0" in p for r in early["hypotheses"][0]["answer"]["reasons"] for p in r["parts"])


def test_taking_an_outcome_back_takes_the_record_back(home: Path) -> None:
    """After `open`, saving again takes the kept forecasts of this question back, and scores print none."""
    sayso("resolve", "j.jsonl", ASKED, "no", "2021-07-01", *WORD, cwd=home)
    brief(home, "--rulings", "j.jsonl", "--save-record", "r.jsonl")
    sayso("resolve", "j.jsonl", ASKED, "open", "--why", "the gazette was wrong", cwd=home)
    brief(home, "--rulings", "j.jsonl", "--save-record", "r.jsonl")
    run = sayso("scores", "r.jsonl", cwd=home)
    assert (run.returncode, "no resolved forecast" in run.stderr) == (4, True)


def test_records_that_cannot_be_used(home: Path) -> None:
    """Files that are not there, damaged or in the wrong place are named before the work begins."""
    (home / "bad.jsonl").write_text("{}\n", "utf-8")
    for options, code, said in (
        (("--records", "none.jsonl"), 2, "no such file"),
        (("--records", "bad.jsonl"), 1, "line 1"),
        (("--save-record", "bad.jsonl"), 1, "line 1"),
        (("--save-record", "no/where.jsonl"), 2, "no folder"),
        (("--save-record", "."), 2, "folder"),
    ):
        run = brief(home, *options)
        assert (run.returncode, said in run.stderr, "Traceback" in run.stderr) == (code, True, False), options
    assert sayso("scores", "none.jsonl", cwd=home).returncode == 2
    assert sayso("scores", "bad.jsonl", cwd=home).returncode == 1
    (home / "empty.jsonl").write_text("", "utf-8")
    assert sayso("scores", "empty.jsonl", cwd=home).returncode == 4


def test_without_an_outcome_there_is_nothing_to_keep(home: Path) -> None:
    """A case without an outcome says so, and no file is made."""
    run = brief(home, "--save-record", "r.jsonl")
    assert (run.returncode, "no outcome is recorded" in run.stderr) == (0, True)
    assert not (home / "r.jsonl").exists()


def test_an_outcome_of_another_question_is_noted(home: Path) -> None:
    """A journal may serve several questions: what is not asked here changes nothing and is said."""
    sayso("resolve", "j.jsonl", "Will it rain by 1 June 2021?", "no", "2021-06-02", *WORD, cwd=home)
    case = json.loads(brief(home, "--rulings", "j.jsonl", "--json").stdout)
    assert case["scores"] == []
    assert ["not asked here" in one["message"] for one in case["notes"] if one["code"] == "L305"] == [True]


def test_the_negations_outcome_is_turned_round(home: Path) -> None:
    """An outcome of h2, the negation, is the opposite one of the question."""
    sayso("resolve", "j.jsonl", "h2", "yes", "2021-07-01", *WORD, cwd=home)
    case = json.loads(brief(home, "--rulings", "j.jsonl", "--json").stdout)
    assert [one["outcome"]["happened"] for one in case["postmortems"]] == [False]


def test_a_corrected_outcome_shows_both(home: Path) -> None:
    """The dossier shows what stands and what was recorded before."""
    sayso("resolve", "j.jsonl", ASKED, "yes", "2021-06-20", "--source", "a blog", "--why", "it said so", cwd=home)
    sayso("resolve", "j.jsonl", ASKED, "no", "2021-07-01", *WORD, cwd=home)
    brief(home, "--rulings", "j.jsonl", "-o", "b.html")
    page = (home / "b.html").read_text("utf-8")
    assert "It did not happen" in page
    assert "no longer standing" in page
    assert "a blog" in page
    shutil.copy(home / "b.html", home / "c.html")
    brief(home, "--rulings", "j.jsonl", "-o", "b.html")
    assert (home / "b.html").read_bytes() == (home / "c.html").read_bytes()
