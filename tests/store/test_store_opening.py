"""Files that are no case, damaged, foreign, read-only, full or in use: a clear message, and nothing is touched."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest
from tests.store.cases import ASKED, AT, fill, linked, page, ruling, state_of, statement_id

from sayso.errors import DamagedError, StoreError
from sayso.model.keeping import Wanted
from sayso.store import sqlite
from sayso.store.opening import create, is_case, open_case


@pytest.fixture
def file(tmp_path):
    """The file of a case with three articles, closed."""
    path = tmp_path / "harbour.sayso"
    with create(str(path), ASKED, by="ada", at=AT) as repository:
        fill(repository)
    return path


def digests(folder: Path) -> dict[str, str]:
    """Every file of a folder with the hash of its bytes."""
    return {one.name: sha256(one.read_bytes()).hexdigest() for one in sorted(folder.iterdir())}


def patched(file: Path, at: int, held: bytes) -> None:
    """Write bytes into a file at a place."""
    with file.open("r+b") as opened:
        opened.seek(at)
        opened.write(held)


def pipe(file: Path) -> None:
    """Make a pipe that nobody writes to."""
    file.unlink()
    os.mkfifo(file)


def foreign(file: Path) -> None:
    """Make a database of another program."""
    file.unlink()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE places (url TEXT)")
    connection.commit()
    connection.close()


FILES = {
    "missing": (Path.unlink, "there is no such case; make one with sayso new"),
    "empty": (lambda file: file.write_bytes(b""), "is an empty file, no case; make one"),
    "text": (lambda file: file.write_text("Ada Brill said so.\n" * 99), "is no case of Sayso's; give the file"),
    "zip": (lambda file: file.write_bytes(b"PK\3\4" + bytes(500)), "is no case of Sayso's"),
    "short": (lambda file: os.truncate(file, file.stat().st_size // 2), "is cut short, a part of it is missing"),
    "one page": (lambda file: os.truncate(file, 4096), "is cut short"),
    "header only": (lambda file: os.truncate(file, 60), "is cut short"),
    "foreign": (foreign, "is a database of another program"),
    "newer": (lambda file: patched(file, 60, (99).to_bytes(4, "big")), r"newer Sayso \(tables of version 99;"),
    "folder": (lambda file: (file.unlink(), file.mkdir()), "is a folder; give the file of a case, or import"),
    "pipe": (pipe, "is no file"),
}  # fmt: skip


@pytest.mark.parametrize("writing", [True, False])
@pytest.mark.parametrize("name", FILES)
def test_what_is_no_whole_case_is_told_and_left_as_it_was(file, name, writing):
    """Each kind of file has its own message with a remedy; not a byte of the folder changes."""
    change, told = FILES[name]
    change(file)
    before = digests(file.parent) if name not in {"folder", "pipe"} else None
    with pytest.raises(StoreError, match=rf"^{file}: .*{told}"):
        open_case(str(file), writing=writing)
    assert before is None or digests(file.parent) == before
    assert is_case(str(file)) is (name in {"short", "one page", "newer"})


def test_a_link_to_itself_and_a_file_as_a_folder(tmp_path):
    """A path that leads nowhere is told, not thrown."""
    loop = tmp_path / "loop.sayso"
    loop.symlink_to(loop)
    (tmp_path / "file").write_text("x")
    for place in (loop, tmp_path / "file" / "case.sayso"):
        with pytest.raises(StoreError, match=r"check the path|there is no such case"):
            open_case(str(place))
        assert is_case(str(place)) is False


def all_read(file: Path) -> str | None:
    """What is said where reading the whole case fails; None where all is as it was written."""
    try:
        with open_case(str(file)) as repository:
            found = repository.derived(), tuple(repository.pages()), repository.lines(Wanted()).total
            repository.stand(), repository.journal(), repository.raw("a-000000000000"), repository.memo("x")
    except StoreError as error:
        return str(error)
    pages = tuple(page(number) for number in range(3))
    assert found == (linked(*pages), pages, 3)
    return None


@pytest.mark.parametrize("spoil", ["middle", "ends", "whole"])
def test_damaged_pages_are_told_where_they_are_met(file, spoil):
    """A file with overwritten pages gives a message that it is damaged, never a wrong answer or a crash."""
    size = file.stat().st_size
    places = {"middle": [size // 2], "ends": [size - 4096], "whole": range(4096, size, 4096)}[spoil]
    for at in places:
        patched(file, at, b"\xab" * 3000)
    told = all_read(file)
    assert told is not None or spoil != "whole"
    if told is not None:
        assert told.startswith(f"{file}: ")
        assert any(word in told for word in ("damaged", "sayso verify", "sayso update"))


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_read_only_case_can_be_read(file, what):
    """Where file or folder is read-only, reading works and leaves nothing behind; writing says what to do."""
    marked = file if what == "file" else file.parent
    mode = marked.stat().st_mode
    marked.chmod(0o444 if what == "file" else 0o555)
    try:
        before = digests(file.parent)
        with pytest.raises(
            StoreError, match="is read-only; make the file and its folder writable, or work on a copy"
        ):
            open_case(str(file))
        with open_case(str(file), writing=False) as repository:
            assert repository.asked() == ASKED
            assert repository.lines(Wanted()).total == 3
        if what == "folder":
            with pytest.raises(StoreError, match="the folder is read-only; make it writable"):
                create(str(file.with_name("other.sayso")), ASKED, by="ada", at=AT)
        assert digests(file.parent) == before
    finally:
        marked.chmod(mode)


def test_a_case_is_made_where_there_is_room_for_one_only(tmp_path):
    """A file that is there is never written over, and a folder that is not there is told."""
    taken = tmp_path / "notes.txt"
    taken.write_text("mine")
    with pytest.raises(StoreError, match="there is a file already; give another name"):
        create(str(taken), ASKED, by="ada", at=AT)
    with pytest.raises(StoreError, match="there is no such folder; make it first"):
        create(str(tmp_path / "no" / "case.sayso"), ASKED, by="ada", at=AT)
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]
    assert taken.read_text() == "mine"


def comments(repository) -> tuple[str, int]:
    """What is said when the case takes no more comments, and how many it took."""
    for made in range(5000):
        try:
            repository.rule([ruling("comment", statement_id(0), why="a long word " * 200)])
        except StoreError as error:
            return str(error), made
    return "", 5000


def test_a_full_disk_loses_nothing(file):
    """Without room the message says so, what was acknowledged is there, and work goes on when there is room."""
    with open_case(str(file)) as repository:
        (pages,) = repository.database.query("PRAGMA page_count")[0]
        before = repository.stand(), repository.derived()
        repository.database.execute(f"PRAGMA max_page_count = {pages}")
        told, made = comments(repository)
        assert told == f"{file}: the disk is full, and what was being written was not; make room and try again"
        assert repository.stand().number == before[0].number + made
        with pytest.raises(StoreError, match="the disk is full"):
            repository.remember("judgement", {"k": "v" * 10**7})
        assert repository.derived() == before[1]
        repository.database.execute("PRAGMA max_page_count = 1073741823")
        repository.rule([ruling("accept", statement_id(0))])
    with open_case(str(file)) as repository:
        assert state_of(repository, statement_id(0)) == "accepted"


def test_a_file_that_may_not_grow(file):
    """Where the system refuses to let the file grow, what was acknowledged stays and the message is one line."""
    code = f"""
