"""JSON Lines: an article a line, whatever the other lines are."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError, SettingError
from sayso.model.article import Article
from sayso.reading import lines
from sayso.reading.read import read, read_each

BRIDGE = "The bridge opens in May, Mayor Odile Brandt said on Tuesday.\n\nIt cost 5 million crowns.\n"


@pytest.fixture
def corpus(tmp_path):
    """A writer of corpora: objects, or lines as they are, to a file."""

    def write(*rows, name="corpus.jsonl"):
        path = tmp_path / name
        path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows) + "\n", "utf-8")
        return str(path)

    return write


def test_a_line_is_an_article_with_what_it_says(corpus):
    """Text unchanged, and the fields that front matter knows, each with the line as its place."""
    path = corpus(
        {
            "text": BRIDGE,
            "path": "a/bridge.txt",
            "outlet": "The Fernpost",
            "headline": "A bridge",
            "date": "2031-05-03",
        }
    )
    (article,) = read([path]).articles
    assert (article.text, article.path, article.outlet, article.title) == (
        BRIDGE,
        "a/bridge.txt",
        "The Fernpost",
        "A bridge",
    )
    assert article.published
    assert article.published.interval.latest == date(2031, 5, 3)
    assert {one.where for one in article.candidates} == {f"{path}, line 1"}


def test_a_line_without_a_path_is_named_by_its_id_or_its_number(corpus):
    """So that a message can point to it."""
    path = corpus({"text": BRIDGE, "id": 17}, "", {"text": BRIDGE})
    assert [article.path for article in read([path]).articles] == [f"{path}#17", f"{path}:3"]


def test_what_read_prints_is_read_again_as_the_same_article(corpus, tmp_path):
    """Ids, days and blocks line up with those of the first reading."""
    from sayso.model.case import Page  # noqa: PLC0415 - only this test builds a record
    from sayso.showing.records import page_record  # noqa: PLC0415

    page = tmp_path / "bridge.html"
    page.write_text(
        "<html><head><title>A bridge</title></head><body><nav>Home</nav>"
        f"<article><p>{BRIDGE}</p></article></body></html>"
    )
    (first,) = read([str(page)], published="2031-05-03", outlet="The Fernpost").articles
    (again,) = read([corpus(page_record(Page(first, blocks=first.layout)))]).articles
    assert (again.id, again.text, again.path, again.layout) == (first.id, first.text, first.path, first.layout)
    assert again.published
    assert first.published
    assert again.published.interval == first.published.interval


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{", "not JSON"),
        ("[1]", "no JSON object"),
        ('{"text": 5}', 'no "text"'),
        ('{"title": "A bridge"}', 'no "text"'),
        ('{"text": "  "}', "holds no text"),
        ('{"text": "a\\u0000b"}', "NUL"),
        ("[" * 50_000, "not JSON"),
    ],
)
def test_a_line_that_is_no_article_stops_no_other(corpus, row, reason):
    """The error names file, line and reason."""
    path = corpus({"text": BRIDGE}, row, {"text": BRIDGE + "More."})
    found = read([path])
    assert len(found.articles) == 2
    (failure,) = found.failures
    assert failure.path == f"{path}, line 2"
    assert reason in failure.reason


def test_a_file_of_something_else_is_given_up_early(corpus):
    """Twenty lines without an article, and no more are named."""
    found = read([corpus(*['{"a": 1}'] * 500)])
    assert len(found.failures) == 20
    assert "none of the first 20 lines" in found.failures[-1].reason


def test_a_line_that_is_too_long_stops_no_other(corpus, monkeypatch):
    """It is passed over to its end, without being held."""
    monkeypatch.setattr(lines, "_LARGEST_LINE", 200)
    path = corpus({"text": "x" * 1000}, {"text": "It opens."})
    found = read([path])
    assert [article.text for article in found.articles] == ["It opens."]
    assert found.failures[0].path == f"{path}, line 1"


def test_a_missing_file_is_named(tmp_path):
    """As any other input."""
    (failure,) = read([str(tmp_path / "none.jsonl")]).failures
    assert "no such file" in failure.reason


def test_standard_input_is_lines_where_it_begins_so():
    """An object opens it; all else is one article."""
    rows = "".join(json.dumps({"text": f"{BRIDGE} {number}"}) + "\n" for number in range(3)).encode()
    assert len(read(["-"], stdin=io.BytesIO(rows)).articles) == 3
    assert len(read(["-"], stdin=io.BufferedReader(io.BytesIO(rows))).articles) == 3
    (article,) = read(["-"], stdin=io.BytesIO(b"{So it} began.")).articles
    assert article.text == "{So it} began."


def test_options_for_one_article_are_refused(corpus):
    """They can be said on the lines."""
    with pytest.raises(SettingError, match="on its lines"):
        read([corpus({"text": BRIDGE})], outlet="The Fernpost")


def test_a_date_that_is_none_is_noted(corpus):
    """The note names the line."""
    (article,) = read([corpus({"text": BRIDGE, "published": "soon"})]).articles
    assert article.published is None
    assert [note.code for note in article.notes] == ["R107"]


def test_blocks_that_do_not_fit_are_left_out(corpus):
    """The text is segmented anew."""
    blocks = [{"span": [0, 9999], "kind": "furniture"}]
    (article,) = read([corpus({"article": {"text": BRIDGE}, "blocks": blocks})]).articles
    assert article.layout == ()


@given(
    st.lists(st.binary(max_size=60) | st.text(max_size=30).map(lambda text: json.dumps({"text": text}).encode()))
)
def test_any_lines_give_articles_or_errors(rows):
    """Nothing else comes out, whatever stands on the lines."""
    data = b'{"text": "A start."}\n' + b"\n".join(rows)
    for one in read_each(["-"], stdin=io.BytesIO(data)):
        assert isinstance(one, Article | InputError)
