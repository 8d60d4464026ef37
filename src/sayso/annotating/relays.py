"""Words that one mouth gives as another's ("the Chronicle quoted Berg as saying …"), and the article's own outlet.

A tagger sees one source and one cue. Where the verb is "quote", the words are those of the person quoted and the
source only relays them: the statement gets two hops, the relay outermost. In the passive ("Berg was quoted as
saying by VESTA") the speaker is the subject, and who printed him is his medium (carriers.py).

An article does not count as a source on itself: what its outlet was told reached it through nobody, and what its
outlet says is the article's own voice. The outlet is known from outside or from the writer's box ("is a Courant
reporter"); its name may be shortened ("the Courant" for the Vessin Courant).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.annotating import names
from sayso.annotating.sourcekinds import SPEAKING_NOUNS
from sayso.annotating.statements import Draft
from sayso.lang.en import kinds, media
from sayso.model.article import Article, Block
from sayso.model.span import Span, trimmed

_QUOTES = re.compile(r"\b(?:quot|cit)(?:e|es|ed|ing)$", re.IGNORECASE)
_AS_SAYING = re.compile(media.AS_SAYING, re.DOTALL)
_WAS_QUOTED = re.compile(media.WAS_QUOTED, re.DOTALL)
_SAYING_BY = re.compile(r"\b(?:saying|telling|stating)(?: by)?$", re.IGNORECASE)
_SPOKE_WHEN = re.compile(media.SPOKE_WHEN)
_SPOKE_BEFORE = re.compile(media.SPOKE_BEFORE)
_ABOUT_HEARER = re.compile(media.ABOUT_HEARER, re.DOTALL)
_NAME_BEHIND = re.compile(r", (?:[A-Z][\w.’'-]{0,20} ){1,3}[A-Z][\w’'-]{0,20}(?=[,.;]|\n|$)")
_WRITER = re.compile(media.WRITER_OF)
#: What stands before a subject and is no part of it: "On 22 June the office", "On Two Chairs the minister".
_AHEAD = re.compile(
    r"(?!(?:All|Both|Half|Only|Even|Not|Most) )"
    r"(?:(?:[A-Z][\w’-]{1,20}|\d{1,4}|[Oo]n|[Ii]n|[Aa]t|[Bb]y|noon|midnight) ){1,4}"
    r"(?=(?:the|an?|its|their|his|her) [a-z])"
)
#: A dateline that the subject took in: "Eldormar – The ministry".
_DATELINE = re.compile(
    r"[A-Z][\w’. ]{1,30}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \([^()\n]{1,20}\))? (?:–|—|-{1,2}) (?=[A-Z])"
)
#: An adverb at the end that belongs to what follows: "The Society therefore".
_LOOSE_END = re.compile(r",? (?:therefore|however|meanwhile|moreover|nevertheless|also|then|now)$")
_QUOTED = ' \t\n"“”'
_BEFORE = 160
_BOX = 600


@dataclass(frozen=True, slots=True)
class Relay:
    """Who gives another's words, and the verb that says so."""

    source: Span
    cue: Span


def relayed(text: str, draft: Draft) -> tuple[Draft, Relay | None]:
    """The statement of the one who is quoted, and who quotes him; the draft unchanged where nobody is."""
    if draft.source is None or draft.cue is None or not _QUOTES.search(draft.cue.of(text)):
        return draft, None
    first = draft.content[0]
    match = _AS_SAYING.match(text, first.start, min(first.end, first.start + _BEFORE))
    if not match or first.start < draft.cue.start:
        return draft, None
    speaker, rest = trimmed(text, *match.span(1), _QUOTED), trimmed(text, match.end(), first.end)
    if speaker is None or rest is None:
        return draft, None
    content = (_unquoted(text, rest), *draft.content[1:])
    said = replace(draft, source=speaker, cue=Span(*match.span(2)), content=content)
    return said, Relay(draft.source, draft.cue)


def _unquoted(text: str, span: Span) -> Span:
    """A stretch without quotation marks that wrap it whole."""
    if text[span.start] in '“"' and not any(mark in text[span.start + 1 : span.end - 1] for mark in '“”"'):
        return trimmed(text, span.start, span.end, '“”"') or span
    return span


