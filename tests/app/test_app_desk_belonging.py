"""The articles of a case at the desk: found, left out, taken back, dated; all of it undone again."""

import pytest
from tests.app.deskcases import HOSTILE, TEXTS, Desk, articles, kept

from sayso.store.opening import open_case


@pytest.fixture
def desk(tmp_path):
    """The desk of the case, for one test."""
    return Desk(kept(tmp_path / "varn.sayso"))


def item(desk, id_):
    """The article as lists have it."""
    with open_case(desk.place) as repository:
        return next(one for one in repository.articles() if one.id == id_)


def test_the_list_has_every_article_by_day(desk):
    """With its day, outlet and statements; hostile titles are text."""
    page = desk.page("/articles")
    places = [page.index(f'id="{one.id}"') for one in articles()]
    assert sorted(places[:3]) == places[:3]
    assert len(places) == len(TEXTS)
    assert "2 May 2031" in page
    assert HOSTILE not in page
    assert "\u202e" not in page


def test_articles_are_found_by_title_and_text(desk):
    """Words of a text are shown with their hits."""
    page = desk.page("/articles?search=ferry")
    assert '<mark class="hit">ferry</mark>' in page
    assert articles()[1].id not in page
    assert articles()[1].id in desk.page("/articles?search=courier")
    assert "No article is like that." in desk.page("/articles?search=zzz")


def test_an_article_is_left_out_and_taken_back(desk):
    """At once, with who and why; the same twice changes nothing, and an undo brings it back."""
    id_ = articles()[0].id
    page = desk.send(f"/articles/{id_}/belongs", verdict="leave", why="a hoax", back="/articles")
    assert "Left out" in page
    assert "a hoax" in page
    assert item(desk, id_).left
    assert "It was so already" in desk.send(f"/articles/{id_}/belongs", verdict="leave")
    assert articles()[1].id not in desk.page("/articles?which=left").split("<main")[1].split("</main>")[0]
    assert "Taken back" in desk.send(f"/articles/{id_}/belongs", verdict="add")
    assert not item(desk, id_).left
    desk.undo(desk.journal("add")[0])
    assert item(desk, id_).left
    desk.undo(desk.journal("leave")[0])
    assert not item(desk, id_).left
    assert "left out or taken back" in desk.send(f"/articles/{id_}/belongs", 422, verdict="burn")


def test_a_date_is_put_right(desk):
    """A day, or a stretch of days; what is no day is refused, and nothing is written."""
    id_ = articles()[0].id
    assert "Dated 2031-05-01" in desk.send(f"/articles/{id_}/date", earliest="2031-05-01", back="/articles")
    desk.send(f"/articles/{id_}/date", earliest="2031-05-01", latest="2031-05-03", back="/articles")
    assert [one.value for one in desk.journal("date")] == ["2031-05-01", "2031-05-01/2031-05-03"]
    for days, words in (
        ({"earliest": "yesterday"}, "is no day"),
        ({"earliest": "2031-05-09", "latest": "2031-05-01"}, "is after"),
    ):
        assert words in desk.send(f"/articles/{id_}/date", 422, **days)
    assert len(desk.journal("date")) == 2
    assert "There is nothing here" in desk.send("/articles/a-none/date", 404, earliest="2031-05-01")


def test_two_people_on_one_article_come_into_conflict(desk):
    """Who was slower sees what the other did."""
    id_ = articles()[0].id
    with open_case(desk.place) as repository:
        number = repository.stand().number
    desk.send(f"/articles/{id_}/date", earliest="2031-05-01", back="/articles")
    page = desk.send(f"/articles/{id_}/belongs", 409, verdict="leave", seen=number)
    assert "Somebody was faster" in page
    assert not item(desk, id_).left
