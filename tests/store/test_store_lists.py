"""Lists of a case: filters, counts, pages, search; against plain counting, on either store."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.cases import ASKED, AT, bring_up, fill, ruling, statement_id

from sayso.errors import SettingError
from sayso.model.keeping import Line, Wanted
from sayso.model.prose import day
from sayso.store import lists
from sayso.store.opening import create, open_case

COUNT = 24
EFFECTS = {statement_id(number): (number * 7 % 5) / 100 for number in range(COUNT) if number % 4}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def case(request, tmp_path_factory):
    """A case with 24 articles, of whose statements some were ruled on; nobody changes it."""
    place = str(tmp_path_factory.mktemp("lists") / "lists.sayso")
    if request.param == "postgresql":
        place = f"{request.getfixturevalue('postgresql')}#lists"
    with create(place, ASKED, by="ada", at=AT) as repository:
        fill(repository, COUNT, update=False)
        bring_up(repository, EFFECTS)
        repository.rule([ruling("accept", statement_id(number)) for number in (2, 3, 11)])
        repository.rule([ruling("reject", statement_id(5)), ruling("certainty", statement_id(6), value="0-1")])
        yield repository


def certainty(line: Line) -> str:
    """The kind of certainty that a filter calls a statement's."""
    return "unlikely" if line.high < 0.5 else "likely" if line.low >= 0.5 else "open"


FIELDS = {
    "source": lambda one: one.source, "role": lambda one: one.kind, "lean": lambda one: one.lean,
    "origin": lambda one: one.origin, "article": lambda one: one.article, "outlet": lambda one: one.outlet,
    "certainty": certainty, "state": lambda one: one.state,
}  # fmt: skip
NOTHING = (1, 0)
ORDERS = {
    "text": lambda _, at: at,
    "rank": lambda _, at: at,
    "effect": lambda one, at: (*((0, -one.effect) if one.effect is not None else NOTHING), at),
    "said": lambda one, at: (*((0, one.said) if one.said else (1, "")), at),
}


def plain(case) -> list[Line]:
    """All lines in the order of the texts, one by one."""
    return [case.line(statement_id(number)) for number in range(COUNT)]


def passing(every: list[Line], wanted: Wanted, but: str = "") -> list[Line]:
    """The lines that pass the filters of `wanted`, found one by one."""
    asked = {name: told for name in FIELDS if name != but and (told := getattr(wanted, name)) is not None}
    out = [one for one in every if all(FIELDS[name](one) == told for name, told in asked.items())]
    out = [one for one in out if not wanted.since or (one.said or "") >= wanted.since]
    return [one for one in out if not wanted.until or (one.said and one.said <= wanted.until)]


def walk(case, wanted: Wanted, *, counts: bool) -> list[Line]:
    """All rows of a list, page by page."""
    out, after = [], None
    while True:
        found = case.lines(replace(wanted, after=after), counts=counts)
        out += found.rows
        after = found.after
        if after is None:
            return out


WANTED = st.builds(
    Wanted,
    source=st.sampled_from([None, None, "source-000000000004", "nobody"]),
    role=st.sampled_from([None, None, "person", "organisation", "place"]),
    lean=st.sampled_from([None, None, "support", "deny", "open"]),
    origin=st.sampled_from([None, None, None, "origin-000000000003"]),
    article=st.sampled_from([None, None, None, "a-000000000002"]),
    outlet=st.sampled_from([None, None, "Quay News", "Quay Post"]),
    certainty=st.sampled_from([None, None, "likely", "unlikely", "open"]),
    state=st.sampled_from([None, None, "open", "accepted", "rejected", "edited"]),
    since=st.sampled_from([None, None, "2031-04-03", "1999-01-01", "2040-01-01"]),
    until=st.sampled_from([None, None, "2031-04-02", "1999-01-01", "2040-01-01"]),
    order=st.sampled_from(["text", "effect", "said", "rank"]),
    limit=st.sampled_from([1, 2, 5, 50]),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WANTED, st.booleans())
def test_lists_show_what_counting_one_by_one_gives(case, wanted, counts):
    """Whatever the filters, order and page length: rows, total and counts are those found one by one."""
    every = plain(case)
    at = {one.id: place for place, one in enumerate(every)}
    expected = sorted(passing(every, wanted), key=lambda one: ORDERS[wanted.order](one, at[one.id]))
    assert walk(case, wanted, counts=counts) == expected
    found = case.lines(wanted, counts=counts)
    assert found.total == len(expected)
    for name, field in FIELDS.items() if counts else ():
        beside = [field(one) for one in passing(every, wanted, name)]
        assert {value: times for value, _, times in found.counts[name]} == {
            one: beside.count(one) for one in beside
        }
        times = [row[2] for row in found.counts[name]]
        assert times == sorted(times, reverse=True)


