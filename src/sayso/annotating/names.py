"""Names and phrases that name a source: where a name stands in a phrase, and what the rest says of it.

Theory. A newspaper introduces a source by one of five shapes, and all five are read from the surface:

    role before name     Harbour spokesperson Ada Lind; Defence Minister Ada Lind; security expert Ada Lind
    name before role     Ada Lind, the deputy head of the Harbour party
    name in a noun       the state-run VESTA news agency; the Institute of Tides (IT) think tank
    issuer of a writing  the institute's report; a Tide Institute report; Lind's letter
    description alone    the spokesman; several analysts; a source close to the staff; it

A phrase is cut into a head (up to the first comma, bracket, relative or participle) and a tail. A run of
capitalised words at the end of the head is the name, less the titles in front of it; words left of it are the
role. A head that ends in a lower-case noun is a description, unless a run stands right before a noun for a body
or an outlet, which makes that run the name. Nothing is looked up anywhere but in lang/en.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from sayso.annotating.sourcekinds import described_kind, is_place, kind_of, singular
from sayso.lang.en import anonymous, kinds, media, phrases, places
from sayso.model.sources import SourceKind
from sayso.model.span import Span, trimmed
from sayso.model.words import folded

Shape = Literal["named", "described", "pronoun"]

_TOKEN = re.compile(r"[^\W_]\w*(?:[.'’&/-]\w+)*\.?")
_CUT = re.compile(phrases.CUT, re.IGNORECASE)
#: A relative clause about what a source says is nothing that it is: "the report, which cites two ministers".
_TELLS = re.compile(
    r"(?:cit|quot|say|said|rel(?:y|i)|draw|drew|report|claim|describ|warn|argu|recommend)\w{0,4}\b", re.IGNORECASE
)
_POSSESSED = re.compile(r"^(.{1,120}?)(?:['’]s|s['’])\s+((?:[\w-]{1,30}\s+){0,4}[\w-]{1,30})$", re.DOTALL)
_BY = re.compile(phrases.ISSUED_BY, re.IGNORECASE)
#: "a note that the institute put out": the noun is group 1, the issuer's name follows.
_PUT_OUT = re.compile(r"(?:[\w-]{1,30}\s+){0,4}?([\w-]{1,30})\s+(?:that|which)\s+(?=(?:[Tt]he\s+)?[A-Z])", re.ASCII)
_THE = 4
_ISSUED = kinds.ISSUED_NOUNS | kinds.AUTHOR_NOUNS
_ITS = re.compile(r"^(his|her|their|its) (?:[\w-]{1,30} ){0,3}([\w-]{1,30})$", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|at|from|with)(?:\s+the)?\s+")
_OWNED = re.compile(r"(?:['’]s|(?<=s)['’]) ")
_POSSESSIVE = ("'s", "’s")
_LONGEST_RUN = 11
_SPACES = " \t\r\n\u00a0\u2009\u202f"
_EDGES = _SPACES + ",;:.\"'“”‘’„«»()[]–—-"

_NOUNS = (
    kinds.PERSON_NOUNS | kinds.BODY_NOUNS | kinds.DOCUMENT_NOUNS | kinds.GROUP_NOUNS | media.OUTLET_NOUNS
    | anonymous.ANONYMOUS_NOUNS | anonymous.FACELESS_NOUNS
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """What one phrase says of a source.

    `name` is the place of the proper name, `roles` of what is said of it, `noun` the lower-case head noun of a
    description or of the role, `alias` of a name in brackets ("(IT)"), `writing` the noun of a document through
    which its issuer speaks, None where no document stands between; `head` is a description without its tail.
    """

    span: Span
    shape: Shape
    noun: str = ""
    name: Span | None = None
    alias: Span | None = None
    roles: tuple[Span, ...] = ()
    kind: SourceKind | None = None
    writing: str | None = None
    definite: bool = False
    head: Span | None = None


def words(text: str, span: Span) -> list[Span]:
    """The words of a stretch, possessive endings and final stops left out where they are no part of the word."""
    return [Span(start, end) for start, end in _places(text, span)]


def _places(text: str, span: Span) -> list[tuple[int, int]]:
    """Where the words of a stretch begin and end."""
    found = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        start, end = match.span()
        if text[end - 1] == "." and not _abbreviates(text[start:end]):
            end -= 1
        if text[end - 1] == "s" and text[max(start, end - 2) : end] in _POSSESSIVE:
            end -= 2
        if end > start:
            found.append((start, end))
    return found


def _abbreviates(word: str) -> bool:
    """Whether a final stop belongs to the word: an initial, a title, letters with stops."""
    bare = word[:-1]
    return len(bare) == 1 or "." in bare or bare in kinds.TITLE_WORDS


def capitalised(word: str) -> bool:
    """Whether a word looks like a part of a name."""
    return word[:1].isupper()


def runs(text: str, span: Span) -> Iterator[Span]:
    """The names in a stretch: maximal runs of capitalised words, with the small words inside them.

    A leading function word ("The", "But") is left out. One pass; the small words look ahead by three words.
    """
    places = _places(text, span)
    written = [text[start:end] for start, end in places]
    after = 0
    for index, word in enumerate(written):
        if index < after or not capitalised(word):
            continue
        first = last = index
        while (following := _next_in_run(text, places, written, (first, last))) is not None:
            last = following
        after = last + 1
        while first < last and written[first].lower() in phrases.LEADING:
            first += 1
        if written[first].lower() not in phrases.LEADING:
            yield Span(places[first][0], places[last][1])


def _next_in_run(
    text: str, places: Sequence[tuple[int, int]], written: Sequence[str], run: tuple[int, int]
) -> int | None:
    """The index of the next word of the run from its first word to its last, or None where it ends there."""
    first, last = run
    if last - first >= _LONGEST_RUN:
        return None
    for at in range(last + 1, min(last + 4, len(places))):
        gap = text[places[at - 1][1] : places[at][0]]
        if gap != " " and (gap.strip(_SPACES) or "\n" in gap):
            return None
        word = written[at]
        if capitalised(word):
            return at
        joins = word in phrases.CONNECTORS and _names_body(written[first : last + 1])
        if not (joins or word in phrases.PARTICLES):
            return None
    return None


def _names_body(run: Sequence[str]) -> bool:
    """Whether the words of a run so far name a body or an outlet."""
    return run[-1] in media.OUTLET_WORDS or any(word.lower() in kinds.BODY_NOUNS for word in run[-6:])


def untitled(text: str, run: Span) -> Span | None:
    """A run of capitalised words without the titles before the name; None where nothing else is left."""
    return _without_title(text, run, run)[0]


def person_like(parts: Sequence[str]) -> bool:
    """Whether the words of a name may be a person's: none of them belongs to a body, an outlet or a place."""
    return _person_like(tuple(parts))


