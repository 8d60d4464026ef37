"""The words of a text as SQLite's FTS5 tells them apart, written in PostgreSQL's types for search.

So that a search finds the same in both stores, PostgreSQL's own parser, which depends on the server's locale and
takes addresses and hyphens for words of their own, is not asked: words are runs of letters and digits, lower case,
Latin letters without their accents ("unicode61 remove_diacritics 2"). tests/store holds the two against each other.

PostgreSQL's limits: a tsvector of 1 MB, positions to 16,383, 255 of them a word, a word of 2 kB. What is beyond is
cut: of a text with more different words than fit, the last ones are not found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from sayso.store.database import HIT

#: Bytes of words and places that are kept of one text; characters of a word; the last place; places of a word.
_ROOM: Final = 900_000
_LONGEST: Final = 200
_LAST: Final = 16_383
_MOST: Final = 255

_PLAIN: Final = re.compile("[a-z0-9]+")
_WORD: Final = re.compile("(?:[^\\W_]|[\ue000-\uf8ff])(?:[^\\W_]|[\ue000-\uf8ff\u0300-\u0331])*")
_MARKS: Final = re.compile("[\u0300-\u036f]+")


def words(text: str) -> Iterator[str]:
    """The words of a text in order, folded as they are compared."""
    if text.isascii():
        yield from (word[:_LONGEST] for word in _PLAIN.findall(text.lower()))
    else:
        yield from (_folded(word[:_LONGEST]) for word in _WORD.findall(text))


def vector(text: str) -> str:
    """A text as a literal of PostgreSQL's tsvector: each word once, with its places."""
    places: dict[str, list[int]] = {}
    room = _ROOM
    for place, word in enumerate(words(text), start=1):
        found = places.get(word)
        if found is None:
            room -= 2 * len(word.encode()) + 8
            if room < 0:
                break
            places[word] = [min(place, _LAST)]
        elif len(found) < _MOST and found[-1] < _LAST and room > 2:
            found.append(min(place, _LAST))
            room -= 2
    return " ".join(f"'{word}':{','.join(map(str, found))}" for word, found in places.items())


def query(search: Sequence[str]) -> str:
    """A search as a literal of PostgreSQL's tsquery: all of its words, the last one as a beginning.

    What stands together in one of them ("second-round") must stand together in the text. Words hold letters and
    digits only, so that nothing in them can be taken for an operator. Empty where there is nothing to look for.
    """
    phrases = [split for one in search if (split := list(words(one)))]
    told = [[f"'{word}'" for word in phrase] for phrase in phrases]
    if told:
        told[-1][-1] += ":*"
    return " & ".join(f"({' <-> '.join(phrase)})" for phrase in told)


def snippet(text: str, search: Sequence[str], length: int = 24) -> str:
    """`length` words of a text around the first that is searched for, hits between the marks of a hit."""
    wanted = [word for one in search for word in words(one)]
    whole, begin = frozenset(wanted), tuple(wanted[-1:])
    before: list[re.Match[str]] = []
    after: list[tuple[re.Match[str], bool]] = []
    for found in _WORD.finditer(text):
        folded = _folded(found[0][:_LONGEST])
        hit = folded in whole or folded.startswith(begin)
        if hit or after:
            after.append((found, hit))
        else:
            before = [*before[-4:], found]
        if after and len(after) + len(before) >= length:
            break
    return _joined(text, [*((one, False) for one in before), *after])


def _joined(text: str, shown: Sequence[tuple[re.Match[str], bool]]) -> str:
    """A stretch of text from the first word to the last, hits marked, with "…" where it goes on."""
    if not shown:
        return ""
    start, end = shown[0][0].start(), shown[-1][0].end()
    pieces = [" … " if start else ""]
    for word, hit in shown:
        pieces.append(text[start : word.start()])
        pieces.append(f"{HIT[0]}{word[0]}{HIT[1]}" if hit else word[0])
        start = word.end()
    return "".join(pieces) + (" … " if end < len(text.rstrip()) else "")


@lru_cache(maxsize=65_536)
def _folded(word: str) -> str:
    """A word in lower case, accents of Latin letters taken off."""
    return "".join(map(_letter, _MARKS.sub("", word)))


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    """One letter in lower case, without its accents where it is a Latin one."""
    low = letter.casefold()
    low = low if len(low) == 1 else letter.lower()[0]
    bare = unicodedata.normalize("NFD", low)[0]
    return bare if bare.isascii() else low
