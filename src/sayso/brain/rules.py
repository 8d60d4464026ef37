"""A tagger of rules and tables: who says what, without a learned model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.brain import contents, subjects
from sayso.brain.tokens import QUOTE, Tokens, tokens
from sayso.brain.verbs import Group, group_at
from sayso.lang.en import cues, grammar
from sayso.model.ports import Attribution, Passage

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """An attribution in tokens, with the name of the pattern that found it."""

    pattern: str
    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]


class RuleTagger:
    """Tags by rules; satisfies model.ports.Tagger."""

    name = "rules"

    def tag(self, text: str, passages: Sequence[Passage]) -> tuple[Attribution, ...]:
        """Attributions with their cue in one of `passages`, in text order; nested ones are left out."""
        found: list[Attribution] = []
        for passage in passages:
            t = tokens(text, passage)
            for finding in outermost(in_passage(t)):
                found.append(_attribution(t, finding))
        return tuple(found)


def _attribution(t: Tokens, finding: Finding) -> Attribution:
    source = t.span(*finding.source) if finding.source else None
    cue = t.span(*finding.cue) if finding.cue else None
    content = tuple(sorted(t.span(*piece) for piece in finding.content))
    return Attribution(source, cue, content, 0.5)


def in_passage(t: Tokens) -> list[Finding]:
    """All findings of a passage, nested ones included."""
    found: list[Finding] = []
    for index in range(len(t.bounds) - 1):
        first, after = t.bounds[index], t.bounds[index + 1]
        while after > first and t.low[after - 1] in (".", "!"):
            after -= 1
        if after > first:
            found += in_sentence(t, first, after)
    return with_quotes_after(t, found)


def in_sentence(t: Tokens, floor: int, ceiling: int) -> list[Finding]:
    """Findings of one sentence, tokens floor … ceiling-1."""
    found: list[Finding] = []
    subject: Range | None = None
    for head in range(floor, ceiling):
        if t.low[head] == "to" and head > floor and t.low[head - 1] == "according":
            one = according(t, head, floor, ceiling)
            if one:
                found.append(one)
            continue
        group = group_at(t, head, floor)
        if group is None:
            continue
        one, subject = by_verb(t, group, floor, ceiling, subject)
        if one:
            found.append(one)
    return found


def according(t: Tokens, to: int, floor: int, ceiling: int) -> Finding | None:
    """ "According to X, A", "A, according to X"."""
    np = subjects.after(t, to + 1, ceiling)
    if np is None:
        return None
    first = to - 1
    content: list[Range] = []
    if first > floor:
        end = first - 1 if t.low[first - 1] == "," else first
        if end > floor:
            content.append((floor, end))
        if np[1] < ceiling and t.low[np[1]] == "," and np[1] + 1 < ceiling and first - floor < 12:
            content.append((np[1] + 1, ceiling))
    else:
        start = np[1]
        while start < ceiling and t.low[start] in (",", ":"):
            start += 1
        if start < ceiling:
            content.append((start, ceiling))
    return Finding("according", np, (first, to + 1), tuple(content)) if content else None


def by_verb(
    t: Tokens, group: Group, floor: int, ceiling: int, last: Range | None
) -> tuple[Finding | None, Range | None]:
    """The finding of a verb group, and the subject for the verbs that go on with it."""
    left = t.low[group.first - 1] if group.first > floor else ""
    shapes = frozenset().union(*(verb.complements for verb in group.verbs))
    if group.passive:
        return passive(t, group, floor, ceiling), last
    quoted = left == QUOTE or (left == "," and group.first - 2 >= floor and t.low[group.first - 2] == QUOTE)
    if quoted and "quote" in shapes and group.kind in ("past", "s"):
        one = inverted(t, group, floor, ceiling)
        if one:
            return one, one.source
    if group.infinitive or not group.finite or left in ("and", "but", "or", "") or (left in grammar.COORDINATORS):
        source = last or (
            subjects.before(t, group.first, floor) if left not in ("and", "or", "but", "", ",") else None
        )
        if group.kind == "base" and not group.infinitive and left == "":
            source = None
    else:
        source = subjects.before(t, group.first, floor)
    if source is None and not last and not group.finite:
        source = _main_subject(t, group.first, floor)
    if source is None:
        return None, last
    right = contents.complement(t, group, ceiling)
    cue_first = group.first
    empty = right is None
    if not empty and right is not None:
        stop = right.stop or contents.extent(t, right.first, ceiling, right.shape)
        pieces = [(right.first, stop)]
        if stop < ceiling and t.low[stop] == "," and stop + 1 < ceiling and t.low[stop + 1] == QUOTE:
            pieces.append((stop + 1, ceiling))
        before = _content_before(t, source, group, floor) if right.shape == "quote" else None
        if before:
            pieces.insert(0, before)
        return Finding(f"verb-{right.shape}", source, (cue_first, right.cue_after), tuple(pieces)), source
    before = _content_before(t, source, group, floor) if "quote" in shapes else None
    if before:
        pieces = [before]
        rest = _rest(t, group.after, ceiling)
        if rest:
            pieces.append(rest)
        return Finding("parenthetic", source, (cue_first, group.after), tuple(pieces)), source
    return None, source


def _main_subject(t: Tokens, at: int, floor: int) -> Range | None:
    """The subject of the sentence's first verb: a noun phrase at its start, for ", saying that …"."""
    for k in range(floor + 1, at):
        if t.low[k] in grammar.AUXILIARIES or (t.low[k].endswith("ed") and not t.is_capital(k)):
            return subjects.before(t, k, floor)
    return None


