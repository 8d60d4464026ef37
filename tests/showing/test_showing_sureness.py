"""How sure a reading is: said of the doubtful, and a measure for what is listed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.showing import builders
from tests.showing.pieces import article, hop, statement

from sayso.model.case import Page
from sayso.showing.listing import listing
from sayso.showing.records import page_record
from sayso.showing.show import show
from sayso.showing.sureness import doubt, surer

TEXT = "Ada Lind said that Bo Berg claims that Mara Quill fears a flood. Ira Voss wants a wall."


def page(outer=0.9, middle=0.8, inner=0.7, other=0.6):
    """Three statements inside each other and one beside them, with these confidences."""
    art = article(TEXT)
    lind, berg, quill, voss = (
        hop(TEXT, "Ada Lind", "said"),
        hop(TEXT, "Bo Berg", "claims"),
        hop(TEXT, "Mara Quill", "fears"),
        hop(TEXT, "Ira Voss", "wants"),
    )
    first = statement(art, ("that Bo Berg claims that Mara Quill fears a flood",), (lind,), confidence=outer)
    second = statement(art, ("that Mara Quill fears a flood",), (lind, berg), parent=first.id, confidence=middle)
    third = statement(art, ("a flood",), (lind, berg, quill), parent=second.id, confidence=inner)
    beside = statement(art, ("a wall",), (voss,), confidence=other)
    return Page(art, statements=(third, second, first, beside))


def kept(shown):
    """The innermost cues of what is left."""
    return {one.chain[-1].cue.text for one in shown.statements}


@pytest.mark.parametrize(
    ("sure", "said"),
    [(0.41, "doubtful reading, 0.41"), (0.4999, "doubtful reading, 0.49"), (0.5, None), (1.0, None)],
)
def test_below_one_half_a_reading_is_doubtful(sure, said):
    """The number is cut and not rounded, so that no doubtful reading shows 0.50."""
    assert doubt(page(other=sure).statements[-1]) == said


def test_what_stands_inside_a_statement_left_out_goes_with_it():
    """An inner statement may be surer than the one around it; alone it would hang in the air."""
    assert kept(surer(page(outer=0.3, middle=0.9), 0.5)) == {"wants"}
    assert kept(surer(page(middle=0.3), 0.5)) == {"said", "wants"}
    assert kept(surer(page(other=0.3), 0.5)) == {"said", "claims", "fears"}


def test_without_a_measure_nothing_is_left_out():
    """Zero is the default and lists all, the least sure too."""
    assert surer(page(0, 0, 0, 0), 0.0) == page(0, 0, 0, 0)


@given(st.lists(st.floats(0, 1), min_size=4, max_size=4), st.floats(0, 1))
def test_all_that_is_left_is_sure_enough_and_has_its_parent(sure, least):
    """Nobody below the measure stays, and no parent is missing."""
    left = surer(page(*sure), least)
    ids = {one.id for one in left.statements}
    assert all(one.confidence >= least and (one.parent is None or one.parent in ids) for one in left.statements)


def test_a_circle_of_parents_ends():
    """Records made by hand may be wrong; the measure still comes to an end."""
    one, two = page().statements[:2]
    circle = replace(page(), statements=(replace(one, parent=two.id), replace(two, parent=one.id)))
    assert len(surer(circle, 0.5).statements) == 2


def test_the_eye_sees_which_readings_are_doubtful():
    """In the listing a doubtful statement says so behind its words; the others say nothing."""
    lines = listing(page(other=0.41)).splitlines()
    (marked,) = [line for line in lines if "doubtful" in line]
    assert "a wall" in marked
    assert marked.endswith("(doubtful reading, 0.41)")


def test_a_record_gives_the_confidence_in_three_digits():
    """Scripts sort and filter by it."""
    shown = page_record(page(other=0.123456))["statements"]
    assert [one["confidence"] for one in shown] == [0.7, 0.8, 0.9, 0.123]


def test_a_doubtful_card_says_so_in_its_details():
    """In the dossier only the details of a doubtful statement say how sure its reading is."""
    case, given_ = builders.rich()
    assert "doubtful reading" not in show(case, given_)
    page_ = case.pages[0]
    unsure = tuple(replace(one, confidence=0.41) for one in page_.statements[:1])
    shown = show(
        replace(case, pages=(replace(page_, statements=(*unsure, *page_.statements[1:])), *case.pages[1:])), given_
    )
    assert shown.count("; doubtful reading, 0.41</details>") == 1
