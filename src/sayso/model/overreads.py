"""Overreads: places where a heading says more than the text it stands over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Span

OverreadKind = Literal["attribution", "hedge", "answer", "number", "denial", "people", "plan"]


@dataclass(frozen=True, slots=True)
class Overread:
    """One thing that a title, teaser, heading or caption says beyond its text, with both places.

    `heading` and `text` are spans of the one article; `about` says in words what was changed.
    """

    kind: OverreadKind
    heading: Span
    text: Span
    about: str
