"""Reader of hand-made gold beside a story: statements in the notation of the house, and tables.

The notation is described in the README beside each gold (examples/*/gold/README.md). Gold quotes the words of an
article and never an offset: this file finds the words again, so that a gold file can be checked by reading it and
breaks loudly when a text is changed under it.

A statement is two lines, or three where there is something to add:

    - s4 in s3 · open · non-denial: denial of discussion
      [the agency > its spokesman] told (assert): There are no talks, … None at all.
      note: free text

Where words stand: a piece of content stands once in the article, or `#2` picks its second place, or braces show
words beside it that are no part of it (`{has not ruled }it`). Source and cue stand on the line of the first piece,
outside the content; where they do not, they stand once in the article. `_` stands for a source or cue that the text
leaves out. Words match whole words only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.errors import FormatError
from sayso.model.span import Span

STANCES = frozenset({"support", "deny", "open", "unrelated", "-"})
FORCES = frozenset({"assert", "deny", "decline-to-rule-out", "question", "order", "predict", "plan", "believe"})
POLARITIES = frozenset({"negated", "open-ended"})

_HEAD = re.compile(r"- (?P<id>s\d+)(?: in (?P<parent>s\d+))? · (?P<marks>.+)")
_LINE = re.compile(
    r"  \[(?P<chain>[^\]]+)\] (?P<cue>.+?) \((?P<force>[a-z-]+)(?:, via (?P<via>[^)]+))?\): (?P<content>.+)"
)
_PLACE = re.compile(r"(?:\{(?P<before>[^{}]+)\})?(?P<words>[^{}]+?)(?:\{(?P<after>[^{}]+)\})?(?: #(?P<nth>\d+))?")


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One statement of the gold, at its place in the article `doc` (a file name).

    `chain` names the sources from outermost to innermost in the gold's words, `depth` is the number of statements
    around it. `indirect` marks a stance that rests on evidence rather than on the question itself, `optional` a
    statement that careful readers may leave out: neither missed nor spurious. `non_denial` is the kind of a reply
    that sounds like a denial and rules nothing out, `denial` marks a real one. `name` is the fullest name that the
    text gives for the innermost source, "?" where it leaves open who is meant. `stance` is "-" where no question
    is asked.
    """

    doc: str
    id: str
    parent: str | None
    depth: int
    chain: tuple[str, ...]
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    force: str
    via: str | None
    stance: str
    polarity: str = "affirmed"
    non_denial: str | None = None
    indirect: bool = False
    optional: bool = False
    note: str | None = None
    name: str | None = None
    denial: bool = False


def article_text(path: Path) -> str:
    """The text of an article as `sayso read` gives it; for .txt and .md that is the decoded file, unchanged."""
    if path.suffix in {".txt", ".md"}:
        return path.read_bytes().decode("utf-8")
    from sayso.reading.read import read  # noqa: PLC0415 - only saved pages need the reader

    return read([str(path)]).articles[0].text


def load(folder: Path, *, text_of: Callable[[Path], str] = article_text) -> list[GoldStatement]:
    """The statements of all gold files of a story, in the order of files and lines.

    `folder` holds `articles/` and `gold/`; the gold of articles/NAME is gold/NAME.gold.md. FormatError names the
    file and line of whatever cannot be read or found.
    """
    found: list[GoldStatement] = []
    for path in sorted((folder / "gold").glob("*.gold.md")):
        article = folder / "articles" / path.name.removesuffix(".gold.md")
        found += parse(path.read_text(encoding="utf-8"), doc=article.name, text=text_of(article))
    return found


def parse(gold: str, *, doc: str, text: str) -> list[GoldStatement]:
    """The statements of one gold file, placed in `text`."""
    statements: dict[str, GoldStatement] = {}
    lines = gold.splitlines()
    for number, line in enumerate(lines, start=1):
        if not line.startswith("- s"):
            continue
        note = lines[number + 1] if number + 1 < len(lines) else ""
        try:
            one = _statement(
                line, lines[number] if number < len(lines) else "", doc=doc, text=text, before=statements
            )
        except ValueError as error:
            raise FormatError(f"{doc}.gold.md:{number}: {error}") from None
        if note.startswith("  note: "):
            one = _noted(one, note.removeprefix("  note: "))
        statements[one.id] = one
    return list(statements.values())


def as_scored(statements: Sequence[GoldStatement]) -> list[dict[str, object]]:
    """The same as plain objects: doc, id, parent, depth, source, cue and content as offset pairs, stance."""
    return [
        {
            "doc": one.doc,
            "id": f"{one.doc}:{one.id}",
            "parent": f"{one.doc}:{one.parent}" if one.parent else None,
            "depth": one.depth,
            "chain": list(one.chain),
            "source": _pair(one.source),
            "cue": _pair(one.cue),
            "content": [_pair(span) for span in one.content],
            "force": one.force,
            "stance": one.stance,
            "indirect": one.indirect,
            "non_denial": one.non_denial,
            "optional": one.optional,
        }
        for one in statements
    ]


