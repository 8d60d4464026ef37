"""Whatever a tagger finds, a page is sound: long, tiny, overlapping, upside-down findings over any text."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotating.pages import page

from sayso.annotating.blocks import blocks as find_blocks
from sayso.model.ports import Attribution
from sayso.model.span import Span

WORDS = [
    *(
        "Ada",
        "Lind",
        "Berg",
        "said",
        "that",
        "who",
        "which",
        '"',
        "“",
        "”",
        "'",
        "‘",
        "’",
        "she",
        "they",
        "the report",
    ),
    *(
        "according to",
        "citing",
        "not",
        "rumours of",
        "in",
        "the Chronicle",
        "told",
        "noting",
        "saw",
        "would say",
        ",",
    ),
    *(
        ".",
        ":",
        ";",
        "(",
        ")",
        "—",
        "–",
        "expects",
        "I",
        "we",
        "and",
        "but",
        "🌊",
        "и",
        "שלום",
        "\u200b",
        "\u0301a",
    ),
    *(
        "\t",
        "\r\n",
        "\n\n",
        "# ",
        "> ",
        "’s",
        "spokesman",
        "of",
        "quoted",
        "as saying",
        "is said to have",
        "Friday",
    ),
    *("did not respond to", "a", "É", ". . .", "10,000", "''", "``", "which cites", "by"),
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=60).map("".join),
    st.text(max_size=200),
)
PLACES = st.tuples(st.integers(0, 400), st.one_of(st.integers(1, 12), st.integers(1, 400)))
FINDINGS = st.lists(
    st.tuples(
        st.none() | PLACES,
        st.none() | PLACES,
        st.lists(PLACES, min_size=1, max_size=4),
        st.floats(0, 1),
    ),
    max_size=12,
)


class AnyTagger:
    """Gives the same findings for every text, cut to it; inside contents those whose cue lies there."""

    name = "any"

    def __init__(self, findings, *, inside):
        """Keep `findings` as they are; `inside` gives them inside contents, too."""
        self.findings, self.inside = findings, inside

    def tag(self, text, passages):
        """Attributions in text order, with their cue, or else their content, beginning in one of `passages`."""
        found = []
        for source, cue, content, score in self.findings:
            spans = tuple(sorted({span for one in content if (span := _within(text, one))}))
            first = _within(text, cue) or (spans[0] if spans else None)
            inner = any(passage.inner for passage in passages)
            if first is None or not spans or (inner and not self.inside):
                continue
            if any(passage.span.start <= first.start < passage.span.end for passage in passages):
                found.append(Attribution(_within(text, source), _within(text, cue), spans, score))
        return tuple(sorted(found, key=lambda one: (one.cue or one.content[0], one.content)))


def _within(text, place):
    if place is None or not text:
        return None
    start = place[0] % len(text)
    return Span(start, min(len(text), start + place[1]))


def sound(annotated):
    """Assert everything that holds for any page, whoever tagged it."""
    text = annotated.article.text
    sources = {one.id: one for one in annotated.sources}
    by_id = {one.id: one for one in annotated.statements}
    assert len(by_id) == len(annotated.statements)
    assert len(sources) == len(annotated.sources)
    for one in annotated.statements:
        assert one.chain
        assert one.content
        assert 0 <= one.confidence <= 1
        assert all(0 <= span.start < span.end <= len(text) for span in one.content)
        assert all(left.end <= right.start for left, right in zip(one.content, one.content[1:], strict=False))
        assert any(any(map(str.isalnum, span.of(text))) for span in one.content)
        for hop in one.chain:
            assert hop.source.id in sources
            assert hop.source.span is None or hop.source.span.of(text) == hop.source.text
            assert hop.cue.span is None or hop.cue.span.of(text) == hop.cue.text
        if one.parent is not None:
            parent = by_id[one.parent]
            assert one.chain[: len(parent.chain)] == parent.chain
            assert len(one.chain) > len(parent.chain)
            assert all(any(held.contains(span) for held in parent.content) for span in one.content)
    assert all(name.strip() for name in (one.name for one in annotated.sources))


@settings(deadline=None, max_examples=300)
@given(TEXTS, FINDINGS, st.booleans())
def test_no_finding_of_any_tagger_breaks_a_page(text, findings, inside):
    """No exception; every quote is a slice; contents are in order and apart; children begin with their parents."""
    annotated = page(text, AnyTagger(findings, inside=inside))
    sound(annotated)
    junk = [block.span for block in find_blocks(annotated.article) if block.kind == "furniture"]
    assert not any(span.overlaps(one) for said in annotated.statements for span in said.content for one in junk)


@settings(deadline=None, max_examples=60)
@given(TEXTS, FINDINGS)
def test_the_same_findings_give_the_same_page(text, findings):
    """Nothing depends on anything but text and findings."""
    tagger = AnyTagger(findings, inside=True)
    assert page(text, tagger) == page(text, tagger)


def test_three_hundred_findings_in_a_paragraph_take_no_time():
    """Overlapping, nested and repeated findings are worked off in about linear time."""
    text = "Ada Lind said that who fears, “Bo Berg told the Chronicle that, " * 300
    findings = [
        ((at * 61, 8), (at * 61 + 9, 4), [(at * 61 + 14, 400 if at % 3 else 15_000)], 0.5) for at in range(300)
    ]
    begun = time.process_time()
    sound(page(text, AnyTagger(findings, inside=True)))
    assert time.process_time() - begun < 5
