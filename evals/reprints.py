"""Corpora with known copies, made from a seed: passages that travel, and news reprinted, cut and edited.

No text stands here. Words come from the news of the measuring data: for `passages` as a chain of pairs of words
(each word is followed by one that follows it somewhere in the news), so that any number of articles have the stock
phrases of news and no real copy; for `reprints` the articles as they are. What is done to them is our own.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.model.article import Article
from sayso.model.span import Ref, Span

Words = list[str]
Paragraphs = list[Words]

#: Words of a passage that travels.
PASSAGE: Final = 60

#: Seeds by part; those of "test" are looked at by nobody who builds.
SEEDS: Final = {"dev": 1, "test": 9001}

#: The share of words that is changed in a passage, by the name of what is done to it.
PASSAGE_EDITS: Final = {"as it was": 0.0, "5 % of words": 0.05, "15 % of words": 0.15}

_NOTICES: Final = 10
_WITH_NOTICE: Final = 0.2
_WITH_PASSAGE: Final = 0.2
_AT_A_TIME: Final = 2_000


@dataclass(frozen=True, slots=True)
class Planted:
    """A passage of the article `left` that was put into `right`, at both places, and what was done to it."""

    left: Ref
    right: Ref
    kind: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles with the passages that were planted in them; `origins` are the originals each one is made of.

    `kinds` says what was done to an article: "" for an original.
    """

    articles: tuple[Article, ...]
    planted: tuple[Planted, ...] = ()
    origins: Mapping[str, frozenset[int]] | None = None
    kinds: Mapping[str, str] | None = None


class Chain:
    """Running words, each followed by one that follows it somewhere in the given news."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Number the words of `texts`, and note where each stands."""
        words = " ".join(texts).split()
        self._words, self._tokens = np.unique(np.array(words, dtype=object), return_inverse=True)
        self._at = np.argsort(self._tokens[:-1], kind="stable")
        counts = np.bincount(self._tokens[:-1], minlength=len(self._words))
        self._first = np.concatenate(([0], np.cumsum(counts)))

    def runs(self, count: int, length: int, chance: np.random.RandomState) -> npt.NDArray[np.object_]:
        """`count` rows of `length` words."""
        token = self._tokens[chance.randint(0, len(self._tokens) - 1, count)]
        made = np.empty((count, length), np.int64)
        for place in range(length):
            made[:, place] = token
            several = np.maximum(self._first[token + 1] - self._first[token], 1)
            row = self._first[token] + (chance.random_sample(count) * several).astype(np.int64)
            token = self._tokens[self._at[np.minimum(row, len(self._at) - 1)] + 1]
        return np.asarray(self._words[made], dtype=np.object_)


def passages(texts: Sequence[str], size: int, seed: int) -> Corpus:
    """`size` articles of 250 to 1,200 words: a fifth has a passage of another one, a fifth one of ten notices."""
    chain, chance = Chain(texts), np.random.RandomState(seed)  # RandomState: its numbers never change
    edits = random.Random(seed)  # noqa: S311 - no secret: the same corpus in every run
    notices = chain.runs(_NOTICES, PASSAGE, chance).tolist()
    takers = frozenset(edits.sample(range(size), int(size * _WITH_PASSAGE)))
    givers = edits.sample([number for number in range(size) if number not in takers], len(takers))
    giver = dict(zip(sorted(takers), givers, strict=True))
    given: dict[int, tuple[int, Words]] = {}
    stock = list(chain.runs(20, 500, chance).ravel())
    bodies = dict(_bodies(chain, size, chance))
    for number in givers:
        at = edits.randrange(len(bodies[number]) - PASSAGE)
        given[number] = at, bodies[number][at : at + PASSAGE]
    articles: list[Article] = []
    planted: list[Planted] = []
    places: dict[int, Ref] = {}
    taken: list[tuple[int, Ref, str]] = []
    for number in range(size):
        words, kind = bodies.pop(number), ""
        if number in given:
            at, middle = given[number]
            parts = words[:at], middle, words[at + PASSAGE :]
        elif number in giver:
            kind = edits.choice(list(PASSAGE_EDITS))
            at = edits.randrange(len(words))
            middle = changed(given[giver[number]][1], PASSAGE_EDITS[kind], stock, edits)
            parts = words[:at], middle, words[at:]
        else:
            parts = words, [], []
        notice = edits.choice(notices) if edits.random() < _WITH_NOTICE else []
        text, span = _assembled(parts, notice)
        articles.append(_article(f"p{number:06d}", text))
        if span and kind:
            taken.append((giver[number], Ref(articles[-1].id, span), kind))
        elif span:
            places[number] = Ref(articles[-1].id, span)
    planted = [Planted(places[number], ref, kind) for number, ref, kind in taken]
    return Corpus(tuple(articles), tuple(planted))


