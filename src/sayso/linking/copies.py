"""Passages that stand in two articles: which words, which share, and who came first where the dates tell.

Theory, in the order of work: the fingerprints of all articles (`fingerprints.py`, over the words of
`wordforms.py`); articles with the same words, of which the first stands for all; pairs that hold the same
fingerprints (`candidates.py`); their passages, word by word (`alignments.py`); families of near copies
(`overlaps.py`).

What everybody shares joins nothing. Near copies, which share at least half of the shorter one, are a family; a
passage whose fingerprints mostly stand in more than FEW families is everybody's (an oath, a proverb, a copyright
notice) and counts only within a family. Families are counted, not articles, so one more reprint makes no passage
common. Of a fingerprint in a crowd of articles a sample is compared first: where it shows more than FEW families,
it is everybody's, and no more is compared; so a notice under half of all articles costs a few comparisons.

Nothing depends on the order of the articles: they are sorted by day and id first, and the earlier one of a pair, or
the one first by id, is on the left. An index of each half of a corpus, merged, gives what one index gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from sayso.linking.alignments import LEAST, Passage, Words, passages
from sayso.linking.candidates import CROWD, FEW, SAMPLED, Marks, common_marks, paired, starred
from sayso.linking.fingerprints import RUN, Index, indexed
from sayso.linking.overlaps import families, near_copies, overlaps
from sayso.linking.wordforms import Places, worded
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.origins import Copy, Overlap
from sayso.model.span import Ref, Span
from sayso.model.times import Interval

#: Pairs are compared in portions of this many, and of this many words, whose texts are read at a time.
_PAIRS: Final = 512
_WORDS: Final = 1_000_000


#: Holders of a fingerprint among whom more than FEW families mostly show; where not, all are asked.
_ENOUGH: Final = 64


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a corpus has in common: passages, articles that overlap, and families of near copies.

    `sizes` pairs each article's id with its number of words, in the order of the index. `overlaps` are told for
    pairs that were compared: k reprints of one report are k - 1 pairs, each with the first of them. `families` are
    all articles of which each is a near copy of another member, each family in id order, two
    members at least: any two members are near copies.
    """

    sizes: tuple[tuple[str, int], ...]
    copies: tuple[Copy, ...]
    overlaps: tuple[Overlap, ...]
    families: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Shared:
    """A passage of two articles, by their numbers, its fingerprints, and the Copy that it makes."""

    left: int
    right: int
    matched: int
    marks: tuple[int, ...]
    copy: Copy


