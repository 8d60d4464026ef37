"""Notes: what could not be established, in plain words, and how the dossier was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sayso.model.notes import CODES, Note
from sayso.showing.catalogue import Catalogue, Link, permalink
from sayso.showing.origins import bears
from sayso.showing.words import count

#: What a code means for the answer, with the number of places put in front.
PLAIN: Final[dict[str, tuple[str, str]]] = {
    "R104": (
        "article is not in English; statements in it may be missed or wrong",
        "articles are not in English; statements in them may be missed or wrong",
    ),
    "R105": ("input has the text of another and counts once", "inputs have the text of another and count once"),
    "R109": (
        "page could not be told from its furniture; menus or boxes may be among its paragraphs",
        "pages could not be told from their furniture; menus or boxes may be among their paragraphs",
    ),
    "A201": ("article holds no statement that could be found", "articles hold no statement that could be found"),
    "A202": ("statement has a source that could not be named", "statements have a source that could not be named"),
    "A203": ("time could not be resolved to days", "times could not be resolved to days"),
    "A204": ("party was asked and gave no answer", "times somebody was asked and gave no answer"),
    "L301": ("article has no date and none could be inferred", "articles have no date and none could be inferred"),
    "L302": (
        "article has no date of its own; it was inferred, as an interval",
        "articles have no date of their own; it was inferred, as an interval",
    ),
    "L303": (
        "article is or may be later than the day asked for and was left out",
        "articles are or may be later than the day asked for and were left out",
    ),
    "L304": ("article came out after the question closes", "articles came out after the question closes"),
    "L308": ("origin was taken back by a later article", "origins were taken back by a later article"),
    "L309": (
        "origin is a circle of reports that rest on each other",
        "origins are circles of reports that rest on each other",
    ),
    "L310": (
        "article's given date and its text contradict each other",
        "articles' given dates and their texts contradict each other",
    ),
    "L312": (
        "article gives as its ground a report that came out later",
        "articles give as their ground a report that came out later",
    ),
    "L313": (
        "origin was corrected in a part by a later article",
        "origins were corrected in a part by later articles",
    ),
    "L311": ("heading says more than its text", "headings say more than their texts"),
    "W402": (
        "statement that bears on the question belongs to no origin and carries no weight",
        "statements that bear on the question belong to no origin and carry no weight",
    ),
    "W403": (
        "article is not dated to the day and counts on the last day only",
        "articles are not dated to the day and count on the last day only",
    ),
}

#: Codes that only say how a file was read; they stand with the method, not with the answer.
QUIET: Final = ("R101", "R102")


@dataclass(frozen=True, slots=True)
class Gap:
    """One kind of thing that is not known: how often, and where."""

    code: str
    text: str
    details: tuple[str, ...]
    links: tuple[Link, ...]


def gaps(made: Catalogue, *, quiet: bool = False) -> tuple[Gap, ...]:
    """What could not be established, by kind, what concerns the answer first; `quiet` gives the rest instead."""
    groups: dict[str, dict[tuple[str, Link | None], None]] = {}
    for note, page in _notes(made):
        if (note.code in QUIET) == quiet:
            article = note.ref.article if note.ref else page
            link = made.article(article) if article else None
            groups.setdefault(note.code, {}).setdefault((note.message, link))
    out = []
    for code in sorted(groups, key=lambda one: ("WLAR".find(one[0]), one)):
        found = list(groups[code])
        links = tuple(dict.fromkeys(link for _, link in found if link))
        out.append(Gap(code, _text(code, len(found)), tuple(dict.fromkeys(text for text, _ in found)), links))
    return tuple(out) if quiet else (*_untraced(made), *out)


def _untraced(made: Catalogue) -> tuple[Gap, ...]:
    """The origins that bear on the question and could not be traced to who knew it first."""
    found = [origin for origin in made.case.origins if origin.how == "unknown" and bears(made, origin)]
    if not found:
        return ()
    one = "origin that bears on the question could not be traced to who knew it first"
    many = "origins that bear on the question could not be traced to who knew it first"
    links = tuple(Link(permalink(origin.id), made.root(origin)) for origin in found)
    return (Gap("", count(len(found), one, many), (), links),)


def _text(code: str, size: int) -> str:
    """A code in plain words with its number."""
    if code in PLAIN:
        return count(size, *PLAIN[code])
    return CODES[code] + (f" ({count(size, 'place')})" if size > 1 else "")


def _notes(made: Catalogue) -> list[tuple[Note, str | None]]:
    """All notes with the article they stand at, each once."""
    found: list[tuple[Note, str | None]] = [(note, None) for note in (*made.answers.notes, *made.case.notes)]
    for page in made.pages:
        found += [(note, page.article.id) for note in (*page.article.notes, *page.notes)]
    return list(dict.fromkeys(found))
