"""Blocks of plain text: titles, headings, captions and the furniture of a page."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


PASTED = """\U0001f399\ufe0f Voice is AI-generated. Inconsistencies may occur.
Governor Ada Lind may be about to announce a second dam at Orrin, a think tank said in its note on Monday.
Lind will speak in the town on Friday, her spokesman told reporters who had asked about the plan.
"She may announce it as early as Friday," the note states. "She is fond of the place."

Sorrel told the Fernpost that nobody had asked the farmers, and that the river would find a way.
The Fernpost has reached out to the governor's office for comment.
About the writer
Mara Quill is a night reporter of the Fernpost who writes about rivers and those who live by them ... Read more
"""


def test_a_pasted_page_without_empty_lines_is_cut_at_its_lines():
    """Each line is a block; the voice notice and the writer's box are furniture, the request for comment is not."""
    assert [kind for kind, _ in kinds(PASTED)] == ["furniture", *["paragraph"] * 5, "furniture", "furniture"]


def test_a_voice_notice_glued_to_the_first_sentence_is_cut_off():
    """The notice is furniture, the sentence a paragraph, whether or not a space stands between them."""
    notice = "\U0001f399\ufe0f Voice is AI-generated. Inconsistencies may occur."
    for glue in ("", " "):
        assert kinds(f"{notice}{glue}{PARAGRAPH}\n") == [("furniture", notice), ("paragraph", PARAGRAPH)]
    assert kinds("Listen to the river, Lind said.") == [("paragraph", "Listen to the river, Lind said.")]


def test_hard_wrapped_paragraphs_stay_whole():
    """Lines broken at a column are one paragraph; a title above them stays a title."""
    body = textwrap.fill("The governor said on Friday that the dam would hold until the spring came. " * 6, 72)
    text = f"The dam holds\n\n{body}\n\n{body}\n"
    assert kinds(text) == [("title", "The dam holds"), ("paragraph", body), ("paragraph", body)]


PARAGRAPH = "The governor said on Friday that the dam would hold until the spring."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("## What the engineers say", "heading"),
        ("What the engineers say", "heading"),
        ("Is the ground too soft?", "heading"),
        ("**What the engineers say**", "heading"),
        ("“Nobody asked us,” said Piet Sorrel.", "paragraph"),
        ("Sorrel warned that “nobody can get across the river.”", "paragraph"),
        ("She said: yes.", "paragraph"),
        ("FILE PHOTO: The dam at Orrin in May 2029", "caption"),
        ("The dam at Orrin. (Pell Archive/Getty Images)", "caption"),
        ("Photo: Pell Archive", "caption"),
        ("Image credit: Pell Archive", "caption"),
        ("Photograph by Ira Moss", "caption"),
        ("Photos from the scene show three cracks, the governor's office said.", "paragraph"),
        ("Advertisement", "furniture"),
        ("Advertisement - scroll to continue", "furniture"),
        ("Read more: How the first dam was paid for", "furniture"),
        ("Sign up for our morning newsletter", "furniture"),
        ("We use cookies to improve your visit. Accept all", "furniture"),
        ("Share | Tweet | Email", "furniture"),
        ("© 2031 The Fernpost. All rights reserved.", "furniture"),
        ("Follow us on Telegram", "furniture"),
        ("By Mara Quill and Tobi Renn", "furniture"),
        ("Published 14 March 2031, 8:30", "furniture"),
        ("4 min read", "furniture"),
        ("Older notes: The pump swindle | Who counts the drops? | On leaks", "furniture"),
        ("From our wire services", "furniture"),
        ("*The dam at the end of October. Photo: Fernpost*", "caption"),
        ("The dam at Orrin in May. Photo: Ira Moss for the Fernpost", "caption"),
        ("![The dam](pictures/dam.jpg)", "caption"),
        ("© Provided by The Fernpost", "caption"),
        ("Story by Mara Quill • 3d", "furniture"),
        ("Related video: The dam from above (Fernpost)", "furniture"),
        ("Read the original article on The Fernpost", "furniture"),
        (
            "Do you have a story about the dam that we should be covering? Let us know via desk@fernpost.example.",
            "furniture",
        ),
        ("(Reporting by Mara Quill; Editing by Tobi Renn)", "furniture"),
        ("* * *", "furniture"),
        ("The Fernpost has reached out to the ministry for comment.", "paragraph"),
        ("By Monday the water had risen to the second step of the town hall, Lind said.", "paragraph"),
        ("Follow the money, Lind told the council.", "paragraph"),
        ("Read the plan before you vote, Sorrel said.", "paragraph"),
        ("Correction: an earlier version of this article gave the wrong height of the dam.", "paragraph"),
    ],
)
def test_a_line_among_paragraphs_is_called_what_it_is(line, kind):
    """Headings, captions and furniture are told by their wording; sentences stay paragraphs."""
    found = kinds(f"{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}\n\n{PARAGRAPH} It will.\n")
    assert found[1] == (kind, line)


def test_a_list_of_other_stories_goes_on_to_the_first_sentence():
    """Titles under "More for you" are furniture; running text after them is not."""
    found = kinds(f"Dam holds\n\n{PARAGRAPH}\n\nMore for you\nFive ways to wash\nThe rain baker\n\n{PARAGRAPH}\n")
    assert [kind for kind, _ in found] == ["title", "paragraph", *["furniture"] * 3, "paragraph"]


def test_the_writers_box_is_told_by_the_byline():
    """The last line about the person in the byline is furniture; the same words about another person are not."""
    text = f"Dam holds\n\nBy Mara Quill\n\n{PARAGRAPH}\n\nMara Quill writes about rivers for the Fernpost.\n"
    assert kinds(text)[-1][0] == "furniture"
    assert kinds(text.replace("Mara Quill writes", "Ada Lind writes"))[-1][0] == "paragraph"


def test_a_title_that_reads_like_a_caption_is_a_title_where_it_is_known():
    """What the page states outranks the wording."""
    text = f"Video: Governor speaks at the dam\n\n{PARAGRAPH}\n"
    assert kinds(text, title="Video: Governor speaks at the dam")[0][0] == "title"


def test_the_known_title_is_found_further_down():
    """Where the article's title is known, the line that says it is the title."""
    found = kinds(f"The Fernpost\n\nDam holds, says Lind.\n\n{PARAGRAPH}\n", title="Dam holds, says Lind.")
    assert ("title", "Dam holds, says Lind.") in found


@settings(deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from('aB. \n\r\t\x0b\x85\u2028\u2029\u200b\u00a0\u0301\u202e😀字-#*"“?:'), max_size=200
    )
)
def test_blocks_cover_all_but_white_space_and_never_overlap(text):
    """Any text at all: every block slices to trimmed words, in order, and nothing is left out."""
    found = blocks(Article("a-1", "a.txt", text, ""))
    held: set[int] = set()
    for block in found:
        assert block.span.end <= len(text)
        assert block.span.of(text) == block.span.of(text).strip()
        assert not held & set(range(block.span.start, block.span.end))
        held |= set(range(block.span.start, block.span.end))
    assert list(found) == sorted(found)
    assert all(char.isspace() for at, char in enumerate(text) if at not in held)


@pytest.mark.parametrize(
    "unit", ["a\n", "a\n\n", "word ", "\n", "a", "more for you\n", "A b\n\n", "(", "photo by ", "x/", ". "]
)
def test_hostile_text_takes_linear_time(unit):
    """A unit repeated to 200,000 characters is labelled within seconds."""
    begun = time.perf_counter()
    blocks(Article("a-1", "a.txt", unit * (200_000 // len(unit)), ""))
    assert time.perf_counter() - begun < 8
