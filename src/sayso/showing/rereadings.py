"""What another reading of the articles would change, statement by statement, for the terminal and as records."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence

from sayso.model.case import Page
from sayso.model.prose import shortened
from sayso.model.rereadings import Difference
from sayso.showing.escapes import visible
from sayso.showing.sourcerecords import Record
from sayso.showing.words import count

WIDTH = 100
#: Differences that are shown of each kind.
_FEW = 12
_TITLES = {
    "kept": "Not changed, since people touched them",
    "changed": "Read otherwise",
    "gone": "No longer found",
    "new": "Found beside",
}


def difference_record(one: Difference) -> Record:
    """One difference as JSON."""
    return {
        "kind": one.kind,
        "article": one.article,
        "statement": one.statement,
        "places": [[span.start, span.end] for span in one.places],
        "words": one.words,
        "turns": [{"part": turn.part, "before": turn.before, "after": turn.after} for turn in one.turns],
        "other": one.other,
        "rulings": [{"verdict": r.verdict, "by": r.by, "at": r.at, "value": r.value} for r in one.rulings],
    }


def differences_text(found: Sequence[Difference], pages: Iterable[Page]) -> str:
    """The differences by kind, those that people's word forbids first."""
    if not found:
        return "\nStatement by statement nothing is read otherwise."
    paths = {page.article.id: re.split(r"[/\\]", page.article.path)[-1] for page in pages}
    lines: list[str] = []
    for kind, title in _TITLES.items():
        held = [one for one in found if one.kind == kind]
        if not held:
            continue
        lines += ["", f"{title}: {count(len(held), 'statement')}"]
        for one in held[:_FEW]:
            head = f"{one.statement}  “{shortened(one.words, 120)}” ({paths.get(one.article, one.article)})"
            lines += textwrap.wrap(
                head, WIDTH, initial_indent="  ", subsequent_indent="      ", break_on_hyphens=False
            )
            for turn in one.turns:
                told = f"{turn.part}: {shortened(turn.before, 90)} → {shortened(turn.after, 90)}"
                lines += textwrap.wrap(
                    told, WIDTH, initial_indent="      ", subsequent_indent="        ", break_on_hyphens=False
                )
        if len(held) > _FEW:
            lines.append(f"  and {len(held) - _FEW} more; --json has them all")
    return visible("\n".join(lines))
