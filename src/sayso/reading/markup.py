"""Markup -> tree, safely: nothing is fetched, no entity is expanded, and no odd markup costs a page its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATA = re.compile(r"data:[\w/+.;=-]{1,100}?;base64,[A-Za-z0-9+/=%]+")
_LONG_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]{0,20})\s[^<>]{20000,}>")
_ATTRIBUTES = 2000  # in one tag; the parser's time grows with their square
_FLAT = re.compile(
    r"</?(?!(?:html|head|body|title|meta|link|script|style|template|h[1-6]|p|time|figcaption|nav|footer|aside)\b)"
    r"[A-Za-z][^<>]*>"
)


def tame(source: str) -> str:
    """`source` without embedded pictures, and without tags that carry thousands of attributes."""
    source = _DATA.sub("data:,", source)
    return _LONG_TAG.sub(
        lambda tag: tag.group() if tag.group().count("=") < _ATTRIBUTES else f"<{tag.group(1)}>", source
    )


def grow(source: str) -> HtmlElement | None:
    """The page's tree, None where there is nothing in it.

    libxml2 drops what stands deeper than 2,048 elements; such a page is parsed again with its nesting flattened,
    so that its text is kept.
    """
    tree, whole = _parsed(source)
    if not whole:
        tree, _ = _parsed(_FLAT.sub("<hr>", source))
    return tree


def _parsed(source: str) -> tuple[HtmlElement | None, bool]:
    """The tree of `source`, and whether all of it is in the tree."""
    from lxml import etree, html  # noqa: PLC0415 - lxml loads only where a page is read

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        tree = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return None, True
    return tree, not any("depth" in error.message.lower() for error in parser.error_log)
