"""What an article's words are made of: copied, relayed, its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.brain.entailer import RuleEntailer
from sayso.linking.copies import copies
from sayso.linking.link import link
from sayso.linking.reporting import reporting
from sayso.model.article import Block
from sayso.model.span import Span

ENTAILER = RuleEntailer()
PASSAGE = (
    "Fog lay over the quay on the first morning of the week while the crews of the ferries were waiting for a word "
    "from the town hall, and no word came before the bell rang twice over the empty fish market and the gulls left."
)


def test_a_passage_that_an_earlier_article_has_is_copied(make):
    """Of two paragraphs of which one stands in an earlier article, that one's share is copied, the rest own."""
    first = make.page(PASSAGE, outlet="Gull", day="2024-05-02")
    later = make.page(PASSAGE + "\nWe counted nine boats.", outlet="Tern", day="2024-05-03")
    one, two = reporting((first, later), (), copies((first, later)))
    assert (one.own, one.relayed, one.copied) == (1.0, 0.0, 0.0)
    assert two.copied == pytest.approx(41 / 45, abs=0.01)
    assert two.own + two.relayed + two.copied == pytest.approx(1.0)


def test_identical_texts_without_dates_belong_to_the_first_in_order(make):
    """Of two undated articles of one text the first of the case is the original."""
    pages = sorted(
        (make.page(PASSAGE, outlet="Gull"), make.page(PASSAGE, outlet="Tern")), key=lambda page: page.article.id
    )
    one, two = reporting(pages, (), copies(pages))
    assert (one.own, two.copied) == (1.0, 1.0)


def test_what_another_article_had_first_is_relayed_with_the_words_that_say_whose_it_is(make):
    """A statement of an origin first seen elsewhere is relayed, source and cue included; notices do not count."""
    text = "Tarn Osk said the harbour will close. The tide was low."
    held = []
    for outlet, day in (("Gull", "2024-05-02"), ("Tern", "2024-05-03")):
        page = make.source(make.page(text, outlet=outlet, day=day), "Tarn Osk")
        held.append(make.says(page, "Tarn Osk", "the harbour will close"))
    notice = "Subscribe to the Tern."
    long = replace(held[1].article, text=text + "\n" + notice)
    held[1] = replace(
        held[1],
        article=long,
        blocks=(*held[1].blocks, Block(Span(len(text) + 1, len(text) + 1 + len(notice)), "furniture")),
    )
    case = link(held, make.question(), entailer=ENTAILER)
    one, two = reporting(case.pages, case.origins, ())
    assert one.origins == tuple(origin.id for origin in case.origins)
    assert (one.own, two.origins) == (1.0, ())
    assert two.relayed == pytest.approx(6 / 11, abs=0.001)
    assert two.own == pytest.approx(5 / 11, abs=0.001)


def test_an_article_without_words_is_its_own(make):
    """An empty article has no share of anybody else."""
    (empty,) = reporting((make.page("", outlet="Gull"),), (), ())
    assert (empty.own, empty.relayed, empty.copied, empty.origins) == (1.0, 0.0, 0.0, ())
