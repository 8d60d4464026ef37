"""Text from articles made safe to show: what could reorder, hide or execute is made visible or inert.

Two uses. `visible` is for short strings of ours and theirs (names, quotes, titles): control characters are
replaced by their code in brackets. `inert` is for the article's own text, which must be the same text after the
tags are stripped: the character stays, but alone in an isolated element that shows its code, so that a
right-to-left override reaches no further than itself. Two things cannot stand in any HTML file and become
U+FFFD there: the NUL character and lone surrogates.
"""

from __future__ import annotations

import html
from typing import Final

from markupsafe import Markup

BIDI: Final = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
CONTROLS: Final = (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF)
#: What the HTML standard cannot carry.
LOST: Final = (0x00, *range(0xD800, 0xE000))

_NAMED: Final[dict[int, str]] = {code: f"⟦U+{code:04X}⟧" for code in (*BIDI, *CONTROLS, *LOST)}
_BOXED: Final[dict[int, str]] = {
    code: f"<bdi class=ctl data-u=U+{code:04X}>{'�' if code in LOST else chr(code)}</bdi>"
    for code in (*BIDI, *CONTROLS, *LOST)
} | {0x0D: "&#13;"}


def visible(text: str) -> str:
    """`text` with every control character replaced by its code in brackets; not yet HTML."""
    return text.translate(_NAMED)


def inert(text: str) -> str:
    """HTML whose text content is `text`, with control characters isolated and shown by their code."""
    return html.escape(text, quote=False).translate(_BOXED)


def finalize(value: object) -> object:
    """What a template prints for `value`: nothing for None, markup as it is, all else made visible."""
    if value is None:
        return ""
    return value if isinstance(value, Markup) or not isinstance(value, str) else visible(value)


def link(url: str | None) -> str | None:
    """`url` where it is an http or https address, else None: no other scheme is ever made a link."""
    if not url or any(ord(sign) <= 0x20 or ord(sign) == 0x7F for sign in url):
        return None
    return url if url.lower().startswith(("http://", "https://")) else None
