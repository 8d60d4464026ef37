"""Proposals from descriptions: "the Calveck chief executive" may be whoever is called so by name. Not taken.

An office may have changed hands between two articles, so a description alone joins nobody: a person has to look.
The same holds for one name that some articles use for a person and others for a body, unless nothing but the lack
of an article speaks for a person ("Gullhouse denied it", and elsewhere "the Gullhouse"): no other name and no role.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sayso.lang.en.words import STOP
from sayso.linking.bearers import CROWD, Bearer, Edges, is_description
from sayso.model.case import Page
from sayso.model.words import content_stems

#: A role of fewer telling words fits too many.
_TELLING = 2
_READ_TWICE = "one name, read as a person's and as a body's"
_BARE = "one name, a body's, and nothing says that a person bears it"


def two_families(edges: Edges, named: Sequence[Bearer]) -> None:
    """Propose that a name which some articles use for a person and others for a body is one source."""
    families: dict[str, dict[str, Bearer]] = defaultdict(dict)
    for one in named:
        families[one.key].setdefault(one.family, one)
    for found in families.values():
        if {"person", "body"} <= found.keys():
            alone = found["person"]
            bare = len(alone.words) == 1 and not alone.roles and not alone.others
            edges.keep(alone.ids[0], found["body"].ids[0], (0.76, _BARE) if bare else (0.7, _READ_TWICE))
    for one in named:
        for other in sorted(one.others) if one.family == "body" else ():
            if person := families.get(other, {}).get("person"):
                edges.keep(person.ids[0], one.ids[0], (0.7, f"a text gives “{other}” as another name of it"))


def described_people(edges: Edges, pages: Sequence[Page], persons: Sequence[Bearer]) -> None:
    """Propose, at 0.5, that who is only described is the one person whose role has the same words."""
    roles: dict[frozenset[str], list[str]] = defaultdict(list)
    home = {ident: one.key for one in persons for ident in one.ids}
    sources = [source for page in pages for source in page.sources if source.kind == "person"]
    for source in sources:
        if not is_description(source.name):
            for role in source.roles:
                stems = frozenset(content_stems(role.text[:160], STOP))
                if len(stems) >= _TELLING:
                    roles[stems].append(source.id)
    for source in sources:
        if is_description(source.name):
            fits = roles.get(frozenset(content_stems(source.name[:160], STOP)), [])
            bearers = {home.get(ident, ident): ident for ident in reversed(fits)}
            for ident in list(bearers.values())[:CROWD]:
                edges.keep(
                    source.id, ident, (0.5, "a description that is this one's role; an office may change hands")
                )
