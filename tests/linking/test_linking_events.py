"""Dating by neighbours: a dated article that tells the same of a day dates the undated one."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.linking.pages_of_days import interval, page

from sayso.linking.events import likelihood, remembered, shared, written
from sayso.linking.times import date_pages
from sayso.model.timeforms import Form

#: Sentences that share nothing, as those of a longer article do.
FILLER = "".join(f" Lark{chr(97 + n // 20)}{chr(97 + n % 20)} sang." for n in range(60))
KNOWN = [
    page("The harbour pilots of Quenn walked out on Tuesday over a broken winch.", date(2031, 3, 12), "n1"),
    page("A sculptor in Ost sold her last marble swan.", date(2031, 2, 3), "n2"),
    page("Rain fell. The library of Tarn opens on Friday." + FILLER, date(2031, 4, 20), "n3"),
]


def test_a_shared_event_dates() -> None:
    """A weekday whose sentence tells what a neighbour tells is the neighbour's day, and the reason says so."""
    text = "Nobody came.\nOn Tuesday the pilots of Quenn harbour walked out: a winch was broken."
    shown = date_pages([*KNOWN, page(text)])[3]
    days = interval(shown)
    assert days.earliest is not None
    assert days.latest is not None
    assert days.contains(date(2031, 3, 11))
    assert (days.latest - days.earliest).days < 31
    dating = shown.article.published
    assert dating is not None
    assert any("“Tuesday” can be 2031-03-11" in reason for reason in dating.reasons)
    assert "Tuesday" in {span.of(text) for span in dating.evidence}


def test_a_leading_sentence_tells_of_the_day_of_issue() -> None:
    """A dated article's first sentence without a day tells of its own day or the one before."""
    known = page("A dredger ran aground off Merrow lighthouse with forty pigs aboard.", date(2031, 3, 13), "n1")
    memory = remembered([known, *KNOWN[1:]])
    asked = page("On Wednesday a dredger with pigs aboard ran aground off Merrow lighthouse.")
    (clue,) = shared(asked, memory)
    assert "2031-03-12" in clue.says
    assert clue.weight(date(2031, 3, 12).toordinal()) > 0 > clue.weight(date(2031, 3, 11).toordinal())


def test_another_weekday_is_another_event() -> None:
    """A weekday that is not the neighbour's gives no clue, however like the sentences are."""
    asked = page("On Thursday the pilots of Quenn harbour walked out: a winch was broken.")
    assert shared(asked, remembered([*KNOWN, asked])) == ()


def test_a_topic_is_no_event() -> None:
    """Words that most articles of a case have tell nothing about a day."""
    pages = [page(f"The dam closed on Tuesday in {place}.", date(2031, 3, 5), place) for place in "abcdefgh"]
    asked = page("The dam closed on Tuesday.")
    assert shared(asked, remembered([*pages, asked])) == ()


def test_two_sentences_of_one_day_count_once() -> None:
    """Telling the same event twice weighs as much as telling it once."""
    once = page("On Tuesday pilots of Quenn walked out over a winch.")
    twice = page(
        "On Tuesday pilots of Quenn walked out over a winch. The winch broke on Tuesday, pilots of Quenn say."
    )
    memory = remembered([*KNOWN, once])
    assert len(shared(once, memory)) == len(shared(twice, memory)) == 1


def test_inferred_dates_remember_nothing() -> None:
    """Only given dates are context: an undated article is no memory for another."""
    assert remembered([page("Pilots walked out on Tuesday.")]).told == ()


@given(st.integers(1, 7), st.sampled_from([-1, 0, 1, None]), st.integers(-1, 1), st.integers(700_000, 740_000))
def test_days_of_writing(weekday: int, which: int | None, lean: int, day: int) -> None:
    """The days on which a weekday means a day have chances that sum to one, or there is none."""
    found = written(Form("weekday", n=weekday, which=which, lean=lean), day)
    assert bool(found) == (day % 7 == weekday % 7)
    assert not found or abs(sum(found.values()) - 1) < 1e-9


@given(st.floats(-50, 200))
def test_likelihoods(score: float) -> None:
    """More shared words never make one event less likely, and nothing makes it certain."""
    assert 0 <= likelihood(score) <= likelihood(score + 1) < 1
