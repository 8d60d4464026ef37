"""A case whose origins are known, in a notation that a person can write: articles with marks, then tables.

    Question: Will the harbour of Velmora close by 30 June 2024?

    ## 01 | The Gull | 2024-05-02
    Harbour to close

    {o1: The harbour will close in June}, Tarn Osk said at a briefing on Thursday.

    ## Origins
    | origin | source | what | circular | taken back by |
    | --- | --- | --- | --- | --- |
    | o1 | Tarn Osk | briefing of 2 May | no | - |

A mark is `{origin: words}`; `{o1+o2: words}` rests on a source that the article has melted of two. A day that is
not given is "-". One more table may follow, "Changed on the way" (origin, article, about, before, after). The text
of an article is what stands under its heading, without the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sayso.errors import FormatError
from sayso.model.article import Article
from sayso.model.span import Span, content_id
from sayso.model.times import Dating, Interval

_HEAD = re.compile(r"^## (?P<number>[0-9]{2,4}) \| (?P<outlet>[^|\n]+?) \| (?P<day>\S+)\s*$", re.MULTILINE)
_TABLE = re.compile(r"^## (?P<name>[A-Z][^|\n]*)$", re.MULTILINE)
_MARK = re.compile(r"\{(?P<origins>[a-z]\w*(?:\+[a-z]\w*)*): (?P<words>[^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of an article and the origins they come from: one, or several where the article has melted them."""

    number: str
    span: Span
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one origin: who stands behind it, what it is, and what became of it.

    `taken_back` is the number of the article that takes it back, None where none does.
    """

    id: str
    source: str
    what: str
    circular: bool
    taken_back: str | None


@dataclass(frozen=True, slots=True)
class Changed:
    """An amount, time or strength ("about") that an article gives otherwise than the origin it relays."""

    origin: str
    number: str
    about: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case with its gold: the question, the articles by number, all marks, the origins, what was changed."""

    question: str
    articles: dict[str, Article]
    marks: tuple[Mark, ...]
    origins: dict[str, Known]
    changed: tuple[Changed, ...]


def load(text: str, name: str) -> KnownCase:
    """The case written in `text`; FormatError, naming the place, where it cannot be read."""
    asked = re.search(r"^Question: (.+)$", text, re.MULTILINE)
    if asked is None:
        raise FormatError(f"{name}: no line begins with “Question: ”")
    articles: dict[str, Article] = {}
    marks: list[Mark] = []
    for number, outlet, day, body in _sections(text):
        plain, found = _unmarked(body.strip() + "\n", number, name)
        articles[number] = _article(f"{name}-{number}", outlet, day, plain)
        marks += found
    origins = {row["origin"]: _known(row) for row in rows(text, "Origins")}
    for mark in marks:
        if missing := [one for one in mark.origins if one not in origins]:
            raise FormatError(f"{name} {mark.number}: {missing[0]} is not in the table of origins")
    changed = tuple(
        Changed(row["origin"], row["article"], row["about"], row["before"], row["after"])
        for row in rows(text, "Changed on the way")
    )
    for one in changed:
        if (
            one.origin not in origins
            or one.number not in articles
            or one.about not in {"amount", "time", "strength"}
        ):
            raise FormatError(f"{name}: the change of {one.origin} in {one.number} names what is not there")
    return KnownCase(asked[1].strip(), articles, tuple(marks), origins, changed)


def _sections(text: str) -> Iterator[tuple[str, str, str, str]]:
    """Number, outlet, day and body of each article."""
    heads = list(_HEAD.finditer(text))
    ends = sorted(match.start() for match in _TABLE.finditer(text) if not _HEAD.match(text, match.start()))
    for at, head in enumerate(heads):
        after = heads[at + 1].start() if at + 1 < len(heads) else len(text)
        stop = min([after, *(end for end in ends if end > head.end())])
        yield head["number"], head["outlet"].strip(), head["day"], text[head.end() : stop]


def _unmarked(body: str, number: str, name: str) -> tuple[str, list[Mark]]:
    """An article's text without its marks, and where they stood."""
    out, at, marks = "", 0, []
    for found in _MARK.finditer(body):
        out += body[at : found.start()]
        span = Span(len(out), len(out) + len(found["words"]))
        marks.append(Mark(number, span, tuple(found["origins"].split("+"))))
        out += found["words"]
        at = found.end()
    out += body[at:]
    if "{" in out or "}" in out:
        raise FormatError(
            f"{name} {number}: a brace that is no mark near “{out[max(0, out.find('{') - 20) :][:60]}”"
        )
    return out, marks


def _article(ident: str, outlet: str, day: str, text: str) -> Article:
    title = text.splitlines()[0].strip() if text.strip() else None
    dating = None if day == "-" else Dating(Interval(date.fromisoformat(day), date.fromisoformat(day)), "given")
    return Article(
        content_id("article", ident, text), f"{ident}.txt", text, content_id("raw", text), outlet, title,
        language="en", published=dating,
    )  # fmt: skip


def _known(row: dict[str, str]) -> Known:
    back = row.get("taken back by", "-")
    return Known(row["origin"], row["source"], row["what"], row["circular"] == "yes", None if back == "-" else back)


def rows(text: str, table: str) -> Iterator[dict[str, str]]:
    """The rows of a table, by the names of its columns; none where there is no such table."""
    start = re.search(rf"^## {re.escape(table)}\s*$", text, re.MULTILINE)
    if start is None:
        return
    head: list[str] = []
    for line in text[start.end() :].splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("## "):
            return
        if not line.startswith("|") or set(line) <= set("|-: "):
            continue
        if not head:
            head = cells
        else:
            yield dict(zip(head, cells, strict=True))
