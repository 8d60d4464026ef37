"""The grid of hypotheses against origins, and how far each origin tells them apart."""

import pytest
from tests.weighing.cases import H1, H2, Said, case_of

from sayso.model.stances import Hypothesis
from sayso.weighing.weigh import weigh

FERRY = Hypothesis("h3", "The ferry of Tarn stops")
ALL = (H1, H2, FERRY)


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
    ],
)
def test_words_and_signs(said: Said, sign: int, word: str) -> None:
    """Sign and word follow how far the origin commits itself, not who it is."""
    assert row(said)[0] == ("h1", sign, word)


def test_withdrawn() -> None:
    """An origin taken back keeps its row and says so."""
    assert row(Said(), retracted={"o1": 4})[0] == ("h1", 0, "withdrawn")


def test_only_origins_that_bear_have_a_row() -> None:
    """An origin that bears on no hypothesis is not in the grid."""
    given = weigh(case_of(Said(), Said("Bo Ras", "o2", "unrelated")))
    assert {cell.origin for cell in given.grid} == {"o1"}
    assert [origin for origin, _ in given.diagnosticity] == ["o1"]


def test_diagnosticity() -> None:
    """An origin equal for all hypotheses has 0; the further apart its signs, the more."""
    both = case_of(Said(tag="a"), Said(hypothesis="h3", tag="b"), hypotheses=(H1, FERRY))
    assert weigh(both).diagnosticity == (("o1", 0.0),)
    assert weigh(case_of(Said())).diagnosticity == (("o1", 2.0),)
    weak = weigh(case_of(Said(low=0.1, high=0.7))).diagnosticity
    assert weak == (("o1", 1.0),)
