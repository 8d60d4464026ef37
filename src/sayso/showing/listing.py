"""What `sayso read` shows for the eye: an article's head, then one line a statement."""

from __future__ import annotations

from sayso.model.case import Page
from sayso.model.prose import days
from sayso.model.times import Dating
from sayso.showing.oneline import statement_line
from sayso.showing.sureness import doubt


def listing(page: Page, *, own_voice: bool = False) -> str:
    """Plain text for one article: outlet, title, date, its statements nested as they are, its notes.

    Behind a statement that is more likely misread than not stands how sure its reading is.
    """
    parents = {statement.id: statement.parent for statement in page.statements}
    lines = [head(page)]
    shown = (*page.statements, *page.own_voice) if own_voice else page.statements
    for statement in sorted(shown, key=lambda statement: statement.content[0].start):
        indent = "  " * (1 + _depth(statement.id, parents))
        doubtful = doubt(statement)
        mark = f" ({doubtful})" if doubtful else ""
        lines.append(indent + statement_line(page, statement, names=True, commitment=True) + mark)
    if not shown:
        lines.append("  no statement was found")
    lines += [f"  note {note.code}: {note.message}" for note in (*page.article.notes, *page.notes)]
    return "\n".join(lines) + "\n"


def head(page: Page) -> str:
    """The line above an article: its path, and its outlet, title and date as far as known."""
    article = page.article
    known = ", ".join(part for part in (article.outlet, article.title, when(article.published)) if part)
    return f"{article.path}: {known}" if known else f"{article.path}:"


def _depth(statement: str, parents: dict[str, str | None]) -> int:
    """How many statements stand around this one."""
    depth, parent = 0, parents.get(statement)
    while parent is not None and depth < len(parents):
        depth, parent = depth + 1, parents.get(parent)
    return depth


def when(published: Dating | None) -> str:
    """A publication date in words: a day, a range, or "undated"; "about" where it was inferred."""
    if published is None:
        return "undated"
    said = days(published.interval)
    return said if published.how == "given" else f"{said} (inferred)"
