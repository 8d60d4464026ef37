"""Attributions by a verb: "X said that …", "“…,” said X", "…, X said, …", "X is expected to …", "X seems …"."""

from __future__ import annotations

from sayso.brain import subjects
from sayso.brain.contents import Complement, complement, extent
from sayso.brain.findings import Finding, Range, Sentence
from sayso.brain.tokens import QUOTE
from sayso.brain.verbs import NOUN_LIKE, Group, group_at, is_adverb
from sayso.lang.en import cues, grammar

_ENDS_ASIDE = (",", "?", "!", "—", "–", "--")
_CLOSING = frozenset((",", ";", "—", "–", "--", QUOTE)) | {
    *("in", "on", "at", "of", "during", "after", "when", "while", "as", "before"),
    *("this", "last", "earlier", "from", "via", "through"),
}
_NO_REST = frozenset(["who", "which", "while", "but", "though", "as", "and", "when", "after"])
_LINKING = frozenset(
    ["feel", "feels", "felt", "remain", "remains", "remained", "seem", "seems", "seemed", "became", "become"]
)
_ADJECTIVES = {word: frozenset(shapes.split()) for _, shapes, words in cues.ADJECTIVES for word in words.split()}


class Reader:
    """Reads the verbs of one sentence from left to right, and keeps the subject for those that go on with it."""

    __slots__ = ("s", "subject")

    def __init__(self, s: Sentence) -> None:
        """Begin to read a sentence, no subject being known."""
        self.s = s
        self.subject: Range | None = None

    def findings(self) -> list[Finding]:
        """All attributions by verbs, nested ones included."""
        found = []
        for head in range(self.s.floor, self.s.ceiling):
            group = group_at(self.s.t, head, self.s.floor, self.s.ceiling)
            one = self._asked(head) or (self._of_group(group) if group else None) or self._predicate(head)
            if one:
                found.append(one)
        return found

    def _predicate(self, head: int) -> Finding | None:
        """An attribution by a linking verb, with or without a holder."""
        return self._seeming(head) or self._minded(head)

    def _of_group(self, group: Group) -> Finding | None:
        if group.use == "passive":
            return self._passive(group)
        quoted = self._after_quotation(group.first)
        if group.use == "finite" and group.takes("aside") and self._may_invert(group):
            inverted = self._inverted(group, quoted=quoted)
            if inverted:
                self.subject = inverted.source
                return inverted
        source = self._source(group)
        if source is None:
            return None
        if group.use == "finite":
            self.subject = source
        right = complement(self.s.t, group, self.s.ceiling)
        aside = self._aside(group, source, right)
        if aside:
            return aside
        if right is None or (group.use == "infinitive" and right.shape not in ("that", "colon")):
            return None
        return self._with_complement(group, source, right)

    def _with_complement(self, group: Group, source: Range, right: Complement) -> Finding | None:
        t, ceiling = self.s.t, self.s.ceiling
        name = f"{right.shape}/{group.use}"
        cue = (group.first, right.cue_after)
        if right.shape == "colon" and right.first >= ceiling:
            return Finding(name, source, cue, (), group.lemma)
        stop = extent(t, right, ceiling)
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
            if (low in grammar.FINITE and low != "'s") or (
                low.endswith("ed") and not t.is_capital(k) and len(low) > 4
            ):
                first = k - 1 if is_adverb(t.low[k - 1]) and k - 1 > self.s.floor else k
                return subjects.before(t, first, self.s.floor)
        return None

    def _after_quotation(self, first: int) -> bool:
        """Whether a quotation ends right before token `first`, a comma or dash between them allowed."""
        t, floor = self.s.t, self.s.floor
        if first <= floor:
            return False
        return t.low[first - 1] == QUOTE or (
            first - 2 >= floor and t.low[first - 1] in _ENDS_ASIDE and t.low[first - 2] == QUOTE
        )

    def _may_invert(self, group: Group) -> bool:
        t = self.s.t
        simple = group.first == group.head or t.low[group.first] not in grammar.AUXILIARIES
        return simple and group.kind in ("past", "s", "base") and group.first > self.s.floor

    def _inverted(self, group: Group, *, quoted: bool) -> Finding | None:
        """What reads "“…,” said X, a Y" and "…, says X": the subject follows the verb."""
        t, floor, ceiling = self.s.t, self.s.floor, self.s.ceiling
        left = t.low[group.first - 1]
        if not quoted and not (left == "," and group.lemma in cues.INVERTING):
            return None
        if group.after < ceiling and t.low[group.after] in grammar.PREPOSITIONS | {
            "that",
            QUOTE,
            ",",
            ":",
            "and",
            "to",
        }:
            return None
        np = subjects.after(t, group.after, ceiling)
        short = quoted and subjects.short_quote(t, group.first - 1 if left == QUOTE else group.first - 2)
        if np is None or ((not quoted or short or t.low[np[0]] in grammar.PERSONAL) and not self._closes(np[1])):
            return None
        end = group.first if left == QUOTE else group.first - 1
        if not quoted and self._clause_in(np):
            return None
        if end <= floor or (not quoted and not self._finite_in(floor, end)):
            return None
        pieces = [(self._content_start(end), end), *self._rest(np[1])]
        return Finding(
            "inverted" if quoted else "inverted/bare", np, (group.first, group.after), tuple(pieces), group.lemma
        )

    def _clause_in(self, np: Range) -> bool:
        """Whether what was read as a noun phrase is a clause: a past form stands before its first comma."""
        t = self.s.t
        for k in range(np[0] + 1, np[1]):
            if t.low[k] in (",", "who", "which", "that"):
                return False
            if t.low[k].endswith("ed") and not t.is_capital(k):
                return True
        return False

    def _finite_in(self, first: int, after: int) -> bool:
        """Whether a finite verb stands in tokens first … after-1, by its look."""
        t = self.s.t
        return any(
            (t.low[k] in grammar.FINITE and t.low[k] != "'s") or (t.low[k].endswith("ed") and k > first)
            for k in range(max(first, after - 60), after)
        )

    def _closes(self, at: int) -> bool:
        """Whether a sentence or a clause ends at `at`."""
        t = self.s.t
        return at >= self.s.ceiling or t.low[at] in _CLOSING or t.low[at] in grammar.DAYS

    def _aside(self, group: Group, source: Range, right: Complement | None) -> Finding | None:
        """What reads "…, X said", "“…,” X said, “…”": what is said stands before the source."""
        t, floor, at = self.s.t, self.s.floor, source[0]
        if (
            group.use != "finite"
            or not group.takes("aside")
            or source[1] > group.first
            or t.low[at] in grammar.RELATIVES
        ):
            return None
        if at <= floor:
            return self._after_stop(group, source, right) if at == floor else None
        if t.low[at - 1] == "as" and right is None:
            return self._as_said(group, source)
        quoted = self._after_quotation(at)
        if right and not (quoted and self._prefers_left(group, right, at)):
            return None
        plain = t.low[at - 1] == "," and at - 1 > floor and self._speaks(group, source)
        if not quoted and not (plain and (group.tail >= self.s.ceiling or self._closes(group.tail))):
            return None
        end = at if t.low[at - 1] == QUOTE else at - 1
        pieces = [(self._content_start(end), end), *self._rest(group.tail, quoted=quoted)]
        name = "aside/quote" if quoted else "aside/plain"
        return Finding(name, source, (group.first, group.tail), tuple(pieces), group.lemma)

    def _speaks(self, group: Group, source: Range) -> bool:
        """Whether "…, the report notes" is a verb with its subject and no noun at the end of a list."""
        t, first = self.s.t, source[0]
        if group.kind not in ("s", "base") or group.first < group.head or t.low[group.head] not in NOUN_LIKE:
            return True
        named = t.is_capital(first) or t.low[first] in grammar.DETERMINERS or t.low[first] in grammar.PERSONAL
        return named and source[1] - first <= 6

    def _prefers_left(self, group: Group, right: Complement, at: int) -> bool:
        """Whether "“…,” X said …" belongs to the quotation on the left although something stands on the right."""
        t = self.s.t
        last = at - 1 if t.low[at - 1] == QUOTE else at - 2
        if (
            not self._ends_open(at)
            or right.shape == "colon"
            or (right.shape == "that" and right.first == group.tail)
        ):
            return False
        return not (subjects.short_quote_text(t, last) and last > self.s.floor and right.shape != "quote")

    def _after_stop(self, group: Group, source: Range, right: Complement | None) -> Finding | None:
        """What reads "“….” X said.": the quotation is a sentence of its own before the one with the cue."""
        t, floor = self.s.t, self.s.floor
        if floor == 0 or t.low[floor - 1] != QUOTE or (right and right.shape != "quote"):
            return None
        if right and right.first <= group.tail + 1:
            return None
        if right is None and not self._closes(group.tail):
            return None
        pieces = [(floor - 1, floor), *([(right.first, self.s.ceiling)] if right else [])]
        return Finding("aside/stop", source, (group.first, group.tail), tuple(pieces), group.lemma)

    def _as_said(self, group: Group, source: Range) -> Finding | None:
        """What reads "…, as X said, …": all of the sentence around it."""
        t, floor, ceiling = self.s.t, self.s.floor, self.s.ceiling
        first = source[0] - 1
        pieces = [(floor, first - 1)] if first - 1 > floor and t.low[first - 1] == "," else []
        comma = next((k for k in range(group.tail, min(ceiling, group.tail + 12)) if t.low[k] == ","), None)
        if comma is not None and comma + 1 < ceiling:
            pieces.append((comma + 1, ceiling))
        if not pieces:
            return None
        return Finding("aside/as", source, (group.first, group.tail), tuple(pieces), group.lemma)

    def _ends_open(self, at: int) -> bool:
        """Whether the quotation before `at` ends with a comma, so that the sentence goes on after it."""
        t = self.s.t
        word = t.word(at - 1) if t.low[at - 1] == QUOTE else t.word(at - 2) + ","
        return word.rstrip("\"”'»’ ")[-1:] in (",", "?", "!", "—", "…")

    def _content_start(self, end: int) -> int:
        """Where the content that ends at token `end` begins: a whole quotation begins with its first mark."""
        t, floor = self.s.t, self.s.floor
        at = end
        while at > max(floor, end - 20) and t.low[at - 1] == QUOTE:
            at -= 1
        if at < end and at > floor:
            inside = t.word(at).lstrip("\"“„'‘«")
            if (
                inside[:1].isupper()
                and len(t.word(at)) > 25
                and (t.low[at - 1] in (":", ",", ".", "…", "that") or t.low[at - 1] == ")")
            ):
                return at
        return self._past_conjunction(floor, end)

    def _past_conjunction(self, at: int, end: int) -> int:
        stop = min(end - 1, at + 4)
        at = self._past_dateline(at, end)
        while at < stop and self.s.t.low[at] in ("and", "but", ",", "-", "•", "*"):
            at += 1
        return at

    def _past_dateline(self, at: int, end: int) -> int:
        """Past "PORT TOWN, Nov 6 (Agency) -" at the start of a sentence."""
        t = self.s.t
        if not (t.word(at).isupper() and len(t.word(at)) > 2):
            return at
        for k in range(at + 1, min(end - 1, at + 16)):
            if t.low[k] in ("-", "—", "–", "--"):
                return k + 1
        return at

    def _rest(self, at: int, *, quoted: bool = True) -> list[Range]:
        """The content that goes on after "…,” X said, …": at the next quotation, or after the comma."""
        t, ceiling = self.s.t, self.s.ceiling
        if not quoted and at + 1 < ceiling and t.low[at] == ",":
            nxt = t.low[at + 1]
            return [] if nxt.endswith("ing") or nxt in _NO_REST else [(at + 1, ceiling)]
        for k in range(at, min(ceiling, at + 30)):
            if t.low[k] == QUOTE:
                whole = k == at or t.low[k - 1] in (",", ":", "—", "–", "--", ".", "and", "but", "that", "adding")
                return [(k, ceiling)] if whole else []
        return []

    def _passive(self, group: Group) -> Finding | None:
        """What reads "X is expected to …", "X was asked about …": nobody says who; the subject is content too."""
        t, ceiling = self.s.t, self.s.ceiling
        subject = subjects.before(t, group.first, self.s.floor)
        if subject is None or group.lemma not in cues.PASSIVE:
            return None
        nxt = t.low[group.after] if group.after < ceiling else ""
        if nxt == "by":
            np = subjects.after(t, group.after + 1, ceiling)
            return (
                Finding("passive/by", np, (group.first, group.after + 1), (subject,), group.lemma) if np else None
            )
        if nxt in ("to", "that", "as", "about", "if", "whether", "how"):
            stop = extent(t, Complement("to", group.after, group.after), ceiling)
            return Finding(
                f"passive/{nxt}", None, (group.first, group.after), (subject, (group.after, stop)), group.lemma
            )
        return None

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
                stop = next((j for j in range(k + 1, min(ceiling, k + 60)) if t.low[j] == ","), ceiling)
                return Finding("asked", source, (head, head + 1), ((first, stop),), "ask")
            if t.low[k] in (",", "to", "for"):
                break
        return None

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
