"""Passages that stand in two articles: which words, which share, and who came first where the dates tell.

Theory. Every run of RUN words is hashed; one hash in SAMPLE (by value, so the same in every text) is kept as a
fingerprint (Manber 1994; winnowing: Schleimer, Wilkerson and Aiken 2003). Articles that share a fingerprint are
candidates; a fingerprint in at most FEW articles makes each of their pairs one, a commoner one pairs each
article with the first of them only, so that two thousand reprints of one report cost two thousand comparisons
and not two million. Only candidates are compared word by word (Indel, the longest common subsequence), around
the places where their fingerprints lie one behind the other, so moved paragraphs are found and memory stays
bounded.

What everybody shares joins nothing. Articles that share at least HALF of the shorter one are a family; a
passage whose fingerprints mostly stand in more than FEW families is everybody's (an oath, a proverb, a
copyright notice) and counts only within a family. Families are counted, not articles, so one more reprint makes
no passage common. Identical texts are found before anything is compared.

RUN 8 is what reprints are told apart by elsewhere; with SAMPLE 4 a passage of 25 shared words is missed once in
170 times; LEAST 20 words keeps two reports that quote one sentence from being called copies. Argued, not
fitted.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from sayso.linking.joins import Join, grouped
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.origins import Copy, Overlap, Relation
from sayso.model.span import Ref, Span
from sayso.model.times import Interval
from sayso.model.words import words

RUN = 8
SAMPLE = 4
FEW = 5
LEAST = 20
HALF = 0.5

#: Words between two shared fingerprints of one passage, and words looked at beyond its ends.
_GAP = 60
_BEYOND = 25

#: A passage is compared in pieces of at most this many words: 1,500 x 1,500 bits is a quarter of a megabyte.
_PIECE = 1_500

#: Share of the shorter passage's words that must be shared.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class _Text:
    """An article as words: numbers for words, their places, and its sampled fingerprints (hash to word index)."""

    article: Article
    forms: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    prints: dict[int, int]


@dataclass(frozen=True, slots=True)
class _Passage:
    """A Copy, the number of words that both articles have, and the fingerprints it was found by."""

    copy: Copy
    matched: int
    prints: tuple[int, ...]

    def common(self, marks: set[int]) -> bool:
        """Whether most of its fingerprints are among `marks`."""
        return sum(mark in marks for mark in self.prints) * 2 > len(self.prints)


def copies(pages: Sequence[Page]) -> tuple[Copy, ...]:
    """All passages shared by two articles, the earlier (or first in order) article on the left; sorted."""
    return _found([text for page in pages if len((text := _read(page)).forms) >= LEAST])


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a corpus has in common: passages, articles that overlap, and families of near copies.

    `sizes` pairs each article's id with its number of words, in id order. `overlaps` are told for pairs that were
    compared: k reprints of one report are k - 1 pairs, each with the first of them. `families` are all articles
    that share at least HALF of the shorter one with another member, each family in id order, two members at least:
    any two members are near copies.
    """

    sizes: tuple[tuple[str, int], ...]
    copies: tuple[Copy, ...]
    overlaps: tuple[Overlap, ...]
    families: tuple[tuple[str, ...], ...]


def compare(articles: Iterable[Article]) -> Comparison:
    """All that the articles of a corpus have in common, by their plain texts; for 100,000 articles and more."""
    texts = [_worded(article, [Span(0, len(article.text))] if article.text else []) for article in articles]
    sizes = {text.article.id: len(text.forms) for text in texts}
    found = _found([text for text in texts if len(text.forms) >= LEAST])
    near = overlaps(found, sizes)
    return Comparison(tuple(sorted(sizes.items())), found, near, families(near))


def shared(articles: Iterable[Article]) -> tuple[Copy, ...]:
    """All passages that two of the articles share, by their plain texts; sorted."""
    return compare(articles).copies


