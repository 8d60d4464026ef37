"""One reading of a passage out of two: what the network found there, and what the rules found.

Theory. The network has learned from articles on one election, and the rules' findings were hints to it. So where
both have a cue, the network mostly knows better what belongs to it; and most of what the rules alone have, the
network has dropped with reason (on PolNeAR's development part one in five is right). The rules' word counts:

1. for a cue that the network found, too, but without its content, or with one half of "“…,” X said, “…”";
2. for refusals ("has not ruled it out", "would not be drawn"), on which a story turns and which those articles
   hardly have, and for a figure that somebody puts on something;
3. in headings, which those articles have in another style, where their cue is no name;
4. for a statement around one of the network's: "The minutes record that X told …", "…, X confided";
5. for a sentence that is nothing but a quotation: it goes to whom the paragraph quoted last.

What is no saying is dropped: requests not to be named, contents that are a relative alone, and, of what only the
network found, deeds not done ("has not published") and what has no source (one in three of those is right on
PolNeAR's development part: leaving them out gives 0.3 of F1 and costs 2 points of recall of indirect statements).
Every look-up is by bisection and every finding is weighed once: n log n in the passage's length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.brain.sketches import LEARNED, Sketch, Told
from sayso.lang.en import cues
from sayso.model.ports import Passage
from sayso.model.span import Span, cover, trimmed

OPENING = '"“”„«'
_LEADING = " \t\n\r#*>•–—-,"
_STOPS = ".!”\"’'…:;)"
#: Patterns that are right in four cases of five (scores.py) count where the network has nothing.
_SURE = 0.8
_BESIDE = ("aside/plain", "aside/quote", "inverted", "according")
#: What is left of the score of a finding that the rules alone have: of nine, one is right on PolNeAR's development
#: part, and most are on freshly written texts in eight other styles.
_HALF = 0.5
_LONGEST_CLAUSE = 1000
_NOT = re.compile(r"\b(?:not|never|neither|nor|cannot|no)\b|n['’]t\b", re.IGNORECASE)
_NOT_DONE = re.compile(r"\bha(?:s|d|ve)(?: not|n['’]t| never)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_NAMELESS = re.compile(
    r"\bnot (?:to )?be(?:ing)? (?:\w{1,12} )?(?:named|identified|quoted)\b|\banonym\w{0,6}\b(?! for)", re.IGNORECASE
)
_ASKS = re.compile(
    r"\b(?:" + "|".join(sorted(w.rstrip("e") for w in cues.ASKS_NAMELESS)) + r")\w{0,3}\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"((?:who|whose|which|that) [^,;:.“”\"]{3,200}), ")
_RELATIVES = frozenset(("that", "which", "who", "what", "whom", "as"))
_LONGEST_CUE = 200

Part = tuple[Span, str, int]  # place, role, number of the finding


@dataclass(frozen=True, slots=True)
class Heard:
    """A passage as both read it: the rules' sketch, the network's findings, and contents it found no cue for."""

    sketch: Sketch
    told: tuple[Told, ...]
    loose: tuple[Span, ...]


def merged(text: str, heard: Heard) -> list[Told]:
    """The outermost findings of a passage, in text order; those without content wait for the next passage."""
    merging = _Merging(text, heard)
    for rule in heard.sketch.told:
        merging.weigh(rule)
    known = {rule.cue.start for rule in heard.sketch.told}
    kept = [one for one in merging.told.values() if _is_saying(text, one, known)]
    found = sorted([*kept, *merging.taken], key=lambda one: (one.cue, one.content))
    return _with_loose(text, heard, found)


def quotes(text: str, one: Told) -> bool:
    """Whether a finding's content holds a quotation."""
    return any(mark in span.of(text) for span in one.content for mark in OPENING)


def is_refusal(text: str, rule: Told) -> bool:
    """Whether a finding of the rules tells what somebody does not say, confirm, deny or rule out."""
    if rule.pattern in {"refusal", "waved"} or rule.lemma in {"decline", "refuse"}:
        return True
    return rule.lemma in cues.REFUSABLE and bool(_NOT.search(rule.cue.of(text)[:_LONGEST_CUE]))


