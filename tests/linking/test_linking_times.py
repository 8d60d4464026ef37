"""Dating articles: given, stated in the text, inferred with the case as context, or left open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linking.pages_of_days import interval, page

from sayso.linking.clues import WORST, clues, of_the_text
from sayso.linking.times import date_pages, dated
from sayso.model.case import Page
from sayso.model.times import Interval

MARCH = Interval(date(2031, 1, 1), date(2031, 12, 31))


def codes(shown: Page) -> list[str]:
    """The codes of a page's notes."""
    return [note.code for note in shown.notes]


def test_a_given_date_stays() -> None:
    """A date that the page or the user states is kept, and the times are tied to it."""
    shown = dated(page("They met on Monday.", date(2031, 3, 12)))
    assert interval(shown) == Interval(date(2031, 3, 12), date(2031, 3, 12))
    assert shown.times[0].timex == "2031-03-10"
    assert codes(shown) == []


def test_nothing_tells() -> None:
    """Without a date, a year or a case the date stays unknown, with a note, and relative times stay open."""
    shown = dated(page("They met on Monday and will meet in May."))
    assert shown.article.published is None
    assert codes(shown) == ["L301"]
    assert all(time.interval == Interval(None, None) for time in shown.times)


def test_a_line_of_its_own() -> None:
    """A full date in a line of its own is the date of issue."""
    shown = dated(page("The dam holds\n12 March 2031\nThey met on Monday, and nobody left before noon that day."))
    assert interval(shown) == Interval(date(2031, 3, 12), date(2031, 3, 13))
    assert codes(shown) == ["L302"]


def test_a_line_at_the_foot() -> None:
    """A full date at the foot is the date of issue where it closes a signature, else it may be of a correction."""
    body = "They met at the dam and talked about the winch. " * 12
    assert interval(dated(page(f"{body}\nThe keepers, 12 March 2031"))).earliest == date(2031, 3, 12)
    assert dated(page(f"{body}\nWednesday, March 12, 2031.")).article.published is None


def test_what_is_past_and_what_lies_ahead() -> None:
    """Weekdays, a date ahead and months behind narrow a year to days, and the evidence says which."""
    text = (
        "The mayor said on Tuesday that she would speak on Wednesday.\n"
        "She may close the dam as early as March 12.\nIt was built in January."
    )
    shown = dated(page(text), near=MARCH)
    assert interval(shown).contains(date(2031, 3, 11))
    first, last = interval(shown).earliest, interval(shown).latest
    assert first is not None
    assert last is not None
    assert (last - first).days < 30
    dating = shown.article.published
    assert dating is not None
    assert dating.how == "inferred"
    assert 0 < dating.confidence < 1
    assert any("March 12" in reason for reason in dating.reasons)
    assert {span.of(text) for span in dating.evidence} & {"March 12", "Wednesday", "Tuesday"}
    assert shown.notes[-1].ref is not None


def test_the_question_gives_the_year() -> None:
    """The question's own last day is context: the article came out before it, as a rule."""
    asked = page("Will the dam be closed by 31 March 2031?", name="q")
    (shown,) = date_pages(
        [page("It is to close in mid-March, after a leak in December and repairs in January.")], asked
    )
    assert interval(shown).overlaps(Interval(date(2031, 1, 15), date(2031, 3, 15)))
    assert not interval(shown).contains(date(2029, 3, 1))


def test_neighbours_give_the_year() -> None:
    """Given dates of other articles are context, and those articles are left as they are."""
    known = [page("They met.", date(2031, 3, day), f"n{day}") for day in (3, 5, 9)]
    shown = date_pages([*known, page("They met on Monday; the vote on 20 March is ahead.")], None)
    assert [interval(one) for one in shown[:3]] == [interval(one) for one in known]
    assert interval(shown[3]).contains(date(2031, 3, 11))


def test_a_contradiction_is_noted() -> None:
    """A given date before a day that the text speaks of as past gets a note."""
    shown = dated(page("They fled on 5 May 2031.", date(2031, 3, 12)))
    assert codes(shown) == ["L310"]


