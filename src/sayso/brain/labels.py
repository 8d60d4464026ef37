"""The alphabet of a learned tagger: labels of words and which may follow which, roles of linked spans, distances.

A span's words are labelled begin, inside, end, or single where it is one word alone; all else is outside (BIOES;
Ratinov and Roth 2009, W09-1119). So a span's last word is told as firmly as its first. The order of LABELS and
ROLES is part of a model's weights: a change here needs new ones, and the settings beside the weights say so.
"""

from __future__ import annotations

from bisect import bisect_right

SPANS = ("source", "cue", "content")
PARTS = ("begin", "inside", "end", "single")
LABELS = ("outside", *(f"{part} {kind}" for kind in SPANS for part in PARTS))

_OPENS = frozenset(("begin", "inside"))


def _follows(left: str, right: str) -> bool:
    """Whether a word with the label `right` may stand after one with the label `left`."""
    left_part, _, left_kind = left.partition(" ")
    right_part, _, right_kind = right.partition(" ")
    if left_part in _OPENS:
        return right_kind == left_kind and right_part in {"inside", "end"}
    return right_part in {"outside", "begin", "single"}


#: ALLOWED[i][j]: label j may follow label i. STARTS, ENDS: a window may begin, end with it.
ALLOWED = tuple(tuple(_follows(left, right) for right in LABELS) for left in LABELS)
STARTS = tuple(label.split()[0] not in {"inside", "end"} for label in LABELS)
ENDS = tuple(label.split()[0] not in _OPENS for label in LABELS)

#: What a step that is not allowed, and a look at padding, cost: so much that they are never taken.
FORBIDDEN = -1e4

#: The parts a span can play in a link, each with a vector of LINK numbers.
ROLES = ("cue for source", "source", "cue for content", "content")
LINK = 64
_EDGES = (-30, -15, -8, -4, -2, -1, 0, 1, 2, 3, 5, 9, 16, 31)
BUCKETS = len(_EDGES) + 1
MOST_BETWEEN = 3


def bucket(words: int) -> int:
    """The class of a signed distance in words: negative where the other span stands before the cue."""
    return bisect_right(_EDGES, words)


def distance(cue: tuple[int, int], other: tuple[int, int]) -> int:
    """Words between a cue and another span (ranges of words, the end exclusive), negative where that comes first.

    0 where they overlap, 1 where the other span begins right behind the cue.
    """
    if other[0] >= cue[1]:
        return other[0] - cue[1] + 1
    if other[1] <= cue[0]:
        return other[1] - cue[0] - 1
    return 0
