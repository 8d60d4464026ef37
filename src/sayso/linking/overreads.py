"""Where a heading says more than its text: each with both places. Theory and figures in docs/why/headings.md.

A heading is laid beside the sentences under it that share its words of matter. What it says is held against those
that share most: where one of them bears it out, nothing is flagged. So a heading that sums up in words of its own
is never flagged, and neither is one whose text says the thing twice, once with a doubt and once without.

One line of a heading has at most one flag, the plainest: a turned reply, a changed number, one made many, a doubt
left out, and last a source left out. Time is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.lang.en.headlines import FORESEEING, NEGATIONS, NOMINAL
from sayso.linking.borrowed import Told, became_own
from sayso.linking.counts import other_number
from sayso.linking.crowds import generalised
from sayso.linking.lines import Headed, Line, Pair, Step, guarded, headed, pattern, steps
from sayso.linking.refusals import made_denial
from sayso.model.case import Page
from sayso.model.notes import Note
from sayso.model.overreads import Overread, OverreadKind
from sayso.model.prose import shortened
from sayso.model.span import Ref, Span, cover

#: Least share of a heading's words of matter in a sentence that speaks of the same; and, of the share of the best
#: one, how much another needs to bear the heading out. Tuned on evals/headings.md.
_SAME, _BEARS = 0.5, 0.7

#: A heading over so few sentences needs only one word of matter in them.
_SHORT = 4

#: Sentences that a heading is held against, the best ones.
_MOST = 12


def compared(page: Page) -> Page:
    """The page with what its headings say beyond their text, and a note for each."""
    found = overreads(page)
    notes = tuple(_note(page, one) for one in found)
    kept = tuple(note for note in page.notes if note.code != "L311")
    return replace(page, overreads=found, notes=(*kept, *notes))


def _note(page: Page, one: Overread) -> Note:
    text = page.article.text
    head, body = shortened(one.heading.of(text), 120), shortened(one.text.of(text), 160)
    return Note(
        "L311",
        f"A heading says more than its text ({one.about}): “{head}” – “{body}”.",
        Ref(page.article.id, one.heading),
    )


def overreads(page: Page) -> tuple[Overread, ...]:
    """What the titles, teasers, headings and captions of a page say beyond their text, in text order."""
    if page.article.language not in {None, "en"}:
        return ()
    told = Told.on(page)
    found: dict[tuple[OverreadKind, Span], Overread] = {}
    for over in headed(page):
        for line in over.lines:
            for one in _of_line(page, told, over, line):
                found.setdefault((one.kind, one.heading), one)
    return tuple(sorted(found.values(), key=lambda one: (one.heading, one.kind)))


def _of_line(page: Page, told: Told, over: Headed, line: Line) -> Iterator[Overread]:
    """What one line of a heading says beyond its text: at most one thing, the plainest."""
    text = page.article.text
    head = _bare(text, line)
    pairs = _pairs(over, head) if head.matter else []
    if "?" in text[line.span.start : line.span.end + 1]:
        return
    quoted = _quotes(text, line)
    plain = pairs if not quoted and _asserts(text, head) else []
    for found in (
        made_denial(told, over, head, plain),
        other_number(page, head, pairs, over.under) if head.matter else None,
        generalised(told, over, line),
        _surer(told, head, plain) if plain else None,
        became_own(told, over, head, _bearing(plain)) if plain else None,
    ):
        if found:
            yield found
            return


def _bare(text: str, line: Line) -> Line:
    """A heading's line without the words that only say how surely a thing is said."""
    spans = [step.span for step in steps(text, line)]
    said = [word for word in line.words if not any(span.start <= word[0] < span.end for span in spans)]
    kept = {stem for _, _, stem in said}
    parts = {part for one in kept for part in one.split("-")}
    return replace(line, matter=line.matter & (kept | parts))


def _asserts(text: str, head: Line) -> bool:
    """Whether a heading may say that something is so: one that only names a thing says nothing of it."""
    return sum(word[:1].isalpha() for word in head.matter) > 1 and not pattern(NOMINAL).match(text, head.span.start)


def _quotes(text: str, line: Line) -> bool:
    """Whether a heading quotes: what is in marks is somebody's, and said to be."""
    return any(mark in line.span.of(text) for mark in '"“”„«»') or bool(
        pattern(r"['‘][^'‘’]{4,200}['’]").search(text, line.span.start, line.span.end)
    )


