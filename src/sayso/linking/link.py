"""Pages -> Case: this room's table of contents, read it first.

rulings -> edits -> days -> sources (relations, offices) -> quantities -> copies -> hypotheses -> stances ->
origins -> retractions -> clashes

The order in which pages are given changes nothing: they are sorted by day and id first, and every step below sees
them in that order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sayso.linking.amounts import quantities as find_quantities
from sayso.linking.aspects import Aspect, aspect_of, seasonable
from sayso.linking.backers import backed
from sayso.linking.circles import turning, untimely
from sayso.linking.clashes import clashes as find_clashes
from sayso.linking.copies import by_day, published
from sayso.linking.copies import copies as find_copies
from sayso.linking.drifts import drifts as find_drifts
from sayso.linking.edits import edited, orphaned, orphans
from sayso.linking.melts import melts
from sayso.linking.nearmisses import nearmisses
from sayso.linking.origins import origins as find_origins
from sayso.linking.positions import positions
from sayso.linking.questions import Terms, unborne
from sayso.linking.questions import hypotheses as find_hypotheses
from sayso.linking.relations import relations
from sayso.linking.relayed import told_again
from sayso.linking.reporting import reporting as find_reporting
from sayso.linking.retractions import retracted
from sayso.linking.roles import offices
from sayso.linking.roots import placed
from sayso.linking.rulings import (
    Decided,
    decided,
    explained,
    merges_undone,
    outcomes,
    strangers,
    unasked,
    with_days,
    with_sides,
)
from sayso.linking.sources import case_sources
from sayso.linking.stances import stances as find_stances
from sayso.linking.takings import takings, withdrawing
from sayso.linking.times import date_pages
from sayso.model.case import Case, Page
from sayso.model.notes import Note
from sayso.model.origins import Origin
from sayso.model.ports import Entailer
from sayso.model.redating import redated
from sayso.model.rulings import Ruling, counting, standing
from sayso.model.span import Ref
from sayso.model.stances import Hypothesis, Stance
from sayso.model.times import Interval


def link(  # noqa: PLR0913 - a case and its settings, each with its default
    pages: Iterable[Page],
    asked: Page,
    *,
    hypotheses: Sequence[Page] = (),
    as_of: date | None = None,
    entailer: Entailer,
    rulings: Sequence[Ruling] = (),
    families: Sequence[tuple[str, str]] = (),
    terms: Terms | None = None,
) -> Case:
    """The case of a question: pages dated, their sources, copies and origins joined, stances and clashes found.

    `asked` and `hypotheses` are texts of their own, annotated. `as_of` is the day of the answer, by default the
    last day on which an article of the case came out; articles that came out after it are left out with a note.
    `families` are a user's rows (outlet or domain, family) of who owns whom, `terms` what a person says of the
    days and the judge of the question beside its words.
    SettingError where `asked` cannot be answered yes or no.
    """
    read, made = by_day({page.article.id: page for page in pages}.values()), counting(rulings)
    lost = orphans(read, made)
    ruled, kept = _standing(made, lost)
    held, late, day = _known_by(with_days(edited(read, kept), ruled.days), asked, as_of)
    here = {page.article.id for page in held}
    lost = tuple(ruling for ruling in lost if ruling.anchor and ruling.anchor.article in here)
    ruled, kept = _standing(made, lost)  # of articles that are left out nothing is told, not even orphans
    made = _without(made, lost)
    undone = merges_undone(made)
    sources, merges = case_sources(held, ruled.identities, undone=undone)
    quantities = find_quantities(held)
    copied = find_copies(held)
    posed, limits = find_hypotheses(
        _on(asked, day), [_on(page, day) for page in hypotheses], as_of=day, terms=terms,
        texts=(page.article.text for page in held),
    )  # fmt: skip
    taken = [taking for page in held for taking in takings(page)]
    stances = find_stances(held, posed, entailer, dropped=ruled.dropped, withdrawing=withdrawing(taken))
    stances = seasonable(stances, posed, _aspects(posed, (asked, *hypotheses), day), held)
    stances = explained(with_sides(stances, ruled.sides, posed, held), kept)
    relevant = _relevant(held, stances) | turning(held)
    own = frozenset(statement.id for page in held for statement in page.own_voice)
    items, known = placed(held, sources, relevant=relevant | own, dropped=ruled.dropped)
    items, relays = told_again(items, known, relevant, copied)
    found = find_origins(items, known, copied, relays=relays, rulings=ruled.identities, undone=undone)
    tied = relations(held, sources)
    origins, taken_back = retracted(found, items, held, known, taken=taken, relations=tied)
    origins = backed(origins, items, known, relations=tied, families=families)
    changed = find_drifts(items, origins, stances)
    clashing = find_clashes(items, origins, stances, hypotheses=posed, quantities=quantities, drifts=changed)
    notes = (
        *limits,
        *unborne(posed, stances),
        *late,
        *_overdue(held, posed),
        *_unknown(held, ruled, kept, posed),
        *orphaned(held, lost),
        *unasked(kept, posed, asked.article.text),
        *taken_back,
        *_circular(origins),
        *untimely(held),
    )
    return Case(
        question=" ".join(asked.article.text.split()), as_of=day, hypotheses=posed, pages=held, sources=sources,
        merges=merges, copies=copied, origins=origins, stances=stances, clashes=clashing, quantities=quantities,
        outcomes=outcomes(made, posed, asked.article.text), rulings=kept, notes=notes,
        melts=melts(origins, items, known), relations=tied, offices=offices(held, sources),
        drifts=changed,
        reporting=find_reporting(held, origins, copied),
        near=nearmisses(held, stances, posed),
        positions=positions(held, sources, origins, stances=stances, hypotheses=posed),
    )  # fmt: skip


def _standing(made: Sequence[Ruling], lost: Sequence[Ruling]) -> tuple[Decided, tuple[Ruling, ...]]:
    """The rulings that stand without the orphans, sorted by what they speak of, and as they are."""
    kept = standing(_without(made, lost))
    return decided(kept), kept


def _without(made: Sequence[Ruling], lost: Sequence[Ruling]) -> tuple[Ruling, ...]:
    gone = frozenset(lost)
    return tuple(ruling for ruling in made if ruling not in gone) if gone else tuple(made)


def _aspects(posed: Sequence[Hypothesis], asked: Sequence[Page], day: date | None) -> dict[str, Aspect]:
    """What each hypothesis asks for, by its id; that of a negation is left out."""
    plain = [one for one in posed if not one.negates]
    first = [one for one in plain if one.id == "h1"] or plain[-1:]  # asked with a "not", the plain form is last
    ordered = (*first, *(one for one in plain if one not in first))
    return {one.id: aspect_of(page.article.text, one, day) for one, page in zip(ordered, asked, strict=True)}


def _last_day(pages: Sequence[Page]) -> date | None:
    """The last day on which an article surely came out; one dated to an interval makes it no later than need be.

    So an undated article never brings the day of the answer past the question's last day because it may have come
    out late, and takes no chance away by days of which nobody knows whether they have gone by.
    """
    bounds = [published(page) for page in pages]
    first = [bound.earliest for bound in bounds if bound.earliest]
    return max(first or [bound.latest for bound in bounds if bound.latest], default=None)


def _relevant(pages: Sequence[Page], stances: Sequence[Stance]) -> frozenset[str]:
    """The statements that bear on a hypothesis; an article's own words only where they take a side."""
    own = {statement.id for page in pages for statement in page.own_voice}
    return frozenset(
        stance.statement
        for stance in stances
        if stance.lean in {"support", "deny"} or (stance.lean == "open" and stance.statement not in own)
    )


