"""Floors and ceilings by brain, and the command that holds them."""

from __future__ import annotations

import pytest

from evals import __main__ as command
from evals.floors import ANY, Entry, Pinned, Result, load, processor, save
from evals.suites import SUITES, Absent, Suite, missing
from evals.tables import lines
from sayso import pipeline
from sayso.errors import ModelError

GOOD = Result({"pair F1": 70.0}, "abcd", errors={"calibration error": 2.0})
WORSE = Result({"pair F1": 69.0}, "abcd", errors={"calibration error": 3.0})


def test_a_floor_holds_from_below_and_a_ceiling_from_above():
    """What is worse in either way is named; what is better, or new, is not."""
    pinned = Pinned({"pair F1": 70.0}, {"calibration error": 2.0})
    assert pinned.broken(GOOD) == {}
    assert pinned.broken(WORSE) == {"pair F1": 70.0, "calibration error": 2.0}
    assert pinned.broken(Result({"pair F1": 80.0, "new": 1.0}, "abcd", errors={"calibration error": 0.0})) == {}


def test_pinning_only_tightens_unless_told_otherwise():
    """A worse result leaves bounds as they are, and loosens them with `lower`."""
    entry = Entry()
    entry.pin({"rules": GOOD}, lower=False)
    entry.pin({"rules": WORSE}, lower=False)
    assert entry.brains["rules"] == Pinned({"pair F1": 70.0}, {"calibration error": 2.0})
    entry.pin({"rules": WORSE}, lower=True)
    assert entry.brains["rules"] == Pinned({"pair F1": 69.0}, {"calibration error": 3.0})


def test_brains_keep_their_own_bounds_until_the_data_changes():
    """Pinning one brain leaves the other alone; on new data the old bounds are worth nothing."""
    entry = Entry()
    entry.pin({"rules": WORSE}, lower=False)
    entry.pin({"learned": GOOD}, lower=False)
    assert set(entry.brains) == {"rules", "learned"}
    assert not entry.fits("ffff")
    entry.pin({"learned": Result({"pair F1": 10.0}, "ffff")}, lower=False)
    assert entry.brains == {"learned": Pinned({"pair F1": 10.0}, on=processor())}
    assert entry.fits("ffff")


def test_floors_are_read_as_they_were_written(tmp_path):
    """A file of floors keeps every bound; no file is no floor."""
    path = tmp_path / "floors.json"
    entries = {"suite": Entry("abcd", {"rules": Pinned({"a": 1.0}, {"b": 2.0}), ANY: Pinned({"c": 3.0})})}
    save(path, entries)
    assert load(path) == entries
    assert load(tmp_path / "none.json") == {}


def test_the_pinned_floors_are_of_suites_that_exist():
    """Every entry names a suite, and a test suite has none."""
    entries = load(command.FLOORS)
    assert set(entries) <= set(SUITES)
    for name, entry in entries.items():
        assert not SUITES[name].test
        assert (set(entry.brains) == {ANY}) is not SUITES[name].by_brain


def test_a_table_has_a_column_for_each_brain_and_each_peer():
    """Figures beside their bounds; a dash where a peer has none."""
    pinned = {"rules": Pinned({"pair F1": 69.5})}
    head, first, second = lines({"rules": WORSE, "learned": GOOD}, pinned, {"people": {"pair F1": 75.3}})
    assert head.split() == ["rules", "pinned", "learned", "pinned", "|", "people"]
    assert first.split() == ["pair", "F1", "69.00", "69.50", "70.00", "-", "|", "75.3"]
    assert second.split()[:5] == ["calibration", "error", "(lower", "is", "better)"]


@pytest.fixture
def suites(monkeypatch, tmp_path):
    """Three suites in the place of all: one that brains change, one that they do not, one without its data."""

    def absent(_: str) -> Result:
        raise Absent("no data")

    made = {
        "brainy": Suite(lambda brain: GOOD if brain == "rules" else WORSE, notes=("a note",)),
        "plain": Suite(lambda _: Result({"accuracy": 50.0}, "beef"), by_brain=False),
        "gone": Suite(absent),
    }
    monkeypatch.setattr(command, "SUITES", made)
    monkeypatch.setattr(command, "FLOORS", tmp_path / "floors.json")
    return made


def test_the_command_pins_holds_and_breaks(suites, capsys):
    """Pinned figures hold; a suite that gets worse breaks, and says which figure of which brain."""
    assert command.main(["--brain", "rules", "--pin"]) == 0
    assert set(load(command.FLOORS)) == {"brainy", "plain"}
    assert command.main(["--brain", "rules"]) == 0
    assert "gone: skipped, no data" in capsys.readouterr().out
    suites["brainy"] = Suite(lambda _: WORSE)
    assert command.main(["brainy", "--brain", "rules"]) == 1
    assert "BROKEN: pair F1 of rules does not keep 70.00" in capsys.readouterr().out
    suites["brainy"] = Suite(lambda _: Result({"pair F1": 99.0}, "ffff"))
    assert command.main(["brainy", "--brain", "rules"]) == 1
    assert "pin anew" in capsys.readouterr().out
    assert command.main(["brainy", "--brain", "rules", "--pin", "--lower"]) == 0


def test_a_brain_that_cannot_work_here_is_skipped(suites, monkeypatch, capsys):
    """The reason is printed, and the other brains are run."""
    assert set(suites) == {"brainy", "plain", "gone"}
    monkeypatch.setattr(pipeline, "BRAINS", ("learned", "rules"))
    monkeypatch.setattr(
        command, "missing", lambda brain: "its weights are not here" if brain == "learned" else None
    )
    assert command.main(["brainy"]) == 0
    printed = capsys.readouterr().out
    assert "brain learned: skipped, its weights are not here" in printed
    assert printed.count("pinned") == 1


def test_a_brain_is_missing_where_its_weights_are(monkeypatch):
    """An error of ours on loading is the reason; the rules are always there."""

    def broken(name: str) -> None:
        raise ModelError(f"{name}: no weights")

    assert missing("rules") is None
    monkeypatch.setattr("evals.suites._brain", broken)
    assert missing("learned") == "learned: no weights"


def test_a_suite_that_does_not_exist_is_refused(suites, capsys):
    """The names to choose from are printed."""
    assert "gone" in suites
    with pytest.raises(SystemExit):
        command.main(["nowhere"])
    assert "no such suite: nowhere; choose of: brainy, plain, gone" in capsys.readouterr().err


def test_a_network_is_held_less_strictly_on_another_kind_of_processor():
    """Its bounds name the kind they were measured on; rules are held to the letter everywhere."""
    entry = Entry()
    entry.pin({"learned": Result({"pair F1": 80.0}, "f"), "rules": Result({"pair F1": 70.0}, "f")}, lower=False)
    assert entry.brains["learned"].on == processor()
    assert entry.brains["rules"].on == ""
    worse = Result({"pair F1": 79.0}, "f")
    assert entry.brains["learned"].broken(worse) == {"pair F1": 80.0}
    entry.brains["learned"].on = "another kind"
    assert entry.brains["learned"].broken(worse) == {}
    assert entry.brains["learned"].broken(Result({"pair F1": 74.0}, "f")) == {"pair F1": 80.0}
