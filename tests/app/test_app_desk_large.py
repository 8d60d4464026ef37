"""A case that is too large to be held whole: every list works from the tables, and what cannot says so."""

import pytest
from tests.app.deskcases import Desk, built, kept

from sayso.store.repository import Repository


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """The desk of a case that counts as large; whoever decodes it whole fails."""
    made = Desk(kept(tmp_path / "varn.sayso"))
    monkeypatch.setattr("sayso.app.desk.lookups.LARGE", 0)

    def refused(_: object) -> None:
        raise AssertionError("the whole case was decoded")

    monkeypatch.setattr(Repository, "derived", refused)
    return made


@pytest.mark.parametrize(
    "path",
    ["/sources", "/origins", "/grid", "/timeline", "/forecasts", "/amounts", "/times", "/articles?search=ferry"],
)
def test_lists_come_from_the_tables(desk, path):
    """None of them decodes the case."""
    assert "<h1" in desk.page(path)


def test_the_grid_has_the_same_fields(desk):
    """Signs and words are those of the case, the most telling origin first."""
    page = desk.page("/grid")
    for cell in built()[1].grid:
        assert f'href="/grid/{cell.origin}/{cell.hypothesis}"' in page
    assert "least against it" in page


def test_the_timeline_is_drawn_from_sums(desk):
    """Articles by day, statements as sums by day, each mark leading to its list."""
    page = desk.page("/timeline")
    assert 'href="/statements?since=2031-05-02&amp;until=2031-05-02"' in page
    assert "4 articles" in page


def test_one_source_and_one_origin_are_told_from_their_records(desk):
    """Their names, what is said of them and their statements."""
    source, origin = next(one for one in built()[0].sources if one.name == "Ada Lind"), built()[0].origins[0]
    assert "We will close it" in desk.page(f"/sources/{source.id}")
    assert origin.root in desk.page(f"/origins/{origin.id}")
    assert "There is nothing here" in desk.page("/origins/none", 404)


def test_what_needs_the_whole_case_says_so(desk):
    """Maps and pairs are for smaller cases."""
    for path in ("/origins/map", "/sources/pairs", "/grid.csv"):
        assert "needs all of a case at once" in desk.page(path, 503)
