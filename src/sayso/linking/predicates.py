"""Where the predicate of a question begins, told from its words and their places.

After "will" and its kin stands a base form, after "is" and "has" a participle, an adjective or a place. Many base
forms are nouns, too: what stands before and after a word tells which it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.lang.en import questions as table
from sayso.lang.en.grammar import ADVERBS, NOT_ADVERBS, PREPOSITIONS

#: Openings after which no base form stands.
BE = frozenset({"is", "are", "was", "were"})
HAVE = frozenset({"has", "have", "had"})


def predicate_at(words: Sequence[str], opening: str) -> int | None:
    """Where the predicate begins in the words after the opening; None where it cannot be told."""
    found = _participle_at(words) if opening in BE | HAVE else _verb_at(words)
    if found is None:
        return None
    while found > 1 and (adverb(words[found - 1]) or words[found - 1].casefold() in {"not", "never"}):
        found -= 1
    return found


def _verb_at(words: Sequence[str]) -> int | None:
    """Where the base form stands, after pronouns, names or noun phrases."""
    if words[0].casefold() in table.PRONOUNS:
        return 1
    low = [word.casefold().strip(",;:\"“”'’") for word in words[:30]]
    aside = _aside(words)
    for index in range(1, len(low)):
        if index in aside:
            continue
        known = low[index] in table.VERBS and words[index][:1].islower()
        owned = words[index - 1].endswith(("'s", "’s", "s'", "s’"))
        if known and not owned and low[index - 1] not in table.DETERMINERS and not _no_noun_yet(low[:index]):
            after = low[index + 1] if index + 1 < len(low) else ""
            if low[index - 1] in PREPOSITIONS - {"to"} and after in table.VERBS:
                continue
            later = _to_be(low, index) or _later_verb(words, low, index)
            if later:
                return later
            return index + 1 if after in table.VERBS and low[index] not in table.HELPERS else index
    return _after_name(words) or _by_what_follows(words, low)


def _aside(words: Sequence[str]) -> range:
    """Where an aside between commas stands ("the Greens, who hold 12 seats, back it"); empty where none does."""
    start = next((at for at, word in enumerate(words[:20]) if word.endswith(",")), None)
    if start is None or start + 1 >= len(words) or words[start + 1].casefold() not in table.ASIDES:
        return range(0)
    end = next((at for at, word in enumerate(words[:40]) if at > start and word.endswith(",")), None)
    return range(start + 1, end + 1) if end else range(0)


def _to_be(low: Sequence[str], index: int) -> int | None:
    """Where "be" stands if it must be the verb: "the plan put forward be adopted"."""
    for at in range(index + 1, len(low)):
        if low[at] in table.CLAUSES | table.HELPERS - {"be"} | {"to", "and", "or", "that", "not"}:
            return None
        if low[at] == "be":
            return at if low[index] not in table.HELPERS else None
    return None


def _later_verb(words: Sequence[str], low: Sequence[str], index: int) -> int | None:
    """Where the verb stands if the word at `index` is the head of a compound ("the hunger strike at Moss end")."""
    modified = index > 1 and (low[index - 2] in table.DETERMINERS or low[index - 2] in table.ADJECTIVES)
    after = low[index + 1] if index + 1 < len(low) else ""
    if (
        not modified
        or low[index] not in table.NOUNS
        or not (after in PREPOSITIONS - table.CLAUSES or after in table.VERBS)
    ):
        return None
    for at in range(index + 1, len(low)):
        before = low[at - 1]
        if low[at] in table.CLAUSES or low[at] in {"to", "and", "or", "that"}:
            return None
        if low[at] in table.VERBS and words[at].islower() and before not in table.DETERMINERS | PREPOSITIONS:
            return at
    return None


def _no_noun_yet(low: Sequence[str]) -> bool:
    """Whether only determiners and words that look like adjectives stand before a word: it is a noun itself."""
    return all(
        word in table.DETERMINERS or word in table.ADJECTIVES or (at and word.endswith(table.ADJECTIVAL))
        for at, word in enumerate(low)
    )


def _after_name(words: Sequence[str]) -> int | None:
    """The first word in lower case after a name that the question begins with; None where it begins with none."""
    if not words[0][:1].isupper():
        return None
    return next((i for i, word in enumerate(words) if word.islower() and word not in table.NO_VERB), None)


def _by_what_follows(words: Sequence[str], low: Sequence[str]) -> int | None:
    """The first word in lower case that no determiner or preposition precedes and that is followed as verbs are."""
    first = 2 if low[0] in table.DETERMINERS else 1
    held = [
        at
        for at in range(first, len(low))
        if words[at][:1].islower()
        and low[at] not in table.NO_VERB
        and low[at] not in PREPOSITIONS
        and low[at - 1] not in table.DETERMINERS | PREPOSITIONS
    ]
    followed = (at for at in held if at + 1 < len(low) and low[at + 1] in table.DETERMINERS | PREPOSITIONS)
    return next(followed, held[0] if held else None)


def _participle_at(words: Sequence[str]) -> int | None:
    """Where "going", "planning", "signed", an adjective or a place follows the subject of "is" or "has".

    A place follows only where nothing else does: "are schools in Wendmark going to close" is about schools there.
    """
    if words[0].casefold() in table.PRONOUNS:
        return 1
    place = None
    for index, word in enumerate(words[1:25], start=1):
        low, before = word.casefold().strip(","), words[index - 1].casefold()
        if before in table.DETERMINERS or before in PREPOSITIONS:
            continue
        last = index + 1 == len(words)
        if low == "to" and not last and words[index + 1].casefold() in table.VERBS:
            return index
        if low in PREPOSITIONS and not last:
            place = index if place is None and low in table.PREDICATES else place
            continue
        participle = low.endswith(("ing", "ed", "en")) and len(low) > 4 and low not in table.NO_PARTICIPLES
        if (low in table.PREDICATES or participle or low in table.PARTICIPLES) and not word[:1].isupper():
            return index
    return place or _after_name(words)


def adverb(word: str) -> bool:
    """Whether a word is an adverb that may stand before a verb."""
    low = word.casefold()
    if word[:1].isupper() or low == "last":
        return False
    return (low in ADVERBS or (low.endswith("ly") and low not in NOT_ADVERBS)) and low not in {
        "over", "here", "there", "long", "most", "more", "well", "far", "all", "much",
    }  # fmt: skip
