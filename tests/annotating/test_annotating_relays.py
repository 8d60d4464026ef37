"""Relays and the article's own outlet: who quotes whom, and whose paper is no source."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotating.annotate import annotate
from sayso.annotating.relays import Outlet
from sayso.brain.rules import RuleTagger
from sayso.model.article import Article
from sayso.model.span import Span


def article(text, outlet=None):
    """An article of a few lines."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(digest[:16], "relays", text, digest, outlet=outlet, language="en")


def chains(text, outlet=None):
    """For every statement its mouths as the text names them, with their media."""
    page = annotate(article(text, outlet), RuleTagger())
    return [[(hop.source.text, hop.via) for hop in one.chain] for one in page.statements]


def test_who_quotes_is_a_hop_before_who_is_quoted():
    """A source that quotes somebody relays him, in the active."""
    text = "The Sound Chronicle quoted Bo Berg as saying that the port would close."
    assert chains(text) == [[("The Sound Chronicle", None), ("Bo Berg", None)]]


def test_who_is_quoted_by_an_outlet_has_it_for_his_medium():
    """In the passive the outlet carries."""
    text = "Bo Berg was quoted by the Sound Chronicle as saying that the port would close."
    assert chains(text) == [[("Bo Berg", "Sound Chronicle")]]


@pytest.mark.parametrize("outlet", ["Vessin Courant", "The Vessin Courant", "Courant"])
def test_the_own_outlet_is_no_medium_and_no_source(outlet):
    """What the article's own outlet was told went through nobody, and what it says is the article's word."""
    text = "“There is no road,” Ada Lind told the Courant. The Courant reported that the port was closed."
    assert chains(text, outlet) == [[("Ada Lind", None)]]


def test_another_outlet_stays_a_medium():
    """Only the article's own outlet is left out."""
    text = "“There is no road,” Ada Lind told the Courant."
    assert chains(text, "Sound Chronicle") == [[("Ada Lind", "Courant")]]


@pytest.mark.parametrize(
    ("outlet", "words", "own"),
    [
        ("Vessin Courant", "the Courant", True),
        ("Vessin Courant", "the Vessin Courant", True),
        ("Vessin Courant", "the Sound Courant", False),
        ("Norland News", "the news", False),
        ("Norland News", "Norland News", True),
        (None, "the Courant", False),
    ],
)
def test_which_names_are_the_own_outlet(outlet, words, own):
    """The whole name or its first or last word, unless many outlets share that word."""
    assert Outlet(article(words, outlet), ()).owns(words, Span(0, len(words))) is own


@given(st.text(alphabet=st.sampled_from("Bo Berg was quoted as saying by “VESTA”, citing the\n. "), max_size=120))
def test_odd_relays_never_raise(text):
    """Scraps of such sentences give spans that lie in the text, or nothing."""
    for one in annotate(article(text, "VESTA"), RuleTagger()).statements:
        assert all(span.of(text) for span in one.content)
