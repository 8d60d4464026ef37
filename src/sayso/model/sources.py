"""Sources: who or what a statement rests on, under all its names, and proposals that two are one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Ref

SourceKind = Literal["person", "organisation", "place", "outlet", "document", "anonymous", "group"]


@dataclass(frozen=True, slots=True)
class Role:
    """What the text says a source is ("the deputy head of the party"), at its place."""

    text: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class Source:
    """A source within one article or, after linking, within a case.

    `name` is the fullest name found, `aliases` the others. `mentions` are places where it is named or meant
    (pronouns included, where resolved). `members` are the ids of the article-level sources that a case-level
    source stands for; empty on article-level sources.
    """

    id: str
    name: str
    kind: SourceKind
    mentions: tuple[Ref, ...] = ()
    roles: tuple[Role, ...] = ()
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """The proposal that two article-level sources are one: an edge, never a rewrite, so it can be undone.

    `left` and `right` are source ids, left < right; `score` in [0, 1]; `reasons` in words. `ruling` is "merge"
    or "split" where a person decided, else None. Edges with a score under the linking threshold stay proposals.
    """

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]
    ruling: Literal["merge", "split"] | None = None
    accepted: bool = False
