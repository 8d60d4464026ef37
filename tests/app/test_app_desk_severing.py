"""Taking members out of a group: all that crosses is split, and nobody else is."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.app.desk.severing import severed

NAMES = "abcdefgh"
PAIRS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] < pair[1])


def groups(members, pairs):
    """The groups that pairs make of members."""
    out = [{one} for one in members]
    for pair in pairs:
        held = [group for group in out if group & set(pair)]
        out = [group for group in out if group not in held] + [set().union(*held)]
    return sorted(map(sorted, out))


def test_a_hub_that_is_taken_out_leaves_the_rest_together():
    """Of a star only its spokes are left; they are joined again."""
    cut = severed("abcd", ["a"], [("a", "b"), ("a", "c"), ("a", "d")])
    assert cut.splits == (("a", "b"), ("a", "c"), ("a", "d"))
    assert groups("bcd", cut.joins) == [["b", "c", "d"]]


def test_a_leaf_is_taken_out_by_one_split():
    """Nothing else is said."""
    assert severed("abc", ["c"], [("a", "b"), ("b", "c")]) == ((("b", "c"),), ())


def test_what_no_edge_joins_is_split_all_the_same():
    """Two that came together by something else are told apart by a pair of their own."""
    assert severed("ab", ["b"], []).splits == (("a", "b"),)


def test_none_and_all_change_nothing():
    """There is nothing to take out, or nothing that is left."""
    assert severed("ab", [], [("a", "b")]) == ((), ())
    assert severed("ab", ["a", "b"], [("a", "b")]) == ((), ())
    assert severed("ab", ["x"], [("a", "b")]) == ((), ())


@given(st.sets(st.sampled_from(NAMES), min_size=2), st.sets(st.sampled_from(NAMES)), st.lists(PAIRS))
def test_the_two_parts_are_whole_and_apart(members, taken, edges):
    """With the joins and what is left of the edges each part is one, and no edge that is not split crosses."""
    cut = severed(members, taken, edges)
    out, rest = members & taken, members - taken
    if not out or not rest:
        assert cut == ((), ())
        return
    left = [one for one in edges if set(one) <= members and one not in cut.splits]
    assert groups(members, [*left, *cut.joins]) == sorted([sorted(out), sorted(rest)])
