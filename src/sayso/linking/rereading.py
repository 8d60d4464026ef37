"""Another reading of an article: what it changes, and what it never changes because a person touched it.

A touched statement is carried over as it was read when it was touched, with what it needs: its sources, times and
amounts, the statements around it and those inside it, for its chain is told by them. Of the new reading everything
goes that shares a place with the touched statement, with the content that a person gave it included; and what runs
across the edge of a statement around it. So a rejected statement does not come back under another id, and nothing
is counted twice.

A pair of statements whose origins somebody joined or split, and a pair of sources that are one or two by somebody's
word, touch no statement; but they must be there for the ruling to hold. A statement of such a pair is carried over
where the new reading has it not; a source keeps its id where it is known again (linking/counterparts.py).

Two readings are of one statement where they have one id; else where they hang on one cue; else where most of
their words are the same. Work is n log n in the statements of the article but for those that overlap.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.linking.counterparts import same_ids
from sayso.linking.edits import edited, place
from sayso.linking.overreads import compared
from sayso.linking.spellings import plain_name
from sayso.model.case import Page
from sayso.model.rereadings import Alteration, Difference
from sayso.model.rulings import TOUCHES, Ruling, counting, standing, subject, touched
from sayso.model.rulingvalues import joined, places
from sayso.model.sources import Source
from sayso.model.span import Span, cover
from sayso.model.statements import Statement

Touched = Mapping[str, Sequence[Ruling]]

#: Under which `of_articles` gives the rulings on pairs.
PAIRS = "+"
#: The share of the longer content from which two readings are of one statement.
_SAME = 0.5


def counted(readings: Mapping[str, Page], first: str, rulings: Iterable[Ruling]) -> Page:
    """An article as it counts: its readings one after another as they were adopted, what people touched carried on.

    `readings` are its readings by name, `first` is that which counted first; of `rulings`, all of the case or those
    on this article and on pairs, in the order made, those that were undone do not count.
    """
    page, made = readings[first], counting(rulings)
    wanted = {end for one in made if one.verdict in {"merge", "split"} for end in one.target.split("+")}
    for index, ruling in enumerate(made):
        if ruling.verdict == "adopt" and ruling.target == page.article.id and ruling.value in readings:
            known = [*page.sources, *edited((page,), standing(made[:index]))[0].sources] if wanted else ()
            new = same_ids(readings[ruling.value or ""], known, wanted)
            page = carried(new, [page], holding(made, new, until=index))
    return page


def holding(rulings: Iterable[Ruling], new: Page, *, until: int | None = None) -> Touched:
    """The rulings by the ids of the statements that stay as they are, whatever the `new` reading has.

    Those are what people touched by the first `until` of `rulings` (None: by all), and what a ruling speaks of, be
    it one of a pair, and the new reading has not.
    """
    made = counting(rulings)
    found = dict(touched(made[:until]))
    there = {one.id for one in (*new.statements, *new.own_voice)} | found.keys()
    for ruling in standing(made):
        if ruling.verdict in TOUCHES or ruling.verdict in {"merge", "split"}:
            for end in subject(ruling).split("+"):
                if end not in there:
                    found[end] = (*found.get(end, ()), ruling)
    return found


def of_articles(rulings: Iterable[Ruling]) -> dict[str, tuple[Ruling, ...]]:
    """The rulings that concern an article or the statements in it, by its id, in the order made.

    Those on statements are known by their anchors; those on pairs, which can be of two articles, stand under PAIRS.
    """
    found: dict[str, list[Ruling]] = {}
    for ruling in counting(rulings):
        key = PAIRS if ruling.verdict in {"merge", "split"} else ruling.target
        found.setdefault(ruling.anchor.article if ruling.anchor else key, []).append(ruling)
    return {article: tuple(made) for article, made in found.items()}


def carried(new: Page, earlier: Iterable[Page], ruled: Touched) -> Page:
    """The `new` reading with every statement that a person touched as an earlier one has it.

    `earlier` are readings of the same article in the order in which they counted; a statement is taken from the
    last that has it. `ruled` are the rulings on touched statements (model.rulings.touched), of other articles, too.
    """
    if not ruled:
        return new
    held: dict[str, Page] = {}
    for page in earlier:
        held |= {one.id: page for one in (*page.statements, *page.own_voice) if one.id in ruled}
    for page in {id(page): page for page in held.values()}.values():
        new = _with(new, page, {ident: ruled[ident] for ident, home in held.items() if home is page})
    return new


def _with(new: Page, old: Page, ruled: Touched) -> Page:
    """The `new` reading with the ruled statements of one `old` one."""
    family = _family(old, ruled.keys())
    regions = [_region(old, one, ruled[one.id]) for one in (*old.statements, *old.own_voice) if one.id in ruled]
    around = [one.content for ident, one in family.items() if ident not in ruled]
    kept = _Kept(joined(span for region in regions for span in region), around)
    statements = [one for one in new.statements if one.id not in family and kept.leaves(one)]
    own = [one for one in new.own_voice if one.id not in family and kept.leaves(one)]
    mine = [one for one in old.statements if one.id in family]
    page = replace(
        new,
        statements=tuple(sorted((*statements, *mine), key=place)),
        own_voice=tuple(sorted((*own, *(one for one in old.own_voice if one.id in family)), key=place)),
    )
    return new if page == new else compared(_settled(_supplied(page, old, family.values())))


def _family(page: Page, wanted: Iterable[str]) -> dict[str, Statement]:
    """The wanted statements, those around them, and all that stands inside the wanted ones, by id."""
    by_id = {one.id: one for one in (*page.statements, *page.own_voice)}
    found: dict[str, Statement] = {}
    for ident in wanted:
        at: Statement | None = by_id[ident]
        while at is not None and at.id not in found:
            found[at.id] = at
            at = by_id.get(at.parent or "")
    inside = set(wanted)
    for one in sorted(page.statements, key=lambda each: len(each.chain)):
        if one.parent in inside:
            inside.add(one.id)
            found[one.id] = one
    return found


def _region(page: Page, one: Statement, rulings: Iterable[Ruling]) -> tuple[Span, ...]:
    """The places of a statement, with those that a person gave it."""
    length = len(page.article.text)
    given = [places(r.value, length) or () for r in rulings if r.verdict == "span"]
    return joined((*one.content, *(span for spans in given for span in spans)))


class _Kept:
    """Places that people have a say on, looked up in logarithmic time."""

    def __init__(self, ruled: Sequence[Span], around: Sequence[tuple[Span, ...]]) -> None:
        """`ruled` are apart and in order; `around` are the contents of statements that hold some of them."""
        self._ruled, self._ends = ruled, [span.end for span in ruled]
        self._around = [(cover(content), content) for content in around]

    def leaves(self, one: Statement) -> bool:
        """Whether a statement of the new reading stays: it meets no place that was ruled on and crosses no edge."""
        return not any(map(self._met, one.content)) and not any(
            _crosses(one.content, content) for whole, content in self._around if whole.overlaps(cover(one.content))
        )

    def _met(self, span: Span) -> bool:
        index = bisect_left(self._ends, span.start + 1)
        return index < len(self._ruled) and self._ruled[index].start < span.end


def _crosses(content: Sequence[Span], outer: Sequence[Span]) -> bool:
    """Whether a content lies partly in another one and partly outside, or is as large."""
    inside = all(any(span.contains(one) for span in outer) for one in content)
    meets = any(span.overlaps(one) for span in outer for one in content)
    return meets and (not inside or tuple(content) == tuple(outer))


def _supplied(page: Page, old: Page, family: Iterable[Statement]) -> Page:
    """The page with the sources, times and amounts that carried statements need, as the old reading has them."""
    members = tuple(family)
    wanted = {hop.source.id for one in members for hop in one.chain}
    mentions = {ident for one in members for ident in (*one.times, *one.amounts, one.told) if ident}
    times = {mention.id: mention for mention in old.times}
    more = list(mentions & times.keys())
    while more:
        mention = times[more.pop()]
        linked = {one for one in (mention.anchor, mention.through) if one in times and one not in mentions}
        mentions |= {one for one in linked if one}
        more.extend(one for one in linked if one)
    here, counts = {mention.id: mention for mention in page.times}, {amount.id: amount for amount in page.amounts}
    here |= {ident: times[ident] for ident in mentions if ident in times}
    counts |= {amount.id: amount for amount in old.amounts if amount.id in mentions}
    return replace(
        page,
        sources=_sources(page, [source for source in old.sources if source.id in wanted]),
        times=tuple(sorted(here.values(), key=lambda mention: (mention.span, mention.id))),
        amounts=tuple(sorted(counts.values(), key=lambda amount: (amount.span, amount.id))),
    )


def _sources(page: Page, needed: Iterable[Source]) -> tuple[Source, ...]:
    """The sources of the page and those needed; one that both readings have bears its old name and all places."""
    found = {source.id: source for source in page.sources}
    for old in needed:
        new = found.get(old.id)
        if new is None:
            found[old.id] = old
        else:
            names = dict.fromkeys((*old.aliases, *new.aliases, new.name))
            found[old.id] = replace(
                old,
                mentions=tuple(sorted({*old.mentions, *new.mentions})),
                roles=tuple(dict.fromkeys((*old.roles, *new.roles))),
                aliases=tuple(name for name in names if name != old.name),
                led=tuple(dict.fromkeys((*old.led, *new.led))),
            )
    return tuple(sorted(found.values(), key=_first))


def _first(source: Source) -> tuple[int, str]:
    return min((ref.span.start for ref in source.mentions), default=0), source.id


def _settled(page: Page) -> Page:
    """The page without parents that are not there; what stood in them keeps its chain."""
    there = {one.id for one in page.statements}
    told = {mention.id for mention in page.times}
    return replace(
        page,
        statements=tuple(
            replace(
                one,
                parent=one.parent if one.parent in there else None,
                told=one.told if one.told in told else None,
            )
            for one in page.statements
        ),
    )


def differences(old: Page, new: Page, ruled: Touched) -> tuple[Difference, ...]:
    """What the `new` reading would change in an article that counts as `old`, in text order.

    `old` is as it was read, before people's edits; `ruled` are the rulings on touched statements (of other
    articles, too). Statements of the article's own voice are told of only where a person touched them.
    """
    both = _matched(old.statements, new.statements)
    text = old.article.text
    out: list[Difference] = []
    for one in (*old.statements, *(own for own in old.own_voice if own.id in ruled)):
        other = both.get(one.id) or next((own for own in new.own_voice if own.id == one.id), None)
        turns = _turns(old, one, new, other) if other else ()
        made = tuple(ruled.get(one.id, ()))
        if other and not turns and other.id == one.id:
            continue
        kind = "kept" if made else "changed" if other else "gone"
        if turns or not other:
            told = other.id if other and kind == "changed" else None
            out.append(Difference(kind, old.article.id, one.id, one.content, one.words(text), turns, told, made))  # type: ignore[arg-type]  # one of its kinds
    taken = {other.id for other in both.values()}
    stays = {one.id for one in carried(new, [old], ruled).statements}
    fresh = [one for one in new.statements if one.id not in taken and one.id in stays]
    out += [Difference("new", old.article.id, one.id, one.content, one.words(text)) for one in fresh]
    return tuple(sorted(out, key=lambda each: (each.places, each.kind, each.statement)))


def _matched(old: Sequence[Statement], new: Sequence[Statement]) -> dict[str, Statement]:
    """For each old statement, by id, its counterpart in the new reading, where it has one; each counts once."""
    there = {one.id: one for one in new}
    found = {one.id: there[one.id] for one in old if one.id in there}
    left = [one for one in old if one.id not in found]
    free = [one for one in new if one.id not in found]
    cues: dict[Span, list[Statement]] = {}
    for one in free:
        if one.chain and one.chain[-1].cue.span:
            cues.setdefault(one.chain[-1].cue.span, []).append(one)
    for one in left:
        listed = cues.get(one.chain[-1].cue.span, []) if one.chain and one.chain[-1].cue.span else []
        if listed:
            found[one.id] = listed.pop(0)
    for one, other in _likest([one for one in left if one.id not in found], _apart(free, found.values())):
        found[one.id] = other
    return found


def _apart(free: Iterable[Statement], taken: Iterable[Statement]) -> list[Statement]:
    gone = {one.id for one in taken}
    return [one for one in free if one.id not in gone]


def _likest(old: Iterable[Statement], new: Iterable[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs that share most places of the larger one, those that share most first; each statement is in one."""
    listed = sorted(new, key=lambda one: (cover(one.content), one.id))
    starts = [one.content[0].start for one in listed]
    longest = max((len(cover(one.content)) for one in listed), default=0)
    pairs = []
    for row, one in enumerate(old):
        whole = cover(one.content)
        near = range(bisect_left(starts, whole.start - longest), bisect_left(starts, whole.end))
        shares = ((_shared(one.content, listed[at].content), at) for at in near)
        pairs += [(-share, row, at, one) for share, at in shares if share >= _SAME]
    met: set[tuple[str, int]] = set()
    for _, row, at, one in sorted(pairs, key=lambda pair: pair[:3]):
        if met.isdisjoint({("old", row), ("new", at)}):
            met |= {("old", row), ("new", at)}
            yield one, listed[at]


