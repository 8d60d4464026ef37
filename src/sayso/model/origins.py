"""Origins: where statements come from, so that a report and its reprints count once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Ref
from sayso.model.times import Interval

Route = Literal["said", "document", "copy", "unknown"]

#: What a tie between two statements rests on, in the words of linking/origins.py.
Key = Literal[
    "root", "document", "carried", "copied", "circle", "office", "heading", "role", "relayed", "reworded", "ruling"
]


@dataclass(frozen=True, slots=True)
class Copy:
    """Two passages with the same wording: `share` of the shorter passage's words stand in the other.

    `words` is how many words both have. `earlier` is "left" or "right" where the articles' dates tell, else None.
    """

    left: Ref
    right: Ref
    share: float
    earlier: Literal["left", "right"] | None = None
    words: int = 0


#: What two articles have in common: all words; all words of one of them; most words of one,
#: changed here and there; or a passage only.
Relation = Literal["same", "cut", "edited", "passage"]


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much two articles, by id, have in common: the share in [0, 1] of each one's words that the other has too.

    `words` is how many words both have, over all passages; `earlier` is as in a Copy.
    """

    left: str
    right: str
    left_share: float
    right_share: float
    words: int
    relation: Relation
    earlier: Literal["left", "right"] | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two statements, by id, have one origin: the key it was found by, its strength in [0, 1], its ground.

    `refs` are the places that show it, that of `left` first.
    """

    left: str
    right: str
    key: Key
    score: float
    why: str
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Backer:
    """Who vouches for an origin: origins of one backer confirm nothing to each other.

    A "source" is a mouth or body, whatever it says and when; a "family" the outlets of one house, for what they
    report in their own words or from nameless people; "unknown" all outlets of which nobody knows the house.
    """

    id: str
    name: str
    kind: Literal["source", "family", "unknown"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Statements that come from one place: one report, speech, talk or document, or one article's own word.

    `root` names it in words ("Governor Ada Lind, 3 May"), `how` says what the grouping rests on, `why` gives
    one line for each join with its place in `refs`; `ties` are the joins themselves. `first` is the id of the
    article where it was first seen. `retracted` is the id of the article that took it back, or None. `source` is
    the id of the case's source at its root, `document` the name of its paper, `said` the days on which it was put
    into the world; each None where not known. `backer` vouches for it.
    """

    id: str
    root: str
    how: Route
    statements: tuple[str, ...]
    articles: tuple[str, ...]
    circular: bool = False
    why: tuple[str, ...] = ()
    refs: tuple[Ref, ...] = ()
    first: str | None = None
    retracted: str | None = None
    source: str | None = None
    document: str | None = None
    said: Interval | None = None
    backer: Backer | None = None
    ties: tuple[Tie, ...] = ()

    @property
    def faceless(self) -> bool:
        """Whether only outlets of which nobody knows the house vouch for it."""
        return self.backer is not None and self.backer.kind == "unknown"


@dataclass(frozen=True, slots=True)
class Melt:
    """One source in an article that another article of the case tells to be two or more.

    `statement` is the id of the one that rests on the melted source, `origins` the ids of those it was made of;
    `why` says what tells them apart, at the places `refs`.
    """

    statement: str
    origins: tuple[str, ...]
    why: str
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Drift:
    """What became of an origin's words from one statement to a later one of another article.

    `before` and `after` are the places of what changed: an amount, a time, or the words that say how sure it is.
    `left` and `right` are the ids of the two statements; `why` says what changed, in words.
    """

    origin: str
    about: Literal["amount", "time", "strength"]
    left: str
    right: str
    before: Ref
    after: Ref
    why: str


@dataclass(frozen=True, slots=True)
class Reporting:
    """What an article's running words are made of, as shares in [0, 1] that sum to 1.

    `copied` stand in an earlier article word for word, `relayed` are statements of origins first seen in another
    article, `own` are all others: its own words, and what was first seen here. `origins` are first seen here.
    """

    article: str
    own: float
    relayed: float
    copied: float
    origins: tuple[str, ...] = ()


def independent(origins: Iterable[Origin]) -> int:
    """How many backers stand behind `origins` that do not depend on each other.

    An origin whose backer nobody looked for counts by itself. Outlets that nobody knows add nothing to what others
    vouch for; where they are all there is, they count one together.
    """
    held = tuple(origins)
    known = {origin.backer.id if origin.backer else origin.id for origin in held if not origin.faceless}
    return len(known) or min(len(held), 1)
