"""How fast and how well copies are found among many articles: speed, memory, growth, recall and precision.

The articles are made of invented words, drawn by Zipf's law; every twelfth word or so begins a phrase of the trade
that many articles use, and one article in three ends in a notice that its outlet puts under everything. Into these
are planted passages of 60 words that travel into another article, and near copies (new leads, cuts, paragraphs in
another order, words changed, left out and put in), with the shares of edited words known. All of it is seeded.

`python -m bench.copies 10000` measures one size in this process and prints a record; the report runs it in a
process of its own for each size, so that memory is that of one size, and adds 2,000 articles of which 1,990 print
one report.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations

import numpy as np

from bench.processes import megabytes
from sayso.linking.copies import Comparison, compare
from sayso.model.article import Article

#: Words of an article, and of a passage that travels.
WORDS, PASSAGE = 600, 60

#: Shares of words that are changed, left out or have one put in behind them.
EDITS = (0.0, 0.05, 0.1, 0.15)

#: What is done to a near copy.
CHANGES = ("same", "lead", "cut", "order", "edit 5", "edit 15", "edit 30", "cut, edit 15", "lead, edit 15")

_ONSETS = ["b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "pl", "gr"]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ou"]
_CODAS = ["", "", "n", "r", "l", "s", "t"]

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts, and the pairs of them, by number, that have a passage in common or are near copies."""

    texts: list[str]
    passages: dict[Pair, str]
    near: dict[Pair, str]


@dataclass(frozen=True, slots=True)
class Row:
    """What one size took and gave: CPU seconds from texts to copies, megabytes of the process, rates in 0 to 1.

    `held` are the megabytes before the work began: the interpreter and the texts.
    """

    articles: int
    seconds: float
    megabytes: float
    held: float
    recall: float
    precision: float
    near_f1: float


class Writer:
    """Writes invented articles, all from one seed."""

    def __init__(self, seed: int, notices: int = 20) -> None:
        """Draw up a vocabulary, phrases and notices."""
        self.random = random.Random(seed)  # noqa: S311 - invented text
        self._numbers = np.random.default_rng(seed)
        self._vocabulary = np.array(sorted({self._word() for _ in range(40_000)}), object)
        self._numbers.shuffle(self._vocabulary)
        self._rise = np.cumsum(1 / np.arange(1, len(self._vocabulary) + 1))
        self._phrases = [self.words(self.random.randint(6, 12)) for _ in range(10_000)]
        self._notices = [self.words(self.random.randint(30, 60)) for _ in range(notices)]

    def _word(self) -> str:
        draw = self.random.choice
        return "".join(draw(_ONSETS) + draw(_VOWELS) + draw(_CODAS) for _ in range(draw((1, 2, 2, 2, 3))))

    def words(self, count: int) -> list[str]:
        """So many words, the nth commonest n times as rare as the commonest."""
        drawn = self._numbers.random(count) * self._rise[-1]
        chosen: list[str] = self._vocabulary[np.searchsorted(self._rise, drawn)].tolist()
        return chosen

    def article(self) -> str:
        """An article of some WORDS words."""
        words = self.words(max(80, int(self._numbers.normal(WORDS * 0.85, 120))))
        for _ in range(8):
            at = self.random.randrange(len(words))
            words[at:at] = self._phrases[int(len(self._phrases) * self.random.random() ** 3)]
        return " ".join([*words, *self.random.choice(self._notices)] if self.random.random() < 1 / 3 else words)

    def edited(self, words: Sequence[str], share: float) -> list[str]:
        """The words with a share of them changed (three in five), left out, or with one put in behind."""
        other = iter(self.words(len(words)))
        made: list[str] = []
        for word in words:
            draw = self.random.random() / share if share else 1.0
            made += (
                [word] if draw >= 1 else [next(other)] if draw < 0.6 else [] if draw < 0.8 else [word, next(other)]
            )
        return made

    def copied(self, text: str, change: str) -> str:
        """A near copy of a text."""
        words = text.split()
        for step in change.split(", "):
            if step == "lead":
                words = self.words(self.random.randint(20, 80)) + words
            elif step == "cut":
                words = words[: max(80, int(len(words) * self.random.uniform(0.3, 0.7)))]
            elif step == "order":
                parts = [words[at : at + 60] for at in range(0, len(words), 60)]
                self.random.shuffle(parts)
                words = [word for part in parts for word in part]
            elif step != "same":
                words = self.edited(words, int(step.split()[1]) / 100)
        return " ".join(words)


