"""On whose word: statements inside statements, and the mouths each one passed through.

Theory. A chain has a hop for every mouth between the article and the words: [the Tide Institute's note > Several
bloggers] expect …. Hops come from five places:

1. A statement inside another's content. The first pass of the tagger finds some; a second runs inside each
   content, as if it were a text of its own, and so on, three deep at most. The parent is the smallest content that
   holds cue and content of the inner statement whole; so parents always grow and no circle can arise.
2. A mouth inside the source's own phrase: "documents obtained by the Chronicle" has two: outlet, papers.
3. Sources on which a source rests: "a report that cites bloggers and intelligence". The report says it and is the
   innermost hop of the statement; for each cited source a nested statement with the same content is added, one hop
   deeper. Parallel sources ("bloggers and intelligence") become two such statements where a source noun stands
   on both sides of "and"; else one hop names both.
4. Words given as another's ("the Chronicle quoted Berg as saying"): who relays, then the speaker (relays.py).
5. Rumours: "rumours of a levy" inside a content has no mouth that answers for it; its hop has no source. So have
   "a levy predicted to come in May" and its like.

A medium (told the Chronicle, on Telegram) is no hop but `via` of the hop it carried; the article's own outlet is
neither. Work is bounded: each content is tagged once, all contents together at most three times the text's length;
parents are sought among the 64 contents that begin last before a cue.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.annotating import carriers, relays, replies, sifting, statements
from sayso.annotating.forces import force_of, names_verb
from sayso.lang.en import anonymous, denials
from sayso.model.article import Article, Block
from sayso.model.ports import Passage, Tagger
from sayso.model.span import Span, cover, trimmed
from sayso.model.statements import Force

DEPTH = 3
_SHORTEST = 12
_CANDIDATES = 64
_WORK = 3
_LONGEST = 2000
_RUMOUR = re.compile(
    r"\b((?:\w{3,12} )?(?:" + "|".join(anonymous.RUMOUR_NOUNS) + r") (?:of|that|about|over))\s+"
    r"([^“”\",.;:()\n]{4,160}?)(?=\s*[“”\",.;:()\n]|\s+(?:is|are|was|were|has|have|had|will|would|could|which|who|and|but)\b|$)",
    re.IGNORECASE,
)


#: "a levy predicted to come in May": somebody predicts, and nobody says who.
_FORESEEN = re.compile(
    r"((?!(?:that|what|how|why|it|he|she|they|there)\b)(?:[\w’'-]{1,30} ){0,4}"
    r"(?!(?:is|are|was|were|be|been|not|also|still)\b)[\w’'-]{1,30}) "
    r"(predicted|expected|rumou?red|believed|said|tipped|reported) (?=to [a-z])",
    re.IGNORECASE,
)


#: "had been told to wait": somebody told them, and nobody says who.
_BEEN_TOLD = re.compile(
    r"\b((?:ha(?:s|ve|d)|was|were) been (?:told|instructed|ordered|warned|advised|promised|informed|assured)) "
    r"((?:that|not to|to) [^.;:“”\"\n]{4,200})",
    re.IGNORECASE,
)

#: "is said to have warned against": the passive that reports, and the deed reported (group 1, its verb group 2).
_PASSIVE = re.compile(
    r"(?:is|are|was|were|ha(?:s|ve) been) (?:\w{3,12}ly |also )?"
    r"(?:said|reported|believed|understood|thought|alleged|rumou?red)$",
    re.IGNORECASE,
)
_REACH = 80
_HEARER = re.compile(r"(?!that\b)(?:[\w’'-]{1,20} ){1,6}(?=that )", re.IGNORECASE)
_HAVING = re.compile(r"to (have (?:\w{3,12}ly )?(\w{3,14})(?: (?:against|for|of|about))?) (?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mouth:
    """A hop before its source has a name; `label` is what is written where the text names no source."""

    source: Span | None
    cue: Span | None
    force: Force
    via: carriers.Carrier | None = None
    label: str = anonymous.UNNAMED


@dataclass(frozen=True, slots=True)
class Thread:
    """A draft with the mouths it adds to its parent's chain, outermost first; `parent` indexes the threads."""

    draft: statements.Draft
    parent: int | None
    depth: int
    mouths: tuple[Mouth, ...]