@pytest.mark.parametrize("counts", [False, True])
@pytest.mark.parametrize("order", ["text", "rank", "effect", "said"])
@pytest.mark.parametrize(
    ("search", "hits"),
    [
        ("harbour", 16),
        ("cafe owners", 8),
        ("HARB", 16),
        ("harbour close", 8),
        ("owners harbour", 0),
        ('"(*', 0),
        ("no", 8),
    ],
)
def test_a_search_finds_all_words_the_last_as_a_beginning(case, search, hits, order, counts):
    """Words are found without regard to case and accents, in any order of the list, page by page."""
    wanted = Wanted(search=search, order=order, limit=5)
    rows = walk(case, wanted, counts=counts)
    assert len(rows) == len(set(rows)) == case.lines(wanted, counts=counts).total == hits
    if order in ORDERS and order != "rank":
        at = {one.id: place for place, one in enumerate(plain(case))}
        assert rows == sorted(rows, key=lambda one: ORDERS[order](one, at[one.id]))


def test_a_search_with_filters(case):
    """A search and filters together give what passes both, and counts beside each other."""
    found = case.lines(Wanted(search="harbour", lean="deny", outlet="Quay News", order="rank"))
    assert found.total == 4
    assert {row.lean for row in found.rows} == {"deny"}
    assert {row[0]: row[2] for row in found.counts["lean"]} == {"support": 4, "deny": 4}


def test_very_many_hits_stand_in_the_order_of_the_texts(case, monkeypatch):
    """What more statements have than are weighed comes as the texts have it, also page by page."""
    monkeypatch.setattr(lists, "RANKED", 3)
    for counts in (False, True):
        rows = walk(case, Wanted(search="harbour", order="rank", limit=5), counts=counts)
        assert [row.id for row in rows] == [statement_id(number) for number in range(COUNT) if number % 3 < 2]


@pytest.mark.parametrize("after", ["x", "W10", "WzFd", "e30", "WyJhIiwgMV0", "éé", "=" * 9])
def test_a_place_in_the_list_that_somebody_made_up(case, after):
    """A token that no list gave is refused with the remedy."""
    with pytest.raises(SettingError, match="begin the list anew"):
        case.lines(Wanted(after=after, order="effect"))


def test_a_day_that_is_none(case):
    """A filter by a day that is no day is refused with the form."""
    with pytest.raises(SettingError, match="YYYY-MM-DD"):
        case.lines(Wanted(since="April"))


def test_review_goes_on_after_a_ruling(case):
    """The next page of what is not reviewed begins after the last row, though rows before it were ruled on."""
    first = case.lines(Wanted(state="open", order="effect", limit=3))
    place = case.place
    with open_case(place) as other:
        entries = other.rule([ruling("accept", row.id) for row in first.rows])
        second = case.lines(Wanted(state="open", order="effect", limit=3, after=first.after))
        other.rule([ruling("undo", entry.ruling.id) for entry in entries])
    assert [row.id for row in second.rows] == [
        row.id for row in case.lines(Wanted(state="open", order="effect", limit=6)).rows[3:]
    ]


def test_columns_are_made_anew_where_they_are_missing(place):
    """A case whose columns and timeline were not written lists, counts and tells the days all the same."""
    with create(place, ASKED, by="ada", at=AT) as repository:
        fill(repository)
        wanted = Wanted(lean="deny")
        expected, days = repository.lines(wanted), repository.days()
        with repository.database.transaction():
            repository.database.execute("DELETE FROM columns")
            repository.database.execute("DELETE FROM timeline")
        assert repository.lines(wanted) == expected
        assert repository.days() == days


def test_an_empty_case_has_empty_lists(place):
    """Before anything is in a case its lists are empty and nothing fails."""
    with create(place, ASKED, by="ada", at=AT) as repository:
        for order in ("text", "effect", "said", "rank"):
            for counts in (False, True):
                found = repository.lines(
                    Wanted(order=order, search="x" if order == "rank" else None), counts=counts
                )
                assert (found.rows, found.total, found.after) == ((), 0, None)
        assert repository.line("s-0") is None
        assert repository.parts("source") == ((), 0)
        assert repository.part("source", "x") is None
        assert repository.days() == ()
        assert repository.search_articles("harbour") == ()
        assert repository.derived() is None
        assert repository.moments() == ()


def test_articles_are_found_by_their_words(case):
    """Articles come with a piece of text, hits between two marks, the accents of a word left aside."""
    found = case.search_articles("cafe quay", limit=3)
    assert len(found) == 3
    assert all("\x02Café\x03" in snippet and "\x02quay\x03" in snippet for _, snippet in found)
    assert case.search_articles("nothing of this") == ()
    assert case.search_articles('"*(') == ()


@pytest.mark.parametrize(
    ("earliest", "told"),
    [("2031-01-02", "2 January to {}"), (None, "{} or earlier"), ("same", "{}"), ("none", "{}")],
)
def test_a_day_that_nobody_gave_is_told_as_a_span(tmp_path, earliest, told):
    """What stands in an article without a day of its own was said on one of several days, and is listed so."""
    with create(str(tmp_path / "undated.sayso"), ASKED, by="ada", at=AT) as repository:
        fill(repository)
        before = next(one for one in repository.lines(Wanted()).rows if one.said)
        repository.database.execute("DELETE FROM dates")
        if earliest != "none":
            repository.database.execute(
                "INSERT INTO dates SELECT number, ?, ?, 'inferred' FROM articles WHERE id = ?",
                (before.said if earliest == "same" else earliest, before.said, before.article),
            )
        line = repository.line(before.id)
    assert line is not None
    assert line.when == told.format(day(date.fromisoformat(before.said or "")))
