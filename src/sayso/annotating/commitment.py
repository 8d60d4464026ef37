"""How far the innermost holder stands by a content, and whether a denial denies anything.

Theory. A statement's commitment is an interval of probability that its holder gives the content as worded.
It starts from the verb of the innermost hop: a bare saying is nearly certain, a belief, a plan or a hint less.
Words of likelihood and hedges in the content replace that interval by their own, and where several stand in one
content the widest reading is kept: the lowest low and the highest high of the words that govern it. Only words
of the content's first clause are read, because "X may come; it is certain that Y" hedges X.

Polarity is that of the content as worded: "denied that X" negates X, "there will be no X" is affirmed as it
stands; "did not say that X" leaves X open, for it is no denial; so does a question. A reply that sounds like a
denial and rules nothing out of the matter (lang/en/denials.NON_DENIALS) is marked so; docs/why/chains.md has the
theory and examples.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sayso.annotating import forces
from sayso.lang.en import denials, hedges, likelihood
from sayso.model.span import Span
from sayso.model.statements import Commitment, Force, Polarity
from sayso.model.words import squeezed

_SCOPE = 320
_LONGEST = 1200
_RUMOURED = 15
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’']?\s+")
_OWN_VIEW = re.compile(
    r"[“\"‘']?(?:I|we) (?:\w{1,10} )?(believe|think|expect|hope|fear|guess|assume|suspect|doubt|anticipate)\b",
    re.IGNORECASE,
)
_REFUSES = re.compile(r"\b(?:declin|refus)\w{0,4}\b")
_SILENT = re.compile(r"\b(?:" + "|".join(denials.SILENT) + r")\b")
_NO_ANSWER = re.compile(r"(?:\w+ly |also |again )?\b(?:" + "|".join(denials.NO_ANSWER) + r")\b")
_GRANTS = re.compile(r"\b(?:" + "|".join(denials.GRANTING) + r")")
_DISMISSES = re.compile(r"\b(?:" + "|".join(denials.DISMISSING_CUES) + r")")
#: What a question, a refusal to say or to rule out leaves open. Judged: nearly everything.
_UNSAID = (0.05, 0.95)
_CLAUSE_END = re.compile(
    r"[;:](?=\s)|[.!?…][\"”’']?\s+(?=[\"“‘']?[A-Z])|\n|\s[–—-]\s|,?\s+(?:but|because|if|unless|since|as|although|while|which|after)\s"
)
_CONTENT_NEGATION = re.compile(
    r"\b(?:not|never|cannot|neither|nor|no|none|nobody|nothing|no one)\b|n[’']t\b", re.IGNORECASE
)


#: Letters that count as these without regard to case, beside their capitals.
_ODD_CASES = {"i": "İı", "k": "\u212a", "s": "ſ"}


def _alternatives(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of some phrases in lower case, the longest first; only those with a word's first letter are tried."""
    rests: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(phrases, key=len, reverse=True):
        rests[phrase[0]].append(phrase[1:].replace(" ", r"\s{1,3}"))
    branches = (
        rf"[{first}{first.upper()}{_ODD_CASES.get(first, '')}](?i:{'|'.join(rest)})"
        for first, rest in rests.items()
    )
    return re.compile(rf"\b(?:{'|'.join(branches)})\b")


_LIKELIHOOD = _alternatives(likelihood.LIKELIHOOD)
_HEDGE = _alternatives(hedges.HEDGES)
_TRACE_WORD = re.compile(r"\b(?:" + "|".join(denials.TRACE_WORDS) + r")\b")
_FORMS = tuple((kind, re.compile(pattern, re.IGNORECASE | re.DOTALL)) for kind, pattern in denials.FORMS)


@dataclass(frozen=True, slots=True)
class Saying:
    """What commitment is read from: the innermost hop's cue and force, the content, and the words around it.

    `question` is True where the whole clause is asked and not stated; `setting` is the clause with the cue, for
    negations that stand apart from it.
    """

    cue: Span | None
    force: Force
    content: tuple[Span, ...]
    question: bool = False


def commit(text: str, saying: Saying) -> Commitment:
    """The commitment of the innermost holder to the content; the words that moved it are spans of `text`."""
    cue_text = saying.cue.of(text) if saying.cue else ""
    scope = _scope(text, saying.content)
    kind = denial_kind(text, saying)
    low, high, words = _interval(text, saying, scope)
    negations = [*_negations(text, scope)]
    if saying.cue and forces.negated(cue_text):
        negations.extend(_negations(text, (saying.cue,)))
    polarity = _polarity(saying, cue_text)
    if polarity == "open":
        low, high = (low, high) if words and saying.force != "decline-to-rule-out" else _UNSAID
    elif polarity == "negated":
        low, high = 1 - high, 1 - low
    return Commitment(
        polarity,
        round(low, 2),
        round(high, 2),
        tuple(sorted(words)),
        tuple(sorted(set(negations))),
        non_denial=kind in denials.NON_DENIALS,
        denial=kind,
    )


def denial_kind(text: str, saying: Saying) -> str | None:
    """The kind of denial that is made, from the cue and the content; None where none is made."""
    if saying.cue is None:
        return None
    cue = saying.cue.of(text).lower()
    if saying.force == "decline-to-rule-out":
        return None if _GRANTS.search(cue) else "not ruled out"
    pieces = [" ".join(span.of(text)[:_LONGEST].split()) for span in saying.content]
    first = pieces[0].lower()
    if _gives_no_answer(cue, first):
        return "no comment"
    if _DISMISSES.search(cue):
        return "dismissal of rumours"
    if saying.force == "deny":
        return None if forces.negated(cue) else _denied(first)
    spoken = not saying.question and saying.force in {"assert", "predict", "plan", "believe"}
    return _form(" ".join(pieces)) if spoken else None