def _on(asked: Page, day: date | None) -> Page:
    """A question with its times ("this month") told from the day of the answer."""
    return replace(asked, times=redated(asked.times, Interval(day, day))) if day else asked


def _known_by(
    pages: Sequence[Page], asked: Page, as_of: date | None
) -> tuple[tuple[Page, ...], tuple[Note, ...], date | None]:
    """The pages that were out on the day of the answer, dated, notes on the others, and that day.

    Which came out too late is told from all of them. Where one surely did, the reading looks back, and those that
    only may have been out are left out, too. The rest are dated anew without the others, so that what came out
    afterwards tells nothing of them, not even their days; one that then proves to be late goes as well.
    """
    rest, late = tuple(pages), tuple[Note, ...]()
    while True:
        dated = by_day(date_pages(rest, asked))
        day = as_of or _last_day(dated)
        held, later = _until(dated, day, back=bool(late))
        if not later:
            return held, tuple(sorted(late, key=lambda note: note.message)), day
        late = (*late, *later)
        kept = {page.article.id for page in held}
        rest = tuple(page for page in rest if page.article.id in kept)


def _until(pages: Sequence[Page], day: date | None, *, back: bool) -> tuple[tuple[Page, ...], tuple[Note, ...]]:
    """The pages that were out on `day`, and a note for each of the others.

    Those that may have been out count only where none is surely late; `back` says that one was before.
    """
    if day is None:
        return tuple(pages), ()
    sure = [page for page in pages if (published(page).earliest or day) > day]
    maybe = [page for page in pages if (published(page).latest or date.max) > day]
    gone = maybe if back or sure else []
    ids = {page.article.id for page in gone}
    return tuple(page for page in pages if page.article.id not in ids), tuple(_left_out(page, day) for page in gone)


def _left_out(page: Page, day: date) -> Note:
    """The note on a page that was not out on `day`, or of which nobody knows whether it was."""
    first, last = published(page).earliest, published(page).latest
    if first and first > day:
        told = f"came out on {first}, after {day}"
    elif last:
        told = f"may have come out as late as {last}, after {day}"
    else:
        told = f"has no date, so that nobody knows whether it was out on {day}"
    return Note("L303", f"{page.article.path} {told}; it was left out.")


def _overdue(pages: Sequence[Page], posed: Sequence[Hypothesis]) -> tuple[Note, ...]:
    """A note for each page that came out after the question closed."""
    closes = posed[0].closes
    out = []
    for page in pages:
        first = published(page).earliest
        if closes and first and first > closes:
            out.append(Note("L304", f"{page.article.path} came out on {first}; the question closed on {closes}."))
    return tuple(out)


def _unknown(
    pages: Sequence[Page], ruled: Decided, kept: Sequence[Ruling], posed: Sequence[Hypothesis]
) -> tuple[Note, ...]:
    """A note for each ruling that names nothing in the case."""
    if not kept:
        return ()
    lengths = {page.article.id: len(page.article.text) for page in pages}
    known = {hypothesis.id for hypothesis in posed} | lengths.keys() | set(ruled.days)
    for page in pages:
        known |= {source.id for source in page.sources}
    said = {s.id: lengths[s.article] for page in pages for s in (*page.statements, *page.own_voice)}
    return strangers(kept, frozenset(known), said)


def _circular(origins: Sequence[Origin]) -> tuple[Note, ...]:
    """A note for each circle."""
    return tuple(
        Note(
            "L309",
            f"{origin.root}: {'; '.join(line for line in origin.why if 'each other' in line)}.",
            _place(origin),
        )
        for origin in origins
        if origin.circular
    )


def _place(origin: Origin) -> Ref | None:
    """The first place of an origin."""
    return origin.refs[0] if origin.refs else None
