"""Inputs of every kind, good and bad: nothing is lost, nothing stops the rest."""

from __future__ import annotations

import io
import os
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import FormatError, InputError, SettingError
from sayso.model.article import Article
from sayso.reading.read import read, read_each

GOOD = "The dam at Orrin will hold until spring, the governor said on Friday. Nobody has to leave the town."
GERMAN = "Der Damm wird bis zum Frühjahr halten, sagte der Gouverneur am Freitag. Niemand muss die Stadt verlassen."


def put(folder: Path, name: str, content: str | bytes) -> str:
    """The path of a new file with this content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def codes(article) -> list[str]:
    """The codes of an article's notes."""
    return [note.code for note in article.notes]


BAD = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\t\r\n\xc2\xa0", "holds no text"),
    ("nul.txt", b"a text\0with a hole", "binary"),
    ("control.txt", bytes(range(1, 9)) * 20, "binary"),
    ("photo.txt", b"\x89PNG\r\n\x1a\n" + b"x" * 50, "PNG image"),
    ("report.txt", b"%PDF-1.7\n%", "a PDF"),
    ("letter.txt", b"PK\x03\x04....", "office document"),
    ("page.txt", b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "MHTML"),
    ("blank.html", b"<html><body><script>1</script></body></html>", "shows no text"),
    ("nothing.html", b"<!-- -->", "no"),
]


@pytest.mark.parametrize(("name", "content", "reason"), BAD)
def test_a_bad_file_is_named_with_reason_and_remedy_and_the_rest_is_read(tmp_path, name, content, reason):
    """One bad file is one failure; the article beside it is read."""
    bad, good = put(tmp_path, name, content), put(tmp_path, "good.txt", GOOD)
    reading = read([bad, good])
    assert [article.path for article in reading.articles] == [good]
    assert [failure.path for failure in reading.failures] == [bad]
    assert reason in reading.failures[0].reason
    assert reading.failures[0].remedy


def test_missing_files_and_empty_folders_and_patterns_fail_in_the_order_given(tmp_path):
    """What is not there is said, each with its own reason."""
    (tmp_path / "void").mkdir()
    inputs = [str(tmp_path / "no.txt"), str(tmp_path / "void"), str(tmp_path / "*.txt"), "", "a\0b"]
    reading = read(inputs)
    assert not reading.articles
    reasons = [failure.reason for failure in reading.failures]
    assert "no such file" in reasons[0]
    assert "no article" in reasons[1]
    assert "nothing matches" in reasons[2]
    assert len(reasons) == 5


def test_a_file_of_50_mb_fails_at_once_without_being_read(tmp_path):
    """The size is looked at before the file is opened; the limit is named."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as opened:
        opened.truncate(50_000_000)
    begun = time.perf_counter()
    failure = read([str(path)]).failures[0]
    assert time.perf_counter() - begun < 0.2
    assert "50 MB" in failure.reason
    assert "5 MB" in failure.reason


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path):
    """A file without permission fails with a remedy."""
    path = put(tmp_path, "shut.txt", GOOD)
    Path(path).chmod(0)
    assert "may not read" in read([path]).failures[0].reason


def test_too_long_standard_input_fails_and_short_is_read():
    """Standard input is an article, bounded like a file."""
    assert read(["-"], stdin=io.BytesIO(GOOD.encode())).articles[0].text == GOOD
    assert read(["-"], stdin=io.BytesIO(b"a" * 25_000_001)).failures[0].path == "-"
    assert read(["-"]).failures[0].path == "-"


def test_a_folder_gives_its_articles_sorted_and_tells_what_it_left_out(tmp_path):
    """A folder's text, Markdown and HTML files are read; others are named as skipped."""
    for name in ("b.txt", "a.md", "c.html", "d.pdf", ".hidden.txt"):
        put(tmp_path, name, GOOD + name)
    reading = read([str(tmp_path)])
    assert [Path(article.path).name for article in reading.articles] == ["a.md", "b.txt", "c.html"]
    assert [Path(path).name for path in reading.skipped] == ["d.pdf"]


def test_a_file_reached_twice_is_read_once(tmp_path):
    """A file named by itself, by a pattern and by its folder stands once, where it came first."""
    one, two = put(tmp_path, "one.txt", GOOD), put(tmp_path, "two.txt", GOOD + " More.")
    reading = read([two, str(tmp_path / "*.txt"), str(tmp_path), str(tmp_path / "." / "one.txt")])
    assert [article.path for article in reading.articles] == [two, one]


def test_two_copies_of_a_text_are_both_kept_and_the_second_is_noted(tmp_path):
    """The second of two identical texts names the first."""
    first, second = put(tmp_path, "a.txt", GOOD), put(tmp_path, "b.txt", GOOD)
    reading = read([first, second])
    assert len(reading.articles) == 2
    assert codes(reading.articles[0]) == []
    assert codes(reading.articles[1]) == ["R105"]
    assert first in reading.articles[1].notes[0].message


def test_another_language_is_named_and_short_texts_are_left_open(tmp_path):
    """German is read and noted; a title alone has no language."""
    reading = read(
        [put(tmp_path, "de.txt", GERMAN), put(tmp_path, "en.txt", GOOD), put(tmp_path, "t.txt", "Orrin: Lind")]
    )
    assert [article.language for article in reading.articles] == ["de", "en", None]
    assert [codes(article) for article in reading.articles] == [["R104"], [], []]


def test_the_id_comes_from_bytes_outlet_and_address(tmp_path):
    """The same file has the same id in every run, and another one under another outlet."""
    path = put(tmp_path, "a.txt", GOOD)
    assert read([path]).articles[0].id == read([path]).articles[0].id
    assert read([path]).articles[0].id != read([path], outlet="Fernpost").articles[0].id


