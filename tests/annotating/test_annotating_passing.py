"""Who is meant in an article about one report: bodies met in passing, its writings and its authors."""

from __future__ import annotations

import pytest
from tests.annotating.pages import page, source_of

REPORT = (
    "The ferry may stop in May, the Tide Institute for Ports said in a note on Monday.\n\n"
    "Nine boats are out of order, {who} said.\n"
)


@pytest.mark.parametrize("who", ["the note", "the report", "the institute", "it", "its authors", "the analysts"])
def test_the_words_for_one_report_are_one_source(who):
    """Every noun for the one report, and its authors, lead to the body that wrote it."""
    assert source_of(page(REPORT.format(who=who)), "Nine boats").name == "Tide Institute for Ports"


def test_a_body_named_in_passing_is_meant_by_its_noun():
    """A body that has said nothing yet is meant where it alone has the noun."""
    text = "The harbour is run by the Sound Port Authority.\n\nTolls will rise, the authority said."
    assert source_of(page(text), "Tolls will rise").name == "Sound Port Authority"


def test_of_two_bodies_with_a_noun_neither_is_meant():
    """Where two bodies have the noun, the description stays what it is."""
    text = "The Sound Port Authority met the Marsh Water Authority.\n\nTolls will rise, the authority said."
    assert source_of(page(text), "Tolls will rise").name == "the authority"


def test_the_report_stays_open_between_two_reporting_bodies():
    """Where two institutes have spoken, no report is given to either."""
    text = (
        "The ferry may stop, the Tide Institute said. The ferry will run, the Reed Institute said.\n\n"
        "Nine boats are out of order, the report said."
    )
    assert source_of(page(text), "Nine boats").name == "the report"


def test_it_is_the_body_that_the_paragraph_is_about():
    """A body at the head of a sentence of the paragraph is meant by "it" though it has said nothing yet."""
    text = "The Centre for Reed Life used another method. Nine farms in ten are for a break, it said."
    assert source_of(page(text), "Nine farms").name == "Centre for Reed Life"


def test_it_is_the_one_who_tells_not_the_one_who_is_cited():
    """Of the outlet that reports and the agency it cites, the outlet is meant."""
    text = (
        "The pill helps, the Sound Herald reported on Monday, citing the Marsh News Agency. "
        "A thousand people took part, it said."
    )
    assert source_of(page(text), "A thousand people").name == "Sound Herald"


def test_the_authors_of_a_study_without_a_body_are_the_study():
    """Authors and "they" behind a study that nobody is named for are that study."""
    text = "The dam leaks, a study of the dam says. The wall may fall, the authors wrote. They said it is old.\n"
    annotated = page(text)
    assert source_of(annotated, "The wall may fall").name == source_of(annotated, "The dam leaks").name
    assert source_of(annotated, "it is old").name == source_of(annotated, "The dam leaks").name


def test_words_left_open_are_one_source():
    """A description that points back to nobody is one source however often it stands."""
    annotated = page("The dam leaks, the minister said.\n\nThe wall may fall, the minister said.")
    assert source_of(annotated, "The dam leaks").id == source_of(annotated, "The wall may fall").id


def test_the_man_is_the_nameless_one():
    """A man who speaks on is the one without a name who spoke last."""
    text = "The gate leaks, a member of the crew said.\n\nThe pump is old, the man said."
    assert source_of(page(text), "The pump is old").name == "a member of the crew"


@pytest.mark.parametrize(
    "place",
    ["sold to the Marbeck fire station", "left at the old Marbeck barracks", "shipped on the Queen Marbeck"],
)
def test_a_name_inside_a_thing_is_no_person(place):
    """A town in the name of a building and a ship's name are not meant by "she"."""
    text = f"“Nine tents are missing,” Ada Lind, a retired clerk, said.\n\nNine buses were {place}, she said."
    assert source_of(page(text), "Nine buses").name == "Ada Lind"


def test_a_state_with_a_premier_is_no_person():
    """What has a premier and a capital is not meant by "he"."""
    text = (
        "Orland's premier spoke.\n\nOrland would answer, prime minister Bo Berg said.\n\n"
        "Orland would close the road. Talks go on, he said."
    )
    assert source_of(page(text), "Talks go on").name == "Bo Berg"


def test_the_chairman_of_a_league_is_no_league():
    """A person who heads a body whose name has a possessive is not that body."""
    text = "Fields are wet, the chairman of the Reed Farmers' League said.\n\nThe League said that seed is lost."
    annotated = page(text)
    assert source_of(annotated, "Fields are wet").kind == "person"
    assert source_of(annotated, "seed is lost").name != "the chairman of the Reed Farmers' League"


def test_a_source_is_without_what_stands_before_and_behind_it():
    """A date before the subject and a loose adverb behind it are no part of the source."""
    text = "On 22 June the mining office said that the pit would close."
    annotated = page(text)
    voice = annotated.statements[0].chain[-1].source
    assert voice.text == "the mining office"
