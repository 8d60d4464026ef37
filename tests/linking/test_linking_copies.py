"""Passages that stand in two articles."""

from __future__ import annotations

import random
import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.linking.candidates import FEW
from sayso.linking.copies import copies

WORDS = [
    a + b
    for a in ("bel", "cor", "dun", "fal", "gar", "hol", "jin", "kel", "lor", "mun")
    for b in ("ta", "ve", "sik", "rom", "pel", "nor", "mis", "lan")
]


def _prose(seed, count):
    chosen = random.Random(seed).choices(WORDS, k=count)  # noqa: S311 - invented text
    return " ".join(chosen)


def test_a_reprint_is_one_copy_and_the_earlier_is_told(make):
    """Identical texts are one copy of share 1 over all their words, the earlier on the left."""
    text = _prose(1, 120) + "."
    one, two = make.page(text, outlet="Gull", day="2024-05-01"), make.page(text, outlet="Tern", day="2024-05-03")
    (copy,) = copies([one, two])
    assert copy.share == 1.0
    assert (copy.left.article, copy.right.article, copy.earlier) == (one.article.id, two.article.id, "left")
    assert copy.left.span.of(text) == text[:-1]


def test_a_travelling_passage_is_found_in_its_place(make):
    """Sixty words moved into another article are found there, edits and all, and nothing else is."""
    passage = _prose(2, 60).split()
    edited = list(passage)
    for index in (11, 29, 47):
        edited[index] = "qux"
    one = make.page(_prose(3, 100) + " " + " ".join(passage))
    two = make.page(" ".join(edited) + " " + _prose(4, 150))
    (copy,) = copies([one, two])
    assert copy.left.span.of(one.article.text).split()[-1] == passage[-1]
    assert len(copy.left.span.of(one.article.text).split()) >= 50
    assert copy.right.span.start < 10
    assert 0.85 <= copy.share < 1


def test_moved_paragraphs_are_found(make):
    """Paragraphs in another order are two copies."""
    first, second = _prose(5, 60), _prose(6, 60)
    assert len(copies([make.page(f"{first}\n{second}"), make.page(f"{second}\n{first}")])) == 2


def test_unlike_articles_share_nothing(make):
    """Articles of the same small vocabulary are no copies."""
    assert copies([make.page(_prose(seed, 200)) for seed in range(10, 20)]) == ()


def test_what_everybody_shares_joins_nothing(make):
    """A notice under more articles than a few is boilerplate; a short quotation never counts."""
    notice = _prose(99, 40)
    pages = [make.page(f"{_prose(seed, 200)}\n{notice}") for seed in range(FEW + 3)]
    assert copies(pages) == ()


def test_furniture_is_no_copy(make):
    """Words in a block of furniture are not compared."""
    notice = _prose(98, 60)
    pages = []
    for seed in (1, 2):
        page = make.page(f"{_prose(seed, 80)}\n{notice}")
        blocks = (page.blocks[0], replace(page.blocks[1], kind="furniture"))
        pages.append(replace(page, blocks=blocks))
    assert copies(pages) == ()


def test_many_reprints_are_linear(make):
    """Reprints of one report under their own first lines: each is joined to it, in linear time."""
    report = "\n".join(_prose(seed, 60) for seed in range(30, 35))
    pages = [make.page(f"{_prose(1000 + n, 12)}\n{report}") for n in range(300)]
    started = time.process_time()
    found = copies(pages)
    assert time.process_time() - started < 8
    assert len({copy.right.article for copy in found}) == 299
    assert len(found) < 3 * 300


def test_hostile_lengths_end(make):
    """One word a hundred thousand times, and no words, are read in a blink."""
    started = time.process_time()
    assert (
        copies([make.page("no " * 100_000), make.page("no " * 99_000 + "yes"), make.page(""), make.page("…")])
        is not None
    )
    assert time.process_time() - started < 5


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(st.text(alphabet="ab \n.é", max_size=400), max_size=4))
def test_every_place_slices(make, texts):
    """Whatever the texts, each copy's places lie inside its articles and share lies in (0, 1]."""
    pages = [make.page(text) for text in dict.fromkeys(texts)]
    length = {page.article.id: len(page.article.text) for page in pages}
    for copy in copies(pages):
        assert copy.left.span.end <= length[copy.left.article]
        assert copy.right.span.end <= length[copy.right.article]
        assert 0 < copy.share <= 1