def threads(
    article: Article, blocks: Sequence[Block], passages: Sequence[Passage], tagger: Tagger
) -> tuple[Thread, ...]:
    """Every statement of an article with its parent and its own mouths, parents before their children."""
    text = article.text
    tie = _Ties(
        _Sentences([sentence for passage in passages for sentence in passage.sentences]),
        relays.Outlet(article, blocks),
    )
    tie.people = carriers.surnames(text)
    layout = statements.Layout(text, blocks)
    tagged = statements.drafts(text, blocks, tagger.tag(text, passages), layout)
    flat = tuple(
        draft
        for draft in sifting.sifted(text, _mended(text, tagged, tie))
        if sifting.stands(text, draft, inner=False) and not replies.is_unanswered(text, draft)
    )
    found = [*flat, *_mended(text, _inner(text, layout, flat, tagger), tie)]
    found = _without_doubles([*_reported_deeds(text, found), *_with_rumours(text, found), *_been_told(text, found)])
    found = _rejoined(text, sifting.sifted(text, found))
    return _threaded(text, found, _parents(found), tie)


def _mended(text: str, found: Sequence[statements.Draft], tie: _Ties) -> list[statements.Draft]:
    """Drafts with whole sources; who is quoted takes the place of who quotes him, and the article's outlet goes."""
    kept = []
    for draft in found:
        sentence = tie.sentences.at(draft.source or draft.content[0])
        whole = sifting.without_patient(text, sifting.mended(text, draft, sentence))
        whole = relays.trimmed_source(text, whole, sentence)
        said, relay = relays.relayed(text, whole)
        if relay and said.cue and not tie.outlet.owns(text, relay.source):
            tie.relays[said.cue] = relay
        if said.source is None or not tie.outlet.owns(text, said.source):
            kept.append(said)
    return kept


def _rejoined(text: str, found: list[statements.Draft]) -> list[statements.Draft]:
    """Drafts after the clauses that go on with an outer one, or stand beside it, have been told from inner ones."""
    parents = _parents(found)
    kept: dict[int, statements.Draft | None] = dict(enumerate(found))
    for index, parent in enumerate(parents):
        inner = found[index]
        outer = kept[parent] if parent is not None else None
        joined = sifting.rejoined(text, outer, inner) if outer else None
        if parent is not None and joined:
            kept[parent], kept[index] = joined
        elif parent is not None and (
            not sifting.stands(text, inner, inner=True) or (outer and sifting.is_own(text, outer, inner))
        ):
            kept[index] = None
    return [draft for draft in kept.values() if draft]


class _Ties:
    """What an article's drafts share: its sentences, its own outlet, and who relays the words of which cue."""

    def __init__(self, sentences: _Sentences, outlet: relays.Outlet) -> None:
        self.sentences, self.outlet = sentences, outlet
        self.people: frozenset[str] = frozenset()
        self.relays: dict[Span, relays.Relay] = {}


class _Sentences:
    """Sentences in text order, looked up by place."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = sorted(spans)
        self.starts = [span.start for span in self.spans]

    def at(self, place: Span) -> Span:
        """The sentence that holds the start of `place`, or the place itself."""
        index = bisect_right(self.starts, place.start) - 1
        if index >= 0 and self.spans[index].end > place.start:
            return self.spans[index]
        return place


def _inner(
    text: str, layout: statements.Layout, flat: Sequence[statements.Draft], tagger: Tagger
) -> list[statements.Draft]:
    """What the tagger finds inside contents, down to the third level."""
    found: list[statements.Draft] = []
    seen: set[Span] = set()
    cues = {draft.cue for draft in flat}
    level, budget = list(flat), _WORK * len(text)
    for _ in range(DEPTH):
        stretches = []
        for draft in level:
            for span in draft.content:
                if span not in seen and _SHORTEST <= len(span) <= budget:
                    seen.add(span)
                    budget -= len(span)
                    stretches.append(Block(span, draft.block))
        tagged = tagger.tag(text, statements.passages(text, stretches, inner=True))
        level = [
            one for one in statements.drafts(text, layout.blocks, tagged, layout) if one.cue and one.cue not in cues
        ]
        cues |= {draft.cue for draft in level}
        found += level
    return found


def _with_rumours(text: str, found: Sequence[statements.Draft]) -> list[statements.Draft]:
    """Drafts and the rumours that their contents mention, as statements whose source nobody names.

    A tagger's own finding of such a rumour gives way, because it takes too much for its content.
    """
    rumours: dict[Span, statements.Draft] = {}
    for draft in found:
        for span in draft.content:
            for match in _RUMOUR.finditer(text, span.start, min(span.end, span.start + _LONGEST)):
                cue = Span(*match.span(1))
                rumours[cue] = statements.Draft(None, cue, (Span(*match.span(2)),), "indirect", draft.block, 0.5)
            seen = _FORESEEN.match(text, span.start, min(span.end, span.start + _LONGEST))
            if seen and (rest := trimmed(text, seen.end(2), span.end)):
                pieces = (Span(*seen.span(1)), rest)
                rumours[Span(*seen.span(2))] = statements.Draft(
                    None, Span(*seen.span(2)), pieces, "indirect", draft.block, 0.5
                )
    cues = sorted(rumours)
    starts = [cue.start for cue in cues]

    def gives_way(draft: statements.Draft) -> bool:
        """Whether a draft without a source has a rumour's cue."""
        if draft.source or not draft.cue:
            return False
        at = bisect_right(starts, draft.cue.end - 1) - 1
        return at >= 0 and cues[at].overlaps(draft.cue)

    return [*(draft for draft in found if not gives_way(draft)), *rumours.values()]


