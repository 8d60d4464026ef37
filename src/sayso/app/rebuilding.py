"""A case built from what it keeps: the readings and rulings up to a journal entry, linked and weighed anew.

The same entries give the same case to the byte, whenever it is built.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import msgspec

from sayso import __version__, pipeline
from sayso.app.talk import Progress, quiet
from sayso.brain.digests import digest
from sayso.brain.memos import Memoed
from sayso.errors import StoreError
from sayso.linking.questions import Terms
from sayso.linking.rereading import PAIRS, counted, of_articles
from sayso.model.answers import Answers
from sayso.model.case import Case, Page
from sayso.model.forecasts import Resolved
from sayso.model.keeping import Asked, Entry
from sayso.model.rulings import Ruling, counting, standing
from sayso.model.settings import Settings
from sayso.store.repository import Repository
from sayso.weighing.likelihood import DEFAULT_YARDSTICK

#: Rulings that say what belongs to a case and what it asks, and nothing of what was read.
HOUSEHOLD: Final = frozenset({"ask", "add", "leave", "adopt"})


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What a case is built with beside its entries.

    `as_of` is another day of the answer than the case's own, `records` let sources' past forecasts weigh, `instead`
    names by article a reading that is taken as adopted last; `remember` keeps what the network judged for another
    time.
    """

    as_of: date | None = None
    records: Sequence[Resolved] = ()
    instead: Mapping[str, str] = field(default_factory=dict)
    remember: bool = False


PLAIN: Final = Otherwise()


def current(repository: Repository, *, progress: Progress = quiet) -> tuple[Case, Answers]:
    """The case and its answers with all that is known of it now: as kept where nothing is behind, else built anew.

    Nothing is kept, so that it also does for a case that may only be read; unread articles are left out.
    """
    stand = repository.stand()
    kept = repository.derived() if stand.updated and not stand.behind and not stand.unread else None
    return kept or built(repository, repository.journal(), progress=progress)


def built_at(
    repository: Repository, number: int | None = None, way: Otherwise = PLAIN, *, progress: Progress = quiet
) -> tuple[Case, Answers]:
    """The case as after journal entry `number` (None: the last), to the byte; StoreError where there is none."""
    entries = repository.journal()
    if number is not None:
        if not 1 <= number <= len(entries):
            raise StoreError(
                f"{repository.place}@{number}: there is no such entry; the journal goes from 1 to {len(entries)}"
            )
        entries = entries[:number]
    return built(repository, entries, way, progress=progress)


def built(
    repository: Repository, entries: Sequence[Entry], way: Otherwise = PLAIN, *, progress: Progress = quiet
) -> tuple[Case, Answers]:
    """The case of these journal entries and its answers."""
    rulings = tuple(entry.ruling for entry in entries)
    asked = asked_in(rulings)
    pages = pages_in(repository, rulings, way.instead)
    progress(f"linking {len(pages)} article{'' if len(pages) == 1 else 's'}")
    kept = f"bearing {digest(asked.brain, __version__)[:16]}"
    plain = pipeline.load_brain(asked.brain)
    entailer = Memoed(plain.entailer, repository.memo(kept))
    question = question_of(asked, way.as_of)
    settings: Settings = {
        **settings_of(asked),
        "rulings": tuple(one for one in counting(rulings) if one.verdict not in HOUSEHOLD),
        "records": way.records,
        "progress": progress,
    }
    found = pipeline.linked(pages, question, pipeline.Brain(plain.tagger, entailer, plain.gauge), **settings)
    if entailer.fresh and way.remember:
        repository.remember(kept, entailer.fresh)
    return found


def unfounded(asked: Asked) -> tuple[Case, Answers]:
    """The answer before any article; SettingError where the question cannot be asked."""
    return pipeline.linked((), question_of(asked), pipeline.load_brain(asked.brain), **settings_of(asked))


def settings_of(asked: Asked) -> Settings:
    """What a question is answered with, as the hallway takes it."""
    return {
        "families": asked.families,
        "prior": asked.prior,
        "prior_why": asked.prior_why,
        "yardstick": asked.yardstick or DEFAULT_YARDSTICK,
    }


def question_of(asked: Asked, as_of: date | None = None) -> pipeline.Question:
    """The question of a case as the hallway takes it."""
    day, opens, closes = (
        date.fromisoformat(told) if told else None for told in (asked.as_of, asked.opens, asked.closes)
    )
    terms = Terms(opens, closes, asked.resolver)
    return pipeline.Question(asked.question, asked.hypotheses, as_of or day, terms)


def asked_in(rulings: Iterable[Ruling]) -> Asked:
    """What is asked after these rulings."""
    last = [one for one in standing(rulings) if one.verdict == "ask"][-1]
    return msgspec.json.decode(last.value or "", type=Asked)


def pages_in(repository: Repository, rulings: Sequence[Ruling], instead: Mapping[str, str]) -> tuple[Page, ...]:
    """The readings that count after these rulings, of the articles that belong to the case then.

    What people touched in an earlier reading of an article is carried over from it. `instead` names by article a
    reading that is taken as adopted last.
    """
    mine = of_articles(rulings)
    held = [one.target for one in standing(rulings) if one.verdict == "add"]
    return tuple(
        page
        for article in held
        if (page := page_in(repository, article, concerning(mine, article), instead.get(article)))
    )


def concerning(mine: Mapping[str, tuple[Ruling, ...]], article: str) -> tuple[Ruling, ...]:
    """The rulings on an article and its statements, then those on pairs, some end of which may be in it."""
    return (*mine.get(article, ()), *mine.get(PAIRS, ()))


def page_in(repository: Repository, article: str, rulings: Sequence[Ruling], instead: str | None) -> Page | None:
    """The reading of an article that counts after the rulings on it; None where it was not read."""
    names = repository.readings(article)
    if not names:
        return None
    made = [*rulings, Ruling(article, "adopt", "", "", "", instead)] if instead else rulings
    adopted = {one.value or "" for one in made if one.verdict == "adopt"}
    wanted = [name for name in names if name == names[0] or name in adopted]
    if len(wanted) == 1:
        return repository.page(article, names[0])
    return counted({name: repository.page(article, name) for name in wanted}, names[0], made)