import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r})
from sayso.errors import StoreError
from sayso.store.opening import open_case
from tests.store.cases import ruling, statement_id
with open_case({str(file)!r}) as repository:
    try:
        while True:
            repository.rule([ruling("comment", statement_id(0), why="a long word " * 2000)])
    except StoreError as error:
        print(repository.stand().number, error)
"""
    limit = file.stat().st_size + 200_000
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    number, told = done.stdout.strip().split(" ", 1)
    assert "room" in told
    with open_case(str(file)) as repository:
        assert repository.stand().number == int(number) > 4


def test_a_second_writer_waits_and_is_told(file, monkeypatch):
    """While one writes, another reads; who wants to write waits, then is told that somebody else is writing."""
    monkeypatch.setattr(sqlite, "PATIENCE", 0.2)
    with open_case(str(file)) as first, open_case(str(file)) as second:
        with first.database.transaction():
            assert second.lines(Wanted()).total == 3
            with pytest.raises(StoreError, match=r"another program has been writing to it for .*; try again"):
                second.rule([ruling("accept", statement_id(0))])
        second.rule([ruling("accept", statement_id(0))])
        assert state_of(first, statement_id(0)) == "accepted"


def edited(file: Path, *commands: str) -> None:
    """Change the file as somebody does who knows SQL and takes the guards away."""
    connection = sqlite3.connect(file)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    for command in commands:
        connection.execute(command)
    connection.commit()
    connection.close()


BY_HAND = {
    "verdict": ("UPDATE journal SET verdict = 'perhaps' WHERE number = 5", "journal entry 5 was changed by hand"),
    "anchor": ("UPDATE journal SET anchor = '{' WHERE number = 5", "journal entry 5 was changed by hand"),
    "question": ("UPDATE journal SET value = '[]' WHERE number = 1", "the question in its journal cannot be read"),
    "record": ("UPDATE articles SET record = '{}' WHERE number = 1", "the record of a-000000000000 cannot be read"),
    "reading": ("UPDATE readings SET packed = x'00'", "reading of a-000000000000 cannot be unpacked"),
    "raw": ("UPDATE raws SET packed = x'00' WHERE article = 1", "the bytes of a-000000000000 cannot be unpacked"),
    "computed": ("UPDATE computed SET packed = x'00'", "the last update cannot be read"),
    "row": ("DELETE FROM statements WHERE number = 2", "rows of statements are missing, deleted by hand"),
    "table": ("DROP TABLE memos", "no such table: memos"),
}  # fmt: skip


@pytest.mark.parametrize("name", BY_HAND)
def test_a_file_changed_by_hand_is_told_with_the_place(file, name):
    """What was changed by hand so that it cannot be read is named; everything else stays readable."""
    with open_case(str(file)) as repository:
        repository.rule([ruling("accept", statement_id(0))])
    sql, told = BY_HAND[name]
    edited(file, "DELETE FROM stances", sql)
    said = all_read(file)
    assert said is not None
    assert said.startswith(f"{file}: ")
    assert told in said


def test_words_that_moved_make_an_orphan_in_plain_sight(file):
    """A ruling whose words have moved is told as an orphan with what stands there, and stays put."""
    with open_case(str(file)) as repository:
        (entry,) = repository.rule([ruling("accept", statement_id(0))])
        assert repository.orphans() == ()
    edited(file, "UPDATE articles SET text = 'Now: ' || text WHERE number = 1")
    with open_case(str(file)) as repository:
        (orphan,) = repository.orphans()
        assert (orphan.number, orphan.ruling.target) == (entry.number, statement_id(0))
        assert orphan.found == "Now: The harbour of Ostrel may close i"
        assert repository.journal(about=statement_id(0)) == (entry,)


def test_a_killed_process_loses_nothing_acknowledged(file, tmp_path):
    """What was acknowledged before SIGKILL is there afterwards, what was not is whole or absent."""
    code = f"""
