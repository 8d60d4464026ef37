"""Commitment: polarity, intervals and their words, kinds of denial. More cases in tests/golden/denials.md."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotating.commitment import Saying, commit, may_deny
from sayso.lang.en import denials, hedges, likelihood
from sayso.model.span import Span

FORCES = st.sampled_from(
    ["assert", "deny", "decline-to-rule-out", "question", "order", "predict", "plan", "believe"]
)


def committed(cue, content, force="assert", *, question=False):
    """The commitment of `cue` `content`."""
    text = f"{cue} {content}"
    return text, commit(text, Saying(Span(0, len(cue)), force, (Span(len(cue) + 1, len(text)),), question))


@pytest.mark.parametrize(
    ("content", "low", "high", "words"),
    [
        ("the wall holds", 0.85, 0.99, []),
        ("the wall may break", 0.10, 0.70, ["may"]),
        ("a break is highly unlikely", 0.01, 0.20, ["highly unlikely"]),
        ("a break is unlikely", 0.05, 0.40, ["unlikely"]),
        ("a break is likely; what follows is certain to cost", 0.60, 0.90, ["likely"]),
        ("there is no doubt that it will break", 0.85, 0.99, ["no doubt"]),
        ("the wall apparently holds", 0.50, 0.90, ["apparently"]),
        ("the gate opens on 3 May", 0.85, 0.99, []),
        ("the wall holds. It may rain", 0.85, 0.99, []),
    ],
)
def test_intervals_come_from_words(content, low, high, words):
    """The first clause's words of likelihood set the interval; a bare saying is nearly certain."""
    text, found = committed("said", content)
    assert (found.low, found.high) == (low, high)
    assert [span.of(text) for span in found.hedges] == words


def test_a_weak_verb_commits_less():
    """A hint or a belief is less than a saying, unless the content says how sure it is."""
    assert committed("hinted", "that a levy is coming")[1].high < 0.85
    assert committed("believes", "a levy is highly unlikely", "believe")[1].high == 0.20


@pytest.mark.parametrize(
    ("cue", "force", "polarity"),
    [
        ("said", "assert", "affirmed"), ("denied", "deny", "negated"), ("did not say", "assert", "open"),
        ("asked", "question", "open"), ("did not rule out", "decline-to-rule-out", "open"),
        ("did not deny", "deny", "open"),
        ("plans", "plan", "affirmed"),
    ],
)  # fmt: skip
def test_polarity_is_that_of_the_content_as_worded(cue, force, polarity):
    """A verb of denial negates, a negated verb and a question leave open."""
    assert committed(cue, "that a levy is planned", force)[1].polarity == polarity


def test_a_denied_content_is_held_unlikely():
    """Whoever denies something gives it little probability."""
    found = committed("denied", "that a levy was ordered", "deny")[1]
    assert found.high <= 0.15
    assert (found.denial, found.non_denial) == ("denial", False)


def test_a_question_in_a_heading_is_open():
    """A content that is asked, not stated, is open and denies nothing."""
    found = committed("planning", "no levy", "plan", question=True)[1]
    assert (found.polarity, found.denial) == ("open", None)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("There are no discussions about a levy", "denial of discussion"),
        ("The Hall is not currently discussing a levy", "denial of discussion"),
        ("Nobody is discussing a levy", "denial of discussion"),
        ("A levy is not on the agenda", "denial of discussion"),
        ("This has not been discussed", "denial of discussion"),
        ("No talks on a levy are being held", "denial of discussion"),
        ("I cannot speak for the ministry", "denial of knowledge"),
        ("We are not aware of such an order", "denial of knowledge"),
        ("I don't know anything about it", "denial of knowledge"),
        ("The ministry has no information on this", "denial of knowledge"),
        ("That is not for me to say", "denial of knowledge"),
        ("I cannot confirm that", "denial of knowledge"),
        ("We have not ruled out a levy", "not ruled out"),
        ("We cannot exclude a levy", "not ruled out"),
        ("Nothing is off the table", "not ruled out"),
        ("All options are on the table", "not ruled out"),
        ("A levy is not needed at the moment", "denial for now"),
        ("No decision has been made yet", "denial for now"),
        ("Not at this stage", "denial for now"),
        ("Currently there is no need for a levy", "denial for now"),
        ("There will be no levy in our province", "denial in place"),
        ("These are just rumours", "dismissal of rumours"),
        ("We do not comment on rumours", "no comment"),
        ("It is nothing but speculation", "dismissal of rumours"),
        ("We have no plans for a levy", "denial of plans"),
        ("We are not planning a levy", "denial of plans"),
    ],
)
def test_replies_that_rule_nothing_out_are_no_denials(content, kind):
    """Each kind of non-denial is named and marked."""
    found = committed("said", content)[1]
    assert (found.denial, found.non_denial) == (kind, True)


@pytest.mark.parametrize(
    "content",
    ["There will be no levy", "No", "We will not raise a levy", "That is not true", "These rumours are false",
     "I never signed such an order", "A levy is not going to happen"],
)  # fmt: skip
def test_denials_are_denials(content):
    """Who says that it is not so, or that he will not, denies."""
    found = committed("said", content)[1]
    assert (found.denial, found.non_denial) == ("denial", False)


@pytest.mark.parametrize(
    "content",
    ["There is no doubt that a levy will come", "The mood won't allow a levy", "They are not ready",
     "the harvest was not good this year", "why the Chair has not yet annulled the decree",
     "It is not only the wall",
     "Talks will begin in May, no later"],
)  # fmt: skip
def test_a_negation_is_not_a_denial(content):
    """A "not" somewhere in what is said denies nothing."""
    assert committed("said", content)[1].denial is None


def test_every_kind_has_a_form_or_a_cue():
    """The kinds that the tables name are those that can come out."""
    kinds = {kind for kind, _ in denials.FORMS} | {"no comment"}
    assert kinds == denials.NON_DENIALS | {"denial"}


def test_tables_hold_probabilities():
    """Quantiles rise and lie between 0 and 100."""
    for low, middle, high, where in likelihood.LIKELIHOOD.values():
        assert 0 <= low <= middle <= high <= 100
        assert where
    for low, high in (*hedges.HEDGES.values(), *hedges.WEAK_CUES.values()):
        assert 0 <= low < high <= 100


@given(st.text(min_size=1, max_size=80), FORCES)
def test_any_content_has_a_commitment(content, force):
    """Whatever the words, the interval is one and its words are spans of the text."""
    text, found = committed("said", content, force)
    assert 0 <= found.low <= found.high <= 1
    assert all(span.end <= len(text) for span in found.words)
    assert found.non_denial == (found.denial in denials.NON_DENIALS)


@given(st.data())
@pytest.mark.parametrize("pattern", [pattern for _, pattern in denials.FORMS])
def test_what_fits_a_form_of_denial_has_a_trace_of_one(pattern, data):
    """No form is passed over: whatever its pattern fits holds a word that shows a denial may follow."""
    form = re.compile(pattern, re.IGNORECASE | re.DOTALL)
    words = " ".join(data.draw(st.from_regex(form)).split())
    assert not form.search(words) or not words.isascii() or may_deny(words)
