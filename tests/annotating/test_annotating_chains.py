"""Chains: hops, parents, media, cited sources. The cases in plain notation are in tests/golden."""

from __future__ import annotations

import pytest
from tests.annotating.pages import page

from sayso.annotating import carriers, forces, sifting
from sayso.annotating.statements import Draft
from sayso.model.span import Span


def chains(text):
    """The mouths of every statement, as the text has them."""
    return [[hop.source.text for hop in one.chain] for one in page(text).statements]


@pytest.mark.parametrize(
    ("cue", "force"),
    [
        ("said", "assert"),
        ("has publicly announced", "assert"),
        ("repeatedly warned of", "predict"),
        ("plans", "plan"),
        ("was planning", "plan"),
        ("denied", "deny"),
        ("did not rule out", "decline-to-rule-out"),
        ("hasn’t ruled", "decline-to-rule-out"),
        ("ruled out", "deny"),
        ("believe", "believe"),
        ("demanding", "order"),
        ("predicts", "predict"),
        ("asked", "question"),
        ("according to", "assert"),
        ("", "assert"),
        ("frobbed", "assert"),
    ],
)
def test_force_of_a_cue(cue, force):
    """A cue's force is read off its last telling word; an unknown one asserts."""
    assert forces.force_of(cue) == force


def test_parallel_sources_are_two_statements():
    """Sources cited side by side give a nested statement each, under the one that cites them."""
    text = (
        "The wall may break, according to a Tide Institute report that cites dockside bloggers "
        "and engineers from two islands."
    )
    found = chains(text)
    assert found[0] == ["a Tide Institute report"]
    assert sorted(found[1:]) == [
        ["a Tide Institute report", "dockside bloggers"],
        ["a Tide Institute report", "engineers from two islands"],
    ]


def test_names_joined_by_and_after_a_preposition_stay_together():
    """An "and" behind a preposition parts no sources."""
    text = "The wall may break, according to a report which cites surveys from Norland and its neighbours."
    assert [chain[1] for chain in chains(text)[1:]] == ["surveys from Norland and its neighbours"]


def test_who_brought_a_writing_to_light_is_a_hop():
    """Documents obtained by an outlet have the outlet before them in the chain."""
    text = "Leaked documents obtained by the Chronicle have revealed that the wall is weak."
    (chain,) = chains(text)
    assert chain[0] == "the Chronicle"
    assert chain[1].startswith("Leaked documents")


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Ada Lind told the Chronicle on Friday that the wall was weak.", "Chronicle"),
        ("Ada Lind told Meridian that the wall was weak.", "Meridian"),
        ("Ada Lind said in an interview with Sound Radio that the wall was weak.", "Sound Radio"),
        ('"The wall is weak," Ada Lind wrote on Telegram.', "Telegram"),
        ('"The wall is weak," Ada Lind tweeted.', "Twitter"),
        ("Ada Lind told reporters that the wall was weak.", None),
        ("Ada Lind told parliament that the wall was weak.", None),
        ("Ada Lind told Norland's Senate that the wall was weak.", None),
        ("Ada Lind told Bo Berg that the wall was weak.", None),
        ("Ada Lind said on Friday that the wall was weak.", None),
    ],
)
def test_a_medium_is_no_hop(text, via):
    """What carried the words is `via`; a hearer is not."""
    (statement,) = page(text).statements
    assert len(statement.chain) == 1
    assert statement.chain[0].via == via


def test_a_medium_named_inside_the_content_is_not_the_speakers():
    """What somebody says of a newspaper does not make it his medium."""
    (statement, *_) = page('"I told the Chronicle everything," Ada Lind said.').statements
    assert statement.chain[0].via is None


def test_three_deep_and_no_deeper():
    """Inner statements are followed three deep."""
    text = "Ada Lind said that Bo Berg believes that Cy Rust thinks that Di Moss expects that Ed Nash fears rain."
    assert max(map(len, chains(text))) <= 4


def test_what_may_yet_be_said_is_not_said():
    """A saying to come is nobody's statement."""
    assert not any(chain[-1] == "Ada Lind" for chain in chains("Ada Lind may announce a levy on Friday."))


def _draft(text, source, cue, content, confidence=0.5):
    def place(words):
        return Span(text.index(words), text.index(words) + len(words))

    return Draft(place(source), place(cue), (place(content),), "indirect", "paragraph", confidence)


def test_of_two_readings_the_weaker_goes():
    """Where one draft's source holds another's cue, the one the tagger is less sure of goes."""
    text = "The wall holds, according to the Tide Institute think tank."
    right = _draft(text, "the Tide Institute think tank", "according to", "The wall holds", 0.8)
    wrong = _draft(text, "according to the Tide Institute", "think", "tank", 0.6)
    assert sifting.sifted(text, [right, wrong]) == [right]


def test_a_listener_is_no_carrier():
    """A hearer's name is not looked up as a medium's."""
    text = "Lind told Congress that it rained."
    cue = Span(5, 9)
    assert carriers.carrier(text, cue, within=Span(0, len(text)), outside=()) is None
