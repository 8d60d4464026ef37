"""How far an answer hangs on one origin, in words that fit the reasons beside them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.weighing.cases import Said, case_of

from sayso.showing.answers import verdicts
from sayso.showing.catalogue import catalogue
from sayso.weighing.weigh import weigh


@pytest.mark.parametrize("source", ["src-ada", None])
def test_an_origin_whose_source_has_spoken_before_is_told_as_one(source: str | None) -> None:
    """Without a weak denial the firm one before it counts: that the answer falls is said with its reason."""
    case = case_of(
        Said("Ada Lind", "o1", "deny", day=1),
        Said("Ada Lind", "o2", "deny", strength=0.2, day=15),
        Said("Bo Ras", "o3", "support", strength=0.1, day=3),
    )
    held = replace(
        case,
        origins=tuple(replace(one, source=source) if one.id in {"o1", "o2"} else one for one in case.origins),
    )
    answers = weigh(held)
    answer = answers.answers[0]
    (left,) = [one for one in answer.without if one.origin == "o2"]
    assert left.probability < answer.probability
    leaning = verdicts(catalogue(held, answers))[0].leaning
    assert leaning.startswith("Leaving out any one origin gives between ")
    assert ("since what the same source said at another time would count instead" in leaning) is bool(source)