def trimmed_source(text: str, draft: Draft, sentence: Span) -> Draft:
    """A draft whose source ends with its name, whose passive has its subject, and which tells what was told."""
    if draft.source is None or draft.cue is None:
        return draft
    whole = trimmed(text, draft.source.start, draft.source.end, " ,;:\n\t")
    draft = replace(draft, source=whole) if whole and whole != draft.source else draft
    assert draft.source is not None  # noqa: S101 - narrowed above
    if match := _SPOKE_WHEN.search(text, max(draft.source.start + 1, draft.source.end - 40), draft.source.end):
        draft = replace(draft, source=Span(draft.source.start, match.start()))
    if draft.source and (match := _SPOKE_BEFORE.match(text, draft.source.start, draft.source.end)):
        draft = replace(draft, source=Span(match.end(), draft.source.end))
    draft = _with_name(text, _alone(text, draft))
    first = draft.content[0]
    if match := _ABOUT_HEARER.match(text, first.start, min(first.end, first.start + _BEFORE)):
        draft = replace(draft, content=(Span(match.end(), first.end), *draft.content[1:]))
    return _active(text, draft, sentence)


def _alone(text: str, draft: Draft) -> Draft:
    """A draft whose source is without the dateline or the time before it, and without a loose word at its end."""
    source = draft.source
    if source is None:
        return draft
    start, end = source.start, source.end
    if text[max(0, start - 1) : start].strip() == "" and (match := _DATELINE.match(text, start, end)):
        start = match.end()
    if (match := _AHEAD.match(text, start, end)) and not text[start : match.end()].strip().startswith("The "):
        noun = names.read_phrase(text, Span(match.end(), end)).noun
        start = match.end() if noun in SPEAKING_NOUNS else start
    if match := _LOOSE_END.search(text, max(start + 1, end - 16), end):
        end = match.start()
    return replace(draft, source=Span(start, end)) if (start, end) != (source.start, source.end) else draft


def _with_name(text: str, draft: Draft) -> Draft:
    """A draft whose described source takes in the name right behind it ("said the spokesman, Bo Berg")."""
    source = draft.source
    last = source.of(text).split()[-1].lower() if source else ""
    if source is None or last not in kinds.PERSON_NOUNS or source.of(text)[-len(last)].isupper():
        return draft
    match = _NAME_BEHIND.match(text, source.end, min(len(text), source.end + 80))
    inside = match and any(span.start < match.end() <= span.end for span in draft.content)
    return replace(draft, source=Span(source.start, match.end())) if match and not inside else draft


def _active(text: str, draft: Draft, sentence: Span) -> Draft:
    """A draft read off "… was quoted as saying by …" with the one quoted for its source."""
    assert draft.cue is not None  # noqa: S101 - narrowed by the caller
    if not _SAYING_BY.search(draft.cue.of(text)):
        return draft
    floor = max(sentence.start, draft.cue.start - _BEFORE)
    for match in _WAS_QUOTED.finditer(text, floor, draft.cue.end):
        if match.end() < draft.cue.start:
            continue
        subject = trimmed(text, *match.span(1))
        if subject is None:
            return draft
        kept = [_shortened(text, span, subject.start) for span in draft.content]
        content = tuple(span for span in kept if span)
        return replace(draft, source=subject, cue=Span(*match.span(2)), content=content or draft.content)
    return draft


def _shortened(text: str, span: Span, stop: int) -> Span | None:
    """A content that reaches over the subject behind it, cut before it and without quotation marks."""
    return trimmed(text, span.start, stop, ' ,\n"“”') if span.start < stop < span.end else span


class Outlet:
    """The article's own outlet, by the words of its name; false where it is not known."""

    def __init__(self, article: Article, blocks: Sequence[Block]) -> None:
        """Take the name given with the article, else the one in a writer's box."""
        given = article.outlet or _in_box(article.text, blocks) or ""
        self.words = tuple(word.casefold() for word in re.findall(r"[^\W_]+", given)[:12])

    def __bool__(self) -> bool:
        """Whether it is known."""
        return bool(self.words)

    def owns(self, text: str, span: Span) -> bool:
        """Whether a phrase is the outlet's name, whole or its last or first word, with or without "the"."""
        if not self.words or len(span) > 80:
            return False
        named = tuple(word.casefold() for word in re.findall(r"[^\W_]+", span.of(text)))
        named = named[1:] if named[:1] == ("the",) and self.words[:1] != ("the",) else named
        bare = self.words[1:] if self.words[0] == "the" else self.words
        named = named[1:] if named[:1] == ("the",) else named
        whole = bool(named) and named in {bare, bare[-1:], bare[:1]}
        return whole and (len(named) == len(bare) or named[0] not in media.OUTLET_NOUNS | media.COMMON_OUTLET)


def _in_box(text: str, blocks: Sequence[Block]) -> str | None:
    """The outlet that the writer's box at the end of an article names, None where there is none."""
    for block in blocks[-4:]:
        if block.kind != "furniture" and block is not blocks[-1]:
            continue
        match = _WRITER.match(text, block.span.start, min(block.span.end, block.span.start + _BOX))
        if match and next(iter(names.runs(text, Span(*match.span(1)))), None):
            return match[1]
    return None
