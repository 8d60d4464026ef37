"""Backers: who vouches for an origin, by source, by house, or by nobody known."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.brain.entailer import RuleEntailer
from sayso.lang.en.families import FAMILIES, SHARED_NAMES
from sayso.linking.backers import houses
from sayso.linking.link import link
from sayso.linking.spellings import plain_name
from sayso.model.origins import independent

ENTAILER = RuleEntailer()


def _case(make, *pages, **more):
    return link(pages, make.question(), entailer=ENTAILER, **more)


def _said(make, who, content, *, outlet, kind="person", day="2024-05-02"):
    page = make.page(f"{who} said {content}.", outlet=outlet, day=day)
    return make.says(make.source(page, who, kind), who, content)


def _backers(case):
    return sorted((origin.backer.kind, origin.backer.name) for origin in case.origins)


def test_a_source_backs_what_it_says_everywhere(make):
    """One speaker on two days in two outlets has one backer, whoever prints it."""
    case = _case(
        make,
        _said(make, "Tarn Osk", "the harbour will close", outlet="Gull"),
        _said(make, "Tarn Osk", "ninety boats must find a berth", outlet="Tern", day="2024-06-09"),
    )
    assert {backer[0] for backer in _backers(case)} == {"source"}
    assert independent(case.origins) == 1


def test_unknown_outlets_share_one_backer_and_add_nothing(make):
    """What nameless people told outlets in no table counts once, and nothing beside a named source."""
    pages = [
        _said(make, "a clerk", "the harbour of Velmora will close", outlet="Gull", kind="anonymous"),
        _said(make, "a pilot", "ships must leave the harbour", outlet="Tern", kind="anonymous"),
    ]
    case = _case(make, *pages)
    assert {origin.backer.id for origin in case.origins} == {"unknown"}
    assert independent(case.origins) == 1
    more = _case(make, *pages, _said(make, "Ina Brell", "the harbour will not close", outlet="Kelp"))
    assert independent(more.origins) == 1


def test_a_users_table_makes_houses(make):
    """Two outlets of one house have one backer, one of another house a second; a family given as "" is unknown."""
    pages = [
        _said(make, "a clerk", "the harbour of Velmora will close", outlet="The Gull", kind="anonymous"),
        _said(make, "a pilot", "ships must leave the harbour", outlet="Tern", kind="anonymous"),
        _said(make, "a cook", "Velmora closes its harbour within days", outlet="Kelp", kind="anonymous"),
    ]
    rows = [("gull", "Tidal Media"), ("TERN", "Tidal Media"), ("Kelp", "Kelp House")]
    assert _backers(_case(make, *pages, families=rows)) == [
        ("family", "Kelp House"),
        ("family", "Tidal Media"),
        ("family", "Tidal Media"),
    ]
    assert independent(_case(make, *pages, families=rows).origins) == 2
    assert independent(_case(make, *pages, families=[*rows[:2], ("Kelp", "")]).origins) == 1


def test_a_spokesman_is_backed_by_whom_he_speaks_for(make):
    """What the spokesman says and what the office says hang on the office."""
    page = make.page(
        "Tarn Osk, spokesman of the Gullhouse, said the harbour stays open.", outlet="Gull", day="2024-05-02"
    )
    page = make.source(
        make.source(page, "Gullhouse", "organisation"), "Tarn Osk", role="spokesman of the Gullhouse"
    )
    case = _case(make, make.says(page, "Tarn Osk", "the harbour stays open"))
    assert _backers(case) == [("source", "Gullhouse")]


def test_addresses_decide_where_they_are_known():
    """A name at its own domain, below it or in an archive is its house's; at a strange one it is nobody's."""
    known = houses()
    assert known.of("Reuters") == known.of("x", "https://www.reuters.com/world/a") is not None
    assert known.of("x", "https://web.archive.org/web/2020/https://uk.reuters.com/a") == known.of("Reuters")
    assert known.of("Reuters", "https://reuters.news.example/a") is None
    assert known.of("The Times") is None
    assert known.of("ABC") is None
    assert known.of(None) is None


def test_the_table_names_each_outlet_once():
    """No name or domain stands in two families, and every family has an outlet or is one."""
    seen: dict[str, str] = {}
    for family, *outlets in FAMILIES:
        for entry in {plain_name(entry) for entry in (family, *outlets)}:
            assert seen.setdefault(entry, family) == family, entry
    assert len(FAMILIES) > 200


@pytest.mark.parametrize("article", ["", "the ", "The "])
def test_a_name_of_several_owners_tells_no_house(article):
    """A title that other towns' papers have is nobody's by itself, in any case and with any article."""
    for name in SHARED_NAMES:
        assert houses().of(article + name) is None, name
        assert houses().of(article + name.upper()) is None, name


@pytest.mark.parametrize(
    ("name", "home", "abroad"),
    [
        ("The Guardian", "theguardian.com", "guardian.ng"),
        ("Daily Mirror", "mirror.co.uk", "dailymirror.lk"),
        ("The Times", "thetimes.co.uk", "times.example"),
        ("The Sun", "thesun.co.uk", "sun.example"),
        ("The Star", "thestar.com", "thestar.com.my"),
        ("The Telegraph", "telegraph.co.uk", "telegraphindia.com"),
        ("The Independent", "independent.co.uk", "independent.co.ug"),
        ("Evening Standard", "standard.co.uk", "standard.example"),
        ("El País", "elpais.com", "elpais.com.uy"),
    ],
)
def test_a_name_of_several_owners_is_known_by_its_address(name, home, abroad):
    """The same title is a house's at that house's domain and nobody's at another's."""
    assert houses().of(name, f"https://www.{home}/a") is not None
    assert houses().of(name, f"https://www.{abroad}/a") is None


def test_a_house_may_be_called_like_others_outlets():
    """A user's row names a house of the table by a name that tells nothing of an outlet."""
    assert (
        houses([("The Courant", "Reach")]).of("The Courant")
        == houses().of("x", "https://mirror.co.uk/a")
        == "Reach"
    )
    assert houses().of("Reach") is None


