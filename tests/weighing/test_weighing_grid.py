"""The grid of hypotheses against origins: marks, what tells apart, what is refuted, what hangs on one origin."""

import math
import statistics
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.weighing.cases import H1, H2, TIMELESS, Said, case_of

from sayso.model.answers import Answers, Cell, Swap
from sayso.model.stances import Hypothesis
from sayso.weighing.grid import diagnosticity, inconsistency, spread, standing
from sayso.weighing.weigh import weigh

FERRY = Hypothesis("h3", "The ferry of Tarn stops")
ALL = (H1, H2, FERRY)
#: Votes as Open Synthesis has them: 1 very inconsistent … 3 neutral … 5 very consistent, 0 not applicable.
NEUTRAL, NOT_APPLICABLE = 3, 0


def row(*said: Said, **settings) -> list[tuple[str, int, str]]:
    """The cells of the first origin, as (hypothesis, sign, word)."""
    cells = weigh(case_of(*said, hypotheses=ALL, **settings)).grid
    return [(cell.hypothesis, cell.sign, cell.word) for cell in cells if cell.origin == "o1"]


def test_firm_support() -> None:
    """A firm statement is strongly for its hypothesis, strongly against the negation, silent on a third."""
    assert row(Said()) == [("h1", 2, "strongly for"), ("h2", -2, "strongly against"), ("h3", 0, "says nothing")]


@pytest.mark.parametrize(
    ("said", "sign", "word"),
    [
        (Said(low=0.1, high=0.7), 1, "for"),
        (Said(lean="deny", low=0.05, high=0.4), -1, "against"),
        (Said(lean="deny", low=0.0, high=0.1), -2, "strongly against"),
        (Said(lean="open", strength=0.0), 0, "open"),
        (Said(lean="deny", low=0.0, high=0.1, denial="no comment"), 0, "open"),
    ],
)
def test_words_and_signs(said: Said, sign: int, word: str) -> None:
    """Sign and word follow how far the origin commits itself, not who it is."""
    assert row(said)[0] == ("h1", sign, word)


def test_withdrawn() -> None:
    """An origin taken back keeps its row, says so, and refutes nothing."""
    assert row(Said(), retracted={"o1": 4})[0] == ("h1", 0, "withdrawn")
    given_ = weigh(case_of(Said(), retracted={"o1": 4}))
    assert [value for _, value in given_.inconsistency] == [0, 0]
    assert given_.diagnosticity == (("o1", 0.0),)


def test_both_ways() -> None:
    """An origin that says both in equal measure is marked so; one that says the opposite less keeps its side."""
    assert row(Said(), Said(lean="deny", low=0.0, high=0.1))[0] == ("h1", 0, "both ways")
    assert row(Said(), Said(lean="deny", low=0.3, high=0.5))[0] == ("h1", 2, "strongly for")
    assert row(Said(), Said(lean="deny", low=0.1, high=0.3))[0] == ("h1", 1, "for")


def test_only_origins_that_bear_have_a_row() -> None:
    """An origin that bears on no hypothesis is not in the grid."""
    given_ = weigh(case_of(Said(), Said("Bo Ras", "o2", "unrelated")))
    assert {cell.origin for cell in given_.grid} == {"o1"}
    assert [origin for origin, _ in given_.diagnosticity] == ["o1"]


def test_diagnosticity() -> None:
    """An origin equal for all hypotheses has 0; the further apart its signs, the more."""
    both = case_of(Said(tag="a"), Said(hypothesis="h3", tag="b"), hypotheses=(H1, FERRY))
    assert weigh(both).diagnosticity == (("o1", 0.0),)
    assert weigh(case_of(Said())).diagnosticity == (("o1", 2.0),)
    weak = weigh(case_of(Said(low=0.1, high=0.7))).diagnosticity
    assert weak == (("o1", 1.0),)


def test_the_most_diagnostic_comes_first() -> None:
    """Origins go by how far they tell apart; of equals the one that weighs more leads."""
    given_ = weigh(
        case_of(
            Said("Ada Lind", "o1", low=0.1, high=0.7),
            Said("a friend of the harbour", "o2", "deny", low=0.0, high=0.1, kind="anonymous"),
            Said("Bo Ras", "o3", "deny", low=0.0, high=0.1),
        )
    )
    assert [origin for origin, _ in given_.diagnosticity] == ["o3", "o2", "o1"]


