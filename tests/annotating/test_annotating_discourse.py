"""People weighed against each other at a pronoun: places, shares, evidence, affiliation, descriptors."""

from __future__ import annotations

import time

from tests.annotating.pages import page

from sayso.annotating.affiliations import affiliation
from sayso.annotating.blocks import blocks
from sayso.annotating.discourse import Discourse
from sayso.annotating.lexicon import Lexicon
from sayso.annotating.people import people
from sayso.model.article import Article
from sayso.model.span import Span


def places(text):
    """The places of people in a text."""
    article = Article("people", "people", text, "0" * 64)
    layout = blocks(article)
    return people(text, layout, Lexicon(text, layout))


def named(annotated, name):
    """The source of a page that bears a name."""
    return next(source for source in annotated.sources if source.name == name)


def test_shares_of_all_candidates_are_one():
    """The candidates of a pronoun and "nobody" share one whole."""
    found = places("Aron Feld met Karl Holm on the quay. He opened the wall.")
    reader = Discourse(found)
    pronoun = found[-1]
    reader.meant(Span(pronoun.span.start - 1, pronoun.span.start))
    assert abs(sum(reader.shares(pronoun).values()) - 1) < 1e-9


def test_a_given_name_keeps_the_other_pronoun_away():
    """She is nobody whose given name is a man's."""
    found = places("Clara Feld met Karl Holm on the quay. She opened the wall.")
    meant = Discourse(found).meant(found[-1].span)
    assert meant is not None
    assert meant.person.key == "Clara Feld"


def test_what_is_quoted_gives_no_candidates():
    """Places inside quotation marks are left out."""
    assert [one.key for one in places('Aron Feld spoke. "Karl Holm knew it," he said.')] == ["Aron Feld", "he"]


def test_an_apposition_is_no_second_person():
    """An office beside a name belongs to it."""
    found = places("The mayor, Aron Feld, met Karl Holm, an engineer.")
    assert [one.key for one in found] == ["Aron Feld", "Karl Holm"]


def test_a_pronoun_carries_its_evidence():
    """A resolved pronoun points at the name that shows whom it means."""
    annotated = page("Aron Feld said that the wall was strong. He added that repairs were late.")
    led = named(annotated, "Aron Feld").led
    text = annotated.article.text
    assert [(one.mention.span.of(text), one.evidence.span.of(text)) for one in led] == [("He", "Aron Feld")]


def test_a_role_ties_a_person_to_a_body():
    """The affiliation is the body of the role, not a place."""
    for role, body in (
        ("the deputy head of the Tide Institute", "Tide Institute"),
        ("Harbour Ministry spokesman", "Harbour Ministry"),
        ("a spokeswoman for the port authority", "the port authority"),
        ("mayor of Ostrel", None),
    ):
        found = affiliation(role, [Span(0, len(role))])
        assert (found.of(role) if found else None) == body


def test_a_nameless_source_keeps_what_is_said_of_it():
    """What stands behind the noun of a source without a name is its descriptor."""
    annotated = page('"The levy is coming," a source close to the security service told the Chronicle.')
    found = named(annotated, "a source close to the security service")
    assert [one.text for one in found.descriptors] == ["close to the security service"]


def test_many_people_take_linear_time():
    """A text of names and pronouns alone is read in a few seconds."""
    start = time.process_time()
    found = places("Aron Feld met Karl Holm and he said that his wall was old. " * 1500)
    reader = Discourse(found)
    assert reader.meant(found[-1].span) is not None
    assert time.process_time() - start < 10
