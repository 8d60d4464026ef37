"""Passages that stand in two articles: which words, which share, and who came first where the dates tell.

Theory, in the order of work: the fingerprints of all articles (`fingerprints.py`, over the words of
`wordforms.py`); articles with the same words, of which the first stands for all; pairs that hold the same
fingerprints (`candidates.py`); where they do (`anchors.py`); their passages, word by word (`alignments.py`); near
copies (`overlaps.py`) and their families (`families.py`).

What everybody shares joins nothing. Near copies, which share at least half of the shorter one, are a family; a
passage whose fingerprints mostly stand in more than FEW families is everybody's (an oath, a proverb, a copyright
notice) and counts only within a family. Families are counted, not articles, so one more reprint makes no passage
common. Of a fingerprint in a crowd of articles a sample is compared first: where it shows more than FEW families,
it is everybody's, and no more is compared; so a notice under half of all articles costs a few comparisons.

No text is opened: all is read off the index, so that an index of texts that lie elsewhere will do.

Nothing depends on the order of the articles: they are sorted by day and id first, and the earlier one of a pair, or
the one first by id, is on the left. An index of each half of a corpus, merged, gives what one index gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from sayso.linking.alignments import LEAST, Passage, passages
from sayso.linking.anchors import Hits, Table, blocks, hits, ragged, tabled
from sayso.linking.candidates import CROWD, FEW, SAMPLED, Marks, common_marks, paired, starred
from sayso.linking.families import families
from sayso.linking.fingerprints import RUN, Entry, Index, indexed
from sayso.linking.overlaps import overlaps
from sayso.linking.wordforms import Places
from sayso.linking.wordplaces import WordPlaces, word_places
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.origins import Copy, Overlap
from sayso.model.span import Ref, Span
from sayso.model.times import Interval

#: Pairs are compared in portions with some so many words and fingerprints.
_WORDS: Final = 1_000_000

#: Articles with the words of an earlier one, told at a time.
_AT_A_TIME: Final = 2_000

_NONE: Final[Places] = np.empty(0, np.int64)

#: Holders of a fingerprint among whom more than FEW families mostly show; where not, all are asked.
_ENOUGH: Final = 64


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a corpus has in common: passages, articles that overlap, and families of near copies.

    `sizes` pairs each article's id with its number of words, in the order of the index. `overlaps` are told for
    pairs that were compared: k reprints of one report are k - 1 pairs, each with the first of them. `families` are
    articles of which each is a near copy of another member, each family in id order, two members at least; an
    article made of two others is in the families of both.
    """

    sizes: tuple[tuple[str, int], ...]
    copies: tuple[Copy, ...]
    overlaps: tuple[Overlap, ...]
    families: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Shared:
    """A passage of two articles, by their numbers, with its fingerprints, and the Copy that it makes."""

    left: int
    right: int
    marks: Places
    copy: Copy


@dataclass(frozen=True, slots=True)
class _Corpus:
    """An index, its words, and the fingerprints that several articles hold: as such, and by article."""

    index: Index
    words: WordPlaces
    marks: Marks
    table: Table
    same: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Homes:
    """The families, those of each article, and one number for each article: its first family, or its own.

    `near` is what they were told by.
    """

    near: tuple[Overlap, ...]
    families: tuple[tuple[str, ...], ...]
    held: dict[int, set[int]]
    first: npt.NDArray[np.int64]

    def together(self, left: int, right: int) -> bool:
        """Whether two articles are in one family."""
        return left in self.held and not self.held[left].isdisjoint(self.held.get(right, ()))


def copies(pages: Iterable[Page]) -> tuple[Copy, ...]:
    """All passages shared by two articles outside their furniture, the earlier (or first) on the left; sorted."""
    return shared(_without_furniture(page) for page in pages)


def shared(articles: Iterable[Article]) -> tuple[Copy, ...]:
    """All passages that two of the articles share, by their plain texts; sorted."""
    return compare(articles).copies


def compare(articles: Iterable[Article], index: Index | None = None) -> Comparison:
    """All that the articles of a corpus have in common, by their plain texts; for 100,000 articles and more.

    `index` is that of all the articles where it was made before, in parts or as a whole.
    """
    return compared(index or indexed(articles))


