"""Backers in the pool: what one source, one house or nobody known vouches for counts once on a side."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.weighing.cases import TIMELESS, Said, Story

from sayso.model.origins import Backer
from sayso.weighing.weigh import weigh

NOBODY = Backer("unknown", "outlets of which nobody knows the house", "unknown")


def _weighed(said, backers):
    """The first answer of a case whose origins have these backers, by origin id."""
    case = Story(said, hypotheses=TIMELESS).case()
    origins = tuple(replace(origin, backer=backers.get(origin.id)) for origin in case.origins)
    return weigh(replace(case, origins=origins)).answers[0]


def _weights(answer):
    return {reason.origin: reason.weight for reason in answer.reasons if reason.origin}


def _own(number, *, strength=1.0, lean="support"):
    return Said(f"clerk {number}", f"o{number}", lean, strength, kind="anonymous")


def test_of_one_backer_the_strongest_counts_and_the_others_say_why():
    """Two nameless voices of unknown outlets weigh as the stronger; the other adds nothing."""
    answer = _weighed([_own(1), _own(2, strength=0.5)], {"o1": NOBODY, "o2": NOBODY})
    alone = _weighed([_own(1)], {"o1": NOBODY})
    assert answer.probability == pytest.approx(alone.probability)
    assert _weights(answer)["o2"] == 0
    parts = next(reason.parts for reason in answer.reasons if reason.origin == "o2")
    assert any(part.startswith("adds nothing: ") for part in parts)


def test_both_sides_of_one_backer_count():
    """A house that says yes in one paper and no in the other counts once for each."""
    house = Backer("f", "Tidal Media", "family")
    weights = _weights(_weighed([_own(1), _own(2, lean="deny")], {"o1": house, "o2": house}))
    assert weights["o1"] > 0 > weights["o2"]


def test_two_houses_confirm_each_other_and_nobody_known_does_not():
    """Two houses are worth more than one; an unknown outlet beside a house leaves it unconfirmed."""
    one, two = Backer("f", "Tidal Media", "family"), Backer("g", "Kelp House", "family")
    confirmed = _weighed([_own(1), _own(2)], {"o1": one, "o2": two})
    beside = _weighed([_own(1), _own(2)], {"o1": one, "o2": NOBODY})
    alone = _weighed([_own(1)], {"o1": one})
    assert alone.probability < beside.probability < confirmed.probability
    reasons = [part for reason in beside.reasons for part in reason.parts]
    assert any("no second independent origin" in part for part in reasons)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0.05, 1.0), st.booleans()), min_size=1, max_size=6), st.floats(0.05, 1.0))
def test_an_unknown_outlet_never_raises_its_side_beyond_the_strongest(voices, more):
    """However many outlets that nobody knows say yes, they weigh as the strongest of them."""
    said = [
        _own(n, strength=strength, lean="support" if yes else "deny") for n, (strength, yes) in enumerate(voices)
    ]
    backers = {one.origin: NOBODY for one in said}
    before = _weights(_weighed(said, backers))
    added = [*said, _own(99, strength=more)]
    after = _weights(_weighed(added, {**backers, "o99": NOBODY}))
    strongest = _weights(
        _weighed([_own(99, strength=max([more, *(s for s, yes in voices if yes)]))], {"o99": NOBODY})
    )
    assert sum(w for w in after.values() if w > 0) <= strongest["o99"] + 1e-9
    assert sum(w for w in after.values() if w < 0) == pytest.approx(sum(w for w in before.values() if w < 0))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0.05, 1.0), st.booleans(), st.sampled_from("abu")), min_size=1, max_size=7))
def test_leaving_one_out_is_weighing_without_it(voices):
    """The answer without an origin is the answer of the case that never had it, whoever backs what."""
    kinds = {"a": Backer("a", "A", "family"), "b": Backer("b", "B", "family"), "u": NOBODY}
    said = [_own(n, strength=s, lean="support" if yes else "deny") for n, (s, yes, _) in enumerate(voices)]
    backers = {f"o{n}": kinds[key] for n, (_, _, key) in enumerate(voices)}
    told = {one.origin: one.probability for one in _weighed(said, backers).without}
    for gone in said:
        rest = [one for one in said if one is not gone]
        if rest:
            assert told[gone.origin] == pytest.approx(_weighed(rest, backers).probability, abs=1e-9)


def test_the_order_of_backers_changes_nothing():
    """Equal voices of one backer: the same one counts whatever the order of the articles."""
    said = [_own(n) for n in (1, 2, 3)]
    backers = {one.origin: NOBODY for one in said}
    found = [_weights(_weighed(list(order), backers)) for order in (said, said[::-1], [said[1], said[0], said[2]])]
    assert all(one == two for one, two in pairwise(found))
