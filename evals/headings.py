"""Headings against their text: what is flagged against small invented articles that say what should be.

An item of the file is read as golden files are: its name, its blocks, what is to be flagged, with a line of one dot
after each. A flag is found where its kind is right and both its places meet those of the gold. Everything else that
is flagged is a false alarm, also a right kind at a wrong place.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.rates import share
from sayso import pipeline
from sayso.model.article import Article, Block
from sayso.model.case import Page
from sayso.model.span import Span

KINDS = ("title", "teaser", "heading", "caption", "text")


@dataclass(frozen=True, slots=True)
class Flag:
    """What is to be flagged: its kind, and words of both places."""

    kind: str
    heading: Span
    text: Span


@dataclass(frozen=True, slots=True)
class Item:
    """A small article and its flags; none where its headings are faithful."""

    name: str
    article: Article
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of an item: gold flags found and missed, and false alarms, in words."""

    item: Item
    found: tuple[Flag, ...]
    missed: tuple[Flag, ...]
    false: tuple[str, ...]


def items(path: Path) -> list[Item]:
    """The items of a file; ValueError where one is malformed."""
    made = []
    for piece in path.read_text("utf-8").strip().split("\n.\n\n"):
        head, blocks, flags = piece.removesuffix("\n.").split("\n.\n")
        name = head.splitlines()[-1]  # above the first name stands what the file is
        made.append(_item(name, blocks.splitlines(), flags.splitlines()))
    return made


def _item(name: str, lines: list[str], flags: list[str]) -> Item:
    text, layout = "", list[Block]()
    for line in lines:
        kind, _, words = line.partition(": ")
        if kind not in KINDS:
            raise ValueError(f"{name}: no such block: {kind}")
        start = len(text)
        text += words + "\n\n"
        layout.append(Block(Span(start, start + len(words)), "paragraph" if kind == "text" else kind))  # type: ignore[arg-type]
    title = next((line[7:] for line in lines if line.startswith("title: ")), None)
    article = Article(name, f"{name}.txt", text, "0" * 64, title=title, language="en", layout=tuple(layout))
    return Item(name, article, tuple(_flag(article, line) for line in flags if line != "faithful"))


def _flag(article: Article, line: str) -> Flag:
    kind, _, places = line.partition(": ")
    head, _, body = places.partition(" | ")
    heads = [block.span for block in article.layout if block.kind != "paragraph"]
    bodies = [block.span for block in article.layout if block.kind == "paragraph"]
    return Flag(kind, _find(article, head, heads), _find(article, body, bodies))


def _find(article: Article, words: str, spans: list[Span]) -> Span:
    for span in spans:
        at = article.text.find(words, span.start, span.end)
        if at >= 0:
            return Span(at, at + len(words))
    raise ValueError(f"{article.id}: no such words: {words}")


def verdicts(path: Path, brain: pipeline.Brain) -> Iterator[Verdict]:
    """What came of each item of a file."""
    for item in items(path):
        yield _judged(item, pipeline.page_of(item.article, brain))


def _judged(item: Item, page: Page) -> Verdict:
    text = item.article.text
    found, false = [], []
    for one in page.overreads:
        right = [
            flag
            for flag in item.flags
            if flag.kind == one.kind and flag.heading.overlaps(one.heading) and flag.text.overlaps(one.text)
        ]
        if right:
            found += right
        else:
            false.append(f"{one.kind}: {one.heading.of(text)} | {one.text.of(text)}")
    missed = tuple(flag for flag in item.flags if flag not in found)
    return Verdict(item, tuple(dict.fromkeys(found)), missed, tuple(false))


def figures(path: Path, brain: pipeline.Brain) -> dict[str, float]:
    """Precision and recall over all flags, recall of each kind, and faithful items left in peace; in per cent."""
    judged = list(verdicts(path, brain))
    found = sum(len(one.found) for one in judged)
    false = sum(len(one.false) for one in judged)
    missed = sum(len(one.missed) for one in judged)
    faithful = [one for one in judged if not one.item.flags]
    out = {
        "precision": share(found, found + false),
        "recall": share(found, found + missed),
        "faithful left in peace": share(sum(not one.false for one in faithful), len(faithful)),
    }
    kinds = sorted({flag.kind for one in judged for flag in one.item.flags})
    for kind in kinds:
        right = sum(flag.kind == kind for one in judged for flag in one.found)
        wrong = sum(flag.kind == kind for one in judged for flag in one.missed)
        out[f"{kind} recall"] = share(right, right + wrong)
    return out


def main() -> None:
    """Print what is missed and what is a false alarm in the items to tune on."""
    path = Path(__file__).with_name("headings.md")
    brain = pipeline.load_brain(sys.argv[1] if len(sys.argv) > 1 else "rules")
    for one in verdicts(path, brain):
        text = one.item.article.text
        for flag in one.missed:
            print(f"missed  {one.item.name}: {flag.kind}: {flag.heading.of(text)} | {flag.text.of(text)}")
        for line in one.false:
            print(f"false   {one.item.name}: {line}")
    for name, value in figures(path, brain).items():
        print(f"{name:24} {value:5.1f}")


if __name__ == "__main__":
    main()
