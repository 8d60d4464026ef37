"""What each statement says of each hypothesis: the stance of the innermost holder, not of the sentence.

Theory. An entailer reads words; a stance needs the rest of the statement. In this order:

1. The matter. The entailer judges the content. Where the content only points ("about that", "it") or says too
   little, the words before it on the page (its block, the heading, the block before) say what it points to; the
   content is then read with the hypothesis in place of what it points to, at less relevance. What words leave
   unrelated, a network may read (otherwords.py).
2. The hop. "Denied that Y" turns Y round; "did not rule out Y", "asked whether Y" leave it open; a demand or an
   order to others is no word on whether Y comes; a plan is a word for it.
3. The kind of denial. A denial of discussion, or for now, rules nothing out: it leans against, weakly. Not
   knowing, not commenting and not ruling out leave open.
4. Time. What lies wholly before the case began says nothing of what is to come; what begins after the question
   closes says nothing of it either.
5. How firmly. The lesser of what the words and what the commitment's interval give: "may" is wide and weak, "no
   doubt" narrow and strong.

A hypothesis that negates another has its stances mirrored, so the two agree. Measured in docs/why/stances.md.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from sayso.lang.en.events import PRONOUNS, ROLES
from sayso.lang.en.stances import HAPPENING, LIGHT, POINTING, STEPS, TIMES, UNDONE
from sayso.lang.en.words import STOP
from sayso.linking import otherwords
from sayso.linking.copies import published
from sayso.linking.roots import is_self
from sayso.model.article import HEADS
from sayso.model.case import Page
from sayso.model.ports import Bearing, Entailer
from sayso.model.stances import Hypothesis, Lean, Stance
from sayso.model.statements import Force, Statement
from sayso.model.times import TimeMention
from sayso.model.words import content_stems, forms, words

#: Below this relevance a statement is unrelated; of 2,042 related headline pairs 9 in 10 lie above it.
RELATED = 0.3

#: What is left of the relevance of words around a content that only points to its matter.
_AROUND = 0.6

#: Support and denial must differ by this much for a side to be taken.
_SIDE = 0.25

#: Days by which a time must lie before its article for it to be about the past.
_PAST = 10

_COMING = re.compile(
    r"\b(?:will|shall|going to|plan\w{0,4}|prepar\w{1,5}|may|might|could|would|expect\w{0,3}|about to|ready)\b",
    re.IGNORECASE,
)
_POINTER = re.compile("|".join(POINTING), re.IGNORECASE)
_STEPS = re.compile("|".join(STEPS), re.IGNORECASE)
_HAPPENING = re.compile("|".join(HAPPENING), re.IGNORECASE)
_WOULD = re.compile(r"\bwould\b")
_NO_TALK = re.compile(r"\b(?:no|not|nobody|n[’']t)\b.{0,40}?\b(?:discuss|talk|consider)", re.IGNORECASE)
#: A habit of not discussing: no word on whether there is a discussion.
_POLICY = re.compile(r"\b(?:do|does|did|never)(?:n[’']t| not)? (?:discuss|comment)\b", re.IGNORECASE)
_UNDONE = re.compile("|".join(UNDONE), re.IGNORECASE)
_BARE = re.compile(r"[\"“‘']?no[\"”’'.! ]*", re.IGNORECASE)
#: "Contradicted this: …": what follows is what the holder says instead.
_INSTEAD = re.compile(r"(?:this|that|it): ", re.IGNORECASE)
_STOPS = re.compile(r"[.!?;:\"“”‘’]+")
_QUOTED = 'the statement points to it with "{}"'

#: Kinds of denial: the lean they give and its strength.
_DENIALS: dict[str, tuple[Lean, float]] = {
    "denial of discussion": ("deny", 0.2),
    "denial for now": ("deny", 0.2),
    "undecided": ("open", 0.0),
    "denial of plans": ("deny", 0.3),
    "denial in place": ("deny", 0.15),
    "dismissal of rumours": ("deny", 0.3),
    "denial": ("deny", 0.8),
    "denial of knowledge": ("open", 0.0),
    "not ruled out": ("open", 0.0),
    "no comment": ("open", 0.0),
}

#: Kinds of denial that answer a question of the words around them, whatever words they use.
_REPLIES = frozenset(
    {"no comment", "denial of knowledge", "denial of discussion", "denial for now", "not ruled out"}
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A statement with what it is judged by: its words, and the words around it where it only points."""

    page: Page
    statement: Statement
    said: str
    around: str
    pointer: str | None
    repeats: bool = False
    denial: str | None = None
    paragraph: str = ""


