"""Which kind of source a name shows that a person gives: told as articles' names are, without a text around it.

The last word of a description tells ("a source close to the staff": by its head noun, in front of a preposition);
of a name, its words for bodies, outlets and papers. What nothing tells of is a person where it has two to four
words, or one, and a body where "the" stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

from sayso.lang.en import anonymous, kinds, media, places
from sayso.model.sources import SourceKind

_PREPOSITION: Final = re.compile(r"\s(?:of|at|for|in|on|from|with|to|by|under|who|and|which|that|close)\s|,\s")
_EDGES: Final = ".,;:()[]\"'“”‘’"
_PERSON_WORDS, _LETTERS = 4, 6


def kind_named(name: str, outlet: str | None = None) -> SourceKind:
    """The kind of source that `name` shows; `outlet` is that of the article, whose own name is an outlet's."""
    if outlet and _plain(name) == _plain(outlet):
        return "outlet"
    bare = name.removeprefix("the ").removeprefix("The ")
    if bare in places.COUNTRIES:
        return "place"
    parts = [part.strip(_EDGES) for part in _PREPOSITION.split(name[:160], maxsplit=1)[0].split()]
    parts = [part for part in parts if part]
    if not parts:
        return "anonymous"
    return _described(name, parts) if parts[-1].islower() else _named(bare, parts)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def _described(name: str, parts: list[str]) -> SourceKind:
    """The kind of a source without a name, or of one whose name stands before its noun."""
    noun, plain = parts[-1], name.casefold()
    hidden = any(condition in plain for condition in anonymous.CONDITIONS)
    if noun in anonymous.ANONYMOUS_NOUNS or (noun in anonymous.FACELESS_NOUNS and (hidden or noun.endswith("s"))):
        return "anonymous"
    if noun in media.OUTLET_NOUNS and (noun != "agency" or "news" in plain):
        return "outlet"
    for kind, nouns in _NOUNS:
        if noun in nouns or (kind != "person" and noun.removesuffix("s") in nouns):
            return kind
    return "group" if noun.endswith("s") else "anonymous"


def _named(bare: str, parts: list[str]) -> SourceKind:
    """The kind of a source with a name."""
    words, lower = set(parts), {part.lower() for part in parts}
    last = parts[-1] in media.OUTLET_WORDS and (parts[-1] != "Agency" or "News" in words)
    if last or parts[0] in media.OUTLET_FIRST or bare in media.OUTLET_ACRONYMS:
        return "outlet"
    letters = len(parts) == 1 and parts[0].isupper() and 2 <= len(parts[0]) <= _LETTERS
    if letters or words & kinds.BODY_NAMES or lower & kinds.BODY_NOUNS or parts[-1] in kinds.COMPANY_WORDS:
        return "organisation"
    if lower & kinds.DOCUMENT_NOUNS and lower.isdisjoint(kinds.PERSON_NOUNS):
        return "document"
    return "person" if len(parts) <= _PERSON_WORDS else "organisation"


_NOUNS: Final[tuple[tuple[SourceKind, Set[str]], ...]] = (
    ("person", kinds.PERSON_NOUNS | anonymous.FACELESS_NOUNS),
    ("group", kinds.GROUP_NOUNS),
    ("document", kinds.DOCUMENT_NOUNS),
    ("organisation", kinds.BODY_NOUNS | {"agency"}),
)
