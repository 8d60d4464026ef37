"""Times resolved anew: for another date of the text, and from the day on which the words around them were said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.redating import redated, spoken_days
from sayso.model.span import Span
from sayso.model.times import Interval, TimeMention

FORMS = [
    "weekday n=5 lean=-1 odds=-20", "shift value=day n=1", "date month=5 lean=1 odds=20",
    "date year=2030 month=2 day=3", "shift value=week n=-1", "season value=SP", "duration value=P2W which=1",
    "shift value=day n=1 base=last", "none", "ref value=PRESENT_REF",
    "shift value=year n=-1", "weekday n=1 lean=1 odds=20",
]  # fmt: skip
DAYS = st.dates(date(2029, 1, 1), date(2032, 12, 31))


def mention(number, form, anchor=None, bound="at"):
    """A mention with an id from its number, of a form, counting from `anchor`."""
    span = Span(10 * number, 10 * number + 5)
    return TimeMention(
        f"t{number}", span, "x", "XXXX", "DATE", Interval(None, None), bound=bound, form=form, anchor=anchor
    )


def on(day):
    """One day as an interval."""
    return Interval(day, day)


MENTIONS = st.lists(
    st.tuples(
        st.sampled_from(FORMS), st.one_of(st.none(), st.integers(0, 7)), st.sampled_from(["at", "by", "after"])
    ),
    max_size=8,
).map(
    lambda rows: [
        mention(number, form, f"t{anchor}" if anchor is not None else None, bound)
        for number, (form, anchor, bound) in enumerate(rows)
    ]
)


def test_tomorrow_said_on_friday():
    """A time with an anchor counts from the anchor's day."""
    told, tomorrow = redated(
        [mention(0, "weekday n=5 lean=-1 odds=-20"), mention(1, "shift value=day n=1", "t0")], on(date(2029, 5, 14))
    )
    assert (told.timex, tomorrow.timex) == ("2029-05-11", "2029-05-12")


def test_an_anchor_inside_an_anchored_stretch():
    """What was said inside what was said counts from its own day."""
    chain = [
        mention(0, "shift value=week n=-1"),
        mention(1, "date month=5 day=3 lean=-1 odds=-40", "t0"),
        mention(2, "shift value=day n=1", "t1"),
    ]
    assert redated(chain, on(date(2029, 5, 14)))[2].timex == "2029-05-04"


def test_a_day_told_after_the_article_moves_nothing():
    """An anchor that lies after the text, or is not known, leaves the times to count from the text."""
    ahead = [mention(0, "date year=2031 month=1 day=3"), mention(1, "shift value=day n=1", "t0")]
    assert redated(ahead, on(date(2029, 5, 14)))[1].timex == "2029-05-15"
    assert redated([mention(1, "shift value=day n=1", "gone")], on(date(2029, 5, 14)))[0].timex == "2029-05-15"


def test_what_was_said_is_past():
    """A month read as ahead is the last one where it tells when something was said."""
    (may,) = redated([mention(0, "date month=5 lean=1 odds=90")], on(date(2031, 1, 16)))
    assert may.timex == "2031-05"
    assert spoken_days(may, on(date(2031, 1, 16))) == Interval(date(2030, 5, 1), date(2030, 5, 31))


def test_a_day_told_with_its_year_needs_no_date_of_the_text():
    """Where the text tells the whole day of speaking, a quoted "tomorrow" is known without the text's date."""
    dated = [mention(0, "date year=2031 month=1 day=3"), mention(1, "shift value=day n=1", "t0")]
    assert redated(dated, None)[1].timex == "2031-01-04"


def test_days_spoken_end_with_the_text():
    """Nothing was said after the text that tells of it; a bound does not open the days."""
    written = on(date(2031, 1, 16))
    (week,) = redated([mention(0, "shift value=week n=0")], written)
    assert spoken_days(week, written) == Interval(date(2031, 1, 13), date(2031, 1, 16))
    (after,) = redated([mention(0, "weekday n=1 lean=-1 odds=-20", bound="after")], written)
    assert spoken_days(after, written) == on(date(2031, 1, 13))
    assert spoken_days(None, written) is None


@given(MENTIONS, DAYS, DAYS)
def test_resolving_twice_is_resolving_once(mentions, day, other):
    """Resolving again for the same day changes nothing; for another day it does not matter what was before."""
    once = redated(mentions, on(day))
    assert redated(once, on(day)) == once
    assert redated(redated(mentions, on(other)), on(day)) == once


@given(MENTIONS, st.one_of(st.none(), DAYS.map(on)))
def test_ids_forms_and_places_stay(mentions, written):
    """Only values, days and what decided them change, whatever the anchors."""
    found = redated(mentions, written)
    assert [(m.id, m.form, m.span, m.anchor) for m in found] == [(m.id, m.form, m.span, m.anchor) for m in mentions]


@given(MENTIONS, DAYS)
def test_what_has_no_anchor_is_as_without_anchors(mentions, day):
    """Anchors of other times do not touch a time that has none."""
    bare = redated([replace(m, anchor=None) for m in mentions], on(day))
    for found, without in zip(redated(mentions, on(day)), bare, strict=True):
        assert found.anchor or found == without
