"""What each source has said of a hypothesis, turn by turn: a change of mind is no contradiction.

A turn is one origin of a source: a briefing that five articles print is one turn, and the firmest of its statements
stands for it, those in the text before headings. An origin that takes both sides on different days is two turns.
Turns are in the order of the days by which they were said. A source is listed where it has spoken on two days or
has changed; what it said on one day, and never otherwise, is told by its statements alone. People without a name
are left out: two of them may not be one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sayso.linking.copies import published
from sayso.model.article import HEADS
from sayso.model.case import Page
from sayso.model.origins import Origin
from sayso.model.sources import Source
from sayso.model.stances import Hypothesis, Lean, Position, Stance, Turn
from sayso.model.statements import Statement

#: From these strengths on a side is taken in so many words, and plainly; below the second it is a hint.
_FIRM, _PLAIN = 0.6, 0.3

#: A statement with its page and its stance.
_Told = tuple[Page, Statement, Stance]

#: A side that is kept has changed where its strength has by this much: more than one hedge makes.
_STEP = 0.25

#: Reasons by which a statement leaves the matter open in so many words.
_LEFT_OPEN = ("left open in so many words", "leaves it open", "not ruled out")

#: Forces by which a source speaks for itself.
_SAYING = frozenset({"assert", "deny", "decline-to-rule-out", "predict", "believe"})

#: Turns kept of one source: the first and the last ones.
MOST = 12

_SAID: dict[Lean, tuple[str, str, str]] = {
    "support": ("saying that it comes", "expecting it", "holding it possible"),
    "deny": ("ruling it out", "doubting it", "leaning against it"),
}


def positions(
    pages: Sequence[Page],
    sources: Sequence[Source],
    origins: Sequence[Origin],
    *,
    stances: Sequence[Stance],
    hypotheses: Sequence[Hypothesis],
) -> tuple[Position, ...]:
    """The positions of the case's named sources on each hypothesis that is no negation.

    Ordered by hypothesis, then by source id. At most MOST turns of each are kept.
    """
    relaying = {one.parent for page in pages for one in page.statements}
    held = {one.id: (page, one) for page in pages for one in page.statements}
    home = {statement: origin.id for origin in origins for statement in origin.statements}
    member = {each: source for source in sources for each in (source.id, *source.members)}
    asked = [hypothesis.id for hypothesis in hypotheses if hypothesis.negates is None]
    found: dict[tuple[str, str], dict[str, list[_Told]]] = {}
    for stance in stances:
        if stance.hypothesis not in asked or stance.statement not in held or not _taken(stance):
            continue
        page, statement = held[stance.statement]
        source = _speaker(statement, member)
        if source is None or (source.kind == "outlet" and statement.id in relaying):
            continue
        turns = found.setdefault((stance.hypothesis, source.id), {})
        turns.setdefault(home.get(statement.id, statement.id), []).append((page, statement, stance))
    made = (
        Position(source, hypothesis, _turns(occasions.values()))
        for (hypothesis, source), occasions in sorted(found.items(), key=lambda item: item[0])
    )
    order = {hypothesis: place for place, hypothesis in enumerate(asked)}
    kept = (position for position in made if _telling(position.turns))
    return tuple(sorted(kept, key=lambda position: (order[position.hypothesis], position.source)))


def _taken(stance: Stance) -> bool:
    """Whether a stance is a position: a side, or leaving open in so many words."""
    if stance.lean == "open":
        if any("denial of knowledge" in reason for reason in stance.reasons):
            return False  # "where the figures come from": of that, not of the matter
        return any(mark in reason for reason in stance.reasons for mark in _LEFT_OPEN)
    return stance.lean != "unrelated"


def _speaker(statement: Statement, member: Mapping[str, Source]) -> Source | None:
    """The source of the case that said it itself, to whoever prints it; None for others and for the nameless.

    What somebody else says that she plans or thinks is no word of hers.
    """
    if not statement.chain or statement.chain[-1].force not in _SAYING:
        return None
    known = [member.get(hop.source.id) for hop in statement.chain]
    carried = all(source is not None and source.kind == "outlet" for source in known[:-1])
    source = known[-1]
    return source if source and source.kind != "anonymous" and carried else None


def _telling(turns: Sequence[Turn]) -> bool:
    """Whether there are two turns on two known days, or a change, and a side is taken in one of them."""
    days = {turn.day for turn in turns if turn.day}
    sided = any(turn.lean != "open" for turn in turns)
    return len(turns) > 1 and sided and (len(days) > 1 or any(turn.change for turn in turns))


def _turns(occasions: Iterable[Sequence[_Told]]) -> tuple[Turn, ...]:
    """The turns of a source in the order of their days, undated ones last, each with how it differs."""
    said = [_occasion(told) for occasion in occasions for told in _apart(occasion)]
    said.sort(key=lambda turn: (turn.day or date.max, turn.statement))
    if len(said) > MOST:
        said = [*said[: MOST // 2], *said[-MOST // 2 :]]
    out: list[Turn] = []
    for turn in said:
        before = out[-1] if out else None
        change = _change(before, turn) if before else ""
        out.append(Turn(turn.statement, turn.day, turn.lean, turn.strength, change))
    return tuple(out)


def _apart(told: Sequence[_Told]) -> Sequence[Sequence[_Told]]:
    """The statements of one origin, in two where they take both sides in articles of different days."""
    sides = [[one for one in told if one[2].lean == lean] for lean in ("support", "deny")]
    if not all(sides) or any(published(a[0]).overlaps(published(b[0])) for a in sides[0] for b in sides[1]):
        return (told,)
    return sides


def _occasion(told: Sequence[_Told]) -> Turn:
    """One occasion as a turn: the firmest statement stands for it, on the first day by which any was said."""
    lead = min(told, key=lambda one: (one[1].block in HEADS, -one[2].strength, one[1].id))
    days = [day for page, statement, _ in told if (day := _day(page, statement))]
    return Turn(lead[1].id, min(days, default=None), lead[2].lean, lead[2].strength)


def _day(page: Page, statement: Statement) -> date | None:
    """The last day by which a statement was made; the day its article came out where nothing tells."""
    return (statement.said.interval.latest if statement.said else None) or published(page).latest


def _change(before: Turn, after: Turn) -> str:
    """How a turn differs from the one before, in words; empty where it does not."""
    one, two = _told(before.lean, before.strength), _told(after.lean, after.strength)
    near = before.lean == after.lean and abs(before.strength - after.strength) < _STEP
    return "" if near or one == two else f"from {one} to {two}"


def _told(lean: Lean, strength: float) -> str:
    """A lean and its strength in words."""
    if lean not in _SAID:
        return "leaving it open"
    firm, plain, hint = _SAID[lean]
    return firm if strength >= _FIRM else plain if strength >= _PLAIN else hint
