"""Circles: outlets that give each other, in turn, as the ground of one claim.

Theory. A cites B, B cites C, C cites A: three reports, no ground. Each place where an article cites another outlet
of the case (linking/cites.py) is an arrow. An arrow A -> B goes on in an arrow B -> C where the words around both
are of one matter; a circle is a set of arrows each of which leads back to itself. Newspapers cite each other every
day on different matters, so arrows of two matters never meet. Who names another ground for the claim, a person or
body, a nameless source, an outlet outside the case, is in no circle, and a circle that breaks without him is none.

What is of one matter: three words of matter in common, or two and one of them a number. In a case of many articles
words that most of them have tell nothing, and two of the others are enough. An article that cites its own outlet
gives no arrow. Of the sentences around the arrows those go round that have what several articles of it have.

A later article cited as the ground of an earlier claim is no circle yet, where it has a ground of its own; but the
dates cannot be right, or the earlier article was changed after it came out. The reader is told.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.lang.en.anonymous import UNNAMED
from sayso.lang.en.words import STOP
from sayso.linking.cites import Cite, Names, Words, cites, names, outlet_key
from sayso.linking.copies import published
from sayso.linking.joins import Join
from sayso.linking.roots import Placed
from sayso.model.article import HEADS
from sayso.model.case import Page
from sayso.model.notes import Note
from sayso.model.span import Ref
from sayso.model.statements import Statement
from sayso.model.words import content_stems

#: More arrows on cycles than this are not looked into: that is no circle but a trade.
_MOST = 2_000
#: Arrows compared with one arrow, and articles of an outlet with one place that cites it.
_PAIRS = 60
#: From this many articles on, words that more than half of them have tell no matter.
_MANY = 7
#: Words of matter that two places of one matter share: in a case of few articles; of many, common words aside; and
#: with those where a number is among the others.
_SHARED, _RARE, _LEAST = 3, 2, 2

_NOBODY = re.compile(r"(?:i|we|me|us|one|he|she|it|they|who|which|some|many|people|this|that)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ring:
    """One circle: its arrows, one or more for each outlet, and the ids of the statements that go round in it."""

    arrows: tuple[Cite, ...]
    statements: tuple[str, ...]

    @property
    def why(self) -> str:
        """Who gives whom as the ground, in words."""
        told = sorted({arrow.page.article.outlet or "" for arrow in self.arrows})
        return f"{', '.join(told[:-1])} and {told[-1]} give each other as their ground"


def circles(items: Sequence[Placed]) -> Iterator[Join]:
    """Statements that go round in a circle, each joined to the first of its circle, at the places that cite.

    The first is one that rests on a report where there is one: what else its article has of its own stays apart.
    """
    by_id = {item.id: item for item in reversed(items)}
    for ring in rings(list({item.page.article.id: item.page for item in items}.values())):
        held = [by_id[ident] for ident in ring.statements if ident in by_id]
        held.sort(key=lambda item: item.root.kind == "own")
        place = {arrow.page.article.id: arrow.ref for arrow in reversed(ring.arrows)}
        for item in held[1:]:
            left, right = sorted((held[0], item), key=lambda one: one.id)
            cited = (place.get(one.page.article.id, one.ref) for one in (left, right))
            refs = tuple(dict.fromkeys((left.ref, right.ref, *cited)))
            yield Join(left.id, right.id, 0.9, ring.why, refs, "circle")


def turning(pages: Sequence[Page]) -> frozenset[str]:
    """The ids of all statements that go round in some circle, an article's own words included."""
    return frozenset(ident for ring in rings(pages) for ident in ring.statements)


def rings(pages: Sequence[Page]) -> tuple[Ring, ...]:
    """The circles of a case, in the order of their first articles."""
    known = names(pages)
    arrows = _on_cycles([arrow for page in pages for arrow in cites(page, known)])
    if not arrows or len(arrows) > _MOST:
        return ()
    matter = _Matter(pages)
    out = []
    for knot in _knots(arrows, matter):
        ring_words = _common(knot, matter)
        free = [arrow for arrow in knot if not _grounded(arrow.page, ring_words, known, matter)]
        for ring in _knots(free, matter):
            words = _common(ring, matter)
            out.append(Ring(tuple(ring), tuple(_statements(ring, words, known, matter))))
    return tuple(out)


class _Matter:
    """What tells the matter of a place in this case, and what two places must share."""

    def __init__(self, pages: Sequence[Page]) -> None:
        many = len(pages) >= _MANY
        self._words: dict[str, Words] = {}
        count = Counter(word for page in pages for word in self.words(page)) if many else Counter[str]()
        self.common = frozenset(word for word, pages_ in count.items() if pages_ * 2 > len(pages))
        self._least = _RARE if many else _SHARED

    def words(self, page: Page) -> Words:
        """The words of matter of an article of the case."""
        found = self._words.get(page.article.id)
        if found is None:
            found = self._words[page.article.id] = frozenset(content_stems(page.article.text, STOP))
        return found

    def shared(self, one: Words, two: Words) -> bool:
        """Whether two sets of words are of one matter."""
        both = one & two
        rare = both - self.common
        return len(rare) >= self._least or (len(both) >= _LEAST and any(word[0].isdigit() for word in rare))


