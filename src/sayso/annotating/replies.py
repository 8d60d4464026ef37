"""Requests for comment and replies that are none: no statement on the matter, but worth a note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.annotating.statements import Draft
from sayso.lang.en.denials import UNANSWERED
from sayso.model.article import Article
from sayso.model.notes import Note
from sayso.model.ports import Passage
from sayso.model.span import Ref, Span

#: Tried only at words with the first letter of one of them.
_UNANSWERED = re.compile(r"\b(?=[acdhrw])(?:" + "|".join(UNANSWERED) + ")", re.IGNORECASE)
#: Behind a refusal: what it was about.
_MATTER = re.compile(r"s?(?: \w{1,9}ly| further)? (?:on|about|whether|as to) \w", re.IGNORECASE)
_LONGEST = 2000


def is_unanswered(text: str, draft: Draft) -> bool:
    """Whether a draft only says that somebody was asked or gave no answer, and not about what."""
    if draft.cue is None:
        return False
    match = _UNANSWERED.search(text, max(0, draft.cue.start - 24), min(len(text), draft.cue.end + 120))
    if match and _MATTER.match(text, match.end(), min(len(text), match.end() + 40)):
        return False
    return match is not None and draft.mode != "direct" and Span(*match.span()).overlaps(draft.cue)


def unanswered(article: Article, passages: Sequence[Passage]) -> tuple[Note, ...]:
    """A note for every sentence that says so, at its place."""
    notes = []
    for passage in passages:
        for sentence in passage.sentences:
            if _UNANSWERED.search(article.text, sentence.start, min(sentence.end, sentence.start + _LONGEST)):
                words = " ".join(sentence.of(article.text)[:200].split())
                notes.append(Note("A204", f"No answer was given: {words}", Ref(article.id, sentence)))
    return tuple(notes)
