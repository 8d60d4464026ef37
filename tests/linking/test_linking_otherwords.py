"""What a network reads where words share nothing: of others alone, where it is sure, and never strongly."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sayso.brain.entailer import RuleEntailer
from sayso.linking.link import link
from sayso.linking.otherwords import STRENGTH, SURE
from sayso.model.ports import Bearing


class Reading(RuleEntailer):
    """Rules for words, and a network that gives the same share of one lean to everything."""

    reads = True

    def __init__(self, lean: str, share: float, relevance: float = 0.9) -> None:
        """What the network gives."""
        rest = (1 - share) / 2
        shares = {"support": rest, "deny": rest, "open": rest} | {lean: share}
        told = ("shares nothing", f"reads as {lean}")
        self.given = Bearing(relevance, shares["support"], shares["deny"], shares["open"], told)
        self.asked: list[str] = []

    def by_words(self, pairs: Sequence[tuple[str, str]]) -> tuple[Bearing, ...]:
        """What the rules give."""
        return RuleEntailer().bear(pairs)

    def bear(self, pairs: Sequence[tuple[str, str]]) -> tuple[Bearing, ...]:
        """The same for each pair."""
        self.asked += [text for text, _ in pairs]
        return tuple(self.given for _ in pairs)


def stance_of(make, content, entailer, *, source: str | None = "Tarn Osk"):
    """The stance of one statement on the first hypothesis, None where it has none."""
    page = make.page(f"Tarn Osk said {content}.", outlet="Gull", day="2024-05-02")
    page = make.says(make.source(page, "Tarn Osk"), source, content)
    case = link([page], make.question(), entailer=entailer)
    found = (one for one in case.stances if one.hypothesis == "h1" and one.statement == page.statements[0].id)
    return next(found, None)


@pytest.mark.parametrize("lean", ["support", "deny"])
def test_a_side_in_other_words_is_weak_and_says_so(make, lean):
    """A statement without a shared word takes the side that the network is sure of, weakly."""
    stance = stance_of(make, "that the pilots were sent home", Reading(lean, SURE + 0.1))
    assert (stance.lean, stance.strength) == (lean, STRENGTH)
    assert stance.reasons == (f"in other words: reads as {lean}",)


def test_an_unsure_network_changes_nothing(make):
    """Below its bars of sureness and relevance a statement stays unrelated."""
    for entailer in (Reading("support", SURE - 0.1), Reading("support", 0.9, relevance=0.1)):
        assert stance_of(make, "that the pilots were sent home", entailer).lean == "unrelated"


def test_words_that_share_the_matter_are_left_to_the_rules(make):
    """Where the rules know what a statement says, nobody asks the network."""
    entailer = Reading("deny", 0.99)
    assert stance_of(make, "that Velmora will close its harbour", entailer).lean == "support"
    assert not entailer.asked


def test_source_and_cue_are_read_with_the_content(make):
    """The network sees who says it."""
    entailer = Reading("open", 0.9)
    stance = stance_of(make, "that the pilots were sent home", entailer)
    assert (stance.lean, stance.strength) == ("open", 0.0)
    assert entailer.asked[0].startswith("Tarn Osk")
    assert entailer.asked[0].endswith("that the pilots were sent home")


def test_a_brain_of_rules_reads_nothing_else(make):
    """Without a network a statement in other words stays unrelated."""
    assert stance_of(make, "that the pilots were sent home", RuleEntailer()).lean == "unrelated"
