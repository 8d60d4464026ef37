"""`sayso copies` across machines: indexes kept of halves give exactly what the whole gives."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.app.cli import main
from sayso.app.exits import PARTIAL
from sayso.app.indexes import Part, joined, load_part, save_part
from sayso.errors import FormatError
from sayso.linking.copies import compare, compared
from sayso.linking.fingerprints import indexed
from sayso.model.article import Article
from sayso.model.times import Dating, Interval
from sayso.store.indexes import load, save


def prose(seed, words):
    """Invented words, others for each seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret: the same words in every run
    return " ".join("".join(chance.choices("abcdefghilmnoprstu", k=chance.randint(2, 9))) for _ in range(words))


DAM = prose(1, 200)
ARTICLES = {
    "a-dam": f"---\noutlet: The Fernpost\npublished: 2031-05-03\n---\n{DAM}\n",
    "b-reprint": f"---\noutlet: Isle Today\npublished: 2031-05-04\n---\n{prose(5, 50)}.\n\n{DAM}\n",
    "c-quoting": f"{prose(2, 150)} {' '.join(DAM.split()[60:120])} {prose(3, 150)}\n",
    "d-apart": prose(4, 300),
    "e-again": f"{prose(2, 150)} {' '.join(DAM.split()[60:120])} {prose(3, 150)}\n",
    "f-far": f"{'z' * 400} {' ' * 300}{prose(4, 300)}",
    "g-nothing": "",
}


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with the articles, two of them the same, in which the command runs."""
    for name, text in ARTICLES.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(names):
    """The files of articles by their first letters."""
    return [f"{name}.txt" for name in ARTICLES if name[0] in names]


@pytest.mark.parametrize("halves", ["abc defg", "aceg bdf", "e abcdfg", "abcdefg c"])
def test_halves_give_what_the_whole_gives(desk, capsys, halves):
    """Two halves indexed apart and compared without their articles print the same records as all articles."""
    one, other = halves.split()
    main(["copies", *files(one), "--jsonl", "--save-index", "one.npz"])
    main(["copies", *files(other), "--jsonl", "--save-index", "other.npz"])
    capsys.readouterr()
    assert main(["copies", *files("abcdefg"), "--jsonl"]) == PARTIAL  # g is empty, and said to be so
    whole = capsys.readouterr().out
    assert whole.count("\n") > 6
    for order in (["one.npz", "other.npz"], ["other.npz", "one.npz", "one.npz"]):
        assert main(["copies", "--jsonl", *(f"--with-index={file}" for file in order)]) == 0
        assert capsys.readouterr().out == whole
    main(["copies", *files(other), "--jsonl", "--with-index", "one.npz", "--save-index", "third.npz"])
    assert capsys.readouterr().out == whole
    assert (desk / "third.npz").read_bytes() == (desk / "other.npz").read_bytes()


@pytest.mark.usefixtures("desk")
def test_passages_without_texts_are_shown_by_their_places(capsys):
    """For the eye, an index tells places and words; no quotation where the text is elsewhere."""
    main(["copies", *files("abcd"), "--save-index", "one.npz"])
    capsys.readouterr()
    assert main(["copies", "--passages", "--with-index", "one.npz"]) == 0
    shown = capsys.readouterr().out
    assert "60 words\n" in shown
    assert '"' not in shown


@pytest.mark.usefixtures("desk")
def test_nothing_to_compare_is_said(capsys):
    """Neither articles nor an index is a mistake with a remedy."""
    assert main(["copies"]) != 0
    assert "--with-index" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"no index", b"PK\x03\x04"])
def test_a_foreign_file_is_refused_before_anything_is_read(desk, capsys, content):
    """A damaged or foreign file is named with its remedy, and nothing is printed."""
    (desk / "odd.npz").write_bytes(content)
    assert main(["copies", *files("abcd"), "--with-index", "odd.npz"]) != 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "odd.npz" in told.err
    assert "--save-index" in told.err


TEXTS = [
    prose(7, 120),
    prose(7, 90),
    prose(8, 60) + " " + prose(7, 40),
    "",
    "中" * 400,
    "y" * 70_000 + prose(7, 60),
]
DAYS = [
    None,
    Dating(Interval(date(2031, 5, 1), date(2031, 5, 2)), "given"),
    Dating(Interval(None, date(2031, 4, 1)), "inferred"),
]


def part(articles):
    """Articles with their index."""
    index = indexed(articles)
    by_id = {one.id: replace(one, text="") for one in articles}
    return Part(tuple(by_id[entry.id] for entry in index.entries), index)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(DAYS)), max_size=7), st.integers(0, 7))
def test_kept_parts_are_the_whole(tmp_path_factory, drawn, cut):
    """Any articles, split anywhere, kept and read back: byte for byte one index, and one comparison."""
    articles = [
        Article(f"a-{number}", f"{number}.txt", text, "", published=day) for number, (text, day) in enumerate(drawn)
    ]
    folder = tmp_path_factory.mktemp("parts")
    for name, some in (("one", articles[:cut]), ("two", articles[cut:])):
        save_part(folder / name, part(some))
    back = joined([load_part(folder / "two"), load_part(folder / "one")])
    assert back == part(articles)
    assert compared(back.index) == compare(articles)


@pytest.mark.parametrize("name", ["hashes", "places", "around", "forms", "steps", "far", "method", "articles"])
def test_arrays_that_do_not_fit_are_refused(tmp_path, name):
    """A whole file whose arrays, list or method is another's is a FormatError, never a wrong comparison."""
    path = tmp_path / "kept.npz"
    given = part([Article("a-1", "1.txt", TEXTS[0], ""), Article("a-2", "2.txt", TEXTS[-1], "")])
    save_part(path, given)
    names = ["hashes", "places", "around", "forms", "steps", "far"]
    record, arrays = load(path, names)
    if name == "method":
        record[name] = [8, 4, 1]
    elif name == "articles":
        record[name] = record[name][::-1]
    elif name in {"hashes", "around"}:
        arrays[name] = arrays[name][:-8]
    else:
        arrays[name] = b"\xff" * len(arrays[name])
    save(path, {key: record[key] for key in ("method", "articles")}, arrays)
    with pytest.raises(FormatError, match=r"kept\.npz"):
        load_part(path)
