"""Origins: where statements come from, so that a report and its reprints count once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Ref

Route = Literal["said", "document", "copy", "unknown"]


@dataclass(frozen=True, slots=True)
class Copy:
    """Two passages with the same wording: `share` of the shorter passage's words stand in the other.

    `earlier` is "left" or "right" where the articles' dates tell, else None.
    """

    left: Ref
    right: Ref
    share: float
    earlier: Literal["left", "right"] | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Statements that come from one place.

    `root` names it in words ("Governor Ada Lind, 3 May"), `how` says what the grouping rests on, `why` gives
    one line for each join with its place in `refs`. `first` is the id of the article where it was first seen.
    `retracted` is the id of the article that took it back, or None.
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
