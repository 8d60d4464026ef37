"""Runs a network, an ONNX file: windows -> numbers of each word (a tagger's label scores and link vectors, say).

Theory. The same window gives the same bits alone, in any company, in any order and on any number of threads. Three
things see to that. A window is padded to a length that depends on it alone (the next multiple of STEP), and only
windows of one padded length share a batch. All dense layers multiply whole numbers (int8, static scales), where the
order of a sum makes no difference. What is left in float32 (normalisation, attention) is computed row by row. On
another kind of processor the float32 parts may differ in their last bits, and with them, rarely, a label.

The runtime is imported, and the file read, at the first window. Nothing is sent anywhere: the runtime opens no
connection, and its only telemetry (event tracing, in its Windows builds) is switched off.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from sayso.brain.features import MARKS, Vocabulary, Window
from sayso.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
#: Of one window, at its words' first pieces: one array [words, numbers] for each name that the network gives.
Numbers = tuple[Floats, ...]
#: What windows that read alike have in common: their pieces and marks.
Alike = tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]
#: What the tagger's network gives: scores [words, labels] and vectors [words, 2·roles·LINK].
TAGGER = ("scores", "vectors")

MODEL, VOCABULARY, MANIFEST = "model.onnx", "vocabulary.txt", "manifest.json"
#: Windows are padded to a multiple of this many pieces; 16 is 4 % slower, 4 no faster (batches get smaller).
STEP = 8
#: Pieces in a batch, padding included, where there are that many of a length; 256 and 1,024 are no faster.
ROOM = 512
_REMEDY = "install Sayso anew, or read with --brain rules"


class Encoder:
    """A network, read from a folder of weights at its first use.

    `folder` holds MODEL and MANIFEST, whose "files" give the sha256 of each file. `threads` is how many a batch may
    use; several processes of one thread are faster than several threads.
    """

    def __init__(self, folder: Path, *, gives: tuple[str, ...] = TAGGER, threads: int = 1, keeps: int = 0) -> None:
        """Nothing is read yet. `gives` are the names of the network's outputs.

        The numbers of so many words as `keeps` says are kept for windows that read like one before.
        """
        self.folder = folder
        self.gives = gives
        self.threads = threads
        self.keeps = keeps
        self._kept: dict[Alike, Numbers] = {}
        self._words = 0

    def __reduce__(self) -> tuple[Any, ...]:
        """The folder alone, so that a process of its own reads the model anew."""
        return _again, (self.folder, self.gives, self.threads, self.keeps)

    def run(self, windows: Sequence[Window]) -> list[Numbers]:
        """For each window, in order, its Numbers; windows that read alike are computed once.

        They take 2 KB a word; a text without end is better given in parts, which changes no bit. ModelError where
        the weights or the runtime are missing or damaged.
        """
        if not windows:
            return []
        alike = [(window.pieces, window.marks) for window in windows]
        first = dict(zip(reversed(alike), reversed(windows), strict=True))
        found = {key: self._kept[key] for key in first if key in self._kept}
        fresh = {key: window for key, window in first.items() if key not in found}
        if fresh:
            new = dict(zip(fresh, numbers(self._session, list(fresh.values()), self.gives), strict=True))
            self._keep(new)
            found |= new
        return [found[key] for key in alike]

    def _keep(self, new: Mapping[Alike, Numbers]) -> None:
        """Keep numbers while there is room, and else those alone that are new."""
        words = sum(len(made[0]) for made in new.values())
        if self._words + words > self.keeps:
            self._kept, self._words = {}, 0
        if words <= self.keeps:
            self._kept |= new
            self._words += words

    @cached_property
    def _session(self) -> InferenceSession:
        verify(self.folder, MODEL)
        return opened(self.folder / MODEL, threads=self.threads)


def opened(path: Path, *, threads: int = 1) -> InferenceSession:
    """A model file made ready to run; ModelError where the runtime is missing or cannot read it."""
    try:
        import onnxruntime  # noqa: PLC0415 some hundredths of a second that only a reader needs
    except ImportError as error:
        raise ModelError(f"the learned brain needs onnxruntime ({_line(error)}); {_REMEDY}") from error
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime raises a dozen kinds of its own, without a public base
        raise ModelError(f"{path}: this onnxruntime cannot read it ({_line(error)}); {_REMEDY}") from error


def numbers(session: InferenceSession, windows: Sequence[Window], gives: tuple[str, ...] = TAGGER) -> list[Numbers]:
    """What a network makes of each window, in order."""
    found: dict[int, Numbers] = {}
    for places in batches(windows):
        given = session.run(list(gives), padded([windows[i] for i in places]))
        for row, i in enumerate(places):
            heads = np.array(windows[i].heads)
            found[i] = tuple(each[row, heads] for each in given)
    return [found[i] for i in range(len(windows))]


def _again(folder: Path, gives: tuple[str, ...], threads: int, keeps: int) -> Encoder:
    return Encoder(folder, gives=gives, threads=threads, keeps=keeps)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def verify(folder: Path, name: str) -> None:
    """ModelError where a file of a folder of weights is missing or not the one of its manifest."""
    try:
        expected = json.loads((folder / MANIFEST).read_text("utf-8"))["files"][name]
        with (folder / name).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"{folder / name}: cannot be read ({error.strerror}); {_REMEDY}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{folder / MANIFEST}: does not list {name}; {_REMEDY}") from error
    if found != expected:
        raise ModelError(f"{folder / name}: damaged, its sha256 is not that of {MANIFEST}; {_REMEDY}")


def text_of(path: Path) -> str:
    """The text of a file of weights, as it was shipped; ModelError where it is missing or damaged."""
    verify(path.parent, path.name)
    return path.read_text("utf-8")


def vocabulary_in(folder: Path) -> Vocabulary:
    """The pieces that a folder of weights was made with; networks with the same pieces share one vocabulary."""
    return _vocabulary(text_of(folder / VOCABULARY))


@lru_cache(maxsize=2)
def _vocabulary(lines: str) -> Vocabulary:
    return Vocabulary(lines.rstrip("\n").split("\n"))


def batches(windows: Sequence[Window]) -> Iterator[list[int]]:
    """Places of windows that are computed together: all of one padded length, ROOM pieces at most or one window."""
    by_length: dict[int, list[int]] = defaultdict(list)
    for i, window in enumerate(windows):
        by_length[-(-len(window.pieces) // STEP) * STEP].append(i)
    for length, places in sorted(by_length.items()):
        size = max(1, ROOM // length)
        for at in range(0, len(places), size):
            yield places[at : at + size]


def padded(windows: Sequence[Window]) -> dict[str, Ints]:
    """Pieces [B, P] and marks [B, P, MARKS] of windows of one padded length."""
    length = -(-len(windows[0].pieces) // STEP) * STEP
    pieces = np.zeros((len(windows), length), np.int32)
    marks = np.zeros((len(windows), length, len(MARKS)), np.int32)
    for row, window in enumerate(windows):
        pieces[row, : len(window.pieces)] = window.pieces
        marks[row, : len(window.pieces)] = window.marks
    return {"pieces": pieces, "marks": marks}