def stances(
    pages: Sequence[Page],
    hypotheses: Sequence[Hypothesis],
    entailer: Entailer,
    *,
    dropped: frozenset[str] = frozenset(),
    withdrawing: frozenset[str] = frozenset(),
) -> tuple[Stance, ...]:
    """A Stance for each attributed statement and hypothesis, and for the article's own where it is related.

    Ordered by page, statement and hypothesis; statements whose ids are in `dropped` have none. Articles whose ids
    are in `withdrawing` take something back: what they say of themselves in them leaves the matter open.
    """
    readings = [
        _reading(page, statement, repeats=page.article.id in withdrawing and is_self(statement))
        for page in pages
        for statement in (*page.statements, *page.own_voice)
        if statement.id not in dropped
    ]
    readings = _explained(readings)
    judged = {
        hypothesis.id: _judged(readings, hypothesis, entailer)
        for hypothesis in hypotheses
        if not hypothesis.negates
    }
    out = []
    for index, reading in enumerate(readings):
        for hypothesis in hypotheses:
            stance = judged[hypothesis.negates or hypothesis.id][index]
            if stance.lean != "unrelated" or reading.statement.chain:
                out.append(_mirrored(stance, hypothesis) if hypothesis.negates else stance)
    return tuple(out)


def _mirrored(stance: Stance, hypothesis: Hypothesis) -> Stance:
    """The same stance towards the negation."""
    turned: dict[Lean, Lean] = {"support": "deny", "deny": "support"}
    reasons = (*stance.reasons, f"turned round: this is the opposite of {hypothesis.negates}")
    return Stance(stance.statement, hypothesis.id, turned.get(stance.lean, stance.lean), stance.strength, reasons)


def _explained(readings: Sequence[_Reading]) -> list[_Reading]:
    """The readings, a bare "no" with the kind of denial that the next words of its paragraph turn out to be.

    A summary "says no" over "there are no discussions" is the writer's word for that reply and no denial besides.
    """
    after: dict[str, _Reading] = {}
    out = []
    for reading in reversed(readings):
        statement, page = reading.statement, reading.page
        kind = statement.commitment.denial
        following = after.get(page.article.id)
        bare = statement.block not in HEADS and _BARE.fullmatch(reading.said)
        explained = bare and following and _one_block(page, statement, following.statement)
        if kind in _DENIALS and kind != "denial":
            after[page.article.id] = reading
        out.append(replace(reading, denial=following.denial) if explained and following else reading)
    return out[::-1]


def _one_block(page: Page, one: Statement, two: Statement) -> bool:
    """Whether two statements stand in one block."""
    starts = [
        bisect_right(page.blocks, item.content[0].start, key=lambda block: block.span.start) for item in (one, two)
    ]
    return starts[0] == starts[1]


def _reading(page: Page, statement: Statement, *, repeats: bool) -> _Reading:
    """What a statement is judged by."""
    text = page.article.text
    said = statement.words(text)
    if statement.mode == "indirect" and statement.chain and _WOULD.search(said) and not said.startswith("that "):
        said = f"that {said}"
    stems = content_stems(said, STOP)
    step = _STEPS.search(said)
    found = step or _POINTER.search(said)
    kind = statement.commitment.denial
    replies = kind in _REPLIES or _declines(statement)
    around = (
        _around(page, statement, far=bool(step) or replies or len(stems) < 4)
        if found or not stems or replies
        else ""
    )
    if kind == "denial of knowledge" and _NO_TALK.search(said):
        kind = "denial of discussion"
    if kind == "denial of discussion" and _POLICY.search(said):
        kind = "no comment"
    pointer = found.group().split()[-1] if found else None
    return _Reading(page, statement, said, around, pointer, repeats, kind, _paragraph(page, statement))


def _paragraph(page: Page, statement: Statement) -> str:
    """The block of a statement and the block before it, cut; of a heading, the paragraph after it."""
    text, start = page.article.text, statement.content[0].start
    here = bisect_right(page.blocks, start, key=lambda block: block.span.start)
    kept = page.blocks[max(0, here - 2) : here + (statement.block in HEADS)]
    lead = [block for block in page.blocks[:12] if block.kind in {"title", "paragraph"}][:3]
    picked = dict.fromkeys((*kept, *lead))
    return " ".join(
        text[b.span.start : min(b.span.end, b.span.start + 600)] for b in picked if b.kind != "furniture"
    )


def _named(reading: _Reading, hypothesis: Hypothesis) -> str:
    """The words of a statement, and the names its paragraph gives for "he" or "the minister"."""
    names = _names(hypothesis.text)
    said = [word.casefold().removesuffix("'s").removesuffix("’s") for word in forms(reading.said)]
    stands = any(
        word in PRONOUNS or (word in ROLES and before in {"the", "its", "his", "her", "their", "my", "our"})
        for before, word in pairwise(["", *said])
    )
    if not stands or not names or not names.isdisjoint(said):
        return reading.said
    here = [word for word in forms(reading.paragraph) if word.casefold().removesuffix("'s") in names]
    return f"{reading.said} ({' '.join(dict.fromkeys(here))})" if here else reading.said


