"""The gauge: which stretches it reads, whose words are whose, what it makes of a network's numbers."""

from __future__ import annotations

import string
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from sayso.annotating.quotes import quotations
from sayso.annotating.segment import sentences
from sayso.brain import gauge
from sayso.brain.features import FIRST, HINTS, LAST, MARKS, PADDING, UNKNOWN, Vocabulary, Window
from sayso.brain.gauge import GRADES, KINDS, LearnedGauge, Settings, seen
from sayso.brain.onnx import Numbers
from sayso.errors import ModelError
from sayso.model.ports import Passage, Said
from sayso.model.span import Span

LETTERS = string.ascii_lowercase
PIECES = Vocabulary([PADDING, UNKNOWN, FIRST, LAST, *LETTERS, *(f"##{letter}" for letter in LETTERS)])
HINT = MARKS.index(HINTS)


def passage(text: str) -> Passage:
    """A text as one paragraph."""
    whole = Span(0, len(text))
    return Passage(whole, "paragraph", sentences(text, whole), quotations(text, whole))


def place(text: str, words: str) -> Span:
    """Where some words stand."""
    return Span(text.index(words), text.index(words) + len(words))


class Scripted:
    """An encoder for which the word "fell" is an event, and whose kind for all words is given."""

    def __init__(self, kind: str) -> None:
        """The kind that wins."""
        self.kind = kind
        self.text = ""

    def run(self, windows: Sequence[Window]) -> list[Numbers]:
        """Grades of each word."""
        return [(self._grades(window),) for window in windows]

    def _grades(self, window: Window) -> np.ndarray:
        grades = np.zeros((len(window.words), len(GRADES)), np.float32)
        grades[:, 0], grades[:, 2], grades[:, 3] = 0.5, 0.9, -5
        for at, word in enumerate(window.words):
            if word.of(self.text) == "fell":
                grades[at, 3] = 5
        grades[:, 4 + KINDS.index(self.kind)] = 6
        return grades


def scripted(text: str, kind: str = "none", *, widen: float = 0.1) -> LearnedGauge:
    """A gauge without weights that reads `text`."""
    made, encoder = LearnedGauge(Path("nowhere")), Scripted(kind)
    encoder.text = text
    made.__dict__.update(vocabulary=PIECES, settings=Settings(widen, 1.0), encoder=encoder)
    return made


def test_only_sentences_in_which_something_is_said_are_read():
    """A stretch holds the sentences that one thing said touches, and no other."""
    text = "It rained. Ada said it fell. It went on. Bo left."
    said = Said(place(text, "Ada"), place(text, "said"), (place(text, "it fell"), place(text, "It went on")))
    (one,) = seen(text, [passage(text)], [said], PIECES)
    assert one.window.words[0].of(text) == "Ada"
    assert one.window.words[-1].of(text) == "."
    assert "Bo" not in {word.of(text) for word in one.window.words}


def test_who_says_what_is_marked():
    """Source, cue and content are the hints of their words."""
    text = "Ada said it fell."
    said = Said(place(text, "Ada"), place(text, "said"), (place(text, "it fell"),))
    (one,) = seen(text, [passage(text)], [said], PIECES)
    marks = [HINTS[one.window.marks[head][HINT]] for head in one.window.heads]
    assert marks == ["source", "cue", "content", "content goes on", "none"]


def test_what_is_said_inside_belongs_to_its_own_mouth():
    """The words of an inner statement are not the outer one's, where that has enough of its own."""
    text = "Ada said today that Bo warned of rain."
    outer = Said(place(text, "Ada"), place(text, "said"), (place(text, "today that Bo warned of rain"),))
    inner = Said(place(text, "Bo"), place(text, "warned of"), (place(text, "rain"),))
    (one,) = seen(text, [passage(text)], [outer, inner], PIECES)
    words = {number: [one.window.words[at].of(text) for at in places] for number, places in one.words}
    assert words == {0: ["said", "today", "that", "Bo"], 1: ["warned", "of", "rain"]}


def test_events_have_bounds_and_kinds_probabilities():
    """Bounds are widened and turned into probabilities; kinds sum to 1."""
    text = "Ada said it fell."
    said = Said(place(text, "Ada"), place(text, "said"), (place(text, "it fell"),))
    (grade,) = scripted(text, "denial").gauge(text, [passage(text)], [said])
    assert grade is not None
    (event,) = grade.events
    assert event.span.of(text) == "fell"
    assert (event.low, event.high) == (0.7, 1.0)
    kinds = dict(grade.kinds)
    assert sum(kinds.values()) == pytest.approx(1)
    assert max(kinds, key=kinds.__getitem__) == "denial"


def test_what_holds_no_word_has_no_grade():
    """Symbols that the vocabulary does not know, and a passage that is not there: None for each, in order."""
    text = "Ada said it fell.\n"
    elsewhere = Said(None, None, (Span(len(text) - 1, len(text)),))
    said = Said(place(text, "Ada"), place(text, "said"), (place(text, "it fell"),))
    grades = scripted(text).gauge(text, [passage(text.rstrip())], [elsewhere, said])
    assert grades[0] is None
    assert grades[1] is not None


def test_a_text_without_end_is_read_in_linear_time():
    """Thousands of things said in one paragraph are each read once."""
    text = "Ada said it fell. " * 2000
    said = [
        Said(Span(at, at + 3), Span(at + 4, at + 8), (Span(at + 9, at + 16),)) for at in range(0, len(text), 18)
    ]
    grades = scripted(text).gauge(text, [passage(text)], said)
    assert len(grades) == 2000
    assert all(grade and len(grade.events) == 1 for grade in grades)


@pytest.mark.parametrize("name", ["marks", "grades"])
def test_settings_of_other_grades_are_refused(name):
    """Weights made for other marks or kinds are named, not used."""
    data = {"marks": [list(values) for values in MARKS], "grades": list(GRADES), "widen": 0.1, "heat": 1.0}
    assert gauge.settings(data) == Settings(0.1, 1.0)
    with pytest.raises(ModelError, match=name):
        gauge.settings({**data, name: ["other"]})


@pytest.mark.skipif(not gauge.WEIGHTS.is_dir(), reason="no weights are shipped")
def test_the_shipped_weights_grade_alike_in_any_company():
    """A sentence has the same grade alone and behind others; and a negation is seen."""
    made = gauge.shipped()
    assert made is not None
    sentence = "The mayor said that the ferry did not sail."
    before = "It rained. Ada Lind warned that the wall had fallen. "
    alone, behind = sentence, before + sentence
    grades = []
    for text in (alone, behind):
        at = text.index("The mayor")
        said = Said(Span(at, at + 9), Span(at + 10, at + 14), (Span(at + 15, at + len(sentence) - 1),))
        (grade,) = made.gauge(text, [passage(text)], [said])
        assert grade is not None
        moved = [(event.span.start - at, event.low, event.high) for event in grade.events]
        grades.append((moved, grade.kinds))
    assert grades[0] == grades[1]
    ((_, _, high),) = grades[0][0]
    assert high < 0.5
