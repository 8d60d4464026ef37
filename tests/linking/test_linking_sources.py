"""Sources of a case: what is joined, what is only proposed, what is kept apart, and undoing it."""

from __future__ import annotations

from itertools import permutations

import pytest

from sayso.linking.sources import ACCEPTED, case_sources
from sayso.model.rulings import Ruling


def _pages(make, *named):
    pages = []
    for index, entry in enumerate(named):
        name, kind, *role = entry
        text = f"{index}. {name} spoke, {role[0] if role else 'nobody else'} says."
        more = {"role": role[0]} if role else {}
        pages.append(make.source(make.page(text), name, kind, **more))
    return pages


def _groups(pages, rulings=()):
    sources, _ = case_sources(pages, rulings)
    names = {source.id: source.name for page in pages for source in page.sources}
    return sorted(sorted(names[member] for member in source.members) for source in sources)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Tarn Osk", "person"), ("Tarn Osk", "person")),
        (("Dimitri Verasko", "person"), ("Dmitry Verasko", "person")),
        (("Tobin Skeld", "person"), ("Tobyn Skeld", "person")),
        (("the Gull Office", "organisation"), ("Gull Office", "organisation")),
        (("Institute for Tidal Studies (ITS)", "organisation"), ("ITS", "organisation")),
        (("Institute for Tidal Studies", "organisation"), ("ITS", "organisation")),
        (("José Marr", "person"), ("Jose Marr", "person")),
        (("A. Lind", "person"), ("Ada Lind", "person")),
        (("Governor Ada Lind", "person"), ("Ada Lind", "person")),
        (("Tidal Institute", "organisation"), ("Tidal Institute for Shore Studies", "organisation")),
        (("the Gullhouse", "organisation"), ("Gullhouse", "person")),
    ],
)
def test_one_source_under_two_names_is_joined(make, left, right):
    """Case, accents, titles, transliterations and acronyms do not make two of one."""
    assert len(_groups(_pages(make, left, right))) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Ada Lind", "person"), ("Oskar Lind", "person")),
        (("Mario Lind", "person"), ("Maria Lind", "person")),
        (("the Gullhouse", "organisation"), ("Una Gullhouse", "person")),
        (("officials", "group"), ("officials", "group")),
        (("the ministry", "organisation"), ("the ministry", "organisation")),
        (("She", "person"), ("She", "person")),
        (("a source", "anonymous"), ("a source", "anonymous")),
        (("Bank of Tarn", "organisation"), ("Bank of Velmora", "organisation")),
    ],
)
def test_two_sources_are_kept_apart(make, left, right):
    """One surname, one office and its speaker, and sources without a name are not joined by likeness."""
    assert len(_groups(_pages(make, left, right))) == 2


def test_a_bare_surname_joins_its_only_bearer(make):
    """A bare "Lind" is Ada Lind where the case knows one Lind."""
    assert _groups(_pages(make, ("Ada Lind", "person"), ("Lind", "person"))) == [["Ada Lind", "Lind"]]


def test_a_bare_surname_of_two_bearers_is_a_proposal(make):
    """Where two people bear the surname the joins are proposed and not taken."""
    pages = _pages(make, ("Ada Lind", "person"), ("Oskar Lind", "person"), ("Lind", "person"))
    assert len(_groups(pages)) == 3
    _, merges = case_sources(pages)
    assert [merge.accepted for merge in merges] == [False, False]
    assert all(merge.score < ACCEPTED and merge.reasons for merge in merges)


def test_the_role_decides_between_two_bearers(make):
    """A bare surname goes to the bearer whose role agrees."""
    pages = _pages(
        make, ("Ada Lind", "person", "the harbour master"), ("Oskar Lind", "person", "the brewer"),
        ("Lind", "person", "harbour master of Tarn"),
    )  # fmt: skip
    assert ["Ada Lind", "Lind"] in _groups(pages)


def test_an_acronym_of_two_names_is_a_proposal(make):
    """An acronym that fits two long names joins neither by itself."""
    pages = _pages(
        make,
        ("Institute for Tidal Studies", "organisation"),
        ("Island Transport Service", "organisation"),
        ("ITS", "organisation"),
    )
    assert len(_groups(pages)) == 3


def test_a_split_restores_and_a_merge_joins(make):
    """A person's split undoes a join, a merge makes one, and the last ruling taken away restores what was."""
    pages = _pages(make, ("Tarn Osk", "person"), ("Tarn Osk", "person"), ("Ina Brell", "person"))
    ids = [page.sources[0].id for page in pages]
    before = case_sources(pages)
    split = Ruling(f"{ids[1]}+{ids[0]}", "split", "desk", "2024-05-05", "father and son")
    merge = Ruling(f"{ids[0]}+{ids[2]}", "merge", "desk", "2024-05-05", "pen name")
    assert len(_groups(pages, [split])) == 3
    assert _groups(pages, [split, merge]) == [["Ina Brell", "Tarn Osk"], ["Tarn Osk"]]
    assert [m.ruling for m in case_sources(pages, [split])[1] if {m.left, m.right} == set(ids[:2])] == ["split"]
    assert case_sources(pages) == before


def test_a_split_holds_against_joins_through_a_third(make):
    """Two that a person split are not brought together by a source that both are joined to."""
    pages = _pages(make, *[("Tarn Osk", "person")] * 4)
    ids = sorted(page.sources[0].id for page in pages)
    split = Ruling(f"{ids[2]}+{ids[3]}", "split", "desk", "2024-05-05", "two men")
    sources, _ = case_sources(pages, [split])
    assert not any({ids[2], ids[3]} <= set(source.members) for source in sources)
    assert sorted(member for source in sources for member in source.members) == ids


def test_order_of_pages_changes_nothing(make):
    """The sources of a case are the same in whichever order its pages come."""
    pages = _pages(
        make, ("Ada Lind", "person"), ("Lind", "person"), ("A. Lind", "person"), ("Oskar Lind", "person")
    )
    results = [case_sources(order) for order in permutations(pages)]
    assert all(result == results[0] for result in results)


def test_a_thousand_articles_with_one_name_are_linear(make):
    """Equal names are joined in a star: as many edges as articles, less one."""
    pages = _pages(make, *[("Tarn Osk", "person")] * 1000)
    sources, merges = case_sources(pages)
    assert len(sources) == 1
    assert len(merges) == 999