def _on_cycles(arrows: Sequence[Cite]) -> list[Cite]:
    """The arrows between outlets that can lie on a cycle: those that go on and that others lead to."""
    held = list(arrows)
    while True:
        begins, ends = {arrow.own for arrow in held}, {arrow.other for arrow in held}
        fewer = [arrow for arrow in held if arrow.own in ends and arrow.other in begins]
        if len(fewer) == len(held):
            return held
        held = fewer


def _knots(arrows: Sequence[Cite], matter: _Matter) -> list[list[Cite]]:
    """The sets of arrows each of which leads back to itself on one matter, in order (Kosaraju)."""
    by_own: dict[str, list[int]] = defaultdict(list)
    for number, arrow in enumerate(arrows):
        by_own[arrow.own].append(number)
    after = {
        number: [to for to in by_own[arrow.other][:_PAIRS] if matter.shared(arrow.words, arrows[to].words)]
        for number, arrow in enumerate(arrows)
    }
    before: dict[int, list[int]] = defaultdict(list)
    for number, ahead in after.items():
        for to in ahead:
            before[to].append(number)
    done: set[int] = set()
    order = [node for start in range(len(arrows)) for node in _walk(start, after, done)]
    done = set()
    knots = [sorted(_walk(start, before, done)) for start in reversed(order)]
    return [[arrows[number] for number in knot] for knot in sorted(knots) if len(knot) > 1]


def _walk(start: int, after: Mapping[int, Sequence[int]], done: set[int]) -> list[int]:
    """All that is reached from `start` and was not done before, a node behind those that it reaches."""
    out: list[int] = []
    left = [] if start in done else [(start, iter(after.get(start, ())))]
    done.add(start)
    while left:
        node, ahead = left[-1]
        step = next((to for to in ahead if to not in done), None)
        if step is None:
            out.append(node)
            left.pop()
        else:
            done.add(step)
            left.append((step, iter(after.get(step, ()))))
    return out


def _common(ring: Iterable[Cite], matter: _Matter) -> Words:
    """The words of matter around the arrows of two outlets of a circle or more."""
    seen: dict[str, set[str]] = defaultdict(set)
    for arrow in ring:
        for word in arrow.words - matter.common:
            seen[word].add(arrow.own)
    return frozenset(word for word, owns in seen.items() if len(owns) > 1)


def _grounded(page: Page, words: Words, known: Names, matter: _Matter) -> bool:
    """Whether an article gives a ground of its own for what goes round: any mouth but outlets of the case."""
    text = page.article.text
    return any(
        matter.shared(_words(statement, text), words)
        and any(_is_ground(hop.source.text, known) for hop in statement.chain)
        for statement in page.statements
        if statement.block not in HEADS
    )


def _is_ground(mouth: str, known: Names) -> bool:
    """Whether a source's words name somebody other than an outlet of the case or the writer."""
    plain = mouth.strip()
    if not plain or plain.startswith(UNNAMED) or _NOBODY.fullmatch(plain):
        return False
    return next(known.mentions(plain), None) is None


def _words(statement: Statement, text: str) -> Words:
    return frozenset(content_stems(statement.words(text), STOP))


def _statements(ring: Sequence[Cite], words: Words, known: Names, matter: _Matter) -> Iterator[str]:
    """The ids of the statements that go round, in the order of articles and places."""
    spans: dict[str, list[Cite]] = defaultdict(list)
    for arrow in ring:
        spans[arrow.page.article.id].append(arrow)
    for arrows in spans.values():
        page = arrows[0].page
        window = [span for arrow in arrows for span in arrow.window]
        for statement in sorted((*page.statements, *page.own_voice), key=lambda one: (one.content[0], one.id)):
            said = _words(statement, page.article.text) - matter.common
            cited = any(arrow.span.overlaps(statement.content[0]) for arrow in arrows)
            inside = any(span.overlaps(statement.content[0]) for span in window)
            enough = min(2, len(said)) if inside else max(2, (len(said) + 1) // 2)
            free = not any(_is_ground(hop.source.text, known) for hop in statement.chain)
            if free and (cited or (said and len(said & words) >= enough)):
                yield statement.id


def same_matter(one: Placed, two: Placed) -> bool:
    """Whether two statements are of one matter: a common amount, or three words of matter."""
    return bool(one.values & two.values) or len(one.stems & two.stems) >= 3


def untimely(pages: Sequence[Page]) -> tuple[Note, ...]:
    """A note for each article that gives as its ground an outlet whose reports on the matter are all later."""
    known, matter = names(pages), _Matter(pages)
    issued: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        issued[outlet_key(page)].append(page)
    out = []
    for page in pages:
        for cite in cites(page, known) if published(page).latest else ():
            theirs = issued[cite.other][:_PAIRS]
            if any(_later(other, page) for other in theirs):
                same = [other for other in theirs if matter.shared(matter.words(other), cite.words)]
                if same and all(_later(other, page) for other in same):
                    out.append(_too_late(page, cite, same[0]))
                    break
    return tuple(out)


def _later(one: Page, than: Page) -> bool:
    """Whether a page surely came out after another."""
    first, last = published(one).earliest, published(than).latest
    return first is not None and last is not None and first > last


def _too_late(page: Page, cite: Cite, other: Page) -> Note:
    """What the reader is told of a ground that came out later."""
    told = (
        f"{page.article.outlet} rests on {other.article.outlet}, whose report in this case came out later, on "
        f"{published(other).earliest}: an earlier one is missing, or the article was changed afterwards."
    )
    return Note("L312", told, Ref(page.article.id, cite.span))
