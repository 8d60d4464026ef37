"""The hallway: the five verbs in order, and one odd article that stops nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sayso import pipeline
from sayso.brain.rules import RuleTagger
from sayso.errors import SettingError
from sayso.model.article import Article
from sayso.model.ports import Attribution, Passage


class Fragile:
    """A tagger that breaks on one word, as a fault of ours would."""

    name = "fragile"

    def tag(self, text: str, passages: Sequence[Passage]) -> tuple[Attribution, ...]:
        """The rules' attributions; ZeroDivisionError where the text holds the word."""
        if "xyzzy" in text:
            raise ZeroDivisionError("xyzzy")
        return RuleTagger().tag(text, passages)


def test_a_fault_in_one_article_stops_nothing():
    """An article on which a model breaks down is kept with a note, and the others are answered from."""
    brain = pipeline.Brain(Fragile(), pipeline.load_brain().entailer)
    articles = [
        Article("a-1", "one.txt", "The port will close, Ada Lind said.", "0" * 64),
        Article("a-2", "two.txt", "xyzzy, Per Aston said.", "0" * 64),
    ]
    case, answers = pipeline.build(articles, pipeline.Question("Will the port close by 5 May 2031?"), brain)
    notes = {page.article.id: [note.code for note in page.notes] for page in case.pages}
    assert "A299" in notes["a-2"]
    assert "A299" not in notes["a-1"]
    assert any(reason.kind == "origin" for reason in answers.answers[0].reasons)


def test_an_unknown_brain_is_named():
    """Asking for models that are not there says which there are."""
    with pytest.raises(SettingError, match="rules"):
        pipeline.load_brain("oracle")


def test_reprints_are_read_as_each_alone():
    """One brain over reprints under other first lines, in two orders, gives what a new brain gives of each."""
    body = (
        "The harbour will close by 30 June, Tarn Osk said on Tuesday.\n\n“Nobody asked the boatmen,” she added.\n\n"
        "The Velmora port authority said 120 jobs would go. It denied that a sale was planned.\n"
    )
    firsts = (
        "Harbour to close\n\n",
        "Boats out by summer?\n\nLind Orr, a boatman, said he would stay.\n\n",
        "",
        "PORT\n\n",
    )
    articles = [Article(f"a-{n}", f"{n}.txt", first + body, f"{n:064d}") for n, first in enumerate(firsts * 2)]
    alone = [pipeline.page_of(article, pipeline.load_brain("rules")) for article in articles]
    brain = pipeline.load_brain("rules")
    assert [pipeline.page_of(article, brain) for article in articles] == alone
    assert [pipeline.page_of(article, brain) for article in reversed(articles)] == alone[::-1]
    assert all(len(page.statements) >= 4 for page in alone)
