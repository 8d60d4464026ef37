"""Narratives: the year, and the day, that a story has reached; backgrounders in reports; where a story ends."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotating.blocks import blocks
from sayso.annotating.times import times
from sayso.model.article import Article
from sayso.model.redating import redated
from sayso.model.times import Dating, Interval, TimeMention

JUNE = date(2031, 6, 18)


def found(text: str, day: date = JUNE) -> list[TimeMention]:
    """The times of a text, a paragraph a line, published on `day`."""
    article = Article("a", "a.txt", text, "0", published=Dating(Interval(day, day), "given"))
    return list(times(article, blocks(article)))


def values(text: str) -> list[str]:
    """The TIMEX3 values of the times of a text."""
    return [mention.timex for mention in found(text)]


def test_the_year_comes_from_the_last_mention() -> None:
    """Months, seasons and holidays of a story belong to the year it has reached, over the turn of the year."""
    text = (
        "In 1998 the line carried a million people. That autumn a bridge fell. In December the express stopped. "
        "In March the line was closed. On 4 May 2000 the owners met. In October they gave up. "
        "By Christmas the rails were gone."
    )
    assert values(text) == [
        "1998", "1998-FA", "1998-12", "1999-03", "2000-05-04", "2000-10", "2000-12-25",
    ]  # fmt: skip


def test_later_counts_from_the_story() -> None:
    """Days, weeks and years later, that day and the day of a month count from what was told before."""
    text = (
        "On 3 February 1925 the dam broke. The next day they fled. Two weeks later the army came. "
        "The mayor was shot on the 25th; that night the town burned. A year later it was rebuilt."
    )
    assert values(text) == ["1925-02-03", "1925-02-04", "1925-02-18", "1925-02-25", "1925-02-25TNI", "1926-02-25"]


@pytest.mark.parametrize(
    ("aside", "value"),
    [
        ("The guild, which was founded in 1912, paid.", "1998-03"),
        ("The 1972 Coast Act forbade it.", "1998-03"),
        ('"In 1972 nobody asked," she wrote.', "1998-03"),
        ("They planned a new line for 2004.", "1998-03"),
        ("In 1999 it rained.", "1999-03"),
    ],
)
def test_what_is_mentioned_aside(aside: str, value: str) -> None:
    """A year in a relative clause, before a name, in quotation or ahead does not move the story."""
    text = f"In 1997 the mill burned. On 5 January 1998 it was rebuilt. {aside} In March it burned again."
    assert values(text)[-1] == value


def test_a_backgrounder_in_a_report() -> None:
    """A report has its own days before and behind the paragraphs that tell past years."""
    text = (
        "The council met on Monday and will decide in November.\n\n"
        "In 2019 the harbour was dredged. On 4 May 2020 a crane fell. In July the pilots walked out, and in March "
        "they came back.\n\n"
        "Last week the mayor said that the work would begin in August."
    )
    assert values(text) == [
        "2031-06-16", "2031-11", "2019", "2020-05-04", "2020-07", "2021-03", "2031-W24", "2031-08",
    ]  # fmt: skip


def test_a_single_year_in_a_report_begins_no_story() -> None:
    """Who was born in a year is no story: months of a report stay with its day."""
    text = "The pilots met on Monday. Their leader, born in 1980, spoke on Tuesday. They voted in May."
    assert values(text)[-1] == "2031-05"


def test_a_flash_back() -> None:
    """What had happened before lies before the story's day and does not move it."""
    text = "On 9 October 1998 a bridge fell. The owners had been warned in the spring. In November they were tried."
    assert values(text) == ["1998-10-09", "1998-SP", "1998-11"]


def test_the_rule_says_that_a_story_told_it() -> None:
    """The rule shown with a time says that the year is that of the story, or what it counts from."""
    rules = [m.rule for m in found("On 3 May 1998 they met. In June they left. The next day it rained.")]
    assert rules[1].endswith("; the year of the story")
    assert rules[2].endswith("; counts from the time before it")


def test_a_story_is_the_same_when_read_anew() -> None:
    """Forms keep their place in the telling, so that another date of the article gives the same story."""
    text = "In 1997 it rained. In 1998 they met.\n\nIn June they left. That autumn they sang. Last week they slept."
    other = Interval(date(2026, 1, 5), date(2026, 1, 5))
    again = redated(found(text), other)
    assert [m.timex for m in again] == ["1997", "1998", "1998-06", "1998-FA", "2026-W01"]


PIECES = [
    "In 1998 ", "On 4 May 2000 ", "in June ", "that autumn ", "the next day ", "two weeks later ", "on Monday ",
    "last week ", "a year earlier ", "on the 31st ", "at 5 p.m. ", "\n\n", "they had left. ", "they will leave. ",
    "“",
    "”",
    "that day ", "who in 9999 ", "the following winter ", "by Christmas ", "the end of the month ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.dates())
def test_any_story(text: str, day: date) -> None:
    """Whatever is told, and whenever: nothing breaks, and each interval is in order."""
    mentions = found(text, day)
    assert mentions == found(text, day)
    assert len(mentions) == len(found(text))
