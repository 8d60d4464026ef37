"""Replies that a heading turns: no answer into a denial, a denial or no answer into an admission or a fact."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.lang.en.headlines import (
    ATTRIBUTING,
    DENIES,
    EVADES,
    GUARDED,
    NEGATIONS,
    OWNS_UP,
    PLAIN_DENIAL,
    STANDS_BACK,
)
from sayso.linking.borrowed import Told
from sayso.linking.lines import Headed, Line, Pair, pattern, steps
from sayso.model.overreads import Overread
from sayso.model.span import Span
from sayso.model.statements import Statement

#: Least share of a heading's matter in a denial whose matter stands as fact in the heading.
_CLOSE = 0.6


def made_denial(told: Told, over: Headed, head: Line, pairs: Sequence[Pair]) -> Overread | None:
    """A heading that denies where its text gives no answer, or owns up where its text does not."""
    text = told.page.article.text
    first, last = head.span.start, min(len(text), head.span.end + 1)
    if pattern(STANDS_BACK).search(text, first, last):
        return None
    denies = pattern(DENIES).search(text, first, last)
    owns = pattern(OWNS_UP).search(text, first, last)
    near = _near(over, head, 2)
    if denies:
        return _made_no(told, over, head, _near(over, head, 1))
    if pattern(NEGATIONS).search(text, first, last) and not owns:
        return _made_never(told, head, pairs)
    if owns:
        return _turned(told, head, near, over.under)
    return _made_fact(told, head, pairs)


def _near(over: Headed, head: Line, least: int) -> list[Line]:
    """The sentences that speak of a heading's matter, and those right after them."""
    if over.kind == "heading":
        return list(over.under)
    hits = [
        at for at, line in enumerate(over.under) if len(head.matter & line.matter) >= min(least, len(head.matter))
    ]
    return [over.under[at] for at in sorted({*hits, *(at + 1 for at in hits)}) if at < len(over.under)]


def _made_no(told: Told, over: Headed, head: Line, near: Sequence[Line]) -> Overread | None:
    """A denial in a heading over no answer."""
    evading = [place for line in near if (place := _evades(told, line))]
    if not evading or any(_denies(told, line) for line in over.under):
        return None
    return Overread("denial", head.span, evading[0], "a reply that denies nothing became a denial")


def _made_never(told: Told, head: Line, pairs: Sequence[Pair]) -> Overread | None:
    """A flat "no" in a heading whose text rules nothing out: each sentence on the matter only steps aside."""
    text = told.page.article.text
    close = [pair.text for pair in pairs if pair.share >= _CLOSE]
    places = [_evades(told, line) for line in close]
    if not places or not all(places) or any(step.level == 0 for line in close for step in steps(text, line)):
        return None
    rest = [pattern(EVADES).sub(" ", line.span.of(text)) for line in close]
    if any(s.commitment.denial == "denial" for line in close for s in told.within(line.span)):
        return None
    if any(pattern(PLAIN_DENIAL).search(one) for one in rest) and not all(_told_off(told, line) for line in close):
        return None
    place = places[0]
    told_of = "a reply that rules nothing out became a flat no"
    return Overread("denial", head.span, place, told_of) if place else None


def _told_off(told: Told, line: Line) -> Statement | None:
    """The statement in a sentence that sounds like a denial and is none, or leaves its matter open by a "not"."""
    return next(
        (
            s
            for s in told.within(line.span)
            if s.commitment.non_denial or (s.commitment.polarity == "open" and s.commitment.negations)
        ),
        None,
    )


def _evades(told: Told, line: Line) -> Span | None:
    """The words of a sentence that refuse an answer or deny only that something is discussed, known or planned."""
    text = told.page.article.text
    if match := pattern(EVADES).search(text, line.span.start, line.span.end):
        return Span(*match.span())
    found = _told_off(told, line)
    if found is None:
        return None
    return Span(min(line.span.start, found.content[0].start), min(line.span.end, found.content[0].end))


def _denies(told: Told, line: Line) -> bool:
    """Whether a sentence denies outright; what refuses an answer is taken out first."""
    text = told.page.article.text
    rest = pattern(EVADES).sub(" ", line.span.of(text))
    if pattern(PLAIN_DENIAL).search(rest):
        return True
    return any(s.commitment.denial == "denial" for s in told.within(line.span))


def _turned(told: Told, head: Line, near: Sequence[Line], under: Sequence[Line]) -> Overread | None:
    """A heading that owns up over a text that denies or does not confirm."""
    text = told.page.article.text
    against = pattern(
        r"den(?:y|ies|ied)|reject(?:s|ed)?|refus(?:es|ed)"
        rf"|(?:would|did|could|does|will)(?: not|n[’']t) (?:{OWNS_UP}|dispute|deny)|{EVADES}"
    )
    found = [match for line in near if (match := against.search(text, line.span.start, line.span.end))]
    if not found or any(pattern(OWNS_UP).search(against.sub(" ", line.span.of(text))) for line in under):
        return None
    return Overread("denial", head.span, Span(*found[0].span()), "what is not owned up to became an admission")


def _made_fact(told: Told, head: Line, pairs: Sequence[Pair]) -> Overread | None:
    """A heading that says as fact what its text has only in a denial."""
    text = told.page.article.text
    for words in (ATTRIBUTING, GUARDED):
        if pattern(words).search(text, head.span.start, head.span.end):
            return None
    close = [pair for pair in pairs if pair.share >= _CLOSE]
    held = [_denial_of(told, pair) for pair in close]
    if not held or not all(held) or len(pairs) != len(close):
        return None
    statement = held[0]
    if statement is None:
        return None
    return Overread("denial", head.span, statement.content[0], "what is only denied stands as fact")


def _denial_of(told: Told, pair: Pair) -> Statement | None:
    """The statement by whose verb ("denied") the shared words of a sentence are denied."""
    for statement in told.within(pair.text.span):
        if statement.chain[-1].force != "deny":
            continue
        starts = [a for a, _, _ in pair.places]
        inside = sum(bisect_left(starts, one.end) - bisect_left(starts, one.start) for one in statement.content)
        if inside >= max(2, 0.6 * len(starts)):
            return statement
    return None
