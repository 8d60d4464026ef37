"""Article -> Page with times and amounts alone: no tagger, no statements, and nothing loaded for them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, Literal

from sayso.annotating.amounts import amounts as find_amounts
from sayso.annotating.blocks import blocks as find_blocks
from sayso.annotating.times import times_and_notes
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.notes import Note

Layer = Literal["times", "amounts"]
LAYERS: Final[tuple[Layer, ...]] = ("times", "amounts")


def partial(article: Article, layers: Collection[Layer]) -> Page:
    """The article with its times, its amounts or both, as `annotate` finds them; no text makes it raise.

    Times are sought in any case, since no amount stands inside one. A note says what was not looked for.
    """
    found = find_blocks(article)
    times, unresolved = times_and_notes(article, found)
    wanted = " and ".join(layer for layer in LAYERS if layer in layers)
    only = Note("A206", f"Only {wanted} were looked for; what is said, and by whom, was not.")
    return Page(
        article,
        blocks=found,
        times=times if "times" in layers else (),
        amounts=find_amounts(article, found, taken=[one.span for one in times]) if "amounts" in layers else (),
        notes=(only, *(unresolved if "times" in layers else ())),
    )
