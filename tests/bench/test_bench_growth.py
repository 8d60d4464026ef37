"""The bench of growth: cases with known origins are measured room by room, and the table compares sizes."""

from __future__ import annotations

from bench import growth


def test_a_case_of_reprints_is_measured_with_its_origins():
    """Seconds of every room, memory, and as many origins as the generator put in."""
    row = growth.measured("reprints", 14)
    assert row.origins == row.known == growth.OWN
    assert row.annotate > 0
    assert row.whole >= row.annotate + row.link
    assert row.megabytes > 10


def test_undated_articles_are_the_same_case_without_days():
    """The kinds differ in what is given, not in what is known."""
    assert growth.measured("undated", 12).known == growth.measured("reprints", 12).known


def test_the_table_compares_sizes_of_one_kind():
    """Ten times the articles in twelve times the time reads 12.0 and 10.0; another kind starts anew."""
    small = growth.Row("reprints", 100, 1.0, 0.5, 0.25, 0.25, 80, 10, 10)
    large = growth.Row("reprints", 1000, 12.0, 6.0, 3.0, 3.0, 300, 10, 10)
    other = growth.Row("generated", 1000, 1.0, 1.0, 1.0, 1.0, 300, 9, 10)
    made = growth.lines([small, large, other])
    assert made[2].split()[-2:] == ["12.0", "10.0"]
    assert made[3].split()[-1] == "10"


def test_sizes_are_a_tenth_and_all():
    """Every kind at two sizes; a small bench has one."""
    assert ("reprints", 100) in growth.sizes_to(1000)
    assert ("generated", 1000) in growth.sizes_to(1000)
    assert len(growth.sizes_to(20)) == len(growth.KINDS)
