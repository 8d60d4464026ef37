"""Lists of a case for the terminal: an entry a line, with what belongs to it indented below."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sayso.model.keeping import Item, Line, Lines
from sayso.model.prose import day as in_words
from sayso.model.prose import shortened
from sayso.showing.escapes import visible
from sayso.showing.words import LEANS, SIGNS, count, hundred, likelihood, number, signed, strength

WIDTH = 100
Record = Mapping[str, Any]
_INDENT = "    "
#: Aliases, articles and mentions that are shown of one entry.
_FEW = 6


def statements(lines: Lines, *, first: bool) -> str:
    """Statements, each with its id, who said it, when and where, what it means, what people made of it."""
    told = [count(lines.total, "statement") if first else "further statements"]
    for name, values in lines.counts.items():
        shown = "  ".join(f"{name_ or value or '–'} {size}" for value, name_, size in values[:_FEW])
        if values:
            told.append(f"  by {name}: {shown}")
    told += [statement(line) for line in lines.rows]
    if lines.after:
        told.append(f"… more: --after {lines.after}")
    return visible("\n".join(told))


def statement(line: Line) -> str:
    """One statement on two lines or three."""
    who = f"{line.name} ({line.kind})" if line.name else "the article itself"
    where = ", ".join(part for part in (line.outlet, line.when) if part)
    state = " ".join(
        part for part in (line.state if line.state != "open" else "", "locked" if line.locked else "") if part
    )
    marks = [
        _lean(line.lean, line.strength),
        f"moves the answer by {hundred(line.effect)} in 100" if line.effect else "",
        state.upper(),
    ]
    head = f"{line.id}  {who}; {where}" if where else f"{line.id}  {who}"
    tail = "; ".join(mark for mark in marks if mark)
    return "\n".join(_wrapped(f"{head}; {tail}" if tail else head, f"“{shortened(line.words, 400)}”"))


def _lean(lean: str, how: float) -> str:
    if lean == "unrelated":
        return ""
    if lean == "open":
        return "leaves it open"
    return " ".join(part for part in ("speaks", strength(how), LEANS[lean][1], "it") if part)  # type: ignore[index]  # a Lean as kept


def source(one: Record) -> str:
    """A source: its names, how much rests on it, whom it may be the same as."""
    aliases = [name for name in one["aliases"] if name != one["name"]]
    more = []
    if aliases:
        more.append(f"also {_several(aliases)}")
    roles = [role for role in dict.fromkeys(role["text"] for role in one["roles"]) if role != one["name"]]
    if roles:
        more.append(f"called {_several(roles)}")
    more += [
        f"may be one with {merge['right'] if merge['left'] in (one['id'], *one['members']) else merge['left']}: "
        f"{merge['score']:.2f}, {'; '.join(merge['reasons'][:2])} ({merge['left']}+{merge['right']})"
        for merge in one["merges"]
        if not merge["accepted"] and merge["ruling"] is None
    ]
    return "\n".join(
        _wrapped(f"{one['id']}  {one['name']} ({one['kind']}), {count(one['statements'], 'statement')}", *more)
    )


def origin(one: Record) -> str:
    """An origin: what it is called, how wide it went, what it weighs, and why it is one."""
    marked: list[str] = []
    size = f"{count(len(one['statements']), 'statement')} in {count(len(one['articles']), 'article')}"
    mirrored: list[float] = []
    for key, weight in one["weights"].items():
        if weight and -weight not in mirrored:
            mirrored.append(weight)
            marked.append(f"{signed(weight)} on {key}")
    marks = [
        size,
        f"weighs {', '.join(marked)}" if marked else "",
        "circular" if one["circular"] else "",
        "taken back" if one["retracted"] else "",
    ]
    backer = one["backer"]
    more = [f"backed by {backer['name']}"] if backer and backer["kind"] != "unknown" else []
    more += [shortened(line, 200) for line in one["why"][:3]]
    head = f"{one['id']}  {one['name']}; {'; '.join(mark for mark in marks if mark)}"
    return "\n".join(_wrapped(head, *more))


def time(one: Record) -> str:
    """A time: the days it may mean, its words, and the words around it."""
    days = _span(one["earliest"], one["latest"]).replace("undated", "no day")
    return "\n".join(_wrapped(f"{days}  “{one['text']}” ({one['label']})", f"… {one['around']} …"))


def amount(one: Record) -> str:
    """A quantity: what it counts, its range, who gives it how, and how it grew."""
    ends = number(one["low"]) if one["low"] == one["high"] else f"{number(one['low'])} to {number(one['high'])}"
    told = list(dict.fromkeys(f"“{each['text']}” ({each['label']})" for each in one["mentions"]))
    more = [_several(told, "; ")]
    if one["grown"]:
        more.append(one["grown"])
    return "\n".join(_wrapped(f"{ends} {one['of']}, {count(len(one['mentions']), 'mention')}", *more))


def forecast(one: Record) -> str:
    """A forecast: who, what, by when, how likely, and what became of it."""
    by = f" by {_day(one['by'])}" if one["by"] else ""
    said = f", said {_day(one['said'])}" if one["said"] else ""
    head = f"{one['statement']}  {one['name'] or 'somebody'}{said}: {likelihood(one['low'], one['high'])}{by}"
    score = one["brier"]
    became = (
        f"Brier {score['low']:.2f} to {score['high']:.2f}"
        if score
        else "open"
        if one["resolvable"]
        else one["why"] or "cannot be settled"
    )
    repeated = f"; repeats {one['repeats']}" if one["repeats"] else ""
    return "\n".join(_wrapped(head, shortened(one["event"], 300), f"“{one['phrase']}”; {became}{repeated}"))


def article(item: Item, snippet: str) -> str:
    """An article: its id, outlet, day and title, its path, how it was read, and where a search hit."""
    known = ", ".join(part for part in (item.outlet, _span(item.earliest, item.latest)) if part)
    left = "; LEFT OUT" if item.left else ""
    read = f"{count(item.statements, 'statement')}, {item.reading}" if item.reading else "not read yet"
    lines = _wrapped(f"{item.id}  {known}{f': {item.title}' if item.title else ''}{left}", f"{item.path} ({read})")
    if snippet:
        lines += _wrapped_only(" ".join(snippet.replace("\x02", "[").replace("\x03", "]").split()))
    return visible("\n".join(lines))


def grid(held: Mapping[str, Sequence[Record]]) -> str:
    """The grid: hypotheses, then a line an origin, what tells apart best first, then what is against each."""
    asked = held["hypothesis"]
    lines = [
        line
        for one in asked
        for line in textwrap.wrap(f"{one['id']}: {one['text']}", WIDTH, subsequent_indent="    ")
    ]
    cells: dict[str, dict[str, Record]] = {}
    for cell in held["cell"]:
        cells.setdefault(cell["origin"], {})[cell["hypothesis"]] = cell
    order = [one["id"] for one in asked]
    head = "".join(f"{key:>6}" for key in order)
    lines += ["", f"{'':24}{head}   tells apart"]
    apart = [one for one in held["diagnosticity"] if one["value"]]
    for one in apart:
        row = cells.get(one["origin"], {})
        signs = "".join(f"{SIGNS[row[key]['sign']] if key in row else '':>6}" for key in order)
        name = next((cell["name"] for cell in row.values()), "")
        lines.append(f"{one['origin']:24}{signs}   {one['value']:.2f}  {shortened(name, 60)}")
    same = len(held["diagnosticity"]) - len(apart)
    if same:
        lines.append(f"{f'and {same} more':24}" + "     ·" * len(order) + "   0.00  say the same of all")
    sums = {one["hypothesis"]: one["value"] for one in held["inconsistency"]}
    lines.append(f"{'against it':24}" + "".join(f"{sums[key]:6.2f}" if key in sums else f"{'':6}" for key in order))
    for one in held["swap"]:
        lines.append(f"without {one['origin']}, {one['ahead']} is no longer ahead of {one['behind']}")
    return visible("\n".join(lines))


def _several(told: Sequence[str], between: str = ", ") -> str:
    shown = between.join(told[:_FEW])
    return f"{shown} and {len(told) - _FEW} more" if len(told) > _FEW else shown


def _day(iso: str | None) -> str:
    return in_words(date.fromisoformat(iso)) if iso else ""


def _span(first: str | None, last: str | None) -> str:
    """Two days as briefly as can be."""
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"{first} or later" if first else f"{last} or earlier" if last else "undated"


def _wrapped(head: str, *more: str) -> list[str]:
    """A first line and what belongs to it, indented."""
    lines = textwrap.wrap(visible(head), WIDTH, subsequent_indent=_INDENT)
    return lines + [line for each in more if each for line in _wrapped_only(each)]


def _wrapped_only(text: str) -> list[str]:
    return textwrap.wrap(
        visible(text), WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT, break_on_hyphens=False
    )
