"""Sources that stay without a name, and what is said of them."""

from __future__ import annotations

from typing import Final

#: Head nouns of a source that hides a person or persons.
ANONYMOUS_NOUNS: Final[frozenset[str]] = frozenset(
    "source sources insider insiders informant informants whistleblower whistleblowers interlocutor interlocutors".split()
)

#: Head nouns that hide a person where no name stands beside them and an indefinite word or a condition does.
FACELESS_NOUNS: Final[frozenset[str]] = frozenset(
    "official officials person people aide aides diplomat diplomats someone".split()
)

#: Phrases that say a name is kept back.
CONDITIONS: Final[tuple[str, ...]] = (
    "on condition of anonymity",
    "who asked not to be named",
    "who asked not to be identified",
    "who declined to be named",
    "who did not want to be named",
    "speaking anonymously",
    "not authorised to speak",
    "not authorized to speak",
    "familiar with the matter",
    "familiar with the plans",
    "with knowledge of",
    "unnamed",
    "anonymous",
    "close to",
)

#: Nouns whose mouths nobody names: what "rumours of a decree" says is said by no one who answers for it.
RUMOUR_NOUNS: Final[tuple[str, ...]] = (
    "rumours",
    "rumors",
    "rumour",
    "rumor",
    "speculation",
    "gossip",
    "hearsay",
    "whispers",
)

#: How an unnamed mouth is written in a chain.
UNNAMED: Final = "unnamed"
UNNAMED_RUMOUR: Final = "unnamed (rumours)"
