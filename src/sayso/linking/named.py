"""The bodies and people of a case by what may stand for them: short names, nouns, surnames, offices.

Bodies are read off the texts themselves, since who is only named and never quoted is no source: runs of words in
capitals whose last word is a noun for bodies ("the Tern Harbour Council") or has "of" behind it ("the Institute for
Tides"). A shorter name is the one longer name that holds all its words, where only one does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from sayso.lang.en.calendar import MONTHS
from sayso.lang.en.kinds import BODY_NOUNS, COMPANY_WORDS, PERSON_NOUNS
from sayso.lang.en.occasions import MORE_BODIES, OFFICERS
from sayso.lang.en.words import STOP
from sayso.linking.roots import Placed, Register
from sayso.linking.spellings import plain_name
from sayso.model.case import Page
from sayso.model.span import Ref

_RUN: Final = re.compile(r"[A-Z][\w&’'-]{0,40}(?:[ \t](?:(?:of|for|and|on|the)[ \t]){0,2}[A-Z][\w&’'-]{0,40}){0,7}")
_CLAUSE: Final = re.compile(r"[,.;:!?”\"()\n]")
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

#: Names of bodies of one article that are read, words of a source, mentions of a person before which a role is
#: looked for, and bodies of one word that are held against a shorter name.
_MOST, _WORDS, _MENTIONS, _LONGER = 400, 24, 60, 100

#: Nouns for bodies, singular.
BODIES: Final = BODY_NOUNS | MORE_BODIES


@dataclass(frozen=True, slots=True)
class Mouth:
    """One mouth of the case: its key, its best name, the case's source if it has one, and why it was taken."""

    key: str
    name: str
    source: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the case names it."""

    mouth: Mouth
    tokens: frozenset[str]


class Lexicon:
    """The bodies and people of a case by what may stand for them."""

    def __init__(self, items: Sequence[Placed], known: Register) -> None:
        """Read the bodies off the articles of `items`, and the people off their sources."""
        self.known = known
        self.pages = {item.page.article.id: item.page for item in items}
        self.bodies: dict[str, Body] = {}
        self.by_noun: dict[str, dict[str, Body]] = defaultdict(dict)
        self._by_token: dict[str, list[Body]] = defaultdict(list)
        self.surnames: dict[str, set[str]] = defaultdict(set)
        self.roles: dict[str, set[str]] = defaultdict(set)
        self.people: dict[str, Mouth] = {}
        self.explicit: dict[str, Mouth] = {}
        self.roles_in: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._with: dict[str, Mouth | None] = {}
        self.is_body: set[str] = set()
        self.members: dict[str, frozenset[str]] = {}
        self.runs = {ident: list(_runs(page)) for ident, page in self.pages.items()}
        self._name_bodies(known)
        self._name_people(items, known)

    def _name_bodies(self, known: Register) -> None:
        names = sorted({run for runs in self.runs.values() for _, run in runs}, key=lambda n: (-len(n), n))
        for name in names:
            plain = plain_name(name)
            tokens = frozenset(plain.split())
            nouns = tokens & BODIES
            source = known.bodies.get(plain)
            longer = self._longer(tokens)
            if longer:
                self.bodies[plain] = longer
                continue
            held = source if source in known.sources else None
            key = f"who {held}" if held else f"body {plain}"
            best = known.sources[held].name if held else name
            self.bodies[plain] = Body(Mouth(key, best, held), tokens)
            for noun in nouns:
                self.by_noun[noun][key] = self.bodies[plain]
            for token in tokens:
                self._by_token[token].append(self.bodies[plain])
            self.is_body.add(key)

    def _longer(self, tokens: frozenset[str]) -> Body | None:
        """The one longer name of the case that holds all words of a shorter one."""
        rarest = min((self._by_token.get(token, []) for token in sorted(tokens)), key=len)
        found = [body for body in rarest[:_LONGER] if tokens <= body.tokens][:2]
        return found[0] if len(found) == 1 else None

    def _name_people(self, items: Sequence[Placed], known: Register) -> None:
        worded: dict[str, set[str]] = defaultdict(set)
        for item in items:
            if item.root.kind == "who" and item.root.source:
                worded[item.root.source].add(item.root.words)
        for ident in sorted(worded):
            source = known.sources.get(ident)
            if source is None or source.kind != "person" or not proper(source.name):
                continue
            if source.name.lower() in MONTHS:
                continue
            self.people[ident] = Mouth(f"who {ident}", source.name, ident)
            self.members[ident] = frozenset(source.members)
            plain = plain_name(source.name).split()
            if len(plain) > 1:
                self.surnames[plain[-1]].add(ident)
            name = set(tokens_of(source.name))
            near = (self._before(ref) for ref in source.mentions[:_MENTIONS])
            for role in source.roles:
                self.roles_in[ident, role.ref.article].append(role.text)
            for text in dict.fromkeys((*(role.text for role in source.roles), *sorted(worded[ident]), *near)):
                for word in tokens_of(text):
                    if (word in PERSON_NOUNS or word in OFFICERS) and word not in name:
                        self.roles[word].add(ident)

    def _before(self, ref: Ref) -> str:
        """The words right before a mention of a name, in its sentence and clause, and those of the mention."""
        page = self.pages.get(ref.article)
        if page is None:
            return ""
        text = page.article.text
        return f"{_CLAUSE.split(text[max(0, ref.span.start - 40) : ref.span.start])[-1]} {ref.span.of(text)}"

    def named_with(self, mouth: Mouth) -> Mouth | None:
        """The body that a role of a person names ("director of the Tern Council"); None where none does."""
        if mouth.key not in self._with:
            source = self.known.sources.get(mouth.source or "")
            texts = dict.fromkeys(role.text for role in source.roles) if source else ()
            self._with[mouth.key] = next((body for text in texts if (body := self.body_in(text, mouth))), None)
        return self._with[mouth.key]

    def body_in(self, words: str, mouth: Mouth) -> Mouth | None:
        """The body other than `mouth` that some words name."""
        for run in named_in(words):
            body = self.bodies.get(plain_name(" ".join(body_alone(run.split()))))
            if body and body.mouth.key != mouth.key:
                return body.mouth
        return None

    def issuer(self, name: str) -> Mouth:
        """The mouth of a name that a paper gives as its author: the case's source of that name, else the name."""
        plain = plain_name(name)
        source = self.known.sources.get(self.known.bodies.get(plain, ""))
        if source:
            return Mouth(f"who {source.id}", source.name, source.id)
        return Mouth(f"body {plain}", name)

    def whole(self, ident: str) -> Mouth:
        """The mouth of a person; for a bare surname that only one person of the case bears, that person's."""
        mouth = self.people[ident]
        plain = plain_name(mouth.name)
        bearers = self.surnames.get(plain, set())
        if " " in plain or len(bearers) != 1:
            return mouth
        return replace(
            self.people[min(bearers)], why=f"the only one of that name: {self.people[min(bearers)].name}"
        )

    def bears(self, mouth: Mouth, words: str) -> bool:
        """Whether a person's roles hold the office that some words name."""
        return any(mouth.source in self.roles.get(word, ()) for word in tokens_of(words))

    def one_body(self, noun: str) -> Body | None:
        """The only body of the case that has a noun in its name."""
        found = self.by_noun.get(noun, {})
        return next(iter(found.values())) if len(found) == 1 else None


