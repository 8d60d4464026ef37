"""Priors: what kind of question it is, its base rate, and the ground that stands with it."""

from dataclasses import replace

import pytest
from tests.weighing.cases import H1, H2, TIMELESS, Said, case_of

from sayso.errors import SettingError
from sayso.model.answers import Reason
from sayso.model.case import Case
from sayso.weighing import weights
from sayso.weighing.likelihood import logistic
from sayso.weighing.priors import is_report
from sayso.weighing.weigh import weigh

CLOSED = (
    replace(H1, text="Ostria has closed the harbour of Tarn", opens=None, closes=None),
    replace(H2, text="Ostria has not closed the harbour of Tarn"),
)


def told(*said: Said) -> Case:
    """A case that asks whether something has happened."""
    return replace(case_of(*said, hypotheses=CLOSED), question="Has Ostria closed the harbour of Tarn?")


def first(case: Case, **given) -> Reason:
    """The first reason of the first answer."""
    return weigh(case, **given).answers[0].reasons[0]


def test_what_is_to_come_is_no_report() -> None:
    """A last day, or a word of what will be, makes a question one of what is to come."""
    assert not is_report(case_of(Said()), H1)
    assert not is_report(case_of(Said(), hypotheses=TIMELESS), TIMELESS[0])
    assert is_report(told(Said()), CLOSED[0])


def test_each_kind_has_its_own_base_rate_and_ground() -> None:
    """The prior of a report is another one, and both say where they come from."""
    report, forecast = first(told(Said())), first(case_of(Said()))
    assert logistic(report.weight) == pytest.approx(weights.PRIOR_REPORT)
    assert logistic(forecast.weight) == pytest.approx(weights.PRIOR)
    assert "rumours" in report.parts[0]
    assert "423 questions" in forecast.parts[0]


def test_a_given_prior_stands_with_its_ground() -> None:
    """The caller's ground is shown; without one that is said."""
    with_ground = first(case_of(Said()), prior=0.125, prior_why="  closed in 5 of\n40 years ")
    assert "12.5 in 100" in with_ground.text
    assert with_ground.parts == ("the ground given: closed in 5 of 40 years",)
    assert "no ground" in first(case_of(Said()), prior=0.125).parts[0]


def test_the_negation_has_the_rest() -> None:
    """A base rate of 20 in 100 is one of 80 in 100 for the opposite."""
    yes, no = weigh(case_of(Said()), prior=0.2).answers
    assert "20 in 100" in yes.reasons[0].text
    assert "80 in 100" in no.reasons[0].text


def test_a_given_prior_is_that_of_the_question_with_its_not() -> None:
    """Asked with "not" first, 70 in 100 are given to that, and 30 to the plain form that is weighed."""
    denied, plain = replace(H2, id="h1", negates="h2"), replace(H1, id="h2")
    asked, other = weigh(replace(case_of(Said()), hypotheses=(denied, plain)), prior=0.7).answers
    assert "70 in 100" in asked.reasons[0].text
    assert "30 in 100" in other.reasons[0].text


def test_a_prior_without_room_is_refused() -> None:
    """A prior of 1 leaves nothing for evidence to move."""
    with pytest.raises(SettingError, match="prior"):
        weigh(told(Said()), prior=1.0)


def test_an_article_reports_what_has_happened_and_guesses_at_what_is_to_come() -> None:
    """An outlet's own word counts in full only where the question is whether it has happened."""
    own = Said(kind="person")
    case = told(own)
    page = case.pages[0]
    spoken = replace(page, statements=(replace(page.statements[0], chain=()),))
    report = weigh(replace(case, pages=(spoken,))).answers[0].reasons[2]
    forecast = weigh(replace(case_of(own, hypotheses=TIMELESS), pages=(spoken,))).answers[0].reasons[2]
    assert report.weight * weights.OWN_VOICE == pytest.approx(forecast.weight)


def test_a_denial_of_a_report_is_worth_more_than_a_report() -> None:
    """Who says outright that it is not so has looked; one that leaves room counts no more than before."""
    firm = Said(lean="deny", low=0.9, high=1.0, polarity="negated")
    report = weigh(told(Said())).answers[0].reasons[2]
    denied = weigh(told(firm)).answers[0].reasons[2]
    evasive = weigh(told(replace(firm, denial="denial of knowledge"))).answers[0].reasons[2]
    assert denied.weight == pytest.approx(-weights.CHECK * report.weight)
    assert abs(evasive.weight) < report.weight
    assert "not so" in " ".join(denied.parts)
