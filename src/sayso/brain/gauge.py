"""How sure a holder is of what is said, and what kind of reply it is, by a small network.

Theory. A stretch is the sentences that one thing said, or several that share sentences, touch. The network reads
each stretch once, with source, cue and content of everything said marked on its words, and gives for each word
three quantiles of people's ratings of certainty, whether the word is an event, and a score for each kind of reply.
What is said has the kinds of its own words (cue and content, without what is said inside it) taken together, and an
event at each word of its content that may well be one.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from sayso.brain.features import MARKS, Vocabulary, Window, of_passage
from sayso.brain.onnx import Encoder, Floats, text_of, vocabulary_in
from sayso.errors import ModelError
from sayso.model.ports import Grade, Passage, Said
from sayso.model.span import Span, cover
from sayso.model.statements import Event

WEIGHTS = Path(__file__).with_name("weights") / "gauge-en"

#: A word whose score passes this is an event: one that is as likely as one in four. On UW's dev part 0 gives an r
#: that is 1.1 hundredths lower, -2 one that is 0.6 higher, with more events that are none.
_EVENT = -1.0
#: Words that are enough to tell what kind of reply they are.
_FEW = 3
#: Words whose grades are kept for reprints, of 60 bytes each and some 200 for the window.
_KEPT = 65_536
#: What a reply may be; the first is an ordinary statement.
KINDS = (
    "none", "denial", "denial of discussion", "denial of knowledge", "not ruled out", "denial of plans",
    "denial for now", "denial in place", "dismissal of rumours", "no comment",
)  # fmt: skip
#: What the network gives for a word: certainty at three quantiles, event or not, then one score a kind.
GRADES = ("low", "middle", "high", "event", *KINDS)


@dataclass(frozen=True, slots=True)
class Seen:
    """A window, and of each thing said in it (by its number) the words that are its own."""

    window: Window
    words: tuple[tuple[int, tuple[int, ...]], ...]


def seen(
    text: str,
    passages: Sequence[Passage],
    said: Sequence[Said],
    vocabulary: Vocabulary,
    *,
    everything: bool = False,
) -> Iterator[Seen]:
    """The windows of all stretches in which something is said; of all sentences where `everything` is asked for."""
    held = _by_passage(passages, said)
    for place, passage in enumerate(passages):
        mine = [(cover(parts), (number, parts)) for number, parts in held[place]]
        stretches = list(_stretches(passage, [whole for whole, _ in mine], everything=everything))
        starts = [stretch.span.start for stretch in stretches]
        inside: dict[int, Held] = defaultdict(list)
        for whole, one in mine:
            inside[max(0, bisect_right(starts, whole.start) - 1)].append(one)
        for number, stretch in enumerate(stretches):
            its = sorted(inside[number], key=lambda one: -sum(map(len, one[1])))  # inner marks come last and stay
            told = [(said[n].source, said[n].cue, said[n].content) for n, _ in its]
            windows = of_passage(text, stretch, told, vocabulary)
            for window, parts in zip(windows, _by_window(windows, its), strict=True):
                yield Seen(window, tuple(_own_words(window, parts)))


Held = list[tuple[int, tuple[Span, ...]]]


def _by_passage(passages: Sequence[Passage], said: Sequence[Said]) -> dict[int, Held]:
    """For each passage what stands in it: numbers of things said, with their cue and content there."""
    starts = [passage.span.start for passage in passages]
    parts: dict[int, dict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for number, one in enumerate(said):
        for part in (*((one.cue,) if one.cue else ()), *one.content):
            place = bisect_right(starts, part.start) - 1
            if place >= 0 and passages[place].span.overlaps(part):
                parts[place][number].append(part)
    return defaultdict(
        list, {place: [(n, tuple(some)) for n, some in held.items()] for place, held in parts.items()}
    )


def _by_window(windows: Sequence[Window], its: Held) -> list[Held]:
    """For each window of a stretch what stands in it."""
    starts = [window.words[0].start for window in windows]
    found: list[dict[int, list[Span]]] = [defaultdict(list) for _ in windows]
    for number, parts in its:
        for part in parts:
            at = max(0, bisect_right(starts, part.start) - 1)
            while at < len(windows) and starts[at] < part.end:
                found[at][number].append(part)
                at += 1
    return [[(number, tuple(parts)) for number, parts in one.items()] for one in found]


def _stretches(passage: Passage, held: Sequence[Span], *, everything: bool) -> Iterator[Passage]:
    """Runs of a passage's sentences that something said holds together."""
    ends = [0] * len(passage.sentences)
    starts = [sentence.start for sentence in passage.sentences]
    touched = [everything] * len(passage.sentences)
    for span in held:
        first = max(0, bisect_right(starts, span.start) - 1)
        last = max(first, bisect_left(starts, span.end) - 1)
        ends[first] = max(ends[first], last)
        touched[first : last + 1] = [True] * (last + 1 - first)
    opened = [quote.start for quote in passage.quotations]
    closed = [quote.end for quote in passage.quotations]
    at = 0
    while at < len(starts):
        last, index = at, at
        while index <= last:
            last = max(last, ends[index])
            index += 1
        if touched[at]:
            span = Span(passage.sentences[at].start, passage.sentences[last].end)
            quoted = passage.quotations[bisect_right(closed, span.start) : bisect_left(opened, span.end)]
            yield Passage(span, passage.kind, passage.sentences[at : last + 1], quoted)
        at = last + 1


