"""The sources of one article as they become known: names gathered from the whole text, each with its variants.

Theory. A newspaper gives a full name once and a surname afterwards, so a surname stands for the one full name in
the article that ends in it, wherever that stands; where two full names end in it, only a title tells them apart,
and without one it stands for neither. A body is named in full once and by its letters afterwards: letters stand for
the name whose initials they are, or beside which they stand in brackets. First names that differ by transliteration
(Dimitri, Dmitry) with one surname are one person if they begin alike and three in four of their letters agree.
Everything else is left apart: joining is linking's, as a proposal.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from sayso.annotating import names
from sayso.lang.en import kinds, media
from sayso.model.article import Block
from sayso.model.sources import Role, Source, SourceKind
from sayso.model.span import Ref, Span, content_id

#: Share of letters in which two first names must agree. Tried on pairs such as Dimitri/Dmitry (.92),
#: Aleksandr/Alexander (.78), Yuri/Yury (.75) against Anna/Anton (.67), Maria/Marta (.80: left to the surname).
_ALIKE = 0.75
_PLACED = re.compile(
    r"\b(?:[Nn]eighbou?ring|in|from|across|throughout|within|inside|near|outside) ([^\W\d_][\w’'-]{1,30})"
)
_BEFORE_PREPOSITION = re.compile(r"\s(?:of|at|for|in|on|from|with|to|by|under|who|and)\s")
#: A lone name that owns what only a body has.
_OWNS = re.compile(
    r"\b([A-Z][\w-]{1,30})[’']s (?:[\w-]{1,16} ){0,2}?(?:chief executive|board of directors|shares|"
    r"headquarters|customers|factory|factories|plant|plants|shareholders|founder|board)\b"
)
_LETTERS = re.compile(r" ?\(([A-Z][A-Za-z]{1,7})\)")
_APPOSED = re.compile(r",? (?:an?|the|its|their|his|her) ((?:[\w-]{1,20} ){0,3}[\w-]{1,20})")
_MANY = 12


class Known:
    """One source while an article is being read; becomes a frozen Source at the end.

    `kept` is set once it has spoken or carried; `key` is what its id is made of where its first name is not enough.
    """

    __slots__ = ("gender", "kept", "key", "kind", "mentions", "names", "nouns", "roles")

    def __init__(self, kind: SourceKind | None, name: str, key: tuple[object, ...] = ()) -> None:
        """Begin with one name."""
        self.kind = kind
        self.names: dict[str, None] = {name: None}
        self.mentions: dict[Span, None] = {}
        self.roles: dict[Span, None] = {}
        self.nouns: set[str] = set()
        self.gender: str | None = None
        self.key = key or (name,)
        self.kept = False

    def before(self, place: Span) -> bool:
        """Whether the source has been mentioned before a place; the first few mentions are enough to know."""
        return any(span.start < place.start for span in islice(self.mentions, 4))

    def source(self, article: str, text: str) -> Source:
        """The frozen record: the longest name leads, the others are aliases in the order met."""
        listed = list(self.names)
        name = max(listed, key=lambda one: (len(one.split()), len(one)))
        return Source(
            self.id(article),
            name,
            self.kind or "person",
            tuple(Ref(article, span) for span in sorted(self.mentions)),
            tuple(Role(" ".join(span.of(text).split()), Ref(article, span)) for span in sorted(self.roles)),
            tuple(one for one in listed if one != name),
        )

    def id(self, article: str) -> str:
        """The id, made of what the source was first known by."""
        return content_id("src", article, *self.key)


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
        self.letters: dict[str, str] = {}
        self.bodies: frozenset[str] = frozenset(match[1] for match in _OWNS.finditer(text))
        self.companies: dict[str, dict[str, None]] = defaultdict(dict)
        self.places: frozenset[str] = frozenset(match[1] for match in _PLACED.finditer(text))
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
                    for title in {one.title, _apposed(text, one.span)} - {""}:
                        self.titles[one.words].add(title)
                        self.titled[title].setdefault(one.words, one.span)

    def full_names(self, surname: str) -> list[tuple[str, ...]]:
        """The different full names that end in a surname, variants of one first name counted once."""
        groups: list[tuple[str, ...]] = []
        for words in list(self.full.get(surname, {}))[:_MANY]:
            if not any(same_person(words, other) for other in groups):
                groups.append(words)
        return groups


def _names_in(text: str, span: Span) -> Iterable[Named]:
    for run in names.runs(text, span):
        kept = names.untitled(text, run)
        if kept:
            before = text[max(span.start, kept.start - 24) : kept.start].split()
            title = before[-1].rstrip(".").lower() if before else ""
            yield Named(tuple(token.of(text) for token in names.words(text, kept)), kept, title)


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
    if first == second:
        return True
    if min(len(first), len(second)) == 1:
        return first[:1] == second[:1]
    alike = SequenceMatcher(None, first.lower(), second.lower(), autojunk=False).ratio()
    return first[0] == second[0] and alike >= _ALIKE


def initials(name: str) -> str:
    """The first letters of a name's capitalised words."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[:1].isupper())


