"""A whole case as a folder of JSON Lines, and back: to be sent, kept under version control, or looked through.

    case.json        what is asked; of each other file how many lines it has, and its hash
    articles.jsonl   one article a line with its text, by id
    readings.jsonl   what was read in them, by article
    journal.jsonl    what people decided, in order, each entry chained to the one before
    answers.jsonl    the answers as they stood after each update
    raws/            the articles as they came, named by their hash

The same case gives the same bytes, from either store. What is derived is left out: an update makes it anew. An
import trusts nothing: whatever does not fit its hash, its chain or its text refuses the folder, and leaves nothing.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from sayso.errors import FormatError, StoreError
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.rulings import Ruling
from sayso.store import evidence
from sayso.store.codec import SCHEMA
from sayso.store.database import Database
from sayso.store.decisions import asked
from sayso.store.derived import add_moment, moments
from sayso.store.entries import append, chain
from sayso.store.folderlines import (
    FILES,
    ArticleLine,
    Head,
    JournalLine,
    MomentLine,
    ReadingLine,
    Written,
    is_raw,
    raw_name,
    read_head,
    read_lines,
    read_raw,
    write_bytes,
    write_lines,
)
from sayso.store.opening import making, open_case
from sayso.store.places import page_faults
from sayso.store.repository import Repository
from sayso.store.verifying import kept_faults

_REMEDY: Final = "export the case again"


def write(repository: Repository, folder: Path) -> None:
    """Write a case as a folder, which is new, empty, or an earlier export; StoreError where that cannot be.

    It is written beside its place first. Over an earlier export, file by file, case.json last: a run that is killed
    leaves a folder that an import refuses and a second export mends. Other files in it stay as they are.
    """
    target = Path(os.path.abspath(folder))  # noqa: PTH100 - what is a link stays one
    _check(target)
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        (draft / "raws").mkdir(parents=True)
        with repository.database.snapshot():
            _fill(repository, draft)
        _place(draft, target)
    except OSError as error:
        raise StoreError(f"{folder}: could not be written: {error}; check the folder and the room") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def read(folder: Path, place: str) -> Repository:
    """A new case at `place` from a folder, open; FormatError, and no case, where the folder is damaged."""
    head = read_head(folder)
    with making(place) as database:
        _Reading(folder, head, database).fill()
    return open_case(place)


def _fill(repository: Repository, draft: Path) -> None:
    """All files of a case."""
    database = repository.database
    names = {"articles": _articles, "readings": _readings, "journal": _journal, "answers": _answers}
    files: dict[str, Written] = {}
    for name, lines in names.items():
        files[f"{name}.jsonl"] = write_lines(draft / f"{name}.jsonl", lines(repository))
    for id_, name in _raws(repository):
        if not (draft / name).exists():
            write_bytes(draft / name, repository.raw(id_))
    write_lines(draft / "case.json", [Head(SCHEMA, "case", asked(database), files)])


def _raws(repository: Repository) -> Iterator[tuple[str, str]]:
    """Each article's id, in order, and the name of its original: where several have the same bytes, the first's."""
    given: dict[str, str] = {}
    rows = repository.database.query("SELECT id, path FROM articles ORDER BY id")
    for id_, path in rows:
        digest = hashlib.sha256(repository.raw(id_)).hexdigest()
        yield id_, given.setdefault(digest, raw_name(digest, path))


def _articles(repository: Repository) -> Iterator[ArticleLine]:
    numbers: dict[str, int] = dict(repository.database.query("SELECT id, number FROM articles"))
    for id_, name in _raws(repository):
        article = repository.article(id_)
        yield ArticleLine(SCHEMA, numbers[id_], evidence.hashed(article), name, article)


def _readings(repository: Repository) -> Iterator[ReadingLine]:
    rows = repository.database.query(
        """SELECT a.id, r.number, r.name, r.brain, r.digest, r.made FROM readings r
        JOIN articles a ON a.number = r.article ORDER BY a.id, r.number"""
    )
    for id_, number, name, brain, digest, at in rows:
        page = evidence.bare(repository.page(id_, name))
        sha256 = evidence.sealed(evidence.told(page), (name, brain, digest, at))
        yield ReadingLine(SCHEMA, id_, number, name, brain, digest, at, sha256, page)


def _journal(repository: Repository) -> Iterator[JournalLine]:
    for link in chain(repository.database):
        one = link.entry.ruling
        yield JournalLine(
            SCHEMA, link.entry.number, one.id, one.target, one.verdict, one.by, one.at, one.why, one.value,
            one.source, one.on, one.anchor, link.told,
        )  # fmt: skip


def _answers(repository: Repository) -> Iterator[MomentLine]:
    for one in moments(repository.database):
        yield MomentLine(
            SCHEMA, one.number, one.at, one.articles, one.hypothesis, one.probability, one.low, one.high, one.words
        )


def _check(target: Path) -> None:
    """StoreError where a folder holds something that is no export."""
    if not target.parent.is_dir():
        raise StoreError(f"{target}: there is no folder to put it into; make it first")
    if not target.exists() and not target.is_symlink():
        return
    if not target.is_dir():
        raise StoreError(f"{target}: is no folder; give another name")
    if not any(target.iterdir()):
        return
    try:
        read_head(target)
    except FormatError as error:
        raise StoreError(f"{target}: holds something else than an exported case; give another folder") from error
    if (target / "raws").is_symlink() or not (target / "raws").is_dir():
        raise StoreError(f"{target / 'raws'}: is no folder of its own; give another folder")


def _place(draft: Path, target: Path) -> None:
    """The draft in its place: as one where there is nothing, else file by file."""
    if not target.exists():
        draft.rename(target)
        return
    (target / "raws").mkdir(exist_ok=True)
    wanted = {path.name for path in (draft / "raws").iterdir()}
    for name in sorted(wanted):
        (draft / "raws" / name).replace(target / "raws" / name)
    for name in (*FILES, "case.json"):
        (draft / name).replace(target / name)
    for path in (target / "raws").iterdir():
        if is_raw(path.name) and path.name not in wanted:
            path.unlink()


class _Reading:
    """Fills an empty case from a folder, file by file; FormatError at the first thing that does not fit."""

    def __init__(self, folder: Path, head: Head, database: Database) -> None:
        self._folder, self._head, self._database = folder, head, database
        self._articles: dict[str, Article] = {}
        self._places: dict[str, str] = {}

    def fill(self) -> None:
        """All of it."""
        articles = self._read_articles()
        entries = self._read_journal()
        added = {one.target: (one.at, one.by) for one in reversed(entries) if one.verdict == "add"}
        for _, line, raw in sorted(articles, key=lambda one: one[1].number):
            at, by = added.get(line.article.id, ("", ""))
            evidence.keep(self._database, line.article, raw, by=by, at=at)
        self._read_readings()
        if (
            self._database.query("SELECT 1 FROM journal WHERE number = 1")
            and asked(self._database) != self._head.asked
        ):
            path = self._folder / "case.json"
            raise FormatError(f"{path}: asks something else than the journal; {_REMEDY}")
        self._read_answers()
        for fault in kept_faults(self._database):
            where = self._places.get(fault.where.removeprefix("article ").partition(",")[0], str(self._folder))
            raise FormatError(f"{where}: {fault.where}: {fault.what}; {_REMEDY}")

    def _read_articles(self) -> list[tuple[str, ArticleLine, bytes]]:
        """The lines of the articles with their places and their bytes."""
        out = []
        for where, line in read_lines(self._folder, FILES[0], ArticleLine, self._head.files[FILES[0]]):
            one = line.article
            if one.id in self._articles:
                raise FormatError(f"{where}: {one.id} stands there twice; {_REMEDY}")
            if evidence.hashed(one) != line.sha256:
                raise FormatError(f"{where}: {one.id} was changed: it has another hash; {_REMEDY}")
            raw = read_raw(self._folder, line.raw, one.raw_digest, where)
            self._articles[one.id], self._places[one.id] = one, where
            out.append((where, line, raw))
        numbers = sorted(line.number for _, line, _ in out)
        if numbers != list(range(1, len(out) + 1)):
            raise FormatError(f"{self._folder / FILES[0]}: the numbers of its articles have gaps; {_REMEDY}")
        return out

    def _read_journal(self) -> list[JournalLine]:
        """The entries, each written again and held against the one that was exported."""
        out = []
        for where, line in read_lines(self._folder, FILES[2], JournalLine, self._head.files[FILES[2]]):
            ruling = Ruling(
                line.target, line.verdict, line.by, line.at, line.why, line.value, line.source, line.on,
                anchor=line.anchor,
            )  # fmt: skip
            made = append(self._database, ruling)
            (told,) = self._database.query("SELECT chained FROM journal WHERE number = ?", (made.number,))[0]
            if (made.number, made.ruling.id, told) != (line.number, line.id, line.chained):
                what = (
                    f"journal entry {line.number} was changed, or one before it is missing: its hash does not fit"
                )
                raise FormatError(f"{where}: {what}; {_REMEDY}")
            out.append(line)
        return out

    def _read_readings(self) -> None:
        """The readings, every place in them sliced anew."""
        held = []
        for where, line in read_lines(self._folder, FILES[1], ReadingLine, self._head.files[FILES[1]]):
            article = self._articles.get(line.article)
            if article is None:
                raise FormatError(f"{where}: it is a reading of {line.article}, which is no article of the case")
            page: Page = replace(line.page, article=article)
            made = (line.name, line.brain, line.digest, line.made)
            if evidence.sealed(evidence.told(page), made) != line.sha256:
                raise FormatError(f"{where}: the reading was changed: it has another hash; {_REMEDY}")
            for fault in page_faults(page, f"article {article.id}"):
                raise FormatError(f"{where}: {fault.where}: {fault.what}; {_REMEDY}")
            held.append((line.number, page, made))
        for number, (told, page, made) in enumerate(sorted(held, key=lambda one: one[0]), start=1):
            if told != number:
                raise FormatError(f"{self._folder / FILES[1]}: the numbers of its readings have gaps; {_REMEDY}")
            evidence.keep_reading(self._database, page, made)

    def _read_answers(self) -> None:
        """The history of the answer."""
        last = self._head.files[FILES[2]].lines
        before = 0
        for where, line in read_lines(self._folder, FILES[3], MomentLine, self._head.files[FILES[3]]):
            if (
                not before <= line.number <= last
                or not 0 <= line.low <= line.probability + 1e-9 <= line.high + 2e-9
            ):
                raise FormatError(f"{where}: it does not fit the journal, or its figures are none; {_REMEDY}")
            before = line.number
            figures = (line.number, line.articles, line.probability, line.low, line.high, line.words)
            add_moment(self._database, figures, line.hypothesis, line.at)
