"""What changed between two readings, for the terminal: the answers first, and why they moved.

The files compared may be anybody's, so what could steer a terminal is shown by its code.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sayso.model.answers import Answer
from sayso.model.changes import Changes, Grouping, Item, Pair, Part, Shift, Utterance
from sayso.model.forecasts import Forecast
from sayso.model.prose import day, days, shortened
from sayso.model.rulings import Ruling
from sayso.model.stances import Clash, Stance
from sayso.showing.escapes import visible
from sayso.showing.words import LEANS, count, hundred, likelihood, number, signed

Record = dict[str, Any]
WIDTH = 88
#: Parts that stand on the first screen, lines of each there, and entries of each list below it.
_FIRST, _FEW = 5, 12
#: A smaller move is told in the sum of the rest.
_NOTHING = 0.005


def changes_text(found: Changes) -> str:
    """What changed, in lines for the terminal; what did not change is not told."""
    lines = [*textwrap.wrap(found.after.question, WIDTH), *_readings(found), ""]
    if found.none:
        return visible("\n".join([*lines, "Nothing changed."]))
    shown = [shift for shift in found.shifts if not shift.negation] or list(found.shifts)
    for shift in shown:
        lines += _shift_lines(shift, several=len(shown) > 1)
    lines += textwrap.wrap(f"What changed: {'; '.join(_counts(found)) or 'nothing but the weights'}.", WIDTH)
    for shift in shown:
        lines += _part_lines(shift)
    for heading, entries in _lists(found):
        lines += ["", heading, *_entries(entries)]
    return visible("\n".join(lines))


def _readings(found: Changes) -> Iterator[str]:
    for word, reading in (("before", found.before), ("after", found.after)):
        when = f", as of {day(reading.as_of)}" if reading.as_of else ""
        size = f"{count(len(reading.articles), 'article')}, {count(len(reading.origins), 'origin')}"
        yield f"{word:>6}: {shortened(reading.name, 50)}{when} ({size})"


def _shift_lines(shift: Shift, *, several: bool) -> list[str]:
    """How one answer moved, and the heaviest parts of why."""
    lines = textwrap.wrap(shift.text, WIDTH) if several else []
    one, other = shift.before, shift.after
    if one is None or other is None:
        here, asked = (other, "new") if one is None else (one, "gone")
        told = f": {_words(here)}" if here else ""
        return [*lines, f"This hypothesis is {asked}{told}.", ""]
    moved = f"From {hundred(one.probability)} to {hundred(other.probability)} in 100"
    if one.words != other.words:
        moved += f", from “{one.words}” to “{other.words}”"
    lines.append(
        f"{moved}; the range was {likelihood(one.low, one.high)}, now {likelihood(other.low, other.high)}."
    )
    lines = [line for each in lines for line in textwrap.wrap(each, WIDTH)]
    if one.confidence != other.confidence:
        lines.append(
            f"The ground was graded {one.confidence or 'not at all'}, now {other.confidence or 'not at all'}."
        )
    if not shift.parts:
        return [*lines, "The reasons are the same.", ""]
    lines.append(f"Why, in log-odds: {signed(shift.move or 0.0)} in all.")
    for part in shift.parts[:_FIRST]:
        lines += [_head(part), *_indented(part.why[:1])]
    rest = shift.parts[_FIRST:]
    if rest:
        lines.append(f"  {signed(sum(part.move for part in rest))}  in {count(len(rest), 'smaller part')}, below")
    return [*lines, ""]


def _words(answer: Answer) -> str:
    return f"{answer.words}, {likelihood(answer.low, answer.high)}"


def _head(part: Part) -> str:
    return f"  {signed(part.move)}  {part.change:<8}{shortened(part.text, WIDTH - 20)}"


def _indented(lines: Iterable[str]) -> list[str]:
    return [
        line
        for each in lines
        for line in textwrap.wrap(each, WIDTH, initial_indent=" " * 17, subsequent_indent=" " * 19)
    ]


def _part_lines(shift: Shift) -> list[str]:
    """Every part of why an answer moved, with weights before and after and all that is told of it."""
    if not shift.parts:
        return []
    lines = ["", f"Each reason, before and after: {shortened(shift.text, WIDTH - 32)}"]
    for part in shift.parts:
        if abs(part.move) < _NOTHING and part.change not in ("turned", "gone"):
            continue
        was = "    —" if part.before is None else signed(part.before)
        now = "    —" if part.after is None else signed(part.after)
        lines += [f"  {was} → {now}  {part.change:<8}{shortened(part.text, WIDTH - 28)}", *_indented(part.why)]
    small = [part for part in shift.parts if abs(part.move) < _NOTHING and part.change not in ("turned", "gone")]
    if small:
        lines.append(f"  and {count(len(small), 'reason')} that move nothing")
    return lines


def _counts(found: Changes) -> Iterator[str]:
    """How much came and went, kind by kind."""
    for name, pairs in (
        ("article", found.articles), ("statement", found.statements), ("clash", found.clashes),
        ("forecast", found.forecasts), ("amount", found.amounts), ("ruling", found.rulings),
    ):  # fmt: skip
        told = [
            f"{size} {word}"
            for word, size in (
                ("new", sum(pair.before is None for pair in pairs)),
                ("gone", sum(pair.after is None for pair in pairs)),
                ("changed", sum(pair.before is not None and pair.after is not None for pair in pairs)),
            )
            if size
        ]
        if told:
            yield f"{'clashes' if name == 'clash' else name + 's'} {', '.join(told)}"
    if found.reread:
        yield f"{count(len(found.reread), 'statement')} read otherwise"
    for name, groups in (("origins", found.origins), ("sources", found.sources)):
        kinds = [
            f"{n} {kind}"
            for kind in ("new", "gone", "merged", "split", "regrouped")
            if (n := _number(groups, kind))
        ]
        if kinds:
            yield f"{name} {', '.join(kinds)}"
    if found.stances:
        yield f"{count(len(found.stances), 'stance')} other than before"


def _number(groups: Sequence[Grouping], kind: str) -> int:
    return sum(group.change == kind for group in groups)


def _lists(found: Changes) -> Iterator[tuple[str, list[str]]]:
    """The lists below the answers, with their headings; those that are empty are left out."""
    said = {one.id: one for reading in (found.before, found.after) for one in reading.statements}
    lists: tuple[tuple[str, list[str]], ...] = (
        ("Articles", [_marked(pair, _item_line) for pair in found.articles]),
        ("Rulings", [_marked(pair, _ruling_line) for pair in found.rulings]),
        ("Origins", [_group_line(group) for group in found.origins if group.change not in ("new", "gone")]),
        ("Sources", [_group_line(group) for group in found.sources]),
        ("Stances", [_stance_line(pair, said) for pair in found.stances]),
        ("Clashes", [_marked(pair, lambda clash: _clash_line(clash, said)) for pair in found.clashes]),
        ("Forecasts", [_marked(pair, lambda one: _forecast_line(one, said)) for pair in found.forecasts]),
        ("Amounts", [_marked(p, lambda f: f"{f.of}: {number(f.low)} to {number(f.high)}") for p in found.amounts]),
        ("Statements read otherwise", [_marked(pair, _statement_line) for pair in found.reread]),
        ("Statements", [_marked(pair, _statement_line) for pair in found.statements]),
    )
    return (each for each in lists if each[1])


def _entries(lines: Sequence[str]) -> list[str]:
    """The first lines of a list, wrapped, and how many more there are."""
    shown = [
        each
        for line in lines[:_FEW]
        for each in textwrap.wrap(
            shortened(line, 4 * WIDTH), WIDTH, initial_indent="  ", subsequent_indent="      "
        )
    ]
    return [*shown, f"  and {len(lines) - _FEW} more; --json has them all"] if len(lines) > _FEW else shown


def _marked(pair: Pair[Any], told: Callable[[Any], str]) -> str:
    """A line that begins with what became of a thing; of one that changed, how it was and how it is."""
    if pair.before is None:
        return f"new   {told(pair.after)}"
    if pair.after is None:
        return f"gone  {told(pair.before)}"
    return f"was   {told(pair.before)} | now {told(pair.after)}"


def _item_line(item: Item) -> str:
    named = " · ".join(part for part in (item.outlet, item.title or item.path) if part)
    dated = (
        f"{days(item.published)}{' (inferred)' if item.how == 'inferred' else ''}" if item.published else "no date"
    )
    return f"{shortened(named, 100)}, {dated}"


def _ruling_line(ruling: Ruling) -> str:
    value = f" {ruling.value}" if ruling.value else ""
    return f"{ruling.verdict} {ruling.target}{value}, by {ruling.by}: {ruling.why}"


def _statement_line(one: Utterance) -> str:
    return f"{shortened(one.who, 40)}: {shortened(one.words, 120)}"


def _group_line(group: Grouping) -> str:
    was, now = (" + ".join(names[:4]) + (" + …" if len(names) > 4 else "") for names in group.names)
    return f"{group.change}  {was} → {now}"


def _stance_line(pair: Pair[Stance], said: dict[str, Utterance]) -> str:
    shown = pair.after or pair.before
    one = said.get(shown.statement) if shown else None
    was, now = (
        f"{LEANS[s.lean][1] if s.lean in LEANS else s.lean} {s.strength:.2f}" if s else "nothing"
        for s in (pair.before, pair.after)
    )
    return f"{was} → {now}  {_statement_line(one) if one else ''}"


def _clash_line(clash: Clash, said: dict[str, Utterance]) -> str:
    ends = (said.get(key) for key in (clash.left, clash.right))
    told = [f"{shortened(end.who, 36)}: {shortened(end.words, 70)}" for end in ends if end]
    return f"{clash.strength}: {' / '.join(told) or clash.about}"


def _forecast_line(one: Forecast, said: dict[str, Utterance]) -> str:
    holder = said.get(one.statement)
    by = f" by {day(one.by)}" if one.by else ""
    who = f"{shortened(holder.who, 40)}: " if holder else ""
    return f"{who}{shortened(one.event, 90)}{by}, {likelihood(one.low, one.high)}"
