"""What rulings' values say: places, voices, bounds and sides, or nothing that can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.rulings import Ruling
from sayso.model.rulingvalues import bounds, places, side, unreadable, voice, written
from sayso.model.span import Span


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("120-164 170-181", (Span(120, 164), Span(170, 181))),
        ("170-181 120-164", (Span(120, 164), Span(170, 181))),
        ("1-4 4-9 6-12", (Span(1, 12),)),
        ("9-9", None), ("9-3", None), ("", None), (None, None), ("-1-4", None), ("1-4,", None), ("١-٩", None),
        ("1-9999999999", None), (" ".join(["1-2"] * 65), None),
    ],
)  # fmt: skip
def test_places_are_read_or_refused(value, found):
    """Places come in text order, those that touch as one; anything else gives none."""
    assert places(value) == found


def test_places_beyond_the_text_are_none():
    """A place must end within the text, where its length is known."""
    assert places("3-10", 10) == (Span(3, 10),)
    assert places("3-11", 10) is None


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Ada Brill @40-49", ("Ada Brill", Span(40, 49))),
        ("  Ada\n Brill ", ("Ada Brill", None)),
        ("@harbour", ("@harbour", None)),
        ("the desk @harbour @4-9", ("the desk @harbour", Span(4, 9))),
        ("Ada@4-9", None), ("Ada @9-4", None), ("@4-9", None), ("", None), ("…", None), (None, None),
    ],
)  # fmt: skip
def test_a_voice_is_a_name_with_or_without_its_place(value, found):
    """A name is put on one line; without a letter or figure it names nobody."""
    assert voice(value) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("0.2-0.5", (0.2, 0.5)), ("0-1", (0.0, 1.0)), (".2 – .5", (0.2, 0.5)), ("0.5-0.2", None), ("1.2-2", None),
        ("nan-1", None), ("0.5", None), ("-0.1-0.5", None), ("1e-3-1", None), (None, None),
    ],
)  # fmt: skip
def test_bounds_lie_in_order_between_nothing_and_all(value, found):
    """Low and high in [0, 1], low first; anything else gives none."""
    assert bounds(value) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("support 0.8", ("support", 0.8)), ("deny 1", ("deny", 1.0)), ("open", ("open", 0.0)),
        ("open 0.5", ("open", 0.0)), ("unrelated 0", ("unrelated", 0.0)), ("support", None), ("backs 0.8", None),
        ("support 80%", None), ("support 0.8 0.9", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_a_side_is_a_lean_with_its_strength(value, found):
    """Support and denial need a strength; what is open or unrelated has none."""
    assert side(value) == found


@given(st.lists(st.tuples(st.integers(0, 999), st.integers(1, 50)), min_size=1, max_size=6))
def test_written_places_are_read_again(pairs):
    """What is written for places gives these places."""
    spans = places(" ".join(f"{a}-{a + n}" for a, n in pairs))
    assert spans
    assert places(written(spans)) == spans


@given(st.sampled_from(["span", "source", "certainty", "stance"]), st.text(max_size=40), st.integers(1, 99))
def test_no_value_is_read_into_a_fault(verdict, value, length):
    """Any text is read, or told to be unreadable in one line; none raises."""
    told = unreadable(Ruling("s-1", verdict, "Ada", "", "", value), length)
    assert told is None or (told.startswith("gives ") and "\n" not in told)


def test_verdicts_without_a_value_are_never_unreadable():
    """Nothing is asked of the value of an accept."""
    assert unreadable(Ruling("s-1", "accept", "Ada", "", "", "anything")) is None
