"""Pairs as the stance network sees them: which text a word is of, what the texts share, where they end."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from sayso.brain.features import FIRST, HINTS, KINDS, LAST, MARKS, PADDING, UNKNOWN, Vocabulary
from sayso.brain.pairs import LONGEST_PAIR, pair

LETTERS = string.ascii_lowercase
PIECES = Vocabulary([PADDING, UNKNOWN, FIRST, LAST, *LETTERS, *(f"##{letter}" for letter in LETTERS)])
SIDE, SHARED = MARKS.index(KINDS), MARKS.index(HINTS)


def test_the_hypothesis_comes_first_and_each_text_ends_with_a_mark():
    """[CLS] hypothesis [SEP] statement [SEP], and the statement's pieces are marked as the other text."""
    window = pair("ox", "cat", PIECES)
    names = {number: piece for piece, number in PIECES.number.items()}
    assert [names[piece] for piece in window.pieces] == [FIRST, "c", "##a", "##t", LAST, "o", "##x", LAST]
    assert [row[SIDE] for row in window.marks] == [0, 0, 0, 0, 0, 1, 1, 1]
    assert window.heads == (0,)


def test_what_both_texts_have_is_marked():
    """A word that stands in the other text is marked as shared, one in another form as such, others not."""
    window = pair("Ferries sailed south", "ferries sailing", PIECES)
    found = dict(zip(window.pieces, (row[SHARED] for row in window.marks), strict=True))
    rows = [row[SHARED] for row in window.marks]
    assert rows[1 : 1 + 7] == [1] * 7
    assert rows[8 : 8 + 7] == [2] * 7
    assert rows[-2] == 0
    assert found[PIECES.first] == 0


@given(st.text(max_size=3000), st.text(max_size=3000))
def test_any_two_texts_fit_a_window(statement, hypothesis):
    """No text breaks it or makes a window too long, and pieces and marks go together."""
    window = pair(statement, hypothesis, PIECES)
    assert len(window.pieces) == len(window.marks) <= LONGEST_PAIR
    for row in window.marks:
        assert all(0 <= value < len(values) for value, values in zip(row, MARKS, strict=True))


def test_a_long_statement_leaves_the_hypothesis_whole():
    """What is too long is cut at its end, and the hypothesis is not cut for it."""
    window = pair("word " * 1_000, "cat ox", PIECES, longest=40)
    assert len(window.pieces) <= 40
    assert window.pieces[:7] == pair("x", "cat ox", PIECES).pieces[:7]
