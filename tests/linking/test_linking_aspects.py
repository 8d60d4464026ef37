"""What a question asks for, what is to come, is or has been, and which words then count."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.brain.entailer import RuleEntailer
from sayso.linking.aspects import aspect_of
from sayso.linking.link import link
from sayso.linking.questions import hypotheses
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.stances import Hypothesis
from sayso.weighing.weigh import weigh

ENTAILER = RuleEntailer()
COMING = "that the council of Orle will build the bridge"
DONE = "that the council of Orle has built the bridge"


def _asked(text: str) -> Page:
    return Page(Article("q", "--ask", text, "digest"))


def _case(make, question: str, content: str):
    """A case of one article in which a mayor says something, asked a question."""
    page = make.page(f"The mayor, Odile Brandt, said {content}.", outlet="Gull", day="2031-05-07")
    page = make.says(make.source(page, "Odile Brandt"), "Odile Brandt", content)
    return link([page], _asked(question), entailer=ENTAILER)


def _leans(make, question: str, content: str) -> list[str]:
    """The leans of its one statement on the hypotheses."""
    return [stance.lean for stance in _case(make, question, content).stances]


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("Will the council build the bridge?", "coming"),
        ("Will the council have built the bridge?", "coming"),
        ("Is the council going to build the bridge?", "coming"),
        ("Is the bridge to be built?", "coming"),
        ("Is Bo Ras leaving Orle?", "coming"),
        ("Does the council plan to build the bridge?", "coming"),
        ("Is it true that the council will build the bridge?", "coming"),
        ("Is the council building the bridge?", "state"),
        ("Is the bridge beautiful?", "state"),
        ("Are there two bridges?", "state"),
        ("Has the council built the bridge?", "event"),
        ("Has the council not built the bridge?", "event"),
        ("Is it true that the council has built the bridge?", "event"),
        ("Was the bridge built?", "event"),
        ("Did the council build the bridge?", "event"),
        ("The council has built the bridge.", "coming"),
    ],
)
def test_the_auxiliary_tells_what_is_asked_for(question, aspect):
    """What is to come, what is, or what has been; a statement is of what is to come."""
    first = hypotheses(_asked(question))[0][0] if question.endswith("?") else Hypothesis("h1", question)
    assert aspect_of(question, first, None) == aspect


def test_a_last_day_ahead_makes_it_one_of_what_is_to_come():
    """Asked whether "it has been built by June", one asks in May what is to come, and in July what has been."""
    asked = "Has the council built the bridge by 30 June 2031?"
    first = Hypothesis("h1", "The council has built the bridge by 30 June 2031", closes=date(2031, 6, 30))
    assert aspect_of(asked, first, date(2031, 5, 7)) == "coming"
    assert aspect_of(asked, first, date(2031, 7, 7)) == "event"


def test_what_will_be_is_no_word_on_what_has_been(make):
    """Who says that the council will build says nothing of whether it has, and the answer is "cannot say"."""
    assert _leans(make, "Will the council of Orle build the bridge?", COMING) == ["support", "deny"]
    assert _leans(make, "Has the council of Orle built the bridge?", COMING) == ["open", "open"]
    assert _leans(make, "Has the council of Orle not built the bridge?", COMING) == ["open", "open"]
    case = _case(make, "Has the council of Orle built the bridge?", COMING)
    assert "what is to come" in case.stances[0].reasons[-1]
    assert weigh(case).answers[0].words == "cannot say"


def test_what_has_been_supports(make):
    """A report is a word for it, also one that only may be so."""
    assert _leans(make, "Has the council of Orle built the bridge?", DONE) == ["support", "deny"]
    may = "that the council of Orle may have built the bridge"
    assert _leans(make, "Has the council of Orle built the bridge?", may)[0] != "open"


def test_what_will_not_be_keeps_its_side(make):
    """That it "will not build the bridge" is a word against its having built it."""
    never = "that the council of Orle will not build the bridge"
    assert _leans(make, "Has the council of Orle built the bridge?", never) == ["deny", "support"]


def test_a_quality_needs_a_word_on_it(make):
    """A text that names the bridge says nothing of its beauty; one that calls it so, or not so, does."""
    ask = "Is the bridge beautiful?"
    assert _leans(make, ask, COMING) == ["open", "open"]
    assert _leans(make, ask, "that the bridge is beautiful") == ["support", "deny"]
    assert _leans(make, ask, "that the bridge is not beautiful") == ["deny", "support"]
    assert weigh(_case(make, ask, COMING)).answers[0].words == "cannot say"


def test_a_further_hypothesis_has_an_aspect_of_its_own(make):
    """Beside a question of what has been, a statement of what is to come is supported by what will be."""
    page = make.page(f"The mayor, Odile Brandt, said {COMING}.", outlet="Gull", day="2031-05-07")
    page = make.says(make.source(page, "Odile Brandt"), "Odile Brandt", COMING)
    more = [_asked("The council of Orle builds the bridge")]
    case = link([page], _asked("Has the council of Orle built the bridge?"), hypotheses=more, entailer=ENTAILER)
    assert {stance.hypothesis: stance.lean for stance in case.stances} == {
        "h1": "open",
        "h2": "support",
        "h3": "open",
    }
