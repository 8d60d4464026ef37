"""The command line as a user meets it: real runs of the program, its output, its exit codes."""

import json
import math
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from sayso import __version__
from sayso.showing.schemas import schema

ROOT = Path(__file__).parents[2]
STORY = ROOT / "examples" / "second-rationing"
ASK = "Will the government of Halverrin announce a second round of water rationing by 30 November 2024?"
ARTICLE = """Council weighs new bridge

The council may vote on the bridge by Friday, Mayor Odile Brandt said on Tuesday.

"We have not decided anything," her spokesman Per Aston told the Quay Gazette.
"""


def sayso(*arguments, stdin=None, cwd=None):
    """A finished run of the program."""
    return subprocess.run(
        [sys.executable, "-m", "sayso", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        input=stdin,
        cwd=cwd,
        check=False,
    )


@pytest.fixture
def article(tmp_path):
    """A small article on disk."""
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def check(name, record):
    """The record follows the schema called `name`."""
    validator = Draft202012Validator(schema(name), format_checker=FormatChecker())
    errors = sorted(validator.iter_errors(record), key=str)
    assert not errors, [f"{error.json_path}: {error.message}" for error in errors[:5]]


def spans_of(record):
    """Every (quote, span) pair that a page record gives with its text, and every bare span."""
    for time_ in record["times"]:
        yield time_["text"], time_["span"]
    for amount in record["amounts"]:
        yield amount["text"], amount["span"]
    for statement in record["statements"]:
        for hop in statement["chain"]:
            for part in (hop["source"], hop["cue"]):
                if part["span"]:
                    yield part["text"], part["span"]


def check_spans(record):
    """Every quote is the slice of the text at its span, and every span lies in the text."""
    text = record["article"]["text"]
    for quote, (start, end) in spans_of(record):
        assert text[start:end] == quote
    places = [block["span"] for block in record["blocks"]]
    places += [span for statement in record["statements"] for span in statement["content"]]
    places += [span for source in record["sources"] for span in source["mentions"]]
    for start, end in places:
        assert 0 <= start < end <= len(text)


def test_version_is_quick():
    """--version prints the version, and the better of three runs takes under 0.3 seconds."""
    spent = []
    for _ in range(3):
        began = time.perf_counter()
        done = sayso("--version")
        spent.append(time.perf_counter() - began)
        assert done.stdout == f"sayso {__version__}\n"
    assert min(spent) < 0.3


def test_help_leads_with_examples():
    """--help names every command and shows how to run the main ones."""
    done = sayso("--help")
    assert done.returncode == 0
    for word in ("read", "brief", "stance", "rule", "schema", "examples:"):
        assert word in done.stdout


def test_read_gives_one_record_an_article(article):
    """Read --jsonl prints one record an article that follows the schema, every span exact."""
    done = sayso("read", article, "--jsonl", "--published", "2031-05-07", "--outlet", "The Quay Gazette")
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    record = json.loads(line)
    check("read", record)
    check_spans(record)
    assert record["article"]["text"] == ARTICLE
    assert record["article"]["outlet"] == "The Quay Gazette"
    assert record["article"]["published"]["earliest"] == "2031-05-07"
    assert any("Odile Brandt" in source["name"] for source in record["sources"])
    assert len(record["statements"]) >= 2


def test_read_keeps_the_order_given(article, tmp_path):
    """Articles come out in the order of the inputs, and the text of each is unchanged."""
    other = tmp_path / "a.txt"
    other.write_bytes(b"Prices rose, the bank said.\r\n\r\nIt gave no figure.\r\n")
    done = sayso("read", article, other, "--jsonl")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [Path(record["article"]["path"]).name for record in records] == ["bridge.txt", "a.txt"]
    assert "\r\n" in records[1]["article"]["text"]


def test_read_for_the_eye(article):
    """Without --jsonl, each statement is a line with its chain and force."""
    done = sayso("read", article)
    assert done.returncode == 0
    assert "Odile Brandt" in done.stdout
    assert "[" in done.stdout


def test_read_from_standard_input():
    """A dash reads the article from standard input."""
    done = sayso("read", "-", "--jsonl", stdin=ARTICLE)
    assert done.returncode == 0
    assert json.loads(done.stdout)["article"]["text"] == ARTICLE


def test_own_voice_is_listed_on_demand(article):
    """--own-voice adds statements without a chain; without it none has an empty chain."""
    plain = json.loads(sayso("read", article, "--jsonl").stdout)
    more = json.loads(sayso("read", article, "--jsonl", "--own-voice").stdout)
    assert all(statement["chain"] for statement in plain["statements"])
    assert any(not statement["chain"] for statement in more["statements"])


def test_partial_failure_names_the_input(article, tmp_path):
    """A missing, an empty and a binary input are named on stderr with a remedy; the rest is done; exit 3."""
    empty, binary = tmp_path / "empty.txt", tmp_path / "picture.txt"
    empty.write_bytes(b"")
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200))
    done = sayso("read", article, tmp_path / "none.txt", empty, binary, "--jsonl")
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 1
    for name in ("none.txt", "empty.txt", "picture.txt"):
        assert any(name in line and ";" in line for line in done.stderr.splitlines()), done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_readable_fails(tmp_path):
    """Where no input can be read the run has failed: exit 1."""
    done = sayso("read", tmp_path / "none.txt", "--jsonl")
    assert (done.returncode, done.stdout) == (1, "")