def _bodies(chain: Chain, size: int, chance: np.random.RandomState) -> Iterator[tuple[int, Words]]:
    """The words of each article by its number."""
    for first in range(0, size, _AT_A_TIME):
        count = min(_AT_A_TIME, size - first)
        lengths = np.clip(np.exp(chance.normal(6.3, 0.4, count)), 250, 1200).astype(int).tolist()
        rows = chain.runs(count, 1200, chance)
        for number, (row, length) in enumerate(zip(rows, lengths, strict=True), start=first):
            yield number, row[:length].tolist()


def _assembled(parts: tuple[Words, Words, Words], notice: Words) -> tuple[str, Span | None]:
    """The text of an article whose passage is the middle part, and the place of that."""
    before, middle, behind = map(_prose, parts)
    head = f"{before} " if before and middle else before
    text = head + middle + (f" {behind}" if behind else "") + (f"\n\n{_prose(notice)}" if notice else "")
    return text, Span(len(head), len(head) + len(middle)) if middle else None


def _prose(words: Sequence[str]) -> str:
    """Words as paragraphs of at least forty, each ending with a sentence."""
    lines: list[list[str]] = [[]]
    for word in words:
        lines[-1].append(word)
        if len(lines[-1]) >= 40 and word.endswith("."):
            lines.append([])
    return "\n\n".join(" ".join(line) for line in lines if line)


def _article(name: str, text: str) -> Article:
    return Article(name, name, text, "0" * 64)


# ---- what is done to words


def changed(words: Sequence[str], share: float, stock: Sequence[str], chance: random.Random) -> Words:
    """A `share` of the words changed: half replaced, the others dropped, doubled by a new one, or swapped."""
    made: Words = []
    for word in words:
        if chance.random() >= share:
            made.append(word)
            continue
        do = chance.randrange(6)
        if do < 3:
            made.append(chance.choice(stock))
        elif do == 3:
            continue
        elif do == 4:
            made += [chance.choice(stock), word]
        else:
            made.insert(max(0, len(made) - 1), word)
    return made


_LOOKALIKES: Final = (
    ("rn", "m"),
    ("l", "1"),
    ("e", "c"),
    ("o", "0"),
    ("h", "b"),
    ("i", "l"),
    ("cl", "d"),
    ("s", "5"),
)


def _misread(words: Sequence[str], share: float, chance: random.Random) -> Words:
    """A `share` of the words as a scanner misreads them: letters mistaken, words torn or run together."""
    made: Words = []
    for word in words:
        if chance.random() >= share:
            made.append(word)
        elif chance.random() < 0.6:
            fits = [pair for pair in _LOOKALIKES if pair[0] in word]
            made.append(word.replace(*chance.choice(fits), 1) if fits else word + ".")
        elif len(word) > 3 and chance.random() < 0.5:
            cut = chance.randrange(1, len(word) - 1)
            made += [word[:cut], word[cut:]]
        else:
            made[-1:] = ["".join([*made[-1:], word])]
    return made


# ---- what is done to articles

Edit = Callable[["_Desk", Paragraphs], Paragraphs]


@dataclass(frozen=True, slots=True)
class _Desk:
    """What an editor has at hand: chance, words to put in, new openings."""

    chance: random.Random
    stock: Sequence[str]
    openings: Sequence[Words]


def _with_words_changed(share: float) -> Edit:
    return lambda desk, given: [changed(one, share, desk.stock, desk.chance) for one in given]


