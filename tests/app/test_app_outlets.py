"""The option --outlets of brief: houses a user gives, and a table that cannot be followed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sayso.app.cli import main
from sayso.app.exits import FAILED, OK

ARTICLE = """---
outlet: The Gull
published: 2031-05-03
---
Harbour to close

A clerk who asked not to be named said the harbour of Tarn will close by the end of May.
"""


def _brief(folder: Path, capsys, *more: str) -> tuple[int, dict[str, Any]]:
    (folder / "gull.txt").write_text(ARTICLE)
    given = ["brief", str(folder / "gull.txt"), "--ask", "Will the harbour of Tarn close by 31 May 2031?"]
    code = main([*given, "--brain", "rules", "--json", *more])
    out = capsys.readouterr().out
    return code, json.loads(out) if out else {}


def test_a_given_house_backs_what_its_outlet_has(tmp_path, capsys):
    """Without the table nobody knows the outlet; with it the origin is backed by the house."""
    table = tmp_path / "outlets.csv"
    table.write_text("outlet,family\nGull,Tidal Media\n")
    code, plain = _brief(tmp_path, capsys)
    assert (code, {origin["backer"]["kind"] for origin in plain["origins"]}) == (OK, {"unknown"})
    code, told = _brief(tmp_path, capsys, "--outlets", str(table))
    assert (code, {origin["backer"]["name"] for origin in told["origins"]}) == (OK, {"Tidal Media"})


def test_a_table_that_cannot_be_followed_stops_the_run(tmp_path, capsys):
    """A missing table is told in one line, before any article is read."""
    code, _ = _brief(tmp_path, capsys, "--outlets", str(tmp_path / "none.csv"))
    assert code == FAILED
