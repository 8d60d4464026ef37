"""Without a question: what the sources of a case differ on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.brain.entailer import RuleEntailer
from sayso.linking.outlooks import WORDS, Outlook, outlooks
from sayso.linking.proposals import MOST, proposals

_FOR = "Governor Ada Lind will close the old harbour in May"
_AGAINST = "the governor will not close the old harbour"


def _said(make, name, content, day="2024-05-02", outlet=None):
    page = make.page(f"{name} said {content}.", outlet=outlet or f"The {name} Post", day=day)
    return make.says(make.source(page, name), name, content)


def _proposed(*pages):
    return proposals(pages, RuleEntailer())


def test_what_sources_differ_on_is_asked(make):
    """A step that one foretells and another denies is worded with the fullest name and the end of the month."""
    pages = [
        _said(make, "Tarn Osk", _FOR),
        _said(make, "Ina Brell", _AGAINST, "2024-05-10"),
        _said(make, "Bo Ras", "Ada Lind may close the harbour", "2024-05-11"),
    ]
    (found,) = _proposed(*pages)
    assert found.question == "Will Governor Ada Lind close the old harbour by 31 May 2024?"
    assert (found.support, found.deny, found.closes.isoformat()) == (2, 1, "2024-05-31")
    said = {page.statements[0].id: page.statements[0].words(page.article.text) for page in pages}
    assert [said[ident] for ident in found.statements] == [_FOR, _AGAINST]


def test_a_matter_without_a_step_is_asked_as_there_will_be(make):
    """Where nobody is said to do it, the matter itself is asked about."""
    pages = [
        _said(make, "Tarn Osk", "there are no discussions about a second toll on bridges"),
        _said(make, "Ina Brell", "Orlen is preparing for a second toll on bridges", "2024-05-10"),
    ]
    found = _proposed(*pages)
    assert found[0].question == "Will there be a second toll by 31 May 2024?"


def test_a_figure_is_a_detail_and_comes_last(make):
    """What is told with a number ("pay 38 florins") stands behind a step without one that fewer contest."""
    pages = [
        _said(make, "Tarn Osk", _FOR),
        _said(make, "Ina Brell", _AGAINST, "2024-05-10"),
        _said(make, "Bo Ras", "the council will pay 38 florins", "2024-05-11"),
        _said(make, "Mira Stand", "the council will pay 38 florins", "2024-05-11"),
        _said(make, "Per Aston", "the council will not pay 38 florins", "2024-05-11"),
        _said(make, "Olin Farr", "the council will not pay 38 florins", "2024-05-11"),
    ]
    questions = [one.question for one in _proposed(*pages)]
    assert len(questions) == 2
    assert "38" in questions[1]


def test_what_all_say_is_not_contested(make):
    """A step that nobody denies or leaves open is no question."""
    pages = [_said(make, name, "Ada Lind will close the harbour") for name in ("Tarn Osk", "Ina Brell")]
    assert _proposed(*pages) == ()


def test_one_origin_is_no_contest(make):
    """A speech that five outlets print is one origin, so there is nobody who differs."""
    pages = [_said(make, "Tarn Osk", _AGAINST, outlet=f"Gull {n}") for n in range(5)]
    assert _proposed(*pages) == ()
    assert _proposed() == ()


@given(st.permutations(range(3)))
@settings(max_examples=6, deadline=None)
def test_the_order_of_articles_changes_nothing(make, order):
    """The same articles in another order give the same proposals."""
    pages = [
        _said(make, "Tarn Osk", _FOR),
        _said(make, "Ina Brell", _AGAINST, "2024-05-10"),
        _said(make, "Bo Ras", "a second harbour is unlikely", "2024-05-11"),
    ]
    assert _proposed(*(pages[place] for place in order)) == _proposed(*pages)
    assert len(_proposed(*pages)) <= MOST


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Minister Ada Lind may be preparing to announce a new toll this week",
         Outlook("Minister Ada Lind", "announce", "a new toll")),
        ("the council plans to close the schools by Friday", Outlook("the council", "close", "the schools")),
        ("that the general will be dismissed before June", Outlook("the general", "be", "dismissed")),
        ("a second toll is highly unlikely", Outlook("", "be", "a second toll")),
        ("there is no plan for a third tram", Outlook("", "be", "a third tram")),
    ],
)  # fmt: skip
def test_steps_and_matters_are_found(said, found):
    """Who, which step and what are told from the words around a word of the future."""
    assert found in list(outlooks(said))


@given(st.text(max_size=200))
def test_any_text_is_read_for_what_is_to_come(text):
    """No text makes the reading fail, and nothing but words is given."""
    for one in outlooks(text):
        assert one.verb


def test_long_statements_are_read_to_a_bound():
    """A statement of a hundred thousand words costs no more than its first."""
    assert len(list(outlooks("she will close the port " * 20_000))) <= WORDS
