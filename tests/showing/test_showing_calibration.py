"""The calibration: a drawing with its counts where there are forecasts enough, as a file, and as a table."""

from xml.etree import ElementTree as ET

from sayso.model.forecasts import Bin, Tally
from sayso.showing.calibration import ENOUGH, drawing, file_text, in_words, too_few
from sayso.showing.scoring import table

BINS = (
    Bin(0.0, 0.2, 9, 0.1, 1 / 9, (0.04, 0.28)),
    Bin(0.8, 1.0, 12, 0.93, 0.75, (0.57, 0.87)),
)


def test_it_is_drawn_with_its_counts() -> None:
    """Each class has a dot, a bar and its number; the whole says in words what it shows."""
    drawn = str(drawing(BINS))
    assert drawn.count("<circle") == 2
    assert ("n 9" in drawn, "n 12" in drawn) == (True, True)
    assert "it came in 9 of 12" in drawn
    assert too_few(BINS) == ""


def test_the_file_is_sound_xml_with_colours_of_its_own() -> None:
    """As a file it is an SVG that any viewer reads, light, dark and on paper."""
    text = file_text(drawing(BINS))
    assert text is not None
    root = ET.fromstring(text)  # noqa: S314 - our own drawing
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert ("prefers-color-scheme:dark" in text, "@media print" in text) == (True, True)


def test_few_forecasts_are_not_drawn_and_it_says_so() -> None:
    """Under twenty forecasts nothing is drawn, and the reason is given."""
    few = BINS[:1]
    assert drawing(few) is None
    assert file_text(None) is None
    assert str(ENOUGH) in too_few(few)
    assert len(in_words(few)) == 1


def test_the_table_has_a_line_a_source() -> None:
    """A source with five or more has rates with bounds, one with fewer has none, and why is said."""
    many = Tally("Ada Lind", ("Ada Lind",), 7, (0.05, 0.11, 0.3), (0.2, 0.4, 0.9), ("a", "b"), 6)
    few = Tally("Bo Ras", ("Bo Ras",), 2, cases=("a",), right=1)
    told = table((many, few), BINS)
    assert "0.11 (0.05 to 0.30)" in told
    assert "2 cases" in told
    assert "No rate is shown for fewer than five" in told
