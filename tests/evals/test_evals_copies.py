"""Corpora with known copies, how what is found in them is scored, and how peers are asked."""

from __future__ import annotations

import random

import pytest

from evals.copies import by_pair, gold_pairs, near_figures, passage_figures
from evals.peerruns import copypeer, copytables
from evals.peerruns.environments import Answers
from evals.peerruns.roster import COPIES
from evals.reprints import EDITS, MERGED, PASSAGE, Corpus, Planted, changed, originals, passages, reprints
from sayso.linking.copies import compare
from sayso.linking.families import families
from sayso.model.article import Article
from sayso.model.origins import Copy
from sayso.model.span import Ref, Span


def invented(seed, sentences=400):
    """Sentences of invented words."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    words = ["".join(chance.choices("abdeilmnorstu", k=chance.randint(2, 8))) for _ in range(300)]
    return " ".join(" ".join(chance.choices(words, k=chance.randint(6, 20))) + "." for _ in range(sentences))


TEXTS = [invented(seed) for seed in range(3)]


@pytest.fixture(scope="module")
def corpus():
    """Sixty articles, twelve of them with a passage of another one."""
    return passages(TEXTS, 60, 1)


def test_passages_are_made_alike_from_a_seed(corpus):
    """The same seed gives the same texts, another one others."""
    assert passages(TEXTS, 60, 1) == corpus
    assert passages(TEXTS, 60, 2).articles != corpus.articles


def test_planted_passages_stand_where_they_are_said_to(corpus):
    """The giver's has sixty words; the taker's are the same where nothing was changed."""
    texts = {article.id: article.text for article in corpus.articles}
    assert len(corpus.planted) == 12
    for one in corpus.planted:
        given, taken = (ref.span.of(texts[ref.article]).split() for ref in (one.left, one.right))
        assert len(given) == PASSAGE
        assert given == taken or one.kind != "as it was"
        assert len(set(given) & set(taken)) > PASSAGE // 2


def test_ours_finds_what_was_planted(corpus):
    """All that was not changed; beside it only notices, which in so small a corpus are nobody's in particular."""
    found = compare(corpus.articles).copies
    ends = {article.id: len(article.text) for article in corpus.articles}
    planted = [one for one in found if ends[one.left.article] - one.left.span.end > 1]
    told = passage_figures(corpus, planted)
    assert told["recall, as it was"] == 100
    assert told["precision"] == 100


def test_a_passage_counts_where_half_of_it_is_told_on_both_sides():
    """Of what is told, half must have been planted, too."""
    planted = Planted(Ref("a", Span(0, 100)), Ref("b", Span(200, 300)), "as it was")
    corpus = Corpus((), (planted,))

    def told(left, right):
        figures = passage_figures(corpus, [Copy(Ref("b", Span(*right)), Ref("a", Span(*left)), 1.0)])
        return figures["recall"], figures["precision"]

    assert told((0, 50), (200, 250)) == (100, 100)
    assert told((0, 50), (200, 240)) == (0, 100)
    assert told((0, 300), (200, 300)) == (100, 0)
    assert passage_figures(corpus, [])["recall"] == 0


def test_a_share_of_the_words_is_changed():
    """As many as asked for, more or less."""
    words = [f"w{number}" for number in range(10_000)]
    made = changed(words, 0.15, ["new"], random.Random(1))  # noqa: S311 - no secret
    assert 0.10 < made.count("new") / len(words) < 0.12
    assert 0.88 < len(set(made)) / len(words) < 0.99
    assert changed(words, 0, ["new"], random.Random(1)) == words  # noqa: S311


@pytest.fixture(scope="module")
def edited():
    """Forty reports and what was made of them."""
    news = [(f"paper{number % 3}", invented(number + 10, 30).replace(". ", ".\n\n")) for number in range(40)]
    return reprints(news, TEXTS, 3)


