"""What an update writes and what is read back; on either store."""

import pytest
from tests.store.cases import ASKED, AT, bring_up, fill, later, linked, page, ruling, statement_id

from sayso.store.opening import create


@pytest.fixture
def case(place):
    """A case with three articles, read and linked."""
    with create(place, ASKED, by="ada", at=AT) as repository:
        fill(repository)
        yield repository


def rows(case, sql):
    """The rows of a query."""
    return case.database.query(sql)


def test_an_update_writes_a_row_for_each_thing(case):
    """Sources, origins, stances, answers and reasons stand in tables, joined by their numbers."""
    assert rows(case, "SELECT name, kind FROM sources ORDER BY number") == [
        ("Ada Brill", "person"), ("the port office", "organisation"), ("Ida Moore", "person"),
    ]  # fmt: skip
    named = "SELECT o.root, s.name FROM origins o JOIN sources s ON s.number = o.source ORDER BY o.number"
    assert rows(case, named)[0] == ("Ada Brill, on the quay", "Ada Brill")
    assert rows(case, "SELECT hypothesis, statement, lean FROM stances ORDER BY statement") == [
        ("h1", 1, "support"), ("h1", 2, "deny"), ("h1", 3, "open"),
    ]  # fmt: skip
    assert rows(case, "SELECT hypothesis, probability, likelihood FROM answers ORDER BY place") == [
        ("h1", 0.6, "likely"), ("h2", None, None),
    ]  # fmt: skip
    assert rows(case, "SELECT kind, weight, origin FROM reasons ORDER BY number") == [
        ("prior", 0, None),
        ("origin", 0.4, 1),
    ]
    assert rows(case, "SELECT code, article FROM notes ORDER BY number") == [("R102", 1), ("R102", 2), ("R102", 3)]
    assert rows(case, "SELECT article, earliest, how FROM dates") == [
        (1, "2031-04-02", "given"),
        (2, "2031-04-03", "given"),
    ]


def test_a_second_update_takes_the_place_of_the_first(case):
    """Derived rows are written anew, what people ruled stays, and the history has one more moment."""
    case.rule([ruling("accept", statement_id(0))])
    one = page(3)
    case.add(one.article, one.article.text.encode(), by="ada", at=later(95))
    case.add_reading(one, "rules", "1a2b3c4d", at=later(95))
    bring_up(case)
    assert rows(case, "SELECT count(*) FROM statements") == [(4,)]
    assert case.line(statement_id(0)).state == "accepted"
    assert [(moment.number, moment.articles) for moment in case.moments()] == [(4, 3), (6, 4)]
    bring_up(case)
    assert len(case.moments()) == 2


def test_an_update_that_breaks_off_leaves_what_was_there(case):
    """Where an update fails in the middle, the lists and the answer stay those of the one before."""
    before, lines = case.derived(), rows(case, "SELECT * FROM statements ORDER BY number")
    found, answers = linked(*(page(number) for number in range(3)))
    with pytest.raises(TypeError):
        case.keep(
            found, answers, number=4, at=later(60), seconds=0.1, effects={}, parts={"source": [{"id": object}]}
        )
    assert case.derived() == before
    assert rows(case, "SELECT * FROM statements ORDER BY number") == lines
    assert [row[0] for row in case.search_articles("harbour")]
    assert case.stand().updated == later(59)


def test_parts_are_found_by_all_their_words(case):
    """Records of a kind come in order, page by page, and by the beginnings of words anywhere in them."""
    every, total = case.parts("source")
    assert (total, [one["name"] for one in every]) == (3, ["Ada Brill", "the port office", "Ida Moore"])
    assert case.parts("source", after=1, limit=1) == ((every[1],), 3)
    assert case.parts("source", search="brill ADA") == ((every[0],), 1)
    assert case.parts("source", search="100%") == ((), 0)
    assert case.part("source", "source-000000000002") == every[2]
    assert case.parts("origin") == ((), 0)


def test_days_count_statements_by_lean(case):
    """The timeline has each day with each hypothesis; what nobody can date comes last."""
    assert [(d.day, d.hypothesis, d.support, d.deny, d.open, d.all) for d in case.days()] == [
        ("2031-04-02", "h1", 1, 0, 0, 1), ("2031-04-02", "h2", 0, 0, 0, 1),
        ("2031-04-03", "h1", 0, 1, 0, 1), ("2031-04-03", "h2", 0, 0, 0, 1),
        (None, "h1", 0, 0, 1, 1), (None, "h2", 0, 0, 0, 1),
    ]  # fmt: skip