@lru_cache(maxsize=256)
def _names(hypothesis: str) -> frozenset[str]:
    """The words of names in a hypothesis but offices, in lower case: of "Minister Ada Venn", "ada" and "venn"."""
    runs: list[list[str]] = [[]]
    for index, (_, _, word) in enumerate(words(hypothesis)):
        if not word[0].isupper() or word.casefold() in ROLES:
            runs.append([])
        elif index or len(word) > 3:
            runs[-1].append(word.casefold())
        if word.casefold() in ROLES and len(runs) > 1:
            runs[-2].clear()  # "Defence Minister"
    return frozenset(word for run in runs for word in run) - TIMES - LIGHT


def _declines(statement: Statement) -> bool:
    """Whether the holder declines to say or to rule out."""
    return bool(statement.chain) and statement.chain[-1].force == "decline-to-rule-out"


def _around(page: Page, statement: Statement, *, far: bool) -> str:
    """The words before a statement: its block, the block before, the last heading; if `far`, title and lead."""
    text, start = page.article.text, statement.content[0].start
    here = bisect_right(page.blocks, start, key=lambda block: block.span.start)
    near = [block for block in page.blocks[max(0, here - 12) : here] if block.kind != "furniture"]
    body = [block for block in near if block.kind == "paragraph"][-2:]
    heads = [block for block in near if block.kind == "heading"][-1:]
    first = (
        [block for block in page.blocks[:24] if block.kind in {"title", "teaser", "paragraph"}][:3] if far else []
    )
    picked = dict.fromkeys((*first, *heads, *body))
    return " ".join(text[b.span.start : min(b.span.end, b.span.start + 600)] for b in picked)


def _judged(readings: Sequence[_Reading], hypothesis: Hypothesis, entailer: Entailer) -> list[Stance]:
    """The stance of every reading on one hypothesis."""
    said = entailer.by_words([(_named(reading, hypothesis), hypothesis.text) for reading in readings])
    pointing = [i for i, b in enumerate(said) if b.relevance < RELATED and readings[i].around]
    around = dict(
        zip(pointing, entailer.by_words([(readings[i].around, hypothesis.text) for i in pointing]), strict=True)
    )
    near = [i for i in pointing if around[i].relevance * _AROUND >= RELATED]
    replaced = dict(zip(near, entailer.by_words([_filled(readings[i], hypothesis) for i in near]), strict=True))
    out = []
    for index, (reading, bearing) in enumerate(zip(readings, said, strict=True)):
        if index in replaced:
            word = reading.pointer or reading.said[:40]
            found = replaced[index]
            reasons = (_QUOTED.format(word), *found.reasons[0 if found.in_kind else 1 :])
            relevance = around[index].relevance * _AROUND
            held = replace(_pointed(reading, found), relevance=relevance, reasons=reasons, pointed=True)
            out.append(_stance(reading, hypothesis, held))
        else:
            out.append(_stance(reading, hypothesis, bearing))
    return _read(readings, hypothesis, out, entailer) if entailer.reads else out


def _read(
    readings: Sequence[_Reading], hypothesis: Hypothesis, found: Sequence[Stance], entailer: Entailer
) -> list[Stance]:
    """The stances, with what a network reads in those that words leave unrelated."""
    left = [
        (one.page, one.statement, one.said)
        for one, stance in zip(readings, found, strict=True)
        if stance.lean == "unrelated" and not one.repeats and not _timed(one, hypothesis)
    ]
    told = {stance.statement: stance for stance in otherwords.stances(left, hypothesis, entailer)}
    return [told.get(stance.statement, stance) for stance in found]


def _filled(reading: _Reading, hypothesis: Hypothesis) -> tuple[str, str]:
    """The content as one clause with the hypothesis after it; a question stays one."""
    asked = "?" if reading.said.rstrip('"”’ ').endswith("?") else ""
    return f"{_STOPS.sub(' ', reading.said)} ({hypothesis.text}){asked}", hypothesis.text


def _pointed(reading: _Reading, bearing: Bearing) -> Bearing:
    """A bearing through a pointer: it takes a side only where the content says that the matter comes or not."""
    if bearing.in_kind:
        return bearing
    if bearing.support > bearing.deny and not _HAPPENING.search(reading.said):
        return Bearing(bearing.relevance, 0.2, 0.1, 0.7, bearing.reasons)
    if bearing.reasons[-1] == "negated" and not _UNDONE.search(reading.said):
        return Bearing(bearing.relevance, 0.2, 0.1, 0.7, bearing.reasons)
    return bearing