def test_papers_of_one_ambiguous_name_confirm_nothing(make):
    """What nameless people told two papers of everyday names has the backer of unknown outlets."""
    pages = [
        _said(make, "a clerk", "the harbour of Velmora will close", outlet="The Herald", kind="anonymous"),
        _said(make, "a pilot", "ships must leave the harbour", outlet="Daily News", kind="anonymous"),
    ]
    case = _case(make, *pages)
    assert {origin.backer.id for origin in case.origins} == {"unknown"}
    assert independent(case.origins) == 1


@pytest.mark.parametrize("family", ["Russian state media", "Chinese state media", "Iranian state media"])
def test_media_of_one_state_are_one_family(family):
    """An agency, a channel and a paper of one state back each other's words and not each other's truth."""
    names = {"Russian state media": ["TASS", "RT", "РИА Новости"], "Chinese state media": ["Xinhua", "CGTN"]}
    names["Iranian state media"] = ["IRNA", "Press TV"]
    assert {houses().of(name) for name in names[family]} == {family}


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_name_and_address_is_looked_up(name, url):
    """No outlet's name and no address breaks the table."""
    found = houses([(name, "Tidal Media")] if plain_name(name) else []).of(name, url)
    assert found is None or isinstance(found, str)


def test_a_backer_is_the_same_in_any_order(make):
    """The order of pages changes no backer."""
    pages = [
        _said(make, "a clerk", "the harbour of Velmora will close", outlet="Reuters", kind="anonymous"),
        _said(make, "Ina Brell", "the harbour will not close", outlet="Tern"),
        make.page("", outlet="Kelp", day="2024-05-02"),
    ]
    ahead, back = _case(make, *pages), _case(make, *pages[::-1])
    assert [replace(o, ties=()) for o in ahead.origins] == [replace(o, ties=()) for o in back.origins]
    assert ("source", "Ina Brell") in _backers(ahead)
