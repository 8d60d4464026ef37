"""Likelihood and confidence apart (ICD 203), and likelihood in the yardstick's words only: a linter of dossiers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html as parser
from tests.showing import builders

from sayso import pipeline
from sayso.lang.en.yardsticks import YARDSTICKS
from sayso.model.answers import Answers
from sayso.model.case import Case
from sayso.reading.read import read
from sayso.showing.show import show
from sayso.weighing.weigh import weigh

STORY = Path(__file__).parents[2] / "examples" / "second-rationing"
ASK = "Will the government of Halverrin announce a second round of water rationing by 30 November 2024?"

#: Words of likelihood that no yardstick has; none may stand in the dossier's own sentences.
LOOSE = ("probable", "probably", "improbable", "doubtful", "in all likelihood", "odds are", "chances are")
TERMS = frozenset({term for rows in YARDSTICKS.values() for term, _, _ in rows} | set(LOOSE))
#: Longest first, so that "very unlikely" is not read as "unlikely".
LIKELY = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, TERMS), key=len, reverse=True))})\b", re.IGNORECASE)
SURE = re.compile(
    r"\b(?:confiden(?:ce|t)|(?:good|poor|firm|weak|solid) ground|reliab\w+|credib\w+|well founded)\b", re.IGNORECASE
)
#: Elements that end a sentence whatever stands in them.
BLOCKS = frozenset(
    ["p", "li", "td", "th", "h1", "h2", "h3", "h4", "summary", "div", "caption", "dt", "dd", "tr", "text", "title"]
)
#: What no page holds: it marks where an element begins or ends.
END = "\u241e"


def sentences(page: str) -> Iterator[str]:
    """The visible sentences of a dossier, without the articles, whose words are not its own."""
    tree: Any = parser.document_fromstring(page)
    for gone in tree.xpath("//style | //script | //*[@aria-labelledby='articles']"):
        gone.drop_tree()
    for element in tree.iter():
        if element.tag in BLOCKS:
            element.text = END + (element.text or "")
            element.tail = END + (element.tail or "")
    for block in tree.text_content().split(END):
        yield from filter(None, (one.strip() for one in re.split(r"(?<=[.?!:;])\s", " ".join(block.split()))))


def words(text: str) -> str:
    """A text as its words in lower case with one blank between them, and at both ends."""
    return " ".join(["", *re.findall(r"[^\W_]+", text.casefold()), ""])


def is_quoted(sentence: str, match: re.Match[str], texts: str) -> bool:
    """Whether a term stands in a sentence as it does in an article: with the two words before it or behind it."""
    before, after = words(sentence[: match.start()]).split(), words(sentence[match.end() :]).split()
    ways = [[*before[-2:], match[0]]] if len(before) > 1 else []
    ways += [[match[0], *after[:2]]] if len(after) > 1 else []
    return words(sentence) in texts or any(words(" ".join(way)) in texts for way in ways)


def faults(page: str, case: Case, yardstick: str) -> list[str]:
    """The sentences that mix likelihood and confidence, or that use a word of likelihood of another yardstick."""
    texts = words(" ".join([*(one.article.text for one in case.pages), case.question]))
    chosen = {term for term, _, _ in YARDSTICKS[yardstick]}
    found = []
    for sentence in sentences(page):
        own = [one for one in LIKELY.finditer(sentence) if not is_quoted(sentence, one, texts)]
        mixed = own and SURE.search(sentence)
        foreign = [one[0] for one in own if one[0].casefold() not in chosen]
        found += [sentence] if mixed or foreign else []
    return found


@pytest.fixture(scope="module")
def story() -> Case:
    """The case of the example story."""
    articles = read([str(STORY / "articles")], manifest=str(STORY / "manifest.csv")).articles
    return pipeline.build(articles, pipeline.Question(ASK), pipeline.load_brain("rules"))[0]


@pytest.mark.parametrize("yardstick", YARDSTICKS)
def test_the_story_keeps_them_apart(story: Case, yardstick: str) -> None:
    """No visible sentence of the whole dossier mixes the two, and each likelihood is in the chosen words."""
    page = show(story, weigh(story, yardstick=yardstick))
    assert faults(page, story, yardstick) == []


@pytest.mark.parametrize("yardstick", YARDSTICKS)
@pytest.mark.parametrize("prior", [0.001, 0.1, 0.5, 0.999])
def test_every_word_of_every_yardstick_keeps_them_apart(story: Case, yardstick: str, prior: float) -> None:
    """From almost none to almost all: whatever the answer is, its sentences are clean."""
    given = weigh(story, yardstick=yardstick, prior=prior, prior_why="a count of past cases")
    assert faults(show(story, given), story, yardstick) == []


def test_both_are_said() -> None:
    """The linter is not satisfied by silence: the dossier says how good the ground is, and how likely the event."""
    case, answers = rich()
    said = list(sentences(show(case, answers)))
    assert any(SURE.search(one) for one in said)
    assert any(LIKELY.search(one) for one in said)


def rich() -> tuple[Case, Answers]:
    """A case made by hand, weighed."""
    case, _ = builders.rich()
    return case, weigh(case)


@pytest.mark.parametrize(
    "bad",
    [
        "It is likely, with high confidence.",
        "With moderate confidence the event is very unlikely, 5 to 20 in 100.",
        "A reliable source makes it almost certain.",
        "It will probably come.",
        "It is a remote chance.",
        "It is highly likely.",
    ],
)
def test_a_bad_sentence_is_found(bad: str) -> None:
    """Mixed sentences, loose words and those of another yardstick are faults, wherever they stand."""
    case, answers = rich()
    page = show(case, answers).replace("</h1>", f"</h1><p>{bad}</p>", 1)
    assert faults(page, case, "us-nic") == [bad]


def test_words_of_a_text_are_its_own() -> None:
    """What an article says is no fault of the dossier."""
    case, answers = rich()
    text = case.pages[0].article.text
    sentence = " ".join(text.split()[:6])
    page = show(case, answers).replace("</h1>", f"</h1><p>{sentence}</p>", 1)
    assert faults(page, case, "us-nic") == []
