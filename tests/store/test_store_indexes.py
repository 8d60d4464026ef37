"""Indexes on disk: what was kept comes back, and what is damaged or foreign is refused with a remedy."""

from __future__ import annotations

import io
import zipfile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import FormatError, StoreError
from sayso.store.indexes import load, save

ARRAYS = {"one": b"\0\1\2", "two": b""}


@pytest.fixture
def kept(tmp_path):
    """A file that holds two arrays."""
    path = tmp_path / "kept.npz"
    save(path, {"made": 3}, ARRAYS)
    return path


def test_what_was_kept_comes_back(kept):
    """Record and arrays are read as they were written, by NumPy too, and no other file is left."""
    record, arrays = load(kept, ARRAYS)
    assert (record["made"], arrays) == (3, ARRAYS)
    with np.load(kept, allow_pickle=False) as archive:
        assert archive["one"].tobytes() == ARRAYS["one"]
    assert list(kept.parent.iterdir()) == [kept]


def test_the_same_is_kept_byte_for_byte(kept, tmp_path):
    """Two files of one content are one and the same, whenever they were written."""
    save(tmp_path / "again.npz", {"made": 3}, ARRAYS)
    assert (tmp_path / "again.npz").read_bytes() == kept.read_bytes()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_is_told(tmp_path_factory, data):
    """A file cut anywhere, or with any byte changed, gives what was kept or a FormatError with the remedy."""
    path = tmp_path_factory.mktemp("damage") / "kept.npz"
    save(path, {"made": 3}, ARRAYS)
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    cut = data.draw(st.booleans())
    path.write_bytes(whole[:at] if cut else whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
    told = ""
    try:
        record, arrays = load(path, ARRAYS)
    except FormatError as error:
        told = str(error)
    assert (str(path) in told and "--save-index" in told) if told else (record["made"], arrays) == (3, ARRAYS)


def _archive(members, packing=zipfile.ZIP_STORED):
    """An archive of members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def _array(content):
    """Bytes as NumPy keeps an array of them."""
    file = io.BytesIO()
    np.save(file, np.frombuffer(content, np.uint8))
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"an article",
        _archive({}),
        _archive({"record.npy": _array(b"{}")}),
        _archive({"record.npy": _array(b"[" * 100_000)}),
        _archive({"record.npy": _array(b'{"format": "sayso-index/9"}')}),
        _archive({"record.npy": _array(b'{"format": "sayso-index/1"}')}),
        _archive({"record.npy": _array(b"0" * 1_000_000)}, zipfile.ZIP_DEFLATED),
        _archive(
            {"record.npy": b"\x93NUMPY\1\0\x76\0" + b"{'descr': '|O', 'fortran_order': False, 'shape': (1,), }"}
        ),
    ],
    ids=["empty", "text", "no member", "no format", "deep", "other format", "no arrays", "packed", "objects"],
)
def test_foreign_files_are_refused(tmp_path, content):
    """What is no index of this version is a FormatError, whatever it is."""
    path = tmp_path / "foreign.npz"
    path.write_bytes(content)
    with pytest.raises(FormatError, match=r"foreign\.npz"):
        load(path, ["one"])


def test_what_cannot_be_read_or_written_is_told(tmp_path):
    """A file that is not there, and a folder that is none, are StoreErrors."""
    with pytest.raises(StoreError, match="nowhere"):
        load(tmp_path / "nowhere.npz", [])
    with pytest.raises(StoreError, match="nofolder"):
        save(tmp_path / "nofolder" / "kept.npz", {}, ARRAYS)
