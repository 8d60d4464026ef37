"""Times and amounts alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotating.annotate import annotate
from sayso.annotating.partial import partial
from sayso.brain.brains import load_brain
from sayso.model.article import Article
from sayso.model.times import Dating, Interval

TEXT = """Council weighs new bridge

The council may vote on the bridge by Friday, Mayor Odile Brandt said on Tuesday.

It would cost 5 to 7 million crowns.
"""


def _article(text: str) -> Article:
    day = date(2031, 1, 17)
    return Article("a", "a", text, "0" * 64, published=Dating(Interval(day, day), "given"))


def test_times_and_amounts_are_those_of_the_whole_page():
    """What is left out changes nothing of what is not."""
    whole = annotate(_article(TEXT), load_brain("rules").tagger)
    page = partial(_article(TEXT), ("times", "amounts"))
    assert page.times == whole.times
    assert page.amounts == whole.amounts
    assert page.blocks == whole.blocks
    assert page.statements == ()
    assert page.sources == ()
    assert [note.code for note in page.notes] == ["A206"]


@pytest.mark.parametrize(("layer", "other"), [("times", "amounts"), ("amounts", "times")])
def test_one_layer_alone_leaves_the_other_empty(layer, other):
    """Amounts alone are those beside times: no date becomes a number."""
    both = partial(_article(TEXT), ("times", "amounts"))
    page = partial(_article(TEXT), (layer,))
    assert getattr(page, layer) == getattr(both, layer) != ()
    assert getattr(page, other) == ()


@given(st.text(max_size=200))
def test_no_text_makes_it_raise(text):
    """Every mention stands at its place, whatever the text."""
    page = partial(_article(text), ("times", "amounts"))
    assert all(time.span.of(text) == time.text for time in page.times)
    assert all(amount.span.of(text) == amount.text for amount in page.amounts)