class _Merging:
    """The findings of a passage while the rules' are weighed one by one.

    `told` are the network's by number; `taken` are the rules' that stand beside them.
    """

    def __init__(self, text: str, heard: Heard) -> None:
        self.text = text
        self.sketch = heard.sketch
        self.ground = _Ground(heard.sketch.passage)
        cleaned = [self.ground.near(_cleaned(text, one)) for one in heard.told]
        self.places = _Places(cleaned)
        self.heading = _is_heading(text, heard.sketch)
        self.told = dict(enumerate(cleaned))
        self.taken: list[Told] = []

    def weigh(self, rule: Told) -> None:
        """Let a finding of the rules mend, replace or join the network's."""
        near = list(self.places.touching(rule.cue))
        same = [number for _, role, number in near if role == "cue"]
        if same:
            if rule.content and same[0] in self.told:
                self._mend(same[0], rule)
        elif not rule.content:
            self.taken += [rule] if rule is self.sketch.told[-1] and not near else []
        elif self._stands(rule, near):
            self.taken.append(_alone(self.text, rule))
            self._hide(rule, [number for _, role, number in near if role == "source"])

    def _stands(self, rule: Told, near: Sequence[Part]) -> bool:
        """Whether a finding stands whose cue the network has not; pieces of others that are its own are cut off."""
        roles = {role for _, role, _ in near}
        if self._answers_nothing(rule):
            return False
        if "content" in roles:
            return any(self._cut(rule, span, number) for span, role, number in near if role == "content")
        if "source" in roles:
            return rule.score >= _SURE and rule.pattern.startswith(("that", "aside", "inverted"))
        if is_refusal(self.text, rule) or rule.pattern in {"put", "signed"}:
            return True
        if self.heading and not rule.pattern.startswith("label") and self.text[rule.cue.start].islower():
            return True
        return rule.score >= _SURE and (rule.pattern in _BESIDE or self._holds_cue(rule))

    def _answers_nothing(self, rule: Told) -> bool:
        """Whether a refusal only stands behind somebody's quotation: "“It rains.” He would not elaborate."."""
        return rule.pattern == "aside/stop" and is_refusal(self.text, rule)

    def _holds_cue(self, rule: Told) -> bool:
        """Whether a cue of the network's stands in the content of the rules' finding."""
        return any(role == "cue" for span in rule.content for _, role, _ in self.places.touching(span))

    def _cut(self, rule: Told, span: Span, number: int) -> bool:
        """Cut off a content what the rules tell: a refusal that is its own piece, or all behind a semicolon."""
        one = self.told.get(number)
        if one is None or span not in one.content:
            return False
        said = (*([rule.source] if rule.source else []), rule.cue)
        whole = cover((*said, *rule.content))
        rest = tuple(piece for piece in one.content if piece != span)
        if is_refusal(self.text, rule) and rest and span.start >= whole.start - 3:
            self.told[number] = replace(one, content=rest)
            return True
        stop = self.text.rfind(";", max(span.start, cover(said).start - _LONGEST_CLAUSE), cover(said).start)
        first = trimmed(self.text, span.start, max(stop, span.start), " \n")
        if first is None or whole.end < span.end - 2 or self.ground.quoted(Span(stop, stop + 1)):
            return False
        self.told[number] = replace(one, content=tuple(sorted((*rest, first))))
        return True

    def _hide(self, rule: Told, wrong: Iterable[int]) -> None:
        """Drop what the rules' finding takes the place of: `wrong`, and the same source's cues in its content."""
        for number in wrong:
            self.told.pop(number, None)
        for span in rule.content:
            for _, role, number in self.places.touching(span):
                inner = self.told.get(number)
                if role == "cue" and inner and inner is not rule and _same_source(inner, rule):
                    del self.told[number]

    def _mend(self, number: int, rule: Told) -> None:
        """Mend a finding of the network's whose cue the rules found, too."""
        one = self.told[number]
        if not one.content or self._better(one, rule):
            if not self._answers_nothing(rule):
                self.told[number] = _with_relative(self.text, rule)
                self._hide(rule, ())
            return
        if one.source is None and rule.score >= _SURE:
            one = replace(one, source=rule.source)
        if rule.pattern.startswith("label") and rule.source and one.cue.overlaps(rule.source):  # "Ames:" as a cue
            one = replace(one, source=rule.source, cue=rule.cue)
        one = replace(one, content=_without_marks(self.text, one.content, rule.content))
        if rule.pattern.startswith(("aside", "inverted")):
            more = [piece for piece in rule.content if self._gives(number, one.cue, piece)]
            one = replace(one, content=tuple(sorted({*one.content, *more})))
        self.told[number] = one

    def _better(self, one: Told, rule: Told) -> bool:
        """Whether the rules read a cue of both better: elsewhere and sure, "according to", a shorter refusal."""
        meets = any(piece.overlaps(other) for piece in one.content for other in rule.content)
        if not meets:
            return rule.score >= _SURE
        if rule.pattern == "according":
            return not _same_source(one, rule)
        shorter = sum(map(len, rule.content)) < sum(map(len, one.content))
        return shorter and is_refusal(self.text, rule) and min(rule.content).start == min(one.content).start

    def _gives(self, number: int, cue: Span, piece: Span) -> bool:
        """Whether a piece is free for a cue, or another sentence's cue has it; then it is taken from there."""
        holders = {(role, other) for _, role, other in self.places.touching(piece)}
        for role, other in holders:
            holder = self.told.get(other)
            far = holder and not self.ground.one_sentence(piece, holder.cue)
            if role != "content" or other == number or not far or not self.ground.one_sentence(piece, cue):
                return False
        for _, other in holders:
            rest = tuple(span for span in self.told[other].content if not span.overlaps(piece))
            self.told[other] = replace(self.told[other], content=rest)
        return True


