"""A case that lasts, from the command line: a week with the example story, each command as a user meets it."""

import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from sayso.app.cli import main
from sayso.showing.schemas import schema
from sayso.store.journal import append
from sayso.store.opening import open_case

ROOT = Path(__file__).parents[2]
STORY = ROOT / "examples" / "second-rationing"
ASK = "Will the government of Halverrin announce a second round of water rationing by 30 November 2024?"
RULES = ("--brain", "rules")


class Desk:
    """A folder with the story in it, and the program run there; stdout and stderr of the last run."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Nothing was run yet."""
        self._capsys = capsys
        self.out = ""
        self.err = ""

    def run(self, *arguments: str, code: int = 0) -> str:
        """What a command prints; it must end with `code`."""
        self._capsys.readouterr()
        try:
            got = main(arguments)
        except SystemExit as end:
            got = int(end.code or 0)
        told = self._capsys.readouterr()
        self.out, self.err = told.out, told.err
        assert got == code, f"{arguments}: {got}\n{self.out[-800:]}\n{self.err}"
        return self.out

    def rows(self, *arguments: str) -> list[dict[str, object]]:
        """The JSON objects that a command prints."""
        return [json.loads(line) for line in self.run(*arguments).splitlines()]


@pytest.fixture
def desk(story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A folder with the articles and a case of them, brought up to date."""
    shutil.copytree(story, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_STORE", raising=False)
    return Desk(capsys)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story and a case of it, made once."""
    folder = tmp_path_factory.mktemp("story")
    shutil.copytree(STORY / "articles", folder / "articles")
    shutil.copy(STORY / "manifest.csv", folder)
    for words in (
        ("new", "story.sayso", "--ask", ASK, *RULES),
        ("add", "story.sayso", "articles", "--manifest", "manifest.csv", "--by", "Ana"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "sayso", *words], cwd=folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    return folder


def check(name: str, record: object) -> None:
    """The record follows the schema called `name`."""
    errors = sorted(Draft202012Validator(schema(name)).iter_errors(record), key=str)
    assert not errors, [f"{error.json_path}: {error.message}" for error in errors[:5]]


def statement(desk: Desk, *more: str) -> str:
    """The id of a statement that moves the answer."""
    (row,) = desk.rows("statements", "story.sayso", "--order", "effect", "--limit", "1", "--jsonl", *more)
    return str(row["id"])


def probability(desk: Desk, name: str = "story.sayso") -> float:
    """The first hypothesis' probability as `show` has it."""
    return float(json.loads(desk.run("show", name, "--json"))["hypotheses"][0]["answer"]["probability"])


def test_show_tells_question_answer_history_and_what_to_do(desk: Desk) -> None:
    """The question, the answer in words and figures, how it went, what the case holds, what is next."""
    told = desk.run("show", "story.sayso")
    assert told.startswith("Will the government of Halverrin")
    for words in (
        "As of 22 November 2024: unlikely", "in 100, between", "How the answer went", "Holds 12 articles",
        "up to date", "Next to review",
    ):  # fmt: skip
        assert words in told
    record = json.loads(desk.run("show", "story.sayso", "--json"))
    check("case", record)
    assert record["holds"]["articles"] == 12
    assert [one["number"] for one in record["history"] if one["hypothesis"] == "h1"] == [1, 13]


def test_a_brief_of_a_case_has_the_bytes_of_one_of_its_files(desk: Desk) -> None:
    """JSON, dossier and grid are those of `brief` on the same files, and still are with the same rulings."""
    first = statement(desk)
    files = ("articles", "--manifest", "manifest.csv", "--ask", ASK, *RULES)
    for rulings in ((), ("--rulings", "journal.jsonl")):
        if rulings:
            desk.run("rule", "story.sayso", "reject", first, "--why", "of another week")
            desk.run(
                "rule", "story.sayso", "date", "12-courant-roundup.txt", "--value", "2024-11-23", "--why", "print"
            )
            with open_case("story.sayso", writing=False) as repository:
                for entry in repository.journal(after=13):
                    append(Path("journal.jsonl"), entry.ruling)
        printed = desk.run("brief", *files, *rulings, "--json", "-o", "files.html", "--grid", "files.csv")
        assert printed == desk.run("brief", "story.sayso", "--json", "-o", "case.html", "--grid", "case.csv")
        for ending in ("html", "csv"):
            assert Path(f"case.{ending}").read_bytes() == Path(f"files.{ending}").read_bytes(), (ending, rulings)


def test_any_state_of_the_journal_is_built_again_to_the_byte(desk: Desk) -> None:
    """CASE@N gives what the case gave when N was the last entry, whatever came after."""
    desk.run("brief", "story.sayso", "--json", "-o", "before.json")
    before = probability(desk)
    desk.run("rule", "story.sayso", statement(desk), "reject", "--why", "of another week")
    desk.run("rule", "story.sayso", "leave", "11-wharfside-retraction.txt", "--why", "not ours")
    desk.run("update", "story.sayso")
    assert probability(desk) != before
    desk.run("brief", "story.sayso@13", "--json", "-o", "again.json")
    assert Path("before.json").read_bytes() == Path("again.json").read_bytes()
    assert probability(desk, "story.sayso@13") == before
    moved = json.loads(desk.run("diff", "story.sayso@13", "story.sayso", "--json"))
    assert [pair["after"] for pair in moved["articles"] if pair["after"] is None] == [None]
    assert json.loads(desk.run("diff", "before.json", "story.sayso@13", "--json"))["same"]
    desk.run("show", "story.sayso@99", code=1)
    assert "the journal goes from 1 to 15" in desk.err


def test_what_is_undone_is_as_if_it_had_not_been(desk: Desk) -> None:
    """Undo takes the last decision back, undo of an undo makes it count again; the first question stays."""
    desk.run("brief", "story.sayso", "--json", "-o", "before.json")
    first = statement(desk)
    desk.run("rule", "story.sayso", "reject", first, "--why", "a joke", "--by", "Bo")
    assert f"#14 rejected {first}" in desk.err
    desk.run("undo", "story.sayso")
    assert f"#15 undid #14: Bo rejected {first}" in desk.err
    desk.run("update", "story.sayso")
    desk.run("brief", "story.sayso", "--json", "-o", "after.json")
    assert Path("before.json").read_bytes() == Path("after.json").read_bytes()
    desk.run("undo", "story.sayso", "#15")
    assert "#16 took #15 back; #14 counts again" in desk.err
    assert desk.rows("statements", "story.sayso", "--state", "rejected", "--jsonl")[0]["id"] == first
    told = desk.run("history", "story.sayso", "--about", first)
    assert "rejected" in told
    assert "why: a joke" in told
    desk.run("undo", "story.sayso", "15", code=2)
    assert "was undone by #16 already" in desk.err
    desk.run("undo", "story.sayso", "1", code=2)
    assert "sayso ask" in desk.err
    desk.run("undo", "story.sayso", "2-4")
    assert "#19 undid #4" in desk.err
    desk.run("undo", "story.sayso", "19-17", code=2)
    desk.run("undo", "story.sayso", "17-19", "16")
    desk.run("update", "story.sayso")
    desk.run("brief", "story.sayso", "--json", "-o", "again.json")
    assert Path("again.json").read_bytes() == Path("before.json").read_bytes()
    for row in desk.rows("history", "story.sayso", "--jsonl"):
        check("history", row)


def test_adding_is_idempotent_and_can_be_undone(desk: Desk) -> None:
    """The same article twice is one, under another path, too; a reprint by another outlet is one of its own."""
    desk.run("add", "story.sayso", "articles", "--manifest", "manifest.csv")
    assert "12 articles are already in the case; each counts once" in desk.err
    assert "Nothing new was added." in desk.out
    shutil.copy("articles/07-low-water-notes-blog.txt", "again.txt")
    desk.run("add", "story.sayso", "again.txt")
    assert "again.txt: already in the case as articles/07-low-water-notes-blog.txt" in desk.err
    record = json.loads(desk.run("add", "story.sayso", "again.txt", "--outlet", "The Ebb", "--later", "--json"))
    check("added", record)
    assert [one["outlet"] for one in record["added"]] == ["The Ebb"]
    assert record["behind"] == {"rulings": 1, "unread": 0}
    desk.run("add", "story.sayso", "articles/07-low-water-notes-blog.txt", "--outlet", "Low Water Notes", "--later")
    assert "07-low-water-notes-blog.txt: already in the case; it counts once" in desk.err
    desk.run("undo", "story.sayso")
    assert json.loads(desk.run("update", "story.sayso", "--json"))["holds"]["articles"] == 12
    desk.run("add", "story.sayso", "again.txt", "missing.txt", "--outlet", "The Ebb", code=2)
    desk.run("add", "story.sayso", "articles", "missing.txt", code=3)
    assert "missing.txt: there is no such file" in desk.err
    desk.run("add", "story.sayso", "missing.txt", code=1)


def test_an_interrupted_add_is_finished_by_the_next_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was added before an interruption stays; what was not yet read is read by the next update."""
    from sayso.app import casework  # noqa: PLC0415 - to interrupt it

    desk.run("new", "short.sayso", "--ask", ASK, *RULES)
    read = casework._Reader.read
    left = 3

    def interrupted(reader: casework._Reader, article: object) -> str:
        nonlocal left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt
        return read(reader, article)  # type: ignore[arg-type]  # an article

    monkeypatch.setattr(casework._Reader, "read", interrupted)
    desk.run("add", "short.sayso", "articles", "--manifest", "manifest.csv", code=130)
    monkeypatch.setattr(casework._Reader, "read", read)
    record = json.loads(desk.run("show", "short.sayso", "--json"))
    assert (record["number"], record["behind"]["unread"]) == (5, 1)
    assert "1 unread article" in desk.run("show", "short.sayso")
    assert len(desk.rows("articles", "short.sayso", "--jsonl")) == 4
    desk.run("update", "short.sayso")
    assert json.loads(desk.run("show", "short.sayso", "--json"))["behind"] == {"rulings": 0, "unread": 0}
    desk.run("add", "short.sayso", "articles", "--manifest", "manifest.csv")
    assert "8 articles added" in desk.out
    desk.run("brief", "short.sayso", "--json", "-o", "short.json")
    desk.run("brief", "story.sayso", "--json", "-o", "story.json")
    assert Path("short.json").read_bytes() == Path("story.json").read_bytes()


def test_lists_print_what_a_case_holds(desk: Desk) -> None:
    """Each list is for the eye, follows its schema as JSON Lines, pages, and searches."""
    for name in ("sources", "origins", "times", "amounts", "forecasts"):
        assert desk.run(name, "story.sayso", "--limit", "3").count("\n") >= 3
        assert "shown; --skip 3" in desk.err
        rows = desk.rows(name, "story.sayso", "--jsonl", "--limit", "1000")
        for row in rows:
            check("parts", row)
        assert desk.rows(name, "story.sayso", "--jsonl", "--limit", "2", "--skip", "1") == rows[1:3]
        desk.run(name, "story.sayso", "--search", "zzzz", code=4)
    assert [row["name"] for row in desk.rows("sources", "story.sayso", "--search", "skelderay", "--jsonl")] == [
        "Tobin Skelderay"
    ]
    for row in desk.rows("articles", "story.sayso", "--jsonl"):
        check("articles", row)
    (found,) = desk.rows("articles", "story.sayso", "--search", "correction", "--limit", "1", "--jsonl")
    assert "\x02" in str(found["snippet"])
    assert "Annika Dravell" in desk.run("ach", "story.sayso")
    check("grid", json.loads(desk.run("ach", "story.sayso", "--json")))
    assert desk.run("ach", "story.sayso", "--csv").startswith("row,origin,who")


def test_statements_are_filtered_searched_and_paged(desk: Desk) -> None:
    """Filters narrow, pages follow each other without gap, counts tell what each filter would show."""
    whole = json.loads(desk.run("statements", "story.sayso", "--json", "--counts", "--limit", "1000"))
    check("statements", whole)
    against = json.loads(desk.run("statements", "story.sayso", "--json", "--stance", "deny", "--limit", "1000"))
    told = {one["value"]: one["statements"] for one in whole["counts"]["lean"]}
    assert against["total"] == len(against["statements"]) == told["deny"] > 0
    ids: list[str] = []
    after: tuple[str, ...] = ()
    while True:
        page = json.loads(desk.run("statements", "story.sayso", "--json", "--limit", "40", *after))
        ids += [one["id"] for one in page["statements"]]
        if page["after"] is None:
            break
        after = ("--after", page["after"])
    assert ids == [one["id"] for one in whole["statements"]]
    named = desk.rows("statements", "story.sayso", "--source", "Tobin Skelderay", "--jsonl")
    assert {one["source"]["name"] for one in named} == {"Tobin Skelderay"}  # type: ignore[index]  # JSON
    mine = desk.rows("statements", "story.sayso", "--article", "12-courant-roundup.txt", "--jsonl")
    assert len({one["article"] for one in mine}) == 1
    assert "notices" in desk.run("statements", "story.sayso", "--search", "notices print")
    desk.run("statements", "story.sayso", "--source", "Nobody", code=2)
    assert "sayso sources" in desk.err
    desk.run("statements", "story.sayso", "--since", "soon", code=2)
    desk.run("statements", "story.sayso", "--order", "rank", code=2)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("reject", "S"), 2, "--why"),
        (("certainty", "S", "--why", "x"), 2, "--value 0.2-0.5"),
        (("certainty", "S", "--value", "2-3", "--why", "x"), 2, "low and high"),
        (("span", "S", "--value", "first words", "--why", "x"), 2, "places of the article's text"),
        (("span", "S", "--value", "0-9999999", "--why", "x"), 2, "characters; give it again"),
        (("source", "S", "--value", "@@", "--why", "x"), 2, "not a name"),
        (("stance", "S@h1", "--value", "maybe 2", "--why", "x"), 2, "a lean and a strength"),
        (("stance", "S@h9", "--value", "deny 0.9", "--why", "x"), 2, "no such hypothesis"),
        (("outcome", "h9", "--value", "yes 2024-11-20", "--why", "x"), 2, "no such hypothesis"),
        (("outcome", "h1", "--value", "perhaps", "--why", "x"), 2, "yes DAY"),
        (("date", "12-courant-roundup.txt", "--value", "yesterday", "--why", "x"), 2, "YYYY-MM-DD"),
        (("merge", "S+s-000000000000", "--why", "x"), 2, "no such statement"),
        (("split", "src-000000000000+src-000000000001", "--why", "x"), 2, "sayso sources"),
        (("split", "Tobin+Lisbet", "--why", "x"), 2, "give ids of two"),
        (("stance", "S", "--value", "deny 0.9", "--why", "x"), 2, "@h1"),
        (("stance", "S@h1", "--value", "deny 0.9", "--why", "x"), 0, "#14 set the stance"),
        (("S", "certainty", "--value", "0.2-0.5", "--why", "x"), 0, "set the certainty"),
        (("span", "S", "--value", "0-9", "--why", "x"), 0, "set the words"),
        (("source", "S", "--value", "Ada Brill", "--why", "x"), 0, "set the source"),
        (("lock", "S"), 0, "locked"),
        (("accept", "s-000000000000"), 2, "no statement"),
        (("shout", "S", "--why", "x"), 2, "no such verdict"),
        (("leave", "nowhere.txt", "--why", "x"), 2, "sayso articles"),
    ],
)
def test_rulings_on_the_command_line(desk: Desk, words: tuple[str, ...], code: int, told: str) -> None:
    """Every verdict is taken in either order, and what cannot be used is refused with what to give."""
    first = statement(desk)
    desk.run(
        "rule", "story.sayso", *(word.replace("S", first) if word[0] == "S" else word for word in words), code=code
    )
    assert told in desk.err


def test_who_ruled_in_the_meantime_is_told(desk: Desk) -> None:
    """With --seen a ruling on what somebody else has ruled on since is refused, and names them."""
    first = statement(desk)
    desk.run("rule", "story.sayso", "accept", first, "--by", "Bo", "--seen", "13")
    desk.run("rule", "story.sayso", "reject", first, "--why", "no", "--seen", "13", code=1)
    assert "Bo" in desk.err
    assert "nothing was written" in desk.err
    desk.run("comment", "story.sayso", first, "--why", "see the tape", "--seen", "13")


def test_origins_are_joined_by_their_names_in_the_list(desk: Desk) -> None:
    """Two origins' ids stand for the statements that lead them."""
    rows = desk.rows("origins", "story.sayso", "--jsonl")
    one, other = str(rows[0]["id"]), str(rows[1]["id"])
    desk.run("rule", "story.sayso", "merge", f"{one}+{other}", "--why", "one paper")
    desk.run("update", "story.sayso")
    held = {str(row["id"]): row for row in desk.rows("origins", "story.sayso", "--jsonl")}
    assert len(held) == len(rows) - 1
    desk.run("rule", "story.sayso", "merge", f"{one}+origin-000000000000", "--why", "x", code=2)


def test_an_outcome_scores_the_forecasts(desk: Desk) -> None:
    """`resolve CASE` records what happened, says it once, and forecasts have a score after the update."""
    words = ("resolve", "story.sayso", "h1", "no", "2024-12-01", "--source", "the gazette", "--why", "none came")
    desk.run(*words)
    desk.run(*words)
    assert "recorded already" in desk.err
    desk.run("update", "story.sayso")
    assert any(row["brier"] for row in desk.rows("forecasts", "story.sayso", "--jsonl"))
    assert "source" in desk.run("scores", "story.sayso")


def test_what_a_case_asks_can_be_changed_and_changed_back(desk: Desk) -> None:
    """`ask` changes only what is given, is an entry that can be undone, and is answered by an update."""
    before = probability(desk)
    desk.run("ask", "story.sayso", "--prior", "0.6", "--prior-why", "a dry year", "--why", "talked over")
    desk.run("ask", "story.sayso", "--prior", "0.6", "--prior-why", "a dry year")
    assert "asked already" in desk.err
    desk.run("update", "story.sayso")
    assert probability(desk) > before
    desk.run("undo", "story.sayso")
    desk.run("update", "story.sayso")
    assert probability(desk) == before


def test_another_reading_is_shown_before_it_counts(desk: Desk) -> None:
    """`reread` changes nothing; adopted it counts, leaves touched statements alone, and can be undone."""
    before = desk.run("brief", "story.sayso", "--json", "-o", "-")
    desk.run("reread", "story.sayso", "--brain", "rules")
    assert "Nothing changed." in desk.out
    assert "--adopt" in desk.err
    check("reread", json.loads(desk.run("reread", "story.sayso", "--json")))
    desk.run("reread", "story.sayso", "--adopt", "--why", "try")
    assert "counts already" in desk.err
    assert desk.run("brief", "story.sayso", "--json", "-o", "-") == before


@pytest.mark.usefixtures("desk")
def test_lists_and_help_start_quickly() -> None:
    """Lists load no model and no page parser; help comes in half a second."""
    program = (
        "import sys; from sayso.app.cli import main; main(['statements', 'story.sayso', '--limit', '1']); "
        "heavy = {'onnxruntime', 'lxml', 'jinja2', 'sayso.linking.link', 'sayso.pipeline'} & set(sys.modules); "
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    spent = []
    for _ in range(3):
        began = time.perf_counter()
        told = subprocess.run([sys.executable, "-m", "sayso", "--help"], capture_output=True, text=True, check=True)
        spent.append(time.perf_counter() - began)
    assert min(spent) < 0.5
    for group in ("keep a case:", "look into a case:", "correct:", "check and share:"):
        assert group in told.stdout


def test_a_case_is_verified_and_goes_out_and_in_as_a_folder(desk: Desk) -> None:
    """A whole case passes, one changed by hand is named with exit code 5; a folder brings a case back."""
    pytest.importorskip("sayso.store.verifying")
    pytest.importorskip("sayso.store.folders")
    desk.run("rule", "story.sayso", "reject", statement(desk), "--why", "of another week")
    desk.run("update", "story.sayso")
    desk.run("verify", "story.sayso")
    assert "whole (12 articles" in desk.err
    desk.run("export", "story.sayso", "-o", "out")
    desk.run("import", "out", "copy.sayso")
    for name in ("story", "copy"):
        desk.run("brief", f"{name}.sayso", "--json", "-o", f"{name}.json")
    assert Path("copy.json").read_bytes() == Path("story.json").read_bytes()
    assert desk.rows("history", "copy.sayso", "--jsonl") == desk.rows("history", "story.sayso", "--jsonl")
    desk.run("import", "nowhere", "more.sayso", code=1)
    with sqlite3.connect("copy.sayso") as file:
        file.execute("UPDATE moments SET probability = 0.99")
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f'DROP TRIGGER "{name}"')
        file.execute("UPDATE articles SET text = 'x' || text WHERE number = 1")
    for row in [json.loads(line) for line in desk.run("verify", "copy.sayso", "--jsonl", code=5).splitlines()]:
        check("verify", row)
    assert "found; nothing was changed" in desk.err


def test_articles_come_from_json_lines_and_are_known_again(desk: Desk) -> None:
    """What `sayso read --jsonl` printed can be added, verifies, and is the article that was read."""
    Path("all.jsonl").write_text(
        desk.run("read", "articles", "--manifest", "manifest.csv", *RULES, "--jsonl"), "utf-8"
    )
    desk.run("add", "story.sayso", "all.jsonl")
    assert "Nothing new was added." in desk.out
    desk.run("new", "lines.sayso", "--ask", ASK, *RULES)
    desk.run("add", "lines.sayso", "all.jsonl", "--later")
    assert "12 articles added" in desk.out
    with open_case("lines.sayso", writing=False) as repository:
        for item in repository.articles():
            assert hashlib.sha256(repository.raw(item.id)).hexdigest() == item.raw_digest
