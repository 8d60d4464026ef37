"""Saved pages: visible text, the kind of each block, and what the page says of itself."""

from __future__ import annotations

import io
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotating.blocks import blocks
from sayso.errors import InputError
from sayso.reading.html import parse
from sayso.reading.read import read

PAGES = Path(__file__).parent / "pages"
LINE = "<p>Governor Ada Lind said on Friday that the dam at Orrin would hold until spring and nobody had to go.</p>"


def saved(name: str):
    """The article of one of the saved pages."""
    return read([str(PAGES / f"{name}.html")]).articles[0]


def labelled(article) -> dict[str, list[str]]:
    """The wording of the article's blocks, by kind."""
    found: dict[str, list[str]] = {}
    for block in blocks(article):
        found.setdefault(block.kind, []).append(block.span.of(article.text))
    return found


def page(body: str, head: str = "") -> str:
    """A page with this body."""
    return f"<html><head>{head}</head><body><article><h1>The dam holds</h1>{body}</article></body></html>"


def test_a_broadsheet_page_gives_title_teaser_caption_and_text_and_labels_the_rest():
    """Navigation, cookie notice, share bar, related box, newsletter, bio, comments and footer are furniture."""
    found = labelled(saved("fernpost"))
    assert found["title"] == ["Second dam at Orrin “under review”, says governor"]
    assert [teaser[:12] for teaser in found["teaser"]] == ["A leaked pla"]
    assert found["heading"] == ["“Nobody asked us”"]
    assert found["caption"] == ["The first dam at Orrin, built in 1994. Photograph: Pell Archive"]
    assert len(found["paragraph"]) == 6
    furniture = "\n".join(found["furniture"])
    for words in (
        "Skip to",
        "Sport",
        "cookies",
        "By Mara",
        "Share",
        "Who owns",
        "newsletter",
        "since 2022",
        "his life",
        "©",
    ):
        assert words in furniture


def test_a_broadsheet_page_says_what_it_is_and_where_it_says_so():
    """Structured data first, each candidate with its place, the visible date as evidence."""
    article = saved("fernpost")
    assert (article.outlet, article.byline) == ("The Fernpost", "Mara Quill, Tobi Renn")
    assert article.url == "https://fernpost.example/news/orrin-second-dam"
    assert article.published is not None
    assert article.published.how == "given"
    assert article.published.interval.earliest == date(2031, 3, 14)
    assert [span.of(article.text) for span in article.published.evidence] == ["14 March 2031"]
    places = {one.where for one in article.candidates if one.field == "published"}
    assert {"JSON-LD NewsArticle, datePublished", "meta property article:published_time", "element time"} <= places
    for field in ("title", "byline", "outlet", "url", "published"):
        assert sum(one.chosen for one in article.candidates if one.field == field) == 1
    assert "R108" not in [note.code for note in article.notes]


def test_an_old_page_with_line_breaks_for_paragraphs_is_cut_at_them():
    """Text without <p> is cut at double <br>; two far dates give the first and a note."""
    article = saved("harbourwire")
    found = labelled(article)
    assert len(found["paragraph"]) == 4
    assert found["paragraph"][0].startswith("ST. PELL, May 2 (Harbour Wire) -")
    assert article.outlet == "Harbour Wire"
    assert article.byline == "Lena Voss"
    assert article.published is not None
    assert article.published.interval.latest == date(2031, 5, 2)
    assert [note.code for note in article.notes] == ["R108"]


def test_a_live_page_keeps_lists_and_quotations_and_hides_what_is_hidden():
    """List items beside the text are text, hidden lines are none, a day's difference gives an interval."""
    article = saved("orrintoday")
    found = labelled(article)
    assert found["heading"] == ["8:40 Mayor speaks", "8:15 Queues at the wells"]
    assert "Wells open from six to ten in the morning, the council says." in found["paragraph"]
    assert "Read more: How rationing worked last time" in found["furniture"]
    assert "never shown" not in article.text
    assert "Nor is this one" not in article.text
    assert article.published is not None
    assert article.published.interval.earliest == date(2031, 6, 30)
    assert article.published.interval.latest == date(2031, 7, 1)


def test_a_weblog_page_without_any_statement_of_itself_is_dated_from_its_wording():
    """The library htmldate is the last resort, and is named as such."""
    article = saved("quietblog")
    found = labelled(article)
    assert found["title"] == ["What the engineers told me"]
    assert len(found["paragraph"]) == 3
    assert article.published is not None
    assert article.published.interval.earliest == date(2031, 3, 16)
    assert article.published.reasons[0].startswith("htmldate")
    assert [span.of(article.text) for span in article.published.evidence] == ["March 16, 2031"]


