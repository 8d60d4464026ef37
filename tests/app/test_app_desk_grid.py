"""The grid at the desk: signs with words, sorted, each field opened to its statements, the same as a CSV file."""

import re

import pytest
from tests.app.deskcases import HOSTILE, Desk, built, kept

from sayso.showing.gridtable import grid_table


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """The desk of the case; nothing here changes it."""
    return Desk(kept(tmp_path_factory.mktemp("grid") / "varn.sayso"))


def rows(page):
    """The origins of the grid in order."""
    return re.findall(r'<th scope="row"><a href="/origins/([^"]+)"', page.split('class="ach"')[1])


def test_every_field_has_a_sign_and_a_word(desk):
    """No sign stands without its word, and each field is a link."""
    page = desk.page("/grid")
    fields = re.findall(r'class="cell (\w+)"><a href="(/grid/[^"]+)"[^>]*>([^<]+)</a>', page)
    assert len(fields) == 2 * len(rows(page))
    words = {"for": "for", "against": "against"}
    assert all(words[tone] in told for tone, _, told in fields if tone in words)


def test_lines_are_sorted_as_asked(desk):
    """By name, by articles, by what is said of a hypothesis."""
    case, answers = built()
    articles = {one.id: len(one.articles) for one in case.origins}
    by_size = rows(desk.page("/grid?same=1&order=articles"))
    assert [articles[id_] for id_ in by_size] == sorted((articles[id_] for id_ in by_size), reverse=True)
    signs = {one.origin: one.sign for one in answers.grid if one.hypothesis == "h1"}
    by_sign = [signs.get(id_, 0) for id_ in rows(desk.page("/grid?same=1&order=h1"))]
    assert by_sign == sorted(by_sign, reverse=True)
    assert set(by_size) == {one.origin for one in answers.grid}


def test_what_says_the_same_of_all_is_left_out_until_asked_for(desk):
    """It tells nothing apart."""
    same = {key for key, value in built()[1].diagnosticity if not value}
    assert not same & set(rows(desk.page("/grid")))
    assert same <= set(rows(desk.page("/grid?same=1")))


def test_a_field_opens_its_statements(desk):
    """As a page, and for htmx without the layout; each says what it says of the hypothesis, and why."""
    cell = next(one for one in built()[1].grid if one.sign > 0 and one.hypothesis == "h1")
    page = desk.page(f"/grid/{cell.origin}/{cell.hypothesis}")
    assert f"{cell.word}</span>" in page
    assert re.search(r"<small><b>\+ (strongly |weakly )?for</b>", page)
    part = desk.client.get(f"/grid/{cell.origin}/{cell.hypothesis}", headers={"hx-request": "true"}).text
    assert "<html" not in part
    assert "There is nothing here" in desk.page("/grid/origin-none/h1", 404)


def test_the_file_is_that_of_the_command_line(desk):
    """The bytes are those of --grid."""
    answer = desk.client.get("/grid.csv")
    assert answer.text == grid_table(*built())
    assert answer.headers["content-type"].startswith("text/csv")
    assert "attachment" in answer.headers["content-disposition"]


def test_what_hangs_on_one_origin_is_told(desk):
    """The ranking and what would change it stand on the page; hostile names are text."""
    page = desk.page("/grid?same=1")
    assert "What hangs on one origin" in page
    assert "least against it" in page
    assert HOSTILE not in page
