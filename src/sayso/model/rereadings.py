"""What another reading of an article would change in a case, and what it leaves because a person ruled on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.rulings import Ruling
from sayso.model.span import Span

#: What of a statement another reading has otherwise.
Part = Literal["span", "source", "force", "certainty"]


@dataclass(frozen=True, slots=True)
class Alteration:
    """One part of a statement as two readings have it, in words."""

    part: Part
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One statement that another reading finds, does not find, or finds otherwise.

    `statement` is its id in the case, or, where it is "new", in the other reading; `places` and `words` are its
    content there. `other` is the id under which the other reading has a "changed" one, None elsewhere. What is
    "kept" would be gone or changed, had not people made `rulings` on it; then `turns` says what would have changed.
    """

    kind: Literal["new", "gone", "changed", "kept"]
    article: str
    statement: str
    places: tuple[Span, ...]
    words: str
    turns: tuple[Alteration, ...] = ()
    other: str | None = None
    rulings: tuple[Ruling, ...] = ()
