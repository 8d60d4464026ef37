"""Laws of what changed between two readings: the parts are the whole move, and nothing changes by itself."""

from __future__ import annotations

import io
import json
import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.weighing.cases import Said, Story

from sayso.model.case import Case
from sayso.model.changes import CaseReading, Changes
from sayso.model.rulings import Ruling
from sayso.showing.changerecords import changes_record
from sayso.showing.changes import changes_text
from sayso.showing.records import case_record
from sayso.store.readings import read_reading
from sayso.weighing.changes import changes
from sayso.weighing.weigh import weigh

SAID = st.builds(
    Said,
    who=st.sampled_from(["Ada Lind", "Bo Ras", "Cy Vane", "Dee Orr"]),
    origin=st.sampled_from(["o1", "o2", "o3", "o4"]),
    lean=st.sampled_from(["support", "deny", "open"]),
    strength=st.sampled_from([0.3, 0.7, 1.0]),
    low=st.sampled_from([0.0, 0.5, 0.9]),
    day=st.integers(0, 12) | st.none(),
    tag=st.sampled_from([f"t{n}" for n in range(12)]),
)
STORIES = st.builds(
    Story,
    st.lists(SAID, max_size=7, unique_by=lambda one: one.tag),
    as_of=st.integers(12, 28),
    retracted=st.sampled_from([{}, {"o1": 11}]),
    circular=st.sampled_from([frozenset(), frozenset({"o2"})]),
    rulings=st.sampled_from([(), (Ruling("s-t1", "reject", "Kit", "2031-06-20", "no such words"),)]),
)


def reading(case: Case, name: str = "case", **how: Any) -> CaseReading:
    """A case weighed, printed and read back."""
    return read_reading(io.BytesIO(json.dumps(case_record(case, weigh(case, **how))).encode()), name)


def case_of(story: Story) -> Case:
    """The case of a story whose retracted origins are there."""
    known = {one.origin for one in story.said}
    return replace(story, retracted={key: day for key, day in story.retracted.items() if key in known}).case()


def sums(found: Changes) -> None:
    """The parts of every answer add up to its move, and the move to the difference of the answers."""
    for shift in found.shifts:
        assert shift.before
        assert shift.after
        total = math.fsum(part.move for part in shift.parts)
        assert shift.move == pytest.approx(total, abs=1e-9)
        ends = [math.log(one.probability / (1 - one.probability)) for one in (shift.before, shift.after)]
        assert shift.move == pytest.approx(ends[1] - ends[0], abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(before=STORIES, after=STORIES, prior=st.sampled_from([0.1, 0.3, 0.8]))
def test_the_parts_add_up_to_the_move(before: Story, after: Story, prior: float) -> None:
    """Whatever came, went, was regrouped, ruled, redated or weighed from another prior, the parts are the move."""
    found = changes(reading(case_of(before)), reading(case_of(after), prior=prior))
    sums(found)
    assert changes_text(found)
    json.dumps(changes_record(found))


@settings(max_examples=60, deadline=None)
@given(before=STORIES, after=STORIES)
def test_the_way_back_is_the_way_there_mirrored(before: Story, after: Story) -> None:
    """From after to before every move is the opposite, and what came has gone."""
    one, other = reading(case_of(before)), reading(case_of(after))
    there, back = changes(one, other), changes(other, one)
    for going, coming in zip(there.shifts, back.shifts, strict=True):
        assert going.move == pytest.approx(-(coming.move or 0.0), abs=1e-9)
        assert len(going.parts) == len(coming.parts)
    assert {(p.before, p.after) for p in there.statements} == {(p.after, p.before) for p in back.statements}
    assert sorted((g.before, g.after) for g in there.origins) == sorted((g.after, g.before) for g in back.origins)


@settings(max_examples=40, deadline=None)
@given(story=STORIES)
def test_a_reading_differs_in_nothing_from_itself(story: Story) -> None:
    """Nothing changed between a reading and itself, and it is said so."""
    one = reading(case_of(story))
    found = changes(one, one)
    assert found.none
    assert changes_text(found).endswith("Nothing changed.")


@settings(max_examples=40, deadline=None)
@given(story=STORIES, random=st.randoms(use_true_random=False))
def test_regrouped_origins_make_one_part(story: Story, random: Any) -> None:
    """Where the origins' statements are dealt out anew the parts still add up, each origin in one part."""
    case = case_of(story)
    dealt = [random.choice(["p1", "p2", "p3"]) for _ in story.said]
    anew = replace(
        story, said=[replace(one, origin=to) for one, to in zip(story.said, dealt, strict=True)], retracted={}
    )
    found = changes(reading(case), reading(case_of(anew)))
    sums(found)
    for shift in found.shifts:
        held = [key for part in shift.parts for key in part.origins[1]]
        assert len(held) == len(set(held))
