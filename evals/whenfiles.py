"""Reader of passages about when and how many (evals/when): a text with its day, its times, amounts and sayings.

A file holds passages of one genre. A passage is a title line that begins with "# ", its day of publication, the
text between two lines that hold only a stop, and the gold up to a third: sections `times`, `amounts` and `said`, a
line an item, columns divided by " | ", trailing empty ones left out.

    - late March | DATE | 2031-03 | ..2031-03-31 | by | late     span | type | value | days | bound | vagueness
    - 5 to 7 million | 5000000..7000000 | range | crowns         span | low..high | bound | what is counted
    - 12 | 12..12 | exact | boats | of: of its 40 boats          and `+word` where it is additive, `of:` its whole
    - said on Tuesday | 2031-01-14..2031-01-14                   cue with words around it | days

Items stand in the order of the text and are found one after the other, whole words before parts of words; braces
show words beside an item that are no part of it (`{on }Friday`). An end left out is open; `optional` in the last
column marks what careful readers may leave out: neither missed nor spurious.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, get_args

from sayso.errors import FormatError
from sayso.model.amounts import Bound
from sayso.model.span import Span
from sayso.model.times import TimeBound, TimexType, Vagueness

Days = tuple[date | None, date | None]

_SECTIONS: Final = ("times", "amounts", "said")
_ITEM: Final = re.compile(r"(?:\{(?P<before>[^{}]+)\})?(?P<words>[^{}]+?)(?:\{(?P<after>[^{}]+)\})?")


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time of the gold; `at` is "file:line" of its item."""

    at: str
    span: Span
    type: str
    value: str
    days: Days
    bound: str
    vagueness: str | None
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldAmount:
    """An amount of the gold; `counted` is a noun phrase, `additive` and `of` are empty where there is none."""

    at: str
    span: Span
    low: float | None
    high: float | None
    bound: str
    counted: str
    additive: str
    of: str
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldSaid:
    """An attribution of the gold by its cue, and its days as the text tells; both ends open where it does not."""

    at: str
    span: Span
    days: Days

    @property
    def told(self) -> bool:
        """Whether the text tells when."""
        return self.days != (None, None)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage and what careful readers find in it."""

    title: str
    text: str
    published: date
    times: tuple[GoldTime, ...]
    amounts: tuple[GoldAmount, ...]
    said: tuple[GoldSaid, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a file."""

    at: str
    text: str

    def fault(self, what: str) -> FormatError:
        """An error that names the line."""
        return FormatError(f"{self.at}: {what}: {self.text[:80]}")


def passages(folder: Path) -> Iterator[Passage]:
    """The passages of all files of a folder, in order; FormatError with file and line where one is misshapen."""
    for path in sorted(folder.glob("*.md")):
        lines = [_Line(f"{path.name}:{n}", text) for n, text in enumerate(path.read_text("utf-8").split("\n"), 1)]
        begins = [n for n, line in enumerate(lines) if line.text.startswith("# ")]
        for begin, end in zip(begins, [*begins[1:], len(lines)], strict=True):
            yield _passage(lines[begin:end])


def _passage(lines: list[_Line]) -> Passage:
    head = lines[0]
    stops = [n for n, line in enumerate(lines) if line.text.strip() == "."]
    if len(stops) != 3:
        raise head.fault(f"a head, a text and the gold, each closed by a stop; {len(stops)} stops")
    text = "\n".join(line.text for line in lines[stops[0] + 1 : stops[1]])
    sections = _sections(lines[stops[1] + 1 : stops[2]])
    return Passage(
        title=head.text.removeprefix("# ").strip(),
        text=text,
        published=_published(lines[: stops[0]]),
        times=tuple(_time(*item) for item in _placed(text, sections["times"])),
        amounts=tuple(_amount(*item) for item in _placed(text, sections["amounts"])),
        said=tuple(
            GoldSaid(line.at, span, _days(line, cells, 0)) for line, span, cells in _placed(text, sections["said"])
        ),
    )


def _published(lines: list[_Line]) -> date:
    for line in lines:
        if line.text.startswith("published:"):
            return _day(line, line.text.removeprefix("published:"))
    raise lines[0].fault('a line "published: 2031-01-17" is missing')