def overlaps(found: Iterable[Copy], sizes: Mapping[str, int]) -> tuple[Overlap, ...]:
    """For each pair of articles with a Copy how much they have in common; `sizes` gives each article's words."""
    pairs: dict[tuple[str, str], list[Copy]] = defaultdict(list)
    for copy in found:
        pairs[copy.left.article, copy.right.article].append(copy)
    made = []
    for (left, right), shared_by_both in sorted(pairs.items()):
        count = min(sum(copy.words for copy in shared_by_both), sizes[left], sizes[right])
        shares = count / sizes[left], count / sizes[right]
        made.append(
            Overlap(
                left,
                right,
                round(shares[0], 4),
                round(shares[1], 4),
                count,
                _relation(*shares),
                shared_by_both[0].earlier,
            )
        )
    return tuple(made)


def _relation(left: float, right: float) -> Relation:
    """What two shares make of a pair."""
    if min(left, right) == 1:
        return "same"
    if max(left, right) >= 0.95:
        return "cut"
    return "edited" if max(left, right) >= HALF else "passage"


def families(near: Iterable[Overlap]) -> tuple[tuple[str, ...], ...]:
    """The groups of two or more articles that share at least HALF of the shorter one with another member."""
    joins = [Join(pair.left, pair.right, 1.0, pair.relation) for pair in near if pair.relation != "passage"]
    ids = {end for join in joins for end in (join.left, join.right)}
    return grouped(ids, joins).members


def _found(texts: Sequence[_Text]) -> tuple[Copy, ...]:
    """The passages that the texts share."""
    firsts, found = _identical(texts)
    prints: dict[int, list[int]] = defaultdict(list)
    for index, text in enumerate(firsts):
        for mark in text.prints:
            prints[mark].append(index)
    pairs = [(left, right, _passages(firsts[left], firsts[right])) for left, right in sorted(_candidates(prints))]
    family = _families(firsts, pairs)
    common = {mark for mark, holders in prints.items() if len({family[index] for index in holders}) > FEW}
    for left, right, shared in pairs:
        kin = family[left] == family[right]
        found.extend(passage.copy for passage in shared if kin or not passage.common(common))
    return tuple(sorted(found, key=lambda copy: (copy.left, copy.right)))


def _families(texts: Sequence[_Text], pairs: Iterable[tuple[int, int, list[_Passage]]]) -> list[int]:
    """For each article the number of its family: those that share at least HALF of the shorter one."""
    joins = []
    for left, right, shared in pairs:
        words_shared = sum(passage.matched for passage in shared)
        if words_shared >= HALF * min(len(texts[left].forms), len(texts[right].forms)):
            joins.append(Join(str(left), str(right), 1.0, "copy"))
    home = [0] * len(texts)
    for number, members in enumerate(grouped(map(str, range(len(texts))), joins).members):
        for member in members:
            home[int(member)] = number
    return home


def _read(page: Page) -> _Text:
    """The words of a page outside its furniture."""
    text = page.article.text
    spans = (
        [b.span for b in page.blocks if b.kind != "furniture"]
        if page.blocks
        else [Span(0, len(text))]
        if text
        else []
    )
    return _worded(page.article, spans)


def _worded(article: Article, spans: Iterable[Span]) -> _Text:
    """The words of an article in `spans`."""
    forms: list[int] = []
    places: list[tuple[int, int]] = []
    for span in spans:
        for start, end, word in words(span.of(article.text)):
            forms.append(zlib.crc32(word.casefold().encode("utf-8", "surrogatepass")))
            places.append((span.start + start, span.start + end))
    prints: dict[int, int] = {}
    for index, mark in _sampled(forms):
        prints.setdefault(mark, index)
    return _Text(article, tuple(forms), tuple(places), prints)


