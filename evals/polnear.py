"""PolNeAR: attributions in US political news, annotated by hand (Newell, Margolin and Ruths, LREC 2018)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.attributions import Copy, Gold, prediction
from sayso.annotating.annotate import annotate
from sayso.model.article import Article
from sayso.model.ports import Attribution, Passage, Tagger
from sayso.model.span import Span
from sayso.model.statements import Statement
from sayso.reading.read import read


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as a brain read it: its outer statements, and the tagger's own findings in whole passages."""

    article: Article
    statements: tuple[Statement, ...]
    tagged: tuple[Attribution, ...]

    @property
    def name(self) -> str:
        """The article's name in the corpus."""
        return Path(self.article.path).stem

    def printed(self) -> tuple[Gold, ...]:
        """What `sayso read` prints: contents without their quotation marks."""
        return tuple(prediction(statement) for statement in self.statements)

    def raw(self) -> tuple[Gold, ...]:
        """What the tagger marked: contents as they stand, quotation marks included."""
        return tuple(
            Gold((one.source,) if one.source else (), (one.cue,) if one.cue else (), one.content)
            for one in self.tagged
        )


class _Overheard:
    """A tagger that passes on what another finds, and keeps what it found first, which is in whole passages."""

    def __init__(self, tagger: Tagger) -> None:
        self.name = tagger.name
        self._tagger = tagger
        self.first: tuple[Attribution, ...] | None = None

    def tag(self, text: str, passages: Sequence[Passage]) -> tuple[Attribution, ...]:
        found = self._tagger.tag(text, passages)
        self.first = found if self.first is None else self.first
        return found


def readings(folder: Path, tagger: Tagger, *, names: Sequence[str] | None = None) -> tuple[Reading, ...]:
    """The articles of a part of PolNeAR (or those called `names`) as a tagger reads them; `folder` holds text/."""
    paths = sorted((folder / "text").glob("*.txt"))
    articles = read([str(path) for path in paths if names is None or path.stem in names]).articles
    return tuple(_reading(article, tagger) for article in articles)


def _reading(article: Article, tagger: Tagger) -> Reading:
    overheard = _Overheard(tagger)
    page = annotate(article, overheard)
    outer = tuple(statement for statement in page.statements if statement.parent is None)
    return Reading(article, outer, overheard.first or ())


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
