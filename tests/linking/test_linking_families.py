"""Families of near copies: what stands in the same words, and no chain of shared halves."""

from __future__ import annotations

import random
import time
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.families import families
from sayso.linking.overlaps import overlaps
from sayso.model.origins import Copy
from sayso.model.span import Ref, Span

SIZES = dict.fromkeys("abcdefghijkm", 200)


def copy(left, right, places):
    """A passage of as many words as letters, at the same length in both."""
    (a, b), (c, d) = places
    return Copy(Ref(left, Span(a, b)), Ref(right, Span(c, d)), 1.0, None, b - a)


def found(*copies, sizes=None):
    """The families of articles of 200 words with these passages."""
    return families(overlaps(copies, sizes or SIZES), copies)


def test_near_copies_of_near_copies_are_one_family():
    """They stand in the same place of the one between."""
    assert found(copy("a", "b", [(0, 150), (0, 150)]), copy("b", "c", [(20, 170), (0, 150)])) == (("a", "b", "c"),)


def test_an_article_made_of_two_joins_them_not():
    """It is in the families of both."""
    assert found(copy("a", "m", [(0, 100), (0, 100)]), copy("b", "m", [(0, 100), (100, 200)])) == (
        ("a", "m"),
        ("b", "m"),
    )


def test_two_cuts_of_one_article_are_joined_by_a_reprint_of_it():
    """They stand in different places of it, and both in the place where the reprint stands."""
    cuts = copy("a", "b", [(0, 100), (0, 100)]), copy("a", "c", [(100, 200), (0, 100)])
    sizes = {**SIZES, "b": 100, "c": 100}
    assert found(*cuts, sizes=sizes) == (("a", "b"), ("a", "c"))
    assert found(*cuts, copy("a", "d", [(0, 200), (0, 200)]), sizes=sizes) == (("a", "b", "c", "d"),)


def test_near_copies_of_each_other_are_joined_wherever_they_stand():
    """Two parts of an article that are near copies themselves are one family with it."""
    assert found(
        copy("a", "m", [(0, 100), (0, 100)]),
        copy("b", "m", [(0, 100), (100, 200)]),
        copy("a", "b", [(50, 150), (50, 150)]),
    ) == (("a", "b", "m"),)


def test_a_passage_makes_no_family():
    """Less than half of the shorter one is no near copy."""
    assert found(copy("a", "b", [(0, 60), (0, 60)])) == ()


@given(st.integers(0, 10_000))
def test_order_changes_nothing(seed):
    """Whatever passages there are, in whatever order they come."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    copies = []
    for left, right in combinations(sorted(SIZES), 2):
        if chance.random() < 0.2:
            a, c = chance.randrange(100), chance.randrange(100)
            size = chance.randrange(20, 100)
            copies.append(copy(left, right, [(a, a + size), (c, c + size)]))
    expected = found(*copies)
    chance.shuffle(copies)
    assert found(*copies) == expected
    assert all(len(family) > 1 for family in expected)


def test_five_thousand_reprints_take_a_moment():
    """Work is linear in the number of pairs, also where every reprint is cut at another place."""
    chance = random.Random(5)  # noqa: S311 - no secret
    names = [f"r{number:04d}" for number in range(5000)]
    copies = []
    for name in names:
        at = chance.randrange(100)
        copies.append(copy("a", name, [(at, at + 100), (0, 100)]))
    began = time.process_time()
    (family,) = found(*copies, sizes={"a": 200} | dict.fromkeys(names, 150))
    assert len(family) == 5001
    assert time.process_time() - began < 3
