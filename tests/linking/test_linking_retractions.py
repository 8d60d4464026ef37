"""Retractions and corrections: what they close, what they leave standing, and what is no retraction."""

from __future__ import annotations

import pytest

from sayso.brain.entailer import RuleEntailer
from sayso.linking.link import link
from sayso.linking.takings import takings, withdrawing

ENTAILER = RuleEntailer()


def _case(make, *pages):
    return link(pages, make.question(), entailer=ENTAILER)


def _said(make, who, content, *, outlet, kind="person", day="2024-05-02"):
    page = make.page(f"{who} said {content}.", outlet=outlet, day=day)
    return make.says(make.source(page, who, kind), who, content)


def _notice(make, text, *, outlet="Gull", day="2024-05-09", days=()):
    page = make.page(text, outlet=outlet, day=day)
    for words, date in days:
        page = make.time(page, words, date, date)
    return page


def _back(case):
    return {origin.root.split(",")[0]: bool(origin.retracted) for origin in case.origins}


def test_a_whole_story_is_taken_back_by_its_day(make):
    """An outlet that "takes the whole story back" closes what it had on the day it names, and nothing else."""
    claim = _said(make, "a clerk", "the harbour will close", outlet="Gull", kind="anonymous")
    later = _said(make, "a pilot", "ships must leave", outlet="Gull", kind="anonymous", day="2024-05-05")
    other = _said(make, "Ina Brell", "the harbour will not close", outlet="Tern")
    text = "A correction. On Thursday we told you that the harbour will close. The Gull takes the whole story back."
    case = _case(make, claim, later, other, _notice(make, text, days=[("Thursday", "2024-05-02")]))
    assert _back(case) == {"a clerk": True, "a pilot": False, "Ina Brell": False}
    assert [note.code for note in case.notes] == ["L308"]


def test_relays_of_what_is_taken_back_are_closed_with_it(make):
    """A relay of the report shares its origin, which is closed from the day of the retraction on."""
    claim = _said(
        make,
        "a clerk",
        "the harbour of Velmora will close before the herring comes",
        outlet="Gull",
        kind="anonymous",
    )
    text = "The harbour of Velmora will close before the herring comes, the Gull reported."
    relay = make.source(make.page(text, outlet="Tern", day="2024-05-03"), "the Gull", "outlet")
    relay = make.says(relay, "the Gull", text[: text.index(",")])
    notice = _notice(make, "KILL\nThe Gull withdraws its report that the harbour of Velmora will close.")
    case = _case(make, claim, relay, notice)
    assert all(origin.retracted == notice.article.id for origin in case.origins)


def test_a_source_takes_back_what_it_said_on_a_day(make):
    """Of two remarks of one speaker the one of the day that is named is closed."""
    first = _said(make, "Tarn Osk", "the harbour will close", outlet="Gull", day="2024-05-02")
    second = _said(make, "Tarn Osk", "ninety boats must find a berth", outlet="Tern", day="2024-06-04")
    text = "Tarn Osk has withdrawn what he said on Tuesday."
    notice = _notice(make, text, outlet="Kelp", day="2024-06-09", days=[("Tuesday", "2024-06-04")])
    found = {o.statements[0]: bool(o.retracted) for o in _case(make, first, second, notice).origins}
    assert found == {first.statements[0].id: False, second.statements[0].id: True}


def test_a_correction_of_a_number_closes_nothing_else(make):
    """An earlier version gave a wrong number: the statement with it is noted, the speaker's other words stand."""
    text = "Tarn Osk said that 900 boats must leave. Tarn Osk said the harbour will close."
    page = make.source(make.page(text, outlet="Gull", day="2024-05-02"), "Tarn Osk")
    page = make.amount(page, "900 boats", 900, 900, "boats")
    page = make.says(make.says(page, "Tarn Osk", "that 900 boats must leave"), "Tarn Osk", "the harbour will close")
    words = "An earlier version of this article said that 900 boats must leave; there are 90."
    notice = make.amount(_notice(make, words), "900 boats", 900, 900, "boats")
    case = _case(make, page, notice)
    assert not any(origin.retracted for origin in case.origins)
    assert [note.code for note in case.notes] == ["L313"]


def test_a_correction_of_all_there_is_closes_it(make):
    """Where the wrong number is all that an origin says, the correction closes it."""
    page = _said(make, "a clerk", "that 900 boats must leave", outlet="Gull", kind="anonymous")
    page = make.amount(page, "900 boats", 900, 900, "boats")
    words = "Correction: we wrongly reported that 900 boats must leave; there are 90."
    page = page if page.statements[0].amounts else make.says(page, "a clerk", "900 boats must leave")
    case = _case(make, page, make.amount(_notice(make, words), "900 boats", 900, 900, "boats"))
    assert any(origin.retracted for origin in case.origins)


@pytest.mark.parametrize(
    "text",
    [
        "The army withdraws its troops from the harbour of Velmora.",
        "Savers withdrew what they had and the harbour will close.",
        "The maker may have to withdraw the vaccine.",
        "The rate was corrected to 3 percent.",
        "Ostria took back the island.",
        "",
    ],
)
def test_what_withdraws_something_else_takes_nothing_back(make, text):
    """Troops, savings and vaccines are withdrawn without a word about a report."""
    claim = _said(make, "a clerk", "the harbour will close", outlet="Gull", kind="anonymous")
    notice = _notice(make, text)
    assert not any(origin.retracted for origin in _case(make, claim, notice).origins)


@pytest.mark.parametrize(
    "text",
    [
        "The Gull retracts its report that the harbour will close.",
        "The report has since been removed by the Gull.",
        "We regret the error.",
        "We can no longer stand by our story.",
        "MANDATORY KILL: harbour story",
        "Editor's note: the harbour stays open.",
        "An earlier version of this article said the harbour will close.",
    ],
)
def test_words_of_taking_back_are_known(make, text):
    """Retractions, removals, regrets, kill notices, editor's notes and corrected versions are seen."""
    notice = _notice(make, text)
    assert withdrawing(takings(notice)) == {notice.article.id}


def test_a_retraction_older_than_the_claim_closes_nothing(make):
    """What is said after the retraction stands."""
    claim = _said(make, "a clerk", "the harbour will close", outlet="Gull", kind="anonymous", day="2024-05-12")
    notice = _notice(make, "The Gull retracts its report that the harbour will close.")
    assert not any(origin.retracted for origin in _case(make, claim, notice).origins)
