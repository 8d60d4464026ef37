"""Passages about when and how many: their notation, and what counts as right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from evals import when
from evals.whenfiles import Passage, passages
from sayso import pipeline
from sayso.errors import FormatError
from sayso.model.case import Page
from sayso.model.times import Dating, Interval

FILE = """\
# Ferry to Oddrun
published: 2031-01-17
.
The ferry will sail by 3 May, Ada Lind said on Tuesday. Nobody knows the price now.

It costs 40 to 50 crowns and carries 40 crates of its 120 boxes.
.
times
- 3 May | DATE | 2031-05-03 | ..2031-05-03 | by
- {on }Tuesday | DATE | 2031-01-14 | 2031-01-14..2031-01-14 | at
- now | DATE | PRESENT_REF | 2031-01-17..2031-01-17 | at |  | optional
amounts
- 40 to 50 | 40..50 | range | crowns
- 40 | 40..40 | exact | crates | of: of its 120 boxes
- 120 | 120..120 | exact | boxes
said
- said on Tuesday | 2031-01-14..2031-01-14
.
"""


def _written(folder: Path, text: str = FILE) -> Path:
    (folder / "sea.md").write_text(text, "utf-8")
    return folder


def _page(folder: Path) -> tuple[Passage, Page]:
    (passage,) = passages(folder)
    return passage, when.page_of(passage, pipeline.load_brain("rules"))


def test_items_are_found_at_their_place_with_their_columns(tmp_path):
    """Items follow the text, braces show what stands beside them, ends left out are open."""
    (passage,) = passages(_written(tmp_path))
    assert passage.title == "Ferry to Oddrun"
    assert passage.published == date(2031, 1, 17)
    assert [one.span.of(passage.text) for one in passage.times] == ["3 May", "Tuesday", "now"]
    assert passage.times[0].days == (None, date(2031, 5, 3))
    assert passage.times[0].at == "sea.md:9"
    assert [one.optional for one in passage.times] == [False, False, True]
    assert passage.amounts[1].span.start > passage.amounts[0].span.end
    assert passage.amounts[1].of == "of its 120 boxes"
    assert passage.said[0].told


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("- 3 May |", "- 4 May |", "sea.md:9: not found"),
        ("| by\n", "| nigh\n", 'sea.md:9: "nigh" is none of'),
        ("..2031-05-03 |", "..2031-02-30 |", 'sea.md:9: "2031-02-30" is no day'),
        ("40..50", "40 to 50", "sea.md:13: two ends"),
        ("40..50", "forty..50", 'sea.md:13: "forty" is no number'),
        ("times\n", "hours\n", "sea.md:8: neither an item nor"),
        ("published: 2031-01-17\n", "", "sea.md:1: a line"),
        ("\n.\ntimes", "\ntimes", "sea.md:1: a head, a text and the gold"),
    ],
)
def test_a_misshapen_file_is_named_with_its_line(tmp_path, old, new, fault):
    """Whoever writes a passage is told which line to mend."""
    with pytest.raises(FormatError) as told:
        list(passages(_written(tmp_path, FILE.replace(old, new))))
    assert str(told.value).startswith(fault)


def test_whole_words_are_found_before_parts_of_words(tmp_path):
    """A 40 inside 1,340 or forty-odd letters is not the item that was meant."""
    text = FILE.replace("It costs", "Since 1,340 people came, it costs")
    (passage,) = passages(_written(tmp_path, text))
    assert passage.amounts[0].span.of(passage.text) == "40 to 50"
    assert passage.text[passage.amounts[0].span.start - 2] == "s"


def test_the_gold_itself_is_all_right(tmp_path):
    """What says the same as the gold has no error, and an optional item is neither missed nor spurious."""
    passage, page = _page(_written(tmp_path))
    page = replace(page, times=tuple(t for t in page.times if t.text != "now"))
    verdicts = [one for one in when.verdicts(passage, page) if one.layer == "times"]
    assert len(verdicts) == 2
    assert [when.errors(one) for one in verdicts] == [[], []]


def test_a_lost_bound_and_a_spurious_time_are_named(tmp_path):
    """A time without its bound loses its days, too; one beside the gold is spurious."""
    passage, page = _page(_written(tmp_path))
    first = replace(page.times[0], bound="at", interval=Interval(date(2031, 5, 3), date(2031, 5, 3)))
    odd = replace(page.times[0], span=page.amounts[0].span)
    given = list(when.verdicts(passage, replace(page, times=(first, *page.times[1:], odd))))
    assert when.errors(given[0]) == ["days", "bound"]
    assert [when.errors(one) for one in given if one.layer == "times"][-1] == ["spurious"]


def test_a_saying_is_right_where_its_days_are_told(tmp_path):
    """Days count from a statement with that cue, and only where the text tells them."""
    passage, page = _page(_written(tmp_path))
    (first, *_) = page.statements
    day = Interval(date(2031, 1, 14), date(2031, 1, 14))
    told = replace(first, told=page.times[1].id, said=Dating(day, "given"))
    silent = replace(first, told=None, said=Dating(day, "inferred"))
    (right,) = (v for v in when.verdicts(passage, replace(page, statements=(told,))) if v.layer == "said")
    (wrong,) = (v for v in when.verdicts(passage, replace(page, statements=(silent,))) if v.layer == "said")
    assert when.errors(right) == []
    assert when.errors(wrong) == ["days"]


def test_figures_are_shares_of_what_the_gold_has(tmp_path):
    """Every figure and error is a percentage."""
    figures, errors = when.figures(_written(tmp_path), pipeline.load_brain("rules"))
    assert figures["times, span F1"] == 100
    assert figures["amounts, ranges"] == 100
    assert all(0 <= value <= 100 for value in (*figures.values(), *errors.values()))


def test_days_told_are_shown_beside_what_was_found(tmp_path):
    """A saying that nobody found lowers the days told, but not the days told of those found."""
    passage, page = _page(_written(tmp_path))
    given = list(when.verdicts(passage, page))
    lost = list(when.verdicts(passage, replace(page, statements=())))
    assert when.summed(given)[0]["said, days told"] == 100
    told, _ = when.summed([*given, *lost])
    assert told["said, attributions with a day found"] == told["said, days told"] == 50
    assert told["said, days told of those found"] == 100


def test_heads_are_compared_without_plural_and_complement():
    """The head of "barrels of crude" is a barrel; a sign is its word."""
    assert when.head("barrels of crude") == when.head("barrel")
    assert when.head("Heron-7 launchers") == "launcher"
    assert when.head("%") == when.head("percent")


def test_errors_of_the_test_part_are_never_listed():
    """Whoever has read what is missed there has spent it."""
    with pytest.raises(SystemExit):
        when.main(["test"])


@pytest.mark.parametrize("part", ["dev", "test"])
def test_the_written_passages_are_well_formed(part):
    """Every item stands in its text, and both parts have passages of many genres."""
    given = list(passages(when.FOLDER / part))
    assert len(given) > 80
    assert sum(len(one.times) for one in given) > 700