def test_reprints_know_what_they_are_made_of(edited):
    """Originals are their own; what was made of two has both; every edit is done to some."""
    assert edited.origins
    assert edited.kinds
    kinds = set(edited.kinds.values())
    assert kinds == {"", MERGED, *EDITS}
    for article, kind in edited.kinds.items():
        assert len(edited.origins[article]) in ((1, 2) if kind == MERGED else (1,))


def test_a_right_answer_has_full_marks(edited):
    """All pairs and no others are 100 percent, none at all are 0."""
    gold = gold_pairs(edited)
    told = near_figures(edited, gold, ())
    assert told["pairs, F1"] == 100
    assert told["families, F1"] == 0
    assert all(value == 100 for name, value in told.items() if name.startswith("found, "))


def test_ours_finds_near_copies(edited):
    """Most of them, and hardly any other."""
    found = compare(edited.articles)
    pairs = {(one.left, one.right) for one in found.overlaps if one.relation != "passage"}
    told = near_figures(edited, pairs, families(found.overlaps, found.copies))
    assert told["families, F1"] > 85
    assert told["pairs, precision"] > 95


def test_news_that_is_a_reprint_is_no_original(tmp_path):
    """Dev and test have other articles, and neither has the same one twice."""
    for number in range(8):
        (tmp_path / f"paper_{number}.txt").write_text(invented(number % 5, 40), "utf-8")
    paths = sorted(tmp_path.glob("*.txt"))
    dev, test = (originals(paths, part) for part in ("dev", "test"))
    assert len(dev) + len(test) == 8
    paths[2].write_text(invented(0, 40), "utf-8")
    assert len(originals(paths, "dev")) == 3


def test_peers_get_shingles_of_articles_or_of_stretches():
    """A stretch begins at every half of one."""
    text = "One two three. Four, five six!"
    assert list(copypeer.stretches(text, 3, 0)) == [
        ["one two three", "two three four", "three four five", "four five six"]
    ]
    assert list(copypeer.stretches(text, 3, 4)) == [
        ["one two three", "two three four"],
        ["three four five", "four five six"],
    ]
    assert list(copypeer.stretches("", 3, 60)) == [[""]]


def test_boilerplate_is_dropped_for_peers():
    """A part that is like more than so many others joins nothing; an article is no copy of itself."""
    owners = ["a", "a", "b", "c"]
    assert copypeer.articles([(0, 1), (1, 2)], owners, most=5) == [("a", "b")]
    assert copypeer.articles([(0, 2), (0, 3)], owners, most=1) == []


def test_peers_stand_with_their_best_threshold():
    """The best F1 of pairs or families, with the speed at that threshold."""
    given = Answers(
        {"0.1": [["a", "b"], ["c", "d"]], "0.5": [["a", "b"], ["b", "e"]]},
        3.0,
        0.0,
        50.0,
        (),
        {"0.1": 2.0, "0.5": 1.0},
    )
    row = copytables.best("peer", given, {("a", "b"), ("b", "e"), ("a", "e")}, 10)
    assert (row.tool, row.rates, row.speed) == ("peer, families at 0.5", (100, 100, 100), 10)


def test_tables_name_what_did_not_run():
    """The reason stands under the table."""
    corpus = Corpus((Article("a", "a", "Text.", "0" * 64),))
    rows = [
        copytables.Row("ours", (90.0, 80.0, 70.0), 1234, 56),
        copytables.Row("theirs", None, why_not="no network"),
    ]
    told = list(copytables.lines("near copies", corpus, rows))
    assert told[2] == "| ours | 90.0 | 80.0 | 70.0 | 1,234 | 56 |"
    assert told[-1] == "theirs: not run, no network"


def test_peers_for_copies_are_pinned():
    """Each has a version, and its own runner."""
    assert all("==" in package for peer in COPIES for package in peer.packages)
    assert {peer.name for peer in COPIES} == set(copypeer.PEERS)


def test_pairs_of_planted_passages_go_by_both_articles(corpus):
    """Whichever is named first."""
    pairs = by_pair(corpus.planted)
    assert sum(map(len, pairs.values())) == len(corpus.planted)
    assert all(left < right for left, right in pairs)