def _runs(page: Page) -> Iterator[tuple[int, str]]:
    """Place and words of the names of bodies in an article: words in capitals among which one is a body's noun."""
    count = 0
    for found in _RUN.finditer(page.article.text):
        words = found.group().split()
        words = body_alone(words)
        while words and words[0].lower() in STOP:
            words = words[1:]
        if len(words) > 1 and _is_body(words):
            count += 1
            if count > _MOST:
                return
            yield found.start(), re.sub(r"[’']s$", "", " ".join(words))


def body_alone(words: list[str]) -> list[str]:
    """The name of a body without the one who is "of" it: "Ada Lind of the Tern Council" names the council."""
    for at, word in enumerate(words):
        if word in {"of", "for"} and not any(w.lower() in BODIES for w in words[:at]) and _is_body(words[at + 1 :]):
            return words[at + 1 :]
    return words


def _is_body(words: Sequence[str]) -> bool:
    """Whether a name's last word is a noun for bodies, or one that "of" or "for" follows."""
    bare = [re.sub(r"[’']s$", "", word.lower()) for word in words] or [""]
    firm = len(words) > 1 and words[-1] in COMPANY_WORDS
    return (
        firm
        or bare[-1] in BODIES
        or any(word in BODIES and after in {"of", "for", "on"} for word, after in pairwise(bare))
    )


def tokens_of(text: str) -> list[str]:
    """The first words of a text, lower case."""
    return [word.lower() for word in _TOKEN.findall(text)[:_WORDS]]


def proper(name: str) -> bool:
    """Whether a name is one: its first and last words begin with capitals and none is an article or possessive."""
    words = name.split()
    return bool(words) and words[0][:1].isupper() and words[-1][:1].isupper() and words[0].lower() not in STOP


def named_in(words: str) -> Iterator[str]:
    """The runs of words in capitals in a source's words."""
    for found in _RUN.finditer(words):
        run = found.group().split()
        while run and run[0].lower() in STOP:
            run = run[1:]
        if run:
            yield " ".join(run)
