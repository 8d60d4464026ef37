"""Whose word a statement is, past the wording: "the institute", "its analysts", "the minister", "Quillon", "he".

Sources (linking/sources.py) join names with names and must not guess. Whether two reports rest on one occasion has
to be asked of "the think tank" as well, so a weak name is led here to the mouth that its article or else its case
tells:

    a pronoun                        the last mouth before it in the article
    the spokesman of, analysts at    the body named with it
    its analysts, the authors        the last body before it in the article
    the institute, the Council       the last body of that noun named before it, else the only one of the case
    the minister                     the one person of the article, else of the case, whose role says so
    a surname                        the only one of the case who bears it

Nothing is rewritten: sources stay as they are, and each lead is kept with its reason. A person who directs or
speaks for a body is another mouth than the body, but kin to it: both may be heard on one occasion.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from sayso.lang.en.anonymous import ANONYMOUS_NOUNS
from sayso.lang.en.calendar import MONTHS
from sayso.lang.en.kinds import DOCUMENT_NOUNS, PERSON_NOUNS, TITLE_WORDS
from sayso.lang.en.occasions import ALIKE_BODIES, ANYONE, MINISTERS, MINISTRIES, OFFICERS, PAPERS
from sayso.lang.en.words import STOP
from sayso.linking.joins import Join
from sayso.linking.named import BODIES, Body, Lexicon, Mouth, named_in, proper, tokens_of
from sayso.linking.roots import Placed, Register, Root
from sayso.linking.spellings import plain_name
from sayso.model.article import HEADS
from sayso.model.case import Page

_PRONOUN: Final = re.compile(r"(?:he|she|it|they|him|her|them|who|which)\b", re.IGNORECASE)
_THEIRS: Final = re.compile(r"(?:its|their|his|her)\b", re.IGNORECASE)
_NAME: Final = r"[A-Z][\w’'-]{0,40}(?: [A-Z][\w’'-]{0,40}){0,5}"
_WROTE: Final = re.compile(rf"\b(?:{'|'.join(sorted(PAPERS))}) (?:by|of|from|that) (?:the )?(?P<who>{_NAME})")

#: Characters before a person's words within which the body is named that he or she leads.
_CLOSE = 300
#: Statements of an article that are looked back on.
_BACK = 40

_PAPERS: Final = DOCUMENT_NOUNS | PAPERS.keys()
_ONE: Final = frozenset({"he", "she", "him", "her"})
_NAMED_LAST: Final = re.compile(rf"(?:, |[’']s )(?:[A-Z][a-z]{{1,4}}\.? )?(?P<who>{_NAME})$")
_NAMED_FIRST: Final = re.compile(rf"(?P<who>{_NAME})(?:, | of | from | who )")
_PEOPLE: Final = frozenset({"person", "anonymous", "group"})
_DEFINITE: Final = frozenset({"the", "its", "their", "this", "his", "her", "that"})
_INDEFINITE: Final = frozenset({"a", "an", "one", "some", "two", "several", "another"})


@dataclass(frozen=True, slots=True)
class Mouths:
    """The mouth of each statement by its id, and for each mouth the keys of those that may speak with it."""

    of: Mapping[str, Mouth]
    kin: Mapping[str, frozenset[str]]


def mouths(items: Sequence[Placed], known: Register, leads: Iterable[Join] = ()) -> Mouths:
    """The mouth of every statement, and which mouths are kin.

    `leads` are joins of a description with the one it fits (route "role"), and of an office with who speaks for it.
    """
    lexicon = Lexicon(items, known)
    by_page: dict[str, list[Placed]] = defaultdict(list)
    for item in items:
        by_page[item.page.article.id].append(item)
    of: dict[str, Mouth] = {}
    kin: dict[str, set[str]] = defaultdict(set)
    for held in by_page.values():
        for item, mouth, body in _read(held, lexicon):
            of[item.id] = mouth
            if body and body.key != mouth.key:
                kin[mouth.key].add(body.key)
                kin[body.key].add(mouth.key)
    told = {item.id: item.root.words for item in items}
    for join in leads:
        left, right = of.get(join.left), of.get(join.right)
        if left is None or right is None or left.key == right.key:
            continue
        if join.route == "role" and proper(left.name) != proper(right.name):
            meant, ident = (left, join.right) if proper(left.name) else (right, join.left)
            if lexicon.bears(meant, told[ident]):
                of[ident] = replace(meant, why=join.why)
            elif not _some_people(told[ident]):
                kin[left.key].add(right.key)
                kin[right.key].add(left.key)
        else:
            kin[left.key].add(right.key)
            kin[right.key].add(left.key)
    return Mouths(of, {key: frozenset(others) for key, others in kin.items()})


def _some_people(words: str) -> bool:
    """Whether words name people without names: "palace insiders", "two aides"."""
    nouns = {word.removesuffix("s") for word in tokens_of(words)}
    return bool(nouns & (PERSON_NOUNS | ANONYMOUS_NOUNS))


class _Reader:
    """One article read in text order: which bodies it has named so far, and who has spoken."""

    def __init__(self, page: Page, lexicon: Lexicon, runs: Sequence[tuple[int, Body]]) -> None:
        """Nothing read yet; `runs` are the bodies that the article names, with their places."""
        self.page = page
        self.lexicon = lexicon
        self.runs = runs
        self.spoken: list[tuple[Mouth, frozenset[str], bool]] = []

    def before(self, at: int) -> list[Body]:
        """The bodies named up to a place; where none is, the first of all."""
        return [body for place, body in self.runs if place <= at] or [body for _, body in self.runs[:1]]

    def mouth(self, item: Placed) -> Mouth:
        """The mouth of the next statement."""
        root = item.root
        spoken = bool(root.words) if root.kind == "who" else root.kind == "unnamed" or bool(root.paper)
        if not spoken:
            return Mouth(root.key, root.name, root.source)
        if root.kind == "who" and _PRONOUN.fullmatch(root.words) and not proper(root.name):
            root = replace(root, words=root.name)
            item = replace(item, root=root)
        tokens = tokens_of(root.words)
        found = self._led(item, tokens) or Mouth(root.key, root.name, root.source)
        if item.statement.block not in HEADS:
            papers = frozenset(tokens_of(f"{root.words} {item.statement.chain[-1].cue.text}")) & _PAPERS
            person = root.kind in {"who", "unnamed"} and not papers and self._may_speak(found)
            self.spoken.append((found, frozenset(tokens) | papers, person))
        return found

    def _led(self, item: Placed, tokens: Sequence[str]) -> Mouth | None:
        """The mouth that a statement's words for its source lead to; None where they lead nowhere."""
        root = item.root
        called = root.name.split(", to ")[0]
        if root.words.lower() == "it" and (root.kind == "unnamed" or root.source in self.lexicon.people):
            return self._last("“it” is the body or paper before", thing=True)
        if _PRONOUN.fullmatch(root.words) and (root.kind == "unnamed" or _PRONOUN.fullmatch(called)):
            return self._last(f"“{root.words}” is who spoke before", person=root.words.lower() in _ONE)
        if root.words.lower() in _ONE and root.kind == "who" and not self._may_be_person(root):
            return self._last(f"“{root.words}” is who spoke before", person=True)
        if last := self._named_last(item):
            return last
        if root.kind == "who" and root.source in self.lexicon.people:
            return self.lexicon.whole(root.source)
        return (
            _person(item, tokens, self.lexicon)
            or self._body(item, tokens)
            or self._paper(item, tokens)
            or self._same(item, tokens)
        )

    def belongs(self, item: Placed, mouth: Mouth) -> Mouth | None:
        """The body that a person leads, or speaks or writes for; None where the text does not tell."""
        if body := self.lexicon.named_with(mouth) or self.lexicon.body_in(item.root.words, mouth):
            self.lexicon.explicit[mouth.key] = body
            return body
        if mouth.key in self.lexicon.explicit or _modified(item.root.words, mouth.name):
            return self.lexicon.explicit.get(mouth.key)
        here = self.lexicon.roles_in.get((mouth.source or "", self.page.article.id), ())
        told = {word for text in (*here, item.root.words) for word in tokens_of(text)}
        if told & MINISTERS and (ministry := self._nearest(item, MINISTRIES)):
            return ministry
        return self._nearest(item, None) if told & OFFICERS else None

    def _nearest(self, item: Placed, nouns: frozenset[str] | None) -> Mouth | None:
        """The last body named just before, or that has spoken before; one of `nouns` in its name."""
        at = item.root.at or item.statement.content[0].start
        spoken = {mouth.key for mouth, _, _ in self.spoken[-_BACK:]}
        near = [
            body.mouth
            for place, body in self.runs
            if place <= at
            and (at - place <= _CLOSE or body.mouth.key in spoken)
            and (not nouns or body.tokens & nouns)
        ]
        return near[-1] if near else None

    def _may_speak(self, mouth: Mouth) -> bool:
        """Whether a mouth can be a person: no body, outlet, place or paper."""
        source = self.lexicon.known.sources.get(mouth.source or "")
        return mouth.key not in self.lexicon.is_body and (source is None or source.kind in _PEOPLE)

    def _named_last(self, item: Placed) -> Mouth | None:
        """The person whose name ends or begins a source's words: "the secretary of the Tern Council, Ada Lind"."""
        found = _NAMED_LAST.search(item.root.words) or _NAMED_FIRST.match(item.root.words)
        plain = plain_name(found["who"]) if found else ""
        source = self.lexicon.known.people.get(plain)
        bearers = {source.id} if source else self.lexicon.surnames.get(plain, set())
        return self.lexicon.people.get(min(bearers)) if len(bearers) == 1 else None

    def _may_be_person(self, root: Root) -> bool:
        """Whether the source that "he" or "she" was given to can be a person."""
        source = self.lexicon.known.sources.get(root.source or "")
        return source is None or (source.kind == "person" and source.name.lower() not in MONTHS)

    def _last(self, why: str, *, person: bool = False, thing: bool = False) -> Mouth | None:
        """Who spoke last, or the last person who did, or the last that was none."""
        past = islice(reversed(self.spoken), _BACK)
        found = next((mouth for mouth, _, one in past if one or not person if not (one and thing)), None)
        return replace(found, why=why) if found else None

    def _body(self, item: Placed, tokens: Sequence[str]) -> Mouth | None:
        """The body that a name, or a description with a noun for bodies, leads to."""
        words, lexicon = item.root.words, self.lexicon
        for run in named_in(words) if _speaks_for(tokens) else ():
            if body := lexicon.bodies.get(plain_name(run)):
                return replace(body.mouth, why=f"“{words}” names {body.mouth.name}")
        wrote = _WROTE.search(words)
        if wrote:
            return lexicon.issuer(wrote["who"])
        nouns = [word for word in tokens if word in BODIES or word == "tank"]
        if not nouns or item.root.kind == "report":
            return None
        before = self.before(item.root.at or 0)
        wanted = frozenset().union({nouns[-1]}, *(group for group in ALIKE_BODIES if nouns[-1] in group))
        fits = [b for b in before if nouns[-1] in b.tokens] or [b for b in before if b.tokens & wanted]
        later = [body for _, body in self.runs if body.tokens & wanted]
        found = fits[-1] if fits else later[0] if later else lexicon.one_body(nouns[-1])
        return replace(found.mouth, why=f"“{words}” is {found.mouth.name}") if found else None

    def _paper(self, item: Placed, tokens: Sequence[str]) -> Mouth | None:
        """Who wrote "the note", or whose are "its analysts": the last who had one, else the last body."""
        words = item.root.words
        if self.lexicon.known.named_in(words) or frozenset(tokens) & BODIES:
            return None
        nouns = frozenset(tokens) & _PAPERS
        people = frozenset(tokens) & OFFICERS and (_THEIRS.match(words) or "authors" in tokens)
        if not (nouns and (tokens[0] in _DEFINITE or tokens[0] in nouns)) and not people:
            return None
        for mouth, told, _ in islice(reversed(self.spoken), _BACK):
            if nouns & told:
                return replace(mouth, why=f"“{words}” is the one of {mouth.name}")
        if nouns and all(PAPERS.get(noun) == "leak" for noun in nouns):
            return None
        before = [body for place, body in self.runs if place <= (item.root.at or 0)]
        if before:
            return replace(before[-1].mouth, why=f"“{words}”, named after {before[-1].mouth.name}")
        return self._last(f"“{words}”, named after who spoke before")

    def _same(self, item: Placed, tokens: Sequence[str]) -> Mouth | None:
        """Who spoke before and is meant by "the man", "the official", "The board member"."""
        if not tokens or tokens[0] not in _DEFINITE or item.root.words[4:5].isupper():
            return None
        rest = frozenset(tokens[1:])
        for mouth, told, person in islice(reversed(self.spoken), _BACK):
            if person and rest & told - STOP:
                return replace(mouth, why=f"“{item.root.words}” is {mouth.name}")
        if self.spoken and rest & ANYONE and self.spoken[-1][2]:
            return self._last(f"“{item.root.words}” is who spoke before")
        return None


