"""A case in a database, from the command line: the same commands with --store, and the same bytes."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store import servers

from sayso.app.cli import main

ROOT = Path(__file__).parents[2]
STORY = ROOT / "examples" / "second-rationing"
ASK = "Will the government of Halverrin announce a second round of water rationing by 30 November 2024?"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """An empty database on a server of this test's own; in CI there must be one."""
    programs = servers.found()
    if programs is None:
        missing = "PostgreSQL is not installed (Debian: apt-get install postgresql)"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with servers.running(programs) as found:
        yield found


def test_a_case_in_a_database_is_one_like_any_other(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Begun, added to, ruled on, undone and briefed by name; --store stands anywhere, SAYSO_STORE does as well."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_STORE", raising=False)
    articles = [str(path) for path in sorted((STORY / "articles").iterdir())[:4]]
    assert main(["--store", address, "new", "story", "--ask", ASK, "--brain", "rules"]) == 0
    assert main(["add", "--store", address, "story", *articles]) == 0
    assert main(["new", "story.sayso", "--ask", ASK, "--brain", "rules"]) == 0
    assert main(["add", "story.sayso", *articles]) == 0
    monkeypatch.setenv("SAYSO_STORE", address)
    printed = []
    for place in ("story", "story.sayso"):
        capsys.readouterr()
        assert main(["brief", place, "--json"]) == 0
        printed.append(capsys.readouterr().out)
        assert main(["statements", place, "--order", "effect", "--limit", "1", "--jsonl"]) == 0
        first = json.loads(capsys.readouterr().out)["id"]
        assert main(["rule", place, "reject", first, "--why", "of another week"]) == 0
        assert main(["undo", place]) == 0
        assert main(["update", place]) == 0
        capsys.readouterr()
        assert main(["brief", f"{place}@5", "--json"]) == 0
        printed.append(capsys.readouterr().out)
        assert main(["show", place]) == 0
        assert "Holds 4 articles" in capsys.readouterr().out
    assert len(set(printed)) == 1
    assert main(["show", "elsewhere"]) == 1
    assert "elsewhere" in capsys.readouterr().err