@dataclass(frozen=True, slots=True)
class _Text:
    """An article's words, and where each starts and ends."""

    words: Words
    starts: Places
    ends: Places

    def span(self, first: int, last: int) -> Span:
        """The place of the words from `first` up to `last`."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))


@dataclass(frozen=True, slots=True)
class _Corpus:
    """Articles in the order of their index, where the fingerprints of each begin, and the arrays."""

    index: Index
    articles: Sequence[Article]
    begins: Sequence[int]
    hashes: npt.NDArray[np.uint64]
    places: npt.NDArray[np.uint32]

    def words(self, number: int) -> int:
        """How many words an article has."""
        return self.index.entries[number].words


def copies(pages: Iterable[Page]) -> tuple[Copy, ...]:
    """All passages shared by two articles outside their furniture, the earlier (or first) on the left; sorted."""
    return shared(_without_furniture(page) for page in pages)


def shared(articles: Iterable[Article]) -> tuple[Copy, ...]:
    """All passages that two of the articles share, by their plain texts; sorted."""
    return _found(_corpus(articles, None))


def compare(articles: Iterable[Article], index: Index | None = None) -> Comparison:
    """All that the articles of a corpus have in common, by their plain texts; for 100,000 articles and more.

    `index` is that of all the articles where it was made before, in parts or as a whole.
    """
    corpus = _corpus(articles, index)
    found = _found(corpus)
    sizes = tuple((entry.id, entry.words) for entry in corpus.index.entries)
    near = overlaps(found, dict(sizes))
    return Comparison(sizes, found, near, families(near))


def published(page: Page) -> Interval:
    """The days on which a page may have been published; open where nothing is known."""
    return _days(page.article)


def _days(article: Article) -> Interval:
    """The days on which an article may have been published; open where nothing is known."""
    return article.published.interval if article.published else Interval(None, None)


def _without_furniture(page: Page) -> Article:
    """The article of a page with blanks in place of its furniture, so that every other place stays."""
    text = page.article.text
    if not any(block.kind == "furniture" for block in page.blocks):
        return page.article
    pieces, at = [], 0
    for block in page.blocks:
        if block.kind != "furniture":
            pieces.append(" " * (block.span.start - at) + block.span.of(text))
            at = block.span.end
    return replace(page.article, text="".join(pieces) + " " * (len(text) - at))


def _corpus(articles: Iterable[Article], index: Index | None) -> _Corpus:
    """The articles, each id once, with their index."""
    given = list(articles)
    made = index or indexed(given)
    by_id = {article.id: article for article in reversed(given)}
    counts = [entry.marks for entry in made.entries]
    begins = [0, *np.cumsum(counts).tolist()] if counts else [0]
    return _Corpus(
        index=made,
        articles=[by_id[entry.id] for entry in made.entries],
        begins=begins,
        hashes=np.frombuffer(made.hashes, np.uint64),
        places=np.frombuffer(made.places, np.uint32),
    )


def _found(corpus: _Corpus) -> tuple[Copy, ...]:
    """The passages that the articles of a corpus share."""
    kept, same = _firsts(corpus.index)
    marks = common_marks(corpus.index, kept)
    sizes = np.diff(marks.bounds)
    wide = frozenset(marks.hashes[sizes > FEW].tolist())
    pairs = paired(marks)
    found = list(_compared(corpus, pairs, wide))
    family = _families(corpus, found)
    rest = _reprinted(marks, family)
    if len(rest):
        more = starred(marks, rest)
        found.extend(_compared(corpus, np.setdiff1d(more, pairs), wide))
        family = _families(corpus, found)
    strange = [one for one in found if family[one.left] != family[one.right]]
    common = _everybodys(marks, family, sorted({mark for one in strange for mark in one.marks}))
    result = list(_identical(corpus, same))
    result.extend(one.copy for one in found if family[one.left] == family[one.right])
    result.extend(one.copy for one in strange if not _mostly(one.marks, common))
    return tuple(sorted(result, key=lambda copy: (copy.left, copy.right)))


def _mostly(marks: Sequence[int], common: frozenset[int]) -> bool:
    """Whether most of `marks` are common."""
    return sum(mark in common for mark in marks) * 2 > len(marks)


def _firsts(index: Index) -> tuple[npt.NDArray[np.bool_], list[tuple[int, int]]]:
    """Which articles are to be compared, and (first, other) for each other article with the same words."""
    kept = np.zeros(len(index.entries), np.bool_)
    first: dict[tuple[int, int], int] = {}
    same: list[tuple[int, int]] = []
    for number, entry in enumerate(index.entries):
        if entry.words >= LEAST:
            known = first.setdefault((entry.words, entry.digest), number)
            kept[number] = known == number
            if known != number:
                same.append((known, number))
    return kept, same


def _compared(corpus: _Corpus, pairs: Places, wide: frozenset[int]) -> Iterator[_Shared]:
    """The passages of each pair (left * 2**32 + right), with their fingerprints where one of these is in `wide`."""
    for portion in _portions(corpus, [(pair >> 32, pair & 0xFFFFFFFF) for pair in pairs.tolist()]):
        texts = _texts(corpus, portion)
        for left, right in portion:
            ours, theirs = texts[left], texts[right]
            common = ours.words.marks.keys() & theirs.words.marks.keys()
            told = common if not wide.isdisjoint(common) else frozenset()
            for passage in passages(ours.words, theirs.words, common):
                marks = _inside(passage, ours.words, told)
                yield _Shared(
                    left, right, passage.matched, marks, _copy(corpus, (left, right), (ours, theirs), passage)
                )


def _inside(passage: Passage, ours: Words, common: Set[int]) -> tuple[int, ...]:
    """The fingerprints of `common` that lie in a passage."""
    return tuple(mark for mark in common if passage.left <= ours.marks[mark] <= passage.left_end - RUN)


def _portions(corpus: _Corpus, pairs: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The pairs in portions of at most _PAIRS, and of some _WORDS words."""
    portion: list[tuple[int, int]] = []
    held = 0
    for pair in pairs:
        if len(portion) == _PAIRS or held > _WORDS:
            yield portion
            portion, held = [], 0
        portion.append(pair)
        held += corpus.words(pair[1])
    if portion:
        yield portion