@lru_cache(maxsize=4096)
def _person_like(parts: tuple[str, ...]) -> bool:
    lower = {part.lower() for part in parts}
    return not (
        lower & (kinds.BODY_NOUNS | places.DEMONYMS | phrases.NOT_PERSONS | kinds.GROUP_NOUNS)
        or set(parts) & (kinds.BODY_NAMES | media.OUTLET_ACRONYMS | phrases.CALENDAR)
        or parts[-1] in media.OUTLET_WORDS | kinds.COMPANY_WORDS
        or parts[0] in media.OUTLET_FIRST
        or is_place(" ".join(parts))
        or any(is_place(part) for part in parts)
        or any(part.isupper() and len(part.strip(".")) > 2 for part in parts)
    )


def read_phrase(text: str, span: Span) -> Phrase:
    """What the words at `span` say of the source they name."""
    kept = trimmed(text, span.start, span.end, _EDGES) or span
    if text[kept.end : kept.end + 1] == ")" and kept.end < span.end and "(" in kept.of(text):
        kept = Span(kept.start, kept.end + 1)
    piece = kept.of(text)
    plain = piece.lower()
    pronouns = kinds.PERSON_PRONOUNS | kinds.THING_PRONOUNS | kinds.MANY_PRONOUNS | kinds.OPEN_PRONOUNS
    if plain in pronouns:
        return Phrase(kept, "pronoun", noun=plain)
    if meant := phrases.POSSESSORS.get(plain) or phrases.OBJECTS.get(plain):
        return Phrase(kept, "pronoun", noun=meant)
    if issued := _issued(text, kept, piece):
        return issued
    return _read_parts(text, kept)


def _issued(text: str, span: Span, piece: str) -> Phrase | None:
    """A writing that speaks for its issuer ("the institute's report", "a report by the institute"), or None."""
    if (match := _POSSESSED.match(piece)) and match[2].split()[-1] in _ISSUED:
        if match[1].split()[-1] in phrases.CALENDAR or match[1].lower() in phrases.THIS_DAY:
            return Phrase(span, "described", noun=match[2].split()[-1], kind="document", definite=True, head=span)
        end = match.end(1) + (0 if piece[match.end(1)] in "'’" else 1)
        inner = read_phrase(text, Span(span.start, span.start + end))
        return _through(inner, span, match[2].split()[-1].lower())
    if match := _ITS.match(piece):
        pronoun = phrases.POSSESSORS[folded(match[1])]
        return Phrase(span, "pronoun", noun=pronoun, writing=match[2].lower()) if match[2] in _ISSUED else None
    if (match := _PUT_OUT.match(piece)) and match[1].lower() in kinds.ISSUED_NOUNS:
        place = next(runs(text, Span(span.start + match.end(), span.end)), None)
        if place and place.start - span.start - match.end() <= _THE:
            return _through(_read_parts(text, Span(span.start + match.end(), place.end)), span, match[1].lower())
    if (match := _BY.match(piece)) and _issues(match) and capitalised_after(piece, match.end()):
        inner = _read_parts(text, Span(span.start + match.end(), span.end))
        return _through(inner, span, match[1].lower()) if inner.name else None
    return None


