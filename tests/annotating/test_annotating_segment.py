"""Sentences at their exact places."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotating.segment import sentences
from sayso.model.span import Span

NEWS = [
    ("The dam held. The town slept.", ["The dam held.", "The town slept."]),
    ("Mr. Ode met Sen. Lind in St. Orrin. They spoke.", ["Mr. Ode met Sen. Lind in St. Orrin.", "They spoke."]),
    ("The U.S. Senate met. So did the U.N. The talks failed.", None),
    ("Trade with the U.S. The rest fell.", ["Trade with the U.S.", "The rest fell."]),
    ("Line No. 5 is shut. No. It is open.", ["Line No. 5 is shut.", "No.", "It is open."]),
    ("Ada B. Lind and J. K. Mar left. I stayed.", ["Ada B. Lind and J. K. Mar left.", "I stayed."]),
    ("It rose 3.5 percent to 1.2 million. Prices fell.", ["It rose 3.5 percent to 1.2 million.", "Prices fell."]),
    ("It rose... then fell. Later... Nothing.", ["It rose... then fell.", "Later...", "Nothing."]),
    ("“We go,” she said. “Now.” He left.", ["“We go,” she said.", "“Now.”", "He left."]),
    ('"We go," she said." "Next year it ends."', ['"We go," she said."', '"Next year it ends."']),
    ('"Will it hold?" Lind asked. No one knew.', ['"Will it hold?" Lind asked.', "No one knew."]),
    ('"Will it hold?" she asked.', ['"Will it hold?" she asked.']),
    ('"Will it hold?" The crowd went home.', ['"Will it hold?"', "The crowd went home."]),
    ("The vote is at 5 p.m. Monday. It ends at 9 p.m. Nobody came.", None),
    ("Acme Inc. rose. Acme Corp. The rest fell.", ["Acme Inc. rose.", "Acme Corp.", "The rest fell."]),
    ("On Sept. 3 it opened. In Jan. 2023 it shut.", ["On Sept. 3 it opened.", "In Jan. 2023 it shut."]),
    ("(It rained.) The dam held.", ["(It rained.)", "The dam held."]),
    ("“It is over.”The crowd went home.", ["“It is over.”", "The crowd went home."]),
    ("The eBay sale ended. eBay rose.", ["The eBay sale ended.", "eBay rose."]),
    ("In Orrin v. Pell the court agreed. It rose.", ["In Orrin v. Pell the court agreed.", "It rose."]),
    ("See p. 12 of the plan. Then p. 14.", ["See p. 12 of the plan.", "Then p. 14."]),
    ("1. The dam holds. 2. The town sleeps.", None),
    ("No mark at the end", ["No mark at the end"]),
    ("大坝完好。居民安睡。", ["大坝完好。", "居民安睡。"]),
    ("Broken at\na column. Next\nsentence.", ["Broken at\na column.", "Next\nsentence."]),
    ("A heading\n\nThe text", ["A heading", "The text"]),
    ("A heading\r\n\r\nThe text", ["A heading", "The text"]),
]
MANY = {
    "The U.S. Senate met. So did the U.N. The talks failed.": [
        "The U.S. Senate met.",
        "So did the U.N.",
        "The talks failed.",
    ],
    "The vote is at 5 p.m. Monday. It ends at 9 p.m. Nobody came.": [
        "The vote is at 5 p.m. Monday.",
        "It ends at 9 p.m.",
        "Nobody came.",
    ],
    "1. The dam holds. 2. The town sleeps.": ["1. The dam holds.", "2. The town sleeps."],
}


def cut(text: str) -> list[str]:
    """The wordings of all sentences of a text."""
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(("text", "wanted"), NEWS)
def test_news_is_cut_where_a_reader_cuts_it(text, wanted):
    """Abbreviations, initials, numbers and quotations do not break a sentence in two."""
    assert cut(text) == (wanted or MANY[text])


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from(".!?…\"“”' \n\r\tabAB1。é😀\u200b\u0301\u202eU.S"), max_size=80), st.data())
def test_sentences_lie_in_order_inside_the_span_and_lose_nothing(text, data):
    """Every sentence slices to trimmed words; together they hold all but white space."""
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    found = sentences(text, span)
    assert all(span.contains(one) and one.of(text) == one.of(text).strip() for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    held = {at for one in found for at in range(one.start, one.end)}
    assert all(text[at].isspace() for at in range(span.start, span.end) if at not in held)


@pytest.mark.parametrize("unit", [". ", "a", "A. ", '"', "? ", "\n", " ", ".", "J.", "U.S. ", '." ', "( ", "\r\n"])
def test_hostile_text_takes_linear_time(unit):
    """A unit repeated to 200,000 characters is cut in well under a few seconds."""
    text = unit * (200_000 // len(unit))
    begun = time.perf_counter()
    sentences(text, Span(0, len(text)))
    assert time.perf_counter() - begun < 3
