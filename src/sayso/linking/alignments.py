"""The passages that two articles share, told word by word around the fingerprints they share.

Theory. Shared fingerprints that lie one behind the other in both articles are chained, at most GAP words apart, so
a moved paragraph is a chain of its own. Along a chain the two articles are aligned by the longest common
subsequence (bit-parallel, Hyyrö 2004, in rapidfuzz: 20 microseconds for 600 words), in pieces of at most PIECE
words cut at fingerprints, where both texts agree. A common subsequence also strings together the small words of
unrelated text, so passages are the stretches of highest score: a word that both have counts one, a word that only
one has counts one against (the longer side of a gap), and a stretch ends where it has lost DROP below its best.
Text with a third of its words changed scores 0.4 a word, unrelated text -0.4.

Memory is that of one piece (PIECE² bits) and one number a word. Work is linear in the length of the passages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Indel

from sayso.linking.fingerprints import RUN

#: Words between two shared fingerprints of one chain.
GAP: Final = 300

#: Words looked at beyond the ends of a chain: four times the mean distance of its fingerprints (where edits are
#: many, fingerprints are few), within these bounds; the first SINGLE where there is but one.
LEAST_BEYOND: Final = 40
MOST_BEYOND: Final = 200
SINGLE: Final = 100

#: A chain is aligned in pieces of at most this many words: 1,500 x 1,500 bits is a quarter of a megabyte.
PIECE: Final = 1_500

#: Score that a passage may lose, in words, before it ends.
DROP: Final = 30

#: A passage needs this many words in common, and a run of EVIDENT of them.
LEAST: Final = 25
EVIDENT: Final = 4

#: Of more than twice as many shared fingerprints these, or a quarter, are enough to chain.
ANCHORS: Final = 40

#: Chains that are followed at a time; a text that repeats itself opens more, and the oldest are closed.
_OPEN: Final = 8

#: (word of the left article, word of the right article, how many words from there are the same).
Match = tuple[int, int, int]
Hit = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """An article's words as a string of one character each, and its fingerprints with one place of each."""

    forms: str
    marks: Mapping[int, int]


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of the left article from `left` to `left_end`, the same of the right; `matched` are in both."""

    left: int
    left_end: int
    right: int
    right_end: int
    matched: int

    @property
    def share(self) -> float:
        """The share of the shorter passage's words that the other has too."""
        return min(1.0, self.matched / min(self.left_end - self.left, self.right_end - self.right))