@pytest.mark.parametrize("name", ["fernpost", "harbourwire", "orrintoday", "quietblog"])
def test_every_block_of_a_page_slices_and_all_text_is_covered(name):
    """Blocks do not overlap and hold all but white space."""
    article = saved(name)
    held: set[int] = set()
    for block in blocks(article):
        places = set(range(block.span.start, block.span.end))
        assert not places & held
        held |= places
        assert block.span.of(article.text) == block.span.of(article.text).strip()
    assert all(char.isspace() for at, char in enumerate(article.text) if at not in held)


HOSTILE = {
    "deep": page("<div>" * 5000 + LINE * 5),
    "deep inline": page("<p>" + "<b>" * 5000 + "The dam holds, the governor said.</p>" + LINE * 5),
    "unclosed": page("<div><p>The governor said. " * 3000),
    "entities": '<!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
    + page(LINE * 5 + "<p>&c; &#0; &#xD800; &nbsp;&copy;</p>"),
    "outside": '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    + page(LINE + "<p>&x;</p>"),
    "attributes": page("<p " + " ".join(f'a{n}="1"' for n in range(9000)) + ">The governor.</p>" + LINE * 5),
    "picture": page('<img src="data:image/png;base64,' + "A" * 11_000_000 + '">' + LINE * 5),
    "many": page("<p>a</p>" * 40_000 + LINE * 5),
    "classes": page('<div class="' + "related " * 50_000 + '">' + LINE * 5 + "</div>"),
    "json": page(LINE * 5, '<script type="application/ld+json">' + "[" * 50_000 + "</script>"),
    "odd json": page(
        LINE * 5,
        '<script type="application/ld+json">{"@type":["NewsArticle"],"author":{"name":{"name":1}},"headline":5,'
        '"datePublished":["x",{}],"publisher":[]}</script>',
    ),
}


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_hostile_pages_keep_their_text_and_take_bounded_time(kind):
    """Depth, entities, attributes, embedded pictures and broken data cost neither the text nor the afternoon."""
    begun = time.perf_counter()
    result = parse(HOSTILE[kind], "x.html")
    assert time.perf_counter() - begun < 15
    assert "governor" in result.text.lower()
    assert "lollol" not in result.text
    assert all(block.span.of(result.text).strip() for block in result.layout)


def test_a_page_whose_main_text_is_not_found_is_kept_and_noted():
    """Where the extractor finds nothing the markup decides, and the note says so."""
    result = parse("<html><body><nav>Home</nav><div>Dam holds, Lind says.</div></body></html>", "x.html")
    kinds = {block.span.of(result.text): block.kind for block in result.layout}
    assert kinds["Home"] == "furniture"
    assert kinds["Dam holds, Lind says."] == "paragraph"


@settings(deadline=None)
@given(st.text(alphabet="<>/apbdivh1=\"' !-[]&;#x\n", max_size=200))
def test_any_markup_gives_a_page_or_an_input_error(source):
    """Broken markup never raises anything else, and its blocks never overlap."""
    try:
        result = parse(source, "x.html")
    except InputError:
        return
    ends = [0]
    for block in result.layout:
        assert block.span.start >= ends[-1]
        ends.append(block.span.end)
    assert ends[-1] <= len(result.text)


@pytest.mark.parametrize(
    "words",
    ["e\u0301 \U0001f600 \u4f60\u597d \u05e9\u05dc\u05d5\u05dd", "a\u200bb\u202ec", "\U0001f468\u200d\U0001f469"],
)
def test_any_script_is_kept_code_point_for_code_point(words):
    """Combining marks, emoji, CJK, right-to-left and zero-width characters are neither lost nor changed."""
    assert words in parse(page(LINE * 3 + f"<p>{words}</p>"), "x.html").text


def test_a_stated_encoding_is_followed():
    """A page in Windows-1252 that says so is decoded so, and noted."""
    source = page(LINE + "<p>Renée’s café.</p>", '<meta charset="windows-1252">')
    article = read(["-"], stdin=io.BytesIO(source.encode("cp1252"))).articles[0]
    assert "Renée’s café." in article.text
    assert article.notes[0].code == "R101"


def test_a_page_with_every_paragraph_in_a_box_of_its_own_is_read_whole():
    """Neighbours of the same element tell that a dropped paragraph is text; links and boxes are not taken along."""
    wrap = '<div class="block"><p>{}</p></div>'
    said = "Governor Ada Lind said on {} that the dam at Orrin would hold until the spring of next year."
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
    body = "".join(wrap.format(said.format(day)) for day in days)
    body += '<div class="block"><ul><li><a href="/x">How the first dam was paid for</a></li></ul></div>'
    result = parse(page(body), "x.html")
    kinds = [block.kind for block in result.layout]
    assert kinds == ["title", *["paragraph"] * 6, "furniture"]


def test_a_page_that_states_utf_16_in_ascii_is_read_as_utf_8():
    """The statement could be read, so it is wrong; the page keeps its letters."""
    source = page(LINE + "<p>Renée’s café.</p>", '<meta charset="utf-16">')
    assert "Renée’s café." in read(["-"], stdin=io.BytesIO(source.encode())).articles[0].text
