"""From numbers to attributions: the best path that breaks no span, and who goes with whom."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.brain.decoding import Tables, apart, labelled, readings, spans
from sayso.brain.features import MARKS, Window
from sayso.brain.labels import ALLOWED, BUCKETS, ENDS, LABELS, LINK, MOST_BETWEEN, ROLES, STARTS, bucket, distance
from sayso.model.span import Span

COUNT = len(LABELS)


def tables(steps=None):
    """Tables that add nothing, but for the steps given."""
    return Tables(
        np.zeros((COUNT, COUNT), np.float32) if steps is None else steps,
        np.zeros(2, np.float32),
        np.zeros((2, BUCKETS, MOST_BETWEEN + 1), np.float32),
    )


def best_by_trying(scores, steps):
    """The greatest sum of any path that breaks no span, by trying all of them."""
    sums = []
    for path in product(range(COUNT), repeat=len(scores)):
        whole = STARTS[path[0]] and ENDS[path[-1]]
        if whole and all(ALLOWED[a][b] for a, b in pairwise(path)):
            moved = sum(float(steps[a, b]) for a, b in pairwise(path))
            sums.append(sum(float(scores[at, label]) for at, label in enumerate(path)) + moved)
    return max(sums)


@given(st.integers(0, 10_000), st.integers(1, 3))
@settings(max_examples=25, deadline=None)
def test_the_path_is_the_best_of_all_that_break_no_span(seed, words):
    """Viterbi's path has the sum of the best path found by trying all; in company as alone."""
    chance = np.random.default_rng(seed)
    scores = chance.normal(size=(words, COUNT)).astype(np.float32)
    steps = chance.normal(size=(COUNT, COUNT)).astype(np.float32)
    other = chance.normal(size=(5, COUNT)).astype(np.float32)
    path, _ = labelled([scores, other], tables(steps))
    assert STARTS[path[0]]
    assert ENDS[path[-1]]
    assert all(ALLOWED[a][b] for a, b in pairwise(path))
    told = sum(float(scores[at, label]) for at, label in enumerate(path))
    told += sum(float(steps[a, b]) for a, b in pairwise(path))
    assert abs(told - best_by_trying(scores, steps)) < 1e-3
    assert (labelled([scores], tables(steps))[0] == path).all()


def test_spans_are_read_off_the_labels():
    """Begin to end is one span, single is one, two begins side by side are two."""
    names = ["single source", "begin cue", "end cue", "outside", "begin content", "inside content", "end content"]
    names += ["begin content", "end content"]
    assert spans([LABELS.index(name) for name in names]) == {
        "source": [(0, 1)], "cue": [(1, 3)], "content": [(4, 7), (7, 9)],
    }  # fmt: skip


def test_distance_has_a_sign_and_counts_what_stands_between():
    """Behind a cue it is positive, before it negative, and cues in between are counted."""
    assert distance((5, 6), (6, 9)) == 1
    assert distance((5, 6), (3, 5)) == -1
    assert distance((5, 6), (5, 6)) == 0
    assert bucket(-1) != bucket(1)
    assert apart((0, 1), (9, 12), [0, 4, 6])[1] == 2
    assert apart((9, 10), (0, 2), [4, 9])[1] == 1


def numbers(names, linked):
    """Scores that make these labels certain, and vectors in which linked words answer each other."""
    scores = np.full((len(names), COUNT), -9, np.float32)
    for at, name in enumerate(names):
        scores[at, LABELS.index(name)] = 9
    vectors = np.zeros((len(names), len(ROLES), 2, LINK), np.float32)
    for number, (cue, other, role) in enumerate(linked):
        vectors[cue, role - 1, 0, number] += 9
        vectors[other, role, 0, number] += 9
    return scores, vectors.reshape(len(names), -1)


def window(count):
    """A window of words of one letter, two apart."""
    places = tuple(Span(2 * at, 2 * at + 1) for at in range(count))
    row = (0,) * len(MARKS)
    return Window(places, (2, *[4] * count, 3), tuple(range(1, count + 1)), (row,) * (count + 2))


def test_sources_and_contents_go_where_their_links_are_strongest():
    """Two cues share a source; a content in two pieces has one cue; a cue may have no source."""
    names = ["single content", "single source", "single cue", "single content", "single cue", "single content"]
    linked = [(2, 1, 1), (2, 0, 3), (2, 3, 3), (4, 5, 3)]
    (read,) = readings([window(6)], [numbers(names, linked)], tables())
    first, second = read.found
    assert (first.source, first.content) == (Span(2, 3), (Span(0, 1), Span(6, 7)))
    assert second.content == (Span(10, 11),)
    assert all(value <= 0 for value in first.evidence)
    assert read.loose == ()


def test_contents_without_a_cue_are_left_loose():
    """A window with contents alone has no attribution."""
    (read,) = readings([window(2)], [numbers(["begin content", "end content"], [])], tables())
    assert read.found == ()
    assert read.loose == (Span(0, 3),)