def _texts(corpus: _Corpus, pairs: Iterable[tuple[int, int]]) -> dict[int, _Text]:
    """The words and fingerprints of the articles of `pairs`."""
    numbers = sorted({number for pair in pairs for number in pair})
    read = worded([corpus.articles[number].text for number in numbers])
    # The highest 20 bits of a word's hash make one character of the planes above the surrogates.
    forms = ((read.forms >> np.uint64(44)) + np.uint64(0x10000)).astype("<u4").tobytes().decode("utf-32-le")
    made = {}
    bounds = read.bounds.tolist()
    for at, number in enumerate(numbers):
        begin, end = bounds[at], bounds[at + 1]
        rows = slice(corpus.begins[number], corpus.begins[number + 1])
        # Of a fingerprint that an article has several times the last place counts.
        marks = dict(zip(corpus.hashes[rows].tolist(), corpus.places[rows].tolist(), strict=True))
        made[number] = _Text(Words(forms[begin:end], marks), read.starts[begin:end], read.ends[begin:end])
    return made


def _copy(corpus: _Corpus, pair: tuple[int, int], texts: tuple[_Text, _Text], passage: Passage) -> Copy:
    """The Copy that a passage of two articles makes."""
    left, right = corpus.articles[pair[0]], corpus.articles[pair[1]]
    return Copy(
        left=Ref(left.id, texts[0].span(passage.left, passage.left_end)),
        right=Ref(right.id, texts[1].span(passage.right, passage.right_end)),
        share=round(passage.share, 4),
        earlier=_earlier(_days(left), _days(right)),
        words=passage.matched,
    )


def _identical(corpus: _Corpus, same: Sequence[tuple[int, int]]) -> Iterator[Copy]:
    """A Copy of all words for each article with the words of an earlier one."""
    for portion in _portions(corpus, same):
        texts = _texts(corpus, portion)
        for pair in portion:
            size = corpus.words(pair[0])
            yield _copy(corpus, pair, (texts[pair[0]], texts[pair[1]]), Passage(0, size, 0, size, size))


def _families(corpus: _Corpus, found: Iterable[_Shared]) -> npt.NDArray[np.int64]:
    """For each article a number that its family has in common."""
    matched: dict[tuple[int, int], int] = {}
    for one in found:
        matched[one.left, one.right] = matched.get((one.left, one.right), 0) + one.matched
    parent = list(range(len(corpus.articles)))
    for (left, right), words in matched.items():
        if near_copies(words, corpus.words(left), corpus.words(right)):
            low, high = sorted((_root(parent, left), _root(parent, right)))
            parent[high] = low
    return np.array([_root(parent, number) for number in range(len(parent))], np.int64)


def _root(parent: list[int], number: int) -> int:
    """The first member of a number's family; the way to it is halved."""
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _reprinted(marks: Marks, family: npt.NDArray[np.int64]) -> Places:
    """The marks of a crowd whose sampled holders belong to few families: not everybody's, so all are compared."""
    crowded = np.flatnonzero(np.diff(marks.bounds) > CROWD)
    return crowded[_homes(marks, family, crowded, SAMPLED) <= FEW]


def _everybodys(marks: Marks, family: npt.NDArray[np.int64], asked: Sequence[int]) -> frozenset[int]:
    """Those of the fingerprints `asked` that stand in more than FEW families."""
    chosen = np.flatnonzero(np.diff(marks.bounds) > FEW)
    chosen = chosen[np.isin(marks.hashes[chosen], np.array(asked, np.uint64))]
    common = _homes(marks, family, chosen, _ENOUGH) > FEW
    doubtful = np.flatnonzero(~common)
    common[doubtful] = _homes(marks, family, chosen[doubtful], len(family)) > FEW
    return frozenset(marks.hashes[chosen[common]].tolist())


def _homes(marks: Marks, family: npt.NDArray[np.int64], chosen: Places, most: int) -> Places:
    """In how many families the first `most` holders of each of the `chosen` marks are."""
    sizes = np.minimum(np.diff(marks.bounds)[chosen], most)
    owner = np.repeat(np.arange(len(chosen)), sizes)
    rows = marks.bounds[chosen][owner] + np.arange(len(owner)) - (np.cumsum(sizes) - sizes)[owner]
    distinct = np.unique(owner << 32 | family[marks.holders[rows]]) >> 32
    return np.bincount(distinct, minlength=len(chosen))


def _earlier(left: Interval, right: Interval) -> Literal["left", "right"] | None:
    """Which of two publications is surely the earlier one; None where the days do not tell."""
    if left.latest and right.earliest and left.latest < right.earliest:
        return "left"
    if right.latest and left.earliest and right.latest < left.earliest:
        return "right"
    return None
