"""Parts of a quantity and additions to it, and the whole that each of them belongs to.

"Of them 900", "57 of which", "half of the 640": a part, of the number that its words point at. "Another 12,000",
"on top of the 45,000": an addition, to a number of the same kind that the article gives. Neither is ever compared
with its whole, and where none is found it stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.lang.en.happenings import PEOPLE
from sayso.linking.clusters import Group
from sayso.linking.counted import Seen, points_back
from sayso.model.amounts import Part

Key = tuple[str, str]

_REACH = 60
_POINTS = r"(?:them|these|those(?!\s+who)|whom|which)"
_BEFORE = re.compile(
    rf"\b(?:(?:of|among)\s+{_POINTS},?|including|include|includes|included|among)\s+(?:[\w’'-]+\s+){{0,2}}\W?$",
    re.IGNORECASE,
)
#: "A first delivery of 8,000", "a second batch of 300".
_BATCH = re.compile(
    r"\b(?:first|second|third|last|final|initial|next)\s+(?:delivery|batch|instalment|installment|tranche|shipment|"
    r"consignment|group|wave)\s+of\s+(?:[\w’'-]+\s+)?$",
    re.IGNORECASE,
)
#: "Of the pickets hurt last week, two": from the head of the sentence to the part.
_OPENING = re.compile(
    r"\W*of\s+(?:the|its|his|her|their)\s+[^\d,.;:]{3,60},\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE
)
_BEHIND = re.compile(rf"\s*(?:[\w’'-]+\s+){{0,3}}?(?:of|among)\s+{_POINTS}\b", re.IGNORECASE)
#: "Half of the 640", "210 of its 640 jobs", "4,870 of the 6,860": between a part and its whole.
_OF_NEXT = re.compile(
    r"\s*(?:[\w’'-]+\s+){0,2}of\s+(?:(?:the|its|his|her|their|our|all|those|these)\s+){0,2}"
    r"(?:original\s+|nearly\s+|about\s+|some\s+|almost\s+)?$",
    re.IGNORECASE,
)
#: "Of the 12,000, some 3,500": before the whole, and between it and the part.
_OF = re.compile(r"(?:^|[\s“\"(])of\s+(?:the|its|his|her|their|all|those|these)\s+$", re.IGNORECASE)
_COMMA = re.compile(r"[^,.;:]{0,40},\s+(?:[\w’'-]+\s+){0,3}$")
#: "Three of the victims": a part of what the words name.
_OF_NAMED = re.compile(r"\s*of\s+(?:the|its|his|her|their|those|these)\s+([^\W\d_]{3,30})", re.IGNORECASE)
_ON_TOP = re.compile(
    r"\b(?:on\s+top\s+of|in\s+addition\s+to|besides|over\s+and\s+above|joining)\s+(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Share:
    """What a number is of another: its role, and the key of a number that gives the whole, where one does."""

    role: Part
    whole: Key | None


def shares(seen: Sequence[Seen]) -> dict[Key, Share]:
    """The parts and additions among the numbers of one article in text order, by their keys."""
    told = {}
    for index, one in enumerate(seen):
        found = _part(one, index, seen) or (_addition(one, index, seen) if one.added else None)
        if found:
            told[one.key] = found
    return told


def _part(one: Seen, index: int, seen: Sequence[Seen]) -> Share | None:
    """The share that a number is by the words around it; None where they make it no part."""
    text, span = one.page.article.text, one.amount.span
    before = text[max(one.sentence.start, span.start - _REACH) : span.start]
    behind = text[span.end : min(one.sentence.end, span.end + _REACH)]
    following = seen[index + 1] if index + 1 < len(seen) else None
    if following and following.sentence == one.sentence and following.page is one.page:
        between = text[span.end : following.amount.span.start]
        if len(between) <= _REACH and _OF_NEXT.fullmatch(between):
            return Share("part", following.key)
    earlier = seen[index - 1] if index else None
    if earlier and earlier.sentence == one.sentence:
        ahead = text[max(earlier.sentence.start, earlier.amount.span.start - _REACH) : earlier.amount.span.start]
        between = text[earlier.amount.span.end : span.start]
        if _OF.search(ahead) and len(between) <= _REACH and _COMMA.fullmatch(between):
            return Share("part", earlier.key)
    counts = one.scale in ("count", "bare") and max(one.ends, default=0.0) >= 1
    opening = text[one.sentence.start : span.start]
    if counts and (
        _BEFORE.search(before)
        or _BATCH.search(before)
        or _BEHIND.match(behind)
        or (len(opening) <= 2 * _REACH and _OPENING.fullmatch(opening))
        or (_OF_NAMED.match(behind) and one.head in (*PEOPLE, ""))
    ):
        return Share("part", _antecedent(one, index, seen))
    return None


def _antecedent(one: Seen, index: int, seen: Sequence[Seen]) -> Key | None:
    """The number that "of them" points at: the last one before that is larger and may be its whole."""
    for other in _backwards(index, seen):
        if other.sentence.end < one.sentence.start - 3 * _REACH:
            return None
        if _may_be_whole(one, other):
            return other.key
    return None


def _backwards(index: int, seen: Sequence[Seen]) -> Iterator[Seen]:
    return (seen[at] for at in range(index - 1, max(-1, index - 6), -1))


def _may_be_whole(one: Seen, other: Seen) -> bool:
    if other.scale != one.scale and "bare" not in (one.scale, other.scale):
        return False
    if other.head != one.head and one.head and other.head and not {one.head, other.head} <= PEOPLE:
        return False
    return max(other.ends, default=0.0) > max(one.ends, default=0.0)


def _addition(one: Seen, index: int, seen: Sequence[Seen]) -> Share:
    """The addition that a number is, and what it comes on top of."""
    text = one.page.article.text
    near = [*_backwards(index, seen), *seen[index + 1 : index + 6]]
    for other in near:
        start = other.amount.span.start
        if abs(start - one.amount.span.start) <= 6 * _REACH and _ON_TOP.search(
            text[max(0, start - _REACH) : start]
        ):
            return Share("addition", other.key)
    for other in near:
        like = one.head == other.head or {one.head, other.head} <= {*PEOPLE, ""}
        akin = like and (set(one.happens) & set(other.happens) or one.near & other.near)
        if akin and other.scale == one.scale and not other.added and not set(one.ends) & set(other.ends):
            return Share("addition", other.key)
    return Share("addition", None)


def inherited(told: Mapping[Key, Share], groups: Sequence[Group]) -> dict[Key, Share]:
    """The shares with those of repeated mentions: "the 12,000" are still the further ones, a part stays a part.

    An addition told again without its word and without "the" is told as the whole, and has no share.
    """
    out = dict(told)
    for group in groups:
        first: dict[float, Share] = {}
        for one in group:
            known = next((first[end] for end in one.ends if end in first), None)
            if one.key not in out and known and (known.role == "part" or points_back(one)):
                out[one.key] = known
            if one.key in out:
                first.update(dict.fromkeys(one.ends, out[one.key]))
    return out


def wholes(told: Mapping[Key, Share], groups: Sequence[Group]) -> dict[int, list[Key]]:
    """The parts and additions of each quantity, by its number, in the order of their days.

    Where an article gives no whole for an addition or a part, it is that of the largest quantity that counts the
    same and to which the same happens.
    """
    home = {one.key: at for at, group in enumerate(groups) for one in group}
    largest: dict[tuple[str, str], tuple[int, int]] = {}
    for at, group in enumerate(groups):
        if not any(one.key in told for one in group):
            for one in group:
                for key in _matters(one):
                    largest[key] = max(largest.get(key, (0, 0)), (len(group), -at))
    out: dict[int, list[Key]] = {}
    for at, group in enumerate(groups):
        for one in group:
            share = told.get(one.key)
            found = home.get(share.whole) if share and share.whole else None
            if share and found is None:
                found = next((-largest[key][1] for key in _matters(one) if key in largest), None)
            if found is not None and found != at:
                out.setdefault(found, []).append(one.key)
    return out


def _matters(one: Seen) -> Iterator[tuple[str, str]]:
    return ((one.head or one.scale, happening) for happening in one.happens[:2])
