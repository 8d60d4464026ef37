"""Blocks of plain text: titles, headings, captions and the furniture of a page."""

from __future__ import annotations

from sayso.annotating.blocks import blocks
from sayso.model.article import Article


def kinds(text: str, **known) -> list[tuple[str, str]]:
    """The kind and wording of every block of a text."""
    article = Article("a-1", "a.txt", text, "", **known)
    return [(block.kind, block.span.of(text)) for block in blocks(article)]


SLIDES = """Will the dam at Orrin hold?

A second dam?
Water for a month
The council says
Experts doubt it...
A second dam?

An adviser to the governor has said that a second dam is planned.

Water for a month

"There is water for a month," wrote Ada Lind, a member of the council.

Photo by Orrin Town Hall @orrin

The council says "no"

The council is not discussing a second dam, according to its speaker.

Experts doubt it...

Two experts told the Fernpost that the plan may fail.

More for you"""


def test_a_list_of_slide_titles_is_furniture_and_the_same_words_are_headings_below():
    """Slide titles at the top are furniture; each comes again as a heading, the first right after the list."""
    found = kinds(SLIDES)
    assert found[0] == ("title", "Will the dam at Orrin hold?")
    assert [kind for kind, _ in found[1:5]] == ["furniture"] * 4
    assert found[5] == ("heading", "A second dam?")
    assert [words for kind, words in found if kind == "heading"] == [
        "A second dam?",
        "Water for a month",
        'The council says "no"',
        "Experts doubt it...",
    ]
    assert ("caption", "Photo by Orrin Town Hall @orrin") in found
    assert found[-1] == ("furniture", "More for you")
