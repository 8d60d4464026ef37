"""Post-mortems: which origins misled and by how much, how good the answer was day by day, what can be learnt."""

import math
from dataclasses import replace

import pytest
from tests.weighing.cases import H1, H2, Said, Story, case_of, day_of

from sayso.model.case import Case
from sayso.model.forecasts import Outcome, PostMortem
from sayso.weighing.postmortems import misled
from sayso.weighing.weigh import weigh

HAPPENED = Outcome("h1", happened=True, known=day_of(25), source="the gazette")
FAILED = replace(HAPPENED, happened=False, known=day_of(40))
SAID = (
    Said(),
    Said("Bo Ras", "o2", "deny", low=0.0, high=0.3, day=2),
    Said("Cy Vane", "o3", "deny", low=0.0, high=0.05, day=4),
)


def look_back(case: Case) -> PostMortem:
    """The one post-mortem of a case."""
    (made,) = weigh(case).postmortems
    return made


def test_misled_names_who_pulled_the_wrong_way() -> None:
    """A post-mortem lists the origins that pulled away from what happened, the heaviest first, and what led."""
    answer = weigh(case_of(*SAID, hypotheses=(H1, H2))).answers[0]
    assert [reason.origin for reason in misled(answer, HAPPENED)] == ["o3", "o2"]
    made = look_back(case_of(*SAID, outcomes=(HAPPENED,)))
    assert [one.origin for one in made.misled] == ["o3", "o2"]
    assert [one.origin for one in made.led] == ["o1"]
    made = look_back(case_of(*SAID, outcomes=(FAILED,)))
    assert [one.origin for one in made.misled] == ["o1"]
    assert [one.origin for one in made.led] == ["o3", "o2"]


def test_how_far_each_misled() -> None:
    """Weights are towards what happened, and the answer without an origin is the one that answers give."""
    case = case_of(*SAID, outcomes=(HAPPENED,))
    answers = weigh(case)
    others = {one.origin: one.probability for one in answers.answers[0].without}
    weights = {one.origin: one.weight for one in answers.answers[0].reasons}
    (made,) = answers.postmortems
    for one in made.misled:
        assert one.weight == weights[one.origin] < 0
        assert one.without == others[one.origin] > made.probability
    failed = look_back(case_of(*SAID, outcomes=(FAILED,)))
    assert failed.misled[0].weight == -weights["o1"]


def test_the_answers_own_scores() -> None:
    """The answer is scored like any forecast, on its day, on each day that it moved, and on an average day."""
    made = look_back(case_of(*SAID, outcomes=(HAPPENED,)))
    assert made.brier == pytest.approx((1 - made.probability) ** 2)
    assert made.log == pytest.approx(-math.log(made.probability))
    assert [when for when, _, _ in made.days] == [day_of(0), day_of(2), day_of(4), day_of(20)]
    assert all(score == pytest.approx((1 - share) ** 2) for _, share, score in made.days)
    spans = (2, 2, 16, 1)
    mean = sum(days * score for days, (_, _, score) in zip(spans, made.days, strict=True)) / sum(spans)
    assert made.mean == pytest.approx(mean)


def test_days_after_the_outcome_do_not_count() -> None:
    """An answer given when all was known is looked at as it stood the day before."""
    made = look_back(case_of(*SAID, as_of=30, outcomes=(HAPPENED,)))
    assert all(when < day_of(25) for when, _, _ in made.days)
    assert made.probability == made.days[-1][1]


def test_without_an_outcome_there_is_none() -> None:
    """Nobody looks back at what is still open."""
    assert weigh(case_of(*SAID)).postmortems == ()


def lessons(case: Case) -> str:
    """What a post-mortem teaches, as one text."""
    return " ".join(look_back(case).lessons)


def test_many_articles_one_origin() -> None:
    """Articles that all repeat one origin are counted in the lesson."""
    repeated = [Said(day=n) for n in range(9)]
    assert "9 articles, one origin, misled: Ada Lind's word." in lessons(case_of(*repeated, outcomes=(FAILED,)))


def test_a_reply_that_ruled_nothing_out() -> None:
    """A denial of discussion that was taken as leaning against is named where the thing came."""
    reply = Said(lean="deny", strength=0.5, low=0.1, high=0.4, denial="denial of discussion", non_denial=True)
    assert "ruled nothing out (denial of discussion)" in lessons(
        case_of(reply, Said("Bo Ras", "o2"), outcomes=(HAPPENED,))
    )


def test_circles_and_withdrawals() -> None:
    """A circle is called one; what was taken back no longer misleads."""
    circle = Story([Said(day=n) for n in range(3)], circular=frozenset({"o1"}), outcomes=(FAILED,)).case()
    assert "A circle misled: 3 articles that cite each other" in lessons(circle)
    taken = Story([Said()], retracted={"o1": 5}, outcomes=(FAILED,)).case()
    assert look_back(taken).misled == ()


def test_nameless_voices() -> None:
    """Where all that misled has no name, the lesson says so."""
    case = case_of(Said("an aide", kind="anonymous"), outcomes=(FAILED,))
    assert "voices without a name" in lessons(case)


def test_the_rivals_are_told() -> None:
    """The prior and counting are named where they would have done better."""
    many = [Said(f"Source {n}", f"o{n}", day=n) for n in range(6)]
    told = lessons(case_of(*many, outcomes=(FAILED,)))
    assert "what was reported made it worse" in told
    assert "Counting statements would have said 100 in 100" in told
