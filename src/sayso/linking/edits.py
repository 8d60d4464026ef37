"""What people changed in statements, put into the pages before anything is linked.

A ruling on a statement changes that statement and what follows from it, and nothing else:

    span        its content; the times and amounts inside are those of the new places, and what it stands in, or
                stands in it, is told anew from the places. Its id, chain, mode and kind of denial stay. Words that
                moved its commitment and now stand outside no longer count; new ones are not read, since how far
                the holder goes is for the person to say ("certainty").
    source      the voice of its innermost hop (linking/voices.py), in the chains of what it holds, too.
    certainty   the bounds. Where they turn its polarity round, the force of the innermost hop goes with it.
    accept      that it was read rightly: its confidence is 1.

A new content that takes in a sentence which had counted as the article's own voice takes it away from there: it is
somebody's words now. What a content leaves behind becomes nobody's.

Everything is a function of the pages as they were read and of the rulings that stand, so that an undo brings back
what there was. Work grows with the pages that are ruled on: no ruling is held against all pages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.lang.en.hedges import HEDGES, WEAK_CUES
from sayso.lang.en.likelihood import BARE, LIKELIHOOD
from sayso.linking.overreads import compared
from sayso.linking.voices import forced, rechained, with_voices
from sayso.model.case import Page
from sayso.model.notes import Note
from sayso.model.prose import shortened
from sayso.model.rulings import TOUCHES, Ruling, Verdict, standing
from sayso.model.rulingvalues import bounds, places
from sayso.model.span import Ref, Span, cover
from sayso.model.statements import Commitment, Polarity, Statement
from sayso.model.words import squeezed

_EDITS: frozenset[Verdict] = frozenset({"span", "source", "certainty", "accept"})
_EVEN = 0.5


def orphans(pages: Iterable[Page], rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The rulings whose words no longer stand at their place in an article of `pages`, in the order given.

    One whose article is not among them is no orphan: what it names is not there, and that is told elsewhere.
    """
    placed = [(ruling, ruling.anchor) for ruling in rulings if ruling.anchor]
    texts = {page.article.id: page.article.text for page in pages} if placed else {}
    return tuple(r for r, anchor in placed if anchor.article in texts and not anchor.holds(texts[anchor.article]))


def orphaned(pages: Iterable[Page], lost: Sequence[Ruling]) -> tuple[Note, ...]:
    """A note for each orphan that would stand, at the place where its words were."""
    texts = {page.article.id: page.article.text for page in pages} if lost else {}
    return tuple(_orphan(ruling, texts) for ruling in standing(lost))


def _orphan(ruling: Ruling, texts: Mapping[str, str]) -> Note:
    """The note on one orphan."""
    anchor = ruling.anchor
    assert anchor is not None  # noqa: S101 - only rulings with one are asked about
    text = texts[anchor.article]
    inside = [span for span in anchor.spans if span.end <= len(text)]
    told = shortened(" … ".join(anchor.quote.splitlines()), 120)
    return Note(
        "L315",
        f'The ruling "{ruling.verdict}" by {ruling.by} is about “{told}”, which no longer stands at its place.',
        Ref(anchor.article, inside[0]) if inside else None,
    )


def edited(pages: Iterable[Page], rulings: Iterable[Ruling]) -> tuple[Page, ...]:
    """The pages, in the order given, as the standing `rulings` on their statements have them."""
    wanted: dict[str, dict[Verdict, Ruling]] = {}
    whole: set[str] = set()
    for ruling in rulings:
        if ruling.verdict in _EDITS:
            wanted.setdefault(ruling.target, {})[ruling.verdict] = ruling
        if ruling.verdict in TOUCHES:
            whole.add(ruling.target.partition("@")[0])
    if not wanted:
        return tuple(pages)
    return tuple(_edited(page, wanted, whole) for page in pages)


def _edited(page: Page, wanted: Mapping[str, Mapping[Verdict, Ruling]], touched: set[str]) -> Page:
    """One page with the rulings on its statements; the same page where there are none."""
    mine = {one.id: wanted[one.id] for one in (*page.statements, *page.own_voice) if one.id in wanted}
    if not mine:
        return page
    changed = {
        one.id: _sure(_placed(one, page, mine[one.id].get("span")), mine[one.id])
        for one in (*page.statements, *page.own_voice)
        if one.id in mine
    }
    moved = {
        one.id
        for one in (*page.statements, *page.own_voice)
        if one.id in mine and changed[one.id].content != one.content
    }
    new = rechained(page, changed)
    new = replace(new, own_voice=tuple(changed.get(one.id, one) for one in new.own_voice))
    new = with_voices(new, {ident: ruled["source"] for ident, ruled in mine.items() if "source" in ruled})
    if moved:
        new = _nested(_unsaid(new, moved, touched), moved)
    if moved or new.sources != page.sources or len(new.statements) != len(page.statements):
        new = compared(_in_order(new))
    return new


def _placed(one: Statement, page: Page, ruling: Ruling | None) -> Statement:
    """The statement with the content that a person gave it."""
    text = page.article.text
    content = places(ruling.value, len(text)) if ruling else None
    if content is None or content == one.content:
        return one
    times = sorted((m.span, m.id) for m in page.times if _holds(content, (m.span,)))
    amounts = sorted((m.span, m.id) for m in page.amounts if _holds(content, (m.span,)))
    cue = one.chain[-1].cue.span if one.chain else None
    at = (cue or content[0]).start
    index = bisect_right(page.blocks, at, key=lambda block: block.span.start) - 1
    block = page.blocks[index] if index >= 0 else None
    return replace(
        one,
        content=content,
        times=tuple(ident for _, ident in times),
        amounts=tuple(ident for _, ident in amounts),
        commitment=_still_moved(text, one, content),
        block=block.kind if block and at < block.span.end and block.kind != "furniture" else one.block,
    )