def _issues(match: re.Match[str]) -> bool:
    """Whether the noun of "… report by" is a writing's and no part of a name ("Centre for the Study of …")."""
    return match[1] in kinds.ISSUED_NOUNS or (match.start(1) == 0 and match[1].lower() in kinds.ISSUED_NOUNS)


def capitalised_after(piece: str, at: int) -> bool:
    """Whether a name follows at `at`, an article and a possessive allowed."""
    rest = piece[at : at + 60].split()
    return any(capitalised(word) for word in rest[:3])


def _through(inner: Phrase, span: Span, writing: str) -> Phrase:
    """The issuer's phrase, with the writing through which it speaks."""
    return replace(inner, span=span, writing=writing)


def _read_parts(text: str, span: Span) -> Phrase:
    """A phrase cut into head and tail, and the name found in either."""
    head, tail = _cut(text, span)
    tokens = words(text, head)
    definite = bool(tokens) and tokens[0].of(text).lower() in phrases.DEFINITE
    if not tokens:
        return Phrase(span, "described", kind="group")
    name, role, noun, writing = _head_name(text, head, tokens)
    alias = _bracketed(text, head.end, span.end)
    roles = [role] if role else []
    tail_name = _last_name(text, tail) if name is None and tail else None
    if tail_name and (noun in kinds.PERSON_NOUNS or person_like(tail_name.of(text).split())):
        return Phrase(span, "named", noun=noun, name=tail_name, roles=(head,), kind="person")
    if name and tail and (said := _role_in(text, tail)):
        roles.append(said)
    kind = kind_of(text, name, noun, [r.of(text) for r in roles])
    if name is None:
        kind = described_kind(span.of(text), noun, kind)
        return Phrase(
            span, "described", noun=noun, alias=alias, kind=kind, writing=writing, definite=definite, head=head
        )
    return Phrase(
        span,
        "named",
        noun=noun,
        name=name,
        alias=alias,
        roles=tuple(roles),
        kind=kind,
        writing=writing,
        definite=definite,
    )


def _cut(text: str, span: Span) -> tuple[Span, Span | None]:
    """The head of a phrase and what follows its first comma, bracket, relative or participle."""
    runs_of_name = next(iter(runs(text, span)), None)
    at = span.start + 1
    while match := _CUT.search(text, at, span.end):
        inside = runs_of_name and runs_of_name.start < match.start() < runs_of_name.end
        if not inside:
            head = trimmed(text, span.start, match.start())
            after = text.find(")", match.end(), span.end) + 1 if "(" in match.group() else 0
            return (head or span), trimmed(text, after or match.end(), span.end, _SPACES + ",)]")
        at = match.end()
    return span, None


def _head_name(text: str, head: Span, tokens: list[Span]) -> tuple[Span | None, Span | None, str, str | None]:
    """Name, role, head noun and writing of a head."""
    last = tokens[-1].of(text)
    names = _owners_joined(text, list(runs(text, head)))
    if len(tokens) == 1 and {last.lower(), singular(last)} & _NOUNS and last not in kinds.BODY_NAMES:
        return None, None, last.lower(), None
    noun = _noun(text, tokens)
    if capitalised(last) and names and names[-1].end >= tokens[-1].end:
        holder = text[max(head.start, names[-1].start - 8) : names[-1].start].split()[-1:]
        bare = holder in (["of"], ["the"]) and " of " in f" {text[head.start : names[-1].start]}"
        if bare and noun in kinds.PERSON_NOUNS:
            return None, None, noun, None
        of = len(names) > 1 and _OF.fullmatch(text, names[-2].end, names[-1].start)
        named = names[-2] if of and len(words(text, names[-2])) > 1 else names[-1]
        return (*_without_title(text, head, named), None)
    if names and (noun in kinds.ISSUED_NOUNS) and text[names[-1].end : tokens[-1].start].strip(_SPACES + "-") == "":
        return names[-1], None, noun, noun
    owned = names and re.search(r"[’']s\s", text[head.start : names[-1].start])
    bodied = noun in (kinds.BODY_NOUNS | media.OUTLET_NOUNS)
    towns = bool(names) and noun in kinds.STATE_NOUNS and not _names_itself(names[-1].of(text))
    if names and not owned and bodied and not towns and not _possessive(text, names[-1]):
        between = text[names[-1].end : tokens[-1].start].split()
        if len(between) <= 2 and names[-1].of(text).lower() not in places.DEMONYMS:
            return names[-1], head, noun, None
    return None, None, noun, None


