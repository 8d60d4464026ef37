"""Plain text and Markdown: front matter, and a title where the first line is clearly one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from sayso.model.article import Block, Candidate
from sayso.model.notes import Note
from sayso.model.span import Span, trimmed
from sayso.reading.facts import read_published

_FENCE = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)(?=[ \t\r]*$)", re.MULTILINE)
_MOST = 20_000  # code points of front matter; more is no front matter
#: What front matter may call a field.
NAMES = {
    "outlet": "outlet", "publisher": "outlet", "publication": "outlet", "site": "outlet", "source": "outlet",
    "title": "title", "headline": "title",
    "byline": "byline", "author": "byline", "authors": "byline",
    "published": "published", "date": "published", "publish_date": "published", "date_published": "published",
    "url": "url", "link": "url", "canonical": "url",
    "language": "language", "lang": "language",
}  # fmt: skip
_TITLE = 160  # code points


@dataclass(frozen=True, slots=True)
class Plain:
    """What a plain text says of itself: candidates, the blocks its format states, and notes."""

    candidates: tuple[Candidate, ...] = ()
    layout: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()


def parse(text: str) -> Plain:
    """The front matter of `text` (labelled furniture, never cut) and a title candidate."""
    matter = _front_matter(text)
    body = matter.layout[0].span.end if matter.layout else 0
    title = _first_line_title(text, body)
    if not title:
        return matter
    return Plain(
        (*matter.candidates, Candidate("title", title, "first line of the text")), matter.layout, matter.notes
    )


def _front_matter(text: str) -> Plain:
    """The YAML mapping between `---` lines at the start of `text`, or nothing where there is none."""
    opened = _FENCE.match(text)
    closed = _CLOSE.search(text, opened.end(), opened.end() + _MOST) if opened else None
    if not opened or not closed:
        return Plain()
    given = _mapping(text[opened.end() : closed.start()])
    if given is None:
        note = "The lines between --- at the start are not YAML of the form `name: value`; they were read as text."
        return Plain(notes=(Note("R106", note),))
    if not given:
        return Plain()
    layout = (Block(Span(0, closed.end()), "furniture"),)
    candidates: list[Candidate] = []
    notes: list[Note] = []
    for name, value in given.items():
        field = NAMES.get(str(name).strip().lower().replace("-", "_").replace(" ", "_"))
        plain = _plain_value(value)
        if not field or not plain:
            continue
        if field == "published" and not read_published(plain):
            notes.append(
                Note("R107", f"The date {plain[:60]!r} in the front matter was not understood; write 2023-01-17.")
            )
        candidates.append(Candidate(field, plain, "front matter"))
    return Plain(tuple(candidates), layout, tuple(notes))


def _mapping(source: str) -> dict[object, object] | None:
    """The YAML mapping in `source`, {} where it is empty, None where it is something else or broken."""
    import yaml  # noqa: PLC0415 - loads only where there is front matter

    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(source, yaml.SafeLoader)):
            return None  # references may unfold without bound
        loaded = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError):
        return None
    if loaded is None:
        return {}
    return loaded if isinstance(loaded, dict) else None


def _plain_value(value: object) -> str:
    """A front matter value as one line of text; "" for what is no single value or list of values."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return " ".join(str(value).split())[:1000]
    if isinstance(value, dict):
        return _plain_value(value.get("name", "")) if not isinstance(value.get("name"), dict | list) else ""
    if isinstance(value, list):
        return ", ".join(
            part for part in (_plain_value(one) for one in value[:20] if not isinstance(one, list)) if part
        )
    return ""


def _first_line_title(text: str, start: int) -> str | None:
    """The first non-empty line where it is short, stands alone and does not end like a sentence; else None."""
    line = re.compile(r"[^\r\n]*\S[^\r\n]*").search(text, start, start + 2000)
    if not line:
        return None
    span = trimmed(text, *line.span())
    rest = text[line.end() : line.end() + 200].replace("\r\n", "\n")
    alone = re.match(r"\n[ \t\u00a0]*\n", rest) is not None
    if not span or not text[line.end() :].strip():
        return None
    raw = span.of(text)
    if raw.startswith("# "):
        return raw[2:].strip(" #") or None
    words = raw.rstrip("\"”’'*_")
    ends = not words or words[-1] in ".,;:…" or raw[0] in '"“'
    return None if not alone or len(raw) > _TITLE or ends or not any(char.isalpha() for char in raw) else raw
