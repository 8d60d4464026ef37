"""All names in an article's text, gathered once: full names by surname, titles, letters, and what shows a body.

Theory. Whom a lone surname means, whether a lone word is a firm, who bears an office: the article itself tells, and
often later than it is asked. So one pass over the blocks comes first. Full names that differ by transliteration or
a middle name are one person's (same_person); a surname stands for those of its full names met before it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from sayso.annotating import names
from sayso.lang.en import kinds, media
from sayso.model.article import Block
from sayso.model.span import Span

MANY = 12
#: Share of letters in which two first names must agree. Tried on pairs such as Dimitri/Dmitry (.92),
#: Aleksandr/Alexander (.78), Yuri/Yury (.75) against Anna/Anton (.67), Maria/Marta (.80: left to the surname).
_ALIKE = 0.75
_PLACED = re.compile(
    r"\b(?:[Nn]eighbou?ring|in|from|across|throughout|within|inside|near|outside|"
    r"(?:town|city|village|port|province|region|district|island|state) of) ([^\W\d_][\w’'-]{1,30})"
)
#: A lone name that owns what only a body has.
_OWNS = re.compile(
    r"\b([A-Z][\w-]{1,30})[’']s (?:[\w-]{1,16} ){0,2}?(?:chief executive|board of directors|shares|"
    r"headquarters|customers|factory|factories|plant|plants|shareholders|founder|board)\b"
)
#: A lone name with the noun of a body or an outlet behind it ("the Skerryline agency").
_BODY_BEHIND = re.compile(
    r"\b[Tt]he ([A-Z][\w-]{1,30}) (?:news )?(?:" + "|".join(sorted(kinds.BODY_NOUNS | media.OUTLET_NOUNS)) + r")\b"
)
#: A lone word in capitals behind an article: "the old Ostrel barracks", "the Heron"; group 1. Behind a title of
#: nobility it is a ship's or a house's name ("the Queen Ada").
_THING = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Tt]his|[Tt]hat) (?:[a-z][\w-]{1,20} )?"
    r"(?:(?:Queen|King|Prince|Princess|Lady|Lord|Duke|Duchess|Empress|Countess) )?"
    r"([A-Z][\w’-]{1,30})\b(?![’']s| [A-Z]|-)"
)
#: A lone name that owns what only a state or a town has: "Norland's premier".
_RULED = re.compile(
    r"\b([A-Z][\w-]{1,30})[’']s (?:prime minister|premier|president|mayor|parliament|capital|borders?|coast|king|"
    r"queen|chancellor|central bank|interior ministry|defen[cs]e ministry|foreign ministry|streets|airports?)\b"
)
_PEOPLE = re.compile(r"(?:ian|ean|ese|ish|man)$")
_CAPITAL = re.compile(r"\b[A-Z][\w’-]{1,30}")
_LETTERS = re.compile(r" ?\(([A-Z][A-Za-z]{1,7})\)")
_APPOSED = re.compile(r",? (?:an?|the|its|their|his|her) ((?:[\w-]{1,20} ){0,3}[\w-]{1,20})")
#: An apposition or predicate right behind a name, up to the next mark: "…, the head of the port".
_BEARS = re.compile(r"(?:,| is| was)? the ([^,.;:()\n]{3,90})")
_TELLING = 3
#: Characters of a block that is too long to be a paragraph of news, and to be kept.
_LONG = 4000


@dataclass(frozen=True, slots=True)
class Named:
    """A proper name as the text has it somewhere: its words, its place, and the lower-case title before it."""

    words: tuple[str, ...]
    span: Span
    title: str = ""


class Lexicon:
    """All names in an article's text, to look up full names by their last word."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        """Gather names from all blocks but furniture, in one pass."""
        self.by_block: list[list[Named]] = []
        self.full: dict[str, dict[tuple[str, ...], int]] = defaultdict(dict)
        self.titles: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self.titled: dict[str, dict[tuple[str, ...], Span]] = defaultdict(dict)
        self.first: dict[tuple[str, ...], int] = {}
        self.letters: dict[str, str] = {}
        owners = {match[1] for match in _OWNS.finditer(text)}
        self.bodies = frozenset(owners.union(match[1] for match in _BODY_BEHIND.finditer(text)))
        self.companies: dict[str, dict[str, None]] = defaultdict(dict)
        self.places: frozenset[str] = frozenset(match[1] for match in _PLACED.finditer(text))
        self.bearers: dict[str, dict[tuple[str, ...], Span]] = defaultdict(dict)
        self.things = _things(text)
        for block in blocks:
            found = [] if block.kind == "furniture" else list(_names_in(text, block.span))
            self.by_block.append(found)
            for one in found:
                if len(one.words) > 1 and (match := _LETTERS.match(text, one.span.end)):
                    self.letters.setdefault(match[1], " ".join(one.words))
                if len(one.words) > 1 and one.words[-1] in kinds.COMPANY_WORDS:
                    self.companies[one.words[0]][" ".join(one.words)] = None
                if len(one.words) == 1 and one.title in kinds.BODY_NOUNS | media.OUTLET_NOUNS:
                    self.titles[one.words].add(one.title)
                if 2 <= len(one.words) <= 4 and names.person_like(one.words):
                    counts = self.full[one.words[-1]]
                    counts[one.words] = counts.get(one.words, 0) + 1
                    self.first.setdefault(one.words, one.span.start)
                    if (borne := _BEARS.match(text, one.span.end)) and len(borne[1].split()) >= _TELLING:
                        self.bearers[" ".join(borne[1].lower().split())].setdefault(one.words, one.span)
                    for title in {one.title, _apposed(text, one.span)} - {""}:
                        self.titles[one.words].add(title)
                        self.titled[title].setdefault(one.words, one.span)

    def full_names(self, surname: str) -> list[tuple[str, ...]]:
        """The different full names that end in a surname, variants of one first name counted once."""
        groups: list[tuple[str, ...]] = []
        for words in list(self.full.get(surname, {}))[:MANY]:
            if not any(same_person(words, other) for other in groups):
                groups.append(words)
        return groups

    def named_before(self, listed: Iterable[str], place: Span) -> Span | None:
        """The last place before another at which one of some full names first stood, None where there is none."""
        firsts = [(self.first[key], name) for name in listed if (key := tuple(name.split())) in self.first]
        start, name = max(((at, name) for at, name in firsts if at < place.start), default=(None, ""))
        return Span(start, start + len(name)) if start is not None else None

    def met(self, surname: str, before: int) -> list[tuple[str, ...]]:
        """Of the full names that end in a surname those met before a place; all where none has been met."""
        full = self.full_names(surname)
        return [words for words in full if self.first[words] < before] or full


