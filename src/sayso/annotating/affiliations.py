"""To which body a role ties a person: "the deputy head of the Tide Institute", "Harbour Ministry spokesman".

Read from the words of a role alone. A name of a body or an outlet in it is the affiliation, the first behind a
preposition before any other; else a common noun for a body behind a preposition ("for the port authority"). A place
is none: "mayor of Ostrel" serves the town and does not speak for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.annotating import names
from sayso.annotating.sourcekinds import is_place, kind_of
from sayso.lang.en import kinds, media
from sayso.model.span import Span

_REACH = 200
_TIES = re.compile(r"\b(?:of|at|for|from|with|in|by)\s+(?:(?:the|its|a|an)\s+)?$", re.IGNORECASE)
_PLAIN = re.compile(
    r"\b(?:of|at|for|from|with|in) ((?:the|an?) (?:[\w’'-]{1,20} ){0,3}?(?:"
    + "|".join(sorted(kinds.BODY_NOUNS | media.OUTLET_NOUNS))
    + r"))\b",
    re.IGNORECASE,
)
_BODIES = frozenset(("organisation", "outlet"))


def affiliation(text: str, roles: Iterable[Span]) -> Span | None:
    """Where a person's roles name the body to which they tie the person, or None."""
    plain = None
    for role in sorted(roles):
        near = Span(role.start, min(role.end, role.start + _REACH))
        found = [run for run in names.runs(text, near) if _is_body(text, run, near)]
        tied = [run for run in found if _TIES.search(text, max(near.start, run.start - 12), run.start)]
        if tied or found:
            return (tied or found)[0]
        if plain is None and (match := _PLAIN.search(text, near.start, near.end)):
            plain = Span(*match.span(1))
    return plain


def _is_body(text: str, run: Span, role: Span) -> bool:
    """Whether a name inside a role is that of a body or an outlet."""
    name = run.of(text)
    if is_place(name) or names.untitled(text, run) is None:
        return False
    if kind_of(text, run, "", []) in _BODIES:
        return True
    behind = text[run.end : min(role.end, run.end + 40)].lower().split()[:1]
    tied = _TIES.search(text, max(role.start, run.start - 12), run.start) is not None
    words = text[role.start : run.start].lower().split()
    return bool(behind and behind[0] in kinds.BODY_NOUNS | media.OUTLET_NOUNS) or (
        tied and len(name.split()) > 1 and words[-1] != "in" and not names.person_like(name.split())
    )
