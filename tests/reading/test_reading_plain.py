"""Plain text, Markdown, front matter and encodings."""

from __future__ import annotations

import io

import pytest

from sayso.annotating.blocks import blocks
from sayso.reading.plain import parse
from sayso.reading.read import read

BODY = "The dam at Orrin will hold, the governor said on Friday.\n"


def article(content: str | bytes):
    """The article of these bytes on standard input."""
    data = content if isinstance(content, bytes) else content.encode()
    return read(["-"], stdin=io.BytesIO(data)).articles[0]


def test_front_matter_is_read_stays_in_the_text_and_is_furniture():
    """Every field is taken, with its place; the text keeps the lines."""
    text = (
        "---\noutlet: The Fernpost\ntitle: 'Dam: it holds'\nbyline: Ada Lind\ndate: 2031-05-03\n"
        "url: https://fernpost.example/dam\nlanguage: en\nmood: calm\n---\n\n# Dam: it holds\n\n" + BODY
    )
    one = article(text)
    assert one.text == text
    assert (one.outlet, one.title, one.byline) == ("The Fernpost", "Dam: it holds", "Ada Lind")
    assert one.published is not None
    assert str(one.published.interval.earliest) == "2031-05-03"
    assert one.url == "https://fernpost.example/dam"
    found = blocks(one)
    assert found[0].kind == "furniture"
    assert found[0].span.of(text).startswith("---\noutlet")
    assert found[0].span.of(text).endswith("calm\n---")
    assert (found[1].kind, found[1].span.of(text)) == ("title", "# Dam: it holds")
    assert found[2].kind == "paragraph"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter_works_with_both_line_ends(end):
    """CRLF stays CRLF and changes nothing else."""
    text = end.join(["---", "outlet: The Fernpost", "---", "", BODY.strip(), ""])
    one = article(text)
    assert one.outlet == "The Fernpost"
    assert one.text == text


@pytest.mark.parametrize(
    "day", ["2031-05-03", "2031-05-03T08:00:00Z", "3 May 2031", "May 3, 2031", "Sat, 3 May 2031"]
)
def test_dates_in_front_matter_are_read_in_the_usual_forms(day):
    """ISO dates, date-times and English dates in words are days."""
    published = article(f"---\npublished: {day}\n---\n{BODY}").published
    assert published is not None
    assert str(published.interval.latest) == "2031-05-03"


def test_a_date_that_is_ambiguous_is_left_out_and_noted():
    """01/02/2031 could be two days; it is no date, and the note says how to write one."""
    one = article(f"---\ndate: 01/02/2031\n---\n{BODY}")
    assert one.published is None
    assert [note.code for note in one.notes] == ["R107"]


@pytest.mark.parametrize("matter", ["a: [1, 2", "- just\n- a list", "a: &x 1\nb: *x", "\ta: b: c:\n"])
def test_front_matter_that_is_none_is_text_with_a_note(matter):
    """Broken YAML, lists and references are read as text and noted."""
    one = article(f"---\n{matter}\n---\n{BODY}")
    assert one.layout == ()
    assert [note.code for note in one.notes] == ["R106"]


def test_a_rule_at_the_start_is_no_front_matter():
    """A line of hyphens without a second one opens nothing."""
    assert article("---\n\nThe dam holds, says Lind.\n").layout == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Will the dam hold?\n\nThe dam will hold.", "Will the dam hold?"),
        ("Dam holds\r\n\r\nThe dam will hold.", "Dam holds"),
        ("\n\n  Dam holds\n\nThe dam will hold.", "Dam holds"),
        ("# Dam holds\nThe dam will hold.", "Dam holds"),
        ("The dam holds.\n\nIt will hold.", None),
        ("Dam holds\nThe dam will hold.", None),
        ("“It holds”\n\nThe dam will hold.", None),
        ("Dam holds", None),
        ("x" * 400 + "\n\nThe dam.", None),
        ("***\n\nThe dam.", None),
    ],
)
def test_a_first_line_is_a_title_only_where_it_is_clearly_one(text, title):
    """Short, alone, and not ending like a sentence."""
    found = [one.value for one in parse(text).candidates if one.field == "title"]
    assert found == ([title] if title else [])


def test_a_byte_order_mark_is_dropped_and_noted():
    """Offsets start at the first letter."""
    one = article(b"\xef\xbb\xbf" + BODY.encode())
    assert one.text == BODY
    assert [note.code for note in one.notes] == ["R102"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-32"])
def test_legacy_encodings_are_decoded_and_named(encoding):
    """Nothing is lost in Windows-1252, UTF-16 with or without its mark, and UTF-32."""
    text = "“The dam will hold,” Renée Lind told the Café Orrin’s guests on Friday – and left. Nobody believed her."
    one = article(text.encode(encoding))
    assert one.text == text
    assert one.notes[0].code == "R101"


def test_one_damaged_byte_does_not_turn_utf8_into_something_else():
    """A file that is UTF-8 but for one byte stays UTF-8, with a mark for the byte."""
    one = article("“Hold,” said Renée Lind – “it will hold,” she said – ".encode() + b"\xff")
    assert one.text.startswith("“Hold,” said Renée")
    assert one.text.endswith("\ufffd")
    assert one.notes[0].code == "R101"
