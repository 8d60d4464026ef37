"""Times on rails that stay apart: when articles came out, when things were said, and what days they speak of.

Each rail is a list of moments, sorted by day; the drawing (timeline.py) shows the same moments. What the text or a
person tells and what was inferred never share a rail. A stretch of two times ("between Monday and Friday") is one
moment.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from sayso.model.case import Page
from sayso.model.prose import day, shortened, voice
from sayso.model.times import Interval, TimeMention
from sayso.showing.articles import evidence
from sayso.showing.catalogue import Catalogue, Entry, Link, heading
from sayso.showing.daywords import counted_from, reasons, sure, within
from sayso.showing.words import count

Side = Literal["for it", "against it", ""]
Key = tuple[date, date]

#: Reasons and words of one moment that are shown; a day may gather hundreds.
WORDS, STARTS = 6, 3


@dataclass(frozen=True, slots=True)
class Moment:
    """One interval on a rail, with all that stands there.

    `to` is its id in the page, `row` whom it belongs to (an outlet), `links` all that stands there. `sides` are its
    statements by the side they take on the question ("" for none), with how many they are and links to them.
    `loose` says that all of it counts from articles whose own day is not known.
    """

    to: str
    interval: Interval
    when: str
    words: tuple[str, ...]
    links: tuple[Link, ...]
    why: tuple[str, ...] = ()
    row: str = ""
    sides: tuple[tuple[Side, int, tuple[Link, ...]], ...] = ()
    loose: bool = False

    def tally(self, side: Side) -> int:
        """How many of its statements take a side."""
        return sum(size for name, size, _ in self.sides if name == side)


@dataclass(frozen=True, slots=True)
class Rail:
    """A rail: its name, what it means, its moments, and whether these are articles or statements."""

    name: str
    about: str
    moments: tuple[Moment, ...]
    of: Literal["article", "statement"] = "statement"

    @property
    def size(self) -> str:
        """How much stands on it: "12 articles", "31 statements on 9 days or stretches"."""
        total = len({link.to for moment in self.moments for link in moment.links})
        places = count(len(self.moments), "day or stretch", "days or stretches")
        return count(total, "article") if self.of == "article" else f"{count(total, 'statement')} on {places}"


class _Found(NamedTuple):
    """A time and the statement that it belongs to."""

    interval: Interval
    words: str
    entry: Entry
    why: tuple[str, ...] = ()


def rails(made: Catalogue) -> tuple[Rail, ...]:
    """The five rails; one without moments is kept, so that its absence is seen."""
    taken = iter(range(1, 10**9))
    told, guessed = _said(made)
    return (
        Rail("published", "when each article came out, as given", _published(made, taken, given=True), "article"),
        Rail(
            "published, inferred",
            "articles without a date: the days that their text and the case allow, and why",
            _published(made, taken, given=False),
            "article",
        ),
        Rail("said", "when something was said, where the text tells the day", _grouped(made, told, taken)),
        Rail(
            "said, inferred",
            f"where the text does not tell the day: how far it can be told{_grounds(guessed)}",
            _bounded(made, guessed, taken),
        ),
        Rail("refers to", "the days that statements speak of", _grouped(made, _referred(made), taken)),
    )


def named(found: Sequence[Rail]) -> dict[str, tuple[Link, ...]]:
    """For each id of a card or an article the moments at which it stands, each with the name of its rail."""
    out: dict[str, list[Link]] = {}
    for rail in found:
        for moment in rail.moments:
            for link in moment.links if moment.interval.earliest or moment.interval.latest else ():
                out.setdefault(link.to, []).append(Link(moment.to, moment.when, rail.name))
    return {to: tuple(links) for to, links in out.items()}


def glance(found: Sequence[Rail]) -> str:
    """The days that most statements speak of, in a line; empty where no day has two."""
    tied = (one for one in found[-1].moments if one.interval.earliest or one.interval.latest)
    often = [one for one in tied if len(one.links) > 1]
    often.sort(key=lambda one: -len(one.links))
    lead = "; ".join(f"{one.when} ({len(one.links)})" for one in often[:4])
    return f"Most statements speak of: {lead}." if lead else ""


def _published(made: Catalogue, taken: Iterator[int], *, given: bool) -> tuple[Moment, ...]:
    """The articles' dates: the given ones, or those that were inferred or are missing."""
    out: list[Moment] = []
    for page in made.pages:
        article, dating = page.article, page.article.published
        if (dating is not None and dating.how == "given") != given:
            continue
        interval = dating.interval if dating else Interval(None, None)
        why: tuple[str, ...] = ()
        if not given:
            quoted = tuple(f"“{words}”" for words in evidence(article))
            why = (reasons(dating) or quoted) if dating else ("no date is given and none could be inferred",)
            why += (sure(dating),) if dating and sure(dating) else ()
        to = Link(made.article(article.id).to, article.outlet or "article")
        row = shortened(voice(article).strip("“”"), 22)
        out.append(Moment(f"t{next(taken)}", interval, within(interval), (heading(article),), (to,), why, row))
    return tuple(out)


def _said(made: Catalogue) -> tuple[list[_Found], list[_Found]]:
    """When each statement was said: where the text tells the day, and where it was inferred."""
    told: list[_Found] = []
    guessed: list[_Found] = []
    for entry in made.entries.values():
        said, text = entry.statement.said, entry.page.article.text
        if said is None:
            continue
        words = "; ".join(dict.fromkeys(shortened(span.of(text), 60) for span in said.evidence[:3]))
        if said.how == "given":
            told.append(_Found(said.interval, words, entry))
        else:
            guessed.append(_Found(said.interval, words, entry, reasons(said)))
    return told, guessed