def compared(index: Index) -> Comparison:
    """All that the articles of an index have in common."""
    kept, same = _firsts(index)
    marks = common_marks(index, kept)
    corpus = _Corpus(index, word_places(index), marks, tabled(marks, len(index.entries)), same)
    sizes = {entry.id: entry.words for entry in index.entries}
    found, homes = _found(corpus, sizes)
    strange = [one for one in found if not homes.together(one.left, one.right)]
    common = _everybodys(marks, homes.first, np.unique(np.concatenate([one.marks for one in strange] or [_NONE])))
    everybodys = {id(one) for one in strange if 2 * common[one.marks].sum() > len(one.marks)}
    told = [one.copy for one in found if id(one) not in everybodys]
    told.sort(key=_place)
    near = overlaps(told, sizes) if everybodys else homes.near
    return Comparison(tuple(sizes.items()), tuple(told), near, homes.families)


def _place(copy: Copy) -> tuple[str, int, int, str, int, int]:
    """A Copy's two places, to sort by."""
    left, right = copy.left, copy.right
    return left.article, left.span.start, left.span.end, right.article, right.span.start, right.span.end


def published(page: Page) -> Interval:
    """The days on which a page may have been published; open where nothing is known."""
    return page.article.published.interval if page.article.published else Interval(None, None)