def _sections(lines: list[_Line]) -> dict[str, list[_Line]]:
    """The items of each section."""
    found: dict[str, list[_Line]] = {name: [] for name in _SECTIONS}
    current = None
    for line in lines:
        if line.text.strip() in found:
            current = found[line.text.strip()]
        elif line.text.startswith("- ") and current is not None:
            current.append(line)
        elif line.text.strip():
            raise line.fault(f"neither an item nor one of {', '.join(_SECTIONS)}")
    return found


# ---- finding items in the text


def _placed(text: str, lines: list[_Line]) -> Iterator[tuple[_Line, Span, list[str]]]:
    """Each item with its place and its further columns."""
    after = 0
    for line in lines:
        words, *cells = (cell.strip() for cell in line.text.removeprefix("- ").split("|"))
        span = _found(text, line, words, after)
        after = span.end
        yield line, span, cells


def _found(text: str, line: _Line, item: str, after: int) -> Span:
    match = _ITEM.fullmatch(item)
    if not match:
        raise line.fault("an item is words, with words beside it in braces")
    before, words = match["before"] or "", match["words"]
    sought = re.escape(before + words + (match["after"] or ""))
    # Words before an item may be those of the item before it.
    begin = max(0, after - len(before))
    found = _whole(sought).search(text, begin) or re.compile(sought).search(text, begin)
    if not found:
        raise line.fault("not found behind the item before it")
    start = found.start() + len(before)
    return Span(start, start + len(words))


def _whole(sought: str) -> re.Pattern[str]:
    """The words where they are no part of a longer word or number; letters may follow a digit ("3bn")."""
    return re.compile(r"(?<!\w)(?<!\d[.,])" + sought + r"(?!(?<=\d)[.,]?\d)(?!(?<=[^\W\d])\w)")


# ---- columns


def _time(line: _Line, span: Span, cells: list[str]) -> GoldTime:
    cells, optional = _optional(cells)
    if len(cells) < 3:
        raise line.fault("a time has a type, a value and days")
    bound = _choice(line, _cell(cells, 3) or "at", get_args(TimeBound))
    vagueness = _cell(cells, 4)
    if vagueness:
        _choice(line, vagueness, get_args(Vagueness))
    kind = _choice(line, cells[0], get_args(TimexType))
    return GoldTime(line.at, span, kind, cells[1], _days(line, cells, 2), bound, vagueness or None, optional)


def _amount(line: _Line, span: Span, cells: list[str]) -> GoldAmount:
    cells, optional = _optional(cells)
    if len(cells) < 2:
        raise line.fault("an amount has two ends and a bound")
    low, high = _ends(line, cells[0])
    plain = [cell for cell in cells[2:] if not cell.startswith(("+", "of:"))]
    return GoldAmount(
        line.at,
        span,
        _number(line, low),
        _number(line, high),
        _choice(line, cells[1], get_args(Bound)),
        counted=_cell(plain, 0),
        additive=next((cell[1:].strip() for cell in cells if cell.startswith("+")), ""),
        of=next((cell[3:].strip() for cell in cells if cell.startswith("of:")), ""),
        optional=optional,
    )


def _optional(cells: list[str]) -> tuple[list[str], bool]:
    return ([cell for cell in cells if cell != "optional"], "optional" in cells)


def _cell(cells: list[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _choice(line: _Line, given: str, known: tuple[str, ...]) -> str:
    if given not in known:
        raise line.fault(f'"{given}" is none of {", ".join(known)}')
    return given


def _ends(line: _Line, cell: str) -> tuple[str, str]:
    first, dots, last = cell.partition("..")
    if not dots:
        raise line.fault(f'two ends with two stops between them, not "{cell}"')
    return first.strip(), last.strip()


def _days(line: _Line, cells: list[str], at: int) -> Days:
    first, last = _ends(line, _cell(cells, at))
    days = (_day(line, first) if first else None, _day(line, last) if last else None)
    if days[0] and days[1] and days[1] < days[0]:
        raise line.fault("the last day is before the first")
    return days


def _day(line: _Line, given: str) -> date:
    try:
        return date.fromisoformat(given.strip())
    except ValueError:
        raise line.fault(f'"{given.strip()}" is no day') from None


def _number(line: _Line, given: str) -> float | None:
    try:
        return float(given) if given else None
    except ValueError:
        raise line.fault(f'"{given}" is no number') from None
