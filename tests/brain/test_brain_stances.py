"""The learned entailer: how network and rules are pooled, and that company changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from sayso.brain import stances
from sayso.brain.entailer import RuleEntailer
from sayso.brain.features import MARKS, Window
from sayso.brain.onnx import Numbers
from sayso.brain.pairs import FAMILIES, LEANS
from sayso.brain.stances import SITUATIONS, LearnedEntailer, Mixture, mixture, situations
from sayso.errors import ModelError

NUMBERS = len(FAMILIES) * (len(LEANS) + 1) + 1
SHIPPED = pytest.mark.skipif(not stances.WEIGHTS.is_dir(), reason="no weights are shipped")
PAIRS = [
    ("The ferry to Harn will sail on Monday, the harbour master said.", "The ferry to Harn sails by 3 May 2031"),
    ("Reports that the ferry sails are untrue.", "The ferry to Harn sails by 3 May 2031"),
    ("Nobody knows yet whether it will.", "The ferry to Harn sails by 3 May 2031"),
    ("Bakers of Ost won a prize for their bread.", "The ferry to Harn sails by 3 May 2031"),
    ("", "The ferry to Harn sails by 3 May 2031"),
]


def pooled(*, network: float = 1.0, rules: float = 0.0, relating: Sequence[float] = (1.0, 0.0, 0.0)) -> Mixture:
    """A mixture that is alike for all families."""
    size = len(FAMILIES)
    return Mixture(
        1.0,
        np.full(size, network),
        np.full((size, len(SITUATIONS)), rules),
        np.zeros((size, len(LEANS))),
        np.tile(relating, (size, 1)),
    )


def scores(family: str, lean: str, *, related: float = 5.0) -> np.ndarray:
    """What a network gives that is sure of a family, and in it of a lean."""
    row = np.zeros(NUMBERS)
    row[len(LEANS) * FAMILIES.index(family) + LEANS.index(lean)] = 5
    row[len(LEANS) * len(FAMILIES) + FAMILIES.index(family)] = 20
    row[-1] = related
    return row


def settings() -> dict[str, object]:
    """Settings as they are shipped."""
    names = {"marks": [list(values) for values in MARKS], "leans": list(LEANS), "families": list(FAMILIES)}
    size = len(FAMILIES)
    parts = {
        "network": [1.0] * size,
        "rules": [[0.0] * 3] * size,
        "bias": [[0.0] * 3] * size,
        "relating": [[1.0, 0.0, 0.0]] * size,
    }
    return {**names, "heat": 1.0, **parts}


class Scripted:
    """An encoder that gives the same numbers for every pair."""

    def __init__(self, row: np.ndarray) -> None:
        """The numbers."""
        self.row = row.astype(np.float32)

    def run(self, windows: Sequence[Window]) -> list[Numbers]:
        """A row for each window."""
        return [(self.row[None],) for _ in windows]


class Spelled:
    """A vocabulary of one piece a word."""

    first, last = 1, 2

    def of_word(self, word: str) -> tuple[int, ...]:
        """The piece of a word."""
        return (3 + len(word),)


def scripted(row: np.ndarray, mixed: Mixture) -> LearnedEntailer:
    """The entailer with a network and a mixture that are given."""
    made = LearnedEntailer(Path("nowhere"))
    made.__dict__.update(encoder=Scripted(row), mixture=mixed, vocabulary=Spelled())
    return made


@pytest.mark.parametrize("lean", LEANS)
@pytest.mark.parametrize("family", FAMILIES)
def test_a_pair_has_the_lean_of_the_family_that_it_resembles(family, lean):
    """Scores of the other families do not count where the gate is sure."""
    (shares,) = pooled().leans(scores(family, lean)[None], np.full((1, 3), 1 / 3))
    assert LEANS[int(shares.argmax())] == lean
    assert shares.sum() == pytest.approx(1)


def test_rules_alone_are_the_rules():
    """With no weight for the network its scores change nothing."""
    sides = np.array([[0.75, 0.05, 0.2]])
    (shares,) = pooled(network=0.0, rules=1.0).leans(scores("news", "deny")[None], sides)
    assert shares == pytest.approx(sides[0])


def test_rules_weigh_by_what_they_have_found():
    """Nothing shared, a plain assertion and words that tell the side are three situations."""
    sides = np.array([(0.0, 0.0, 1.0), (0.75, 0.05, 0.2), (0.05, 0.75, 0.2), (0.44, 0.06, 0.5)])
    assert [SITUATIONS[number] for number in situations(sides)] == ["nothing", "plain", "told", "told"]


def test_a_network_moves_relevance_and_sides():
    """The bearing has the pooled shares, the rules' reasons, and the network's own in words."""
    made = scripted(scores("told", "deny", related=-5.0), pooled())
    told = made.bear(PAIRS[:1])[0]
    assert told.deny > 0.9
    assert told.relevance < 0.1
    assert told.reasons[:-1] == RuleEntailer().bear(PAIRS[:1])[0].reasons
    assert told.reasons[-1].startswith("reads as deny")


def test_words_put_for_what_a_text_points_to_are_left_to_the_rules():
    """A text that holds its own hypothesis is not shown to the network, and neither is an empty one."""
    made = scripted(scores("told", "deny"), pooled())
    hypothesis = "The ferry sails"
    pairs = [(f"That will happen ({hypothesis})", hypothesis), ("", hypothesis), (" ", hypothesis)]
    assert made.bear(pairs) == RuleEntailer().bear(pairs)


def test_settings_of_another_version_are_refused():
    """Other families, leans or marks than those of this version are an error that names them."""
    assert mixture(settings()).heat == 1.0
    for name in ("marks", "leans", "families"):
        with pytest.raises(ModelError, match=f"other {name}"):
            mixture({**settings(), name: ["other"]})


@SHIPPED
def test_company_changes_no_bit():
    """Alone, all together, in another order and twice over, a pair has the same bearing."""
    entailer = LearnedEntailer(stances.WEIGHTS)
    together = entailer.bear(PAIRS)
    assert together == tuple(LearnedEntailer(stances.WEIGHTS).bear([one])[0] for one in PAIRS)
    assert entailer.bear(PAIRS[::-1]) == together[::-1]
    assert entailer.bear([*PAIRS, *PAIRS]) == together + together


@SHIPPED
def test_plain_pairs_are_read_as_people_do():
    """A plain announcement supports, a plain denial denies, and shares add up to one."""
    found = LearnedEntailer(stances.WEIGHTS).bear(PAIRS)
    assert found[0].support > found[0].deny
    assert found[1].deny > found[1].support
    for bearing in found:
        assert bearing.support + bearing.deny + bearing.open == pytest.approx(1, abs=1e-3)
        assert 0 <= bearing.relevance <= 1
    assert found[3].relevance < found[0].relevance