def _owners_joined(text: str, found: list[Span]) -> list[Span]:
    """Names with the last two made one where the first owns a body: "Plain Farmers' League"."""
    if len(found) < 2 or not _OWNED.fullmatch(text, found[-2].end, found[-1].start):
        return found
    last = found[-1].of(text).split()
    if len(last) > 2 or last[-1].lower() not in kinds.BODY_NOUNS:
        return found
    return [*found[:-2], Span(found[-2].start, found[-1].end)]


def _names_itself(name: str) -> bool:
    """Whether a name before the noun of a state's body is its own: letters, or with a noun for a body in it."""
    return name.isupper() or any(word.lower() in kinds.BODY_NOUNS for word in name.split())


def _noun(text: str, tokens: list[Span]) -> str:
    """The head noun: the last lower-case word, or the last before "of"."""
    for index, token in enumerate(tokens):
        if index and token.of(text) == "of":
            return tokens[index - 1].of(text).lower()
    return tokens[-1].of(text).lower()


def _possessive(text: str, name: Span) -> bool:
    return text[name.end : name.end + 1] in {"'", "’"}


def _without_title(text: str, head: Span, name: Span) -> tuple[Span | None, Span | None, str]:
    """A run at the end of a head without the titles in front; the role left of it; the noun of the role."""
    tokens = words(text, name)
    first = 0
    for index, token in enumerate(tokens):
        word = token.of(text).rstrip(".")
        before = tokens[index - 1].of(text).rstrip(".") if index else ""
        if index == len(tokens) - 1 and before and (before not in kinds.TITLE_WORDS or before in kinds.HONORIFICS):
            break  # "Charlie King" and "Mr King" are names
        trade = index == first and len(tokens) - index > 2 and word.lower() in kinds.PERSON_NOUNS
        if (trade or word in kinds.TITLE_WORDS) and not _in_body(text, tokens, index):
            first = index + 1
    if first == len(tokens):
        return None, None, tokens[-1].of(text).rstrip(".").lower()
    kept = Span(tokens[first].start, name.end)
    role = trimmed(text, head.start, kept.start)
    if role and role.of(text).endswith(("'s", "’s")) and (owner := list(runs(text, role))):
        return Span(owner[-1].start, name.end), None, ""
    noun = words(text, role)[-1].of(text).rstrip(".").lower() if role and words(text, role) else ""
    if role and all(part.lower() in phrases.LEADING for part in role.of(text).split()):
        role = None
    return kept, role, noun if role else ""


def _in_body(text: str, tokens: list[Span], index: int) -> bool:
    """Whether a title word is part of a body's name ("the General Staff", "Chief Directorate")."""
    rest = [token.of(text).lower() for token in tokens[index + 1 :]]
    return bool(rest) and (rest[-1] in kinds.BODY_NOUNS or any(word in {"of", "for"} for word in rest[:1]))


def _bracketed(text: str, start: int, end: int) -> Span | None:
    """A name in brackets right behind a head ("(IT)"), or None."""
    stop = min(len(text), max(end, start + 40))
    match = re.compile(r"\s?\(([^()\n]{2,40})\)").match(text, start, stop)
    if not match or not capitalised(match[1]):
        return None
    return Span(match.start(1), match.end(1))


def _last_name(text: str, tail: Span) -> Span | None:
    """The run that is the whole of a tail, or of what stands behind its last comma ("… for the port, Ada Lind")."""
    comma = text.rfind(",", tail.start, min(tail.end, tail.start + 160))
    return _sole_name(text, tail) or (
        _sole_name(text, Span(comma + 1, tail.end)) if tail.start < comma < tail.end - 1 else None
    )


def _sole_name(text: str, tail: Span) -> Span | None:
    """The run that is the whole tail, or None."""
    for run in runs(text, tail):
        if run.start - tail.start <= 4 and run.end >= tail.end - 1 and len(words(text, run)) >= 2:
            kept = untitled(text, run)
            return kept if kept and " " in kept.of(text) else run
        return None
    return None


def _role_in(text: str, tail: Span) -> Span | None:
    """The part of a tail that says what its name is: it has a noun for a person or a body near its start."""
    piece = tail.of(text)[:160]
    if _TELLS.match(piece):
        return None
    first = {word.strip(".,()").lower().removesuffix("'s").removesuffix("’s") for word in piece.split()[:12]}
    return tail if first & (kinds.PERSON_NOUNS | kinds.BODY_NOUNS | media.OUTLET_NOUNS) else None