def test_the_negation_is_the_mirror() -> None:
    """The negation's column has the signs turned and the same weights."""
    cells = weigh(case_of(Said(), Said("Bo Ras", "o2", "deny", low=0.05, high=0.4), hypotheses=ALL)).grid
    ours = [cell for cell in cells if cell.hypothesis == "h1"]
    theirs = [cell for cell in cells if cell.hypothesis == "h2"]
    assert [(cell.sign, cell.weight) for cell in theirs] == [(-cell.sign, cell.weight) for cell in ours]


# ---- what is refuted, and by how much


def test_the_least_refuted_leads() -> None:
    """Of three hypotheses the one with the least against it comes first, whatever speaks for the others."""
    said = (
        Said("Ada Lind", "o1"),
        Said("Bo Ras", "o2"),
        Said("Cy Vane", "o3", "deny", low=0.0, high=0.1),
        Said("Di Holm", "o4", hypothesis="h3", low=0.1, high=0.7),
    )
    given_ = weigh(case_of(*said, hypotheses=ALL))
    assert [key for key, _ in given_.inconsistency] == ["h3", "h1", "h2"]
    assert dict(given_.unweighted) == {"h3": 0, "h1": 4, "h2": 8}


def test_weights_take_away_from_what_refutes() -> None:
    """A voice without a name refutes less than one with a name, and unweighted as much."""
    named, nameless = (
        weigh(case_of(Said("Bo Ras", lean="deny", low=0.0, high=0.1, kind=kind)))
        for kind in ("person", "anonymous")
    )
    assert dict(nameless.inconsistency)["h1"] < dict(named.inconsistency)["h1"]
    assert nameless.unweighted == named.unweighted == (("h2", 0.0), ("h1", 4.0))


def test_a_source_that_repeats_itself_refutes_once() -> None:
    """The same source in five origins counts five times unweighted and once with weights."""
    said = [Said("Bo Ras", f"o{n}", "deny", low=0.0, high=0.1, day=n) for n in range(1, 6)]
    once, often = weigh(case_of(said[0])), weigh(case_of(*said))
    assert dict(often.unweighted)["h1"] == 20
    assert dict(often.inconsistency)["h1"] == pytest.approx(dict(once.inconsistency)["h1"])


def test_nothing_said_refutes_nothing() -> None:
    """Without any origin every hypothesis has 0 against it, in the order of the case, and nothing hangs on one."""
    given_ = weigh(case_of())
    assert given_.inconsistency == given_.unweighted == (("h1", 0.0), ("h2", 0.0))
    assert given_.swaps == ()


def test_what_hangs_on_one_origin() -> None:
    """Without the one firm denial two hypotheses change places; without anything lighter they do not."""
    said = (
        Said("Ada Lind", "o1", low=0.1, high=0.7),
        Said("Bo Ras", "o2", "deny", low=0.0, high=0.1),
        Said("Cy Vane", "o3", low=0.1, high=0.7),
    )
    given_ = weigh(case_of(*said))
    assert [key for key, _ in given_.inconsistency] == ["h2", "h1"]
    assert given_.swaps == (Swap("o2", "h2", "h1"),)


def test_one_origin_alone_carries_the_ranking() -> None:
    """Where only one origin takes a side, without it all are level."""
    assert weigh(case_of(Said())).swaps == (Swap("o1", "h1", "h2", level=True),)


def test_an_earlier_word_counts_again() -> None:
    """Left out, a source's latest word gives way to its earlier one, so that nothing changes places."""
    said = [Said("Bo Ras", f"o{n}", "deny", low=0.0, high=0.1, day=n) for n in (1, 2)]
    assert weigh(case_of(*said)).swaps == ()


def test_many_origins_are_tried_in_bounds() -> None:
    """Of hundreds of origins a few are left out one by one: none carries the ranking alone."""
    said = [Said(f"Person {n:03d}", f"o{n:03d}", "deny", low=0.0, high=0.1) for n in range(300)]
    assert weigh(case_of(*said, hypotheses=TIMELESS)).swaps == ()


# ---- as Open Synthesis computes it
#
# From the formulas of twschiller/open-synthesis, openach/metrics.py and its tests, written anew here: the mean of a
# cell's votes with N/A as neutral, no votes left out; the population standard deviation of a line's means; the sum
# of squared distances to neutral of a column's means below neutral; and the keys by which it sorts both.