def _referred(made: Catalogue) -> Iterator[_Found]:
    """Times inside contents, with their statements; a stretch once."""
    for page in made.pages:
        known = {mention.id: mention for mention in page.times}
        for entry in made.within.get(page.article.id, ()):
            ends = {known[id_].through for id_ in entry.statement.times if id_ in known}
            for id_ in entry.statement.times:
                if id_ in known and id_ not in ends:
                    yield _reference(known[id_], known, entry, page)


def _reference(mention: TimeMention, known: dict[str, TimeMention], entry: Entry, page: Page) -> _Found:
    """One time that a statement speaks of, together with the end of the stretch that it begins."""
    interval, span = mention.interval, mention.span
    end = known.get(mention.through or "")
    if end and end.span.end > span.start:
        interval = _through(interval, end.interval)
        words = shortened(page.article.text[span.start : min(end.span.end, span.start + 200)], 60)
    else:
        words = shortened(mention.text, 60)
    anchor = known.get(mention.anchor or "")
    return _Found(interval, words, entry, (f"“{words}” is {counted_from(anchor)}",) if anchor else ())


def _through(first: Interval, last: Interval) -> Interval:
    """From the first day of one interval to the last of another; as the first stands where that is no stretch."""
    begins = first.earliest or first.latest
    ends = last.latest or last.earliest
    return Interval(begins, ends) if begins and ends and begins <= ends else first


def _side(made: Catalogue, id_: str) -> Side:
    """The side a statement takes; none where there are several questions, as a side would have to say on which."""
    asked = [one for one in made.hypotheses if one not in made.mirrored]
    leans = {one.lean for one in made.stances.get(id_, ()) if asked == [one.hypothesis]}
    return "for it" if "support" in leans else "against it" if "deny" in leans else ""


def _grouped(made: Catalogue, found: Iterable[_Found], taken: Iterator[int]) -> tuple[Moment, ...]:
    """Times of the same days as one moment, by day; what is tied to no day stands last."""
    groups: dict[tuple[Key, bool, bool], list[_Found]] = {}
    for one in found:
        first, last = one.interval.earliest, one.interval.latest
        key = (first or last or date.max, last or date.max)
        groups.setdefault((key, first is None, last is None), []).append(one)
    out = []
    for _, group in sorted(groups.items(), key=lambda pair: pair[0]):
        interval = group[0].interval
        words = tuple(dict.fromkeys(f"“{one.words}”" for one in group if one.words))[:WORDS]
        why = tuple(dict.fromkeys(line for one in group for line in one.why))[:WORDS]
        moment = Moment(f"t{next(taken)}", interval, within(interval), words, (), why)
        out.append(_filled(made, moment, group))
    return tuple(out)


def _bounded(made: Catalogue, found: Iterable[_Found], taken: Iterator[int]) -> tuple[Moment, ...]:
    """Inferred times with the same last day as one moment, which begins where most of them do."""
    groups: dict[tuple[date, bool], list[_Found]] = {}
    for one in found:
        groups.setdefault((one.interval.latest or date.max, _undated(one.entry.page)), []).append(one)
    out = []
    for _, group in sorted(groups.items(), key=lambda pair: pair[0]):
        sizes = Counter(one.interval.earliest for one in group)
        starts = sorted(sizes, key=lambda first: (sizes[first], first or date.min), reverse=True)
        interval = Interval(starts[0], group[0].interval.latest)
        why = tuple(_since(first, [one for one in group if one.interval.earliest == first]) for first in starts)
        when = within(Interval(None, interval.latest))
        out.append(
            _filled(made, Moment(f"t{next(taken)}", interval, when, (), (), why[:STARTS]), group, brief=True)
        )
    return tuple(out)


def _since(first: date | None, group: Sequence[_Found]) -> str:
    """How many things were likely said from one day on."""
    size = len({one.entry.number for one in group})
    return f"{size} likely from {day(first)} on" if first else f"{size} open"


def _grounds(found: Sequence[_Found]) -> str:
    """What inferred times rest on, the commonest ground first: once for the rail, since many share one."""
    grounds = Counter(one.why[0][:1].lower() + one.why[0][1:] for one in found if one.why)
    return f" ({'; '.join(why for why, _ in grounds.most_common(WORDS))})" if grounds else ""


def _filled(made: Catalogue, moment: Moment, group: Sequence[_Found], *, brief: bool = False) -> Moment:
    """A moment with its statements, by side; where it is `brief` those of no side by their articles."""
    entries = [entry for _, entry in sorted({one.entry.number: one.entry for one in group}.items())]
    sides: dict[Side, list[Entry]] = {"for it": [], "against it": [], "": []}
    for entry in entries:
        sides[_side(made, entry.statement.id)].append(entry)
    return replace(
        moment,
        links=tuple(entry.link for entry in entries),
        sides=tuple(
            (side, len(own), _links(made, own, brief=brief and not side)) for side, own in sides.items() if own
        ),
        loose=all(_undated(entry.page) for entry in entries),
    )


def _links(made: Catalogue, entries: Sequence[Entry], *, brief: bool) -> tuple[Link, ...]:
    """Links to statements, or to their articles with how many they are: "9 in the Varn Courier"."""
    if not brief:
        return tuple(entry.link for entry in entries)
    sizes = Counter(entry.page.article.id for entry in entries)
    return tuple(
        Link(made.article(id_).to, f"{size} in {voice(made.by_article[id_].article)}")
        for id_, size in sizes.items()
    )


def _undated(page: Page) -> bool:
    """Whether an article's own day is not known."""
    dating = page.article.published
    return dating is None or dating.interval.earliest is None or dating.interval.earliest != dating.interval.latest
