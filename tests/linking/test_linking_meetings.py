"""Times of one text that can be one day: weekdays, weeks and dates beside each other."""

from __future__ import annotations

from datetime import date

from tests.linking.pages_of_days import page

from sayso.linking.meetings import meetings


def says(text: str) -> list[str]:
    """What the meetings of a text say."""
    return [clue.says for clue in meetings(page(text))]


def test_a_date_and_a_weekday() -> None:
    """A date ahead may be the weekday ahead, more so where their sentences share a word."""
    text = "The ferry will sail on Wednesday. She said the ferry will go by 12 March, she hopes."
    (clue,) = meetings(page(text))
    assert clue.says == "“12 March” can be the “Wednesday” of the text."
    tuesday, other = date(2031, 3, 11).toordinal(), date(2032, 3, 11).toordinal()  # 12 March 2031 is a Wednesday
    assert clue.weight(tuesday) > 0.5 > clue.weight(other)
    (alone,) = meetings(page("The ferry will sail on Wednesday. A fair will open on 12 March."))
    assert clue.weight(tuesday) > alone.weight(tuesday) > 0


def test_a_date_and_a_week() -> None:
    """A date ahead lies in next week where the two sentences speak of one thing."""
    (clue,) = meetings(page("The kite fair is next week. They will fly at the fair on 12 March."))
    assert clue.says == "“12 March” can lie in the “next week” of the text."
    assert clue.weight(date(2031, 3, 5).toordinal()) > 0 > clue.weight(date(2031, 3, 10).toordinal())
    assert says("The kite race is next week. They will paint the hall on 12 March.") == []


def test_the_past_and_the_future_do_not_meet() -> None:
    """A date ahead is no weekday past and lies in no week past."""
    assert says("The ferry sailed on Wednesday. The ferry will go on 12 March.") == []
    assert says("The ferry sailed last week. The ferry will go on 12 March.") == []


def test_coming_days() -> None:
    """A date that its sentence puts in the coming days lies ahead by a week at most."""
    (clue,) = meetings(page("The mayor may resign in the coming days, possibly as early as March 12."))
    assert "in the coming days" in clue.says
    assert clue.weight(date(2031, 3, 9).toordinal()) > 0 > clue.weight(date(2031, 3, 1).toordinal())
    assert says("In the coming days nobody sleeps; the mayor resigned on March 12.") == []


def test_repeated_meetings_count_once() -> None:
    """The same date and the same weekday, named again, meet once."""
    text = "The ferry sailed on Monday. It sailed on 12 March, on Monday. The ferry sailed on 12 March."
    assert len(meetings(page(text))) == 1


def test_pairs_are_bounded() -> None:
    """However many times a text names, the pairs that count are few."""
    text = " ".join(f"They will sail on Monday and on {day} March." for day in range(1, 29))
    assert len(meetings(page(text))) <= 6
    assert meetings(page("")) == ()
