"""What a text itself calls a source besides its name: brackets, "known as", the outlet named in its own role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sayso.lang.en.media import OUTLET_NOUNS
from sayso.linking.places import nation
from sayso.linking.spellings import plain_name
from sayso.model.sources import Source

_BRACKET = re.compile(r"^(.{2,80}?)\s{0,3}\(([^()]{2,60})\)$")
_BEHIND = re.compile(r"\s{0,2}\(([^()\n]{2,60})\)")
_CALLED = re.compile(
    r",?\s{1,2}\(?(?:(?:also|better|formerly|previously|or)\s)?(?:known|called|translated)\s(?:in\sEnglish\s)?as\s(?:the\s)?[\"“]?"
    r"([^\W\d_][\w’'.-]{0,30}(?:\s[^\W\d_a-z][\w’'.-]{0,30}){0,4})"
)
_OUTLET = re.compile(r"\b(?:" + "|".join(sorted(OUTLET_NOUNS)) + r")\s((?:[A-ZÀ-Þ][\w’'-]{0,30}\s?){1,4})$")
_LEAD = re.compile(
    r"^(?:or|also|formerly|known as|abbreviated(?: as)?|in (?:English|Russian|Ukrainian|German|French))[,:]?\s",
    re.IGNORECASE,
)
_MENTIONS = 12


def split_bracket(name: str) -> tuple[str, str | None]:
    """The two parts of "Long Name (LN)" or "Eigenname (Translation)"; the second is None where there is no name."""
    found = _BRACKET.match(name.strip())
    return (found[1], found[2]) if found and _is_name(found[2]) else (name, None)


def glossed(source: Source, texts: Mapping[str, str]) -> Iterator[str]:
    """The other names that the text gives a source where it is mentioned, each once at most per mention.

    A bracket behind a person may hold a party, so only another script or letters of the same name count there.
    """
    if (inner := split_bracket(source.name)[1]) and source.kind != "person":
        yield inner
    names = {source.name, *source.aliases}
    for ref in source.mentions[:_MENTIONS]:
        text = texts.get(ref.article, "")
        if ref.span.of(text).removeprefix("the ").removeprefix("The ") not in names:
            continue
        behind = text[ref.span.end : ref.span.end + 120]
        called = _CALLED.match(behind)
        if called:
            yield called[1]
        bracket = _BEHIND.match(behind)
        told = _LEAD.sub("", bracket[1].strip(' "“”')) if bracket else ""
        if told and _is_name(told) and (source.kind != "person" or not told.isascii()):
            yield told
    yield from named_in_role(source)


def named_in_role(source: Source) -> Iterator[str]:
    """The name that an outlet's own role ends in ("the investigative outlet Harbour Papers")."""
    if source.kind == "outlet":
        for role in source.roles[:4]:
            found = _OUTLET.search(role.text[-160:])
            if found and plain_name(found[1]) != plain_name(source.name):
                yield found[1].strip()


def _is_name(words: str) -> bool:
    """Whether the words of a bracket may be a name: capitals, no figures, no lone country, not too long."""
    parts = words.split()
    return (
        1 <= len(parts) <= 8
        and not any(c.isdigit() for c in words)
        and not re.search(r"[,;:/]", words)
        and (not parts[0][:1].islower() or any(c.isupper() for c in parts[0]))
        and any(c.isupper() or not c.isascii() for c in words)
        and not (len(parts) == 1 and nation(parts[0]))
    )
