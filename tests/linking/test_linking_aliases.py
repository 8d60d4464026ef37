"""Sources across articles: spellings, relations, offices by day, and merges that leave no trace once undone."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linking.conftest import Maker

from sayso.brain.entailer import RuleEntailer
from sayso.linking.link import link
from sayso.linking.relations import relations
from sayso.linking.roles import is_past, office_of, offices
from sayso.linking.sources import ACCEPTED, case_sources
from sayso.linking.spellings import same_given, same_surname
from sayso.model.case import Page
from sayso.model.rulings import Ruling
from sayso.model.times import Dating, Interval
from sayso.showing.records import case_record
from sayso.weighing.weigh import weigh

MAKE = Maker()


ENTAILER = RuleEntailer()


def _pages(*named):
    out = []
    for index, (name, kind, *role) in enumerate(named):
        text = f"{index}. {name} spoke, {role[0] if role else 'nobody else'} says."
        more = {"role": role[0]} if role else {}
        out.append(MAKE.source(MAKE.page(text, day=f"2024-05-{index + 1:02}"), name, kind, **more))
    return out


def _edge(left, right):
    sources, merges = case_sources(_pages(left, right))
    return (len(sources) == 1, merges[0].score if merges else 0.0)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Berelensky", "Berelenskyy"), ("Soloviev", "Solovyov"), ("Orsakov", "Орсаков"), ("Hoysa", "Hoisa"),
    ],
)  # fmt: skip
def test_surnames_in_two_romanisations_are_one(left, right):
    """What two systems write differently is one surname."""
    assert same_surname(left, right) >= 0.8


@pytest.mark.parametrize(("left", "right"), [("Petrassov", "Petrassova"), ("Tarnski", "Tarnska"), ("Lind", "Lund")])
def test_surnames_of_two_people_are_two(left, right):
    """A man's and a woman's form, and another vowel, are other surnames."""
    assert same_surname(left, right) == 0.0


@pytest.mark.parametrize(("left", "right"), [("Mario", "Maria"), ("Viktor", "Viktoria"), ("Ada", "Ida")])
def test_given_names_of_two_people_are_two(left, right):
    """His and hers, and other names, keep two people apart."""
    assert same_given(left, right) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Bill Ferrow", "person"), ("William Ferrow", "person")),
        (("Важные истории", "outlet"), ("Important Stories", "organisation")),
        (("Ministry of Defense of Norland", "organisation"), ("Norland's defence ministry", "organisation")),
        (("Department of War", "organisation"), ("War Department", "organisation")),
        (("Sadama (Harbour Papers)", "outlet"), ("Harbour Papers", "outlet")),
        (("BelHarb", "outlet"), ("Bellmark Harbours", "organisation")),
    ],
)
def test_other_forms_of_one_name_are_joined(left, right):
    """Short first names, translations, word order, brackets and pieces of words make no second source."""
    assert _edge(left, right)[0]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Norland's Ministry of Defence", "organisation"), ("Ostria's Ministry of Defence", "organisation")),
        (("New Party", "organisation"), ("New Party Youth", "organisation")),
        (("George W. Pell", "person"), ("George H. Pell", "person")),
        (("Papers", "document"), ("Papers", "document")),
    ],
)
def test_bodies_and_people_that_only_look_alike_have_no_edge(left, right):
    """Two countries' ministries, a party and its youth, and other middle names are not even proposed."""
    assert _edge(left, right) == (False, 0.0)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Ivan Petrassov", "person"), ("Ivan Petrassov Jr", "person")),
        (("Anna Korr", "person", "the Norwegian lawmaker"), ("Anna Korr", "person", "the Canadian skier")),
        (("Gull House", "organisation"), ("Gull House", "person")),
    ],
)
def test_doubtful_links_are_proposals_with_reasons(left, right):
    """A son, a namesake in another country, one name read in two ways: a person has to look."""
    joined, score = _edge(left, right)
    assert not joined
    assert 0.0 < score < ACCEPTED


def test_an_office_and_its_spokesman_stand_in_a_relation():
    """They stay two sources, one speaks for the other, and the words and their place are kept."""
    pages = _pages(("the Gullhouse", "organisation"), ("Tobin Skeld", "person", "a spokesman for the Gullhouse"))
    sources, _ = case_sources(pages)
    (found,) = relations(pages, sources)
    names = {source.id: source.name for source in sources}
    assert (names[found.left], found.kind, names[found.right]) == ("Tobin Skeld", "speaks for", "the Gullhouse")
    text = next(page.article.text for page in pages if page.article.id == found.refs[0].article)
    assert found.refs[0].span.of(text) == "a spokesman for the Gullhouse"


def test_an_office_that_changes_hands_joins_nobody():
    """Two bearers of one office on two days stay two people, shown in the order of days, the past one as such."""
    pages = _pages(
        ("Ada Lind", "person", "the transport minister of Norland"),
        ("Osk Brell", "person", "the transport minister of Norland"),
        ("Una Vail", "person", "the former transport minister of Norland"),
    )
    sources, merges = case_sources(pages)
    assert len(sources) == 3
    assert merges == ()
    (office,) = offices(pages, sources)
    names = {source.id: source.name for source in sources}
    assert [(names[one.source], one.past) for one in office.tenures] == [
        ("Una Vail", True), ("Ada Lind", False), ("Osk Brell", False),
    ]  # fmt: skip
    days = [one.days.earliest if one.days else None for one in office.tenures]
    assert [day and day.day for day in days] == [3, 1, 2]


