"""Where the words of an index stand in their articles, and what characters stand for them; many texts at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.linking.anchors import Forms
from sayso.linking.fingerprints import FAR, Index
from sayso.linking.wordforms import Places


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """The words of all articles of an index: those of article n stand from bounds[n] to bounds[n + 1]."""

    bounds: Places
    forms: Forms
    steps: npt.NDArray[np.uint8]
    far_at: Places
    far: Places

    def written(self, number: int) -> str:
        """A character for each word of an article, the same for the same word."""
        return str(self.forms[self.bounds[number] : self.bounds[number + 1]].tobytes(), "utf-32-le")

    def spans(self, articles: Places, firsts: Places, ends: Places) -> tuple[list[int], list[int]]:
        """Where word firsts[n] of article articles[n] starts, and where the word before ends[n] ends."""
        asked, which = np.unique(articles, return_inverse=True)
        rows = [slice(2 * self.bounds[one], 2 * self.bounds[one + 1]) for one in asked.tolist()]
        steps = np.concatenate([self.steps[row] for row in rows]) if rows else self.steps[:0]
        reached = np.zeros(len(steps) + 1, np.int64)
        np.cumsum(steps, out=reached[1:])
        sizes = 2 * (self.bounds[asked + 1] - self.bounds[asked])
        before = np.cumsum(sizes) - sizes
        large = np.flatnonzero(steps == FAR)
        if len(large):
            owner = np.searchsorted(before, large, "right") - 1
            at = large - before[owner] + 2 * self.bounds[asked[owner]]
            more = np.zeros(len(steps), np.int64)
            more[large] = self.far[np.searchsorted(self.far_at, at)] - FAR
            reached[1:] += np.cumsum(more)
        begin = before[which]
        starts = reached[begin + 2 * firsts + 1] - reached[begin]
        return starts.tolist(), (reached[begin + 2 * ends] - reached[begin]).tolist()


def word_places(index: Index) -> WordPlaces:
    """The words of an index; its arrays are not copied."""
    steps = np.frombuffer(index.steps, np.uint8)
    return WordPlaces(
        bounds=np.cumsum([0, *(entry.words for entry in index.entries)]),
        forms=np.frombuffer(index.forms, "<u4"),
        steps=steps,
        far_at=np.flatnonzero(steps == FAR),
        far=np.frombuffer(index.far, "<i8"),
    )
