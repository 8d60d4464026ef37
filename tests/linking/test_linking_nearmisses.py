"""What looks like the event of a hypothesis and is not it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.nearmisses import MOST, nearmisses
from sayso.model.stances import Hypothesis, Stance

_SECOND = Hypothesis(
    "h1", "Velmora announces a second closure of the harbour by 30 May 2024", subject="Velmora",
    event="announce a second closure of the harbour",
)  # fmt: skip
_LAW = Hypothesis(
    "h1", "The senate of Velmora passes the fishing law", subject="the senate", event="pass the fishing law"
)


def _near(make, hypothesis, *contents, lean="open"):
    pages, stances = [], []
    for number, content in enumerate(contents):
        page = make.page(f"Tarn Osk said {content}. ({number})", day="2024-05-02")
        page = make.says(make.source(page, "Tarn Osk"), "Tarn Osk", content)
        pages.append(page)
        stances.append(Stance(page.statements[0].id, "h1", lean, 0.0))
    return nearmisses(pages, stances, [hypothesis])


@pytest.mark.parametrize(
    ("hypothesis", "content", "why"),
    [
        (
            _SECOND,
            "that boats are being turned away by a covert closure of the harbour of Velmora",
            "without announcement",
        ),
        (_SECOND, "that the closure of the harbour was hard on Velmora", "not a further one"),
        (_SECOND, "that the first closure did harm", "earlier one: first closure"),
        (_SECOND, "that a new closure of the harbour in Orlen was announced", "elsewhere: Orlen"),
        (_LAW, "that the fishing law passed a committee of the Velmora senate", "smaller body"),
        (_LAW, "that the senate of Velmora has a draft bill of a fishing law to pass", "draft or a proposal"),
    ],
)
def test_what_tells_it_apart_is_said(make, hypothesis, content, why):
    """Another sort, the earlier one, another place, a smaller body, a draft: each is named."""
    (found,) = _near(make, hypothesis, content)
    assert why in found.why
    assert found.what == content
    assert found.refs


@pytest.mark.parametrize("lean", ["support", "deny"])
def test_a_statement_that_takes_a_side_is_none(make, lean):
    """What counts for or against is no near miss."""
    assert _near(make, _SECOND, "that a covert closure of the harbour goes on", lean=lean) == ()


def test_another_matter_is_none(make):
    """Without the matter of the event nothing looks like it."""
    assert _near(make, _SECOND, "that covert talks on wheat are going on in Orlen") == ()


def test_after_the_last_day_is_told_with_its_words(make):
    """A time after the question closes is given in the words of the text."""
    asked = Hypothesis("h1", _SECOND.text, closes=date(2024, 5, 30), subject="Velmora", event=_SECOND.event)
    content = "that another closure of the harbour comes in July"
    page = make.time(make.page(f"Tarn Osk said {content}.", day="2024-05-02"), "July", "2024-07-01", "2024-07-31")
    page = make.says(make.source(page, "Tarn Osk"), "Tarn Osk", content)
    (found,) = nearmisses([page], [Stance(page.statements[0].id, "h1", "open", 0.0)], [asked])
    assert found.why == "after the last day: July"


def test_one_told_many_times_stands_once(make):
    """Statements that agree in their words are one near miss, with all of them named."""
    said = [f"that the first closure did harm to boat {number}" for number in range(5)]
    (found,) = _near(make, _SECOND, *said)
    assert len(found.statements) == len(found.refs) == 5


@given(st.integers(1, 30))
def test_the_list_stays_short(make, number):
    """However many near misses a case has, a list that can be read is kept."""
    said = [
        f"that a closure of the harbour in Orlen{chr(97 + n % 26)}{chr(97 + n // 26)} was announced"
        for n in range(number)
    ]
    assert len(_near(make, _SECOND, *said)) == min(number, MOST)
