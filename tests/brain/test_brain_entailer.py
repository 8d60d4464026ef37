"""The rule entailer: what a text says of a hypothesis."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.brain.entailer import RuleEntailer
from sayso.model.ports import Bearing, Entailer

H = "The council of Velmora announces a second round of rationing by 30 May 2024"


def _bear(text: str, hypothesis: str = H) -> Bearing:
    return RuleEntailer().bear([(text, hypothesis)])[0]


def _side(text: str, hypothesis: str = H) -> str:
    found = _bear(text, hypothesis)
    if found.relevance < 0.3:
        return "unrelated"
    shares = {"support": found.support, "deny": found.deny, "open": found.open}
    return max(shares, key=shares.__getitem__)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Velmora will ration water again", "support"),
        ("There is no doubt that a second round of rationing will come", "support"),
        ("a new round of rationing is highly unlikely", "deny"),
        ("there will be no second round of rationing", "deny"),
        ("the council did not announce a second round of rationing", "deny"),
        ("reports of a second round of rationing are false", "deny"),
        ("the tanks won't permit a second round of rationing", "deny"),
        ("the council did not rule out a second round of rationing", "open"),
        ("Is the council planning a second round of rationing?", "open"),
        ("whether a second round of rationing comes is unclear", "open"),
        ("growers demand an end to rationing", "open"),
        ("a second round of rationing would be a disaster", "open"),
        ("a second round of rationing may come", "open"),
        ("the first round of rationing began in spring", "unrelated"),
        ("the ferry to Tarn was late", "unrelated"),
        ("the council of Velmora met", "unrelated"),
        ("the second round will be announced on Friday", "support"),
        ("the office of the Rationing Board in Tarn moved house", "unrelated"),
        ("rationing goes on as it did", "open"),
        ("a second round of rationing would strain the tanks", "open"),
        ("that a second round of rationing would begin in May", "support"),
        ("any new round of rationing is announced a week before", "open"),
        ("no word on a second round of rationing", "open"),
    ],
)
def test_the_side_a_text_takes(text, side):
    """Asserted, negated, refuted, doubted, asked, wished, supposed, hedged, and about something else."""
    assert _side(text) == side


def test_a_hedge_still_leans():
    """What may come is more supported than denied, though most of it stays open."""
    found = _bear("a second round of rationing may come")
    assert found.support > found.deny
    assert found.open > found.support


def test_forms_and_near_synonyms_are_one_word():
    """Call-up papers bear on a mobilisation, in either spelling."""
    for text in ("They are sending out call-up papers", "the draft goes on", "reservists are mobilised"):
        assert _bear(text, "Velmora announces a mobilization").relevance >= 0.3


def test_a_deadline_is_no_matter():
    """Sharing a date or a month is not being about the same thing."""
    assert _bear("On 30 May 2024 the ferry was late").relevance == 0.0


def test_a_negated_hypothesis_turns_the_sides():
    """What supports a hypothesis denies the one that says it is not so."""
    text = "Velmora will close its harbour"
    yes, no = _bear(text, "Velmora closes its harbour"), _bear(text, "Velmora does not close its harbour")
    assert (yes.support, yes.deny) == (no.deny, no.support)


@given(st.text(max_size=300), st.text(max_size=120))
def test_shares_are_shares_for_any_text(text, hypothesis):
    """Relevance lies in [0, 1], the three shares sum to one, reasons are given, alone or in company."""
    entailer: Entailer = RuleEntailer()
    alone = entailer.bear([(text, hypothesis)])
    found = entailer.bear([(H, H), (text, hypothesis)])[1]
    assert found == alone[0]
    assert 0 <= found.relevance <= 1
    assert abs(found.support + found.deny + found.open - 1) < 1e-9
    assert found.reasons


def test_hostile_text_takes_no_time():
    """A word a hundred thousand times, or ten thousand quotation marks, are judged at once."""
    started = time.process_time()
    RuleEntailer().bear(
        [("not rule " * 100_000, H), ('"' * 10_000, H), ("a" * 1_000_000, H), (H, "rationing " * 50_000)]
    )
    assert time.process_time() - started < 1


SCHOOLS = "The Velmora council closes the schools by 30 May 2024"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("the schools will shut on Monday", "support"),
        ("A school in Velmora is safer than a fair", "open"),
        ("We have confirmed forty cases in the schools", "open"),
        ("closing the schools would prevent few infections", "open"),
        ("the court prevented the closing of the schools", "deny"),
        ("a closure is sensible but not necessary", "deny"),
        ("the parents will go to court against any closure", "open"),
        ("the council has not put the closing of the schools on its agenda", "deny"),
        ("any closure would be examined by the court", "open"),
    ],
)
def test_the_event_decides_and_not_the_names(text: str, side: str) -> None:
    """A text that shares names and things with a question, but not what is to happen, takes no side."""
    assert _side(text, SCHOOLS) == side


@pytest.mark.parametrize(
    ("text", "hypothesis", "side"),
    [
        ("they call up men in order to teach them a trade", "Velmora orders a second mobilization", "open"),
        ("conscripts will be trained", "Velmora announces a second mobilization", "unrelated"),
        ("they are still sending out call-up papers", "Velmora announces a second mobilization", "open"),
        ("rumours of a new mobilization worry the town", "Velmora announces a second mobilization", "open"),
        ("a new mobilization could have an impact", "Velmora announces a second mobilization", "open"),
        (
            "the plan is to mobilize 500 since the first 300 are lost",
            "Velmora announces a second mobilization",
            "support",
        ),
        ("Commander Bo Ras visited the front", "Commander Bo Ras steps down by 30 May 2024", "unrelated"),
        ("Ras will leave office", "Commander Bo Ras steps down by 30 May 2024", "support"),
        ("talks on a truce have collapsed", "Velmora signs a ceasefire by 30 May 2024", "deny"),
        ("talks on a truce might still collapse", "Velmora signs a ceasefire by 30 May 2024", "open"),
        ("a bid will be made public within days", "Gull Lines announces the takeover of Tern Lines", "support"),
    ],
)
def test_near_misses(text: str, hypothesis: str, side: str) -> None:
    """What goes on, worries, trains or serves another end is no word on a further one."""
    assert _side(text, hypothesis) == side


def test_the_event_of_the_hypothesis_does_not_refute_it():
    """A word that elsewhere denies, such as "dismissed", says what is to happen where the hypothesis has it."""
    (bearing,) = RuleEntailer().bear(
        [("Minister Ada Lind will be dismissed before the end of May", "Ada Lind is dismissed by 31 May 2031")]
    )
    assert bearing.support > bearing.deny
    (other,) = RuleEntailer().bear(
        [("The palace dismissed the report of a new dam", "The palace builds a new dam")]
    )
    assert other.deny > other.support


@pytest.mark.parametrize(
    ("text", "hypothesis", "side"),
    [
        ("Venn is on her way out", "Prime Minister Ada Venn resigns", "support"),
        ("Venn will serve out her term", "Prime Minister Ada Venn resigns", "deny"),
        ("Venn has not lost the confidence of her party", "Prime Minister Ada Venn resigns", "deny"),
        ("Is Venn finished?", "Prime Minister Ada Venn resigns", "open"),
        ("Venn must go", "Prime Minister Ada Venn resigns", "open"),
        ("Venn to go before the month is out", "Prime Minister Ada Venn resigns", "support"),
        ("Venn opened a finished bridge", "Prime Minister Ada Venn resigns", "unrelated"),
        ("Venn has gone to Tarn", "Prime Minister Ada Venn resigns", "unrelated"),
        ("Molsk voted against the mayor", "The council of Molsk approves the brewery", "unrelated"),
        ("Venn visited Tarn", "Prime Minister Ada Venn resigns", "unrelated"),
        ("the cook is on her way out", "Prime Minister Ada Venn resigns", "unrelated"),
        ("there is no majority for the brewery", "The council of Molsk approves the brewery", "deny"),
        ("the council will reject the brewery", "The council of Molsk approves the brewery", "deny"),
        ("the brewery will get the green light", "The council of Molsk approves the brewery", "support"),
        ("the council will vote against the brewery", "The council of Molsk votes for the brewery", "deny"),
        ("the guns will fall silent in Tarn", "Tarn agrees to a ceasefire", "support"),
        ("the bank of Tarn will leave rates unchanged", "The bank of Tarn raises interest rates", "deny"),
        ("Orsk walked away from Tallow", "Orsk buys Tallow", "deny"),
        ("the takeover of Tallow has collapsed", "Orsk buys Tallow", "deny"),
        ("fishing will remain legal in Velmora", "Velmora bans fishing", "deny"),
        ("the dockers of Tarn will walk out", "The dockers of Tarn strike", "support"),
        ("Venn was cleared of all charges", "The judge convicts Ada Venn", "deny"),
    ],
)
def test_an_event_in_other_words(text, hypothesis, side):
    """A phrase of the hypothesis' kind of event speaks for or against it where the text names who or what."""
    assert _side(text, hypothesis) == side


def test_who_would_not_be_surprised_denies_nothing():
    """Being "not surprised by a rise" is no word against the rise."""
    (bearing,) = RuleEntailer().bear([("she would not be surprised by a rise", "The bank raises its rate by May")])
    assert bearing.support >= bearing.deny


@pytest.mark.parametrize(
    "text",
    [
        "Some 1,400 pilots will walk out on 1 July",
        "Pilots at Arrow Air will go on strike before the holidays unless the airline withdraws its rosters",
    ],
)
def test_a_strike_is_no_attack(text):
    """A strike of workers is told by walking out, and a threat with an "unless" is a word for it."""
    (bearing,) = RuleEntailer().bear([(text, "Pilots at Arrow Air go on strike by 15 July 2031")])
    assert bearing.relevance > 0.3
    assert bearing.support > bearing.deny
