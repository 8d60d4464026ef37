"""What is PostgreSQL's alone: places, rights, passwords, guards, words as FTS5 has them, what it cannot hold."""

import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.cases import ASKED, AT, bring_up, fill, ruling, statement_id
from tests.store.stories import story

from sayso.errors import StoreError
from sayso.model.keeping import Wanted
from sayso.store import lexemes
from sayso.store.opening import create, is_case, open_case
from sayso.store.postgresql import connected, shown, split
from sayso.store.verifying import verify

SECRET = "tides-and-bells"  # noqa: S105 (of a test)


@pytest.fixture(scope="module")
def address(postgresql):
    """The server's address, with a user who needs a password and one who has no rights."""
    import psycopg  # noqa: PLC0415 (only where there is a server)

    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE guarded LOGIN PASSWORD '{SECRET}'")
        connection.execute("CREATE ROLE reader LOGIN")
    return postgresql


def by(address, user, name):
    """A place for another user."""
    return f"{address.replace('sayso@', f'{user}@')}#{name}"


@pytest.mark.parametrize("name", ["", "Harbour", "a b", 'x"; DROP SCHEMA public --', "é", "-x", "x" * 50, "a/b"])
def test_names_that_are_none_are_refused(address, name):
    """A case's name is small letters, digits, - and _, and nothing else comes near the database."""
    with pytest.raises(StoreError, match="give small letters"):
        create(f"{address}#{name}", ASKED, by="ada", at=AT)
    assert not is_case(f"{address}#{name}")


def test_names_that_are_ones_are_taken(address):
    """Names with hyphens, digits and of 49 letters are cases of their own."""
    for name in ("harbour-2", "2_x", "y" * 49):
        create(f"{address}#{name}", ASKED, by="ada", at=AT).close()
        assert is_case(f"{address}#{name}")
    assert split("postgresql://ada@h/db#harbour") == ("postgresql://ada@h/db", "harbour")


TROUBLE = {
    "no server": ("postgresql://u:{}@127.0.0.1:1/db#harbour", "cannot be reached"),
    "no socket": ("postgresql://u:{}@/db?host=/nowhere#harbour", "cannot be reached"),
    "odd address": ("postgresql://u:{}@[bad/db#harbour", "cannot be reached"),
    "odd setting": ("postgresql://u:{}@h/db?tide=high#harbour", "cannot be reached"),
    "odd escape": ("postgresql://u:{}%zz@h/db#harbour", "cannot be reached"),
    "password beside": ("postgresql://u@127.0.0.1:1/db?password={}#harbour", "cannot be reached"),
}


@pytest.mark.parametrize("kind", TROUBLE)
def test_a_server_out_of_reach_is_told_in_one_line_without_the_password(kind):
    """Whatever is wrong with an address, the message is one line, names a remedy, and never the password."""
    place, told = TROUBLE[kind]
    place = place.format(SECRET)
    assert not is_case(place)
    for act in (lambda: open_case(place), lambda: create(place, ASKED, by="ada", at=AT)):
        with pytest.raises(StoreError, match=told) as refused:
            act()
        line = str(refused.value)
        assert SECRET not in line
        assert "\n" not in line
        assert "; " in line
        assert refused.value.__cause__ is None


def test_a_wrong_password_and_a_missing_database_are_told(address):
    """Who is not let in, and what is not there, is said; a right password lets in."""
    with pytest.raises(StoreError, match="check the user and the password") as refused:
        open_case(by(address, "guarded:wrong-one", "harbour"))
    assert "wrong-one" not in str(refused.value)
    with pytest.raises(StoreError, match="createdb"):
        open_case(address.replace("/postgres?", "/nothing?") + "#harbour")
    with pytest.raises(StoreError, match="there is no such case"):
        open_case(by(address, f"guarded:{SECRET}", "harbour"))


