"""Where the predicate of a question begins, told from its words and their places.

After "will" and its kin stands a base form, after "is" and "has" a participle, an adjective or a place. Many base
forms are nouns, too: what stands before and after a word tells which it is. A verb after "to" or in a clause with
"who" belongs to the subject where another verb follows: "the plan to move the embassy", "the men who walked out".
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.lang.en import questions as table
from sayso.lang.en.grammar import ADVERBS, NOT_ADVERBS, PREPOSITIONS

#: Openings after which no base form stands.
BE = frozenset({"is", "are", "was", "were"})
HAVE = frozenset({"has", "have", "had"})
_NO_QUALITY = PREPOSITIONS | table.DETERMINERS
_PARTICLES = frozenset(["out", "up", "down", "off", "over", "back", "away"])
_AUXILIARY = BE | HAVE | {"will", "would", "can", "could"}


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
            later = _to_be(low, index) or _later_verb(words, low, index) or _outer_verb(words, low, index)
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
    before = low[index - 2] if index > 1 else ""
    modified = before in table.DETERMINERS | table.ADJECTIVES or before.endswith(table.ADJECTIVAL)
    after = low[index + 1] if index + 1 < len(low) else ""
    if not modified or low[index] not in table.NOUNS:
        return None
    if after in table.RELATIVES:
        inner = _relative_verb(words, low, index + 1)
        return _next_verb(words, low, inner) if inner else None
    found = _next_verb(words, low, index) if after in PREPOSITIONS - table.CLAUSES or after in table.VERBS else None
    over = found is not None and after in {"over", "on", "about", "against", "for"}
    if found and over and low[found] in table.NOUNS and low[found - 2] in table.DETERMINERS:
        return None  # "the union strikes over the pay offer"
    return found


def _next_verb(words: Sequence[str], low: Sequence[str], index: int) -> int | None:
    """Where the next base form stands that no determiner, preposition or "to" precedes, in the same clause."""
    for at in range(index + 1, len(low)):
        before = low[at - 1]
        if low[at] in table.CLAUSES or low[at] in {"and", "or", "that"}:
            return None
        held = before in table.DETERMINERS | PREPOSITIONS and not (before in _PARTICLES and _did(low[at - 2]))
        if low[at] in table.VERBS and words[at].islower() and not held:
            return at
    return None


def _did(word: str) -> bool:
    """Whether a word is a verb or a participle, to which a particle belongs ("put out")."""
    return word in table.VERBS | table.PARTICIPLES or word.endswith("ed")


def _outer_verb(words: Sequence[str], low: Sequence[str], index: int) -> int | None:
    """Where the verb of the sentence stands if the one at `index` is inside its subject; None where it is not."""
    if low[index - 1] == "to":
        found = _next_verb(words, low, index)
        if found is None and index > 3 and words[index - 2].islower() and low[index - 3] not in table.DETERMINERS:
            return index - 2 if low[index - 2] not in PREPOSITIONS else None  # "the council vows to close"
        return found
    opens = next((at for at in range(index - 1, 0, -1) if low[at] in table.RELATIVES), None)
    if opens is None or words[opens - 1].endswith(","):
        return None
    return _next_verb(words, low, index) if _relative_verb(words, low, opens) == index else None


def _relative_verb(words: Sequence[str], low: Sequence[str], opens: int) -> int | None:
    """Where the verb of a relative clause stands that opens at `opens`: after "who" at once, else the first."""
    for at in range(opens + 1, min(len(low), opens + 12)):
        if adverb(words[at]) or (low[at] in PREPOSITIONS and low[opens] != "who"):
            continue
        told = low[at] in table.VERBS | table.PARTICIPLES | _AUXILIARY or low[at] in table.PASTS.values()
        if low[opens] == "who" or told or low[at].endswith("ed"):
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
    return next(
        (
            at
            for at, word in enumerate(words)
            if word.islower()
            and word not in table.NO_VERB
            and (at == 0 or not (words[at - 1].endswith(("'s", "’s")) or words[at - 1] == "to"))
        ),
        None,
    )


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
    place, inner = None, _inner(words[:25])
    for index, word in enumerate(words[1:25], start=1):
        low, before = word.casefold().strip(","), words[index - 1].casefold()
        if before in table.DETERMINERS or before in PREPOSITIONS or index == inner:
            continue
        last = index + 1 == len(words)
        if low == "to" and not last and words[index + 1].casefold() in table.VERBS:
            return index
        if low in PREPOSITIONS and not last:
            place = index if place is None and low in table.PREDICATES else place
            continue
        participle = low.endswith(("ing", "ed", "en")) and len(low) > 4 and low not in table.NO_PARTICIPLES
        doing = low.endswith("ing") and not last and words[index + 1].casefold() in table.DETERMINERS
        participle = participle or doing  # "is the council building the bridge"
        if (low in table.PREDICATES or participle or low in table.PARTICIPLES) and not word[:1].isupper():
            return index
    return _quality_at(words) or place or _after_name(words) or _closing_at(words)


def _inner(words: Sequence[str]) -> int | None:
    """Where the verb of a relative clause stands that belongs to the subject ("the men who walked out are")."""
    low = [word.casefold().strip(",") for word in words]
    opens = next((at for at, word in enumerate(low) if at and word in table.RELATIVES), None)
    return _relative_verb(words, low, opens) if opens and not words[opens - 1].endswith(",") else None


def _quality_at(words: Sequence[str]) -> int | None:
    """Where an adjective stands that closes a question with "is" or is compared ("the bridge at Orle useful")."""
    low = [word.casefold().strip(",") for word in words]
    held = (at for at in range(1, len(low)) if words[at].islower() and low[at - 1] not in _NO_QUALITY)
    told = (at for at in held if low[at + 1 : at + 2] in ([], ["than"], ["enough"]))
    return next((at for at in told if low[at].endswith(table.ADJECTIVAL) or low[at] in table.QUALITIES), None)


def _closing_at(words: Sequence[str]) -> int | None:
    """The last word of a question with "is", where nothing else tells ("the council corrupt")."""
    last, before = len(words) - 1, words[-2].casefold() if len(words) > 1 else ""
    closing = words[0].casefold() in table.DETERMINERS and last > 1 and words[last].islower()
    return last if closing and before not in _NO_QUALITY else None


def adverb(word: str) -> bool:
    """Whether a word is an adverb that may stand before a verb."""
    low = word.casefold()
    if word[:1].isupper() or low == "last":
        return False
    return (low in ADVERBS or (low.endswith("ly") and low not in NOT_ADVERBS)) and low not in {
        "over", "here", "there", "long", "most", "more", "well", "far", "all", "much",
    }  # fmt: skip
