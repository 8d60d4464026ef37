"""What the network sees: pieces, marks and windows. Shipped weights depend on every number here."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotating.blocks import blocks
from sayso.annotating.statements import passages
from sayso.brain import learned
from sayso.brain.features import (
    CASES,
    HINTS,
    LONGEST_WINDOW,
    MARKS,
    QUOTED,
    Vocabulary,
    Window,
    windows,
)
from sayso.model.article import Article
from sayso.reading.read import read

STORY = Path(__file__).parents[2] / "examples" / "second-rationing" / "articles"
PIECES = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "dam",
    "##s",
    "said",
    "he",
    "##lp",
    "help",
    ".",
    "“",
    "”",
    ",",
    "lind",
]


def seen(text: str, vocabulary: Vocabulary) -> list[Window]:
    """The windows of a text."""
    return windows(text, passages(text, blocks(Article("a", "a.txt", text, "0" * 64))), vocabulary)


def marks_of(window: Window, kind: tuple[str, ...]) -> list[str]:
    """One mark of each word, by name."""
    column = MARKS.index(kind)
    return [kind[window.marks[head][column]] for head in window.heads]


def test_a_word_is_cut_by_the_longest_piece_first():
    """Known words are whole, others are cut, and what has no piece is unknown."""
    vocabulary = Vocabulary(PIECES)
    assert vocabulary.of_word("Dams") == (4, 5)
    assert vocabulary.of_word("HELP") == (9,)
    assert vocabulary.of_word("zzz") == (1,)
    assert vocabulary.of_word("s" * 100) == (1,)
    assert vocabulary.of_word("\u200b") == ()


def test_accents_and_case_are_left_to_the_marks():
    """Pieces are lower case without accents; the case of a word is one of its marks."""
    assert Vocabulary(PIECES).of_word("Sáid") == (6,)
    (window,) = seen("Lind SAID he, U 33 help.\n", Vocabulary(PIECES))
    assert marks_of(window, CASES) == [
        "title", "upper", "lower", "symbol", "initial", "digits", "lower", "symbol",
    ]  # fmt: skip


def test_a_quotation_opens_goes_on_and_closes():
    """Marks tell where in a quotation a word stands."""
    (window,) = seen("“Help, dams,” Lind said.\n", Vocabulary(PIECES))
    assert marks_of(window, QUOTED) == ["opening", *["inside"] * 4, "closing", *["outside"] * 3]


def test_the_rules_hint_at_source_cue_and_content():
    """What the rules make of a sentence goes along with its words."""
    (window,) = seen("Ada Lind said that dams help.\n", Vocabulary(PIECES))
    assert marks_of(window, HINTS) == [
        "source", "source goes on", "cue", "content", "content goes on", "content goes on", "none",
    ]  # fmt: skip


@pytest.mark.skipif(not learned.WEIGHTS.is_dir(), reason="no weights are shipped")
def test_windows_are_those_the_weights_were_trained_on():
    """Pieces and marks of the example story, hints apart: whoever changes them has to train again."""
    vocabulary = learned.shipped().vocabulary
    digest = hashlib.sha256()
    for article in read([str(STORY)]).articles:
        for window in windows(article.text, passages(article.text, blocks(article)), vocabulary):
            rows = [row[: MARKS.index(HINTS)] for row in window.marks]
            digest.update(repr((window.words, window.pieces, window.heads, rows)).encode())
    assert digest.hexdigest()[:16] == "97df4d1588f1e8dc"


@given(st.text(alphabet=st.sampled_from("aé \n.,“”\"'’\u200b\u0301中مDs9😀"), max_size=400))
@settings(max_examples=60, deadline=None)
def test_windows_hold_on_any_text(text):
    """Words stand in order at their places, every row has its marks, and no window is too long."""
    for window in seen(text, Vocabulary(PIECES)):
        assert len(window.pieces) == len(window.marks) <= LONGEST_WINDOW
        assert len(window.words) == len(window.heads)
        assert list(window.heads) == sorted(set(window.heads))
        assert all(a.end <= b.start for a, b in zip(window.words, window.words[1:], strict=False))
        assert all(value < len(kind) for row in window.marks for value, kind in zip(row, MARKS, strict=True))


def test_a_long_passage_is_cut_between_sentences():
    """Windows of a long paragraph begin where sentences do, and lose no word."""
    text = "Lind said dams help. " * 120
    found = seen(text, Vocabulary(PIECES))
    assert len(found) > 1
    assert all(text[window.words[0].start :].startswith("Lind") for window in found)
    assert sum(len(window.words) for window in found) == 120 * 5