def test_rights_are_asked_before_anything_is_done(address):
    """Who may not make or write a case is told so; who may read it reads it."""
    import psycopg  # noqa: PLC0415 (only where there is a server)

    place = f"{address}#rights"
    with create(place, ASKED, by="ada", at=AT) as repository:
        fill(repository)
    other = by(address, "reader", "rights")
    with pytest.raises(StoreError, match="GRANT"):
        create(by(address, "reader", "own"), ASKED, by="ada", at=AT)
    with pytest.raises(StoreError, match=r"no such case|GRANT"):
        open_case(other)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("GRANT USAGE ON SCHEMA case_rights TO reader")
        connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA case_rights TO reader")
    with pytest.raises(StoreError, match="you may only read it"):
        open_case(other)
    with open_case(other, writing=False) as repository:
        assert repository.lines(Wanted()).total == 3
        with pytest.raises(StoreError, match="reading only"):
            repository.rule([ruling("accept", statement_id(0))])


def test_places_are_shown_without_passwords():
    """A place can be printed."""
    assert shown("postgresql://ada:secret@h/db#x") == "postgresql://ada@h/db#x"
    assert shown("postgresql://h/db?password=secret&x=1#x") == "postgresql://h/db?password=…&x=1#x"
    assert shown("postgresql://ada:s/e@cret@h/db#x").count("cret") == 0 or "s/e" not in shown(
        "postgresql://ada:s@h"
    )


@pytest.mark.parametrize("table", ["articles", "raws", "readings", "journal"])
def test_what_is_recorded_is_neither_changed_nor_deleted(address, table):
    """The database itself refuses it, row by row and all at once."""
    place = f"{address}#guards-{table}"
    with create(place, ASKED, by="ada", at=AT) as repository:
        fill(repository)
        column = "article" if table == "raws" else "number"
        for sql in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):  # noqa: S608
            with pytest.raises(StoreError, match="never changed or deleted"):
                repository.database.execute(sql)
        repository.database.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    with open_case(place) as repository:
        assert [one.where for one in verify(repository) if "trigger" in one.where] == [
            f"schema, trigger {table}_never_change", f"schema, trigger {table}_never_go",
        ]  # fmt: skip


def test_what_somebody_changes_is_named(address):
    """A text, an entry and a word index changed by an administrator are each named by verify."""
    place = f"{address}#vandal"
    with story(place) as repository:
        run = repository.database.execute
        run("ALTER TABLE articles DISABLE TRIGGER USER")
        run("ALTER TABLE journal DISABLE TRIGGER USER")
        run("UPDATE articles SET text = 'Q' || text WHERE number = 2")
        run("UPDATE journal SET why = 'because' WHERE number = 4")
        run("UPDATE statements SET found = NULL WHERE number = 3")
        run("ALTER TABLE articles ENABLE TRIGGER USER")
        run("ALTER TABLE journal ENABLE TRIGGER USER")
        lines = [f"{one.where}: {one.what}" for one in verify(repository)]
    assert any(line.startswith("journal entry 4: it was changed by hand") for line in lines)
    assert any("its text or what is known about it was changed by hand" in line for line in lines)
    assert any(line.startswith("search, statement") for line in lines)


def test_two_people_at_once_write_one_journal(address):
    """Writers wait for each other: no entry is lost, none has the number of another, the chain holds."""
    place = f"{address}#crowd"
    with create(place, ASKED, by="ada", at=AT) as repository:
        fill(repository)

    def work(person):
        with open_case(place) as mine:
            return [mine.rule([ruling("comment", statement_id(0), by=person)])[0].number for _ in range(10)]

    with ThreadPoolExecutor(4) as people:
        numbers = sorted(number for made in people.map(work, ["ada", "bo", "cy", "di"]) for number in made)
    assert numbers == list(range(5, 45))
    with open_case(place) as repository:
        assert not [one for one in verify(repository) if one.where.startswith("journal")]