def _been_told(text: str, found: Sequence[statements.Draft]) -> list[statements.Draft]:
    """What somebody in a content has been told by nobody named; a tagger's own finding goes before it."""
    told: list[statements.Draft] = []
    known = {draft.cue.end for draft in found if draft.cue}
    for draft in found:
        for span in draft.content:
            for match in _BEEN_TOLD.finditer(text, span.start, min(span.end, span.start + _LONGEST)):
                said = trimmed(text, match.start(2), min(match.end(2), span.end), " ,")
                if said and match.end(1) not in known:
                    cue = Span(*match.span(1))
                    told.append(statements.Draft(None, cue, (said,), "indirect", draft.block, 0.5))
    return told


def _reported_deeds(text: str, found: Sequence[statements.Draft]) -> list[statements.Draft]:
    """What somebody is said to have said: "Berg is said to have warned of a levy" holds a warning of Berg's."""
    deeds = []
    for draft in found:
        if draft.source or not draft.cue or len(draft.content) != 2 or not _PASSIVE.match(draft.cue.of(text)):
            continue
        subject, rest = draft.content
        match = _HAVING.match(text, rest.start, min(rest.end, rest.start + _LONGEST))
        said = trimmed(text, match.end(1), rest.end) if match else None
        if match and said and names_verb(match[2]) and sifting.can_speak(text, subject):
            cue = Span(*match.span(1))
            if hearer := _HEARER.match(text, said.start, min(said.end, said.start + _REACH)):
                said = Span(hearer.end(), said.end)
            deeds.append(statements.Draft(subject, cue, (said,), "indirect", draft.block, draft.confidence))
    return deeds


def _without_doubles(found: Sequence[statements.Draft]) -> list[statements.Draft]:
    """Drafts in text order, one for each cue; of cues that end alike, with one content, the longer one."""
    kept: dict[object, statements.Draft] = {}
    for draft in sorted(found, key=lambda one: one.cue.start if one.cue else 0):
        kept.setdefault((draft.cue.end, draft.content) if draft.cue else draft.content, draft)
    kept = {draft.cue or draft.content: draft for draft in reversed(kept.values())}
    return sorted(
        kept.values(),
        key=lambda draft: (cover(draft.content).start, -cover(draft.content).end, draft.cue or Span(0, 1)),
    )


def _parents(found: Sequence[statements.Draft]) -> list[int | None]:
    """For each draft the index of the smallest content that holds its cue and content whole, else None."""
    spans = sorted((span, index) for index, draft in enumerate(found) for span in draft.content)
    starts = [span.start for span, _ in spans]
    parents: list[int | None] = []
    for index, draft in enumerate(found):
        inside = cover((*draft.content, draft.cue) if draft.cue else draft.content)
        size = sum(map(len, draft.content))
        last = bisect_right(starts, inside.start)
        holders = [
            (len(span), holder)
            for span, holder in spans[max(0, last - _CANDIDATES) : last]
            if holder != index and span.contains(inside) and len(span) > size
        ]
        parents.append(min(holders)[1] if holders else None)
    return parents


