"""Drawings as text: SVG elements from Python, escaped, without script, style attributes or addresses."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup, escape

from sayso.showing.escapes import visible

#: What an attribute's value may be to stand without quotation marks, which HTML lets out.
_BARE: Final = re.compile(r"[\w#%.:+-]+", re.ASCII)


def el(tag: str, *children: str, **attributes: object) -> Markup:
    """An element; `_` in an attribute's name stands for `-`, a trailing one is dropped, None leaves it out.

    Children that are no Markup are escaped, with control characters made visible. Floats are rounded to a
    tenth of a unit.
    """
    pairs = "".join(
        f" {name.rstrip('_').replace('_', '-')}={_quoted(_value(value))}"
        for name, value in attributes.items()
        if value is not None
    )
    inner = "".join(str(child if isinstance(child, Markup) else escape(visible(child))) for child in children)
    return Markup(f"<{tag}{pairs}>{inner}</{tag}>" if inner else f"<{tag}{pairs} />")  # noqa: S704 (escaped above)


def picture(
    *children: str, size: tuple[float, float], name: str, title: str, about: str = "", links: bool = False
) -> Markup:
    """A whole drawing of `size` units, with a title and, where given, a description for those who cannot see it.

    `name` makes the ids of both and must be unique in the page. With `links` it is a group whose links are reached
    one by one, as wide as the page, instead of one image.
    """
    width, height = size
    labels = f"{name}-t {name}-d" if about else f"{name}-t"
    heads = [el("title", title, id=f"{name}-t")] + ([el("desc", about, id=f"{name}-d")] if about else [])
    return el(
        "svg", *heads, *children, class_="pic full" if links else "pic", role="group" if links else "img",
        aria_labelledby=labels,
        viewBox=f"0 0 {_value(width)} {_value(height)}", width=width, height=height,
    )  # fmt: skip


def fluid(*layers: Markup, height: float, about: str) -> Markup:
    """A drawing as wide as its place and `height` pixels high, in layers that a style sheet may lay side by side.

    Where things stand from left to right is given in percent, so that words keep their size on every screen.
    `about` names it; its links are reached one by one.
    """
    held = Markup("").join(el("svg", layer, height=height) for layer in layers)
    return el("div", held, class_="map", role="group", aria_label=about)


def _quoted(value: str) -> str:
    """A value as an attribute holds it."""
    return value if _BARE.fullmatch(value) else f'"{value}"'


def _value(value: object) -> str:
    """An attribute's value, escaped."""
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return str(escape(visible(str(value))))