def by_day(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Pages by the day by which they were surely out, undated ones last, then by id: a guess never comes first."""
    return tuple(sorted(pages, key=lambda page: (published(page).latest or date.max, page.article.id)))


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


def _found(corpus: _Corpus, sizes: dict[str, int]) -> tuple[list[_Shared], _Homes]:
    """The passages that the articles of a corpus share, and their families."""
    pairs = paired(corpus.marks)
    found = [*_identical(corpus), *_compared(corpus, pairs)]
    homes = _families(corpus, found, sizes)
    crowds = _reprinted(corpus.marks, homes.first)
    if len(crowds):
        more = np.setdiff1d(starred(corpus.marks, crowds), pairs)
        if added := list(_compared(corpus, more)):
            found.extend(added)
            homes = _families(corpus, found, sizes)
    return found, homes


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


def _compared(corpus: _Corpus, pairs: Places) -> Iterator[_Shared]:
    """The passages of each pair (left * 2**32 + right)."""
    if not len(pairs):
        return
    lefts, rights = pairs >> 32, pairs & 0xFFFFFFFF
    bounds = corpus.words.bounds
    load = np.cumsum(bounds[rights + 1] - bounds[rights] + bounds[lefts + 1] - bounds[lefts])
    for at in np.split(np.arange(len(pairs)), np.flatnonzero(np.diff(load // (2 * _WORDS))) + 1):
        yield from _portion(corpus, lefts[at], rights[at])


def _portion(corpus: _Corpus, lefts: Places, rights: Places) -> Iterator[_Shared]:
    """The passages of the pairs (lefts[n], rights[n])."""
    words = corpus.words
    held = hits(corpus.table, lefts, rights)
    stretches = blocks(held, words.forms, (words.bounds[lefts], words.bounds[rights]))
    texts = {number: words.written(number) for number in np.union1d(lefts, rights).tolist()}
    found: list[tuple[int, Passage]] = []
    for at, (left, right) in enumerate(zip(lefts.tolist(), rights.tolist(), strict=True)):
        rows = stretches.rows[stretches.bounds[at] : stretches.bounds[at + 1]]
        found.extend((at, passage) for passage in passages(texts[left], texts[right], rows))
    if not found:
        return
    pair = np.array([at for at, _ in found])
    marks = _inside(corpus.marks, held, pair, [passage for _, passage in found])
    made = _copies(corpus, (lefts[pair], rights[pair]), [passage for _, passage in found])
    yield from map(_Shared, lefts[pair].tolist(), rights[pair].tolist(), marks, made)


def _inside(marks: Marks, held: Hits, pair: Places, found: Sequence[Passage]) -> list[Places]:
    """The fingerprints that lie in each passage; none where no more than FEW articles hold any of its pair's."""
    wide = np.diff(marks.bounds)[held.marks] > FEW
    wides = np.diff(np.concatenate(([0], np.cumsum(wide)))[held.bounds])[pair].tolist()
    made = []
    for number, passage, told in zip(pair.tolist(), found, wides, strict=True):
        rows = slice(held.bounds[number], held.bounds[number + 1] if told else held.bounds[number])
        first, last = (
            np.searchsorted(held.lefts[rows], (passage.left, passage.left_end - RUN + 1)) if told else (0, 0)
        )
        made.append(held.marks[rows][first:last] if told else _NONE)
    return made


def _copies(corpus: _Corpus, pairs: tuple[Places, Places], found: Sequence[Passage]) -> list[Copy]:
    """The Copies that passages of pairs of articles make."""
    places = np.array([(one.left, one.left_end, one.right, one.right_end) for one in found])
    sides = np.concatenate(pairs), np.concatenate((places[:, 0], places[:, 2]))
    starts, ends = corpus.words.spans(*sides, np.concatenate((places[:, 1], places[:, 3])))
    edges = starts[: len(found)], ends[: len(found)], starts[len(found) :], ends[len(found) :]
    made = []
    entries = corpus.index.entries
    for left, right, passage, a, b, c, d in zip(*(one.tolist() for one in pairs), found, *edges, strict=True):
        one, other = entries[left], entries[right]
        made.append(
            Copy(
                left=Ref(one.id, Span(a, b)),
                right=Ref(other.id, Span(c, d)),
                share=round(passage.share, 4),
                earlier=_earlier(one, other),
                words=passage.matched,
            )
        )
    return made


def _identical(corpus: _Corpus) -> Iterator[_Shared]:
    """A Copy of all words for each article with the words of an earlier one."""
    for first in range(0, len(corpus.same), _AT_A_TIME):
        pairs = np.array(corpus.same[first : first + _AT_A_TIME])
        sizes = [corpus.index.entries[number].words for number in pairs[:, 0].tolist()]
        found = [Passage(0, size, 0, size, size) for size in sizes]
        made = _copies(corpus, (pairs[:, 0], pairs[:, 1]), found)
        ends = zip(pairs[:, 0].tolist(), pairs[:, 1].tolist(), made, strict=True)
        yield from (_Shared(left, right, _NONE, copy) for left, right, copy in ends)


def _families(corpus: _Corpus, found: Iterable[_Shared], sizes: dict[str, int]) -> _Homes:
    """The families of near copies."""
    told = [one.copy for one in found]
    near = overlaps(told, sizes)
    together = families(near, told)
    member = {one for members in together for one in members}
    numbers = {entry.id: number for number, entry in enumerate(corpus.index.entries) if entry.id in member}
    held: dict[int, set[int]] = {}
    first = np.arange(len(corpus.index.entries))
    for family, members in enumerate(together, start=len(first)):
        for one in members:
            held.setdefault(numbers[one], set()).add(family)
    for number, several in held.items():
        first[number] = min(several)
    return _Homes(near, together, held, first)


def _reprinted(marks: Marks, family: npt.NDArray[np.int64]) -> Places:
    """The marks of a crowd whose sampled holders belong to few families: not everybody's, so all are compared."""
    crowded = np.flatnonzero(np.diff(marks.bounds) > CROWD)
    return crowded[_homes(marks, family, crowded, SAMPLED) <= FEW]


def _everybodys(marks: Marks, family: npt.NDArray[np.int64], asked: Places) -> npt.NDArray[np.bool_]:
    """For each mark whether it is one of those `asked` and stands in more than FEW families."""
    chosen = asked[np.diff(marks.bounds)[asked] > FEW]
    common = _homes(marks, family, chosen, _ENOUGH) > FEW
    doubtful = np.flatnonzero(~common)
    common[doubtful] = _homes(marks, family, chosen[doubtful], len(family)) > FEW
    made = np.zeros(len(marks.hashes), np.bool_)
    made[chosen[common]] = True
    return made


def _homes(marks: Marks, family: npt.NDArray[np.int64], chosen: Places, most: int) -> Places:
    """In how many families the first `most` holders of each of the `chosen` marks are."""
    owner, rows = ragged(marks.bounds[chosen], np.minimum(np.diff(marks.bounds)[chosen], most))
    distinct = np.unique(owner << 32 | family[marks.holders[rows]]) >> 32
    return np.bincount(distinct, minlength=len(chosen))


def _earlier(left: Entry, right: Entry) -> Literal["left", "right"] | None:
    """Which of two articles surely came out first; None where the days do not tell."""
    if left.day < right.since and left.day != date.max:
        return "left"
    if right.day < left.since and right.day != date.max:
        return "right"
    return None
