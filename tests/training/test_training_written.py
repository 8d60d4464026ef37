"""What the gauge learns from: the texts written for it, and how texts of others are put together again."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals import tagged
from evals.certainty import joined
from sayso.brain.features import FIRST, LAST, PADDING, UNKNOWN, Vocabulary
from sayso.brain.gauge import KINDS
from training import graded, written

LETTERS = string.ascii_lowercase


@pytest.fixture(scope="module")
def vocabulary():
    """Letters alone: every word has a piece for each of its letters."""
    return Vocabulary([PADDING, UNKNOWN, FIRST, LAST, *LETTERS, *(f"##{letter}" for letter in LETTERS)])


def test_every_line_that_was_written_can_be_read():
    """Replies have a kind that the gauge knows; nested texts have statements, and some stand inside others."""
    kinds = [kind for _, _, kind in tagged.replies(written.FOLDER / "replies")]
    assert len(kinds) > 2000
    assert set(kinds) == set(KINDS)
    texts = list(written.nested(written.FOLDER / "nested"))
    assert len(texts) > 800
    assert sum(len(said) > 1 for _, said in texts) > 500


def test_no_text_to_learn_from_is_one_to_be_measured_on():
    """Replies of the measure, development and test alike, are none of those that are learned from."""
    learned = {text for text, _, _ in tagged.replies(written.FOLDER / "replies")}
    assert not learned & {text for text, _, _ in tagged.replies(written.FOLDER.parent.parent / "evals" / "replies")}


@given(st.text(alphabet='ab "“”„\n', max_size=60), st.sampled_from(graded.STYLES))
def test_other_quotation_marks_move_no_word(text, style):
    """A text in another style is as long, and the same but for its marks."""
    new = graded.restyled(text, style)
    assert len(new) == len(text)
    marks = set('"“”„')
    assert all(a == b or (a in marks and b in style) for a, b in zip(text, new, strict=True))


def test_quotation_marks_open_and_close_in_each_line():
    """A mark that was never closed is forgotten at the end of its line."""
    assert graded.restyled('"It holds," she said. "No.\n"Yes."', "“”") == "“It holds,” she said. “No.\n“Yes.”"


def test_a_sentence_is_put_together_as_it_is_printed():
    """Tokens stand where a newspaper would have them, and each one's place is known."""
    tokens = [
        "Ada",
        "said",
        ":",
        "``",
        "It",
        "did",
        "n't",
        "hold",
        ",",
        "''",
        "and",
        "-LRB-",
        "so",
        "-",
        "called",
        "-RRB-",
        "experts",
        "'",
        "fears",
        "grew",
        ".",
    ]
    text, starts = joined(tokens)
    assert text == "Ada said: \"It didn't hold,\" and (so-called) experts' fears grew."
    assert text[starts[tokens.index("fears")] :].startswith("fears")


def test_ordinary_statements_are_those_without_a_word_of_denial(vocabulary):
    """Of the nested texts only statements that deny nothing are shown as ordinary, each in every style."""
    once = list(graded.plain(written.FOLDER / "nested", vocabulary))
    assert len(once) > 500
    assert {kind for one in once for _, kind in one.kinds} == {0}
    assert len(list(graded.plain(written.FOLDER / "nested", vocabulary, styles=2))) == 2 * len(once)
