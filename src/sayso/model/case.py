"""A page is one article annotated; a case is all pages of a question, linked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.model.amounts import Amount, Quantity
from sayso.model.article import Article, Block
from sayso.model.forecasts import Outcome
from sayso.model.notes import Note
from sayso.model.origins import Copy, Drift, Melt, Origin, Reporting
from sayso.model.overreads import Overread
from sayso.model.rulings import Ruling
from sayso.model.sources import Merge, Office, Relation, Source
from sayso.model.stances import Clash, Hypothesis, NearMiss, Position, Stance
from sayso.model.statements import Statement
from sayso.model.times import TimeMention


@dataclass(frozen=True, slots=True)
class Page:
    """An article with what was found in it, everything at its place.

    `blocks` are in text order and do not overlap. `own_voice` holds the article's statements without a source,
    `overreads` what its headings say beyond their text.
    """

    article: Article
    blocks: tuple[Block, ...] = ()
    statements: tuple[Statement, ...] = ()
    own_voice: tuple[Statement, ...] = ()
    sources: tuple[Source, ...] = ()
    times: tuple[TimeMention, ...] = ()
    amounts: tuple[Amount, ...] = ()
    notes: tuple[Note, ...] = ()
    overreads: tuple[Overread, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """All pages of one question and what links them. The order of pages given changes nothing here."""

    question: str
    as_of: date | None
    hypotheses: tuple[Hypothesis, ...]
    pages: tuple[Page, ...]
    sources: tuple[Source, ...] = ()
    merges: tuple[Merge, ...] = ()
    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()
    stances: tuple[Stance, ...] = ()
    clashes: tuple[Clash, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    notes: tuple[Note, ...] = ()
    relations: tuple[Relation, ...] = ()
    offices: tuple[Office, ...] = ()
    melts: tuple[Melt, ...] = ()
    drifts: tuple[Drift, ...] = ()
    reporting: tuple[Reporting, ...] = ()
    near: tuple[NearMiss, ...] = ()
    positions: tuple[Position, ...] = ()