def _content_before(t: Tokens, source: Range, group: Group, floor: int) -> Range | None:
    """What stands before "…, X said": up to the comma or quotation before the source."""
    at = source[0]
    if at <= floor or source[1] > group.first:
        return None
    if t.low[at - 1] == QUOTE:
        return (floor, at)
    if t.low[at - 1] in (",", "?", "—", "–", "--") and at - 1 > floor:
        return (floor, at - 1)
    return None


def _rest(t: Tokens, at: int, ceiling: int) -> Range | None:
    """The content that goes on after "…,” X said, …": at the next quotation, or after the comma."""
    for k in range(at, min(ceiling, at + 30)):
        if t.low[k] == QUOTE:
            return (k, ceiling)
    if at < ceiling and t.low[at] == "," and at + 1 < ceiling and not t.low[at + 1].endswith("ing"):
        return (at + 1, ceiling)
    return None


def inverted(t: Tokens, group: Group, floor: int, ceiling: int) -> Finding | None:
    """ "“…,” said X, a Y."""
    np = subjects.after(t, group.after, ceiling)
    if np is None:
        return None
    end = group.first - 1 if t.low[group.first - 1] == "," else group.first
    pieces = [(floor, end)]
    rest = _rest(t, np[1], ceiling)
    if rest and t.low[rest[0]] == QUOTE:
        pieces.append(rest)
    return Finding("inverted", np, (group.first, group.after), tuple(pieces))


def passive(t: Tokens, group: Group, floor: int, ceiling: int) -> Finding | None:
    """ "X is expected to …": no source; "X was criticised by Y": Y."""
    verb = group.verbs[-1]
    if verb.lemma not in cues.PASSIVE:
        return None
    subject = subjects.before(t, group.first, floor)
    if subject is None:
        return None
    nxt = t.low[group.after] if group.after < ceiling else ""
    if nxt == "to":
        stop = contents.extent(t, group.after, ceiling, "to")
        return Finding("passive", None, (group.first, group.after), (subject, (group.after, stop)))
    return None


def with_quotes_after(t: Tokens, found: list[Finding]) -> list[Finding]:
    """Findings whose content goes on in the quotations of the following sentences, where no cue stands."""
    out = list(found)
    for index in range(len(t.bounds) - 1):
        first, after = t.bounds[index], t.bounds[index + 1]
        if t.low[first] != QUOTE or any(first <= (f.cue or (0, 0))[0] < after for f in out):
            continue
        if after - first > 3:
            continue
        holders = [
            k
            for k, f in enumerate(out)
            if f.cue
            and t.sentence[f.cue[0]] < index
            and any(t.low[p] == QUOTE for a, b in f.content for p in range(a, b))
        ]
        if holders:
            k = holders[-1]
            f = out[k]
            out[k] = Finding(f.pattern, f.source, f.cue, (*f.content, (first, after)))
    return out


def outermost(found: list[Finding]) -> list[Finding]:
    """Findings whose cue stands in no other finding's content."""

    def inside(one: Finding, other: Finding) -> bool:
        return one is not other and one.cue is not None and any(a <= one.cue[0] < b for a, b in other.content)

    kept = []
    for one in found:
        holders = [other for other in found if inside(one, other)]
        if all(inside(other, one) for other in holders):
            kept.append(one)
    return kept
