"""From a question to hypotheses."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import SettingError
from sayso.linking.questions import LONGEST, hypotheses
from sayso.model.article import Article
from sayso.model.case import Page


def _asked(text: str) -> Page:
    return Page(Article("q", "--ask", text, "digest"))


@pytest.mark.parametrize(
    ("question", "statement", "negation"),
    [
        (
            "Will the council of Velmora announce a third tram line by 30 May 2024?",
            "The council of Velmora announces a third tram line by 30 May 2024",
            "The council of Velmora does not announce a third tram line by 30 May 2024",
        ),
        ("Will the peace talks resume?", "The peace talks resume", "The peace talks do not resume"),
        ("Is Tarn Osk planning a strike?", "Tarn Osk is planning a strike", "Tarn Osk is not planning a strike"),
        ("Did the harbour master resign?", "The harbour master did resign", "The harbour master did not resign"),
        ("Has Velmora signed the pact?", "Velmora has signed the pact", "Velmora has not signed the pact"),
        ("Will prices rise?", "Prices rise", "Prices do not rise"),
        ("Will taxes be raised?", "Taxes are raised", "Taxes are not raised"),
        (
            "Will the price of oil and gas rise?",
            "The price of oil and gas rises",
            "The price of oil and gas does not rise",
        ),
        (
            "Will Ada Lind resign or be dismissed by May?",
            "Ada Lind resigns or is dismissed by May",
            "Ada Lind does not resign or be dismissed by May",
        ),
        (
            "Will pilots at Arrow Air go on strike?",
            "Pilots at Arrow Air go on strike",
            "Pilots at Arrow Air do not go on strike",
        ),
        ("Will the news spread?", "The news spreads", "The news does not spread"),
        ("Will the series end?", "The series ends", "The series does not end"),
        ("Will schools close by Friday?", "Schools close by Friday", "Schools do not close by Friday"),
        ("Will Ada Lind and Bo Ras marry?", "Ada Lind and Bo Ras marry", "Ada Lind and Bo Ras do not marry"),
        ("Will the police strike?", "The police strike", "The police do not strike"),
        ("Is Velmora going to close it?", "Velmora closes it", "Velmora does not close it"),
        ("Are the talks going to fail?", "The talks fail", "The talks do not fail"),
        ("Is there going to be a vote?", "There is a vote", "There is not a vote"),
        ("Have the rebels signed it?", "The rebels have signed it", "The rebels have not signed it"),
        ("Could the dam fail in June?", "The dam fails in June", "The dam does not fail in June"),
        ("Might the two sides agree?", "The two sides agree", "The two sides do not agree"),
        ("If it rains, will the dam hold?", "The dam holds if it rains", "The dam does not hold if it rains"),
        ("Will Gull Airlines cancel it?", "Gull Airlines cancels it", "Gull Airlines does not cancel it"),
        ("Will it snow?", "It snows", "It does not snow"),
        ("Won't the dam hold?", "The dam holds", "The dam does not hold"),
        ("Was the letter forged?", "The letter was forged", "The letter was not forged"),
        ("Are the talks over?", "The talks are over", "The talks are not over"),
        ("Will there be a second round?", "There is a second round", "There is not a second round"),
        ("WILL VELMORA CLOSE ITS HARBOUR?", "VELMORA CLOSES ITS HARBOUR", "VELMORA does not CLOSE ITS HARBOUR"),
        ("Is it true that the dam broke?", "the dam broke", "It is not the case that: the dam broke"),
    ],
)
def test_a_question_becomes_a_statement_and_its_negation(question, statement, negation):
    """The first hypothesis is what a yes would say, the last is its opposite."""
    found, _ = hypotheses(_asked(question))
    assert [h.text for h in found] == [statement, negation]
    assert [h.negates for h in found] == [None, "h1"]


def test_a_question_that_cannot_be_taken_apart_keeps_its_words():
    """Where subject and verb cannot be told apart the words stay as given; the negation says so in front."""
    found, _ = hypotheses(_asked("Will quxly zorp the blimf?"))
    assert found[0].text == "Will quxly zorp the blimf"
    assert found[1].text == "It is not the case that: Will quxly zorp the blimf"


def test_further_hypotheses_stand_between_the_first_and_its_negation():
    """What the user adds is h2 and on, with the question's deadline; the negation of h1 is always last."""
    found, _ = hypotheses(_asked("Will Velmora close its harbour?"), [_asked("The harbour is closed in secret.")])
    assert [h.id for h in found] == ["h1", "h2", "h3"]
    assert found[1].text == "The harbour is closed in secret"
    assert found[2].negates == "h1"


@pytest.mark.parametrize(
    ("bound", "closes"),
    [("by", date(2024, 5, 30)), ("before", date(2024, 5, 29)), ("after", None), ("until", date(2024, 5, 30))],
)
def test_the_deadline_is_a_time_of_the_question(make, bound, closes):
    """A day with "by" is included, "before" ends the day before, "after" sets no end."""
    asked = make.time(
        _asked("Will Velmora close its harbour by 30 May 2024?"), "30 May 2024", "2024-05-30", "2024-05-30", bound
    )
    found, notes = hypotheses(asked)
    assert {h.closes for h in found} == {closes}
    assert [note.code for note in notes] == ([] if closes else ["L306"])


def test_a_deadline_in_the_past_is_noted(make):
    """A question that closed before the day of the answer is answered, with a note."""
    _, notes = hypotheses(make.question(), as_of=date(2024, 6, 1))
    assert [note.code for note in notes] == ["L307"]
    assert "2024-05-30" in notes[0].message


def test_the_resolver_is_named_by_according_to():
    """The words "according to" in a question names who will settle it."""
    found, _ = hypotheses(_asked("Will the harbour close by May, according to the Port Authority?"))
    assert found[0].resolver == "Port Authority"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        (" ?? ", "empty"),
        ("When will it rain?", "no yes or no"),
        ("Harbour weather", "not a question"),
        ("Will it rain? And will it snow?", "two questions"),
        ("Will the bridge open and will the ferry stop?", "two questions"),
        ("Will it " + "rain " * LONGEST + "?", "characters"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_remedy(text, says):
    """No question, no yes or no, two questions, too long: a SettingError that says what to ask instead."""
    with pytest.raises(SettingError, match=says) as caught:
        hypotheses(_asked(text))
    assert "ask" in str(caught.value)


def test_an_empty_hypothesis_is_refused():
    """A further hypothesis without words is an error, not a hypothesis."""
    with pytest.raises(SettingError, match="--hypothesis is empty"):
        hypotheses(_asked("Will it rain?"), [_asked("  ")])


@given(st.text(max_size=120))
def test_any_text_gives_hypotheses_or_a_setting_error(text):
    """No text makes the question fail in another way."""
    try:
        found, _ = hypotheses(_asked(f"Will {text}?"))
    except SettingError:
        return
    assert found[0].text
    assert found[-1].negates == "h1"