class _Places:
    """Where the parts of the network's findings stand; no two of them overlap."""

    def __init__(self, told: Sequence[Told]) -> None:
        parts = {(one.cue, "cue", number) for number, one in enumerate(told)}
        parts |= {(one.source, "source", number) for number, one in enumerate(told) if one.source}
        parts |= {(span, "content", number) for number, one in enumerate(told) for span in one.content}
        self.parts = sorted(parts)
        self.ends = [span.end for span, _, _ in self.parts]

    def touching(self, place: Span) -> Iterator[Part]:
        """The parts that overlap a place, in text order."""
        for at in range(bisect_right(self.ends, place.start), len(self.parts)):
            if self.parts[at][0].start >= place.end:
                return
            yield self.parts[at]


class _Ground:
    """Where the sentences and quotations of a passage stand."""

    def __init__(self, passage: Passage) -> None:
        self.sentences = sorted(sentence.start for sentence in passage.sentences)
        self.quotations = sorted(passage.quotations)
        self.ends = [quotation.end for quotation in self.quotations]

    def one_sentence(self, place: Span, other: Span) -> bool:
        """Whether another place begins in a sentence that `place` touches."""
        first, last = (bisect_right(self.sentences, at) for at in (place.start, place.end - 1))
        return first <= bisect_right(self.sentences, other.start) <= last

    def near(self, one: Told) -> Told:
        """A finding without pieces of content in other sentences than its cue, but for quotations."""
        kept = tuple(p for p in one.content if self.one_sentence(p, one.cue) or self.quoted(p))
        return replace(one, content=kept or one.content)

    def quoted(self, place: Span) -> bool:
        """Whether a place touches a quotation."""
        at = bisect_right(self.ends, place.start)
        return at < len(self.ends) and self.quotations[at].start < place.end


def _cleaned(text: str, one: Told) -> Told:
    """A finding without list marks before its source and a colon behind its cue, its content closed."""
    source, cue = one.source, one.cue
    if source and (kept := trimmed(text, source.start, source.end, _LEADING)):
        source = Span(kept.start, source.end)  # the comma behind an apposition stays: annotators keep it
    if source and text[cue.end - 1] == ":":
        cue = trimmed(text, cue.start, cue.end, " :") or cue
    return _with_relative(text, replace(one, source=source, cue=cue, content=_closed(text, one.content)))