def _holds(outer: Sequence[Span], inner: Iterable[Span]) -> bool:
    """Whether all of `inner` lies in `outer`, each span in one."""
    return all(any(one.contains(span) for one in outer) for span in inner)


def _still_moved(text: str, one: Statement, content: Sequence[Span]) -> Commitment:
    """The commitment without the words that stood in the content before and stand outside of it now."""
    was = one.commitment
    lost = {word for word in was.words if _holds(one.content, (word,)) and not _holds(content, (word,))}
    events = tuple(event for event in was.events if _holds(content, (event.span,)))
    hedges = tuple(word for word in was.hedges if word not in lost)
    negations = tuple(word for word in was.negations if word not in lost)
    new = replace(was, events=events, hedges=hedges, negations=negations)
    bounds = _by_words(text, hedges) if hedges != was.hedges and was.polarity != "open" else None
    if bounds is None:
        return new
    low, high = (events[0].low, events[0].high) if events and not hedges else bounds
    return (
        replace(new, low=round(1 - high, 2), high=round(1 - low, 2))
        if was.polarity == "negated"
        else replace(new, low=low, high=high)
    )


def _by_words(text: str, hedges: Sequence[Span]) -> tuple[float, float] | None:
    """The widest bounds that words give, those of a bare saying where there are none; None where one is unknown."""
    found = [_of_word(squeezed(word.of(text))) for word in hedges]
    known = [pair for pair in found if pair]
    if len(known) < len(found):
        return None
    ranges = known or [BARE[::2]]
    return min(low for low, _ in ranges) / 100, max(high for _, high in ranges) / 100


def _of_word(phrase: str) -> tuple[int, int] | None:
    """What a word or a cue gives, in hundredths."""
    if phrase in LIKELIHOOD:
        low, _, high, _ = LIKELIHOOD[phrase]
        return low, high
    if phrase in HEDGES:
        return HEDGES[phrase]
    return next((pair for stem, pair in WEAK_CUES.items() if re.search(rf"\b{stem}", phrase)), None)


def _sure(one: Statement, ruled: Mapping[Verdict, Ruling]) -> Statement:
    """The statement with the bounds that a person gave it, and read rightly where one accepted it."""
    if "accept" in ruled:
        one = replace(one, confidence=1.0)
    found = bounds(ruled["certainty"].value) if "certainty" in ruled else None
    if found is None:
        return one
    was = one.commitment
    polarity = _polarity(was, *found)
    new = replace(was, low=found[0], high=found[1], polarity=polarity, events=())
    if polarity == was.polarity:
        return replace(one, commitment=new)
    return forced(replace(one, commitment=replace(new, denial=None, non_denial=False)), polarity)


def _polarity(was: Commitment, low: float, high: float) -> Polarity:
    """The polarity that goes with bounds: one side where they lie on it, else what it was.

    A content that says itself how unlikely it is ("is unlikely", held at 5 to 20 in 100) stays affirmed.
    """
    if low >= _EVEN and high > _EVEN:
        return "affirmed"
    if high <= _EVEN and low < _EVEN:
        return "affirmed" if was.polarity == "affirmed" and was.high <= _EVEN else "negated"
    return was.polarity


def _unsaid(page: Page, moved: set[str], touched: set[str]) -> Page:
    """The page without own sentences all of whose words a moved content has, but those that a person touched."""
    text = page.article.text
    contents = [one.content for one in page.statements if one.id in moved]
    kept = tuple(
        one
        for one in page.own_voice
        if one.id in touched or not any(_has_words(text, content, one.content) for content in contents)
    )
    return replace(page, own_voice=kept)


def _has_words(text: str, outer: Sequence[Span], inner: Sequence[Span]) -> bool:
    """Whether all letters and figures of `inner` stand in `outer`."""
    if not cover(outer).overlaps(cover(inner)):
        return False
    return all(
        any(span.start <= at < span.end for span in outer)
        for one in inner
        for at in range(one.start, one.end)
        if text[at].isalnum()
    )


def _nested(page: Page, moved: set[str]) -> Page:
    """The page, parents told anew for the moved statements and for what stood or now stands in them."""
    by_id = {one.id: one for one in page.statements}
    around = [by_id[ident] for ident in sorted(moved & by_id.keys())]
    out = []
    for one in page.statements:
        parent = by_id.get(one.parent or "")
        if not parent or not _holds(parent.content, one.content):
            beside = one.id in moved or one.parent in moved
            parent = _around(one, page.statements if beside else around)
        ident = parent.id if parent else None
        out.append(one if one.parent == ident else replace(one, parent=ident))
    return replace(page, statements=tuple(out))


def _around(one: Statement, among: Iterable[Statement]) -> Statement | None:
    """The innermost statement whose content holds that of `one`, and with whose chain its chain begins."""
    fitting = [
        other
        for other in among
        if len(other.chain) < len(one.chain)
        and one.chain[: len(other.chain)] == other.chain
        and _holds(other.content, one.content)
    ]
    return max(fitting, key=lambda other: (len(other.chain), -len(cover(other.content)), other.id), default=None)


def _in_order(page: Page) -> Page:
    """The page with its statements in text order: outer before inner, then by their source."""
    return replace(
        page,
        statements=tuple(sorted(page.statements, key=place)),
        own_voice=tuple(sorted(page.own_voice, key=place)),
    )


def place(one: Statement) -> tuple[int, int, int, int, str]:
    """Where a statement stands among those of its page."""
    whole = cover(one.content)
    source = one.chain[-1].source.span if one.chain else None
    return whole.start, -whole.end, len(one.chain), source.start if source else 0, one.id