def test_nothing_found(tmp_path):
    """An article without a statement is still printed, and the exit code says 4."""
    path = tmp_path / "list.txt"
    path.write_text("Apples and pears.\n", "utf-8")
    done = sayso("read", path, "--jsonl")
    assert done.returncode == 4
    assert json.loads(done.stdout)["statements"] == []


def test_usage():
    """An unknown command and a bad date are usage errors: exit 2, one clear line."""
    assert sayso("nonsense").returncode == 2
    done = sayso("brief", "x.txt", "--ask", "Will it?", "--as-of", "tomorrow")
    assert done.returncode == 2
    assert "--as-of tomorrow" in done.stderr


def test_a_journal_that_is_not_there_is_named(article, tmp_path):
    """Rulings that cannot be found are a usage error: nobody's word is passed over in silence."""
    done = sayso("brief", article, "--ask", "Will it rain by 1 May 2031?", "--rulings", tmp_path / "none.jsonl")
    assert done.returncode == 2
    assert "none.jsonl" in done.stderr


def test_brief_writes_a_dossier_and_a_summary(tmp_path):
    """Brief writes one HTML file and prints question, range, counts, reasons and where the file is."""
    page = tmp_path / "brief.html"
    done = sayso("brief", STORY / "articles", "--manifest", STORY / "manifest.csv", "--ask", ASK, "-o", page)
    assert done.returncode == 0, done.stderr
    assert page.read_text("utf-8").startswith("<!doctype html>")
    said = " ".join(done.stdout.split())
    for part in (ASK, "12 articles", "origins, of them", "in 100", "For:", "Against:", str(page)):
        assert part in said, part


