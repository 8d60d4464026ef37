"""One person of whom a heading makes many: "Analysts believe" over a text in which one analyst speaks.

A heading's crowd is a plural noun for people that it speaks of first, or that speaks in it. The text bears it out
by that plural itself, by another plural noun for people or a body in the sentences on the matter, or by two voices
there. Where there is none of these, and one person only, the heading has generalised.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.lang.en.headlines import COMPANY, CROWD_SAYS, CROWDS
from sayso.lang.en.kinds import PERSON_NOUNS
from sayso.linking.borrowed import Told
from sayso.linking.lines import Headed, Line, pattern
from sayso.model.overreads import Overread
from sayso.model.sources import Source
from sayso.model.span import Span, cover

#: Nouns by which people are many.
_MANY = CROWDS | {f"{noun}s" for noun in PERSON_NOUNS if not noun.endswith(("s", "man", "woman"))}

_PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we"))

#: Endings of plural nouns that mean people.
_ENDINGS = ("ists", "icians", "ologers")

#: Words of a heading among which its crowd stands; sentences that are on the matter, at most.
_FIRST, _MOST = 3, 12


def generalised(told: Told, over: Headed, head: Line) -> Overread | None:
    """A heading in which many speak or act over a text in which one does."""
    text = told.page.article.text
    crowd = _crowd(text, head)
    if crowd is None or not over.under:
        return None
    noun = next(a for a, b, _ in head.words if crowd.overlaps(Span(a, b)) and _is_many(text[a:b].casefold()))
    name = next(text[a:b].casefold() for a, b, _ in head.words if a == noun)
    hits, on = _on_matter(over, head, crowd)
    if not on or any(_company(told, line, name) for line in on) or name in told.nouns:
        return None
    people = _people(told, hits)
    if len(people) != 1:
        return None
    (known,) = people.values()
    place = _place(told, on, known)
    if place is None:
        return None
    return Overread("people", crowd, place, f"“{crowd.of(text)}” where one is named: {known.name}")


def _on_matter(over: Headed, head: Line, crowd: Span) -> tuple[list[Line], list[Line]]:
    """The sentences that share most of what a heading says of its crowd; and these with the one after each."""
    matter = {stem for a, b, stem in head.words if not crowd.overlaps(Span(a, b))} & head.matter
    hits = [at for at, line in enumerate(over.under) if matter and _speaks_of(matter, line)]
    if len(hits) > _MOST:
        return [], []
    wide = sorted({place for at in hits for place in (at, at + 1) if place < len(over.under)})
    return [over.under[at] for at in hits], [over.under[at] for at in wide]


def _speaks_of(matter: frozenset[str] | set[str], line: Line) -> bool:
    """Whether a sentence has half of some words, and two of them where there are two."""
    shared = len(matter & line.matter)
    return 2 * shared >= len(matter) and shared >= min(2, len(matter))


def _company(told: Told, line: Line, noun: str) -> bool:
    """Whether a sentence bears out a crowd: by words of company, the crowd's own noun, or a body that speaks."""
    text = told.page.article.text
    if pattern(COMPANY).search(text, line.span.start, line.span.end):
        return True
    if any(text[a:b].casefold() == noun for a, b, _ in line.words):
        return True
    spoken = [told.sources.get(s.chain[-1].source.id) for s in told.within(line.span)]
    return any(one.kind in {"organisation", "group"} for one in spoken if one)


def _people(told: Told, on: Sequence[Line]) -> dict[str, Source]:
    """The sources that speak in some sentences; where none does, the persons who are named in them."""
    text = told.page.article.text
    spoken = {s.chain[-1].source.id for line in on for s in told.within(line.span)}
    said = " ".join(line.span.of(text) for line in on)
    found = {one.id: one for one in told.page.sources if one.id in spoken}
    persons = {one.id: one for one in told.page.sources if one.kind == "person" and one.name in said}
    if any(one.kind not in {"person", "anonymous"} for one in found.values()):
        return {}
    spoke = {at: one for at, one in found.items() if one.kind == "person" and one.name.casefold() not in _PRONOUNS}
    return spoke or persons


def _place(told: Told, on: Sequence[Line], known: Source) -> Span | None:
    """Where the one person stands, with the word by which he speaks; by name where he does not speak."""
    text = told.page.article.text
    hops = [s.chain[-1] for line in on for s in told.within(line.span)]
    spans = [
        cover((hop.source.span, hop.cue.span or hop.source.span))
        for hop in hops
        if hop.source.id == known.id and hop.source.span and known.name.split()[-1] in hop.source.text
    ]
    named = [Span(at, at + len(known.name)) for line in on if (at := text.find(known.name, *_ends(line))) >= 0]
    rest = [hop.source.span for hop in hops if hop.source.id == known.id and hop.source.span]
    return next(iter([*spans, *named, *rest]), None)


def _is_many(word: str) -> bool:
    return word in _MANY or (len(word) > 6 and word.endswith(_ENDINGS))


def _ends(line: Line) -> tuple[int, int]:
    return line.span.start, line.span.end


def _crowd(text: str, head: Line) -> Span | None:
    """The words of a heading by which many speak, or that it speaks of first."""
    verb = pattern(CROWD_SAYS)
    for at, (start, end, _) in enumerate(head.words):
        if not _is_many(text[start:end].casefold()):
            continue
        around = head.words[max(0, at - 1) : at + 2]
        spoken = [Span(a, b) for a, b, _ in around if verb.fullmatch(text, a, b)]
        counted = any(text[a:b][:1].isdigit() for a, b, _ in head.words[:at])
        if spoken:
            return cover((Span(start, end), spoken[0]))
        if at < _FIRST and not counted and at + 1 < len(head.words) and text[end : end + 2] != "’ ":
            return Span(start, end)
    return None
