"""Articles: what is known of each, and its whole text with flat marks, in rows beside its statements' cards."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from markupsafe import Markup

from sayso.model.article import Article, Block
from sayso.model.case import Page
from sayso.model.prose import MONTHS, called, days, shortened
from sayso.model.span import Span, cover
from sayso.model.times import TimeMention
from sayso.showing.catalogue import Catalogue, Entry, Link, heading
from sayso.showing.counts import sprung
from sayso.showing.daywords import meant, read_as, reasons, sure
from sayso.showing.escapes import inert, link
from sayso.showing.marks import Segment, Tag, marked, segments
from sayso.showing.reporting import Mix
from sayso.showing.statements import Card, card
from sayso.showing.words import count

#: Code points of one article's text that a dossier shows; how many lie beyond is said at its end.
TEXT_LIMIT = 400_000

#: Pixels by which cards may lag behind their text on a wide screen: about a screen.
LAG = 1000

#: Notes that the page tells elsewhere: headings against their text, how the article is dated.
_TOLD = ("L301", "L302", "L311")

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of the text, as HTML, and the cards that stand beside it.

    `apart` rows wait on a wide screen until all cards above have ended: those would run too far behind.
    """

    text: Markup
    cards: tuple[Card, ...]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """How an article without a date of its own is dated: the days, how sure, why, and the places that tell it.

    `to` is the id of the line that says so, `moment` the line of the timeline.
    """

    to: str
    days: str
    moment: Link | None
    sure: str
    why: tuple[str, ...]
    clues: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article as the dossier shows it.

    `titled` says that the text itself shows the title; `left_out` counts the code points that are not shown;
    `times` are the times of the text with how each was read.
    """

    to: str
    short: str
    title: str
    titled: bool
    outlet: str
    byline: str
    url: str | None
    address: str | None
    language: str | None
    published: str
    how: str
    dated: Dated | None
    digest: str
    statements: str
    furniture: int
    rows: tuple[Row, ...]
    left_out: int
    overreads: tuple[tuple[str, str, str], ...]
    notes: tuple[str, ...]
    times: tuple[tuple[str, str], ...] = ()
    mix: Mix | None = None


def sheets(made: Catalogue, mixes: Mapping[str, Mix] | None = None) -> tuple[Sheet, ...]:
    """All articles of the case, by date; `mixes` tell what each is made of."""
    known = mixes or {}
    return tuple(
        replace(_sheet(made, page, made.within.get(page.article.id, [])), mix=known.get(page.article.id))
        for page in made.pages
    )


def _sheet(made: Catalogue, page: Page, entries: list[Entry]) -> Sheet:
    """One article."""
    article = page.article
    dating = article.published
    language = article.language or ""
    return Sheet(
        to=made.article(article.id).to,
        short=_short(article),
        title=heading(article),
        titled=any(block.kind == "title" for block in page.blocks),
        outlet=article.outlet or "",
        byline=article.byline or "",
        url=link(article.url),
        address=article.url,
        language=language if _LANGUAGE.fullmatch(language) else None,
        published=days(dating.interval) if dating else "not known",
        how=dating.how if dating else "",
        dated=None if dating and dating.how == "given" else _dated(made, page),
        digest=article.raw_digest,
        statements=_counted(made, entries),
        furniture=sum(block.kind == "furniture" for block in page.blocks),
        rows=rows(made, page, entries),
        left_out=max(0, len(article.text) - TEXT_LIMIT),
        overreads=_overreads(page),
        notes=_notes(page),
        times=_times(page),
    )


def _counted(made: Catalogue, entries: list[Entry]) -> str:
    """How many statements an article has, and from how many origins."""
    held = {origin.id: origin for entry in entries if (origin := made.origin_of.get(entry.statement.id))}
    size = count(len(entries), "statement")
    return f"{size} from {sprung(tuple(held.values()))}" if held else size


def _dated(made: Catalogue, page: Page) -> Dated:
    """How an article without a date of its own is dated."""
    dating, to = page.article.published, made.article(page.article.id).to
    moments = made.moments.get(to, ())
    clues = {
        _clue(to, span): Link(_clue(to, span), shortened(span.of(page.article.text), 60)) for span in _clues(page)
    }
    if dating is None:
        return Dated(f"{to}-d", "", None, "", (), ())
    return Dated(
        f"{to}-d",
        days(dating.interval),
        next(iter(moments), None),
        sure(dating),
        reasons(dating),
        tuple(clues.values()),
    )


def _clues(page: Page) -> list[Span]:
    """The places that narrow an article's date, as far as its text is shown."""
    dating = page.article.published
    spans = dating.evidence if dating and dating.how == "inferred" else ()
    shown = min(len(page.article.text), TEXT_LIMIT)
    return [span for span in spans if span.start < span.end <= shown]