def _things(text: str) -> frozenset[str]:
    """Lone words in capitals that the text shows to be no person's name: behind an article, or owner of a state's.

    A word behind a noun for a person ("the spokesman Lind") is left out, so are one that mostly stands without an
    article and one that may be a person's people ("the Illyrian").
    """
    owners = {match[1] for match in _RULED.finditer(text)}
    found: Counter[str] = Counter()
    for match in _THING.finditer(text):
        before = match[0].split()
        if not (before[-2].islower() and before[-2] in kinds.PERSON_NOUNS | kinds.HE_WORDS | kinds.SHE_WORDS):
            found[match[1]] += 1
    every = Counter(_CAPITAL.findall(text)) if found else found
    return frozenset(
        owners.union(name for name, count in found.items() if 2 * count >= every[name] and not _PEOPLE.search(name))
    )


def _names_in(text: str, span: Span) -> Iterable[Named]:
    """The names in a block, which depend on it alone: a paragraph that many articles print is read once."""
    if len(span) > _LONG:
        return _names_alone.__wrapped__(span.of(text), span.start)
    found = _names_alone(span.of(text), 0)
    return [Named(one.words, one.span.shifted(span.start), one.title) for one in found]


@lru_cache(maxsize=2048)
def _names_alone(text: str, by: int) -> tuple[Named, ...]:
    """The names in a text of its own, their places `by` code points further on."""
    found = []
    for run in names.runs(text, Span(0, len(text))):
        kept = names.untitled(text, run)
        if kept:
            before = text[max(0, kept.start - 24) : kept.start].split()
            title = before[-1].rstrip(".").lower() if before else ""
            words = tuple(token.of(text) for token in names.words(text, kept))
            found.append(Named(words, kept.shifted(by), title))
    return tuple(found)


def _apposed(text: str, name: Span) -> str:
    """The noun for a person in an apposition right behind a name (", a spokeswoman for the port"), or ""."""
    match = _APPOSED.match(text, name.end, name.end + 80)
    words = match[1].lower().split() if match else []
    return next((word for word in words if word in kinds.PERSON_NOUNS), "")


def same_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two full names are one person's: same surname, first names equal, initial or spelt alike."""
    if left[-1] != right[-1]:
        return False
    first, second = left[0].rstrip("."), right[0].rstrip(".")
    shorter, longer = sorted((left, right), key=len)
    if first == second or (len(shorter) > 1 and set(shorter) < set(longer)):
        return True
    if min(len(first), len(second)) == 1:
        return first[:1] == second[:1]
    alike = SequenceMatcher(None, first.lower(), second.lower(), autojunk=False).ratio()
    return first[0] == second[0] and alike >= _ALIKE
