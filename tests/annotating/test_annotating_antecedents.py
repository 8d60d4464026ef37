"""Whom "who", "which" and "that" mean: the noun phrase before them, or nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.annotating.pages import article

from sayso.annotating.annotate import annotate
from sayso.annotating.antecedents import antecedent, is_relative
from sayso.model.ports import Attribution
from sayso.model.span import Span

MEANT = [
    ("The flood drove out [residents] who said the dyke was old.", "who"),
    ("She met [voters in Ostrel] who fear the levy.", "who"),
    ("It pleased some of [the harbour pilots], who want more pay.", "who"),
    ("The ferry passed [Ada Lind], who said the lock was shut.", "who"),
    ("The plan angered [former governor Bo Berg] who opposes the dam.", "who"),
    ("They sent for [Bo Berg, the harbour master], who denies it.", "who"),
    ("They asked [Mara Quill (I-Vessin)], who expects a strike.", "who"),
    ("The police questioned [a clerk at the Ministry of Tides] who claimed to know nothing.", "who"),
    ("The report came from [the Tide Institute], which warned of floods.", "which"),
    ("The plan scares [sailors] who remember the storm.", "who"),
    ("He quoted [a study] that says the wall will hold.", "that"),
    ("The crew spoke to [two sailors] who remember the storm.", "who"),
]
OPEN = [
    ("Who wants the island?", "Who"),
    ("Of all those who say so, few were there.", "who"),
    ("The wall broke again on Friday, which suggests that it is weak.", "which"),
    ("“The wall will hold.” who said so is unknown.", "who"),
    ("The dancers bowed, and who would think that?", "who"),
    ("They announced their support, who had hoped for more.", "who"),
]


@pytest.mark.parametrize(("marked", "pronoun"), MEANT)
def test_the_noun_phrase_before_a_relative_is_found(marked, pronoun):
    """Heads, names, places, offices and appositions are taken whole, and no verb with them."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    at = text.index(f" {pronoun} ") + 1
    found = antecedent(text, Span(at, at + len(pronoun)), 0)
    assert found is not None
    assert found.of(text) == text[start:end]


@pytest.mark.parametrize(("text", "pronoun"), OPEN)
def test_what_is_no_relative_or_means_a_clause_stays_open(text, pronoun):
    """Questions, whole clauses, pronouns and things that cannot be "who" give no antecedent."""
    at = text.index(pronoun)
    assert antecedent(text, Span(at, at + len(pronoun)), 0) is None


def test_only_a_bare_lower_case_pronoun_is_a_relative():
    """A question's "Who" and a source with more words are none."""
    assert is_relative("who", Span(0, 3))
    assert not is_relative("Who", Span(0, 3))
    assert not is_relative("residents who", Span(0, 13))


class _Relatives:
    """A tagger that gives one statement with a relative for its source."""

    name = "relatives"

    def __init__(self, source: str, cue: str, content: str) -> None:
        self.words = (source, cue, content)

    def tag(self, text, passages):
        """The one finding, outside contents only."""
        if any(passage.inner for passage in passages):
            return ()
        source, cue, content = (Span(at, at + len(one)) for one in self.words for at in [text.index(one)])
        return (Attribution(source, cue, (content,), 0.9),)


def test_a_relative_source_keeps_its_place_and_gets_its_antecedents_name():
    """The hop points at "who"; the source is named by the noun phrase before it."""
    text = "The mayor met Ada Lind, who fears a second flood.\n\nLind left early."
    page = annotate(article(text, language="en"), _Relatives("who", "fears", "a second flood"))
    (said,) = page.statements
    hop = said.chain[0]
    assert hop.source.span is not None
    assert hop.source.span.of(text) == "who"
    assert {source.id: source.name for source in page.sources}[hop.source.id] == "Ada Lind"


def test_a_relative_without_an_antecedent_is_unnamed_with_a_note():
    """Nobody is called "which": the source is unnamed, and a note says where it is open."""
    text = "The dyke broke on Friday, which suggests that it is weak."
    page = annotate(article(text, language="en"), _Relatives("which", "suggests", "that it is weak"))
    (said,) = page.statements
    assert {source.id: source.name for source in page.sources}[said.chain[0].source.id] == "unnamed"
    assert any(note.code == "A202" and "which" in note.message for note in page.notes)


@given(st.text(alphabet="abW ,.()-—“”'\n0é", max_size=300), st.sampled_from(["who", "which", "that"]))
def test_an_antecedent_stands_right_before_its_pronoun(before, pronoun):
    """Whatever stands before, the answer is a stretch that ends at the pronoun, marks and space apart."""
    text = f"{before} {pronoun} said so"
    at = len(before) + 1
    found = antecedent(text, Span(at, at + len(pronoun)), 0)
    assert found is None or (
        found.end <= at and not any(map(str.isalpha, text[found.end : at])) and found.of(text).strip()
    )
