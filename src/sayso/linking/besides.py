"""Other names that an article gives a source: short for a carrier, bare, or in its role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sayso.lang.en.kinds import BODY_NOUNS
from sayso.lang.en.media import OUTLET_FIRST, OUTLET_NOUNS, OUTLET_WORDS
from sayso.linking.bearers import proper
from sayso.linking.glosses import named_in_role
from sayso.linking.places import nation, taken_apart
from sayso.linking.spellings import plain_name
from sayso.model.case import Page
from sayso.model.sources import Source

_COMMON = frozenset(word.lower() for word in OUTLET_WORDS | OUTLET_FIRST) | OUTLET_NOUNS | BODY_NOUNS
_SHORTEST = 4


def carried_as(pages: Sequence[Page]) -> dict[str, tuple[str, ...]]:
    """Other names by the id of an article's source: its role's, its bare name, and what it is called as a carrier.

    "told Istorii" names the outlet of the article that ends in this word, where one alone does.
    """
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for page in pages:
        outlets = [source for source in page.sources if source.kind in {"outlet", "organisation"}]
        for source in outlets:
            bare = proper(source.name)
            if source.kind == "outlet" and bare != source.name and not taken_apart(source.name):
                found[source.id][bare] = None
            for name in named_in_role(source):
                found[source.id][name] = None
        for via in sorted({hop.via for one in page.statements for hop in one.chain if hop.via}):
            if who := _meant(via, outlets):
                found[who.id][via] = None
    return {ident: tuple(names) for ident, names in found.items()}


def _meant(via: str, outlets: Sequence[Source]) -> Source | None:
    """The one outlet whose name begins or ends with a carrier's short name; None where its own name is there."""
    word = plain_name(via)
    if " " in word or len(word) < _SHORTEST or word in _COMMON or nation(word):
        return None
    names = {source.id: plain_name(source.name).split() for source in outlets}
    fits = [source for source in outlets if word in {*names[source.id][:1], *names[source.id][-1:]}]
    return fits[0] if len(fits) == 1 and names[fits[0].id] != [word] else None