def tables(folder: Path) -> dict[str, list[dict[str, str]]]:
    """The tables of gold/case.md by their heading: one mapping a row, column name to cell, both stripped."""
    found: dict[str, list[dict[str, str]]] = {}
    heading = ""
    columns: list[str] = []
    for line in (folder / "gold" / "case.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading, columns = line.removeprefix("## ").strip().lower(), []
        elif line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if not columns:
                columns = cells
            elif not all(set(cell) <= {"-", ":"} for cell in cells):
                found.setdefault(heading, []).append(dict(zip(columns, cells, strict=True)))
    return found


def _statement(head: str, line: str, *, doc: str, text: str, before: Mapping[str, GoldStatement]) -> GoldStatement:
    heads, parts = _HEAD.fullmatch(head), _LINE.fullmatch(line)
    if heads is None or parts is None:
        raise ValueError(f"cannot be read: {head} / {line.strip()}")
    if heads["id"] in before:
        raise ValueError(f"{heads['id']} stands twice")
    if parts["force"] not in FORCES:
        raise ValueError(f"no such force: {parts['force']}")
    parent = before.get(heads["parent"] or "")
    if heads["parent"] and parent is None:
        raise ValueError(f"{heads['id']} stands in {heads['parent']}, which does not come before it")
    names = tuple(_quote(name).words for name in parts["chain"].split(" > "))
    marks = _marks(heads["marks"].split(" · "))
    relayed = parent is None and marks["stance"] == "-"  # a passage may begin with who brought a paper to light
    if names[:-1] != (parent.chain if parent else ()) and not relayed:
        raise ValueError(f"the chain does not begin with that of {heads['parent'] or 'nobody'}: {names}")
    content = tuple(_place(text, piece) for piece in parts["content"].split(" … "))
    return GoldStatement(
        doc=doc,
        id=heads["id"],
        parent=heads["parent"],
        depth=parent.depth + 1 if parent else 0,
        chain=names,
        source=_beside(text, parts["chain"].split(" > ")[-1], content),
        cue=_beside(text, parts["cue"], content),
        content=content,
        force=parts["force"],
        via=parts["via"],
        stance=marks["stance"] or "",
        polarity=marks["polarity"] or "affirmed",
        non_denial=marks["non-denial"],
        indirect=marks["indirect"] is not None,
        optional=marks["optional"] is not None,
        name=marks["name"],
        denial=marks["denial"] is not None,
    )


def _marks(marks: Sequence[str]) -> dict[str, str | None]:
    fields = ("stance", "polarity", "non-denial", "indirect", "optional", "name", "denial")
    read: dict[str, str | None] = dict.fromkeys(fields)
    for mark in marks:
        name, _, value = mark.partition(": ")
        if mark in STANCES and read["stance"] is None:
            read["stance"] = mark
        elif mark in POLARITIES:
            read["polarity"] = mark.removesuffix("-ended")
        elif name in fields[2:]:
            read[name] = value
        else:
            raise ValueError(f"no such mark: {mark}")
    if read["stance"] is None:
        raise ValueError("no stance: write support, deny, open, unrelated or - first")
    return read


@dataclass(frozen=True, slots=True)
class _Quote:
    """Words to be found again, with the words beside them and which place is meant, where given."""

    words: str
    before: str
    after: str
    nth: int | None

    def places(self, text: str) -> list[Span]:
        bounded = re.compile(
            rf"(?<!\w){re.escape(self.before)}(?P<words>{re.escape(self.words)}){re.escape(self.after)}(?!\w)"
        )
        return [Span(*found.span("words")) for found in bounded.finditer(text)]

    def only(self, places: Sequence[Span], where: str) -> Span:
        if not places:
            raise ValueError(f"not in {where}: {self.words}")
        if self.nth is None and len(places) > 1:
            raise ValueError(f"{len(places)} times in {where}, say which with #n: {self.words}")
        if self.nth is not None and not 1 <= self.nth <= len(places):
            raise ValueError(f"only {len(places)} times in {where}: {self.words}")
        return places[(self.nth or 1) - 1]


def _quote(piece: str) -> _Quote:
    found = _PLACE.fullmatch(piece)
    if found is None:
        raise ValueError(f"no place can be read from: {piece}")
    return _Quote(
        found["words"], found["before"] or "", found["after"] or "", int(found["nth"]) if found["nth"] else None
    )


def _place(text: str, piece: str) -> Span:
    """Where a piece of content stands in the article."""
    quote = _quote(piece)
    return quote.only(quote.places(text), "the article")


def _beside(text: str, piece: str, content: Sequence[Span]) -> Span | None:
    """Where a source or cue stands: on the line of the content, outside it, else in the article; None for `_`."""
    quote = _quote(piece)
    if quote.words == "_":
        return None
    start = text.rfind("\n", 0, content[0].start) + 1
    stop = text.find("\n", content[0].start)
    line = Span(start, len(text) if stop < 0 else stop)
    everywhere = [span for span in quote.places(text) if not any(span.overlaps(one) for one in content)]
    near = [span for span in everywhere if line.contains(span)]
    return quote.only(near or everywhere, "the line" if near else "the article")


def _noted(one: GoldStatement, note: str) -> GoldStatement:
    return replace(one, note=note)


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None
