"""The room as a whole: what holds for any page."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotating.pages import article, page
from tests.annotating.stub import StubTagger

STORY = """The wall at Lower Sound may not hold

"The wall is strong," Mayor Ada Lind told the Chronicle on Friday. "Nobody need worry," she added.

Several engineers said the wall could break by 3 May, according to a Tide Institute report that cites \
dockside bloggers and two surveys. The Harbour Ministry did not respond to a request for comment.

The wall was built ninety years ago."""

WORDS = st.sampled_from(
    """Ada|Lind|said|that|"|“|”|she|the report|according to|not|rule|out|told|rumours of|Chronicle|,|.|
|expects|I|🌊|и|(IT)|which cites|and|may|’s|—""".split("|")  # noqa: SIM905 - rows of words are read as rows
)


def test_every_place_lies_in_the_text():
    """Cues and sources are slices of the text, and ids of parents and sources are those of records."""
    annotated = page(STORY)
    ids = {one.id for one in annotated.sources}
    statements = {one.id for one in annotated.statements}
    assert annotated.statements
    for one in annotated.statements:
        assert one.chain
        assert one.parent is None or one.parent in statements
        for hop in one.chain:
            assert hop.source.id in ids
            if hop.source.span:
                assert hop.source.span.of(STORY) == hop.source.text
            if hop.cue.span:
                assert hop.cue.span.of(STORY) == hop.cue.text


def test_a_child_begins_with_its_parents_chain():
    """A nested chain goes on from its parent's, and the content lies in the parent's."""
    annotated = page(STORY)
    by_id = {one.id: one for one in annotated.statements}
    nested = [one for one in annotated.statements if one.parent]
    assert nested
    for one in nested:
        parent = by_id[one.parent]
        assert one.chain[: len(parent.chain)] == parent.chain
        assert all(any(held.contains(span) for held in parent.content) for span in one.content)


def test_own_voice_is_what_nobody_is_made_to_say():
    """Sentences that no statement touches are the article's own, without a chain."""
    annotated = page(STORY)
    said = [one.words(STORY) for one in annotated.own_voice]
    assert "The wall was built ninety years ago." in said
    assert all(not one.chain for one in annotated.own_voice)
    assert not any("strong" in one for one in said)


def test_an_unanswered_request_is_a_note():
    """A request for comment without an answer is a note at its place and no statement."""
    annotated = page(STORY)
    (note,) = [one for one in annotated.notes if one.code == "A204"]
    assert note.ref.span.of(STORY).startswith("The Harbour Ministry did not respond")
    assert not any("comment" in one.words(STORY) for one in annotated.statements)


def test_times_and_amounts_inside_a_content_are_listed():
    """A statement carries the ids of the times in its content."""
    annotated = page(STORY)
    day = next(one for one in annotated.times if one.text == "3 May")
    assert any(day.id in one.times for one in annotated.statements)


def test_another_language_is_noted_and_still_read():
    """An article that is not in English is annotated all the same, with a note."""
    annotated = page('"Le mur tient," said Ada Lind.', language="fr")
    assert "R104" in {one.code for one in annotated.notes}
    assert annotated.statements


def test_an_article_without_statements_says_so():
    """Where nothing was found there is a note, and the article's own sentences stay."""
    annotated = page("The wall was built ninety years ago. It is made of stone.")
    assert "A201" in {one.code for one in annotated.notes}
    assert len(annotated.own_voice) == 2


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", '"', "said", "“”", "\ud800 said", "\x00", "a" * 5000, "Lind said"]
)
def test_odd_texts_do_not_raise(text):
    """Empty, blank, unbalanced and broken texts give a page."""
    assert page(text).article.text == text


def test_the_same_text_gives_the_same_page():
    """Two runs agree to the last id."""
    assert page(STORY) == page(STORY)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_words_give_a_sound_page(text):
    """Whatever the words, nothing raises, and parents and sources exist."""
    annotated = page(text)
    statements = {one.id: one for one in annotated.statements}
    sources = {one.id for one in annotated.sources}
    assert len(statements) == len(annotated.statements)
    assert len(sources) == len(annotated.sources)
    for one in annotated.statements:
        assert all(hop.source.id in sources for hop in one.chain)
        assert one.parent is None or one.parent in statements
        assert 0 <= one.commitment.low <= one.commitment.high <= 1


@pytest.mark.parametrize(
    "piece",
    [
        "Lind said ", "Ada Lind said that ",
        "Mayor Ada Lind said the wall holds. She said so. ", '"', "the institute's ",
        "a report said that cites bloggers and intelligence and ", "rumours of a levy said ", "Lind said no.\n\n",
    ],
)  # fmt: skip
def test_work_grows_with_the_text(piece):
    """Eight times the text takes at most about eight times as long, however it repeats itself."""

    def seconds(size):
        text = (piece * (size // len(piece) + 1))[:size]
        begun = time.perf_counter()
        page(text, StubTagger())
        return time.perf_counter() - begun

    small = min(seconds(5_000), seconds(5_000))
    assert seconds(40_000) < 30 * max(small, 0.02)


def test_the_articles_title_and_outlet_change_no_span():
    """What is known of an article beside its text moves no statement."""
    plain = page(STORY)
    known = page(STORY, outlet="The Chronicle", title="The wall at Lower Sound may not hold")
    assert [one.content for one in plain.statements] == [one.content for one in known.statements]
    assert article(STORY).id == plain.article.id
