"""From a question to hypotheses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import SettingError
from sayso.linking.capitals import mended
from sayso.linking.questions import LONGEST, Terms, hypotheses
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.times import Interval


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
        ("Did the harbour master resign?", "The harbour master resigned", "The harbour master did not resign"),
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
        ("Is there going to be a vote?", "There is a vote", "There is no vote"),
        ("Have the rebels signed it?", "The rebels have signed it", "The rebels have not signed it"),
        ("Could the dam fail in June?", "The dam fails in June", "The dam does not fail in June"),
        ("Might the two sides agree?", "The two sides agree", "The two sides do not agree"),
        ("If it rains, will the dam hold?", "If it rains, the dam holds", "If it rains, the dam does not hold"),
        ("Will Gull Airlines cancel it?", "Gull Airlines cancels it", "Gull Airlines does not cancel it"),
        ("Will it snow?", "It snows", "It does not snow"),
        ("Won't the dam hold?", "The dam holds", "The dam does not hold"),
        ("Was the letter forged?", "The letter was forged", "The letter was not forged"),
        ("Are the talks over?", "The talks are over", "The talks are not over"),
        ("Will there be a second round?", "There is a second round", "There is no second round"),
        ("WILL VELMORA CLOSE ITS HARBOUR?", "Velmora closes its harbour", "Velmora does not close its harbour"),
        ("Is it true that the dam broke?", "The dam broke", "The dam did not break"),
        ("Will Velmora not close it?", "Velmora does not close it", "Velmora closes it"),
        ("Will nobody resign by May?", "Nobody resigns by May", "Somebody resigns by May"),
        ("Will anyone be charged?", "Someone is charged", "No one is charged"),
        ("Will there be no vote?", "There is no vote", "There is a vote"),
        ("Will Bo Ras have signed it?", "Bo Ras has signed it", "Bo Ras has not signed it"),
        (
            "Will the hunger strike at Moss prison end?",
            "The hunger strike at Moss prison ends",
            "The hunger strike at Moss prison does not end",
        ),
        ("Is the Tarvo strike likely to end?", "The Tarvo strike ends", "The Tarvo strike does not end"),
        ("Can Velmora still win?", "Velmora wins", "Velmora does not win"),
        (
            "Will Velmora's finance minister formally resign?",
            "Velmora's finance minister formally resigns",
            "Velmora's finance minister does not formally resign",
        ),
        ("How likely is it that the dam holds?", "The dam holds", "The dam does not hold"),
        ("How likely is Velmora to sign the pact?", "Velmora signs the pact", "Velmora does not sign the pact"),
        ("What are the odds of Bo Ras resigning?", "Bo Ras resigns", "Bo Ras does not resign"),
        ("How probable is a strike in Velmora?", "There is a strike in Velmora", "There is no strike in Velmora"),
        ("Do you think the dam will hold?", "The dam holds", "The dam does not hold"),
        (
            "By 3 May 2031, will the dam break?",
            "By 3 May 2031, the dam breaks",
            "By 3 May 2031, the dam does not break",
        ),
        ("The tunnel opens by May 2031?", "The tunnel opens by May 2031", "The tunnel does not open by May 2031"),
        ("Are schools in Ost going to be shut?", "Schools in Ost are shut", "Schools in Ost are not shut"),
        ("The river is high. Will the dam hold?", "The dam holds", "The dam does not hold"),
        ("Will the dam hold according to the ministry?", "The dam holds", "The dam does not hold"),
        (
            "Will the Greens, who hold 12 seats, back it?",
            "The Greens, who hold 12 seats, back it",
            "The Greens, who hold 12 seats, do not back it",
        ),
        (
            "Will the plan put forward by Ost be adopted?",
            "The plan put forward by Ost is adopted",
            "The plan put forward by Ost is not adopted",
        ),
        ("Are talks on a truce to resume?", "Talks on a truce resume", "Talks on a truce do not resume"),
        ("Will the two Koltas merge?", "The two Koltas merge", "The two Koltas do not merge"),
        ("Will schools stay shut?", "Schools stay shut", "Schools do not stay shut"),
        ("Will there be talks?", "There are talks", "There are no talks"),
        ("Will neither side sign?", "Neither side signs", "Either side signs"),
        (
            "Will Velmora Sign The Pact With Ost?",
            "Velmora signs the Pact with Ost",
            "Velmora does not sign the Pact with Ost",
        ),
        (
            "Will, by May, the council have voted?",
            "By May, the council has voted",
            "By May, the council has not voted",
        ),
        ("Will any of the boats sail?", "Any of the boats sails", "None of the boats sails"),
        (
            "Will the salt mine at Tarn close?",
            "The salt mine at Tarn closes",
            "The salt mine at Tarn does not close",
        ),
        (
            "Will the plan to move the market be dropped?",
            "The plan to move the market is dropped",
            "The plan to move the market is not dropped",
        ),
        (
            "Will the clerks who walk to Tarn win a rise?",
            "The clerks who walk to Tarn win a rise",
            "The clerks who walk to Tarn do not win a rise",
        ),
        (
            "Will the list that Orlen put out include Tarn?",
            "The list that Orlen put out includes Tarn",
            "The list that Orlen put out does not include Tarn",
        ),
        ("Are the men who walked out in Tarn going to return?", "The men who walked out in Tarn return", None),
        ("Will the council vow to close the port?", "The council vows to close the port", None),
        ("Will the union strike over the pay offer?", "The union strikes over the pay offer", None),
        ("Will Bo Ras's refusal to answer questions count?", "Bo Ras's refusal to answer questions counts", None),
        ("Will the hats worn by the guards sell?", "The hats worn by the guards sell", None),
        ("Will what was agreed at Tarn be kept?", "What was agreed at Tarn is kept", None),
        ("Will a number of the boats sail?", "A number of the boats sail", None),
        ("Will the number of boats grow?", "The number of boats grows", None),
        ("Will a third of Tarn's trams be sold?", "A third of Tarn's trams are sold", None),
        ("Will physics be dropped?", "Physics is dropped", None),
        ("Is the bridge beautiful?", "The bridge is beautiful", "The bridge is not beautiful"),
        ("Is the bridge at Orlen corrupt?", "The bridge at Orlen is corrupt", None),
        ("Will or won't the ferry sail?", "The ferry sails", "The ferry does not sail"),
        ("Is or isn't the ferry late?", "The ferry is late", "The ferry is not late"),
        ("Will the ferry sail or won't it?", "The ferry sails", "The ferry does not sail"),
        ("Isn't it true that the ferry will sail?", "The ferry sails", "The ferry does not sail"),
        ("Any chance that the ferry sails?", "The ferry sails", "The ferry does not sail"),
        ("Will the port still be shut at noon?", "The port is still shut at noon", None),
    ],
)
def test_a_question_becomes_a_statement_and_its_negation(question, statement, negation):
    """The first hypothesis is what a yes would say, the last is its opposite."""
    found, _ = hypotheses(_asked(question))
    assert [h.text for h in found] == [statement, negation or found[-1].text]
    assert [h.negates for h in found] in ([None, "h1"], ["h2", None])


def test_a_question_asked_with_not_is_weighed_the_other_way_round():
    """The plain form is the one that is weighed; the asked one negates it, so both ways of asking are one."""
    found, _ = hypotheses(_asked("Will Velmora not close its harbour?"))
    assert [(h.text, h.negates, h.event) for h in found] == [
        ("Velmora does not close its harbour", "h2", "not close its harbour"),
        ("Velmora closes its harbour", None, "close its harbour"),
    ]


def test_words_that_no_table_knows_are_told_apart_by_their_places():
    """Where no table knows the verb, what follows it tells where the predicate begins."""
    found, _ = hypotheses(_asked("Will quxly zorp the blimf?"))
    assert [h.text for h in found] == ["Quxly zorps the blimf", "Quxly does not zorp the blimf"]


@pytest.mark.parametrize(
    ("question", "subject", "event"),
    [
        ("Will the council close the harbour by 30 May 2024?", "the council", "close the harbour"),
        ("Will taxes be raised before 30 May 2024?", "taxes", "be raised"),
        ("Will there be a vote by 30 May 2024?", "a vote", "be"),
        ("Has Velmora signed the pact yet?", "Velmora", "have signed the pact"),
        ("Would the duke resign if he loses?", "the duke", "resign"),
        ("Is Bo Ras leaving by 30 May 2024?", "Bo Ras", "leave"),
    ],
)
def test_who_and_what_are_told_apart_from_when(make, question, subject, event):
    """The subject and the event in its base form, without its deadline and condition, stand in the hypothesis."""
    found, _ = hypotheses(make.question(question))
    assert (found[0].subject, found[0].event) == (subject, event)
    assert (found[1].subject, found[1].event) == (subject, f"not {event}")


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
    assert found[0].resolver == "the Port Authority"
    assert found[0].text == "The harbour closes by May"


@pytest.mark.parametrize(
    "question",
    [
        "Per the harbour office, will the port close?",
        "Will the port, as decided by the harbour office, close?",
        "Will the port close (source: the harbour office)?",
        "Will the port close? Resolved by the harbour office.",
        "Will the port close? The harbour office decides.",
    ],
)
def test_who_settles_it_is_told_in_many_words(question):
    """The words that name who settles a question are no part of what is asked."""
    found, _ = hypotheses(_asked(question))
    assert (found[0].resolver or "").casefold() == "the harbour office"
    assert found[0].text == "The port closes"


def test_what_a_person_says_of_days_and_judge_stands_above_the_words(make):
    """First day, last day and judge given beside a question replace what was read."""
    found, notes = hypotheses(
        make.question(), terms=Terms(date(2024, 3, 1), date(2024, 4, 30), "the harbour office")
    )
    assert {(h.opens, h.closes, h.resolver) for h in found} == {
        (date(2024, 3, 1), date(2024, 4, 30), "the harbour office")
    }
    assert not notes


def test_days_that_contradict_each_other_are_refused(make):
    """A first day after the last is an error that names both options."""
    with pytest.raises(SettingError, match=r"--opens.*--closes"):
        hypotheses(make.question(), terms=Terms(opens=date(2024, 6, 1)))


@pytest.mark.parametrize("day", ["31 February", "February 30, 2025", "31 April 2031", "2031-02-30", "32 May"])
def test_a_day_that_no_calendar_has_is_refused(day):
    """An impossible day is named with the last day of its month or a form to give."""
    with pytest.raises(SettingError, match="is no day"):
        hypotheses(_asked(f"Will the harbour close by {day}?"))


@pytest.mark.parametrize("day", ["30 June 9999", "June 9999", "June 30, 99999", "the year 3000"])
def test_a_year_that_no_time_is_read_in_is_refused(day):
    """A far year is never left out so that the day is that of another; an amount is no year."""
    with pytest.raises(SettingError, match="as far away"):
        hypotheses(_asked(f"Will the harbour close by {day}?"))
    assert hypotheses(_asked("Will losses rise by 5000?"))


@pytest.mark.parametrize(
    ("timex", "bound", "closes"),
    [("2031", "by", "2031-06-30"), ("2031", "before", "2031-06-30"), ("2031-06", "by", "2031-06-15")],
)
def test_the_middle_of_a_year_is_the_end_of_june(make, timex, bound, closes):
    """Half of the year, or of the month, has gone."""
    asked = make.time(_asked("Will the harbour close by mid-2031?"), "mid-2031", None, "2031-08-20", bound)
    mention = replace(asked.times[0], timex=timex, vagueness="mid")
    asked = replace(asked, times=(mention,))
    if timex == "2031-06":
        mention = replace(mention, interval=Interval(None, date(2031, 6, 20)))
        asked = replace(asked, times=(mention,))
    assert hypotheses(asked)[0][0].closes == date.fromisoformat(closes)


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("Will it rain by new year's day 2034?", "Will it rain by New Year's Day 2034?"),
        ("Will it rain before advent 2031?", "Will it rain before Advent Sunday 2031?"),
        ("Will it rain by the first Sunday of Advent?", "Will it rain by Advent Sunday?"),
        ("Will Advent Mills close by michaelmas?", "Will Advent Mills close by Michaelmas?"),
        ("Will it rain untill the end of febuary?", "Will it rain until the end of February?"),
    ],
)
def test_names_of_days_get_their_capitals(asked, read):
    """Holidays and months in small letters are read as what they are; Advent as a day is its first Sunday."""
    assert mended(asked) == read


def test_a_time_at_which_it_is_to_happen_opens_and_closes(make):
    """A time with "in" sets the first day, too; a time inside the subject sets none."""
    asked = make.time(_asked("Will the port close in May 2031?"), "May 2031", "2031-05-01", "2031-05-31")
    found, _ = hypotheses(asked)
    assert (found[0].opens, found[0].closes) == (date(2031, 5, 1), date(2031, 5, 31))
    inside = make.time(_asked("Will Bo Ras, who left in May 2031, return?"), "May 2031", "2031-05-01", "2031-05-31")
    assert hypotheses(inside)[0][0].closes is None


def test_capitals_are_spelled_as_in_the_case():
    """A question in capitals is read in the usual letters, names as the articles spell them."""
    found, _ = hypotheses(
        _asked("WILL THE BRIDGE TO ORLEN CLOSE?"), texts=["On Monday the road to Orlen was open."]
    )
    assert found[0].text == "The bridge to Orlen closes"


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
        ("By when will it rain?", "no yes or no"),
        ("Will it rain, and when?", "two questions"),
        ("The harbour will close.", "Will the harbour close"),
        ("Will they?", "does not say who"),
        ("Could be closed?", "does not say who"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_remedy(text, says):
    """No question, no yes or no, two questions, too long: a SettingError that says what to ask instead."""
    with pytest.raises(SettingError, match=says) as caught:
        hypotheses(_asked(text))
    assert "ask" in str(caught.value)


@pytest.mark.parametrize("more", ["The harbour does not close.", "the harbour closes", "Will the harbour close?"])
def test_a_hypothesis_that_the_question_holds_already_is_refused(more):
    """The question's own statement and its opposite always stand; a further hypothesis must be another."""
    with pytest.raises(SettingError, match="says the same"):
        hypotheses(_asked("Will the harbour close?"), [_asked(more)])


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
    assert found[0].text != found[-1].text
    assert {found[0].negates, found[-1].negates} in ({None, "h1"}, {None, found[-1].id})