def test_dating_twice_changes_nothing() -> None:
    """A page dated from its text can be dated again, with better context or the same."""
    once = dated(page("She said on Tuesday that it ends in May."), near=MARCH)
    again = dated(once, near=MARCH)
    assert again == once
    assert dated(replace(once, article=replace(once.article, published=None))).article.published is None


def test_what_counts_from_another_day() -> None:
    """A day that counts from when something was said, or that has no form, is no clue; a month said so is."""
    told = page("On Friday she said: on Sunday, in May.")
    friday, *others = told.times
    shown = replace(told, times=(friday, *(replace(time, anchor=friday.id) for time in others)))
    assert [time.text for time in of_the_text(shown).times] == ["Friday", "May"]
    assert of_the_text(replace(told, times=(replace(friday, form=""),))).times == ()
    assert of_the_text(told) == told


def test_what_lies_ahead_surely() -> None:
    """A month that surely lies ahead speaks against the days after it, however near the month of a year later."""
    (month,) = clues(page("It will be shut in December."))
    before, within, after = (month.weight(date(2031, *day).toordinal()) for day in ((11, 20), (12, 20), (1, 20)))
    assert before - 1.5 > within
    assert before - 2 > after
    asked = page("Will it begin by 31 January 2031?", name="q")
    text = "It was built in September. It will be shut in December, and will open in mid-January."
    assert (interval(date_pages([page(text)], asked)[0]).latest or date.max) < date(2031, 1, 6)


def test_repetition_proves_nothing() -> None:
    """A month named five times weighs as much as once."""
    one, five = page("It ends in May."), page("It ends in May. " * 5)
    day = date(2031, 2, 1).toordinal()
    (once,), (often,) = clues(one), clues(five)
    assert once.weight(day) == pytest.approx(often.weight(day), abs=0.1)  # the words around differ a little


@pytest.mark.parametrize("text", ["", "No time here.", "In 9999 and 0001-01-01 it began.", "30 February 2031"])
def test_odd_texts(text: str) -> None:
    """A text without usable times is left undated, never with an error."""
    shown = dated(page(text), near=MARCH)
    assert shown.article.published is None or shown.article.published.how == "inferred"


@given(
    st.lists(
        st.sampled_from(["on Monday", "in May", "next spring", "this winter", "by 3 June", "in 2031"]), max_size=6
    ),
    st.dates(date(2030, 1, 1), date(2032, 12, 31)),
)
def test_always_an_interval_with_reasons(phrases: list[str], last: date) -> None:
    """Whatever the clues: the interval is closed, lies in the window, and has a reason; weights are bounded."""
    shown = page("They will go " + " and ".join(phrases) + ".")
    near = Interval(date(2029, 6, 1), last)
    found = dated(shown, near=near).article.published
    assert all(WORST - 4 <= clue.weight(last.toordinal()) <= 2 for clue in clues(shown))
    if found is not None:
        assert found.interval.earliest is not None
        assert found.interval.latest is not None
        assert near.contains(found.interval.earliest)
        assert near.contains(found.interval.latest)
        assert found.reasons


def test_a_weekday_fixes_the_year() -> None:
    """A date with its weekday is only possible in the years in which they agree."""
    three_years = Interval(date(2029, 6, 1), date(2031, 12, 31))
    shown = dated(page("They will meet on Wednesday, 12 March, said the mayor."), near=three_years)
    assert interval(shown).contains(date(2031, 3, 10))
    assert not interval(shown).contains(date(2030, 3, 10))


def test_undated_articles_with_the_same_clues_are_dated_as_each_alone() -> None:
    """What was worked out for one article serves the next that has the same clues, and changes nothing of it."""
    asked = page("Will it end by 30 June 2031?")
    told = (
        "They met on Tuesday.",
        "On Tuesday they met again.",
        "It ends on 3 May, he said on Friday.",
        "Nothing.",
    )
    pages = [page(text, name=f"n{number}") for number, text in enumerate(told * 3)]
    together = date_pages(pages, asked)
    assert [one.article.published for one in together] == [
        date_pages([one], asked)[0].article.published for one in pages
    ]
