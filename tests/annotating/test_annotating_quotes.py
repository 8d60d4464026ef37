"""Quotations: every kind of mark, mixed, nested and unbalanced."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotating.quotes import quotations
from sayso.model.span import Span


def quoted(text: str) -> list[str]:
    """The quotations of a text, in words."""
    return [span.of(text) for span in quotations(text, Span(0, len(text)))] if text else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"It leaks," she said.', ['"It leaks,"']),
        ("“It leaks,” she said.", ["“It leaks,”"]),
        ("\"It leaks.” Brill said, “It will hold.\"", ["\"It leaks.”", "“It will hold.\""]),
        ("“It leaks,\" she said. \"It will.”", ["“It leaks,\"", "\"It will.”"]),
        ("«It leaks», she said.", ["«It leaks»"]),
        ("»It leaks«, she said.", ["»It leaks«"]),
        ("„It leaks“, she said, „badly“.", ["„It leaks“", "„badly“"]),
        ("''It leaks,'' she said. ''We don't know.''", ["''It leaks,''", "''We don't know.''"]),
        ("‘It leaks,’ she said.", ["‘It leaks,’"]),
        ("'It leaks,' she said. 'The workers' rights count.'", ["'It leaks,'", "'The workers' rights count.'"]),
        ("The workers' rights and the '90s don't matter.", []),
        ("Mayor 'to resign' soon", ["'to resign'"]),
        ("“He said “it leaks” to us,” she said.", ["“He said “it leaks” to us,”"]),
        ("“He said ‘it leaks’ to us,” she said.", ["“He said ‘it leaks’ to us,”"]),
        ("“It leaks. It will not hold.", ["“It leaks. It will not hold."]),
        ("“It leaks.\n\n“It will not hold.” He left.", ["“It leaks.", "“It will not hold.”"]),
        ("A pipe of 5\" and a hole.", []),
        ("He left.” She stayed.", []),
        ("the “great” dam and the \"small\" one", ["“great”", "\"small\""]),
        ("(“It leaks”) – “badly”", ["“It leaks”", "“badly”"]),
        ("", []),
        ("\"", []),
    ],
)  # fmt: skip
def test_marks(text, expected):
    """Outermost quotations are found with their marks; apostrophes and strays are none."""
    assert quoted(text) == expected


def test_only_inside_the_span():
    """Marks outside the span asked for are not seen."""
    text = "“A” and “B” and “C”"
    assert [span.of(text) for span in quotations(text, Span(4, 11))] == ["“B”"]


@pytest.mark.parametrize("text", ['"' * 50_000, "'" * 50_000, "“ ‘" * 20_000, "a' b " * 20_000, "” " * 50_000])
def test_linear(text):
    """Hostile runs of marks end quickly."""
    began = time.process_time()
    quotations(text, Span(0, len(text)))
    assert time.process_time() - began < 2


@given(st.text(alphabet="ab “”\"'‘’«»„\n.,", min_size=1, max_size=80))
def test_in_order_without_overlap(text):
    """Quotations are in order, do not overlap, and lie inside the span."""
    found = quotations(text, Span(0, len(text)))
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    assert all(span.end <= len(text) for span in found)
