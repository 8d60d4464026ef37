"""Training's view of annotated articles: what is labelled is what was annotated, and it can be read back."""

from __future__ import annotations

import random

import pytest

from sayso.brain.decoding import spans
from sayso.brain.features import FIRST, HINTS, LAST, MARKS, PADDING, UNKNOWN, Vocabulary
from sayso.brain.labels import LABELS
from sayso.model.span import Span
from training import base, recipe, tiny
from training.data import IGNORED, Names, batch, examples, merged, texts

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,:;!?'\"“”‘’-–—()[]#/%&$£*_+=@|…"


def chance() -> random.Random:
    """The same luck every time."""
    return random.Random(1)  # noqa: S311 an order, no secret


@pytest.fixture(scope="module")
def vocabulary():
    """Letters alone: every word has a piece for each of its letters."""
    return Vocabulary([PADDING, UNKNOWN, FIRST, LAST, *LETTERS, *(f"##{letter}" for letter in LETTERS)])


@pytest.fixture(scope="module")
def read(tmp_path_factory, vocabulary):
    """The example story as training sees it."""
    folder = tmp_path_factory.mktemp("corpus")
    tiny.write(folder)
    return texts(folder / "polnear" / "train", vocabulary)


def test_what_is_annotated_comes_back_from_the_labels(read):
    """Every cue, source and content of the gold stands in the labels of its window, to the word."""
    told = found = 0
    for one in read:
        some = list(examples([one], chance(), Names(read)))
        (copy,) = one.copies
        told += len(copy.gold)
        for example in some:
            back = spans(example.labels)
            assert set(back["cue"]) <= set(example.cues)
            assert set(back["content"]) <= set(example.contents)
            for (first, after), source in zip(example.cues, example.source_of, strict=True):
                cue = Span(example.window.words[first].start, example.window.words[after - 1].end)
                gold = next(each for each in copy.gold if each.cue == (cue,))
                assert (source == -1) == (not gold.source)
                found += 1
    assert told > 40
    assert found >= 0.95 * told  # what stands in furniture is left out


def test_names_are_changed_alike_and_nothing_else_is(read, vocabulary):
    """In a window with other names words, marks and labels stay, and one name becomes one other."""
    names = Names(read)
    window = max((window for one in read for window in one.windows), key=lambda window: len(window.words))
    changed = names.changed(window, chance(), 1.0)
    assert changed.pieces != window.pieces
    assert changed.words == window.words
    assert len(changed.heads) == len(window.heads)
    rows = [changed.marks[head] for head in changed.heads]
    assert rows == [window.marks[head] for head in window.heads]
    assert (changed.pieces[0], changed.pieces[-1]) == (vocabulary.first, vocabulary.last)


def test_a_batch_is_padded_and_says_what_is_known(read):
    """Rows differ in length; padding is zero pieces, unknown words and ignored links."""
    some = sorted(examples(read, chance(), Names(read)), key=lambda one: len(one.labels))
    made = batch([some[0], some[-1]])
    assert made.known.sum() == len(some[0].labels) + len(some[-1].labels)
    assert made.pieces.shape[1] == len(some[-1].window.pieces)
    assert not made.pieces[0, len(some[0].window.pieces) :].any()
    assert (made.source_of[0, len(some[0].cues) :] == IGNORED).all()
    assert made.marks.shape[2] == len(MARKS)
    assert made.marks[..., MARKS.index(HINTS)].any()
    assert made.labels.max() < len(LABELS)


def test_pieces_of_a_content_that_touch_are_one():
    """Spans parted by one character are joined; others stay apart."""
    assert merged([Span(10, 20), Span(0, 4), Span(21, 30)]) == [Span(0, 4), Span(10, 30)]


def test_a_recipe_that_lacks_something_is_named(tmp_path):
    """The message names the file; the shipped recipe is whole and has a digest of its own."""
    broken = tmp_path / "mine.toml"
    broken.write_text("seed = 1\n", "utf-8")
    with pytest.raises(SystemExit, match=r"mine\.toml: not a recipe"):
        recipe.load(broken)
    runs = recipe.load()
    assert len(recipe.digest(runs)) == 16
    assert recipe.digest(runs[:1]) != recipe.digest(runs[1:])


def test_missing_base_weights_say_what_to_do(monkeypatch):
    """Outside training's own environment the base weights are not there, and the message says how to get them."""
    monkeypatch.setattr(base, "PACKAGE", "no_such_package_of_weights")
    with pytest.raises(SystemExit, match="make training"):
        base.folder()
