"""An article's text as the desk shows it: exact, placed, and never more of it than a person can look at."""

import html
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.app.desk.marking import PIECE, located, pieces, shown, told, windows
from sayso.errors import SettingError
from sayso.model.article import Block
from sayso.model.span import Span
from sayso.showing.marks import Tag

SEGMENT = re.compile(r"<(mark|span)[^>]* data-s=(\d+)[^>]*>(.*?)</\1>", re.DOTALL)

odd = st.text(st.sampled_from("ab <>&\"'\r\n\t\u0301é漢😀\u202e\u2066\x00\x07\x85\ud800‑"), min_size=1, max_size=80)


def plain(markup: str) -> str:
    """What a browser would hold as the text of some markup."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup).replace("&#13;", "\ue000")).replace("\ue000", "\r")


def spans(length: int) -> st.SearchStrategy[list[Span]]:
    """Some spans of a text."""
    pair = st.tuples(st.integers(0, length - 1), st.integers(1, 12))
    return st.lists(pair.map(lambda one: Span(one[0], min(length, one[0] + one[1]))), max_size=8)


@given(st.data())
def test_every_segment_holds_what_stands_at_its_code_point(data):
    """Whatever the text and the marks, each segment is the slice that its place says, and all are the text."""
    text = data.draw(odd)
    tags = [Tag(span, name) for name, span in zip("abcdefgh", data.draw(spans(len(text))), strict=False)]
    middle = len(text) // 2
    blocks = [Block(Span(0, middle), "paragraph"), Block(Span(middle, len(text)), "title")] if middle else []
    out = shown(text, blocks, tags, (Span(0, len(text)),))
    markup = "".join(part.html for part in out)
    assert plain(markup) == told(text)
    found = [(int(start), plain(words)) for _, start, words in SEGMENT.findall(markup)]
    assert all(told(text)[start : start + len(words)] == words for start, words in found)
    assert sum(len(words) for _, words in found) == len(text)


@given(st.data())
def test_windows_hold_the_statement_and_stay_in_order(data):
    """Each place is within a window, windows do not touch, and none is outside the text."""
    text = data.draw(st.text("ab \n", min_size=40, max_size=400))
    places = sorted(data.draw(spans(len(text)))) or [Span(0, 3)]
    blocks = [Block(Span(at, min(len(text), at + 37)), "paragraph") for at in range(0, len(text), 40)]
    found = windows(text, blocks, places, around=1, room=60)
    assert all(any(one.contains(place) for one in found) for place in places)
    assert all(left.end < right.start for left, right in pairwise(found))
    assert found[-1].end <= len(text)


def test_a_huge_paragraph_is_cut_around_the_statement():
    """Of ten million characters a few thousand are shown, cut at words, and the gap says how much is left out."""
    text = "word " * 2_000_000
    block = [Block(Span(0, len(text)), "paragraph")]
    stretches = windows(text, block, [Span(5_000_000, 5_000_100)])
    out = shown(text, block, [], stretches)
    assert sum(part.end - part.start for part in out) < 6000
    assert out[0].gap == out[0].start > 4_000_000
    assert text[out[0].start - 1] == " "


def test_of_a_huge_statement_both_ends_are_shown():
    """A statement of a million characters shows its beginning and its end."""
    text = "word " * 200_000
    found = windows(text, [Block(Span(0, len(text)), "paragraph")], [Span(0, len(text))])
    assert len(found) == 2
    assert found[0].start == 0
    assert found[1].end == len(text)


def test_an_article_is_cut_into_pieces_that_join():
    """The pieces of a long text follow each other without a gap; any code point leads to its own."""
    length, at, seen = 150_001, 0, 0
    while True:
        span, _, after = pieces(length, at)
        assert span.start == seen
        seen = span.end
        if after is None:
            break
        at = after
    assert seen == length
    assert pieces(length, PIECE + 5)[0].start == PIECE
    assert pieces(3, 99)[0] == Span(0, 3)


def test_words_are_located_next_to_where_they_were():
    """The nearest place counts; a form's line breaks fit the text's; what does not stand there is refused."""
    text = "the port is shut. " * 3 + "last\r\nline"
    near = Span(20, 24)
    assert located(text, "port", near).start == 22
    assert located(text, "last\nline", near).of(text) == "last\r\nline"
    with pytest.raises(SettingError, match="do not stand"):
        located(text, "Port", near)
    with pytest.raises(SettingError, match="no words"):
        located(text, "  ", near)
    with pytest.raises(SettingError, match="twice"):
        located("ab x ab", "ab", Span(3, 4))