def test_a_reader_sees_the_case_as_it_was_while_an_update_runs(address):
    """An update that is under way holds no reader up, and shows nothing half."""
    place = f"{address}#update"
    with create(place, ASKED, by="ada", at=AT) as repository:
        fill(repository)
        with open_case(place, writing=False) as reader, repository.database.transaction():
            with repository.database.emptied():
                assert reader.lines(Wanted()).total == 3
            assert reader.lines(Wanted()).total == 3


def test_a_killed_writer_leaves_nothing_half(address):
    """What was not acknowledged when the process was killed is not there, and the next one goes on at once."""
    place = f"{address}#killed"
    with create(place, ASKED, by="ada", at=AT) as repository:
        fill(repository)
    code = f"""
import os
from sayso.store.opening import open_case
from sayso.model.rulings import Ruling
case = open_case({place!r})
case.rule([Ruling("question", "comment", "bo", "2031", "kept")])
transaction = case.database.transaction()
transaction.__enter__()
case.database.execute("UPDATE statements SET state = 'accepted'")
os.kill(os.getpid(), 9)
"""  # noqa: S608 (a test's own)
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    with open_case(place) as repository:
        assert repository.journal()[-1].ruling.why == "kept"
        assert {line.state for line in repository.lines(Wanted()).rows} == {"open"}
        assert repository.rule([ruling("accept", statement_id(1))])


def test_an_older_case_is_brought_up_to_date_and_a_newer_one_refused(address):
    """A case of a version that this one does not know is left as it is."""
    place = f"{address}#newer"
    create(place, ASKED, by="ada", at=AT).close()
    with open_case(place) as repository:
        repository.database.execute("UPDATE about SET value = '99' WHERE key = 'tables'")
    with pytest.raises(
        StoreError, match=r"written by a newer Sayso .tables of version 99.*install the newer version"
    ):
        open_case(place)


def test_without_psycopg_the_remedy_is_told():
    """Where the extra is not installed, the message says how to install it; files work as ever."""
    code = """
import sys
sys.modules["psycopg"] = None
from sayso.errors import StoreError
from sayso.store.opening import is_case, open_case
assert not is_case("postgresql://h/db#harbour")
try:
    open_case("postgresql://ada:secret@h/db#harbour")
except StoreError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert 'install it with pip install "sayso[postgresql]"' in done.stdout
    assert "secret" not in done.stdout


HOSTILE = [
    "'; DROP TABLE articles --",
    "a & | ! ( ) <-> :* \\",
    "'''",
    '"',
    "\\'",
    "%s ? %",
    "\x01",
    "a:b:*",
    "(((",
]


@pytest.mark.parametrize("search", HOSTILE)
def test_no_search_is_an_error(place, search):
    """Whatever is searched for, on either store, something or nothing is found."""
    with create(place, ASKED, by="ada", at=AT) as repository:
        fill(repository)
        assert repository.lines(Wanted(search=search)).total >= 0
        assert isinstance(repository.search_articles(search), tuple)


def test_both_stores_find_the_same(address, tmp_path):
    """Words, beginnings, accents, case and words with hyphens find the same statements in either store."""
    with story(str(tmp_path / "one.sayso")) as one, story(f"{address}#same") as two:
        for search in (
            "water",
            "WATER ration",
            "second-round",
            "wat ration",
            "gover",
            "the of",
            "60,000",
            "isn't",
            "…",
        ):
            for left, right in ((one, two),):
                mine, other = (case.lines(Wanted(search=search, limit=200)) for case in (left, right))
                assert [row.id for row in mine.rows] == [row.id for row in other.rows], search
                assert mine.counts == other.counts
                found = [{id_ for id_, _ in case.search_articles(search)} for case in (left, right)]
                assert found[0] == found[1], search


def test_words_are_told_apart_as_by_fts5():
    """Every letter that SQLite's table of letters knows makes the word that FTS5 makes of it."""
    import sqlite3  # noqa: PLC0415 (only here)
    import unicodedata  # noqa: PLC0415 (only here)

    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 2')")
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')")
    old = unicodedata.ucd_3_2_0
    places = [
        one for one in range(32, 0x3000)
        if old.category(chr(one))[0] in "LNPZ" and old.category(chr(one)) == unicodedata.category(chr(one))
    ]  # fmt: skip
    connection.executemany("INSERT INTO t(rowid, x) VALUES (?, ?)", ((one, f"Q{chr(one)}z") for one in places))
    told: dict[int, list[str]] = {}
    for term, row in connection.execute("SELECT term, doc FROM v ORDER BY doc, offset"):
        told.setdefault(row, []).append(term)
    off = [hex(one) for one in places if list(lexemes.words(f"Q{chr(one)}z")) != told.get(one, [])]
    assert len(off) <= 40, off


