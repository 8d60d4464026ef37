"""How many articles, how many origins, how many of these independent: one phrase, wherever articles are counted."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.origins import Origin, independent
from sayso.showing.words import count


def seen(articles: int, origins: Sequence[Origin]) -> str:
    """Articles and the origins in them: "9 articles, 1 origin"; of several also how many are independent."""
    return f"{count(articles, 'article')}, {sprung(origins)}"


def sprung(origins: Sequence[Origin]) -> str:
    """Origins and how many of them are independent: "1 origin", "15 origins, of them 9 independent"."""
    size = len(origins)
    if size < 2:
        return count(size, "origin")
    free = independent(origins)
    return f"{count(size, 'origin')}, {f'of them {free}' if free < size else 'all'} independent"


def faceless(origins: Sequence[Origin]) -> int:
    """How many origins rest on outlets alone of which nobody knows the house."""
    return sum(one.faceless for one in origins)
