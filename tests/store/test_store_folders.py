"""A case as a folder of JSON Lines: the same bytes from either store, and nothing damaged or hostile gets in."""

import json
import os
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.stories import ASKED, AT, read_story, story

from sayso.errors import FormatError, StoreError
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.rulings import Ruling
from sayso.model.span import content_id
from sayso.store import folderlines
from sayso.store.folders import read, write
from sayso.store.opening import create, is_case, open_case
from sayso.store.verifying import verify

FILES = ("case.json", "articles.jsonl", "readings.jsonl", "journal.jsonl", "answers.jsonl")


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """The story as a folder."""
    folder = tmp_path_factory.mktemp("exported")
    with story(str(folder / "harbour.sayso")) as repository:
        write(repository, folder / "out")
    return folder / "out"


def held(folder):
    """All files of a folder with their bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def copied(exported, tmp_path, name="copy"):
    """A copy of the folder, to be changed."""
    return Path(shutil.copytree(exported, tmp_path / name))


def test_from_either_store_and_back_the_bytes_are_the_same(exported, place, tmp_path):
    """Export, import and export again give the same bytes, from either store into either."""
    with read(exported, place) as repository:
        assert list(verify(repository)) == []
        write(repository, tmp_path / "again")
    assert held(tmp_path / "again") == held(exported)
    with open_case(place) as repository, pytest.raises(StoreError, match="there is a case already"):
        read(exported, place)
    assert [entry.ruling.verdict for entry in repository_of(place)].count("add") == 12


def repository_of(place):
    """The journal of a case."""
    with open_case(place) as repository:
        return repository.journal()


def test_everything_that_was_decided_is_there(exported, tmp_path):
    """Question, articles with their bytes, readings, which of them counts, journal and history are as they were."""
    with story(str(tmp_path / "one.sayso")) as one, read(exported, str(tmp_path / "two.sayso")) as two:
        assert two.asked() == one.asked()
        assert two.journal() == one.journal()
        assert tuple(two.pages()) == tuple(one.pages())
        assert two.moments() == one.moments()
        for item in one.articles():
            assert two.raw(item.id) == one.raw(item.id)
            assert two.readings(item.id) == one.readings(item.id)
        assert [replace(item, statements=0, earliest=None, latest=None) for item in two.articles()] == [
            replace(item, statements=0, earliest=None, latest=None) for item in one.articles()
        ]
        assert two.stand().updated is None
        assert two.rule([Ruling("question", "comment", "bo", AT.format(59), "taken over")])[0].number == 20


def test_a_folder_can_be_read_by_anybody(exported):
    """Each line is JSON with the schema's name, originals lie beside it under their hash."""
    for name in FILES:
        for line in (exported / name).read_text("utf-8").splitlines():
            assert json.loads(line)["schema"] == "sayso/1"
    lines = [json.loads(line) for line in (exported / "articles.jsonl").read_text("utf-8").splitlines()]
    assert [line["article"]["id"] for line in lines] == sorted(line["article"]["id"] for line in lines)
    for line in lines:
        raw = (exported / line["raw"]).read_bytes()
        assert sha256(raw).hexdigest() == line["article"]["raw_digest"]
    assert {path.suffix for path in (exported / "raws").iterdir()} <= {".txt", ".md", ".html", ".htm"}


def test_one_more_article_changes_few_lines(tmp_path):
    """What was there stays line for line: a new article is one line in each file, and one in case.json."""
    pages, _, _ = read_story()
    with story(str(tmp_path / "case.sayso"), 11) as repository:
        write(repository, tmp_path / "before")
        page, raw = pages[11]
        repository.add(page.article, raw, by="ada", at=AT.format(50))
        repository.add_reading(page, "rules", "5eed" * 16, at=AT.format(50))
        write(repository, tmp_path / "after")
    before, after = held(tmp_path / "before"), held(tmp_path / "after")
    assert len(after) == len(before) + 1
    for name in FILES[1:]:
        old, new = before[name].splitlines(), after[name].splitlines()
        assert [line for line in new if line in set(old)] == old
        assert len(new) - len(old) == (name != "answers.jsonl")


def test_an_earlier_export_is_replaced_and_all_else_stays(exported, tmp_path):
    """Over an earlier export files are exchanged, old originals go, and what a person put there is left."""
    folder = copied(exported, tmp_path)
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("ref")
    (folder / "raws" / "notes.txt").write_text("mine")
    (folder / "raws" / f"{'0' * 64}.txt").write_text("old")
    (folder / "journal.jsonl").write_text("broken")
    with story(str(tmp_path / "case.sayso")) as repository:
        write(repository, folder)
    there = held(folder)
    assert there.pop(".git/HEAD") == b"ref"
    assert there.pop("raws/notes.txt") == b"mine"
    assert there == held(exported)
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


