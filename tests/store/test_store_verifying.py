"""Verifying: a whole case gives no fault, and whatever is changed in one by hand is named."""

import hashlib
import json
import shutil
import sqlite3
import time
import zlib
from dataclasses import replace

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.stories import AT, read_story, story

from sayso.model.case import Page
from sayso.model.keeping import Asked
from sayso.model.span import Span, content_id
from sayso.store.entries import _FIELDS, FIRST, chained
from sayso.store.evidence import sealed
from sayso.store.opening import create, open_case
from sayso.store.places import case_faults, page_faults
from sayso.store.sums import log_odds, logistic, sum_faults
from sayso.store.verifying import verify

#: What a vandal may change, and what cannot be told from anything else: work that is kept to be quicker, and the
#: parts of SQLite's own indexes of words, which its own check names as one.
TABLES = (
    "about", "articles", "raws", "readings", "journal", "moments", "sources", "origins", "statements", "stances",
    "times", "amounts", "answers", "reasons", "notes", "dates", "parts", "timeline", "columns", "computed",
)  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A good case in a file."""
    path = tmp_path_factory.mktemp("whole") / "harbour.sayso"
    story(str(path)).close()
    return path


def faults(path):
    """All that is wrong with the case in a file, as lines."""
    with open_case(str(path)) as repository:
        return [f"{fault.where}: {fault.what}" for fault in verify(repository)]


def vandalise(path, change):
    """Change a case as somebody may who has the file: without its guards, which are put back."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    change(connection)
    for _, sql in guards:
        connection.execute(sql)
    connection.commit()
    connection.close()


def test_a_case_of_before_a_field_was_added_has_no_fault(whole, tmp_path):
    """What was written by a version whose articles and anchors had fewer fields fits its hashes as it stands."""

    def older(connection):
        for number, text, told in connection.execute("SELECT number, text, record FROM articles").fetchall():
            record = {key: value for key, value in json.loads(told).items() if key != "candidates"}
            raw = msgspec.json.encode({**record, "text": record["text"] or text})
            connection.execute(
                "UPDATE articles SET record = ?, sha256 = ? WHERE number = ?",
                (msgspec.json.encode(record).decode(), hashlib.sha256(raw).hexdigest(), number),
            )
        before = FIRST
        for row in connection.execute(f"SELECT number, {_FIELDS} FROM journal ORDER BY number").fetchall():  # noqa: S608
            anchor = json.dumps({**json.loads(row[-1]), "later": None}) if row[-1] else None
            before = chained(before, row[0], (*row[1:-1], anchor))
            connection.execute(
                "UPDATE journal SET anchor = ?, chained = ? WHERE number = ?", (anchor, before, row[0])
            )

    path = tmp_path / "older.sayso"
    shutil.copy(whole, path)
    vandalise(path, older)
    assert faults(path) == []


def test_a_whole_case_has_no_fault(place):
    """A case with readings, an update, rulings, an undo and an adopted reading is whole, on either store."""
    with story(place) as repository:
        assert list(verify(repository)) == []
    with open_case(place, writing=False) as repository:
        assert list(verify(repository)) == []


def test_a_case_without_an_update_is_whole(place):
    """A case of which nothing was derived yet has nothing that could be wrong with that."""
    pages, _, _ = read_story()
    with create(place, Asked("Will it rain?"), by="ada", at=AT.format(0)) as repository:
        assert list(verify(repository)) == []
        repository.add(pages[0][0].article, pages[0][1], by="ada", at=AT.format(1))
        assert list(verify(repository)) == []


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_field_changed_by_hand_is_named(whole, tmp_path, data):
    """Whatever single field of whatever row is changed by hand, verify names it."""
    path = tmp_path / "changed.sayso"
    shutil.copy(whole, path)
    told = []

    def change(connection):
        table = data.draw(st.sampled_from(TABLES), label="table")
        rows = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 (names of our own)
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        row = data.draw(st.integers(0, rows - 1), label="row")
        name = data.draw(st.sampled_from(names), label="column")
        found = connection.execute(f"SELECT * FROM {table} LIMIT 1 OFFSET ?", (row,)).fetchone()  # noqa: S608
        old = found[names.index(name)]
        new = changed(old, data)
        keys = " AND ".join(f"{one} IS ?" for one in names)
        try:
            done = connection.execute(
                f"UPDATE {table} SET {name} = ? WHERE {keys}",  # noqa: S608 (names of our own)
                (new, *found),
            )
        except sqlite3.IntegrityError:  # the table itself refuses it
            return
        assert done.rowcount == 1
        told.append(f"{table}.{name} of row {row}: {old!r} to {new!r}"[:300])

    vandalise(path, change)
    if told:
        assert faults(path), told


def changed(old, data):
    """Another value of the same type."""
    if old is None:
        return data.draw(st.sampled_from(["x", 1, 0.5]))
    if isinstance(old, str):
        at = data.draw(st.integers(0, max(0, len(old) - 1)))
        letter = data.draw(st.sampled_from("xq7 ."))
        new = old[:at] + letter + old[at + 1 :]
        return new if new != old else old + "x"
    if isinstance(old, bytes):
        at = data.draw(st.integers(0, max(0, len(old) - 1)))
        return old[:at] + bytes([(old[at] if old else 0) ^ data.draw(st.integers(1, 255))]) + old[at + 1 :]
    return old + data.draw(st.sampled_from([1, -1, 7]))


