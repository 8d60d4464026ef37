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
from collections.abc import Iterable
from itertools import islice

from sayso.annotating import names
from sayso.annotating.affiliations import affiliation
from sayso.annotating.lexicon import MANY, Lexicon, same_person
from sayso.lang.en import givennames, kinds, media
from sayso.model.sources import Led, Role, Source, SourceKind
from sayso.model.span import Ref, Span, content_id

_BEFORE_PREPOSITION = re.compile(r"\s(?:of|at|for|in|on|from|with|to|by|under|who|and)\s")
#: The first letter behind those of Latin script.
_LATIN = "\u0250"


class Known:
    """One source while an article is being read; becomes a frozen Source at the end.

    `kept` is set once it has spoken or carried; `key` is what its id is made of where its first name is not enough.
    """

    __slots__ = ("descriptors", "gender", "kept", "key", "kind", "led", "mentions", "names", "nouns", "roles")

    def __init__(self, kind: SourceKind | None, name: str, key: tuple[object, ...] = ()) -> None:
        """Begin with one name."""
        self.kind = kind
        self.names: dict[str, None] = {name: None}
        self.mentions: dict[Span, None] = {}
        self.roles: dict[Span, None] = {}
        self.descriptors: dict[Span, None] = {}
        self.led: dict[Span, Span] = {}
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
        name = max(listed, key=lambda one: (one[:1] < _LATIN, len(one.split()), len(one)))
        tie = affiliation(text, self.roles) if self.kind == "person" else None
        return Source(
            self.id(article),
            name,
            self.kind or "person",
            tuple(Ref(article, span) for span in sorted(self.mentions)),
            _said(article, text, self.roles),
            tuple(one for one in listed if one != name),
            affiliation=_said(article, text, [tie])[0] if tie else None,
            led=tuple(Led(Ref(article, span), Ref(article, shown)) for span, shown in sorted(self.led.items())),
            descriptors=_said(article, text, self.descriptors),
        )

    def id(self, article: str) -> str:
        """The id, made of what the source was first known by."""
        return content_id("src", article, *self.key)


def _said(article: str, text: str, spans: Iterable[Span]) -> tuple[Role, ...]:
    """What stands at places, as records in text order."""
    return tuple(Role(" ".join(span.of(text).split()), Ref(article, span)) for span in sorted(spans))


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

    def __init__(self, text: str, lexicon: Lexicon, *, outlet: str | None = None) -> None:
        """Start empty; `doubts` collects places at which a name could mean several people.

        `outlet` is the article's own, which is no person.
        """
        self.text, self.lexicon = text, lexicon
        self.known: list[Known] = []
        self.by_name: dict[str, Known] = {}
        self.by_noun: dict[str, list[Known]] = defaultdict(list)
        self._by_last: dict[str, list[Known]] = defaultdict(list)
        self._by_first: dict[str, list[Known]] = defaultdict(list)
        self._by_letters: dict[str, list[Known]] = defaultdict(list)
        self.doubts: list[tuple[Span, str]] = []
        self.own = frozenset((outlet, *outlet.split()[:8])) if outlet else frozenset[str]()

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
            full = self.lexicon.met(name, phrase.name.start)
            if len(full) > 1:
                return self.add(self._one_of(full, name, phrase))
            if len(self.lexicon.full_names(name)) > 1 and not (phrase.noun and phrase.roles):
                return self.add(self.person(" ".join(full[0])))
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
        if phrase.kind not in {"outlet", "organisation", None} or name in self.lexicon.places:
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

    def person(self, name: str) -> Known:
        """The source, or the person met in passing, that bears the fullest name of the article."""
        who = self.by_name.setdefault(name, Known("person", name))
        who.gender = who.gender or self._title_tells(tuple(name.split()))
        _put(self._by_last[name.rsplit(maxsplit=1)[-1]], who)
        return who

    def is_body(self, name: str) -> bool:
        """Whether a name met in passing is shown to be a body, an outlet or a place by the words beside it."""
        titles = self.lexicon.titles.get(tuple(name.split()), set())
        return bool(
            name in self.lexicon.bodies
            or (name in self.own and not self.lexicon.full_names(name))
            or name.lower().endswith("news")
            or titles & (kinds.BODY_NOUNS | media.OUTLET_NOUNS)
            or (" " not in name and self.lexicon.companies.get(name))
        )

    def bearing(self, role: str) -> tuple[Known, Span] | None:
        """The one person to whom the text gives an office in so many words, and where; or None."""
        borne = self.lexicon.bearers.get(role, {})
        if len(borne) != 1:
            return None
        words, span = next(iter(borne.items()))
        full = self.lexicon.full_names(words[-1])
        same = next((one for one in full if same_person(one, words)), words)
        return self.person(" ".join(same)), span

    def titled(self, noun: str, *, before: Span) -> Known | None:
        """The one person who bears a title or office anywhere before a place, met as a source or not."""
        nouns = {noun}.union(*(same for same in kinds.SAME_NOUN if noun in same))
        apart = kinds.HE_WORDS if noun in kinds.SHE_WORDS else kinds.SHE_WORDS if noun in kinds.HE_WORDS else set()
        bearers = {
            words: None
            for one in sorted(nouns - apart)
            for words, span in islice(self.lexicon.titled.get(one, {}).items(), MANY)
            if span.start < before.start
        }
        return self.passing(next(iter(bearers))) if len(bearers) == 1 else None

    def _title_tells(self, words: tuple[str, ...]) -> str | None:
        """The pronoun that the titles before a full name allow anywhere in the text, or its given name."""
        titles = self.lexicon.titles.get(words, set())
        first = words[0].lower() if len(words) > 1 else ""
        if titles & (kinds.HE_WORDS | kinds.SHE_WORDS):
            return "he" if titles & kinds.HE_WORDS else "she"
        return "he" if first in givennames.HE_NAMES else "she" if first in givennames.SHE_NAMES else None


def _put(listed: list[Known], one: Known) -> None:
    """Append where it is not there yet; the oldest few are enough to know that a name is not unique."""
    if len(listed) < MANY and not any(one is other for other in listed):
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
