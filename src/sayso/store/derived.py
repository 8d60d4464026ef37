"""What is derived from evidence and rulings: written whole by each update, and read back."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import msgspec

from sayso.errors import StoreError
from sayso.model.answers import Answers
from sayso.model.case import Case, Page
from sayso.model.keeping import Moment, Stand
from sayso.model.statements import Statement
from sayso.store.database import Database, Value, shown, single
from sayso.store.decisions import asked, states
from sayso.store.evidence import article, belonging, unread_ids
from sayso.store.summaries import summarise, write_parts

#: How hard the case as it was computed is packed: it is read and written often.
_LEVEL: Final = 1
_NUMBER, _AT, _SECONDS, _HELD = "updated to entry", "updated", "seconds of the update", "articles in the update"
#: The line of the table about that holds `digest`.
DIGEST: Final = "sha256 of the update"
_MOMENT: Final = "entry, made, articles, hypothesis, probability, low, high, words"


def keep(
    database: Database,
    results: tuple[Case, Answers],
    about: tuple[int, str, float],
    *,
    effects: Mapping[str, float],
    parts: Mapping[str, Sequence[Mapping[str, object]]],
) -> None:
    """All derived tables anew from case and answers; `about` is the last journal entry in them, when, seconds."""
    number, at, seconds = about
    case, answers = results
    with database.transaction():
        with database.emptied():
            Writer(database, case, answers).write(effects)
            write_parts(database, parts)
            _write_computed(database, case, answers)
            summarise(database)
        _write_moments(database, (case, answers), number, at)
        for key, value in (
            (_NUMBER, str(number)), (_AT, at), (_SECONDS, repr(seconds)), (_HELD, str(len(case.pages))),
        ):  # fmt: skip
            _tell(database, key, value)
        _tell(database, DIGEST, digest(database))


def digest(database: Database) -> str:
    """SHA-256 over what an update wrote and nothing else tells again: effects, records, moments."""
    told = hashlib.sha256()
    for sql in (
        f"SELECT key, value FROM about WHERE key NOT IN ('{DIGEST}', 'tables') ORDER BY key",
        "SELECT id, effect FROM statements WHERE effect IS NOT NULL ORDER BY number",
        "SELECT number, kind, place, id, words, record FROM parts ORDER BY number",
        f"SELECT number, {_MOMENT} FROM moments ORDER BY number",
    ):
        for row in database.each(sql):
            told.update(msgspec.json.encode(row) + b"\n")
    return told.hexdigest()


class Writer:
    """Writes the rows of one case; ids become the numbers of rows."""

    def __init__(self, database: Database, case: Case, answers: Answers) -> None:
        """Take what is to be written, and where to."""
        self._database, self._case, self._answers = database, case, answers
        self._articles: dict[str, int] = dict(database.query("SELECT id, number FROM articles"))
        self._sources: dict[str, int] = {}
        self._origins: dict[str, int] = {}
        self._statements: dict[str, int] = {}
        self._mains = [one.id for one in case.hypotheses if one.negates is None] or [
            one.id for one in case.hypotheses
        ]

    def write(self, effects: Mapping[str, float]) -> None:
        """All tables, those that others point at first."""
        load = self._database.load
        load("sources", ("number", "id", "name", "kind", "aliases"), self._source_rows())
        load(
            "origins",
            ("number", "id", "root", "how", "backer", "source", "first_article", "retracted"),
            self._origin_rows(),
        )
        load("statements", STATEMENT, self._statement_rows(effects))
        load("stances", ("hypothesis", "statement", "lean", "strength"), self._stance_rows())
        load("dates", ("article", "earliest", "latest", "how"), self._date_rows())
        load(
            "times",
            ("number", "id", "article", "begins", "ends", "words", "timex", "type", "bound", "earliest", "latest"),
            self._time_rows(),
        )
        load(
            "amounts",
            ("number", "id", "article", "begins", "ends", "words", "bound", "low", "high", "unit", "qualified"),
            self._amount_rows(),
        )
        load(
            "answers",
            (
                "hypothesis",
                "place",
                "words",
                "opens",
                "closes",
                "probability",
                "low",
                "high",
                "likelihood",
                "confidence",
            ),
            self._answer_rows(),
        )
        load("reasons", ("number", "hypothesis", "kind", "origin", "weight", "words"), self._reason_rows())
        load("notes", ("number", "code", "message", "article", "begins", "ends"), self._note_rows())

    def _source_rows(self) -> Iterator[Sequence[Value]]:
        """The sources of the case, then those of single articles that none of them stands for."""
        number = 0
        for source in (*self._case.sources, *(one for page in self._case.pages for one in page.sources)):
            if source.id in self._sources:
                continue
            number += 1
            for member in (source.id, *source.members):
                self._sources.setdefault(member, number)
            aliases = msgspec.json.encode(source.aliases).decode()
            yield number, source.id, shown(source.name), source.kind, aliases

    def _origin_rows(self) -> Iterator[Sequence[Value]]:
        for number, origin in enumerate(self._case.origins, start=1):
            self._origins[origin.id] = number
            yield (
                number, origin.id, shown(origin.root), origin.how, origin.backer.name if origin.backer else None,
                self._sources.get(origin.source or ""), self._articles.get(origin.first or ""),
                self._articles.get(origin.retracted or ""),
            )  # fmt: skip

    def _statement_rows(self, effects: Mapping[str, float]) -> Iterator[Sequence[Value]]:
        """Each statement, and what an article says in its own voice where anything or anybody speaks of it."""
        origins = {one: self._origins[origin.id] for origin in self._case.origins for one in origin.statements}
        main = self._mains[0] if self._mains else None
        stances = {s.statement: (s.lean, s.strength) for s in self._case.stances if s.hypothesis == main}
        judged = states(self._database)
        named = origins.keys() | judged.keys() | {stance.statement for stance in self._case.stances}
        number = 0
        for page in sorted(self._case.pages, key=lambda one: self._articles[one.article.id]):
            held = [*page.statements, *(one for one in page.own_voice if one.id in named)]
            for one in sorted(held, key=lambda statement: (statement.content[0], statement.id)):
                number += 1
                self._statements[one.id] = number
                state, locked, changed = judged.get(one.id, ("open", False, 0))
                lean, strength = stances.get(one.id, ("unrelated", 0.0))
                yield (
                    number, one.id, self._articles[page.article.id], self._source(one), origins.get(one.id),
                    _said(page, one), one.chain[-1].force if one.chain else None, one.mode, one.commitment.polarity,
                    one.commitment.low, one.commitment.high, lean, strength, effects.get(one.id), state,
                    int(locked), changed, *_places(one), shown(one.words(page.article.text)),
                )  # fmt: skip

    def _source(self, statement: Statement) -> int | None:
        return self._sources.get(statement.chain[-1].source.id) if statement.chain else None

    def _stance_rows(self) -> Iterator[Sequence[Value]]:
        found = {
            (one.hypothesis, number): one
            for one in self._case.stances
            if (number := self._statements.get(one.statement)) is not None
        }
        for (hypothesis, number), one in sorted(found.items(), key=lambda item: item[0]):
            yield hypothesis, number, one.lean, one.strength

    def _date_rows(self) -> Iterator[Sequence[Value]]:
        for page in self._case.pages:
            if dating := page.article.published:
                days = dating.interval
                yield self._articles[page.article.id], _iso(days.earliest), _iso(days.latest), dating.how

    def _time_rows(self) -> Iterator[Sequence[Value]]:
        number = 0
        for page in self._case.pages:
            for one in page.times:
                number += 1
                yield (
                    number, one.id, self._articles[page.article.id], one.span.start, one.span.end, shown(one.text),
                    one.timex, one.type, one.bound, _iso(one.interval.earliest), _iso(one.interval.latest),
                )  # fmt: skip

    def _amount_rows(self) -> Iterator[Sequence[Value]]:
        number = 0
        for page in self._case.pages:
            for one in page.amounts:
                number += 1
                yield (
                    number, one.id, self._articles[page.article.id], one.span.start, one.span.end, shown(one.text),
                    one.bound, one.low, one.high, one.unit, one.of,
                )  # fmt: skip

    def _answer_rows(self) -> Iterator[Sequence[Value]]:
        given = {one.hypothesis: one for one in self._answers.answers}
        for place, one in enumerate(self._case.hypotheses):
            answer = given.get(one.id)
            figures: Sequence[Value] = (None,) * 5
            if answer:
                figures = (answer.probability, answer.low, answer.high, answer.words, answer.confidence)
            yield one.id, place, one.text, _iso(one.opens), _iso(one.closes), *figures

    def _reason_rows(self) -> Iterator[Sequence[Value]]:
        number = 0
        for answer in self._answers.answers:
            for one in answer.reasons:
                number += 1
                origin = self._origins.get(one.origin or "")
                yield number, answer.hypothesis, one.kind, origin, one.weight, shown(one.text)

    def _note_rows(self) -> Iterator[Sequence[Value]]:
        places = (
            (page.article.id, note) for page in self._case.pages for note in (*page.article.notes, *page.notes)
        )
        case = (("", note) for note in (*self._case.notes, *self._answers.notes))
        for number, (owner, note) in enumerate((*places, *case), start=1):
            ref = note.ref
            yield (
                number, note.code, shown(note.message), self._articles.get(ref.article if ref else owner),
                ref.span.start if ref else None, ref.span.end if ref else None,
            )  # fmt: skip


#: The columns of a statement, in the order in which they are written.
STATEMENT: Final = (
    "number", "id", "article", "source", "origin", "said", "force", "mode", "polarity", "low", "high", "lean",
    "strength", "effect", "state", "locked", "changed", "begins", "ends", "places", "words",
)  # fmt: skip


def derived(database: Database) -> tuple[Case, Answers] | None:
    """Case and answers as of the last update; None before the first."""
    with database.snapshot():
        found: dict[str, bytes] = dict(database.query("SELECT name, packed FROM computed"))
        if not {"case", "answers"} <= found.keys():
            return None
        try:
            case = msgspec.json.decode(zlib.decompress(found["case"]), type=Case)
            answers = msgspec.json.decode(zlib.decompress(found["answers"]), type=Answers)
        except (zlib.error, msgspec.MsgspecError, ValueError) as error:
            raise StoreError(
                f"{database.place}: the last update cannot be read ({error}); run sayso update {database.place}"
            ) from error
        pages = [
            replace(page, article=replace(page.article, text=article(database, page.article.id).text))
            for page in case.pages
        ]
    return replace(case, pages=tuple(pages)), answers


def stand(database: Database) -> Stand:
    """How far the case is."""
    with database.snapshot():
        told: dict[str, str] = dict(database.query("SELECT key, value FROM about"))
        number = int(single(database.query("SELECT coalesce(max(number), 0) FROM journal")))
        since = int(told.get(_NUMBER, 1))
        behind = single(
            database.query("SELECT count(*) FROM journal WHERE number > ? AND verdict <> 'comment'", (since,))
        )
        held = belonging(database)
        return Stand(
            question=asked(database).question,
            articles=len(held),
            statements=int(single(database.query("SELECT coalesce(max(number), 0) FROM statements"))),
            reviewed=int(single(database.query("SELECT count(*) FROM statements WHERE state <> 'open'"))),
            number=number,
            behind=int(behind),
            unread=len(unread_ids(database, held)),
            updated=told.get(_AT),
            seconds=float(told[_SECONDS]) if _SECONDS in told else None,
        )


def moments(database: Database) -> tuple[Moment, ...]:
    """The answers as they stood after each update, in order."""
    rows = database.query(f"SELECT {_MOMENT} FROM moments ORDER BY number")
    return tuple(Moment(*row) for row in rows)


def memo(database: Database, kind: str) -> dict[str, str]:
    """What was computed before and may be used again, by key."""
    return dict(database.query("SELECT key, value FROM memos WHERE kind = ?", (kind,)))


def remember(database: Database, kind: str, pairs: Mapping[str, str]) -> None:
    """Keep what was computed for another time."""
    with database.transaction():
        database.many(
            """INSERT INTO memos (kind, key, value) VALUES (?, ?, ?)
            ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value""",
            ((kind, key, value) for key, value in pairs.items()),
        )


def _write_computed(database: Database, case: Case, answers: Answers) -> None:
    """Case and answers whole, without the texts, which the articles have."""
    bare = replace(case, pages=tuple(replace(page, article=replace(page.article, text="")) for page in case.pages))
    rows = [
        (name, zlib.compress(msgspec.json.encode(one), _LEVEL))
        for name, one in (("case", bare), ("answers", answers))
    ]
    database.load("computed", ("name", "packed"), rows)


def _write_moments(database: Database, results: tuple[Case, Answers], number: int, at: str) -> None:
    """The answers as they stand now, for the history; the same figures at the same entry are not told twice."""
    case, answers = results
    last = {row[0]: row[1:] for row in database.query(
        "SELECT hypothesis, entry, articles, probability, low, high, words FROM moments ORDER BY number"
    )}  # fmt: skip
    for one in answers.answers:
        figures = (number, len(case.pages), one.probability, one.low, one.high, one.words)
        if last.get(one.hypothesis) != figures:
            add_moment(database, figures, one.hypothesis, at)


def add_moment(database: Database, figures: tuple[Value, ...], hypothesis: str, at: str) -> None:
    """One line of the history; `figures` are entry, articles, probability, low, high, words. In a transaction."""
    database.execute(
        """INSERT INTO moments (number, entry, articles, probability, low, high, words, hypothesis, made)
        SELECT coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM moments""",
        (*figures, hypothesis, at),
    )


def _tell(database: Database, key: str, value: str) -> None:
    """One line of the table about."""
    database.execute(
        "INSERT INTO about (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def _places(statement: Statement) -> tuple[int, int, str | None]:
    """Where a statement's content begins and ends, and its pieces where it has several."""
    spans = statement.content
    several = " ".join(f"{span.start}-{span.end}" for span in spans) if len(spans) > 1 else None
    return min(span.start for span in spans), max(span.end for span in spans), several


def _said(page: Page, statement: Statement) -> str | None:
    """The last day by which a statement was said."""
    dating = statement.said or page.article.published
    return _iso(dating.interval.latest) if dating else None


def _iso(day: Any) -> str | None:  # noqa: ANN401 - a date or None
    return day.isoformat() if day else None
