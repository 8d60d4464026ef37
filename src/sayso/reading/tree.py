"""The visible text of a page in document order, cut into pieces, each with what the markup says of it.

The tree is walked without recursion. White space collapses as a browser collapses it; block elements end a piece;
a single <br> is a line break inside a piece, two end it. Pieces are joined by empty lines. What a reader never
sees (scripts, styles, templates, hidden elements, form fields) gives no text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lang.en import markup as table
from sayso.model.span import Span

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of visible text and its markup.

    `tag` is the element that holds it, `home` a number for the box it stands in (the element around it, lists and
    quotations passed over), `linked` the share of
    its letters inside links. `times` are the places of <time> elements with their machine-readable value.
    """

    span: Span
    tag: str
    home: int
    furniture: bool
    boxed: bool
    caption: bool
    teaser: bool
    linked: float
    times: tuple[tuple[Span, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Context:
    """What the elements around a place say of it."""

    tag: str = "body"
    number: int = 0
    home: int = 0
    furniture: bool = False
    boxed: bool = False
    caption: bool = False
    teaser: bool = False
    linked: bool = False
    block: bool = True


class _Writer:
    """The text written so far and the piece under way."""

    def __init__(self) -> None:
        """Start with nothing written."""
        self.out: list[str] = []
        self.size = 0
        self.pieces: list[Piece] = []
        self.buffer: list[str] = []
        self.length = 0
        self.last = "\n"
        self.context = _Context()
        self.letters = 0
        self.linked = 0
        self.times: list[tuple[int, int, str]] = []

    def write(self, raw: str, context: _Context) -> None:
        """Add inline text, its white space collapsed."""
        plain = _SPACE.sub(" ", raw)
        if self.last in " \n":
            plain = plain.lstrip(" ")
        if not plain:
            return
        if not self.length:
            self.context = context
        self._add(plain)
        count = len(plain)
        self.letters += count
        self.linked += count if context.linked else 0

    def line(self, context: _Context) -> None:
        """Break the line; a second break in a row ends the piece."""
        if self.last == "\n":
            self.flush()
        elif self.length:
            self._add("\n")
        else:
            self.context = context

    def _add(self, plain: str) -> None:
        self.buffer.append(plain)
        self.length += len(plain)
        self.last = plain[-1]

    def flush(self) -> None:
        """End the piece under way and add it to the text, where it holds more than white space."""
        joined = "".join(self.buffer).rstrip()
        body = joined.lstrip()
        if body:
            if self.out:
                self.out.append("\n\n")
                self.size += 2
            offset = self.size - (len(joined) - len(body))
            self.out.append(body)
            span = Span(self.size, self.size + len(body))
            self.size = span.end
            self.pieces.append(self._piece(span, offset))
        self.buffer, self.length, self.last = [], 0, "\n"
        self.letters = self.linked = 0
        self.times = []

    def _piece(self, span: Span, offset: int) -> Piece:
        context = self.context
        spans = (
            (max(span.start, offset + start), min(span.end, offset + end), value)
            for start, end, value in self.times
        )
        return Piece(
            span, context.tag, context.home, context.furniture, context.boxed, context.caption, context.teaser,
            self.linked / max(1, self.letters), tuple((Span(a, b), value) for a, b, value in spans if a < b),
        )  # fmt: skip


def linearise(root: HtmlElement) -> tuple[str, tuple[Piece, ...]]:
    """The visible text under `root` (an lxml element) and its pieces, in document order."""
    from lxml import etree  # noqa: PLC0415 - lxml loads only where a page is read

    writer = _Writer()
    stack = [_Context()]
    opened: list[int] = []
    count = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        tag = tag.rsplit("}", 1)[-1].lower()
        if event == "start":
            count += 1
            if tag in table.INVISIBLE_TAGS or _hidden(element):
                walk.skip_subtree()
                stack.append(stack[-1])
                continue
            context = _inner(stack[-1], element, tag, count)
            stack.append(context)
            if context.block:
                writer.flush()
            if tag == "br":
                writer.line(context)
            elif tag == "time":
                opened.append(writer.length)
            if element.text:
                writer.write(element.text, context)
        else:
            context = stack.pop()
            shown = context is not stack[-1]
            if shown and tag == "time":
                _end_time(writer, opened.pop(), element)
            if shown and context.block:
                writer.flush()
            if element.tail and element is not root:
                writer.write(element.tail, stack[-1])
    writer.flush()
    return "".join(writer.out), tuple(writer.pieces)


def _end_time(writer: _Writer, start: int, element: HtmlElement) -> None:
    """Keep the place and value of a <time> element in the piece under way."""
    value = (element.get("datetime") or "").strip()
    if value and start < writer.length:
        writer.times.append((start, writer.length, value[:80]))


def _hidden(element: HtmlElement) -> bool:
    """Whether an element is never shown."""
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style[:2000]))


def _inner(outer: _Context, element: HtmlElement, tag: str, number: int) -> _Context:
    """The context inside an element."""
    words = _words(element)
    inline = tag in table.INLINE_TAGS
    linked = outer.linked or tag == "a"
    furniture = (
        outer.furniture
        or (tag in table.FURNITURE_TAGS and not inline)
        or element.get("role", "") in table.FURNITURE_ROLES
    )
    boxed = outer.boxed or (bool(words & table.FURNITURE_WORDS) and tag not in ("body", "main", "article"))
    caption = outer.caption or tag in table.CAPTION_TAGS or bool(words & table.CAPTION_WORDS)
    teaser = outer.teaser or bool(words & table.TEASER_WORDS)
    if inline:
        return _Context(outer.tag, outer.number, outer.home, furniture, boxed, caption, teaser, linked, block=False)
    home = outer.home if outer.tag in table.PASSED_TAGS else outer.number
    return _Context(tag, number, home, furniture, boxed, caption, teaser, linked, block=tag != "br")


def _words(element: HtmlElement) -> frozenset[str]:
    """The words of an element's class and id, lower-cased."""
    joined = f"{element.get('class') or ''} {element.get('id') or ''}"[:400]
    return frozenset(word.lower() for word in _WORD.findall(joined)) if len(joined) > 1 else frozenset()
