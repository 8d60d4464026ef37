"""Judgements that are kept: the same as new ones, and each pair judged once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.brain.entailer import RuleEntailer
from sayso.brain.memos import Memoed
from sayso.model.ports import Bearing

ASKED = "Will the harbour of Lindvik close by 3 May 2024?"
TEXTS = [
    "the harbour will close in May",
    "it will never close",
    "",
    "a ferry sank",
    "the harbour will close in May",
]


class Counting:
    """The rules, counting what they are asked."""

    name, reads = "counting", True

    def __init__(self) -> None:
        """Nobody has asked yet."""
        self.asked: list[tuple[str, str]] = []

    def bear(self, pairs):
        """The rules' bearing with its relevance lowered, so that it is told from that by words."""
        self.asked += pairs
        return tuple(Bearing(0.125, b.support, b.deny, b.open, b.reasons) for b in RuleEntailer().bear(pairs))

    def by_words(self, pairs):
        """The rules' bearing."""
        self.asked += pairs
        return RuleEntailer().by_words(pairs)


def test_each_pair_is_judged_once_and_told_as_before():
    """A second run asks the entailer nothing, and a fresh copy of what was kept says the same."""
    kept: dict[str, str] = {}
    pairs, plain = [(text, ASKED) for text in TEXTS], Counting()
    first = Memoed(plain, kept)
    told = first.bear(pairs), first.by_words(pairs)
    assert len(plain.asked) == 8
    again = Memoed(plain, dict(kept))
    assert (
        (again.bear(pairs), again.by_words(pairs)) == told == (Counting().bear(pairs), Counting().by_words(pairs))
    )
    assert len(plain.asked) == 8
    assert again.fresh == {}
    assert first.fresh == kept


def test_what_was_kept_and_cannot_be_read_is_judged_anew():
    """A spoilt entry is replaced."""
    kept: dict[str, str] = {}
    Memoed(Counting(), kept).bear([(TEXTS[0], ASKED)])
    spoilt = dict.fromkeys(kept, '{"relevance": "much"')
    assert Memoed(Counting(), spoilt).bear([(TEXTS[0], ASKED)]) == Counting().bear([(TEXTS[0], ASKED)])
    assert spoilt == kept


@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=40)), max_size=6))
def test_any_texts_are_judged_as_without(pairs):
    """Whatever the texts, judging with a memory that is used twice gives what judging without one gives."""
    kept: dict[str, str] = {}
    plain = RuleEntailer()
    for _ in range(2):
        assert Memoed(plain, kept).bear(pairs) == plain.bear(pairs)
