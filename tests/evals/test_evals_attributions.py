"""Attributions against gold: who is matched with whom, kinds, rates, and the scorer's own figures."""

from __future__ import annotations

import pytest

from evals import polnear, suites
from evals.attributions import Copy, Gold, match, verdicts
from evals.kinds import kinds
from evals.rates import count, details, rates, summed
from sayso.model.span import Span

TEXT = (
    "“The bridge is safe,” Ada Lind said. She wants the ferry to stop. Officials were told nothing.\nShare this\n"
)


def place(words: str, nth: int = 0) -> Span:
    """Where words stand in TEXT."""
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


def made(source: str | None, cue: str, *content: str) -> Gold:
    """An attribution by its words."""
    return Gold((place(source),) if source else (), (place(cue),), tuple(place(piece) for piece in content))


SAFE = made("Ada Lind", "said", "“The bridge is safe,”")
STOP = made("She", "wants", "the ferry to stop")
SHARE = made(None, "Share", "this")


def test_quotation_marks_change_the_letters_of_no_content():
    """A content without its marks is a pair and exact, and its kinds are those of the gold."""
    bare = made("Lind", "said", "The bridge is safe")
    totals = summed([count(TEXT, verdicts(TEXT, [Copy((SAFE, STOP))], [bare]))])
    assert kinds(TEXT, SAFE) == ("direct", "speech cues", "other sources")
    assert kinds(TEXT, STOP) == ("indirect", "other cues", "pronoun sources")
    assert rates(totals)["recall direct"] == 100
    assert rates(totals)["recall indirect"] == 0
    assert rates(totals)["precision"] == 100
    assert rates(totals)["pair F1"] == pytest.approx(200 / 3)
    assert details(totals)["exact content F1"] == pytest.approx(200 / 3)
    assert details(totals)["recall speech cues"] == 100
    assert details(totals)["recall other cues"] == 0
    assert "recall no source" not in details(totals)


def test_a_pair_needs_sources_that_meet():
    """The right words in the wrong mouth are no pair, and both without a source are one."""
    assert match(TEXT, [SAFE], [made("She", "said", "“The bridge is safe,”")]) == {}
    nobody = made(None, "said", "“The bridge is safe,”")
    assert match(TEXT, [nobody], [nobody]) == {0: 0}
    assert kinds(TEXT, nobody)[2] == "no source"


def test_the_likest_content_is_taken_and_only_once():
    """Two findings of one statement: the closer one is matched, the other is spurious."""
    part, whole = made("She", "wants", "the ferry to"), made("She", "wants", "the ferry to stop")
    assert match(TEXT, [STOP], [part, whole]) == {0: 1}
    assert match(TEXT, [STOP, STOP], [whole]) == {0: 0}


def test_a_cue_counts_wherever_the_content_is():
    """Cue F1 asks for the cue alone."""
    elsewhere = made(None, "wants", "nothing")
    totals = count(TEXT, verdicts(TEXT, [Copy((STOP,))], [elsewhere]))
    assert details(totals)["cue F1"] == 100
    assert rates(totals)["pair F1"] == 0


def test_every_text_counts_once_and_boilerplate_is_left_out():
    """Two annotators count half each, and what one set aside is judged by the other only."""
    copies = [Copy((SAFE,), discard=(place("Share this"),)), Copy((SAFE, STOP))]
    totals = count(TEXT, verdicts(TEXT, copies, [SAFE, SHARE]))
    assert totals["gold"] == 1.5
    assert totals["found"] == 1.5
    assert totals["matched"] == 1
    assert totals["direct gold"] == 1


def test_the_second_part_of_a_content_may_stand_below_its_event(tmp_path):
    """Stand-off in which the T line of Content2 follows the E line that names it."""
    (tmp_path / "attributions").mkdir()
    lines = (
        "T1\tContent 0 21\tx", "T2\tSource 22 30\tx", "T3\tCue 31 35\tx",
        "E1\tCue:T3 Source:T2 Content:T1 Content2:T4",
        "T4\tContent 41 65\tx", "T5\tDiscard 90 95\tx", "E2\tCue:T3",
    )  # fmt: skip
    (tmp_path / "attributions" / "paper_1_ab12.ann").write_text("\n".join(lines), "utf-8")
    (copy,) = polnear.copies(tmp_path)["paper_1"]
    assert [one.content for one in copy.gold] == [(Span(0, 21), Span(41, 65))]
    assert copy.discard == (Span(90, 95),)


def test_the_figures_are_the_scorers():
    """On a few articles of the measuring data every figure is that of the scorer the peers were measured with."""
    try:
        folder, scorer = suites._data("data", "polnear", "dev"), suites.scorer("score_statements")
    except suites.Absent as absent:
        pytest.skip(str(absent))
    gold, copies = scorer.gold_copies("dev"), polnear.copies(folder)
    names = sorted(copies, key=lambda name: (-len(copies[name]), name))[:4]
    ours, theirs = [], []
    for reading in polnear.readings(folder, suites._brain("rules").tagger, names=names):
        text, found = reading.article.text, reading.printed()
        pred = [
            {"source": pairs(one.source), "cue": pairs(one.cue), "content": pairs(one.content)} for one in found
        ]
        ours.append(count(text, verdicts(text, copies[reading.name], found)))
        for _, attributions, discard in gold[reading.name]:
            counted = scorer.score_copy(scorer.Doc(text), attributions, discard, pred)
            theirs.append({" ".join(name): value / len(gold[reading.name]) for name, value in counted.items()})
    mine, other = summed(ours), summed(theirs)
    assert len(names) == 4
    for name, key in (("matched", "attr.pair"), ("cues", "attr.cue"), ("exact", "attr.exact_norm")):
        assert mine[name] == pytest.approx(other[f"{key} tp"])
    for name, key in (
        ("direct", "direct"), ("mixed", "mixed"), ("indirect", "indirect"), ("speech cues", "cue_speech"),
        ("other cues", "cue_other"), ("pronoun sources", "src_pronoun"), ("no source", "src_none"),
    ):  # fmt: skip
        assert mine[f"{name} gold"] == pytest.approx(other[f"type.pair.{key} g"])
        assert mine[f"{name} matched"] == pytest.approx(other[f"type.pair.{key} tp"])


def pairs(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    """Spans as pairs of numbers."""
    return [(span.start, span.end) for span in spans]
