"""How sentences name days, intervals and articles: one place, so that a thing is called the same in every room."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from sayso.model.article import Article
from sayso.model.times import Interval

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def day(when: date) -> str:
    """A day in full: "17 January 2023"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def days(interval: Interval | None) -> str:
    """An interval as briefly as it can be said without loss; an open end is said to be open."""
    first, last = (interval.earliest, interval.latest) if interval else (None, None)
    if first is None or last is None:
        return f"{day(first)} or later" if first else f"{day(last)} or earlier" if last else "not known"
    if first == last:
        return day(first)
    if first.year == last.year and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year)
    if _whole_month(first, last):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if first.year != last.year:
        return f"{day(first)} to {day(last)}"
    lead = f"{first.day}" if first.month == last.month else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{lead} to {day(last)}"


def _whole_month(first: date, last: date) -> bool:
    """Whether the two are the first and last day of one month."""
    same = (first.year, first.month) == (last.year, last.month)
    return same and first.day == 1 and (last == date.max or date.fromordinal(last.toordinal() + 1).day == 1)


def shortened(text: str, size: int) -> str:
    """`text` on one line, cut at a word with an ellipsis where it is longer than `size`."""
    line = " ".join(text[: size * 4].split())
    if len(line) <= size and len(text) <= size * 4:
        return line
    head = line[:size]
    return (head.rsplit(" ", 1)[0] if " " in head[size // 2 :] else head) + " …"


def capital(text: str) -> str:
    """`text` with its first letter in upper case, as at the head of a line."""
    return text[:1].upper() + text[1:]


def called(article: Article, size: int = 140) -> str:
    """What a reader may call an article: its title, else "Untitled" with its outlet or the name of its file."""
    if article.title and article.title.strip():
        return shortened(article.title, size)
    name = article.outlet or _file(article.path)
    return f"Untitled, {shortened(name, size)}" if name else "Untitled"


def _file(path: str) -> str:
    """The name of a file without its ending, its middle left out where it is long."""
    name = re.split(r"[/\\]", path)[-1]
    stem = name.rpartition(".")[0] or name
    return stem if len(stem) <= 16 else f"{stem[:8]}…{stem[-4:]}"


def voice(article: Article) -> str:
    """Whose voice an article's own words are: its outlet's, else the article as it is called."""
    return article.outlet or (f"“{called(article, 48)}”" if article.title else called(article, 48))


def rooted(root: str, article: Article | None) -> str:
    """An origin's root as a sentence names it: the article it was seen in stands for "the article"."""
    name = voice(article) if article else "the article"
    if root == "the article, in its own words":
        return f"{name}, in its own words"
    if root.endswith(", to the article"):
        root = root.removesuffix(", to the article") + (f", to {name}" if article and article.outlet else "")
    return f"an unnamed source{root.removeprefix('unnamed')}" if root.startswith("unnamed") else root
