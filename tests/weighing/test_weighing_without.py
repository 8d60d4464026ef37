"""What the answer hangs on: one origin left out, and what would change it."""

import re
from dataclasses import replace

import pytest
from tests.weighing.cases import TIMELESS, Said, Story, case_of

from sayso.lang.en.yardsticks import YARDSTICKS
from sayso.weighing.weigh import weigh

MIXED = (
    Said(),
    Said(tag="copy", day=3),
    Said(origin="o5", low=0.5, high=0.9, day=8),
    Said("Bo Ras", "o2", "deny", low=0.0, high=0.3, day=4),
    Said("an official", "o3", kind="anonymous", day=None),
    Said("Cy Vane", "o4", "deny", low=0.0, high=0.1, day=9),
    Said("Di Holm", "o6", "open", strength=0.0),
)


@pytest.mark.parametrize("count", range(1, len(MIXED) + 1))
def test_without_is_the_case_without_the_origin(count: int) -> None:
    """Each answer without an origin is what the case gives when that origin is not in it."""
    story = Story(MIXED[:count], circular=frozenset({"o4"}))
    given = weigh(story.case()).answers[0]
    for one in given.without:
        kept = [said for said in story.said if said.origin != one.origin]
        again = weigh(replace(story, said=kept).case(as_of=given.as_of)).answers[0]
        assert one.probability == pytest.approx(again.probability, abs=1e-12)


def test_all_origins_that_bear_are_listed() -> None:
    """The list holds every origin that bears, silent ones included, and no other."""
    given = weigh(case_of(*MIXED, Said("Ed Moor", "o9", "unrelated"))).answers[0]
    assert [one.origin for one in given.without] == ["o1", "o2", "o3", "o4", "o5", "o6"]


def test_hinge_is_named() -> None:
    """Where the words would change without one origin, a sentence says which and how."""
    given = weigh(case_of(Said(), Said("Bo Ras", "o2"), hypotheses=TIMELESS)).answers[0]
    assert any("Without Ada Lind's word the answer would read" in line for line in given.would_change)


def test_a_lone_origin_is_all_there_is() -> None:
    """Where one origin alone takes a side, it is said that without it there is no answer."""
    lines = weigh(case_of(Said(), Said("Di Holm", "o6", "open", strength=0.0))).answers[0].would_change
    assert lines[0] == "Without Ada Lind's word there would be no answer: nothing else takes a side."


def test_evasive_source_is_asked_for_a_plain_answer() -> None:
    """A source that ruled nothing out for good is one to watch."""
    evasive = Said("Per Aston", lean="deny", low=0.0, high=0.2, denial="denial of discussion")
    lines = weigh(case_of(evasive)).answers[0].watch
    assert any("plain yes or no from Per Aston" in line for line in lines)


def test_missing_kinds_of_evidence_are_named() -> None:
    """No document, only voices without a name, one origin on a side, a deadline near: each is said."""
    given = weigh(case_of(Said("an official", kind="anonymous"), Said("Bo Ras", "o2", "deny"))).answers[0]
    text = " ".join(given.watch)
    for words in ("document", "named witness", "second independent origin", "30 June 2031, is 9 days ahead"):
        assert words in text


def test_document_is_not_missed_where_there_is_one() -> None:
    """A case with a document does not ask for one."""
    given = weigh(case_of(Said("the harbour plan", kind="document"))).answers[0]
    assert not any("document" in line for line in given.watch)


def test_deadline_past() -> None:
    """After the last day the advice is to look for what happened."""
    given = weigh(case_of(Said(), as_of=45)).answers[0]
    assert any("look for what happened" in line for line in given.watch)


def test_nothing_bears_asks_for_a_first_statement() -> None:
    """An empty case says what would begin an answer, and claims no likelihood."""
    given = weigh(case_of(Said(lean="unrelated"))).answers[0]
    assert "first statement" in given.watch[0]
    assert given.would_change == ()


def test_sides_are_named_from_the_hypothesis() -> None:
    """For the negation “for” and “against” change places."""
    yes, no = weigh(case_of(Said())).answers
    assert any("speaks for it" in line for line in yes.watch)
    assert any("speaks against it" in line for line in no.watch)


def test_likelihood_and_confidence_never_share_a_sentence() -> None:
    """No sentence of reasons or of what would change the answer mixes the two (ICD 203)."""
    terms = {term for yardstick in YARDSTICKS.values() for term, _, _ in yardstick}
    given = weigh(case_of(*MIXED, retracted={"o2": 12}))
    for answer in given.answers:
        lines = [
            *answer.would_change,
            *answer.watch,
            *answer.confidence_why,
            *(r.text for r in answer.reasons),
            *(p for r in answer.reasons for p in r.parts),
        ]
        for line in lines:
            confident = re.search(r"\bconfiden(?:ce|t)\b", line, re.IGNORECASE)
            likely = any(re.search(rf"\b{re.escape(term)}\b", line) for term in terms)
            assert not (confident and likely)