@pytest.mark.parametrize("kind", ["other", "file", "link", "nowhere", "raws"])
def test_a_folder_of_somebody_else_is_left_alone(exported, tmp_path, kind):
    """What is no export, no folder, or has links for originals is refused and stays as it is."""
    target = tmp_path / "out"
    if kind == "other":
        target.mkdir()
        (target / "case.json").write_text('{"mine": 1}')
    elif kind == "file":
        target.write_text("mine")
    elif kind == "link":
        target.symlink_to(tmp_path / "gone")
    elif kind == "nowhere":
        target = tmp_path / "no" / "out"
    else:
        copied(exported, tmp_path, "out")
        (target / "raws").rename(tmp_path / "elsewhere")
        (target / "raws").symlink_to(tmp_path / "elsewhere")
    there = held(tmp_path)
    with (
        story(str(tmp_path / "case.sayso")) as repository,
        pytest.raises(StoreError, match=r"give another|make it first"),
    ):
        write(repository, target)
    assert {name: raw for name, raw in held(tmp_path).items() if "case.sayso" not in name} == there


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_damaged_is_refused(exported, tmp_path, data):
    """One byte changed, one line taken out, doubled or moved, a file cut or missing: no case comes of it."""
    folder = tmp_path / "damaged"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(exported, folder)
    files = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    path = folder / data.draw(st.sampled_from(files), label="file")
    raw = path.read_bytes()
    lines = raw.splitlines(keepends=True)
    kind = data.draw(st.sampled_from(["byte", "cut", "drop", "double", "swap", "gone"]), label="kind")
    at = data.draw(st.integers(0, len(raw) - 1), label="at")
    number = at % len(lines)
    new = {
        "byte": raw[:at] + bytes([raw[at] ^ data.draw(st.integers(1, 255))]) + raw[at + 1 :],
        "cut": raw[:at],
        "drop": b"".join(lines[:number] + lines[number + 1 :]),
        "double": b"".join([*lines[:number], lines[number], *lines[number:]]),
        "swap": b"".join(lines[::-1]),
        "gone": b"",
    }[kind]
    if new == raw or (path.name == "case.json" and json_same(new, raw)):
        return
    path.write_bytes(new)
    if kind == "gone":
        path.unlink()
    place = tmp_path / "case.sayso"
    with pytest.raises((FormatError, StoreError)) as refused:
        read(folder, str(place))
    assert path.name in str(refused.value) or "case.json" in str(refused.value), str(refused.value)
    assert "\n" not in str(refused.value)
    assert [one.name for one in tmp_path.iterdir() if "case.sayso" in one.name] == []


def json_same(new, raw):
    """Whether two texts are one JSON value, or differ in what is not read."""
    try:
        one, other = json.loads(new), json.loads(raw)
    except ValueError:
        return False
    return all(one.get(name) == other[name] for name in other)


def rewritten(folder, name, change):
    """Change the records of a file and make case.json fit it, as a forger would."""
    path = folder / name
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    change(records)
    raw = b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)
    path.write_bytes(raw)
    head = json.loads((folder / "case.json").read_text())
    head["files"][name] = {"lines": len(records), "sha256": sha256(raw).hexdigest()}
    (folder / "case.json").write_text(json.dumps(head) + "\n")


def moved(records):
    """Move a place of a reading, with no care for its hash."""
    records[2]["page"]["statements"][0]["content"][0]["end"] += 1


FORGED = {
    "text": ("articles.jsonl", lambda all_: all_[1]["article"].update(text="Forged."), "line 2: .* was changed"),
    "reading": ("readings.jsonl", moved, "line 3: the reading was changed"),
    "why": ("journal.jsonl", lambda all_: all_[4].update(why="forged"), "line 5: journal entry 5 was changed"),
    "gone": ("journal.jsonl", lambda all_: all_.pop(3), "line 4: journal entry 5 was changed, or one before"),
    "twice": ("articles.jsonl", lambda all_: all_.insert(1, all_[0]), "line 2: .* stands there twice"),
    "lost": ("articles.jsonl", lambda all_: all_.pop(), "numbers of its articles have gaps|no article of the case"),
    "up": ("articles.jsonl", lambda all_: all_[0].update(raw="../../../etc/passwd"), "line 1: names its original"),
    "root": ("articles.jsonl", lambda all_: all_[0].update(raw="/etc/passwd"), "line 1: names its original"),
    "figure": ("answers.jsonl", lambda all_: all_[0].update(probability=1.5), "line 1: it does not fit"),
    "verdict": ("journal.jsonl", lambda all_: all_[2].update(verdict="burn"), "line 3: cannot be read"),
    "type": ("journal.jsonl", lambda all_: all_[2].update(why=3), "line 3: cannot be read"),
    "newer": ("journal.jsonl", lambda all_: all_[2].update(schema="sayso/9"), "line 3: follows 'sayso/9'"),
}