@given(st.text())
def test_any_text_is_a_vector_and_any_search_a_query(text):
    """What is written for PostgreSQL holds quoted words and places only, whatever the text."""
    assert re.fullmatch(r"(?:'[^'\\\s]+':[\d,]+ ?)*", lexemes.vector(text))
    assert re.fullmatch(r"(?:\((?:'[^'\\\s]+'(?::\*)?(?: <-> )?)+\)(?: & )?)*", lexemes.query(text.split()))


def test_texts_beyond_what_postgresql_holds_are_kept_whole(address):
    """A text of megabytes, of countless different words or of one endless word is kept, and found by its start."""
    from dataclasses import replace  # noqa: PLC0415 (only here)

    from tests.store.cases import article  # noqa: PLC0415 (only here)

    texts = ["tide " * 400_000, " ".join(f"{number:x}q" for number in range(400_000)), "bell" * 500_000]
    with create(f"{address}#large", ASKED, by="ada", at=AT) as repository:
        for number, text in enumerate(texts):
            one = replace(article(number, text), title=None)
            assert repository.add(one, text.encode(), by="ada", at=AT)
            assert repository.article(one.id) == one
        assert len(repository.search_articles("tide")) == 1
        assert len(repository.search_articles("3q")) == 1
        assert len(repository.search_articles("bellbell")) == 1
        assert not [one for one in verify(repository) if one.where.startswith("search")]


def test_texts_with_nul_come_back_as_they_were(address):
    """PostgreSQL has no NUL in texts: what stands for it is taken back, also in what looks like it."""
    with create(f"{address}#nul", ASKED, by="ada", at=AT) as repository:
        odd = {"a\0b": "\x01" + "0000", "\x01": "\0\0\x01ffff", "plain": json.dumps("\0")}
        repository.remember("odd", odd)
        assert repository.memo("odd") == odd
        with pytest.raises(StoreError, match="half a character"):
            repository.remember("odd", {"x": "\ud800"})


def test_opening_is_quick(address):
    """A case is open in some thousandths of a second."""
    import time  # noqa: PLC0415 (only here)

    place = f"{address}#quick"
    create(place, ASKED, by="ada", at=AT).close()
    best = 1.0
    for _ in range(10):
        began = time.perf_counter()
        connected(place, writing=True).close()
        best = min(best, time.perf_counter() - began)
    assert best < 0.05


def test_the_rights_that_the_guide_grants_are_enough(address):
    """A second person with the rights that the guide to sharing grants rules and updates."""
    import psycopg  # noqa: PLC0415 (only where there is a server)

    guide = (Path(__file__).parents[2] / "docs/howto/share-a-case-in-postgresql.md").read_text("utf-8")
    grants = [
        line.replace("case_harbour", "case_granted") for line in guide.splitlines() if line.startswith("GRANT")
    ]
    assert len(grants) >= 2
    place = f"{address}#granted"
    with create(place, ASKED, by="ada", at=AT) as repository:
        fill(repository)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE ROLE bo LOGIN")
        for grant in grants:
            connection.execute(grant.encode())
    with open_case(by(address, "bo", "granted")) as repository:
        assert repository.rule([ruling("accept", statement_id(1))])
        bring_up(repository, {})
        assert repository.stand().behind == 0
    with open_case(place) as repository:
        line = repository.line(statement_id(1))
    assert line is not None
    assert line.state == "accepted"
