"""The dossier as a file: complete, inert, within its size, the same bytes each time."""

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.showing import builders, pieces
from tests.showing.pages import Dossier, carried, markup_bytes

from sayso.model.answers import Answers
from sayso.model.article import Block
from sayso.model.case import Case, Page
from sayso.model.span import Span
from sayso.showing.show import show

CASES = ("rich", "empty", "single", "crowded")
SECTIONS = (
    "change",
    "gaps",
    "reasons",
    "course",
    "grid",
    "articles",
    "timeline",
    "origins",
    "amounts",
    "sources",
    "clashes",
    "forecasts",
    "method",
)


@pytest.fixture(scope="module", params=CASES)
def made(request):
    """A case with its answers and its dossier."""
    case, answers = getattr(builders, request.param)()
    return case, answers, show(case, answers)


def test_the_same_case_gives_the_same_bytes(made):
    """Nothing but the case and its answers goes into the file."""
    case, answers, html = made
    assert show(case, answers) == html


def test_every_section_is_there(made):
    """A reader finds every section, even where it has nothing to say."""
    assert set(SECTIONS) <= set(Dossier(made[2]).ids)


def test_each_article_stands_there_in_full(made):
    """The text of every article is the same after the tags are stripped."""
    case, _, html = made
    assert sorted(Dossier(html).texts) == sorted(carried(page.article.text) for page in case.pages)


def test_every_link_leads_somewhere_and_no_id_stands_twice(made):
    """Permalinks work both ways; only web addresses lead out of the file."""
    page = Dossier(made[2])
    assert len(page.ids) == len(set(page.ids))
    for href in page.hrefs:
        assert (
            href.removeprefix("#") in page.ids if href.startswith("#") else href.startswith(("http://", "https://"))
        )


def test_nothing_in_the_file_runs_or_loads(made):
    """No script, no frame, no image, no handler, no style attribute, and a policy that forbids them."""
    page = Dossier(made[2])
    assert not {tag for tag, _ in page.elements} & {
        "script",
        "img",
        "iframe",
        "object",
        "link",
        "form",
        "base",
        "embed",
    }
    for _, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on") or name in {"style", "src", "srcset"}]
    (style,) = re.findall(r"<style>(.*?)</style>", made[2], re.DOTALL)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in made[2]
    assert "url(" not in style
    assert "@import" not in style


def test_the_way_out_tells_nobody():
    """Links to articles pass on neither referrer nor opener."""
    html = show(*builders.rich())
    assert '<a href="https://tidewater.example/bridge?a=1&amp;b=2" rel="noopener noreferrer nofollow">' in html
    assert 'href="javascript' not in html


def test_hostile_text_stays_text():
    """Markup, template code and overrides from an article are shown and do nothing."""
    page = Dossier(show(*builders.rich()))
    words = "".join(page.words)
    assert "<script>document.title='owned'</script>" in words
    assert "{{ question }}" in words
    assert page.title == builders.QUESTION
    assert not [tag for tag, known in page.elements if "onload" in known]


@pytest.mark.parametrize(("name", "limit"), [("rich", 60_000), ("empty", 25_000), ("single", 35_000)])
def test_our_own_markup_stays_small(name, limit):
    """Markup, style and script stay far under 150 KB for a case of a few articles."""
    assert markup_bytes(show(*getattr(builders, name)())) < limit


def test_three_hundred_statements_cost_two_kilobytes_each_at_most():
    """A crowded case grows in step with its statements, which here are origins, sources, times and reasons too."""
    assert markup_bytes(show(*builders.crowded(300))) < 300 * 2_300


def test_a_paragraph_of_ten_megabytes_is_named_not_shown():
    """A text too long to show is cut in the file, and the file says by how much."""
    text = "word " * 2_000_000
    page = Page(pieces.article(text), (Block(Span(0, len(text)), "paragraph"),))
    html = show(Case("Why?", None, (), (page,)), Answers(()))
    assert len(html) < 500_000
    assert "9,600,000 more characters" in html


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(), min_size=1, max_size=120), st.lists(st.integers(0, 119), max_size=6))
def test_any_text_survives(text, edges):
    """Whatever the text and wherever its blocks, the file holds the text and nothing else as that article."""
    cuts = sorted({0, len(text), *(edge for edge in edges if edge < len(text))})
    pairs = list(pairwise(cuts))[::2]
    blocks = tuple(Block(Span(*pair), "furniture" if pair[0] % 2 else "paragraph") for pair in pairs)
    case = Case(text, None, (), (Page(pieces.article(text, title=text, outlet=text), blocks),))
    html = show(case, Answers(()))
    assert Dossier(html).texts == [carried(text)]
    assert html.encode("utf-8")


def test_hostile_ids_stay_out_of_the_markup():
    """An id that would break out of an attribute is replaced, and its links still lead to it."""
    case, answers = builders.rich()
    bad = "x onclick=alert(1) \"'><script>"
    said = tuple(replace(one, id=bad + one.id) for one in case.pages[0].statements)
    art = replace(case.pages[0].article, id=bad + "a")
    first = replace(case.pages[0], article=art, statements=tuple(replace(one, article=art.id) for one in said))
    origins = (replace(case.origins[0], id=bad, statements=(said[0].id,), articles=(art.id,)),)
    known = tuple(replace(source, id=bad + source.id) for source in case.sources)
    page = Dossier(show(replace(case, pages=(first,), origins=origins, sources=known, stances=()), answers))
    assert not [one for _, one in page.elements if "onclick" in one]
    assert not [one for one in page.ids if "alert" in one]
    assert all(href[1:] in page.ids for href in page.hrefs if href.startswith("#"))