def _shared(one: Sequence[Span], two: Sequence[Span]) -> float:
    """How much two contents share, of the larger."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in two)
    return both / max(sum(map(len, one)), sum(map(len, two)))


def _turns(old: Page, one: Statement, new: Page, other: Statement) -> tuple[Alteration, ...]:
    """What of a statement the new reading has otherwise."""
    out = []
    if one.content != other.content:
        out.append(Alteration("span", one.words(old.article.text), other.words(new.article.text)))
    told = _chain(old, one), _chain(new, other)
    if [plain_name(name) for name in told[0]] != [plain_name(name) for name in told[1]]:
        out.append(Alteration("source", " > ".join(told[0]), " > ".join(told[1])))
    forces = _force(one), _force(other)
    if forces[0] != forces[1]:
        out.append(Alteration("force", *forces))
    held = _held(one), _held(other)
    if held[0] != held[1]:
        out.append(Alteration("certainty", *held))
    return tuple(out)


def _chain(page: Page, one: Statement) -> list[str]:
    """Who says it, outermost first, by name."""
    names = {source.id: source.name for source in page.sources}
    return [names.get(hop.source.id, hop.source.text) for hop in one.chain]


def _force(one: Statement) -> str:
    return one.chain[-1].force if one.chain else "assert"


def _held(one: Statement) -> str:
    """How far the holder stands by it: "affirmed 0.85-0.99"."""
    told = one.commitment
    return f"{told.polarity} {told.low:g}-{told.high:g}"