def test_options_say_what_is_known_of_one_article(tmp_path):
    """--published and --outlet outrank what the text states and are given."""
    path = put(tmp_path, "a.txt", "---\noutlet: Other\ndate: 2030-01-01\n---\n\n" + GOOD)
    article = read([path], published="2031-01-16/2031-01-18", outlet="The Fernpost").articles[0]
    assert article.outlet == "The Fernpost"
    assert article.published is not None
    assert article.published.how == "given"
    assert article.published.interval.earliest == date(2031, 1, 16)
    assert article.published.interval.latest == date(2031, 1, 18)
    chosen = {(one.field, one.where) for one in article.candidates if one.chosen}
    assert {("outlet", "option --outlet"), ("published", "option --published")} <= chosen


@pytest.mark.parametrize(
    "value", ["soon", "2031-13-01", "2031-02-30", "17.01.2031", "2031-01-18/2031-01-16", "2031", ""]
)
def test_a_published_that_is_no_day_is_refused_with_the_form_that_works(tmp_path, value):
    """The message names the value and how to write it."""
    with pytest.raises(SettingError, match=r"2023-01-17"):
        read([put(tmp_path, "a.txt", GOOD)], published=value)


def test_options_for_one_article_are_refused_for_several(tmp_path):
    """--outlet for two articles points to --manifest."""
    inputs = [put(tmp_path, "a.txt", GOOD), put(tmp_path, "b.txt", GERMAN)]
    with pytest.raises(SettingError, match="--manifest"):
        read(inputs, outlet="The Fernpost")


def test_a_manifest_says_what_is_known_of_files(tmp_path):
    """Rows find their files beside the manifest; the page's own values stay as candidates."""
    path = put(tmp_path, "a.txt", "---\ntitle: Old\nauthor: [Ada Lind, Jon Mar]\n---\n" + GOOD)
    manifest = put(
        tmp_path,
        "m.csv",
        '\ufeffpath,outlet,published,title\r\na.txt,"Fernpost, The",2031-01-17,New\r\n\r\ngone.txt,X,,\r\n',
    )
    reading = read([path], manifest=manifest)
    article = reading.articles[0]
    assert (article.outlet, article.title, article.byline) == ("Fernpost, The", "New", "Ada Lind, Jon Mar")
    assert [note.code for note in reading.notes] == ["R110"]
    assert ("title", "Old", False) in {(one.field, one.value, one.chosen) for one in article.candidates}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("file,outlet\na.txt,X\n", "path"),
        ("path,outlt\na.txt,X\n", "outlt"),
        ("path,outlet,outlet\na.txt,X,Y\n", "twice"),
        ("path,published\na.txt,yesterday\n", "line 2"),
        ("path,outlet\na.txt,X,Y,Z\n", "line 2"),
        ("path,outlet\na.txt,X\na.txt,Y\n", "line 3"),
        ("path,outlet\n,X\n", "line 2"),
        ('path,outlet\na.txt,"X\n', "not CSV"),
        ("", "columns"),
        (b"path,outlet\na.txt,\xff\n", "UTF-8"),
    ],
)
def test_a_manifest_that_cannot_be_followed_names_line_and_remedy(tmp_path, content, says):
    """A broken manifest stops before anything is read, and says where."""
    path = put(tmp_path, "a.txt", GOOD)
    with pytest.raises(FormatError, match=says):
        read([path], manifest=put(tmp_path, "m.csv", content))


def test_a_missing_manifest_is_named(tmp_path):
    """The option to check is named."""
    with pytest.raises(FormatError, match="--manifest"):
        read([], manifest=str(tmp_path / "no.csv"))


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_one_article_or_one_failure(content):
    """Whatever stands in an input, the reader answers with an article or an error, never a traceback."""
    reading = read(["-"], stdin=io.BytesIO(content))
    assert len(reading.articles) + len(reading.failures) == 1


@settings(deadline=None)
@given(st.text(max_size=200))
def test_plain_text_is_kept_to_the_last_code_point(content):
    """Decoded text is the text: no trimming, no newline or Unicode normalisation."""
    content = content.replace("\0", "")
    for article in read(["-"], stdin=io.BytesIO(content.encode("utf-8", "ignore"))).articles:
        if not article.layout:
            expected = content.encode("utf-8", "ignore").decode()
            assert article.text in (expected, expected.removeprefix("\ufeff"))


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
def test_a_file_name_that_is_no_utf8_can_be_printed(tmp_path):
    """The path in the output is text, whatever the bytes of the name."""
    try:
        path = put(tmp_path, os.fsdecode(b"dam\xff.txt"), GOOD)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    reading = read([path, path + ".txt"])
    assert reading.articles[0].path.encode()
    assert reading.failures[0].path.encode()


def test_articles_come_one_at_a_time_as_read_together(tmp_path):
    """`read_each` gives what `read` gives, failures in their place; only no classifier is asked."""
    for name, text in (
        ("a.txt", "The bridge opens on Friday."),
        ("b.txt", "Die Brücke öffnet. " * 9),
        ("c.txt", ""),
    ):
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "d.txt").write_text("The bridge opens on Friday.", "utf-8")
    together = read([str(tmp_path)])
    each = list(read_each([str(tmp_path)]))
    assert [one.path for one in each if isinstance(one, Article)] == [one.path for one in together.articles]
    assert [str(one) for one in each if isinstance(one, InputError)] == [str(one) for one in together.failures]
    assert isinstance(each[2], InputError)
    second, fourth = each[1], each[3]
    assert isinstance(second, Article)
    assert isinstance(fourth, Article)
    assert "R105" in {note.code for note in fourth.notes}
    assert (second.language, together.articles[1].language) == (None, "de")