def _threaded(
    text: str, found: Sequence[statements.Draft], parents: Sequence[int | None], tie: _Ties
) -> tuple[Thread, ...]:
    """Threads in an order in which parents come first; what lies deeper than three is left out."""
    depths: dict[int, int] = {}
    for index in range(len(found)):
        line: list[int] = []
        at: int | None = index
        while at is not None and at not in depths:
            line.append(at)
            at = parents[at]
        depth = -1 if at is None else depths[at]
        for one in reversed(line):
            depth = depths[one] = depth + 1
    order = sorted((index for index in depths if depths[index] <= DEPTH), key=lambda index: (depths[index], index))
    place: dict[int | None, int | None] = {None: None}
    threaded: list[Thread] = []
    known: set[tuple[object, ...]] = set()
    for index in order:
        draft = found[index]
        place[index] = len(threaded)
        parent = place[parents[index]]
        holder = threaded[parent].draft if parent is not None else None
        mouths = _mouths(text, draft, tie, holder)
        thread = Thread(replace(draft, parent=parent), parent, depths[index], mouths)
        if _key(thread) in known:
            place[index] = parent
            continue
        threaded.append(thread)
        known.add(_key(thread))
        for cited in _cited(text, thread, len(threaded) - 1, tie.sentences):
            if _key(cited) not in known:
                known.add(_key(cited))
                threaded.append(cited)
    return tuple(threaded)


def _key(thread: Thread) -> tuple[object, ...]:
    """What makes a statement different from all others of its article."""
    return (thread.draft.content, thread.draft.source, thread.draft.cue, thread.depth)


def _mouths(text: str, draft: statements.Draft, tie: _Ties, holder: statements.Draft | None) -> tuple[Mouth, ...]:
    """The mouths a draft adds: who relays or brought its source to light, then the source itself.

    A medium is sought in the sentence; inside the content of `holder` only there.
    """
    within = tie.sentences.at(draft.cue or draft.content[0])
    cue_text = draft.cue.of(text) if draft.cue else ""
    for span in holder.content if holder else ():
        if draft.cue and span.contains(draft.cue):
            within = Span(max(within.start, span.start), min(within.end, span.end))
    via = carriers.carrier(text, draft.cue, within=within, outside=draft.content, people=tie.people)
    via = None if via and via.span and tie.outlet.owns(text, via.span) else via
    label = anonymous.UNNAMED_RUMOUR if _RUMOUR_CUE.search(cue_text) else anonymous.UNNAMED
    # "refused to rule out": the verb that tells stands at the head of the content
    refused = " ".join(draft.content[0].of(text)[:32].split()[:3]) if _REFUSES.search(cue_text) else ""
    told = f"{cue_text} {refused}".strip()
    # "ruled that" is a verdict, "ruled … out" is not
    silent = _REFUSED_WORD.search(told)
    verdict = silent or (_RULED.search(cue_text) and draft.content[0].of(text)[:5].lower() == "that ")
    own = Mouth(draft.source, draft.cue, "assert" if verdict else force_of(told), via, label)
    if draft.cue and (relay := tie.relays.get(draft.cue)):
        return (Mouth(relay.source, relay.cue, "assert"), own)
    brought = carriers.brought_by(text, draft.source) if draft.source else None
    if brought is None or tie.outlet.owns(text, brought[0]):
        return (own,)
    outlet, words = brought
    return (Mouth(outlet, words, "assert"), own)


_REFUSES = re.compile(r"\b(?:refus|declin)\w{0,4}$", re.IGNORECASE)
_REFUSED_WORD = re.compile(r"\b(?:refus|declin)\w{0,4} to (?:" + "|".join(denials.SILENT) + r")\b", re.IGNORECASE)
_RULED = re.compile(r"\brul(?:e|es|ed|ing)$", re.IGNORECASE)
_RUMOUR_CUE = re.compile(r"\b(?:" + "|".join(anonymous.RUMOUR_NOUNS) + r")\b", re.IGNORECASE)


def _cited(text: str, thread: Thread, index: int, sentences: _Sentences) -> list[Thread]:
    """A nested statement for each source that the source of `thread` cites."""
    source = thread.draft.source
    if source is None or thread.depth >= DEPTH:
        return []
    within = sentences.at(source)
    cited = carriers.cited_by(text, thread.draft, within=within)
    if cited is None:
        return []
    sources, cue = cited
    return [
        Thread(
            replace(thread.draft, source=one, cue=cue, parent=index),
            index,
            thread.depth + 1,
            (Mouth(one, cue, "assert"),),
        )
        for one in sources
        if not any(one.overlaps(span) for span in thread.draft.content)
    ]
