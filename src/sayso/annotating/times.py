"""Times: every expression of time in an article, at its place, as the days it may mean.

Linear in the text. The text becomes a row of word classes (timewords), rules over that row find forms (timefinds).
Each form is given what stands around it: on which side of the day of writing it lies (tenses), the bound ("by next
spring") and the vagueness (bounds), whether it begins or ends a stretch with its neighbour. Then all forms of the
article are tied to days together (model.resolution), because "the next day" counts from the time before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.annotating.asides import places
from sayso.annotating.bounds import bound_of, joined, vagueness_of
from sayso.annotating.quotes import quotations
from sayso.annotating.tenses import leaning, listed, tells_habit, told_before
from sayso.annotating.timefinds import Find, finds
from sayso.annotating.timewords import Row, row
from sayso.lang.en.calendar import DAY_VERBS
from sayso.model.article import Article, Block
from sayso.model.calendar import exists
from sayso.model.notes import Note
from sayso.model.resolution import Resolved, opened, resolve, ruled
from sayso.model.span import Ref, Span, content_id
from sayso.model.timeforms import Form
from sayso.model.times import TimeBound, TimeMention, TimexType


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A find with what stands around it: its form, its bound, what put it ahead or behind, where a stretch ends.

    `through` is the place in the list of the time that ends the stretch this one begins.
    """

    find: Find
    form: Form
    bound: TimeBound
    reason: str = ""
    through: int | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Its words in the row, [first, last)."""
        return self.find.first, self.find.last


def times(article: Article, blocks: Sequence[Block]) -> tuple[TimeMention, ...]:
    """The time expressions of an article in text order, tied to days as far as its date allows."""
    return times_and_notes(article, blocks)[0]


def times_and_notes(article: Article, blocks: Sequence[Block]) -> tuple[tuple[TimeMention, ...], tuple[Note, ...]]:
    """The same, with a note on every date that no calendar has ("30 February")."""
    spans = passages(article.text, blocks)
    line = row(article.text, spans)
    sought = finds(line)
    sightings = _stretched(line, _leaning(line, sought, _quotes(line, spans, sought)))
    written = article.published.interval if article.published else None
    resolved = resolve([sighting.form for sighting in sightings], written)
    ids = [_id(article, line.span(*sighting.place)) for sighting in sightings]
    mentions = tuple(
        _mention(line, sighting, found, (ids[index], ids[sighting.through] if sighting.through else None))
        for index, (sighting, found) in enumerate(zip(sightings, resolved, strict=True))
    )
    notes = tuple(
        Note("A203", f"No calendar has this date: {mention.text}.", Ref(article.id, mention.span))
        for mention in mentions
        if mention.form.startswith("none")
    )
    return mentions, notes


def _quotes(line: Row, spans: Sequence[Span], found: Sequence[Find]) -> list[Span]:
    """The quoted stretches of the passages in which there are finds."""
    starts = [line.starts[find.first] for find in found]
    dated = (span for span in spans if bisect_left(starts, span.start) < bisect_left(starts, span.end))
    return [quote for span in dated for quote in quotations(line.text, span)]


def passages(text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Where times are looked for: every block, but not the front matter that a plain text may begin with."""
    if not blocks:
        return (Span(0, len(text)),) if text else ()
    end = 0
    if text.startswith("---\n"):
        close = text.find("\n---", 4)
        end = close + 4 if close >= 0 else 0
    return tuple(block.span for block in blocks if block.kind != "furniture" or block.span.start >= end)


# ---- what stands around a time

_SIDED: Final = frozenset({"date", "weekday", "season", "quarter", "half", "holiday"})
_BESIDE: Final = frozenset({"that", "same", "following", "previous", "preceding"})
_AHEAD: Final = frozenset({"will", "would", "plan", "is doing", "present", "can"})
_PLANNED: Final = frozenset({"will", "plan", "is doing"})
_FIRM: Final = 0.5  # log-odds from which on the words around a time put it on a side


def _leaning(line: Row, found: Sequence[Find], quotes: Sequence[Span]) -> list[_Sighting]:
    """The finds with the side on which they lie, and without dates that no calendar has."""
    out: list[_Sighting] = []
    bounds = [bound_of(line.text, line.span(find.first, find.last), find.form) for find in found]
    for bare, bound, (role, gap) in zip(found, bounds, places(line, found, bounds, quotes), strict=True):
        form = replace(bare.form, role=role, gap=gap) if role or gap else bare.form
        find = Find(bare.first, bare.last, bare.rule, form)
        form = _counted(line, find)
        if form.kind == "date" and form.month and form.day and not exists(form.year, form.month, form.day):
            out.append(_Sighting(find, Form("none"), "at"))
        elif form.kind in _SIDED:
            find = Find(find.first, find.last, find.rule, form)
            out.append(_sided(line, find, bound, out[-1] if out else None))
        else:
            out.append(_Sighting(find, form, bound))
    return out


def _counted(line: Row, find: Find) -> Form:
    """The form, where it counts from the time before it ("the following Sunday") or from none ("on a Tuesday")."""
    form, words = find.form, line.words(find.first, find.last).split()[:2]
    if find.rule.name == "ago" and form.base == "last":
        return replace(form, which=0)
    if form.kind == "shift":
        return _by_verb(line, find)
    if form.kind in _SIDED and form.which is not None and _BESIDE.intersection(words):
        return replace(form, base="last")
    before = line.word(find.first - 1).lower() if find.first else ""
    if form.kind == "duration" and form.which is None and before in ("in", "within"):
        return replace(form, which=1) if told_before(line, find.first, find.last) in _AHEAD else form
    if form.kind == "weekday" and form.which is None and before == "a":
        return Form("ref", f"XXXX-WXX-{form.n}{form.clock}")
    return form


