"""Figures of stance pairs: held-out claims, written tables, relevance."""

from __future__ import annotations

import json

import pytest

from evals.stances import Marked, accuracy, held_out, held_pairs, leans_of, unrelated, written_pairs
from sayso.model.ports import Bearing


class Certain:
    """An entailer that supports everything, relevant where the texts share their first letter."""

    name = "certain"
    reads = False

    def bear(self, pairs):
        """Support for each."""
        return tuple(Bearing(float(text[:1] == other[:1]), 1.0, 0.0, 0.0) for text, other in pairs)

    def by_words(self, pairs):
        """The same."""
        return self.bear(pairs)


def test_only_held_out_claims_are_measured_on(tmp_path):
    """Of a set whose claims are kept apart the rows of those come, of another set all with a lean."""
    claims = [f"Mill {number} burned" for number in range(40)]
    rows = [{"statement": "s", "hypothesis": claim, "label": "deny", "set": "emergent"} for claim in claims]
    rows += [
        {"statement": "s", "hypothesis": "h", "label": label, "set": "rte"} for label in ("open", "not-support")
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert [one.hypothesis for one in held_pairs(path, "emergent")] == [one for one in claims if held_out(one)]
    assert held_pairs(path, "rte") == [Marked("s", "h", "open")]
    assert len(held_pairs(path, "emergent", most=3)) <= 3


def test_written_tables_tell_who_says_it(tmp_path):
    """Source, cue and content stand in one text."""
    header = "hypothesis\tcloses\tsource\tcue\tcontent\tlean\tstrength\tkind\n"
    (tmp_path / "a.tsv").write_text(
        header + "h\t\tAda\tsaid\tso\tdeny\t2\tplain\nh\t\t\t\tMill gone\topen\t0\t\n", "utf-8"
    )
    assert written_pairs(tmp_path) == [Marked("Ada said so", "h", "deny"), Marked("Mill gone", "h", "open")]


def test_leans_and_relevance_are_scored_apart():
    """The likeliest side counts whatever the relevance; relevance has its own two shares."""
    some = [Marked("mill", "mill sold", "support"), Marked("bread", "mill sold", "unrelated")]
    some += [Marked("ox", "mill sold", "deny")]
    assert accuracy(leans_of(some[::2], Certain())) == pytest.approx(50)
    assert unrelated(some, Certain(), 0.5) == (50.0, 100.0)