def mean_vote(votes: Sequence[int]) -> float | None:
    """The mean of a cell's votes, N/A as neutral; None where nobody voted."""
    return statistics.mean(vote or NEUTRAL for vote in votes) if votes else None


def published_diagnosticity(line: Sequence[Sequence[int]]) -> float:
    """The population standard deviation of the means of a line's cells, 0 where nobody voted."""
    means = [mean for votes in line if (mean := mean_vote(votes)) is not None]
    return statistics.pstdev(means) if means else 0.0


def published_inconsistency(column: Sequence[Sequence[int]]) -> float:
    """The sum of squared distances to neutral of the means below it."""
    means = (mean_vote(votes) for votes in column)
    return sum((NEUTRAL - mean) ** 2 for mean in means if mean is not None and mean < NEUTRAL)


def published_consistency(column: Sequence[Sequence[int]]) -> float:
    """The sum of squared distances to neutral of the means above it."""
    means = (mean_vote(votes) for votes in column)
    return sum((NEUTRAL - mean) ** 2 for mean in means if mean is not None and mean > NEUTRAL)


def published_consensus(votes: Sequence[int]) -> int | None:
    """N/A where most say so, else the mean rounded towards neutral; None where nobody voted."""
    rated = [vote for vote in votes if vote != NOT_APPLICABLE]
    if not votes:
        return None
    return NOT_APPLICABLE if len(votes) > 2 * len(rated) else round(statistics.mean(rated))


def share_of_na(cells: Sequence[Sequence[int]]) -> float:
    """The part of cells that do not apply."""
    return sum(published_consensus(votes) == NOT_APPLICABLE for votes in cells) / len(cells) if cells else 0.0


def mark(votes: Sequence[int]) -> float | None:
    """A cell of theirs as a mark of ours: N/A is None where all say so."""
    mean = mean_vote(votes) if any(votes) else None
    return None if mean is None else mean - NEUTRAL


#: Lines of cells of votes with what the formulas give, computed by hand: diagnosticity.
LINES = [
    ([[5], [1]], 2.0),
    ([[4], [2]], 1.0),
    ([[3], [3]], 0.0),
    ([[5], [5], [5]], 0.0),
    ([[0], [0]], 0.0),
    ([[0], [5]], 1.0),
    ([[3], [5]], 1.0),
    ([[5], [1], [3]], math.sqrt(8 / 3)),
    ([[5], [1], [0]], math.sqrt(8 / 3)),
    ([[4, 5], [1, 2]], 1.5),
    ([[0, 1], [4]], 1.0),
]
#: Columns of cells of votes with what the formulas give, computed by hand: inconsistency, consistency.
COLUMNS = [
    ([], 0, 0),
    ([[3]], 0, 0),
    ([[0]], 0, 0),
    ([[4]], 0, 1),
    ([[5]], 0, 4),
    ([[2]], 1, 0),
    ([[1]], 4, 0),
    ([[5], [0], [2], [2]], 2, 4),
    ([[2], [2], [3], [2]], 3, 0),
    ([[3], [0], [5], [1]], 4, 4),
    ([[1], [2], [5], [4]], 5, 5),
    ([[0, 1], [1, 2]], 1 + 2.25, 0),
]


@pytest.mark.parametrize(("line", "value"), LINES)
def test_diagnosticity_is_open_synthesis(line: list[list[int]], value: float) -> None:
    """A line's diagnosticity is what the published formula gives, N/A and ties included."""
    assert spread([mark(votes) for votes in line]) == pytest.approx(value)
    assert published_diagnosticity(line) == pytest.approx(value)


@pytest.mark.parametrize(("column", "against", "support"), COLUMNS)
def test_inconsistency_is_open_synthesis(column: list[list[int]], against: float, support: float) -> None:
    """A column's inconsistency and consistency, weights off, are what the published formulas give."""
    found = standing([(mark(votes), 1.0) for votes in column])
    assert (found.against, found.support) == pytest.approx((against, support))
    assert (published_inconsistency(column), published_consistency(column)) == pytest.approx((against, support))


