"""Flat marks: pieces that do not overlap, and a text that is the same when the tags are stripped."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st
from tests.showing.pages import carried

from sayso.model.span import Span
from sayso.showing.escapes import inert, link, visible
from sayso.showing.marks import LAYERS, Tag, marked, segments

TEXTS = st.text(st.characters(), min_size=1, max_size=60)


@st.composite
def tagged(draw):
    """A text, tags over it that may overlap or reach past its end, and cuts."""
    text = draw(TEXTS)
    edges = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(edges, edges), max_size=12))
    tags = [Tag(Span(min(one), max(one) + 1), f"n{at % 5}", "t") for at, one in enumerate(spans)]
    return text, tags, draw(st.lists(edges, max_size=5))


@given(tagged())
def test_segments_cover_the_text_once_and_in_order(made):
    """Segments follow each other without gap or overlap, and each carries the names of the tags over it."""
    text, tags, cuts = made
    pieces = list(segments(tags, end=len(text), cuts=cuts))
    assert [piece.start for piece in pieces] == [0, *(piece.end for piece in pieces[:-1])]
    assert pieces[-1].end == len(text)
    for piece in pieces:
        over = {tag.name for tag in tags if tag.span.start <= piece.start and piece.end <= tag.span.end}
        assert set(piece.names) == over


@given(tagged())
def test_the_text_is_the_same_after_the_tags_are_stripped(made):
    """Marks add nothing to the text and take nothing away, whatever the text holds."""
    text, tags, cuts = made
    shown = str(marked(text, list(segments(tags, end=len(text), cuts=cuts))))
    stripped = re.sub(r"<[^>]*>", "", shown).replace("&#13;", "\r")
    assert stripped == html.escape(carried(text), quote=False)


@given(tagged())
def test_marks_do_not_nest(made):
    """No mark opens before the last one has closed."""
    text, tags, cuts = made
    depth = 0
    for tag in re.findall(r"</?mark", str(marked(text, list(segments(tags, end=len(text), cuts=cuts))))):
        depth += 1 if tag == "<mark" else -1
        assert depth in {0, 1}


def test_a_word_under_a_thousand_spans_carries_a_dozen_names():
    """Layers without end do not make a file without end."""
    tags = [Tag(Span(0, 4), f"s{n}") for n in range(1000)]
    (piece,) = segments(tags, end=4)
    assert len(piece.names) == LAYERS


def test_direction_overrides_are_boxed_in_text_and_named_in_labels():
    """An override stands alone in an isolated element; in a label its code stands for it."""
    assert inert("a\u202eb") == "a<bdi class=ctl data-u=U+202E>\u202e</bdi>b"
    assert visible("a\u202eb\x00") == "a⟦U+202E⟧b⟦U+0000⟧"


def test_only_web_addresses_become_links():
    """No scheme but http and https is a link, however it is written."""
    assert link("https://a.example/b") == "https://a.example/b"
    for bad in (
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        " https://a.example",
        "data:text/html,x",
        "//a.example",
        "",
        None,
    ):
        assert link(bad) is None