def _stance(reading: _Reading, hypothesis: Hypothesis, bearing: Bearing) -> Stance:
    """One stance from the bearing of the words and all that the statement adds."""
    ident = reading.statement.id
    if bearing.relevance < RELATED:
        return Stance(ident, hypothesis.id, "unrelated", 0.0, bearing.reasons)
    timed = _timed(reading, hypothesis)
    if timed:
        return Stance(ident, hypothesis.id, timed[0], 0.0, (*bearing.reasons[:1], timed[1]))
    if reading.repeats:
        return Stance(ident, hypothesis.id, "open", 0.0, (*bearing.reasons, "repeated in order to take it back"))
    lean = _lean(bearing)
    if lean == "deny" and reading.denial == "no comment" and bearing.in_kind and not bearing.pointed:
        reading = replace(reading, denial=None)  # "full confidence" is a comment
    if reading.denial == "denial for now" and (lean == "open" or bearing.pointed):
        reading = replace(reading, denial="undecided")  # "no decision has been taken"
    lean, strength, more = _hopped(reading, lean)
    strength = round(min(strength, max(0.15, abs(bearing.support - bearing.deny))), 3) if lean != "open" else 0.0
    return Stance(ident, hypothesis.id, lean, strength, (*bearing.reasons, *more))


def _lean(bearing: Bearing) -> Lean:
    """The side that the words take."""
    margin = bearing.support - bearing.deny
    if abs(margin) < _SIDE:
        return "open"
    return "support" if margin > 0 else "deny"


def _hopped(reading: _Reading, lean: Lean) -> tuple[Lean, float, tuple[str, ...]]:
    """Lean, strength and reasons once force, kind of denial and commitment of the holder are counted."""
    commitment = reading.statement.commitment
    force = reading.statement.chain[-1].force if reading.statement.chain else "assert"
    softened = _softened(reading, lean, force)
    if softened:
        return softened
    if force in {"question", "decline-to-rule-out"} or commitment.polarity == "open":
        return "open", 0.0, ("asked or left open, not said",)
    if force == "order":
        return "open", 0.0, ("asked for or ordered, not foretold",)
    more: tuple[str, ...] = ()
    if force == "deny" and not _INSTEAD.match(reading.said):
        lean = "support" if lean == "deny" else "deny"
        more = ("denied by the holder",)
    if lean == "open":
        return lean, 0.0, more
    firm = max(0.15, abs(commitment.low + commitment.high - 1))
    held = f"held at {commitment.low:.0%} to {commitment.high:.0%}"
    return lean, round(min(1.0, firm), 3), (*more, held)


def _softened(reading: _Reading, lean: Lean, force: Force) -> tuple[Lean, float, tuple[str, ...]] | None:
    """What a kind of denial makes of the lean; None where none is made, or a plain one that force turns round."""
    kind = reading.denial
    if kind is None and lean == "deny" and _NO_TALK.search(reading.said):
        kind = "denial of discussion"
    if kind not in _DENIALS or force in {"plan", "order"}:
        return None
    if kind == "denial" and (force == "deny" or lean == "support"):
        return None
    side, strength = _DENIALS[kind]
    return side, strength, (f"{kind}: {'leans against' if side == 'deny' else 'leaves it open'}",)


def _timed(reading: _Reading, hypothesis: Hypothesis) -> tuple[Lean, str] | None:
    """The lean that the times of a statement force on it, with the reason; None where they force none."""
    mentions = _mentions(reading)
    if not mentions:
        return None
    starts = published(reading.page).earliest
    bounds = [mention.interval for mention in mentions]
    if hypothesis.closes and all(i.earliest and i.earliest > hypothesis.closes for i in bounds):
        return "open", f'speaks of "{mentions[0].text}", after the question closes'
    if starts and not _COMING.search(reading.said) and all(_before(i.latest, starts) for i in bounds):
        return "unrelated", f'speaks of "{mentions[0].text}", before the article and not of what is to come'
    return None


def _before(latest: date | None, starts: date) -> bool:
    """Whether a day lies clearly before an article."""
    return latest is not None and latest < starts - timedelta(days=_PAST)


def _mentions(reading: _Reading) -> list[TimeMention]:
    """The times in a statement that were resolved to days."""
    wanted: Iterable[str] = reading.statement.times
    known = {mention.id: mention for mention in reading.page.times}
    found = [known[item] for item in wanted if item in known]
    return [m for m in found if m.interval.earliest or m.interval.latest]
