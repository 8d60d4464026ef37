"""Whom a relative pronoun means: the noun phrase that ends right before "who", "which" or "that".

Theory. "Residents who said …" has the pronoun for its source, and its name stands in the words before. The phrase
is read backwards from the pronoun, over a comma, a dash or a bracket:

- capitalised words are one name, with the offices and titles right before it;
- a determiner or a number begins the phrase; what stands between it and the head noun belongs to it;
- "of" joins two nouns, and so does "in" or "from" before a place ("voters in Ostrel who …");
- without a determiner only words that look like adjectives, and nouns known to speak, stay with the head;
- an apposition behind a full name takes the name along ("Bo Berg, the harbour master, who …").

The head must be a name, have a determiner, be plural or a noun for somebody who speaks. Behind a comma "which" may
mean the whole clause, so there only a name or a noun that speaks will do. "Who" means no body, writing or outlet
where a person stands before it ("a clerk at the ministry who …"). Anything else is left open. A capital begins a
question ("Who wants …?") or points at what was said ("That suggests …"): neither is a relative. At most 160
characters and twelve words are read.
"""

from __future__ import annotations

import re

from sayso.annotating import names
from sayso.annotating.sourcekinds import SPEAKING_NOUNS, is_place
from sayso.lang.en import grammar, kinds, media, phrases
from sayso.model.span import Span

_REACH = 160
_MOST = 12
_BETWEEN = 3
_TOKEN = re.compile(r"[^\W_](?:\w|[.'’&/-](?=\w))*\.?")
_BRACKET = re.compile(r"\s?\([^()\n]{1,40}\)$")
_BEHIND = re.compile(r"\s*(?:,|[–—]|--)?\s*$")
_GAP = re.compile(r"\s+")
_ADJECTIVE = re.compile(
    r"(?:.{2,}(?:al|ic|ive|ous|ful|ese|ish|ary|able|ible|ern|ist|less|-\w+)|young|old|local|many|more|most|other|fellow|former|"
    r"new|top|chief|senior|other|white|black|poor|rich|likely|undecided|some)$"
)
_VERBAL = re.compile(r"(?:ed|[^s]s)$")
_NUMBER = re.compile(
    r"\d[\d,.]*$|(?:two|three|four|five|six|seven|eight|nine|ten|dozen|dozens|hundreds|thousands)$"
)
_NOT_WHOM = (
    grammar.PREPOSITIONS | grammar.AUXILIARIES | grammar.SUBORDINATORS | grammar.COORDINATORS | grammar.PERSONAL
    | grammar.OBJECT_PRONOUNS | grammar.RELATIVES | grammar.DETERMINERS | grammar.DAYS | grammar.NEGATORS
)  # fmt: skip
_STOPS = _NOT_WHOM | grammar.FINITE
_THINGS = kinds.BODY_NOUNS | kinds.DOCUMENT_NOUNS | media.OUTLET_NOUNS
#: Before a place in capitals, before a body in capitals, and before what "who" cannot mean.
_BEFORE_PLACE, _BEFORE_BODY = frozenset(("in", "from")), frozenset(("in", "from", "at", "for"))
_TAIL = frozenset(("in", "from", "at", "for", "on", "with", "to", "by", "inside"))
_TAILS = 3


def is_relative(text: str, source: Span) -> bool:
    """Whether a source is a relative pronoun and no more."""
    return len(source) <= len("which") and source.of(text) in phrases.RELATIVE_SOURCES


def antecedent(text: str, pronoun: Span, floor: int) -> Span | None:
    """The phrase that a relative pronoun means, sought in its sentence from `floor` on; None where it is open."""
    start = max(floor, pronoun.start - _REACH)
    behind = _BEHIND.search(text, start, pronoun.start)
    end = behind.start() if behind else pronoun.start
    if end <= start:
        return None
    bracket = _BRACKET.search(text, start, end)
    stop = bracket.start() if bracket else end
    tokens = [Span(*match.span()) for match in _TOKEN.finditer(text, start, stop)]
    if not tokens or tokens[-1].end != stop:
        return None
    loose = text[end : pronoun.start].strip() != ""
    first = _first(text, tokens[-_MOST:], pronoun, loose=loose)
    return Span(_with_name(text, first, start), end) if first else None


def _first(text: str, tokens: list[Span], pronoun: Span, *, loose: bool) -> Span | None:
    """The first word of the phrase that ends with the last of `tokens`; None where it is no phrase for `pronoun`.

    What "who" cannot mean ("the department", "his programme") may be the tail of what it means ("a clerk at the
    department who …").
    """
    first, at = None, _start(text, tokens, len(tokens) - 1)
    for _ in range(_TAILS):
        if at is None:
            break
        head = names.read_phrase(text, Span(tokens[at].start, tokens[-1].end))
        if pronoun.of(text).lower() != "who":
            return tokens[at] if _may_be_thing(text, tokens[at], head, loose=loose) else None
        if _may_be_person(text, tokens[at], head, loose=loose):
            return tokens[at]
        first = first or (tokens[at] if head.name or head.noun in kinds.BODY_NOUNS else None)
        tail = at > 1 and tokens[at - 1].of(text).lower() in _TAIL
        at = _start(text, tokens, at - 2) if tail else None
    return first


