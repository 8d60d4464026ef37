"""Golden cases: articles of a few lines and the statements that must come out, in a notation a journalist can read.

A case is a title line that begins with "# ", the text between two lines that hold only a stop, and what is expected
up to a third. Files differ in what a line shows: names.md the sources' names instead of the text's words,
denials.md and certainty.md also how far the innermost holder stands by the content. What is expected but not yet
found stands in todo-*.md and is run as a failure that must stay one: a case that begins to pass must move.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from sayso.annotating.annotate import annotate
from sayso.brain.rules import RuleTagger
from sayso.model.article import Article
from sayso.showing.oneline import statement_line

HERE = Path(__file__).parent
NOTHING = "(no statement)"


def cases(file: Path):
    """(title, text, expected lines) for every case of a file."""
    found = []
    for piece in file.read_text(encoding="utf-8").split("\n# ")[1:]:
        title, text, expected, *_ = piece.split("\n.\n")
        found.append((title.strip(), text, expected.strip().splitlines()))
    return found


def shown(file: Path, text: str) -> list[str]:
    """What annotating the text gives, in the file's notation."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    page = annotate(Article(digest[:16], "golden", text, digest, language="en"), RuleTagger())
    kind = file.stem.removeprefix("todo-")
    lines = [
        statement_line(page, one, names=kind == "names", commitment=kind in {"denials", "certainty"})
        for one in page.statements
    ]
    return lines or [NOTHING]


FILES = sorted(HERE.glob("*.md"))
ALL = [
    pytest.param(
        file,
        text,
        expected,
        id=f"{file.stem}: {title}",
        marks=[pytest.mark.xfail] if file.stem.startswith("todo") else [],
    )
    for file in FILES
    for title, text, expected in cases(file)
]


@pytest.mark.parametrize(("file", "text", "expected"), ALL)
def test_golden_case(file, text, expected):
    """Each golden case gives exactly the statements it lists, in text order."""
    assert shown(file, text) == expected


def test_there_are_enough_cases():
    """At least sixty cases are listed, and fewer of them wait than pass."""
    waiting = [case for case in ALL if case.marks]
    assert len(ALL) >= 60
    assert len(waiting) * 3 < len(ALL)
