"""Tests of the learned tagger: groups, settings, thresholds; and, where weights are there, what it reads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from sayso.brain import learned
from sayso.brain.decoding import EVIDENCE
from sayso.brain.features import MARKS, Vocabulary, Window
from sayso.brain.labels import BUCKETS, LABELS, LINK, MOST_BETWEEN, ROLES
from sayso.brain.onnx import MODEL, Numbers
from sayso.errors import ModelError
from sayso.model.ports import Attribution, Passage
from sayso.model.span import Span

needs_weights = pytest.mark.skipif(
    not (learned.WEIGHTS / MODEL).exists(), reason="the weights of the learned tagger are not in this checkout"
)


def passages(text: str, *, inner: bool = False) -> tuple[Passage, ...]:
    """Every line as a paragraph of one sentence, “…” as quotations."""
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        span = Span(at, at + len(line.rstrip("\n")))
        first, last = text.find("“", span.start, span.end), text.rfind("”", span.start, span.end)
        quoted = (Span(first, last + 1),) if 0 <= first < last else ()
        if len(span):
            found.append(Passage(span, "paragraph", (span,), quoted, inner))
        at += len(line)
    return tuple(found)


def words(text: str, found: Sequence[Attribution]) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    """Findings as (source, cue, contents) in words."""
    return [
        (
            one.source.of(text) if one.source else None,
            one.cue.of(text) if one.cue else None,
            tuple(piece.of(text) for piece in one.content),
        )
        for one in found
    ]


def data(**changes: object) -> dict[str, object]:
    """What a settings.json holds, with changes."""
    kept = {
        "labels": list(LABELS),
        "roles": list(ROLES),
        "marks": [list(values) for values in MARKS],
        "evidence": list(EVIDENCE),
        "steps": [[0.0] * len(LABELS)] * len(LABELS),
        "nothing": [0.0, 0.0],
        "apart": [[[0.0] * (MOST_BETWEEN + 1)] * BUCKETS] * 2,
        "bias": 0.0,
        "weights": [1.0] * len(EVIDENCE),
        "threshold": 0.2,
    }
    return {**kept, **changes}


class Scripted:
    """An encoder that labels three words of each window: source, cue, content."""

    def __init__(self) -> None:
        """Nothing has been asked yet."""
        self.asked: list[int] = []

    def run(self, windows: Sequence[Window]) -> list[Numbers]:
        """Scores that make the first word the source, the second the cue, the third the content."""
        self.asked.append(len(windows))
        return [self._numbers(len(window.words)) for window in windows]

    def _numbers(self, size: int) -> Numbers:
        scores = np.zeros((size, len(LABELS)), np.float32)
        scores[:, 0] = 5
        for at, kind in enumerate(("source", "cue", "content")[:size]):
            scores[at, LABELS.index(f"single {kind}")] = 10
        vectors = np.zeros((size, 2 * len(ROLES) * LINK), np.float32)
        vectors[:] = 1
        return scores, vectors


def scripted(**changes: object) -> tuple[learned.LearnedTagger, Scripted]:
    """A tagger without weights, and its encoder."""
    tagger, encoder = learned.LearnedTagger(Path("nowhere")), Scripted()
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *"abcdefghijklmnopqrstuvwxyz"]
    tagger.__dict__["vocabulary"] = Vocabulary(pieces)
    tagger.__dict__["settings"] = learned.settings(data(**changes))
    tagger.__dict__["encoder"] = encoder
    return tagger, encoder


def test_what_the_network_finds_is_given_with_its_probability() -> None:
    """An attribution has its source, cue and content, and a score in (0, 1)."""
    tagger, _ = scripted()
    text = "Ada quacks loudly\n"
    (found,) = tagger.tag(text, passages(text))
    assert words(text, [found]) == [("Ada", "quacks", ("loudly",))]
    assert 0 < found.score < 1


def test_what_is_less_probable_than_the_threshold_is_left_out() -> None:
    """The threshold of the settings decides."""
    tagger, _ = scripted(bias=-20.0)
    text = "Ada quacks loudly\n"
    assert tagger.tag(text, passages(text)) == ()


def test_long_texts_are_computed_in_groups() -> None:
    """No call of the network sees more windows than go together, and the findings are those of each line alone."""
    tagger, encoder = scripted()
    text = "".join(f"Ada quacks{' ' * number}loudly\n" for number in range(1, 401))
    found = tagger.tag(text, passages(text))
    assert len(found) == 400
    assert max(encoder.asked) <= 128
    assert sum(encoder.asked) == 400


def test_a_repeated_paragraph_is_read_once() -> None:
    """A line that stands many times, in two texts, is given to the network once and found at every place."""
    tagger, encoder = scripted()
    text = "Ada quacks loudly\n" * 300
    found = tagger.tag(text, passages(text))
    again = tagger.tag(f" \n{text}", passages(f" \n{text}"))
    assert encoder.asked == [1]
    assert words(text, found) == [("Ada", "quacks", ("loudly",))] * 300
    assert [one.cue for one in again] == [one.cue.shifted(2) for one in found if one.cue]


def test_one_long_paragraph_is_computed_in_groups_too() -> None:
    """A paragraph of thousands of words is read in parts."""
    tagger, encoder = scripted()
    text = "said " * 35_000
    tagger.tag(text, passages(text))
    assert max(encoder.asked) <= 128


def test_stretches_inside_contents_are_read_as_paragraphs_are() -> None:
    """An inner passage reaches the network where it has a word of saying."""
    tagger, encoder = scripted()
    text = "Ada warned loudly\n"
    (found,) = tagger.tag(text, passages(text, inner=True))
    assert words(text, [found]) == [("Ada", "warned", ("loudly",))]
    assert encoder.asked == [1]
    silent = "Ada quacks loudly\n"
    assert tagger.tag(silent, passages(silent, inner=True)) == ()


def test_text_without_words_needs_no_network() -> None:
    """Nothing but symbols the vocabulary has no piece for, or no passage at all: nothing is found."""
    tagger, encoder = scripted()
    assert tagger.tag("", ()) == ()
    assert not encoder.asked


@pytest.mark.parametrize("name", ["labels", "roles", "marks", "evidence"])
def test_settings_of_other_labels_are_refused(name: str) -> None:
    """Weights made for another alphabet are named, not used."""
    with pytest.raises(ModelError, match=name):
        learned.settings(data(**{name: ["other"]}))


def test_probability_stays_between_nought_and_one() -> None:
    """Even evidence of minus infinity gives a number."""
    one = learned.settings(data())
    assert 0 < one.probability([-1e9] * 6) < one.probability([0.0] * 6) < 1


def test_missing_weights_say_what_to_do(tmp_path: Path) -> None:
    """A folder without weights is a ModelError that names the file and a remedy."""
    with pytest.raises(ModelError, match=r"vocabulary\.txt.*install"):
        learned.LearnedTagger(tmp_path).tag("Ada said so.\n", passages("Ada said so.\n"))


#: text; findings that must be among those given.
READ = [
    ("Ada Lind said that the dam is safe.", ("Ada Lind", "said", ("that the dam is safe",))),
    ("“The dam is safe,” Lind said.", ("Lind", "said", ("“The dam is safe,”",))),
    ("Ines Falk has not ruled it out.", ("Ines Falk", "has not ruled", ("it",))),
    ("The palace brushed the report aside.", ("The palace", "brushed", ("the report",))),
    (
        "The bridge will open in May, Ada Lind said.\n",
        ("Ada Lind", "said", ("The bridge will open in May",)),
    ),
]


@needs_weights
@pytest.mark.parametrize(("text", "expected"), READ)
def test_shipped_weights_read_plain_sentences(
    text: str, expected: tuple[str | None, str | None, tuple[str, ...]]
) -> None:
    """Whatever the weights, plain speech and refusals are found."""
    assert expected in words(text, learned.shipped().tag(text, passages(text)))


@needs_weights
def test_speech_goes_on_over_paragraphs() -> None:
    """A colon hands over, and a quotation goes on, across lines."""
    text = "Ada Lind said:\n“The dam is safe.”\n“Nobody needs to leave.”\n"
    found = words(text, learned.shipped().tag(text, passages(text)))
    assert [one[2] for one in found if one[1] == "said"] == [("“The dam is safe.”", "“Nobody needs to leave.”")]


@needs_weights
def test_a_paragraph_is_read_alike_in_any_company() -> None:
    """The same line gives the same findings and the same bits alone, first, last, and among many."""
    tagger = learned.shipped()
    line = "The regulator, Piet Holl said, will not confirm that the licence was lost.\n"
    other = "Rain fell on the quay.\nOrr expects the boats to stay, according to Lind.\n"
    alone = tagger.tag(line, passages(line))
    assert alone
    for before, after in (("", other), (other, ""), (other * 70, other)):
        text = before + line + after
        start = len(before)
        found = [
            (one.cue.start - start, one.score)
            for one in tagger.tag(text, passages(text))
            if one.cue and start <= one.cue.start < start + len(line)
        ]
        assert found == [(one.cue.start, one.score) for one in alone if one.cue]


@needs_weights
@pytest.mark.parametrize(
    "text",
    [
        "said " * 800,
        "“Ada said ”" * 150,
        "““““““" * 300 + " said Ada",
        "😀" * 500,
        "قالت ادا إن السد آمن " * 50,
        "a\u200b\u0301\r\tsaid\u200f b" * 100,
        "x" * 20_000,
        "Ada: “No.” " * 100,
    ],
)
def test_odd_texts_are_read_to_the_end(text: str) -> None:
    """Whatever the text, all spans lie in it and none is empty."""
    for one in learned.shipped().tag(text, passages(text.replace("\n", " "))):
        for span in (*one.content, *((one.cue,) if one.cue else ()), *((one.source,) if one.source else ())):
            assert 0 <= span.start < span.end <= len(text)
