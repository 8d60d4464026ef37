"""Sources: phrases, names, pronouns, descriptions. The cases in plain notation are in tests/golden/names.md."""

from __future__ import annotations

import pytest
from tests.annotating.pages import page, source_of

from sayso.annotating.names import read_phrase
from sayso.model.span import Span


def read(text):
    """(name, kind, roles, writing) of a phrase."""
    phrase = read_phrase(text, Span(0, len(text)))
    roles = [role.of(text) for role in phrase.roles]
    return (phrase.name.of(text) if phrase.name else None, phrase.kind, roles, phrase.writing)


@pytest.mark.parametrize(
    ("text", "name", "kind", "roles"),
    [
        ("Ada Lind", "Ada Lind", "person", []),
        ("Harbour spokesperson Ada Lind", "Ada Lind", "person", ["Harbour spokesperson"]),
        ("Norland Defence Minister Ada Lind", "Ada Lind", "person", ["Norland Defence Minister"]),
        ("independent security expert Ada Lind", "Ada Lind", "person", ["independent security expert"]),
        (
            "Ada Lind, the deputy head of the Harbour party",
            "Ada Lind",
            "person",
            ["the deputy head of the Harbour party"],
        ),
        ("Ada Lind (pictured)", "Ada Lind", "person", []),
        ("Dr. Ada van der Lind", "Ada van der Lind", "person", ["Dr."]),
        ("the state-run VESTA news agency", "VESTA", "outlet", ["the state-run VESTA news agency"]),
        ("the Sound Times", "Sound Times", "outlet", []),
        (
            "the Institute for the Study of Tides (IST) think tank",
            "Institute for the Study of Tides",
            "organisation",
            ["think tank"],
        ),
        ("Norland’s Ministry of Tides", "Norland’s Ministry of Tides", "organisation", []),
        ("the Reed Farmers' League", "Reed Farmers' League", "organisation", []),
        ("the chairman of the Reed Farmers' League", None, "person", []),
        ("Monday's report", None, "document", []),
        ("analysts", None, "group", []),
        ("Officials", None, "group", []),
        ("several Norland bloggers", None, "group", []),
        ("a source close to the Harbour Guard", None, "anonymous", []),
        ("leaked documents obtained by the Chronicle", None, "document", []),
        ("officials familiar with the matter", None, "anonymous", []),
    ],
)
def test_phrases(text, name, kind, roles):
    """The name, kind and roles of a phrase are read from its surface."""
    assert read(text)[:3] == (name, kind, roles)


@pytest.mark.parametrize(
    ("text", "name", "writing"),
    [
        ("the Tide Institute's report", "Tide Institute", "report"),
        ("a Tide Institute report", "Tide Institute", "report"),
        ("a report by the Tide Institute", "Tide Institute", "report"),
        ("Lind’s statement", "Lind", "statement"),
        ("the institute's note", None, "note"),
        ("a note that the Tide Institute put out", "Tide Institute", "note"),
        ("the institute's analysts", None, "analysts"),
    ],
)
def test_a_writing_belongs_to_its_issuer(text, name, writing):
    """A report is read as its issuer's word."""
    found = read(text)
    assert (found[0], found[3]) == (name, writing)


def test_a_pronoun_names_whom_the_paragraph_names():
    """The pronoun is the one person named before it, and is among the mentions."""
    text = '"The wall is strong," Ada Lind said. "Nobody need worry," she added.'
    source = source_of(page(text), "Nobody need worry")
    assert source.name == "Ada Lind"
    assert "she" in [ref.span.of(text) for ref in source.mentions]


def test_a_pronoun_between_two_people_stays_open():
    """Where two people may be meant, nobody is, and a note says so."""
    annotated = page("Robin Lind and Kim Berg met on the quay. Later she said that the wall was strong.")
    assert source_of(annotated, "the wall was strong").name == "she"
    assert "A202" in {note.code for note in annotated.notes}


def test_a_title_tells_he_from_she():
    """A known man is not meant by "she"."""
    text = "Spokesman Bo Berg and Mrs. Ada Lind met on the quay. She said that the wall was strong."
    assert source_of(page(text), "the wall was strong").name == "Ada Lind"


def test_a_pronoun_without_antecedent_stays_open():
    """The first sentence's "he" is nobody yet."""
    annotated = page("He said that the wall was strong.")
    assert source_of(annotated, "the wall").name == "He"
    assert "A202" in {note.code for note in annotated.notes}


def test_a_name_inside_a_quotation_takes_no_pronoun():
    """Whoever is only talked about in a quotation is not the one who goes on speaking."""
    text = '"Bo Berg is wrong," Ada Lind said. "He knows it," she added.'
    assert source_of(page(text), "He knows it").name == "Ada Lind"


def test_a_surname_takes_the_one_full_name_that_ends_in_it():
    """The full name may stand anywhere in the article, before or after."""
    text = '"The wall is strong," Lind said.\n\nMayor Ada Lind has held office for two years.'
    source = source_of(page(text), "The wall is strong")
    assert source.name == "Ada Lind"
    assert "Lind" in source.aliases


def test_two_spellings_are_one_person():
    """Transliterations of one first name before one surname are joined, both kept."""
    text = '"It is strong," Dimitri Lind said.\n\n"It will hold," Dmitry Lind said.'
    (source,) = [one for one in page(text).sources if one.kind == "person"]
    assert {source.name, *source.aliases} == {"Dimitri Lind", "Dmitry Lind"}


def test_anonymous_sources_keep_what_is_said_of_them():
    """A source without a name keeps its description as a role, and "the source" is the same one."""
    text = (
        '"The levy is coming," a source close to the Harbour Guard told the Chronicle.\n\n'
        "The source said the ministry was ready."
    )
    annotated = page(text)
    (source,) = [one for one in annotated.sources if one.kind == "anonymous"]
    assert [role.text for role in source.roles] == ["a source close to the Harbour Guard"]
    assert source_of(annotated, "the ministry was ready") == source


def test_the_medium_is_a_source_with_a_place():
    """What carried the words is listed as an outlet, where it stands."""
    text = "Ada Lind told the Chronicle that the wall was strong."
    (outlet,) = [one for one in page(text).sources if one.kind == "outlet"]
    assert [ref.span.of(text) for ref in outlet.mentions] == ["Chronicle"]


def test_a_description_that_fits_two_stays_open():
    """A spokesman after two spokesmen far above is nobody."""
    text = (
        '"It holds," palace spokesman Bo Berg said.\n\n"It leaks," harbour spokesman Cy Rust said.\n\n'
        "The wall was built long ago.\n\nIt is made of stone.\n\nNobody has mended it.\n\n"
        "The spokesman said it was old."
    )
    assert source_of(page(text), "it was old").name == "The spokesman"


def test_letters_stand_for_the_name_beside_them():
    """A body's letters in brackets are an alias."""
    text = 'The Institute of Tides (IOT) said the wall was weak.\n\n"It leaks," the IOT said.'
    source = source_of(page(text), "It leaks")
    assert source.name == "Institute of Tides"
    assert "IOT" in source.aliases


def test_source_ids_are_unique_and_stable():
    """Different sources have different ids; the same text gives the same ones."""
    text = '"A," he said.\n\n"B," he said.\n\nRumours of a levy spread. Analysts said so. Ada Lind said no.'
    first, second = page(text), page(text)
    ids = [one.id for one in first.sources]
    assert len(ids) == len(set(ids))
    assert ids == [one.id for one in second.sources]
