"""Bad input to the commands on a case: one clear line, the remedy in it, nothing changed."""

import sqlite3
from pathlib import Path

import pytest

from sayso.app.cli import main

ASK = "Will the council of Tarn close the harbour by 30 June 2031?"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case without articles, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_STORE", raising=False)
    assert main(["new", "tarn.sayso", "--ask", ASK, "--brain", "rules"]) == 0
    return tmp_path / "tarn.sayso"


def told(capsys: pytest.CaptureFixture[str], *words: str, code: int) -> str:
    """The one line on stderr that a command ends with."""
    capsys.readouterr()
    assert main(words) == code
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1, lines
    assert "Traceback" not in lines[0]
    return lines[0]


@pytest.mark.usefixtures("case")
def test_no_case_is_told_with_how_to_begin_one(capsys: pytest.CaptureFixture[str]) -> None:
    """Every command names the missing file and the command that makes it."""
    for name in ("show", "add", "statements", "history", "verify", "update", "undo"):
        more = ("x.txt",) if name == "add" else ()
        line = told(capsys, name, "nope.sayso", *more, code=1)
        assert "nope.sayso: there is no such case" in line
        assert "sayso new nope.sayso --ask" in line


@pytest.mark.usefixtures("case")
def test_what_is_no_case_is_told_and_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """A text, a folder, an empty file and another program's database are refused and unchanged."""
    Path("text.txt").write_text("a text\n", "utf-8")
    Path("empty.sayso").touch()
    with sqlite3.connect("other.db") as other:
        other.execute("CREATE TABLE mine (a)")
    for name in ("text.txt", "empty.sayso", "other.db"):
        before = Path(name).read_bytes()
        assert name in told(capsys, "show", name, code=1)
        assert Path(name).read_bytes() == before
    assert "is a folder" in told(capsys, "show", ".", code=1)


def test_a_case_is_never_begun_over_something(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`new` refuses a file that is there, and a question that cannot be answered makes no file."""
    before = case.read_bytes()
    assert "there is a case already" in told(capsys, "new", "tarn.sayso", "--ask", ASK, "--brain", "rules", code=1)
    assert case.read_bytes() == before
    told(capsys, "new", "other.sayso", "--ask", "How tall is the pier?", "--brain", "rules", code=2)
    assert not Path("other.sayso").exists()
    assert "--ask" in told(capsys, "new", "other.sayso", code=2)
    assert "no such brain" in told(capsys, "new", "other.sayso", "--ask", ASK, "--brain", "huge", code=2)
    assert "no such folder" in told(capsys, "new", "far/other.sayso", "--ask", ASK, "--brain", "rules", code=1)


def test_a_damaged_case_is_told(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that was cut off is refused in one line and left as it is."""
    whole = case.read_bytes()
    case.write_bytes(whole[: len(whole) // 3])
    before = case.read_bytes()
    assert "tarn.sayso" in told(capsys, "show", "tarn.sayso", code=1)
    assert "1 fault found" in told(capsys, "verify", "tarn.sayso", code=5)
    assert case.read_bytes() == before


@pytest.mark.usefixtures("case")
def test_rulings_go_into_cases_that_are_there(capsys: pytest.CaptureFixture[str]) -> None:
    """A name of a case that is missing or empty is told as one, and no journal is made of it."""
    Path("empty.sayso").touch()
    for name in ("nope.sayso", "empty.sayso"):
        assert f"{name}: " in told(capsys, "rule", name, "s-1", "reject", "--why", "misread", code=1)
    assert not Path("nope.sayso").exists()
    assert Path("empty.sayso").read_bytes() == b""


@pytest.mark.usefixtures("case")
def test_a_case_is_no_article_and_an_article_no_case(capsys: pytest.CaptureFixture[str]) -> None:
    """A case among the inputs of `read` or `add` is no article; one of `brief` says itself what it asks."""
    for words in (("read", "tarn.sayso"), ("add", "tarn.sayso", "tarn.sayso")):
        capsys.readouterr()
        assert main(words) == 1
        assert "of a case: sayso show" in capsys.readouterr().err
    line = told(capsys, "brief", "tarn.sayso", "--ask", ASK, code=2)
    assert "sayso ask" in line
    assert "is a case" in line


@pytest.mark.usefixtures("case")
def test_a_store_that_is_none_is_told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """--store and SAYSO_STORE must name a database; a file that is there is meant where the latter is set."""
    assert "postgresql://" in told(capsys, "show", "tarn", "--store", "mysql://x", code=2)
    monkeypatch.setenv("SAYSO_STORE", "somewhere")
    assert "SAYSO_STORE somewhere" in told(capsys, "show", "tarn", code=2)
    monkeypatch.setenv("SAYSO_STORE", "postgresql://nobody@127.0.0.1:1/none")
    assert main(["show", "tarn.sayso"]) == 0


@pytest.mark.usefixtures("case")
def test_nothing_to_undo_or_to_list(capsys: pytest.CaptureFixture[str]) -> None:
    """A case without anything in it says so, with exit code 4 where something was looked for."""
    assert "nothing is left" in told(capsys, "undo", "tarn.sayso", code=4)
    assert "sayso add" in told(capsys, "articles", "tarn.sayso", code=4)
    assert "there is none" in told(capsys, "origins", "tarn.sayso", code=4)
    assert "nothing was decided" in told(capsys, "history", "tarn.sayso", "--about", "s-0", code=4)
