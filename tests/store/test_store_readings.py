"""Printed cases read back: what is whole comes back, what is not is refused with what is wrong and where."""

import io
import json

import pytest
from tests.weighing.cases import Said, case_of

from sayso.errors import FormatError
from sayso.showing.records import case_record
from sayso.store import readings
from sayso.store.readings import read_reading
from sayso.weighing.weigh import weigh


@pytest.fixture
def record():
    """A small case as it is printed."""
    case = case_of(Said(), Said("Bo Ras", "o2", "deny", low=0.0, high=0.2, day=5))
    return json.loads(json.dumps(case_record(case, weigh(case))))


def reading(record):
    """The reading of a record, or of raw bytes."""
    raw = record if isinstance(record, bytes) else json.dumps(record).encode()
    return read_reading(io.BytesIO(raw), "case.json")


def test_a_printed_case_comes_back(record):
    """Question, day, answers with reasons, articles, statements, origins and stances are there again."""
    found = reading(record)
    assert (found.name, found.question) == ("case.json", record["question"])
    assert found.as_of.isoformat() == record["as_of"]
    assert [answer.probability for answer in found.answers] == [
        h["answer"]["probability"] for h in record["hypotheses"]
    ]
    assert [one.id for one in found.articles] == [page["article"]["id"] for page in record["articles"]]
    assert [(one.who, one.words) for one in found.statements] == [
        ("Ada Lind", "the harbour will close"),
        ("Bo Ras", "the harbour will close"),
    ]
    assert {origin.id for origin in found.origins} == {"o1", "o2"}
    assert [stance.lean for stance in found.stances] == ["support", "deny"]


def test_fields_that_an_older_version_did_not_print_are_empty(record):
    """Rulings, forecasts and confidence may be missing."""
    for key in ("rulings", "forecasts", "clashes", "amounts"):
        record.pop(key)
    for one in record["hypotheses"]:
        one["answer"].pop("confidence")
    found = reading(record)
    assert found.rulings == found.forecasts == ()
    assert found.answers[0].confidence is None


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "no JSON"),
        (b"<html></html>", "no JSON"),
        (b"\xff\xfe\x00", "no JSON"),
        (b'{"question": NaN, "hypotheses": []}', "no number"),
        (b"[" * 100_000, "no JSON|nested too deep"),
        (b"[1, 2]", "no case"),
        (b'{"schema": "sayso/1"}', "no case"),
        (b'{"question": "q", "hypotheses": [], "schema": "other/2"}', "follows other/2"),
        (b'{"question": 1, "hypotheses": [], "schema": "sayso/1"}', "“question” is missing or no text"),
        (b'{"question": "q", "hypotheses": 1, "schema": "sayso/1"}', "“hypotheses” is no list"),
        (b'{"question": "q", "hypotheses": [1], "schema": "sayso/1"}', "no object"),
        (b'{"question": "q", "hypotheses": [], "as_of": "soon", "schema": "sayso/1"}', "no day"),
        (b'{"question": "q", "hypotheses": [], "articles": [{}], "schema": "sayso/1"}', "“article” is missing"),
    ],
)
def test_what_is_no_case_is_refused(raw, message):
    """Other files, damaged ones and foreign JSON are refused, each with its name and what is wrong."""
    with pytest.raises(FormatError, match=rf"case\.json: .*({message})"):
        reading(raw)


def test_reasons_that_do_not_add_up_are_refused(record):
    """A case whose numbers were changed by hand is refused: its parts could not add up either."""
    record["hypotheses"][0]["answer"]["reasons"][0]["weight"] += 0.5
    with pytest.raises(FormatError, match="do not add up"):
        reading(record)


@pytest.mark.parametrize("weight", [None, "1", True, 1e400, [1]])
def test_weights_that_are_no_numbers_are_refused(record, weight):
    """A weight of another kind, or beyond all numbers, is refused."""
    record["hypotheses"][0]["answer"]["reasons"][0]["weight"] = weight
    with pytest.raises(FormatError, match=r"case\.json"):
        reading(record)


@pytest.mark.parametrize("content", [[[1]], [[-1, 3]], [["a", "b"]], [5], [[3, 1]], [[True, 2]]])
def test_places_that_are_none_are_refused(record, content):
    """A span that is no pair of offsets is refused."""
    record["articles"][0]["statements"][0]["content"] = content
    with pytest.raises(FormatError, match="no span"):
        reading(record)


def test_too_large_a_file_is_refused_before_it_is_read_in(monkeypatch):
    """A file beyond the limit is refused after the limit's bytes, one of countless lists before it is decoded."""
    monkeypatch.setattr(readings, "LARGEST", 1000)
    with pytest.raises(FormatError, match="larger than"):
        reading(b" " * 2000)
    monkeypatch.setattr(readings, "_MOST", 100)
    with pytest.raises(FormatError, match="more values"):
        reading(b"[[],[]" * 100)


def test_long_words_are_cut(record):
    """A statement of a million characters keeps its beginning only."""
    article = record["articles"][0]
    article["article"]["text"] = "word " * 200_000
    article["statements"][0]["content"] = [[0, 1_000_000]]
    assert len(reading(record).statements[0].words) <= 240
