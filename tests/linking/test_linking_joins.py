"""Groups of joins: what a weak tie may bring together, and what it may not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sayso.linking.joins import Join, Standing, grouped
from sayso.linking.reports import points_back
from sayso.model.times import Interval


def grounded(*marks: str, name: str | None = None, day: int | None = None) -> Standing:
    """What somebody said, with the numbers told, and the day of January on which it was said."""
    told = Interval(date(2031, 1, day), date(2031, 1, day)) if day else None
    return Standing(grounded=True, told=told, marks=frozenset(marks), name=name)


def weak(left: str, right: str) -> Join:
    """A tie of one sentence told again in other words."""
    return Join(left, right, 0.7, "tells the same again", route="reworded")


def strong(*ids: str) -> list[Join]:
    """The joins of one occasion."""
    return [Join(ids[0], other, 1.0, "rests on one mouth", route="root") for other in ids[1:]]


def members(standing: dict[str, Standing], joins: list[Join], **more: Any) -> set[frozenset[str]]:
    """The groups that joins make of what stands on something."""
    return {frozenset(group) for group in grouped(standing, joins, standing=standing, **more).members}


TWO = {
    "a1": grounded("897", "46,000"), "a2": grounded("17"), "a3": grounded("12", "300"), "a4": grounded("44"),
    "b1": grounded("897"), "b2": grounded("19"), "b3": grounded("42"), "b4": grounded("8 August"),
}  # fmt: skip
BOTH = [*strong("a1", "a2", "a3", "a4"), *strong("b1", "b2", "b3", "b4")]


def test_one_number_in_common_joins_no_two_grounds() -> None:
    """Two occasions that share one number of four stay two."""
    assert len(members(TWO, [*BOTH, weak("a1", "b1")])) == 2


def test_most_points_in_common_join_two_grounds() -> None:
    """Two occasions of which one tells most of what the other tells are one where a sentence is told again."""
    alike = {**TWO, "b2": grounded("17"), "b3": grounded("300")}
    assert len(members(alike, [*BOTH, weak("a1", "b1")])) == 1


def test_told_days_keep_two_grounds_apart() -> None:
    """Where texts tell two days, no words bring two occasions together."""
    days = {key: grounded("897", "17", day=2 if key[0] == "a" else 9) for key in TWO}
    assert len(members(days, [*BOTH, weak("a1", "b1")])) == 2


def test_what_has_no_ground_follows_one_weak_tie() -> None:
    """A sentence in an article's own words goes to what it tells again."""
    own = {**TWO, "own": Standing(marks=frozenset({"5", "6", "7"}))}
    assert frozenset({"own", "a1", "a2", "a3", "a4"}) in members(own, [*BOTH, weak("a1", "own")])


def test_a_sentence_that_tells_two_occasions_holds_neither_together() -> None:
    """A title that fits two occasions goes to one of them, and they stay two."""
    own = {**TWO, "own": Standing(marks=frozenset({"897"}))}
    assert len(members(own, [*BOTH, weak("a1", "own"), weak("b1", "own")])) == 2


def test_reprints_of_a_sentence_are_one_point() -> None:
    """Ten reprints of a sentence speak no louder than one."""
    own = {f"own{n}": Standing(point="one wording", marks=frozenset({"897"})) for n in range(10)}
    copies = [Join("own0", f"own{n}", 0.95, "the same words", route="copied") for n in range(1, 10)]
    assert len(members({**TWO, **own}, [*BOTH, *copies, weak("a1", "own3")])) == 2


def test_what_is_told_again_as_a_whole_is_one() -> None:
    """A nameless group that tells what a named one tells is joined to it without a tie of one sentence."""
    told = {"a1": grounded("897", "17", "300", name="who x"), "b1": grounded("897", "17", "300")}
    found = grouped(told, [], standing=told)
    assert len(found.members) == 1
    assert found.joins[0][0].why == "tells most of it again: 17, 300, 897"


def test_two_names_that_tell_the_same_stay_two() -> None:
    """Two people with names who give the same numbers are two witnesses."""
    told = {"a1": grounded("897", "17", "300", name="who x"), "b1": grounded("897", "17", "300", name="who y")}
    assert len(members(told, [])) == 2


def test_a_split_holds_against_all_ties() -> None:
    """What a person has split stays apart, whatever it shares."""
    told = {"a1": grounded("897", "17", "300"), "b1": grounded("897", "17", "300")}
    assert len(members(told, [weak("a1", "b1")], split=[("a1", "b1")])) == 2


@pytest.mark.parametrize("words", ["The same report", "it", "Report"])
def test_words_that_point_back_name_no_paper(words: str) -> None:
    """Words that go back to a report spoken of before are no document's name; words that say whose it is may be."""
    assert points_back(words)
    assert not points_back(f"{words} of the council")
