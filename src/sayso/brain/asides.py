"""Attributions in which what is said stands before the speaker: "…, X said", "“…,” said X", "as X said, …"."""

from __future__ import annotations

from sayso.brain import subjects
from sayso.brain.contents import Complement
from sayso.brain.findings import Finding, Range, Sentence
from sayso.brain.tokens import QUOTE
from sayso.brain.verbs import LEXICON, NOUN_LIKE, Group
from sayso.lang.en import cues, grammar

_LONGEST_HEARER = 8
_NO_SAYING = frozenset(["played", "based", "followed", "titled", "entitled", "directed", "performed", "published"])
_LONGEST_NAME = 12
_LONGEST_SUBJECT = 8
_SUBORDINATE = frozenset(
    ["when", "if", "although", "though", "because", "while", "unless", "once", "asked", "whereas"]
)
_ENDS_ASIDE = (",", "?", "!", "—", "–", "--")
_CLOSING = frozenset((",", ";", "—", "–", "--", QUOTE)) | {
    *("in", "on", "at", "of", "during", "after", "when", "while", "as", "before"),
    *("this", "last", "earlier", "from", "via", "through"),
}
_NO_REST = frozenset(["although", "even", "who", "which", "while", "but", "though", "as", "and", "when", "after"])


class Beside:
    """Reads what stands before a speaker and a verb of saying in one sentence, and what goes on after them."""

    __slots__ = ("s",)

    def __init__(self, s: Sentence) -> None:
        """Begin to read a sentence."""
        self.s = s

    def after_quotation(self, first: int) -> bool:
        """Whether a quotation ends right before token `first`, a comma or dash between them allowed."""
        t, floor = self.s.t, self.s.floor
        if first <= floor:
            return False
        return t.low[first - 1] == QUOTE or (
            first - 2 >= floor and t.low[first - 1] in _ENDS_ASIDE and t.low[first - 2] == QUOTE
        )

    def may_invert(self, group: Group) -> bool:
        """Whether a verb group is simple enough to stand before its subject."""
        t = self.s.t
        simple = group.first == group.head or t.low[group.first] not in grammar.AUXILIARIES
        return simple and group.kind in ("past", "s", "base") and group.first > self.s.floor

    def inverted(self, group: Group, *, quoted: bool) -> Finding | None:
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
        if not quoted and (self._clause_in(np) or self._in_relative(end)):
            return None
        if end <= floor or (not quoted and not self._finite_in(floor, end)):
            return None
        pieces = [(self._content_start(end), end), *self._rest(np[1])]
        return Finding(
            "inverted" if quoted else "inverted/bare", np, (group.first, group.after), tuple(pieces), group.lemma
        )

    def unknown(self, head: int) -> Finding | None:
        """What reads "“…,” Orr snorted." and "“…,” snorted Orr.": any past form beside a quotation is a cue."""
        t, floor = self.s.t, self.s.floor
        low = t.low[head]
        if not low.endswith("ed") or len(low) < 5 or t.is_capital(head) or low in LEXICON or low in _NO_SAYING:
            return None
        if self.after_quotation(head):
            source = subjects.after(t, head + 1, self.s.ceiling)
            named = source and (t.is_capital(source[0]) or t.low[source[0]] in grammar.DETERMINERS)
            start, after = head, source[1] if source and named else 0
        else:
            source = subjects.before(t, head, floor)
            start, after = (source[0], head + 1) if source and self.after_quotation(source[0]) else (0, 0)
        if not source or not after or not (after >= self.s.ceiling or t.low[after] in (",", QUOTE, ".")):
            return None
        end = start if t.low[start - 1] == QUOTE else start - 1
        if not self._ends_open(start) or subjects.short_quote(t, end - 1):
            return None
        return Finding(
            "aside/unknown", source, (head, head + 1), ((self._content_start(end), end), *self._rest(after))
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

    def _in_relative(self, end: int) -> bool:
        """Whether the words before `end` are a relative clause behind a comma, so that the main verb follows."""
        t = self.s.t
        for k in range(end - 1, max(self.s.floor, end - 24), -1):
            if t.low[k] == ",":
                return t.low[k + 1] in grammar.RELATIVES
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

    def aside(self, group: Group, source: Range, right: Complement | None) -> Finding | None:
        """What reads "…, X said", "“…,” X said, “…”": what is said stands before the source."""
        t, floor, at = self.s.t, self.s.floor, source[0]
        fits = group.use == "finite" and group.takes("aside") and source[1] <= group.first
        if not fits or t.low[at] in grammar.RELATIVES or at <= floor:
            return self._after_stop(group, source, right) if fits and at == floor else None
        if t.low[at - 1] == "as" and right is None:
            return self._as_said(group, source)
        quoted = self.after_quotation(at)
        if right and right.shape == "quote" and (parted := self._parted(group, source, right)):
            return parted
        if right and not (quoted and self._prefers_left(group, right, at)) and not self._titled(group, right, at):
            return None
        plain = t.low[at - 1] == "," and at - 1 > floor and self._speaks(group, source)
        if not quoted and not (plain and (group.tail >= self.s.ceiling or self._ends(group))):
            return None
        end = at if t.low[at - 1] == QUOTE else at - 1
        rest = [] if right and right.shape == "quote" and not quoted else self._rest(group.tail, quoted=quoted)
        start = self._content_start(end)
        name = "aside/quote" if quoted else "aside/plain"
        one = Finding(name, source, (group.first, group.tail), ((start, end), *rest), group.lemma)
        alone = t.low[start] in _SUBORDINATE and "," not in t.low[start:end]
        return one if quoted or rest or not alone else None

    def _ends(self, group: Group) -> bool:
        """Whether a clause ends behind the verb, or behind the hearer of one that takes a hearer."""
        if self._closes(group.tail):
            return True
        hearer = subjects.after(self.s.t, group.tail, self.s.ceiling) if group.takes("hearer") else None
        return hearer is not None and hearer[1] - hearer[0] <= _LONGEST_HEARER and self._closes(hearer[1])

    def _parted(self, group: Group, source: Range, right: Complement) -> Finding | None:
        """What reads "The islanders, X argued in a note, “will not wait”": the quotation is the predicate."""
        t, floor, end = self.s.t, self.s.floor, source[0] - 1
        goes_on = t.word(right.first).lstrip("\"“„'‘«")[:1].islower() and t.low[right.first - 1] == ","
        if not goes_on or t.low[end] != "," or not 0 < end - floor <= _LONGEST_SUBJECT or QUOTE in t.low[floor:end]:
            return None
        if self._finite_in(floor, end) or t.low[floor] in grammar.PREPOSITIONS:
            return None
        pieces = ((self._content_start(end), end), (right.first, self.s.ceiling))
        return Finding("aside/quote", source, (group.first, group.tail), pieces, group.lemma)

    def _titled(self, group: Group, right: Complement, at: int) -> bool:
        """Whether "…, X wrote in her memoir, “Title”" has a title on the right and what is said on the left."""
        t = self.s.t
        far = right.shape == "quote" and right.first > group.tail + 2 and t.low[at - 1] == ","
        return far and subjects.short_quote_text(t, right.first) and self._finite_in(self.s.floor, at)

    def _speaks(self, group: Group, source: Range) -> bool:
        """Whether "…, the report notes" is a verb with its subject and no noun at the end of a list."""
        t, first = self.s.t, source[0]
        if group.kind not in ("s", "base") or group.first < group.head or t.low[group.head] not in NOUN_LIKE:
            return True
        named = t.is_capital(first) or t.low[first] in grammar.DETERMINERS or t.low[first] in grammar.PERSONAL
        return named and source[1] - first <= _LONGEST_NAME

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
        while at < stop and self.s.t.low[at] in ("and", "but", ",", "-", "•", "*"):
            at += 1
        return at

    def _rest(self, at: int, *, quoted: bool = True) -> list[Range]:
        """The content that goes on after "…,” X said, …": at the next quotation, or after the comma."""
        t, ceiling = self.s.t, self.s.ceiling
        if not quoted:
            at = self._past_day(at)
        if not quoted and at + 1 < ceiling and t.low[at] == ",":
            nxt = t.low[at + 1]
            later = any(low in ("after", "before") for low in t.low[at + 1 : at + 4])
            return [] if later or nxt.endswith("ing") or nxt in _NO_REST else [(at + 1, ceiling)]
        for k in range(at, min(ceiling, at + 30)):
            if t.low[k] == QUOTE:
                whole = k == at or t.low[k - 1] in (",", ":", "—", "–", "--", ".", "and", "but", "that", "adding")
                return [(k, ceiling)] if whole else []
        return []

    def _past_day(self, at: int) -> int:
        """Past "on Thursday", "late Monday" to the comma behind it; `at` where no such words stand there."""
        t = self.s.t
        for k in range(at, min(self.s.ceiling - 1, at + 4)):
            if t.low[k] == ",":
                later = any(low in ("after", "before") for low in t.low[k + 1 : k + 4])
                return k if k > at and t.low[k - 1] in grammar.DAYS and not later else at
        return at
