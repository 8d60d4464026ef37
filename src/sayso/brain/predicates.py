"""Attributions by a verb: "X said that …", "“…,” said X", "…, X said, …", "X is expected to …", "X seems …"."""

from __future__ import annotations

from sayso.brain import subjects
from sayso.brain.asides import Beside
from sayso.brain.contents import Complement, complement
from sayso.brain.extents import extent
from sayso.brain.findings import Finding, Range, Sentence
from sayso.brain.refusals import HEADS, refusal
from sayso.brain.tokens import QUOTE
from sayso.brain.verbs import LEXICON, Group, group_at, is_adverb
from sayso.lang.en import cues, grammar

_LEADING_CLAUSES = frozenset(
    ["although", "though", "while", "because", "as", "if", "when", "since", "after", "before", "whereas", "once"]
)
_PERCEIVING = frozenset(["hear", "see", "watch", "let", "help", "make", "have"])
_PAST = frozenset(
    ["cut", "set", "put", "hit", "shut", "split", "beat", "tied", "used", "sold", "sought", "fled", "swept"]
)
_LONGEST_BEARER = 8
_LINKING = frozenset(
    ["feel", "feels", "felt", "remain", "remains", "remained", "seem", "seems", "seemed", "became", "become"]
)
_ADJECTIVES = {word: frozenset(shapes.split()) for _, shapes, words in cues.ADJECTIVES for word in words.split()}

#: The words at which an attribution may be found, beside any form in -ed.
_HEADS = frozenset({*LEXICON, *_ADJECTIVES, *cues.SEEMING, *HEADS})