def test_hypotheses_sort_as_in_open_synthesis() -> None:
    """Least inconsistent first, then most consistent, then most applicable: the order its own tests ask for."""
    columns = [[[5]], [[4]], [[3]], [[0]], [[2]], [[1]]]
    keys = [standing([(mark(votes), 1.0) for votes in column]).key for column in columns]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_evidence_sorts_as_in_open_synthesis() -> None:
    """Most diagnostic first, then what applies to more hypotheses: the order its own tests ask for."""
    lines = {"a": (2, -2), "b": (0, 0), "c": (0, None), "d": (None, None)}
    cells = [
        Cell(origin, f"h{n}", one or 0, word(one)) for origin, line in lines.items() for n, one in enumerate(line)
    ]
    assert [origin for origin, _ in diagnosticity(list(reversed(cells)))] == ["a", "b", "c", "d"]


def word(sign: int | None) -> str:
    """The word of a sign."""
    return {None: "says nothing", 0: "open"}.get(sign, "for")


GRIDS = st.integers(1, 4).flatmap(
    lambda wide: st.lists(st.lists(st.sampled_from([0, 1, 2, 3, 4, 5]), min_size=wide, max_size=wide), max_size=6)
)


@given(GRIDS)
def test_whole_grids_agree(votes: list[list[int]]) -> None:
    """Any grid with one vote a cell: diagnosticity, inconsistency and both orders are those of the formulas."""
    names = tuple(Hypothesis(f"h{n}", f"Hypothesis {n}") for n in range(len(votes[0]) if votes else 2))
    cells = [
        Cell(f"o{at}", name.id, (vote or NEUTRAL) - NEUTRAL, "says nothing" if vote == NOT_APPLICABLE else word(1))
        for at, line in enumerate(votes)
        for name, vote in zip(names, line, strict=True)
    ]
    lines = {f"o{at}": [[vote] for vote in line] for at, line in enumerate(votes)}
    columns = {name.id: [[line[n]] for line in votes] for n, name in enumerate(names)}
    apart = diagnosticity(cells)
    assert dict(apart) == pytest.approx({key: published_diagnosticity(line) for key, line in lines.items()})
    assert [key for key, _ in apart] == sorted(
        lines, key=lambda key: (-round(published_diagnosticity(lines[key]), 9), share_of_na(lines[key]),
                                -max(abs((vote or NEUTRAL) - NEUTRAL) for [vote] in lines[key]), key),
    )  # fmt: skip
    refuted = inconsistency(names, cells, weighted=False)
    assert dict(refuted) == pytest.approx({key: published_inconsistency(column) for key, column in columns.items()})
    assert [key for key, _ in refuted] == sorted(
        columns, key=lambda key: (published_inconsistency(columns[key]), -published_consistency(columns[key]),
                                  share_of_na(columns[key])),
    )  # fmt: skip


def test_the_marks_of_a_case_give_the_published_figures() -> None:
    """With weights off, the figures of a weighed case are those of the formulas on its own signs."""
    given_ = three()
    for key, value in given_.unweighted:
        column = [[votes(cell)] for cell in given_.grid if cell.hypothesis == key]
        assert value == pytest.approx(published_inconsistency(column))
    for key, value in given_.diagnosticity:
        assert value == pytest.approx(published_diagnosticity([[votes(c)] for c in given_.grid if c.origin == key]))


def votes(cell: Cell) -> int:
    """A cell of ours as a vote of theirs."""
    return NOT_APPLICABLE if cell.word == "says nothing" else NEUTRAL + cell.sign


def three() -> Answers:
    """Three hypotheses and five origins, two of them one source's."""
    said = (
        Said("Ada Lind", "o1"),
        Said("Bo Ras", "o2", "deny", low=0.05, high=0.4, tag="b"),
        Said("Bo Ras", "o3", "deny", low=0.0, high=0.1, day=3),
        Said("Cy Vane", "o4", "open", strength=0.0),
        Said("Di Holm", "o5", hypothesis="h3", kind="anonymous"),
    )
    return weigh(case_of(*said, hypotheses=ALL))


def test_a_full_origin_weighs_one() -> None:
    """A named, direct, confirmed first-hand statement of today on the matter keeps most of its word, never more."""
    given_ = weigh(
        case_of(Said(kind="organisation", day=20), Said("Velia Port", "o2", kind="organisation", day=20))
    )
    (first, *_) = given_.grid
    assert 0.6 <= first.weight <= 1
