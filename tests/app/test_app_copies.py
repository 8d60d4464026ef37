"""`sayso copies` as a user meets it: families, pairs, passages, exit codes, and what it does not load."""

from __future__ import annotations

import json
import random
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from sayso.linking.alignments import LEAST
from sayso.showing.schemas import schema

#: A process that runs the command and then says on stderr what it has loaded.
WATCHED = """
import sys
from sayso.app.cli import main
code = main(sys.argv[1:])
print(",".join(sys.modules), file=sys.stderr)
sys.exit(code)
"""


def copies(*arguments, stdin=None, program=("-m", "sayso")):
    """A finished run of `sayso copies`."""
    return subprocess.run(
        [sys.executable, *program, "copies", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", input=stdin, check=False,
    )  # fmt: skip


def records(done):
    """The records that a run printed, each checked against the schema."""
    validator = Draft202012Validator(schema("copies"), format_checker=FormatChecker())
    found = [json.loads(line) for line in done.stdout.splitlines()]
    for record in found:
        validator.validate(record)
    return found


def prose(seed, words):
    """Invented words, others for each seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret: the same words in every run
    return " ".join("".join(chance.choices("abcdefghilmnoprstu", k=chance.randint(2, 9))) for _ in range(words))


DAM = prose(1, 200)
PASSAGE = " ".join(DAM.split()[60:120])


@pytest.fixture
def desk(tmp_path):
    """A report, its reprint with a lead in front, an article that quotes a passage of it, and one apart."""
    for name, text in {
        "a-dam": f"---\noutlet: The Fernpost\npublished: 2031-05-03\n---\n{DAM}\n",
        "b-reprint": f"---\noutlet: Isle Today\npublished: 2031-05-04\n---\n{prose(5, 50)}.\n\n{DAM}\n",
        "c-quoting": f"{prose(2, 150)} {PASSAGE} {prose(3, 150)}\n",
        "d-apart": prose(4, 300),
    }.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


def test_passages_stand_where_the_record_says(desk):
    """Both places hold the same words, in the files as they are."""
    done = copies(desk, "--passages", "--jsonl")
    assert done.returncode == 0
    found = records(done)
    assert {one["kind"] for one in found} == {"passage"}
    for one in found:
        texts = [
            open(one[side]["path"], encoding="utf-8").read()[slice(*one[side]["span"])]  # noqa: PTH123, SIM115
            for side in ("left", "right")
        ]
        assert texts[0] == texts[1]
    quoted = next(one for one in found if one["left"]["path"].endswith("a-dam.txt") and one["words"] == 60)
    assert quoted["right"]["path"].endswith("c-quoting.txt")


def test_pairs_tell_shares_relation_and_the_earlier_one(desk):
    """The report is earlier than its reprint and stands in it as a whole; the passage is a passage."""
    found = records(copies(desk, "--pairs", "--jsonl"))
    reprint = next(one for one in found if one["right"]["path"].endswith("b-reprint.txt"))
    assert (reprint["relation"], reprint["earlier"], reprint["left"]["share"]) == ("cut", "left", 1.0)
    assert reprint["left"]["published"] == {"earliest": "2031-05-03", "latest": "2031-05-03"}
    others = [one for one in found if one is not reprint]
    assert {one["relation"] for one in others} == {"passage"}
    assert all(one["earlier"] is None for one in others)


def test_a_family_names_the_first_seen(desk):
    """The near copies by day, and the id of the earliest."""
    (family,) = records(copies(desk, "--families", "--jsonl"))
    assert [one["outlet"] for one in family["articles"]] == ["The Fernpost", "Isle Today"]
    assert family["first"] == family["articles"][0]["article"]


def test_all_three_kinds_come_without_a_choice(desk):
    """Families first, then pairs, then passages."""
    kinds = [one["kind"] for one in records(copies(desk, "--jsonl"))]
    assert kinds == sorted(kinds, key=["family", "pair", "passage"].index)
    assert set(kinds) == {"family", "pair", "passage"}


def test_the_eye_gets_families_and_the_passages_between_others(desk):
    """What is in a family is told once, what travels further with its first words."""
    done = copies(desk)
    assert "2 of 4 articles in 1 family of near copies" in done.stdout
    assert f"first seen in {desk / 'a-dam.txt'}" in done.stdout
    assert f'60 words: "{" ".join(PASSAGE.split()[:5])}' in done.stdout
    assert "d-apart" not in done.stdout


def test_the_eye_gets_a_line_a_pair(desk):
    """Relation, words in common and both shares."""
    done = copies(desk, "--pairs")
    assert (
        "one stands in the other as a whole; 200 words in common, 100% of the first and 80% of the second; "
        "the first is earlier"
    ) in done.stdout


def test_small_passages_can_be_left_out(desk):
    """And the articles that have no more in common."""
    found = records(copies(desk, "--least-words", "61", "--jsonl"))
    assert {one["kind"] for one in found} == {"family", "pair", "passage"}
    assert not any("c-quoting" in json.dumps(one) for one in found)


def test_fewer_words_than_are_told_are_refused(desk):
    """The message says how many are."""
    done = copies(desk, "--least-words", "5")
    assert done.returncode == 2
    assert f"give {LEAST} or more" in done.stderr


def test_the_same_file_twice_is_two_articles(desk):
    """Bytes alike, under two names: a pair with the same words, each with an id of its own."""
    (desk / "e-apart.txt").write_bytes((desk / "d-apart.txt").read_bytes())
    found = records(copies(desk / "e-apart.txt", desk / "d-apart.txt", "--jsonl"))
    pair = next(one for one in found if one["kind"] == "pair")
    assert pair["relation"] == "same"
    assert {pair["left"]["path"], pair["right"]["path"]} == {str(desk / f"{n}-apart.txt") for n in "de"}
    assert pair["left"]["article"] != pair["right"]["article"]


def test_order_of_inputs_changes_nothing(desk):
    """Not a byte of the output."""
    files = sorted(desk.glob("*.txt"))
    assert copies(*files, "--jsonl").stdout == copies(*reversed(files), "--jsonl").stdout


def test_a_corpus_of_lines_gives_what_its_files_give(desk):
    """JSON Lines on standard input, with the paths that the lines name."""
    rows = "".join(
        json.dumps({"path": str(file), "text": file.read_text("utf-8")}) + "\n"
        for file in sorted(desk.glob("*.txt"))
    )
    told = [
        [{**one, "left": one["left"]["span"], "right": one["right"]["span"]} for one in records(done)]
        for done in (copies("-", "--passages", "--jsonl", stdin=rows), copies(desk, "--passages", "--jsonl"))
    ]
    assert told[0] == told[1]


def test_a_manifest_tells_the_days(desk):
    """Who came first follows from it."""
    (desk / "m.csv").write_text("path,published\nc-quoting.txt,2031-05-01\n", "utf-8")
    found = records(copies(desk, "--manifest", desk / "m.csv", "--pairs", "--jsonl"))
    quoting = [one for one in found if one["relation"] == "passage"]
    assert all(one["left"]["path"].endswith("c-quoting.txt") and one["earlier"] == "left" for one in quoting)


def test_furniture_that_the_page_states_is_no_passage(tmp_path):
    """Pages with one navigation and other stories have nothing in common."""
    bar = f"<nav><p>{prose(7, 60)}</p></nav>"
    for name, seed in (("one", 8), ("two", 9)):
        page = f"<html><body>{bar}<article><h1>{name}</h1><p>{prose(seed, 200)}.</p></article></body></html>"
        (tmp_path / f"{name}.html").write_text(page, "utf-8")
    assert copies(tmp_path).returncode == 4


def test_nothing_found_is_said(desk):
    """Exit code 4, and one line on stderr."""
    done = copies(desk / "d-apart.txt", desk / "c-quoting.txt")
    assert done.returncode == 4
    assert "no article has a passage in common" in done.stderr


def test_a_missing_file_stops_no_other(desk):
    """It is named, the others are compared, and the exit code is 3; where nothing else is there, 1."""
    done = copies(desk, desk / "none.txt", "--jsonl")
    assert done.returncode == 3
    assert "none.txt: there is no such file" in done.stderr
    assert records(done)
    assert copies(desk / "none.txt").returncode == 1


def test_no_model_and_no_page_parser_are_loaded(desk):
    """Plain text needs neither, nor what annotates and weighs."""
    done = copies(desk, program=("-c", WATCHED))
    loaded = set(done.stderr.splitlines()[-1].split(","))
    assert not loaded & {"onnxruntime", "trafilatura", "lxml", "jinja2", "py3langid", "sayso.pipeline"}
    assert not any(name.startswith(("sayso.annotating", "sayso.weighing", "sayso.brain")) for name in loaded)
