"""Articles to measure on: PolNeAR's where the measuring data is, else ones made from the example story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

from evals.suites import DATA, STORY
from sayso.model.article import Article
from sayso.model.span import content_id
from sayso.model.times import Dating, Interval
from sayso.reading.read import read

#: Words of an article, by which speeds are given: the mean of PolNeAR's is 805.
WORDS = 750


def news(size: int) -> tuple[list[str], str]:
    """The texts of `size` articles, and in words where they are from.

    Of PolNeAR's dev articles every nth by name, as they are; from the story, runs of paragraphs of 750 words.
    """
    paths = sorted((DATA / "data" / "polnear" / "dev" / "text").glob("*.txt"))
    if paths:
        chosen = paths[:: max(1, len(paths) // size)][:size]
        return [article.text for article in read([str(path) for path in chosen]).articles], "of PolNeAR's dev part"
    return list(_joined(size)), "made from the example story"


def _joined(size: int) -> Iterator[str]:
    paragraphs = _paragraphs()
    for _ in range(size):
        kept: list[str] = []
        while sum(len(paragraph.split()) for paragraph in kept) < WORDS:
            kept.append(next(paragraphs))
        yield "\n\n".join(kept)


def _paragraphs() -> Iterator[str]:
    """The paragraphs of the story over and over, each round with other words."""
    story = _story()
    for turn in count():
        for article in story:
            for paragraph in article.text.split("\n\n"):
                if words := paragraph.strip():
                    yield varied(words, turn)


def dated(size: int) -> list[Article]:
    """`size` articles made from the story's own: each round moves the dates and changes every third word."""
    story = _story()
    made = []
    for number in range(size):
        article = story[number % len(story)]
        turn = number // len(story)
        text = varied(article.text, turn)
        day = date(2024, 11, 1) + timedelta(days=number % 25)
        made.append(
            replace(
                article,
                id=content_id("a", number, text),
                text=text,
                layout=article.layout if turn == 0 else (),
                published=Dating(Interval(day, day), "given"),
            )
        )
    return made


def _story() -> tuple[Article, ...]:
    return read([str(STORY / "articles")], manifest=str(STORY / "manifest.csv")).articles


def varied(text: str, turn: int) -> str:
    """The text with every third longer word marked by the round, so that rounds are no copies of each other."""
    if not turn:
        return text
    words = text.split(" ")
    return " ".join(f"{w}{turn}" if i % 3 == 0 and w.isalpha() and len(w) > 6 else w for i, w in enumerate(words))