def _halved(_: _Desk, given: Paragraphs) -> Paragraphs:
    """The first half, as a desk cuts from the end."""
    return _first(given, sum(map(len, given)) // 2)


def _first(given: Paragraphs, words: int) -> Paragraphs:
    made: Paragraphs = []
    for one in given:
        made.append(one[: max(0, words)])
        words -= len(one)
    return [one for one in made if one]


def _with_new_lead(desk: _Desk, given: Paragraphs) -> Paragraphs:
    """A new opening in place of the first tenth, at least the first paragraph."""
    dropped = given[1:]
    while len(dropped) > 1 and sum(map(len, dropped)) > 0.9 * sum(map(len, given)):
        dropped = dropped[1:]
    return [list(desk.chance.choice(desk.openings)), *dropped]


def _reordered(desk: _Desk, given: Paragraphs) -> Paragraphs:
    return desk.chance.sample(given, len(given))


def _scanned(desk: _Desk, given: Paragraphs) -> Paragraphs:
    return [_misread(one, 0.1, desk.chance) for one in given]


def _all_at_once(desk: _Desk, given: Paragraphs) -> Paragraphs:
    """A new lead, two thirds of what follows, a tenth of its words changed."""
    led = _with_new_lead(desk, given)
    return _with_words_changed(0.1)(desk, _first(led, sum(map(len, led)) * 2 // 3))


#: What is done to an article, by name; "merged" takes the first halves of two.
EDITS: Final[Mapping[str, Edit]] = {
    "reprinted": lambda _, given: given,
    "lightly edited": _with_words_changed(0.03),
    "15 % of words": _with_words_changed(0.15),
    "30 % of words": _with_words_changed(0.30),
    "cut to half": _halved,
    "new lead": _with_new_lead,
    "re-ordered": _reordered,
    "scanned": _scanned,
    "lead, cut and edits": _all_at_once,
}
MERGED: Final = "merged"


def originals(paths: Sequence[Path], part: str) -> list[tuple[str, str]]:
    """(outlet, text) of the half of the news that is for a part, without those that are reprints of another."""
    mine = [path for number, path in enumerate(sorted(paths)) if number % 2 == (part == "test")]
    texts = {path: path.read_text("utf-8") for path in mine}
    shingles = {path: set(_shingled(text)) for path, text in texts.items()}
    holders: defaultdict[int, list[Path]] = defaultdict(list)
    for path, held in shingles.items():
        for one in held:
            holders[one].append(path)
    shared = Counter[tuple[Path, Path]]()
    for together in holders.values():
        if 1 < len(together) <= 20:
            shared.update((left, right) for at, left in enumerate(together) for right in together[at + 1 :])
    twins = {
        right
        for (left, right), count in shared.items()
        if count > 0.1 * min(len(shingles[left]), len(shingles[right]))
    }
    return [(path.name.split("_")[0], texts[path]) for path in mine if path not in twins]


def _shingled(text: str) -> Iterator[int]:
    words = text.lower().split()
    for at in range(len(words) - 4):
        yield hash(tuple(words[at : at + 5]))


def reprints(news: Sequence[tuple[str, str]], texts: Sequence[str], seed: int) -> Corpus:
    """Each of the `news`; of three in five one to four reprints, one edit each; each outlet has its notice."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    chain, rows = Chain(texts), np.random.RandomState(seed)
    desk = _Desk(chance, list(chain.runs(20, 500, rows).ravel()), chain.runs(200, PASSAGE, rows).tolist())
    outlets = sorted({outlet for outlet, _ in news})
    notices = dict(zip(outlets, chain.runs(len(outlets), 50, rows).tolist(), strict=True))
    bodies = [[line.split() for line in text.split("\n") if line.split()] for _, text in news]
    made: list[tuple[str, Paragraphs, frozenset[int], str]] = []
    for number, (outlet, _) in enumerate(news):
        made.append((outlet, bodies[number], frozenset({number}), ""))
        for _reprint in range(chance.randint(1, 4) if chance.random() < 0.6 else 0):
            kind = chance.choice([*EDITS, MERGED])
            if kind == MERGED:
                other = chance.randrange(len(news))
                halves = [_halved(desk, bodies[one]) for one in (number, other)]
                made.append((chance.choice(outlets), halves[0] + halves[1], frozenset({number, other}), kind))
            else:
                edited = EDITS[kind](desk, bodies[number])
                made.append((chance.choice(outlets), edited, frozenset({number}), kind))
    chance.shuffle(made)
    articles = [
        _article(f"n{at:05d}", "\n\n".join(" ".join(line) for line in (*body, notices[outlet])))
        for at, (outlet, body, _, _) in enumerate(made)
    ]
    return Corpus(
        tuple(articles),
        origins={article.id: one[2] for article, one in zip(articles, made, strict=True)},
        kinds={article.id: one[3] for article, one in zip(articles, made, strict=True)},
    )
