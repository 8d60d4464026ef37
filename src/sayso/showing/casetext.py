"""A case that lasts, for the terminal: how it stands, what was decided, what a ruling or an update came to."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sayso.model.keeping import Entry, Line, Moment, Stand
from sayso.model.prose import day, shortened
from sayso.model.rulings import Ruling
from sayso.model.rulingvalues import called
from sayso.showing.escapes import visible
from sayso.showing.words import count, hundred, likelihood

WIDTH = 88
#: Updates that are shown of the history of an answer, the last ones; the first is always shown.
_MOMENTS = 8

Record = Mapping[str, Any]

#: Verdicts whose value is said otherwise, or not at all.
_UNSAID = frozenset({"add", "leave", "merge", "split"})
#: What was done, by verdict, as a history says it.
DONE: Mapping[str, str] = {
    "accept": "accepted",
    "reject": "rejected",
    "span": "set the words of",
    "source": "set the source of",
    "certainty": "set the certainty of",
    "stance": "set the stance of",
    "lock": "locked",
    "unlock": "unlocked",
    "comment": "commented on",
    "merge": "joined",
    "split": "split",
    "date": "dated",
    "outcome": "recorded the outcome of",
    "add": "added",
    "leave": "left out",
    "adopt": "adopted a reading of",
    "ask": "asked",
    "undo": "undid",
}


def standing(stand: Stand, hypotheses: Sequence[Record], moments: Sequence[Moment], **more: Any) -> str:  # noqa: ANN401 - passed on
    """How a case stands: the question, the answers, their history, what it holds, what is not in the answer yet.

    `more` are `holds` (counts by noun), `review` (the next lines to look at) and `place` (how the case is named).
    """
    lines = [*textwrap.wrap(stand.question, WIDTH), ""]
    if hypotheses:
        for one in hypotheses:
            lines += [*_answer(one), ""]
    else:
        lines += ["Not answered yet.", ""]
    lines += _course(moments, hypotheses)
    lines += textwrap.wrap(held(stand, more["holds"]), WIDTH)
    lines += textwrap.wrap(behind(stand, more["place"]), WIDTH)
    review: Sequence[Line] = more["review"]
    if review:
        lines += ["", "Next to review, by how far rejecting it would move the answer:"]
        lines += [
            line
            for one in review
            for line in textwrap.wrap(_to_review(one), WIDTH, initial_indent="  ", subsequent_indent=" " * 18)
        ]
    return visible("\n".join(lines))


def _answer(one: Record) -> list[str]:
    """A hypothesis with its answer, in words and figures."""
    answer = one.get("answer")
    if not answer:
        return textwrap.wrap(f"{one['text']}: not weighed", WIDTH)
    when = f"As of {day(date.fromisoformat(one['as_of']))}: " if one.get("as_of") else ""
    closes = f" (closes {day(date.fromisoformat(one['closes']))})" if one.get("closes") else ""
    spread = f"between {hundred(answer['low'])} and {hundred(answer['high'])}"
    figures = f"{answer['words']}, {hundred(answer['probability'])} in 100, {spread}"
    ground = f"Confidence in the ground: {answer['confidence']}." if answer.get("confidence") else ""
    return [
        *textwrap.wrap(f"{when}{figures}{closes}", WIDTH),
        *textwrap.wrap(f"{one['id']}: {one['text']}", WIDTH, initial_indent="  ", subsequent_indent="  "),
        *textwrap.wrap(" ".join((ground, *answer.get("confidence_why", ()))) if ground else "", WIDTH),
    ]


def _course(moments: Sequence[Moment], hypotheses: Sequence[Record]) -> list[str]:
    """How the answer to the first hypothesis went, update by update."""
    first = hypotheses[0]["id"] if hypotheses else None
    held = [one for one in moments if first in (None, one.hypothesis)]
    if len(held) < 2:
        return []
    shown = held if len(held) <= _MOMENTS else [held[0], *held[1 - _MOMENTS :]]
    lines = ["How the answer went, by update:"]
    for number, one in enumerate(shown):
        if number == 1 and len(held) > len(shown):
            lines.append(f"  {'…':>6}  {count(len(held) - len(shown), 'update')} between")
        figures = f"{hundred(one.probability):>7} ({likelihood(one.low, one.high)})"
        lines.append(
            f"  {f'#{one.number}':>6}  {clock(one.at)}  {count(one.articles, 'article'):>12}  "
            f"{figures}  {one.words}"
        )
    return [*lines, ""]


def held(stand: Stand, holds: Mapping[str, int]) -> str:
    """What a case holds, in one line."""
    reviewed = f" ({stand.reviewed} reviewed)" if stand.reviewed else ""
    rest = "".join(f", {count(size, noun, plural(noun))}" for noun, size in holds.items())
    return f"Holds {count(stand.articles, 'article')}, {count(stand.statements, 'statement')}{reviewed}{rest}."


def added(articles: int, statements: int) -> str:
    """How much was added and read, in one line."""
    if not articles:
        return "Nothing new was added."
    return f"{count(articles, 'article')} added, {count(statements, 'statement')} read."


def behind(stand: Stand, place: str) -> str:
    """What is not in the answer yet, and what brings it there."""
    if stand.updated is None:
        return f"The answer was never made; make it with: sayso update {place}"
    sizes = ((stand.behind, "journal entry"), (stand.unread, "unread article"))
    missing = [count(size, noun, plural(noun)) for size, noun in sizes if size]
    if not missing:
        return f"The answer is up to date ({clock(stand.updated)}, journal entry {stand.number})."
    return f"Not in the answer yet: {' and '.join(missing)}. Bring it up to date with: sayso update {place}"


def _to_review(line: Line) -> str:
    moved = f"{hundred(line.effect)} in 100" if line.effect is not None else ""
    return (
        f"{line.id}  {moved:<12}{line.name or line.outlet or 'the article itself'}: “{shortened(line.words, 130)}”"
    )


def moved(before: Sequence[Moment], after: Sequence[Moment]) -> str:
    """What an update did to the answer of the first hypothesis, in one line; empty where there was none before."""
    if not before or not after:
        return ""
    first = after[0].hypothesis
    last = [one for one in before if one.hypothesis == first]
    if not last:
        return ""
    one, other = last[-1], next(each for each in reversed(after) if each.hypothesis == first)
    if (one.probability, one.low, one.high) == (other.probability, other.low, other.high):
        return "The answer did not move."
    was, now = (
        f"{each.words}, {hundred(each.probability)} in 100, between {hundred(each.low)} and {hundred(each.high)}"
        for each in (one, other)
    )
    return f"The answer was: {was}. Now: {now}."


def plural(noun: str) -> str:
    """Several of what `noun` names one of."""
    return {"clash": "clashes", "journal entry": "journal entries"}.get(noun, f"{noun}s")


def clock(at: str) -> str:
    """A time as lists show it: "2031-05-03 14:05"."""
    try:
        return datetime.fromisoformat(at).strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at


def history(entries: Sequence[Entry], names: Mapping[str, str], numbers: Mapping[str, int]) -> str:
    """The journal, an entry a line or two; `names` and `numbers` tell by id what a target is called or numbered."""
    lines = []
    for entry in entries:
        mark = f"  (undone by #{entry.undone})" if entry.undone else ""
        told = f"{entry.ruling.by} {decision(entry.ruling, names, numbers)}{mark}"
        head = f"#{entry.number:<5} {clock(entry.ruling.at)}  {told}"
        lines += textwrap.wrap(head, WIDTH + 12, subsequent_indent=" " * 26)
        if entry.ruling.why:
            lines += textwrap.wrap(
                entry.ruling.why, WIDTH + 12, initial_indent=" " * 26 + "why: ", subsequent_indent=" " * 31
            )
    return visible("\n".join(lines))


def decision(ruling: Ruling, names: Mapping[str, str], numbers: Mapping[str, int]) -> str:
    """What a ruling does, in words: "rejected s-0123456789ab “…”"."""
    done = DONE[ruling.verdict]
    if ruling.verdict == "ask":
        return f"asked: {names.get(ruling.id, 'the question')}"
    if ruling.verdict == "undo":
        number = numbers.get(ruling.target)
        return f"undid #{number}" if number else f"undid {ruling.target}"
    called = _called(ruling, names)
    value = f": {ruling.value}" if ruling.value and ruling.verdict not in _UNSAID else ""
    return f"{done} {called}{value}"


def _called(ruling: Ruling, names: Mapping[str, str]) -> str:
    """The target of a ruling with what it is called."""
    ends = ruling.target.split("+")
    if len(ends) == 2:
        then = {end: f"“{name}”" for end, name in called(ruling).items()}
        return " and ".join(_named(end, {**names, **then}) for end in ends)
    if ruling.anchor:
        return f"{ruling.target} “{shortened(ruling.anchor.quote, 90)}”"
    return _named(ruling.target, names)


def _named(ident: str, names: Mapping[str, str]) -> str:
    told = names.get(ident) or names.get(ident.partition("@")[0])
    return f"{told} ({ident})" if told else ident


def listed(rows: Iterable[str]) -> str:
    """Rows with what could steer a terminal made visible."""
    return visible("\n".join(rows))
