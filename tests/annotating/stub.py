"""A tagger for tests that must not depend on the real one: "NAME said CONTENT." by one pattern."""

from __future__ import annotations

import re

from sayso.model.ports import Attribution
from sayso.model.span import Span

_SAYING = re.compile(
    r"((?:(?:[A-Z]\w*|he|she|it|the \w+)(?: [A-Z]\w*){0,3}))? ?"
    r"\b(said|claimed|told|plans|demanding)\b ?([^.\n]{1,400})"
)


class StubTagger:
    """Tags every "X said Y"."""

    name = "stub"

    def tag(self, text, passages):
        """One attribution for each match."""
        found = []
        for passage in passages:
            for match in _SAYING.finditer(text, passage.span.start, passage.span.end):
                source = Span(*match.span(1)) if match[1] else None
                found.append(Attribution(source, Span(*match.span(2)), (Span(*match.span(3)),)))
        return tuple(found)
