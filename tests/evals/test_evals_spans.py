"""CofeNet's metric: tokens found again in an article, attributions laid on them, exact spans counted."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals import polnear, spans, suites
from evals.attributions import Gold
from sayso.model.span import Span

TEXT = "Ada Lind (the mayor) said: “It’s — well… safe.”\n\nAda Lind left."
TOKENS = "Ada Lind -LRB- the mayor -RRB- said : `` It 's -- well ... safe . ''".split()  # noqa: SIM905 - a sentence


def test_tokens_are_found_whatever_hand_they_are_written_in():
    """Brackets, quotation marks, dashes and dots of the treebank stand at their places in the article."""
    places, used = spans.Hand(TEXT).places(TOKENS, 0)
    found = [place and TEXT[place.start : place.end] for place in places]
    assert found == [
        "Ada", "Lind", "(", "the", "mayor", ")", "said", ":", "“", "It", "’s", "—", "well", "…", "safe", ".", "”",
    ]  # fmt: skip
    later, _ = spans.Hand(TEXT).places(["Ada", "Lind"], used)
    assert later[0] is not None
    assert TEXT[later[0].start :].startswith("Ada Lind left")


def test_tokens_that_are_not_there_have_no_place():
    """An instance whose words differ is unaligned as a whole, and what comes next is sought where it was."""
    assert spans.Hand(TEXT).places(["Per", "Lind"], 7) == ([None, None], 7)


def test_what_is_laid_on_tokens_is_exact_or_not(tmp_path):
    """A content with its quotation marks is exact; without them it is not, nor is a cue cut in half."""
    labels = ["B-source", *["I-source"] * 5, "B-cue", "O", "B-content", *["I-content"] * 8]
    path = tmp_path / "valid.txt"
    path.write_text(json.dumps({"id": "paper_ab12", "tokens": TOKENS, "labels": labels}) + "\n", "utf-8")
    (instance,) = spans.instances(path)
    assert instance.article == "paper"
    assert instance.gold == {"source": {(0, 6)}, "cue": {(6, 7)}, "content": {(8, 17)}}
    start = TEXT.index("“")
    marked = Gold((Span(0, 20),), (Span(21, 25),), (Span(start, TEXT.index("\n")),))
    bare = Gold((Span(0, 8),), (Span(21, 25),), (Span(start + 1, TEXT.index("”")),))
    assert spans.rates([instance], {"paper": TEXT}, {"paper": [marked]}) == dict.fromkeys(spans.ROLES, 100.0)
    rates = spans.rates([instance], {"paper": TEXT}, {"paper": [bare]})
    assert rates == {"source": 0.0, "cue": 100.0, "content": 0.0}


def test_the_first_to_claim_a_token_keeps_it():
    """A later attribution never overwrites an earlier one, and contents come before sources and cues."""
    places = [Span(0, 3), Span(4, 8), None, Span(10, 19)]
    first, second = Gold((), (Span(0, 3),), (Span(0, 8),)), Gold((), (), (Span(4, 19),))
    assert spans.laid([first, second], places) == {"source": set(), "cue": set(), "content": {(0, 2), (3, 4)}}


@given(st.lists(st.text(max_size=6), max_size=12), st.text(max_size=40))
def test_odd_tokens_and_texts_break_nothing(tokens: list[str], text: str):
    """Every place lies in the text and in order, whatever the tokens are."""
    places, used = spans.Hand(text).places(tokens, 0)
    known = [place for place in places if place]
    assert len(places) == len(tokens)
    assert known == sorted(known)
    assert all(0 <= place.start < place.end <= len(text) for place in known)
    assert used >= 0


def test_the_figures_are_the_scorers(tmp_path):
    """On findings in a few articles of the measuring data figures are those of the scorer of CofeNet's metric."""
    try:
        folder, tool = suites._data("data", "polnear", "dev"), suites._data("tools", "score_spans.py")
        instances = spans.instances(suites._data("data", "cofenet", "valid.txt"))
    except suites.Absent as absent:
        pytest.skip(str(absent))
    names = sorted({one.article for one in instances})
    readings = polnear.readings(folder, suites._brain("rules").tagger, names=names[:3])
    texts = {name: (folder / "text" / f"{name}.txt").read_bytes().decode() for name in names}
    found = dict.fromkeys(names, ()) | {reading.name: reading.raw() for reading in readings}
    pred = tmp_path / "pred.jsonl"
    pred.write_text("\n".join(row(name, one) for name in names for one in found[name]), "utf-8")
    printed = subprocess.run(
        [sys.executable, str(tool), str(pred), "valid"], check=True, capture_output=True, text=True
    ).stdout
    exact = next(line for line in printed.splitlines() if line.startswith("exact"))
    theirs = dict(re.findall(r"(source|cue|content) P [\d.]+ R [\d.]+ F1 ([\d.]+)", exact))
    ours = spans.rates(instances, texts, found)
    assert {role: f"{value:.1f}" for role, value in ours.items()} == theirs


def row(name: str, one: Gold) -> str:
    """An attribution as the scorer reads it."""
    roles = {"source": one.source, "cue": one.cue, "content": one.content}
    return json.dumps({"doc": name, **{role: [[s.start, s.end] for s in places] for role, places in roles.items()}})
