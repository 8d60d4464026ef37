"""Copies across a corpus of plain articles: merging, order, families, what everybody has, hostile text."""

from __future__ import annotations

import random
import time
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.linking.alignments import LEAST
from sayso.linking.candidates import CROWD, FEW
from sayso.linking.copies import compare, shared
from sayso.linking.fingerprints import RUN, Index, indexed, merged
from sayso.model.article import Article
from sayso.model.times import Dating, Interval

WORDS = [
    a + b + c
    for a in ("bel", "cor", "dun", "fal", "gar", "hol")
    for b in "aeiou"
    for c in ("ta", "ve", "sik", "rom")
]


def prose(seed, count):
    """So many invented words."""
    return " ".join(random.Random(seed).choices(WORDS, k=count))  # noqa: S311 - invented text


def article(ident, text, day=None):
    """An article of an id, a text and perhaps a day."""
    when = date.fromisoformat(day) if day else None
    return Article(
        ident, f"{ident}.txt", text, "0" * 64, published=Dating(Interval(when, when), "given") if when else None
    )


def near_pairs(comparison):
    """All pairs of near copies."""
    return {pair for family in comparison.families for pair in combinations(family, 2)}


CORPUS = [
    article("a1", prose(1, 300), "2031-05-03"),
    article("a2", prose(2, 30) + "\n" + prose(1, 300), "2031-05-01"),
    article("a3", prose(3, 200) + " " + prose(4, 60)),
    article("a4", prose(5, 90) + " " + prose(4, 60) + " " + prose(6, 90), "2031-05-02"),
    article("a5", ""),
    article("a6", prose(1, 300)),
    article("a7", "no " * 5_000),
    article("a8", prose(1, 130), "2031-05-01"),
    article("a9", prose(8, 20)),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(range(3)), min_size=len(CORPUS), max_size=len(CORPUS)), st.permutations(range(3)))
def test_parts_merged_in_any_order_are_the_whole(owner, order):
    """However a corpus is split in three, the parts merged in any order are byte for byte one index."""
    whole = indexed(CORPUS)
    parts = [indexed(one for one, part in zip(CORPUS, owner, strict=True) if part == number) for number in range(3)]
    first, second, third = (parts[number] for number in order)
    assert merged(first, second, third) == whole
    assert merged(merged(first, second), third) == merged(first, merged(second, third)) == whole
    assert merged(whole, first) == whole
    assert compare(CORPUS, merged(first, second, third)) == compare(CORPUS)


@settings(max_examples=20, deadline=None)
@given(st.permutations(CORPUS))
def test_the_order_of_articles_changes_nothing(mixed):
    """Any order of the articles gives the same comparison."""
    assert compare(mixed) == compare(CORPUS)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(alphabet="ab \n.é中’", max_size=300), max_size=6), st.integers(0, 6))
def test_odd_texts_merge_too(texts, cut):
    """Empty texts, texts of one word and of other scripts are indexed alone as they are together."""
    articles = [article(f"x{number}", text) for number, text in enumerate(texts)]
    assert merged(indexed(articles[:cut]), indexed(articles[cut:])) == indexed(articles)


def test_an_index_of_nothing_is_nought():
    """No articles, no fingerprints, and merging with nothing changes nothing."""
    assert indexed([]) == merged() == Index((), b"", b"", b"")
    assert merged(indexed(CORPUS), indexed([])) == indexed(CORPUS)
    assert compare([]).copies == ()


def test_what_two_articles_have_in_common_is_told():
    """Same words, a cut copy, a copy under a new lead and a passage; who came first where days tell."""
    told = {(one.left, one.right): one for one in compare(CORPUS).overlaps}
    assert told["a1", "a6"].relation == "same"
    assert told["a1", "a6"].earlier is None
    assert (told["a2", "a8"].relation, told["a2", "a8"].right_share) == ("cut", 1.0)
    assert (told["a2", "a1"].relation, told["a2", "a1"].earlier) == ("cut", "left")
    assert told["a4", "a3"].relation == "passage"
    assert told["a4", "a3"].words == 60
    assert told["a4", "a3"].left_share == pytest.approx(0.25)


def test_families_hold_near_copies_and_nobody_else():
    """All copies of one report are one family; an article with a passage of another is in none."""
    assert compare(CORPUS).families == (("a1", "a2", "a6", "a8"),)


@pytest.mark.parametrize("share", [0.1, 0.3])
def test_edited_copies_are_found_with_their_share(share):
    """Words changed all over an article: the share that both have is told within a few points."""
    draw = random.Random(7)  # noqa: S311 - invented text
    words = prose(11, 600).split()
    changed = ["qux" + word if draw.random() < share else word for word in words]
    (told,) = compare([article("a", " ".join(words)), article("b", " ".join(changed))]).overlaps
    assert told.relation == "edited"
    assert told.left_share == pytest.approx(1 - share, abs=0.06)


