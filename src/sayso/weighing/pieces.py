"""The evidence of a case as the pool takes it: for each statement and hypothesis one piece, with its factors."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sayso.lang.en.stances import REFUTING
from sayso.model.answers import Party
from sayso.model.article import HEADS, Article
from sayso.model.case import Case, Page
from sayso.model.origins import Origin
from sayso.model.sources import Role, Source
from sayso.model.stances import Hypothesis, Stance
from sayso.model.statements import Commitment, Statement
from sayso.weighing import weights
from sayso.weighing.acts import Act, Event, act_of, event_of
from sayso.weighing.parties import Sides, party_of, sides_of
from sayso.weighing.priors import is_report
from sayso.weighing.sources import Factor, Holder, Standing, holder_of, known_sources, quality, words_of

_SIGN = {"support": 1, "deny": -1, "open": 0, "unrelated": 0}
#: What an act is worth in full statements, and how its reason says so.
_ACTS: Mapping[Act, tuple[float, str]] = {
    "": (1.0, ""),
    "decided": (weights.DECIDED, "a decision of who decides"),
    "reported": (weights.DONE, "reports that it has come"),
}
_REFUTING = re.compile("|".join(REFUTING), re.IGNORECASE)
#: Of a longer content only this much is read for words that refute.
_READ = 600


@dataclass(frozen=True, slots=True)
class Piece:
    """What one statement says of one hypothesis, before age and company.

    `sign` is 1, -1 or 0. `position` in [0, 1] is how far it takes that side: the least that the strength of its
    stance, its commitment and its kind of denial allow (the least and not the product, for each may already count
    the others in); what a person has set is taken so. `weight` is in log-odds with all factors of the statement,
    `spread` its standard deviation over the statement's own interval. `day` is the day from which it counts, None
    where its article's date is not known to the day the case is asked on. `spoken` is the last day on which it can
    have been said, never after `day`: an old word in a new article is old. `party` is what makes its holder a
    party to the matter. `comes` is said of a report that the event itself has come (happened.py), `told` of the
    article's own report of what has happened.
    """

    statement: Statement
    stance: Stance
    holder: Holder
    sign: int
    position: float
    weight: float
    spread: float
    day: date | None
    parts: tuple[str, ...]
    party: Party | None = None
    spoken: date | None = None
    act: Act = ""
    told: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """An index of a case: what bears on what, and from which day on.

    `record` is the standing of sources that have a record, by id; `reports` are the ids of the hypotheses that ask
    whether something has happened (priors.py).
    """

    as_of: date | None
    origins: tuple[Origin, ...]
    statements: Mapping[str, Statement]
    articles: Mapping[str, Article]
    sources: Mapping[str, Source]
    words: Mapping[str, frozenset[str]]
    stray: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()
    record: Mapping[str, Standing] = field(default_factory=dict)
    reports: frozenset[str] = frozenset()
    _days: Mapping[str, date | None] = field(default_factory=dict)
    _late: frozenset[str] = frozenset()
    _pieces: Mapping[tuple[str, str], tuple[Piece, ...]] = field(default_factory=dict)

    def pieces(self, hypothesis: str, origin: str) -> tuple[Piece, ...]:
        """The pieces of `origin` that bear on `hypothesis`, by statement id."""
        return self._pieces.get((hypothesis, origin), ())

    def parties(self) -> tuple[Party, ...]:
        """The parties to the matter of each hypothesis among those who speak, by source; one entry for each."""
        found: dict[tuple[str, str], Party] = {}
        order = {"own": 0, "other": 1, "stake": 2}
        for group in self._pieces.values():
            for piece in group:
                if one := piece.party:
                    known = found.setdefault((one.hypothesis, one.source), one)
                    if order[one.side] < order[known.side]:
                        found[one.hypothesis, one.source] = one
        return tuple(found[key] for key in sorted(found))

    def counts(self, piece: Piece, day: date | None) -> bool:
        """Whether `piece` was published by `day`; what has no date counts on the last day only."""
        if day is None or day == self.as_of:
            return True
        return piece.day is not None and piece.day <= day

    def day_of(self, statement: Statement) -> date | None:
        """The day by which `statement` had been published for certain, None where that is not known."""
        return self._days.get(statement.article)

    def day_of_article(self, article: str) -> date | None:
        """The day by which an article had been published for certain, None where that is not known."""
        return self._days.get(article)

    def is_out(self, statement: Statement, rejected: frozenset[str]) -> bool:
        """Whether `statement` is among the `rejected` or was published after the day of the case."""
        return statement.id in rejected or statement.article in self._late

    def withdrawn(self, origin: Origin, day: date | None) -> bool:
        """Whether `origin` had been taken back by `day`."""
        if origin.retracted is None or origin.retracted in self._late:
            return False
        taken = self._days.get(origin.retracted)
        return day is None or day == self.as_of or (taken is not None and taken <= day)

    def withdrawal(self, origin: Origin) -> date | None:
        """The day on which `origin` was taken back, None where it was not or nobody knows when."""
        return self._days.get(origin.retracted) if origin.retracted else None


def base_of(case: Case, hypothesis: Hypothesis) -> Hypothesis:
    """The hypothesis that is weighed for `hypothesis`: the one it negates, else itself."""
    found = (h for h in case.hypotheses if h.id == hypothesis.negates and h.negates is None)
    return next(found, hypothesis)


def gather(case: Case, record: Mapping[str, Standing] | None = None) -> Evidence:
    """The evidence of `case`, without what people rejected and what was published after its day.

    `record` is the standing of those sources that have a record, by id.
    """
    as_of = case.as_of or max((day for page in case.pages if (day := _latest(page))), default=None)
    late = frozenset(page.article.id for page in case.pages if _is_late(page, as_of))
    days = {page.article.id: _counts_from(page, as_of) for page in case.pages}
    sources = known_sources(case)
    bare = Evidence(
        as_of,
        tuple(sorted(case.origins, key=lambda origin: origin.id)),
        {s.id: s for page in case.pages for s in (*page.statements, *page.own_voice)},
        {page.article.id: page.article for page in case.pages},
        sources,
        words_of(sources),
        pages=tuple(sorted((p for p in case.pages if p.article.id not in late), key=lambda p: p.article.id)),
        record=record or {},
        reports=frozenset(h.id for h in case.hypotheses if is_report(case, h)),
        _days=days,
        _late=late,
    )
    pieces, stray = _pieces(case, bare)
    bearing = {piece.statement.article for group in pieces.values() for piece in group}
    undated = tuple(sorted(article for article in bearing if days[article] is None))
    return replace(bare, stray=stray, undated=undated, _pieces=pieces)


def _pieces(case: Case, bare: Evidence) -> tuple[dict[tuple[str, str], tuple[Piece, ...]], tuple[str, ...]]:
    """Pieces by hypothesis and origin, and the ids of bearing statements that belong to no origin."""
    matters = {h.id: _Matter(sides_of(case, h), event_of(h)) for h in case.hypotheses if base_of(case, h) is h}
    home = {key: origin.id for origin in bare.origins for key in origin.statements}
    rejected = _rejected(case)
    found: dict[tuple[str, str], list[Piece]] = {}
    stray = set()
    strongest = _strongest(case.stances)
    parties = _Parties({}, {})
    grounded = {(s.article, stance.hypothesis) for s, stance in _known(bare, strongest) if s.block not in HEADS}
    for statement, stance in _known(bare, strongest):
        if stance.hypothesis not in matters or bare.is_out(statement, rejected):
            continue
        if not statement.chain and _says_nothing(statement, stance, grounded):
            continue
        if statement.id in home:
            matter = matters[stance.hypothesis]
            party = parties.party(bare, statement, matter.sides)
            piece = _piece(bare, statement, stance, party=party, event=matter.event)
            found.setdefault((stance.hypothesis, home[statement.id]), []).append(piece)
        else:
            stray.add(statement.id)
    return {key: tuple(group) for key, group in found.items()}, tuple(sorted(stray))


def _known(bare: Evidence, stances: list[Stance]) -> Iterator[tuple[Statement, Stance]]:
    """The stances with their statements, without those of statements that the case does not hold."""
    for stance in stances:
        if stance.statement in bare.statements:
            yield bare.statements[stance.statement], stance


def _says_nothing(own: Statement, stance: Stance, grounded: set[tuple[str, str]]) -> bool:
    """Whether an article's own words are no evidence: they take no side, or head a text that bears itself.

    `grounded` holds (article, hypothesis) wherever some text below the headings bears on the hypothesis.
    """
    return not _SIGN[stance.lean] or (own.block in HEADS and (own.article, stance.hypothesis) in grounded)


@dataclass(frozen=True, slots=True)
class _Parties:
    """What was worked out once: parties by hypothesis, source and what a text calls it; sources by what they hold.

    One much quoted source has a role in every article, and every article calls it alike.
    """

    parties: dict[tuple[str, str, str], Party | None]
    sources: dict[str, Source]

    def party(self, bare: Evidence, statement: Statement, sides: Sides) -> Party | None:
        """What makes the holder of a statement a party to the matter."""
        voice = statement.chain[-1].source if statement.chain else None
        source = bare.sources.get(voice.id) if voice else None
        if voice is None or source is None:
            return None
        key = (sides.hypothesis, source.id, voice.text)
        if key not in self.parties:
            self.parties[key] = party_of(sides, self._shortened(source), voice.text)
        return self.parties[key]

    def _shortened(self, source: Source) -> Source:
        """A source with each of its roles where it is first told alone."""
        if source.id not in self.sources:
            first: dict[str, Role] = {}
            for role in source.roles:
                first.setdefault(role.text, role)
            self.sources[source.id] = replace(source, roles=tuple(first.values()))
        return self.sources[source.id]


@dataclass(frozen=True, slots=True)
class _Matter:
    """What is worked out once for a hypothesis: its sides, and its event."""

    sides: Sides
    event: Event


def _piece(bare: Evidence, statement: Statement, stance: Stance, *, party: Party | None, event: Event) -> Piece:
    """One statement weighed for one hypothesis, before age and company."""
    article = bare.articles[statement.article]
    said, report = statement.words(article.text), stance.hypothesis in bare.reports
    holder = holder_of(statement, bare.sources, article.outlet, known=bare.words, record=bare.record)
    sided = not report and bool(_SIGN[stance.lean])
    act = act_of(statement, event, lean=stance.lean, text=article.text, holder=holder, party=party) if sided else ""
    factors = quality(statement, holder, said, party, report=report or act == "reported")
    day = bare.day_of(statement)
    commitment = statement.commitment
    denial = _denial(commitment) if stance.by is None else Factor(1.0)
    certainty = abs(commitment.low + commitment.high - 1.0) if stance.by is None else 1.0
    sign = _SIGN[stance.lean] if commitment.polarity != "open" or stance.by else 0
    ceiling = min(1.0 if act == "reported" else max(stance.strength, 0.0), denial.share, 1.0)
    position = min(ceiling, certainty) if sign else 0.0
    check = report and bool(sign) and _checks(statement, said)
    full = (
        weights.ORIGIN * (weights.CHECK if check else _ACTS[act][0]) * math.prod(factor.share for factor in factors)
    )
    width = min(abs(commitment.high - commitment.low), 1.0)
    spread = full * ceiling * 2.0 * width / math.sqrt(12.0) if position else 0.0
    words = [factor.told for factor in factors if factor.told]
    words.extend([denial.words] if denial.words else [])
    words.extend([f"says that a report is not so: × {weights.CHECK:g}"] if check else [])
    words.extend([f"{_ACTS[act][1]}: × {_ACTS[act][0]:g}"] if act else [])
    words.append(f"takes its side at {position:.0%}" if position else "leaves it open")
    words.extend([f"set by {stance.by}"] if stance.by else [])
    weight = sign * position * full
    spoken = _spoken(statement, day)
    return Piece(
        statement,
        stance,
        holder,
        sign,
        position,
        weight,
        spread,
        day,
        tuple(words),
        party,
        spoken,
        act,
        report and not statement.chain,
    )


def _spoken(statement: Statement, day: date | None) -> date | None:
    """The last day on which `statement` can have been said: by the day from which it counts."""
    said = statement.said.interval.latest if statement.said else None
    return min(said, day) if said and day else day


def _checks(statement: Statement, said: str) -> bool:
    """Whether a statement says outright that something is not so; a reply that leaves room does not."""
    commitment = statement.commitment
    if commitment.non_denial or commitment.denial not in (None, "denial"):
        return False
    return commitment.polarity == "negated" or commitment.denial == "denial" or bool(_REFUTING.search(said[:_READ]))


def _denial(commitment: Commitment) -> Factor:
    """What the kind of denial leaves of a position."""
    if commitment.denial in weights.DENIAL:
        share = weights.DENIAL[commitment.denial]
    else:
        share = weights.NON_DENIAL if commitment.non_denial else 1.0
    if share == 1.0:
        return Factor(share)
    kind = "reply" if commitment.non_denial else commitment.denial or "reply"
    return Factor(share, f"a {kind} that leaves room" if share else "it rules nothing out")


def _strongest(stances: tuple[Stance, ...]) -> list[Stance]:
    """One stance for each statement and hypothesis that bears, the strongest, sorted by statement."""
    best: dict[tuple[str, str], Stance] = {}
    for stance in sorted(stances, key=lambda s: (s.strength, s.lean)):
        if stance.lean != "unrelated":
            best[stance.statement, stance.hypothesis] = stance
    return [best[key] for key in sorted(best)]


def _rejected(case: Case) -> frozenset[str]:
    """The ids of statements whose last ruling, in the order given, is a rejection."""
    last = {ruling.target: ruling.verdict for ruling in case.rulings if ruling.verdict in ("accept", "reject")}
    return frozenset(target for target, verdict in last.items() if verdict == "reject")


def _latest(page: Page) -> date | None:
    return page.article.published.interval.latest if page.article.published else None


def _is_late(page: Page, as_of: date | None) -> bool:
    """Whether the page was certainly published after the day of the case."""
    dating = page.article.published
    return bool(as_of and dating and dating.interval.earliest and dating.interval.earliest > as_of)


def _counts_from(page: Page, as_of: date | None) -> date | None:
    """The day by which the page had been published for certain; None where that is not before `as_of`."""
    latest = _latest(page)
    return latest if latest and (as_of is None or latest <= as_of) else None
