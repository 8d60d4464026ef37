"""Kinds of attributions, to see where recall is lost: by the form of the content, the cue and the source.

Quotations are found by every tool of the field; what is told without quotation marks, or by a cue that is no
word of speech ("wants", "believes", "plans"), hardly by any. The stems below say which cues count as speech.
They are those of the scorer that the peers were measured with, so that figures can stand side by side; they are
no part of Sayso.
"""

from __future__ import annotations

import re

from evals.attributions import QUOTES, Gold
from sayso.model.span import Span

FORMS = ("direct", "mixed", "indirect")
CUES = ("speech cues", "other cues")
SOURCES = ("pronoun sources", "no source", "other sources")
KINDS = (*FORMS, *CUES, *SOURCES)

_SPEECH = (
    "say said tell told add write wrote writ call claim tweet announc explain argu insist declar report note "
    "noting ask warn state stating comment respond repl describ accus acknowledg admit deny denie promis declin "
    "repeat suggest predict criti remark question quot cit refer talk speak spoke speech according statement "
    "testif assert alleg urg confirm mention joke vow pledg praise blast attack slam mock blam conced contend "
    "demand discuss emphasi express indicat issue point propos recall recount reject releas reveal shout signal "
    "sugg thank voice tout defend condemn denounc apologi appeal answer agree observ conclud dismiss disput "
    "interview "
)
_STEMS = tuple(_SPEECH.split())
_PRONOUN = (
    "he she it they we i you his her their its who which that this these those him them us me my our someone "
    "anyone everyone "
)
_PRONOUNS = frozenset(_PRONOUN.split())
_WORD = re.compile(r"[\w']+")
_BEHIND = " .,;:!?\n"


def kinds(text: str, item: Gold) -> tuple[str, str, str]:
    """One of FORMS, one of CUES and one of SOURCES for an annotated attribution."""
    return form(text, item), _cue(_words(text, item.cue)), _source(_words(text, item.source))


def form(text: str, item: Gold) -> str:
    """Whether a content is "direct" (quoted from end to end), "mixed" or "indirect"."""
    words = "".join(span.of(text) for span in item.content)
    if not QUOTES & set(words):
        return "indirect"
    ends = words.strip()[:1], words.strip(_BEHIND)[-1:]
    return "direct" if all(end in QUOTES for end in ends) else "mixed"


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " ".join(span.of(text) for span in spans).strip().lower()


def _cue(words: str) -> str:
    return CUES[0] if any(word.startswith(_STEMS) for word in _WORD.findall(words)) else CUES[1]


def _source(words: str) -> str:
    if not words:
        return SOURCES[1]
    return SOURCES[0] if words in _PRONOUNS else SOURCES[2]