def _clue(to: str, span: Span) -> str:
    """The id of a place that narrows its article's date."""
    return f"{to}-{span.end}"


def _times(page: Page) -> tuple[tuple[str, str], ...]:
    """Each time of the text with how it was read, each pair once; those of page furniture are left out."""
    junk = [block.span for block in page.blocks if block.kind == "furniture"]
    known = {time.id: time for time in page.times}
    found = (time for time in page.times if not _inside(time.span, junk))
    return tuple(dict.fromkeys((shortened(time.text, 80), read_as(time, known)) for time in found))


def _overreads(page: Page) -> tuple[tuple[str, str, str], ...]:
    """Words of each heading that says more than its text, the words of the text, and what was changed."""
    text = page.article.text
    return tuple(
        (shortened(one.heading.of(text), 160), shortened(one.text.of(text), 240), one.about)
        for one in page.overreads
    )


def _short(article: Article) -> str:
    """An article's name in the navigation: its outlet and, where it is known, day."""
    interval = article.published.interval if article.published else None
    name = article.outlet or called(article, 22)
    known = interval.earliest if interval and interval.earliest == interval.latest else None
    return f"{name} {known.day} {MONTHS[known.month - 1][:3]}" if known else name


def _notes(page: Page) -> tuple[str, ...]:
    """What the reader of this article should know, each thing once."""
    return tuple(
        dict.fromkeys(note.message for note in (*page.article.notes, *page.notes) if note.code not in _TOLD)
    )


def evidence(article: Article) -> tuple[str, ...]:
    """The words of the text that narrow the article's date."""
    spans = article.published.evidence if article.published else ()
    return tuple(dict.fromkeys(" ".join(span.of(article.text).split()) for span in spans))


def rows(made: Catalogue, page: Page, entries: list[Entry]) -> tuple[Row, ...]:
    """The article's whole text in rows: each block in which a statement begins, and what follows it.

    The text of all rows together is the article's text, up to TEXT_LIMIT.
    """
    text = page.article.text
    end = min(len(text), TEXT_LIMIT)
    blocks = [block for block in page.blocks if block.span.start < end]
    beside = _beside(made, entries, blocks)
    edges = [edge for block in blocks for edge in (block.span.start, block.span.end)]
    ends = [cover(entry.statement.content).end for entry in entries]
    pieces = iter(segments(_tags(page, entries), end=end, cuts=[*edges, *ends]))
    to = made.article(page.article.id).to
    numbers = _numbers(entries, {span.end: _clue(to, span) for span in _clues(page)}, to)
    drafts = [_Draft([], [], [])]
    for start, stop, block in _parts(blocks, end):
        cards = beside.pop(start, []) if block else []
        if block and (cards or drafts[-1].cards) and drafts[-1].parts:
            drafts.append(_Draft([], [], []))
        drafts[-1].cards.extend(cards)
        drafts[-1].text.extend([(stop - start, block.kind == "paragraph")] if block else [])
        drafts[-1].parts.append(_paragraph(text, _until(pieces, stop), block, numbers))
    drafts[-1].cards.extend(one for left in beside.values() for one in left)
    late = _late([(_height(one.text), sum(map(_card_height, one.cards))) for one in drafts])
    return tuple(Row(Markup("").join(one.parts), tuple(one.cards), at in late) for at, one in enumerate(drafts))


def _late(heights: list[tuple[int, int]]) -> set[int]:
    """The rows before which cards lag their text by more than LAG; heights of text and of cards in pixels."""
    late: set[int] = set()
    lag = 0
    for at, (text, cards) in enumerate(heights):
        if lag > LAG and cards:
            late.add(at)
            lag = 0
        lag = max(0, lag + cards - text)
    return late


