"""Plural nouns by which an article makes one source of several, and words by which a source is one of them."""

from __future__ import annotations

from typing import Final

#: Plural nouns for sources by what they are: who holds an office, and who is asked for knowing the matter.
CROWD_CLASSES: Final[dict[str, frozenset[str]]] = {
    "official": frozenset(
        "officials authorities ministers ministries offices diplomats leaders politicians bureaucrats regulators police commanders generals".split()
    ),
    "expert": frozenset(
        "experts analysts researchers scientists academics economists engineers doctors scholars specialists observers pundits historians".split()
    ),
}
#: Other plural nouns that stand for sources.
OTHER_CROWDS: Final[frozenset[str]] = frozenset(
    "sources insiders bankers traders lawyers lawmakers witnesses residents bloggers activists unionists executives investors people".split()
)

#: Words of names, roles and descriptions that show the class of a source.
SIGNS: Final[dict[str, frozenset[str]]] = {
    "expert": frozenset(
        """institute institution centre center university professor expert analyst economist researcher scientist study academy tank
        college observatory laboratory foundation scholar engineer doctor society institutes faculty""".split()
    ),
    "official": frozenset(
        """ministry minister office authority government police council mayor governor official agency department commission
        board parliament senate president spokesman spokeswoman spokesperson administration inspectorate directorate court
        army navy general commander secretary chief head railways hydrographer county state service bank regulator""".split()
    ),
}
