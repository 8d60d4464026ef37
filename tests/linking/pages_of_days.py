"""Pages for tests of dating: a text with one block a line, its times, and perhaps a date."""

from __future__ import annotations

from datetime import date

from sayso.annotating.times import times
from sayso.model.article import Article, Block
from sayso.model.case import Page
from sayso.model.span import Span
from sayso.model.times import Dating, Interval


def page(text: str, day: date | None = None, name: str = "a") -> Page:
    """A page with one block a line and its times, dated where `day` is given."""
    published = Dating(Interval(day, day), "given") if day else None
    article = Article(name, f"{name}.txt", text, "0", published=published)
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line)), "paragraph"))
        start += len(line) + 1
    return Page(article, tuple(blocks), times=times(article, blocks))


def interval(shown: Page) -> Interval:
    """The days of a dated page."""
    assert shown.article.published is not None
    return shown.article.published.interval
