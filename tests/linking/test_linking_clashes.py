"""Statements that cannot both hold."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.brain.entailer import RuleEntailer
from sayso.linking.clashes import MOST
from sayso.linking.link import link
from sayso.model.statements import Commitment


def _said(make, name, content, day, *, outlet="Gull", low=0.85, high=0.99):
    page = make.page(f"{name} said {content}.", outlet=outlet, day=day)
    return make.says(make.source(page, name), name, content, commitment=Commitment("affirmed", low, high))


def _clashes(make, *pages):
    return link(pages, make.question(), entailer=RuleEntailer()).clashes


def test_firm_sides_clash_strongly_and_hedged_ones_weakly(make):
    """Two firm statements on opposite sides are a strong clash, a hedged one makes it weak."""
    no = _said(make, "Ina Brell", "that the harbour will not close", "2024-05-03")
    firm = _said(make, "Tarn Osk", "that the harbour will close", "2024-05-02")
    may = _said(make, "Tarn Osk", "that the harbour may close", "2024-05-02", low=0.1, high=0.7)
    assert [clash.strength for clash in _clashes(make, firm, no)] == ["strong"]
    assert [clash.strength for clash in _clashes(make, may, no)] == ["weak"]


def test_one_side_alone_is_no_clash(make):
    """Two who agree do not clash."""
    pages = [_said(make, name, "that the harbour will close", "2024-05-02") for name in ("Tarn Osk", "Ina Brell")]
    assert _clashes(make, *pages) == ()


def test_one_speaker_on_two_days_has_changed(make):
    """One mouth on both sides of two days is a change, in so many words; on one day it is none."""
    yes = _said(make, "Tarn Osk", "that the harbour will close", "2024-05-02")
    no = _said(make, "Tarn Osk", "that the harbour will not close", "2024-05-09")
    same = _said(make, "Tarn Osk", "that the harbour will not close", "2024-05-02")
    (clash,) = _clashes(make, yes, no)
    assert clash.about.startswith("Tarn Osk changed")
    assert _clashes(make, yes, same) == ()


def test_reprints_add_no_clash(make):
    """Each pair of origins clashes once, however often it is printed."""
    yes = [
        _said(make, "Tarn Osk", "that the harbour will close", "2024-05-02", outlet=f"Gull {n}") for n in range(5)
    ]
    no = [
        _said(make, "Ina Brell", "that the harbour will not close", "2024-05-03", outlet=f"Tern {n}")
        for n in range(5)
    ]
    assert len(_clashes(make, *yes, *no)) == 1


def test_the_number_of_clashes_is_bounded(make):
    """A crowd on either side gives a list that can be read."""
    names = [a + b for a in ("Bel", "Cor", "Dun", "Fal") for b in ("ta", "ve", "sik", "rom", "pel")]
    yes = [_said(make, f"Tarn {name}", "that the harbour will close", "2024-05-02") for name in names]
    no = [_said(make, f"Ina {name}", "that the harbour will not close", "2024-05-03") for name in names]
    assert len(_clashes(make, *yes, *no)) == MOST


def test_totals_clash_and_parts_do_not(make):
    """Two counts of one thing that share no value clash; a number told as a part of it clashes with none."""

    def counted(name, content, number, day):
        page = make.amount(_said(make, name, content, day), f"{number}", number, number)
        said = page.statements[0]
        return replace(page, statements=(replace(said, amounts=(page.amounts[0].id,)),))

    rows = [
        counted("Tarn Osk", "that 450 wells were closed in Lorn", 450, "2024-05-02"),
        counted("Ina Brell", "that 620 wells were closed in Lorn", 620, "2024-05-03"),
    ]
    (clash,) = _clashes(make, *rows)
    assert clash.about.endswith("450 against 620")
    part = counted("Ina Brell", "that of them 620 wells were closed in Lorn", 620, "2024-05-03")
    assert _clashes(make, rows[0], part) == ()


def _counted(make, name, content, number, day):
    """A page on which somebody gives a number."""
    page = make.amount(_said(make, name, content, day), f"{number}", number, number)
    return replace(page, statements=(replace(page.statements[0], amounts=(page.amounts[0].id,)),))


def test_a_later_larger_count_of_what_only_grows_is_an_update(make):
    """More dead a day later contradict nothing; fewer, or more on the same day, do."""
    content = "that {} miners were killed at Lorn"
    first, later, same = (
        _counted(make, name, content.format(number), number, day)
        for name, number, day in (
            ("Tarn Osk", 450, "2024-05-02"),
            ("Ina Brell", 620, "2024-05-03"),
            ("Ina Brell", 620, "2024-05-02"),
        )
    )
    fewer = _counted(make, "Ina Brell", content.format(310), 310, "2024-05-03")
    assert _clashes(make, first, later) == ()
    assert [clash.kind for clash in _clashes(make, first, same)] == ["numbers"]
    assert [clash.kind for clash in _clashes(make, first, fewer)] == ["numbers"]


def test_two_hints_contradict_nothing(make):
    """What may come need not be discussed: a possibility and a denial of discussion both hold."""
    may = _said(make, "Tarn Osk", "that the harbour may close", "2024-05-02", low=0.1, high=0.7)
    none = _said(make, "Ina Brell", "that there are no discussions about closing the harbour", "2024-05-03")
    none = replace(none, statements=(_denied(none.statements[0], "denial of discussion"),))
    firm = _said(make, "Bo Ras", "that the harbour will close", "2024-05-02")
    assert _clashes(make, may, none) == ()
    assert [clash.strength for clash in _clashes(make, firm, none)] == ["weak"]


def _denied(statement, kind):
    return replace(statement, commitment=replace(statement.commitment, denial=kind, non_denial=True))


def test_a_denial_of_what_goes_on_now_is_outdated_by_later_news(make):
    """A denial of discussion on one day does not clash with what is said weeks later."""
    none = _said(make, "Ina Brell", "that there are no discussions about closing the harbour", "2024-04-03")
    none = replace(none, statements=(_denied(none.statements[0], "denial of discussion"),))
    firm = _said(make, "Bo Ras", "that the harbour will close", "2024-05-20")
    assert _clashes(make, firm, none) == ()


@given(st.integers(1, 28), st.integers(1, 28))
def test_statements_about_days_that_do_not_meet_never_clash(make, first, second):
    """Shifted in time, yes and no both hold; on one day they clash."""

    def about(name, words, day):
        told = f"{day} May 2024"
        page = make.page(f"{name} said {words} on {told}.", day="2024-04-20")
        page = make.time(page, told, f"2024-05-{day:02}", f"2024-05-{day:02}")
        return make.says(make.source(page, name), name, f"{words} on {told}")

    yes = about("Tarn Osk", "that the harbour will close", first)
    no = about("Ina Brell", "that the harbour will not close", second)
    assert bool(_clashes(make, yes, no)) == (first == second)