def _sampled(forms: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(index, hash) of the sampled runs of RUN words, by a rolling polynomial hash."""
    base, modulus = 1_000_003, (1 << 61) - 1
    top = pow(base, RUN - 1, modulus)
    value = 0
    for index, form in enumerate(forms):
        if index >= RUN:
            value = (value - forms[index - RUN] * top) % modulus
        value = (value * base + form) % modulus
        if index >= RUN - 1 and (value >> 7) % SAMPLE == 0:
            yield index - RUN + 1, value


def _identical(texts: Iterable[_Text]) -> tuple[list[_Text], list[Copy]]:
    """The first of each set of articles with the same words, and a Copy from it to each other one."""
    firsts: dict[tuple[int, ...], _Text] = {}
    found: list[Copy] = []
    for text in texts:
        first = firsts.setdefault(text.forms, text)
        if first is not text:
            everything = (0, len(first.forms))
            found.append(_copy(first, text, (everything, everything), (1.0, len(first.forms))))
    return list(firsts.values()), found


def _candidates(prints: dict[int, list[int]]) -> set[tuple[int, int]]:
    """Pairs of articles that share a fingerprint; a common one pairs its first holder with each other."""
    pairs: set[tuple[int, int]] = set()
    for holders in prints.values():
        if len(holders) <= FEW:
            pairs.update((left, right) for at, left in enumerate(holders) for right in holders[at + 1 :])
        else:
            pairs.update((holders[0], other) for other in holders[1:])
    return pairs


def _passages(left: _Text, right: _Text) -> list[_Passage]:
    """The shared passages of two articles, long enough to count."""
    hits = sorted((at, right.prints[mark], mark) for mark, at in left.prints.items() if mark in right.prints)
    return [made for run in _runs(hits) if (made := _aligned(left, right, run))]


def _runs(hits: Sequence[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    """Shared fingerprints that lie one behind the other in both articles, one run after another."""
    run: list[tuple[int, int, int]] = []
    for hit in hits:
        near = run and hit[0] - run[-1][0] <= _GAP and 0 < hit[1] - run[-1][1] <= _GAP
        if run and (not near or hit[0] - run[0][0] > _PIECE or hit[1] - run[0][1] > _PIECE):
            yield run
            run = []
        run.append(hit)
    if run:
        yield run


def _aligned(left: _Text, right: _Text, run: Sequence[tuple[int, int, int]]) -> _Passage | None:
    """The passage around a run; None where too few words are shared."""
    a0, b0 = max(0, run[0][0] - _BEYOND), max(0, run[0][1] - _BEYOND)
    a1, b1 = run[-1][0] + RUN + _BEYOND, run[-1][1] + RUN + _BEYOND
    pieces = [op for op in Indel.opcodes(left.forms[a0:a1], right.forms[b0:b1]) if op.tag == "equal"]
    kept = [op for op in pieces if op.src_end - op.src_start >= 3] or pieces
    matched = sum(op.src_end - op.src_start for op in kept)
    if matched < LEAST:
        return None
    ours = (a0 + kept[0].src_start, a0 + kept[-1].src_end)
    theirs = (b0 + kept[0].dest_start, b0 + kept[-1].dest_end)
    share = matched / min(ours[1] - ours[0], theirs[1] - theirs[0])
    if share < _ALIKE:
        return None
    return _Passage(
        _copy(left, right, (ours, theirs), (min(1.0, share), matched)), matched, tuple(hit[2] for hit in run)
    )


def _copy(
    left: _Text, right: _Text, ranges: tuple[tuple[int, int], tuple[int, int]], shared: tuple[float, int]
) -> Copy:
    """A Copy between word ranges of two articles; `shared` is its share and its words."""
    ours, theirs = ranges
    return Copy(
        left=Ref(left.article.id, Span(left.places[ours[0]][0], left.places[ours[1] - 1][1])),
        right=Ref(right.article.id, Span(right.places[theirs[0]][0], right.places[theirs[1] - 1][1])),
        share=round(shared[0], 4),
        earlier=_earlier(_days(left.article), _days(right.article)),
        words=shared[1],
    )


def published(page: Page) -> Interval:
    """The days on which a page may have been published; open where nothing is known."""
    return _days(page.article)


def _days(article: Article) -> Interval:
    """The days on which an article may have been published; open where nothing is known."""
    return article.published.interval if article.published else Interval(None, None)


def _earlier(left: Interval, right: Interval) -> Literal["left", "right"] | None:
    """Which of two publications is surely the earlier one; None where the days do not tell."""
    if left.latest and right.earliest and left.latest < right.earliest:
        return "left"
    if right.latest and left.earliest and right.latest < left.earliest:
        return "right"
    return None