class Reader:
    """Reads the verbs of one sentence from left to right, and keeps the subject for those that go on with it."""

    __slots__ = ("beside", "s", "subject")

    def __init__(self, s: Sentence) -> None:
        """Begin to read a sentence, no subject being known."""
        self.s = s
        self.beside = Beside(s)
        self.subject: Range | None = None

    def findings(self) -> list[Finding]:
        """All attributions by verbs, nested ones included."""
        found = []
        low = self.s.t.low
        heads = [k for k in range(self.s.floor, self.s.ceiling) if low[k] in _HEADS or low[k].endswith("ed")]
        for head in heads:
            group = group_at(self.s.t, head, self.s.floor, self.s.ceiling)
            one = self._asked(head) or (self._of_group(group) if group else None) or self._predicate(head)
            one = one or refusal(self.s, head) or self.beside.unknown(head)
            if one:
                found.append(one)
        return found

    def _predicate(self, head: int) -> Finding | None:
        """An attribution by a linking verb, with or without a holder."""
        return self._seeming(head) or self._minded(head)

    def _of_group(self, group: Group) -> Finding | None:
        if group.use == "passive":
            return self._passive(group)
        quoted = self.beside.after_quotation(group.first)
        if group.use == "finite" and group.takes("aside") and self.beside.may_invert(group):
            inverted = self.beside.inverted(group, quoted=quoted)
            if inverted:
                self.subject = inverted.source
                return inverted
        source = self._source(group)
        worth = group.use == "participle" and group.lemma == "value"
        if source is None or worth or self._perceived(group, source):
            return None
        if group.use == "finite":
            self.subject = source
        right = complement(self.s.t, group, self.s.ceiling)
        aside = self.beside.aside(group, source, right)
        if aside:
            return aside
        source = self._bearer(source)
        if right is None or (group.use == "infinitive" and right.shape not in ("that", "colon")):
            return None
        return self._with_complement(group, source, right)

    def _bearer(self, source: Range) -> Range:
        """A source "who" with the noun phrase that it stands for before it: "residents who"."""
        t, who = self.s.t, source[0]
        if t.low[who] != "who" or source[1] - who > 1 or who <= self.s.floor:
            return source
        end = who - 1 if t.low[who - 1] == "," else who
        np = subjects.before(t, end, self.s.floor) if t.is_word(end - 1) else None
        near = np is not None and end - np[0] <= _LONGEST_BEARER and t.low[np[0]] not in grammar.PERSONAL
        return (np[0], source[1]) if np and near else source

    def _perceived(self, group: Group, source: Range) -> bool:
        """Whether a base form is an infinitive behind its subject: "heard the engineers explain it"."""
        if group.use != "finite" or group.kind != "base" or group.first < group.head:
            return False
        low = self.s.t.low
        return any(low[k] in _PERCEIVING and low[k - 1] == "to" for k in range(source[0] + 1, source[1]))

    def _with_complement(self, group: Group, source: Range, right: Complement) -> Finding | None:
        t, ceiling = self.s.t, self.s.ceiling
        name = f"{right.shape}/{group.use}"
        cue = (group.first, right.cue_after)
        if right.shape == "colon" and right.first >= ceiling:
            return Finding(name, source, cue, (), group.lemma)
        led = source[0] > self.s.floor and t.low[source[0] - 1] in _LEADING_CLAUSES
        asks = right.shape in ("to", "np", "prep") and group.lemma in cues.ASKS_NAMELESS
        if asks and any(t.low[k] in cues.NAMELESS for k in range(right.first, min(ceiling, right.first + 7))):
            return None
        stop = extent(t, right, ceiling, led=led)
        pieces = [(right.first, stop)]
        if stop + 1 < ceiling and t.low[stop] == "," and t.low[stop + 1] == QUOTE:
            pieces.append((stop + 1, ceiling))
        return Finding(name, source, cue, tuple(pieces), group.lemma)

    def _source(self, group: Group) -> Range | None:
        """The subject of a group: before it, or that of the verb it goes on from."""
        t, floor = self.s.t, self.s.floor
        left = t.low[group.first - 1] if group.first > floor else ""
        shared = left in ("", "and", "or", "but", "then") or (left == "," and group.use != "finite")
        if group.use == "finite":
            if not shared:
                return subjects.before(t, group.first, floor)
            return (self.subject or self._main(group.first)) if left else None
        if group.use == "infinitive" or shared or left in grammar.PREPOSITIONS or left in grammar.SUBORDINATORS:
            return self.subject or self._main(group.first)
        return subjects.before(t, group.first, floor)

    def _main(self, at: int) -> Range | None:
        """The subject of the sentence's first finite verb before `at`, by its look."""
        t = self.s.t
        for k in range(self.s.floor + 1, min(at, self.s.floor + 40)):
            low = t.low[k]
            if (
                (low in grammar.FINITE and low != "'s")
                or low in _PAST
                or (low.endswith("ed") and not t.is_capital(k) and len(low) > 4)
            ):
                first = k - 1 if is_adverb(t.low[k - 1]) and k - 1 > self.s.floor else k
                return subjects.before(t, first, self.s.floor)
        return None

    def _passive(self, group: Group) -> Finding | None:
        """What reads "X is expected to …", "X was asked about …": nobody says who; the subject is content too."""
        t, ceiling = self.s.t, self.s.ceiling
        subject = subjects.before(t, group.first, self.s.floor)
        nxt = t.low[group.after] if group.after < ceiling else ""
        if subject and group.lemma in cues.TOLD:
            return self._told(group)
        if subject is None or (group.lemma not in cues.PASSIVE and not (nxt == "by" and self._judged(group))):
            return None
        if nxt == "by":
            np = subjects.after(t, group.after + 1, ceiling)
            return (
                Finding("passive/by", np, (group.first, group.after + 1), (subject,), group.lemma) if np else None
            )
        if nxt in ("to", "that", "as", "about", "if", "whether", "how"):
            stop = extent(t, Complement("to", group.after, group.after), ceiling)
            said = ((group.after, stop),)
            empty = nxt == "that" and t.low[subject[0] : subject[1]] == ("it",)
            pieces = said if empty else (subject, *said)
            return Finding(f"passive/{nxt}", None, (group.first, group.after), pieces, group.lemma)
        return None

    def _judged(self, group: Group) -> bool:
        """Whether "is … by X" tells what X thinks of the subject: no "quoted by X as saying"."""
        return group.takes("np") and group.lemma not in ("quote", "cite", "name", "detail")

    def _told(self, group: Group) -> Finding | None:
        """What reads "The jury was told that …", "We are told …": nobody says by whom."""
        right = complement(self.s.t, group, self.s.ceiling)
        if right is None or right.shape not in ("that", "bare") or right.first > group.after + 1:
            return None
        stop = extent(self.s.t, right, self.s.ceiling)
        return Finding("passive/told", None, (group.first, group.after), ((right.first, stop),), group.lemma)

    def _asked(self, head: int) -> Finding | None:
        """What reads "Asked whether …, X said", "when asked about …": nobody says who asked, or "by Y"."""
        t, floor, ceiling = self.s.t, self.s.floor, self.s.ceiling
        if t.low[head] != "asked" or not (head == floor or t.low[head - 1] in ("when", ",", "after")):
            return None
        source = None
        for k in range(head + 1, min(ceiling - 1, head + 14)):
            if t.low[k] == "by" and source is None:
                source = subjects.after(t, k + 1, min(ceiling, k + 6))
            if t.low[k] in ("if", "whether", "why", "how", "what", "who", "about", "where", "when", QUOTE):
                first = k + 1 if t.low[k] == "about" else k
                return Finding("asked", source, (head, head + 1), ((first, self._comma(k)),), "ask")
            if t.low[k] == "to" and k == head + 1:
                return Finding("asked", None, (head, k), ((k, self._comma(k)),), "ask")
            if t.low[k] in (",", "to", "for"):
                break
        return None

    def _comma(self, at: int) -> int:
        """The first comma after `at` within sixty tokens, or the sentence's end."""
        ceiling = self.s.ceiling
        return next((k for k in range(at + 1, min(ceiling, at + 60)) if self.s.t.low[k] == ","), ceiling)

    def _minded(self, head: int) -> Finding | None:
        """What reads "X is confident that …", "X is worried about …", "X is eager to …"."""
        t, ceiling = self.s.t, self.s.ceiling
        shapes = _ADJECTIVES.get(t.low[head])
        if shapes is None or head + 2 >= ceiling or head <= self.s.floor:
            return None
        first = head
        while first > max(self.s.floor, head - 8) and (
            t.low[first - 1] in grammar.AUXILIARIES | _LINKING or is_adverb(t.low[first - 1])
        ):
            first -= 1
        nxt = t.low[head + 1]
        if not any(t.low[k] in grammar.BE | _LINKING for k in range(first, head)) or nxt not in shapes:
            return None
        source = self._source(Group(first, head, "past", "finite", ()))
        if source is None or t.low[source[0]] in ("it", "there", "that", "this"):
            return None
        self.subject = source
        shape = nxt if nxt in ("that", "to") else "prep"
        start = head + 1 if shape != "prep" else head + 2
        stop = extent(t, Complement(shape, start, start), ceiling)
        return Finding(f"minded/{shape}", source, (first, start), ((start, stop),), t.low[head])

    def _seeming(self, head: int) -> Finding | None:
        """What reads "X seems to …", "it appears that …": a view without a holder."""
        t, ceiling = self.s.t, self.s.ceiling
        if t.low[head] not in cues.SEEMING or head + 2 >= ceiling or t.low[head + 1] not in cues.SEEMING_NEXT:
            return None
        first = head
        while first > max(self.s.floor, head - 8) and (
            t.low[first - 1] in grammar.AUXILIARIES or is_adverb(t.low[first - 1])
        ):
            first -= 1
        subject = subjects.before(t, first, self.s.floor)
        if subject is None or t.low[subject[0]] in ("that", "which", "it"):
            return None
        stop = extent(t, Complement("to", head + 1, head + 1), ceiling)
        return Finding("seem", None, (first, head + 1), (subject, (head + 1, stop)), "seem")
