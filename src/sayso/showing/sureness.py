"""How sure a reading is: which statements are doubtful, what is said of them, and pages without the least sure."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.case import Page
from sayso.model.statements import Statement

#: Below one half a statement is more likely misread than not.
DOUBTFUL = 0.5


def doubt(statement: Statement) -> str | None:
    """What to say of a statement that is more likely misread than not ("doubtful reading, 0.41"), else None."""
    if statement.confidence >= DOUBTFUL:
        return None
    return f"doubtful reading, {int(statement.confidence * 100) / 100:.2f}"


def surer(page: Page, least: float) -> Page:
    """A page without the statements whose confidence is below `least`, and without those inside their contents.

    Sources, times and amounts stay: they were found in the text, whoever speaks of them.
    """
    if least <= 0:
        return page
    by_id = {one.id: one for one in page.statements}
    fit: dict[str, bool] = {}
    for one in page.statements:
        line: list[Statement] = []
        at: Statement | None = one
        while at is not None and at.id not in fit and len(line) <= len(by_id):
            line.append(at)
            at = by_id.get(at.parent) if at.parent else None
        held = fit[at.id] if at is not None and at.id in fit else True
        for each in reversed(line):
            held = fit[each.id] = held and each.confidence >= least
    return replace(page, statements=tuple(one for one in page.statements if fit[one.id]))
