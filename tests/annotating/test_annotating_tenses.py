"""Direction: on which side of the day of writing a weekday, a day or a month lies, and what told it."""

from __future__ import annotations

import time
from datetime import date

import pytest

from sayso.annotating.times import times
from sayso.lang.en.leanings import WEIGHTS
from sayso.model.article import Article
from sayso.model.times import Dating, Interval, TimeMention

WEDNESDAY = date(2031, 6, 18)


def found(text: str, day: date = WEDNESDAY) -> list[TimeMention]:
    """The times of a text published on `day`."""
    return list(times(Article("a", "a.txt", text, "0", published=Dating(Interval(day, day), "given")), ()))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council met on Monday.", "2031-06-16"),
        ("The council will meet on Monday.", "2031-06-23"),
        ("The council is to meet again on Friday.", "2031-06-20"),
        ("The fair is scheduled to open on Saturday.", "2031-06-21"),
        ("The hearing had been due to end on Friday.", "2031-06-13"),
        ("The clerk said on Monday that the roof had been checked.", "2031-06-16"),
        ("They hope to win Sunday's election.", "2031-06-22"),
        ("They will appeal against Monday's ruling.", "2031-06-16"),
        ("Voters were stunned by Friday's verdict.", "2031-06-13"),
        ("From Monday the ferry will sail twice a day.", "2031-06-23"),
        ("The record was set on Friday.", "2031-06-13"),
        ("The tour is set for Friday.", "2031-06-20"),
        ("They agreed to meet on Friday.", "2031-06-20"),
        ("They have not been seen since Friday.", "2031-06-13"),
        ("The bridge will open this Friday.", "2031-06-20"),
    ],
)
def test_a_weekday(text: str, value: str) -> None:
    """A weekday lies where the verbs around it, its owner and its bound put it."""
    assert found(text)[0].timex == value


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("In November they voted.", date(2031, 1, 10), "2030-11"),
        ("They will vote in November.", date(2031, 1, 10), "2031-11"),
        ("She will be named captain for a flight in December.", date(2031, 3, 4), "2031-12"),
        ("The line will be doubled by August.", date(2031, 2, 13), "2031-08"),
        ("The dam was raised in March.", date(2031, 10, 30), "2031-03"),
        ("The price has risen since August.", date(2031, 3, 1), "2030-08"),
        ("The mill closed on 5 December.", date(2031, 6, 18), "2030-12-05"),
        ("The mill will close on 5 December.", date(2031, 6, 18), "2031-12-05"),
        ("The mill closed on 16 June.", date(2031, 6, 18), "2031-06-16"),
    ],
)
def test_a_month_or_a_day(text: str, day: date, value: str) -> None:
    """The nearer occurrence is meant unless the words around it say that it is the other one."""
    assert found(text, day)[0].timex == value


def test_both_ways_in_one_sentence() -> None:
    """A past and a coming weekday of one sentence are told apart."""
    said, comes = found("The mayor said on Monday that the pool would reopen on Friday.")
    assert (said.timex, comes.timex) == ("2031-06-16", "2031-06-20")


def test_a_list_goes_on() -> None:
    """Months in a row follow one another over the turn of the year."""
    text = "She will sing in Ost in November, in Varn in December, in Tull in January and in Ober in April."
    assert [m.timex for m in found(text)] == ["2031-11", "2031-12", "2032-01", "2032-04"]


def test_the_rule_says_why() -> None:
    """The rule shown with a time names what put it ahead or behind."""
    (mention,) = found("The council will meet on Friday.")
    assert mention.rule == "weekday; leans ahead: will before"
    assert found("The mill closed on 20 June.")[0].rule.endswith("; the nearest one")
    (plain,) = found("It opened on 5 March 2021.")
    assert ";" not in plain.rule


def test_weights_are_of_features() -> None:
    """Every weight is that of a feature that a text can have, and none is out of bounds."""
    sides = ("before", "behind", "in sentence")
    single = {"always", "by", "until", "since", "after", "as-early-as", "begins", "begins its sentence", "owner",
              "owner of a deed",
              "opens its sentence"}  # fmt: skip
    assert all(name in single or name.endswith(sides) or name.startswith('after "') for name in WEIGHTS)
    assert all(abs(weight) < 6 for weight in WEIGHTS.values())


@pytest.mark.parametrize("unit", ["On Monday ", "will be held to be on Friday ", "has been had not to Monday "])
def test_linear_time(unit: str) -> None:
    """A long row of weekdays and verbs is read in seconds."""
    begun = time.process_time()
    found(unit * (60_000 // len(unit)))
    assert time.process_time() - begun < 5
