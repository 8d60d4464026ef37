"""Cases of a known size to measure on: articles read, linked and weighed, and a million statements made of them.

The articles are the example story's, several to an article, each round with other words (texts.dated). Linking a
million statements is no part of what these benches ask, which is how lists, search and the desk are at that size:
so the rows of a linked case are repeated with other ids, words and places, its records with them, and are written
through the store as an update writes them. Sources are shared by GROUP repetitions, as a spokesman speaks in many
articles; articles, statements, origins and all records are of their own.
"""

from __future__ import annotations

import gc
import json
import re
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from bench.rooms import ASK
from bench.texts import dated
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.keeping import Asked
from sayso.model.rulings import Ruling
from sayso.model.span import content_id
from sayso.pipeline import Question, annotated, linked, load_brain
from sayso.showing.caserecords import parts
from sayso.store.database import Database, Row, single
from sayso.store.entries import append
from sayso.store.opening import create, open_case
from sayso.store.summaries import summarise
from sayso.weighing.effects import effects

AT: Final = "2024-12-01T10:00:00.000000+00:00"
#: Repetitions that share their sources.
GROUP: Final = 8

_ID: Final = re.compile(r"\b(s|a|origin|t|n|source|src)-([0-9a-f]{12})\b")
#: A word that a round of the story has marked with its number.
_MARKED: Final = re.compile(r"(?<=[a-z]{7})\d+\b")


def made(place: Path, articles: int, statements: int) -> str:
    """The place of a case of so many articles with about so many statements in all, linked and up to date."""
    pages = list(_pages(articles, statements))
    gc.set_threshold(100_000, 50, 100)  # as an update does
    began = time.monotonic()
    case, answers = linked(pages, Question(ASK), load_brain("rules"))
    moves = effects(case, answers)
    with create(str(place), Asked(ASK), by="Ada", at=AT) as repository:
        with repository.database.transaction():
            for page in pages:
                repository.add(page.article, page.article.text.encode(), by="Ada", at=AT)
                repository.add_reading(page, "rules", "0" * 64, at=AT)
        repository.keep(
            case, answers, number=repository.stand().number, at=AT, seconds=time.monotonic() - began,
            effects=moves, parts=parts(case, answers),
        )  # fmt: skip
    return str(place)


def _pages(articles: int, statements: int) -> Iterator[Page]:
    """Articles of the story joined until each has its share of the statements, read by rules."""
    brain, share = load_brain("rules"), statements / articles
    left = iter(dated(8 * articles))
    held = 0
    for number in range(articles):
        first = next(left)
        texts = [first.text]
        page = _read(first, texts, number, brain)
        while held + len(page.statements) < share * (number + 0.5):
            texts.append(next(left).text)
            page = _read(first, texts, number, brain)
        held += len(page.statements)
        yield page


def _read(first: Article, texts: Sequence[str], number: int, brain: Any) -> Page:  # noqa: ANN401 - any brain
    text = "\n\n".join(texts)
    digest = sha256(text.encode()).hexdigest()
    told = replace(
        first, id=content_id("a", number, text), text=text, layout=(), raw_digest=digest, path=f"story/{number}.txt"
    )
    return annotated(told, brain)


