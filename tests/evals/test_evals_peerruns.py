"""Peers beside ours: their raw answers in our form, and the table. Nothing is installed: answers are frozen."""

from __future__ import annotations

import json
from datetime import date

import pytest

from evals.peerruns import tables
from evals.peerruns.environments import Answers, Unavailable, answers, parsed
from evals.peerruns.mapping import amounts_of, days_of, times_of, value_of
from evals.peerruns.roster import ROSTER, Peer
from evals.peerruns.sets import Set
from sayso.model.times import TimeMention

TEXT = "The fair will open by 5 May, for two weeks. In November they voted at 3pm."
DAY = date(2031, 1, 17)


def told(mention: TimeMention) -> tuple[str, str, str, str, str, str]:
    """A mention as a line of a table."""
    first, last = mention.interval.earliest, mention.interval.latest
    return mention.text, mention.type, mention.timex, f"{first or ''}", f"{last or ''}", mention.bound


def _recognised(text: str, **value: str | None) -> dict[str, object]:
    start = TEXT.lower().index(text)
    return {"start": start, "end": start + len(text) - 1, "text": text, "resolution": {"values": [value]}}


def test_heideltime_tags_are_placed_by_the_copy_of_the_text():
    """A word that stands earlier in the text is not mistaken for the tagged one; modifiers are vagueness."""
    tagged = (
        '<?xml version="1.0"?>\n<TimeML>\nThe fair will open by <TIMEX3 tid="t1" type="DATE" value="2031-05-05">'
        '5 May</TIMEX3>, for <TIMEX3 tid="t2" type="DURATION" value="P2W" mod="APPROX">two weeks</TIMEX3>. In '
        '<TIMEX3 tid="t3" type="DATE" value="2030-11">November</TIMEX3> they voted at 3pm.\n</TimeML>\n'
    )
    found = times_of("heideltime", [{"timeml": tagged}], TEXT, DAY)
    assert [told(one) for one in found] == [
        ("5 May", "DATE", "2031-05-05", "2031-05-05", "2031-05-05", "at"),
        ("two weeks", "DURATION", "P2W", "", "", "at"),
        ("November", "DATE", "2030-11", "2030-11-01", "2030-11-30", "at"),
    ]
    assert [one.vagueness for one in found] == [None, "about", None]


def test_recognizers_bounds_are_kept_and_the_nearest_reading_stands():
    """Whether "by" or "before" is told from the words; of two Novembers the nearer one is taken."""
    by = _recognised("by 5 may", timex="XXXX-05-05", Mod="before", type="daterange", end="2031-05-05")
    both = [
        {"timex": "XXXX-11", "type": "daterange", "start": f"{year}-11-01", "end": f"{year}-12-01"}
        for year in (2031, 2030)
    ]
    november = _recognised("november") | {"resolution": {"values": both}}
    length = _recognised("two weeks", timex="P2W", type="duration", value="1209600")
    assert [told(one) for one in times_of("recognizers", [november, length, by], TEXT, DAY)] == [
        ("by 5 May", "DATE", "2031-05-05", "", "2031-05-05", "by"),
        ("two weeks", "DURATION", "P2W", "", "", "at"),
        ("November", "DATE", "2030-11", "2030-11-01", "2030-11-30", "at"),
    ]


def test_what_a_peer_leaves_open_is_filled_generously():
    """A month without a day is the whole month, words without a place stand where they come next."""
    month = {"text": "In November", "datetime": "2030-11-17T00:00:00", "period": "month"}
    (found,) = times_of("dateparser", [month], TEXT, DAY)
    assert told(found) == ("In November", "DATE", "2030-11", "2030-11-01", "2030-11-30", "at")
    units = {"start": 43, "end": 54, "text": " In November", "datetime": "2031-11-01T00:00:00", "units": ["MONTH"]}
    (found,) = times_of("parsedatetime", [units], TEXT, DAY)
    assert told(found)[2] == "2031-11"


def test_ends_of_other_peers():
    """Chrono's known parts, compromise's and Duckling's intervals become values and bounds."""
    known = {"known": {"month": 11}, "year": 2030, "month": 11, "day": 1, "hour": 12, "minute": 0}
    (found,) = times_of("chrono", [{"start": 47, "text": "November", "first": known}], TEXT, DAY)
    assert found.timex == "2030-11"
    dates = {"start": "2031-01-17T00:00:00.000Z", "end": "2031-05-05T23:59:59.999Z"}
    (found,) = times_of("compromise", [{"start": 19, "text": "by 5 May,", "dates": dates}], TEXT, DAY)
    assert told(found)[3:] == ("", "2031-05-05", "by")
    open_interval = {"type": "interval", "to": {"value": "2031-05-06T00:00:00.000Z", "grain": "day"}}
    until = {"dim": "time", "body": "by 5 May", "start": 19, "end": 27, "value": open_interval}
    weeks = {
        "dim": "duration",
        "body": "two weeks",
        "start": 33,
        "end": 42,
        "value": {"unit": "week", "value": 2.0},
    }
    found_by, found_weeks = times_of("duckling", [weeks, until], TEXT, DAY)
    assert told(found_by)[3:] == ("", "2031-05-05", "by")
    assert (found_weeks.type, found_weeks.timex) == ("DURATION", "P2W")
    far = {"type": "value", "value": "10000-01-01T00:00:00.000Z", "grain": "year"}
    (found,) = times_of("duckling", [{"dim": "time", "body": "5", "start": 22, "end": 23, "value": far}], TEXT, DAY)
    assert (found.timex, found.interval.earliest) == ("", None)