def _pairs(over: Headed, head: Line) -> list[Pair]:
    """The sentences that speak of a heading's matter, those that share most first."""
    few = over.kind == "heading" and len(over.under) <= _SHORT
    found = []
    for at, line in enumerate(over.under):
        pair = Pair(head, line, head.matter & line.matter)
        if len(pair.shared) >= (1 if few else 2) and pair.share >= _SAME:
            found.append((-pair.share, at, pair))
    return [pair for _, _, pair in sorted(found, key=lambda one: one[:2])[:_MOST]]


def _bearing(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that are close enough to the best to bear the heading out."""
    return [pair for pair in pairs if pair.share >= _BEARS * pairs[0].share]


def _surer(told: Told, head: Line, pairs: Sequence[Pair]) -> Overread | None:
    """A heading that says a thing more surely than any sentence of its text."""
    text = told.page.article.text
    own = steps(text, head)
    if any(step.level < 2 for step in own) or guarded(text, head):
        return None
    weak = [(pair, _weakened(text, pair)) for pair in _bearing(pairs)]
    held = [(step, pair) for pair, step in weak if step]
    if len(held) < len(weak) or not held:
        return None
    step, pair = max(held, key=lambda one: (not one[0].level, one[1].share, one[0].level, -one[0].span.start))
    if step.level and _negated(text, head):
        return None
    anchor = _anchor(step)
    if any(anchor in other.shared and other.share >= _SAME and not _weakened(text, other) for other in pairs):
        return None
    kind = _kind(text, head, own, step)
    if kind == "plan" and any(one.family == "plan" for other in pairs for one in steps(text, other.text)):
        return None
    return (
        Overread(kind, _place(head), _scope(step, pair), _ABOUT[kind].format(step.span.of(text))) if kind else None
    )


def _negated(text: str, head: Line) -> bool:
    """Whether a heading says no: how sure that is, the words of a text that says yes do not tell."""
    return bool(pattern(NEGATIONS).search(text, head.span.start, head.span.end))


_ABOUT = {
    "plan": "what is foreseen, “{}”, became a plan",
    "answer": "what is left open, “{}”, was decided",
    "hedge": "“{}” was left out",
}


def _kind(text: str, head: Line, own: Sequence[Step], step: Step) -> OverreadKind | None:
    """How a heading is surer than a sentence that steps back; None where that is usual."""
    families = {one.family for one in own}
    if step.level == 0:
        return "answer"
    if "plan" in families and step.family in FORESEEING:
        return "plan"
    if step.level == 1:
        return "hedge"
    will = pattern("will").search(text, head.span.start, head.span.end)
    flat = not families and (not _infinitive(text, head) or will)
    return "hedge" if flat and not (step.family == "plan" and will) else None


def _infinitive(text: str, head: Line) -> bool:
    """Whether a heading has the "to" by which headings speak of what is to come."""
    return bool(pattern(r"to [a-z]{2,20}|set|due").search(text, head.span.start, head.span.end))


#: Words between a step and the verb that it governs.
_LIGHT: frozenset[str] = frozenset(
    """be been have has had to of also soon well even still as the a an on in for that it its is are was help
    wheth what how why when who""".split()  # noqa: SIM905 - a table
)


def _anchor(step: Step) -> str:
    """The stem of the first word of weight that a step reaches; empty where there is none."""
    return next((stem for _, _, stem in step.reach if stem not in _LIGHT), "")


def _weakened(text: str, pair: Pair) -> Step | None:
    """The step that the shared words of a sentence stand under; None where they are said flatly.

    Either the verb that the step governs is the heading's, too, or most of what the two share stands under it.
    """
    found = []
    for step in steps(text, pair.text):
        reached = {stem for _, _, stem in step.reach} & pair.shared
        most = len(reached) >= max(2, 0.4 * len(pair.head.matter)) and pair.share >= 0.6
        if _anchor(step) in pair.shared or most:
            found.append((_anchor(step) not in pair.shared, step.level, -len(reached), step.span, step))
    return min(found, key=lambda one: one[:4])[4] if found else None


def _place(head: Line) -> Span:
    """The words of a heading, without the mark at its end."""
    return Span(head.span.start, max(b for _, b, _ in head.words))


def _scope(step: Step, pair: Pair) -> Span:
    """A step and the words of its clause that the heading has, too."""
    shared = [Span(a, b) for a, b, stem in step.reach if stem in pair.shared]
    return cover((step.span, *shared))
