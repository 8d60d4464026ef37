"""Reader of GUM's news, interviews and biographies: their text as printed, who is mentioned where, and who is one.

GUM gives tokens. The text is put together again from the XML (what is glued stands in <w>, paragraphs and headings
in elements of their own) with the spaces of print; the mentions come from the WebAnno TSV, token by token the same.
Mentions are one where a chain of anaphora, coreference, apposition or predication joins them; bridging does not.
Biographies and interviews come from wikis: an interview's questions and answers have no speakers in the text.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.model.span import Span

GENRES = ("news", "interview", "bio")
_BLOCKS = {"p", "head", "item", "caption", "sp", "row", "lg", "quote"}
_NO_SPACE_BEFORE = {",", "SENT", "''", ")", "POS", ":"}
_MENTION = re.compile(r"([a-z]+)(?:\[(\d+)\])?")
_LINK = re.compile(r"(\d+-\d+)(?:\[(\d+)_(\d+)\])?")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: where it stands, GUM's kind of it, which entity it is, and whether it ends in a proper name."""

    span: Span
    kind: str
    entity: int
    proper: bool


@dataclass(slots=True)
class Document:
    """One document with its mentions in text order."""

    name: str
    text: str
    mentions: list[Mention] = field(default_factory=list)

    def names(self, entity: int) -> list[str]:
        """The proper names of an entity, in text order."""
        return [one.span.of(self.text) for one in self.mentions if one.entity == entity and one.proper]


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its form, its part of speech (as TreeTagger names them) and where it stands in the text."""

    form: str
    tag: str
    span: Span


def documents(folder: Path) -> Iterator[Document]:
    """The documents of GENRES below `folder`, by name."""
    for path in sorted((folder / "xml").glob("*.xml")):
        if path.stem.split("_")[1] in GENRES:
            text, tokens = printed(path.read_text("utf-8"))
            rows = _rows(folder / "tsv" / f"{path.stem}.tsv")
            if [row[2] for row in rows] != [token.form for token in tokens]:
                raise ValueError(f"{path.stem}: the tokens of XML and TSV differ")
            yield Document(path.stem, text, _mentions(rows, tokens))


def printed(xml: str) -> tuple[str, list[Token]]:
    """The text as printed, and its tokens at their places."""
    pieces, tokens, length = [], list[Token](), 0
    glued, first, between, opened = False, True, "", ""
    for line in xml.splitlines():
        if line.startswith("<") and line.endswith(">") and "\t" not in line:
            element = re.match(r"</?(\w+)", line)
            if element and element[1] in _BLOCKS and tokens:
                between = "\n\n"
            if element and element[1] == "w":
                glued, first = not line.startswith("</"), True
            continue
        if "\t" not in line:
            continue
        form, tag = (html.unescape(part) for part in line.split("\t")[:2])
        closing = tag in _NO_SPACE_BEFORE and form not in {"-", "–", "—"}
        tight = (glued and not first) or closing or opened in {"``", "("}
        space = between or ("" if tight or not tokens else " ")
        pieces.append(space + form)
        length += len(space)
        tokens.append(Token(form, tag, Span(length, length + len(form))))
        length += len(form)
        first, between, opened = False, "", tag
    return "".join(pieces), tokens


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text("utf-8").splitlines()
    return [html.unescape(line).split("\t") for line in lines if re.match(r"\d+-\d+\t", line)]


def _mentions(rows: list[list[str]], tokens: list[Token]) -> list[Mention]:
    """The mentions of a document; those in one chain have one entity."""
    places: dict[str, list[int]] = defaultdict(list)
    kinds: dict[str, str] = {}
    links: list[tuple[str, str]] = []
    for index, row in enumerate(rows):
        for kind, number in _MENTION.findall(row[3]):
            key = number or f"at {row[0]}"
            places[key].append(index)
            kinds[key] = kind
        if len(row) > 8 and row[8] not in {"_", ""}:
            for relation, target in zip(row[7].split("|"), row[8].split("|"), strict=True):
                if (match := _LINK.fullmatch(target)) and relation == "coref":
                    there, here = match[2], match[3]
                    links.append((_key(there, match[1]), _key(here, row[0])))
    whole = _joined(list(places), links)
    found = []
    for key, at in places.items():
        tags = [tokens[i].tag for i in at]
        span = Span(tokens[at[0]].span.start, tokens[at[-1]].span.end)
        found.append(Mention(span, kinds[key], whole[key], _is_proper(tags)))
    return sorted(found, key=lambda one: (one.span.start, -one.span.end))


def _key(number: str | None, token: str) -> str:
    return number if number and number != "0" else f"at {token}"


def _is_proper(tags: list[str]) -> bool:
    """Whether the head of a mention is a proper name: its last noun before any preposition, comma or relative."""
    head = []
    for index, tag in enumerate(tags):
        if index and (tag in {"IN", ",", "WP", "WDT", "(", "TO", "VVG", "VVN", "CC"}):
            break
        head.append(tag)
    while head and head[-1] == "POS":
        head.pop()
    return bool(head) and head[-1] in {"NP", "NPS"}


def _joined(keys: list[str], links: list[tuple[str, str]]) -> dict[str, int]:
    """Mentions by number of their entity: union-find over the links."""
    parent = {key: key for key in keys}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for left, right in links:
        if left in parent and right in parent:
            parent[root(left)] = root(right)
    numbers = {key: number for number, key in enumerate(keys)}
    return {key: numbers[root(key)] for key in keys}