def corpus(size: int, seed: int = 1) -> Corpus:
    """`size` articles; one in ten takes a passage from another, one in ten is a near copy of another."""
    writer = Writer(seed, min(20, 1 + size // 100))
    texts = [writer.article() for _ in range(size)]
    free = list(range(size))
    writer.random.shuffle(free)
    passages: dict[Pair, str] = {}
    for number in range(size // 20):
        left, right = free.pop(), free.pop()
        source, target = texts[left].split(), texts[right].split()
        start, at = writer.random.randrange(max(1, len(source) - 2 * PASSAGE)), writer.random.randrange(len(target))
        share = EDITS[number % len(EDITS)]
        target[at:at] = writer.edited(source[start : start + PASSAGE], share)
        texts[right] = " ".join(target)
        passages[_pair(left, right)] = f"edit {100 * share:.0f}"
    return Corpus(texts, passages, _near(writer, texts, free[: size // 8]))


def _near(writer: Writer, texts: list[str], free: list[int]) -> dict[Pair, str]:
    """Make near copies of some of the texts, one to three of each; the pairs."""
    near: dict[Pair, str] = {}
    while len(free) > 4:
        first, *others = (free.pop() for _ in range(writer.random.choice((2, 2, 3, 4))))
        made = {first: "first"} | {other: writer.random.choice(CHANGES) for other in others}
        for other in others:
            texts[other] = writer.copied(texts[first], made[other])
        near |= {_pair(*pair): f"{made[pair[0]]} and {made[pair[1]]}" for pair in combinations(made, 2)}
    return near


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)


def found_pairs(made: Comparison) -> tuple[set[Pair], set[Pair]]:
    """The pairs of articles with anything in common, and those among them that are near copies."""
    near = {_pair(int(a), int(b)) for family in made.families for a, b in combinations(family, 2)}
    return near | {_pair(int(one.left), int(one.right)) for one in made.overlaps}, near


def measured(size: int) -> Row:
    """What `size` articles take and give in this process."""
    given = corpus(size)
    articles = [Article(f"{number:07d}", f"{number}.txt", text, "") for number, text in enumerate(given.texts)]
    held = _peak()
    began = time.process_time()
    made = compare(articles)
    seconds = time.process_time() - began
    pairs, near = found_pairs(made)
    wrong = len(pairs - given.near.keys() - given.passages.keys())
    right = len(pairs & given.passages.keys())
    both = len(near & given.near.keys())
    return Row(
        articles=size,
        seconds=seconds,
        megabytes=_peak(),
        held=held,
        recall=right / max(1, len(given.passages)),
        precision=right / max(1, right + wrong),
        near_f1=2 * both / max(1, len(near) + len(given.near)),
    )


def _peak() -> float:
    return megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def apart(size: int) -> Row:
    """The same in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.copies", str(size)], check=True, capture_output=True, text=True
    )
    return Row(**json.loads(done.stdout))


def reprinted(size: int = 2000, others: int = 10) -> tuple[float, bool]:
    """CPU seconds over `size` articles of which all but `others` print one report, each under its own first line.

    And whether these, and no others, are one family.
    """
    writer = Writer(2)
    report = writer.article()
    texts = [f"{' '.join(writer.words(12))}\n{report}" for _ in range(size - others)]
    texts += [writer.article() for _ in range(others)]
    articles = [Article(f"{number:07d}", f"{number}.txt", text, "") for number, text in enumerate(texts)]
    began = time.process_time()
    made = compare(articles)
    seconds = time.process_time() - began
    return seconds, made.families == (tuple(article.id for article in articles[: size - others]),)


def lines(most: int) -> Iterator[str]:
    """The report, over a tenth of `most` articles and all of them."""
    numbers = f"{'copies among':>12s} {'CPU s':>8s} {'articles/s':>11s} {'MB':>6s} {'texts':>6s}"
    yield f"{numbers}   passages: recall  precision   near copies: F1"
    rows = [apart(size) for size in (most // 10, most)]
    for row in rows:
        yield (
            f"{row.articles:12,d} {row.seconds:8.2f} {row.articles / row.seconds:11,.0f} {row.megabytes:6.0f} "
            f"{row.held:6.0f} {row.recall:18.3f} {row.precision:10.3f} {row.near_f1:17.3f}"
        )
    yield f"ten times the articles take {rows[1].seconds / rows[0].seconds:.1f} times the time"
    seconds, exact = reprinted()
    yield f"2,000 articles, 1,990 of one report: {'exact' if exact else 'NOT exact'} in {seconds:.2f} CPU seconds"


if __name__ == "__main__":
    print(json.dumps(asdict(measured(int(sys.argv[1])))))
