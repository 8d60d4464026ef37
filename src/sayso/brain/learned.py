"""The learned tagger: windows -> numbers -> attributions, each with the probability that it is right.

Theory. A paragraph is read on its own, so that a reprinted one is read alike wherever it stands: first by the
rules, whose findings are hints for the network, then by the network. merging.py makes one reading of the two, and
joining.py joins what runs on over paragraphs. A stretch inside a content is read as a paragraph of its own,
if it has a word of saying. A paragraph that was read before, in whichever text, is not read again (recall.py).
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from sayso.brain.decoding import EVIDENCE, Found, Reading, Tables, readings, tables_of
from sayso.brain.features import MARKS, Vocabulary, Window, of_sketch
from sayso.brain.joining import joined
from sayso.brain.labels import LABELS, ROLES
from sayso.brain.merging import Heard, merged
from sayso.brain.onnx import Encoder, text_of, vocabulary_in
from sayso.brain.recall import Cut, Recall, cut, shifted
from sayso.brain.sketches import LEARNED, Sketch, Told, sketched
from sayso.brain.verbs import TELLING
from sayso.errors import ModelError
from sayso.model.ports import Attribution, Passage

WEIGHTS = Path(__file__).with_name("weights") / "tagger-en"
_WORD = re.compile(r"[a-z’']+")
#: Windows computed at a time: a text without end needs no memory without end (2 KB a word of theirs are kept).
_TOGETHER = 128


@dataclass(frozen=True, slots=True)
class Settings:
    """What belongs to a network beside its encoder: its tables, the calibration of its scores, and the threshold.

    The probability of an attribution is the logistic of `bias` plus the sum of `weights` times its evidence, in the
    order of decoding.EVIDENCE. Attributions below `threshold` are not given.
    """

    tables: Tables
    bias: float
    weights: tuple[float, ...]
    threshold: float

    def probability(self, evidence: Sequence[float]) -> float:
        """How probable it is that an attribution with this evidence is right, in (0, 1)."""
        total = self.bias + sum(weight * value for weight, value in zip(self.weights, evidence, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def settings(data: Mapping[str, Any]) -> Settings:
    """The settings in a decoded settings.json; ModelError where they were made for other labels, roles or marks."""
    alphabet = {"labels": list(LABELS), "roles": list(ROLES), "marks": [list(values) for values in MARKS]}
    for name, ours in {**alphabet, "evidence": list(EVIDENCE)}.items():
        if data.get(name) != ours:
            raise ModelError(f"the weights were made for other {name}; use the weights that came with this version")
    return Settings(tables_of(data), data["bias"], tuple(data["weights"]), data["threshold"])


class LearnedTagger:
    """Tags with a small network; satisfies model.ports.Tagger. Its weights are loaded at the first text."""

    name = "learned"

    def __init__(self, folder: Path) -> None:
        """`folder` holds the model, its vocabulary and its settings."""
        self.folder = folder
        self._recall: Recall[Heard] = Recall()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The base model's pieces."""
        return vocabulary_in(self.folder)

    @cached_property
    def settings(self) -> Settings:
        """The network's tables, calibration and threshold."""
        return settings(json.loads(text_of(self.folder / "settings.json")))

    @cached_property
    def encoder(self) -> Encoder:
        """The network itself."""
        return Encoder(self.folder)

    def tag(self, text: str, passages: Sequence[Passage]) -> tuple[Attribution, ...]:
        """Attributions with their cue in one of `passages`, in text order, with the probability of being right."""
        inside = [passage for passage in passages if passage.inner]
        outside = [passage for passage in passages if not passage.inner]
        deeper = (one for each in self.heard(text, inside) for one in merged(text, each))
        found = [*self.outermost(text, outside), *self._given(deeper)]
        return tuple(sorted(found, key=lambda one: (one.cue or one.content[0], one.content)))

    def outermost(self, text: str, passages: Sequence[Passage]) -> list[Attribution]:
        """What network and rules find together, joined over passages."""
        return self._given(joined(text, ((one, merged(text, one)) for one in self.heard(text, passages))))

    @staticmethod
    def _given(found: Iterable[Told]) -> list[Attribution]:
        return [
            Attribution(one.source, one.cue, tuple(sorted(one.content)), one.score) for one in found if one.content
        ]

    def heard(self, text: str, passages: Sequence[Passage]) -> Iterator[Heard]:
        """Each passage as the rules and the network read it."""
        waiting: list[tuple[Passage, Cut]] = []
        known: dict[Cut, Heard] = {}
        fresh: dict[Cut, tuple[Sketch, list[Window]]] = {}
        size = 0
        for passage in passages:
            alone = cut(text, passage)
            waiting.append((passage, alone))
            if alone in known or alone in fresh:
                continue
            if before := self._recall.get(alone):
                known[alone] = before
                continue
            fresh[alone] = self._seen(alone)
            size += len(fresh[alone][1])
            if size >= _TOGETHER:
                known |= self._heard(fresh)
                yield from (_moved(known[each], one) for one, each in waiting)
                waiting, known, fresh, size = [], {}, {}, 0
        known |= self._heard(fresh)
        yield from (_moved(known[each], one) for one, each in waiting)

    def _seen(self, alone: Cut) -> tuple[Sketch, list[Window]]:
        """What the rules make of a passage, and the windows of it that the network should read."""
        sketch = sketched(*alone)
        return sketch, of_sketch(alone[0], sketch, self.vocabulary) if _may_tell(alone[0], sketch) else []

    def _heard(self, fresh: Mapping[Cut, tuple[Sketch, Sequence[Window]]]) -> dict[Cut, Heard]:
        """The passages as the network reads their windows."""
        read = self._readings([window for _, seen in fresh.values() for window in seen])
        found: dict[Cut, Heard] = {}
        for alone, (sketch, seen) in fresh.items():
            mine = [next(read) for _ in seen]
            told = [self._told(one) for reading in mine for one in reading.found]
            loose = tuple(span for reading in mine for span in reading.loose)
            kept = tuple(one for one in told if one.score >= self.settings.threshold)
            found[alone] = Heard(sketch, kept, loose)
            self._recall.keep(alone, found[alone])
        return found

    def _readings(self, seen: Sequence[Window]) -> Iterator[Reading]:
        for at in range(0, len(seen), _TOGETHER):
            some = seen[at : at + _TOGETHER]
            yield from readings(some, self.encoder.run(some), self.settings.tables)

    def _told(self, one: Found) -> Told:
        return Told(one.source, one.cue, one.content, self.settings.probability(one.evidence), LEARNED)


def _moved(heard: Heard, passage: Passage) -> Heard:
    """What was heard in a passage cut out, at the place of `passage`."""
    by = passage.span.start - heard.sketch.passage.span.start
    sketch = heard.sketch
    told = tuple(_moved_one(one, by) for one in sketch.told)
    moved = Sketch(passage, told, shifted(sketch.alone, by), sketch.quotation)
    return Heard(moved, tuple(_moved_one(one, by) for one in heard.told), shifted(heard.loose, by))


def _moved_one(one: Told, by: int) -> Told:
    source = one.source.shifted(by) if one.source else None
    return replace(one, source=source, cue=one.cue.shifted(by), content=shifted(one.content, by))


def _may_tell(text: str, sketch: Sketch) -> bool:
    """Whether the network should read a passage: any but a stretch inside a content that has no word of saying.

    On the development passages this spares four in ten stretches and one in fifty of the statements inside.
    """
    if not sketch.passage.inner or sketch.told:
        return True
    return any(word in TELLING for word in _WORD.findall(sketch.passage.span.of(text).lower()))


def shipped() -> LearnedTagger:
    """The tagger with the weights that come with Sayso."""
    return LearnedTagger(WEIGHTS)
