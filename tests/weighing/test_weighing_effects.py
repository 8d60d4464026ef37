"""How far the answer hangs on a statement: as far as it moves when that one is really rejected."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.property.test_property_weighing import stories
from tests.weighing.cases import H2, Said, Story, case_of

from sayso.model.case import Case
from sayso.model.rulings import Ruling
from sayso.model.stances import Hypothesis
from sayso.weighing.effects import effects
from sayso.weighing.weigh import weigh

LAW = settings(max_examples=80, deadline=None)
#: The same hypothesis without a first day: its time begins with what was said first.
UNOPENED = Hypothesis(
    "h1", "Ostria closes the harbour of Tarn by 30 June 2031", closes=Story(()).hypotheses[0].closes
)


def moved(case: Case, statement: str) -> float:
    """How far the answer to the first hypothesis moves where `statement` is rejected."""
    ruling = Ruling(statement, "reject", "a clerk", "2031-06-20T00:00:00", "misread")
    before, after = (weigh(one).answers[0].probability for one in (case, replace(case, rulings=(ruling,))))
    return abs(before - after)


@LAW
@given(stories, st.sampled_from([Story(()).hypotheses, (UNOPENED, H2)]))
def test_effect_is_what_a_rejection_moves(story: Story, asked: tuple[Hypothesis, ...]) -> None:
    """On any case every statement's effect is the move of the answer weighed again without it."""
    case = replace(story, hypotheses=asked).case()
    found = effects(case, weigh(case))
    assert set(found) == {statement.id for page in case.pages for statement in page.statements}
    for key, effect in found.items():
        assert effect == pytest.approx(moved(case, key), abs=1e-9)
        assert 0.0 <= effect <= 1.0


def test_sole_voice_takes_its_origin_with_it_and_a_repetition_moves_nothing() -> None:
    """The only word of an origin moves the answer; of two words of another origin, neither does much."""
    case = case_of(
        Said("Ada Lind", "o1", tag="sole"),
        Said("Bo Ras", "o2", "deny", tag="first"),
        Said("Bo Ras", "o2", "deny", relays=2, tag="relay"),
        Said("Cy Vane", "o3", "unrelated", tag="beside"),
    )
    found = effects(case, weigh(case))
    assert found["s-sole"] > 0.05
    assert found["s-relay"] == 0.0
    assert found["s-beside"] == 0.0
    assert found["s-first"] > 0.0


def test_without_a_first_hypothesis_nothing_has_an_effect() -> None:
    """A case that asks nothing gives 0 for every statement."""
    case = case_of(Said(), hypotheses=())
    assert effects(case, weigh(case)) == {"s-0": 0.0}


def test_time_grows_with_the_number_of_statements() -> None:
    """Four times as many statements of one origin, half of them with headings, take no sixteen times as long."""
    spent = []
    for size in (250, 1000):
        said = [Said(f"Voice {n % 7}", "o1", block="title" if n % 2 else "paragraph") for n in range(size)]
        case = case_of(*said)
        answers = weigh(case)
        began = time.process_time()
        effects(case, answers)
        spent.append(time.process_time() - began)
    assert spent[1] < 9 * spent[0] + 0.5
