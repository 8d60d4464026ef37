"""What a text tells of the occasion on which one thing was said: its day, its kind, who heard it, which paper.

Only the words around a statement tell, never what is said: "at a briefing", "in an interview with the Gull", "told
Tern Radio", "its note of 17 January", "in a study published on Monday", the title of a paper. What is not told
stays open and speaks for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sayso.lang.en.occasions import ANEW, EARLIER, PAPERS, TALK_PAIRS, TALKS
from sayso.linking.copies import published
from sayso.linking.publishers import own_paper
from sayso.linking.sentences import around
from sayso.linking.spellings import plain_name
from sayso.model.case import Page
from sayso.model.statements import Statement
from sayso.model.times import Interval

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CAPITALS: Final = r"(?:[A-Z][\w’'-]{0,30})(?: (?:of |for |and )?[A-Z][\w’'-]{0,30}){0,4}"
_HEARER: Final = re.compile(
    r"\b(?:told|tells|telling|spoke to|speaks to|speaking to|talked to|talking to"
    r"|interview (?:with|to|by|for|on|in)|asked by|wrote to|quoted by|appearing on|speaking on) "
    r"(?:the |our |state broadcaster )?"
    rf"(?P<who>{_CAPITALS})"
)
_OURS: Final = re.compile(
    r"\b(?:told|tells|asked by|spoke to|speaking to|interview with|talking to) "
    r"(?:us\b|me\b|this |our |the newspaper|the paper)"
    r"|\bwrote to us\b|\b(?:put|replied|asked) (?:by )?this (?:newspaper|paper)\b"
)
_TITLE: Final = re.compile(r"[“\"](?P<title>[A-Z][^”\"\n.!?]{4,70})[”\"]")
_NAMED: Final = re.compile(
    r"\b(?:titled|entitled|called|headed|named|report|study|paper|note|memo|bulletin|analysis)[, ]{1,2}$"
)
_PERFECT: Final = re.compile(
    r"had (?:\w{3,12}ly |also |long |once |already )?"
    r"(?:\w{2,14}ed|said|told|put|written|spoken|made|given|sworn|let|read)\b"
    r"|(?:has|have) long\b",
    re.IGNORECASE,
)
_AGO: Final = re.compile(
    r"\b(?:days?|weeks?|months?|years?) (?:ago|before|earlier)\b"
    r"|\blast (?:week|month|year|spring|autumn|summer|winter)\b"
)

#: Characters of a sentence that are read around a statement.
_REACH = 260
#: Days before its article after which what is dated is no news of it.
_OLD = 14
#: Words that lead to where and in what something was said: "in an interview", "told reporters".
_LEADS: Final[frozenset[str]] = frozenset(
    [
        "in",
        "at",
        "on",
        "to",
        "during",
        "told",
        "tells",
        "via",
        "from",
        "before",
        "by",
        "with",
        "addressing",
        "of",
        "according",
    ]
)


@dataclass(frozen=True, slots=True)
class Telling:
    """What a text tells of one saying; whatever is empty or None is not told.

    `days` are told in words ("on Friday"). `talks` and `papers` are kinds (lang/en/occasions.py), `noun` the
    paper's word in the text, `hearers` plain names of outlets, `title` a paper's own name. `earlier` says that the
    saying lies before what the article tells of, `anew` that its paper or talk is another than the one before,
    `old` that its days lie weeks before the article.
    """

    days: Interval | None = None
    talks: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    noun: str | None = None
    hearers: frozenset[str] = frozenset()
    title: str | None = None
    earlier: bool = False
    anew: bool = False
    old: bool = False


def telling(page: Page, statement: Statement) -> Telling:
    """What the words around one statement tell of its occasion; a body's own paper is one on its day."""
    out = published(page)
    if own_paper(page) and out.earliest and out.earliest == out.latest:
        return Telling(days=out, papers=frozenset({"report"}))
    said = statement.said
    sure = said is not None and said.how == "given"
    zone = _zone(page.article.text, statement)
    words = [word.lower() for word in _WORD.findall(zone)]
    nouns, talks = _kinds(words, statement)
    cue = statement.chain[-1].cue.text if statement.chain else ""
    earlier = bool(_PERFECT.search(cue)) or bool(EARLIER & set(words)) or bool(_AGO.search(zone))
    return Telling(
        days=said.interval if said and sure else None,
        talks=talks,
        papers=frozenset(PAPERS[word] for word in nouns),
        noun=next(iter(nouns), None),
        hearers=frozenset(_hearers(zone, page)),
        title=_title(zone),
        earlier=earlier and not sure,
        anew=bool(ANEW & set(words)),
        old=bool(said and sure and _long_ago(said.interval, published(page))),
    )


def _kinds(words: Sequence[str], statement: Statement) -> tuple[list[str], frozenset[str]]:
    """The papers named around a statement, and the kinds of talk: behind a preposition, or as the source itself."""
    own = {word.lower() for hop in statement.chain[-2:] for word in _WORD.findall(hop.source.text)}
    near = [
        word for at, word in enumerate(words) if word in own or not _LEADS.isdisjoint(words[max(0, at - 5) : at])
    ]
    pairs = {TALK_PAIRS[pair] for pair in pairwise(words) if pair in TALK_PAIRS}
    return [word for word in near if word in PAPERS], frozenset(
        {TALKS[word] for word in near if word in TALKS} | pairs
    )


def _long_ago(days: Interval, out: Interval) -> bool:
    """Whether days lie more than _OLD days before those on which an article came out."""
    return bool(days.latest and out.earliest and (out.earliest - days.latest).days > _OLD)


def _zone(text: str, statement: Statement) -> str:
    """The words of the sentence around a statement's cue, source and beginning, without what is said."""
    spans = [hop.cue.span or hop.source.span for hop in statement.chain[-2:]]
    at = next((span for span in reversed(spans) if span), None)
    if at is None:
        return " ".join(f"{hop.source.text} {hop.cue.text}" for hop in statement.chain)
    sentence = around(text, at)
    first, last = max(sentence.start, at.start - _REACH), min(sentence.end, at.end + _REACH)
    kept, begin = [], first
    for span in sorted(statement.content):
        if span.start < last and span.end > first:
            kept.append(text[begin : max(begin, span.start)])
            begin = max(begin, span.end)
    kept.append(text[begin:last])
    return " | ".join(kept)


def _hearers(zone: str, page: Page) -> Iterator[str]:
    """Plain names of those to whom it was said, the article's own outlet under its own name."""
    own = plain_name(page.article.outlet or "")
    if own and _OURS.search(zone):
        yield own
    for found in _HEARER.finditer(zone):
        plain = plain_name(found["who"])
        if plain and plain.split()[0] not in TALKS:
            yield own if own and set(plain.split()) <= set(own.split()) else plain


def _title(zone: str) -> str | None:
    """The name of a paper in quotation marks behind a word for papers; None where there is none."""
    for found in _TITLE.finditer(zone):
        if _NAMED.search(zone[max(0, found.start() - 30) : found.start()]):
            return plain_name(found["title"])
    return None
