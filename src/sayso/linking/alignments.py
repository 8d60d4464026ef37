"""The passages that two articles share, told word by word around the fingerprints they share.

Theory. Blocks of equal words (`anchors.py`) that lie one behind the other in both articles are chained, at most GAP
words apart, so a moved paragraph is a chain of its own. Between two blocks the articles are aligned by the longest
common subsequence (bit-parallel, Hyyrö 2004, in rapidfuzz: a microsecond for 40 words, a hundred for 740), and so
are the ends of a chain. A common subsequence also strings together the small words of unrelated text, so passages
are the stretches of highest score: a word that both have counts one, a word that only one has counts one against
(the longer side of a gap), and a stretch ends where it has lost DROP below its best. Text with a third of its words
changed scores 0.4 a word, unrelated text -0.4.

Work is linear in the length of the passages, and no stretch that is aligned is longer than GAP and TIGHT words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Indel, LCSseq

from sayso.linking.anchors import GAP
from sayso.linking.fingerprints import RUN

#: Words looked at beyond the ends of a chain: four times the mean distance of its fingerprints (where edits are
#: many, fingerprints are few), within these bounds; the first SINGLE where there is but one.
LEAST_BEYOND: Final = 40
MOST_BEYOND: Final = 200
SINGLE: Final = 100

#: Words up to the next block that are aligned together with what lies behind it: one call for several short gaps.
TIGHT: Final = 24

#: Equal words that no alignment of what is around them could better.
SOLID: Final = 12

#: Stretches of more words than this, of which not one in five is in both, are not aligned but at their edges.
BRIEF: Final = 16

#: Score that a passage may lose, in words, before it ends.
DROP: Final = 30

#: A passage needs this many words in common, and a run of EVIDENT of them.
LEAST: Final = 25
EVIDENT: Final = 4

#: Chains that are followed at a time; a text that repeats itself opens more, and the oldest are closed.
_OPEN: Final = 8

#: (word of the left article, word of the right article, words from there, and how many of these differ).
Match = tuple[int, int, int, int]
#: The same with the number of fingerprints in it.
Block = tuple[int, int, int, int, int]


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


def passages(left: str, right: str, blocks: Sequence[Block]) -> list[Passage]:
    """The passages that two articles share, by their place on the left; a character stands for each word."""
    found: list[Passage] = []
    for chain in sorted(_chains(blocks), key=_words, reverse=True):
        if not (found and len(chain) == 1 and _told(chain[0], found)):
            found.extend(_along(left, right, chain))
    return _apart(found, len(left), len(right)) if len(found) > 1 else found


def _words(chain: Sequence[Block]) -> int:
    """The words in the blocks of a chain."""
    return sum([block[2] for block in chain])


def _told(block: Block, found: Iterable[Passage]) -> bool:
    """Whether a block lies in a passage already told, on either side: words that an article says twice."""
    a, b, size = block[:3]
    return size < LEAST and any(
        (one.left <= a and a + size <= one.left_end) or (one.right <= b and b + size <= one.right_end)
        for one in found
    )


def _chains(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks that lie one behind the other in both articles; each in the chain it departs from least."""
    done: list[list[Block]] = []
    live: list[list[Block]] = []
    chain: list[Block] = []
    for block in blocks:
        if not chain or not _follows(chain[-1], block):
            chain = _nearest(live, block)
            if not chain:
                live.append(chain)
            if len(live) > _OPEN:
                done.append(live.pop(0))
        chain.append(block)
    return done + live


def _follows(last: Block, block: Block) -> bool:
    """Whether a block lies on the diagonal of the last one, near by."""
    return block[1] - last[1] == block[0] - last[0] and block[0] - last[0] - last[2] <= GAP - RUN


def _nearest(live: Iterable[list[Block]], block: Block) -> list[Block]:
    """The chain that a block departs from least; a new one where none comes near."""
    best: list[Block] = []
    least = GAP + 1
    for chain in live:
        a, b, size = chain[-1][:3]
        ahead, aside = block[0] - a - size + RUN, block[1] - b - size + RUN
        if ahead <= GAP and 0 < aside <= GAP and abs(ahead - aside) < least:
            best, least = chain, abs(ahead - aside)
    return best