def multiplied(base: str, place: Path, statements: int) -> str:
    """The place of a case of at least so many statements: `base` over and over, with other ids and words."""
    with (
        open_case(base, writing=False) as origin,
        create(str(place), origin.asked(), by="Ada", at=AT) as repository,
    ):
        times = -(-statements // origin.stand().statements)
        _Copier(origin.database, repository.database, times).copy()
    return str(place)


#: Tables of rows that are repeated, those that others point at first, each with what its columns count on.
_TABLES: Final[Mapping[str, Mapping[str, str]]] = {
    "sources": {"number": "sources"},
    "origins": {"number": "origins", "source": "sources", "first_article": "articles", "retracted": "articles"},
    "statements": {"number": "statements", "article": "articles", "source": "sources", "origin": "origins"},
    "stances": {"statement": "statements"},
    "times": {"number": "times", "article": "articles"},
    "amounts": {"number": "amounts", "article": "articles"},
    "answers": {},
    "reasons": {"number": "reasons", "origin": "origins"},
    "notes": {"number": "notes", "article": "articles"},
    "dates": {"article": "articles"},
    "parts": {"number": "parts"},
}
#: Columns whose texts are the same in all repetitions.
_FIXED: Final = ("said", "hypothesis", "kind", "timex", "earliest", "latest")
#: Records that a case has once, however large it is.
_ONCE: Final = ("hypothesis", "inconsistency")


class _Copier:
    """Writes the rows of one case into another one, so many times."""

    def __init__(self, origin: Database, other: Database, times: int) -> None:
        self._origin, self._other, self._times = origin, other, times
        numbered = {"articles", "readings", *_TABLES} - {"stances", "dates", "answers"}
        self._sizes = {name: _last(origin, name) for name in numbered}
        self._changes = [_changed(turn) for turn in range(times)]

    def copy(self) -> None:
        """Evidence, what is derived from it, and how far the case is."""
        other = self._other
        with other.transaction():
            for turn in range(self._times):
                self._evidence(turn)
            with other.emptied():
                for table in _TABLES:
                    other.load(table, self._names(table), self._rows(table))
                summarise(other)
            for key, value in self._origin.query("SELECT key, value FROM about WHERE key LIKE '%update%'"):
                told = str(1 + self._times * self._sizes["articles"]) if key == "updated to entry" else value
                other.execute("INSERT INTO about (key, value) VALUES (?, ?)", (key, told))
            moments = self._origin.query("SELECT * FROM moments")
            other.load("moments", self._names("moments"), [(one[0], 1, *one[2:]) for one in moments])

    def _names(self, table: str) -> list[str]:
        return [row[1] for row in self._origin.query(f"PRAGMA table_info({table})")]

    def _evidence(self, turn: int) -> None:
        """The articles of one repetition with their bytes, readings and "add" entries."""
        changed, size, other = self._changes[turn], self._sizes["articles"], self._other
        names = self._names("articles")
        for row in self._origin.query("SELECT * FROM articles ORDER BY number"):
            told: list[Any] = [changed(one) if isinstance(one, str) else one for one in row]
            told[0] += turn * size
            raw = str(told[names.index("text")]).encode()
            other.load("articles", names, [told])
            raws = (told[0], sha256(raw).hexdigest(), len(raw), zlib.compress(raw, 6))
            other.load("raws", self._names("raws"), [raws])
            other.index(told[0])
            append(other, Ruling(str(told[1]), "add", "Ada", AT, ""))
        for row in self._origin.query("SELECT * FROM readings ORDER BY number"):
            packed = zlib.compress(changed(zlib.decompress(row[-1]).decode()).encode(), 6)
            numbers = row[0] + turn * self._sizes["readings"], row[1] + turn * size
            other.load("readings", self._names("readings"), [(*numbers, *row[2:-1], packed)])

    def _rows(self, table: str) -> Iterator[Row]:
        """The rows of a table in all repetitions."""
        names = self._names(table)
        order = "hypothesis, statement" if table == "stances" else "1"
        kept = self._origin.query(f"SELECT * FROM {table} ORDER BY {order}")  # noqa: S608 - names from above
        for turn in range(self._times):
            for row in kept:
                if not (turn and self._once(table, row, turn)):
                    yield self._row(names, table, row, turn)

    @staticmethod
    def _once(table: str, row: Row, turn: int) -> bool:
        """Whether a row is one that this repetition shares with others."""
        shared = table == "sources" or (table == "parts" and row[1] == "source")
        return table == "answers" or (shared and turn % GROUP > 0) or (table == "parts" and row[1] in _ONCE)

    def _row(self, names: Sequence[str], table: str, row: Row, turn: int) -> Row:
        out: list[Any] = []
        for name, value in zip(names, row, strict=True):
            other = _TABLES[table].get(name)
            if other and value is not None:
                by = turn // GROUP if other == "sources" else turn
                out.append(value + by * self._sizes[other])
            elif turn and isinstance(value, str) and name not in _FIXED:
                out.append(self._changes[turn](value))
            else:
                out.append(value)
        if table == "parts":
            out[2] = out[2] * self._times + turn
            if row[1] == "hypothesis":
                out[-1] = self._hypothesis(out[-1])
        return tuple(out)

    def _hypothesis(self, record: str) -> str:
        """The record of a hypothesis whose answer rests on the origins of all repetitions."""
        told = json.loads(record)
        answer = told["answer"] or {}
        for name in {"reasons", "without"} & answer.keys():
            first = 1 if name == "reasons" else 0
            again = json.dumps(answer[name][first:], ensure_ascii=False)
            every = [one for changed in self._changes for one in json.loads(changed(again))]
            answer[name] = [*answer[name][:first], *every]
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _last(origin: Database, table: str) -> int:
    """The number of a table's last row."""
    return int(single(origin.query(f"SELECT max(number) FROM {table}")) or 0)  # noqa: S608 - names from above


def _changed(turn: int) -> Callable[[str], str]:
    """What makes a text that of another repetition: other ids, other marks on words, all as long as before."""
    if not turn:
        return str

    def other(found: re.Match[str]) -> str:
        key = turn // GROUP if found[1] in {"source", "src"} else turn
        return f"{found[1]}-{int(found[2], 16) ^ (key * _STEP & _ALL):012x}"

    step = (1, 3, 7, 9)[turn % 4]
    digits = str.maketrans("0123456789", "".join(str((turn + one * step) % 10) for one in range(10)))

    def changed(text: str) -> str:
        return _MARKED.sub(lambda found: found[0].translate(digits), _ID.sub(other, text))

    return changed


#: What ids are mixed with: an odd number without a pattern, and twelve hexadecimal digits.
_STEP, _ALL = 0x9E3779B97F4A7C15, 0xFFFFFFFFFFFF
