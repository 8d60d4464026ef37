"""Builders: cases made by hand from one line for each statement, all of it invented."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from sayso.model.article import Article, BlockKind
from sayso.model.case import Case, Page
from sayso.model.forecasts import Outcome
from sayso.model.origins import Origin, Route
from sayso.model.rulings import Ruling
from sayso.model.sources import Role, Source, SourceKind
from sayso.model.span import Ref, Span
from sayso.model.stances import Hypothesis, Lean, Stance
from sayso.model.statements import Commitment, Cue, Force, Hop, Mode, Polarity, Statement, Voice
from sayso.model.times import Dating, Interval, TimeMention

QUESTION = "Will Ostria close the harbour of Tarn by 30 June 2031?"
H1 = Hypothesis(
    "h1",
    "Ostria closes the harbour of Tarn by 30 June 2031",
    opens=date(2031, 5, 1),
    closes=date(2031, 6, 30),
)
H2 = Hypothesis("h2", "Ostria does not close the harbour of Tarn by 30 June 2031", negates="h1")
#: The same two without a last day: no time runs out.
TIMELESS = (replace(H1, closes=None), H2)
START = date(2031, 6, 1)


@dataclass(frozen=True)
class Said:
    """One statement in an article of its own: who, in which origin, with what stance, and on which day."""

    who: str = "Ada Lind"
    origin: str = "o1"
    lean: Lean = "support"
    strength: float = 1.0
    low: float = 0.9
    high: float = 1.0
    day: int | None = 0
    until: int | None = None
    kind: SourceKind = "person"
    role: str = ""
    force: Force = "assert"
    mode: Mode = "direct"
    polarity: Polarity = "affirmed"
    denial: str | None = None
    non_denial: bool = False
    relays: int = 0
    block: BlockKind = "paragraph"
    words: str = "the harbour will close"
    hypothesis: str = "h1"
    tag: str = ""
    sure: float = 1.0


@dataclass
class Story:
    """A case in the making."""

    said: Sequence[Said]
    hypotheses: tuple[Hypothesis, ...] = (H1, H2)
    as_of: int | None = 20
    retracted: dict[str, int] = field(default_factory=dict)
    circular: frozenset[str] = frozenset()
    how: Route = "said"
    outcomes: tuple[Outcome, ...] = ()
    rulings: tuple[Ruling, ...] = ()

    def case(self, **changes: Any) -> Case:
        """The case, with `changes` to its fields."""
        pages = [page_of(one, place) for place, one in enumerate(self.said)]
        pages += [empty_page(f"retraction-{origin}", day) for origin, day in self.retracted.items()]
        fields: dict[str, Any] = {
            "question": QUESTION,
            "as_of": None if self.as_of is None else day_of(self.as_of),
            "hypotheses": self.hypotheses,
            "pages": tuple(pages),
            "sources": case_sources(self.said),
            "origins": self._origins(),
            "stances": tuple(stance_of(one, place) for place, one in enumerate(self.said)),
            "outcomes": self.outcomes,
            "rulings": self.rulings,
        }
        return Case(**{**fields, **changes})

    def _origins(self) -> tuple[Origin, ...]:
        groups: dict[str, list[tuple[int, Said]]] = {}
        for place, one in enumerate(self.said):
            groups.setdefault(one.origin, []).append((place, one))
        return tuple(
            Origin(
                key,
                f"{group[0][1].who}'s word",
                self.how,
                tuple(statement_id(one, place) for place, one in group),
                tuple(article_id(one, place) for place, one in group),
                circular=key in self.circular,
                retracted=f"retraction-{key}" if key in self.retracted else None,
            )
            for key, group in groups.items()
        )


def case_of(*said: Said, **settings: Any) -> Case:
    """A case of `said`; `settings` are those of Story."""
    return Story(said, **settings).case()


def day_of(offset: int) -> date:
    """The day `offset` days after the story's first."""
    return START + timedelta(days=offset)


def article_id(one: Said, place: int) -> str:
    """The id of the article that carries the statement at `place`."""
    return f"a-{one.tag or place}"


def statement_id(one: Said, place: int) -> str:
    """The id of the statement at `place`."""
    return f"s-{one.tag or place}"


def page_of(one: Said, place: int) -> Page:
    """An article with this one statement: “words,” says who."""
    text = f"“{one.words},” {one.who} said."
    content = Span(1, 1 + len(one.words))
    name = Span(text.index(one.who, content.end), text.index(one.who, content.end) + len(one.who))
    key = article_id(one, place)
    source = Source(f"src-{key}", one.who, one.kind, (Ref(key, name),))
    innermost = Hop(Voice(name, one.who, source.id), Cue(None, "said"), one.force)
    relays = tuple(Hop(Voice(None, f"relay {n}", ""), Cue(None, "reported"), "assert") for n in range(one.relays))
    statement = Statement(
        statement_id(one, place),
        key,
        (content,),
        (*relays, innermost),
        None,
        one.mode,
        Commitment(one.polarity, one.low, one.high, non_denial=one.non_denial, denial=one.denial),
        block=one.block,
        confidence=one.sure,
    )
    article = Article(
        key, f"{key}.txt", text, "0" * 64, outlet=f"Outlet {place}", published=dated(one.day, one.until)
    )
    return Page(article, statements=(statement,), sources=(source,))


def empty_page(key: str, day: int) -> Page:
    """An article without statements, published on `day`."""
    return Page(Article(key, f"{key}.txt", "We withdraw our report.", "0" * 64, published=dated(day)))


def dated(day: int | None, until: int | None = None) -> Dating | None:
    """A publication date `day` days after the first, an interval up to `until`, or none."""
    if day is None:
        return None
    return Dating(Interval(day_of(day), day_of(day if until is None else until)), "given")


def case_sources(said: Iterable[Said]) -> tuple[Source, ...]:
    """The sources of the case: the same name is the same source."""
    members: dict[str, list[str]] = {}
    known: dict[str, Said] = {}
    for place, one in enumerate(said):
        members.setdefault(one.who, []).append(f"src-{article_id(one, place)}")
        known.setdefault(one.who, one)
    return tuple(
        Source(
            f"c-{who}",
            who,
            known[who].kind,
            roles=(Role(known[who].role, Ref("a", Span(0, 1))),) if known[who].role else (),
            members=tuple(members[who]),
        )
        for who in members
    )


def stance_of(one: Said, place: int) -> Stance:
    """What the statement at `place` says of its hypothesis."""
    return Stance(statement_id(one, place), one.hypothesis, one.lean, one.strength)


def with_time(page: Page, day: date) -> Page:
    """`page` whose one statement names `day`."""
    content = page.statements[0].content[0]
    mention = TimeMention("t1", content, content.of(page.article.text), day.isoformat(), "DATE", Interval(day, day))
    return replace(page, times=(mention,), statements=(replace(page.statements[0], times=("t1",)),))