def _own_words(window: Window, its: Held) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Of each thing said the words of its cue and content; without those inside it, where enough are left."""
    places = {number: _words_in(window, parts) for number, parts in its}
    for number, words in places.items():
        inside = {word for other, some in places.items() if other != number and some < words for word in some}
        own = words - inside
        if words:
            yield number, tuple(sorted(own if len(own) >= _FEW else words))


def _words_in(window: Window, parts: Sequence[Span]) -> set[int]:
    starts = [word.start for word in window.words]
    return {
        index for span in parts for index in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
    }


@dataclass(frozen=True, slots=True)
class Settings:
    """What belongs to the network beside its numbers.

    `widen` is added to both ends of a rating's bounds (on the scale from -1 to 1), `heat` divides the scores of
    kinds before they become probabilities; both are fitted on development data.
    """

    widen: float
    heat: float


def settings(data: Mapping[str, Any]) -> Settings:
    """The settings in a decoded settings.json; ModelError where they were made for other marks or grades."""
    for name, ours in {"marks": [list(values) for values in MARKS], "grades": list(GRADES)}.items():
        if data.get(name) != ours:
            raise ModelError(f"the weights were made for other {name}; use the weights that came with this version")
    return Settings(data["widen"], data["heat"])


class LearnedGauge:
    """Gauges with a small network; satisfies model.ports.Gauge. Its weights are loaded at the first text."""

    name = "learned"

    def __init__(self, folder: Path) -> None:
        """`folder` holds the model, its vocabulary and its settings."""
        self.folder = folder

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The base model's pieces."""
        return vocabulary_in(self.folder)

    @cached_property
    def settings(self) -> Settings:
        """What was fitted after training."""
        return settings(json.loads(text_of(self.folder / "settings.json")))

    @cached_property
    def encoder(self) -> Encoder:
        """The network itself."""
        return Encoder(self.folder, gives=("grades",), keeps=_KEPT)

    def gauge(self, text: str, passages: Sequence[Passage], said: Sequence[Said]) -> tuple[Grade | None, ...]:
        """One Grade for each thing said, in order; None for what holds no word."""
        told = list(seen(text, passages, said, self.vocabulary))
        rows: dict[int, list[tuple[Window, Floats, tuple[int, ...]]]] = defaultdict(list)
        for one, (grades,) in zip(told, self.encoder.run([each.window for each in told]), strict=True):
            for number, words in one.words:
                rows[number].append((one.window, grades, words))
        return tuple(self._grade(said[n], rows[n]) if n in rows else None for n in range(len(said)))

    def _grade(self, said: Said, rows: Sequence[tuple[Window, Floats, tuple[int, ...]]]) -> Grade:
        """What the words of one thing said, window by window, make of it."""
        scores = np.concatenate([grades[list(words), 4:] for _, grades, words in rows]).mean(0) / self.settings.heat
        shares = np.exp(scores - scores.max())
        kinds = tuple(zip(KINDS, (float(share) for share in shares / shares.sum()), strict=True))
        events = [event for row in rows for event in self._events(said, *row)]
        return Grade(tuple(events), kinds)

    def _events(self, said: Said, window: Window, grades: Floats, words: Sequence[int]) -> Iterator[Event]:
        """The events among the words of a content, each with its bounds."""
        for word in words:
            place = window.words[word]
            if grades[word, 3] > _EVENT and any(span.contains(place) for span in said.content):
                low, high = sorted((float(grades[word, 0]), float(grades[word, 2])))
                bounds = (low - self.settings.widen, high + self.settings.widen)
                yield Event(place, *(round(min(1.0, max(0.0, (1 + one) / 2)), 2) for one in bounds))


def shipped() -> LearnedGauge | None:
    """The gauge with the weights that come with Sayso."""
    return LearnedGauge(WEIGHTS) if WEIGHTS.exists() else None
