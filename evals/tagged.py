"""Texts with their statements marked by tags, as they are written by hand: source, cue and content.

<s>source</s>, <c>cue</c> and <q>content</q> mark one statement; numbered tags (<s0>, <c0>, <q0>) mark several. A
content in pieces repeats its tag. What is said inside another statement stands within its <q>.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from sayso.errors import FormatError
from sayso.model.ports import Said
from sayso.model.span import Span

_TAG = re.compile(r"<(/?)([scq])(\d*)>")


def parsed(tagged: str) -> tuple[str, dict[int, Said]]:
    """A text without its tags, and what is said in it, by number; FormatError where tags do not fit together."""
    text, at = "", 0
    opened: dict[tuple[str, str], int] = {}
    spans: dict[int, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for tag in _TAG.finditer(tagged):
        text += tagged[at : tag.start()]
        at = tag.end()
        key = (tag[2], tag[3])
        if not tag[1]:
            opened[key] = len(text)
            continue
        if key not in opened:
            raise FormatError(f"a tag is closed that was never opened: {tagged[:80]}")
        if (begin := opened.pop(key)) < len(text):
            spans[int(tag[3] or 0)][tag[2]].append(Span(begin, len(text)))
    text += tagged[at:]
    if opened or not spans or not all(its["q"] for its in spans.values()):
        raise FormatError(f"a tag is left open, or nothing is said: {tagged[:80]}")
    return text, {
        number: Said(next(iter(its["s"]), None), next(iter(its["c"]), None), tuple(its["q"]))
        for number, its in sorted(spans.items())
    }


def replies(place: Path) -> Iterator[tuple[str, Said, str]]:
    """Text, what is said, and what kind of reply it is, of each line of a .tsv file or of a folder of them."""
    for path in sorted(place.glob("*.tsv")) if place.is_dir() else [place]:
        for line in path.read_text("utf-8").splitlines():
            kind, _, tagged = line.split("\t")
            text, said = parsed(tagged)
            yield text, said[0], kind