def test_brief_json_follows_the_schema(tmp_path):
    """Brief --json prints a case that follows the schema; reasons add up; every id resolves; spans are exact."""
    done = sayso(
        "brief", STORY / "articles", "--manifest", STORY / "manifest.csv", "--ask", ASK, "--json", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    case = json.loads(done.stdout)
    check("brief", case)
    assert not (tmp_path / "brief.html").exists()
    for page in case["articles"]:
        check_spans(page)
    check_sums(case)
    check_ids(case)


def check_sums(case):
    """The logistic of the sum of the weights is the probability."""
    for hypothesis in case["hypotheses"]:
        answer = hypothesis["answer"]
        total = sum(reason["weight"] for reason in answer["reasons"])
        assert abs(1 / (1 + math.exp(-total)) - answer["probability"]) < 1e-9
        assert answer["low"] <= answer["probability"] <= answer["high"]


def check_ids(case):
    """Origins, stances, clashes, forecasts and amounts name statements and articles that are there."""
    articles = {page["article"]["id"] for page in case["articles"]}
    statements = {statement["id"] for page in case["articles"] for statement in page["statements"]}
    for origin in case["origins"]:
        assert set(origin["articles"]) <= articles
    for page in case["articles"]:
        ids = {source["id"] for source in page["sources"]}
        for statement in page["statements"]:
            assert {hop["source"]["id"] for hop in statement["chain"]} <= ids
            assert statement["parent"] is None or statement["parent"] in statements
            assert set(statement["times"]) <= {mention["id"] for mention in page["times"]}
            assert set(statement["amounts"]) <= {amount["id"] for amount in page["amounts"]}


def test_brief_is_the_same_twice(tmp_path):
    """The same inputs give byte-identical dossiers and cases, in whatever order they are given."""
    files = sorted((STORY / "articles").iterdir())
    options = ["--manifest", STORY / "manifest.csv", "--ask", ASK, "--json", "-o", tmp_path / "a.html"]
    first = sayso("brief", *files, *options).stdout
    page = (tmp_path / "a.html").read_bytes()
    second = sayso("brief", *reversed(files), *options).stdout
    assert first == second
    assert page == (tmp_path / "a.html").read_bytes()


def test_stance_keeps_pairs_and_order(tmp_path):
    """Stance prints the same objects in the same order, plus lean, four probabilities and relevance."""
    pairs = [
        {"id": 1, "statement": "The council will build the bridge.", "hypothesis": "The council builds the bridge"},
        {"id": 2, "statement": "Cats sleep a lot.", "hypothesis": "The council builds the bridge"},
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(pair) + "\n" for pair in pairs), "utf-8")
    done = sayso("stance", path, "--jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == [1, 2]
    assert [row["lean"] for row in rows] == ["support", "unrelated"]
    for row in rows:
        assert abs(sum(row["p"].values()) - 1) < 0.001
        assert set(row["p"]) == {"support", "deny", "open", "unrelated"}


def test_schema_is_printed():
    """Schema prints the JSON Schema of each command."""
    for name in ("read", "brief"):
        assert json.loads(sayso("schema", name).stdout)["$id"] == f"sayso/1/{name}"


def test_a_ruling_is_kept(tmp_path):
    """A statement that a person rejects carries no weight in the next run, and the case says so."""
    options = ["--manifest", STORY / "manifest.csv", "--ask", ASK, "--json"]
    before = json.loads(sayso("brief", STORY / "articles", *options).stdout)
    reasons = [r for r in before["hypotheses"][0]["answer"]["reasons"] if r["weight"] and r["kind"] == "origin"]
    strongest = max(reasons, key=lambda reason: abs(reason["weight"]))
    origin = next(o for o in before["origins"] if o["id"] == strongest["origin"])
    journal = tmp_path / "rulings.jsonl"
    for statement in origin["statements"]:
        assert sayso("rule", journal, statement, "reject", "--why", "misread", "--by", "ann").returncode == 0
    after = json.loads(sayso("brief", STORY / "articles", *options, "--rulings", journal).stdout)
    weights = {r["origin"]: r["weight"] for r in after["hypotheses"][0]["answer"]["reasons"]}
    assert not weights.get(strongest["origin"])
    assert before["hypotheses"][0]["answer"]["probability"] != after["hypotheses"][0]["answer"]["probability"]


def test_the_least_sure_statements_can_be_left_out(article):
    """Above the measure all stay, and what is left is at least that sure; a share outside 0 to 1 is refused."""
    every = json.loads(sayso("read", article, "--jsonl", "--brain", "rules").stdout)["statements"]
    measure = max(one["confidence"] for one in every)
    left = json.loads(sayso("read", article, "--jsonl", "--brain", "rules", "--least-confidence", measure).stdout)[
        "statements"
    ]
    assert {one["id"] for one in left} == {one["id"] for one in every if one["confidence"] >= measure}
    refused = sayso("read", article, "--least-confidence", "7")
    assert refused.returncode == 2
    assert "between 0 and 1" in refused.stderr


def test_a_base_rate_stands_with_its_ground(article, tmp_path):
    """--prior is accepted with its ground, which the first reason shows; the ground alone is refused."""
    ask = ["brief", article, "--ask", "Will the council approve the bridge by 1 May 2031?", "--json"]
    done = sayso(*ask, "--prior", "0.1", "--prior-why", "closed in 4 of 40 years", cwd=tmp_path)
    reason = json.loads(done.stdout)["hypotheses"][0]["answer"]["reasons"][0]
    assert "10 in 100" in reason["text"]
    assert reason["parts"] == ["the ground given: closed in 4 of 40 years"]
    refused = sayso(*ask, "--prior-why", "closed in 4 of 40 years", cwd=tmp_path)
    assert refused.returncode == 2
    assert "--prior" in refused.stderr
