"""Ratings: a letter for the source, a figure for the report, apart from each other."""

import pytest
from hypothesis import given, settings
from tests.property.test_property_weighing import stories
from tests.weighing.cases import Said, Story, case_of

from sayso.model.answers import Rating
from sayso.model.case import Case
from sayso.model.sources import SourceKind
from sayso.weighing.pieces import gather
from sayso.weighing.pool import pulls_on, settle
from sayso.weighing.sources import Standing
from sayso.weighing.weigh import weigh


def rated(*said: Said, origin: str = "o1", **settings) -> Rating:
    """The rating of one origin."""
    return next(one for one in weigh(case_of(*said, **settings)).ratings if one.origin == origin)


@pytest.mark.parametrize(
    ("kind", "letter"),
    [("organisation", "B"), ("document", "B"), ("person", "C"), ("group", "D"), ("anonymous", "F")],
)
def test_without_a_record_the_kind_gives_the_letter(kind: SourceKind, letter: str) -> None:
    """Nobody is A or E by kind, and a voice without a name cannot be judged."""
    assert rated(Said(kind=kind)).reliability == letter


def test_a_record_gives_the_letter_and_weighs() -> None:
    """What is known of a source's record takes the place of its kind, in the rating and in the weight."""
    case = case_of(Said(), Said("Bo Ras", "o2"))
    known = {"c-Ada Lind": Standing("E", "wrong in 9 forecasts of 11")}
    plain, recorded = weigh(case), weigh(case, reliability=known)
    assert recorded.ratings[0].reliability == "E"
    assert recorded.ratings[0].source == "c-Ada Lind"
    assert "wrong in 9 forecasts of 11" in recorded.ratings[0].why[0]
    before, after = (next(r for r in one.answers[0].reasons if r.origin == "o1") for one in (plain, recorded))
    assert after.weight < before.weight
    assert any("reliability E" in part for part in after.parts)
    assert "rated E2" in after.parts


def test_alone_is_possible_and_no_more() -> None:
    """What nothing confirms is 3, however reliable its source."""
    assert rated(Said(kind="document")).credibility == 3


def test_a_second_independent_origin_confirms() -> None:
    """Two are probably true, three with less against them confirmed; a party's repetition does not count."""
    assert rated(Said(), Said("Bo Ras", "o2")).credibility == 2
    assert rated(Said(), Said("Bo Ras", "o2"), Said("Cy Vane", "o3")).credibility == 1
    assert rated(Said(), Said(origin="o2", day=3)).credibility == 3
    assert rated(Said(), Said("Bo Ras", "o2"), circular=frozenset({"o2"})).credibility == 3


def test_firmer_words_against_it_make_it_doubtful() -> None:
    """A firmer origin on the other side makes it 4, several independent ones 5."""
    weak = Said(low=0.4, high=0.8)
    one = (weak, Said("Bo Ras", "o2", "deny"))
    assert rated(*one).credibility == 4
    assert rated(*one, Said("Cy Vane", "o3", "deny")).credibility == 5


def test_what_takes_no_side_cannot_be_judged() -> None:
    """An origin that leaves it open is 6, one taken back 5, a circle E."""
    assert rated(Said(lean="open", strength=0.0)).credibility == 6
    assert rated(Said(), retracted={"o1": 5}).credibility == 5
    assert rated(Said(), circular=frozenset({"o1"})).reliability == "E"


def confirmed(case: Case) -> dict[int, bool]:
    """By side, whether two origins of different backers, known and in no circle, stand on it."""
    evidence = gather(case)
    settled = settle(pulls_on(evidence, "h1", evidence.as_of), evidence.as_of)
    backers = {s: {p.backer for p in settled if p.weight * s > 0 and p.confirms} for s in (1, -1)}
    return {side: len(found) > 1 for side, found in backers.items()}


@settings(max_examples=80, deadline=None)
@given(stories)
def test_one_and_two_only_with_a_second_independent_origin(story: Story) -> None:
    """A credibility of 1 or 2 is given if and only if two independent origins stand on the origin's side."""
    case = story.case()
    evidence = gather(case)
    fresh = {pull.origin.id: pull.fresh for pull in pulls_on(evidence, "h1", evidence.as_of)}
    sides = confirmed(case)
    found = weigh(case).ratings
    assert [one.origin for one in found] == sorted(fresh)
    for one in found:
        weight = fresh[one.origin]
        assert (one.credibility in (1, 2)) == bool(weight and sides[1 if weight > 0 else -1])
        assert one.why
