"""Reports that the event has come, decisions of who decides, and days fixed for one."""

from dataclasses import replace
from datetime import date

import pytest
from tests.weighing.cases import H1, Said, case_of, with_time

from sayso.model.case import Case
from sayso.model.stances import Hypothesis
from sayso.weighing.acts import event_of, has_come
from sayso.weighing.occasions import fixed_days, is_scheduled
from sayso.weighing.pieces import gather
from sayso.weighing.weigh import weigh

CLOSING = replace(H1, event="close the harbour of Tarn")


@pytest.mark.parametrize(
    ("event", "said", "come"),
    [
        ("close the harbour", "Ostria closed the harbour at noon, as was expected", True),
        ("close the harbour", "Ostria has not closed the harbour", False),
        ("close the harbour", "Ostria will have closed the harbour by then", False),
        ("close the harbour", "Ostria plans to see it closed", False),
        ("leave office", "The warden resigned, a day before the vote that was due", True),
        ("leave office", "She left the room", False),
        ("be launched", "The buoy was launched at six", True),
        ("cut its rate", "The bank has cut its rate", True),
        ("cut its rate", "Seven of them expect a cut", False),
        ("be in force", "It was in force", False),
    ],
)
def test_the_verb_in_the_past_reports_it(event: str, said: str, *, come: bool) -> None:
    """A report of the deed counts; what is to come, is denied, or is no verb does not."""
    assert has_come(said, event_of(replace(H1, text=f"Ostria {event}", event=event))) is come


def test_a_report_that_it_has_come_outweighs_the_rest() -> None:
    """It weighs several full statements, does not age, and the days left say nothing."""
    case = case_of(Said(words="Ostria closed the harbour", day=0), hypotheses=(CLOSING,))
    given = weigh(case).answers[0]
    assert given.probability > 0.7
    assert given.reasons[1].weight == 0.0
    assert any("has come" in part for part in given.reasons[2].parts)
    assert not any("days old" in part for part in given.reasons[2].parts)


def fixing(words: str, day: date) -> Case:
    """A case whose one statement names `day` in these words."""
    case = case_of(Said(words=words), hypotheses=(replace(H1, event="close the harbour"),))
    return replace(case, pages=(with_time(case.pages[0], day),))


def test_a_day_fixed_for_a_decision_is_found_and_keeps_the_chance() -> None:
    """The days before a vote that a text names take less, which the reason says with the place."""
    voted = fixing("the council votes on it on 25 June 2031", date(2031, 6, 25))
    plain = fixing("the fog lifts on 25 June 2031", date(2031, 6, 25))
    evidence = gather(voted)
    assert [one.day for one in fixed_days(evidence, voted.hypotheses[0])] == [date(2031, 6, 25)]
    kept, lost = (weigh(case).answers[0].reasons[1] for case in (voted, plain))
    assert lost.weight < kept.weight < 0
    assert "25 June 2031" in kept.parts[-1]
    assert kept.refs
    assert not lost.refs


def test_a_day_that_has_passed_or_lies_after_the_end_fixes_nothing() -> None:
    """Only days between the article and the question's last day count."""
    for day in (date(2031, 5, 20), date(2031, 7, 3)):
        case = fixing("the council votes on it", day)
        assert fixed_days(gather(case), case.hypotheses[0]) == ()


def test_a_question_about_one_day_loses_nothing_before_it() -> None:
    """A question about an occasion keeps its chance until then."""
    one_day = replace(H1, text="Ostria closes the harbour on 30 June 2031", opens=H1.closes)
    assert is_scheduled(one_day)
    assert is_scheduled(Hypothesis("h1", "Ostria leaves at its meeting on 3 May 2031", closes=date(2031, 5, 3)))
    assert not is_scheduled(H1)
    reason = weigh(case_of(Said(), hypotheses=(one_day,))).answers[0].reasons[1]
    assert reason.weight == 0.0
    assert "itself" in reason.text


def test_an_indicator_names_the_day() -> None:
    """A day fixed for a decision is one to watch."""
    lines = weigh(fixing("the council votes on it on 25 June 2031", date(2031, 6, 25))).answers[0].watch
    assert any("25 June 2031" in line and "votes" in line for line in lines)


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("Ostria has closed the harbour of Tarn", "reported"),
        ("Ostria decided to close the harbour of Tarn on 25 June", "decided"),
        ("Ostria filed notice of the closing of the harbour of Tarn", "decided"),
        ("Ostria may have decided to close the harbour of Tarn", ""),
        ("Ostria would close the harbour of Tarn if it could", ""),
        ("Belmark has closed its harbour", ""),
    ],
)
def test_what_binds_weighs_more_than_talk(said: str, act: str) -> None:
    """A deed is a report, a decision binds, and what is doubted, or of others, is talk."""
    evidence = gather(case_of(Said(words=said), hypotheses=(CLOSING,)))
    (piece,) = (one for origin in evidence.origins for one in evidence.pieces("h1", origin.id))
    assert piece.act == act


def test_a_decision_does_not_age_and_stops_most_of_the_clock() -> None:
    """What has been decided stays so; the days were to pass before its day."""
    said = "Ostria decided to close the harbour of Tarn on 25 June"
    decided = weigh(case_of(Said(words=said), hypotheses=(CLOSING,))).answers[0]
    talk = weigh(case_of(Said(words="the harbour of Tarn will close"), hypotheses=(CLOSING,))).answers[0]
    assert talk.reasons[1].weight < decided.reasons[1].weight < 0
    assert decided.probability > talk.probability


@pytest.mark.parametrize(
    ("said", "act"),
    [("Ostria announced the closing of Tarn", ""), ("Ostria announced a second closing of Tarn", "reported")],
)
def test_of_a_further_one_a_further_one_must_be_told(said: str, act: str) -> None:
    """The first round that was announced is no report of a second one."""
    second = replace(H1, text="Ostria announces a second closing of Tarn", event="announce a second closing")
    evidence = gather(case_of(Said(words=said), hypotheses=(second,)))
    (piece,) = (one for origin in evidence.origins for one in evidence.pieces("h1", origin.id))
    assert piece.act == act