def gender_of(text: str, phrase: names.Phrase) -> str | None:
    """The pronoun that a title or a role in a phrase allows ("he", "she"), None where neither tells."""
    around = {word.strip(".,").lower() for word in phrase.span.of(text).split()[:12]} | {phrase.noun}
    if around & kinds.HE_WORDS:
        return "he"
    return "she" if around & kinds.SHE_WORDS else None


class Registry:
    """The named sources met so far, looked up by name, last word, letters and noun."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """Start empty; `doubts` collects places at which a name could mean several people."""
        self.text, self.lexicon = text, lexicon
        self.known: list[Known] = []
        self.by_name: dict[str, Known] = {}
        self.by_noun: dict[str, list[Known]] = defaultdict(list)
        self._by_last: dict[str, list[Known]] = defaultdict(list)
        self._by_first: dict[str, list[Known]] = defaultdict(list)
        self._by_letters: dict[str, list[Known]] = defaultdict(list)
        self.doubts: list[tuple[Span, str]] = []

    def add(self, one: Known) -> Known:
        """`one`, remembered as a source that has spoken or carried."""
        if not one.kept:
            one.kept = True
            self.known.append(one)
        return one

    def named(self, phrase: names.Phrase, *, outlet: bool, same: Known | None = None) -> Known:
        """The source that a phrase with a name means; `outlet` where the phrase names a medium.

        `same` is the source that had been described before and is named here, if there is one.
        """
        assert phrase.name is not None  # noqa: S101 - narrowed by the caller
        name = " ".join(phrase.name.of(self.text).split())
        if " " not in name and phrase.kind in {None, "person"} and not outlet:
            full = self.lexicon.full_names(name)
            if len(full) > 1:
                return self.add(self._one_of(full, name, phrase))
        who = self.by_name.get(name) or self._variant(name, phrase) or same
        if who and who is same:
            # what it was called before it had a name is a role of it
            who.names = {name: None}
            who.roles.update(dict.fromkeys(list(who.mentions)[:1]))
        who = who or self._first_met(name, phrase, outlet=outlet)
        self._learn(who, name, phrase)
        return self.add(who)

    def _one_of(self, full: list[tuple[str, ...]], name: str, phrase: names.Phrase) -> Known:
        """Of several people with one surname the one whose title stands with it; else the surname by itself."""
        titled = [one for one in full if phrase.noun and phrase.noun in self.lexicon.titles[one]]
        if len(titled) != 1:
            self.doubts.append((phrase.span, f"“{name}” may be {' or '.join(' '.join(one) for one in full)}."))
            return self.by_name.setdefault(name, Known("person", name))
        whole = " ".join(titled[0])
        who = self.by_name.setdefault(whole, Known("person", whole))
        who.roles.update(dict.fromkeys(phrase.roles))
        return who

    def _variant(self, name: str, phrase: names.Phrase) -> Known | None:
        """A source already known under a longer, shorter or differently spelt name."""
        parts = tuple(name.split())
        same_end = self._by_last.get(parts[-1], [])
        if len(parts) == 1:
            fitting = [one for one in same_end if phrase.kind in {None, one.kind} or one.kind != "person"]
            fitting += [one for one in self._by_letters.get(name, []) if one.kind not in {None, "person"}]
            fitting += self._beginning(name, phrase)
            return self._told_apart(fitting, phrase)
        if phrase.kind == "person":
            alike = [one for one in same_end if any(_is_variant(parts, other) for other in one.names)]
            return alike[0] if len(alike) == 1 else None
        short = self.by_name.get(initials(name)) or self.by_name.get(parts[0])
        fits = short and short.kind in {"organisation", "outlet"} and short.kind in {phrase.kind, "outlet"}
        return short if fits and len(initials(name)) > 1 else None

    def _beginning(self, name: str, phrase: names.Phrase) -> list[Known]:
        """Bodies and outlets whose longer name begins with this word ("VNN" for "VNN News")."""
        if phrase.kind not in {"outlet", "organisation", None}:
            return []
        return [one for one in self._by_first.get(name, []) if one.kind in {"outlet", "organisation"}]

    def _told_apart(self, fitting: list[Known], phrase: names.Phrase) -> Known | None:
        """The one source that a name means: the only one, or the one whose title stands with it; else None."""
        unique = list({id(one): one for one in fitting}.values())
        name = phrase.name.of(self.text) if phrase.name else ""
        if len(unique) == 1 and len(self.lexicon.full_names(name)) <= 1:
            return unique[0]
        told = [one for one in unique if phrase.noun and phrase.noun in one.nouns]
        return told[0] if len(told) == 1 else None

    def _first_met(self, name: str, phrase: names.Phrase, *, outlet: bool) -> Known:
        """A new source; a lone surname takes the one full name in the article that ends in it."""
        kind = phrase.kind
        if outlet and (kind in {None, "person"} or name.isupper()):
            kind = "outlet"
        kind = self._kind(name, kind, phrase)
        if kind in {None, "organisation", "outlet"} and name in self.lexicon.letters:
            return self._whole(self.lexicon.letters[name], kind or "organisation")
        if " " not in name and kind in {None, "person"}:
            full = self.lexicon.full_names(name)
            if not full and len(companies := self.lexicon.companies.get(name, {})) == 1:
                return self._whole(next(iter(companies)), "organisation")
            if len(full) == 1:
                return self._whole(" ".join(full[0]), "person")
            if kind is None and name.lower().endswith(kinds.AGENT_ENDINGS):
                return self._whole(name, "group")
        if kind is None:
            placed = name in self.lexicon.places
            kind = "place" if placed and not phrase.definite else "organisation" if phrase.definite else "person"
        return self._whole(name, kind)

    def _kind(self, name: str, kind: SourceKind | None, phrase: names.Phrase) -> SourceKind | None:
        """The kind of a name, told from the words before it anywhere in the text where the phrase is silent."""
        if kind not in {None, "person"} or phrase.roles or phrase.noun in kinds.PERSON_NOUNS:
            return kind
        before = self.lexicon.titles.get(tuple(name.split()), set()) - {""}
        if name in self.lexicon.bodies and not self.lexicon.full_names(name):
            return "organisation"
        if before & media.OUTLET_NOUNS:
            return "outlet"
        return "organisation" if before and before <= kinds.BODY_NOUNS | {"the"} else kind

    def _whole(self, name: str, kind: SourceKind) -> Known:
        """The source known by a full name, which may have been met in passing; a new one where there is none."""
        who = self.by_name.get(name) or Known(kind, name)
        return self.add(who)

    def _learn(self, who: Known, name: str, phrase: names.Phrase) -> None:
        """Add a name, its letters, its roles and its nouns to a source."""
        listed = [name, phrase.alias.of(self.text)] if phrase.alias else [name]
        for one in dict.fromkeys((*who.names, *listed)):
            who.names.setdefault(one)
            self.by_name.setdefault(one, who)
            words = one.split()
            _put(self._by_last[words[-1]], who)
            _put(self._by_first[words[0]], who)
            if len(words) > 1:
                _put(self._by_letters[initials(one)], who)
        for role in phrase.roles:
            who.roles[role] = None
        self.note_nouns(who, (phrase.noun, *_nouns_of(self.text, phrase, who)))
        who.gender = who.gender or gender_of(self.text, phrase)

    def note_nouns(self, who: Known, nouns: Iterable[str]) -> None:
        """Remember by which nouns a source may be meant."""
        for noun in nouns:
            if noun and noun not in who.nouns:
                who.nouns.add(noun)
                _put(self.by_noun[noun], who)

    def passing(self, words: tuple[str, ...]) -> Known | None:
        """The person whom a name in the text means, met as a source or not; None where it is no person's."""
        known = self.by_name.get(" ".join(words))
        if known:
            known.gender = known.gender or self._title_tells(words)
            return known if known.kind == "person" else None
        full = self.lexicon.full_names(words[-1]) if names.person_like(words) else []
        if len(full) != 1 or (len(words) == 1 and words[0] != full[0][-1]):
            return None
        name = " ".join(full[0])
        one = self.by_name.setdefault(name, Known("person", name))
        one.gender = one.gender or self._title_tells(full[0])
        _put(self._by_last[full[0][-1]], one)
        return one

    def titled(self, noun: str, *, before: Span) -> Known | None:
        """The one person who bears a title or office anywhere before a place, met as a source or not."""
        nouns = {noun}.union(*(same for same in kinds.SAME_NOUN if noun in same))
        apart = kinds.HE_WORDS if noun in kinds.SHE_WORDS else kinds.SHE_WORDS if noun in kinds.HE_WORDS else set()
        bearers = {
            words: None
            for one in sorted(nouns - apart)
            for words, span in islice(self.lexicon.titled.get(one, {}).items(), _MANY)
            if span.start < before.start
        }
        return self.passing(next(iter(bearers))) if len(bearers) == 1 else None

    def _title_tells(self, words: tuple[str, ...]) -> str | None:
        """The pronoun that the titles before a full name allow anywhere in the text."""
        titles = self.lexicon.titles.get(words, set())
        return "he" if titles & kinds.HE_WORDS else "she" if titles & kinds.SHE_WORDS else None


def _put(listed: list[Known], one: Known) -> None:
    """Append where it is not there yet; the oldest few are enough to know that a name is not unique."""
    if len(listed) < _MANY and not any(one is other for other in listed):
        listed.append(one)


def _is_variant(parts: tuple[str, ...], other: str) -> bool:
    words = tuple(other.split())
    return len(words) > 1 and same_person(parts, words)


def _nouns_of(text: str, phrase: names.Phrase, who: Known) -> set[str]:
    """The nouns by which a later phrase may mean a source: of its role up to a preposition, or of its name."""
    words: set[str] = {"spokesman"} if " speaks for " in phrase.span.of(text) else set()
    for role in phrase.roles:
        head = _BEFORE_PREPOSITION.split(f"{role.of(text)[:160]} ", maxsplit=1)[0]
        words |= {word.strip(".,()").lower() for word in head.split()}
    if who.kind == "person":
        return words & kinds.PERSON_NOUNS
    words |= {word.lower() for name in who.names for word in name.split()}
    return words & (kinds.BODY_NOUNS | media.OUTLET_NOUNS)
