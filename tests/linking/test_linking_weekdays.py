"""Weekdays of one text read together: which is the news, and what stands between two of them."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.linking.pages_of_days import page

from sayso.linking.weekdays import weekdays

TUESDAY = date(2031, 3, 11).toordinal()


def weight(text: str, day: int) -> float:
    """The weight of all weekdays of a text for a day of writing."""
    return sum(clue.weight(day) for clue in weekdays(page(text)))


def test_between_two_weekdays() -> None:
    """Said on Tuesday to come on Wednesday: written on Tuesday, less so on Wednesday, hardly on any other day."""
    text = "The mayor announced on Tuesday that she would speak on Wednesday."
    week = [weight(text, TUESDAY + k) for k in range(7)]
    assert week[0] == max(week)
    assert week[0] - week[1] > 1.5
    assert all(week[1] > other for other in week[2:])
    assert any("written between them" in clue.says for clue in weekdays(page(text)))


def test_wider_between() -> None:
    """Said on Tuesday to come on Friday: the days from one to the other are likelier than those after."""
    text = "The mayor announced on Tuesday that she would speak on Friday."
    assert min(weight(text, TUESDAY + k) for k in (0, 1, 2)) > max(weight(text, TUESDAY + k) for k in (4, 5, 6))


def test_what_is_named_often_is_the_news() -> None:
    """Of two past weekdays the one named three times is nearer to the day of writing."""
    text = "They met on Tuesday. It rained on Tuesday. They ate on Tuesday. The dam was built on Friday."
    assert weight(text, TUESDAY) > weight(text, TUESDAY + 3)


def test_two_sentences_are_not_between() -> None:
    """A weekday past and one ahead in two sentences say nothing together."""
    assert not any(
        "between" in clue.says for clue in weekdays(page("They met on Tuesday. They will eat on Friday."))
    )


def test_last_weekday_is_none() -> None:
    """A "last Tuesday" may be of the week before and is no clue here; nor is a text without weekdays."""
    assert weekdays(page("They met last Tuesday.")) == ()
    assert weekdays(page("")) == ()


@given(
    st.lists(st.sampled_from(["said on Monday", "will eat on Friday", "Sunday", "would go on Tuesday"]), max_size=9)
)
def test_weights_are_bounded(phrases: list[str]) -> None:
    """However many weekdays: no clue weighs a day by more than a few units, and pairs are few."""
    found = weekdays(page("They " + " and ".join(phrases) + "."))
    assert len(found) <= 14 + 3
    assert all(-4 < clue.weight(TUESDAY + k) < 4 for clue in found for k in range(7))