@pytest.mark.parametrize("kind", FORGED)
def test_what_was_forged_is_named_by_file_and_line(exported, tmp_path, kind):
    """Also where the hash of the file was forged with it, each line is held against its own and its chain."""
    name, change, told = FORGED[kind]
    folder = copied(exported, tmp_path)
    rewritten(folder, name, change)
    with pytest.raises(FormatError, match=f"{name}.*{told}|{told}"):
        read(folder, str(tmp_path / "case.sayso"))
    assert not is_case(str(tmp_path / "case.sayso"))


@pytest.mark.parametrize("kind", ["deep", "binary", "long", "pipe", "link", "raw link", "folder"])
def test_hostile_files_are_refused(exported, tmp_path, kind, monkeypatch):
    """JSON of any depth, lines of any length, letters of no encoding, pipes and links end in one line each."""
    folder = copied(exported, tmp_path)
    path = folder / "articles.jsonl"
    if kind == "deep":
        path.write_bytes(b'{"schema":"sayso/1","x":' + b"[" * 500_000 + b"\n")
    elif kind == "binary":
        path.write_bytes(path.read_bytes().replace(b'"text":"', b'"text":"\xff\xfe', 1))
    elif kind == "long":
        monkeypatch.setattr(folderlines, "LONGEST", 1000)
    elif kind == "raw link":
        raw = next((folder / "raws").iterdir())
        raw.rename(tmp_path / "raw")
        raw.symlink_to(tmp_path / "raw")
    else:
        path.unlink()
        {"pipe": os.mkfifo, "link": lambda one: one.symlink_to("/etc/passwd"), "folder": os.mkdir}[kind](path)
    with pytest.raises(FormatError, match=r"articles\.jsonl|raws") as refused:
        read(folder, str(tmp_path / "case.sayso"))
    assert len(str(refused.value)) < 1000
    assert not is_case(str(tmp_path / "case.sayso"))


ODD = {
    "controls": "A\0B said it.\x01\x02\r\n\u2028\x85 \ufeff\u202eevil\u202c \U0001f600 e\u0301",
    "markup": '<script>alert(1)</script>\\u0000 \\ "',
    "long": "x" * 300_000,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_texts_come_through_unchanged(place, tmp_path, text):
    """Whatever characters a text has, it is the same after two exports, from either store."""
    raw = text.encode()
    digest = sha256(raw).hexdigest()
    one = Article(content_id("a", digest, "", ""), "odd\0name.PHP", text, digest, title=text[:40])
    with create(place, ASKED, by="ada", at=AT.format(0)) as repository:
        repository.add(one, raw, by="ada", at=AT.format(1))
        repository.add_reading(Page(one), "rules", "5eed" * 16, at=AT.format(2))
        assert repository.article(one.id) == one
        write(repository, tmp_path / "out")
    with read(tmp_path / "out", str(tmp_path / "again.sayso")) as repository:
        assert repository.article(one.id) == one
        assert repository.raw(one.id) == raw
        write(repository, tmp_path / "out2")
    assert held(tmp_path / "out2") == held(tmp_path / "out")
    assert [path.suffix for path in (tmp_path / "out" / "raws").iterdir()] == [".bin"]


def test_a_killed_export_over_an_earlier_one_is_refused_and_mended(exported, tmp_path):
    """Files of two exports in one folder do not fit each other: an import says so, another export mends it."""
    folder = copied(exported, tmp_path)
    with story(str(tmp_path / "case.sayso")) as repository:
        repository.rule([Ruling("question", "comment", "bo", AT.format(58), "one more")])
        write(repository, tmp_path / "newer")
        shutil.copy(tmp_path / "newer" / "journal.jsonl", folder / "journal.jsonl")
        with pytest.raises(FormatError, match=r"has 20 lines, and case\.json tells of 19"):
            read(folder, str(tmp_path / "other.sayso"))
        write(repository, folder)
    assert held(folder) == held(tmp_path / "newer")
