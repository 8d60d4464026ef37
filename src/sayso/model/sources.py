"""Sources: who or what a statement rests on, under all its names, and proposals that two are one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Ref
from sayso.model.times import Interval

#: How two sources stand to each other that are not one; read "left KIND right".
RelationKind = Literal["speaks for", "issued by", "part of", "office of", "holds office in", "owned by"]

SourceKind = Literal["person", "organisation", "place", "outlet", "document", "anonymous", "group"]


@dataclass(frozen=True, slots=True)
class Role:
    """What the text says a source is ("the deputy head of the party"), at its place."""

    text: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class Led:
    """A place that names its source by a pronoun or a description, and where the text shows whom it means."""

    mention: Ref
    evidence: Ref


@dataclass(frozen=True, slots=True)
class Source:
    """A source within one article or, after linking, within a case.

    `name` is the fullest name found, `aliases` the others. `mentions` are places where it is named or meant
    (pronouns included, where resolved). `affiliation` is the body that a role ties a person to ("the Tide
    Institute"). `led` gives, for each pronoun or description among the mentions, what shows whom it means.
    `descriptors` are what the text says of a source without a name ("close to the staff"). `members` are the ids
    of the article-level sources that a case-level source stands for; empty on article-level sources.
    """

    id: str
    name: str
    kind: SourceKind
    mentions: tuple[Ref, ...] = ()
    roles: tuple[Role, ...] = ()
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    affiliation: Role | None = None
    led: tuple[Led, ...] = ()
    descriptors: tuple[Role, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Relation:
    """Two sources of a case that are not one but stand in a relation: `left` `kind` `right` ("speaks for").

    `left` and `right` are ids of sources of the case. `reasons` quote the words it rests on, `refs` give the place
    of each.
    """

    left: str
    right: str
    kind: RelationKind
    reasons: tuple[str, ...]
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """One bearer of an office: the source, what texts call it, and the days of the articles that do.

    `days` runs from the first to the last such article; None where no article is dated. `past` where every text
    says that it is over ("the former minister", "the then minister").
    """

    source: str
    texts: tuple[str, ...]
    days: Interval | None
    past: bool
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office that several sources bear, or one bore: its bearers by day. It joins nobody with anybody."""

    name: str
    tenures: tuple[Tenure, ...]