def test_amounts_of_peers():
    """An uncertainty is a range; a number inside a currency gives way to it; what is no number is left out."""
    raw = {
        "start": 0,
        "end": 14,
        "text": "5 to 7 million",
        "value": 6e6,
        "uncertainty": 1e6,
        "unit": "dimensionless",
    }
    (found,) = amounts_of("quantulum3", [raw])
    assert (found.low, found.high, found.bound) == (5e6, 7e6, "range")
    number = {"start": 1, "end": 1, "text": "3", "resolution": {"value": "3"}}
    money = {"start": 0, "end": 1, "text": "$3", "resolution": {"value": "3", "unit": "Dollar"}}
    odd = {"start": 5, "end": 6, "text": "no", "resolution": {"value": None}}
    (found,) = amounts_of("recognizers-amounts", [number, money, odd])
    assert (found.low, found.unit) == (3.0, "Dollar")


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2031-W03", "2031-01-13", "2031-01-19"),
        ("2031-W03-WE", "2031-01-18", "2031-01-19"),
        ("2031-Q2", "2031-04-01", "2031-06-30"),
        ("2030-WI", "2030-12-01", "2031-02-28"),
        ("203", "2030-01-01", "2039-12-31"),
        ("2031-05-05T15:00", "2031-05-05", "2031-05-05"),
    ],
)
def test_days_of_values(value, first, last):
    """A TIMEX3 value names its first and its last day."""
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))
    if 4 <= len(value) < 9 and value[-1].isdigit():
        assert value_of(date.fromisoformat(first), date.fromisoformat(last)) == value


@pytest.mark.parametrize("value", ["", "PXD", "XXXX-05", "2031-02-30", "PRESENT_REF", "2031-13"])
def test_values_without_days(value):
    """What names no day, or one that no calendar has, has none."""
    assert days_of(value) == (None, None)


def test_a_peer_that_cannot_be_had_says_why(tmp_path):
    """A missing program is named, and nothing is installed."""
    peer = Peer("chrono", "chrono", "times", ("chrono-node@0",), "", kind="node", needs=("no-such-program",))
    with pytest.raises(Unavailable, match="needs no-such-program"):
        answers(peer, [{"id": "1", "text": TEXT, "day": "2031-01-17"}], build=tmp_path)
    assert not list(tmp_path.iterdir())


def test_every_peer_is_pinned_and_mapped():
    """Each has a version, and a mapping of its own."""
    for peer in ROSTER:
        assert all("==" in package or "@" in package for package in peer.packages)
        assert (times_of(peer.name, [], TEXT, DAY) if peer.reads == "times" else amounts_of(peer.name, [])) == []


def test_the_table_has_ours_theirs_and_the_reasons(monkeypatch):
    """A peer that ran stands in the table with its speed, one that did not below it with its reason."""
    rows = ({"id": "1", "text": TEXT, "day": "2031-01-17"},)
    one = Set("tiny", "times", rows, lambda found: {"spans": 10.0 * len(found["1"])}, lambda _: ())
    peers = [peer for peer in ROSTER if peer.name in {"dateparser", "chrono"}]
    printed = [
        {
            "id": "1",
            "found": [{"text": "November", "datetime": "2030-11-01T00:00:00", "period": "month"}],
            "seconds": 0.1,
        },
        {"loading": 0.5, "megabytes": 34.2},
    ]

    def answered(peer: Peer, *_: object) -> Answers:
        if peer.name == "chrono":
            raise Unavailable("needs npm, not on this machine")
        return parsed("\n".join(map(json.dumps, printed)))

    monkeypatch.setattr(tables, "answers", answered)
    made = tables.lines(one, [tables._ours(one), *(tables._theirs(peer, one) for peer in peers)])
    assert made[0] == f"| tiny (1 texts, {len(TEXT.split())} words) | spans | articles/s | MB |"
    assert made[2].startswith("| Sayso ")
    assert made[3] == "| dateparser 1.5.0 | 10.0 | 0.21 | 34 |"
    assert made[4] == "chrono 2.10.3: not run, needs npm, not on this machine"
