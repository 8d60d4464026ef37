"""Bytes to text: what encoding a file is in, what must be said about it, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from sayso.errors import InputError
from sayso.model.notes import Note

_SAMPLE = 200_000  # bytes shown to the detector; more does not change its mind on running text
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "save its text as .txt (for instance with pdftotext) and give that"),
    (b"PK\x03\x04", "a ZIP archive or office document", "save it as plain text or unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an office document", "save it as plain text first"),
    (b"{\\rtf", "a rich text document", "save it as plain text first"),
    (b"\x89PNG", "a PNG image", "give the article's text"),
    (b"\xff\xd8\xff", "a JPEG image", "give the article's text"),
    (b"GIF8", "a GIF image", "give the article's text"),
    (b"RIFF", "an image, sound or film", "give the article's text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"),
    (b"\x7fELF", "a program", "give the article's text"),
    (b"bplist00", "a web archive", "save the page as HTML instead"),
    (b"SQLite format 3", "a database", "give the article's text (of a case: sayso show)"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\v\x1a\x1b")
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{2,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and the notes about how it was decoded."""

    text: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes, path: str, *, html: bool = False) -> Decoded:
    """The text of `data`, unchanged but for a byte-order mark; InputError where it is empty or no text."""
    _refuse(data, path)
    marked = _by_mark(data)
    if marked:
        return checked(marked, path)
    stated = _CHARSET.search(data[:4096]) if html else None
    if stated:
        decoded = _as_stated(data, stated.group(1).decode("ascii", "replace"))
        if decoded:
            return checked(decoded, path)
    return checked(_detected(data, path), path)


def _refuse(data: bytes, path: str) -> None:
    """InputError where `data` is empty or of a kind that holds no article text."""
    if not data:
        raise InputError(path, "the file is empty", "give a file that holds the article's text")
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            raise InputError(path, f"this is {what}, not text", remedy)
    head = data[:2000].lower()
    if b"mime-version:" in head and b"content-type: multipart/related" in head:
        raise InputError(path, "this is a web archive (MHTML)", "save the page as HTML instead")


def checked(decoded: Decoded, path: str) -> Decoded:
    """`decoded` itself; InputError where it holds no letter or is binary after all."""
    sample = decoded.text[:_SAMPLE]
    if "\0" in decoded.text:
        raise InputError(path, "the file is binary (it holds NUL bytes)", "give the article as plain text or HTML")
    held = sample.encode("utf-8", "surrogatepass")
    odd = len(held) - len(held.translate(None, _CONTROLS))
    if odd > 0.02 * len(sample):
        raise InputError(
            path, "the file is binary (it holds control bytes)", "give the article as plain text or HTML"
        )
    if not decoded.text.strip("\ufeff\u200b \t\r\n\f\v\u00a0"):
        raise InputError(path, "the file holds no text", "give a file that holds the article's text")
    return decoded


def _by_mark(data: bytes) -> Decoded | None:
    """`data` decoded as its byte-order mark says, or as UTF-16 without one; None where neither is so."""
    if data.startswith(codecs.BOM_UTF8):
        note = Note("R102", "The UTF-8 byte-order mark at the start of the file was dropped.")
        rest = data[len(codecs.BOM_UTF8) :]
        try:
            return Decoded(rest.decode("utf-8"), (note,))
        except UnicodeDecodeError:
            return Decoded(rest.decode("utf-8", "replace"), (note, _legacy("UTF-8 with damaged bytes")))
    for mark, name in ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32")):
        if data.startswith(mark):
            return _strict(data, name, "UTF-32")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16", "UTF-16")
    sample = data[:4000]
    for name, nul, other in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if sample[nul::2].count(0) > 0.4 * len(sample[nul::2]) and not sample[other::2].count(0):
            return _strict(data, name, "UTF-16")
    return None


def _strict(data: bytes, codec: str, name: str) -> Decoded | None:
    """`data` decoded without any error, or None."""
    try:
        return Decoded(data.decode(codec), (_legacy(name),))
    except (UnicodeDecodeError, LookupError):
        return None


def _as_stated(data: bytes, name: str) -> Decoded | None:
    """`data` decoded as the page itself states, or None where that fails."""
    try:
        codec = codecs.lookup(name).name
        codec = "utf-8" if codec.startswith("utf-16") else codec  # the statement was read as ASCII, so it errs
        text = data.decode("cp1252" if codec in {"iso8859-1", "ascii"} else codec)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None
    return Decoded(text, () if codec == "utf-8" else (_legacy(f"{name}, as the page states"),))


def _detected(data: bytes, path: str) -> Decoded:
    """`data` as UTF-8, as UTF-8 with a few damaged bytes, or in the legacy encoding that fits best."""
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if b"\0" in data[:_SAMPLE]:
        raise InputError(path, "the file is binary (it holds NUL bytes)", "give the article as plain text or HTML")
    mended = data.decode("utf-8", "replace")
    damaged = mended.count("\ufffd")
    whole = sum(char > "\x7f" for char in mended) - damaged
    if whole >= 3 * damaged:
        return Decoded(mended, (_legacy(f"UTF-8 with damaged bytes ({damaged}, shown as \ufffd)"),))
    return _guessed(data, path)


def _guessed(data: bytes, path: str) -> Decoded:
    """`data` in a legacy encoding; Windows-1252 where that fits as well as the detector's first choice."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - loads only where a file is not UTF-8

    matches = from_bytes(data[:_SAMPLE])
    best = matches.best()
    if best is None:
        raise InputError(path, "the file is no text in any known encoding", "save it as UTF-8 text and try again")
    names = [best.encoding]
    if any(
        "cp1252" in (match.encoding, *match.could_be_from_charset) and match.chaos <= best.chaos
        for match in matches
    ):
        names.insert(0, "cp1252")
    for name in names:
        try:
            return Decoded(data.decode(name), (_legacy(name),))
        except (UnicodeDecodeError, LookupError):
            continue
    return Decoded(data.decode(best.encoding, "replace"), (_legacy(f"{best.encoding} with damaged bytes"),))


def _legacy(name: str) -> Note:
    """The note that a file was not plain UTF-8."""
    return Note(
        "R101", f"The file was not UTF-8; it was decoded as {name}. If letters look wrong, save it as UTF-8."
    )
