"""Confidence in the ground, apart from likelihood; and when nothing can be said."""

import pytest
from tests.weighing.cases import H1, H2, TIMELESS, Said, case_of

from sayso.lang.en.yardsticks import CANNOT_SAY
from sayso.model.answers import Answer
from sayso.weighing.weigh import weigh

FOUR = tuple(Said(name, f"o{n}", day=18) for n, name in enumerate(("Ada Lind", "Bo Ras", "Cy Vane", "Di Holm")))


def answer(*said: Said, **settings) -> Answer:
    """The answer to the first hypothesis."""
    return weigh(case_of(*said, **settings)).answers[0]


def test_one_origin_alone_is_a_poor_ground() -> None:
    """However firm, named and fresh it is: nothing confirms it."""
    given = answer(Said(kind="document", day=20))
    assert given.confidence == "low"
    assert "no second" in given.confidence_why[0]


def test_many_named_that_agree_are_a_good_ground() -> None:
    """Four independent origins with names, at first hand, fresh and agreed."""
    assert answer(*FOUR).confidence == "high"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ([Said(s.who, s.origin, relays=2, day=18) for s in FOUR], "relayed"),
        ([*(Said(s.who, s.origin, kind="anonymous", day=18) for s in FOUR[1:]), Said(low=0.6)], "without a name"),
        ([Said(s.who, s.origin, "deny" if n % 2 else "support", day=18) for n, s in enumerate(FOUR)], "contradict"),
        ([Said(s.who, s.origin, day=-40) for s in FOUR], "six weeks"),
        ([Said(s.who, s.origin, role="minister of Ostria", day=18) for s in FOUR], "parties"),
    ],
)  # fmt: skip
def test_each_doubt_is_said_and_lowers_it(said: list[Said], words: str) -> None:
    """What is relayed, nameless, contradicted, old or told by parties makes no good ground, and says why."""
    given = answer(*said)
    assert given.confidence != "high"
    assert words in " ".join(given.confidence_why)


def test_the_negation_has_the_same_ground() -> None:
    """How good the ground is does not depend on which way the question is put."""
    yes, no = weigh(case_of(*FOUR)).answers
    assert (yes.confidence, yes.confidence_why) == (no.confidence, no.confidence_why)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ((), "nothing in the case"),
        ((Said(lean="open", strength=0.0),), "leaves it open"),
        ((Said(strength=0.02),), "next to nothing"),
        ((Said("an official", kind="anonymous"),), "without a name"),
    ],
)
def test_too_little_is_cannot_say(said: tuple[Said, ...], why: str) -> None:
    """No likelihood and no confidence are claimed, a note says what is lacking, and the number is no even odds."""
    given = weigh(case_of(*said, hypotheses=TIMELESS))
    for one in given.answers:
        assert one.words == CANNOT_SAY
        assert one.confidence is None
        assert one.would_change == ()
        assert one.probability != 0.5
    assert [why in note.message for note in given.notes if note.code == "W401"] == [True]


def test_nameless_voices_that_confirm_each_other_are_an_answer() -> None:
    """Two independent ones without a name say more than one."""
    pair = (Said("an official", kind="anonymous"), Said("an aide", "o2", kind="anonymous"))
    assert answer(*pair, hypotheses=(H1, H2)).words != CANNOT_SAY
