"""When each thing was said, once an article has a date: told, taken over, left open, inside another saying."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.annotating.pages import page

from sayso.linking.times import date_pages, dated
from sayso.model.times import Dating, Interval

DAY = date(2031, 1, 17)  # a Friday


def saids(text, published=None):
    """When each statement of a text of DAY was said, in text order."""
    given_day = Dating(Interval(DAY, DAY), "given")
    return [one.said for one in dated(page(text, published=published or given_day)).statements]


def test_a_day_that_the_text_tells():
    """Where the text tells the day it is given, with the words that tell it."""
    (said,) = saids("Ada Lind said on Tuesday that the mill would close.")
    assert said.interval == Interval(date(2031, 1, 14), date(2031, 1, 14))
    assert said.how == "given"
    assert said.reasons == ("The text tells when: “Tuesday”.",)
    assert len(said.evidence) == 1


def test_what_goes_on_says_so():
    """A day taken over from the saying before names what it is taken from, and is less sure."""
    first, second = saids("Ada Lind said on Tuesday that the mill would close. She added that all was safe.")
    assert second.interval == first.interval
    assert "Goes on" in second.reasons[0]
    assert second.confidence < first.confidence


def test_where_nothing_is_told():
    """Without a day the interval ends with the article, and a paper's reaches back further than speech."""
    (said,) = saids("Ada Lind told the Quay Courier that the mill would close.")
    (paper,) = saids("The mill will close, according to a report by the Tarn Institute.")
    assert said.how == paper.how == "inferred"
    assert said.interval.latest == paper.interval.latest == DAY
    assert paper.interval.earliest < said.interval.earliest < DAY
    assert 0.5 < said.confidence < 1


def test_this_week_ends_with_the_article():
    """Nothing that an article tells was said after it."""
    (said,) = saids("Ada Lind said this week that the mill would close.")
    assert said.interval == Interval(date(2031, 1, 13), DAY)


def test_what_is_reported_inside_a_saying_is_no_later():
    """What somebody passes on was said no later than they spoke."""
    outer, inner = saids("Ada Lind said on Tuesday that the minister had warned that the mill would close.")
    assert inner.interval.latest == outer.interval.latest
    assert inner.interval.earliest < outer.interval.earliest


def test_without_a_date_of_the_article():
    """With no date only a time with its own year tells; everything else stays open."""
    text = "Ada Lind said on Tuesday that the mill would close. Per Aston said on 3 May 2030 that all was safe."
    found = dated(page(text))
    by_source = {one.chain[-1].source.text: one.said for one in found.statements}
    assert by_source["Ada Lind"] is None
    aston = by_source["Per Aston"]
    assert aston
    assert aston.interval == Interval(date(2030, 5, 3), date(2030, 5, 3))


def test_in_a_case_as_alone():
    """The articles of a case tell when each thing was said as one alone does."""
    text = "Ada Lind said on Tuesday that the mill would close."
    (found,) = date_pages([page(text, published=Dating(Interval(DAY, DAY), "given"))])
    assert [one.said for one in found.statements] == saids(text)


def test_an_inferred_date_gives_the_hull():
    """Where the article's date is an interval, so is the day told, and the confidence is that of both."""
    week = Dating(Interval(date(2031, 1, 13), date(2031, 1, 19)), "given")
    (said,) = saids("Ada Lind said yesterday that the mill would close.", week)
    assert said.interval == Interval(date(2031, 1, 12), date(2031, 1, 18))


def test_a_heading_is_said_when_its_source_speaks_below():
    """What the heading gives of a source was said when the text below tells that it spoke."""
    heading, below = saids("# Lind says mill will close\n\nAda Lind said on Tuesday that the mill would close.")
    assert (heading.interval, heading.how) == (below.interval, "inferred")


@given(
    st.dates(date(2029, 1, 1), date(2033, 1, 1)), st.sampled_from(["on Friday", "in March", "last week", "now", ""])
)
def test_nothing_is_said_after_the_article(day, when):
    """Whatever the day, what was said lies no later than the article, and every reason is a sentence."""
    text = f"Ada Lind said {when} that the mill would close. “It is late,” she added."
    for said in saids(text, Dating(Interval(day, day), "given")):
        assert said.interval.latest <= day
        assert all(reason.endswith(".") for reason in said.reasons)
        assert 0 < said.confidence <= 1