def passages(left: Words, right: Words, common: Set[int]) -> list[Passage]:
    """The passages that two articles share, by their place on the left; `common` are shared fingerprints."""
    # The lowest of evenly spread numbers lie all over the texts, and are the same in any order.
    used = common if len(common) <= 2 * ANCHORS else sorted(common)[: max(ANCHORS, len(common) // 4)]
    hits = sorted((left.marks[mark], right.marks[mark]) for mark in used)
    found = [passage for chain in _chains(hits) for passage in _along(left.forms, right.forms, chain)]
    return _apart(found, len(left.forms), len(right.forms))


def _chains(hits: Sequence[Hit]) -> list[list[Hit]]:
    """Hits that lie one behind the other in both articles; each hit in the chain it departs from least."""
    done: list[list[Hit]] = []
    live: list[list[Hit]] = []
    chain: list[Hit] = []
    for hit in hits:
        ahead = hit[0] - chain[-1][0] if chain else GAP + 1
        if ahead > GAP or hit[1] - chain[-1][1] != ahead:
            chain = _nearest(live, hit)
            if not chain:
                live.append(chain)
            if len(live) > _OPEN:
                done.append(live.pop(0))
        chain.append(hit)
    return done + live


def _nearest(live: Iterable[list[Hit]], hit: Hit) -> list[Hit]:
    """The chain that a hit departs from least; a new one where none comes near."""
    best: list[Hit] = []
    least = GAP + 1
    for chain in live:
        ahead, aside = hit[0] - chain[-1][0], hit[1] - chain[-1][1]
        if ahead <= GAP and 0 < aside <= GAP and abs(ahead - aside) < least:
            best, least = chain, abs(ahead - aside)
    return best


def _along(left: str, right: str, chain: Sequence[Hit]) -> Iterator[Passage]:
    """The passages along a chain."""
    apart = 4 * (chain[-1][0] - chain[0][0]) // (len(chain) - 1) if len(chain) > 1 else SINGLE
    beyond = min(max(LEAST_BEYOND, apart), MOST_BEYOND)
    start = max(0, chain[0][0] - beyond), max(0, chain[0][1] - beyond)
    end = min(len(left), chain[-1][0] + RUN + beyond), min(len(right), chain[-1][1] + RUN + beyond)
    matches: list[Match] = []
    for begin, stop in _pieces(chain, start, end):
        _append(matches, _aligned(left, right, begin, stop))
    yield from _scored(matches)


def _pieces(chain: Sequence[Hit], start: Hit, end: Hit) -> Iterator[tuple[Hit, Hit]]:
    """The stretch from start to end, cut at hits so that pieces stay below PIECE words."""
    begin, last = start, start
    for hit in chain:
        if last != begin and max(hit[0] - begin[0], hit[1] - begin[1]) > PIECE - MOST_BEYOND - RUN:
            yield begin, last
            begin = last
        last = hit
    yield begin, end


def _aligned(left: str, right: str, begin: Hit, stop: Hit) -> list[Match]:
    """The matches of the longest common subsequence of two stretches of text."""
    edits = Indel.editops(left[begin[0] : stop[0]], right[begin[1] : stop[1]])
    return [(begin[0] + m.a, begin[1] + m.b, m.size) for m in edits.as_matching_blocks() if m.size]


def _append(matches: list[Match], more: Sequence[Match]) -> None:
    """Put further matches behind `matches`, joining the two at the seam."""
    if matches and more:
        a, b, size = matches[-1]
        if (a + size, b + size) == more[0][:2]:
            matches[-1] = (a, b, size + more[0][2])
            more = more[1:]
    matches.extend(more)


def _scored(matches: Sequence[Match]) -> Iterator[Passage]:
    """The stretches of highest score, with enough words in common."""
    first = last = score = best = 0
    ours, theirs = (matches[0][0], matches[0][1]) if matches else (0, 0)
    for at, (a, b, size) in enumerate(matches):
        score -= max(a - ours, b - theirs)
        if score <= 0 or best - score > DROP:
            if best:
                yield from _enough(matches[first : last + 1])
            first = last = at
            score = best = 0
        score += size
        ours, theirs = a + size, b + size
        if score > best:
            best, last = score, at
    yield from _enough(matches[first : last + 1])


def _enough(stretch: Sequence[Match]) -> Iterator[Passage]:
    """The passage over a stretch, where it is one."""
    matched = sum(match[2] for match in stretch)
    if matched >= LEAST and any(match[2] >= EVIDENT for match in stretch):
        (a, b, _), (c, d, size) = stretch[0], stretch[-1]
        yield Passage(a, c + size, b, d + size, matched)


def _apart(found: Sequence[Passage], left: int, right: int) -> list[Passage]:
    """Passages that do not mostly repeat a larger one on either side; articles of `left` and `right` words."""
    if len(found) < 2:
        return list(found)
    ours, theirs = bytearray(left), bytearray(right)
    kept: list[Passage] = []
    for one in sorted(found, key=lambda passage: (-passage.matched, passage)):
        size, other = one.left_end - one.left, one.right_end - one.right
        if (
            ours.count(1, one.left, one.left_end) * 2 > size
            or theirs.count(1, one.right, one.right_end) * 2 > other
        ):
            continue
        ours[one.left : one.left_end] = b"\1" * size
        theirs[one.right : one.right_end] = b"\1" * other
        kept.append(one)
    return sorted(kept)
