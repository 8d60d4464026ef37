"""What was written for this project to learn from: replies with their kinds, and statements inside statements.

A line of training/written/replies/*.tsv is kind, force and text, parted by tabs, with one statement marked; a line
of training/written/nested/*.txt is a text in which every statement is (evals/tagged.py has the tags).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evals.tagged import parsed
from sayso.annotating.quotes import quotations
from sayso.annotating.segment import sentences
from sayso.model.ports import Passage, Said
from sayso.model.span import Span

FOLDER = Path(__file__).with_name("written")


def nested(folder: Path) -> Iterator[tuple[str, dict[int, Said]]]:
    """Text and what is said of each line of the files of a folder, by number."""
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            yield parsed(line)


def passage(text: str) -> Passage:
    """A text as one paragraph."""
    whole = Span(0, len(text))
    return Passage(whole, "paragraph", sentences(text, whole), quotations(text, whole))
