"""Statements at the desk: the list with its filters in the address, each one's page, articles beside statements."""

import re
import sqlite3

import pytest
from tests.app.deskcases import Desk
from tests.app.desks import AWKWARD, awkward, weighted

from sayso.model.keeping import Wanted
from sayso.store.opening import open_case


@pytest.fixture
def desk(tmp_path):
    """The desk of the plain case, with effects."""
    return Desk(weighted(tmp_path / "varn.sayso"))


@pytest.fixture
def odd(tmp_path):
    """The desk of the case with awkward and hostile texts."""
    return Desk(weighted(tmp_path / "odd.sayso", awkward()))


def lines(desk, **wanted):
    """Statements of the case."""
    with open_case(desk.place) as repository:
        return repository.lines(Wanted(**wanted)).rows


def ids(page):
    """The statements that a list shows."""
    return re.findall(r'<li class="is-\w+">\s*<p><a href="/statements/([^"]+)"', page)


def test_the_list_shows_all_with_counts_for_each_filter(desk):
    """Every statement is listed, and each value of a filter says how many it would show."""
    page = desk.page("/statements")
    assert sorted(ids(page)) == sorted(one.id for one in lines(desk))
    supporting = len(lines(desk, lean="support"))
    assert f"+ speaks for it</bdi> <small>{supporting}</small>" in page
    assert f"not yet reviewed</bdi> <small>{len(lines(desk))}</small>" in page


def test_filters_stand_in_the_address_and_come_off_one_by_one(desk):
    """Two filters narrow the list; each has a chip whose link keeps the other."""
    page = desk.page("/statements?lean=support&search=port")
    assert sorted(ids(page)) == sorted(one.id for one in lines(desk, lean="support", search="port"))
    chips = re.findall(r'class="chip" href="([^"]+)"', page)
    assert sorted(chips) == ["/statements?lean=support", "/statements?search=port"]


def test_htmx_gets_the_found_part_alone(desk):
    """A request of htmx is answered with list and counts, without the page around them."""
    answer = desk.client.get("/statements?lean=deny", headers={"hx-request": "true"})
    assert "<html" not in answer.text
    assert ids(answer.text) == [one.id for one in lines(desk, lean="deny", order="effect")]


def test_the_list_is_turned_page_by_page(odd):
    """Pages follow each other without losing or repeating a statement."""
    seen: list[str] = []
    path = "/statements?order=text"
    while path and len(seen) < 200:
        page = odd.page(path)
        seen += ids(page)
        found = re.search(r'<a href="([^"]+)" rel="next">', page)
        path = found[1].replace("&amp;", "&") if found else ""
    assert len(seen) == len(set(seen))
    assert seen[:100] == [one.id for one in lines(odd, limit=100)]


def test_made_up_filters_are_left_out(desk):
    """A day that is none and an unknown order are ignored; an unknown value finds nothing and says so."""
    assert len(ids(desk.page("/statements?since=soon&order=wild"))) == len(lines(desk))
    assert "No statement is like this." in desk.page("/statements?source=nobody")


def test_a_statement_has_a_page_with_everything(desk):
    """Its words, chain with cues, certainty, stance, origin, effect, place and all its forms."""
    line = next(one for one in lines(desk) if one.name == "Olaf Lind")
    page = desk.page(f"/statements/{line.id}")
    assert line.words in page
    assert '<i class="cue"><bdi>said</bdi></i>' in page
    assert "points in 100" in page
    assert f"/origins/{line.origin}" in page
    for verdict in ("accept", "reject", "lock", "span", "source", "stance", "certainty", "comment"):
        assert f"/statements/{line.id}/{verdict}" in page
    assert "Nobody has ruled on it yet." in page


def test_a_statement_page_shows_its_journal_and_what_was_read(desk):
    """Who, when, why; a moved span is shown beside what was read, and what was taken back is marked."""
    line = next(one for one in lines(desk) if one.name == "Olaf Lind")
    desk.send(f"/statements/{line.id}/span", places=f"{line.start}-{line.end - 5}", why="too long", here=line.id)
    desk.send(f"/statements/{line.id}/accept", here=line.id)
    desk.undo(desk.journal()[-1])
    page = desk.page(f"/statements/{line.id}")
    assert "As it was read" in page
    assert "too long" in page
    assert "taken back by number" in page
    assert f'value="{line.start}-{line.end - 5}"' in page


def test_an_orphan_is_shown_with_the_words_it_was_about(desk):
    """Where the file was edited by hand, a ruling whose words are gone says so and changes nothing."""
    line = next(one for one in lines(desk) if one.name == "Olaf Lind")
    desk.send(f"/statements/{line.id}/certainty", value="0.2-0.45")
    with sqlite3.connect(desk.place) as file:
        file.execute("DROP TRIGGER articles_never_change")
        file.execute(
            "UPDATE articles SET text = replace(text, 'would cost', 'shall cost') WHERE id = ?", (line.article,)
        )
    page = desk.page(f"/statements/{line.id}")
    assert "A ruling has lost its words." in page
    assert "the closing of Port Varn would cost 400 jobs" in page
    assert "the closing of Port Varn shall cost 400 jobs" in page
    assert "set by Ada" not in page


def test_a_statement_that_is_gone_keeps_its_rulings_in_sight(desk):
    """An address of no statement is a 404; one that people ruled on shows what they did."""
    line = lines(desk)[0]
    desk.send(f"/statements/{line.id}/comment", why="keep this")
    with sqlite3.connect(desk.place) as file:
        file.execute(
            "DELETE FROM stances WHERE statement = (SELECT number FROM statements WHERE id = ?)", (line.id,)
        )
        file.execute("DELETE FROM statements WHERE id = ?", (line.id,))
    assert "keep this" in desk.page(f"/statements/{line.id}", 404)
    assert "no such statement" in desk.page("/statements/s-000000000000", 404)


def test_an_article_is_its_text_with_each_statement_beside_it(odd):
    """The text comes through exactly, each statement has a card, and the one of the address is marked."""
    line = lines(odd, search="12 June")[0]
    page = odd.page(f"/articles/{line.article}?on={line.id}")
    segments = re.findall(r"<(mark|span)[^>]* data-s=(\d+)[^>]*>(.*?)</\1>", page, re.DOTALL)
    words = "".join(text for _, _, text in segments).replace("&#13;", "\r")
    assert words == AWKWARD
    assert page.count('<li id="s-') == len(lines(odd, article=line.article))
    assert f'id="t-{line.id}"' in page
    assert re.search(r'class="at [^"]*of-' + line.id, page)


def test_an_article_that_is_not_there_is_a_404(desk):
    """So is one of another case."""
    assert "no such article" in desk.page("/articles/a-000000000000", 404)