@pytest.mark.parametrize("table", TABLES)
def test_a_row_deleted_by_hand_is_named(whole, tmp_path, table):
    """A row that was taken out of a table is missed."""
    path = tmp_path / "changed.sayso"
    shutil.copy(whole, path)

    def change(connection):
        one = key(connection, table)
        rows = connection.execute(f"SELECT {one} FROM {table} ORDER BY {one}").fetchall()  # noqa: S608 (our own names)
        assert connection.execute(f"DELETE FROM {table} WHERE {one} = ?", rows[len(rows) // 2]).rowcount  # noqa: S608

    vandalise(path, change)
    assert faults(path)


def key(connection, table):
    """The first column of a table."""
    return connection.execute(f"PRAGMA table_info({table})").fetchone()[1]


def test_guards_taken_away_are_named(whole, tmp_path):
    """A case that no longer refuses to be changed says so."""
    path = tmp_path / "changed.sayso"
    shutil.copy(whole, path)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TRIGGER journal_never_change")
    assert any("journal_never_change: it is missing" in line for line in faults(path))


def test_an_edited_text_names_the_article_and_the_orphans(whole, tmp_path):
    """Where the text was edited, the article is named, what was read in it, and each ruling that lost its words."""
    path = tmp_path / "changed.sayso"
    shutil.copy(whole, path)
    with open_case(str(path)) as repository:
        held = next(entry for entry in repository.journal() if entry.ruling.anchor)
    assert held.ruling.anchor
    article = held.ruling.anchor.article
    vandalise(path, lambda one: one.execute("UPDATE articles SET text = 'Q' || text WHERE id = ?", (article,)))
    found = faults(path)
    assert any(f"article {article}: its text" in line for line in found)
    assert any(f"journal entry {held.number}: an orphan" in line for line in found)
    assert any(f"article {article}, reading" in line and "its words are" in line for line in found)


def test_a_reading_forged_with_its_hash_is_named_by_its_words(whole, tmp_path):
    """A place moved by one letter is found also where the forger wrote the hash that fits."""
    path = tmp_path / "changed.sayso"
    shutil.copy(whole, path)

    def change(connection):
        number, packed, *made = connection.execute(
            "SELECT number, packed, name, brain, digest, made FROM readings LIMIT 1"
        ).fetchone()
        page = msgspec.json.decode(zlib.decompress(packed), type=Page)
        one = next(one for one in page.statements if one.chain and one.chain[-1].cue.span)
        hop = one.chain[-1]
        assert hop.cue.span
        moved = replace(hop, cue=replace(hop.cue, span=hop.cue.span.shifted(1)))
        forged = replace(one, chain=(*one.chain[:-1], moved))
        page = replace(page, statements=tuple(forged if each is one else each for each in page.statements))
        told = msgspec.json.encode(page)
        connection.execute(
            "UPDATE readings SET packed = ?, sha256 = ? WHERE number = ?",
            (zlib.compress(told), sealed(told, tuple(made)), number),
        )

    vandalise(path, change)
    assert any("cue: its words are" in line for line in faults(path))


def test_a_sum_that_does_not_add_up_is_named():
    """An answer raised by hand is held against its reasons, and so is each step."""
    _, _, answers = read_story()
    assert list(sum_faults(answers)) == []
    first = answers.answers[0]
    raised = replace(first, probability=min(first.probability + 0.01, first.high))
    assert any("add up" in one.what for one in sum_faults(replace(answers, answers=(raised,))))
    step = replace(first.over_time[1], by_time=first.over_time[1].by_time + 0.01)
    moved = replace(first, over_time=(first.over_time[0], step, *first.over_time[2:]))
    assert any("log-odds" in one.what for one in sum_faults(replace(answers, answers=(moved,))))


@given(st.floats(-700, 700))
def test_log_odds_and_logistic_are_inverse(value):
    """No odds are so long that a sum cannot be told."""
    assert 0.0 <= logistic(value) <= 1.0
    if abs(value) < 30:
        assert abs(log_odds(logistic(value)) - value) < 1e-3 * max(1.0, abs(value))


def test_what_points_at_nothing_is_named():
    """A stance on a statement that is not there, and a place beyond the text, are faults."""
    pages, case, answers = read_story()
    assert list(case_faults(case, answers)) == []
    lost = replace(case.stances[0], statement="s-none")
    assert any("'s-none' is no statement" in one.what for one in case_faults(replace(case, stances=(lost,)), ()))
    page = pages[0][0]
    far = replace(page.statements[0], content=(Span(len(page.article.text), len(page.article.text) + 4),))
    found = list(page_faults(replace(page, statements=(far,)), "page"))
    assert any("outside the text" in one.what for one in found)


def test_a_killed_update_leaves_nothing_to_name(whole, tmp_path):
    """An update that broke off in the middle was never there."""
    path = tmp_path / "changed.sayso"
    shutil.copy(whole, path)
    _, case, answers = read_story()
    with open_case(str(path)) as repository, pytest.raises(AttributeError):
        repository.keep(
            case,
            answers,
            number=3,
            at=AT.format(50),
            seconds=1.0,
            effects={},
            parts={"source": [None]},  # type: ignore[list-item]
        )
    assert faults(path) == []


def test_a_hundred_articles_are_verified_in_a_moment(tmp_path):
    """The time grows with the case and no faster."""
    pages, _, _ = read_story()
    with create(str(tmp_path / "large.sayso"), Asked("Will it rain?"), by="ada", at=AT.format(0)) as repository:
        for number in range(100):
            page, raw = pages[number % len(pages)]
            outlet, url = f"Outlet {number}", page.article.url or ""
            id_ = content_id("a", page.article.raw_digest, outlet, url)
            repository.add(replace(page.article, id=id_, outlet=outlet), raw, by="ada", at=AT.format(1))
        began = time.monotonic()
        assert list(verify(repository)) == []
        assert time.monotonic() - began < 5
