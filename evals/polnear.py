"""PolNeAR: attributions in US political news, annotated by hand (Newell, Margolin and Ruths, LREC 2018)."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from evals.attributions import Copy, Gold
from sayso.model.span import Span


def copies(folder: Path) -> dict[str, list[Copy]]:
    """Each text's name with one Copy an annotator; `folder` holds attributions/ and text/."""
    found: dict[str, list[Copy]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        found[path.stem.rsplit("_", 1)[0]].append(_copy(path.read_text("utf-8")))
    return dict(found)


def _copy(text: str) -> Copy:
    """One annotator's brat stand-off: T lines give spans, E lines tie them to attributions.

    A T line may stand below the E line that names it: that of a content's second part does.
    """
    marks: dict[str, tuple[str, tuple[Span, ...]]] = {}
    events: list[str] = []
    for line in text.split("\n"):
        parts = line.split("\t")
        if line.startswith("T") and len(parts) >= 2:
            kind, places = parts[1].split(" ", 1)
            marks[parts[0]] = kind, tuple(Span(*map(int, place.split())) for place in places.split(";"))
        elif line.startswith("E") and len(parts) >= 2:
            events.append(parts[-1])
    gold = tuple(one for event in events for one in _gold(event, marks))
    return Copy(gold, tuple(span for kind, spans in marks.values() if kind == "Discard" for span in spans))


def _gold(event: str, marks: dict[str, tuple[str, tuple[Span, ...]]]) -> list[Gold]:
    """The attribution of an E line; none where it lacks cue or content, as four of them do."""
    roles: dict[str, tuple[Span, ...]] = defaultdict(tuple)
    for name, _, mark in (field.partition(":") for field in event.split()):
        if mark in marks:
            roles[re.sub(r"\d+$", "", name)] += marks[mark][1]
    if not roles["Cue"] or not roles["Content"]:
        return []
    return [Gold(roles["Source"], roles["Cue"], roles["Content"])]