def _along(left: str, right: str, chain: Sequence[Block]) -> Iterator[Passage]:
    """The passages along a chain."""
    first, last = chain[0], chain[-1]
    hits = sum([block[4] for block in chain])
    beyond = SINGLE
    if hits > 1:
        apart = 4 * (last[0] + last[2] - RUN - first[0]) // (hits - 1)
        beyond = min(max(LEAST_BEYOND, apart), MOST_BEYOND)
    ours, theirs = max(0, first[0] - beyond), max(0, first[1] - beyond)
    matches: list[Match] = []
    for block in chain:
        a, b, size, miss, _ = block
        if a - ours < TIGHT and size < SOLID and block is not first:
            continue
        over = max(ours - a, theirs - b, 0)
        if over >= size:
            continue
        a, b, size, miss = a + over, b + over, size - over, min(miss, size - over - 1)
        _align(matches, (left, ours, a), (right, theirs, b))
        _append(matches, (a, b, size, miss))
        ours, theirs = a + size, b + size
    # Blocks at the end that were left for later lie within what is aligned now.
    _align(
        matches,
        (left, ours, min(len(left), last[0] + last[2] + beyond)),
        (right, theirs, min(len(right), last[1] + last[2] + beyond)),
    )
    yield from _scored(matches)


def _align(matches: list[Match], ours: tuple[str, int, int], theirs: tuple[str, int, int]) -> None:
    """Put the matches of the longest common subsequence of two stretches, (text, first, end), behind `matches`."""
    left, a, a_end = ours
    right, b, b_end = theirs
    if a >= a_end or b >= b_end or (a_end - a == 1 == b_end - b and left[a] != right[b]):
        return
    one, other = left[a:a_end], right[b:b_end]
    if len(one) > BRIEF and len(other) > BRIEF and 5 * LCSseq.similarity(one, other) < min(len(one), len(other)):
        _edges(matches, ours, theirs)
        return
    found = [(a + it.a, b + it.b, it.size, 0) for it in Indel.editops(one, other).as_matching_blocks() if it.size]
    if found:
        # Only the first can touch what is there.
        _append(matches, found[0])
        matches += found[1:]


def _edges(matches: list[Match], ours: tuple[str, int, int], theirs: tuple[str, int, int]) -> None:
    """Of two stretches that have hardly a word in common, the equal words at their beginning and end."""
    left, a, a_end = ours
    right, b, b_end = theirs
    first, last, most = 0, 0, min(a_end - a, b_end - b)
    while first < most and left[a + first] == right[b + first]:
        first += 1
    while first + last < most and left[a_end - last - 1] == right[b_end - last - 1]:
        last += 1
    if first:
        _append(matches, (a, b, first, 0))
    if last:
        _append(matches, (a_end - last, b_end - last, last, 0))


def _append(matches: list[Match], more: Match) -> None:
    """Put a match behind `matches`, joining the two where they touch."""
    if matches:
        a, b, size, miss = matches[-1]
        if a + size == more[0] and b + size == more[1]:
            matches[-1] = (a, b, size + more[2], miss + more[3])
            return
    matches.append(more)


def _scored(matches: Sequence[Match]) -> Iterator[Passage]:
    """The stretches of highest score, with enough words in common."""
    first = last = score = best = 0
    ours, theirs = (matches[0][0], matches[0][1]) if matches else (0, 0)
    for at, (a, b, size, miss) in enumerate(matches):
        ahead, aside = a - ours, b - theirs
        score -= max(aside, ahead)
        if score <= 0 or best - score > DROP:
            if best >= EVIDENT:
                yield from _enough(matches[first : last + 1])
            first = last = at
            score = best = 0
        score += size - 2 * miss
        ours, theirs = a + size, b + size
        if score > best:
            best, last = score, at
    yield from _enough(matches[first : last + 1])


def _enough(stretch: Sequence[Match]) -> Iterator[Passage]:
    """The passage over a stretch, where it is one."""
    matched = sum([match[2] - match[3] for match in stretch])
    if matched >= LEAST and max(match[2] for match in stretch) >= EVIDENT:
        (a, b, _, _), (c, d, size, _) = stretch[0], stretch[-1]
        yield Passage(a, c + size, b, d + size, matched)


def _apart(found: Sequence[Passage], left: int, right: int) -> list[Passage]:
    """Passages that do not mostly repeat a larger one on either side; articles of `left` and `right` words."""
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