def _gives_no_answer(cue: str, first: str) -> bool:
    """Whether a cue, with the first words it governs, refuses to say anything."""
    refused = _REFUSES.search(cue) and _SILENT.search(f"{cue} {first[:40]}")
    return bool(refused or _NO_ANSWER.match(f"{cue} {first[:24]}"))


def _denied(first: str) -> str:
    """What a verb of denial denies: the matter, or only that it is talked, known or planned."""
    if re.search(r"\b(?:discuss|talks?\b|talking|consider|negotiat|deliberat)", first[:60]):
        return "denial of discussion"
    return (
        "denial of knowledge"
        if re.search(r"\b(?:knowing|knowledge|awareness|being aware)\b", first[:40])
        else "denial"
    )


@lru_cache(maxsize=2048)
def _form(words: str) -> str | None:
    """The first form of denial that one of the sentences of a content has; a denial that rules nothing out wins."""
    if words.lower().strip(" .,!?\"'“”‘’") in denials.BARE_NO:
        return "denial"
    found = [kind for sentence in _SENTENCE.split(words)[:12] if (kind := _first_form(sentence))]
    return next((kind for kind in found if kind in denials.NON_DENIALS), found[0] if found else None)


def _first_form(sentence: str) -> str | None:
    first = sentence[:_SCOPE]
    if not may_deny(first):
        return None
    return next((kind for kind, pattern in _FORMS if pattern.search(first)), None)


def may_deny(sentence: str) -> bool:
    """Whether a sentence has one of the words without which none of the forms fits: three in four have none."""
    low = sentence.casefold()
    return any(trace in low for trace in denials.TRACES) or bool(_TRACE_WORD.search(low))


def _scope(text: str, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The first clause of each piece of a content, at most 320 characters of it."""
    found = []
    for span in content[:4]:
        stop = min(span.end, span.start + _SCOPE)
        match = _CLAUSE_END.search(text, span.start + 1, stop)
        found.append(Span(span.start, match.start() if match and match.start() > span.start else stop))
    return tuple(found)


def _interval(text: str, saying: Saying, scope: tuple[Span, ...]) -> tuple[float, float, list[Span]]:
    """Low, high and the words that set them."""
    cue_text = saying.cue.of(text).lower() if saying.cue else ""
    words: list[Span] = []
    ranges: list[tuple[int, int]] = []
    for span in scope:
        for match in _LIKELIHOOD.finditer(text, span.start, span.end):
            phrase = squeezed(match.group())
            if _is_month(text, match) or _is_ability(text, match):
                continue
            low, _, high, _ = likelihood.LIKELIHOOD[phrase]
            ranges.append((low, high))
            words.append(Span(*match.span()))
        for match in _HEDGE.finditer(text, span.start, span.end):
            if any(Span(*match.span()).overlaps(word) for word in words):
                continue
            ranges.append(hedges.HEDGES[squeezed(match.group())])
            words.append(Span(*match.span()))
    weak = _weak(cue_text)
    if own := _OWN_VIEW.match(text, scope[0].start, scope[0].end):
        ranges.append(_weak(own.group(1).lower()) or likelihood.BARE[::2])
        words.append(Span(*own.span(1)))
    if weak and saying.cue:
        # what is only rumoured is no surer for the words inside the rumour
        ranges = [*ranges, weak] if weak[0] <= _RUMOURED or not ranges else ranges
        words.append(saying.cue)
    if not ranges:
        return likelihood.BARE[0] / 100, likelihood.BARE[2] / 100, words
    return min(low for low, _ in ranges) / 100, max(high for _, high in ranges) / 100, words


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether "May" is the month: in capitals inside a sentence or before a number."""
    after = text[match.end() : match.end() + 6].strip()[:1]
    return match.group() == "May" and (
        after.isdigit() or text[max(0, match.start() - 2) : match.start()].strip()[-1:].isalnum()
    )


def _is_ability(text: str, match: re.Match[str]) -> bool:
    """Whether "could" is what somebody was not able to do ("could not speak")."""
    after = text[match.end() : match.end() + 4].lower()
    return match.group().lower() == "could" and (after == " not" or after[:1] == "n")


@lru_cache(maxsize=4096)
def _weak(cue: str) -> tuple[int, int] | None:
    """The interval of a verb that commits to less than "said", None for any other cue."""
    for stem, interval in hedges.WEAK_CUES.items():
        if re.search(rf"\b{stem}", cue):
            return interval
    return None


def _negations(text: str, spans: tuple[Span, ...]) -> list[Span]:
    return [Span(*m.span()) for span in spans for m in _CONTENT_NEGATION.finditer(text, span.start, span.end)]


def _polarity(saying: Saying, cue: str) -> Polarity:
    """Whether the holder has the content as worded, its opposite, or leaves it open.

    A negation inside the content is part of its wording: "there will be no levy" is affirmed, "denied that there
    will be a levy" is negated. What is only waved away ("brushed the report aside") stays open.
    """
    if saying.question or saying.force in {"question", "decline-to-rule-out"} or forces.negated(cue):
        return "open"
    if saying.force == "assert" and _DISMISSES.search(cue):
        return "open"
    return "negated" if saying.force == "deny" else "affirmed"
