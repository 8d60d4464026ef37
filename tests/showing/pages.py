"""Reading a dossier back with the standard library's parser, as any other programme would."""

from __future__ import annotations

import re
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "br", "img", "input", "hr"})


class Dossier(HTMLParser):
    """Collects what tests ask for: elements, ids, links, the text of each article, the words."""

    def __init__(self, html: str) -> None:
        """Read `html` to its end."""
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.texts: list[str] = []
        self.title = ""
        self.words: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, its id, its link, and whether it holds an article's text."""
        known = dict(attrs)
        self.elements.append((tag, known))
        self.ids += [one for one in (known.get("id"),) if one]
        self.hrefs += [one for one in (known.get("href"),) if one]
        role = "text" if tag == "div" and known.get("class") == "text" else ""
        if tag == "div" and known.get("class") == "both":
            self.texts.append("")
        if tag not in VOID:
            self._open.append((tag, role))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and with it those whose end tags HTML lets out."""
        if any(name == tag for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Keep words by where they stand."""
        roles = {role for _, role in self._open}
        tags = {tag for tag, _ in self._open}
        if "text" in roles:
            self.texts[-1] += data
        if "title" in tags and "head" in tags:
            self.title += data
        if not tags & {"style", "head"}:
            self.words.append(data)


def carried(text: str) -> str:
    """`text` as HTML can carry it: without the NUL character and lone surrogates."""
    return "".join("�" if sign == "\0" or 0xD800 <= ord(sign) < 0xE000 else sign for sign in text)


def markup_bytes(html: str) -> int:
    """The size of a dossier's markup and style: all but the words that a reader reads."""
    style = "".join(re.findall(r"<style>.*?</style>", html, re.DOTALL))
    tags = "".join(re.findall(r"<[^>]*>", html.replace(style, "")))
    return len((style + tags).encode("utf-8"))
