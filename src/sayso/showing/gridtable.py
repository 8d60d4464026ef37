"""The grid as CSV for a spreadsheet: a line for each origin, three columns for each hypothesis.

Names and hypotheses come from texts that anybody may have written. A spreadsheet runs a cell that begins with a
sign of a formula, so such a cell gets an apostrophe before it (OWASP, CSV Injection); figures stay figures.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from sayso.model.answers import Answers, Cell
from sayso.model.case import Case
from sayso.model.origins import Origin
from sayso.model.prose import capital
from sayso.showing.catalogue import catalogue
from sayso.showing.escapes import visible

#: What makes a spreadsheet take a cell for a formula, in the widths that it takes for the same.
_FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20\t\r\n")
_HEAD = ("row", "origin", "who", "articles", "diagnosticity")

Value = str | int | float


def grid_table(case: Case, answers: Answers) -> str:
    """The grid as CSV text, UTF-8 once encoded: what tells apart best first, then what is against each hypothesis.

    Columns: row (hypothesis, origin, against, against unweighted), the origin's id, who it is, in how many articles
    it stands, its diagnosticity, and for each hypothesis sign, word and weight.
    """
    made = catalogue(case, answers)
    order = tuple(made.hypotheses)
    cells: dict[str, dict[str, Cell]] = {}
    for cell in answers.grid:
        cells.setdefault(cell.origin, {})[cell.hypothesis] = cell
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")

    def write(start: Iterable[Value], columns: Iterable[Iterable[Value]]) -> None:
        writer.writerow([_safe(value) for value in (*start, *(value for column in columns for value in column))])

    write(_HEAD, ((f"{key} sign", f"{key} says", f"{key} weight") for key in order))
    write(("hypothesis", "", "", "", ""), (("", made.hypotheses[key].text, "") for key in order))
    for key, apart in answers.diagnosticity:
        origin = made.origins.get(key)
        who = capital(made.root(origin)) if origin else key
        start = ("origin", key, who, _articles(origin), round(apart, 4))
        write(start, (_said(cells.get(key, {}).get(one)) for one in order))
    for name, sums in (("against", answers.inconsistency), ("against unweighted", answers.unweighted)):
        found = dict(sums)
        write((name, "", "", "", ""), ((round(found[key], 4) if key in found else "", "", "") for key in order))
    return out.getvalue()


def _articles(origin: Origin | None) -> Value:
    return len(origin.articles) if origin else ""


def _said(cell: Cell | None) -> tuple[Value, Value, Value]:
    return (cell.sign, cell.word, round(cell.weight, 4)) if cell else ("", "says nothing", "")


def _safe(value: Value) -> Value:
    """`value` as a cell that no spreadsheet runs: text on one line, its control characters shown by their codes."""
    if not isinstance(value, str):
        return value
    quoted = value[:1] in _FORMULA or value.lstrip()[:1] in _FORMULA
    line = visible(" ".join(value.split()))
    return f"'{line}" if quoted else line