import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r})
import os
from sayso.store.opening import open_case
from tests.store.cases import ruling, statement_id
repository = open_case({str(file)!r})
for number in range(20):
    (entry,) = repository.rule([ruling("comment", statement_id(0), why=f"comment {{number}}")])
    print(entry.number, flush=True)
transaction = repository.database.transaction()
transaction.__enter__()
repository.database.execute("UPDATE statements SET state = 'accepted'")
os.kill(os.getpid(), 9)
"""  # noqa: S608 - a program, not a query
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == -9, done.stderr
    copied = tmp_path / "copy"
    copied.mkdir()
    for one in file.parent.glob("harbour.sayso*"):
        shutil.copy(one, copied)
    with open_case(str(copied / file.name)) as repository:
        assert repository.stand().number == int(done.stdout.split()[-1]) == 24
        assert repository.stand().reviewed == 0


def test_opening_is_quick(file):
    """A case is open in a few thousandths of a second, so that each request may open it."""
    best = 1.0
    for _ in range(20):
        begun = time.perf_counter()
        open_case(str(file)).close()
        best = min(best, time.perf_counter() - begun)
    assert best < 0.02


def test_what_is_missing_from_a_case_must_stand_in_its_log(file):
    """A case without its last pages opens while the log beside it has them, and is cut short where it has not."""
    with open_case(str(file)) as repository:
        repository.rule([ruling("comment", statement_id(1), why="kept")])
        size, log = file.stat().st_size, file.with_name(f"{file.name}-wal")
        kept = file.read_bytes(), log.read_bytes()
    page = int.from_bytes(kept[0][16:18], "big")
    in_log = {int.from_bytes(kept[1][at : at + 4], "big") for at in range(32, len(kept[1]), 24 + page)}
    for cut in range(1, 40):
        file.write_bytes(kept[0][: size - cut * page + 1])
        log.write_bytes(kept[1])
        missing = set(range(size // page - cut + 1, size // page + 1))
        if missing <= in_log:
            open_case(str(file), writing=False).close()
        else:
            with pytest.raises(DamagedError, match="is cut short"):
                open_case(str(file))
            assert log.read_bytes() == kept[1]
            return
    pytest.fail("the log holds the whole case")