def test_a_bare_title_is_no_office():
    """A president of nothing named may be anybody's; "then" and "ex-" speak of the past."""
    assert office_of("president") is None
    assert is_past("the then minister")
    assert is_past("ex-mayor of Tarn")
    assert not is_past("the mayor of Tarn")


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (Interval(None, date(2024, 5, 1)), Interval(date(2024, 6, 3), None), None),
        (Interval(date(2024, 5, 1), None), Interval(date(2024, 6, 3), date(2024, 6, 3)), (date(2024, 5, 1), None)),
        (Interval(None, None), Interval(date(2024, 6, 3), date(2024, 6, 4)), (date(2024, 6, 3), date(2024, 6, 4))),
    ],
)
def test_days_of_an_office_stay_open_where_an_article_s_are(first, second, told):
    """An office borne in articles "by May" and "since June" has no wrong days, and an undated one adds nothing."""
    pages: list[Page] = []
    for days in (first, second):
        text = f"{len(pages)}. Ada Lind spoke, the harbour minister of Norland says."
        page = MAKE.source(MAKE.page(text), "Ada Lind", role="the harbour minister of Norland")
        pages.append(replace(page, article=replace(page.article, published=Dating(days, "inferred"))))
    pages += _pages(("Osk Brell", "person", "the harbour minister of Norland"))
    (office,) = offices(pages, case_sources(pages)[0])
    borne = next(one.days for one in office.tenures if len(one.refs) == 2)
    assert (borne and (borne.earliest, borne.latest)) == told


STORY = [
    ("Ada Lind", "person"), ("Oskar Lind", "person"), ("Lind", "person"), ("Tarn Osk", "person"),
    ("Tarn Osk", "person"), ("ITS", "organisation"),
    ("Institute for Tidal Studies", "organisation"), ("Ina Brell", "person"),
]  # fmt: skip


def _printed(pages, rulings):
    """The record of a case, without the list of what was ruled, which keeps every ruling."""
    case = link(pages, MAKE.question(), entailer=ENTAILER, rulings=rulings)
    return json.dumps(case_record(case, weigh(case)) | {"rulings": []}, sort_keys=True)


def _ruling(pages, pair, verdict):
    left, right = (pages[index].sources[0].id for index in pair)
    return Ruling(f"{left}+{right}", verdict, "desk", "2024-05-05", "looked at it")


@pytest.mark.parametrize("pair", [(0, 7), (3, 5), (0, 2), (7, 6)])
def test_a_split_after_a_merge_restores_the_case_byte_for_byte(pair):
    """Two whom nothing else joins, proposed or not: the JSON is what it was before."""
    pages = _pages(*STORY)
    merge, split = _ruling(pages, pair, "merge"), _ruling(pages, pair[::-1], "split")
    assert _printed(pages, [merge]) != _printed(pages, [])
    assert _printed(pages, [merge, split]) == _printed(pages, [])


def test_a_split_of_two_that_the_case_joins_stays():
    """A split that undoes more than the merge before it still keeps the two apart, and says who said so."""
    pages = _pages(*STORY)
    merge, split = _ruling(pages, (3, 4), "merge"), _ruling(pages, (3, 4), "split")
    case = link(pages, MAKE.question(), entailer=ENTAILER, rulings=[merge, split])
    ids = {pages[index].sources[0].id for index in (3, 4)}
    assert not any(ids <= set(source.members) for source in case.sources)
    assert "split" in {one.ruling for one in case.merges}


PAIRS = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] != pair[1])


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(PAIRS, st.sampled_from(["merge", "split"])), max_size=8))
def test_any_rulings_keep_every_source_once_and_undo(told):
    """Whatever is ruled, each source has one home, standing splits hold, and splits of merges undo new joins."""
    pages = _pages(*STORY)
    given_ = [_ruling(pages, pair, verdict) for pair, verdict in told]
    case = link(pages, MAKE.question(), entailer=ENTAILER, rulings=given_)
    members = sorted(member for source in case.sources for member in source.members)
    assert members == sorted(page.sources[0].id for page in pages)
    last = {frozenset(one.target.split("+")): one.verdict for one in given_}
    for pair, verdict in last.items():
        assert verdict == "merge" or not any(pair <= set(source.members) for source in case.sources)
    new = [pair for pair, _ in told if pair[0] in {0, 3, 7} and pair[1] in {1, 5}]
    undone = [one for pair in new for one in (_ruling(pages, pair, "merge"), _ruling(pages, pair, "split"))]
    assert _printed(pages, undone) == _printed(pages, [])


def test_ten_thousand_sources_take_seconds():
    """Many names in one spelling class, one first word and one core are compared with few each."""
    names = [(f"Ada Lin{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}dsky", "person") for n in range(5000)]
    names += [(f"Tarn Office {n} of Norland", "organisation") for n in range(2500)]
    names += [(f"Tidal Institute {chr(65 + n % 26)}{n}", "organisation") for n in range(2500)]
    page = MAKE.page("Nobody spoke.")
    for name, kind in names[:200]:
        page = MAKE.source(page, name, kind)
    told = enumerate(names[200:])
    rest = [MAKE.source(MAKE.page(f"{n}. {name} spoke."), name, kind) for n, (name, kind) in told]
    start = time.process_time()
    sources, merges = case_sources([page, *rest])
    relations([page, *rest], sources)
    assert time.process_time() - start < 20
    assert len(merges) < 40 * len(names)
