"""Which kind of source a name or a description shows: a person, a body, an outlet, a writing, or nobody named."""

from __future__ import annotations

import re

from sayso.lang.en import anonymous, kinds, media, places
from sayso.model.sources import SourceKind
from sayso.model.span import Span

#: Nouns for somebody or something that can say, think or plan.
SPEAKING_NOUNS = (
    kinds.PERSON_NOUNS | kinds.BODY_NOUNS | kinds.DOCUMENT_NOUNS | kinds.GROUP_NOUNS | media.OUTLET_NOUNS
    | anonymous.ANONYMOUS_NOUNS | anonymous.FACELESS_NOUNS
)  # fmt: skip

_PREPOSITION = re.compile(r"\s(?:of|at|for|in|on|from|with|to|by|under|who|and|which|that)\s|,\s")
_PARTS = re.compile(r"[^\W_](?:[\w.’'&/-]*\w)?")


def singular(word: str) -> str:
    """A word in lower case without the ending of a regular plural."""
    low = word.lower()
    return low if low.endswith("ss") else low.removesuffix("s")


def is_place(name: str) -> bool:
    """Whether a name is that of a state, or of a capital that stands for one."""
    return name.removeprefix("the ").removeprefix("The ") in places.COUNTRIES


def kind_of(text: str, name: Span | None, noun: str, roles: list[str]) -> SourceKind | None:
    """The kind of source that a name and its roles show, None where they show none."""
    if noun in kinds.PERSON_NOUNS:
        return "person"
    if noun in media.OUTLET_NOUNS and not (name is None and noun == "agency"):
        return "outlet"
    if name is None:
        return None
    return next(filter(None, map(_kind_told, roles)), None) or _kind_of_name(text, name, noun)


def _kind_of_name(text: str, name: Span, noun: str) -> SourceKind | None:
    """The kind that the words of a name show, beside the noun behind it."""
    parts = _PARTS.findall(name.of(text)) or [name.of(text)]
    lower = [part.lower() for part in parts]
    shown = parts[-1] in media.OUTLET_WORDS and (len(parts) > 1 or noun == "")
    shown = shown and (parts[-1] != "Agency" or "News" in parts)
    shown = shown or (parts[0] in media.OUTLET_WORDS and parts[1:2] == ["of"])
    daily = parts[0] in media.OUTLET_FIRST and len(parts) > 1
    if shown or daily or name.of(text) in media.OUTLET_ACRONYMS:
        return "outlet"
    if is_place(name.of(text)):
        return "place"
    if set(parts) & kinds.BODY_NAMES or set(lower) & kinds.BODY_NOUNS or noun in kinds.BODY_NOUNS:
        return "organisation"
    letters = len(parts) == 1 and parts[0].isupper() and 2 <= len(parts[0]) <= 6
    the = len(parts) > 1 and text[max(0, name.start - 4) : name.start].lower() == "the "
    if letters or the or (len(parts) > 1 and parts[-1] in kinds.COMPANY_WORDS):
        return "organisation"
    return "person" if 2 <= len(parts) <= 4 else None


def _kind_told(role: str) -> SourceKind | None:
    """The kind that the head of a role shows ("an editor at the newspaper" and "a party official": persons)."""
    if role.startswith(("who ", "whose ")):
        return "person"
    if role.startswith(("which ", "that ")):
        return None
    for word in reversed(_PREPOSITION.split(role[:160], maxsplit=1)[0].split()[:14]):
        plain = word.strip(",.()").lower().removesuffix("'s").removesuffix("’s")
        if plain in kinds.PERSON_NOUNS:
            return "person"
        if plain in media.OUTLET_NOUNS:
            return "outlet"
        if plain in kinds.BODY_NOUNS and not word[:1].isupper() and word == plain:
            return "organisation"
    return None


def described_kind(piece: str, noun: str, kind: SourceKind | None) -> SourceKind:
    """The kind of a source that has no name."""
    plain = piece.lower()
    if noun in anonymous.ANONYMOUS_NOUNS or (
        noun in anonymous.FACELESS_NOUNS and any(condition in plain for condition in anonymous.CONDITIONS)
    ):
        return "anonymous"
    if noun == "agency":
        return "outlet" if "news" in plain else "organisation"
    if noun in kinds.GROUP_NOUNS:
        return "group"
    if {noun, singular(noun)} & kinds.DOCUMENT_NOUNS:
        return "document"
    body: SourceKind | None = "organisation" if noun in kinds.BODY_NOUNS else None
    return kind or body or ("group" if noun.endswith("s") else "anonymous")
