"""What each source has said, turn by turn."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.brain.entailer import RuleEntailer
from sayso.linking.link import link
from sayso.model.statements import Commitment

_YES, _NO = "that the harbour will close", "that the harbour will not close"


def _said(make, name, content, day, *, outlet="Gull", kind="person", **more):
    page = make.page(f"{name} said {content}.", outlet=outlet, day=day)
    commitment = Commitment("affirmed", more.pop("low", 0.85), more.pop("high", 0.99))
    return make.says(make.source(page, name, kind), name, content, commitment=commitment, **more)


def _positions(make, *pages):
    case = link(pages, make.question(), entailer=RuleEntailer())
    names = {source.id: source.name for source in case.sources}
    return {names[position.source]: position.turns for position in case.positions}


def test_a_change_of_mind_is_told_in_words(make):
    """One source on two days has two turns; the second says how it differs."""
    found = _positions(
        make, _said(make, "Tarn Osk", _NO, "2024-05-02"), _said(make, "Tarn Osk", _YES, "2024-05-09")
    )
    assert [(turn.lean, turn.change) for turn in found["Tarn Osk"]] == [
        ("deny", ""),
        ("support", "from ruling it out to saying that it comes"),
    ]
    assert [turn.day.isoformat() for turn in found["Tarn Osk"]] == ["2024-05-02", "2024-05-09"]


def test_reprints_are_one_turn(make):
    """What five outlets print of one speech is one turn, so that a source who spoke once is not listed."""
    pages = [_said(make, "Tarn Osk", _NO, "2024-05-02", outlet=f"Gull {n}") for n in range(5)]
    assert _positions(make, *pages) == {}


def test_the_nameless_and_what_others_say_of_somebody_are_left_out(make):
    """Two nameless people may not be one, and what Bo Ras says that Tarn Osk plans is no word of Osk's."""
    days = ("2024-05-02", "2024-05-09")
    nameless = [_said(make, "an official", _YES, day, kind="anonymous") for day in days]
    assert _positions(make, *nameless) == {}
    told = []
    for day in days:
        page = make.page(f"Bo Ras said Tarn Osk expects {_YES} on {day}.", day=day)
        page = make.source(make.source(page, "Bo Ras"), "Tarn Osk")
        told.append(make.says(page, "Bo Ras > Tarn Osk", _YES))
    assert "Tarn Osk" not in _positions(make, *told)


@given(st.permutations(range(4)))
def test_the_order_of_articles_changes_nothing(make, order):
    """Positions come from the days, not from the order in which articles are given."""
    pages = [
        _said(make, "Tarn Osk", _NO if n % 2 else _YES, f"2024-05-0{n + 1}", outlet=f"Gull {n}") for n in range(4)
    ]
    assert _positions(make, *(pages[place] for place in order)) == _positions(make, *pages)


def test_a_slip_of_strength_is_no_change(make):
    """Two firm statements that differ by a hedge are one position on two days."""
    first = _said(make, "Tarn Osk", _YES, "2024-05-02", low=0.9, high=0.99)
    second = _said(make, "Tarn Osk", f"{_YES} soon", "2024-05-19", low=0.8, high=0.99)
    found = _positions(make, first, replace(second))
    assert [turn.change for turn in found["Tarn Osk"]] == ["", ""]