def test_edited_passages_are_found():
    """Of passages with every tenth of sixty words changed, all are found, in their place in another article."""
    draw = random.Random(5)  # noqa: S311 - invented text
    articles, wanted = [], set()
    for number in range(60):
        passage = prose(1000 + number, 60).split()
        edited = [word if draw.random() > 0.1 else "qux" for word in passage]
        articles += [
            article(f"l{number:02d}", prose(2000 + number, 200) + " " + " ".join(passage)),
            article(f"r{number:02d}", " ".join(edited) + " " + prose(3000 + number, 300)),
        ]
        wanted.add((f"l{number:02d}", f"r{number:02d}"))
    found = shared(articles)
    assert {(copy.left.article, copy.right.article) for copy in found} == wanted
    assert all(copy.right.span.start < 60 and copy.words >= 40 for copy in found)


def test_a_crowd_of_reprints_is_one_family_and_costs_little():
    """1,990 prints of one report, each under its own first line, and ten others: one family, in linear time."""
    report = prose(21, 500)
    articles = [article(f"p{number:04d}", f"{prose(10_000 + number, 12)}\n{report}") for number in range(1_990)]
    articles += [article(f"z{number}", prose(30_000 + number, 400)) for number in range(10)]
    began = time.process_time()
    told = compare(articles)
    assert time.process_time() - began < 5
    assert told.families == (tuple(f"p{number:04d}" for number in range(1_990)),)
    assert 1_989 <= len(told.overlaps) < 2 * 1_989


def test_a_notice_under_many_articles_joins_nothing():
    """A notice that a crowd of articles carries is no copy, also where some of them are copies of each other."""
    notice = prose(40, 45)
    articles = [article(f"n{number:03d}", f"{prose(500 + number, 250)}\n{notice}") for number in range(4 * CROWD)]
    assert compare(articles).overlaps == ()
    articles += [article(f"o{number}", f"{prose(41, 250)}\n{notice}\n{number}") for number in range(3)]
    assert near_pairs(compare(articles)) == set(combinations(("o0", "o1", "o2"), 2))


def test_one_more_reprint_makes_no_passage_common():
    """A passage of two articles stays theirs, however often one of them is printed again."""
    passage = prose(50, 60)
    quoting = article("q", f"{prose(51, 200)} {passage}")
    prints = [
        article(f"p{number:02d}", f"{prose(60 + number, 10)} {prose(52, 200)} {passage}") for number in range(30)
    ]
    for count in (1, FEW + 1, 30):
        told = compare([quoting, *prints[:count]])
        assert any("q" in (one.left, one.right) for one in told.overlaps)


@pytest.mark.parametrize("script", ["cyrillic", "arabic", "devanagari", "han", "thai"])
def test_other_scripts_are_compared(script):
    """A passage of another script, with or without spaces, is found in its place."""
    ranges = {
        "cyrillic": (0x430, 0x44F),
        "arabic": (0x627, 0x63A),
        "devanagari": (0x905, 0x94D),
        "han": (0x4E00, 0x6E00),
        "thai": (0xE01, 0xE2E),
    }
    gap = "" if script in {"han", "thai"} else " "

    def written(seed, count):
        draw = random.Random(seed)  # noqa: S311 - invented text
        return gap.join(
            "".join(chr(draw.randint(*ranges[script])) for _ in range(draw.randint(2, 7))) for _ in range(count)
        )

    passage = written(1, 90)
    left, right = written(2, 200) + gap + passage, passage + gap + written(3, 250)
    (copy,) = shared([article("a", left), article("b", right)])
    assert abs(copy.left.span.start - left.index(passage)) <= 12
    assert abs(copy.right.span.end - len(passage)) <= 12


def test_typography_is_no_edit():
    """Capitals, kinds of apostrophe and hyphen, accents written in two ways, soft hyphens: the same words."""
    plain = "The mayor's well-known café didn't open " + prose(70, 60)
    fancy = "THE MAYOR’S WELL‑KNOWN cafe\u0301 didn’t open " + prose(70, 60).replace("bel", "b\u00adel")
    (copy,) = shared([article("a", plain), article("b", fancy)])
    assert copy.share == 1.0
    assert copy.words == 66
    assert copy.right.span.of(fancy).startswith("THE MAYOR’S")


@pytest.mark.parametrize(
    "text",
    [
        "no " * 300_000,
        "x" * 1_000_000,
        "-'" * 300_000,
        "中" * 300_000,
        "\u00ad" * 300_000,
        "a\ud800" * 100_000,
        " ".join("ab" * 50 + str(n) for n in range(20_000)),
        (prose(80, 7) + " ") * 30_000,
    ],
    ids=["word", "letters", "joiners", "han", "invisible", "surrogates", "long words", "refrain"],
)
def test_hostile_text_ends(text):
    """Endless repetition, no spaces, odd code points: read in linear time, next to an ordinary article."""
    began = time.process_time()
    told = compare([article("a", text), article("b", text + " end"), article("c", prose(81, 300))])
    assert time.process_time() - began < 6
    assert all("c" not in (one.left, one.right) for one in told.overlaps)


def test_short_passages_are_none():
    """A sentence that two articles quote is no copy; one of LEAST words is."""
    for words, count in ((LEAST - 3, 0), (LEAST + 15, 1)):
        quoted = prose(90, words)
        left = f"{prose(91, 100)} {quoted} {prose(92, 100)}"
        found = shared([article("a", left), article("b", f"{prose(93, 80)} {quoted} {prose(94, 90)}")])
        assert len(found) == count
    assert RUN < LEAST