def _height(blocks: list[tuple[int, bool]]) -> int:
    """About how high blocks of so many code points are set, each a plain paragraph or not."""
    return sum(12 + (26 if plain else 20) * (1 + size // 80) for size, plain in blocks)


def _card_height(one: Card) -> int:
    """About how high a closed card is."""
    return 36 if not one.crumbs else 60 if one.plain else 84


class _Draft(NamedTuple):
    """A row in the making."""

    parts: list[Markup]
    cards: list[Card]
    text: list[tuple[int, bool]]


def _beside(made: Catalogue, entries: list[Entry], blocks: list[Block]) -> dict[int, list[Card]]:
    """Cards by the start of the block in which their statement begins (-1 where there is none)."""
    starts = [block.span.start for block in blocks]
    cards: dict[int, list[Card]] = {}
    for entry in entries:
        at = bisect_right(starts, entry.statement.content[0].start) - 1
        cards.setdefault(starts[at] if at >= 0 else -1, []).append(card(made, entry))
    return cards


def _parts(blocks: list[Block], end: int) -> Iterator[tuple[int, int, Block | None]]:
    """Blocks and the stretches between them, which cover [0, end) in order."""
    at = 0
    for block in blocks:
        start, stop = max(at, block.span.start), min(block.span.end, end)
        if start > at:
            yield at, start, None
        if stop > start:
            yield start, stop, block
        at = max(at, stop)
    if at < end:
        yield at, end, None


def _until(pieces: Iterator[Segment], stop: int) -> list[Segment]:
    """The next segments, up to the one that ends at `stop`."""
    taken: list[Segment] = []
    for piece in pieces:
        taken.append(piece)
        if piece.end >= stop:
            break
    return taken


def _paragraph(text: str, pieces: list[Segment], block: Block | None, numbers: dict[int, Markup]) -> Markup:
    """A block as a paragraph with its kind; white space between blocks as it is."""
    if block is None:
        span = text[pieces[0].start : pieces[-1].end]
        if not span.strip():
            return Markup(inert(span))  # noqa: S704 (escaped by inert)
    kind = f" class={block.kind}" if block and block.kind != "paragraph" else ""
    return Markup(f"<p{kind}>{marked(text, pieces, numbers)}</p>")  # noqa: S704 (kind is one of six words)


def _numbers(entries: list[Entry], clues: dict[int, str], to: str) -> dict[int, Markup]:
    """Where each content ends, a link without text to its card; the style sheet shows the number.

    Where a clue to the article's date ends, a link to the line at its head that tells how it is dated; `clues` are
    their ids by end, `to` is the article's own.
    """
    made = {
        end: Markup(f'<a id={id_} href=#{to}-d aria-label="date"></a>')  # noqa: S704 (ids of words)
        for end, id_ in clues.items()
    }
    for entry in entries:
        end = cover(entry.statement.content).end
        ref = f"<a href=#{entry.to} aria-label={entry.number}></a>"
        made[end] = made.get(end, Markup("")) + Markup(ref)  # noqa: S704 (an id of letters, a number)
    return made


def _tags(page: Page, entries: list[Entry]) -> list[Tag]:
    """All marks of a page: contents, sources, cues, words that move the commitment, overreads, times, amounts."""
    tags: list[Tag] = []
    for entry in entries:
        said = entry.statement
        tags += [Tag(span, entry.mark) for span in said.content]
        tags += [Tag(hop.source.span, "src") for hop in said.chain if hop.source.span]
        tags += [Tag(hop.cue.span, "cue") for hop in said.chain if hop.cue.span]
        tags += [Tag(span, "hedge") for span in said.commitment.words]
    for one in page.overreads:
        tags += [Tag(one.heading, "over", f"the heading says more: {one.about}"), Tag(one.text, "under", one.about)]
    junk = [block.span for block in page.blocks if block.kind == "furniture"]
    times = (time for time in page.times if not _inside(time.span, junk))
    tags += [Tag(time.span, "when", _title(time)) for time in times]
    tags += [Tag(span, "clue") for span in _clues(page)]
    return tags + [Tag(amount.span, "num") for amount in page.amounts if not _inside(amount.span, junk)]


def _title(time: TimeMention) -> str:
    """What a pointer shows over a time: the days that it means, where any are known."""
    return meant(time) if time.interval.earliest or time.interval.latest else ""


def _inside(span: Span, spans: list[Span]) -> bool:
    """Whether `span` begins in one of `spans`, which are in order and do not overlap."""
    at = bisect_right(spans, span.start, key=lambda other: other.start) - 1
    return at >= 0 and spans[at].end > span.start