def _by_verb(line: Row, find: Find) -> Form:
    """A time of day that is of every day ("is open until 5pm"), "the weekend" that lies ahead; else the form."""
    form = find.form
    if find.rule.name in ("clock", "hour") and not form.n and tells_habit(line, find.first):
        return Form("ref", form.clock)
    ahead = form.value == "weekend" and form.which == -1 and told_before(line, find.first, find.last) in _PLANNED
    return replace(form, which=None, n=0) if ahead else form


def _sided(line: Row, find: Find, bound: TimeBound, before: _Sighting | None) -> _Sighting:
    """A find with the side that the words around it put it on; one that goes on a list lies where the last does."""
    told = leaning(line, find.first, find.last, bound)
    odds, reason, form = round(10 * told.odds), told.reason, find.form
    if form.kind == "weekday" and line.word_at(find.last) in DAY_VERBS:
        odds, reason = max(odds, 40), "a day told of as present"
    if before and before.form.kind == form.kind and listed(line, before.find.last, find.first):
        if _follows(before.form, form):
            return _Sighting(find, replace(form, lean=before.form.lean, base="to"), bound)
        if before.form.odds:
            odds, reason = before.form.odds, "as the time before it"
    lean = 0 if abs(odds) < 10 * _FIRM else 1 if odds > 0 else -1
    here = form.kind == "weekday" and form.which == 0
    open_year = form.year is None and (form.which is None or here) and (form.n is None or form.kind == "weekday")
    odds = odds if open_year else 0
    form = replace(form, lean=lean, odds=odds) if lean or odds else form
    return _Sighting(find, form, bound, reason if open_year else "")


def _follows(one: Form, other: Form) -> bool:
    """Whether a month of a list comes less than half a year after the one before it: "in November, in January"."""
    bare = all(form.kind == "date" and form.month and not form.n and form.which is None for form in (one, other))
    return bare and not other.year and ((other.month or 0) - (one.month or 0)) % 12 < 6


# ---- stretches


def _stretched(line: Row, sightings: list[_Sighting]) -> list[_Sighting]:
    """The sightings, where two that bound one stretch are tied, and one without a year takes that of the next."""
    for index in range(len(sightings) - 2, -1, -1):
        one, other = sightings[index], sightings[index + 1]
        how = joined(line, one.place, other.place)
        if one.find.rule.type in ("DURATION", "SET") or other.find.rule.type in ("DURATION", "SET"):
            continue
        form = _shared_year(line, one, other, how)
        if form is not one.form:
            sightings[index] = one = replace(one, form=form)
        if how == "or":
            sightings[index + 1] = _alike(line, one, other)
            continue
        mixed = one.form.kind == "weekday" and other.form.kind == "date" and not other.form.day
        if not how or mixed or "ref" in (one.form.kind, other.form.kind):
            continue
        sightings[index] = replace(one, through=index + 1, bound="since" if how == "to" else one.bound)
        form = other.form
        like = form.kind in ("date", "season") or (form.kind == "weekday" and one.form.kind == "weekday")
        if like and not form.year and form.which is None and not form.base:
            form = replace(form, base="to")
        sightings[index + 1] = replace(other, form=form, bound="until" if how == "to" else other.bound)
    return sightings


def _alike(line: Row, one: _Sighting, other: _Sighting) -> _Sighting:
    """The second of two times with the bound of the first: "by May or June", "by Memorial Day, May 31"."""
    named = one.form.kind in ("weekday", "holiday") and other.form.kind == "date" and other.form.day
    listed_ = line.words(one.find.last, other.find.first) != ","
    return replace(other, bound=one.bound) if other.bound == "at" and (named or listed_) else other


def _shared_year(line: Row, one: _Sighting, other: _Sighting, how: str) -> Form:
    """The first form, with the year of the second where it has none: "August and September 1914"."""
    first, second = one.form, other.form
    bare = not first.year and not first.n and first.which is None and first.base != "last"
    dated = second.year or (second.n is not None and not second.base)
    ranks = [(form.month or 0) if form.kind == "date" else _SEASONS.find(form.value) for form in (first, second)]
    if first.kind not in ("date", "season") or first.kind != second.kind or not bare or not dated or not ranks[1]:
        return first
    if not how and line.words(one.find.last, other.find.first) not in _JOINTS:
        return first
    if ranks[0] <= ranks[1]:
        return replace(first, year=second.year, n=second.n)
    return replace(first, year=second.year - 1) if how and second.year and second.month else first


_SEASONS: Final = " SP SU FA WI"
_JOINTS: Final = frozenset({"and", "or", "to", "-", "–", "and in", "and on", "until", "through", ",", "and the"})


# ---- mentions


def _id(article: Article, span: Span) -> str:
    return content_id("time", article.id, span.start, span.end)


def _mention(line: Row, sighting: _Sighting, found: Resolved, ids: tuple[str, str | None]) -> TimeMention:
    span, form, rule = line.span(*sighting.place), sighting.form, sighting.find.rule
    kind: TimexType = "SET" if form.kind == "set" else "DURATION" if form.kind == "duration" else rule.type
    kind = "TIME" if form.clock else kind
    side = "" if not sighting.reason else "ahead" if form.odds > 0 else "behind"
    name = f"{rule.name}; leans {side}: {sighting.reason}" if side else rule.name
    return TimeMention(
        id=ids[0],
        span=span,
        text=span.of(line.text),
        timex=found.timex,
        type=kind,
        interval=opened(form, found.interval, sighting.bound),
        bound=sighting.bound,
        vagueness=vagueness_of(line.text, span, form),
        rule=ruled(name, found.how),
        form=form.notation(),
        through=ids[1],
    )
