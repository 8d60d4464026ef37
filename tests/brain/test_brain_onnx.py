"""The tagger's network at run time: the same bits in any company, and clear words where it cannot run."""

from __future__ import annotations

import hashlib
import json
import pickle
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.brain import onnx
from sayso.brain.features import LONGEST_WINDOW, MARKS, Window
from sayso.brain.labels import LABELS, LINK, ROLES
from sayso.brain.onnx import MANIFEST, MODEL, ROOM, STEP, Encoder, Numbers, batches, padded
from sayso.errors import ModelError
from sayso.model.span import Span

WEIGHTS = sorted(path.parent for path in Path(onnx.__file__).with_name("weights").glob(f"tagger-*/{MODEL}"))
shipped = pytest.mark.skipif(not WEIGHTS, reason="no weights in this checkout; `make train` makes them")


def _window(length: int, seed: int = 0) -> Window:
    """A window of so many pieces, each word one piece, of no meaning."""
    chance = random.Random(f"{length} {seed}")  # noqa: S311 any numbers will do
    words = tuple(Span(3 * i, 3 * i + 2) for i in range(length - 2))
    pieces = (101, *(chance.randrange(1000, 20_000) for _ in words), 102)
    row = (0,) * len(MARKS)
    marks = (row, *(tuple(chance.randrange(len(values)) for values in MARKS) for _ in words), row)
    return Window(words, pieces, tuple(range(1, length - 1)), marks)


def _same(left: list[Numbers], right: list[Numbers]) -> bool:
    return all(
        a.tobytes() == b.tobytes() for x, y in zip(left, right, strict=True) for a, b in zip(x, y, strict=True)
    )


def _folder(at: Path, model: bytes, sha256: str | None = None) -> Path:
    (at / MODEL).write_bytes(model)
    digest = hashlib.sha256(model).hexdigest() if sha256 is None else sha256
    (at / MANIFEST).write_text(json.dumps({"files": {MODEL: digest}}), "utf-8")
    return at


@settings(deadline=None)
@given(st.lists(st.integers(3, LONGEST_WINDOW), max_size=30))
def test_windows_of_one_padded_length_share_a_batch(lengths):
    """Every window is in one batch, batches hold one padded length only, and no more pieces than there is room."""
    windows = [Window((), (1,) * length, (), ((0,) * len(MARKS),) * length) for length in lengths]
    found = list(batches(windows))
    assert sorted(i for places in found for i in places) == list(range(len(windows)))
    for places in found:
        shape = padded([windows[i] for i in places])["pieces"].shape
        assert {-(-lengths[i] // STEP) * STEP for i in places} == {shape[1]}
        assert shape[0] * shape[1] <= ROOM


def test_padding_is_zero():
    """Pieces and marks stand at the beginning of their rows, and zeros behind them."""
    given = padded([_window(9), _window(16)])
    assert given["pieces"].shape == (2, 16)
    assert given["marks"].shape == (2, 16, len(MARKS))
    assert given["pieces"][0, :9].tolist() == list(_window(9).pieces)
    assert not given["pieces"][0, 9:].any()
    assert not given["marks"][0, 9:].any()


@shipped
@pytest.mark.parametrize("threads", [1, 2])
def test_company_changes_no_bit(threads):
    """A window gets the same numbers alone as in any batch, in any order, on one thread or two."""
    lengths = [3, 8, 9, 16, 17, 40, 41, 42, 43, 48, 64, 65, 100, LONGEST_WINDOW]
    windows = [_window(length, seed) for seed in range(3) for length in lengths]
    together = Encoder(WEIGHTS[0]).run(windows)
    encoder = Encoder(WEIGHTS[0], threads=threads)
    some = range(0, len(windows), 3)
    assert _same([together[i] for i in some], [encoder.run([windows[i]])[0] for i in some])
    order = random.Random(2).sample(range(len(windows)), len(windows))  # noqa: S311 an order
    shuffled = dict(zip(order, encoder.run([windows[i] for i in order]), strict=True))
    assert _same(together, [shuffled[i] for i in range(len(windows))])


@shipped
def test_numbers_of_every_word():
    """A window gets a finite row of label scores and of link vectors for each word."""
    [(scores, vectors)] = Encoder(WEIGHTS[0]).run([_window(30)])
    assert scores.shape == (28, len(LABELS))
    assert vectors.shape == (28, 2 * len(ROLES) * LINK)
    assert np.isfinite(scores).all()
    assert np.isfinite(vectors).all()


@shipped
def test_marks_are_seen():
    """A window with other marks gets other numbers."""
    window = _window(30)
    bare = Window(window.words, window.pieces, window.heads, ((0,) * len(MARKS),) * 30)
    [(marked, _), (unmarked, _)] = Encoder(WEIGHTS[0]).run([window, bare])
    assert not np.array_equal(marked, unmarked)


@shipped
def test_travels_to_another_process():
    """An encoder that has run can be sent to a process of its own, and gives the same numbers there."""
    encoder = Encoder(WEIGHTS[0])
    here = encoder.run([_window(20)])
    assert _same(here, pickle.loads(pickle.dumps(encoder)).run([_window(20)]))  # noqa: S301 our own bytes


@shipped
def test_manifest_fits_what_is_shipped():
    """The shipped files are those of their manifest, and no more than 25 MB."""
    listed = json.loads((WEIGHTS[0] / MANIFEST).read_text("utf-8"))["files"]
    for name, digest in listed.items():
        assert hashlib.sha256((WEIGHTS[0] / name).read_bytes()).hexdigest() == digest, name
    assert sum(path.stat().st_size for path in WEIGHTS[0].iterdir()) <= 25_000_000


def test_no_window_needs_no_model(tmp_path):
    """Nothing is read for a text without a window."""
    assert Encoder(tmp_path / "nowhere").run([]) == []


def test_missing_weights(tmp_path):
    """A folder without a model is named, with what to do."""
    with pytest.raises(ModelError, match=r"cannot be read .*; .*--brain rules"):
        Encoder(tmp_path).run([_window(8)])


def test_damaged_weights(tmp_path):
    """A file that is not the one of the manifest is not run."""
    folder = _folder(tmp_path, b"not what was shipped", sha256="0" * 64)
    with pytest.raises(ModelError, match=r"damaged, .*; install Sayso anew"):
        Encoder(folder).run([_window(8)])


@pytest.mark.parametrize("manifest", ["", "[]", "{}", '{"files": {}}', '{"files": 1}', "\ufeff{"])
def test_damaged_manifest(tmp_path, manifest):
    """A manifest that does not list the model is named."""
    folder = _folder(tmp_path, b"")
    (folder / MANIFEST).write_text(manifest, "utf-8")
    with pytest.raises(ModelError, match=r"manifest\.json: does not list model\.onnx"):
        Encoder(folder).run([_window(8)])


def test_what_the_runtime_cannot_read(tmp_path):
    """A file that fits its manifest and is no model is named in one line."""
    with pytest.raises(ModelError, match=r"this onnxruntime cannot read it") as caught:
        Encoder(_folder(tmp_path, b"no model at all")).run([_window(8)])
    assert "\n" not in str(caught.value)


def test_missing_runtime(tmp_path, monkeypatch):
    """Where onnxruntime cannot be imported, the message says so and names the way out."""
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ModelError, match=r"needs onnxruntime .*; .*--brain rules"):
        Encoder(_folder(tmp_path, b"")).run([_window(8)])


def test_importing_loads_no_runtime():
    """The runtime is imported at the first window, not before."""
    code = "import sys, sayso.brain.onnx; print('onnxruntime' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
