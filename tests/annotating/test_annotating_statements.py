"""Drafts of statements: contents trimmed to the words said, modes, furniture, doubles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotating.statements import drafts, passages
from sayso.model.article import Block, BlockKind
from sayso.model.ports import Attribution
from sayso.model.span import Span


def at(text: str, words: str) -> Span:
    """The first place of some words."""
    start = text.index(words)
    return Span(start, start + len(words))


def paragraph(text: str, kind: BlockKind = "paragraph") -> tuple[Block, ...]:
    """A text as one block."""
    return (Block(Span(0, len(text)), kind),)


@pytest.mark.parametrize(
    ("text", "content", "expected", "mode"),
    [
        ("“It leaks,” she said.", ["“It leaks,”"], ["It leaks"], "direct"),
        ('"It leaks!" she said.', ['"It leaks!"'], ["It leaks!"], "direct"),
        ("She said it leaks.", ["it leaks."], ["it leaks"], "indirect"),
        ("She said it “leaks,” and is “old.”", ["it “leaks,” and is “old.”"],
         ["it “leaks,” and is “old.”"], "mixed"),
        ("“It,” she said, “leaks.”", ["“It,”", "“leaks.”"], ["It", "leaks"], "direct"),
        ("She said that it leaks, “It will not hold.”", ["that it leaks,", "“It will not hold.”"],
         ["that it leaks", "It will not hold"], "mixed"),
        ("She came from the U.S.", ["from the U.S."], ["from the U.S."], "indirect"),
        ("''It leaks,'' she said.", ["''It leaks,''"], ["It leaks"], "direct"),
        ("“It leaks.", ["“It leaks."], ["It leaks"], "direct"),
    ],
)  # fmt: skip
def test_trimmed(text, content, expected, mode):
    """Contents lose the marks that wrap them, stops and white space; the mode says how much was quoted."""
    found = [Attribution(None, at(text, text.split()[0]), tuple(at(text, piece) for piece in content))]
    (draft,) = drafts(text, paragraph(text), found)
    assert [span.of(text) for span in draft.content] == expected
    assert draft.mode == mode


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("He told us (and said that it leaks).", "that it leaks)", "that it leaks"),
        ("She fears a flood (of mud).", "a flood (of mud", "a flood (of mud)"),
        ("He said it was “old”.", "it was “old", "it was “old”"),
        ('She said it was "old” then.', 'it was "old”', 'it was "old”'),
        ("“Fine.” He said it leaks.", "” He said it leaks", "He said it leaks"),
        ("He wants a wall, a dyke, and —", "a wall, a dyke, and —", "a wall, a dyke"),
    ],
)
def test_marks_without_a_partner(text, content, expected):
    """One that has its partner outside goes, one that closes right behind comes, a loose "and" goes."""
    (draft,) = drafts(text, paragraph(text), [Attribution(None, None, (at(text, content),))])
    assert [span.of(text) for span in draft.content] == [expected]


def test_furniture_gives_nothing():
    """Furniture has no passage, and what runs into it is cut off there."""
    text = "She said it leaks\nMore for you\nand it does"
    blocks = (
        Block(at(text, "She said it leaks"), "paragraph"),
        Block(at(text, "More for you"), "furniture"),
        Block(at(text, "and it does"), "paragraph"),
    )
    assert [passage.span.of(text) for passage in passages(text, blocks)] == ["She said it leaks", "and it does"]
    whole = Attribution(at(text, "She"), at(text, "said"), (Span(at(text, "it leaks").start, len(text)),))
    (draft,) = drafts(text, blocks, [whole])
    assert [span.of(text) for span in draft.content] == ["it leaks", "and it does"]
    assert drafts(text, blocks, [Attribution(None, at(text, "More"), (at(text, "for you"),))]) == ()


def test_doubles():
    """Of two findings with one cue the surer one stays; one statement found twice is one."""
    text = "She said it leaks and it does."
    sure = Attribution(at(text, "She"), at(text, "said"), (at(text, "it leaks"),), 0.9)
    unsure = Attribution(at(text, "She"), at(text, "said"), (at(text, "it leaks and it does"),), 0.4)
    (draft,) = drafts(text, paragraph(text), [unsure, sure, sure])
    assert draft.confidence == 0.9


def test_block_kind():
    """A draft carries the kind of the block its cue stands in."""
    text = "Chiefs say no to cuts"
    found = [Attribution(at(text, "Chiefs"), at(text, "say"), (at(text, "no to cuts"),))]
    assert [draft.block for draft in drafts(text, paragraph(text, "heading"), found)] == ["heading"]


@given(st.text(alphabet="ab “”\"'‘’.,:\n-", min_size=4, max_size=60), st.data())
def test_any_content_slices(text, data):
    """Whatever the content, what is left has a word and clean ends, and lies inside it, a closing mark apart."""
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    for draft in drafts(text, paragraph(text), [Attribution(None, None, (Span(start, end),))]):
        for span in draft.content:
            assert start <= span.start < span.end <= end + (text[end : end + 1] in {"”", ")", "]", "»"})
            assert span.of(text).strip() == span.of(text)
            assert any(char.isalnum() for char in span.of(text))
