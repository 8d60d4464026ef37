"""Tests of what a tagger remembers: passages are cut out whole, memory is bounded, order changes nothing."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from tests.brain.test_brain_learned import needs_weights, passages

from sayso.brain import learned
from sayso.brain.recall import LONGEST, Recall, cut
from sayso.brain.rules import RuleTagger
from sayso.model.ports import Passage, Tagger
from sayso.model.span import Span

LINES = (
    "The dam is safe, Ada Lind said on Tuesday.\n",
    "“Nobody needs to leave,” she added.\n",
    "“The gates stay open,” said Piet Holl, who expects rain.\n",
    "Holl said:\n",
    "“It is over.”\n",
    "Rain fell on the quay.\n",
    "According to Orr, the boats will stay, and Lind denied that the licence was lost.\n",
    "THE LEAD: dam is safe, engineer says\n",
)


def texts(count: int) -> list[str]:
    """Texts of the same lines in other orders, some lines twice."""
    chance = random.Random(5)  # noqa: S311 - texts for a test
    return ["".join(chance.choices(LINES, k=chance.randrange(1, 12))) for _ in range(count)]


@pytest.mark.parametrize("new", [RuleTagger, pytest.param(learned.shipped, marks=needs_weights)])
def test_reading_many_texts_gives_what_each_gives_alone(new: Callable[[], Tagger]) -> None:
    """One tagger over texts of repeated lines, in two orders, reads each as a new tagger does."""
    tagger = new()
    made = texts(24)
    alone = [new().tag(text, passages(text)) for text in made]
    assert any(alone)
    assert [tagger.tag(text, passages(text)) for text in made] == alone
    shuffled = random.Random(1).sample(range(len(made)), len(made))  # noqa: S311 - an order for a test
    assert [tagger.tag(made[at], passages(made[at])) for at in shuffled] == [alone[at] for at in shuffled]


def test_a_passage_is_cut_out_with_its_places() -> None:
    """The cut text is the passage's, and its sentences and quotations are the same words."""
    text = "One. “Two,” she said. Three."
    passage = Passage(Span(5, 21), "paragraph", (Span(5, 21),), (Span(5, 11),))
    alone, moved = cut(text, passage)
    assert alone == "“Two,” she said."
    assert moved.quotations[0].of(alone) == "“Two,”"
    assert moved.span == moved.sentences[0] == Span(0, 16)


def test_what_reaches_beyond_a_passage_leaves_it_in_its_text() -> None:
    """A quotation that begins before its passage cannot be cut out with it."""
    text = "“One. Two.”"
    passage = Passage(Span(6, 11), "paragraph", (Span(6, 11),), (Span(0, 11),))
    assert cut(text, passage) == (text, passage)


@pytest.mark.parametrize("count", [0, 1, 3, 9])
def test_memory_stays_the_same(count: int) -> None:
    """The last three passages are kept, the one asked for last among them; long ones never."""
    recall: Recall[int] = Recall(3)
    made = [(f"line {n}", Passage(Span(0, 6), "paragraph", (Span(0, 6),), ())) for n in range(count)]
    for number, one in enumerate(made):
        recall.keep(one, number)
        assert recall.get(made[0]) == (0 if count else None)
    assert sum(recall.get(one) is not None for one in made) == min(3, count)
    long = ("x" * (LONGEST + 1), Passage(Span(0, LONGEST + 1), "paragraph", (), ()))
    recall.keep(long, 1)
    assert recall.get(long) is None