def _start(text: str, tokens: list[Span], last: int) -> int | None:
    """The index of the first word of the noun phrase that ends with the word at `last`; None without a noun."""
    if tokens[last].of(text).lower() in _NOT_WHOM:
        return None
    at = last
    while at and (step := _step(text, tokens, at)):
        at -= step
        if _begins(tokens[at].of(text)):
            break
    return at


def _step(text: str, tokens: list[Span], at: int) -> int:
    """How many words before `at` still belong to the phrase: 0 where it begins here."""
    if not _GAP.fullmatch(text, tokens[at - 1].end, tokens[at].start):
        return 0
    here, before = tokens[at].of(text), tokens[at - 1].of(text)
    lower = before.lower()
    if _begins(before):
        return 1
    if lower == "of" or _joins(text, lower, Span(tokens[at].start, tokens[-1].end)):
        return 2 if at > 1 and tokens[at - 2].of(text).lower() not in _STOPS else 0
    if lower in _STOPS or names.capitalised(before):
        return int(lower not in _STOPS)
    if names.capitalised(here):
        return int(lower in kinds.PERSON_NOUNS or lower in kinds.BODY_NOUNS or lower in {"former", "then"})
    fits = lower in SPEAKING_NOUNS or _ADJECTIVE.match(lower) is not None
    return int(fits or (not _VERBAL.search(lower) and _is_opened(text, tokens, at - 1)))


def _begins(word: str) -> bool:
    """Whether a word begins a noun phrase: a determiner or a number."""
    return word.lower() in grammar.DETERMINERS - grammar.RELATIVES or _NUMBER.match(word.lower()) is not None


def _joins(text: str, word: str, behind: Span) -> bool:
    """Whether a preposition joins a place or a body in capitals to the noun before it."""
    parts = behind.of(text).split()
    if word not in _BEFORE_BODY or not all(map(names.capitalised, parts)):
        return False
    known = is_place(behind.of(text)) or not names.person_like(parts)
    return known or (word in _BEFORE_PLACE and len(parts) == 1)


def _is_opened(text: str, tokens: list[Span], at: int) -> bool:
    """Whether a determiner stands at most three words before `at`, with no word between that ends a phrase."""
    for step in range(1, _BETWEEN + 1):
        if at - step < 0 or not _GAP.fullmatch(text, tokens[at - step].end, tokens[at - step + 1].start):
            return False
        word = tokens[at - step].of(text)
        if _begins(word):
            return True
        if word.lower() in _STOPS or _VERBAL.search(word):
            return False
    return False


def _may_be_person(text: str, first: Span, head: names.Phrase, *, loose: bool) -> bool:
    """Whether "who" may mean a phrase; behind a comma (`loose`) only what is sure to be somebody."""
    if head.shape == "pronoun":
        return False
    if head.name:
        return names.person_like(head.name.of(text).split()) or head.kind in {"person", "group"}
    if head.noun in _THINGS:
        return False
    if head.noun in SPEAKING_NOUNS or head.noun.endswith(kinds.AGENT_ENDINGS):
        return True
    if loose:
        return first.of(text).lower() in grammar.DETERMINERS - grammar.POSSESSIVES
    return _begins(first.of(text)) or _is_many(head.noun)


def _may_be_thing(text: str, first: Span, head: names.Phrase, *, loose: bool) -> bool:
    """Whether "which" or "that" may mean a phrase; behind a comma (`loose`) they may mean the whole clause."""
    if head.shape == "pronoun":
        return False
    known = bool(head.name) or head.noun in SPEAKING_NOUNS
    return known or (not loose and (_begins(first.of(text)) or _is_many(head.noun)))


def _is_many(noun: str) -> bool:
    """Whether a noun looks like a plural."""
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def _with_name(text: str, first: Span, floor: int) -> int:
    """Where a phrase begins once the full name has been taken along to which it is an apposition."""
    if names.capitalised(first.of(text)):
        return first.start
    before = text[floor : first.start].rstrip()
    if not before.endswith(","):
        return first.start
    end = floor + len(before) - 1
    bracket = _BRACKET.search(text, floor, end)
    end = bracket.start() if bracket else end
    last = None
    for last in names.runs(text, Span(floor, end)) if end > floor else ():  # noqa: B007 - the last run is wanted
        pass
    if last is None or last.end != end:
        return first.start
    parts = last.of(text).split()
    return last.start if len(parts) > 1 and names.person_like(parts) else first.start