def _with_relative(text: str, one: Told) -> Told:
    """A finding whose source has its clause: "according to X, who …, the mayor …"."""
    if not (one.source and one.content) or one.source.start < one.cue.end:
        return one
    first = one.content[0]
    gap = text[one.source.end : min(first.start, one.source.end + 3)]
    if first.start < one.source.end or first.start > one.source.end + 2 or gap.strip(" ,"):
        return one
    clause = _CLAUSE.match(text, first.start, first.end)
    rest = trimmed(text, clause.end(), first.end) if clause else None
    if clause is None or rest is None:
        return one
    source = Span(one.source.start, clause.end(1))
    return replace(one, source=source, content=(rest, *one.content[1:]))


def _closed(text: str, content: Iterable[Span]) -> tuple[Span, ...]:
    """Pieces in text order, those joined between which no letter or digit stands in one line."""
    closed: list[Span] = []
    for span in sorted(content):
        gap = text[closed[-1].end : min(span.start, closed[-1].end + 4)] if closed else "x"
        if closed and span.start - closed[-1].end <= 3 and not gap.strip(" ,"):
            closed[-1] = Span(closed[-1].start, span.end)
        else:
            closed.append(span)
    return tuple(closed)


def _without_marks(text: str, content: tuple[Span, ...], ruled: Sequence[Span]) -> tuple[Span, ...]:
    """A content without the list mark or time of day that the rules leave out at its start ("10:05 Mayor to …")."""
    first, start = content[0], min(ruled).start
    if first.start < start < first.end and not _WORD.search(text, first.start, start):
        return (Span(start, first.end), *content[1:])
    return content


def _alone(text: str, rule: Told) -> Told:
    """A finding of the rules that the network has not: half as sure, its content from its last semicolon on."""
    first = min(rule.content)
    stop = text.rfind(";", first.start, min(first.end, rule.cue.start))
    inside = any(mark in text[first.start : stop] for mark in OPENING)
    rest = None if stop < 0 or inside else trimmed(text, stop + 1, first.end)
    content = tuple(rest if piece == first and rest else piece for piece in rule.content)
    return replace(rule, content=content, score=rule.score * _HALF)


def _same_source(one: Told, other: Told) -> bool:
    return bool(one.source and other.source and one.source.overlaps(other.source))


def _is_heading(text: str, sketch: Sketch) -> bool:
    """Whether a passage is a heading or looks like one: no stop at its end."""
    return not sketch.plain or text[sketch.passage.span.end - 1] not in _STOPS


def _is_saying(text: str, one: Told, known: Collection[int]) -> bool:
    """Whether somebody says or thinks something; `known` are the places of the rules' cues."""
    if one.pattern != LEARNED or not one.content:
        return True
    cue = one.cue.of(text)[:_LONGEST_CUE]
    first = one.content[0]
    if len(one.content) == 1 and first.of(text)[:8].lower() in _RELATIVES:
        return False
    if _ASKS.search(cue) and any(_NAMELESS.search(span.of(text)[:_LONGEST_CUE]) for span in one.content):
        return False
    if any(start in known for start in range(one.cue.start, one.cue.end)):
        return True
    undone = _NOT_DONE.search(cue) and not any(word in cues.REFUSABLE for word in _WORD.findall(cue))
    return one.source is not None and not undone


def _with_loose(text: str, heard: Heard, found: list[Told]) -> list[Told]:
    """The findings, with quotations that none of them holds given to the last one before that quotes."""
    quoting = [number for number, one in enumerate(found) if quotes(text, one)]
    if not quoting:
        return found
    held = sorted(span for one in found for span in (*one.content, one.cue))
    starts = [span.start for span in held]
    firsts = [found[number].cue for number in quoting]
    added: dict[int, list[Span]] = defaultdict(list)
    reach = _reaches(held)
    for span in sorted({*heard.sketch.alone, *(one for one in heard.loose if text[one.start] in OPENING)}):
        before = bisect_right(starts, span.end - 1)
        if before and reach[before - 1] > span.start:
            continue
        at = bisect_right(firsts, span)
        added[quoting[at - 1 if at else 0]].append(span)
    return [
        replace(one, content=(*one.content, *added[number])) if number in added else one
        for number, one in enumerate(found)
    ]


def _reaches(spans: Sequence[Span]) -> list[int]:
    """How far the first, the first two, … of some spans reach."""
    reach: list[int] = []
    for span in spans:
        reach.append(max(span.end, reach[-1] if reach else 0))
    return reach
