"""One quotation in two articles: the same words in quotation marks were spoken once.

Theory. Somebody's very words, five of them or more, hardly come about twice. So a nameless "beekeeper" who says
word for word what Abel Finch says elsewhere is Abel Finch, told again; sentences are compared one by one, since
relays cut quotations. What everybody quotes is a proverb, an oath or a slogan: words that two persons with names
of their own are quoted with join nobody. One named mouth that says the same twice is left alone here: whether it
spoke once or on two days is for reports.py to tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.linking.joins import Join
from sayso.linking.named import proper
from sayso.linking.roots import Placed
from sayso.model.prose import shortened
from sayso.model.words import folded, words

#: Words that a sentence has at least, and articles that have it at most: read off the dev cases of evals/origins.
_LEAST, _FEW = 5, 40
_STOPS = re.compile(r"[.!?…]+[\s”’\"]+|\n+")


def quoted(items: Sequence[Placed]) -> Iterator[Join]:
    """Statements that give a sentence in the same words, each joined to the first whose source has a name."""
    holders: dict[tuple[str, ...], dict[str, tuple[Placed, str]]] = defaultdict(dict)
    for item in items:
        if item.statement.mode == "direct" and item.root.kind != "own":
            for said in _STOPS.split(item.statement.words(item.page.article.text)):
                key = tuple(folded(word) for _, _, word in words(said))
                if len(key) >= _LEAST:
                    holders[key].setdefault(item.id, (item, said.strip()))
    for held in holders.values():
        found = list(held.values())
        if 1 < len({item.page.article.id for item, _ in found}) <= _FEW:
            yield from _joined(found)


def _joined(found: Sequence[tuple[Placed, str]]) -> Iterator[Join]:
    """The joins of those who give one sentence; none where two of them are persons with names."""
    named = [item for item, _ in found if _has_a_name(item)]
    if len({item.root.key for item in named}) > 1:
        return
    first, said = next(((item, said) for item, said in found if item in named), found[0])
    for item, _ in found:
        if not _has_a_name(item) and item.page is not first.page:
            left, right = sorted((first, item), key=lambda one: one.id)
            why = f"the same quotation: “{shortened(said, 60)}”"
            yield Join(left.id, right.id, 0.94, why, (left.ref, right.ref), "copied")


def _has_a_name(item: Placed) -> bool:
    """Whether a statement rests on somebody with a name of his own, and not on "a neighbour"."""
    return item.root.kind == "who" and not item.root.paper and proper(item.root.name)
