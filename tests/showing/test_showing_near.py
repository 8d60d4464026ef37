"""How the question was read, near misses, and what each source has said, as the dossier shows them."""

import re
from dataclasses import replace
from datetime import date

import pytest
from tests.showing import builders

from sayso.model.stances import NearMiss, Position, Turn
from sayso.showing import near, positions
from sayso.showing.catalogue import catalogue
from sayso.showing.show import show


@pytest.fixture(scope="module")
def told():
    """The rich case with a reading, a near miss and a source of two turns, and its answers."""
    case, answers = builders.rich()
    first, *rest = case.hypotheses
    read = replace(
        first, subject="the port", event="close", closes=date(2031, 5, 31), resolver="the harbour office"
    )
    said = [one for page in case.pages for one in page.statements][:2]
    missed = NearMiss(first.id, "a <b>covert</b> closure", "done without announcement", (said[0].id,))
    source = said[0].chain[-1].source.id
    turns = (
        Turn(said[0].id, date(2031, 5, 1), "deny", 0.7),
        Turn(said[1].id, None, "open", 0.0, "from ruling it out to leaving it open"),
    )
    case = replace(
        case, hypotheses=(read, *rest), near=(missed,), positions=(Position(source, first.id, turns),)
    )  # fmt: skip
    return case, answers


def test_the_reading_is_shown_for_correction(told):
    """Who, what, by when and who settles it stand in the dossier, and how to put them right."""
    made = catalogue(*told)
    assert near.readings(made)[0].rows == (
        ("Who", "the port"), ("What", "close"), ("By", "31 May 2031"), ("Settled by", "the harbour office"),
    )  # fmt: skip
    page = show(*told)
    assert 'id="question"' in page
    assert "--closes" in page


def test_what_is_lacking_is_said_with_its_option(told):
    """Without a last day and a judge the options that give them are named, in the dossier and the terminal."""
    case, _ = told
    bare = replace(case.hypotheses[0], closes=None, resolver=None, opens=date(2031, 5, 1))
    assert "no last day: give one with --closes" in dict(near.rows(bare))["By"]
    line = near.read_as((bare, *case.hypotheses[1:]))
    assert line == (
        "Read as: who: the port; what: close; from 1 May 2031; no last day (--closes); "
        "nobody named to settle it (--resolver)."
    )


def test_near_misses_are_linked_and_escaped(told):
    """A near miss is shown in the text's words, harmless, with a link to its statement and why it is none."""
    page = show(*told)
    (section,) = re.findall(r'<h3 id="near">.*?</ul>', page, re.DOTALL)
    assert "a &lt;b&gt;covert&lt;/b&gt; closure" in section
    assert "done without announcement" in section
    assert "<a href=#" in section


def test_what_a_source_has_said_is_told_turn_by_turn(told):
    """Each turn has its day, its side, how it changed, and a link to its place."""
    (course,) = positions.courses(catalogue(*told))
    assert [turn.when for turn in course.turns] == ["1 May 2031", "no day known"]
    assert [turn.change for turn in course.turns] == ["", "from ruling it out to leaving it open"]
    page = show(*told)
    (section,) = re.findall(r'<section aria-labelledby="positions">.*?</section>', page, re.DOTALL)
    assert f"What <bdi>{course.name}</bdi> has said" in section
    assert section.count("<a href=#") == 2
    assert 'href="#positions"' in page


def test_a_case_without_them_has_no_such_sections(told):
    """Where nobody spoke twice and nothing nearly is it, neither section nor link to it stands."""
    case, answers = told
    page = show(replace(case, near=(), positions=()), answers)
    assert 'id="near"' not in page
    assert "#positions" not in page