def _read(held: Sequence[Placed], lexicon: Lexicon) -> Iterator[tuple[Placed, Mouth, Mouth | None]]:
    """Each statement of an article in text order with its mouth, and the body that mouth belongs to."""
    page = held[0].page
    runs = [(at, lexicon.bodies[plain_name(run)]) for at, run in lexicon.runs[page.article.id]]
    reader = _Reader(page, lexicon, runs)
    for item in sorted(held, key=lambda item: (item.statement.content[0].start, item.id)):
        mouth = reader.mouth(item)
        yield item, mouth, None if item.root.kind in {"own", "report"} else reader.belongs(item, mouth)


def _person(item: Placed, tokens: Sequence[str], lexicon: Lexicon) -> Mouth | None:
    """The person whom a surname or a bare office names."""
    words = item.root.words
    if item.root.paper or not tokens:
        return None
    bearers = lexicon.surnames.get(plain_name(words.split()[-1]), set())
    if words.split()[-1][:1].isupper() and len(bearers) == 1:
        mouth = lexicon.people[min(bearers)]
        return replace(mouth, why=f"the only one of that name: {mouth.name}")
    offices = [word for word in tokens if word in lexicon.roles]
    if not offices or tokens[0] in _INDEFINITE or words.split()[-1][:1].isupper():
        return None
    holders = lexicon.roles[offices[-1]]
    here = {source.id for source in item.page.sources}
    near = [ident for ident in sorted(holders) if here & lexicon.members[ident]]
    only = near if len(near) == 1 else sorted(holders) if len(holders) == 1 else []
    return replace(lexicon.people[only[0]], why=f"“{words}” is {lexicon.people[only[0]].name}") if only else None


def _speaks_for(tokens: Sequence[str]) -> bool:
    """Whether the body named in a source's words is the source: not where a nameless person is described by it."""
    head = next(
        (word for word in tokens if word in BODIES | _PAPERS | PERSON_NOUNS | ANONYMOUS_NOUNS | OFFICERS), ""
    )
    return head not in PERSON_NOUNS | ANONYMOUS_NOUNS or head in OFFICERS


def _modified(words: str, name: str) -> bool:
    """Whether words for a person name something else besides: "the Calveck chief executive"."""
    own = {word.lower() for word in name.split()}
    return any(
        word[:1].isupper() and word.lower() not in own and word.lower() not in PERSON_NOUNS | OFFICERS | STOP
        for word in words.split()[1:]
        if word not in TITLE_WORDS
    )
